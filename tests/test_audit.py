"""One plan by one rubric: the consequence of each state, who decides, places and fingerprints."""

from dataclasses import replace
from datetime import date
from fractions import Fraction
from types import SimpleNamespace

import pytest

from ehcp_audit.audit import FROM_A_PICTURE, audit_plan, plan_read
from ehcp_audit.checks import Check
from ehcp_audit.model import (
    SECTION_CODES,
    Advice,
    Answer,
    Facts,
    Item,
    Mode,
    Outcome,
    Passage,
    Plan,
    Provision,
    Section,
    State,
    Stretch,
    Tier,
    Verdict,
)
from ehcp_audit.rubric import asking


def plan_of(**sections):
    """A plan whose sections hold these lines, each line of E an outcome and of F, G, H1, H2 a provision.

    A state instead of lines is a section in that state; what is not named is missing.
    """
    stretches, starts, made, length = [], [], [], 0
    for code in SECTION_CODES:
        said = sections.get(code, State.MISSING)
        if isinstance(said, State):
            made.append(Section(code, said, note="one heading for both" if said is State.UNKNOWN else None))
            continue
        passages = []
        for number, words in enumerate(said, 1):
            stretches.append(Stretch(words, page=len(stretches) + 1, paragraph=number, table=(1, number, 2)))
            starts.append(length)
            passages.append(Passage(words, length))
            length += len(words) + 1
        kind = Outcome if code == "E" else Provision
        items = tuple(kind(f"{code}.{n}", (p,)) for n, p in enumerate(passages, 1)) if code in "EFGH1H2" else ()
        made.append(Section(code, State.PRESENT, f"Section {code}", tuple(passages), items))
    return Plan(
        "P01",
        "\n".join(one.text for one in stretches),
        tuple(made),
        Facts(child_name="Aisha Example", date_of_birth=date(2012, 3, 4), issued=date(2026, 6, 15), year_group=9),
        tuple(stretches),
        tuple(starts),
        as_of=date(2026, 11, 20),
    )


def mentions(subject, plan=None, *, word="by", verdict=Verdict.NOT_MET):
    """Met where the word stands in what is asked, with the word as evidence."""
    pieces = getattr(subject, "passages", None) or getattr(subject, "pieces", None) or (Passage(subject.text, 0),)
    for piece in pieces:
        at = piece.text.find(word)
        if at >= 0:
            return Answer(Verdict.MET, (piece.cut(at, at + len(word)),))
    return Answer(verdict, note=f"Nothing says {word}.")


FAKES = {
    f"fake.{kind.__name__.lower()}": Check(f"fake.{kind.__name__.lower()}", mentions, kind, True, ())
    for kind in (Item, Outcome, Provision, Section, Plan, Advice)
}


@pytest.fixture(autouse=True)
def fake_checks(monkeypatch):
    monkeypatch.setattr(asking, "checks", lambda: FAKES)


def use(kind="outcome", tier=None, **options):
    return SimpleNamespace(check=f"fake.{kind}", options=options, tier=tier)


def criterion(
    section="E",
    *uses,
    id="E07",
    mode=Mode.AUTOMATIC,
    tier=Tier.SHOULD,
    absent="not met",
    nil="not applicable",
    year=None,
):
    return SimpleNamespace(
        id=id,
        section=section,
        tier=tier,
        mode=mode,
        checks=uses,
        weight=Fraction(2),
        when_absent=absent if absent == "ask" else Verdict(absent),
        when_nil=nil if nil == "ask" else Verdict(nil),
        from_year=year,
        act="writer",
        cap=None,
    )


def rubric_of(*criteria):
    found = {one.id: one for one in criteria}
    return SimpleNamespace(
        id="fake",
        criteria=criteria,
        method="flat",
        section_weights=None,
        bands=(),
        word_changes=(),
        criterion=found.__getitem__,
    )


def result_of(plan, *args, **named):
    return audit_plan(plan, rubric_of(criterion(*args, **named))).criteria[0]


