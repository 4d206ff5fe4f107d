"""How checks point at words: passages cut from a section or a plan, and the little they all need to know of a child."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import partial

from ehcp_audit.checks.phrases import phrases
from ehcp_audit.checks.scanning import holding_parts, kept, kept_of, matches
from ehcp_audit.model import Item, Need, Passage, Plan, Section
from ehcp_audit.rare import rarely

_LINE = re.compile(r"[^\n\t]+")
_IN_YEAR = rarely(r"\b(?:is|am|now|currently) (?:now |currently )?in (?:NC )?Year (\d{1,2})\b", re.I)
_BLANKS = " \n\t\u00a0"
_BEFORE = _BLANKS + "•·–-"
_NEAR = 250  # characters on each side of a word in which the rest of its sentence is looked for
_IN_WORD = r"(?:[^\s.!?]|[.!?](?=\w)|(?<=\bMr)\.|(?<=\bDr)\.|(?<=\bMs)\.|(?<=\bMrs)\.)"  # 1.30, p.m, Dr. Lee
_WORDS_BEFORE = rarely(rf"(?:{_IN_WORD}+ ){{0,15}}{_IN_WORD}*\Z")
_WORDS_AFTER = rarely(rf"{_IN_WORD}*(?: {_IN_WORD}+){{0,15}}[.!?]?")
_SENTENCE = re.compile(r"[^.!?\n\t]+[.!?]*")


def found(pieces: Iterable[Passage], pattern: re.Pattern[str]) -> tuple[Passage, ...]:
    """Every place where the pattern stands in the pieces."""
    return tuple(piece.cut(*match.span()) for piece in pieces for match in matches(piece, pattern))


def lines(pieces: Iterable[Passage]) -> Iterator[Passage]:
    """The lines and table cells of the pieces, without the blanks around them."""
    for piece in pieces:
        yield from _lines_of(piece)


def sentences(pieces: Iterable[Passage]) -> Iterator[Passage]:
    """The sentences of the pieces; a line or cell ends one too."""
    for piece in pieces:
        yield from _sentences_of(piece)


def lines_holding(pieces: Iterable[Passage], pattern: re.Pattern[str]) -> list[Passage]:
    """Those of the lines in which the pattern matches."""
    return [line for piece in pieces for line in holding_parts(piece, partial(_lines_of, piece), pattern)]


def sentences_holding(pieces: Iterable[Passage], pattern: re.Pattern[str]) -> list[Passage]:
    """Those of the sentences in which the pattern matches."""
    return [sentence for piece in pieces for sentence in holding_parts(piece, partial(_sentences_of, piece), pattern)]


def _lines_of(piece: Passage) -> tuple[Passage, ...]:
    return kept(("lines", piece), partial(_cut, piece, _LINE))


def _sentences_of(piece: Passage) -> tuple[Passage, ...]:
    return kept(("sentences", piece), partial(_cut, piece, _SENTENCE))


def _cut(piece: Passage, pattern: re.Pattern[str]) -> tuple[Passage, ...]:
    """What the pattern finds in the piece, without the white space and bullets at its ends."""
    start, document = piece.start, piece.document
    cuts = []
    for match in pattern.finditer(piece.text):
        words = match.group().lstrip(_BEFORE)
        if words:
            cuts.append(Passage(words.rstrip(_BLANKS), start + match.end() - len(words), document))
    return tuple(cuts)


def in_sentences(plan: Plan, hits: Iterable[Passage]) -> tuple[Passage, ...]:
    """The first ten sentences in which words stand, to show what is said: of a long one 15 words each side."""
    return first(dict.fromkeys(_in_its_sentence(plan, hit) for hit in hits), 10)


def _in_its_sentence(plan: Plan, hit: Passage) -> Passage:
    begin = max(0, hit.start - _NEAR)
    before = _WORDS_BEFORE.search(plan.text[begin : hit.start])
    after = _WORDS_AFTER.match(plan.text[hit.end : hit.end + _NEAR])
    start = begin + before.start() if before else hit.start
    end = hit.end + (after.end() if after else 0)
    return Passage(plan.text[start:end], start)


def whole(plan: Plan) -> tuple[Passage, ...]:
    """The plan's whole text as one passage."""
    return (Passage(plan.text, 0),)


def lettered(plan: Plan, codes: Iterable[str]) -> tuple[Passage, ...]:
    """The pieces of the sections with these codes."""
    return tuple(piece for code in codes for piece in plan.section(code).pieces)


def own(item: Item) -> Passage:
    """The item's own words as one passage, to look for phrases in; not to quote, where they stand apart in the plan."""
    return item.passages[0] if len(item.passages) == 1 else Passage(item.text, item.passages[0].start)


