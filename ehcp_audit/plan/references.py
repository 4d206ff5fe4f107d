"""Which items point at which: what a plan's own numbers, letters and labels tie together, read once all items are told.

A reference at the beginning or the end of a paragraph belongs to every line that was cut from it. A bare number ("(7)")
counts where it can be one item's only, and where the plan writes so at several items.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from ehcp_audit.model import Field, Item
from ehcp_audit.plan.drafts import NOUNS, Draft
from ehcp_audit.plan.layout import Layout, Row
from ehcp_audit.plan.lines import CODED
from ehcp_audit.plan.marked import ORDER, Index, Marked
from ehcp_audit.plan.nouned_numbers import number_by_nouns
from ehcp_audit.plan.pointers import (
    BRACKET,
    LONGEST,
    Pointer,
    begins_otherwise,
    codes_before,
    label_key,
    pointers,
    points_only,
)
from ehcp_audit.plan.same_numbers import Printed, numbers_before, sections_meant
from ehcp_audit.plan.sentences import sentence_spans
from ehcp_audit.plan.titles_over import point_over
from ehcp_audit.rare import rarely

_POINTS = ("need", "outcome", "provision", "title", "other", "number", "source", "baseline")  # fields that may point
_OWN_LABEL = re.compile(
    r"(?:[A-Z]{1,4}(?:[&+][A-Z])?\s?(?:\d{1,2}(?:\.\d{1,2})?[a-z]?|\((?:[a-z]|[ivx]{1,4})\))|"
    r"[A-Z]{1,10}[-–]\d{1,2}[a-z]?)(?=[.):]?(?:\s|$))"  # "SEMH 2", "OUT-1"
)
_MARK = re.compile(r"\W{0,3}(?P<mark>\d{1,2}(?:\.\d{1,2})?[a-z]?|[a-z]|[ivx]{1,5})\W{0,3}")
_CODED_TITLE = rarely(r"(?P<section>[B-H])\.?\s?(?P<number>\d{1,2}[a-z]?)(?:[.:]|\s[–—-])?\s(?=[A-Z])")
_LAST_CODE = rarely(  # "C1. He has asthma. C2. ", "G1 (C1). A nurse visits. G2 (C2). ": of the item before
    r"[.!?;]\s{1,3}(?P<own>\(?[A-H][12]?\.?\s?\d{1,2}(?:\.\d{1,2})?[a-z]?\)?(?:\s?\([^()]{1,40}\))?[.:)]?)\s*$"
)
_LETTERED = re.compile(r"\(?(?P<mark>[a-z]|[ivx]{1,5})(?:[).]\s|\s(?=\(\d))", re.IGNORECASE)
_BEFORE = re.compile(r"[.!?;]\s{1,3}\((?P<mark>\d{1,2}|[a-h]|[ivx]{1,5})\)\s{1,3}$")  # "... school. (ii) He ..."
_TITLED = rarely(  # "1. Reading", "Outcome 1", "E1 – Saying what he wants"
    r"\W{0,2}(?P<noun>outcome\s|need\s|provision\s|[B-F]\.?\s?)?(?P<mark>\d{1,2}(?:\.\d{1,2})?[a-z]?)(?P<end>[.:)]|\s[–—-]|\s|$)",
    re.IGNORECASE,
)
_OPENS = re.compile(  # the mark that a paragraph opens with: "F1.2 ", "(a) ", "22. "
    r"(?:[^\w(\[]{0,3}(?:[B-H]|H[12]|[A-Z]{1,4}(?=\d))?\.?\s?\d{1,2}(?:\.\d{1,2})?[a-z]?|"
    r"\W{0,3}(?:[a-z](?=[.)]|\s\(\d)|[ivx]{1,5}(?=[.)])|\d{1,2}(?=[.)]\s)))[.:)\]]{0,2}\s{1,4}"
)
_NAMES_TITLE = re.compile(r"[A-Z][^.:()\[\]]{1,60}(?=\s[(\[])")
_ENDS_IN = re.compile(r"[(\[](?P<said>(?:[^()\[\]]|\([a-z]{1,4}\)){1,120})[)\]][.;]?\s*$")
_COUNTED = rarely(r"(?<=[.;!?]\s)(?P<number>\d{1,2})\.\s(?=[A-Z])")
_SHOWS = r" (?:in|after|beside|at|shows?|gives?|refers?)"
_KEY = rarely(  # "The number in brackets is the need", "The numbers show which outcome it is for"
    # Each begins with its letters, which are found at once; what stands before them is asked then.
    r"(?:bracket(?:(?<=\bin bracket)|(?<=\bthe bracket)|(?<=\bsquare bracket))s?|"
    + "|".join(rf"{word}(?<!\w{word})s?{_SHOWS}" for word in ("number", "figure", "letter"))
    + r")\b"
    r"[^.]{0,60}?\b(?P<noun>need|outcome)s?\b(?![^.]{0,40}\b(?:needs?|outcomes?)\b)"
)
_HEAD = re.compile(r"[^.:]{3,80}[.:](?=\s)|[^:]{3,80}[.:](?=\s[A-Z])")
_OF_KEYS = ("bracket", "number", "figure", "letter")
_FEWEST = 3  # items with a bare number in brackets, for these to be the plan's way of pointing
_LONGEST_CELL = 40  # characters of a cell that holds codes


def with_references(
    layout: Layout, told: Mapping[str, Sequence[Draft]], found: Mapping[str, tuple[Item, ...]]
) -> dict[str, tuple[Item, ...]]:
    """The items of each section, each with those of other kinds that it points at.

    `told`: the drafts that the items come from, in the same order.
    """
    marked = {
        code: [_marked(layout, draft, item) for draft, item in zip(told[code], items, strict=True)]
        for code, items in found.items()
    }
    for several in marked.values():
        number_by_nouns(layout, several)
    index = Index(marked)
    for code, several in marked.items():
        for group in _paragraphs(layout, several):
            _share(layout, group)
        if several:
            point_over(layout, several)
        index.heed_codes(several)
        lowered = _section_text(layout, several).lower() if several else ""
        key = _KEY.search(lowered) if any(word in lowered for word in _OF_KEYS) else None
        index.keys[code] = key["noun"] if key else ""
    every = [one for several in marked.values() for one in several]
    bare = {id(one): index.bare(one) for one in every}
    usual = sum(bool(hits) for hits in bare.values()) >= _FEWEST
    for one in every:
        both = len({NOUNS[hit.item.section] for hit in bare[id(one)]}) > 1
        hits = [*index.named(one), *(bare[id(one)] if usual or both else ())]
        one.refers = list(dict.fromkeys(hit.item.subject for hit in hits))
    _tie_same_numbers(layout, marked, index)
    for hits in _chains(layout, index):
        for one in hits:
            earlier = [hit.item.subject for hit in hits if ORDER[hit.noun] < ORDER[one.noun]]
            one.refers += [subject for subject in earlier if subject not in one.refers]
    return {code: tuple(replace(one.item, refers=tuple(one.refers)) for one in marked[code]) for code in found}


def _section_text(layout: Layout, several: Sequence[Marked]) -> str:
    first = _stretch(layout, several[0].item.passages[0].start)
    last = _stretch(layout, several[-1].item.passages[-1].start)
    return layout.between(max(0, first - _ABOVE), last)


_ABOVE = 4  # stretches over the first item, where it may be said what numbers in brackets are


# --- what the plan calls an item ------------------------------------------------------------------


def _marked(layout: Layout, draft: Draft, item: Item) -> Marked:
    text, start = item.passages[-1].text, item.passages[-1].start
    at = _stretch(layout, start)
    before = layout.text[layout.starts[at] : start]
    heads = [last["own"] if (last := _LAST_CODE.search(before)) else before, *_first_cell(layout, at, item)]
    marks = {draft.number} if draft.number else set()
    own = draft.label and codes_before(draft.label, NOUNS[item.section]) is None  # not "B1" beside provision
    labels = {label_key(draft.label)} if own else set()
    led: list[Pointer] = []
    for head in heads:
        bare = head.strip()
        codes = codes_before(bare, NOUNS[item.section]) if bare else None
        coded = CODED.match(f"{bare} .") if codes is None else None
        if coded is not None and coded["aside"]:
            led += pointers(coded["aside"])  # "E4 (social care, B6)."
        if codes is not None:
            labels |= {codes.own} - {""}
            led += codes.others
            marks -= set() if codes.own else {mark for _, mark in codes.others} - codes.numbers
        elif (match := (_MARK.fullmatch(bare) if bare else None) or _BEFORE.search(head)) is not None:
            marks.add(match["mark"].lower())
        elif (label := _OWN_LABEL.match(bare)) is not None and label.end() >= len(bare) - 1:
            labels.add(label_key(label.group()))
        elif (titled := _CODED_TITLE.match(bare)) is not None and titled["section"] == item.section:
            marks.add(titled["number"])  # "B1 Understanding language" in the cell before the need
    if (label := _OWN_LABEL.match(text)) is not None:
        labels.add(label_key(label.group()))
        led.append(("label", label_key(label.group())))  # its own, or that of what it is for
    if (lettered := _LETTERED.match(text)) is not None:
        marks.add(lettered["mark"].lower())
    if not marks and not labels:
        marks |= {mark for one in item.fields if (mark := _in_title(one, item.section)) is not None}
    marks |= set(_within(text, item))
    one = Marked(item, marks, labels, list(draft.refers), led=led)
    for piece in item.passages:
        one.said += pointers(piece.text)
    for said in item.fields:
        if said.name in ("need", "outcome"):
            one.columns += points_only(said.passage.text, said.name) or pointers(said.passage.text)
        elif said.name in _POINTS:
            one.said += [pointer for pointer in pointers(said.passage.text) if pointer[0]]
    return one


def _in_title(said: Field, section: str) -> str | None:
    """The number that a title beside the item begins with."""
    match = _TITLED.match(said.passage.text) if said.name in ("title", "other") else None
    if match is None:
        return None
    noun = (match["noun"] or "").strip(" .").upper()
    own = noun in (section, NOUNS[section].upper())
    plain = not noun and said.name == "title" and match["end"] != " "
    return match["mark"].lower() if own or plain else None


def _within(text: str, item: Item) -> Iterator[str]:
    """Further numbers of the section in an item's words: "B1.1 He ...", "1. He ... 2. He ...", "... (B1)."."""
    letter = item.section
    if letter in text:
        own = rf"{letter}(?<![\w.(\[]{letter})\.?\s?(\d{{1,2}}(?:\.\d{{1,2}})?[a-z]?)[.:)]?\s(?=[A-Z])"
        yield from (match[1] for match in re.finditer(own, text))
    if item.number is not None and item.number.isdigit():
        following = int(item.number) + 1
        for match in _COUNTED.finditer(text):
            if int(match["number"]) == following:
                yield match["number"]
                following += 1
    last = _ENDS_IN.search(text)
    said = points_only(last["said"]) if last else None
    if item.number is None and said is not None and len(said) == 1 and said[0][0][-1:] == item.section:
        yield said[0][1]


