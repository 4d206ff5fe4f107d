"""What the reader says of words that are struck through: how much, and where, and none of the words."""

from __future__ import annotations

from collections.abc import Iterable

from ehcp_audit.model import Stretch

_NAMED = 5  # places


def struck_warning(characters: int, struck: Iterable[Stretch], how_to_find: str = "") -> str:
    """ "58 struck-through character(s) were set apart and not judged: paragraph 4; table 2, row 3." """
    places = list(dict.fromkeys(place for one in struck if (place := _place(one))))
    shown = places[:_NAMED]
    if len(places) > _NAMED:
        shown.append(f"and {len(places) - _NAMED} more places")
    where = f": {'; '.join(shown)}" if shown else ""
    hint = f" ({how_to_find})" if how_to_find else ""
    return f"{characters} struck-through character(s) were set apart and not judged{where}{hint}."


def _place(one: Stretch) -> str:
    if one.page is not None:
        return f"page {one.page}"
    if one.table is not None:
        return f"table {one.table[0]}, row {one.table[1]}"
    return f"paragraph {one.paragraph}" if one.paragraph is not None else ""
