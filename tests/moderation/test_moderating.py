"""A moderation round: pairs of blind grades, the figures that may be given, the agenda, and what was agreed."""

from __future__ import annotations

import io
from fractions import Fraction

import judged_runs
import made_runs
import pytest
from openpyxl import load_workbook

from ehcp_audit.errors import AuditError
from ehcp_audit.judgements import Kept, keep, read_judgements, standing
from ehcp_audit.model import Judgement
from ehcp_audit.moderation.agenda import agenda, spoken
from ehcp_audit.moderation.measuring import moderate
from ehcp_audit.moderation.pairing import Source, units_of
from ehcp_audit.moderation.record import moderation_json
from ehcp_audit.reports.moderation import biggest, disputed, headline, moderation_html, most_disputed
from ehcp_audit.reports.moderation_book import moderation_workbook, scoring_sheet
from ehcp_audit.runs import read_run
from ehcp_audit.scorecards.handing import fingerprint_of, take_back
from ehcp_audit.scorecards.outcomes import outcomes_workbook

IDS = ["X01", "A01", "B02", "E02", "E07", "F04", "F05", "G01", "K02"]


def grade(plan, id, rater, grade, *, blind=True, round="first", **more):
    return Judgement(plan, id, rater, round, blind, None if grade == "N/A" else grade, **more)


def source(folder, number=1, name="run"):
    return Source(number, name, read_run(folder), read_judgements(folder))


@pytest.fixture
def folder(tmp_path):
    return judged_runs.run_folder(tmp_path / "run", 12)


def round_of(folder, pairs, **more):
    """Blind grades by AB and CD of one criterion, plan by plan."""
    said = [
        grade(f"P{n:02}", "E07", rater, one)
        for n, pair in enumerate(pairs, 1)
        for rater, one in zip(("AB", "CD"), pair, strict=True)
    ]
    keep(folder, Kept(tuple(said)))
    return moderate([source(folder)], made_runs.rubric())


def test_few_plans_get_counts_and_cases_and_no_coefficient(folder):
    found = round_of(folder, [("met", "met")] * 8 + [("met", "not met")])
    assert found.overall.plans == 9
    assert found.overall.coefficient is None
    assert found.overall.exact.more == {"k": 8, "n": 9}
    assert found.overall.exact.interval is None
    rows = dict(headline(found))
    assert rows["Exact agreement"] == "8 of 9"
    assert "no coefficient" in rows["Note"]


def test_ten_plans_get_one_coefficient_with_its_interval_and_no_word(folder):
    pairs = [("met", "met")] * 4 + [("not met", "not met")] * 4 + [("met", "partly met"), ("not met", "partly met")] * 2
    found = round_of(folder, pairs)
    (one,) = found.criteria
    assert (one.name, one.plans) == ("E07", 12)
    assert one.coefficient.name == "cohen_kappa"
    assert one.coefficient.params == {"weights": "quadratic"}
    # by hand: six met, six not met by AB; four met, four partly, four not met by CD; four pairs one apart
    expected = Fraction(6 * 4 + 6 * 4, 144) * 1 + Fraction(6 * 4 + 6 * 4, 144) * 4
    assert one.coefficient.value == pytest.approx(float(1 - Fraction(4, 12) / expected))
    assert one.label == ""
    assert found.overall.coefficient.interval.method.startswith("percentile bootstrap over plans")
    assert dict(headline(found))["Within one grade"].startswith("12 of 12, 100%")


def test_one_grade_over_seventy_percent_brings_ac2_beside_it(folder):
    found = round_of(folder, [("met", "met")] * 10 + [("not met", "met"), ("met", "partly met")])
    (one,) = found.criteria
    assert one.beside.name == "gwet_ac2"
    assert any("92% of the ratings are one grade" in note for note in one.notes)


def test_a_round_in_which_all_agree_on_one_grade_has_no_kappa(folder):
    found = round_of(folder, [("met", "met")] * 12)
    assert found.criteria[0].coefficient.value is None
    assert "0/0" in dict(headline(found))["Cohen's kappa, quadratic weights"]


