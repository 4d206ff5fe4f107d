"""The page for a board: one A4 page of plain words. What was sampled and how, three figures and what they count, one
picture, three areas for improvement, actions.

It never gives an inspection grade and never says that a plan is lawful.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from ehcp_audit.model import Tier
from ehcp_audit.reports.board_picture import bars_in_words, bars_png
from ehcp_audit.reports.figures import CriterionFigures, Figures, figures, sampled
from ehcp_audit.reports.priorities import areas, look_first_at, nothing_certain, priorities, slips
from ehcp_audit.reports.rates import Rate
from ehcp_audit.styling import ACTS, UNREADABLE, count, join_words, long_date, percent, shortened
from ehcp_audit.unseen import visible
from ehcp_audit.word_pages import Block

if TYPE_CHECKING:
    from ehcp_audit.rubric import Rubric
    from ehcp_audit.runs import Run

AREAS = 3
BARS = 5
ACTION_ROWS = 3
NAMED = 4  # slips of one plan each
DOUBTS = 2  # duties that moderators should look at first; more would not fit on the page
Row = tuple[str, str, str, str, str]
"""An action: plan or area, what is to be done, by whom, by when, how it stands."""


def title_of(run: Run) -> str:
    """The page's title."""
    return f"Quality of EHC plans: dip sample of {count(sampled(run), 'plan')}"


def board_blocks(
    run: Run, rubric: Rubric, actions: Sequence[Row] = (), people: Figures | None = None
) -> tuple[Block, ...]:
    """The page's pieces, from the figures that every other output has; `actions` are those that scorecards brought.

    Where `people` have judged plans in full, the page is theirs, and one line says what the checks alone come to.
    """
    checks = figures(run, rubric)
    numbers = people if people is not None and people.read else checks
    as_judged = numbers is people
    needs = areas(numbers.criteria, AREAS)
    blocks = [
        Block("title", title_of(run)),
        Block(
            "quiet", f"Audited on {long_date(run.as_of)} with ehcp-audit {run.tool_version}, on this computer alone."
        ),
        Block("heading", "What was looked at, and how"),
        *_sampled(run, rubric, checks, numbers if as_judged else None),
        Block("heading", f"Three figures{' as judged' if as_judged else ''}, and what they can say"),
        Block(
            "table",
            rows=(_HEADINGS, *_three(numbers, as_judged=as_judged), *(_beside(checks) if as_judged else ())),
            widths=(4.3, 3.0, 2.4, 7.5),
            strong_column=True,
        ),
        *_picture(numbers),
        Block("heading", "Three areas for improvement" if len(needs) >= AREAS else "Areas for improvement"),
        *_areas(needs, numbers, as_judged=as_judged),
        *_not_judged(numbers),
        Block("heading", "Actions"),
        Block("table", rows=_actions(needs, slips(numbers.criteria), actions), widths=(8.2, 4.6, 2.2, 2.2)),
        Block("quiet", _JUDGED_CLOSING if as_judged else _CLOSING),
    ]
    return tuple(blocks)


_HEADINGS = ("Figure", "Result", "95% interval", "What it counts and can say")
_OWN = (
    "The figures are this rubric's own and no inspection grade. Interval: where the figure may lie among all plans, if "
    "these were drawn at random."
)
_CLOSING = (
    "By these checks: rules settled what they could; a person must judge the rest, and may overrule a rule. A plan in "
    f"which they find nothing has no gap found by these checks, which does not make it lawful. {_OWN}"
)
_JUDGED_CLOSING = (
    "As judged: the grade agreed at moderation where there is one, else the first audit's, else what the rules found. "
    f"No figure here says that a plan is lawful. {_OWN}"
)


def _sampled(run: Run, rubric: Rubric, numbers: Figures, people: Figures | None) -> Iterator[Block]:
    yield Block("text", f"{_drawn(run)} {_read(run, numbers)}")
    law = f"{rubric.title}, version {run.rubric.version}, law as at {long_date(run.rubric.law_as_at)}"
    judged = (
        f"So far {percent(numbers.coverage, 'none')} of an average plan's marks have been judged; the rest waits for a "
        "person and is in no figure."
    )
    if people is not None:
        judged = (
            f"People have judged {people.read} of {count(numbers.read, 'plan')} in full, and the figures are of these."
        )
    yield Block(
        "text",
        f"Each plan was checked against {count(len(numbers.criteria), 'criterion', 'criteria')} ({law}). {judged}",
    )


