"""Every line that could be the heading of a section, and how much speaks for it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ehcp_audit.plan.columns import column_name
from ehcp_audit.plan.labels import Label, find_label, find_trailing_label, group_codes, may_begin_label
from ehcp_audit.plan.layout import Cell, Layout, Row
from ehcp_audit.plan.nil import is_nil
from ehcp_audit.plan.vocabulary import (
    EXACT,
    STARTS,
    WORDS,
    agreement,
    area_of,
    is_outside,
    title_code,
    title_in_full,
    title_key,
    vocabulary,
)

LONGEST_HEADING = 260
_KINDS = {"section": 0.6, "part": 0.5, "bracket": 0.35, "letter": 0.3, "bare": 0.2}
_VALUE = re.compile(r"\s{0,2}(?::|\s-|\s–|\s—|-\s)\s{0,3}")
_SIGNED = re.compile(
    r"(?:signed|signature|sign-?off|authorised (?:by|officer)|local authority officer|name of officer)\b", re.IGNORECASE
)
_WEAK = frozenset(
    {
        "needs",
        "support",
        "health",
        "school",
        "setting",
        "background",
        "reports",
        "evidence",
        "views",
        "story",
        "voice",
        "provision",
        "profile",
        "me",
        "goals",
        "sen",
        "send",
        "sep",
        "appendix",
        "advice",
        "outcome",
        "contributors",
    }
)


@dataclass(frozen=True, slots=True)
class Heading:
    """A line, or a label with its title in the next line or cell, that may open one or several sections.

    `codes` is empty for a heading of what stands outside A to K. `form` says how the label is written (section,
    part, bracket, letter, bare), or `title` (no letter printed), or `outside`. `place` is line, row (first cell of a
    row with others), alone (the only cell of its row) or column (owns the column below). `body` is where the
    section's own words begin inside the last stretch, when they do.
    """

    first: int
    last: int
    codes: tuple[str, ...]
    form: str
    score: float
    text: str
    titled: float = 0.0
    place: str = "line"
    columns: tuple[int, int] | None = None
    body: int | None = None
    page: bool = False
    continued: bool = False
    sub: str = ""


def find_candidates(layout: Layout) -> list[Heading]:
    """All candidates in reading order. A label and the title in the next line or cell are one candidate."""
    found: list[Heading] = []
    joint: Heading | None = None  # the heading over several letters that stands last
    index = 0
    stretches = layout.stretches
    while index < len(stretches):
        row = layout.rows[index]
        if row is not None and index == row.first and len(row.cells) > 1:
            columns = _column_headings(layout, row) or (_joint_columns(layout, row, joint) if joint else [])
            if columns:
                found.extend(columns)
                index = max(heading.last for heading in columns) + 1
                continue
        heading = heading_at(layout, index)
        if heading is None:
            index += 1
            continue
        found.append(heading)
        if heading.form != "title" or len(heading.codes) > 1:
            joint = heading if len(heading.codes) > 1 or heading.codes == ("H",) else None
        index = heading.last + 1
    return found


def heading_at(layout: Layout, index: int) -> Heading | None:
    """The candidate that begins with this stretch, if its words and place allow one."""
    text = layout.stretches[index].text
    cut = text.find("\n", 0, LONGEST_HEADING + 1)
    line = text if cut < 0 else text[:cut]
    if not line or len(line) > LONGEST_HEADING:
        return None
    place = _place(layout, index)
    if place is None:
        return None
    label = find_label(line) if may_begin_label(line) else None
    if label is not None:
        heading = _labelled(layout, index, line, label, place)
        if heading is not None:
            return heading
    row = layout.rows[index]
    if place == "row" and row is not None:
        heading = _label_at_right(layout, row)
        if heading is not None:
            return heading
    trailing = find_trailing_label(line) if "ection" in line[-20:] or "ECTION" in line[-20:] else None
    if trailing is not None:
        return _trailing(layout, index, line, trailing, place)
    return _titled(layout, index, line, place)


def format_score(layout: Layout, index: int) -> float:
    """How far a stretch looks like a heading: level, size, weight, capitals."""
    stretch = layout.stretches[index]
    score = 0.0
    if stretch.level is not None:
        score += 0.25
    if stretch.bold and layout.bold_share < 0.6:
        score += 0.12
    if stretch.size is not None and layout.body_size is not None and stretch.size > layout.body_size * 1.06:
        score += 0.15
    if stretch.caps or (len(stretch.text) > 6 and stretch.text.isupper()):
        score += 0.06
    return score


def same_format(layout: Layout, one: int, other: int) -> bool:
    """Are two stretches set alike (level, weight, and size within half a point)?"""
    a, b = layout.stretches[one], layout.stretches[other]
    return a.level == b.level and a.bold == b.bold and abs((a.size or 0) - (b.size or 0)) < 0.6


def _place(layout: Layout, index: int) -> str | None:
    """Where a heading stands; None where none can stand: in a later cell of its row."""
    row, cell = layout.rows[index], layout.cells[index]
    if row is None or cell is None:
        return "line"
    if len(row.cells) == 1:
        return "alone"
    if cell is row.cells[0] and index == cell.stretches[0]:
        return "row"
    return None if len(cell.stretches) < 4 else "line"


def _shape(line: str) -> float:
    words = len(line.split())
    if line.rstrip().endswith((".", ",", ";", "?")) and words > 5:
        return -0.3
    return -0.15 if words > 24 else 0.0


def _labelled(layout: Layout, index: int, line: str, label: Label, place: str) -> Heading | None:
    codes = label.codes
    if label.sub and codes[0] != "A" and label.kind not in ("section", "part"):
        return None  # C1, D2: sub-labels inside a section
    text = layout.stretches[index].text
    title, last, body = label.title, index, None
    value = None
    if title:
        title, value = _without_value(title, codes[0])
        if value is not None:
            body = text.index(value, label.end)
        elif len(text) > len(line):
            body = len(line) + 1
    elif len(text) > len(line):
        second, _, rest = text[len(line) + 1 :].partition("\n")
        if agreement(second, codes[0]) >= STARTS and len(second) < 160:
            title = second
            body = len(line) + 1 + len(second) + 1 if rest else None
        else:
            body = len(line) + 1
    else:
        title, last = _title_after(layout, index, codes[0])
    titled = max(agreement(title, code) for code in codes) if title else 0.0
    if label.continued:
        titled = max(titled, STARTS)
    if label.kind in ("bracket", "letter") and titled < WORDS:
        return None
    if label.kind == "bare" and (titled < STARTS or (not title)):
        return None
    score = _KINDS[label.kind] + 0.35 * titled + format_score(layout, index) + _shape(line)
    if place == "alone":
        score += 0.1
    if not title and label.kind in ("section", "part"):
        score += 0.1
    if body is None:
        last = _wrapped(layout, last, title)
    shown = layout.between(index, last) if body is None else text[:body]
    return Heading(
        index,
        last,
        codes,
        label.kind,
        score,
        " ".join(shown.split()),
        titled,
        place,
        None,
        body,
        label.page,
        label.continued,
        label.sub,
    )


def _label_at_right(layout: Layout, row: Row) -> Heading | None:
    """A bar with the title at the left and "Section A" at the right."""
    if len(row.cells) != 2 or any(len(cell.stretches) > 1 for cell in row.cells):
        return None
    title, shown = (layout.stretches[cell.stretches[0]].text for cell in row.cells)
    label = find_label(shown) if len(shown) < 16 and may_begin_label(shown) else None
    if label is None or label.title or label.kind not in ("section", "part", "bracket") or len(title) > 160:
        return None
    titled = agreement(title, label.codes[0])
    if titled < WORDS:
        return None
    score = _KINDS[label.kind] + 0.35 * titled + format_score(layout, row.first)
    return Heading(row.first, row.last, label.codes, label.kind, score, f"{shown} {title}", titled, "row")


def _trailing(layout: Layout, index: int, line: str, label: Label, place: str) -> Heading | None:
    """A title that ends in its label, set as a heading or alone in its line and known."""
    titled = agreement(label.title, label.codes[0])
    apart = format_score(layout, index)
    if titled < WORDS and apart < 0.12:
        return None
    score = 0.5 + 0.35 * titled + apart + _shape(line)
    text = layout.stretches[index].text
    body = len(line) + 1 if len(text) > len(line) else None
    return Heading(index, index, label.codes, "section", score, " ".join(line.split()), titled, place, None, body)


def _titled(layout: Layout, index: int, line: str, place: str) -> Heading | None:
    """A heading without a letter: a whole title of the vocabulary, or one of what stands outside."""
    if len(line) > 160 or (len(line) > 60 and line.endswith(".")):
        return None
    group = group_codes(line) if line.rstrip().endswith((")", "]")) else ()
    text = layout.stretches[index].text
    body = len(line) + 1 if len(text) > len(line) else None
    if group:
        return Heading(index, index, group, "section", 0.8, line, 1.0, place, None, body)
    key = title_key(line)
    joined = vocabulary().joined.get(key)
    score = 0.55 + format_score(layout, index) + _shape(line) + (0.1 if place == "alone" else 0.0)
    if joined:
        return Heading(index, index, joined, "title", score, line, EXACT, place, None, body)
    code = title_in_full(line)
    if code is not None:
        if key in _WEAK:
            score -= 0.1
        last = index if body is not None else _wrapped(layout, index, line)
        shown = line if body is not None else layout.between(index, last)
        return Heading(index, last, (code,), "title", score, " ".join(shown.split()), EXACT, place, None, body)
    if format_score(layout, index) >= 0.12 and len(line) <= 120 and not line.endswith("."):
        near, sure = title_code(line)
        if near is not None and not is_outside(line) and area_of(line) is None:
            return Heading(
                index, index, (near,), "title", score - 0.15, " ".join(line.split()), sure, place, None, body
            )
    left, value = _without_value(line, None)
    if value is not None:
        code = title_in_full(left)
        if code is not None:
            return Heading(
                index, index, (code,), "title", score, left, EXACT, place, None, text.index(value, len(left))
            )
    if is_outside(line) or (_SIGNED.match(line) and len(line) < 120):
        return Heading(index, index, (), "outside", score, line, EXACT, place, None, body)
    return None


def _without_value(title: str, code: str | None) -> tuple[str, str | None]:
    """ "Personal budget: none" is a title and a statement in one line; any other title is left whole."""
    if len(title) > 140:
        return title, None
    for match in _VALUE.finditer(title):
        left, right = title[: match.start()], title[match.end() :]
        if right and is_nil(right) and (code is None or agreement(left, code) > 0):
            return left, right
    return title, None


def _title_after(layout: Layout, index: int, code: str) -> tuple[str, int]:
    """The title of a label that stands alone, from the next cell of its row or the next line: its text and last
    stretch.
    """
    after = index + 1
    if after >= len(layout.stretches):
        return "", index
    row, cell = layout.rows[index], layout.cells[index]
    text = layout.stretches[after].text
    first_line = text.partition("\n")[0]
    if len(text) > 220 or find_label(text) is not None:
        return "", index
    agreed = agreement(first_line, code)
    if row is not None and cell is not None and len(row.cells) > 1 and layout.cells[after] is not cell:
        if layout.rows[after] is row and agreed >= STARTS and len(layout.cells[after].stretches) == 1:  # type: ignore[union-attr]
            return text, after
        return "", index
    near = (
        layout.cells[after] is cell or (cell is not None and len(row.cells) == 1)
        if row is not None
        else layout.rows[after] is None
    )
    if not near:
        return "", index
    alike = same_format(layout, index, after) and format_score(layout, after) > 0.1
    if agreed >= STARTS or (agreed >= WORDS and (alike or format_score(layout, after) > 0.1) and len(text) < 120):
        return text, after
    if alike and agreed >= 0 and len(text) < 120 and area_of(text) is None and not text.endswith("."):
        return text, after
    return "", index


def _wrapped(layout: Layout, last: int, title: str) -> int:
    """The last stretch of a heading that runs over several lines of the same make."""
    for _ in range(3):
        after = last + 1
        if after >= len(layout.stretches) or layout.cells[after] is not layout.cells[last]:
            return last
        text = layout.stretches[after].text
        begins_low = text[:1].islower()
        hangs = title.rstrip().endswith(
            (",", " and", " or", " of", " the", " to", " by", " which", "-", " for", " their", "&", "(", "/")
        )
        if (
            not (begins_low or hangs)
            or len(text) > 140
            or not same_format(layout, last, after)
            or format_score(layout, after) < 0.1
        ):
            return last
        if layout.stretches[after].marker:
            return last
        title = f"{title} {text}"
        last = after
    return last


def _column_headings(layout: Layout, row: Row) -> list[Heading]:
    """The section labels of a table's header row, where two or more cells hold one: each owns its column."""
    found: list[Heading] = []
    likely = [cell for cell in row.cells if may_begin_label(layout.stretches[cell.stretches[0]].text)]
    if len(likely) < 2:
        return []
    for cell in likely:
        heading = cell_heading(layout, cell)
        if heading is not None and heading.form != "title":
            found.append(heading)
    codes = {code for heading in found for code in heading.codes}
    return found if len(found) > 1 and len(codes) > 1 else []


