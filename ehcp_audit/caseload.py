"""The caseload: one row a plan, from CSV or Excel, columns mapped, every bad row named by its number.

Nothing is guessed: an id that a spreadsheet damaged, a date that is not British or not possible, a doubled id are
refused with the row's number, and the other rows stand.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from ehcp_audit.errors import AuditError, ManyErrors, did_you_mean, why
from ehcp_audit.months import MONTHS
from ehcp_audit.workbooks import decoded, read_rows

COLUMNS = (
    "id",
    "file",
    "team",
    "phase",
    "plan_type",
    "year_group",
    "primary_need",
    "name",
    "setting",
    "status",
    "requested",
    "issued",
    "reviewed",
    "audited",
)
"""The columns that ehcp-audit knows. All but `id` may be absent."""

DATES = ("requested", "issued", "reviewed", "audited")

MAPPING = "caseload.yml"
"""The file beside a caseload that says which of its columns is which."""


@dataclass(frozen=True, slots=True)
class CaseloadRow:
    """One plan of the caseload. `number` is the row that Excel shows; `extra` holds the columns of other names."""

    number: int
    id: str
    file: str | None = None
    team: str | None = None
    phase: str | None = None
    plan_type: str | None = None
    year_group: int | None = None
    primary_need: str | None = None
    name: str | None = None
    setting: str | None = None
    status: str | None = None
    requested: date | None = None
    issued: date | None = None
    reviewed: date | None = None
    audited: date | None = None
    extra: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Caseload:
    """The rows that can be used, and those that cannot, by number and reason. `columns` are the file's own names."""

    rows: tuple[CaseloadRow, ...]
    refused: tuple[tuple[int, str], ...] = ()
    columns: tuple[str, ...] = ()
    doubled: tuple[tuple[int, ...], ...] = ()  # the rows, all refused, that share an id

    def row(self, id: str) -> CaseloadRow | None:
        """The row with this id, if there is one."""
        return next((row for row in self.rows if row.id == id), None)


def read_caseload(path: Path, map_path: Path | None = None, *, id_column: str | None = None) -> Caseload:
    """Read a caseload, with the mapping file named or the `caseload.yml` beside it.

    `id_column` names the column that holds the ids, over any mapping. Raises AuditError when the table cannot be read
    or holds no column of ids; a row that cannot be used is in `refused`, never dropped in silence.
    """
    table = read_rows(path)
    heading = next((index for index, row in enumerate(table) if any(cell.strip() for cell in row)), None)
    if heading is None:
        raise AuditError(
            f"{path} is empty; its first row should name the columns: id and any of {', '.join(COLUMNS[1:])}"
        )
    names = [" ".join(cell.split()) for cell in table[heading]]
    mapping = _mapping(path, map_path, names)
    if id_column is not None:
        mapping["id"] = _named(path, id_column, names)
    places = _places(path, names, mapping)
    rows: list[CaseloadRow] = []
    refused: list[tuple[int, str]] = []
    for index, cells in enumerate(table[heading + 1 :], heading + 2):
        if not any(cell.strip() for cell in cells):
            continue
        row, reasons = _row(index, cells, names, places)
        if reasons:
            refused.append((index, "; ".join(reasons)))
        else:
            rows.append(row)
    return _without_doubles(rows, refused, tuple(name for name in names if name))


_DAMAGED = re.compile(r"\d(?:[.,]\d{1,20})?E[+-]?\d{1,4}|#{2,}|#[A-Z0-9/]{1,12}[!?]?", re.IGNORECASE)
_YEAR_GROUP = re.compile(r"(?:(?:year|yr|y|nc)\.? ?)?(-?\d{1,2})", re.IGNORECASE)
_NAMED_YEARS = {"r": 0, "yr": 0, "year r": 0, "reception": 0, "n2": -1, "nursery": -1, "nursery 2": -1, "n1": -2}
_NAMED_YEARS["nursery 1"] = -2
_NUMERIC_DATE = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{1,4})")
_WORDED_DATE = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?[ -]([A-Za-z]{3,9})\.?[ -](\d{1,4})")
_ISO_DATE = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_CLOCK = re.compile(r"[ T]\d{1,2}:\d{2}(?::\d{2}(?:\.\d{1,6})?)?Z?")


