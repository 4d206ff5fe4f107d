"""`check --marked`: a copy of each plan with the findings beside the words that the result names."""

from __future__ import annotations

import hashlib
import json
import re
import sys
from pathlib import Path

import pytest

from ehcp_audit.reading.marking import LOOK_FIRST
from ehcp_audit.reports.marked_places import MANY

sys.path.insert(0, str(Path(__file__).parents[1] / "reading"))
from marked_word import comments, looks, part

AS_OF = ("--as-of", "2026-11-20")
GAPS = ("not met", "partly met")


def letters(text: str) -> str:
    return "".join(one for one in text.casefold() if one.isalnum())


@pytest.fixture(scope="module")
def made(process, samples, tmp_path_factory):
    """The Word samples marked: their result, and the folder of copies."""
    folder = tmp_path_factory.mktemp("marked") / "new"
    done = process("check", *sorted(samples.glob("0[2-8]*.docx")), "--marked", folder, "--format", "json", *AS_OF)
    return done, folder


def test_every_plan_has_its_copy_and_the_result_is_printed_as_ever(made, samples):
    done, folder = made
    assert done.code in (0, 1)
    assert sorted(path.name for path in folder.iterdir()) == [
        f"{path.stem}.reviewed.docx" for path in sorted(samples.glob("0[2-8]*.docx"))
    ]
    assert len(json.loads(done.out)["scorecards"]) == 7


def test_comments_stand_at_the_words_that_the_result_names(made):
    done, folder = made
    for card in json.loads(done.out)["scorecards"]:
        path = folder / f"{Path(card['file']).stem}.reviewed.docx"
        items = {item["subject"]: item["text"] for item in card["plan"]["items"]}
        named = set()
        missing = 0
        for criterion in card["criteria"]:
            for finding in criterion["findings"]:
                if finding["verdict"] in GAPS:
                    words = [one["text"] for one in finding["evidence"] if not one["document"]]
                    words = words or [items[finding["subject"]]] if "." in finding["subject"] else words
                    missing += not words
                    named |= {letters(one) for one in words}
        found = [one for one in comments(path) if one.author == "ehcp-audit"][1:]
        at_words = [one for one in found if letters(one.words) in named]
        assert len(found) - len(at_words) <= missing, [one.words for one in found if one not in at_words]
        assert {letters(one.words) for one in at_words} == named


def test_a_comment_says_what_why_what_is_good_who_acts_and_which_criterion(made):
    _, folder = made
    (found,) = [one for one in comments(folder / "07-year-6-columns.reviewed.docx") if one.words == "Regular"]
    text = found.text
    assert text.startswith("F09 not met: Some words leave open what must be done")
    assert "Asked of F.6, must (the law): " in text
    for label in ("Why:", "What a good sentence holds:", "Who acts:"):
        assert label in text


def test_the_text_and_its_formatting_are_unchanged(made, samples):
    _, folder = made
    for path in folder.iterdir():
        original = samples / path.name.replace(".reviewed", "")
        assert looks(part(path, "word/document.xml")) == looks(part(original, "word/document.xml"))


def test_the_original_is_untouched_and_the_copy_is_the_same_again(cli, made, samples, tmp_path):
    _, folder = made
    original = samples / "07-year-6-columns.docx"
    before = hashlib.sha256(original.read_bytes()).hexdigest()
    assert cli("check", original, "--marked", tmp_path, "-q", *AS_OF).code in (0, 1)
    assert hashlib.sha256(original.read_bytes()).hexdigest() == before
    name = "07-year-6-columns.reviewed.docx"
    assert (tmp_path / name).read_bytes() == (folder / name).read_bytes()


def test_a_copy_that_is_there_is_kept_unless_forced(cli, samples, tmp_path):
    original = samples / "03-key-stage-1-columns.docx"
    there = tmp_path / "03-key-stage-1-columns.reviewed.docx"
    there.write_text("mine")
    done = cli("check", original, "--marked", tmp_path, *AS_OF)
    assert done.code == 2
    assert there.read_text() == "mine"
    assert "--force" in done.err
    assert cli("check", original, "--marked", tmp_path, "--force", *AS_OF).code in (0, 1)
    assert comments(there)


def test_two_plans_of_one_name_have_copies_apart(cli, samples, tmp_path):
    data = (samples / "03-key-stage-1-columns.docx").read_bytes()
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "draft.docx").write_bytes(data)
    cli("check", tmp_path / "a", tmp_path / "b", "--marked", tmp_path / "out", "-q", *AS_OF)
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [
        "draft.P01.reviewed.docx",
        "draft.P02.reviewed.docx",
    ]