def _first_cell(layout: Layout, at: int, item: Item) -> tuple[str, ...]:
    """The first cell of the item's row, where it may hold the item's label."""
    row = layout.rows[at]
    if row is None or at in row.cells[0].stretches:
        return ()
    text = layout.cell_text(row.cells[0])
    pointing = any(one.name in ("need", "outcome") and one.passage.text == text for one in item.fields)
    return () if pointing or text.strip().isdigit() or len(text) > _LONGEST_CELL else (text,)


def _stretch(layout: Layout, start: int) -> int:
    return bisect_right(layout.starts, start) - 1


# --- what a paragraph says of all its lines -------------------------------------------------------


def _paragraphs(layout: Layout, several: Sequence[Marked]) -> Iterator[list[Marked]]:
    """The items in runs, each of one paragraph or of one numbered item of the plan."""
    run: list[Marked] = []
    for one in several:
        if run and not _are_of_one(layout, run[-1].item, one.item):
            yield run
            run = []
        run.append(one)
    if run:
        yield run


def _are_of_one(layout: Layout, before: Item, item: Item) -> bool:
    if _stretch(layout, before.passages[-1].start) == _stretch(layout, item.passages[-1].start):
        return True
    alike = (before.number, before.row, before.area) == (item.number, item.row, item.area)
    return before.number is not None and alike


