"""Groups and shared adults: how many children share what is given."""

from __future__ import annotations

import re

from ehcp_audit.checks import check
from ehcp_audit.checks.doubt import judged
from ehcp_audit.checks.lines import FIELDS, line_kind, quotes, read_parts
from ehcp_audit.checks.parts import first, parts
from ehcp_audit.language.lexicon import look_at
from ehcp_audit.language.proper_names import in_place_name
from ehcp_audit.language.spans import Span
from ehcp_audit.language.wordlists import is_number
from ehcp_audit.model import Answer, Passage, Provision, Verdict
from ehcp_audit.rare import rarely


@check("provision.group_size")
def group_size(provision: Provision) -> Answer:
    """Where it names a group or shared adult support, does it say how many?

    A line that names neither is not asked.
    """
    read = read_parts(provision, *FIELDS)
    named = tuple(passage for part in parts(provision, *FIELDS) for passage in part.quote(_groups(part.text)))
    if not named or line_kind(provision) == "statement":
        return Answer(Verdict.NOT_APPLICABLE, note="It names no group.")
    sizes = quotes(read, "group_sizes") or _in_its_field(provision) or _by_name(provision)
    if sizes:
        return Answer(Verdict.MET, sizes, "It says how many.")
    note = "It names a group or an adult's support, not how many share it."
    # "The adult who leads group activities" has no group of its own; "small group" and "TA support" are the child's.
    # Under the title "Adult support" the line's own words may say it: "One practitioner to Rowan".
    told = {span.text for part in parts(provision, "group") for span in _groups(part.text)}
    # "20 hours a week, in class and small groups" tells where the child has an adult.
    sure = any((one.text in told or "group" in one.text.lower()) and one.text.lower() not in _BARE for one in named)
    sure = sure and not any(_WHEREVER.search(part.text) for part in parts(provision, *FIELDS))
    return judged(first(named), note, sure=sure)


def _in_its_field(provision: Provision) -> tuple[Passage, ...]:
    """A number in the field for the group: "One to two" under "Ratio"."""
    told = [
        part for part in parts(provision, "group")[1:] if any(map(is_number, look_at(part.text, "provision").words))
    ]
    return first(passage for part in told for passage in part.passages)


def _by_name(provision: Provision) -> tuple[Passage, ...]:
    """Who is in it, each by name or number: "a play group of Ana and three hearing children"."""
    return first(
        passage
        for part in parts(provision, *FIELDS)
        for match in _OF_NAMES.finditer(part.text)
        for passage in part.quote((Span(match.start(), match.end(), match.group(), "group"),))
    )


_NUMBER = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|\d{1,2})\b"
_NAME = r"(?:[A-Z][a-z’'-]{1,20}|me|him|her|them)"
_OF_NAMES = rarely(
    rf"\b[Gg]roups? (?:of|with|for|made up of) {_NAME}(?:, {_NAME}){{0,6}},? (?:and|with|plus) "
    rf"(?:{_NUMBER}|(?:one|a) (?:other|friend)|[A-Z][a-z-]{{1,20}}(?![\w’']))"
)


def _groups(text: str) -> tuple[Span, ...]:
    """Groups and shared adults; what a class does in groups ("every group task") is no group of the child's own."""
    seen = look_at(text, "provision")
    return tuple(
        seen.span(hit.first - (seen.word(hit.first - 1) == "small"), hit.last, "group")
        for hit in seen.find("amounts.group_named")
        if seen.word(hit.last) not in _DONE_IN_GROUPS
        and hit.last not in seen.covered("roles.named")  # "the adult support worker" is one person
        and not (seen.words[hit.first : hit.last] == ("group",) and seen.word(hit.first - 1) in _NO_GROUP)
        and not (seen.word(hit.last) in _LESSON and seen.word(hit.first - 1) in _OF_THE_DAY)
        and not (seen.words[hit.first : hit.last] == ("groups",) and seen.word(hit.first - 1) in _OF_THE_DAY)
        and not in_place_name(seen, hit.first, hit.last)
    )


_LESSONS = r"(?:class(?:es|room)?|lessons?|subjects?|whole[- ]class|playground|pairs?)"
_WHEREVER = rarely(
    rf"\b{_LESSONS},?\s?(?:and|or|&|/)\s?(?:in )?(?:a |the |his |her )?(?:small[- ])?groups?\b|"
    rf"\b(?:small[- ])?groups?,?\s?(?:and|or|&|/)\s?(?:in )?(?:the |whole )?{_LESSONS}\b",
    re.IGNORECASE,
)
_BARE = frozenset({"group", "groups"})
_NO_GROUP = frozenset(
    {"the", "his", "her", "their", "my", "year", "age", "peer", "friendship", "tutor", "form", "whole", "class"}
)
_LESSON = frozenset({"time", "times", "lesson", "lessons", "teaching"})
_OF_THE_DAY = frozenset({"all", "every", "each", "any", "during", "whole"})
"""Before "group time", "group lessons" or "groups": they are then times of the day, in which a radio aid is worn."""
_DONE_IN_GROUPS = frozenset(
    {
        "room",
        "rooms",
        "table",
        "tables",
        "task",
        "tasks",
        "discussion",
        "discussions",
        "project",
        "projects",
        "instruction",
        "instructions",
        "presentation",
        "activity",
        "activities",
        "supervision",
    }
)
