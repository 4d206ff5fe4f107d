"""Which row of a table heads it, and what each column holds: by what its heading says, and by what stands under it."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import NamedTuple

from ehcp_audit.language.dates import first_date
from ehcp_audit.language.roles import find_roles
from ehcp_audit.language.wordlists import number_words
from ehcp_audit.plan.cell_codes import CODE, is_code, unit_of
from ehcp_audit.plan.columns import column_name, names_together
from ehcp_audit.plan.item_forms import heads_a_form
from ehcp_audit.plan.item_words import is_date_alone
from ehcp_audit.plan.layout import Cell, Layout, Row
from ehcp_audit.plan.lines import PROMISES
from ehcp_audit.plan.row_labels import are_labels
from ehcp_audit.plan.smart import smart_names
from ehcp_audit.plan.times import names_time
from ehcp_audit.plan.weekday_columns import days_of_the_week
from ehcp_audit.rare import rarely

_POINTING = rarely(  # "Provision (outcome)": what the rows point at, and not what they are
    r"\s\((?:for |and |meets |linked |links |to )*(?:needs?|outcomes?|areas?)\b[^()]{0,30}\)", re.IGNORECASE
)
_BY = rarely(r"\W{0,3}(?:by|at) (?:the )?", re.IGNORECASE)
_BOTH = rarely(r"\b(?:provision|support|help)\b", re.IGNORECASE)
_LONGEST_HEAD = 10  # words
_SENTENCES = 6  # words, on average, of the cells of a column that holds items
_FEW_WORDS = 7  # of a cell that says no more than a time
_MOST = 0.6  # of a column's cells, for what they are to tell what the column is
_HOLDS_ITEMS = (None, "other", "title", "number", "area", "by_when", "steps", "provision", "outcome", "success", "who")
"""What a column may have been taken for by its heading, while it holds the items: "By when and what"."""


class Columns(NamedTuple):
    """A table's header: the row it stands in, and what each grid column is about."""

    row: int
    names: tuple[tuple[tuple[int, int], str | None], ...]

    def name_of(self, cell: Cell) -> str | None:
        for columns, name in self.names:
            if columns == cell.columns:
                return name
        best = max(
            self.names, key=lambda one: min(cell.columns[1], one[0][1]) - max(cell.columns[0], one[0][0]), default=None
        )
        if best is None or min(cell.columns[1], best[0][1]) < max(cell.columns[0], best[0][0]):
            return None
        return best[1]


