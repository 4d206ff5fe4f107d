"""Checks from Year 9 on: do outcomes and provision lead to adult life?"""

from __future__ import annotations

from typing import Literal

from ehcp_audit.checks import check
from ehcp_audit.checks.passages import first, found, lettered, lines, listed, quoted_of, year_of
from ehcp_audit.checks.phrases import phrases
from ehcp_audit.checks.scanning import holds
from ehcp_audit.model import Answer, Plan, Verdict
from ehcp_audit.rare import rarely


def _adult_only(plan: Plan) -> Answer | None:
    year = year_of(plan)
    if year is None:
        return Answer(Verdict.NEEDS_PERSON, note="The plan does not show the year group; this is asked from Year 9.")
    if year < 9:
        return Answer(Verdict.NOT_APPLICABLE, note="This is asked from Year 9.")
    return None


Pathway = Literal["employment", "independent living", "community life", "adult health"]
PATHWAYS: tuple[Pathway, ...] = ("employment", "independent living", "community life", "adult health")


@check("thread.adult_outcomes")
def adult_outcomes(plan: Plan, *, pathways: tuple[Pathway, ...] = PATHWAYS) -> Answer:
    """From Year 9, do the outcomes speak of work or study, independent living, community and health?

    `pathways` names some of them, so that a rubric can ask about each by itself.
    """
    if answer := _adult_only(plan):
        return answer
    pieces = [one for one in lines(lettered(plan, "E")) if not holds(one, _OF_PROVISION)]
    hits = {pathway: first(found(pieces, phrases(pathway)), 1) for pathway in pathways}
    lacking = [pathway for pathway, hit in hits.items() if not hit]
    evidence = tuple(passage for hit in hits.values() for passage in hit)
    if not lacking:
        many = "all four pathways" if len(pathways) == len(PATHWAYS) else listed(pathways)
        return Answer(Verdict.MET, evidence, f"The outcomes speak of {many}, on the way to adult life.")
    verdict = Verdict.NOT_MET if len(lacking) == len(pathways) else Verdict.PARTLY_MET
    return Answer(verdict, evidence, f"No outcome was found for {listed(lacking)}{quoted_of(hits.items())}.")


_OF_PROVISION = rarely(r"(?:^|[.;] )F\.?\d{1,2}[a-z]?[.:] (?=[A-Z])")
"""A line of provision that stands among the outcomes: "Linked to E3. F13. Careers guidance ..."."""


@check("thread.adult_provision")
def adult_provision(plan: Plan, *, pathways: tuple[Pathway, ...] = ("employment", "independent living")) -> Answer:
    """From Year 9, is there provision towards adulthood and independent living in F, G, H1 or H2?

    One of the `pathways`, or words for adult life as such, is enough.
    """
    if answer := _adult_only(plan):
        return answer
    pieces = lettered(plan, ("F", "G", "H1", "H2"))
    kinds = (*pathways, "adulthood") if len(pathways) > 1 else pathways
    evidence = tuple(hit for kind in kinds for hit in first(found(pieces, phrases(kind)), 1))
    if evidence:
        return Answer(Verdict.MET, evidence, "Provision that speaks of adult life was found.")
    what = "adult life or independent living" if len(pathways) > 1 else pathways[0]
    return Answer(Verdict.NOT_MET, note=f"No provision that speaks of {what} was found in F, G or H.")
