"""The reference page is current, and the page on data names every schema and every kind of unreadable file."""

from __future__ import annotations

from ehcp_audit.cli.reference import reference


def test_the_page_is_what_the_program_says(root):
    page = (root / "docs" / "commands.md").read_text(encoding="utf-8")
    assert page == reference(), "run: python -m ehcp_audit.cli.reference > docs/commands.md"


def test_every_option_is_explained():
    for line in reference().splitlines():
        if line.startswith("| `"):
            assert len(line.rstrip("| ").rpartition("|")[2].strip()) > 5, line


def test_every_kind_of_unreadable_file_is_in_the_manual(root):
    from ehcp_audit.errors import KINDS

    page = (root / "docs" / "data.md").read_text(encoding="utf-8")
    for kind in KINDS:
        assert f"`{kind}`" in page, kind


def test_every_schema_stands_in_the_table_of_documents(root):
    from ehcp_audit.cli.schema import NAMES

    page = (root / "docs" / "data.md").read_text(encoding="utf-8")
    table = "".join(line.split("|")[1] for line in page.splitlines() if line.startswith("| `"))
    assert [name for name in NAMES if f"`{name}`" not in table] == []
