"""Word documents: every word that is shown comes out once, in order; what is not shown is set apart."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from made_documents import whole

from ehcp_audit.reading import formats
from ehcp_audit.reading.docx.numbering import Numbering
from ehcp_audit.reading.docx.styles import Styles
from ehcp_audit.reading.docx.walk import Walk

Word = Callable[..., Path]
SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)


def p(inside: str, properties: str = "") -> str:
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{inside}</w:p>"


def r(text: str, look: str = "") -> str:
    return f'<w:r>{f"<w:rPr>{look}</w:rPr>" if look else ""}<w:t xml:space="preserve">{text}</w:t></w:r>'


def texts(path: Path) -> list[str]:
    return [one.text for one in formats.read(path).stretches]


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        (r("Sam ") + r("draws."), "Sam draws."),
        (r("Name:") + "<w:r><w:tab/></w:r>" + r("Sam"), "Name: Sam"),
        (r("Section B") + "<w:r><w:br/></w:r>" + r("My needs"), "Section B\nMy needs"),
        (r("self") + "<w:r><w:noBreakHyphen/></w:r>" + r("regulate"), "self-regulate"),
        (r("inde") + "<w:r><w:softHyphen/></w:r>" + r("pendent"), "independent"),
        (r("inde\u00adpen\u200bdent"), "independent"),
        (r("20\u00a0minutes"), "20 minutes"),
        (r("\ufb01ve days"), "five days"),
        ("<w:hyperlink>" + r("our offer") + "</w:hyperlink>", "our offer"),
        ("<w:smartTag><w:smartTag>" + r("Year 6") + "</w:smartTag></w:smartTag>", "Year 6"),
        ('<w:fldSimple w:instr=" DATE ">' + r("1 May 2026") + "</w:fldSimple>", "1 May 2026"),
        ("<w:sdt><w:sdtContent>" + r("inline control") + "</w:sdtContent></w:sdt>", "inline control"),
        ("<w:ins>" + r("inserted") + "</w:ins>", "inserted"),
        ("<m:oMath><m:r><m:t>3+4</m:t></m:r></m:oMath>", "3+4"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>' + r(" Final"), "☒ Final"),
        (
            '<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="1"/></w14:checkbox></w:sdtPr><w:sdtContent>'
            + r("☒")
            + "</w:sdtContent></w:sdt>"
            + r(" Draft"),
            "☒ Draft",
        ),
    ],
)
def test_a_paragraph_says_what_word_shows(word: Word, inside: str, expected: str) -> None:
    assert texts(word(p(inside))) == [expected]


def test_a_complex_field_gives_its_result_and_not_its_instruction(word: Word) -> None:
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF secret</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        + r("Section F")
        + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    assert texts(word(p(r("See ") + field + r(" below.")))) == ["See Section F below."]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ('<w:checkBox><w:default w:val="0"/><w:checked/></w:checkBox>', "☒ Final"),
        ('<w:checkBox><w:default w:val="1"/><w:checked w:val="0"/></w:checkBox>', "☐ Final"),
        ('<w:checkBox><w:default w:val="1"/></w:checkBox>', "☒ Final"),
        (
            '<w:ddList><w:result w:val="1"/><w:listEntry w:val="Draft"/><w:listEntry w:val="Amended"/></w:ddList>',
            "Amended Final",
        ),
    ],
)
def test_legacy_form_fields_say_what_is_chosen(word: Word, data: str, expected: str) -> None:
    field = f'<w:r><w:fldChar w:fldCharType="begin"><w:ffData>{data}</w:ffData></w:fldChar></w:r>'
    end = '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    assert texts(word(p(field + end + r(" Final")))) == [expected]


def test_tracked_deletions_go_and_the_warning_counts_them(word: Word) -> None:
    body = p(
        r("Ten ")
        + '<w:del w:author="An Officer"><w:r><w:delText>fifteen</w:delText></w:r></w:del>'
        + '<w:ins w:author="An Officer">'
        + r("twenty")
        + "</w:ins>"
        + r(" minutes.")
    )
    document = formats.read(word(body))
    assert [one.text for one in document.stretches] == ["Ten twenty minutes."]
    assert "1 insertion(s)" in document.warnings[0]
    assert "1 deletion(s)" in document.warnings[0]
    assert ("revision author", "An Officer") in document.properties


def test_a_paragraph_whose_mark_is_deleted_joins_the_next(word: Word) -> None:
    body = p(r("By July "), "<w:rPr><w:del/></w:rPr>") + p(r("2027 Sam will read."))
    assert texts(word(body)) == ["By July 2027 Sam will read."]


def test_a_deleted_row_is_no_row(word: Word) -> None:
    row = "<w:tr>{0}<w:tc>" + p(r("{1}")) + "</w:tc></w:tr>"
    gone = row.format("<w:trPr><w:del/></w:trPr>", "gone")
    body = f"<w:tbl>{row.format('', 'one')}{gone}{row.format('', 'two')}</w:tbl>"
    stretches = formats.read(word(body)).stretches
    assert [(one.text, one.table) for one in stretches] == [("one", (1, 1, 1)), ("two", (1, 2, 1))]
    assert [one.paragraph for one in stretches] == [1, 3]


def test_struck_and_hidden_words_are_no_live_text(word: Word) -> None:
    document = formats.read(
        word(p(r("Weekly ") + r("monthly", "<w:strike/>") + r("secret", "<w:vanish/>") + r("support")))
    )
    assert [one.text for one in document.stretches] == ["Weekly support"]
    assert [one.text for one in document.struck] == ["monthly"]
    assert any("struck-through" in one for one in document.warnings)
    assert any("hidden" in one for one in document.warnings)


def test_a_switch_that_is_off_strikes_nothing(word: Word) -> None:
    assert texts(word(p(r("kept", '<w:strike w:val="0"/>')))) == ["kept"]


def test_a_text_box_is_read_once_after_its_paragraph(word: Word) -> None:
    box = "<w:txbxContent>" + p(r("in the box")) + "</w:txbxContent>"
    twice = (
        "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx>"
        + box
        + "</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>"
        + box
        + "</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    assert texts(word(p(r("anchor") + twice) + p(r("after")))) == ["anchor", "in the box", "after"]


def test_a_text_box_in_the_old_form_alone_is_read(word: Word) -> None:
    box = "<w:r><w:pict><v:textbox><w:txbxContent>" + p(r("old box")) + "</w:txbxContent></v:textbox></w:pict></w:r>"
    assert texts(word(p(box))) == ["old box"]


def test_block_controls_give_their_text_and_their_prompts_do_not(word: Word) -> None:
    def control(text: str, mark: str = "") -> str:
        return f"<w:sdt><w:sdtPr>{mark}</w:sdtPr><w:sdtContent>{p(r(text))}</w:sdtContent></w:sdt>"

    prompt = "<w:showingPlcHdr/>"
    body = control("Real words") + control("Click here to enter text.", prompt) + control("Filled by a program", prompt)
    document = formats.read(word(body))
    assert [(one.text, one.paragraph) for one in document.stretches] == [("Real words", 1), ("Filled by a program", 3)]


def test_headers_notes_and_comments_stand_apart(word: Word) -> None:
    path = word(
        p(r("Body")),
        header1=whole("hdr", p(r("Running head"))),
        footnotes=whole(
            "footnotes",
            f'<w:footnote w:type="separator">{p(r("-"))}</w:footnote><w:footnote>{p(r("Note"))}</w:footnote>',
        ),
        comments=whole("comments", f'<w:comment w:author="A Reviewer">{p(r("Vague"))}</w:comment>'),
    )
    document = formats.read(path)
    assert [one.text for one in document.stretches] == ["Body"]
    assert [one.text for one in document.margins] == ["Running head"]
    assert [one.text for one in document.notes] == ["Note"]
    assert [one.text for one in document.comments] == ["Vague"]
    assert ("comment author", "A Reviewer") in document.properties


@pytest.mark.parametrize("name", ["plan.docm", "plan.dotx", "plan.docx"])
def test_macro_and_template_files_are_read(word: Word, name: str) -> None:
    document = formats.read(word(p(r("Read")), name=name))
    assert [one.text for one in document.stretches] == ["Read"]
    assert document.warnings == ()


def test_the_strict_dialect_reads_alike(word: Word, tmp_path: Path) -> None:
    import zipfile

    source = word(p(r("Strictly"), '<w:outlineLvl w:val="0"/>'))
    strict = tmp_path / "strict.docx"
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(strict, "w") as new:
        for name in old.namelist():
            new.writestr(
                name,
                old.read(name)
                .replace(
                    b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
                    b"http://purl.oclc.org/ooxml/wordprocessingml/main",
                )
                .replace(
                    b"http://schemas.openxmlformats.org/officeDocument/2006/",
                    b"http://purl.oclc.org/ooxml/officeDocument/",
                ),
            )
    assert formats.read(strict).stretches == formats.read(source).stretches


def test_text_where_no_text_belongs_is_warned_of_with_a_number(word: Word) -> None:
    lost = "<w:unheardOf>" + p(r("l" * 50)) + "</w:unheardOf>"
    warnings = formats.read(word(p(r("k" * 50)) + lost)).warnings
    assert any("50 of 100 characters (50%)" in one for one in warnings)


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["p", "ins", "sdt", "smartTag", "hyperlink"]),
            st.text(st.characters(codec="ascii", categories=("L", "N")), min_size=1, max_size=8),
        ),
        min_size=1,
        max_size=12,
    )
)
def test_every_word_comes_out_once_and_in_order(pieces: list[tuple[str, str]]) -> None:
    """Whatever wraps the runs, the walk delivers the text nodes of the XML and nothing else."""
    wraps = {
        "p": "{}",
        "ins": "<w:ins>{}</w:ins>",
        "sdt": "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>",
        "smartTag": "<w:smartTag>{}</w:smartTag>",
        "hyperlink": "<w:hyperlink>{}</w:hyperlink>",
    }
    body = "".join(p(wraps[kind].format(r(text))) for kind, text in pieces)
    root = etree.fromstring(f"<w:body {SPACES}>{body}</w:body>")
    walk = Walk(Styles(None), Numbering(None))
    walk.blocks(root)
    walk.finish()
    assert [one.text for one in walk.out.stretches] == [text for _, text in pieces]
    assert [one.paragraph for one in walk.out.stretches] == list(range(1, len(pieces) + 1))


def test_struck_words_are_told_by_their_place_and_never_quoted(word: Word) -> None:
    gone = p(r("Kept ") + r("private", "<w:strike/>"))
    row = f"<w:tr><w:tc>{gone}</w:tc></w:tr>"
    document = formats.read(word(f"{p(r('Whole'))}{gone}<w:tbl>{row}</w:tbl>"))
    told = next(one for one in document.warnings if "struck-through" in one)
    assert told.startswith(
        "14 struck-through character(s) were set apart and not judged: paragraph 2; table 1, row 1 ("
    )
    assert "private" not in told
