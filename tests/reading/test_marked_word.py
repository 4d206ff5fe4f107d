"""Marked Word copies: every comment at its exact words, wherever they stand, and nothing else changed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_documents import paragraphs, table, whole, zipped
from marked_word import W, comments, looks, part

from ehcp_audit.errors import UnreadableError
from ehcp_audit.reading import Reader, formats
from ehcp_audit.reading.characters import plain, tidy, tidy_places
from ehcp_audit.reading.marking import Note, Sheet, Span

Word = Callable[..., Path]
DAY = "2026-11-20"


def r(text: str, look: str = "") -> str:
    return f'<w:r>{f"<w:rPr>{look}</w:rPr>" if look else ""}<w:t xml:space="preserve">{text}</w:t></w:r>'


def p(inside: str) -> str:
    return f"<w:p>{inside}</w:p>"


def sdt(inside: str) -> str:
    return f'<w:sdt><w:sdtPr><w:tag w:val="x"/></w:sdtPr><w:sdtContent>{inside}</w:sdtContent></w:sdt>'


def span(path: Path, words: str, times: int = 1) -> Span:
    """Where these words stand, as the reader counts; stretches parted by line breaks."""
    texts = [one.text for one in formats.read(path).stretches]
    whole = "\n".join(texts)
    at = -1
    for _ in range(times):
        at = whole.index(words, at + 1)
    starts = [sum(len(one) + 1 for one in texts[:number]) for number in range(len(texts))]
    first = max(number for number, start in enumerate(starts) if start <= at)
    last = max(number for number, start in enumerate(starts) if start < at + len(words))
    return Span(first, at - starts[first], last, at + len(words) - starts[last], words)


def marked(path: Path, *words: str) -> bytes:
    notes = tuple(Note((span(path, one),), (("E07", f"about {number}"),)) for number, one in enumerate(words))
    copy = formats.mark(path, Sheet(notes, DAY))
    assert copy.unplaced == ()
    return copy.data


def box(text: str) -> str:
    """A drawing with a text box, and its copy for old versions of Word."""
    inside = f"<w:txbxContent>{paragraphs(text)}</w:txbxContent>"
    return (
        "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wp:inline><a:graphic><a:graphicData uri='u'>"
        f"<wps:wsp><wps:txbx>{inside}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing>"
        f"</mc:Choice><mc:Fallback><w:pict><v:textbox>{inside}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent>"
        "</w:r>"
    )


BOLD = "<w:b/><w:color w:val='FF0000'/>"
PLACES = {
    "one run": p(r("Sam will have access to a quiet space.")),
    "three runs with looks": p(r("Sam will have acc", "<w:i/>") + r("ess", BOLD) + r(" to a quiet space.", "<w:u/>")),
    "a cell": table([["Provision", "Sam will have access to a quiet space."]]),
    "a nested table": f"<w:tbl><w:tr><w:tc>{table([['x', 'have access to it']])}<w:p/></w:tc></w:tr></w:tbl>",
    "a control in a line": p(r("will ") + sdt(r("have access to") + r(" a space")) + r(" daily")),
    "a control of paragraphs": sdt(paragraphs("before", "will have access to it", "after")),
    "controls in controls": sdt(sdt(p(r("will ") + sdt(r("have access ") + r("to"))))),
    "a control of rows": f"<w:tbl>{sdt('<w:tr><w:tc>' + paragraphs('access to it') + '</w:tc></w:tr>')}</w:tbl>",
    "a control of cells": f"<w:tbl><w:tr>{sdt('<w:tc>' + paragraphs('access to it') + '</w:tc>')}</w:tr></w:tbl>",
    "a link": p(r("see ") + '<w:hyperlink w:anchor="a">' + r("the access to") + "</w:hyperlink>" + r(" page")),
    "an insertion": p(r("will have ") + '<w:ins w:id="9" w:author="Pat">' + r("access to") + "</w:ins>" + r(" it")),
    "around a deletion": p(
        r("acce") + '<w:del w:id="8" w:author="Pat"><w:r><w:delText>gone</w:delText></w:r></w:del>' + r("ss to it")
    ),
    "moved text": p('<w:moveTo w:id="7" w:author="Pat">' + r("access to it") + "</w:moveTo>"),
    "a field's result": p(
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF x</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        + r("the access to it")
        + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    ),
    "a simple field": p('<w:fldSimple w:instr="REF x">' + r("the access to it") + "</w:fldSimple>"),
    "a smart tag": p('<w:smartTag w:element="x">' + r("the access to it") + "</w:smartTag>"),
    "over a tab and a break": p("<w:r><w:t>the access</w:t><w:tab/><w:t>to it</w:t><w:br/><w:t>x</w:t></w:r>"),
    "soft hyphens and odd spaces": p(r("the ac\u00adcess\u00a0to it")),
    "beside a picture": p("<w:r><w:t>access to</w:t><w:drawing/><w:t> it</w:t></w:r>"),
}


@pytest.mark.parametrize("place", PLACES)
def test_the_comment_embraces_the_exact_words_and_nothing_else_changes(word: Word, place):
    path = word(paragraphs("Before") + PLACES[place] + paragraphs("After"))
    before = path.read_bytes()
    data = marked(path, "access to")
    (comment,) = comments(data)
    assert tidy(comment.words.replace("\t", " ")) == "access to"
    assert comment.author == "ehcp-audit"
    assert comment.text == "E07 about 0"
    assert looks(part(data, "word/document.xml")) == looks(part(before, "word/document.xml"))
    assert path.read_bytes() == before
    again = path.with_name("again.docx")
    again.write_bytes(data)
    assert [one.text for one in formats.read(again).stretches] == [one.text for one in formats.read(path).stretches]


def test_controls_that_a_range_touches_are_unwrapped_and_others_stay(word: Word):
    path = word(p(sdt(r("have access to it"))) + p(sdt(r("left alone"))))
    root = part(marked(path, "access to"), "word/document.xml")
    assert ["".join(one.itertext(W + "t")) for one in root.iter(W + "sdt")] == ["left alone"]


def test_words_in_a_text_box_are_quoted_at_the_drawing(word: Word):
    path = word(p(r("Host ") + box("will have access to it") + r(" line")))
    data = marked(path, "access to")
    (comment,) = comments(data)
    assert comment.lines == ("E07 about 0", "The words: “access to”")
    start = next(part(data, "word/document.xml").iter(W + "commentRangeStart"))
    assert not [one for one in start.iterancestors() if one.tag == W + "txbxContent"]


def test_a_number_that_word_counts_is_no_text_of_the_range(word: Word):
    numbering = whole(
        "numbering",
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
        '<w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
    )
    properties = '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>'
    path = word(p(properties + r("Sam will have access to it.")), numbering=numbering)
    assert [one.text for one in formats.read(path).stretches] == ["1. Sam will have access to it."]
    (comment,) = comments(marked(path, "1. Sam will"))
    assert comment.words == "Sam will"


def test_a_range_runs_over_paragraphs_and_cells(word: Word):
    path = word(paragraphs("First line", "second line") + table([["third", "fourth cell"]]))
    first, second = comments(marked(path, "line\nsecond", "third\nfourth"))
    assert first.words == "line\nsecond"
    assert second.words == "third\nfourth"


def test_ranges_overlap_and_share_their_ends(word: Word):
    path = word(p(r("Sam will have access to a quiet space", BOLD)))
    found = ["Sam will have", "will have access", "access to", "a", "Sam will have access to a quiet space"]
    assert [one.words for one in comments(marked(path, *found))] == found


def test_comments_that_are_there_stay(word: Word):
    theirs = whole(
        "comments", f'<w:comment w:id="4" w:author="Pat" w:date="2026-01-01T10:00:00Z">{paragraphs("mine")}</w:comment>'
    )
    body = p(
        '<w:commentRangeStart w:id="4"/>' + r("have ac") + '<w:commentRangeEnd w:id="4"/>'
        '<w:r><w:commentReference w:id="4"/></w:r>' + r("cess to it")
    )
    found = comments(marked(word(body, comments=theirs), "access to"))
    assert [(one.id, one.author, one.words, one.text) for one in found] == [
        ("4", "Pat", "have ac", "mine"),
        ("5", "ehcp-audit", "access to", "E07 about 0"),
    ]


def test_the_same_bytes_whenever_it_is_made(word: Word):
    path = word(paragraphs("will have access to it"))
    assert marked(path, "access to") == marked(path, "access to")


def test_words_that_are_not_there_are_not_marked(word: Word):
    path = word(paragraphs("will have access to it"))
    note = Note((Span(0, 10, 0, 19, "something"),), (("", "x"),))
    assert formats.mark(path, Sheet((note,), DAY)).unplaced == (0,)


def test_macros_are_left_out_so_that_word_opens_the_copy(tmp_path):
    types = (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/>'
        '<Override PartName="/word/document.xml" '
        'ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>'
    )
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    kind = "http://schemas.microsoft.com/office/2006/relationships/vbaProject"
    path = zipped(
        tmp_path / "plan.docm",
        {
            "[Content_Types].xml": types,
            "word/document.xml": whole("document", f"<w:body>{paragraphs('have access to it')}</w:body>"),
            "word/_rels/document.xml.rels": f'<Relationships xmlns="{space}">'
            f'<Relationship Id="r1" Type="{kind}" Target="vbaProject.bin"/></Relationships>',
            "word/vbaProject.bin": b"macro",
        },
    )
    copy = formats.mark(path, Sheet((Note((span(path, "access to"),), (("", "x"),)),), DAY))
    assert copy.remarks == ("The document's macros were left out of the copy.",)
    assert b"macroEnabled" not in copy.data
    assert "wordprocessingml.document.main+xml" in str(part_text(copy.data, "[Content_Types].xml"))
    assert "vbaProject" not in part_text(copy.data, "word/_rels/document.xml.rels")


def part_text(data: bytes, name: str) -> str:
    import io
    import zipfile

    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert "word/vbaProject.bin" not in archive.namelist()
        return archive.read(name).decode()


def test_the_strict_dialect_stays_strict(tmp_path):
    strict = whole("document", f"<w:body>{paragraphs('have access to it')}</w:body>").replace(
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    types = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
    path = zipped(tmp_path / "plan.docx", {"[Content_Types].xml": types, "word/document.xml": strict})
    data = marked(path, "access to")
    root = part(data, "word/document.xml")
    assert root.tag == "{http://purl.oclc.org/ooxml/wordprocessingml/main}document"
    assert part(data, "word/comments.xml").tag == "{http://purl.oclc.org/ooxml/wordprocessingml/main}comments"


def test_control_characters_and_half_pairs_in_a_note_do_no_harm(word: Word):
    path = word(paragraphs("have access to it"))
    note = Note((span(path, "access to"),), (("a\x00b", "c\ud800\ufffe"),))
    (comment,) = comments(formats.mark(path, Sheet((note,), DAY)).data)
    assert comment.text == "a\ufffdb c\ufffd\ufffd"


def test_the_door_makes_the_same_copy(word: Word):
    path = word(paragraphs("have access to it"))
    sheet = Sheet((Note((span(path, "access to"),), (("E07", "“x”"),)),), DAY)
    with Reader() as reader:
        assert reader.mark(path, sheet) == formats.mark(path, sheet)
        with pytest.raises(UnreadableError) as refusal:
            reader.mark(path.with_name("nowhere.docx"), sheet)
    assert refusal.value.kind == "not_found"


@given(st.text(alphabet=" \n\t\u00a0ab\ufb01\u00ad\u200b\u2011X\x0c\x1c\x85\u3000", max_size=14))
def test_every_character_of_tidy_text_knows_where_it_comes_from(text):
    places = tidy_places(text)
    assert len(places) == len(tidy(text))
    assert places == sorted(places)
    assert all(letter in plain(text[place]) for letter, place in zip(tidy(text), places, strict=True))


def test_libreoffice_opens_the_copy_with_the_comments_at_their_words(office, tmp_path):
    """A document of every odd place at once, without relations of its own, marked, opened and stored by LibreOffice."""
    types = (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" '
        'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
    )
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    links = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="r" Target="word/document.xml" Type="{kind}"/></Relationships>'
    )
    body = "".join(paragraphs(f"Place {number}") + inside for number, inside in enumerate(PLACES.values()))
    path = zipped(
        tmp_path / "odd.docx",
        {
            "[Content_Types].xml": types,
            "_rels/.rels": links,
            "word/document.xml": whole("document", f"<w:body>{body}<w:sectPr/></w:body>"),
        },
    )
    texts = [one.text for one in formats.read(path).stretches]
    spans = [
        Span(number, text.index("access"), number, text.index("access") + len("access to"), "access to")
        for number, text in enumerate(texts)
        if "access to" in text
    ]
    assert len(spans) == len(PLACES)
    made = formats.mark(path, Sheet(tuple(Note((one,), (("E07", "x"),)) for one in spans), DAY))
    (tmp_path / "marked.docx").write_bytes(made.data)
    saved = office(tmp_path / "marked.docx", "docx:MS Word 2007 XML")
    found = [tidy(one.words.replace("\t", " ")) for one in comments(saved)]
    assert len(found) == len(PLACES)
    assert found.count("access to") == len(PLACES) - 2, (
        "in the result of a field it keeps the comment and not the range"
    )
    assert set(texts) <= {one.text for one in formats.read(saved).stretches}