def seen(result):
    return [(finding.subject, str(finding.verdict)) for finding in result.findings]


def test_every_item_of_the_section_is_asked_and_the_met_ones_have_their_finding_too():
    got = result_of(plan_of(E=["Cook by July.", "Sit still."], F=["Help by day."]), "E", use())
    assert seen(got) == [("E.1", "met"), ("E.2", "not met")]
    assert (got.verdict, got.share, got.weight) == (Verdict.PARTLY_MET, Fraction(1, 2), 2)


@pytest.mark.parametrize(
    ("known", "first", "verdict"),
    [(1, 12, "not applicable"), (11, 12, "not applicable"), (0, 1, "not applicable"), (12, 12, "needs a person"),
     (14, 12, "needs a person"), (None, 12, "needs a person"), (1, None, "needs a person")],
)  # fmt: skip
@pytest.mark.parametrize("state", [State.PRESENT, State.MISSING])
def test_a_question_for_older_years_is_not_asked_where_the_year_is_known_to_be_lower(known, first, verdict, state):
    plan = replace(plan_of(A=["I like maps."] if state is State.PRESENT else state), facts=Facts(year_group=known))
    got = result_of(plan, "A", mode=Mode.HUMAN, absent="needs a person", year=first)
    assert seen(got) == [("A", verdict)]
    assert got.findings[0].tier is Tier.SHOULD


def test_evidence_has_its_exact_words_and_their_place():
    plan = plan_of(A=["Hello."], E=["Cook by July.", "Sit by day."])
    evidence = result_of(plan, "E", use()).findings[1].evidence[0]
    assert plan.text[evidence.start : evidence.start + len(evidence.text)] == evidence.text == "by"
    assert (evidence.section, evidence.page, evidence.paragraph, evidence.table) == ("E", 3, 2, (1, 2, 2))


@pytest.mark.parametrize(
    ("state", "verdict", "words"),
    [
        (State.NIL, "not applicable", "says that there is nothing"),
        (State.EMPTY, "not met", "no words"),
        (State.MISSING, "not met", "not found"),
        (State.UNKNOWN, "needs a person", "one heading for both"),
    ],
)
@pytest.mark.parametrize("kind", ["outcome", "section", "plan"])
@pytest.mark.parametrize("mode", [Mode.AUTOMATIC, Mode.ASSISTED])
def test_each_state_has_one_consequence(state, verdict, words, kind, mode):
    got = result_of(plan_of(E=state), "E", use(kind), mode=mode)
    assert seen(got) == [("E", verdict)]
    assert words in got.findings[0].note


@pytest.mark.parametrize("state", [State.NIL, State.EMPTY, State.MISSING])
def test_a_human_criterion_follows_the_states_too(state):
    got = result_of(plan_of(E=state), "E", mode=Mode.HUMAN)
    assert got.verdict in (Verdict.NOT_MET, Verdict.NOT_APPLICABLE)


def test_ask_hands_the_state_to_the_check():
    got = result_of(plan_of(E=State.NIL), "E", use("section"), nil="ask", absent="ask")
    assert seen(got) == [("E", "not met")]
    assert got.findings[0].note == "Nothing says by."


def test_a_present_section_without_items_needs_a_person():
    plan = plan_of(E=["Cook by July."])
    sections = tuple(replace(one, items=()) if one.code == "E" else one for one in plan.sections)
    got = result_of(replace(plan, sections=sections), "E", use())
    assert seen(got) == [("E", "needs a person")]
    assert got.findings[0].evidence[0].text == "Cook by July."


def test_an_assisted_check_only_proposes():
    got = result_of(plan_of(E=["Cook by July.", "Sit."]), "E", use(), mode=Mode.ASSISTED)
    assert [(one.verdict, one.proposed) for one in got.findings] == [
        (Verdict.NEEDS_PERSON, Verdict.MET),
        (Verdict.NEEDS_PERSON, Verdict.NOT_MET),
    ]
    assert (got.verdict, got.share) == (Verdict.NEEDS_PERSON, None)


