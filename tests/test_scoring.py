"""Scoring: the worked example and its variants, to the figure, and what must hold for any result."""

from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from types import SimpleNamespace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ehcp_audit.model import Cap, CriterionResult, Finding, Mode, Must, Tier, Verdict, Waiver
from ehcp_audit.scoring import fails_gate, gate, percent, score, settled, share

BANDS = (("outstanding", "9/10"), ("good", "3/4"), ("requires improvement", "1/2"), ("inadequate", "0"))


@dataclass
class FakeRubric:
    """As much of a rubric as scoring asks for."""

    caps: dict
    method: str = "flat"
    section_weights: dict | None = None
    bands: tuple = tuple(SimpleNamespace(name=name, min=Fraction(least)) for name, least in BANDS)

    def criterion(self, id):
        return SimpleNamespace(id=id, cap=self.caps.get(id))


F1_CAP = SimpleNamespace(below=Fraction(2, 3), to="requires improvement")
RUBRIC = FakeRubric(caps={"F1": F1_CAP})


def result(id, weight, points, *, must=False, section=None):
    """A criterion that earned these points ("2/3"); "N/A"; or "missing"."""
    earned = Fraction(points) if "/" in points and points != "N/A" else None
    verdict = {
        "N/A": Verdict.NOT_APPLICABLE,
        "missing": Verdict.NEEDS_PERSON,
    }.get(points) or (Verdict.MET if earned == 1 else Verdict.PARTLY_MET if earned else Verdict.NOT_MET)
    tier = Tier.MUST if must else Tier.SHOULD
    return CriterionResult(id, section or id[0], tier, Mode.AUTOMATIC, verdict, earned, Fraction(weight))


EXAMPLE = (
    result("A1", 1, "2/2", must=True),
    result("B1", 2, "2/3", must=True),
    result("B2", 1, "2/2"),
    result("E1", 2, "3/4", must=True),
    result("F1", 3, "3/3", must=True),
    result("F2", 2, "2/3", must=True),
    result("G1", 1, "N/A", must=True),
    result("H1", 1, "1/2", section="H"),
)


def changed(**points):
    """The worked example with other points for some of its criteria."""
    return tuple(
        result(one.id, one.weight, points[one.id], must=one.tier is Tier.MUST, section=one.section)
        if one.id in points
        else one
        for one in EXAMPLE
    )


def test_the_worked_example():
    got = score(EXAMPLE, RUBRIC)
    assert got.total == Fraction(29, 36)
    assert (percent(got.total), got.band, got.band_before_caps) == (80.6, "good", "good")
    assert [(code, None if value is None else percent(value)) for code, value in got.sections] == [
        ("A", 100.0),
        ("B", 77.8),
        ("E", 75.0),
        ("F", 86.7),
        ("G", None),
        ("H", 50.0),
    ]
    assert got.must == Must(met=2, applicable=5, open=0)
    assert (got.coverage, got.caps, got.open, got.notes) == (1, (), 0, ())
    assert got.bounds == (Fraction(29, 36), Fraction(29, 36))
    assert got.unweighted == (1 + Fraction(2, 3) + 1 + Fraction(3, 4) + 1 + Fraction(2, 3) + Fraction(1, 2)) / 7


def test_a_cap_that_is_triggered_but_does_not_bind():
    got = score(changed(F1="1/3"), RUBRIC)
    assert (got.total, percent(got.total)) == (Fraction(23, 36), 63.9)
    assert (got.band_before_caps, got.band) == ("requires improvement", "requires improvement")
    assert got.caps == (Cap("F1", "requires improvement", binding=False),)


def test_a_cap_that_binds_lowers_the_band_and_never_the_number():
    full = changed(B1="3/3", E1="4/4", F1="1/3", F2="3/3", H1="2/2")
    got = score(full, RUBRIC)
    assert (got.total, percent(got.total)) == (Fraction(5, 6), 83.3)
    assert (got.band_before_caps, got.band) == ("good", "requires improvement")
    assert got.caps == (Cap("F1", "requires improvement", binding=True),)


def test_missing_is_not_na_bounds_and_no_band():
    got = score(changed(B2="missing", H1="missing"), RUBRIC)
    assert got.coverage == Fraction(5, 6)
    assert percent(got.total) == 81.7
    assert [percent(bound) for bound in got.bounds] == [68.1, 84.7]
    assert (got.band, got.band_before_caps, got.open) == (None, None, 2)


def test_a_missing_must_counts_as_not_met_and_is_flagged():
    assert score(changed(F1="missing"), RUBRIC).must == Must(met=1, applicable=5, open=1)