def test_gaps_or_a_third_rater_bring_alpha(folder):
    extra = [grade(f"P{n:02}", "E07", "EF", "met") for n in range(1, 5)]
    keep(folder, Kept(tuple(extra)))
    found = round_of(folder, [("met", "not met"), ("not met", "not met")] * 6)
    assert found.overall.coefficient.name == "krippendorff_alpha"
    assert found.overall.matrix == ()


def test_the_matrix_has_the_whole_scale_and_na_is_counted_apart(folder):
    found = round_of(folder, [("met", "not met"), ("met", "not met"), ("met", "met"), ("N/A", "met")])
    assert found.overall.matrix == ((1, 0, 2, 0), (0, 0, 0, 0), (0, 0, 0, 0), (1, 0, 0, 0))
    assert found.overall.applies == 1
    assert found.overall.exact.more == {"k": 1, "n": 3}
    assert biggest(found.overall, ["AB", "CD"]) == "The commonest disagreement: AB says met, CD says not met (twice)."
    assert (found.overall.direction.up, found.overall.direction.down) == (0, 2)
    assert found.overall.direction.says == "no direction beyond chance"


def test_a_direction_is_named_only_beyond_chance(folder):
    found = round_of(folder, [("met", "partly met")] * 7)
    assert found.overall.direction.says == "downwards"


def test_sighted_grades_enter_no_agreement_but_the_regrade_rate(folder):
    said = [grade(f"P{n:02}", "E07", "AB", "met", blind=False) for n in range(1, 5)]
    said += [grade(f"P{n:02}", "E07", "EF", "not met", blind=False, round="second") for n in (1, 2)]
    said += [grade("P03", "E07", "EF", "met", blind=False, round="second")]
    keep(folder, Kept(tuple(said)))
    found = moderate([source(folder)], made_runs.rubric())
    assert found.overall.plans == 0
    assert found.overall.exact.value is None
    assert (found.regraded.n, found.regraded.changed, found.regraded.down) == (3, 2, 2)


def test_the_agenda_leads_with_the_widest_then_the_pass_line_the_law_and_the_weight(folder):
    said = []
    for id, first, second in (
        ("A01", "met", "partly met"),
        ("E07", "met", "partly met"),
        ("B02", "not met", "partly met"),
        ("F04", "met", "not met"),
        ("G01", "N/A", "met"),
        ("K02", "met", "met"),
    ):
        said += [grade("P01", id, "AB", first, comment="AB's words"), grade("P01", id, "CD", second)]
    keep(folder, Kept(tuple(said)))
    points = agenda(units_of([source(folder)]), made_runs.rubric())
    assert [point.criterion.id for point in points] == ["F04", "A01", "E07", "B02", "G01"]
    assert points[0].reasons == ("2 grades apart", "across the pass line", "asked by the law")
    assert points[-1].reasons[0] == "does it apply?"
    assert points[0].words[0].comment == "AB's words"


def test_severity_needs_three_linked_raters(folder):
    def three(link):
        said = []
        for n in range(1, 11):
            raters = ("AB", "CD") if n < 6 else ("EF", "GH")
            said += [grade(f"P{n:02}", "E07", rater, "met" if rater in ("AB", "EF") else "not met") for rater in raters]
        if link:
            said += [grade("P01", "E07", "EF", "met")]
        return said

    keep(folder, Kept(tuple(three(link=False))))
    assert "share no plan" in moderate([source(folder)], made_runs.rubric()).severity_note
    keep(folder, Kept(tuple(three(link=True))[-1:]))
    found = moderate([source(folder)], made_runs.rubric())
    by_rater = {one.rater: one.mean for one in found.severity}
    assert by_rater["AB"] > 0 > by_rater["CD"]


def test_where_people_overrule_rules_comes_with_its_direction(folder):
    said = [grade(f"P{n:02}", "E07", "AB", "met") for n in range(1, 4)]  # the rules: partly met, but P03 met
    keep(folder, Kept(tuple(said)))
    (one,) = moderate([source(folder)], made_runs.rubric()).tool
    assert (one.criterion, one.changes.n, one.changes.up, one.changes.down) == ("E07", 3, 2, 0)


