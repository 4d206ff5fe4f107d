"""Where the reader's own choice is doubtful: a section is then `unknown`, rather than another's words.

The signs: a line, or a column beside those of sections, that names a section stands inside another and nothing else
opens it; rows headed or labelled as outcomes or provision stand in a section where nothing opens theirs; one heading
covers several sections and all its words went to some of them; a heading whose letter is one section's and whose
title is another's, which nothing else opens; and a line set like the sections' headings, where one of them is wanting.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from ehcp_audit.model import SECTION_CODES, State
from ehcp_audit.plan.columns import column_name, label_name
from ehcp_audit.plan.grids import column_owner
from ehcp_audit.plan.heading_columns import joint_code
from ehcp_audit.plan.headings import HEADING_FORMAT, Heading, covers, format_score, same_format, sections_opened
from ehcp_audit.plan.joint_rows import heads_provision
from ehcp_audit.plan.labels import Label, find_label, find_trailing_label, may_begin_label, may_end_in_label
from ehcp_audit.plan.layout import Cell, Layout, Row
from ehcp_audit.plan.letter_rows import BY_LETTER, letter_tables
from ehcp_audit.plan.lost_letters import lost
from ehcp_audit.plan.own_titles import may_hold_a
from ehcp_audit.plan.own_words import may_be_sections
from ehcp_audit.plan.ownership import Ownership
from ehcp_audit.plan.titles_alone import may_be_titles
from ehcp_audit.plan.vocabulary import STARTS, WORDS, agreement, area_of, title_code
from ehcp_audit.rare import rarely

LONGEST_LINE = 140
_LETTER = rarely(r"H[12]|[A-K]")
_BEGINS = rarely(  # "Sections E and F in one table", of which no label could be made
    r"\W{0,3}(?:Sections?|SECTIONS?)\s(?P<codes>(?:H[12]|[A-K])\b"
    r"(?:\s?(?:[,/&]|and|AND)\s?(?:H[12]|[A-K])\b){0,4})"
)
LONGEST_CELL = 90  # of a bar's
FEWEST_ALIKE = 4
FEWEST_ROWS = 2
FEWEST_WORDS = 5  # of a cell that answers its label
SIDE_BY_SIDE = ("B", "C", "D", "E", "F", "G", "H1", "H2")  # what tables hold in columns
NEEDS_AND_OUTCOMES = ("B", "C", "D", "E")
_OF_CARE = {"C": ("C", "G"), "D": ("D", "H1", "H2")}  # what labels may name within these
_ANY_ITEM = ("what", "how")  # labels of whatever the section holds
LEAST_AFTER = 40  # characters under a line that may open a section


def doubts(
    layout: Layout, candidates: Sequence[Heading], headings: Sequence[Heading], result: Ownership
) -> dict[str, str]:
    """The sections that cannot be told for sure, each with the reason."""
    found: dict[str, str] = {}
    opened = {code for code, several in result.opened.items() if several}
    opened |= sections_opened(result.joined)
    for index, owner in enumerate(result.owners):
        if owner is None or index in result.headings or index in result.begins:
            continue
        for code in _named_apart(layout, index):
            if code in opened or code == owner or owner == "K" or not _has_words_after(layout, result, index, owner):
                continue
            found.setdefault(code, f"A line within section {owner} names it, and nothing else opens it.")
            found.setdefault(owner, f"A line within it names section {code}, whose words may be held here.")
    for one in candidates:
        owner = result.owners[one.first]
        code = one.codes[0] if len(one.codes) == 1 else ""
        if code and owner is None and code not in opened and _stands_alone(one, candidates, layout):
            found.setdefault(code, "A line outside the sections looks like its heading, and not surely enough.")
        code = code or next((one for one in covers(one.codes) if one not in opened), "")
        if not code or owner is None or code in opened or code == owner:
            continue
        if not (_is_beside(one, headings, layout) or _is_next(one, owner, headings, opened, layout)):
            continue
        found.setdefault(code, f"A line within section {owner} looks like its heading, and not surely enough.")
        found.setdefault(owner, f"A line within it may be the heading of section {code}, whose words may be held here.")
    for code, owner, why, there in _by_make(layout, headings, opened, result):
        found.setdefault(code, why)
        if owner is not None:
            found.setdefault(owner, there)
    if "A" not in opened and may_hold_a(headings, layout):
        found.setdefault("A", "Words stand before the first section under a title like its own, and may be section A.")
    named = (*_provision_by_header(layout, result), *_by_labels(layout, result), *_by_titles(layout, result))
    for code, owner in named:
        if code not in opened:
            rows = "outcomes" if code == "E" else "provision"
            found.setdefault(code, f"No heading opens it, and rows of {rows} stand within section {owner}.")
            found.setdefault(owner, f"Rows of {rows} stand within it, which may be section {code}'s.")
    for code, owner in _columns_without_letter(layout, headings, result):
        if code not in opened:
            found.setdefault(
                code, f"A column beside those of sections has no letter, and nothing opens section {code}."
            )
            found.setdefault(owner, f"A column without a letter stands beside its own, and may be section {code}'s.")
    for code, owner in _without_letter(layout, headings, result):
        found.setdefault(code, f"A row among those by letter has none, and no other under that heading is {code}'s.")
        found.setdefault(owner, f"A row within it has lost its letter: the words of section {code} may be held here.")
    for one in headings:
        other = _at_odds(one)
        if other is not None and other not in opened:
            reason = "letter and its title are those of different sections"
            found.setdefault(other, f"No heading has its letter; that of section {one.codes[0]} has its title.")
            found.setdefault(one.codes[0], f"Its heading's {reason}, and nothing else opens section {other}.")
    return found


def _by_make(
    layout: Layout, headings: Sequence[Heading], opened: set[str], result: Ownership
) -> Iterator[tuple[str, str | None, str, str]]:
    """The sections that a line set like the headings may open, and its owner; and why each of the two is in doubt."""
    for code, owner in lost(layout, headings, opened, result):
        yield (
            code,
            owner,
            f"A line without a letter, set like the headings of sections, stands where section {code} may begin.",
            f"A line within it is set like the headings of sections: the words of section {code} may be held here.",
        )
    for index, code in (*may_be_titles(headings, layout), *may_be_sections(headings)):
        yield (
            code,
            result.owners[index],
            f"A title of the writer's own stands where section {code} may begin.",
            f"The words under a title within it may be those of section {code}.",
        )


def _stands_alone(one: Heading, candidates: Sequence[Heading], layout: Layout) -> bool:
    """Is it a letter with a title of the writer's own, set apart, over words: "A: All of Amina" before section B?"""
    if not one.unsure or one.page or one.place not in ("line", "alone"):
        return False
    after = min((other.first for other in candidates if other.first > one.last), default=len(layout.stretches))
    words = layout.starts[after] if after < len(layout.stretches) else len(layout.text)
    return format_score(layout, one.first) >= HEADING_FORMAT and words - layout.ends[one.last] > LEAST_AFTER


