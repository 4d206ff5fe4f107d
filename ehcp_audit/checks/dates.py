"""Checks on dates: their order, the statutory clocks, reviews, and outcomes whose time has passed.

Days are calendar days. Where the law counts "within 12 months beginning with" a day, the last day is the day before the
anniversary. What the plan does not show goes to a person.
"""

from __future__ import annotations

from datetime import date, timedelta

from ehcp_audit.checks import check
from ehcp_audit.checks.passages import first, found, whole
from ehcp_audit.checks.phrases import phrases
from ehcp_audit.model import Answer, Facts, Passage, Plan, Verdict
from ehcp_audit.rare import rarely
from ehcp_audit.styling import long_date

_WORDS = {
    "date_of_birth": "date of birth",
    "requested": "the request",
    "plan_decided": "the decision to make a plan",
    "drafted": "the draft",
    "issued": "the final plan",
    "amended": "the amendment",
    "reviewed": "the last review",
    "review_due": "the next review",
}
_ORDER = (
    ("date_of_birth", "requested"),
    ("date_of_birth", "issued"),
    ("requested", "drafted"),
    ("requested", "issued"),
    ("drafted", "issued"),
    ("issued", "review_due"),
    ("amended", "review_due"),
    ("reviewed", "review_due"),
)


_AMENDED_ORDER = (
    ("date_of_birth", "issued"),
    ("requested", "issued"),
    ("issued", "amended"),
    ("reviewed", "drafted"),
    ("drafted", "amended"),
    ("issued", "review_due"),
    ("amended", "review_due"),
    ("reviewed", "review_due"),
)
"""Of an amended plan the draft is the notice of what is to be amended, which follows the review."""


def _said(plan: Plan, *names: str) -> tuple[Passage, ...]:
    """The words that these facts were read from."""
    known = dict(plan.facts.sources)
    return tuple(known[name] for name in names if name in known)


def anniversary(day: date) -> date:
    """The same day a year on; 1 March where 29 February does not exist."""
    try:
        return day.replace(year=day.year + 1)
    except ValueError:
        return date(day.year + 1, 3, 1)


def _order_of(facts: Facts) -> tuple[tuple[str, str], ...]:
    if facts.stage == "amendment notice":
        return tuple(pair for pair in _ORDER if pair != ("drafted", "issued"))  # the plan to be amended comes first
    if facts.amended is None or facts.stage != "amended final":
        return _ORDER
    if _is_of_first_plan(facts):
        return tuple(pair for pair in _AMENDED_ORDER if "drafted" not in pair)
    return _AMENDED_ORDER


def _is_of_first_plan(facts: Facts) -> bool:
    """Is the draft that an amended plan tells of the one from which its first final plan was made?"""
    return facts.drafted is not None and facts.issued is not None and facts.drafted <= facts.issued


@check("dates.in_order", holds_in_part=True)
def in_order(plan: Plan) -> Answer:
    """Do the plan's own dates stand in an order that can be: birth, request, draft, final plan, next review?"""
    facts = plan.facts
    wrong: list[tuple[str, str]] = []
    amended = facts.amended is not None and facts.stage == "amended final"
    for earlier, later in _order_of(facts):
        before, after = getattr(facts, earlier), getattr(facts, later)
        if before is not None and after is not None and after < before:
            wrong.append((earlier, later))
    ahead = [
        name
        for name in ("requested", "drafted", "issued", "amended")
        if (getattr(facts, name) or plan.as_of) > plan.as_of
    ]
    decisions = _decisions(plan) if not amended else ()
    answer = _answer_by(plan)
    if answer is not None and facts.drafted is not None and answer[0] < facts.drafted:
        decisions += (("drafted", "after", "the last day for an answer to it", answer[1]),)
    if not wrong and not ahead and not decisions:
        return Answer(Verdict.MET, note="The dates stand in an order that can be.")
    names = dict.fromkeys(name for pair in wrong for name in pair) | dict.fromkeys(ahead)
    parts = [f"{_WORDS[later]} is dated before {_WORDS[earlier]}" for earlier, later in wrong]
    parts += [f"{_WORDS[name]} is dated after the day of the audit" for name in ahead]
    parts += [f"{_WORDS[name]} is dated {how} {decision}" for name, how, decision, _ in decisions]
    names |= dict.fromkeys(name for name, *_ in decisions)
    note = "; ".join(parts)
    evidence = (*_said(plan, *names), *(words for *_, words in decisions))
    return Answer(Verdict.NOT_MET, first(evidence, 6), f"{note[:1].upper()}{note[1:]}.")


