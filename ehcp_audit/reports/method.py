"""What every report says of how its figures were made, and of what they can and cannot say."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import TYPE_CHECKING

from ehcp_audit.model import Mode
from ehcp_audit.reports.figures import Figures
from ehcp_audit.rubric.law import is_unchecked
from ehcp_audit.same_plans import twice_words
from ehcp_audit.sampling import ALIKE, worth
from ehcp_audit.scoring import OUTSIDE
from ehcp_audit.styling import count, join_words, long_date, percent

if TYPE_CHECKING:
    from ehcp_audit.rubric import Rubric
    from ehcp_audit.runs import Run


def method_rows(run: Run, rubric: Rubric, numbers: Figures) -> list[tuple[str, str]]:
    """The method, line by line: rubric and law, dates, what is counted how."""
    modes = [one.criterion.mode for one in numbers.criteria]
    ruled, people = modes.count(Mode.AUTOMATIC), len(modes) - modes.count(Mode.AUTOMATIC)
    return [
        ("Rubric", f"{rubric.title} ({run.rubric.id}, version {run.rubric.version})"),
        ("Rubric's fingerprint", f"SHA-256 {run.rubric.sha256}"),
        ("Law as at", f"{long_date(run.rubric.law_as_at)}, {rubric.jurisdiction}. {_unchecked(rubric)}"),
        ("Audit date", f"{long_date(run.as_of)}: ages, deadlines and overdue reviews are counted to this day."),
        ("Tool", f"ehcp-audit {run.tool_version}. It ran on this computer and sent nothing anywhere."),
        (
            "Who decided",
            f"{count(ruled, 'criterion is', 'criteria are')} settled by rules; {people} need a person, and stay out of"
            " the score until one has judged them. A person may overrule any rule.",
        ),
        (
            "Score",
            "Each outcome, need or provision asked about earns 1 when met, half when partly met, 0 when not met; a"
            " criterion's share is their mean; a plan's score is the weighted mean of the shares. Where some of them"
            " wait for a person, those settled count for their part of the criterion's weight."
            f"{_outside(numbers)} The unweighted figure counts every criterion that is judged whole alike. What does"
            " not apply is left out of both.",
        ),
        (
            "Statutory gate",
            "Whether a plan meets every criterion that the law asks for. One line that certainly falls short fails it,"
            " though others wait for a person. It is kept apart from the score: a plan may score well and miss a duty.",
        ),
        ("The bar", _bar(numbers)),
        ("The draw", _draw(run, numbers)),
        *_twice(run),
        (
            "Intervals",
            "95% Wilson intervals, for plans drawn at random from many more; of a short list they are a little wide."
            " Under 5 plans no rate is given, under 10 only counts; nor where more than one plan in ten waits for a"
            " person, since what rules can settle is no random part of the sample. The range of the scores (lowest to"
            " highest) is not an interval: it grows with the sample.",
        ),
        (
            "What the figures cannot say",
            "Whether the plan is right for the child, whether the provision is made, or that the plan is lawful. If the"
            " plans were not drawn at random, the figures are about these plans alone.",
        ),
    ]


def _twice(run: Run) -> list[tuple[str, str]]:
    """The plans that may be counted twice; no line where there are none."""
    words = twice_words(run.scorecards)
    compared = "Plans are compared by the words of their needs, outcomes and provision, and by their dates."
    return [("Same plan twice?", f"{words}. The intervals are then too narrow. {compared}")] if words else []


def _outside(numbers: Figures) -> str:
    """Which criteria have no part in the score."""
    ids = [one.criterion.id for one in numbers.criteria if one.criterion.section in OUTSIDE]
    if not ids:
        return ""
    return f" Outside it stand the criteria of no section ({', '.join(ids)}): they are in the gate and the lists."


def _unchecked(rubric: Rubric) -> str:
    """How many of the references behind the criteria nobody has yet compared with the official text."""
    cited = {cite for criterion in rubric.criteria for cite in criterion.basis}
    number = sum(map(is_unchecked, cited))
    if not number:
        return "This is not legal advice."
    return (
        f"This is not legal advice: of {count(len(cited), 'reference')} cited, {number} (marked * where they are"
        " shown) have not yet been compared with the official text."
    )


def _draw(run: Run, numbers: Figures) -> str:
    """How the plans were chosen, and what stands apart."""
    if run.draw is None:
        parts = f" {numbers.parts_words}." if numbers.parts else ""
        return f"No draw is on record: these are the plans that were named. Rates speak for them alone.{parts}"
    draw = run.draw
    day = long_date(date.fromisoformat(draw["frame_date"]))
    gone = draw.get("excluded", {})
    why = f" ({join_words(f'{reason}: {number:,}' for reason, number in gone.items())})" if gone else ""
    words = [
        f"{count(numbers.plans, 'plan')} of {draw['population']:,} drawn at random"
        f" (seed “{draw['seed']}”, list of {day}), after {sum(gone.values()):,} were left out{why}."
    ]
    if draw["replacements"]:
        reasons = Counter(one["reason"].replace("_", " ") for one in draw["replacements"])
        swapped = join_words(f"{number} {reason}" for reason, number in sorted(reasons.items()))
        words.append(f"Replaced by the next ticket: {swapped}.")
    if cap := draw.get("cap"):
        words.append(
            f"At most {cap['most']} plans of one {cap['column']}, {len(cap['counts'])} in all: plans of one are alike,"
            f" so the intervals are a little too narrow (at a correlation of {ALIKE:g} they are those of"
            f" {worth(cap['counts']):.0f} plans)."
        )
    if numbers.apart:
        words.append(f"{count(numbers.apart, 'plan')} picked for risk or a theme stand apart and enter no rate.")
    if numbers.parts:
        words.append(f"{numbers.parts_words}.")
    if numbers.weighted:
        words.append(f"At the bar, with strata weighed back: {numbers.weighted}")
    return " ".join(words)


def _bar(numbers: Figures) -> str:
    if numbers.bar is None:
        return "This rubric states no bar that a plan should reach."
    where = f'where its band "{numbers.bar_name}" begins' if numbers.bar_name else "stated by the rubric"
    return f"{percent(numbers.bar)}, {where}. Compared exactly, before rounding, over what these checks could judge."
