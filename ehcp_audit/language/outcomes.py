"""Is this a good outcome? Specific, measurable and by when; about the child; an outcome and not something else."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from ehcp_audit.language.deadlines import Deadline, deadlines
from ehcp_audit.language.frames import provision_frames, serves
from ehcp_audit.language.hedges import outcome_hedges
from ehcp_audit.language.lexicon import look_at
from ehcp_audit.language.measures import baselines, measures
from ehcp_audit.language.several import results
from ehcp_audit.language.spans import Span
from ehcp_audit.language.tokens import Look
from ehcp_audit.language.unlisted import unlisted_verbs
from ehcp_audit.language.verbs import behaviours, changes, finished, only_manner
from ehcp_audit.language.wishes import aspiration_frames
from ehcp_audit.language.wordlists import Lists, active, word_set
from ehcp_audit.rare import rarely


class OutcomeWording(NamedTuple):
    """What the words of one outcome say, element by element, each with its spans."""

    specific: bool
    measurable: bool
    time_bound: bool
    is_provision: bool
    is_aspiration: bool
    person_centred: bool
    multiple: bool
    time_phrase: str | None
    vague_terms: tuple[str, ...]
    overall: str  # smart, partly, not
    notes: tuple[str, ...]
    deadlines: tuple[Deadline, ...] = ()
    measures: tuple[Span, ...] = ()
    baselines: tuple[Span, ...] = ()
    behaviours: tuple[Span, ...] = ()
    changes: tuple[Span, ...] = ()
    provision: tuple[Span, ...] = ()
    aspirations: tuple[Span, ...] = ()
    results: tuple[Span, ...] = ()
    hedges: tuple[Span, ...] = ()


def outcome_wording(text: str) -> OutcomeWording:
    """What does the wording of this outcome hold, and what does it lack?"""
    return _worded(text, active())


def forget() -> None:
    """Forget the texts that have been judged, as a measurement does before each run."""
    _worded.cache_clear()


@lru_cache(maxsize=4096)
def _worded(text: str, lists: Lists) -> OutcomeWording:
    """The wording by these lists, which are the ones that are asked now."""
    seen = look_at(text, "outcome")
    when = deadlines(seen)
    wishes = aspiration_frames(seen)
    service = _but_of_tests(text, provision_frames(seen) or _frames_under_will(text))
    acts = behaviours(seen)
    service = _but_of_company(text, service, acts)
    done = acts or unlisted_verbs(seen) or finished(seen)
    change = changes(seen)
    measured = measures(seen, when)
    kinds = {span.kind for span in measured}
    ranged = any(span.kind == "count" and " to " in span.text for span in measured)
    ranged = ranged or any(_raised_to(seen, span) for span in measured)
    counted = bool(kinds & {"count", "number"}) and not all("%" in span.text for span in measured)
    named = "score" in kinds or "event" in kinds
    achieved = bool(seen.find("verbs.achieving_verbs")) and counted
    incidents = bool(kinds & {"count", "number"}) and not word_set("incidents").isdisjoint(seen.words)
    read_off = bool(kinds & {"count", "number", "score"}) and not word_set("readings").isdisjoint(seen.words)
    moved = bool(change) or not word_set("moving").isdisjoint(seen.words)
    specific = not service and bool(done or achieved or named or incidents or read_off or (moved and ranged))
    if wishes:
        specific = specific and bool(seen.find("verbs.step_verbs"))
    measurable = not service and not wishes and bool(measured) and specific and not only_manner(seen, done)
    centred = not serves(service)
    several, vague = results(seen), outcome_hedges(seen)
    return OutcomeWording(
        specific=specific,
        measurable=measurable,
        time_bound=bool(when),
        is_provision=bool(service),
        is_aspiration=bool(wishes),
        person_centred=centred,
        multiple=len(several) > 1,
        time_phrase=when[0].span.text if when else None,
        vague_terms=tuple(dict.fromkeys(span.text for span in vague)),
        overall=_overall(specific, measurable, bool(when), bool(service), bool(wishes), centred),
        notes=_notes(specific, measurable, bool(when), bool(service), bool(wishes), centred),
        deadlines=when,
        measures=measured,
        baselines=baselines(seen),
        behaviours=done,
        changes=change,
        provision=service,
        aspirations=wishes,
        results=several,
        hedges=vague,
    )


_TEST = rarely(  # who will look whether the outcome is met, and when: no service
    r"(?:^|[.;:,(]\s)(?:and )?(?:(?:we|i|you|they|(?:the|his|her|their|my|your) (?:class |form )?(?:school|teacher|"
    r"tutor|college|council|parents?|mother|father|mum|dad|senco))"
    r" (?:shall|will) (?:all |both )?(?:test|check|look (?:for|at)|see|know|measure|count|listen for|watch for|judge|"
    r"mark|record)"
    r" (?:this|that|it|for (?:this|it)|whether|if|when|how|by)|"
    r"to be (?:seen|tested|checked|observed|measured|judged|heard|marked|counted|assessed) (?:by|in|at|on)|"
    r"(?:this|it) (?:will|shall|is to) be (?:tested|checked|seen|measured|judged|observed|counted|assessed))\b[^.;:]*",
    re.IGNORECASE,
)


def _but_of_tests(text: str, service: tuple[Span, ...]) -> tuple[Span, ...]:
    """The frames of a service without those in the words that say how, by whom or when the outcome is tested."""
    if not service:
        return service
    tests = [match.span() for match in _TEST.finditer(text)]
    return tuple(one for one in service if not any(start <= one.start < end for start, end in tests))


_GIVEN = rarely(
    r"\b(?:therap(?:y|ies|ist\w*)|sessions?|programmes?|interventions?|courses?|lessons?|tuition|nurture|counsel\w*|"
    r"mentor\w*|support|workshops?|training|skills|teach\w*|tutor\w*|assistant|classes|work)\b",
    re.IGNORECASE,
)
_ADDED = rarely(r"(?:, (?:and )?|\band )(?:then |also |will |to |can )?(?:\w+ly )?\Z", re.IGNORECASE)
_PROMISED = rarely(r"\b(?:will|can|to) (?:\w+ly )?\Z", re.IGNORECASE)
_END = rarely(r"[.;](?:\s|\Z)")


def _but_of_company(text: str, service: tuple[Span, ...], acts: tuple[Span, ...]) -> tuple[Span, ...]:
    """The frames of a service without a club, a clinic or people that the child only goes to, where the same sentence
    goes on to what the child does there: "go to my eye clinic and say what has changed", "join a group and tell".

    Teaching and therapy that are gone to stay what is given, whatever is done besides.
    """
    if any(one.kind != "taking_part" or _GIVEN.search(one.text) for one in service):
        return service

    def beside(frame: Span) -> bool:
        closes = _END.search(text, frame.end)
        last = closes.start() if closes else len(text)
        after = (one for one in acts if frame.end <= one.start < last and _ADDED.search(text, 0, one.start))
        before = (one for one in acts if one.end <= frame.start and _PROMISED.search(text, 0, one.start))
        promised = any(_END.search(text, one.end, frame.start) is None for one in before)
        return promised or next(after, None) is not None

    return tuple(one for one in service if not beside(one))


_BARE = rarely(
    r"\W{0,3}(?:(?:by|before|at|in|on) [^,]{3,60}, )?(?=(?:be (?!able\b)|have |receive |get |attend |access ))",
    re.IGNORECASE,
)
_SUBJECT = "She will "


def _frames_under_will(text: str) -> tuple[Span, ...]:
    """The frames of an outcome that stands under "Ana will" and begins with the verb: "be seen by a therapist"."""
    match = _BARE.match(text)
    if match is None:
        return ()
    at = match.end()
    found = provision_frames(look_at(f"{text[:at]}{_SUBJECT}{text[at:]}", "outcome"))
    starts = ((max(at, span.start - len(_SUBJECT)), span.end - len(_SUBJECT), span.kind) for span in found)
    return tuple(Span(start, end, text[start:end], kind) for start, end, kind in starts if end > start)


_LOOK_BACK = 400  # characters


def _raised_to(seen: Look, span: Span) -> bool:
    """ "Improve his fluency to 90 words a minute": a change verb with the count that it leads to; no bare per cent."""
    before = seen.text[max(0, span.start - _LOOK_BACK) : span.start].rstrip().lower()
    told = span.kind == "count" and "%" not in span.text and before.endswith((" to", " to at least"))
    return told and word_set("services").isdisjoint(before.split())


def _overall(specific: bool, measurable: bool, timed: bool, service: bool, wish: bool, centred: bool) -> str:
    if service or wish or not (specific or measurable):
        return "not"
    return "smart" if specific and measurable and timed and centred else "partly"


def _notes(specific: bool, measurable: bool, timed: bool, service: bool, wish: bool, centred: bool) -> tuple[str, ...]:
    notes: list[str] = []
    if service:
        notes.append("It describes what is provided, not what the child will be able to do.")
    if wish:
        notes.append("It is a wish: an aspiration belongs in section A.")
    if not specific and not service:
        notes.append("It names no skill or behaviour that somebody could see.")
    if not measurable and not service:
        notes.append("Nothing lets an outsider say met or not met.")
    if not timed:
        notes.append("Nothing says by when.")
    if not centred:
        notes.append("It is about a service or its staff, not about the child.")
    return tuple(notes)
