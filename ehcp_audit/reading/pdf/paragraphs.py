"""Lines become paragraphs, within a column or a cell."""

from __future__ import annotations

from dataclasses import dataclass, field

from ehcp_audit.reading.pdf.breaking import (
    CHARGED,
    LABEL,
    Column,
    Habits,
    divides_word,
    ended,
    expects_more,
    fits,
    goes_on,
    hyphen_divides,
    joined,
    runs_on,
)
from ehcp_audit.reading.pdf.geometry import tenth
from ehcp_audit.reading.pdf.lines import Row


@dataclass(slots=True)
class Paragraph:
    """Lines that belong together, and where they stand."""

    text: str
    page: int
    box: tuple[float, float, float, float]
    size: float
    bold: bool
    marker: str
    indent: float
    column: Column
    rows: list[Row] = field(default_factory=list)


def paragraphs(rows: list[Row], column: Column, habits: Habits) -> list[Paragraph]:
    """Which lines belong together? In the order of the lines."""
    found: list[Paragraph] = []
    last: Paragraph | None = None
    for number, row in enumerate(rows):
        if not row.text:
            continue
        below = rows[number + 1] if number + 1 < len(rows) else None
        if last is None or _starts_anew(last, row, column, habits) or _is_tight(last, row, below, column, habits):
            last = Paragraph(
                row.text,
                column.page,
                (row.x0, row.top, row.x1, row.bottom),
                row.size,
                row.bold,
                row.marker,
                tenth(row.x0 - column.left) if row.x0 > column.left else 0.0,
                column,
                [row],
            )
            found.append(last)
        else:
            _add(last, row, column, habits)
    return found


def _starts_anew(last: Paragraph, row: Row, column: Column, habits: Habits) -> bool:
    """Does a new paragraph begin with this line?"""
    above = last.rows[-1]
    if not column.ruled and (above.spread or above.listed or row.spread):
        return not (row.listed and row.text.isdigit())
    left_over = fits(above, row, column, habits)
    flows = left_over < 0 and (runs_on(above, row) or (row.dash != "" and not ended(above.text)))
    if row.dash and flows and (not last.marker or _goes_on_with(last, row)):
        row.text, row.marker = f"{row.dash} {row.text}", ""  # a dash within a sentence, not at the head of an item
    if row.marker and above.bold and not row.bold and all(one.bold for one in last.rows):
        return True  # a heading over "(1) By the end of ..."
    if row.marker and (row.sure or not flows):
        return not (flows and row.marker != "•" and not row.sure)
    gap = row.base - above.base
    if gap < 0.3 * row.size:
        return True
    if abs(row.size - above.size) > 0.6:
        return True
    if row.bold != above.bold and not flows:
        return True
    if gap > habits.leading(row.size) + 0.1 * row.size + 0.3 and (not flows or gap > 2.2 * row.size):
        return True
    if left_over > (1.0 if ended(above.text) else 0.3 * row.size) and not _may_be_short(above, row, left_over, column):
        return True
    return not flows and _shifted(last, row)


def _goes_on_with(last: Paragraph, row: Row) -> bool:
    """Does a line go on with an item in whose brackets it stands, or whose parts dashes set off: "– Weekly" under
    "Careful work – Mentor"?
    """
    within = any(last.text.count(opened) > last.text.count(closed) for opened, closed in ("()", "[]"))
    return (within or f" {row.dash} " in last.text) and row.x0 > last.rows[0].x0 + 4.0


def _is_tight(last: Paragraph, row: Row, below: Row | None, column: Column, habits: Habits) -> bool:
    """Does a new paragraph begin here, though nothing but the words' own order says so?

    Where a document sets short paragraphs without room between them, one whose last line is full would swallow the
    next. A sentence must have ended, and the next begin.
    """
    above = last.rows[-1]
    loud = above.text[1:5].isupper() or row.text[1:5].isupper()
    if loud and _are_at_odds(above.text, row.text) and not runs_on(above, row):
        return True  # capitals, and none: a heading and its text
    label = LABEL.match(row.text) if ":" in row.text[:42] else None
    if label and LABEL.match(last.text):
        return True
    if above.text[-1] == ":" or not ended(above.text) or goes_on(row.text):
        return False
    if label and not CHARGED.search(row.text, 0, label.end()) and habits.opens(row.text) >= 1:
        return True  # where the document has no such label within its lines
    alone = below is None or fits(row, below, column, habits) > 1.0
    if alone and not ended(row.text) and row.x1 - row.x0 < 0.7 * (column.right - column.left) and below is not None:
        return True  # a short line that is no sentence: a heading
    alike = last.text.partition(" ")[0] == row.text.partition(" ")[0]  # as the items of a list often begin
    return habits.tight(column, row.size) * habits.opens(row.text) * (3 if alike else 1) > 1


def _are_at_odds(above: str, below: str) -> bool:
    """Is one of them set in capitals, two words of them at least, and the other not?"""
    one, other = _loudness(above), _loudness(below)
    return (one > 0.85 and len(above) > 8 and " " in above and other < 0.6) or (
        other > 0.85 and len(below) > 8 and " " in below and one < 0.6
    )


def _loudness(text: str) -> float:
    """How many of the letters are capitals?"""
    letters = [letter for letter in text if letter.isalpha()]
    return sum(map(str.isupper, letters)) / len(letters) if letters else 1.0


def _may_be_short(above: Row, row: Row, left_over: float, column: Column) -> bool:
    """May the line above be one that runs on, though the next word would have fitted?"""
    if not runs_on(above, row):
        return False
    return left_over <= column.slack or expects_more(above.text)


def _shifted(last: Paragraph, row: Row) -> bool:
    """Does the line begin elsewhere than the paragraph's other lines?"""
    first = last.rows[0]
    if len(last.rows) > 1:
        return abs(row.x0 - last.rows[1].x0) > 5.0
    if last.marker:
        hanging = 8.0 if first.sure else 30.0  # where the words begin is known of a marker that stands apart
        return row.x0 < first.x0 - 4.0 or row.x0 > first.text_left + hanging
    return row.x0 > first.x0 + 5.0 and not first.bold


def _add(last: Paragraph, row: Row, column: Column, habits: Habits) -> None:
    above = last.rows[-1]
    if divides_word(above, row, column, habits):
        last.text += row.text
    elif hyphen_divides(above, row, habits):
        last.text = last.text[:-1] + row.text
    else:
        last.text = joined(last.text, row.text, above.wrapped)
    x0, top, x1, bottom = last.box
    last.box = (
        x0 if x0 < row.x0 else row.x0,
        top if top < row.top else row.top,
        x1 if x1 > row.x1 else row.x1,
        bottom if bottom > row.bottom else row.bottom,
    )
    last.rows.append(row)