def test_two_authorities_are_paired_by_id_and_their_raters_told_apart(tmp_path):
    north = judged_runs.run_folder(tmp_path / "north", 3, ids="EHC")
    south = judged_runs.run_folder(tmp_path / "south", 3, ids="EHC")
    keep(north, Kept((grade("P01", "E07", "AB", "met"),)))
    keep(south, Kept((grade("P01", "E07", "AB", "not met"), grade("P02", "E07", "AB", "met"))))
    found = moderate([source(north, 1, "north"), source(south, 2, "south")], made_runs.rubric())
    assert [rater for rater, _ in found.raters] == ["AB (1)", "AB (2)"]
    assert found.agenda[0].unit.label == "P01 of north"
    assert found.agenda[0].unit.places == ((1, "P01"), (2, "P01"))


def test_plans_without_ids_are_the_same_when_their_files_are(tmp_path):
    north, south = (judged_runs.run_folder(tmp_path / name, 2) for name in ("north", "south"))
    keep(north, Kept((grade("P01", "E07", "AB", "met"),)))
    keep(south, Kept((grade("P01", "E07", "CD", "met"),)))
    assert moderate([source(north, 1), source(south, 2)], made_runs.rubric()).overall.plans == 1


def test_runs_by_different_rubrics_are_not_moderated_together(folder, tmp_path):
    other = judged_runs.national_run(tmp_path / "other")
    with pytest.raises(AuditError, match="different rubrics"):
        moderate([source(folder, 1), source(other, 2)], made_runs.rubric())


# --- the papers ------------------------------------------------------------------------------------------------


@pytest.fixture
def in_dispute(folder):
    round_of(folder, [("met", "not met"), ("met", "partly met"), ("met", "met")])
    return folder


def record(folder, fill):
    """The record of outcomes, filled in and handed back."""
    found = moderate([source(folder)], made_runs.rubric())
    points = [(point.unit.places[0][1], point) for point in found.agenda]
    path = folder.parent / "outcomes.xlsx"
    path.write_bytes(outcomes_workbook(read_run(folder), fingerprint_of(folder), points, made_runs.rubric()))
    book = load_workbook(path)
    sheet = book["Outcomes"]
    place = judged_runs.columns(sheet)
    fill(sheet, place, judged_runs.heading_row(sheet))
    book.save(path)
    return take_back(folder, made_runs.rubric(), [path])


def test_what_the_meeting_agreed_comes_back_as_the_consensus(in_dispute):
    def fill(sheet, place, head):
        sheet.cell(head + 1, place["Agreed grade"]).value = "partly met"
        sheet.cell(head + 1, place["Reason"]).value = "One outcome of six has a date."
        sheet.cell(head + 1, place["Rubric wording to change"]).value = "Say whether a phase end counts."
        sheet.cell(head + 1, place["Owner (role)"]).value = "QA lead"

    taken = record(in_dispute, fill)
    assert not taken.refused
    (one,) = (one for one in read_judgements(in_dispute).judgements if one.round == "consensus")
    assert (one.plan, one.criterion, one.rater, one.grade, one.blind) == ("P01", "E07", "panel", "partly met", False)
    found = moderate([source(in_dispute)], made_runs.rubric())
    assert (len(found.agenda), found.settled) == (1, 1)
    assert found.wording == (("E07", "Say whether a phase end counts.", "QA lead"),)
    assert found.overall.exact.more == {"k": 1, "n": 3}, "agreement stays that of the blind grades"
    assert (
        standing(read_run(in_dispute).scorecards, read_judgements(in_dispute).judgements, made_runs.rubric()).consensus
        == 1
    )


@pytest.mark.parametrize(
    ("cells", "words"),
    [
        ({"Agreed grade": "superb"}, "(E07): found 'superb'; allowed: met"),
        ({"Agreed grade": "not met"}, "(E07): the first grade was met: say why"),
        ({"Agreed grade": "N/A"}, "(E07): N/A needs its reason"),
        ({"Reason": "we could not agree"}, "(E07): something was written and no grade agreed"),
        ({"Rubric wording to change": "Say by when"}, "(E07): something was written and no grade agreed"),
        ({"Agreed grade": "=1+1"}, "(E07): a formula"),
        ({"criterion_id": "E99"}, "the run has no 'E99'"),
        ({"ID": "F04"}, "'Plan' or 'ID' was changed"),
    ],
)
def test_a_record_with_a_mistake_is_refused_whole(in_dispute, cells, words):
    def fill(sheet, place, head):
        sheet.cell(head + 2, place["Agreed grade"]).value = "met"
        for heading, value in cells.items():
            sheet.cell(head + 1, place[heading]).value = value

    taken = record(in_dispute, fill)
    assert taken.path is None
    assert words in "\n".join(taken.refused[0].mistakes)


