"""The report on paper: what a closed box holds is printed, headers are repeated, and the map is on one page."""

from __future__ import annotations

import subprocess

import made_runs
import pytest

from ehcp_audit.reports.html import html_report


@pytest.fixture(scope="module")
def pages(needs, tmp_path_factory) -> list[str]:
    """The words of each page, as a browser prints the report of 40 plans."""
    import pypdf

    browser = needs("chromium", "chromium-browser", "google-chrome")
    folder = tmp_path_factory.mktemp("printed")
    page, printed = folder / "report.html", folder / "report.pdf"
    page.write_text(html_report(made_runs.run(20), made_runs.rubric()), encoding="utf-8")
    quiet = ["--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder / 'profile'}"]
    asked = [browser, *quiet, "--no-pdf-header-footer", f"--print-to-pdf={printed}", page.as_uri()]
    subprocess.run(asked, check=True, capture_output=True, timeout=120)
    return [" ".join(one.extract_text().split()) for one in pypdf.PdfReader(printed).pages]


def test_findings_and_what_waits_are_printed_with_their_words(pages):
    text = " ".join(pages)
    assert "Sam will improve his communication skills." in text
    assert "Is every need described by its effect on the child? should" in text


def test_the_header_of_the_findings_stands_on_each_of_their_pages(pages):
    last = [page for page in pages if "Nothing says by when." in page]
    assert len(last) > 2
    assert all("What and where" in page for page in last)


def test_the_map_is_on_one_page_and_its_twin_in_words_on_none(pages):
    assert sum("Every plan and every criterion" in page for page in pages) == 1
    assert "The same as a table, in words" not in " ".join(pages)
