"""pypdf's side of a marked copy: highlights with their notes, and the list of them on pages of its own at the end."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ehcp_audit.reading.marking import AUTHOR, Note
from ehcp_audit.reading.pdf.typeset import HEIGHT, WIDTH, Page

_STRENGTH = 0.55  # how much of the highlight's colour covers the paper


@dataclass(frozen=True, slots=True)
class Quad:
    """A part of a line to highlight, in the page's own coordinates: upper left, upper right, lower left and right."""

    page: int  # from 1
    corners: tuple[tuple[float, float], ...]


class Writer:
    """A PDF that is written again with more on its pages."""

    def __init__(self, data: bytes) -> None:
        import pypdf

        reader = pypdf.PdfReader(io.BytesIO(data), strict=False)
        self._writer = pypdf.PdfWriter(clone_from=reader)
        self.pages = len(self._writer.pages)

    def highlight(self, number: int, note: Note, quads: Sequence[Quad], dated: str) -> None:
        """Highlight a note's words; on each page that holds some of them, the highlight holds the note."""
        by_page: dict[int, list[Quad]] = {}
        for quad in quads:
            by_page.setdefault(quad.page, []).append(quad)
        words = "\n".join(" ".join(part for part in line if part) for line in note.lines)
        for page, parts in by_page.items():
            self._annotate(page, _highlight(number, page, words, note, parts, dated))

    def _annotate(self, page: int, annotation: Mapping[str, Any]) -> None:
        from pypdf.generic import ArrayObject, DictionaryObject, NameObject

        holder = self._writer.pages[page - 1]
        entry = DictionaryObject({NameObject(key): value for key, value in annotation.items()})
        if "/AP" in annotation:
            stream = self._writer._add_object(annotation["/AP"])
            entry[NameObject("/AP")] = DictionaryObject({NameObject("/N"): stream})
        if holder.indirect_reference is not None:
            entry[NameObject("/P")] = holder.indirect_reference
        there = holder.get("/Annots")
        listed = ArrayObject(there.get_object() if there is not None else ())
        listed.append(self._writer._add_object(entry))
        holder[NameObject("/Annots")] = listed

    def append(self, pages: Sequence[Page], targets: Mapping[int, Quad]) -> None:
        """Put pages of words at the end; what leads to a note leads to the page of its highlight."""
        from pypdf.generic import ArrayObject, DictionaryObject, FloatObject, NameObject, NullObject, StreamObject

        fonts = DictionaryObject()
        for name, face in (("/F", "/Helvetica"), ("/FB", "/Helvetica-Bold")):
            font = DictionaryObject(
                {
                    NameObject("/Type"): NameObject("/Font"),
                    NameObject("/Subtype"): NameObject("/Type1"),
                    NameObject("/BaseFont"): NameObject(face),
                    NameObject("/Encoding"): NameObject("/WinAnsiEncoding"),
                }
            )
            fonts[NameObject(name)] = self._writer._add_object(font)
        for page in pages:
            blank = self._writer.add_blank_page(WIDTH, HEIGHT)
            stream = StreamObject()
            stream.set_data("\n".join(page.content).encode("ascii"))
            blank[NameObject("/Contents")] = self._writer._add_object(stream.flate_encode())
            blank[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
            for box, note in page.links:
                if note not in targets:
                    continue
                quad = targets[note]
                target = self._writer.pages[quad.page - 1].indirect_reference
                top = max(y for _, y in quad.corners) + 40
                where: list[Any] = [target, NameObject("/XYZ"), NullObject(), FloatObject(round(top, 1)), NullObject()]
                self._annotate(
                    len(self._writer.pages),
                    {
                        "/Type": NameObject("/Annot"),
                        "/Subtype": NameObject("/Link"),
                        "/Rect": _numbers(box),
                        "/Border": _numbers((0, 0, 0)),
                        "/Dest": ArrayObject(where),
                    },
                )

    def bytes(self) -> bytes:
        """The whole file, the same bytes whenever it is made."""
        out = io.BytesIO()
        self._writer.write(out)
        return out.getvalue()


def _highlight(number: int, page: int, words: str, note: Note, quads: Sequence[Quad], dated: str) -> dict[str, Any]:
    from pypdf.generic import FloatObject, NameObject, NumberObject, TextStringObject

    points = [point for quad in quads for corner in quad.corners for point in corner]
    xs, ys = points[0::2], points[1::2]
    rect = (min(xs), min(ys), max(xs), max(ys))
    shade = tuple(round(int(note.colour[at : at + 2], 16) / 255, 3) for at in (0, 2, 4))
    day = f"D:{dated.replace('-', '')}000000Z"
    return {
        "/Type": NameObject("/Annot"),
        "/Subtype": NameObject("/Highlight"),
        "/Rect": _numbers(rect),
        "/QuadPoints": _numbers(points),
        "/C": _numbers(shade),
        "/CA": FloatObject(_STRENGTH),
        "/F": NumberObject(4),
        "/T": TextStringObject(note.author),
        "/NM": TextStringObject(f"{AUTHOR}-{number}-{page}"),
        "/Contents": TextStringObject(words),
        "/M": TextStringObject(day),
        "/CreationDate": TextStringObject(day),
        "/AP": _appearance(rect, quads, shade),
    }


def _appearance(rect: tuple[float, ...], quads: Sequence[Quad], shade: tuple[float, ...]) -> Any:
    """How the highlight looks, so that every viewer shows the same: colour laid over the paper as ink is."""
    from pypdf.generic import DictionaryObject, FloatObject, NameObject, StreamObject

    drawn = [f"/G gs {' '.join(f'{part:g}' for part in shade)} rg"]
    for quad in quads:
        upper_left, upper_right, lower_left, lower_right = (f"{x:.2f} {y:.2f}" for x, y in quad.corners)
        drawn.append(f"{upper_left} m {upper_right} l {lower_right} l {lower_left} l f")
    stream = StreamObject()
    stream.set_data("\n".join(drawn).encode("ascii"))
    state = DictionaryObject({NameObject("/BM"): NameObject("/Multiply"), NameObject("/ca"): FloatObject(_STRENGTH)})
    states = DictionaryObject({NameObject("/G"): state})
    stream[NameObject("/Type")] = NameObject("/XObject")
    stream[NameObject("/Subtype")] = NameObject("/Form")
    stream[NameObject("/BBox")] = _numbers(rect)
    stream[NameObject("/Resources")] = DictionaryObject({NameObject("/ExtGState"): states})
    return stream


def _numbers(values: Sequence[float]) -> Any:
    from pypdf.generic import ArrayObject, FloatObject

    return ArrayObject(FloatObject(round(value, 3)) for value in values)