def british_date(text: str) -> date:
    """The date that a British officer would read: 15/06/2026, 15.6.2026, 15 June 2026; or 2026-06-15.

    Raises ValueError with the reason: a year of two digits, a day that does not exist, a number that is no date.
    """
    plain = " ".join(text.split())
    if clock := _CLOCK.search(plain):
        plain = plain[: clock.start()]
    if found := _ISO_DATE.fullmatch(plain):
        year, month, day = int(found[1]), int(found[2]), int(found[3])
    elif found := _NUMERIC_DATE.fullmatch(plain):
        day, month, year = int(found[1]), int(found[2]), _year(found[3])
    elif found := _WORDED_DATE.fullmatch(plain):
        day, month, year = int(found[1]), _month(found[2]), _year(found[3])
    else:
        raise ValueError("is not a date; write it as day/month/year, 15/06/2026")
    if not 1990 <= year <= 2100:
        raise ValueError("is not a date of our time")
    try:
        return date(year, month, day)
    except ValueError:
        raise ValueError("does not exist as day/month/year") from None


def _year(digits: str) -> int:
    if len(digits) != 4:
        raise ValueError("has no year of four digits")
    return int(digits)


def _month(word: str) -> int:
    low = "sep" if word.lower() == "sept" else word.lower()
    for number, name in enumerate(map(str.lower, MONTHS), 1):
        if low in (name, name[:3]):
            return number
    raise ValueError("names no month")


# --- columns ----------------------------------------------------------------------------------------------


def _mapping(path: Path, map_path: Path | None, names: Sequence[str]) -> dict[str, str]:
    """Known column -> the file's own name for it, from the mapping file; empty when there is none."""
    beside = path.with_name(MAPPING)
    source = map_path if map_path is not None else beside if beside.is_file() else None
    if source is None:
        return {}
    mistakes: list[str] = []
    mapping: dict[str, str] = {}
    for known, column, where in _pairs(source):
        if known not in COLUMNS:
            mistakes.append(f"{where}: '{known}' is no column that ehcp-audit knows. {did_you_mean(known, COLUMNS)}")
        elif known in mapping:
            mistakes.append(f"{where}: '{known}' is mapped twice; keep one line")
        elif (actual := _same_name(column, names)) is None:
            mistakes.append(f"{where}: the caseload has no column '{column}'. {_near(column, names)}")
        else:
            mapping[known] = actual
    if mistakes:
        raise ManyErrors(mistakes)
    return mapping


def _pairs(source: Path) -> Iterator[tuple[str, str, str]]:
    """The lines of a mapping file: known column, the file's column, and where it says so."""
    import yaml

    try:
        root: Any = yaml.compose(decoded(source.read_bytes()), Loader=yaml.SafeLoader)
    except OSError as error:
        raise AuditError(f"{source} could not be read: {why(error)}") from error
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = f"{source}:{mark.line + 1}:{mark.column + 1}" if mark else str(source)
        raise AuditError(f"{where}: not valid YAML; write lines such as 'id: Case reference'") from error
    if root is None:
        return
    if not isinstance(root, yaml.MappingNode):
        raise AuditError(f"{source}: write one line a column, such as 'id: Case reference'")
    nodes = list(root.value)
    if len(nodes) == 1 and nodes[0][0].value == "columns" and isinstance(nodes[0][1], yaml.MappingNode):
        nodes = list(nodes[0][1].value)
    for key, value in nodes:
        where = f"{source}:{key.start_mark.line + 1}:{key.start_mark.column + 1}"
        if not isinstance(key, yaml.ScalarNode) or not isinstance(value, yaml.ScalarNode):
            raise AuditError(f"{where}: write one line a column, such as 'id: Case reference'")
        yield key.value, value.value, where


def _same_name(wanted: str, names: Sequence[str]) -> str | None:
    """The heading that is this name, whatever its capitals, blanks, hyphens and underscores."""
    return next((name for name in names if name and _plain(name) == _plain(wanted)), None)