def test_a_missing_criterion_triggers_no_cap():
    assert score(changed(F1="missing"), RUBRIC).caps == ()
    assert score(changed(F1="N/A"), RUBRIC).caps == ()


def test_a_selection_is_scored_and_gets_no_band():
    got = score(EXAMPLE, RUBRIC, selection=True)
    assert (got.total, got.band, got.band_before_caps) == (Fraction(29, 36), None, None)


def test_under_half_of_the_weight_is_not_gradeable():
    few = changed(B1="N/A", E1="N/A", F1="N/A")
    got = score(few, RUBRIC)
    assert got.total == (1 + 1 + Fraction(4, 3) + Fraction(1, 2)) / 5
    assert got.band is None
    assert got.notes[0].startswith("not gradeable")


def test_half_of_the_weight_is_gradeable():
    half = (result("A1", 1, "2/2"), result("B1", 1, "N/A"))
    assert score(half, RUBRIC).band == "outstanding"


@pytest.mark.parametrize(
    ("points", "band", "notes"),
    [
        ("7496/10000", "requires improvement", ("just below good",)),
        ("75/100", "good", ()),
        ("7495/10000", "requires improvement", ("just below good",)),
        ("7494/10000", "requires improvement", ()),
        ("89999/100000", "good", ("just below outstanding",)),
    ],
)
def test_the_band_is_chosen_before_rounding_and_says_when_it_is_just_below(points, band, notes):
    got = score((result("A1", 1, points),), RUBRIC)
    assert got.band == band
    assert got.notes == notes


def test_nothing_judged_has_no_total():
    got = score((result("A1", 1, "missing"),), RUBRIC)
    assert (got.total, got.unweighted, got.coverage, got.bounds) == (None, None, 0, (0, 1))
    got = score((result("A1", 1, "N/A"),), RUBRIC)
    assert (got.total, got.bounds, got.band) == (None, None, None)
    assert got.notes == ("not gradeable: no criterion of a section applies",)


def test_criteria_of_no_section_stand_outside_the_total_and_in_the_gate_and_the_unweighted_figure():
    whole = result("X01", 5, "0/1", must=True, section="all")
    dates = result("T01", 5, "missing", must=True, section="dates")
    got = score((*EXAMPLE, whole, dates), RUBRIC)
    assert got.total == Fraction(29, 36)
    assert got.coverage == 1
    assert got.band == "good"
    assert got.must == Must(met=2, applicable=7, open=1)
    assert got.open == 1
    assert got.unweighted == score(EXAMPLE, RUBRIC).unweighted * 7 / 8
    assert "all" not in dict(got.sections)


def test_section_weights_pool_joined_sections():
    rubric = FakeRubric(
        caps={}, method="sections", section_weights={"A": Fraction(20), "C+G": Fraction(10), "F": Fraction(70)}
    )
    results = (
        result("A1", 1, "1/2"),
        result("C1", 1, "1/1"),
        result("F1", 2, "3/4"),
        result("F2", 1, "missing"),
        result("G1", 3, "0/1"),
    )
    got = score(results, rubric)
    assert got.method == "sections"
    assert got.sections == (("A", Fraction(1, 2)), ("C+G", Fraction(1, 4)), ("F", Fraction(3, 4)))
    assert got.total == (20 * Fraction(1, 2) + 10 * Fraction(1, 4) + 70 * Fraction(3, 4)) / 100
    assert got.coverage == 1 - Fraction(70, 100) / 3
    low = (20 * Fraction(1, 2) + 10 * Fraction(1, 4) + 70 * Fraction(2, 3) * Fraction(3, 4)) / 100
    assert got.bounds == (low, low + Fraction(70, 300))


def test_a_section_without_value_leaves_its_weight_out():
    rubric = FakeRubric(caps={}, method="sections", section_weights={"A": Fraction(1), "H": Fraction(9)})
    got = score((result("A1", 1, "1/2"), result("H1", 1, "N/A", section="H1")), rubric)
    assert (got.total, got.coverage) == (Fraction(1, 2), 1)
    assert got.notes[0].startswith("not gradeable")