def test_a_file_in_the_place_of_the_folder_is_refused(cli, samples, tmp_path):
    (tmp_path / "taken").write_text("x")
    done = cli("check", samples / "03-key-stage-1-columns.docx", "--marked", tmp_path / "taken", *AS_OF)
    assert done.code == 2
    assert "is a file" in done.err


@pytest.fixture(scope="module")
def drawn(process, samples, tmp_path_factory):
    """PDF samples marked, one of them with a scanned page behind its own: their result, and the folder of copies."""
    import pypdf

    folder = tmp_path_factory.mktemp("drawn")
    writer = pypdf.PdfWriter(clone_from=samples / "07-year-6-columns.pdf")
    writer.add_page(pypdf.PdfReader(samples / "13-scanned.pdf").pages[0])
    writer.write(folder / "partly.pdf")
    plans = [folder / "partly.pdf", *sorted(samples.glob("0[468]*.pdf")), samples / "13-scanned.pdf"]
    return process("check", *plans, "--ocr", "off", "--marked", folder / "out", "--format", "json", *AS_OF), folder


def test_a_scan_has_no_copy_and_the_others_have(drawn):
    done, folder = drawn
    assert done.code == 3
    assert len(json.loads(done.out)["unreadable"]) == 1
    assert len(list((folder / "out").glob("*.reviewed.pdf"))) == 4


def test_every_highlight_is_listed_with_its_page_and_a_scanned_page_is_named(drawn):
    import pypdf

    _, folder = drawn
    reader = pypdf.PdfReader(folder / "out" / "partly.reviewed.pdf")
    highlights = [
        (number, entry.get_object())
        for number, page in enumerate(reader.pages, 1)
        for entry in page.get("/Annots") or ()
        if entry.get_object()["/Subtype"] == "/Highlight"
    ]
    plan = pypdf.PdfReader(folder / "partly.pdf")
    text = " ".join(page.extract_text() for page in reader.pages[len(plan.pages) :])
    assert len(highlights) > 10
    assert f"Not read and not marked, page {len(plan.pages)}: The page is a picture without text" in " ".join(
        text.split()
    )
    for number, one in highlights[1:]:
        label = int(one["/NM"].split("-")[2])
        assert f"\n{label}. " in text.replace(" \n", "\n") or f" {label}. " in text
        assert ("Who acts: " if one["/T"] == "ehcp-audit" else "Not judged yet: ") in one["/Contents"]
        assert number <= len(plan.pages)


def test_highlights_cover_the_words_that_the_result_names(drawn):
    from test_marked_pdf import marks, under

    done, folder = drawn
    for card in json.loads(done.out)["scorecards"]:
        items = {item["subject"]: item["text"] for item in card["plan"]["items"]}
        named = set()
        for criterion in card["criteria"]:
            for finding in criterion["findings"]:
                if finding["verdict"] in GAPS:
                    words = [one["text"] for one in finding["evidence"] if not one["document"]]
                    named |= {letters(one) for one in words or [items.get(finding["subject"], "")]}
        data = (folder / "out" / f"{Path(card['file']).stem}.reviewed.pdf").read_bytes()
        certain = [
            one for one in marks(data) if one.text.partition(" ")[0][:1] in "EFGH" and one.author == "ehcp-audit"
        ]
        covered = {under(data, one) for one in certain}
        assert {one for one in covered if not any(one in words or words in one for words in named if words)} == set()


def test_a_word_plan_and_its_pdf_twin_have_their_copies_side_by_side(cli, samples, tmp_path):
    for suffix in ("docx", "pdf"):
        plan = samples / f"03-key-stage-1-columns.{suffix}"
        assert cli("check", plan, "--marked", tmp_path, "-q", *AS_OF).code in (0, 1)
    assert sorted(path.suffix for path in tmp_path.iterdir()) == [".docx", ".pdf"]


def test_a_doubt_about_many_lines_stands_once_at_the_heading_and_a_sentence_has_one_bubble_of_doubts(
    made, process, samples, tmp_path
):
    _, folder = made
    process("check", samples / "11-year-11-areas.docx", "--marked", tmp_path, *AS_OF)
    seen = 0
    for path in (*folder.iterdir(), *tmp_path.iterdir()):
        found = [one for one in comments(path) if one.author == LOOK_FIRST]
        wide = [one for one in found if re.search(r"\bF17 perhaps not met: \d+ of \d+", one.text)]
        for one in wide:
            if int(re.search(r"F17 perhaps not met: (\d+) of \d+", one.text)[1]) >= MANY:
                seen += 1
                assert len(one.words) < 80, "a heading, or the head of a column"
        assert all(one.text.count("Not judged yet:") <= 1 for one in found)
        assert not found or "What " in found[0].text, (
            "the first says what is good; further ones of a criterion need not"
        )
    assert seen


