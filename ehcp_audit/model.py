"""The records that one plan becomes on its way through: Document, Plan, Answer, Finding, Scorecard.

Frozen data and nothing else: no I/O, no clock, no import of ours. Verbs live in the modules that know the subject.
Counts of pages, paragraphs, tables, rows and cells start at 1; character offsets start at 0. Small ones, and those that
a plan makes by the thousand, are named tuples: a frozen dataclass takes three times as long to make and to look up.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

SECTION_CODES = ("A", "B", "C", "D", "E", "F", "G", "H1", "H2", "I", "J", "K")
"""The lettered sections of regulation 12 of the SEND Regulations 2014, in its order, and K."""
_PLACES = {code: place for place, code in enumerate(SECTION_CODES)}


class State(StrEnum):
    """What the reader can say of a section. "Not found" is never "empty"."""

    PRESENT = "present"
    NIL = "nil"  # says that there is nothing: "None identified"
    EMPTY = "empty"  # the heading stands, nothing follows
    MISSING = "missing"  # no heading, and the document was read whole
    UNKNOWN = "unknown"  # could not tell


class Verdict(StrEnum):
    """What is said of one item, one section or one plan under one criterion."""

    MET = "met"
    PARTLY_MET = "partly met"
    NOT_MET = "not met"
    NOT_APPLICABLE = "not applicable"
    NEEDS_PERSON = "needs a person"


GAPS = (Verdict.NOT_MET, Verdict.PARTLY_MET)
"""The verdicts that give somebody something to do."""


class Tier(StrEnum):
    """Why a criterion is asked: the law, the Code of Practice, or local and published practice."""

    MUST = "must"
    SHOULD = "should"
    LOCAL = "local"


class Mode(StrEnum):
    """Who decides: a rule, a person shown gathered evidence, or a person alone."""

    AUTOMATIC = "automatic"
    ASSISTED = "assisted"
    HUMAN = "human"


# --- what reading returns -------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Stretch:
    """A piece of a document's text that knows its place: a paragraph, a line of its own, or one in a table cell.

    `text` is never empty and holds no tab; "\\n" stands only for a line break inside one Word paragraph.
    """

    text: str
    page: int | None = None
    box: tuple[float, float, float, float] | None = None  # x0, top, x1, bottom in points from the top left
    paragraph: int | None = None
    table: tuple[int, int, int] | None = None  # table, row, cell
    within: tuple[tuple[int, int, int], ...] = ()  # the cells that its table stands in, from the outermost
    columns: tuple[int, int] | None = None  # first and last grid column of the cell, where cells are merged across
    rows: int = 1  # rows that the cell spans downwards
    header_row: bool = False  # the file itself marks the row as a repeating header
    marker: str = ""  # a number that Word renders, which begins `text` too; "•" stands here alone
    level: int | None = None  # heading level 1 to 9, where a style or outline level says so
    style: str = ""  # the name of the paragraph's style, where there is one
    size: float | None = None  # points
    bold: bool = False
    italic: bool = False
    caps: bool = False  # shown in capitals by formatting
    indent: float | None = None  # points from the left edge of the column or cell
    ocr: float | None = None  # mean word confidence (0 to 1) where the text was recognised from a picture


@dataclass(frozen=True, slots=True)
class Unread:
    """Something of a document that could not be read: where, and why."""

    place: str  # "page 9"
    reason: str


@dataclass(frozen=True, slots=True)
class Document:
    """The text of one file in reading order, and apart from it what is no part of the plan's own words."""

    format: str  # docx, pdf, odt, ...
    pages: int | None
    stretches: tuple[Stretch, ...]
    margins: tuple[Stretch, ...] = ()  # running headers and footers
    notes: tuple[Stretch, ...] = ()  # footnotes and endnotes
    comments: tuple[Stretch, ...] = ()
    struck: tuple[Stretch, ...] = ()  # struck through: set apart, never scored
    properties: tuple[tuple[str, str], ...] = ()  # title, author, ... as the file holds them
    unread: tuple[Unread, ...] = ()
    warnings: tuple[str, ...] = ()


