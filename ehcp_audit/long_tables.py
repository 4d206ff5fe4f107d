"""Rows of a worksheet that are written as they are, without an object for each cell.

A cell of openpyxl costs half a kilobyte and many steps; ten thousand plans by ninety criteria are a million cells. The
rows between the first and the last of a long table are kept as plain values and become XML when the sheet is written:
byte for byte what openpyxl writes for the same cells.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any
from xml.sax.saxutils import escape

from ehcp_audit.workbooks import FORMULA_SIGNS, Value, cell_text

PLAIN = (str, int, float, Fraction)


@dataclass(frozen=True, slots=True)
class LongTable:
    """The rows of a table from `first` on; cells that look as those of each column do; what height a row takes."""

    first: int
    rows: Sequence[Sequence[Value]]
    like: Sequence[Any]
    height: Callable[[Sequence[Value]], float]

    def within(self, sheet_xml: bytes) -> Iterator[bytes]:
        """The XML of a sheet with these rows before its last row, which stands there as cells."""
        mark = f'<row r="{self.first + len(self.rows)}"'.encode()
        head, found, tail = sheet_xml.partition(mark)
        assert found, "the last row of a long table is written as cells"  # noqa: S101
        yield head
        yield from self._pieces()
        yield mark + tail

    def _pieces(self) -> Iterator[bytes]:
        columns = [(one.column_letter, one.style_id) for one in self.like]
        known: dict[Value, str] = {}
        for number, values in enumerate(self.rows, self.first):
            cells = [f'<row r="{number}"{_height(self.height(values))}>']
            for (letter, style), value in zip(columns, values, strict=True):
                if value not in known or isinstance(value, (int, float)):  # 1 and 1.0 are one key
                    known[value] = _content(value)
                cells.append(f'<c r="{letter}{number}" s="{style}" {known[value]}</c>')
            cells.append("</row>")
            yield "".join(cells).encode("ascii", "xmlcharrefreplace")


def may_be_long(rows: Sequence[Sequence[Value]]) -> bool:
    """Are these plain values, that need no guard against being taken for a formula?"""
    return all(
        value is None or (type(value) in PLAIN and not (isinstance(value, str) and value[:1] in FORMULA_SIGNS))
        for row in rows
        for value in row
    )


def _height(points: float) -> str:
    return f' ht="{points:.16g}" customHeight="1"'


def _content(value: Any) -> str:
    if isinstance(value, str):
        text = cell_text(value)
        space = ' xml:space="preserve"' if text != text.strip() else ""
        return f't="inlineStr"><is><t{space}>{escape(text)}</t></is>' if text else 't="inlineStr">'
    if value is None:
        return 't="n">'
    return f't="n"><v>{float(value) if isinstance(value, Fraction) else value:.16g}</v>'
