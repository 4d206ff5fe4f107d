"""The sample plans: remade byte for byte, true to known.yml, and nobody's."""

from __future__ import annotations

import re
import subprocess
import sys
import unicodedata
from collections import Counter
from datetime import date
from functools import cache
from pathlib import Path

import docx
import pypdfium2 as pdfium
import pytest
import yaml

FOLDER = Path(__file__).resolve().parent.parent / "sample_plans"
CODES = ["A", "B", "C", "D", "E", "F", "G", "H1", "H2", "I", "J", "K"]
AS_OF = date(2026, 11, 20)
NIL_WORDS = re.compile(r"\b(no|none|not|n/a)\b|^[-N]$", re.IGNORECASE)


def make(*arguments: object) -> None:
    subprocess.run([sys.executable, FOLDER / "make.py", *map(str, arguments)], check=True, capture_output=True)


def read(path: Path) -> dict:
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return yaml.load(path.read_text(encoding="utf-8"), Loader=loader)  # noqa: S506 (both are safe loaders)


@cache
def known() -> dict:
    return read(FOLDER / "known.yml")


PLANS = known()["plans"]
TYPESET = {"16-year-7-numbered"}  # words parted at line ends, as typesetters do
STEMS = [plan["stem"] for plan in PLANS]


@pytest.fixture(params=PLANS, ids=STEMS)
def plan(request: pytest.FixtureRequest) -> dict:
    return request.param


def words(text: str) -> Counter:
    return Counter(re.findall(r"[a-z0-9]+", text.lower()))


def pdf_pages(path: Path, *, parted: bool = False) -> list[str]:
    """The text of each page; ligatures undone and, where `parted`, words put together that a line end parts."""
    document = pdfium.PdfDocument(path)
    pages = []
    for number in range(len(document)):
        page = document[number]
        textpage = page.get_textpage()
        text = unicodedata.normalize("NFKC", textpage.get_text_range())
        pages.append(re.sub(r"[\x02\ufffe](\r?\n)?", "", text) if parted else text)
        textpage.close()
        page.close()
    document.close()
    return pages


def docx_text(path: Path) -> str:
    """Every word that counts, text boxes once: fallback pictures, deletions and struck words left out."""
    body = docx.Document(str(path)).element.body
    space = {"w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main"}
    fallback = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
    found = []
    for paragraph in body.iterfind(".//w:p", space):
        if any(parent.tag == fallback for parent in paragraph.iterancestors()):
            continue
        runs = [run for run in paragraph.iterfind(".//w:r", space) if run.find("w:rPr/w:strike", space) is None]
        parts = [part for run in runs for part in run if part.tag.endswith(("}t", "}br", "}tab"))]
        found.append("".join(part.text or " " for part in parts))
    return "\n".join(found)


# --- the committed files


def test_remaking_gives_the_same_bytes(tmp_path: Path) -> None:
    """The files are what the script makes, and known.yml is read off the same content."""
    make("-o", tmp_path)
    made = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    kept = {path.name: path.read_bytes() for path in FOLDER.glob("*.*") if path.name[:2].isdigit()}
    kept["known.yml"] = (FOLDER / "known.yml").read_bytes()
    assert sorted(made) == sorted(kept)
    differing = [name for name in made if made[name] != kept[name] and "scanned" not in name]  # pixels may differ
    assert differing == []


def test_the_set_is_small_enough_to_commit() -> None:
    assert sum(path.stat().st_size for path in FOLDER.glob("*.*")) < 3_000_000


def test_the_plans_are_of_three_families_and_at_least_six_layouts() -> None:
    assert len(PLANS) == 17
    assert {plan["family"] for plan in PLANS} == {"headings", "areas", "columns"}
    assert len({plan["layout"] for plan in PLANS}) >= 6
    assert {plan["phase"] for plan in PLANS} == {"early years", "primary", "secondary", "post-16"}
    assert known()["as_of"] == AS_OF


def test_every_plan_has_a_word_file_and_a_pdf(plan: dict) -> None:
    pages = pdf_pages(FOLDER / f"{plan['stem']}.pdf")
    assert (FOLDER / f"{plan['stem']}.docx").exists()
    assert (3 if plan.get("shows") else 8) <= len(pages) <= 15


def test_the_scan_holds_no_text() -> None:
    (scan,) = known()["scans"]
    pages = pdf_pages(FOLDER / scan["file"])
    assert len(pages) == len(pdf_pages(FOLDER / f"{scan['of']}.pdf"))
    assert "".join(pages).strip() == ""


# --- known.yml is true


def test_word_and_pdf_hold_every_word_of_every_section(plan: dict) -> None:
    said = words("\n".join(section["text"] for section in plan["sections"].values()))
    in_pdf = words("\n".join(pdf_pages(FOLDER / f"{plan['stem']}.pdf", parted=plan["stem"] in TYPESET)))
    in_word = words(docx_text(FOLDER / f"{plan['stem']}.docx"))
    digits = {word for word in said if word.isdigit()}  # numbers of lists are Word's own, not text
    assert said - in_pdf == Counter()
    assert {word for word in said - in_word if word not in digits} == set()