def age(plan: Plan, on: date | None = None) -> int | None:
    """Age in years on a day (the audit's day unless said), from the birth date; None where the plan does not say."""
    born = plan.facts.date_of_birth
    if born is None:
        return None
    day = on or plan.as_of
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def year_of(plan: Plan) -> int | None:
    """The year group: the plan's fact, else the one that running text gives ("who is in Year 12"), where all agree."""
    if plan.facts.year_group is not None:
        return plan.facts.year_group
    told = {int(match.group(1)) for match in _IN_YEAR.finditer(plan.text)}
    return told.pop() if len(told) == 1 else None


def is_adult(plan: Plan) -> bool | None:
    """Is the young person 18 or over on the audit's day? None where the plan does not let us say."""
    years = age(plan)
    if years is not None:
        return years >= 18
    year_group = plan.facts.year_group
    if year_group is None or year_group == 13:
        return None
    return year_group > 13


def over_school_age(plan: Plan) -> bool | None:
    """Past compulsory school age: a young person, whose own views count? None where the plan does not let us say."""
    if plan.facts.year_group is not None:
        return plan.facts.year_group >= 12
    years = age(plan)
    if years is None or years == 16:
        return None
    return years > 16


def says_nothing(item: Item) -> bool:
    """Is the item no item but a statement that there is nothing: "Sensory and physical: no needs identified"?

    Neither is a need one that says so after who was asked ("Social care replied in May. There are no social care
    needs."), or that tells of strengths alone ("Good at: riding and craft work.").
    """
    return kept_of(item, "says nothing", partial(_says_nothing, item))


def _says_nothing(item: Item) -> bool:
    from ehcp_audit.checks.strengths import of_strengths_alone
    from ehcp_audit.plan.nil import is_nil_among
    from ehcp_audit.plan.vocabulary import area_of

    text = item.text.strip()
    if len(text) > _LONGEST_NOTHING:
        return False
    head, _, tail = text.partition(":")
    if tail.strip() and len(head.split()) <= 10 and is_nil_among(item.section, tail.split(". ")[0]):
        return True
    opening, *rest = text.split(". ")
    if is_nil_among(item.section, opening) or (rest and area_of(opening) and is_nil_among(item.section, rest[0])):
        return True  # "Sensory and physical. None. Sight was tested in July."
    return isinstance(item, Need) and (_is_of_no_need(text) or (item.section == "B" and of_strengths_alone(text)))


def _is_of_no_need(text: str) -> bool:
    """Does a text say that no need was found, or tell of what goes well alone, and of nothing that is hard?"""
    told = [match.group().strip(_BEFORE) for match in _SENTENCE.finditer(text)]
    nothing = [(one, phrases("no need found").search(one)) for one in told]
    found_none = any(match for _, match in nothing)
    if not found_none and phrases("goes well").search(text) is None:
        return False
    hard = phrases("hard" if found_none else "hard or helped")
    return not any(hard.search(one[: match.start()] if match else one) for one, match in nothing)


_LONGEST_NOTHING = 320  # characters


def listed(names: Iterable[str]) -> str:
    """Names as a sentence lists them: "A, B and C"."""
    *most, last = list(names)
    return f"{', '.join(most)} and {last}" if most else last


def quoted_of(hits: Iterable[tuple[str, Sequence[Passage]]]) -> str:
    """What the words quoted beside a note on what is lacking are of, so that nobody takes them for what is wrong."""
    there = [name for name, hit in hits if hit]
    return f"; the words quoted are of {listed(there)}" if there else ""


def sections_listed(codes: Sequence[str]) -> str:
    """Sections as a sentence names them: "section B", "sections B and C"."""
    return f"section {codes[0]}" if len(codes) == 1 else f"sections {listed(codes)}"


def listed_first(names: Sequence[str], most: int = 8) -> str:
    """The first of many names and how many there are besides: "A, B and 5 more"; a single one besides is named."""
    return listed([*names[:most], f"{len(names) - most} more"] if len(names) > most + 1 else names)


def first(passages: Iterable[Passage], most: int = 5) -> tuple[Passage, ...]:
    """The first few passages: enough to look at."""
    kept: list[Passage] = []
    for passage in passages:
        if len(kept) == most:
            break
        kept.append(passage)
    return tuple(kept)


def words(section: Section) -> int:
    """How many words the section holds."""
    return len(section.text.split())


def is_long(section: Section) -> bool:
    """Is it so long that something may well be said in it in words, or under headings, that no list holds?"""
    return words(section) >= _LONG


_LONG = 80  # words