def test_the_papers_hold_everybodys_words_side_by_side_and_no_formula(folder):
    said = [
        grade("P01", "E07", "AB", "met", comment="=HYPERLINK(1)"),
        grade("P01", "E07", "CD", "not met", comment="<b>no date</b>"),
    ]
    keep(folder, Kept(tuple(said)))
    found = moderate([source(folder)], made_runs.rubric())
    book = load_workbook(io.BytesIO(moderation_workbook(found, made_runs.rubric())))
    assert book.sheetnames == ["Agreement", "Matrix", "Agenda", "By criterion", "Raters", "People and rules"]
    cells = {str(cell.value): cell.data_type for row in book["Agenda"].iter_rows() for cell in row}
    assert cells["met: =HYPERLINK(1)"] == "s"
    page = moderation_html(found, made_runs.rubric())
    assert "&lt;b&gt;no date&lt;/b&gt;" in page
    assert page.count("<h1>") == 1
    assert len(load_workbook(io.BytesIO(scoring_sheet(made_runs.rubric())))["Scoring sheet"]["C"]) == 9 + 4


def test_the_json_says_the_same(in_dispute):
    found = moderation_json(moderate([source(in_dispute)], made_runs.rubric()))
    assert found["schema"] == "ehcp-audit/moderation/1"
    assert [one["statistic"] for one in found["statistics"]] == ["percent_agreement", "within_one"]
    assert [(one["plan"], one["criterion"], one["gap"]) for one in found["agenda"]] == [
        ("P01", "E07", 2),
        ("P02", "E07", 1),
    ]
    assert found["overall"]["matrix"][0] == [1, 1, 1, 0]


def test_a_second_record_in_the_workbook_is_refused_and_other_sheets_are_named(in_dispute):
    def fill(sheet, place, head):
        sheet.cell(head + 1, place["Agreed grade"]).value = "met"
        sheet.parent.create_sheet("Minutes")["A1"] = "We met."

    taken = record(in_dispute, fill)
    assert taken.returned[0].notes == ("the sheet 'Minutes' was added and not read",)
    copied = record(in_dispute, lambda sheet, place, head: setattr(sheet.parent.copy_worksheet(sheet), "title", "Two"))
    assert "the sheet 'Two' is a second record of outcomes" in copied.refused[0].mistakes[0]


def met(sheet, **words):
    """Fill the sheet on the meeting in, by label."""
    meeting = sheet.parent["Meeting"]
    for row in range(1, meeting.max_row + 1):
        if meeting.cell(row, 1).value in words:
            meeting.cell(row, 2).value = words[meeting.cell(row, 1).value]


def test_an_outcome_knows_its_meeting(in_dispute):
    def fill(sheet, place, head):
        sheet.cell(head + 1, place["Agreed grade"]).value = "met"
        met(
            sheet,
            **{
                "Date of the meeting": "24/11/2026",
                "Who took part (initials or keys)": "AB, CD",
                "Signed off by (role)": "QA lead",
                "Signed off on (date)": "25/11/2026",
            },
        )

    assert not record(in_dispute, fill).refused
    (one,) = (one for one in read_judgements(in_dispute).judgements if one.round == "consensus")
    assert one.judged_on.isoformat() == "2026-11-24"
    assert dict(one.extra) == {"present": "AB, CD", "signed_off": "QA lead", "signed_off_on": "2026-11-25"}


def test_a_meeting_on_no_day_is_refused_and_a_record_without_the_sheet_goes_in(in_dispute):
    def wrong(sheet, place, head):
        sheet.cell(head + 1, place["Agreed grade"]).value = "met"
        met(sheet, **{"Date of the meeting": "31/11/2026"})

    assert "Meeting!B4: the date does not exist" in record(in_dispute, wrong).refused[0].mistakes[0]

    def older(sheet, place, head):
        sheet.cell(head + 1, place["Agreed grade"]).value = "met"
        sheet.parent.remove(sheet.parent["Meeting"])

    assert not record(in_dispute, older).refused