def test_every_section_has_a_state_that_its_text_bears_out(plan: dict) -> None:
    assert list(plan["sections"]) == CODES
    for code, section in plan["sections"].items():
        if section["state"] in ("missing", "unknown"):
            assert (section["heading"], section["text"]) == (None, ""), code
        elif section["state"] == "empty":
            assert section["heading"], code
            assert section["text"] == "", code
        else:
            assert section["text"], code
            assert section["state"] != "nil" or NIL_WORDS.search(section["text"]), code


def test_every_item_stands_in_its_section(plan: dict) -> None:
    for code, items in {**plan["needs"], "E": plan["outcomes"], **plan["provision"]}.items():
        for item in items:
            assert item in plan["sections"][code]["text"], code


def test_items_are_numbered_in_document_order(plan: dict) -> None:
    for code, items in {**plan["needs"], "E": plan["outcomes"], **plan["provision"]}.items():
        text, at = plan["sections"][code]["text"], 0
        for item in items:
            at = text.index(item, at) + len(item)


def test_every_thread_row_names_items_that_exist(plan: dict) -> None:
    counts = {"E": plan["outcomes"], **plan["needs"], **plan["provision"]}
    for row in plan["thread"]:
        for subject in [row["need"], *row["outcomes"], *row["provision"]]:
            if subject:
                code, number = subject.split(".")
                assert 1 <= int(number) <= len(counts[code])


def test_good_plans_have_no_defects_and_all_sections(plan: dict) -> None:
    if plan["good"]:
        assert plan["defects"] == []
        assert {section["state"] for section in plan["sections"].values()} <= {"present", "nil"}
    elif plan.get("shows") != "layout":
        assert len({defect["criterion"] for defect in plan["defects"]}) >= 6


def test_there_are_good_plans_of_every_family() -> None:
    good = [plan for plan in PLANS if plan["good"]]
    assert len(good) >= 4
    assert {plan["family"] for plan in good} == {"headings", "areas", "columns"}


def test_every_defect_quotes_words_that_stand_in_its_section(plan: dict) -> None:
    for defect in plan["defects"]:
        assert re.fullmatch(r"[A-Z]\d\d", defect["criterion"])
        assert defect["note"].endswith(".")
        if defect["words"] and defect["section"]:
            assert defect["words"] in plan["sections"][defect["section"]]["text"], defect
        if "." in defect["subject"]:
            code, number = defect["subject"].split(".")
            items = plan["outcomes"] if code == "E" else {**plan["needs"], **plan["provision"]}[code]
            assert defect["words"] in items[int(number) - 1]


def test_the_planted_defects_are_of_many_kinds() -> None:
    assert len({defect["criterion"] for plan in PLANS for defect in plan["defects"]}) >= 30


def test_the_facts_of_a_plan_stand_on_its_pages(plan: dict) -> None:
    text = " ".join("\n".join(pdf_pages(FOLDER / f"{plan['stem']}.pdf")).split())
    for name in ("child_name", "known_as", "nhs_number", "setting", "year"):
        assert plan["facts"][name] in text, name


# --- nobody's


def test_people_are_invented(plan: dict) -> None:
    assert plan["facts"]["nhs_number"].startswith("999 ")
    text = "\n".join(pdf_pages(FOLDER / f"{plan['stem']}.pdf"))
    assert {match[1] for match in re.finditer(r"@([\w.]+)", text)} <= {
        "northmoor.example.org",
        "fellbridge.example.org",
        "castlefordwyke.example.org",
    }


def test_file_names_name_no_child(plan: dict) -> None:
    stem = plan["stem"].lower()
    for name in re.findall(r"\w+", f"{plan['facts']['child_name']} {plan['facts']['known_as']}"):
        assert name.lower() not in stem


# --- made to order


def test_a_seed_makes_the_same_plans_whatever_the_format(tmp_path: Path) -> None:
    """What is known does not depend on which files were asked for."""
    make("--count", 6, "--seed", 7, "-o", tmp_path / "first")
    make("--count", 6, "--seed", 7, "-o", tmp_path / "second", "--format", "docx")
    make("--count", 6, "--seed", 8, "-o", tmp_path / "third", "--format", "docx")
    first, second, third = (
        {path.name: path.read_bytes() for path in (tmp_path / name).iterdir()} for name in ("first", "second", "third")
    )
    assert len(first) == 13
    assert second == {name: data for name, data in first.items() if not name.endswith(".pdf")}
    assert third != second


def test_plans_made_to_order_are_known_as_well_as_the_committed_ones(tmp_path: Path) -> None:
    make("--count", 12, "--seed", 3, "-o", tmp_path, "--format", "pdf")
    made = read(tmp_path / "known.yml")["plans"]
    assert len(made) == 12
    for one in made:
        pages = pdf_pages(tmp_path / f"{one['stem']}.pdf")
        said = words("\n".join(section["text"] for section in one["sections"].values()))
        assert said - words("\n".join(pages)) == Counter()
        assert 8 <= len(pages) <= 24
        for code, items in {**one["needs"], "E": one["outcomes"], **one["provision"]}.items():
            assert all(item in one["sections"][code]["text"] for item in items)