@pytest.mark.parametrize(
    ("verdicts", "wanted"),
    [
        ("met met", (Verdict.MET, Fraction(1))),
        ("met not_met", (Verdict.PARTLY_MET, Fraction(1, 2))),
        ("partly_met", (Verdict.PARTLY_MET, Fraction(1, 2))),
        ("not_met not_met not_applicable", (Verdict.NOT_MET, Fraction(0))),
        ("met not_applicable", (Verdict.MET, Fraction(1))),
        ("met not_met needs_person", (Verdict.NEEDS_PERSON, None)),
        ("not_applicable", (Verdict.NOT_APPLICABLE, None)),
        ("", (Verdict.NOT_APPLICABLE, None)),
        ("met met met partly_met", (Verdict.PARTLY_MET, Fraction(7, 8))),
    ],
)
def test_findings_add_up_to_one_verdict_and_share(verdicts, wanted):
    assert share(Verdict[name.upper()] for name in verdicts.split()) == wanted


def finding(verdict, tier=Tier.MUST, waived=None):
    return Finding("F04", "F.1", tier, verdict, "", "writer", "0" * 16, waived=waived)


def test_good_practice_joined_to_a_duty_does_not_fail_the_gate():
    findings = (finding(Verdict.MET), finding(Verdict.NOT_MET, Tier.SHOULD))
    joined = CriterionResult(
        "F04", "F", Tier.MUST, Mode.AUTOMATIC, Verdict.PARTLY_MET, Fraction(1, 2), Fraction(1), findings
    )
    assert gate([joined]) == Must(1, 1, 0)
    assert gate([replace(joined, tier=Tier.SHOULD)]) == Must(0, 0, 0)
    assert gate([replace(joined, findings=(finding(Verdict.PARTLY_MET), *findings))]) == Must(0, 1, 0)
    assert gate([replace(joined, findings=(finding(Verdict.NEEDS_PERSON), *findings))]) == Must(0, 1, 1)


def doubtful(verdicts, *, id="F09", weight=1, tier=Tier.MUST):
    """A criterion of which some findings wait for a person: "met met not_met needs_person"."""
    findings = tuple(finding(Verdict[name.upper()], tier) for name in verdicts.split())
    verdict, earned = share(one.verdict for one in findings)
    return CriterionResult(id, id[0], tier, Mode.AUTOMATIC, verdict, earned, Fraction(weight), findings)


@pytest.mark.parametrize(
    ("verdicts", "wanted"),
    [
        ("met needs_person not_met", Must(0, 1, 0)),
        ("partly_met needs_person", Must(0, 1, 0)),
        ("met needs_person", Must(0, 1, 1)),
        ("needs_person", Must(0, 1, 1)),
        ("met not_applicable", Must(1, 1, 0)),
    ],
)
def test_a_duty_that_is_certainly_missed_is_unmet_whatever_else_waits(verdicts, wanted):
    one = doubtful(verdicts)
    got = gate([one])
    assert got == wanted
    assert got.unmet == wanted.applicable - wanted.met - wanted.open
    assert one.falls_short == bool(got.unmet)


@pytest.mark.parametrize("verdicts", ["not_met needs_person", "not_met met"])
def test_a_waiver_changes_no_score_and_no_count_of_duties(verdicts):
    waiver = Waiver("agreed at panel", "AB", date(2026, 1, 1), date(2026, 7, 1))
    one = doubtful(verdicts)
    waived = replace(one, findings=tuple(each._replace(waived=waiver) for each in one.findings))
    assert gate([waived]) == gate([one]) == Must(0, 1, 0)
    assert score([waived], RUBRIC) == score([one], RUBRIC)


def test_good_practice_that_falls_short_leaves_its_duty_waiting():
    one = doubtful("needs_person")
    joined = replace(one, findings=(*one.findings, finding(Verdict.NOT_MET, Tier.SHOULD)))
    assert gate([joined]) == Must(0, 1, 1)


def test_a_certain_fault_counts_in_the_score_and_in_both_bounds_while_others_wait():
    """16 lines: 13 met, 1 not met, 2 in doubt. With another criterion, met: the fault is never counted as met."""
    lines = doubtful(" ".join(["met"] * 13 + ["not_met"] + ["needs_person"] * 2), tier=Tier.SHOULD)
    assert settled(lines) == (Fraction(14, 16), Fraction(13, 16))
    got = score((result("F1", 1, "1/1"), lines), RUBRIC)
    assert got.total == (1 + Fraction(13, 16)) / (1 + Fraction(14, 16))
    assert got.bounds == ((1 + Fraction(13, 16)) / 2, (1 + Fraction(15, 16)) / 2)
    assert got.coverage == (1 + Fraction(14, 16)) / 2
    assert got.sections == (("F", got.total),)
    assert (got.band, got.open, lines.share, lines.verdict) == (None, 1, None, Verdict.NEEDS_PERSON)
    assert got.unweighted == 1  # the plain mean of the shares that there are


