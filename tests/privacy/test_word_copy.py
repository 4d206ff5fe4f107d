"""Redacted Word copies: nobody is left in any part of the file, and the copy still opens."""

# ruff: noqa: E501  (pieces of Word files)
from __future__ import annotations

import io
import re
import zipfile

import pytest
from archives import WORDS
from made_documents import NAMESPACES, whole, zipped

from ehcp_audit.errors import UnreadableError
from ehcp_audit.privacy.identities import Identity, Lexicon
from ehcp_audit.privacy.masking import Masker
from ehcp_audit.privacy.wire import lexicon_json
from ehcp_audit.privacy.word_copy import redacted_copy
from ehcp_audit.reading import Reader, formats

LEXICON = Lexicon((Identity("CHILD", ("Ottilie Quarmby",)), Identity("PROFESSIONAL", ("Barnaby Snell",))))
NAMES = ("Ottilie", "Quarmby", "Barnaby", "Snell", "Pemberley", "2015-05-04", "photo-of-")
T = '<w:r><w:t xml:space="preserve">{}</w:t></w:r>'

PLACES = {
    "text": T.format("Ottilie Quarmby reads."),
    "runs": T.format("Otti") + T.format("lie Quar") + T.format("mby reads."),
    "capitals": T.format("OTTILIE QUARMBY"),
    "insertion": '<w:ins w:id="1" w:author="Barnaby Snell" w:date="2026-01-01T00:00:00Z">' + T.format("Ottilie") + "</w:ins>",
    "deletion": '<w:del w:id="2" w:author="Barnaby Snell"><w:r><w:delText>Pemberley</w:delText></w:r></w:del>',
    "hidden": "<w:r><w:rPr><w:vanish/></w:rPr><w:t>Pemberley</w:t></w:r>",
    "link": f'<w:hyperlink r:id="rId9" w:tooltip="Ottilie Quarmby">{T.format("her page")}</w:hyperlink>',
    "field": '<w:fldSimple w:instr=" AUTHOR Barnaby_Snell ">' + T.format("Barnaby Snell") + "</w:fldSimple>",
    "instruction": '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>HYPERLINK "mailto:ottilie.quarmby@example.org"</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>',
    "control": '<w:sdt><w:sdtPr><w:alias w:val="Name of Ottilie Quarmby"/><w:tag w:val="Ottilie_Quarmby"/><w:dataBinding w:xpath="/x"/></w:sdtPr><w:sdtContent>' + T.format("Ottilie") + "</w:sdtContent></w:sdt>",
    "date control": '<w:sdt><w:sdtPr><w:date w:fullDate="2015-05-04T00:00:00Z"><w:dateFormat w:val="d"/></w:date></w:sdtPr><w:sdtContent>' + T.format("a day") + "</w:sdtContent></w:sdt>",
    "bookmark": '<w:bookmarkStart w:id="5" w:name="Ottilie_Quarmby"/>' + T.format("here") + '<w:bookmarkEnd w:id="5"/>',
    "picture": '<w:r><w:drawing><wp:inline><wp:docPr id="1" name="photo-of-Ottilie" descr="Ottilie Quarmby smiling"/></wp:inline></w:drawing></w:r>',
    "text box": "<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wps:txbx><w:txbxContent><w:p>" + T.format("Ottilie") + "</w:p></w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent><w:p>" + T.format("Ottilie") + "</w:p></w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>",
    "object": '<w:r><w:object><v:shape alt="Ottilie Quarmby"/></w:object></w:r>',
    "form field": '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:name w:val="Ottilie"/><w:statusText w:val="Type Ottilie Quarmby"/></w:ffData></w:fldChar></w:r>',
}  # fmt: skip
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def document(path, inside):
    body = f"<w:body>{''.join(f'<w:p>{one}</w:p>' for one in inside)}</w:body>"
    parts = {
        "[Content_Types].xml": '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/people.xml" ContentType="application/xml"/></Types>',
        "_rels/.rels": f'<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="{REL}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId9" Type="{REL}/hyperlink" Target="https://example.org/Ottilie-Quarmby" TargetMode="External"/><Relationship Id="rId10" Type="{REL}/people" Target="people.xml"/></Relationships>',
        "word/document.xml": whole("document", body),
        "word/settings.xml": whole("settings", '<w:docVars><w:docVar w:name="n" w:val="Ottilie Quarmby"/></w:docVars><w:attachedTemplate r:id="rId1"/>'),
        "word/comments.xml": whole("comments", f'<w:comment w:id="1" w:author="Barnaby Snell" w:initials="BS"><w:p>{T.format("Ask Ottilie.")}</w:p></w:comment>'),
        "word/people.xml": f'<?xml version="1.0"?><w:people {NAMESPACES}><w:person w:author="Barnaby Snell"/></w:people>',
        "word/media/image1.png": b"\x89PNG Ottilie Quarmby",
        "customXml/item1.xml": "<x>Ottilie Quarmby</x>",
        "docProps/core.xml": '<?xml version="1.0"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>Barnaby Snell</dc:creator></cp:coreProperties>',
        "docProps/custom.xml": "<x>Ottilie Quarmby</x>",
    }  # fmt: skip
    return zipped(path, parts)


def everything(data):
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        return "\n".join(
            [*archive.namelist(), *(archive.read(name).decode("utf-8", "replace") for name in archive.namelist())]
        )


def is_left(name, text):
    bare = re.sub(r"<[^<>]{0,3000}>", "", text)
    return name.lower() in text.lower() or name.lower() in bare.lower()


@pytest.mark.parametrize("place", PLACES)
def test_a_name_goes_wherever_word_keeps_it(tmp_path, place):
    path = document(tmp_path / "plan.docx", [PLACES[place], T.format("Other words stay.")])
    text = everything(redacted_copy(path, Masker(LEXICON)).data)
    assert [name for name in NAMES if is_left(name, text)] == []
    assert "Other words stay." in text


def test_everything_at_once_and_the_copy_is_read_again(tmp_path):
    path = document(tmp_path / "plan.docx", list(PLACES.values()))
    copy = tmp_path / "copy.docx"
    copy.write_bytes(redacted_copy(path, Masker(LEXICON)).data)
    assert [name for name in NAMES if is_left(name, everything(copy.read_bytes()))] == []
    again = [one.text for one in formats.read(copy).stretches]
    assert again.count("[CHILD] reads.") == 2
    assert again.count("[CHILD]") >= 3


def test_the_original_is_never_touched(tmp_path):
    path = document(tmp_path / "plan.docx", [PLACES["text"]])
    before = path.read_bytes()
    redacted_copy(path, Masker(LEXICON))
    assert path.read_bytes() == before


def test_hostile_documents_end_in_a_copy_or_a_named_reason(tmp_path):
    """A bomb, a broken part, a macro: never a crash of the process that writes the copy."""
    ended = set()
    with Reader(seconds=30, served_by="ehcp_audit.privacy.child") as maker:
        for number, case in enumerate(WORDS[::4]):
            path = tmp_path / f"{number}.docx"
            case.make(path)
            try:
                made = maker.copy(path, lexicon_json(LEXICON))
                assert made.data.startswith(b"PK")
                ended.add("copy")
            except UnreadableError as refusal:
                ended.add(refusal.kind)
    assert "copy" in ended
    assert not ended & {"crashed", "timed_out", "out_of_memory"}, ended