# --- what plan returns ----------------------------------------------------------------------------


class Passage(NamedTuple):
    """Words and where they stand: exactly `plan.text[start:start + len(text)]`."""

    text: str
    start: int
    document: str | None = None  # None: the plan; "A01": the advice report it comes from

    @property
    def end(self) -> int:
        return self.start + len(self.text)

    def cut(self, start: int, end: int) -> Passage:
        """The part of the passage between two offsets counted from its own start."""
        return Passage(self.text[start:end], self.start + start, self.document)


class Field(NamedTuple):
    """A cell or labelled line that says something more of an item.

    Names in use: `title`, `who`, `how_often`, `minutes`, `hours`, `times a week` (bare), `group`, `by_when`, `steps`,
    `review`, `monitoring`, `need`, `outcome`, `provision`, `success`, `baseline`, `source`, `other`.
    """

    name: str
    passage: Passage


@dataclass(frozen=True, slots=True)
class Item:
    """One need, outcome or provision of a plan."""

    subject: str  # "E.3": third item of section E in document order
    passages: tuple[Passage, ...]  # its own words; several where they stand apart
    fields: tuple[Field, ...] = ()
    area: str | None = None  # the area of need it stands under: cognition, communication, social, sensory, other
    row: tuple[int, int] | None = None  # table and row that it shares with what it is tied to
    number: str | None = None  # the number that the plan itself gives it: "1", "2a"
    refers: tuple[str, ...] = ()  # numbers of the items it points at ("Outcome 2"): "E.2"

    @property
    def section(self) -> str:
        return self.subject.split(".")[0]

    @property
    def text(self) -> str:
        """Its own words, without its fields."""
        if len(self.passages) == 1:
            return self.passages[0].text
        return "\n".join(passage.text for passage in self.passages)


class Need(Item):
    """A need of section B, C or D."""

    __slots__ = ()


class Outcome(Item):
    """An outcome of section E."""

    __slots__ = ()


