"""Scorecards that come back: what people do to workbooks, and what becomes of it, cell by cell."""

from __future__ import annotations

import io
import json
import shutil
import zipfile
from copy import copy

import judged_runs
import pytest
from openpyxl import load_workbook

from ehcp_audit.judgements import read_judgements
from ehcp_audit.scorecards.handing import take_back

IDS = ["X01", "A01", "B02", "E02", "E07", "F04", "F05", "G01", "K02"]


@pytest.fixture(scope="module")
def handed_out(tmp_path_factory):
    """A run whose scorecards are out with AB, the first of them graded well."""
    home = tmp_path_factory.mktemp("handed")
    out = judged_runs.export(judged_runs.run_folder(home / "run", 3))
    judged_runs.fill(out / "P01-AB-first.xlsx", lambda plan, id: "met")
    return home


@pytest.fixture
def folder(tmp_path):
    """A run of which nothing is out."""
    return judged_runs.run_folder(tmp_path / "run", 3)


@pytest.fixture
def card(folder, handed_out):
    """One scorecard of the run, graded well; three are out."""
    shutil.copytree(handed_out / "run" / "judgements", folder / "judgements")
    shutil.copytree(handed_out / "run-AB-first", folder.parent / "run-AB-first")
    return folder.parent / "run-AB-first" / "P01-AB-first.xlsx"


def back(folder, *paths, rubric=None, **options):
    return take_back(folder, rubric or judged_runs.rubric(), list(paths), **options)


def changed(path, change, name="changed.xlsx"):
    """A copy of a workbook after somebody changed it."""
    book = load_workbook(path)
    change(book, book["Scorecard"], judged_runs.columns(book["Scorecard"]), judged_runs.heading_row(book["Scorecard"]))
    copied = path.with_name(name)
    book.save(copied)
    return copied


def refused(folder, path, **options):
    """What is said of a workbook that must not go in; nothing of it is kept."""
    before = len(read_judgements(folder).judgements)
    taken = back(folder, path, **options)
    assert [one.file for one in taken.refused] == [path.name]
    assert taken.path is None
    assert len(read_judgements(folder).judgements) == before
    return "\n".join(taken.refused[0].mistakes)


def test_grades_come_in_with_who_when_and_how(folder, card):
    def more(book, sheet, place, head):
        book["Overall"]["B5"] = "20/11/2026"
        book["Overall"]["B6"] = "Good"
        book["Overall"]["B8"] = "Sam's own words"

    taken = back(folder, changed(card, more))
    kept = read_judgements(folder)
    assert [one.criterion for one in kept.judgements] == IDS
    first = kept.judgements[0]
    assert (first.plan, first.rater, first.round, first.blind, first.grade) == ("P01", "AB", "first", False, "met")
    assert first.judged_on.isoformat() == "2026-11-20"
    assert (kept.overall[0].judgement, kept.overall[0].works_well) == ("good", "Sam's own words")
    assert [(one.plan, one.rater) for one in taken.out] == [("P02", "AB"), ("P03", "AB")]


def test_nothing_is_ever_overwritten(folder, card):
    first = back(folder, card).path.read_bytes()
    said = refused(folder, card)
    assert "is in already and stays" in said
    second = judged_runs.export(folder, "CD")
    back(folder, judged_runs.fill(second / "P01-CD-first.xlsx", lambda plan, id: "not met"))
    files = sorted((folder / "judgements").glob("*.jsonl"))
    assert [path.name[:5] for path in files] == ["0001-", "0002-"]
    assert files[0].read_bytes() == first
    lines = [json.loads(line) for path in files for line in path.read_text(encoding="utf-8").splitlines()]
    assert {line["schema"] for line in lines} == {"ehcp-audit/judgement/1"}


def of_a_folder(folder, *paths):
    """An import of workbooks that nobody named one by one."""
    return back(folder, *paths, again=set(paths))


