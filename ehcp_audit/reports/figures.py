"""The figures of a run: what a sample of plans can honestly say, computed once for every report.

Two figures share the word compliance and are kept apart here: the mean score of the plans, and the share of plans that
reach a bar. Rates follow the rules for small numbers: under 5 no rate, 5 to 9 counts only, 10 to 29 a rate with its
interval and a warning.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from ehcp_audit.absent import NO_CAUSES, Causes, causes_of
from ehcp_audit.bounds import Bounds, bounds_of, framed, mean_bounds
from ehcp_audit.comparison.groups import BAR_BAND, Mean, bar_of
from ehcp_audit.intervals import COUNTS_ONLY, NO_RATE, WARN, collapsed, many_open, weighted_share
from ehcp_audit.model import GAPS, CriterionResult, Finding, Scorecard, Tier, Verdict
from ehcp_audit.reports.gaps import JUDGED
from ehcp_audit.reports.rates import Rate, in_brackets
from ehcp_audit.reports.vague_phrases import Phrase, vague_phrases
from ehcp_audit.runs import parts_words
from ehcp_audit.scoring import doubtful, settled, strongest
from ehcp_audit.styling import between, count, percent, section_rank

if TYPE_CHECKING:
    from ehcp_audit.rubric import Criterion, Rubric
    from ehcp_audit.runs import Run


@dataclass(frozen=True, slots=True)
class CriterionFigures:
    """One criterion over all the plans of a run."""

    criterion: Criterion
    counts: dict[Verdict, int]
    short: int  # plans that certainly fall short of it, those too in which some of it waits for a person
    met_items: int  # findings of items (outcomes, needs ...) that are met, over all plans
    asked_items: int  # those judged
    open_items: int  # those that wait for a person
    shortfall: Fraction  # how much is certainly missing in all: the sum over plans of the part of it that is not earned
    proposed: dict[Verdict, int]  # findings that wait for a person, by what the tool would say
    short_tier: Tier  # the strongest demand that a plan falls short of; the criterion's own where none does
    doubted: int = 0  # plans in which the tool proposes not met or partly met for what waits
    doubts: int = 0  # findings of which it proposes so
    denied: int = 0  # plans in which it proposes not met, and not only partly
    short_most: int = 0  # plans that fall short of that strongest demand
    doubt_tier: Tier = Tier.LOCAL  # the strongest demand of which it proposes so
    short_act: str = ""  # who acts in most of the plans that fall short
    causes: Causes = NO_CAUSES  # what missing and blank sections do to it

    @property
    def act(self) -> str:
        """Who acts: the criterion's own, unless what was found is for another to mend, as a missing section is."""
        return self.short_act or self.criterion.act

    def short_beside(self, others: Collection[str]) -> int:
        """Plans that fall short of it for a cause of its own, and not for one that another of these tells of."""
        return self.short - sum(plans for id, plans in self.causes.told.items() if id in others)

    @property
    def rate(self) -> Rate:
        """Plans that meet it, of those of which it is known; the others wait for a person."""
        return Rate(self.counts[Verdict.MET], self.counts[Verdict.MET] + self.short, self.waits)

    @property
    def applies(self) -> int:
        """Plans that it applies to."""
        return sum(self.counts[verdict] for verdict in (*JUDGED, Verdict.NEEDS_PERSON))

    @property
    def waits(self) -> int:
        """Plans of which it is not known before a person has judged."""
        return self.applies - self.counts[Verdict.MET] - self.short

    @property
    def short_words(self) -> str:
        """ "10 of 32", and how many of the others wait: "10 of 32; 21 wait"."""
        waits = f"; {self.waits} {'waits' if self.waits == 1 else 'wait'}" if self.waits else ""
        return f"{self.short} of {self.applies}{waits}"

    @property
    def item_share(self) -> Fraction | None:
        """The share of the items that meet it; None where too many of them wait for a person."""
        whole = self.asked_items + self.open_items
        return None if not self.asked_items or many_open(self.open_items, whole) else self.item_part

    @property
    def items(self) -> str:
        """ "290 of 432" where the criterion is asked of several items a plan; "" where it is asked once."""
        return f"{self.met_items:,} of {self.asked_items:,}" if self.asked_items > self.rate.n else ""

    @property
    def item_part(self) -> Fraction:
        """The part of the items judged that meet it, to draw and never to quote as a rate."""
        return Fraction(self.met_items, self.asked_items)


