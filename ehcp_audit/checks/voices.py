"""Checks on section A beyond the views: hopes, whose words they are, how they were gathered, the whole life."""

from __future__ import annotations

import re

from ehcp_audit.checks import check
from ehcp_audit.checks.adulthood import PATHWAYS
from ehcp_audit.checks.names import first_names
from ehcp_audit.checks.passages import first, found, lines, listed, quoted_of, year_of
from ehcp_audit.checks.phrases import phrases
from ehcp_audit.model import Answer, Passage, Plan, Section, Verdict
from ehcp_audit.rare import rarely

_LIFE = ("play", "health", "school", "independence", "friends", "future", "history")


@check("children.aspirations")
def aspirations(section: Section) -> Answer:
    """Does the section say what the child or the parents hope for in the long run?"""
    if hits := found(section.pieces, phrases("adult hopes")):
        return Answer(Verdict.MET, first(hits, 3), "Hopes are here.")
    return Answer(
        Verdict.NOT_MET,
        first(lines(section.pieces), 1),
        "These checks did not recognise what the child or the parents hope for.",
    )


@check("children.adult_aspirations")
def adult_aspirations(section: Section, plan: Plan) -> Answer:
    """From Year 9, do the hopes take in work or study, independent living, community and health?"""
    year = year_of(plan)
    if year is None:
        return Answer(Verdict.NEEDS_PERSON, note="The plan does not show the year group; this is asked from Year 9.")
    if year < 9:
        return Answer(Verdict.NOT_APPLICABLE, note="This is asked from Year 9.")
    hits = {pathway: _hoped(section, pathway) for pathway in PATHWAYS}
    lacking = [pathway for pathway, hit in hits.items() if not hit]
    evidence = tuple(passage for hit in hits.values() for passage in hit)
    if len(lacking) <= 1:
        return Answer(Verdict.MET, evidence, "The hopes reach into adult life.")
    verdict = Verdict.NOT_MET if len(lacking) == len(PATHWAYS) else Verdict.PARTLY_MET
    return Answer(
        verdict, evidence, f"These checks did not recognise anything about {listed(lacking)}{quoted_of(hits.items())}."
    )


def _hoped(section: Section, pathway: str) -> tuple[Passage, ...]:
    """The first words on one side of adult life, as an outcome or as a hope would tell it."""
    pieces = section.pieces
    return first(found(pieces, phrases(pathway)), 1) or first(found(pieces, phrases(f"hoped {pathway}")), 1)


@check("children.whose_words")
def whose_words(section: Section, plan: Plan | None = None) -> Answer:
    """Is it clear whose words stand in the first person, with no adult's words put into a child's mouth?"""
    if hits := found(section.pieces, phrases("adult words")):
        return Answer(
            Verdict.NOT_MET, first(hits, 5), "This is in the first person, in words that few children would use."
        )
    speaks = found(section.pieces, phrases("I speak"))
    shown = found(section.pieces, phrases("whose words")) or _headed(section, plan) or _of_the_list(plan, "own pages")
    if speaks and not shown:
        note = "It is in the first person, and nothing says whose words they are or who wrote them down."
        return Answer(Verdict.PARTLY_MET, first(lines(section.pieces), 1), note)
    return Answer(Verdict.MET, first(shown, 3), "It can be told whose words these are.")


def _headed(section: Section, plan: Plan | None) -> tuple[Passage, ...]:
    """A line over words that says whose they are: "Dec's views", of the child and of nobody else."""
    own = first_names(plan) if plan is not None else frozenset()
    heads = ((line, _VIEWS_OF.fullmatch(line.text)) for line in lines(section.pieces))
    return tuple(line for line, head in heads if head and (head["name"] or head["of"]).lower() in own)


_VIEWS_OF = rarely(
    r"\W{0,3}(?:[A-K]?\d{0,2}[.:)]? )?(?:(?P<name>[A-Z][\w-]+)['’]s? (?:own )?(?:views|wishes|words|voice|story|say)|"
    r"(?:the )?(?:views|wishes|words|voice|story) of (?P<of>[A-Z][\w-]+))"
    r"(?:(?:, | and |, and )(?:views|wishes|hopes|interests|feelings|aspirations|words|story)){0,3}\W{0,2}",
    re.IGNORECASE,
)


@check("children.how_gathered")
def how_gathered(section: Section, plan: Plan | None = None) -> Answer:
    """Does the section, or the list of advice, say who gathered the views, and how?"""
    if hits := found(section.pieces, phrases("how gathered")):
        return Answer(Verdict.MET, first(hits, 3), "It says how the views were gathered.")
    if listed := (*_of_the_list(plan, "own pages"), *_of_the_list(plan, "views taken")):
        return Answer(Verdict.MET, first(listed, 2), "Section K lists how the views were gathered.")
    return Answer(Verdict.NOT_MET, first(lines(section.pieces), 1), _UNGATHERED)


_UNGATHERED = "These checks did not recognise words for who gathered the views, how or when."


def _of_the_list(plan: Plan | None, name: str) -> tuple[Passage, ...]:
    """What the list of advice says of the child's own part: "Ida's own pages", "views, taken down by her tutor"."""
    return found(plan.section("K").pieces, phrases(name)) if plan is not None else ()


@check("children.whole_life")
def whole_life(section: Section, *, at_least: int = 6) -> Answer:
    """Does the section speak of play, health, school, independence, friends, the future and the history?

    `at_least` of these seven make it met, half of them partly met.
    """
    hits = {part: first(found(section.pieces, phrases(f"life {part}")), 1) for part in _LIFE}
    lacking = [part for part, hit in hits.items() if not hit]
    evidence = tuple(passage for hit in hits.values() for passage in hit)
    present = len(_LIFE) - len(lacking)
    if present >= at_least:
        return Answer(Verdict.MET, evidence, "It speaks of the child's life as a whole.")
    verdict = Verdict.PARTLY_MET if present * 2 > at_least else Verdict.NOT_MET
    return Answer(
        verdict, evidence, f"These checks did not recognise anything about {listed(lacking)}{quoted_of(hits.items())}."
    )