def _joint_columns(layout: Layout, row: Row, joint: Heading) -> list[Heading]:
    """Under "Sections C and G": which columns are the needs, the provision and the outcomes, by their titles alone."""
    covered = [code for one in joint.codes for code in (("H1", "H2") if one == "H" else (one,))]
    found: list[Heading] = []
    for cell in row.cells:
        text = layout.cell_text(cell)
        code = _joint_code(text, covered) if len(text) < 160 else None
        if code is not None and not any(code in one.codes for one in found):
            last = cell.stretches[-1]
            found.append(
                Heading(
                    cell.stretches[0],
                    last,
                    (code,),
                    "column",
                    0.75,
                    " ".join(text.split()),
                    STARTS,
                    "column",
                    cell.columns,
                )
            )
    return found if len(found) > 1 else []


def _joint_code(text: str, covered: Sequence[str]) -> str | None:
    titled, sure = title_code(text)
    if titled in covered and sure >= STARTS:
        return titled
    name = column_name(text)
    if name == "outcome":
        return "E"
    if name == "need":
        return next((code for code in covered if code in ("B", "C", "D")), None)
    if name == "provision":
        if titled in covered:
            return titled
        return next((code for code in covered if code in ("F", "G", "H1", "H2")), None)
    return None


def cell_heading(layout: Layout, cell: Cell) -> Heading | None:
    """The heading that a cell begins with, as the owner of its column."""
    index = cell.stretches[0]
    text = layout.stretches[index].text
    line = text.partition("\n")[0]
    if len(line) > LONGEST_HEADING:
        return None
    label = find_label(line)
    heading = None
    if label is not None and label.kind == "bare" and not label.title and len(text) == len(line):
        return Heading(index, index, label.codes, "bare", 0.6, line, 0.0, "column", cell.columns)
    if label is not None:
        heading = _labelled(layout, index, line, label, "column")
    heading = heading or _titled(layout, index, line, "column")
    if heading is None or not heading.codes:
        return None
    last = heading.last if heading.last in cell.stretches else index
    return replace(heading, place="column", columns=cell.columns, last=last)