def test_what_is_in_as_it_is_may_come_again_with_its_folder(folder, card):
    def more(book, sheet, place, head):
        book["Overall"]["B5"] = "20/11/2026"
        book["Actions"]["A4"] = "Ask for exact advice"

    filled = changed(card, more)
    back(folder, filled)
    other = judged_runs.fill(card.with_name("P02-AB-first.xlsx"), lambda plan, id: "met")
    taken = of_a_folder(folder, filled, other)
    assert ([one.file for one in taken.returned], taken.refused) == ([other.name], ())
    assert [one.file for one in taken.already] == [filled.name]
    before = read_judgements(folder)
    sorted_since = changed(filled, sort_rows, "sorted.xlsx")
    taken = of_a_folder(folder, filled, other, sorted_since)
    assert (len(taken.already), taken.returned, taken.refused, taken.path) == (3, (), (), None)
    assert read_judgements(folder) == before


@pytest.mark.parametrize(
    ("sheet", "cell", "words"), [("Actions", "A4", "Another action"), ("Overall", "B8", "Sam's own words")]
)
def test_what_was_changed_since_it_came_in_is_refused(folder, card, sheet, cell, words):
    def more(book, *_):
        book[sheet][cell] = words

    back(folder, card)
    later = changed(card, more)
    taken = of_a_folder(folder, later)
    assert (taken.already, taken.path) == ((), None)
    assert "is in already and stays" in "\n".join(taken.refused[0].mistakes)


def sort_rows(book, sheet, place, head):
    rows = [[copy(cell.value) for cell in row] for row in sheet.iter_rows(min_row=head + 1)]
    rows.sort(key=lambda row: row[place["Question"] - 1])
    for number, row in enumerate(rows, head + 1):
        for column, value in enumerate(row, 1):
            sheet.cell(number, column).value = value


def reverse_columns(book, sheet, place, head):
    for row in sheet.iter_rows(min_row=head):
        values = [cell.value for cell in row]
        for cell, value in zip(row, reversed(values), strict=True):
            cell.value = value


def hide_and_filter(book, sheet, place, head):
    sheet.column_dimensions["C"].hidden = True
    sheet.row_dimensions[head + 2].hidden = True
    sheet.auto_filter.ref = None
    sheet.protection.sheet = False
    sheet.freeze_panes = None
    sheet.column_dimensions["L"].hidden = False


def add_a_sheet(book, sheet, place, head):
    book.create_sheet("My notes")["A1"] = "=SUM(A2:A9)"


def spell_loosely(book, sheet, place, head):
    for row, said in enumerate(
        (" MET", "Met\u00a0", "M", "Partly\u2011met", "partially met", "P", "Not\u2013met", "N/a", "n.a."), head + 1
    ):
        sheet.cell(row, place["Grade"]).value = said
        sheet.cell(row, place["N/A reason"]).value = "not of this age" if said.lower() in ("n/a", "n.a.") else None


def lose_meta(book, sheet, place, head):
    book.remove(book["_meta"])


def lose_properties(book, sheet, place, head):
    for name in list(book.custom_doc_props.names):
        del book.custom_doc_props[name]


def clear_a_settled_grade(book, sheet, place, head):
    for row in range(head + 1, sheet.max_row + 1):
        if sheet.cell(row, place["criterion_id"]).value == "E07":
            sheet.cell(row, place["Grade"]).value = sheet.cell(row, place["Comment"]).value = None


@pytest.mark.parametrize(
    ("change", "count"),
    [
        (sort_rows, 9),
        (reverse_columns, 9),
        (hide_and_filter, 9),
        (add_a_sheet, 9),
        (spell_loosely, 9),
        (lose_meta, 9),
        (lose_properties, 9),
        (clear_a_settled_grade, 8),
    ],
    ids=lambda one: getattr(one, "__name__", ""),
)
def test_what_does_no_harm_goes_in(folder, card, change, count):
    taken = back(folder, changed(card, change))
    assert not taken.refused, taken.refused
    grades = {one.criterion: one.grade for one in read_judgements(folder).judgements}
    assert len(grades) == count
    if change is spell_loosely:
        assert list(grades.values()) == ["met"] * 3 + ["partly met"] * 3 + ["not met", None, None]
    if change is add_a_sheet:
        assert taken.returned[0].notes == ("the sheet 'My notes' was added and not read",)


def at(row, heading, value):
    def change(book, sheet, place, head):
        sheet.cell(head + row, place[heading]).value = value

    return change


def both(*changes):
    def change(*book):
        for one in changes:
            one(*book)

    return change