def header_of(layout: Layout, rows: Sequence[Row]) -> Columns | None:
    """The header row of a table: one of its first three rows that names its columns, or its first row where nothing
    but short headings stand over whole sentences.
    """
    for row in rows[:3]:
        if len(row.cells) < 2:
            if row is rows[0] and (beside := _beside_heading(layout, rows)) is not None:
                return beside
            continue
        if heads_a_form(layout, [one for one in rows if one.number >= row.number]):
            return None
        if row is rows[-1] and row is not rows[0]:
            return None  # the last row of a card is a label with its answer: "For | Need 1a"
        texts = [" ".join(layout.cell_text(cell).split()) for cell in row.cells]
        names = [column_name(_POINTING.sub("", text) or text) for text in texts]
        names = [name or "; ".join(names_together(text)) or None for name, text in zip(names, texts, strict=True)]
        names = _with_letters(_with_deadlines(names, texts), texts)
        known = sum(name is not None for name in names)
        if any(_ANSWERED.match(text) for text in texts):
            return None
        if len(names) == 2 and known == 2 and are_labels(layout, rows, area=names == ["area", "provision"]):
            return None
        short = all(
            len(text) <= 110 and (len(text) < 15 or not text.endswith(".") or text.endswith("...")) for text in texts
        )
        told = len(names) - days_of_the_week(texts)
        enough = known >= (1 if row.header else max(2, (told + 1) // 2))
        if short and (
            enough or ((row.header or known or len(names) > 2) and _stands_over_sentences(layout, row, texts, rows))
        ):
            return Columns(row.number, tuple((cell.columns, name) for cell, name in zip(row.cells, names, strict=True)))
        return None
    return None


def _beside_heading(layout: Layout, rows: Sequence[Row]) -> Columns | None:
    """The header left of a row whose first cell is the section's heading: "(F) What is done | Who, how often"."""
    row, *body = rows
    (cell,) = row.cells
    if not any(len(under.cells) > 1 for under in body):
        return None
    name = column_name(layout.cell_text(cell)) if cell.columns[0] > 1 else None
    return Columns(row.number, ((cell.columns, name),)) if name is not None else None


def _stands_over_sentences(layout: Layout, head: Row, texts: Sequence[str], rows: Sequence[Row]) -> bool:
    """Does a row of a few words a cell stand over a column of whole sentences, in a table of several rows?"""
    if any(len(text.split()) > _LONGEST_HEAD or names_time(text) or _is_of_an_item(text) for text in texts):
        return False
    under = [row for row in rows if row.number > head.number and len(row.cells) > 1]
    return len(under) > 1 and any(
        _mean_words(layout, _under(under, cell.columns)) >= max(_SENTENCES, len(text.split()) + 2)
        for cell, text in zip(head.cells, texts, strict=True)
    )


def _is_of_an_item(text: str) -> bool:
    """Do the few words of a cell belong to an item of a table without a header: a number, a role, an amount, or what
    somebody does?
    """
    roles = find_roles(text)
    is_role = bool(roles) and roles[0].start == 0 and roles[0].end >= len(text) - 1
    return bool(is_role or CODE.fullmatch(text) or _AMOUNT.search(text) or _DOES.match(text))


_ANSWERED = rarely(r"\w[\w /]{2,25}:\s?(?:[A-K]\.?)?\d")  # "Need: B1, B2" beside the title of one outcome
_DOES = rarely(  # "Rowan reads slowly", and not "Rowan will", "What helps me"
    r"(?!(?:What|How|Why|Who|When|Where|Which|Things|This|That|Need|Outcome|Area)\b)[A-Z][a-z’'-]+ "
    r"(?:[a-z]{3,}(?<!s)s|is|has|can|cannot|(?:will|does|needs to) (?!be able)[a-z]+) (?:\w+ )*"
    r"\w+(?<! to)(?<! do)(?<! be)$"
    r"|[A-Z][a-z’'-]+ (?:[a-z]{3,}(?<!s)s|is|has) \w+ly$"
)


def by_content(layout: Layout, noun: str, rows: Sequence[Row], header: Columns) -> Columns:
    """The header with what the rows under it tell: a column of times says by when each outcome is to be met ("For",
    "Until", "Target"), and where no heading says which column holds the items it is one of whole sentences.

    `noun`: what the section holds, "need", "outcome" or "provision".
    """
    body = [row for row in rows if row.number != header.row and len(row.cells) > 1]
    if noun == "provision":
        header = _with_both(layout, rows, header)
    names = dict(header.names)
    heads = {cell.columns: layout.cell_text(cell) for row in rows if row.number == header.row for cell in row.cells}
    codes = [at for at, name in names.items() if name == noun and _are_codes(layout, _under(body, at))]
    if any(
        name not in {*_KINDS} - {noun} and _mean_words(layout, _under(body, at)) >= _SENTENCES
        for at, name in names.items()
    ):
        names.update(dict.fromkeys(codes, "number"))  # under the section's letter: "E | Outcome | Measure"
    if noun == "outcome" and "by_when" not in names.values():
        may = [at for at, name in names.items() if name in _MAY_BE_TIMES and not _NO_DEADLINE.match(heads.get(at, ""))]
        told = [at for at in may if _are_times(layout, _under(body, at), alone=names[at] == "steps")]
        names.update(dict.fromkeys(told[:1], "by_when"))
    if noun == "outcome":
        unnamed = [at for at, name in names.items() if name is None and not _REASON.match(heads.get(at, ""))]
        _with_specific(layout, body, names, list(heads.items()))
        _with_long_words(layout, body, names, unnamed)
    if noun not in names.values():
        may = [at for at, name in names.items() if name in _HOLDS_ITEMS and not _REASON.match(heads.get(at, ""))]
        means = {at: _mean_words(layout, _under(body, at)) for at in may}
        least = _SENTENCES if len(may) == sum(name in _HOLDS_ITEMS for name in names.values()) else _FEWEST_WORDS - 1
        likely = [at for at, mean in means.items() if mean >= least and _is_open(names[at])]
        whole = [at for at, mean in means.items() if mean >= _SENTENCES]
        whole = [at for at in whole if names[at] != "steps"] or whole
        promised = [at for at in means if _is_open(names[at]) and _promise(layout, noun, _under(body, at))]
        if noun == "need":
            whole = [at for at in whole if names[at] == "area"]  # "Area and need"
            whole = whole or _told_of(layout, body, names, heads)
        likely = promised if len(promised) == 1 else likely or whole
        if likely:
            names[max(likely, key=lambda at: means.get(at, 0))] = noun
    if noun == "provision":
        named = {at: heads.get(at, "") for at, name in names.items() if name in (None, "other", "how_often")}
        units = {at: unit_of(head, [layout.cell_text(one) for one in _under(body, at)]) for at, head in named.items()}
        names.update((at, unit) for at, unit in units.items() if unit is not None)
    if noun not in names.values():
        names.update(dict.fromkeys(codes, noun))  # no other column holds them
    for at in [at for at, name in names.items() if name in _OPEN.get(noun, ())]:
        texts = [layout.cell_text(cell) for cell in _under(body, at)]
        names[at] = _name_of_content(noun, texts, set(names.values())) or names[at]
    return Columns(header.row, tuple(names.items()))


def _told_of(
    layout: Layout,
    rows: Sequence[Row],
    names: Mapping[tuple[int, int], str | None],
    heads: Mapping[tuple[int, int], str],
) -> list[tuple[int, int]]:
    """The one column of whole sentences in a section of needs, where its heading was taken for something said of them:
    "How it is for me", "How much it affects me", "Now".
    """
    said = [at for at in names if _mean_words(layout, _under(rows, at)) >= _SENTENCES]
    shown = [at for at in said if names[at] == "success"]
    said = shown if len(shown) == 1 else said  # "How it shows in my learning" beside "Start point"
    held = names[said[0]] if len(said) == 1 else None
    if held in _MAY_TELL or (held == "provision" and not _OF_HELP.search(heads.get(said[0], ""))):
        return said
    return []


_KINDS = ("need", "outcome", "provision")
_MAY_TELL = ("how_often", "baseline", "area", "success")
_OF_HELP = rarely(
    r"provi|support|help|strateg|interven|resource|approach|equip|action|\b(?:will|done|do|give)", re.IGNORECASE
)


def _with_long_words(
    layout: Layout, rows: Sequence[Row], names: dict[tuple[int, int], str | None], unnamed: Sequence[tuple[int, int]]
) -> None:
    """Gives outcomes to the unnamed column that says what the child does, where the one called so holds a title each:
    "My goal: Job" beside "What I will do: Yusuf does 12 hours' paid work a week".
    """
    called = [at for at, name in names.items() if name == "outcome"]
    if len(called) != 1 or not _are_titles(layout, _under(rows, called[0])):
        return
    means = {at: _mean_words(layout, _under(rows, at)) for at in unnamed}
    longest = max(means, key=means.__getitem__, default=None)
    if longest is None or means[longest] < 2 * _TITLE_WORDS:
        return
    roles = [find_roles(layout.cell_text(cell)) for cell in _under(rows, longest)]
    if 2 * sum(bool(one) and one[0].start <= _ARTICLE for one in roles) <= len(roles):  # else what staff do
        names[called[0]], names[longest] = "title", "outcome"


def _with_specific(
    layout: Layout,
    rows: Sequence[Row],
    names: dict[tuple[int, int], str | None],
    heads: Sequence[tuple[tuple[int, int], str]],
) -> None:
    """Gives outcomes to the column of S, of the letters of SMART, where the one called so holds a title each."""
    letters = smart_names([text for _, text in heads])
    specific = [heads[at][0] for at, name in letters.items() if name == "outcome"]
    called = [at for at, name in names.items() if name == "outcome" and at not in specific]
    if len(specific) == len(called) == 1 and _are_titles(layout, _under(rows, called[0])):
        names[called[0]], names[specific[0]] = "title", "outcome"


def _are_titles(layout: Layout, cells: Sequence[Cell]) -> bool:
    """Do cells hold a few words each, that do not say what somebody does: "Getting about", not "Ana reads 40 words"?"""
    texts = [layout.cell_text(cell) for cell in cells]
    told = sum(_DOES.match(text) is not None or PROMISES.search(text) is not None for text in texts)
    return _mean_words(layout, cells) <= _TITLE_WORDS and 2 * told <= len(texts)


_TITLE_WORDS = 6  # on average
_ARTICLE = 4  # characters


_NO_DEADLINE = rarely(
    r"\W{0,3}(?:(?:date|day|when)\s)?(?:start|began|begin|set\b|agreed|written|since|from\b|added|now\b|needs?\b)",
    re.IGNORECASE,
)
"""Over days on which outcomes were set, or what they answer ("Year 3 reading"), and not by when they are to be met."""
_REASON = rarely(r"\W{0,3}(?:why|reasons?|because|proof|the proof|evidence|how (?:this|it) helps)\b", re.IGNORECASE)
"""Over words about the items, however long they are."""


def _promise(layout: Layout, noun: str, cells: Sequence[Cell]) -> bool:
    """Do most of the cells say what will be: by when, of outcomes; how much or how often, of provision?"""
    texts = [layout.cell_text(cell) for cell in cells]
    long = [text for text in texts if len(text.split()) >= _FEWEST_WORDS]
    if noun == "outcome":
        held = sum(PROMISES.search(text) is not None for text in long)
    else:
        held = sum(_AMOUNT.search(text) is not None for text in long) if noun == "provision" else 0
    return held > _MOST * len(texts)


_FEWEST_WORDS = 4
_OPEN: dict[str, tuple[str | None, ...]] = {
    "provision": (None, "other", "success", "title"),  # "Measure: 25 minutes on five mornings"
    "outcome": (None, "other"),
}


def _name_of_content(noun: str, texts: Sequence[str], known: Collection[str | None]) -> str | None:
    """What the cells of a column say of the items beside them, where most say it in a few words: under "Dose" how
    often, under "In whose hands" who, under "The proof" how it is known that an outcome is met.

    `known`: what the other columns hold. Who gives it may say for how long they were trained.
    """
    few = [text for text in texts if len(text.split()) <= _MOST_WORDS]

    def most(says: Callable[[str], object]) -> bool:
        return sum(bool(says(text)) for text in few) > _MOST * len(texts)

    if noun == "outcome":
        return "success" if most(_MEASURE.search) else None
    if "who" not in known and most(_names_role_first):
        return "who"
    return "how_often" if "how_often" not in known and most(_AMOUNT.search) else None


def _names_role_first(text: str) -> bool:
    """Does a role stand in the text before any amount?"""
    roles, amount = find_roles(text), _AMOUNT.search(text)
    return bool(roles) and (amount is None or roles[0].start < amount.start())


_MOST_WORDS = 30
_NUMBER_WORD = rf"(?:\d+(?:\.\d+)?|half|{'|'.join(number_words(1, 12))}|twenty|thirty|sixty)"
_AMOUNT = rarely(
    r"\b"
    + _NUMBER_WORD
    + r"[\s-](?:[\w-]+\s){0,2}?(?:minutes?|mins?|hours?|hrs?|sessions?|lessons?|times?|visits?|periods?)\b|"
    r"\b(?:daily|weekly|fortnightly|monthly|termly|half-termly|once|twice|"
    r"(?:each|every) (?:day|week|lesson|morning))\b",
    re.IGNORECASE,
)
_MEASURE = rarely(
    r"\b(?:"
    + _NUMBER_WORD
    + r"\s(?:[\w’'-]+\s){0,4}?(?:of|out of|in|days?|weeks?|times?|lessons?|occasions?|minutes?|right|correct)\b|\d+%|"
    r"\d+ per ?cent|every (?:day|time|lesson)|without (?:help|a prompt|prompts?|errors?|reminders?))",
    re.IGNORECASE,
)


_MAY_BE_TIMES = (None, "other", "who", "need", "steps", "number", "title", "success")


def _is_open(name: str | None) -> bool:
    """May a column so named hold anything?"""
    return name in (None, "other", "title", "number")


def _under(rows: Sequence[Row], columns: tuple[int, int]) -> list[Cell]:
    return [cell for row in rows for cell in row.cells if cell.columns == columns]


def _mean_words(layout: Layout, cells: Sequence[Cell]) -> float:
    return sum(len(layout.cell_text(cell).split()) for cell in cells) / max(len(cells), 1)


def _are_codes(layout: Layout, cells: Sequence[Cell]) -> bool:
    texts = [text for cell in cells if any(map(str.isalnum, text := layout.cell_text(cell)))]  # "-" has none
    return bool(texts) and all(map(is_code, texts))


def _are_times(layout: Layout, cells: Sequence[Cell], *, alone: bool) -> bool:
    """Are most cells a time in a few words? `alone`: and nothing else, as "12 days in 20 by Easter 2027" is."""
    texts = [layout.cell_text(cell) for cell in cells]
    few = (text for text in texts if len(text.split()) <= _FEW_WORDS and names_time(text))
    times = sum(not alone or is_date_alone(text) for text in few)
    return times > 0 and times >= _MOST * len(texts)


def _with_deadlines(names: Sequence[str | None], texts: Sequence[str]) -> list[str | None]:
    """The names of columns, with "By July 2029" over what will then be; of several days, the last is the outcome's.

    Beside a column of outcomes it is over their steps; so is "What we'll see by Easter 2027" beside another time.
    """
    found = list(names)
    seen = [at for at, text in enumerate(texts) if names[at] == "success" and names_time(text)]
    timed = [at for at, text in enumerate(texts) if names[at] is None and _BY.match(text) and names_time(text)]
    timed = timed if len(timed) + len(seen) == 1 else timed + seen
    days = {at: one.value for at in timed if (one := first_date(texts[at])) is not None and one.value is not None}
    for at in timed:
        early = at in days and days[at] < max(days.values())
        found[at] = "steps" if "outcome" in names or early else "outcome"
    return found


def _with_letters(names: Sequence[str | None], texts: Sequence[str]) -> list[str | None]:
    """The names of columns, with the letters of SMART over them; beside a column of outcomes S says more of these."""
    letters = smart_names(texts)
    own = any(name == "outcome" for at, name in enumerate(names) if at not in letters)
    letters = {at: name for at, name in letters.items() if not own or name != "outcome"}
    return [letters.get(at, name) for at, name in enumerate(names)]


def _with_both(layout: Layout, rows: Sequence[Row], header: Columns) -> Columns:
    """The header with a column for the provision: without one it is "Provision and outcome", "Need and support", or
    an "Item" that holds words and no number.
    """
    if any(name == "provision" for _, name in header.names):
        return header
    numbers = [columns for columns, name in header.names if name == "number"]
    cells = [cell for row in rows if row.number != header.row for cell in row.cells if cell.columns in numbers[:1]]
    if cells and not any(CODE.fullmatch(layout.cell_text(cell)) for cell in cells):
        return Columns(header.row, tuple((at, "provision" if at == numbers[0] else name) for at, name in header.names))
    both = {
        cell.columns
        for row in rows
        if row.number == header.row
        for cell in row.cells
        if header.name_of(cell) in ("need", "outcome") and _BOTH.search(layout.cell_text(cell))
    }
    return Columns(
        header.row, tuple((columns, "provision" if columns in both else name) for columns, name in header.names)
    )