@dataclass(frozen=True, slots=True)
class Figures:
    """Everything that a report of a run says in numbers."""

    read: int
    unread: int
    mean: Fraction | None
    lowest: Fraction | None
    highest: Fraction | None
    bar: Fraction | None
    bar_name: str  # "good", or "" when the rubric states the bar itself
    at_bar: Rate
    gate: Rate
    missed: Rate  # plans that certainly miss a must criterion, whatever else waits for a person
    musts_open: bool  # whether any must criterion of any plan waits for a person
    must_met: Fraction | None  # mean share of must criteria met; what waits counts as not met
    must_most: Fraction | None  # the same if all that waits were met
    criteria: tuple[CriterionFigures, ...]
    phrases: tuple[Phrase, ...]
    coverage: Fraction | None
    bounds: Bounds | None = None  # between what the mean score will lie
    at_bar_ends: tuple[int, int] = (0, 0)  # plans that reach the bar whatever a person says, and that may reach it
    mean_interval: tuple[float, float] | None = None  # of the mean score, from ten plans on
    apart: int = 0  # plans picked for risk or a theme: in no figure here
    parts: int = 0  # documents that set out only a part of a plan: in no figure here
    weighted: str = ""  # the share at the bar with strata weighed back, where they were drawn unevenly

    @property
    def plans(self) -> int:
        """How many plans were to be read: those in the figures, those that could not be read, parts of a plan."""
        return self.read + self.unread + self.parts

    @property
    def parts_words(self) -> str:
        """How many of the documents are in no figure, since each sets out only a part of a plan; "" where none does."""
        return parts_words(self.parts)

    @property
    def mean_words(self) -> str:
        """ "79.4% (95% interval 78.0 to 80.8%)"; where much waits "between 52.5% and 98.7% (97.9% of the ...)".

        Another figure than the share at the bar, and much sharper. The interval is of what was judged: where that is
        a part, the bounds say more, and it is left out.
        """
        said = framed(self.mean, self.bounds, "none")
        return said if self.open else said + in_brackets(self.interval_words)

    @property
    def interval_words(self) -> str:
        """The 95% interval of the mean score: "78.0 to 80.8%"; "" where there is none."""
        return "" if self.mean_interval is None else between(*self.mean_interval, places=1)

    @property
    def open(self) -> bool:
        """Whether so much of an average plan waits for a person that its score alone would mislead."""
        return self.bounds is not None and self.bounds.wide

    @property
    def bar_counts(self) -> str:
        """ "10 of 12"; where much waits "0 to 10 of 12", from those that certainly reach it to those that may."""
        sure, perhaps = self.at_bar_ends
        return f"{sure} to {perhaps} of {self.at_bar.n}" if self.bar_open else self.at_bar.counts

    @property
    def bar_open(self) -> bool:
        """Whether people may still change how many plans reach the bar, where much of them waits."""
        sure, perhaps = self.at_bar_ends
        return self.open and sure != perhaps

    @property
    def bar_words(self) -> str:
        """The plans that reach the bar in one phrase; where much waits, those that certainly do and those that may."""
        if not self.bar_open:
            return self.at_bar.words
        return f"{self.bar_counts} once all is judged ({self.at_bar.k} by what has been judged so far)"

    @property
    def must_words(self) -> str:
        """The mean share of must criteria met: "96.1%"; while some wait, between what it will lie."""
        if self.must_met is None or not self.musts_open:
            return percent(self.must_met, "none")
        return f"between {percent(self.must_met)} and {percent(self.must_most)}"

    @property
    def gate_waits(self) -> int:
        """Plans that miss no must criterion yet, and of which it is not known that they meet them all."""
        return self.gate.n - self.gate.k - self.missed.k

    @property
    def gate_known(self) -> bool:
        """Whether it is known of every plan that it meets every must criterion or misses one."""
        return not self.gate_waits

    @property
    def gate_words(self) -> str:
        """Plans that meet every must criterion; no rate while that waits for a person, which would be read as 0%."""
        if self.gate_known:
            return self.gate.words
        waits = f"{self.gate_waits} wait for a person"
        return f"not known yet: {self.missed.counts} miss one, {self.gate.k} meet all, {waits}"

    @property
    def gate_sentence(self) -> str:
        """ "20 of 32 plans seem to miss at least one duty, 62.5% (95% interval 45 to 77%); 12 wait for a person"."""
        if not self.missed.k:
            return f"{self.gate.words} meet every must criterion" if self.gate_known else self.gate_words
        rate = f", {self.missed.with_interval}" if self.missed.interval else ""
        found = [f"{self.missed.counts} plans seem to miss at least one duty{rate}"]
        if self.gate_waits:
            found.append(f"{self.gate_waits} {'waits' if self.gate_waits == 1 else 'wait'} for a person")
        if self.gate.k:
            found.append(f"{self.gate.k} {'meets' if self.gate.k == 1 else 'meet'} every one")
        return "; ".join(found)

    @property
    def warning(self) -> str:
        """What a reader must know of a sample of this size; "" when it is 30 plans or more."""
        if self.read < NO_RATE:
            return f"{count(self.read, 'plan')} cannot say how often anything happens: only counts are given."
        if self.read < COUNTS_ONLY:
            return f"{count(self.read, 'plan')} are too few for a percentage of plans: only counts are given."
        if self.read < WARN:
            return f"{count(self.read, 'plan')} give wide intervals: read the interval, not the percentage."
        return ""


