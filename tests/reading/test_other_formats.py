"""OpenDocument, plain text and Markdown are read natively; old Word files and Rich Text through LibreOffice."""

# ruff: noqa: E501  (XML, an element to a line)
from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from made_documents import zipped

from ehcp_audit.errors import UnreadableError
from ehcp_audit.reading import formats, legacy

SPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for name in ("office", "text", "table", "style", "meta")
)
SPACES += ' xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"'
SPACES += ' xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"'
SPACES += ' xmlns:dc="http://purl.org/dc/elements/1.1/"'

STYLES = """
<style:style style:name="Heading_20_1" style:display-name="Heading 1" style:family="paragraph">
 <style:text-properties fo:font-weight="bold" fo:font-size="16pt"/></style:style>
<style:style style:name="Struck" style:family="text"><style:text-properties style:text-line-through-style="solid"/></style:style>
<style:style style:name="Hidden" style:family="text"><style:text-properties text:display="none"/></style:style>
<text:list-style style:name="Numbers">
 <text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>
 <text:list-level-style-number text:level="2" style:num-format="a" style:num-prefix="(" style:num-suffix=")"/>
</text:list-style>
<text:list-style style:name="Dots"><text:list-level-style-bullet text:level="1" text:bullet-char="•"/></text:list-style>
"""