def _drawn(run: Run) -> str:
    total = len(run.scorecards) + len(run.unreadable)
    draw = run.draw
    if draw is None:
        return (
            f"{count(total, 'plan')} {'was' if total == 1 else 'were'} chosen by the authority. If they were not drawn "
            "at random, the figures are about these plans alone."
        )
    if draw.get("census"):
        return f"All {draw['population']:,} plans were taken."
    by = f", by {join_words(draw['stratify'])}" if draw.get("stratify") else ""
    replaced = len(draw.get("replacements") or ())
    swapped = f" {count(replaced, 'plan')} had to be replaced, on the record." if replaced else ""
    apart = len(run.picked)
    beside = f" {count(apart, 'plan')} picked for risk or a theme stand apart and are in no figure." if apart else ""
    return (
        f"{count(total - apart, 'plan')} drawn at random from {draw['population']:,}{by}, in a way that anyone can "
        f"repeat (seed “{shortened(str(draw['seed']), 40)}”).{swapped}{beside}"
    )


def _read(run: Run, numbers: Figures) -> str:
    parts = f" {numbers.parts_words}." if numbers.parts else ""
    if not numbers.unread:
        return f"Every one was read.{parts}"
    kinds = [UNREADABLE.get(one.kind, one.kind) for one in run.unreadable if one.reference not in run.picked]
    why = join_words(f"{kind} ({kinds.count(kind)})" if len(kinds) > 1 else kind for kind in dict.fromkeys(kinds))
    be = "is" if numbers.unread == 1 else "are"
    read = numbers.read + numbers.parts
    return f"{read} could be read; {numbers.unread} could not and {be} in no figure. Why: {why}.{parts}"


def _three(numbers: Figures, *, as_judged: bool) -> Iterator[tuple[str, str, str, str]]:
    """The law first, so that no score stands over it; each row says what its figure counts."""
    waits = f"; of {numbers.gate_waits} more it is not known yet" if numbers.gate_waits else ""
    whose = "Kept apart from the score" if as_judged else "By these rules alone, unreviewed"
    yield (
        f"Plans that {'miss' if as_judged else 'seem to miss'} a duty of the law",
        *_share(numbers.missed),
        f"Counts plans: one missed duty is enough. {whose}{waits}.",
    )
    yield ("Mean score of a plan", *_mean(numbers))
    if numbers.bar is not None:
        bar = percent(numbers.bar)
        name = f'"{numbers.bar_name}" ({bar})' if numbers.bar_name else bar
        yield (f"Plans that score {name} or more", *_at_bar(numbers))
    else:
        yield ("Duties of the law met, per plan", numbers.must_words, "none", "On average.")


def _at_bar(numbers: Figures) -> tuple[str, str, str]:
    """The plans at the bar; where much waits, from how many to how many it will be."""
    if not numbers.bar_open:
        return *_share(numbers.at_bar), _says(numbers.at_bar)
    says = f"{numbers.at_bar.k} by what could be judged so far. People decide the rest."
    return numbers.bar_counts, "none yet", says


def _mean(numbers: Figures) -> tuple[str, str, str]:
    """The mean score; where much waits, between what it will lie."""
    if numbers.mean is None:
        return "none", "none", "Nothing has been judged yet."
    if numbers.bounds is None or not numbers.open:
        return (
            percent(numbers.mean),
            _between(numbers),
            f"{_MARKS} Plans range from {percent(numbers.lowest)} to {percent(numbers.highest)}.",
        )
    says = f"{_MARKS} So far {percent(numbers.mean)}."
    return numbers.bounds.ends, "none yet", says


_MARKS = "Counts marks, for good practice too, so a plan may score high and still miss a duty of the law."


def _beside(checks: Figures) -> Iterator[tuple[str, str, str, str]]:
    """What the checks alone come to, for comparison: they judge a part of each plan."""
    part = f"What rules could settle, {percent(checks.coverage, 'none')} of an average plan's marks."
    result = checks.bounds.ends if checks.open and checks.bounds is not None else percent(checks.mean, "none")
    interval = "none yet" if checks.open else _between(checks)
    yield ("Mean score by these checks alone", result, interval, f"{part}{_scores(checks)}")


def _scores(checks: Figures) -> str:
    return f" These score {percent(checks.mean)}." if checks.open and checks.mean is not None else ""


def _between(numbers: Figures) -> str:
    """The interval of the mean score."""
    if numbers.mean_interval is None:
        return "too few for one"
    return numbers.interval_words


def _share(rate: Rate) -> tuple[str, str]:
    result = rate.counts if rate.share is None else f"{rate.counts} ({percent(rate.share)})"
    return result, rate.interval_words or "too few for one"


def _says(rate: Rate) -> str:
    if rate.interval is None:
        return "Too few plans for a percentage: the count alone is safe to quote."
    low, high = rate.interval
    wide = high - low
    if wide > 0.2:
        return f"Among all plans it may be as low as {round(100 * low)}% or as high as {round(100 * high)}%."
    return f"Among all plans it is probably between {round(100 * low)} and {round(100 * high)}%."


def _picture(numbers: Figures) -> Iterator[Block]:
    shown = priorities(numbers.criteria)[:BARS]
    if shown:
        label = "What to work on first: how many plans fall short"
        yield Block("heading", label)
        yield Block("picture", label, data=bars_png(shown), alt=visible(bars_in_words(shown)), widths=(16.6,))