def sampled(run: Run) -> int:
    """How many plans the sample has, read or not: those picked beside it are none of them."""
    picked = run.picked
    cards = [card.reference for card in run.scorecards]
    return sum(one not in picked for one in (*cards, *(one.reference for one in run.unreadable)))


def figures(run: Run, rubric: Rubric) -> Figures:
    """All the figures of a run: of its random core, where it was drawn with picks beside it."""
    cards = run.core
    totals = [card.score.total for card in cards if card.score.total is not None]
    mean = Mean(tuple(totals), run.draw["population"] if run.draw is not None else None)
    bar = bar_of(rubric)
    gates = [card.score.must for card in cards if card.score.must.applicable]
    passed = sum(must.met == must.applicable for must in gates)
    shares = [Fraction(must.met, must.applicable) for must in gates]
    return Figures(
        read=len(cards),
        unread=sum(one.reference not in run.apart for one in run.unreadable),
        mean=mean.value,
        lowest=min(totals, default=None),
        highest=max(totals, default=None),
        bar=bar,
        bar_name=BAR_BAND if bar is not None and rubric.bar is None else "",
        at_bar=Rate(sum(total >= bar for total in totals) if bar is not None else 0, len(totals)),
        gate=Rate(passed, len(gates)),
        missed=Rate(sum(must.unmet > 0 for must in gates), len(gates)),
        musts_open=any(must.open for must in gates),
        must_met=Mean(tuple(shares)).value,
        must_most=Mean(tuple(Fraction(must.met + must.open, must.applicable) for must in gates)).value,
        criteria=criteria_figures(cards, rubric),
        phrases=vague_phrases(cards, rubric),
        coverage=Mean(tuple(card.score.coverage for card in cards)).value,
        bounds=mean_bounds([found for card in cards if (found := bounds_of(card.score)) is not None]),
        at_bar_ends=_at_bar_ends(cards, bar),
        mean_interval=mean.interval,
        apart=len(run.picked),
        parts=len(set(run.parts) - set(run.picked)),
        weighted=_weighted(run, bar) if bar is not None else "",
    )


def _at_bar_ends(cards: Sequence[Scorecard], bar: Fraction | None) -> tuple[int, int]:
    """How many plans reach the bar if all that waits were not met, and if it were met."""
    scores = [card.score for card in cards if card.score.total is not None]
    ends = [found for score in scores if (found := bounds_of(score)) is not None]
    if bar is None:
        return 0, 0
    return sum(one.low >= bar for one in ends), sum(one.high >= bar for one in ends)