@pytest.fixture
def open_document(tmp_path: Path) -> Callable[..., Path]:
    """Make an OpenDocument text from the XML of its body."""

    def make(body: str, **parts: str) -> Path:
        content = (
            f"<office:document-content {SPACES}><office:automatic-styles>{STYLES}</office:automatic-styles>"
            f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
        )
        named = {name.replace("__", "/") + ".xml": xml for name, xml in parts.items()}
        held = {"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content, **named}
        return zipped(tmp_path / "plan.odt", held)

    return make


def item(text: str) -> str:
    return f"<text:list-item><text:p>{text}</text:p></text:list-item>"


def test_open_document_paragraphs_headings_and_spaces(open_document: Callable[..., Path]) -> None:
    body = (
        '<text:h text:style-name="Heading_20_1" text:outline-level="1">Section B</text:h>'
        "<text:p>Sam<text:s text:c='2'/>likes<text:tab/>trains<text:line-break/>and <text:span>dogs</text:span>.</text:p>"
        "<text:p/>"
    )
    first, second = formats.read(open_document(body)).stretches
    assert (first.text, first.level, first.bold, first.size, first.style) == ("Section B", 1, True, 16.0, "Heading 1")
    assert (second.text, second.paragraph) == ("Sam  likes trains\nand dogs.", 2)


def test_open_document_lists_are_numbered_and_bullets_stand_in_the_marker(open_document: Callable[..., Path]) -> None:
    inner = f"<text:list>{item('a')}{item('b')}</text:list>"
    body = (
        f'<text:list text:style-name="Numbers">{item("one")}<text:list-item><text:p>two</text:p>{inner}</text:list-item></text:list>'
        f'<text:list text:style-name="Numbers" text:continue-numbering="true">{item("three")}</text:list>'
        f'<text:list text:style-name="Numbers">{item("again")}</text:list>'
        f'<text:list text:style-name="Dots">{item("dot")}</text:list>'
    )
    assert [(one.marker, one.text) for one in formats.read(open_document(body)).stretches] == [
        ("1.", "1. one"),
        ("2.", "2. two"),
        ("(a)", "(a) a"),
        ("(b)", "(b) b"),
        ("3.", "3. three"),
        ("1.", "1. again"),
        ("•", "dot"),
    ]


def test_an_open_document_table_in_a_cell_tells_in_which(open_document: Callable[..., Path]) -> None:
    inner = """<table:table><table:table-row><table:table-cell><text:p>inner</text:p></table:table-cell>
      </table:table-row></table:table>"""
    body = f"""<table:table><table:table-row><table:table-cell><text:p>before</text:p></table:table-cell>
      <table:table-cell>{inner}<text:p>after</text:p></table:table-cell></table:table-row></table:table>"""
    assert [(one.text, one.table, one.within) for one in formats.read(open_document(body)).stretches] == [
        ("before", (1, 1, 1), ()),
        ("inner", (2, 1, 1), ((1, 1, 2),)),
        ("after", (1, 1, 2), ()),
    ]


def test_open_document_tables_with_merged_and_repeated_cells(open_document: Callable[..., Path]) -> None:
    body = """<table:table><table:table-header-rows><table:table-row>
      <table:table-cell table:number-columns-spanned="2"><text:p>wide</text:p></table:table-cell><table:covered-table-cell/>
      <table:table-cell><text:p>third</text:p></table:table-cell></table:table-row></table:table-header-rows>
    <table:table-row><table:table-cell table:number-rows-spanned="2"><text:p>tall</text:p></table:table-cell>
      <table:table-cell><text:p>b</text:p></table:table-cell><table:table-cell><text:p>c</text:p></table:table-cell></table:table-row>
    <table:table-row><table:covered-table-cell/><table:table-cell><text:p>e</text:p></table:table-cell>
      <table:table-cell table:number-columns-repeated="1000000"/></table:table-row></table:table>"""
    found = [
        (one.text, one.table, one.columns, one.rows, one.header_row)
        for one in formats.read(open_document(body)).stretches
    ]
    assert found == [
        ("wide", (1, 1, 1), (1, 2), 1, True),
        ("third", (1, 1, 2), (3, 3), 1, True),
        ("tall", (1, 2, 1), None, 2, False),
        ("b", (1, 2, 2), None, 1, False),
        ("c", (1, 2, 3), None, 1, False),
        ("e", (1, 3, 2), None, 1, False),
    ]


def test_open_document_sets_apart_what_is_no_live_text(open_document: Callable[..., Path]) -> None:
    body = (
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>gone</text:p></text:deletion>"
        "</text:changed-region></text:tracked-changes>"
        '<text:p>live<text:span text:style-name="Struck">fallen</text:span><text:span text:style-name="Hidden">unseen</text:span>'
        "<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>a note</text:p></text:note-body></text:note>"
        "<office:annotation><dc:creator>A Reviewer</dc:creator><text:p>vague</text:p></office:annotation>"
        "<text:change-start/> new<text:change-end/></text:p>"
        "<text:p><draw:frame><draw:text-box><text:p>boxed</text:p></draw:text-box></draw:frame></text:p>"
    )
    document = formats.read(open_document(body))
    assert [one.text for one in document.stretches] == ["live new", "boxed"]
    assert [one.text for one in document.struck] == ["fallen"]
    assert [one.text for one in document.notes] == ["a note"]
    assert [one.text for one in document.comments] == ["vague"]
    assert len(document.warnings) == 3


def test_a_locked_open_document_is_refused(open_document: Callable[..., Path]) -> None:
    space = 'xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"'
    locked = f"<m:manifest {space}><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>"
    with pytest.raises(UnreadableError) as caught:
        formats.read(open_document("<text:p>x</text:p>", **{"META-INF__manifest": locked}))
    assert caught.value.kind == "encrypted"


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"Section A\nI like trains.\n\nSection B\n", ["Section A", "I like trains.", "Section B"]),
        ("Zoë’s plan".encode("cp1252"), ["Zoë’s plan"]),
        ("wide plan".encode("utf-16"), ["wide plan"]),
        (b"\xef\xbb\xbfmarked plan\r\nsecond\rthird", ["marked plan", "second", "third"]),
    ],
)
def test_plain_text_in_any_western_dress(tmp_path: Path, data: bytes, expected: list[str]) -> None:
    path = tmp_path / "draft.txt"
    path.write_bytes(data)
    assert [one.text for one in formats.read(path).stretches] == expected