def drop_row(book, sheet, place, head):
    sheet.delete_rows(head + 5)


def double_row(book, sheet, place, head):
    last = sheet.max_row + 1
    for column in range(1, sheet.max_column + 1):
        sheet.cell(last, column).value = sheet.cell(head + 2, column).value


def rename_heading(book, sheet, place, head):
    sheet.cell(head, place["Grade"]).value = "Score"


def double_heading(book, sheet, place, head):
    sheet.cell(head, sheet.max_column + 1).value = "Grade"


def lose_ids(book, sheet, place, head):
    sheet.delete_cols(place["criterion_id"])


def rename_sheet(book, sheet, place, head):
    sheet.title = "Sheet1"


def merge(book, sheet, place, head):
    sheet.merge_cells(start_row=head + 1, end_row=head + 3, start_column=place["Grade"], end_column=place["Grade"])


def far_cell(book, sheet, place, head):
    sheet["XFD1048576"] = "x"


def meta(name, value, *, everywhere=True):
    def change(book, sheet, place, head):
        for row in book["_meta"].iter_rows():
            if row[0].value == name:
                row[1].value = value
        if everywhere:
            book.custom_doc_props[f"ehcp_audit_{name}"].value = value

    return change


def action(row):
    def change(book, sheet, place, head):
        for column, value in enumerate(row, 1):
            book["Actions"].cell(5, column).value = value

    return change


def overall(cell, value):
    def change(book, sheet, place, head):
        book["Overall"][cell] = value

    return change


def strike(book, sheet, place, head):
    from openpyxl.styles import Font

    sheet.cell(head + 3, place["Grade"]).font = Font(strike=True)


def second_scorecard(book, sheet, place, head):
    book.copy_worksheet(sheet).title = "Scorecard CD"


def paste_over_ids(book, sheet, place, head):
    for row in (1, 2):
        sheet.cell(head + row, place["criterion_id"]).value = "met"