def _weighted(run: Run, bar: Fraction) -> str:
    """The share of plans at the bar, each stratum counting for what it is of the population; "" when drawn evenly."""
    if run.draw is None or not run.draw.get("minimum"):
        return ""
    reached = {card.reference: card.score.total >= bar for card in run.core if card.score.total is not None}
    strata = []
    for one in run.draw["strata"]:
        judged = [reached[reference] for reference in one["references"] if reference in reached]
        strata.append((one["population"], len(judged), sum(judged)))
    if len(reached) < COUNTS_ONLY:
        return ""
    share, error = weighted_share(strata)
    alone = ""
    if error is None:
        error = weighted_share(collapsed(strata))[1]
        alone = " For the error, strata with a single plan were joined to another."
    spread = "" if error is None else f" (standard error {100 * error:.1f} points)"
    return f"{100 * share:.1f}%{spread}.{alone}"


def criteria_figures(cards: Sequence[Scorecard], rubric: Rubric) -> tuple[CriterionFigures, ...]:
    """How every criterion that these scorecards answer fares over them, in document order."""
    causes = causes_of(cards, rubric)
    found: dict[str, list[CriterionResult]] = {}
    for card in cards:
        for result in card.criteria:
            found.setdefault(result.id, []).append(result)
    asked = sorted((one for one in rubric.criteria if one.id in found), key=lambda one: section_rank(one.section))
    return tuple(_figures_of(one, found[one.id], causes.get(one.id, NO_CAUSES)) for one in asked)


def results_by_id(card: Scorecard) -> dict[str, CriterionResult]:
    """A scorecard's results by criterion."""
    return {result.id: result for result in card.criteria}


def short_by_team(cards: Iterable[Scorecard], named: Sequence[str]) -> Callable[[str], list[str]]:
    """A criterion's counts for each of the teams named: "3 of 12" plans fall short, of those that it applies to."""
    applies, short = Counter[tuple[str, str]](), Counter[tuple[str, str]]()
    for card in cards:
        for one in card.criteria if card.team else ():
            applies[one.id, card.team or ""] += one.verdict is not Verdict.NOT_APPLICABLE
            short[one.id, card.team or ""] += one.falls_short
    return lambda id: [f"{short[id, team]} of {applies[id, team]}" for team in named]


def _figures_of(criterion: Criterion, results: Sequence[CriterionResult], causes: Causes) -> CriterionFigures:
    times = Counter(map(id, results))  # outlines share what is alike: it is looked into once
    verdicts, items, proposed = Counter[Verdict](), Counter[Verdict](), Counter[Verdict]()
    shortfall, short, doubted, denied = Fraction(0), 0, 0, 0
    tiers, acts = Counter[Tier](), Counter[str]()
    unsure: list[Finding] = []
    for result in {id(one): one for one in results}.values():
        plans = times[id(result)]
        verdicts[result.verdict] += plans
        judged, earned = settled(result)
        shortfall += (judged - earned) * plans
        short += plans if result.falls_short else 0
        doubts = doubtful(result)
        unsure += doubts
        found = {one.proposed for one in doubts}
        doubted += plans if found else 0
        denied += plans if Verdict.NOT_MET in found else 0
        if wrong := [one for one in result.findings if one.verdict in GAPS]:
            tiers[strongest(wrong)] += plans
            acts.update(dict.fromkeys({one.act for one in wrong}, plans))
        for one in result.findings:
            items[one.verdict] += plans if "." in one.subject else 0
            if one.proposed is not None:
                proposed[one.proposed] += plans
    worst = min(tiers, key=list(Tier).index, default=criterion.tier)
    return CriterionFigures(
        criterion,
        {verdict: verdicts[verdict] for verdict in Verdict},
        short,
        items[Verdict.MET],
        sum(items[verdict] for verdict in JUDGED),
        items[Verdict.NEEDS_PERSON],
        shortfall,
        proposed,
        worst,
        doubted,
        sum(proposed[verdict] for verdict in GAPS),
        denied,
        tiers[worst],
        strongest(unsure) if unsure else criterion.tier,
        max(sorted(acts), key=lambda act: (acts[act], act == criterion.act), default=""),
        causes,
    )


def teams(cards: Iterable[Scorecard]) -> tuple[str, ...]:
    """The teams that the caseload names, in order."""
    return tuple(sorted({card.team for card in cards if card.team}))