def left_empty(result: Ownership, states: dict[str, State]) -> dict[str, str]:
    """The sections under one heading, all of whose words went to some and none to the first: "Sections E and F" with
    provision and no outcome. Where the first is told by a label of its own, it has been left empty; where letters at
    the rows tell the others, only the first is not known.
    """
    found: dict[str, str] = {}
    of_several = set(result.joined)
    for joint in result.joined:
        first, *others = codes = covers(joint.codes)
        told = any(one not in of_several for one in result.opened.get(first, ()))
        if states[first] is State.EMPTY and not told and State.PRESENT in map(states.__getitem__, others):
            reason = (
                f"One heading covers {' and '.join(codes)}, and no words under it were told to be those of {first}."
            )
            found.update(dict.fromkeys(codes if not _is_by_letter(joint, result) else (first,), reason))
    return found


def _is_by_letter(joint: Heading, result: Ownership) -> bool:
    """Do the letters of rows tell the sections under a joint heading, up to the next such heading?"""
    end = min((one.first for one in result.joined if one.first > joint.first), default=None)
    rows = (one for several in result.opened.values() for one in several if one.form == BY_LETTER)
    return any(joint.first < one.first and (end is None or one.first < end) for one in rows)


def _without_letter(layout: Layout, headings: Sequence[Heading], result: Ownership) -> list[tuple[str, str]]:
    """The sections that no row opens in a table by letters where a row has none, each with that row's owner."""
    return [
        (code, owner)
        for table in letter_tables(headings, layout)
        for row in table.without_letter()
        for code in table.wanting()
        if (owner := result.owners[row.last]) is not None
    ]