def _share(layout: Layout, group: Sequence[Marked]) -> None:
    """Gives the lines of a paragraph what it points at before the first of them and after the last."""
    first, last = group[0].item.passages[-1], group[-1].item.passages[-1]
    led = [[], *(list(one.led) for one in group[1:])]  # "G1 (C1). ... G2 (C2). ...": the code before each is its own
    for one in group[1:]:
        one.led = one.led or group[0].led
    text = layout.between(_stretch(layout, first.start), _stretch(layout, last.end - 1))
    words = [one.item.passages[-1].text for one in group]
    leads, ends = [_leading(said) for said in words], [_ending(said) for said in words]
    if text != words[0]:
        leads[0] = leads[0] or _leading(text)
    if text != words[-1]:
        ends[-1] = ends[-1] or _ending(text)
    if ends[-1] and not leads[0]:  # "... each day. (B1) A therapist ..." ends the sentence before
        for at, one in enumerate(group[1:], start=1):
            ends[at - 1] = ends[at - 1] or leads[at]
            one.said = [said for said in one.said if said not in leads[at]]
            leads[at] = []
    leads = [own or before for own, before in zip(leads, led, strict=True)]
    for lines, told in ((group, leads), (group[::-1], ends[::-1])):
        carried: list[Pointer] = []
        for one, own in zip(lines, told, strict=True):
            carried = own or carried
            one.said += carried