@settings(deadline=None)
@given(
    st.lists(
        st.tuples(
            st.sampled_from("ABCEFGIJK"),
            st.integers(1, 5),
            st.lists(
                st.sampled_from(["met", "partly_met", "not_met", "not_applicable", "needs_person"]),
                min_size=1,
                max_size=6,
            ),
        ),
        min_size=1,
        max_size=8,
    ),
    st.sampled_from([Verdict.MET, Verdict.NOT_MET]),
)
def test_the_bounds_are_what_a_person_can_still_make_of_it(rows, answer):
    """Answering every doubtful line met gives the upper bound exactly, not met the lower; the score lies between."""
    results = [doubtful(" ".join(v), id=f"{s}{n}", weight=w) for n, (s, w, v) in enumerate(rows)]
    answered = [
        doubtful(" ".join(answer.name if one == "needs_person" else one for one in v).lower(), id=f"{s}{n}", weight=w)
        for n, (s, w, v) in enumerate(rows)
    ]
    for rubric in (RUBRIC, FakeRubric(caps={}, method="sections", section_weights=dict.fromkeys("ABCEFGIJK", 2))):
        got, then = score(results, rubric), score(answered, rubric)
        if got.bounds is None:
            assert then.total is None
            continue
        low, high = got.bounds
        assert then.total == (high if answer is Verdict.MET else low)
        assert got.total is None or low <= got.total <= high
        assert high - low == 1 - got.coverage


def test_a_waiver_lifts_a_finding_from_the_gate():
    waiver = Waiver("agreed at panel", "AB", date(2026, 1, 1), date(2026, 7, 1))
    assert fails_gate(finding(Verdict.NOT_MET))
    assert not fails_gate(finding(Verdict.NOT_MET, waived=waiver))
    assert not fails_gate(finding(Verdict.NEEDS_PERSON))
    assert not fails_gate(finding(Verdict.NOT_MET, Tier.SHOULD))
    assert fails_gate(finding(Verdict.PARTLY_MET, Tier.SHOULD), frozenset({Tier.MUST, Tier.SHOULD}))


@pytest.mark.parametrize(
    ("share_of_one", "printed"),
    [("29/36", 80.6), ("1/16", 6.3), ("1/8", 12.5), ("1/1", 100.0), ("0", 0.0), ("2/3", 66.7), ("133/2000", 6.7)],
)
def test_percentages_round_half_up(share_of_one, printed):
    assert percent(Fraction(share_of_one)) == printed


POINTS = st.one_of(st.sampled_from(["N/A", "missing"]), st.integers(0, 6).map(lambda points: f"{points}/6"))
RESULTS = st.lists(
    st.tuples(st.sampled_from("ABCEFGIJK"), st.integers(1, 5), POINTS, st.booleans()), min_size=1, max_size=12
).map(lambda rows: tuple(result(f"{s}{i}", w, p, must=m) for i, (s, w, p, m) in enumerate(rows)))
RUBRICS = st.sampled_from(
    [
        FakeRubric(caps={}),
        FakeRubric(
            caps={},
            method="sections",
            section_weights={
                "A+B": Fraction(3),
                "C+G": Fraction(1),
                "E": Fraction(2),
                "F": Fraction(5, 2),
                "I+J+K": Fraction(1),
            },
        ),
    ]
)


@settings(deadline=None)
@given(RESULTS, RUBRICS)
def test_what_holds_for_any_result(results, rubric):
    got = score(results, rubric)
    assert 0 <= got.coverage <= 1
    if got.bounds is not None:
        low, high = got.bounds
        assert 0 <= low <= high <= 1
        assert high - low == 1 - got.coverage
        if got.coverage == 1:
            assert got.total == low == high
    if got.coverage < 1:
        assert got.band is None
    assert got.must.met + got.must.open <= got.must.applicable
    assert score(results[::-1], rubric).total == got.total


@settings(deadline=None)
@given(RESULTS, RUBRICS)
def test_na_changes_no_total_and_a_better_finding_never_lowers_one(results, rubric):
    got = score(results, rubric)
    assert score((*results, result("A99", 4, "N/A")), rubric).total == got.total
    better = tuple(
        replace(one, share=Fraction(1), verdict=Verdict.MET) if one.share is not None else one for one in results
    )
    if got.total is not None:
        assert score(better, rubric).total == 1


@settings(deadline=None)
@given(RESULTS)
def test_the_flat_total_is_the_plain_weighted_mean(results):
    scored = [(one.weight, one.share) for one in results if one.share is not None]
    total = score(results, RUBRIC).total
    if scored:
        assert total == sum(w * s for w, s in scored) / sum(w for w, _ in scored)
    else:
        assert total is None