def test_a_wrapped_text_is_unwrapped_and_lists_and_tables_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "draft.txt"
    path.write_text(
        "Rowan has difficulty in following instructions of more than two steps, and\n"
        "needs them to be repeated with a picture beside the words, because he does\n"
        "not remember what was said when there is noise around him or when the room\n"
        "is changed from one lesson to the next without a warning that he can see.\n"
        "\n- draws every day\n- sings\n\n1. By July 2027 he will read.\n\nOutcome\tWho\nReads\tTeacher\n\nPlacement\t7\n",
        encoding="utf-8",
    )
    found = [(one.text, one.marker, one.table) for one in formats.read(path).stretches]
    assert found[0][0].startswith("Rowan has difficulty")
    assert found[0][0].endswith("that he can see.")
    assert found[1:] == [
        ("draws every day", "•", None),
        ("sings", "•", None),
        ("1. By July 2027 he will read.", "1.", None),
        ("Outcome", "", (1, 1, 1)),
        ("Who", "", (1, 1, 2)),
        ("Reads", "", (1, 2, 1)),
        ("Teacher", "", (1, 2, 2)),
        ("Placement 7", "", None),
    ]


def test_markdown_without_its_signs(tmp_path: Path) -> None:
    path = tmp_path / "draft.md"
    path.write_text(
        "## Section E: **Outcomes**\n\n**Communication**\n\n* says *please*, see [the offer](http://example.org)\n\n---\n\n"
        "| Outcome | Who |\n|---|---|\n| Reads | SENCO |\n\nsnake_case_name and 2 * 3 * 4\n",
        encoding="utf-8",
    )
    found = [(one.text, one.level, one.bold, one.marker, one.table) for one in formats.read(path).stretches]
    assert found == [
        ("Section E: Outcomes", 2, True, "", None),
        ("Communication", None, True, "", None),
        ("says please, see the offer", None, False, "•", None),
        ("Outcome", None, False, "", (1, 1, 1)),
        ("Who", None, False, "", (1, 1, 2)),
        ("Reads", None, False, "", (1, 2, 1)),
        ("SENCO", None, False, "", (1, 2, 2)),
        ("snake_case_name and 2 * 3 * 4", None, False, "", None),
    ]


@pytest.mark.parametrize(("to", "kind"), [("doc:MS Word 97", "doc"), ("rtf", "rtf"), ("odt", "odt")])
def test_what_libreoffice_saves_reads_as_the_word_file_does(
    office: Callable[[Path, str], Path], samples: Path, tmp_path: Path, to: str, kind: str
) -> None:
    import shutil

    word = Path(shutil.copy(samples / "02-reception-areas.docx", tmp_path))
    document, twin = formats.read(office(word, to)), formats.read(word)
    assert document.format == kind
    assert [(one.text, one.table, one.columns) for one in document.stretches] == [
        (one.text, one.table, one.columns) for one in twin.stretches
    ]
    assert not list(Path(tempfile.gettempdir()).glob(f"ehcp-audit-reader-{os.getpid()}-*"))


@pytest.mark.parametrize("name", ["plan.doc", "plan.rtf"])
def test_without_libreoffice_the_refusal_says_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setattr(legacy, "program", lambda: None)
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504
    path = tmp_path / name
    path.write_bytes(b"{\\rtf1 Sam}" if name.endswith("rtf") else ole + "WordDocument".encode("utf-16-le"))
    with pytest.raises(UnreadableError) as caught:
        formats.read(path)
    assert caught.value.kind == "legacy_format"
    assert "install LibreOffice" in caught.value.reason


def test_an_old_word_file_with_a_password_is_not_handed_over(tmp_path: Path) -> None:
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le")
    path = tmp_path / "plan.doc"
    path.write_bytes(ole.ljust(512, b"\0") + b"\xec\xa5\xc1\x00" + b"\0" * 7 + b"\x01" + b"\0" * 600)
    with pytest.raises(UnreadableError) as caught:
        formats.read(path)
    assert caught.value.kind == "encrypted"


def test_folders_of_readers_that_were_killed_are_swept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "gettempdir", lambda: str(tmp_path))
    left, ours = tmp_path / "ehcp-audit-reader-999999999-x", tmp_path / f"ehcp-audit-reader-{os.getpid()}-y"
    for folder in (left, ours):
        folder.mkdir()
    with legacy._folder():
        assert not left.exists()
        assert ours.exists()
