"""Parts of a plan that are numbered, not lettered: "PART II" over "Special educational needs", "Section 4: Outcomes".

Where numbers run on as labels, no I, C or D among them is a letter, and the title says which section a part is. A table
in the plan may say it too ("Part II | Special educational needs | B"); and a part between two that are known is the
section between them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from ehcp_audit.model import SECTION_CODES
from ehcp_audit.plan.columns import label_name
from ehcp_audit.plan.heading_lines import labelled
from ehcp_audit.plan.headings import HEADING_FORMAT, LONGEST_HEADING, Heading, format_score, place_of, same_format
from ehcp_audit.plan.labels import Label, find_label, find_trailing_label, may_begin_label
from ehcp_audit.plan.layout import Layout, Row
from ehcp_audit.plan.page_numbers import without_page
from ehcp_audit.plan.titles_after_labels import LONGEST_UNSURE
from ehcp_audit.plan.vocabulary import EXACT, STARTS, WORDS, agreement, bare_title, is_outside, title_code
from ehcp_audit.rare import rarely

NUMBERED = "numbered"  # how the heading of a part is written that is no section's, or of which none could be told
_VALUES = {  # of Roman figures
    tens + ones: 10 * many + value
    for many, tens in enumerate(("", "x"))
    for value, ones in enumerate(("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"), start=1)
}
_NUMBER = re.compile(
    r"[^\w(\[]{0,4}(?:(?P<word>part|section|chapter)\s{0,3}(?:no\.?\s)?)?"
    r"[(\[]?(?P<number>[ivx]{1,5}|\d{1,2})"
    r"(?:\s{0,2}\(\s?(?P<sub>[12ab]|i{1,2})\s?\)|\.(?P<dot>[12])(?!\d)|(?P<letter>[ab])(?![a-z]))?"
    r"(?P<mark>\s{0,2}[.:)\]–—|·-]){0,2}(?=\s|$)\s{0,4}",
    re.IGNORECASE,
)
_NOT_FIRST = frozenset("abdefghjklmnoqrtuwyzABDEFGHJKLMNOQRTUWYZ")
"""Letters with which neither a Roman figure begins nor the word before a number."""
_ASKED = {"outcome": "E", "need": "B"}
_HALVES = {"1": "H1", "a": "H1", "i": "H1", "2": "H2", "b": "H2", "ii": "H2"}
_ONE_LETTER = (1, 5, 10)  # of which the letter may be that of an item, an initial or a section
_FEWEST, _FEWEST_LONG = 5, 2  # numbers of one make, and those among them of two letters or more
_FEWEST_TOLD = 4
_MOST_LETTERED = 2
_MOST_NUMBER = 20
_LONGEST_LETTER = 14  # characters of a cell that says which section a part is: "Section H1"
_LONGEST_ENTRY = 160
_CONTINUED = rarely(r"\((?:continued|cont'?d?\.?)\)", re.IGNORECASE)

_Make = tuple[str, bool]
"""The word before a number, and whether the number is in Roman figures."""
_Key = tuple[int, str]
"""A number, and what parts it: (8, "1") of "Part VIII (1)"."""


@dataclass(frozen=True, slots=True)
class _Numbered:
    """A stretch that begins with a number as its label: where its title begins in the first line, and its title."""

    index: int
    make: _Make
    key: _Key
    end: int
    title: str
    place: str | None


def numbered_parts(layout: Layout) -> dict[int, Heading | None]:
    """The stretches whose label is a number, each with the heading that it makes, if it makes one."""
    makes: dict[_Make, list[_Numbered]] = {}
    for one in _all_numbered(layout):
        makes.setdefault(one.make, []).append(one)
    found: dict[int, Heading | None] = {}
    for make, several in makes.items():
        if not _runs_on(several) or _is_lettered(layout, make[0]):
            continue
        told = {} if _holds_lettered(layout, make[0]) else _told(layout, several)
        if len(set(told.values())) >= _FEWEST_TOLD:
            found |= {one.index: _heading(layout, one, told) for one in several}
        elif make[1]:
            found |= {one.index: None for one in several}
    return found


def _all_numbered(layout: Layout) -> Iterator[_Numbered]:
    for index, stretch in enumerate(layout.stretches):
        if stretch.text[:1] in _NOT_FIRST:
            continue
        line = stretch.text[: LONGEST_HEADING + 1].partition("\n")[0]
        match = _NUMBER.match(line) if len(line) <= LONGEST_HEADING else None
        if match is None:
            continue
        number, rest = match["number"], line[match.end() :]
        roman = not number.isdigit()
        value = _VALUES.get(number.lower(), 0) if roman else int(number)
        if not 0 < value <= _MOST_NUMBER or rest[:1].islower():
            continue
        if not match["word"] and (not roman or not number.isupper() or (rest and not match["mark"])):
            continue
        if rest and (find_trailing_label(rest) is not None or _has_letter(rest)):
            continue  # "Part 3: My needs (Section B)", "Part 2 – Section B: My needs"
        sub = (match["sub"] or match["dot"] or match["letter"] or "").lower()
        title, place = rest or _title_after(layout, index), place_of(layout, index)
        yield _Numbered(index, ((match["word"] or "").lower(), roman), (value, sub), match.end(), title, place)


def _has_letter(title: str) -> bool:
    label = find_label(title)
    return label is not None and label.kind in ("section", "part")


def _title_after(layout: Layout, index: int) -> str:
    """What may be the title of a number that stands alone: after a break, in the next cell or in the next line."""
    _, broken, rest = layout.stretches[index].text.partition("\n")
    after = index + 1
    if broken or after >= len(layout.stretches):
        return rest.partition("\n")[0]
    row, cell, text = layout.rows[index], layout.cells[index], layout.stretches[after].text.partition("\n")[0]
    beside = row is not None and layout.rows[after] is row
    if (row is not None and not beside) or (row is None and layout.rows[after] is not None):
        return ""
    if layout.cells[after] is not cell and len(layout.cells[after].stretches) > 1:  # type: ignore[union-attr]
        return ""  # the section's words, beside its number
    return text if len(text) <= _LONGEST_ENTRY else ""


def _runs_on(several: Sequence[_Numbered]) -> bool:
    """Are these the numbers of parts: five or more, of which some are no letters at all?"""
    values = {one.key[0] for one in several}
    long = values.difference(_ONE_LETTER) if several[0].make[1] else values
    return len(values) >= _FEWEST and len(long) >= _FEWEST_LONG


def _is_lettered(layout: Layout, word: str) -> bool:
    """Are sections labelled by the same word and letters that are no Roman figures: "Part A", "Part B", "Part E"?"""
    return len({one.codes[0] for _, one in _letters(layout) if _word(one) == word}) > _MOST_LETTERED


def _holds_lettered(layout: Layout, word: str) -> bool:
    """Do sections with letters of their own stand within the parts: "Section B: ..." under "Part 2: My needs"?"""
    return len({one.codes[0] for at, one in _letters(layout) if _word(one) != word and _opens(layout, at, one)}) > (
        _MOST_LETTERED
    )


def _letters(layout: Layout) -> Iterator[tuple[int, Label]]:
    """The labels of one letter, where a heading may stand."""
    for index, stretch in enumerate(layout.stretches):
        label = find_label(stretch.text) if may_begin_label(stretch.text) else None
        if label is None or len(label.codes) > 1 or label.sub or label.codes[0] in "CDI":
            continue
        if place_of(layout, index) is None or len(stretch.text) > LONGEST_HEADING:
            continue
        if (label.kind in ("section", "part") and not label.title) or agreement(label.title, label.codes[0]) >= WORDS:
            yield index, label


def _word(label: Label) -> str:
    return label.kind if label.kind in ("section", "part") else ""


def _opens(layout: Layout, index: int, label: Label) -> bool:
    """Is a label set as a heading, and not in a table or a list that only names the sections?"""
    return not label.page and place_of(layout, index) != "row" and _is_apart(layout, index)


# --- which section a part is --------------------------------------------------------------------


def _told(layout: Layout, several: Sequence[_Numbered]) -> dict[_Key, str]:
    """The sections of the numbers: as a table says, as their titles say, or as those on either side leave no choice."""
    told: dict[_Key, str] = {}
    sure: dict[_Key, float] = {}
    outside: set[_Key] = set()
    for one in several:
        name = bare_title(without_page(one.title)[0])
        code, agreed = _code_of(name)
        if is_outside(name):
            outside.add(one.key)
        elif code is not None and agreed > sure.get(one.key, 0.0):
            told[one.key], sure[one.key] = code, agreed
    known = {key: code for key, code in told.items() if sure[key] >= STARTS and key not in outside}
    known |= _by_table(layout, several)
    known = _with_halves({key: _half(key, code) for key, code in known.items()})
    keys = sorted({one.key for one in several})
    known |= _between(keys, known, outside)
    likely = {key: _half(key, code) for key, code in told.items() if key not in known and key not in outside}
    claims = [*known.values(), *likely.values()]
    return known | {
        key: code for key, code in likely.items() if claims.count(code) == 1 and code in _wanting(key, keys, known)
    }


def _wanting(key: _Key, keys: Sequence[_Key], known: Mapping[_Key, str]) -> Sequence[str]:
    """The sections that a number whose title says little may be: those between the ones before and after it; where the
    parts do not run from A to K, the only one that no other part is.
    """
    if not _in_order(keys, known):
        wanting = [code for code in SECTION_CODES if code not in known.values()]
        return wanting if len(wanting) == 1 else ()
    before = max((_place(known[one]) for one in keys if one < key and one in known), default=-1)
    after = min((_begin(known[one]) for one in keys if one > key and one in known), default=len(SECTION_CODES))
    return (*SECTION_CODES[before + 1 : after], "H")


def _in_order(keys: Sequence[_Key], known: Mapping[_Key, str]) -> bool:
    places = [_place(known[key]) for key in keys if key in known]
    return places == sorted(places)


def _code_of(title: str) -> tuple[str | None, float]:
    """The section of a title, and how surely; also of one in other words: "What we want Rowan to achieve"."""
    code, agreed = title_code(title)
    if agreed < STARTS and (asked := _ASKED.get(label_name(title) or "")) is not None:
        return asked, STARTS
    return code, agreed


def _half(key: _Key, code: str) -> str:
    """H1 or H2 of the halves of a part on social care provision, where the title does not say which."""
    return _HALVES.get(key[1], code) if code == "H" else code


def _with_halves(known: Mapping[_Key, str]) -> dict[_Key, str]:
    """The sections, with a part on social care provision as the half of it that no other part is."""
    codes = {*known.values()}
    half = "H1" if "H2" in codes else "H2"
    apart = len(codes & {"H1", "H2"}) == 1
    return {key: half if apart and code == "H" else code for key, code in known.items()}


def _by_table(layout: Layout, several: Sequence[_Numbered]) -> dict[_Key, str]:
    """What a table says that gives the letters of the numbers: "Part II | Special educational needs | B"."""
    found: dict[int, dict[_Key, str]] = {}
    for one in several:
        row = layout.rows[one.index]
        code = _letter_in(layout, row, one.index) if row is not None else None
        if row is not None and code is not None:
            found.setdefault(row.table, {})[one.key] = code
    for pairs in found.values():
        if len(pairs) >= _FEWEST and len({*pairs.values()}) == len(pairs):
            return pairs
    return {}


def _letter_in(layout: Layout, row: Row, index: int) -> str | None:
    """The one letter of a section that a cell of the row says and nothing else."""
    codes: list[str] = []
    for cell in row.cells:
        text = layout.cell_text(cell).strip()
        if index in cell.stretches or len(text) > _LONGEST_LETTER:
            continue
        label = find_label(text)
        if label is not None and not label.title and not label.sub and len(label.codes) == 1:
            codes.append(label.codes[0])
    return codes[0] if len(codes) == 1 else None


def _between(keys: Sequence[_Key], known: Mapping[_Key, str], outside: set[_Key]) -> dict[_Key, str]:
    """The sections of numbers between two that are known, as many as there are letters between those of the two."""
    codes = [known[key] for key in keys if key in known]
    if len(codes) < _FEWEST_TOLD or not _in_order(keys, known):
        return {}
    found: dict[_Key, str] = {}
    before = -1
    for has_code, group in groupby(keys, key=lambda key: key in known):
        run = list(group)
        if has_code:
            before = _place(known[run[-1]])
            continue
        after = next((_begin(known[key]) for key in keys if key > run[-1] and key in known), len(SECTION_CODES))
        wanting = [code for code in SECTION_CODES[before + 1 : after] if code not in codes]
        if len(wanting) == len(run) + 1 and wanting[-2:] == ["H1", "H2"]:
            wanting[-2:] = ["H"]
        if len(wanting) == len(run) and outside.isdisjoint(run):
            found |= dict(zip(run, wanting, strict=True))
    return found


def _place(code: str) -> int:
    return SECTION_CODES.index("H2" if code == "H" else code)


def _begin(code: str) -> int:
    return SECTION_CODES.index("H1" if code == "H" else code)


# --- the headings -------------------------------------------------------------------------------


def _heading(layout: Layout, one: _Numbered, told: Mapping[_Key, str]) -> Heading | None:
    """The heading of a numbered part: of its section, of what stands outside, or of a part that could not be told."""
    if one.place is None:
        return None
    stretch, code = layout.stretches[one.index], told.get(one.key)
    line = stretch.text.partition("\n")[0]
    title, page = without_page(line[one.end :].strip())
    if code is not None:
        label = Label((code,), "part", one.end, title, "", _CONTINUED.search(line) is not None, page)
        heading = labelled(layout, one.index, line, label, one.place)
        if heading is not None and (title or heading.last > one.index or heading.body or _is_apart(layout, one.index)):
            return heading
        return None
    if page or one.place == "row" or len(line) > LONGEST_UNSURE or not _is_apart(layout, one.index):
        return None
    last = one.index
    if not title and one.title and last + 1 < len(layout.stretches) and same_format(layout, last, last + 1):
        last += 1
    shown = " ".join(layout.between(one.index, last).split())
    unsure = not is_outside(without_page(one.title)[0])
    return Heading(one.index, last, (), NUMBERED, 0.6, shown, EXACT, one.place, unsure=unsure)


def _is_apart(layout: Layout, index: int) -> bool:
    return format_score(layout, index) >= HEADING_FORMAT or place_of(layout, index) in ("alone", "row")