def test_what_does_not_apply_stays_so_when_assisted():
    got = result_of(plan_of(E=["Sit."]), "E", use(verdict=Verdict.NOT_APPLICABLE), mode=Mode.ASSISTED)
    assert (got.verdict, got.findings[0].proposed) == (Verdict.NOT_APPLICABLE, None)


def from_a_picture(plan, *sure):
    """The plan as if its stretches had been recognised, each as surely as this."""
    return replace(plan, stretches=tuple(replace(one, ocr=how) for one, how in zip(plan.stretches, sure, strict=True)))


def test_findings_that_rest_on_a_picture_say_so():
    plan = plan_of(E=["Cook by July.", "Sit by day."])
    assert not any(FROM_A_PICTURE in one.note for one in result_of(plan, "E", use()).findings)
    got = result_of(from_a_picture(plan, 0.95, None), "E", use())
    assert [FROM_A_PICTURE in one.note for one in got.findings] == [True, False]
    assert [one.verdict for one in got.findings] == [Verdict.MET, Verdict.MET]
    assert [one.fingerprint for one in got.findings] == [
        one.fingerprint for one in result_of(plan, "E", use()).findings
    ]


@pytest.mark.parametrize("verdict", [Verdict.NOT_MET, Verdict.PARTLY_MET, Verdict.MET])
def test_what_was_hardly_recognised_is_left_to_a_person(monkeypatch, verdict):
    def quotes(subject: Outcome):
        return Answer(verdict, subject.passages)

    monkeypatch.setitem(FAKES, "fake.quotes", Check("fake.quotes", quotes, Outcome, False, ()))
    got = result_of(from_a_picture(plan_of(E=["Cook by July.", "Sit still."]), 0.5, 0.9), "E", use("quotes"))
    assert [one.verdict for one in got.findings] == [Verdict.NEEDS_PERSON, verdict]
    assert got.findings[0].proposed is verdict


def test_a_human_criterion_is_one_question_for_a_person():
    got = result_of(plan_of(E=["Cook.", "Sit."]), "E", mode=Mode.HUMAN)
    assert seen(got) == [("E", "needs a person")]
    assert seen(result_of(plan_of(E=["Cook."]), "voice", mode=Mode.HUMAN)) == [("plan", "needs a person")]


def test_a_plan_check_is_asked_once_under_its_section_or_the_plan():
    plan = plan_of(E=["Cook by July."], F=["Help."])
    assert seen(result_of(plan, "all", use("plan"))) == [("plan", "met")]
    assert seen(result_of(plan, "dates", use("plan", word="never"))) == [("plan", "not met")]
    assert seen(result_of(plan, "E", use("plan"))) == [("E", "met")]


def test_a_criterion_of_the_whole_plan_asks_items_and_sections_wherever_they_stand():
    plan = plan_of(E=["Cook by July."], F=["Help."], G=State.NIL)
    assert seen(result_of(plan, "all", use("item"))) == [("E.1", "met"), ("F.1", "not met")]
    assert seen(result_of(plan, "all", use("section"))) == [("E", "met"), ("F", "not met")]
    assert seen(result_of(plan_of(A=["Hello."]), "all", use("item"))) == [("plan", "needs a person")]


def test_section_h_means_both_and_one_heading_for_both_is_asked_once():
    assert seen(result_of(plan_of(H1=["Help by day."], H2=["Rest."]), "H", use("provision"))) == [
        ("H1.1", "met"),
        ("H2.1", "not met"),
    ]
    assert seen(result_of(plan_of(H1=["Help by day."], H2=State.NIL), "H", use("provision"))) == [
        ("H2", "not applicable"),
        ("H1.1", "met"),
    ]
    assert seen(result_of(plan_of(H1=["Help by day."], H2=State.UNKNOWN), "H", use("provision"))) == [("H1.1", "met")]