class Provision(Item):
    """A provision of section F, G, H1 or H2."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Section:
    """One lettered section, in one or several pieces."""

    code: str
    state: State
    heading: str | None = None
    pieces: tuple[Passage, ...] = ()
    items: tuple[Item, ...] = ()
    confidence: float = 1.0
    note: str | None = None  # why the confidence is low, or where else its words are held

    @property
    def text(self) -> str:
        return "\n".join(piece.text for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Contributor:
    """A line of section K: whose advice, in what role, of what date."""

    passage: Passage
    name: str | None = None
    role: str | None = None
    written: date | None = None
    appended: bool | None = None


@dataclass(frozen=True, slots=True)
class Facts:
    """What the cover and the text say of child and plan. Holds identities: never logged, never in a result."""

    child_name: str | None = None
    known_as: str | None = None
    date_of_birth: date | None = None
    year_group: int | None = None  # 0 is Reception, -1 and -2 the nursery years, 12 to 14 post-16
    phase: str | None = None  # early years, primary, secondary, post-16
    status: str | None = None  # draft (proposed and amendment notice too) or final (amended too)
    stage: str | None = None  # the words behind it: draft, proposed, amendment notice, final, amended final
    requested: date | None = None
    assess_decided: date | None = None  # the authority's decision to assess
    plan_decided: date | None = None  # its decision to make a plan at all
    drafted: date | None = None
    answer_due: date | None = None  # the last day for the family's answer to the draft
    issued: date | None = None
    issue_due: date | None = None  # by when a draft says that the final plan is to be issued
    amended: date | None = None
    reviewed: date | None = None
    review_due: date | None = None
    setting: str | None = None
    nhs_number: str | None = None
    upn: str | None = None
    contributors: tuple[Contributor, ...] = ()
    sources: tuple[tuple[str, Passage], ...] = ()  # fact name -> the words that it was read from


@dataclass(frozen=True, slots=True)
class Plan:
    """One plan: its text, its sections with their items, and what is known of it."""

    reference: str  # opaque: P01
    text: str
    sections: tuple[Section, ...]  # all of SECTION_CODES, in that order
    facts: Facts
    stretches: tuple[Stretch, ...]
    starts: tuple[int, ...]  # where each stretch starts in `text`
    as_of: date
    format: str = "docx"
    pages: int | None = None
    outside: tuple[Passage, ...] = ()  # text of no section: cover, monitoring, sign-off, appendices
    unread: tuple[Unread, ...] = ()
    warnings: tuple[str, ...] = ()
    advice: tuple[Advice, ...] = ()  # the reports that were given beside it
    partial: bool = False  # the document says of itself that it sets out only a part of the plan

    def section(self, code: str) -> Section:
        """The section with this code."""
        return self.sections[_PLACES[code]]

    def stretch_at(self, start: int) -> Stretch:
        """The stretch that the character at `start` belongs to."""
        return self.stretches[max(0, bisect_right(self.starts, start) - 1)]

    def section_at(self, start: int) -> str | None:
        """The code of the section that holds the character at `start`; None outside A to K."""
        return next((one.code for one in self.sections if any(p.start <= start < p.end for p in one.pieces)), None)


@dataclass(frozen=True, slots=True)
class Advice:
    """A professional's report that a plan draws on."""

    reference: str  # A01
    text: str
    role: str | None = None
    written: date | None = None
    outcomes: tuple[Outcome, ...] = ()
    provision: tuple[Provision, ...] = ()


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A file that could not be read, by one of the kinds named in docs/commands.md."""

    reference: str
    file: str
    kind: str
    reason: str  # a full sentence: what is wrong and what to do; never a word of the file


# --- what checks, audit and scoring return ----------------------------------------------------------


class Answer(NamedTuple):
    """What a check says of what it was asked. It knows no rubric and no severity."""

    verdict: Verdict
    evidence: tuple[Passage, ...] = ()
    note: str = ""  # one plain sentence
    proposed: Verdict | None = None  # the verdict it would give, where a person decides


class Evidence(NamedTuple):
    """A passage with its place worked out, so that a stored finding needs no plan beside it."""

    text: str
    start: int
    section: str | None = None
    page: int | None = None
    paragraph: int | None = None
    table: tuple[int, int, int] | None = None
    document: str | None = None


@dataclass(frozen=True, slots=True)
class Waiver:
    """A finding that somebody accepted, for a reason and for a time. Lifts it from the gate, never from the score."""

    reason: str
    who: str
    when: date
    expires: date


class AdviceSays(NamedTuple):
    """What the advice says where the plan's words come from it."""

    document: str
    says: str  # "as vague", "more specific", "nothing"
    evidence: tuple[Evidence, ...] = ()


class Finding(NamedTuple):
    """An answer stamped with its criterion and its place."""

    criterion: str
    subject: str  # "E.3", "E" or "plan"
    tier: Tier
    verdict: Verdict
    note: str
    act: str  # writer, advice-giver, panel
    fingerprint: str
    evidence: tuple[Evidence, ...] = ()
    proposed: Verdict | None = None
    waived: Waiver | None = None
    advice: AdviceSays | None = None


@dataclass(frozen=True, slots=True)
class CriterionResult:
    """One criterion's verdict on one plan, from its findings."""

    id: str
    section: str
    tier: Tier
    mode: Mode
    verdict: Verdict
    share: Fraction | None  # 0 to 1; None when not applicable or while anything needs a person
    weight: Fraction
    findings: tuple[Finding, ...] = ()

    @property
    def items_asked(self) -> tuple[str, ...]:
        """The items that it is asked of, where it is asked of each once and of nothing else; else none.

        Where more is answered, the notes say how many lines are meant: another number beside them would only confuse.
        """
        asked = [one.subject for one in self.findings if one.verdict is not Verdict.NOT_APPLICABLE]
        each_once = len(set(asked)) == len(asked) and all("." in subject for subject in asked)
        return tuple(asked) if each_once else ()

    @property
    def falls_short(self) -> bool:
        """Whether the plan certainly does not meet it in full, whatever of it still waits for a person."""
        if self.verdict is Verdict.NEEDS_PERSON:
            return any(one.verdict in GAPS for one in self.findings)
        return self.verdict in GAPS


