"""How our outputs look and speak: one word and one colour for each verdict, tier, mode and state.

Every report, workbook and page takes its words and colours from here, so that a reader who has learnt one output can
read the others. Colour is never the only mark: each verdict has its word, and where there is no room for the word a
short mark whose meaning stands beside it. Each pair of text and background has a contrast of at least 4.5 to 1
(WCAG 2.2, 1.4.3), which a test computes.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from ehcp_audit.model import SECTION_CODES, Evidence, ItemRead, Mode, Must, State, Stretch, Tier, Verdict
from ehcp_audit.months import MONTHS
from ehcp_audit.unseen import visible

INK = "0B0C0C"
PAPER = "FFFFFF"
QUIET = "505A5F"  # secondary text
RULE = "B1B4B6"  # lines between things
SHADE = "F3F2F1"  # headings of tables, boxes
INPUT = "FFFBE6"  # a cell that waits for a person
BLUE = "12436D"  # bars and the header; holds white text
ORANGE = "F46A25"  # the other half of the pair; holds dark text
FOCUS = "FFDD00"


@dataclass(frozen=True, slots=True)
class Tone:
    """How one verdict is shown: a mark for narrow places, text on background as hex, and a terminal style."""

    mark: str
    text: str
    background: str
    terminal: str


VERDICTS = {
    Verdict.MET: Tone("✓", "0B2E4F", "D4E4F4", "green"),
    Verdict.PARTLY_MET: Tone("½", "3B2500", "FCD9A8", "yellow"),
    Verdict.NOT_MET: Tone("✗", INK, ORANGE, "red"),
    Verdict.NOT_APPLICABLE: Tone("–", QUIET, SHADE, "dim"),
    Verdict.NEEDS_PERSON: Tone("?", "3D2375", "DBD5E9", "magenta"),
}
"""Pale blue recedes and orange stands out, for colour-blind eyes too: what wants doing is what is seen."""

TIERS = {Tier.MUST: "the law", Tier.SHOULD: "the Code of Practice", Tier.LOCAL: "good practice"}
"""Whose demand a criterion is."""

TIER_WORDS = {
    Tier.MUST: "must (the law)",
    Tier.SHOULD: "should (the Code of Practice)",
    Tier.LOCAL: "local (published good practice)",
}


def tiers_words(tier: Tier, weaker: Sequence[Tier]) -> str:
    """A criterion's tier, with those of the parts that are asked for less firmly: "must, in part should and local"."""
    return f"{tier}, in part {join_words(weaker)}" if weaker else str(tier)


def shortfall_words(words: Mapping[Tier, str], tier: Tier, whole: Tier) -> str:
    """Whose demand was not met, beside the criterion's own where that is another: "good practice; other parts ..."."""
    return words[tier] if tier is whole else f"{words[tier]}; other parts of it: {words[whole]}"


MODES = {
    Mode.AUTOMATIC: "a rule decides; a person may overrule it",
    Mode.ASSISTED: "the tool gathers the words, a person decides",
    Mode.HUMAN: "only a person can judge this",
}

STATES = {
    State.PRESENT: "present",
    State.NIL: "says that there is nothing",
    State.EMPTY: "empty: the heading stands and nothing follows",
    State.MISSING: "missing: no such heading in the document",
    State.UNKNOWN: "could not tell",
}

ACTS = {
    "writer": "the plan's writer",
    "advice-giver": "whoever gave the advice",
    "panel": "the panel or manager",
}
"""Who has to do something about a finding."""

UNREADABLE = {
    "empty_file": "the file is empty",
    "not_a_document": "it is no document of a kind that can be read",
    "legacy_format": "an old format",
    "encrypted": "locked with a password",
    "damaged": "the file is damaged",
    "no_text": "a scan: pages without text",
    "unreadable_text": "its text makes no words",
    "too_large": "too large",
    "timed_out": "it took too long",
    "out_of_memory": "reading took too much memory",
    "crashed": "the reader broke on it",
    "not_readable": "the file could not be opened",
    "not_found": "the file is not there",
    "not_a_plan": "no plan: too few lettered sections",
}
"""Why a file could not be read, by the kinds of errors.KINDS."""

SECTIONS = {
    "A": "views, interests and aspirations",
    "B": "special educational needs",
    "C": "health needs",
    "D": "social care needs",
    "E": "outcomes",
    "F": "special educational provision",
    "G": "health provision",
    "H1": "social care provision under the 1970 Act",
    "H2": "other social care provision",
    "H": "social care provision",
    "I": "placement",
    "J": "personal budget",
    "K": "advice and information",
    "all": "the plan as a whole",
    "dates": "dates and time limits",
    "voice": "the child's and the parents' voice",
}
"""What each section of a rubric is about: regulation 12 of the SEND Regulations 2014, in few words."""

ORDER = (*SECTION_CODES[:7], "H", *SECTION_CODES[7:])
"""Sections in the order of the document."""


def section_short(code: str) -> str:
    """A section's name for a narrow column: "E", "plan", "dates"."""
    return "plan" if code == "all" else code


def section_rank(code: str) -> int:
    """Where a section stands in the order of reading: the whole plan first, then A to K."""
    head = code.split("+")[0]
    return ORDER.index(head) + 1 if head in ORDER else 0


def section_title(code: str) -> str:
    """A section's name for a heading: "Section E: outcomes", "The plan as a whole"."""
    words = SECTIONS.get(code, "")
    if code in ORDER:
        return f"Section {code}: {words}"
    if not words:
        return f"Sections {code.replace('+', ' and ')}"
    return capital(words)