def test_a_joined_limb_of_good_practice_carries_its_weaker_tier():
    got = result_of(
        plan_of(E=["Cook by July."]), "E", use(), use(word="for", tier=Tier.LOCAL), tier=Tier.MUST, id="F04"
    )
    assert [(one.tier, one.verdict) for one in got.findings] == [
        (Tier.MUST, Verdict.MET),
        (Tier.LOCAL, Verdict.NOT_MET),
    ]
    card = audit_plan(
        plan_of(E=["Cook by July."]),
        rubric_of(criterion("E", use(), use(word="for", tier=Tier.LOCAL), tier=Tier.MUST)),
    )
    assert card.score.must.met == 1


def test_advice_reports_that_were_not_given_need_a_person():
    assert seen(result_of(plan_of(E=["Cook."]), "E", use("advice"))) == [("E", "needs a person")]


def fingerprints(plan, *uses):
    return [one.fingerprint for one in result_of(plan, "E", *(uses or (use(),))).findings]


def test_a_fingerprint_lasts_while_the_words_stand():
    first = fingerprints(plan_of(E=["Cook a meal by self-\nhelp.", "Sit."]))
    moved = fingerprints(plan_of(A=["New."], E=["Sit.", "Cook a  meal BY self-help!"]))
    assert first == moved[::-1]
    assert all(len(one) == 16 and int(one, 16) >= 0 for one in first)


def test_other_words_other_criteria_and_repeats_have_other_fingerprints():
    same = fingerprints(plan_of(E=["Sit.", "Sit.", "Stand."]))
    assert len(set(same)) == 3
    assert fingerprints(plan_of(E=["Sit."]))[0] == same[0]
    other = audit_plan(plan_of(E=["Sit."]), rubric_of(criterion("E", use(), id="E08"))).findings()
    assert other[0].fingerprint not in same


def test_a_section_is_known_by_its_evidence():
    one = result_of(plan_of(E=["Cook by July."]), "E", use("section"))
    other = result_of(plan_of(E=["Something else by day."]), "E", use("section"))
    assert one.findings[0].fingerprint == other.findings[0].fingerprint


def test_a_selection_scores_what_it_selects():
    criteria = [criterion("E", use(), id=id) for id in ("E01", "E02")]
    card = audit_plan(plan_of(E=["Cook by July."]), rubric_of(*criteria), select=frozenset({"E02"}))
    assert [one.id for one in card.criteria] == ["E02"]


def test_the_result_keeps_dates_and_items_and_no_identity():
    plan = plan_of(A=["Hello."], E=["Cook by July."], H1=State.NIL)
    card = audit_plan(plan, rubric_of(criterion("E", use())), id="K7", file="a.docx", team="North")
    assert (card.reference, card.id, card.file, card.team) == ("P01", "K7", "a.docx", "North")
    assert card.plan.facts == (("issued", date(2026, 6, 15)),)
    assert dict(card.plan.sections)["H1"] is State.NIL
    assert dict(card.plan.sections)["K"] is State.MISSING
    (item,) = card.plan.items
    assert (item.subject, item.text, item.page, item.table) == ("E.1", "Cook by July.", 2, (1, 1, 2))
    assert "Aisha" not in repr(card)
    assert "2012" not in repr(card)


def test_an_item_in_two_cells_is_kept_as_far_as_its_words_stand_together():
    plan = plan_of(E=["Cook a meal", "by July.", "Sit.", "Rest."])
    passages = plan.section("E").pieces
    together = Outcome("E.1", passages[:2])
    apart = Outcome("E.2", (passages[2], passages[0]))
    sections = tuple(replace(one, items=(together, apart)) if one.code == "E" else one for one in plan.sections)
    items = plan_read(replace(plan, sections=sections)).items
    assert [item.text for item in items] == ["Cook a meal\nby July.", "Sit."]
    for item in items:
        assert plan.text[item.start : item.start + len(item.text)] == item.text
