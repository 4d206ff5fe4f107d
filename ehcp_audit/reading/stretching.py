"""Making stretches by the thousand: a plan has hundreds, and a frozen record is slow to fill field by field."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ehcp_audit.model import Stretch

MOST_AROUND = 8  # cells around a table, of which a stretch is told

if TYPE_CHECKING:

    def stretch(**said: Any) -> Stretch:
        """A stretch with these fields, the others at their defaults."""

else:

    class _Unfrozen:
        """The same record before it is frozen: equal slots, so that it can become one without being copied."""

        __slots__ = Stretch.__slots__

    def stretch(  # noqa: ANN201
        text,  # noqa: ANN001
        page=None,  # noqa: ANN001
        box=None,  # noqa: ANN001
        paragraph=None,  # noqa: ANN001
        table=None,  # noqa: ANN001
        within=(),  # noqa: ANN001
        columns=None,  # noqa: ANN001
        rows=1,  # noqa: ANN001
        header_row=False,  # noqa: ANN001
        marker="",  # noqa: ANN001
        level=None,  # noqa: ANN001
        style="",  # noqa: ANN001
        size=None,  # noqa: ANN001
        bold=False,  # noqa: ANN001
        italic=False,  # noqa: ANN001
        caps=False,  # noqa: ANN001
        indent=None,  # noqa: ANN001
        ocr=None,  # noqa: ANN001
    ):
        one = _Unfrozen()
        one.text = text
        one.page = page
        one.box = box
        one.paragraph = paragraph
        one.table = table
        one.within = within
        one.columns = columns
        one.rows = rows
        one.header_row = header_row
        one.marker = marker
        one.level = level
        one.style = style
        one.size = size
        one.bold = bold
        one.italic = italic
        one.caps = caps
        one.indent = indent
        one.ocr = ocr
        one.__class__ = Stretch
        return one
