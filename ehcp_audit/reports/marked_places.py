"""Where the notes of a marked copy stand: the exact words of a finding, its item, or the heading before its place."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import chain

from ehcp_audit.checks.passages import sentences
from ehcp_audit.model import (
    GAPS,
    SECTION_CODES,
    CriterionResult,
    Finding,
    Item,
    Passage,
    Plan,
    Scorecard,
    Tier,
)
from ehcp_audit.quoting import WHOLE
from ehcp_audit.reading.marking import Span
from ehcp_audit.reports.gaps import section_of
from ehcp_audit.scoring import is_doubtful

PHRASE = 60  # characters; shorter words that repeat are one note
MANY = 4  # lines; a doubt about so many of a section is one about the section

Stand = tuple[int, int]
"""From where to where in the plan's text."""


@dataclass(slots=True)
class Point:
    """All that is said of one place."""

    stand: Stand
    said: list[tuple[CriterionResult, Finding]] = field(default_factory=list)
    elsewhere: list[Stand] = field(default_factory=list)
    quotes: bool = True  # the place holds the words themselves

    @property
    def doubt(self) -> bool:
        """Whether nothing here is certain: the tool would have a person look."""
        return all(finding.verdict not in GAPS for _, finding in self.said)


def points(plan: Plan, card: Scorecard) -> list[Point]:
    """Everything to mend and everything to look at first, by the place where it stands.

    What the tool only doubts stands beside what is certain where both are at the same words.
    """
    found: dict[Stand, Point] = {}
    for result in card.criteria:
        for finding in result.findings:
            if finding.verdict in GAPS:
                stands = _stands(plan, finding)
                own = bool(stands)
                if not stands:
                    stand = _place_of(plan, finding, section_of(finding, result))
                    own = "." in finding.subject
                    stands = [stand] if stand else []
            elif is_doubtful(finding):
                heading = _of_whole_section(plan, finding)
                stands, own = [heading] if heading else doubt_stands(plan, finding), True
            else:
                continue
            for stand in stands:
                point = found.setdefault(stand, Point(stand, quotes=own))
                point.said.append((result, finding))
    return sorted(found.values(), key=lambda one: one.stand)


def _stands(plan: Plan, finding: Finding) -> list[Stand]:
    stands = [(one.start, one.start + len(one.text)) for one in finding.evidence if one.document is None]
    return [one for one in dict.fromkeys(stands) if plan.text[slice(*one)].strip()]


def doubt_stands(plan: Plan, finding: Finding) -> list[Stand]:
    """Where to look at what the tool doubts: its words, its item's; nowhere for a section or plan without words.

    Of an item's finding, words of other items (what it may be tied to) are left out; of a page of words the first line.
    """
    stands = _stands(plan, finding)
    if "." in finding.subject:
        others = [_ends(part) for one in _items(plan) if one.subject != finding.subject for part in one.passages]
        stands = [one for one in stands if not any(start <= one[0] < end for start, end in others)]
        stands = stands or [_ends(one.passages[0]) for one in _items(plan) if one.subject == finding.subject]
    return [(start, start + _line_end(plan.text[start:end])) for start, end in stands]


def _of_whole_section(plan: Plan, finding: Finding) -> Stand | None:
    """The heading of the section, where a finding is of it as a whole: it names many of its lines, and none of them is
    at fault by itself."""
    stands = _stands(plan, finding)
    codes = {plan.section_at(start) for start, _ in stands}
    if "." in finding.subject or len(stands) < MANY or len(codes) != 1:
        return None
    begins = {part.start for item in _items(plan) for part in item.passages[:1]}
    code = codes.pop()
    return _heading(plan, code) if code and all(start in begins for start, _ in stands) else None


def _items(plan: Plan) -> list[Item]:
    return [item for section in plan.sections for item in section.items if item.passages]


def _line_end(words: str) -> int:
    """All of the words; of more than a reader should have to search, the first line that says anything."""
    if len(words) <= WHOLE:
        return len(words)
    begin = len(words) - len(words.lstrip())
    end = words.find("\n", begin)
    return end if begin < end <= WHOLE else max(begin + 1, words.rfind(" ", begin, WHOLE))


def _place_of(plan: Plan, finding: Finding, code: str) -> Stand | None:
    """Where a finding without words stands: its item, its section's heading, the heading before, the first words."""
    if "." in finding.subject:
        for item in plan.section(finding.subject.split(".")[0]).items:
            if item.subject == finding.subject and item.passages:
                return _ends(item.passages[0])
    codes = ("H1", "H2") if code == "H" else (code,)
    for own in codes:
        if own in SECTION_CODES and (heading := _heading(plan, own)):
            return heading
    if codes[0] in SECTION_CODES:
        for before in reversed(SECTION_CODES[: SECTION_CODES.index(codes[0])]):
            if heading := _heading(plan, before):
                return heading
    return first_words(plan)