@pytest.fixture(scope="module")
def twice(process, samples, tmp_path_factory):
    """A plan whose findings rest on several places, marked as Word and as PDF."""
    import pypdf

    folder = tmp_path_factory.mktemp("twice")
    stem = "06-year-5-areas"
    process("check", samples / f"{stem}.docx", samples / f"{stem}.pdf", "--marked", folder, *AS_OF)
    said = [one.text for one in comments(folder / f"{stem}.reviewed.docx") if one.author == "ehcp-audit"]
    pages = pypdf.PdfReader(folder / f"{stem}.reviewed.pdf").pages
    listed = " ".join(" ".join(page.extract_text() for page in pages).split()).split("Review notes: ")[1]
    return said, listed


def test_a_finding_is_told_at_the_first_of_its_places_and_named_at_the_others(twice):
    said, _ = twice
    whole = [text for text in said if "Why:" in text]
    assert len(set(whole)) == len(whole), "two comments say the same at length"
    late = [text for text in said if text.startswith("T02 ")]
    assert late[0].startswith("T02 not met: The next review was due")
    assert late[1].startswith('T02 not met: see the comment at "30 September 2025" above.')


def test_the_list_of_notes_says_a_sentence_once_for_each_finding(twice):
    _, listed = twice
    assert listed.count('Some words leave open what must be done: "Opportunities for"') == 1
    assert listed.count("The next review was due on") == 1
    assert "T02 as at 1." in listed


def test_the_first_note_says_what_is_marked_to_look_at_and_lists_what_has_no_place(twice):
    for text, how in ((twice[0][0], 'comments of "ehcp-audit: look first"'), (twice[1], "marked in lilac")):
        first = text[text.index("A person must still judge: ") :]
        assert re.match(rf"A person must still judge: 4\d criteria\. \d+ places to look at first, in .*: {how}", first)
        assert re.search(r"\bE15 [^?]+\? Perhaps not met: ", first), "nothing in the plan to mark"
        assert "more:" not in first.split("What the criteria ask")[0]
        assert not re.search(r"(?:[A-Z]\d\d ){4}", first.split("What the criteria ask")[0])


def test_what_the_tool_only_proposes_is_marked_at_its_own_words_under_a_name_of_its_own(made):
    done, folder = made
    for card in json.loads(done.out)["scorecards"]:
        items = {item["subject"]: letters(item["text"]) for item in card["plan"]["items"]}
        found = comments(folder / f"{Path(card['file']).stem}.reviewed.docx")
        doubts = {letters(one.words): one.text for one in found if one.author == LOOK_FIRST}
        said = " ".join(one.text for one in found)
        for criterion in card["criteria"]:
            for finding in criterion["findings"]:
                if finding["verdict"] == "needs a person" and finding["proposed"] in GAPS:
                    assert criterion["id"] in said or not finding["evidence"]  # by itself, or as "The same in"
                    if finding["evidence"] and "." not in finding["subject"]:
                        words = [letters(one["text"]) for one in finding["evidence"]]
                        told = [letters(one.words) for one in found if criterion["id"] in one.text]
                        near = any(one in place or place in one for one in words for place in told)
                        assert near or len(words) >= MANY, "at the words or their sentence, else at the heading"
        judged_by = ("Not judged yet: the tool proposes this, and a person decides.", "see the comment at ")
        assert all(any(words in one for words in judged_by) for one in doubts.values())
        assert not any(one.startswith(("Checked by", "A person")) for one in doubts.values())
        assert set(items.values()) & set(doubts), "a whole line is marked as a whole"


def test_a_pdf_marks_them_in_a_colour_and_under_a_name_of_their_own(drawn):
    from test_marked_pdf import marks

    _, folder = drawn
    found = [one for path in (folder / "out").glob("*.pdf") for one in marks(path.read_bytes())]
    colours = {name: {one.colour for one in found[1:] if one.author == name} for name in ("ehcp-audit", LOOK_FIRST)}
    assert colours[LOOK_FIRST]
    assert not colours[LOOK_FIRST] & colours["ehcp-audit"]