def _provision_by_header(layout: Layout, result: Ownership) -> list[tuple[str, str]]:
    """F, with the section of needs or outcomes within which a table is headed as one of provision: who, how often."""
    for row in (row for several in layout.tables.values() for row in several):
        owner = result.owners[row.first]
        if owner in ("B", "E") and heads_provision(layout, row):
            return [("F", owner)]
    return []


def _by_labels(layout: Layout, result: Ownership) -> list[tuple[str, str]]:
    """The sections that the labels of two rows or more name within another: "Outcome | By July ..." in B.

    Of health and social care, one label of provision below one of needs is enough; and H2 may be there as well as H1.
    """
    often: Counter[tuple[str, str]] = Counter()
    needs: set[int] = set()  # tables that label their needs
    for row in (row for several in layout.tables.values() for row in several if len(row.cells) == 2):
        owner, label = result.owners[row.first] or "", " ".join(layout.cell_text(row.cells[0]).split())
        if len(layout.cell_text(row.cells[1]).split()) < FEWEST_WORDS or label.lower().strip(" ?:") in _ANY_ITEM:
            continue
        code = _code_of_label(label, owner)
        if code == owner:
            needs.add(row.table)
        elif code is not None and owner:
            often[code, owner] += FEWEST_ROWS if row.table in needs and owner in ("C", "D") else 1
    return [pair for pair, count in often.items() if count >= FEWEST_ROWS]


def _by_titles(layout: Layout, result: Ownership) -> list[tuple[str, str]]:
    """The sections that lines set apart, or bands across a table, name within others: "What the NHS will give" in C."""
    found = []
    for index, owner in enumerate(result.owners[:-1]):
        row, text = layout.rows[index], layout.stretches[index].text
        if owner is None or index in result.headings or (row is not None and len(row.cells) > 1):
            continue
        if len(text) > LONGEST_CELL or format_score(layout, index) < HEADING_FORMAT:
            continue
        code = _code_of_label(text, owner)
        if code not in (None, owner) and owner in NEEDS_AND_OUTCOMES and result.owners[index + 1] == owner:
            found.append((str(code), owner))
    return found


def _columns_without_letter(
    layout: Layout, headings: Sequence[Heading], result: Ownership
) -> Iterator[tuple[str, str]]:
    """Which sections a column could be whose header prints no letter, beside two or more that do, and names no field;
    and whose it has been given to.
    """
    heads: dict[int, dict[int, Row]] = {}
    lettered: Counter[int] = Counter()
    for one in headings:
        row = layout.rows[one.first]
        if row is not None and one.place == "column":
            heads.setdefault(row.table, {})[row.number] = row
            lettered[row.table] += one.form != "title"
    for table, rows in heads.items():
        grid = result.columns.get(table, [])
        for row in rows.values() if len(grid) > 1 and lettered[table] > 1 else ():
            for cell in row.cells:
                first, last = cell.columns
                owner = column_owner(grid, row, cell)
                if owner is None or any(left <= last and first <= right for (left, right), _ in grid):
                    continue
                if _names_field(layout.cell_text(cell)) or not _has_words_under(layout, row, cell):
                    continue
                yield from ((code, owner) for code in SIDE_BY_SIDE)


def _names_field(text: str) -> bool:
    words = " ".join(text.split())
    return column_name(words) is not None or area_of(words) is not None


def _has_words_under(layout: Layout, row: Row, cell: Cell) -> bool:
    """Do the cells under a header's hold more than a few words?"""
    below = (one for other in layout.tables[row.table] for one in other.cells if one.columns == cell.columns)
    return sum(len(layout.cell_text(one)) for one in below if one is not cell) > LEAST_AFTER