def _ends(passage: Passage) -> Stand:
    return passage.start, passage.end


def _heading(plan: Plan, code: str) -> Stand | None:
    """The stretch that is a section's heading: the nearest before its words that is it, else one that shares its words.

    Of a blank section nothing bounds the search, and a row "Social care" of the list of advice is a part of the
    heading "Section D: social care needs": most of it has to be there.
    """
    section = plan.section(code)
    if not section.heading:
        return None
    wanted = letters_of(section.heading)
    last = bisect_right(plan.starts, section.pieces[0].start) if section.pieces else len(plan.stretches)
    near = [(number, letters_of(plan.stretches[number].text)) for number in range(last - 1, -1, -1)]
    exact = (number for number, words in near if words and words == wanted)
    parts: Iterable[int] = (
        number
        for number, words in near
        if len(words) > 8 and (words in wanted or (len(wanted) > 8 and wanted in words))
    )
    if not section.pieces:
        parts = sorted(parts, key=lambda number: abs(len(letters_of(plan.stretches[number].text)) - len(wanted)))
    number = next(chain(exact, parts), None)
    if number is not None:
        return plan.starts[number], plan.starts[number] + len(plan.stretches[number].text)
    return _ends(section.pieces[0].cut(0, len(section.pieces[0].text.split("\n")[0]))) if section.pieces else None


def letters_of(text: str) -> str:
    """The letters and figures alone, to compare words whatever stands between them."""
    return "".join(letter for letter in text.casefold() if letter.isalnum())


def first_words(plan: Plan) -> Stand | None:
    """The first stretch that says anything: where the note on the whole plan stands."""
    for start, stretch in zip(plan.starts, plan.stretches, strict=True):
        if any(map(str.isalnum, stretch.text)):
            return start, start + len(stretch.text)
    return None


def span_of(plan: Plan, stand: Stand) -> Span:
    """A place in the plan's text as the reader counts: stretches, and characters in them."""
    start, end = stand
    while end > start + 1 and plan.text[end - 1].isspace():
        end -= 1
    while start < end - 1 and plan.text[start].isspace():
        start += 1
    first, last = bisect_right(plan.starts, start) - 1, bisect_right(plan.starts, end - 1) - 1
    at, to = start - plan.starts[first], end - plan.starts[last]
    texts = [plan.stretches[number].text for number in range(first, last + 1)]
    words = texts[0][at:to] if first == last else "\n".join([texts[0][at:], *texts[1:-1], texts[-1][:to]])
    return Span(first, at, last, to, words)


def repeats_joined(plan: Plan, points: Sequence[Point]) -> list[Point]:
    """Short words of which the same is said wherever they stand: one point, which knows the other places."""
    kept: list[Point] = []
    first: dict[tuple[str, bool, tuple[str, ...]], Point] = {}
    for point in points:
        words = plan.text[slice(*point.stand)]
        if not point.quotes or len(words) > PHRASE:
            kept.append(point)
            continue
        key = (letters_of(words), point.doubt, tuple(sorted({result.id for result, _ in point.said})))
        if key in first:
            first[key].elsewhere.append(point.stand)
        else:
            first[key] = point
            kept.append(point)
    return kept


def one_a_sentence(plan: Plan, points: Sequence[Point]) -> list[Point]:
    """What is doubted in one sentence: one point, at what is certain there if anything is, else at the widest words."""
    groups: dict[tuple[bool, Stand], list[Point]] = {}
    ends = _sentences(plan)
    starts = [start for start, _ in ends]
    for point in points:
        at = bisect_right(starts, point.stand[0]) - 1
        within = at >= 0 and point.stand[0] < ends[at][1] and point.quotes and not point.elsewhere
        groups.setdefault((within, ends[at] if within else point.stand), []).append(point)
    return sorted((point for group in groups.values() for point in _joined(group)), key=lambda one: one.stand)


def _joined(group: Sequence[Point]) -> list[Point]:
    """The points of one sentence: each that is certain, with all the doubts at the first of them, or by themselves."""
    certain, doubts = ([point for point in group if point.doubt is doubt] for doubt in (False, True))
    if not doubts:
        return certain
    host = certain[0] if certain else Point(max((one.stand for one in doubts), key=lambda stand: stand[1] - stand[0]))
    said = [*host.said, *(pair for point in doubts for pair in point.said)]
    host.said = list({id(finding): (result, finding) for result, finding in said}.values())
    return certain or [host]


def _sentences(plan: Plan) -> list[Stand]:
    """Where each sentence of the plan's lines begins and ends."""
    said = sentences(part for item in _items(plan) for part in item.passages)
    return sorted({(one.start, one.end) for one in said})


def weight(point: Point) -> tuple[bool, int, Stand]:
    """What is left out first where there are too many: what is only doubted, then what no law asks for."""
    return point.doubt, min(list(Tier).index(finding.tier) for _, finding in point.said), point.stand