_DECISIONS = (("assess_decided", "the decision to assess"), ("plan_decided", "the decision to make a plan"))


def _decisions(plan: Plan) -> tuple[tuple[str, str, str, Passage], ...]:
    """Dates of the plan that cannot be beside those of the authority's decisions."""
    wrong: list[tuple[str, str, str, Passage]] = []
    for name_of, decision in _DECISIONS:
        day: date | None = getattr(plan.facts, name_of)
        if day is None:
            continue
        (words,) = _said(plan, name_of) or (Passage("", 0),)
        for name, late in (("requested", True), ("drafted", False), ("issued", False)):
            told = getattr(plan.facts, name)
            if told is not None and (told > day if late else told < day):
                wrong.append((name, "after" if late else "before", decision, words))
    facts = plan.facts
    if facts.plan_decided and facts.assess_decided and facts.plan_decided < facts.assess_decided:
        (words,) = _said(plan, "assess_decided") or (Passage("", 0),)
        wrong.append(("plan_decided", "before", "the decision to assess", words))
    return tuple(wrong)


@check("dates.twenty_weeks")
def twenty_weeks(plan: Plan, *, days: int = 140, decision_days: int = 42) -> Answer:
    """Was the final plan issued within 20 weeks (`days`) of the request, by the plan's own dates?

    They are the weeks of the first plan: one that was reviewed or amended since is asked only where it shows both days.
    Where the plan shows when it was decided to assess, it is asked too whether that was within six weeks
    (`decision_days`). The 16 weeks are those of a decision to make no plan, which no plan can tell of.
    """
    return _with_decision(plan, _twenty_weeks(plan, days), decision_days)


def _with_decision(plan: Plan, answer: Answer, days: int) -> Answer:
    """The answer on the 20 weeks, and that the decision to assess came too late, where it did."""
    facts = plan.facts
    asked = answer.verdict in (Verdict.MET, Verdict.NOT_MET) or (
        answer.verdict is Verdict.NOT_APPLICABLE and facts.status == "draft" and "amend" not in (facts.stage or "")
    )
    if not asked or facts.requested is None or facts.assess_decided is None:
        return answer
    took = (facts.assess_decided - facts.requested).days
    if took <= days:
        return answer
    exempt = first(found(whole(plan), phrases("exemption")), 2)
    note = f"{answer.note} The decision to assess is dated {took} days after the request, which is over 6 weeks, " + (
        "and the plan speaks of an exemption or another clock." if exempt else "with no exemption recorded."
    )
    evidence = tuple(dict.fromkeys((*answer.evidence, *_said(plan, "requested", "assess_decided"), *exempt)))
    late = Verdict.PARTLY_MET if answer.verdict is Verdict.MET else Verdict.NOT_MET
    if exempt:
        return Answer(Verdict.NEEDS_PERSON, evidence, note, proposed=late)
    return Answer(late, evidence, note)