def format_words(format: str) -> str:
    """A file format as an officer calls it: "Word", "PDF"."""
    names = {"docx": "Word", "doc": "old Word", "rtf": "Rich Text", "odt": "OpenDocument", "txt": "plain text"}
    return names.get(format, format.upper())


def year_words(group: int | None) -> str:
    """A year group as a school says it: "Year 6", "Reception", "nursery"; "" when not known."""
    if group is None:
        return ""
    return f"Year {group}" if group > 0 else "Reception" if group == 0 else "nursery"


_DAYS = {"draft": ("drafted",), "final": ("amended", "issued")}
_MADE = {("draft", "drafted"): "draft,", ("final", "amended"): "amended final,"}


def version_words(status: str | None, facts: Iterable[tuple[str, date]]) -> str:
    """Which version of a plan it is, by the last day on which it was made: "amended final, 16 September 2026".

    An amended final plan tells of the day of the first one too, and a draft of the final one before it: these days are
    not its own. "" where neither is known.
    """
    days = dict(facts)
    fact = next((one for one in _DAYS.get(status or "", ("amended", "issued", "drafted")) if one in days), None)
    if fact is None:
        return status or ""
    made = _MADE.get((status or "", fact)) or (f"{status}, {fact}" if status else fact)
    return f"{made} {long_date(days[fact])}"


def subject_words(subject: str) -> str:
    """What a finding is about: "E.3" stays, "E" becomes "section E", "plan" becomes "the plan"."""
    if subject == "plan":
        return "the plan"
    return subject if "." in subject else f"section {subject}"


def count(number: int, one: str, many: str | None = None) -> str:
    """A number with its noun: "1 plan", "2 plans", "3 criteria"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def gate_words(must: Must) -> str:
    """ "16 of 35 must criteria met, 1 not met; 18 wait for a person"."""
    unmet = f", {must.unmet} not met" if must.unmet else ""
    waits = f"; {must.open} {'waits' if must.open == 1 else 'wait'} for a person" if must.open else ""
    return f"{must.met} of {must.applicable} must criteria met{unmet}{waits}"


def join_words(words: Iterable[str], last: str = "and") -> str:
    """Words as a person lists them: "A, B and C"."""
    listed = list(words)
    if len(listed) < 2:
        return "".join(listed)
    return f"{', '.join(listed[:-1])} {last} {listed[-1]}"


def run_words(names: Iterable[str]) -> str:
    """Names in their order, three or more that count on drawn together: "P01, P03 to P07, P12"."""
    runs: list[list[str]] = []
    for name in names:
        if runs and _follows(runs[-1][-1], name):
            runs[-1].append(name)
        else:
            runs.append([name])
    return ", ".join(part for run in runs for part in ([f"{run[0]} to {run[-1]}"] if len(run) > 2 else run))


def _follows(one: str, other: str) -> bool:
    head = one.rstrip("0123456789")
    number, after = one[len(head) :], other[len(head) :]
    return other.startswith(head) and number.isdigit() and after.isdigit() and int(after) == int(number) + 1


def basis_words(basis: Iterable[str]) -> str:
    """A criterion's references with each source named once: "Regulations 2014, reg 13(2), reg 13(3); the Act, s 37"."""
    grouped: list[tuple[str, list[str]]] = []
    for reference in basis:
        source, comma, place = reference.rpartition(", ")
        if comma and grouped and grouped[-1][0] == source:
            grouped[-1][1].append(place)
        else:
            grouped.append((source, [place]) if comma else (reference, []))
    return "; ".join(", ".join([source, *places]) for source, places in grouped)


def tenths(value: Fraction) -> str:
    """An exact share as a percentage with one decimal, half up: 29/36 is "80.6"."""
    thousandths = (value * 1000 + Fraction(1, 2)).__floor__()
    return f"{thousandths // 10}.{thousandths % 10}"


def percent(value: Fraction | None, none: str = "not scored") -> str:
    """An exact share as words: "80.6%"; what to say when there is none."""
    return none if value is None else f"{tenths(value)}%"


def between(low: float, high: float, places: int = 0) -> str:
    """The ends of an interval of shares: "71 to 94%". Whole points for a share of plans, since more would pretend."""
    return f"{100 * low:.{places}f} to {100 * high:.{places}f}%"


def capital(text: str) -> str:
    """The words with a capital letter to begin with."""
    return text[:1].upper() + text[1:]


def one_line(text: str) -> str:
    """The words on one line: every run of white space becomes one space, controls are shown as escapes."""
    return visible(" ".join(text.split()))


def shortened(text: str, longest: int) -> str:
    """The start of the words, cut between words, with "..." when something was left out."""
    line = one_line(text)
    if len(line) <= longest:
        return line
    cut = line[: max(1, longest - 3)]
    head = cut.rsplit(" ", 1)[0] if " " in cut[longest // 2 :] else cut
    return head.rstrip(" ,;:.") + "..."


def place(where: Evidence | ItemRead | Stretch) -> str:
    """Where words stand, for a person to find them: "page 3", "paragraph 88, table 2 row 3"; "" when not known."""
    parts = []
    if getattr(where, "document", None):
        parts.append(f"advice {getattr(where, 'document', '')}")
    if where.page is not None:
        parts.append(f"page {where.page}")
    elif where.paragraph is not None:
        parts.append(f"paragraph {where.paragraph}")
    if where.table is not None:
        parts.append(f"table {where.table[0]} row {where.table[1]}")
    return ", ".join(parts)


def long_date(day: date) -> str:
    """A date as it is read aloud, whatever the computer's language: "15 June 2026"."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"