DAMAGE = {
    "a grade struck through": (strike, ["Scorecard!I8 (B02): the grade is struck through"]),
    "a second rater on a copied sheet": (second_scorecard, ["the sheet 'Scorecard CD' is a second scorecard"]),
    "ids pasted over": (
        paste_over_ids,
        ["Scorecard!M6: the rubric has no criterion 'met'", "Scorecard (X01): its row was deleted, or its id is gone"],
    ),
    "two grades in one cell": (at(1, "Grade", "met/partly met"), ["Scorecard!I6 (X01): found 'met/partly met'"]),
    "yes for a grade": (at(1, "Grade", True), ["Scorecard!I6 (X01): found 'TRUE'"]),
    "an American date": (action(["Say how often", "SENCO", "1/31/2027"]), ["Actions!C5: the date does not exist"]),
    "an unknown grade": (at(1, "Grade", "excellent"), ["Scorecard!I6 (X01): found 'excellent'", "allowed: met"]),
    "a number for a grade": (at(2, "Grade", 11), ["Scorecard!I7 (A01): found '11'"]),
    "a formula for a grade": (at(3, "Grade", "=H5"), ["Scorecard!I8 (B02): a formula"]),
    "an error for a grade": (at(3, "Grade", "#REF!"), ["Scorecard!I8 (B02): a formula"]),
    "a formula in a comment": (at(3, "Comment", "=1+1"), ["Scorecard!L8 (B02): a formula"]),
    "a blank grade that a person must give": (
        both(at(3, "Grade", None), at(3, "Comment", None)),
        ["Scorecard!I8 (B02): the grade is blank"],
    ),
    "words and no grade": (at(5, "Grade", None), ["Scorecard!I10 (E07): something was written and no grade given"]),
    "N/A without a reason": (at(5, "Grade", "N/A"), ["Scorecard!J10 (E07): N/A needs its reason"]),
    "a row deleted": (drop_row, ["Scorecard (E07): its row was deleted", "8 of its 8 rows"]),
    "a row doubled": (double_row, ["Scorecard!M15 (A01): this criterion stands in row 7 too", "9 of its 10 rows"]),
    "an unknown id": (at(4, "criterion_id", "E99"), ["Scorecard!M9: the rubric has no criterion 'E99'", "(E02)"]),
    "a row without an id": (at(4, "criterion_id", None), ["Scorecard!M9: row 9 has no criterion id", "(E02)"]),
    "notes below the table": (at(12, "Comment", "note to self"), ["Scorecard!M17: row 17 has no criterion id"]),
    "a heading renamed": (rename_heading, ["no such heading as 'Score'", "the heading 'Grade' is missing"]),
    "a heading twice": (double_heading, ["Scorecard!N5: the heading 'Grade' stands twice"]),
    "the ids deleted": (lose_ids, ["the heading 'criterion_id' is missing"]),
    "the sheet renamed": (rename_sheet, ["no sheet 'Scorecard'", "'Sheet1' looks like it"]),
    "cells merged": (merge, ["Scorecard!I6:I8: these cells are merged"]),
    "a cell at the far corner": (far_cell, ["Scorecard!XFD1048576: this cell is outside the table"]),
    "the tool's verdict altered": (
        at(5, "Tool's verdict", "met"),
        ["Scorecard!F10 (E07): 'Tool's verdict' was changed"],
    ),
    "the question altered": (at(5, "Question", "Is it nice?"), ["Scorecard!C10 (E07): 'Question' was changed"]),
    "a formula in a locked cell": (at(5, "Tier", '="should"'), ["Scorecard!E10 (E07): 'Tier' was changed"]),
    "another rubric": (meta("rubric_sha256", "cd" * 32), ["made with another rubric"]),
    "another run": (meta("run", "cd" * 8), ["belongs to another run"]),
    "another plan": (meta("scorecard", "P09"), ["the run has no plan P09"]),
    "another plan's file": (meta("scorecard", "P02"), ["P02 of this run is another plan"]),
    "put together from two": (
        meta("auditor", "XY", everywhere=False),
        ["'auditor' is not what the file's properties say"],
    ),
    "no identity at all": (both(lose_meta, lose_properties), ["this is no scorecard of ehcp-audit"]),
    "a date that is none": (action(["Say how often", "SENCO", "31/02/2027"]), ["Actions!C5: the date does not exist"]),
    "a year of two digits": (action(["Say how often", "SENCO", "1/2/27"]), ["Actions!C5: the date has no year"]),
    "an action without its name": (action([None, "SENCO"]), ["Actions!A5: something was written and no action named"]),
    "a formula as an action": (action(["=1+1"]), ["Actions!A5: a formula"]),
    "a band of no rubric": (overall("B6", "excellent"), ["Overall!B6: found 'excellent'; allowed: good, inadequate"]),
    "another auditor": (overall("B4", "CD"), ["Overall!B4: it was handed out to AB"]),
    "an overall date that is none": (overall("B5", "soon"), ["Overall!B5: the date is not a date"]),
    "an overall question altered": (
        both(overall("A6", "Grade"), overall("B6", "good")),
        ["Overall!B6: 'About the plan as a whole' was changed"],
    ),
}


@pytest.mark.parametrize("kind", DAMAGE)
def test_damage_is_refused_with_its_cell(folder, card, kind):
    change, words = DAMAGE[kind]
    said = refused(folder, changed(card, change))
    for one in words:
        assert one in said, said
    assert said.startswith("changed.xlsx")


def test_all_mistakes_come_in_one_pass_and_the_others_go_in(folder, card):
    path = changed(card, both(at(1, "Grade", "great"), at(2, "Grade", "=1"), drop_row, action(["x", "", "soon"])))
    good = judged_runs.fill(card.with_name("P02-AB-first.xlsx"), lambda plan, id: "met")
    taken = back(folder, path, good)
    said = "\n".join(taken.refused[0].mistakes)
    for one in ("I6", "I7", "its row was deleted", "Actions!C5"):
        assert one in said
    assert {one.plan for one in read_judgements(folder).judgements} == {"P02"}


def test_na_is_refused_where_the_rubric_does_not_allow_it(folder, card):
    path = changed(card, both(at(5, "Grade", "N/A"), at(5, "N/A reason", "too young")))
    assert "Scorecard!I10 (E07): N/A is not allowed here" in refused(folder, path, rubric=judged_runs.rubric(False))