def _twenty_weeks(plan: Plan, days: int) -> Answer:
    facts = plan.facts
    amended = "amend" in (facts.stage or "") or facts.amended is not None
    if amended and (facts.requested is None or facts.issued in (None, facts.amended)):
        return Answer(Verdict.NOT_APPLICABLE, note="An amended plan's date says nothing of the first 20 weeks.")
    if facts.requested is None and facts.reviewed is not None:
        return Answer(Verdict.NOT_APPLICABLE, note="The plan was reviewed since; the 20 weeks were those of the first.")
    if facts.requested is None:
        return Answer(Verdict.NEEDS_PERSON, note="The plan does not show when the assessment was asked for.")
    ended = facts.issued or (facts.drafted if facts.status == "draft" else None)
    if ended is None:
        return Answer(Verdict.NEEDS_PERSON, note="The plan does not show when it was issued.")
    evidence = _said(plan, "requested", "issued" if facts.issued else "drafted")
    due = facts.requested + timedelta(days=days)
    took = (ended - facts.requested).days
    before = tuple(words for name, how, _, words in _decisions(plan) if (name, how) == ("requested", "after"))
    drafted = None if amended else facts.drafted  # of an amended plan it is the day of the notice
    if before or ended < facts.requested or (facts.issued and drafted and facts.issued < drafted):
        note = "The dates are out of order, so the 20 weeks cannot be counted."
        evidence = (*_said(plan, "requested", "drafted", "issued"), *before)
        return Answer(Verdict.NEEDS_PERSON, evidence, note, proposed=Verdict.NOT_MET)
    planned = facts.issue_due if facts.issued is None else None
    if planned is not None and planned > due:
        took, evidence = max(took, (planned - facts.requested).days), (*evidence, *_said(plan, "issue_due"))
    if took <= days:
        if facts.issued is None:
            return Answer(Verdict.NOT_APPLICABLE, evidence, f"A draft; the final plan is due by {long_date(due)}.")
        return Answer(
            Verdict.MET, evidence, f"Issued {took} days after the request; the last day was {long_date(due)}."
        )
    exempt = first(found(whole(plan), phrases("exemption")), 2)
    if exempt or took > 730:
        why = (
            "the plan speaks of an exemption or another clock"
            if exempt
            else "it is so long that another clock may apply"
        )
        note = f"{took} days from the request, which is over 20 weeks; {why}."
        return Answer(Verdict.NEEDS_PERSON, (*evidence, *exempt), note, proposed=Verdict.NOT_MET)
    note = f"{took} days from the request to this plan, which is over 20 weeks, with no exemption recorded."
    return Answer(Verdict.NOT_MET, evidence, note)


@check("dates.review")
def review(plan: Plan) -> Answer:
    """Is the plan inside its review year on the audit's day, and its next review set within 12 months?

    Where a plan was changed after a review, its next one is due within 12 months of the decision that ended that
    review, by the notice of it or within 4 weeks of the meeting, whatever day the plan was amended: a person decides.
    """
    facts = plan.facts
    bases = [(name, day) for name in ("issued", "reviewed") if (day := getattr(facts, name)) is not None]
    if facts.status == "draft" and facts.issued is None and facts.reviewed is None:
        return Answer(Verdict.NOT_APPLICABLE, note="A first draft has no review to be late for.")
    if not bases and facts.amended is None and facts.review_due is None:
        return Answer(Verdict.NEEDS_PERSON, note="The plan shows no day of issue and no date of a review, held or due.")
    if bases:
        name, base = max(bases, key=lambda pair: pair[1])
        last_day = anniversary(base) - timedelta(days=1)
    elif facts.amended is not None:
        name, last_day = "amended", anniversary(facts.amended) - timedelta(days=1)
    else:
        name, last_day = "review_due", facts.review_due or plan.as_of
    early = _is_notice_before_review(facts)
    evidence = _said(plan, name, "amended", "review_due", *(("reviewed", "drafted") if early else ()))
    if facts.review_due is not None and facts.review_due < plan.as_of:
        note = f"The next review was due on {long_date(facts.review_due)}, and the plan shows none since."
        later = [day for _, day in bases if day > facts.review_due]
        if later or (facts.amended is not None and facts.amended > facts.review_due):
            note += " The plan shows a later date, so that this may be the review before."
            return Answer(Verdict.NEEDS_PERSON, evidence, note, proposed=Verdict.NOT_MET)
        return Answer(Verdict.NOT_MET, evidence, note)
    amended_last = anniversary(facts.amended) - timedelta(days=1) if facts.amended else None
    latest = max(last_day, amended_last or last_day)
    if facts.review_due is not None and facts.review_due > latest:
        if facts.review_due == latest + timedelta(days=1):
            note = f"The review date is the anniversary itself; the last day of the 12 months is {long_date(latest)}."
            return Answer(Verdict.NEEDS_PERSON, evidence, note)
        note = f"The next review is set for {long_date(facts.review_due)}; 12 months end on {long_date(latest)}."
        return Answer(Verdict.NOT_MET, evidence, note)
    if (after_review := _counted_from_the_plan(facts)) is not None:
        names, note = after_review
        return Answer(Verdict.NEEDS_PERSON, _said(plan, *names), note, proposed=Verdict.NOT_MET)
    if early:
        note = "The notice of what is to be amended is dated before the review that it follows."
        return Answer(Verdict.NEEDS_PERSON, evidence, note, proposed=Verdict.NOT_MET)
    if late := _late_after_review(facts):
        names, note = late
        return Answer(Verdict.NEEDS_PERSON, _said(plan, *names), note, proposed=Verdict.NOT_MET)
    if plan.as_of <= last_day:
        return Answer(Verdict.MET, evidence, _review_year(facts, name, last_day))
    if amended_last is not None and plan.as_of <= amended_last:
        ended = f"12 months from {_WORDS[name]} ended on {long_date(last_day)}"
        note = f"{ended}; the plan was amended since, so it was reviewed."
        return Answer(Verdict.NEEDS_PERSON, evidence, note)
    note = f"12 months from {_WORDS[name]} ended on {long_date(last_day)}, and no later review is shown."
    if facts.reviewed is None and facts.review_due is None:
        note = (
            f"The plan shows no date of a review, held or due. 12 months from {_WORDS[name]} ended on "
            f"{long_date(last_day)}."
        )
    return Answer(Verdict.NOT_MET, evidence, note)