# --- plan scores ------------------------------------------------------------------------------------------------


def in_full(folder, plans, grades):
    """Blind grades of every criterion: `grades(plan, id, rater)`."""
    said = [
        grade(f"P{n:02}", id, rater, grades(n, id, rater))
        for n in range(1, plans + 1)
        for id in IDS
        for rater in ("AB", "CD")
    ]
    keep(folder, Kept(tuple(said)))
    return moderate([source(folder)], made_runs.rubric())


def test_two_raters_scores_of_whole_plans_are_held_side_by_side(folder):
    """CD finds one criterion more not met than AB in every plan; AB finds n of them not met in plan n."""

    def grades(n, id, rater):
        missed = n % 6 + (rater == "CD")
        return "not met" if IDS.index(id) < missed else "met"

    (pair,) = in_full(folder, 12, grades).scores
    assert (pair.first, pair.second, pair.plans) == ("AB", "CD", 12)
    weights = {one.id: one.weight for one in made_runs.rubric().criteria}
    scored = [id for id in IDS if id != "X01"]  # of no section: outside the score
    for plan, first, second in pair.scores:
        missed = int(plan[1:]) % 6
        for value, number in ((first, missed), (second, missed + 1)):
            lost = sum(weights[id] for id in scored if IDS.index(id) < number)
            assert value == pytest.approx(float(100 - 100 * lost / sum(weights[id] for id in scored)))
    gaps = [first - second for _, first, second in pair.scores]
    assert pair.apart.value == pytest.approx(sum(gaps) / 12)
    assert 0 < pair.icc.value < 1


def test_too_few_whole_plans_have_scores_and_no_coefficient(folder):
    found = in_full(folder, 4, lambda n, id, rater: "met")
    (pair,) = found.scores
    assert (pair.plans, pair.icc, pair.apart) == (4, None, None)
    assert pair.scores[0] == ("P01", 100.0, 100.0)


def test_plans_judged_in_part_have_no_score(folder):
    assert round_of(folder, [("met", "not met")] * 12).scores == ()


def test_the_page_and_the_workbook_show_the_scores_and_how_grades_lie(folder):
    found = in_full(folder, 12, lambda n, id, rater: "not met" if id == "E07" and rater == "CD" and n < 6 else "met")
    assert disputed(found)["E07"] == (7, 0, 5, 0)
    assert most_disputed(found) == "E07 (5 of 12 plans)"
    page = moderation_html(found, made_runs.rubric())
    assert "7 the same; 5 two apart" in page
    assert "AB less CD" in page
    book = load_workbook(io.BytesIO(moderation_workbook(found, made_runs.rubric())))
    words = [str(cell.value) for row in book["Plan scores"].iter_rows() for cell in row]
    assert "AB less CD" in words
    assert "P12" in words


def test_fifty_plans_tell_whether_raters_use_the_grades_alike(tmp_path):
    pairs = [("met", "met")] * 40 + [("met", "not met")] * 9 + [("not met", "met")]
    found = round_of(judged_runs.run_folder(tmp_path / "run", 50), pairs)
    said = "use the grades in different shares"
    assert any(said in note for note in found.criteria[0].notes)
    assert not any(said in note for note in found.overall.notes), "pooled criteria are not independent"
    few = round_of(judged_runs.run_folder(tmp_path / "few", 49), pairs[1:])
    assert not any(said in note for note in few.criteria[0].notes)


def test_what_somebody_wrote_comes_with_its_place():
    one = grade("P01", "E07", "AB", "met", comment="Half say when.", evidence="E.2", reason="")
    assert spoken(one) == "Half say when. (E.2)"
    assert spoken(grade("P01", "E07", "AB", "N/A", reason="too young", comment="Reception", evidence="")) == (
        "too young; Reception"
    )
    assert spoken(grade("P01", "E07", "AB", "met", evidence="page 3")) == "page 3"