def _plain(name: str) -> str:
    return re.sub(r"[\s_-]+", "_", unicodedata.normalize("NFKC", name).strip().lower())


def _near(wanted: str, names: Sequence[str]) -> str:
    """A suggestion where a heading is near. They are not listed: where the row is missing, they are names."""
    hint = did_you_mean(wanted, [name for name in names if name]) if any(names) else ""
    return hint if hint.startswith("Did you mean") else "Its first row should name the columns."


def _named(path: Path, column: str, names: Sequence[str]) -> str:
    actual = _same_name(column, names)
    if actual is None:
        raise AuditError(f"{path} has no column '{column}'. {_near(column, names)}")
    return actual


def _places(path: Path, names: Sequence[str], mapping: Mapping[str, str]) -> dict[str, int]:
    """Known column -> its place in a row."""
    seen: dict[str, str] = {}
    for name in filter(None, names):
        if _plain(name) in seen:
            raise AuditError(f"{path} has two columns called '{name}'; rename one of them")
        seen[_plain(name)] = name
    places: dict[str, int] = {}
    for known in COLUMNS:
        actual = mapping.get(known)
        if actual is None and (same := _same_name(known, names)) and same not in mapping.values():
            actual = same
        if actual is not None:
            places[known] = names.index(actual)
    if "id" not in places:
        hint = _near("id", names)
        raise AuditError(
            f"{path} has no column 'id'; name it in {MAPPING} with a line 'id: <its name>'. {hint}".strip()
        )
    return places


# --- rows -----------------------------------------------------------------------------------------------------


def _row(
    number: int, cells: Sequence[str], names: Sequence[str], places: Mapping[str, int]
) -> tuple[CaseloadRow, list[str]]:
    """The row, and what is wrong with it. A reason never holds the words of a cell: they may be a child's name."""
    reasons: list[str] = []
    values: dict[str, Any] = {}
    for known, place in places.items():
        text = unicodedata.normalize("NFC", cells[place]).strip() if place < len(cells) else ""
        try:
            values[known] = _value(known, text)
        except ValueError as error:
            reasons.append(f"{known} {error}")
    if any(cell.strip() for cell in cells[len(names) :]):
        reasons.append("it has more cells than there are columns")
    extra = tuple(
        (name, cells[place].strip() if place < len(cells) else "")
        for place, name in enumerate(names)
        if name and place not in places.values()
    )
    return CaseloadRow(number=number, extra=extra, **{"id": "", **values}), reasons


def _value(known: str, text: str) -> Any:
    if known == "id":
        return _id(text)
    if not text:
        return None
    if known in DATES:
        return british_date(text)
    return _year_group(text) if known == "year_group" else text


def _id(text: str) -> str:
    plain = text.removeprefix("'").strip()
    if not plain:
        raise ValueError("is blank")
    if _DAMAGED.fullmatch(plain):
        raise ValueError("was damaged by a spreadsheet; format the column as text and enter it again")
    if not plain.isprintable():
        raise ValueError("holds a character that cannot be seen")
    return plain


def _year_group(text: str) -> int:
    plain = " ".join(text.lower().split())
    if plain in _NAMED_YEARS:
        return _NAMED_YEARS[plain]
    found = _YEAR_GROUP.fullmatch(plain)
    if found is None or not -2 <= int(found[1]) <= 14:
        raise ValueError("is not a year group; write a number from -2 (nursery) and 0 (Reception) to 14")
    return int(found[1])


def _without_doubles(
    rows: Sequence[CaseloadRow], refused: Sequence[tuple[int, str]], columns: tuple[str, ...]
) -> Caseload:
    numbers: dict[str, list[int]] = {}
    for row in rows:
        numbers.setdefault(row.id, []).append(row.number)
    doubled = tuple(tuple(same) for same in numbers.values() if len(same) > 1)
    doubles = [
        (number, f"id stands in rows {' and '.join(map(str, same))}; keep one") for same in doubled for number in same
    ]
    return Caseload(
        rows=tuple(row for row in rows if len(numbers[row.id]) == 1),
        refused=tuple(sorted([*refused, *doubles])),
        columns=columns,
        doubled=doubled,
    )