class Cap(NamedTuple):
    """A criterion that limits the band, and whether it does here."""

    criterion: str
    to: str
    binding: bool


class Must(NamedTuple):
    """The statutory gate: `must` criteria met, of those that apply; those that wait for a person are `open`."""

    met: int
    applicable: int
    open: int

    @property
    def unmet(self) -> int:
        """Those that the plan certainly falls short of."""
        return self.applicable - self.met - self.open


@dataclass(frozen=True, slots=True)
class Score:
    """One plan's figures, exact. Percentages are made only where they are printed."""

    total: Fraction | None  # None when nothing has been judged
    unweighted: Fraction | None
    method: str  # flat or sections
    coverage: Fraction  # judged weight / applicable weight
    bounds: tuple[Fraction, Fraction] | None  # total if all that is open were not met, or met
    must: Must
    sections: tuple[tuple[str, Fraction | None], ...]
    open: int  # criteria that need a person
    band: str | None = None
    band_before_caps: str | None = None
    caps: tuple[Cap, ...] = ()
    notes: tuple[str, ...] = ()  # "just below good", "not gradeable: ..."


class ItemRead(NamedTuple):
    """An item as the result keeps it."""

    subject: str
    text: str
    start: int
    page: int | None = None
    paragraph: int | None = None
    table: tuple[int, int, int] | None = None
    label: str | None = None  # what the plan itself prints for it ("F8"), where it counts its section otherwise


DATES_KEPT = ("requested", "drafted", "issued", "amended", "reviewed", "review_due")  # of a plan's facts, in its result


@dataclass(frozen=True, slots=True)
class PlanRead:
    """What a result keeps of the plan: no names, no birth date, no numbers that identify."""

    format: str
    pages: int | None
    status: str | None
    year_group: int | None
    phase: str | None
    facts: tuple[tuple[str, date], ...]  # those of DATES_KEPT that the plan shows
    sections: tuple[tuple[str, State], ...]
    unread: tuple[Unread, ...] = ()
    warnings: tuple[str, ...] = ()
    items: tuple[ItemRead, ...] = ()
    partial: bool = False  # the document says of itself that it sets out only a part of the plan: in no rate


class ThreadRow(NamedTuple):
    """One line of the golden thread: a need, and what the plan ties to it."""

    need: str | None
    aspirations: tuple[str, ...] = ()
    outcomes: tuple[str, ...] = ()
    provision: tuple[str, ...] = ()
    by: str | None = None  # row, number, area or words


@dataclass(frozen=True, slots=True)
class Scorecard:
    """One plan by one rubric: what was read, its findings by criterion, its thread and its score."""

    reference: str
    plan: PlanRead
    score: Score
    criteria: tuple[CriterionResult, ...]
    thread: tuple[ThreadRow, ...] = ()
    id: str | None = None  # the caseload's
    file: str | None = None  # never in a run folder
    team: str | None = None  # the caseload's; in plans.csv and summaries

    def findings(self) -> tuple[Finding, ...]:
        """Every finding, in the rubric's order."""
        return tuple(finding for criterion in self.criteria for finding in criterion.findings)


@dataclass(frozen=True, slots=True)
class Judgement:
    """A person's view, kept beside a finding and never over it."""

    plan: str
    criterion: str
    rater: str
    round: str  # first, second, panel, consensus
    blind: bool
    grade: str | None  # None: not applicable, and `reason` says why
    reason: str = ""
    judged_on: date | None = None
    comment: str = ""
    evidence: str = ""
    extra: tuple[tuple[str, str], ...] = ()