def _code_of_label(label: str, owner: str) -> str | None:
    """The section that a row's label names, within another."""
    if owner in _OF_CARE:
        return joint_code(label, _OF_CARE[owner]) if len(label) <= LONGEST_LINE and not label.endswith(".") else None
    name = label_name(label) if len(label) <= LONGEST_CELL else None
    if name == "outcome":
        return "E"
    return "F" if name == "provision" and owner in ("B", "E") else None


def _named_apart(layout: Layout, index: int) -> tuple[str, ...]:
    """The sections that a line names as a heading does: with the word "Section", a title that suits, and set apart."""
    text, row = layout.stretches[index].text, layout.rows[index]
    if len(text) > LONGEST_LINE or "ection" not in text.lower() or text.rstrip().endswith((".", ",", ";")):
        return ()
    if format_score(layout, index) < HEADING_FORMAT:
        return ()
    if row is not None and index != row.first and any(len(layout.cell_text(cell)) > LONGEST_CELL for cell in row.cells):
        return ()
    label: Label | None = find_label(text) if may_begin_label(text) else None
    if label is None and may_end_in_label(text):
        label = find_trailing_label(text)
    if label is None and (begins := _BEGINS.match(text)) is not None:
        return tuple(dict.fromkeys(covers(tuple(_LETTER.findall(begins["codes"])))))
    if label is None or label.kind != "section" or label.page:
        return ()
    if label.title and max(agreement(label.title, code) for code in label.codes) < WORDS:
        return ()
    return covers(label.codes)


def _is_next(one: Heading, owner: str, headings: Sequence[Heading], opened: set[str], layout: Layout) -> bool:
    """Is a line that was left aside written and placed like the headings, and its letter next after the owner's?"""
    if one.form in ("outside", "column") or one.codes[0] not in SECTION_CODES or owner not in SECTION_CODES:
        return False
    text = layout.stretches[one.first].text
    if one.sub or one.page or len(text) > LONGEST_LINE or text.rstrip().endswith((".", ",", ";")):
        return False
    if one.form == "title" and one.titled < STARTS:
        return False
    alike = {other.codes for other in headings if _are_alike(one, other, layout)}
    between = SECTION_CODES[SECTION_CODES.index(owner) + 1 : SECTION_CODES.index(one.codes[0])]
    after = SECTION_CODES.index(one.codes[0]) > SECTION_CODES.index(owner)
    return len(alike) >= FEWEST_ALIKE and after and not opened.intersection(between)


def _is_beside(one: Heading, headings: Sequence[Heading], layout: Layout) -> bool:
    """Was a column left aside, or a row by its letter, that stands beside those of sections: one of them holds it?"""
    row = layout.rows[one.first]
    if row is None or one.sub or one.place not in ("column", "row") or one.form == "title":
        return False
    near = [other for other in headings if other.place == one.place and layout.rows[other.first] is not None]
    if one.place == "column":
        return any(layout.rows[other.first] is row for other in near)
    return any(other.form == one.form and layout.rows[other.first].table == row.table for other in near)  # type: ignore[union-attr]


def _are_alike(one: Heading, other: Heading, layout: Layout) -> bool:
    """Are two written and placed alike? A title that has lost its letter is set apart, like those that have theirs."""
    if one.form != "title":
        return other.form == one.form and other.place == one.place
    set_apart = format_score(layout, one.first) >= HEADING_FORMAT and one.place in ("line", "alone")
    return set_apart and bool(other.codes) and other.place == one.place and same_format(layout, one.first, other.first)


def _has_words_after(layout: Layout, result: Ownership, index: int, owner: str) -> bool:
    """Do words of the same owner follow at once?"""
    after, held = index + 1, 0
    while after < len(layout.stretches) and held <= LEAST_AFTER and result.owners[after] == owner:
        held += len(layout.stretches[after].text)
        after += 1
    return held > LEAST_AFTER


def _at_odds(one: Heading) -> str | None:
    """The section whose title a heading has, where its letter is another's."""
    if one.titled >= 0 or len(one.codes) != 1 or one.place == "column":
        return None
    label = find_label(one.text) or find_trailing_label(one.text)
    code, sure = title_code(label.title) if label is not None else (None, 0.0)
    return ("H1" if code == "H" else code) if sure >= STARTS else None