def test_one_scorecard_sent_twice_is_refused_both_times(folder, card):
    copied = changed(card, at(1, "Grade", "not met"))
    taken = back(folder, card, copied)
    assert [one.file for one in taken.refused] == ["P01-AB-first.xlsx", "changed.xlsx"]
    assert "is in P01-AB-first.xlsx and in changed.xlsx" in taken.refused[0].mistakes[0]
    assert taken.path is None


def packed(parts):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "no .xlsx workbook"),
        (b"Section,ID,Grade\nE,E07,met\n", "no .xlsx workbook"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "an old or a locked Excel workbook"),
        (b"PK\x03\x04 torn off", "damaged workbook"),
        (packed({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet"}), "an OpenDocument file; save it as"),
        (packed({"xl/workbook.bin": b""}), "a binary Excel workbook"),
    ],
)
def test_what_is_no_workbook_is_refused_in_a_sentence(folder, tmp_path, data, words):
    path = tmp_path / "card.xlsx"
    path.write_bytes(data)
    assert words in refused(folder, path)
    assert "not there" in refused(folder, tmp_path / "none.xlsx")


def test_a_bomb_is_refused_before_it_is_opened(folder, tmp_path):
    path = tmp_path / "bomb.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(5):
            archive.writestr(f"xl/worksheets/sheet{number}.xml", bytes(60 * 2**20))
    assert "256 MiB" in refused(folder, path)


def test_blind_scorecards_hide_the_tool_and_want_every_grade(folder):
    out = judged_runs.export(folder, "CD", blind=True, round="second")
    path = out / "P01-CD-second.xlsx"
    sheet = load_workbook(path)["Scorecard"]
    assert (
        not {"Tool's verdict", "Tool's evidence and place", "Tool would say", "Grades so far"}
        & judged_runs.columns(sheet).keys()
    )
    words = " ".join(str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value)
    assert "Score:" not in words
    judged_runs.fill(path, lambda plan, id: None if id == "E07" else "met", comment=None)
    assert "(E07): the grade is blank" in refused(folder, path)
    taken = back(folder, path, partial=True)
    assert taken.returned[0].blank == (("P01", "E07"),)
    assert len(read_judgements(folder).judgements) == 8


def test_what_the_tool_would_say_is_accepted_in_its_own_words(folder, card):
    def accept(book, sheet, place, head):
        for row in range(head + 1, sheet.max_row + 1):
            if (
                sheet.cell(row, place["Tool would say"]).value
                or sheet.cell(row, place["Tool's verdict"]).value == "met"
            ):
                sheet.cell(row, place["Grade"]).value = "As the tool"
                sheet.cell(row, place["Comment"]).value = None

    sheet = load_workbook(card)["Scorecard"]
    place, head = judged_runs.columns(sheet), judged_runs.heading_row(sheet)
    would = {
        sheet.cell(row, place["ID"]).value: sheet.cell(row, place["Tool would say"]).value
        for row in range(head + 1, sheet.max_row + 1)
    }
    assert {id: said for id, said in would.items() if said} == {"B02": "partly met"}
    back(folder, changed(card, accept))
    kept = {one.criterion: one for one in read_judgements(folder).judgements}
    assert (kept["B02"].grade, kept["B02"].comment) == ("partly met", "Accepted as the tool would say.")
    assert kept["X01"].grade == "met"
    assert kept["E07"].comment == "I read it so."


def test_nothing_is_accepted_where_the_tool_would_say_nothing_or_is_not_seen(folder, card):
    assert "(K02): the tool would say nothing here" in refused(folder, changed(card, at(9, "Grade", "accept")))
    out = judged_runs.export(folder, "CD", blind=True, round="second")
    judged_runs.fill(out / "P01-CD-second.xlsx", lambda plan, id: "as the tool")
    assert "found 'as the tool'; allowed: met" in refused(folder, out / "P01-CD-second.xlsx")


def test_who_judges_after_others_sees_their_grades_and_says_why_he_differs(folder, card):
    back(folder, card)
    out = judged_runs.export(folder, "EF", round="second")
    path = out / "P01-EF-second.xlsx"
    sheet = load_workbook(path)["Scorecard"]
    place = judged_runs.columns(sheet)
    assert sheet.cell(judged_runs.heading_row(sheet) + 1, place["Grades so far"]).value == "AB (first): met"
    judged_runs.fill(path, lambda plan, id: "not met" if id == "E07" else "met", comment=None)
    assert "(E07): the grade was met and is not met; say why" in refused(folder, path)
    judged_runs.fill(path, lambda plan, id: "not met" if id == "E07" else "met")
    assert not back(folder, path).refused


def test_a_first_audit_may_differ_from_the_tool_without_a_word_and_a_blank_one_is_not_yet_done(folder, card):
    silent = changed(
        card,
        lambda book, sheet, place, head: [at(row, "Comment", None)(book, sheet, place, head) for row in range(1, 10)],
    )
    assert not back(folder, silent).refused
    out = judged_runs.export(folder, "GH", blind=True)
    taken = back(folder, out / "P01-GH-first.xlsx")
    assert [(one.file, one.plans, one.rater) for one in taken.untouched] == [("P01-GH-first.xlsx", ("P01",), "GH")]
    assert (taken.returned, taken.refused) == ((), ())


def test_a_workbook_with_words_and_no_grade_is_refused_and_with_partial_taken(folder):
    out = judged_runs.export(folder, "GH", blind=True)
    path = out / "P01-GH-first.xlsx"

    def sum_up(book, sheet, place, head):
        book["Actions"]["A4"], book["Actions"]["C4"] = "Say how often", "31/01/2027"

    path = changed(path, sum_up)
    assert "nothing was graded in it yet" in refused(folder, path)
    assert not back(folder, path, partial=True).untouched


def test_one_workbook_for_all_plans_goes_round(folder):
    out = judged_runs.export(folder, "AB", one_workbook=True)
    path = judged_runs.fill(out / "scorecards-AB-first.xlsx", lambda plan, id: "met" if plan != "P02" else "not met")

    def more(book, sheet, place, head):
        sort_rows(book, sheet, place, head)
        book["Actions"]["A4"], book["Actions"]["B4"], book["Actions"]["D4"] = "P02", "Say how often", "31/01/2027"
        book["Overall"]["D5"] = "inadequate"

    taken = back(folder, changed(path, more))
    assert not taken.refused, taken.refused
    kept = read_judgements(folder)
    assert len(kept.judgements) == 27
    assert {one.grade for one in kept.judgements if one.plan == "P02"} == {"not met"}
    assert (kept.actions[0].plan, kept.actions[0].due.isoformat()) == ("P02", "2027-01-31")
    assert (kept.overall[0].plan, kept.overall[0].judgement) == ("P02", "inadequate")
    assert taken.out == ()


def test_a_plan_column_sorted_by_itself_is_refused(folder):
    out = judged_runs.export(folder, "AB", one_workbook=True)
    path = judged_runs.fill(out / "scorecards-AB-first.xlsx", lambda plan, id: "met")
    said = refused(folder, changed(path, at(1, "Plan", "P02")))
    assert "Scorecard!A5 (X01): the plan here is not the one that the row is of (P01)" in said


def test_actions_come_back_and_know_their_state(folder, card):
    from datetime import date

    rows = ["Say how often", "SENCO", date(2026, 12, 1), None, ""]
    back(folder, changed(card, action(rows)))
    (one,) = read_judgements(folder).actions
    assert (one.owner, one.due) == ("SENCO", date(2026, 12, 1))
    assert [one.status(date(2026, 12, day)) for day in (1, 2)] == ["open", "overdue"]


def test_a_libreoffice_round_trip_changes_nothing(folder, card, office):
    taken = back(folder, office(changed(card, sort_rows, "P01-AB-first.xlsx"), "xlsx"))
    assert not taken.refused, taken.refused
    assert {one.grade for one in read_judgements(folder).judgements} == {"met"}


def note(book, sheet, place, head):
    from openpyxl.comments import Comment

    sheet.cell(head + 3, place["Grade"]).comment = Comment("not sure of this one", "AB")


def test_a_note_on_a_cell_is_named_and_a_workbook_with_macros_goes_in(folder, card):
    path = changed(card, note)
    taken = back(folder, path.rename(path.with_suffix(".xlsm")))
    assert not taken.refused
    assert taken.returned[0].notes == ("Scorecard!I8: a note on the cell was not read",)
