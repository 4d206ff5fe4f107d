"""The sheets Overall and Actions of a scorecard that came back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any

from ehcp_audit.judgements import Action, Overall
from ehcp_audit.scorecards.cells import Table, cell_date, cell_text, find_table, is_formula, plain
from ehcp_audit.scorecards.many import PLAN
from ehcp_audit.scorecards.parts import ACTION_COLUMNS, OVERALL

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook

    from ehcp_audit.rubric import Rubric

LABELS = tuple(label for label, _ in OVERALL)
RATER, DAY, BAND, WHY, WELL, IMPROVE, CONCERN, TOLD = LABELS
QUESTION, ANSWER = "About the plan as a whole", "Your words"


@dataclass
class Said:
    """What the sheet Overall says, by plan."""

    words: dict[str, dict[str, str]] = field(default_factory=dict)
    days: dict[str, date] = field(default_factory=dict)
    raters: dict[str, str] = field(default_factory=dict)  # cell -> key
    mistakes: list[str] = field(default_factory=list)

    def overall(self, rater: str, round: str, *, blind: bool) -> Iterator[Overall]:
        """A record for each plan of which anything was said."""
        for plan, words in self.words.items():
            said = [words.get(label, "") for label in (BAND, WHY, WELL, IMPROVE, CONCERN, TOLD)]
            band, why, well, improve, concern, told = said
            if any(said):
                yield Overall(plan, rater, round, blind, band, why, well, improve, concern, told, self.days.get(plan))


@dataclass
class Actions:
    """What the sheet Actions says."""

    actions: tuple[Action, ...] = ()
    mistakes: list[str] = field(default_factory=list)


def read_overall(book: Workbook, identity: Mapping[str, str], plans: Sequence[str], rubric: Rubric) -> Said:
    """The sheet on which the auditor sums each plan up."""
    many = identity["scorecard"] == "all"
    said = Said()
    headings = (PLAN.heading, *LABELS) if many else (QUESTION, ANSWER)
    found = find_table(book, "Overall", headings, headings[0])
    said.mistakes += found.mistakes
    if found.table is None:
        return said
    for plan, label, address, cell in _answers(found.table, identity["scorecard"], many):
        if plan not in plans:
            said.mistakes.append(f"{address}: this workbook has no plan '{plan[:20]}'")
        elif label not in LABELS:
            said.mistakes.append(f"{address}: '{QUESTION}' was changed; only the yellow cells are yours")
        elif is_formula(cell):
            said.mistakes.append(f"{address}: a formula; write the words themselves")
        else:
            _take(said, plan, label, address, cell, rubric)
    return said


def _answers(table: Table, plan: str, many: bool) -> Iterator[tuple[str, str, str, Any]]:
    """Plan, label, address and cell of everything that was written."""
    known = {plain(label): label for label in LABELS}
    for row in table.rows:
        if many:
            for label in LABELS:
                if row.text(label):
                    yield row.text(PLAN.heading), label, table.address(row, label), row.cells[label]
        elif row.text(ANSWER):
            label = known.get(plain(row.text(QUESTION)), "")
            yield plan, label, table.address(row, ANSWER), row.cells[ANSWER]


def _take(said: Said, plan: str, label: str, address: str, cell: Any, rubric: Rubric) -> None:
    words = cell_text(cell)
    if label == RATER:
        said.raters[address] = words
    elif label == DAY:
        try:
            day = cell_date(cell)
        except ValueError as error:
            said.mistakes.append(f"{address}: the date {error}")
        else:
            if day is not None:
                said.days[plan] = day
    elif label == BAND and rubric.bands:
        band = next((one.name for one in rubric.bands if plain(one.name) == plain(words)), None)
        if band is None:
            allowed = ", ".join(one.name for one in rubric.bands)
            said.mistakes.append(f"{address}: found '{words[:40]}'; allowed: {allowed}")
        else:
            said.words.setdefault(plan, {})[label] = band
    else:
        said.words.setdefault(plan, {})[label] = words


def read_actions(book: Workbook, plans: Sequence[str], rater: str, round: str, *, many: bool) -> Actions:
    """The sheet of actions: who does what by when."""
    headings = [column.heading for column in ACTION_COLUMNS]
    what, owner, due, done, evidence = headings
    found = find_table(book, "Actions", [PLAN.heading, *headings] if many else headings, what)
    result = Actions(mistakes=list(found.mistakes))
    if found.table is None:
        return result
    kept = []
    for row in found.table.rows:
        plan = row.text(PLAN.heading) if many else plans[0] if plans else ""
        written = [heading for heading in headings if row.text(heading)]
        if not written:
            if many and row.text(PLAN.heading):
                result.mistakes.append(f"{found.table.address(row, what)}: a plan is named and no action")
            continue
        wrong = _wrong_action(found.table, row, headings, plan, plans)
        days: dict[str, date | None] = {due: None, done: None}
        for heading in (due, done):
            if row.text(heading) and not wrong:
                try:
                    days[heading] = cell_date(row.cells[heading])
                except ValueError as error:
                    wrong.append(f"{found.table.address(row, heading)}: the date {error}")
        result.mistakes += wrong
        if not wrong:
            kept.append(
                Action(plan, rater, round, row.text(what), row.text(owner), days[due], days[done], row.text(evidence))
            )
    result.actions = tuple(kept)
    return result


def _wrong_action(table: Table, row: Any, headings: Sequence[str], plan: str, plans: Sequence[str]) -> list[str]:
    wrong = []
    for heading in headings:
        cell = row.cells.get(heading)
        if cell is not None and is_formula(cell):
            wrong.append(f"{table.address(row, heading)}: a formula; write the words themselves")
    if not row.text(headings[0]):
        wrong.append(f"{table.address(row, headings[0])}: something was written and no action named")
    if plan not in plans:
        where = table.address(row, PLAN.heading) if PLAN.heading in table.columns else table.sheet
        wrong.append(f"{where}: this workbook has no plan '{plan[:20]}'")
    return wrong