def _review_year(facts: Facts, name: str, last_day: date) -> str:
    """Until when the review year runs, and from what it was counted where the plan shows no date of a review."""
    if facts.reviewed is None and facts.review_due is None:
        due = f"12 months from {_WORDS[name]} end on {long_date(last_day)}"
        return f"The plan shows no date of a review, held or due; {due}."
    return f"The review year runs to {long_date(last_day)}."


def _counted_from_the_plan(facts: Facts) -> tuple[tuple[str, ...], str] | None:
    """Of a plan changed after a review: the days to show and what to say, where its next review is set for later than
    12 months after that one.

    A review ends with the decision on it (regulation 20(10)), at most 4 weeks after the meeting.
    """
    changed = facts.amended or facts.issued
    if facts.reviewed is None or facts.review_due is None or changed is None:
        return None
    if not 0 < (changed - facts.reviewed).days < _A_YEAR:
        return None
    notice = facts.drafted if facts.drafted is not None and facts.reviewed <= facts.drafted <= changed else None
    ended = notice or facts.reviewed + timedelta(weeks=4)
    last_day = anniversary(ended) - timedelta(days=1)
    if facts.review_due <= last_day:
        return None
    when = "with the notice of" if notice else "with the decision, at most 4 weeks later:"
    note = (
        f"The next review is set for {long_date(facts.review_due)}. The last one was held on "
        f"{long_date(facts.reviewed)} and ended {when} {long_date(ended)}; 12 months from then end on "
        f"{long_date(last_day)}, whatever day the plan was amended."
    )
    return ("reviewed", *(("drafted",) if notice else ()), "amended" if facts.amended else "issued", "review_due"), note


def _is_notice_before_review(facts: Facts) -> bool:
    """Of an amended plan: is the notice of what is to be amended dated before the review that it follows?"""
    if facts.stage != "amended final" or facts.drafted is None or facts.reviewed is None or _is_of_first_plan(facts):
        return False
    return facts.amended is not None and facts.drafted < facts.reviewed


_A_YEAR = 366  # days, beyond which two days belong to different reviews
_STEPS_AFTER_REVIEW = (  # regulations 20 and 22(3), and Devon [2022] EWHC 493 (Admin) for the two together
    ("reviewed", "drafted", 4, "the review meeting to the notice of what is to be amended"),
    ("drafted", "amended", 8, "that notice to the amended plan"),
    ("reviewed", "amended", 12, "the review meeting to the amended plan"),
)


