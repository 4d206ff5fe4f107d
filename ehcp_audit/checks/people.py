"""Whom a section means by words that alone name nobody.

"The key adult (a teaching assistant trained in signing)" says it once for every "key adult" after it; where a
"learning support assistant" is named, "the assistant" is no other; and "by Nicola" names the role with which the plan
introduces her.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from ehcp_audit.checks.behind import DONE_BEHIND, PAPERS, SEES_TO_IT
from ehcp_audit.checks.introduced import named_in
from ehcp_audit.checks.parts import Part, first, own, parts
from ehcp_audit.checks.passages import sentences
from ehcp_audit.checks.scanning import kept, once
from ehcp_audit.language.actors import actors, loose_actors
from ehcp_audit.language.lexicon import look_at
from ehcp_audit.language.provision import ProvisionWording
from ehcp_audit.language.spans import Span
from ehcp_audit.model import Passage, Plan, Provision
from ehcp_audit.rare import rarely

_DETERMINERS = rarely(r"^(?:the|an?|his|her|their|my|this|that|same|one|each|every)\s+", re.IGNORECASE)
_SHORT = rarely(
    r"\b(?:the|an?|his|her|their|my|same)\s+(?:same\s+)?"
    r"(assistants?|therapists?|psychologist|teachers?|nurses?|advis[eo]r|practitioner|mentor|counsellor|worker)\b"
    r"(?!\s+(?:of|who)\b|['’])",  # "the therapist's sheets" are no therapist
    re.IGNORECASE,
)
_IS = rarely(r"[^.;]{0,40}?\b(?:is|are|being|at|who is|who are|a|an)\b[^.;]{0,24}$")  # "key adult, at teacher grade"
_OPENS = rarely(r"\s?[(\[]")


def said_before(read: list[tuple[Part, ProvisionWording]], code: str, plan: Plan | None) -> tuple[Passage, ...]:
    """The words of a line for people whose role or qualification its section gives elsewhere."""
    if plan is None:
        return ()
    found: list[Passage] = []
    for part, said in read:
        spans = [span for span in said.loose_actors if is_told(span.text, code, plan)]
        found.extend(part.quote(spans))
        short = (match for match in _SHORT.finditer(part.text) if is_told(match.group(1), code, plan))
        found.extend(part.quote(Span(*match.span(), match.group()) for match in short))
    return tuple(found) or first(_by_name([part for part, _ in read], plan))


def _by_name(read: list[Part], plan: Plan) -> Iterator[Passage]:
    """Whoever a line calls by name to give it, whose role the plan gives; the name, and then where it is given."""
    for part in read:
        for match, one in named_in(part.text, plan):
            if _NOT_GIVING.search(part.text, 0, match.start()) or _NOT_GIVEN.match(part.text, match.end()):
                continue
            yield from part.quote((Span(*match.span(), match.group()),))
            yield one.passage


_NAMES = r"(?:[A-Z][\w’'-]+(?:, and |, | and | & )){0,4}"
_NOT_GIVING = rarely(  # before the name of one who plans it or looks at it: "a plan written by Jill"
    rf"\b(?:{DONE_BEHIND}|written|chosen|picked|prepared|made|supervised|looked at|recorded|measured|assessed|trained|"
    r"modelled|shown|checked)(?:(?: [a-z-]+){0,4} by| with) " + _NAMES + "$|"
    rf"\b(?:{PAPERS}|supervision|planning)(?: [a-z-]+){{0,3}} "
    r"(?:by|from|of) " + _NAMES + "$|"
    r"\b(?:to|tells|told|asks?|reports? to|under) " + _NAMES + "$"
)
_NOT_GIVEN = rarely(  # and after it: "Jill's plan", "Jill observes"
    r"['’]|,? (?:and [A-Z][\w’'-]+ )?(?:(?:will|also|then|to|must|shall) ){0,2}(?:observes?|reviews?|checks?|agrees?|"
    rf"{SEES_TO_IT}|"
    r"writes?|plans?|sets?|designs?|monitors?|advises?|decides?|supervises?|trains?|looks? (?:at|in|over))\b"
)


def trainers_by_name(provision: Provision, plan: Plan | None) -> tuple[Passage, ...]:
    """Who trains, where a line says it by a name whose role the plan gives: "two hours each September, by Colin"."""
    if plan is None:
        return ()
    found: list[Passage] = []
    for part in parts(provision, "who"):
        for match, one in named_in(part.text, plan):
            if part.name == "who" or _BY.search(part.text, 0, match.start()) or _TRAINS.match(part.text, match.end()):
                found.extend((*part.quote((Span(*match.span(), match.group()),)), one.passage))
    return first(found)


def trained_by_name(provision: Provision, plan: Plan | None) -> bool:
    """Does it say by such names who is trained: "an hour of training for Pauline and Zoe"?"""
    text = own(provision).text
    return plan is not None and any(_FOR.search(text, 0, match.start()) for match, _ in named_in(text, plan))


_BY = rarely(r"(?<!written )(?<!planned )(?<!agreed )(?<!set )\b(?:by|from) " + _NAMES + "$")
_FOR = rarely(r"\b(?:for|of|to|trains?|coach(?:es)?) " + _NAMES + "$")
_TRAINS = rarely(
    r"(?: and [A-Z][\w’'-]+)? (?:(?:will|shall|must|to|then|also) ){0,3}(?:re-?)?(?:trains?|coach(?:es)?|briefs?|"
    r"(?:gives?|leads?|runs?|delivers?|provides?) [^.;]{0,60}\btraining)\b"
)


def is_told(text: str, code: str, plan: Plan | None) -> bool:
    """Does the section say elsewhere who these words are: "key adult"?"""
    words = _plain(text)
    return plan is not None and once(plan, ("people told", code, words), partial(_tells, plan, code, words))


def _tells(plan: Plan, code: str, words: str) -> bool:
    """Does a sentence of the section say who these words are? Asked of those alone that hold the first of them."""
    first = words.partition(" ")[0]
    holding = (one for one in sentences(plan.section(code).pieces) if first in one.text.lower())
    return any(words in kept(("people told", one), partial(_told, one.text)) for one in holding)


def _told(text: str) -> frozenset[str]:
    """Loose words that stand beside a role in brackets, and the last words of the roles that are named in full."""
    known: set[str] = set()
    seen = look_at(text, "provision")
    roles = actors(seen)
    for role in roles:
        if " " in role.text:
            known.add(_singular(role.text.split()[-1]))
    for loose in loose_actors(seen) if roles else ():
        bracket = _OPENS.match(text, loose.end)
        end = text.find(")", loose.end) if bracket else -1
        if end > 0 and any(loose.end < role.start < end for role in roles):
            known.add(_plain(loose.text))
        if any(_OPENS.match(text, role.end) and 0 <= loose.start - role.end <= 8 for role in roles):
            known.add(_plain(loose.text))
        if any(_IS.match(text, loose.end, role.start) for role in roles if role.start > loose.end):
            known.add(_plain(loose.text))
    return frozenset(known)


def _plain(text: str) -> str:
    return _singular(" ".join(_DETERMINERS.sub("", text).lower().split()))


def _singular(word: str) -> str:
    return word.lower().removesuffix("s")


SOMEBODY_WILL = rarely(  # "Someone Megan gets on with will meet her", whatever roles a cell for several lines gives
    r"^\W{0,3}(?:some(?:one|body)|any(?:one|body)|who(?:so)?ever|an adult|a (?:familiar|trusted) (?:adult|person)|"
    r"a member of (?:the )?(?:[\w-]+ )?(?:staff|team)|one of the (?:adults|staff|team))"
    r"(?! (?:(?:who (?:is|has|holds) )?(?:trained|qualified|a (?:diploma|degree|certificate))|with (?:a )?[Ll]evel))"
    r"(?: [\w'’-]+){0,7}? (?:will|shall|is to|must)\b",
    re.IGNORECASE,
)
