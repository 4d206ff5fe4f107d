"""Is the plan a draft or final? Ticks, labels and titles; a form with all its options left in says neither."""

from __future__ import annotations

import re

from ehcp_audit.plan.vocabulary import plain
from ehcp_audit.rare import rarely

STAGES = {
    "draft": "draft",
    "proposed": "draft",
    "amendment notice": "draft",
    "final": "final",
    "amended final": "final",
}
_STAGE = re.compile(
    r"\b(?P<amended_final>amended[\s-]{1,3}final|final[\s,(-]{1,4}amended|final amendment|"
    r"final (?:ehc )?(?:plan|ehcp)(?:, | \(| - )(?:as )?amended|amended (?:ehc )?plan|"
    r"amended ehcp)\b|"
    r"\b(?P<notice>amendment notice|proposed amend\w{2,5}|notice of (?:proposed )?amendment|draft amend\w{2,5}|"
    r"proposed amended)\b|"
    r"\b(?P<final>final(?:ised)?)\b|\b(?P<draft>draft)\b|\b(?P<proposed>proposed)\b|\b(?P<amended>amended)\b"
)
TICKED = re.compile(r"[☒☑✓✔✗✘]|\[\s?[x✓✔]\s?\]|\(\s?x\s?\)|\byes\b", re.IGNORECASE)
_OPEN = re.compile(r"[☐□▢◻]|\[\s{0,3}\]|\(\s{1,3}\)|\bno\b", re.IGNORECASE)
_TITLE = rarely(r"\b(?:education,? health (?:and|&) care plan|ehc plan|ehcp|plan)\b")
_SAYS = rarely(
    r"this (?:document )?is (?:an?|the|my|his|her|their|our|[a-z][\w’'-]{1,20}['’]?s?) (?:[\w-]{2,15} ){1,3}?"
    r"(?:education,? health (?:and|&) care plan|plan|ehcp|(?:version|copy) of (?:the|this|my|his|her|their) (?:plan|"
    r"ehcp))\b"
)
_AFTER_REVIEW = rarely(  # "Amended final plan following annual review"
    r"(?<=plan|ehcp)\s{1,2}(?:following|after|further to|arising from|made (?:at|after)) "
    r"(?:an? |the |my |his |her |their )?"
    r"(?:annual |early |interim |emergency |phase transfer |transfer )?review(?: meeting)?$"
)
_NAMES = {"amended_final": "amended final", "notice": "amendment notice", "amended": "amended final"}


def stage_of(text: str) -> str | None:
    """The stage that a status line names: draft, proposed, amendment notice, final or amended final.

    Where several are named, the ticked one; none where nothing is ticked ("Draft / Final").
    """
    lowered = plain(text)
    named = [(match.start(), match.end(), _name(match)) for match in _STAGE.finditer(lowered)]
    if not named:
        return None
    boxes = sorted(
        [(match.start(), True) for match in TICKED.finditer(lowered)]
        + [(match.start(), False) for match in _OPEN.finditer(lowered)]
    )
    if boxes:
        return _ticked(named, boxes)
    stages = {name for _, _, name in named}
    if len(stages) == 1:
        return named[0][2]
    if stages == {"draft", "proposed"} and not re.search(r"[/|]", lowered):
        return "proposed"
    return None


def stage_in_title(line: str) -> str | None:
    """The stage that a cover's title gives: "Final Education, Health and Care Plan", or "DRAFT" by itself."""
    lowered = _AFTER_REVIEW.sub("", plain(line).strip(" .:-*()[]"))
    if lowered.startswith(("draft for ", "draft sent to ", "draft shared with ")) and len(lowered) <= 110:
        return "draft"  # "DRAFT for comment. This is not the final plan."
    if said := _SAYS.match(lowered):
        return stage_of(said.group())
    if len(lowered) > 110:
        return None
    if told := _stage_in_pieces(lowered):
        return told
    if lowered.endswith((".", ";")):
        return None
    if _STAGE.fullmatch(lowered) or (
        _TITLE.search(lowered)
        and len(lowered.split()) <= 14
        and not re.search(
            r"\b(?:date|dates|issued|sent|on|by|will|this|review|within|months?|weeks?|until|after|before|when|not|"
            r"due|expected|target|deadline|last day)\b",
            lowered,
        )
    ):
        return stage_of(line)
    return None


_PIECES = rarely(r"[.;|·•*,()]\s*|\s[-/]\s")
_PIECE = rarely(
    r"(?:(?:this|it|the|my|our|this plan|the plan|my plan|plan|status)(?: is| was)? )?(?:now )?(?:an? |the )?"
    r"(?P<stage>(?:(?:and )?(?:amended|final(?:ised)?|draft|proposed) ?){1,3})(?:version|copy|plan|ehcp|ehc plan)?"
    r"(?: ?(?:after|following|at|since|by) (?:an? |the |my |our |his |her |their )?(?:[a-z]+ ){0,2}"
    r"(?:review|reassessment|tribunal|move|appeal)(?: meeting)?)?"
)
_OPTIONS = rarely(r"\bor\b|\bdelete\b|\S/\S")


def _stage_in_pieces(lowered: str) -> str | None:
    """The stage that short pieces of a cover's line give: "Cotsmere Council. Amended after my review. Final.".

    None where nothing but options stand there ("Draft | Final").
    """
    pieces = [piece.strip() for piece in _PIECES.split(lowered)]
    told = [match["stage"] for piece in pieces if piece and (match := _PIECE.fullmatch(piece))]
    if len(pieces) < _FEWEST_PIECES or not told or _OPTIONS.search(lowered) or TICKED.search(lowered):
        return None
    words = set(" ".join(told).replace("finalised", "final").split()) - {"and"}
    if words & {"draft", "proposed"}:
        return None if "final" in words else "amendment notice" if "amended" in words else "draft"
    return "amended final" if "amended" in words else "final"


_FEWEST_PIECES = 2


def _name(match: re.Match[str]) -> str:
    found = match.lastgroup or ""
    return _NAMES.get(found, found)


def _ticked(named: list[tuple[int, int, str]], boxes: list[tuple[int, bool]]) -> str | None:
    """The option beside the ticked box: boxes stand all before their options, or all after them."""
    before = boxes[0][0] < named[0][0]
    chosen: list[str] = []
    for at, (start, end, name) in enumerate(named):
        if before:
            near = [ticked for place, ticked in boxes if place < start and (at == 0 or place >= named[at - 1][1])]
            if near and near[-1]:
                chosen.append(name)
        else:
            limit = named[at + 1][0] if at + 1 < len(named) else 10**9
            near = [ticked for place, ticked in boxes if end <= place < limit]
            if near and near[0]:
                chosen.append(name)
    return chosen[0] if len(chosen) == 1 else None