def _late_after_review(facts: Facts) -> tuple[tuple[str, str], str] | None:
    """Of an amended plan: the two days, by its own dates, that lie further apart than the law allows, and what to say.

    A notice may have been sent anew, or a later meeting held, which a plan need not show: a person looks.
    """
    if facts.stage != "amended final":
        return None
    for begin, end, weeks, steps in _STEPS_AFTER_REVIEW:
        first_day, last_day = getattr(facts, begin), getattr(facts, end)
        if first_day is None or last_day is None or not 7 * weeks < (took := (last_day - first_day).days) < _A_YEAR:
            continue
        return (begin, end), f"{took} days from {steps}, by the plan's dates; the law gives {weeks} weeks."
    return None


@check("dates.representations")
def representations(plan: Plan, *, days: int = 15) -> Answer:
    """Did the family have `days` days, the day of service counted, between the draft and the final plan?

    A draft that names the last day for an answer is asked whether that day leaves them so many.
    """
    facts = plan.facts
    issued = facts.amended if facts.amended is not None and facts.stage == "amended final" else facts.issued
    if _is_of_first_plan(facts):
        issued = facts.issued
    if facts.stage == "amendment notice":
        issued = None  # the final plan that it shows is the one to be amended
    if facts.drafted is None or issued is None:
        if facts.drafted is not None and (last := _answer_by(plan)) is not None:
            return _days_left(plan, *last, days)
        if facts.status == "draft":
            return Answer(Verdict.NOT_APPLICABLE, note="The plan is a draft; the days are still running.")
        return Answer(
            Verdict.NEEDS_PERSON, note="The plan does not show when the draft was sent and the final plan issued."
        )
    evidence = _said(plan, "drafted", "issued" if issued == facts.issued else "amended")
    given = (issued - facts.drafted).days
    if given < 0:
        return Answer(Verdict.NEEDS_PERSON, evidence, _OUT_OF_ORDER, proposed=Verdict.NOT_MET)
    if given >= days - 1:
        return Answer(Verdict.MET, evidence, f"{given + 1} days, the day of service counted.")
    note = f"{given + 1} days from draft to final plan, the day of service counted; the family may have answered early."
    return Answer(Verdict.NEEDS_PERSON, evidence, note, proposed=Verdict.NOT_MET)


_LEADS_TO_A_DAY = rarely(r"[\W\d]{0,4}(?:(?:on|the|end|of|noon|before|is|midnight|[A-Z][a-z]+day)\b\W{0,3}){0,4}")
_OUT_OF_ORDER = "The dates are out of order, so the days cannot be counted."


def _answer_by(plan: Plan) -> tuple[date, Passage] | None:
    """The last day that the plan gives the family to answer the draft, with its words."""
    from ehcp_audit.language.dates import first_date

    if plan.facts.answer_due is not None and (said := _said(plan, "answer_due")):
        return plan.facts.answer_due, said[0]
    for hit in found(whole(plan), phrases("answer by")):
        after = plan.text[hit.end : hit.end + 60]
        day = first_date(after)
        if (
            day is None
            or "\n" in after[: day.start]  # the day under another label of a row
            or day.value is None
            or day.precision != "day"
            or not _LEADS_TO_A_DAY.fullmatch(after, 0, day.start)
        ):
            continue
        return day.value, Passage(plan.text[hit.start : hit.end + day.end], hit.start)
    return None


def _days_left(plan: Plan, last: date, words: Passage, days: int) -> Answer:
    """Does the last day for an answer leave the family so many days from the draft's own date?"""
    evidence = (*_said(plan, "drafted"), words)
    given = (last - (plan.facts.drafted or last)).days + 1
    if given < 1:
        return Answer(Verdict.NEEDS_PERSON, evidence, _OUT_OF_ORDER, proposed=Verdict.NOT_MET)
    if given >= days:
        return Answer(Verdict.MET, evidence, f"The family has {given} days, the day of service counted.")
    return Answer(Verdict.NOT_MET, evidence, f"The family has {given} days, the day of service counted, not {days}.")
