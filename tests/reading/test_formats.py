"""What a file is, by what it holds; and every refusal with its kind and a sentence that says what to do."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from made_documents import paragraphs, whole, zipped

from ehcp_audit.errors import UnreadableError
from ehcp_audit.model import Stretch
from ehcp_audit.reading import SUFFIXES, formats, gather
from ehcp_audit.reading.characters import plain, tidy
from ehcp_audit.reading.stretching import stretch

Word = Callable[..., Path]
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600


def kind_of(path: Path) -> str:
    with pytest.raises(UnreadableError) as caught:
        formats.read(path)
    reason = caught.value.reason
    assert reason[0].isupper()
    assert reason.endswith((".", ")"))
    assert path.name not in reason
    return caught.value.kind


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("plan.docx", b"", "empty_file"),
        ("plan.docx", b"just words", "not_a_document"),
        ("plan.pdf", b"\x00\x01\x02garbage", "not_a_document"),
        ("plan.pdf", b"%PDF-1.4\nnothing more", "damaged"),
        ("plan.docx", b"PK\x03\x04 cut off", "damaged"),
        ("plan.doc", OLE + "WordDocument".encode("utf-16-le"), "legacy_format"),
        ("plan.docx", OLE + "EncryptedPackage".encode("utf-16-le"), "encrypted"),
        ("plan.xls", OLE + "Workbook".encode("utf-16-le"), "not_a_document"),
        ("plan.docx", OLE, "not_a_document"),
        ("plan.png", b"\x89PNG\r\n\x1a\n", "not_a_document"),
        ("plan.docx", b"\xff\xd8\xff\xe0 a photograph", "not_a_document"),
    ],
)
def test_what_is_no_plan_is_refused_by_kind(tmp_path: Path, name: str, data: bytes, kind: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    if kind == "legacy_format" and "doc" in formats.READERS:
        pytest.skip("old Word files are read where LibreOffice is")
    assert kind_of(path) == kind


def test_a_file_that_is_not_there_and_a_folder(tmp_path: Path) -> None:
    assert kind_of(tmp_path / "none.docx") == "not_found"
    assert kind_of(tmp_path) == "not_readable"


@pytest.mark.parametrize(
    ("parts", "kind"),
    [
        ({"readme.txt": "x"}, "not_a_document"),
        ({"[Content_Types].xml": "<Types/>", "xl/workbook.xml": "<x/>"}, "not_a_document"),
        ({"[Content_Types].xml": "<Types/>", "ppt/presentation.xml": "<x/>"}, "not_a_document"),
        ({"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}, "not_a_document"),
        ({"word/document.xml": "not xml"}, "damaged"),
        ({"word/document.xml": whole("document", "")}, "damaged"),
        ({"word/document.xml": whole("document", "<w:body/>")}, "no_text"),
        (
            {"word/document.xml": '<!DOCTYPE w [<!ENTITY e "x">]>' + whole("document", "<w:body>&e;</w:body>")},
            "damaged",
        ),
        ({"word/document.xml": b"\xff\xfe" + "<!DOCTYPE w><w/>".encode("utf-16-le")}, "damaged"),
        ({"word/document.xml": whole("document", f"<w:body>{paragraphs('a' * 2_000_000)}</w:body>")}, "too_large"),
        ({"word/document.xml": whole("document", "<w:body>" + "<w:tbl><w:tr><w:tc>" * 5000)}, "too_large"),
    ],
)
def test_archives_are_refused_by_what_they_hold(tmp_path: Path, parts: dict[str, str | bytes], kind: str) -> None:
    assert kind_of(zipped(tmp_path / "plan.docx", parts)) == kind


def test_a_name_that_says_otherwise_is_read_and_noted(word: Word, tmp_path: Path) -> None:
    odd = word(paragraphs("Read")).rename(tmp_path / "plan.pdf")
    document = formats.read(odd)
    assert document.format == "docx"
    assert "ends in .pdf" in document.warnings[0]


def test_gathering_takes_folders_files_and_patterns_once_each(tmp_path: Path) -> None:
    for name in ("b.docx", "A.PDF", "notes.txt", "~$b.docx", ".hidden.docx", "deep/c.odt", ".git/d.docx", "sheet.xlsx"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(b"x")
    (tmp_path / "cloud.docx").write_bytes(b"")
    (tmp_path / "[odd].docx").write_bytes(b"x")
    found = gather(
        [str(tmp_path), str(tmp_path / "*.docx"), str(tmp_path / "notes.txt"), str(tmp_path / "gone.docx"), "no*such"]
    )
    assert [path.relative_to(tmp_path).as_posix() for path in found.files] == [
        "[odd].docx",
        "A.PDF",
        "b.docx",
        "deep/c.odt",
        "notes.txt",
    ]
    assert found.missing == (str(tmp_path / "gone.docx"), "no*such")
    assert sorted(path.name for path, _ in found.skipped) == [".hidden.docx", "cloud.docx", "~$b.docx"]
    assert found.others == 1
    assert ".pdf" in SUFFIXES


def test_a_marked_copy_is_passed_over_beside_its_plan_alone(tmp_path: Path) -> None:
    for name in (
        "draft.docx",
        "marked/draft.reviewed.docx",
        "marked/Draft.P02.reviewed.PDF",
        "marked/other.reviewed.docx",
    ):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(b"x")
    found = gather([str(tmp_path)])
    assert [path.name for path in found.files] == ["draft.docx", "other.reviewed.docx"]
    assert [path.name for path, _ in found.skipped] == ["Draft.P02.reviewed.PDF", "draft.reviewed.docx"]
    alone = gather([str(tmp_path / "marked")])
    assert len(alone.files) == 3
    named = gather([str(tmp_path), str(tmp_path / "marked" / "draft.reviewed.docx")])
    assert "draft.reviewed.docx" in [path.name for path in named.files]


def test_gathering_the_same_file_by_two_names_gives_it_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.docx").write_bytes(b"x")
    monkeypatch.chdir(tmp_path)
    assert len(gather(["a.docx", str(tmp_path / "a.docx"), "."]).files) == 1


def test_a_name_with_wildcard_characters_that_exists_is_a_name(tmp_path: Path) -> None:
    odd = tmp_path / "plan[1].docx"
    odd.write_bytes(b"x")
    assert gather([str(odd)]).files == (odd,)


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("20\u00a0minutes", "20 minutes"),
        ("self\u2011regulate", "self-regulate"),
        ("of\ufb01ce", "office"),
        ("a\u200bb\u00adc\ufeff", "abc"),
        ("\u202eback\u202c", "back"),
        ("nul\x00l", "null"),
        ("half\ud800", "half\ufffd"),
        ("tab\there", "tab here"),
        ("plain ascii", "plain ascii"),
        ("naïve – “quoted”", "naïve – “quoted”"),
    ],
)
def test_characters_that_cannot_be_seen_go(raw: str, expected: str) -> None:
    assert plain(raw) == expected


def test_blank_lines_and_blank_ends_go() -> None:
    assert tidy("  one \n\n\t two  \n") == "one\ntwo"


def test_a_quick_stretch_is_a_stretch_like_any_other() -> None:
    assert stretch(text="a") == Stretch("a")
    every: dict[str, object] = {"text": "a", "page": 1, "box": (0.0, 1.0, 2.0, 3.0), "paragraph": 2}
    every |= {"table": (1, 2, 3), "columns": (1, 2), "rows": 2, "header_row": True, "marker": "1.", "level": 2}
    every |= {"style": "s", "size": 11.0, "bold": True, "caps": True, "indent": 3.0, "ocr": 0.5}
    assert stretch(**every) == Stretch(**every)
    with pytest.raises(AttributeError):
        stretch(text="a").text = "b"  # type: ignore[misc]
