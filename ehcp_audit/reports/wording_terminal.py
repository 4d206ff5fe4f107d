"""What `wording` shows of a sentence: each element marked where it stands and named, then what the whole comes to."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from ehcp_audit.language.spans import Span
from ehcp_audit.reports.console import say
from ehcp_audit.styling import one_line

if TYPE_CHECKING:
    from rich.console import Console

    from ehcp_audit.language.deadlines import Deadline
    from ehcp_audit.language.outcomes import OutcomeWording
    from ehcp_audit.language.provision import ProvisionWording

ELEMENTS = {
    "deadlines": "says by when",
    "baselines": "says where it starts from",
    "measures": "can be measured",
    "behaviours": "can be seen or heard",
    "changes": "says what changes, not how much",
    "provision": "describes what is provided",
    "aspirations": "is a wish",
    "results": "says what comes of it",
    "types": "says what is done",
    "amounts": "says how much",
    "frequencies": "says how often",
    "occasions": "says when it happens",
    "lengths": "says for how long",
    "group_sizes": "says how many together",
    "actors": "says who",
    "loose_actors": "says who, loosely",
    "hedges": "leaves it open",
}
"""What each element that the language finds is called."""

QUESTIONS = {
    "specific": "specific",
    "measurable": "measurable",
    "time_bound": "time bound",
    "person_centred": "person centred",
    "specific_type": "names the type of help",
    "quantified": "quantified",
    "who": "says who",
}

TURNS_OUT = {
    "is_provision": "describes what is provided",
    "is_aspiration": "is a wish",
    "multiple": "holds several outcomes",
}
"""What is said of an outcome only where it is so."""

WANTED = {
    "specific": "what somebody would see or hear the child do",
    "measurable": "how many, how often, how long, with how much help, or the event that shows it",
    "time_bound": "by when: a date, an age, the end of a school year or key stage, the next review",
    "specific_type": "the therapy, programme, equipment or activity, by its name",
    "quantified": "how long each time and how often, or every occasion that is meant",
    "who": "the role or qualification of whoever does it",
}
"""What a good sentence would hold where the answer is no. The words are the writer's to find."""

OVERALL = {
    "smart": "specific, measurable and by when",
    "partly": "some of it is there",
    "not": "no SMART outcome as it stands",
    "specified": "type, amount and person are all there",
    "vague": "nobody could be held to it",
}


def show_wording(
    console: Console, sentence: str, found: OutcomeWording | ProvisionWording, id: str | None = None
) -> None:
    """Print the sentence with its elements in numbered brackets, their names, and the answers."""
    elements = _elements(found)
    if id is not None:
        say(console, (f"{id}", "bold"))
    shown_flat = sentence.replace("\t", " ")  # one character for one: the places stay
    say(console, _bracketed(shown_flat, [span for span, _name in elements]))
    for number, (span, name) in enumerate(elements, start=1):
        say(console, (f"{number:>2}", "bold"), f'  {name}: "{one_line(span.text)}"', indent=2, hang=4)
    shown = {span.text for span, _name in elements}
    hidden = [f'"{one_line(term)}"' for term in found.vague_terms if term not in shown]
    if hidden:
        say(console, f"{' ' * 4}also vague: {', '.join(hidden)}", indent=2, hang=4)
    smart = OVERALL.get(found.overall, "")
    say(console, ("overall: ", "bold"), (found.overall, "bold"), f" ({smart})" if smart else "", indent=2)
    answers = ((words, getattr(found, key, None)) for key, words in QUESTIONS.items())
    for words, answer in answers:
        if answer is not None:
            say(console, f"{'yes' if answer else 'no':<4}{words}", indent=4)
    for key, words in TURNS_OUT.items():
        if getattr(found, key, None):
            say(console, f"yes {words}", indent=4)
    for note in found.notes:
        say(console, note, indent=2, hang=2)
    wanted = [words for key, words in WANTED.items() if getattr(found, key, None) is False]
    if wanted:
        say(console, ("a good one would say", "bold"), indent=2)
        for words in wanted:
            say(console, f"- {words}", indent=4, hang=2)


def _elements(found: OutcomeWording | ProvisionWording) -> list[tuple[Span, str]]:
    """The elements in reading order; of two that overlap, the one that starts first, or is longer."""
    every = [(span, name) for key, name in ELEMENTS.items() for span in _spans(getattr(found, key, ()))]
    every.sort(key=lambda pair: (pair[0].start, -pair[0].end))
    kept: list[tuple[Span, str]] = []
    for span, name in every:
        if kept and (span.start, span.end) == (kept[-1][0].start, kept[-1][0].end):
            kept[-1] = (span, f"{kept[-1][1]}; {name}")
        elif not kept or span.start >= kept[-1][0].end:
            kept.append((span, name))
    return kept


def _spans(found: Iterable[Deadline | Span]) -> Iterable[Span]:
    return (one if isinstance(one, Span) else one.span for one in found)


def _bracketed(sentence: str, spans: list[Span]) -> str:
    parts, at = [], 0
    for number, span in enumerate(spans, start=1):
        parts += [sentence[at : span.start], f"[{number}: ", sentence[span.start : span.end], "]"]
        at = span.end
    parts.append(sentence[at:])
    return "".join(parts)
