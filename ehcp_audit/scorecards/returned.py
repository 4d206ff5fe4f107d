"""A scorecard that came back: every row checked, every mistake named with its cell, the whole of it in or none.

What the auditor may write is read; what is locked must be as it was written. Rows are known by their hidden ids, so
that sorting, filtering, hiding and moving columns change nothing. Nothing is computed from the sheet's own totals.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from ehcp_audit.errors import AuditError, ManyErrors
from ehcp_audit.judgements import GRADES, NA, Action, Kept, Overall
from ehcp_audit.model import Judgement, Verdict
from ehcp_audit.scorecards.cells import (
    Row,
    Table,
    find_table,
    identity_of,
    is_formula,
    is_struck,
    looks_like,
    notes_on,
    plain,
)
from ehcp_audit.scorecards.cover import COVER
from ehcp_audit.scorecards.desk import (
    ACCEPTED,
    ACCEPTS,
    KEY,
    OUTCOMES,
    SPELT,
    WRITTEN,
    Desk,
    Returned,
    rater_key,
    wrong_identity,
)
from ehcp_audit.scorecards.many import PLAN, PLAN_KEY
from ehcp_audit.scorecards.overall import read_actions, read_overall
from ehcp_audit.scorecards.sheet import SCHEMA, SO_FAR, columns_for, criterion_rows, would_say
from ehcp_audit.scoring import not_in_document
from ehcp_audit.workbooks import open_workbook

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook


def read_returned(path: Path, desk: Desk, *, partial: bool = False, again: bool = False) -> Returned:
    """Read one workbook. Raises ManyErrors with every mistake, each with its cell; then nothing of it goes in.

    With `partial` a blank grade that is wanted is left out, and is no mistake. With `again` a workbook that is in as it
    is may come again. The record of a moderation meeting is read as the consensus that it is. Of a workbook in which
    nobody has written yet nothing is taken, and that is all there is to say of it.
    """
    try:
        book = open_workbook(path)
    except AuditError as error:
        raise ManyErrors([str(error)]) from error
    identity, mistakes = identity_of(book)
    if identity.get("schema") == OUTCOMES:
        from ehcp_audit.scorecards.outcomes import read_outcomes

        return read_outcomes(path.name, book, identity, mistakes, desk)
    mistakes += wrong_identity(identity, desk, SCHEMA)
    if mistakes:
        raise ManyErrors([f"{path.name}: {one}" for one in mistakes])
    reader = _Reader(book, identity, desk, partial, again)
    found = reader.read()
    round, blind, notes = identity["round"], identity["blind"] == "yes", tuple(reader.notes)
    if reader.untouched and not (reader.mistakes or found):
        return Returned(path.name, reader.rater, round, blind, reader.plans, found, (), notes, untouched=True)
    if reader.untouched and not (partial and reader.rater):
        reader.mistakes.append("Scorecard: nothing was graded in it yet")
    if reader.mistakes:
        total = f"{path.name}: refused whole: {reader.accepted} of its {reader.rows} rows are right"
        raise ManyErrors([*(f"{path.name}, {one}" for one in reader.mistakes), total])
    plans = tuple(sorted({one.plan for one in found.judgements}))
    return Returned(path.name, reader.rater, round, blind, plans, found, tuple(reader.blank), notes, reader.already)


class _Reader:
    """One workbook on its way in: its mistakes pile up, and what is right is kept beside them."""

    def __init__(
        self, book: Workbook, identity: Mapping[str, str], desk: Desk, partial: bool, again: bool = False
    ) -> None:
        self.book, self.identity, self.desk, self.partial, self.again = book, identity, desk, partial, again
        self.mistakes: list[str] = []
        self.notes: list[str] = []
        self.blank: list[tuple[str, str]] = []
        self.rows = self.accepted = 0
        self.already = self.untouched = False
        self.rater = identity.get("auditor", "")
        self.round, self.blind = identity["round"], identity["blind"] == "yes"
        self.many = identity["scorecard"] == "all"
        self.plans: tuple[str, ...] = ()

    def read(self) -> Kept:
        """Everything the workbook says."""
        table, so_far = self._table()
        overall: tuple[Overall, ...] = ()
        judgements: list[Judgement] = []
        actions: tuple[Action, ...] = ()
        if table is not None:
            rows = self._known_rows(table)
            self.untouched = not any(row.text(heading) for row in rows.values() for heading in WRITTEN)
            self.plans = tuple(sorted({plan for plan, _ in rows}))
            said = read_overall(self.book, self.identity, self.plans, self.desk.rubric)
            self.mistakes += said.mistakes
            self._take_rater(said.raters)
            overall = tuple(said.overall(self.rater, self.round, blind=self.blind))
            judgements = [] if self.untouched else self._judgements(table, rows, said.days, so_far)
            found = read_actions(self.book, self.plans, self.rater, self.round, many=self.many)
            self.mistakes += found.mistakes
            actions = found.actions
            self.notes += [f"{where}: a note on the cell was not read" for where in notes_on(table)]
        kept = Kept(tuple(judgements), overall, actions)
        self._nothing_replaced(kept)
        self._other_sheets()
        return kept

    # --- the table ---------------------------------------------------------------------------------------

    def _table(self) -> tuple[Table | None, bool]:
        columns = [column.heading for column in columns_for(blind=self.blind, so_far=True)]
        if self.many:
            columns = [PLAN.heading, *columns, PLAN_KEY.heading]
        found = find_table(self.book, "Scorecard", [one for one in columns if one != SO_FAR.heading], KEY)
        extra = f"there is no such heading as '{SO_FAR.heading}'"
        so_far = any(extra in one for one in found.mistakes)
        if so_far:
            found = find_table(self.book, "Scorecard", columns, KEY)
        self.mistakes += found.mistakes
        return found.table, so_far

    def _known_rows(self, table: Table) -> dict[tuple[str, str], Row]:
        """The rows by plan and criterion; unknown, doubled and missing ones are mistakes."""
        known = {one.id for one in self.desk.rubric.criteria}
        rows: dict[tuple[str, str], Row] = {}
        first: dict[tuple[str, str], int] = {}
        for row in table.rows:
            self.rows += 1
            plan = row.text(PLAN_KEY.heading) if self.many else self.identity["scorecard"]
            id = row.text(KEY)
            where = table.address(row, KEY)
            if not id:
                self.mistakes.append(f"{where}: row {row.number} has no criterion id; clear the row, or undo")
            elif plan not in self.desk.scorecards:
                self.mistakes.append(f"{table.address(row, PLAN_KEY.heading)}: the run has no plan '{plan[:20]}'")
            elif id not in known:
                self.mistakes.append(f"{where}: the rubric has no criterion '{id[:40]}'")
            elif (plan, id) in rows:
                self.mistakes.append(f"{where} ({id}): this criterion stands in row {first[(plan, id)]} too")
            else:
                rows[(plan, id)], first[(plan, id)] = row, row.number
        for plan in sorted({plan for plan, _ in rows} if self.many else {self.identity["scorecard"]}):
            for result in self.desk.scorecards[plan].criteria:
                if (plan, result.id) not in rows:
                    of = f" of {plan}" if self.many else ""
                    self.mistakes.append(f"{table.sheet} ({result.id}): its row{of} was deleted, or its id is gone")
        return rows

    def _judgements(
        self, table: Table, rows: Mapping[tuple[str, str], Row], days: Mapping[str, date], so_far: bool
    ) -> list[Judgement]:
        columns = columns_for(blind=self.blind, so_far=so_far)
        headings = [column.heading for column in columns]
        expected: dict[str, dict[str, dict[str, str]]] = {}
        for plan in self.plans:
            cells = criterion_rows(self.desk.scorecards[plan], self.desk.rubric, columns, {})
            by_heading = [dict(zip(headings, one, strict=True)) for one in cells]
            expected[plan] = {one[KEY]: one for one in by_heading}
        before = self._before()
        judged = []
        for (plan, id), row in rows.items():
            wrong = len(self.mistakes)
            if id in expected[plan]:
                self._locked(table, row, id, expected[plan][id])
            one = self._judgement(table, row, plan, id, before.get((plan, id)))
            if one is not None:
                judged.append(one)
            self.accepted += len(self.mistakes) == wrong
        return [one.dated(days) for one in judged]

    def _locked(self, table: Table, row: Row, id: str, expected: Mapping[str, str]) -> None:
        """Every locked cell must be as it was written."""
        if self.many and row.text(PLAN.heading) != row.text(PLAN_KEY.heading):
            self.mistakes.append(
                f"{table.address(row, PLAN.heading)} ({id}): the plan here is not the one that the row is of"
                f" ({row.text(PLAN_KEY.heading)}); undo, or take a fresh copy"
            )
        for heading, text in expected.items():
            if heading in WRITTEN or heading in (KEY, SO_FAR.heading):
                continue
            cell = row.cells.get(heading)
            if plain(row.text(heading)) != plain(text) or (cell is not None and is_formula(cell)):
                self.mistakes.append(
                    f"{table.address(row, heading)} ({id}): '{heading}' was changed; only the yellow cells are yours"
                )

    # --- one row -------------------------------------------------------------------------------------------

    def _judgement(self, table: Table, row: Row, plan: str, id: str, before: str | None) -> _Judged | None:
        for heading in WRITTEN:
            cell = row.cells.get(heading)
            if cell is not None and is_formula(cell):
                self.mistakes.append(f"{table.address(row, heading)} ({id}): a formula; write the words themselves")
                return None
        written = {heading: row.text(heading) for heading in WRITTEN}
        where, said = table.address(row, "Grade"), written["Grade"]
        accepts = plain(said) in ACCEPTS and not self.blind
        grade = self._of_tool(plan, id, written) if accepts else SPELT.get(plain(said))
        if not said:
            self._no_grade(table, row, plan, id, written)
            return None
        if is_struck(row.cells["Grade"]):
            self.mistakes.append(f"{where} ({id}): the grade is struck through; clear it, or write the one that holds")
            return None
        if accepts and grade is None:
            allowed = f"{', '.join(GRADES)}, {NA}"
            self.mistakes.append(f"{where} ({id}): the tool would say nothing here; allowed: {allowed}")
            return None
        if grade is None:
            self.mistakes.append(f"{where} ({id}): found '{said[:40]}'; allowed: {', '.join(GRADES)}, {NA}")
            return None
        criterion = self.desk.rubric.criterion(id)
        if grade == NA and not criterion.na_allowed:
            self.mistakes.append(f"{where} ({id}): N/A is not allowed here; allowed: {', '.join(GRADES)}")
        if grade == NA and not written["N/A reason"]:
            self.mistakes.append(f"{table.address(row, 'N/A reason')} ({id}): N/A needs its reason")
        if grade != NA and written["N/A reason"]:
            self.notes.append(f"{table.address(row, 'N/A reason')} ({id}): a reason for N/A beside another grade")
        if before is not None and grade != before and not written["Comment"]:
            where = table.address(row, "Comment")
            self.mistakes.append(f"{where} ({id}): the grade was {before} and is {grade}; say why")
        if accepts:
            written["Comment"] = written["Comment"] or ACCEPTED
        return _Judged(plan, id, self.rater, self.round, self.blind, grade, written)

    def _of_tool(self, plan: str, id: str, written: dict[str, str]) -> str | None:
        """The grade that is accepted: what the tool found, else what it would say; an N/A brings its reason."""
        result = next(one for one in self.desk.scorecards[plan].criteria if one.id == id)
        grade = self._tool(plan)[id] or would_say(result) or None
        if grade == NA and not written["N/A reason"]:
            written["N/A reason"] = next((one.note for one in result.findings if one.note), ACCEPTED)
        return grade

    def _no_grade(self, table: Table, row: Row, plan: str, id: str, written: Mapping[str, str]) -> None:
        """A blank grade: a mistake where one is wanted, or where something else was written in its row."""
        where = table.address(row, "Grade")
        if any(written.values()):
            self.mistakes.append(f"{where} ({id}): something was written and no grade given")
        elif self._wanted(plan, id) and not self.partial:
            self.mistakes.append(f"{where} ({id}): the grade is blank; allowed: {', '.join(GRADES)}, {NA}")
        elif self._wanted(plan, id):
            self.blank.append((plan, id))

    def _wanted(self, plan: str, id: str) -> bool:
        """Must this be graded? All of it when blind; else, in a first audit, what no rule could settle.

        Never what the document of a part of a plan does not hold.
        """
        if id in not_in_document(self.desk.scorecards[plan]):
            return False
        return self.blind or (self.round == "first" and self._tool(plan).get(id) is None)

    def _tool(self, plan: str) -> dict[str, str | None]:
        words = {Verdict.NEEDS_PERSON: None, Verdict.NOT_APPLICABLE: NA}
        return {one.id: words.get(one.verdict, str(one.verdict)) for one in self.desk.scorecards[plan].criteria}

    def _before(self) -> dict[tuple[str, str], str]:
        """What a grade is a change from: nothing in a first or a blind audit, else the first audit's or the tool's."""
        if self.blind or self.round == "first":
            return {}
        before = {(plan, id): said for plan in self.plans for id, said in self._tool(plan).items() if said}
        for one in reversed(self.desk.kept.judgements):
            if one.round == "first":
                before[(one.plan, one.criterion)] = one.grade or NA
        return before

    # --- the workbook as a whole ------------------------------------------------------------------------------

    def _take_rater(self, raters: Mapping[str, str]) -> None:
        """Who judged: as the workbook was exported, else as its sheet Overall says."""
        named = {key.strip() for key in raters.values() if key.strip()}
        if self.rater and any(plain(one) != plain(self.rater) for one in named):
            where = ", ".join(raters)
            self.mistakes.append(f"{where}: it was handed out to {self.rater}, and another auditor is named here")
        if not self.rater:
            if len(named) != 1:
                if not self.untouched:
                    where = ", ".join(raters) or "Overall"
                    self.mistakes.append(f"{where}: say who judged, by initials or a key")
                return
            self.rater = next(iter(named))
        if rater_key(self.rater) is None:
            where = ", ".join(raters) or "_meta"
            self.mistakes.append(f"{where}: initials or a key of up to 20 letters and digits, no name")

    def _nothing_replaced(self, found: Kept) -> None:
        """Nothing that is in is ever replaced; what comes again as it is in may be passed over."""
        whose = self.plans, self.rater, self.round
        if self.again and found and found.of(*whose) == self.desk.kept.of(*whose):
            self.already = True
            return
        there = self.desk.kept.cards()
        for plan in self.plans:
            if (plan, self.rater, self.round) in there:
                self.mistakes.append(
                    f"_meta: {self.rater}'s {self.round} judgement of {plan} is in already and stays; export it in"
                    " another round"
                )

    def _other_sheets(self) -> None:
        ours = {plain(name) for name in (COVER, "Scorecard", "Overall", "Actions", "Guidance", "Lists", "_meta")}
        headings = [column.heading for column in columns_for(blind=self.blind, so_far=False)]
        for sheet in self.book.worksheets:
            if plain(sheet.title) in ours:
                continue
            if looks_like(sheet, headings):
                self.mistakes.append(
                    f"the sheet '{sheet.title[:31]}' is a second scorecard: delete it, or send it in the workbook that"
                    " was handed out to whoever filled it in"
                )
            else:
                self.notes.append(f"the sheet '{sheet.title[:31]}' was added and not read")


@dataclass(frozen=True, slots=True)
class _Judged:
    """A row that is right, before the day of the audit is known."""

    plan: str
    criterion: str
    rater: str
    round: str
    blind: bool
    grade: str
    written: Mapping[str, str]

    def dated(self, days: Mapping[str, date]) -> Judgement:
        return Judgement(
            self.plan,
            self.criterion,
            self.rater,
            self.round,
            self.blind,
            None if self.grade == NA else self.grade,
            reason=self.written["N/A reason"] if self.grade == NA else "",
            judged_on=days.get(self.plan),
            comment=self.written["Comment"],
            evidence=self.written["Your evidence and place"],
        )