def _areas(needs: Sequence[CriterionFigures], numbers: Figures, *, as_judged: bool) -> Iterator[Block]:
    if not needs:
        nothing = "No gap found by people" if as_judged else nothing_certain(numbers.criteria)
        yield Block("text", f"{nothing}, in {count(numbers.read, 'plan')}.")
    for one in needs:
        criterion = one.criterion
        waits = f", and {one.waits} more may" if one.waits else ""
        fall = "fall" if as_judged else "seem to fall"
        cause = f" {one.causes.words}" if one.causes.words else ""
        short = f"{one.short} of {count(one.applies, 'plan')} {fall} short{waits}.{_of_items(one)}{cause}"
        yield Block(
            "bullet", f"{short} What good looks like: {_example(criterion.guidance.good)}", f"{criterion.question}"
        )


def _example(good: str) -> str:
    """As many whole sentences of what good looks like as fit in a line or so; the first one, however long."""
    sentences = _SENTENCE.split(" ".join(good.split()))
    kept = sentences[0]
    for sentence in sentences[1:]:
        if len(kept) + len(sentence) >= _EXAMPLE:
            break
        kept = f"{kept} {sentence}"
    return f'{kept}"' if kept.count('"') % 2 else kept


_SENTENCE = re.compile(r"(?<=[.!?])\s|(?<=[.!?][\"”])\s")
_EXAMPLE = 130


def _of_items(one: CriterionFigures) -> str:
    """ " Of all 28 outcomes that could be judged, 6 fall short."; "" where it is asked of no lines of a section."""
    nouns = {"B": "needs", "C": "needs", "D": "needs", "E": "outcomes"}
    code = one.criterion.section
    noun = nouns.get(code, "lines of provision" if code[:1] in ("F", "G", "H") else "")
    if not one.items or not noun:
        return ""
    short = one.asked_items - one.met_items
    fall = "falls" if short == 1 else "fall"
    return f" Of all {one.asked_items:,} {noun} that could be judged, {short:,} {fall} short."


def _not_judged(numbers: Figures) -> Iterator[Block]:
    """What the law asks for and the tool doubts, in one line: for moderators, and in no figure."""
    found = [one for one in look_first_at(numbers.criteria) if one.doubt_tier is Tier.MUST]
    if not found:
        return
    told = [f"{one.criterion.question} ({one.doubted} of {count(one.applies, 'plan')})." for one in found[:DOUBTS]]
    more = len(found) - len(told)
    rest = f" And {count(more, 'more duty', 'more duties')}." if more else ""
    strong = "Not yet judged, and in no figure. Moderators should look first at these duties, perhaps not met in full:"
    yield Block("text", f"{' '.join(told)}{rest}", strong)


def _actions(
    needs: Sequence[CriterionFigures], slips: Sequence[CriterionFigures], actions: Sequence[Row]
) -> tuple[tuple[str, ...], ...]:
    """What is to be done: what scorecards brought back, else a line for what each area asks for, for the board to fill.

    Areas that ask for the same share a line, and so do slips of one plan each: they are put right, and no pattern.
    """
    head = ("What is to be done", "Who", "By when", "State")
    if actions:
        listed = [(f"{plan}: {shortened(what, 90)}", owner, due, state) for plan, what, owner, due, state in actions]
        if len(listed) > ACTION_ROWS:
            more = len(listed) - ACTION_ROWS
            listed = [*listed[:ACTION_ROWS], (f"and {count(more, 'more action')}, in the run's report", "", "", "")]
        return (head, *listed)
    ways: dict[tuple[str, str], list[str]] = {}
    for one in needs:
        if one not in slips:
            act = one.act
            ways.setdefault((_WAYS.get(act, _WAYS["writer"]), ACTS.get(act, act)), []).append(one.criterion.id)
    rows = [
        (f"{way} ({join_words(ids)})", f"to agree ({who})", "to agree", "proposed") for (way, who), ids in ways.items()
    ]
    if slips:
        rows.append((_put_right(slips), "to agree", "to agree", "proposed"))
    return (head, *(rows or [("Keep the quarterly sample", "to agree", "to agree", "proposed")]))


_WAYS = {
    "advice-giver": "Ask for exact advice; check it on receipt",
    "panel": "Agree at the panel what is to be shown",
    "writer": "Train plan writers with these examples",
}


def _put_right(slips: Sequence[CriterionFigures]) -> str:
    ids = [one.criterion.id for one in slips[:NAMED]]
    more = [f"{len(slips) - NAMED} more"] if len(slips) > NAMED else []
    what = "it right in the one plan concerned" if len(slips) == 1 else "right what one plan lacks"
    each = "it" if len(slips) == 1 else "each"
    return f"Put {what}, and ask how {each} was missed ({join_words([*ids, *more])})"
