"""The judge: a brute search for planted words in what was written, which trusts nothing that the masker says."""

from __future__ import annotations

import html
import re
import unicodedata
import zipfile
from collections.abc import Iterable, Sequence
from io import BytesIO

from tests.privacy.planted.generating import Made, Planted
from tests.privacy.planted.people import folded

_PLACEHOLDER = re.compile(r"\[[A-Z][A-Z ]{1,20}(?: \d{1,4})?\]")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\w+")
_KINDS = frozenset(
    [
        "primary",
        "school",
        "academy",
        "special",
        "high",
        "nursery",
        "college",
        "royal",
        "infirmary",
        "general",
        "hospital",
        "road",
        "street",
        "lane",
        "avenue",
        "close",
        "terrace",
        "crescent",
        "saint",
        "old",
        "park",
        "bank",
        "mail",
        "example",
        "www",
        "https",
        "http",
        "com",
        "org",
        "blog",
        "family",
        "house",
        "green",
        "lady",
        "mill",
        "blessed",
        "fairholme",
    ]
)


def pieces(value: str, ordinary: frozenset[str]) -> list[str]:
    """What of a value would give it away: the whole, and each name of it of three letters and more that is no word of
    the plan's own.
    """
    found = [value]
    for word in re.split(r"[\s,]+", value):
        bare = word.strip(".,'’()")
        letters = sum(one.isalpha() for one in bare)
        if letters >= 3 and bare.lower() not in _KINDS and bare.lower() not in ordinary:
            found.append(bare)
            found += [
                half for half in re.split(r"[-]", bare) if len(half) >= 4 and half.lower() not in ordinary | _KINDS
            ]
        elif sum(one.isdigit() for one in bare) >= 4 and not re.fullmatch(r"(?:19|20)\d\d", bare):
            found.append(bare)
    return list(dict.fromkeys(found))


def is_there(piece: str, text: str, *, exact_case: bool) -> bool:
    """Does a piece stand in the text, as a whole word, whatever its accents?"""
    for wanted in {piece, folded(piece), unicodedata.normalize("NFC", piece)}:
        pattern = re.compile(rf"(?<![^\W_]){re.escape(wanted)}(?![^\W_])", 0 if exact_case else re.IGNORECASE)
        if pattern.search(text):
            return True
    return False


def leaked(planted: Planted, made: Made, text: str, ordinary: frozenset[str]) -> bool:
    """Is anything of what was planted left in the text: in its own line where that has a mark, else anywhere?"""
    if planted.mark:
        text = _line(text, planted.mark)
    bare = _PLACEHOLDER.sub(" ", text)
    word_name = planted.stratum == "names that are words"
    if planted.stratum in ("numbers", "contacts"):
        bare_digits = re.sub(r"[\s()+.-]", "", bare)
        digits = re.sub(r"[\s()+.-]", "", planted.value)
        if len(digits) >= 6 and digits in bare_digits:
            return True
    return any(is_there(piece, bare, exact_case=word_name) for piece in pieces(planted.value, ordinary))


def _line(text: str, mark: str) -> str:
    """The paragraph or cell with the mark. A line broken within a paragraph comes with what stands before it."""
    at = re.search(rf"\b{mark}\b", text)
    if at is None:
        return text
    before = [one.end() for one in re.finditer(r"\bn\d{3}\b", text[max(0, at.start() - 600) : at.start()])]
    begin = max(0, at.start() - 600) + (before[-1] if before else 0)
    return text[begin : at.end()][-400:]


def text_of_word(data: bytes) -> str:
    """All text, attributes and names of a Word file: paragraph by paragraph, then every part as it is stored."""
    lines: list[str] = []
    with zipfile.ZipFile(BytesIO(data)) as archive:
        for name in archive.namelist():
            lines.append(name)
            if not name.endswith((".xml", ".rels")):
                continue
            part = archive.read(name).decode("utf-8")
            for paragraph in re.split(r"</w:p>", part):
                broken = re.sub(r"<w:br/>|<w:tab/>", "\n", paragraph)
                lines.append(
                    html.unescape(
                        "".join(
                            re.findall(r"<w:t(?: [^>]{0,60})?>([^<]{0,5000})|(\n)", broken)
                            and [a or b for a, b in re.findall(r"<w:t(?: [^>]{0,60})?>([^<]{0,5000})|(\n)", broken)]
                        )
                    )
                )
            if not name.startswith(("word/theme", "word/fontTable", "word/styles", "word/stylesWithEffects")):
                lines += re.findall(r'"([^"<>]{3,200})"', part)
    return "\n".join(lines)


def ordinary_words(made: Made, skeleton: Sequence[str]) -> frozenset[str]:
    return frozenset(word.lower() for line in (*made.ordinary, *skeleton) for word in _WORD.findall(line))


def over_masked(lines: Iterable[str], masked: Iterable[str]) -> tuple[int, int]:
    """Words of ordinary lines, and how many of them are gone."""
    total = gone = 0
    for line, now in zip(lines, masked, strict=True):
        before = _WORD.findall(line)
        after = _WORD.findall(_PLACEHOLDER.sub(" ", now))
        total += len(before)
        gone += max(0, len(before) - len(after))
    return total, gone