def _leading(text: str) -> list[Pointer]:
    """What a paragraph's beginning points at: "(B1; E1) A mentor ...", "Rest (E5). ...", "For 2.1. A mentor ..."."""
    opened = _OPENS.match(text)
    text = text[opened.end() if opened else 0 :].lstrip()
    if "(" in text or "[" in text:
        title = _NAMES_TITLE.match(text)
        bracket = BRACKET.match(text, title.end() + 1 if title else 0)
        if bracket is not None and (title is None or text[bracket.end() : bracket.end() + 1] in (".", ":", "")):
            return points_only(bracket["said"]) or []
    head = None if begins_otherwise(text) else _HEAD.match(text)
    return (points_only(head.group()) or []) if head is not None else []


def _ending(text: str) -> list[Pointer]:
    """What the end of a paragraph points at: "... each week. (4; 16)", "... This meets paragraph 4."."""
    match = _ENDS_IN.search(text[-LONGEST - 4 :]) if text.rstrip()[-2:].rstrip(".;").endswith((")", "]")) else None
    if match is not None and (said := points_only(match["said"])) is not None:
        return said
    spans = sentence_spans(text)
    return (points_only(text[slice(*spans[-1])].strip()) or []) if len(spans) > 1 else []


# --- what is tied by a row ------------------------------------------------------------------------


def _tie_same_numbers(layout: Layout, marked: Mapping[str, Sequence[Marked]], index: Index) -> None:
    """Ties what bears one number in B, in E and in F, where the plan numbers provision by what it is for."""
    printed = {code: _printed(layout, marked[code]) for code in "BEF" if code in marked}
    meant = sections_meant(printed)
    for code in ("E", "F") if len(meant) > 1 else ("F",) if meant else ():
        for one, (_, numbers) in zip(marked[code], printed[code], strict=True):
            told = {subject[0] for subject in one.refers}  # its own words come first
            earlier = [section for section in meant if section < code and section not in told]
            hits = [hit for number in numbers for section in earlier for hit in index.borne(section, number, one.item)]
            one.refers += [hit.item.subject for hit in hits if hit.item.subject not in one.refers]


def _printed(layout: Layout, several: Sequence[Marked]) -> list[Printed]:
    """The numbers before each item; further sentences of a paragraph bear those of its first."""
    found: list[Printed] = []
    for one in several:
        passage = one.item.passages[-1]
        at = _stretch(layout, passage.start)
        head, marker = layout.text[layout.starts[at] : passage.start], layout.stretches[at].marker
        heads = (head, *((marker,) if marker and not head.strip() else ()), *_first_cell(layout, at, one.item))
        told = (numbers_before(head.strip(), passage.text) for head in heads)
        numbers = next(filter(None, told), found[-1].numbers if found and found[-1].at == at else ())
        found.append(Printed(at, numbers))
    return found


def _chains(layout: Layout, index: Index) -> Iterator[list[Marked]]:
    """The items that a row of codes alone ties together: "B1 | E1 | F1, F2" in a table of the plan."""
    for rows in layout.tables.values():
        for row in rows:
            said = _codes_alone(layout, row) if len(row.cells) > 1 else None
            if said is not None:
                hits = list(_all_meant(index, said))
                if len({one.noun for one in hits}) > 1:
                    yield hits


def _codes_alone(layout: Layout, row: Row) -> list[Pointer] | None:
    """What the cells of a row point at, where none of them says anything else."""
    found: list[Pointer] = []
    for cell in row.cells:
        text = layout.cell_text(cell)
        said = points_only(text) if len(text) <= _LONGEST_CELL else None
        if said is None:
            return None
        found += said
    return found


def _all_meant(index: Index, said: Iterable[Pointer]) -> Iterator[Marked]:
    for noun, mark in said:
        if noun and noun != "paragraph":
            yield from index.meant(noun, mark, None)
