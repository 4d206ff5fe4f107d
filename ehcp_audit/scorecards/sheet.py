"""The scorecard of one plan as an Excel workbook: the tool's verdicts, and the auditor's cells beside them.

An auditor grades each criterion in the yellow cells; everything else is locked, without a password. The rows are known
by the hidden column `criterion_id` and the workbook by its `_meta` sheet, so that it can be sorted, filtered and sent
round, and still be read back.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, cast

from ehcp_audit.model import GAPS, CriterionResult, Finding, ItemRead, Scorecard, Verdict
from ehcp_audit.quoting import headed, named, place_of, place_shown, placed_quotes, with_own_labels
from ehcp_audit.scorecards.cover import add_cover
from ehcp_audit.scorecards.desk import AS_TOOL
from ehcp_audit.scorecards.parts import (
    OVERALL_CELL,
    add_actions,
    add_guidance,
    add_meta,
    add_overall,
    header_lines,
    origin,
)
from ehcp_audit.scoring import share
from ehcp_audit.sheets import (
    Column,
    choices,
    colour_verdicts,
    drop_down,
    new_sheet,
    page_setup,
    protect,
    table,
    title_rows,
)
from ehcp_audit.styling import capital, count, section_rank, section_short
from ehcp_audit.workbooks import new_workbook, workbook_bytes

if TYPE_CHECKING:
    from openpyxl.formatting.rule import Rule
    from openpyxl.styles import Border
    from openpyxl.worksheet.worksheet import Worksheet

    from ehcp_audit.rubric import Criterion, Rubric

SCHEMA = "ehcp-audit/scorecard-workbook/1"
GRADES = ("met", "partly met", "not met", "N/A")
"""What an auditor may answer."""

NA_REASONS = (
    "the section rightly says there is nothing",
    "not of this age or year group",
    "not at this stage of the plan",
    "no such need in this plan",
    "no personal budget asked for",
)
"""Reasons offered for N/A; another may be written."""

QUOTES = 2
PLACED = 4  # findings for a person that are named with their places
QUOTE_LENGTH = 120

COLUMNS = (
    Column("Section", 8, centre=True),
    Column("ID", 6, wrap=False),
    Column("Question", 26),
    Column("What good looks like", 32),
    Column("Tier", 7),
    Column("Tool's verdict", 10),
    Column("Tool's evidence and place", 56),
    Column("Tool would say", 10),
    Column("Grade", 11, unlocked=True),
    Column("N/A reason", 13, unlocked=True),
    Column("Your evidence and place", 22, unlocked=True),
    Column("Comment", 24, unlocked=True),
    Column("criterion_id", 10, hidden=True),
)
"""The columns of the sheet `Scorecard`; those who read it back find them by these headings."""

BLIND = ("Tool's verdict", "Tool's evidence and place", "Tool would say")
"""What a blind scorecard leaves out."""

SO_FAR = Column("Grades so far", 22)
"""What a sighted second audit, a panel or a consensus sees of the grades before it."""


def scorecard_workbook(
    scorecard: Scorecard,
    rubric: Rubric,
    *,
    as_of: date,
    tool_version: str,
    blind: bool = False,
    auditor: str = "",
    round: str = "first",
    draw: str = "",
    run: str = "",
    input: str = "",
    so_far: Mapping[str, str] | None = None,
) -> bytes:
    """What does an auditor get to grade this plan by? One .xlsx, the same bytes for the same scorecard.

    A `blind` one leaves out the cover, and the tool's verdicts, evidence and score. `so_far` are the grades of others,
    by criterion, for those who may see them. `run` and `input` are the fingerprints of the run and of the plan's file.
    """
    book = new_workbook(f"Scorecard {scorecard.reference}")
    covers = [] if blind else [add_cover(book, scorecard, rubric, as_of)]
    sheet = new_sheet(book, "Scorecard")
    book.active = sheet  # where the auditor begins
    title, lines = header_lines(scorecard, rubric, as_of, blind=blind, draw=draw)
    row = title_rows(sheet, title, lines)
    columns = columns_for(blind=blind, so_far=so_far is not None)
    rows = criterion_rows(scorecard, rubric, columns, so_far or {})
    table(sheet, row, columns, rows, freeze_columns=2)
    page_setup(sheet, f"Scorecard {scorecard.reference}")
    headings = [column.heading for column in columns]
    overall = add_overall(book, scorecard)
    actions = add_actions(book, scorecard)
    guidance = add_guidance(book, rubric, scorecard.reference)
    lists = new_sheet(book, "Lists")
    grades = choices(book, lists, 1, "Grades", offered(blind=blind))
    reasons = choices(book, lists, 2, "NA_reasons", NA_REASONS)
    offer(sheet, headings, row, len(rows), grades, reasons)
    if rubric.bands:
        bands = choices(book, lists, 3, "Bands", [band.name for band in rubric.bands])
        drop_down(overall, OVERALL_CELL, bands, error="Choose one of the rubric's bands.")
    for one in (*covers, sheet, overall, actions, guidance, lists):
        protect(one)
    lists.sheet_state = "hidden"
    identity = {
        "schema": SCHEMA,
        "scorecard": scorecard.reference,
        "id": scorecard.id or "",
        **origin(rubric, tool_version=tool_version, as_of=as_of, auditor=auditor, round=round, blind=blind),
        "draw": draw,
        "run": run,
        "input": input,
    }
    add_meta(book, identity)
    return workbook_bytes(book)


def offered(*, blind: bool) -> tuple[str, ...]:
    """The choices of a grade: what the tool would say can be accepted where it is seen."""
    return GRADES if blind else (*GRADES, AS_TOOL)


def columns_for(*, blind: bool, so_far: bool) -> list[Column]:
    """The columns of a scorecard: no verdicts of the tool when blind, others' grades where they may be seen."""
    columns = [column for column in COLUMNS if not (blind and column.heading in BLIND)]
    if so_far:
        columns.insert([column.heading for column in columns].index("Grade"), SO_FAR)
    return columns


def criterion_rows(
    scorecard: Scorecard, rubric: Rubric, columns: Sequence[Column], so_far: Mapping[str, str]
) -> list[list[str]]:
    """One row a criterion, in the rubric's order of sections, with the cells of these columns."""
    results = {result.id: result for result in with_own_labels(scorecard).criteria}
    items = {item.subject: item for item in scorecard.plan.items}
    criteria = [one for one in rubric.criteria if one.id in results]
    criteria.sort(key=lambda one: section_rank(one.section))
    rows = []
    for criterion in criteria:
        cells = _cells(criterion, results[criterion.id], items) | {SO_FAR.heading: so_far.get(criterion.id, "")}
        rows.append([cells.get(column.heading, "") for column in columns])
    return rows


def _cells(criterion: Criterion, result: CriterionResult, items: dict[str, ItemRead]) -> dict[str, str]:
    return {
        "criterion_id": criterion.id,
        "Section": section_short(criterion.section),
        "ID": criterion.id,
        "Question": criterion.question,
        "What good looks like": criterion.guidance.good,
        "Tier": str(criterion.tier),
        "Tool's verdict": str(result.verdict),
        "Tool's evidence and place": evidence_words(result, items),
        "Tool would say": would_say(result),
    }


def would_say(result: CriterionResult) -> str:
    """What the tool would grade a criterion that waits for a person, all its findings together; "" where it would not.

    Of one that the rules settled it has said so already.
    """
    if result.verdict is not Verdict.NEEDS_PERSON:
        return ""
    verdict, _ = share(one.proposed or one.verdict for one in result.findings)
    return "" if verdict is Verdict.NEEDS_PERSON else str(verdict)


def evidence_words(result: CriterionResult, items: dict[str, ItemRead]) -> str:
    """What the tool found under one criterion, in few words and with short quotes and places.

    What is certainly wrong comes first and says so; then what waits for a person is named. Lines that are perhaps met
    are counted; where there are no others, one is shown for all.
    """
    asked = [one for one in result.findings if one.verdict is not Verdict.NOT_APPLICABLE]
    lines_asked = _each_line_once(asked)
    wrong = [one for one in lines_asked if one.verdict in GAPS]
    people = sorted(
        (one for one in lines_asked if one.verdict is Verdict.NEEDS_PERSON), key=lambda one: one.proposed not in GAPS
    )
    doubted = [one for one in people if one.proposed is not Verdict.MET]
    shown = wrong or doubted or people[:1] or asked[:1]
    lines = [_counted(asked)] if len(result.items_asked) > 1 else []
    lines += [line for same in _by_what_is_said(shown)[:QUOTES] for line in _said_of(same, items)]
    if left := [one for same in _by_what_is_said(shown)[QUOTES:] for one in same]:
        lines.append(f"Also: {_names(left, items)}")
    if wrong and doubted:
        lines.append(f"For a person: {_by_proposal(doubted, items)}")
    return "\n".join(lines)


def _by_what_is_said(findings: Sequence[Finding]) -> list[list[Finding]]:
    """The findings of lines with the same to say of them together: a person is asked once, with the list of lines."""
    same: dict[object, list[Finding]] = {}
    for number, one in enumerate(findings):
        alike = (one.note, one.verdict, one.proposed) if "." in one.subject and one.note else number
        same.setdefault(alike, []).append(one)
    return list(same.values())


def _said_of(same: Sequence[Finding], items: dict[str, ItemRead]) -> list[str]:
    """One finding with its place and words; several that say the same in one sentence, with the words of the first."""
    if len(same) == 1:
        return _finding_lines(same[0], items)
    lines = [f"{_names(same, items)}: {_verdict_and_note(same[0])}"]
    for one in same[:QUOTES]:
        (head, *words) = _finding_lines(one._replace(note="", proposed=None), items)
        lines += [f"{head.rpartition(': ')[0]}: {words[0]}"] if words else []
    return lines


def _names(findings: Sequence[Finding], items: dict[str, ItemRead]) -> str:
    return ", ".join(dict.fromkeys(named(one.subject, items) for one in findings))


def _verdict_and_note(finding: Finding) -> str:
    proposed = f" Perhaps {finding.proposed}." if finding.proposed else ""
    said = f"{finding.verdict}. {finding.note}" if finding.verdict in GAPS else finding.note or f"{finding.verdict}."
    return f"{said.rstrip()}{proposed}"


def _each_line_once(findings: Sequence[Finding]) -> list[Finding]:
    """A line that falls short in two ways, as one finding that says both; others as they are."""
    same: dict[object, list[Finding]] = {}
    for one in findings:
        same.setdefault((one.subject, one.verdict, one.proposed) if "." in one.subject else one, []).append(one)
    return [
        first._replace(
            note=" ".join(dict.fromkeys(one.note for one in (first, *more) if one.note)),
            evidence=tuple(dict.fromkeys(place for one in (first, *more) for place in one.evidence)),
        )
        for first, *more in same.values()
    ]


def _by_proposal(people: Sequence[Finding], items: dict[str, ItemRead]) -> str:
    """ "F.4 (page 3), F.14 (page 4): perhaps not met; F.9 (page 4)."; the places only where they are few."""
    by: dict[str, list[str]] = {}
    for one in people:
        where = place_of(one, items) if len(people) <= PLACED else ""
        said = f": perhaps {one.proposed}" if one.proposed else ""
        by.setdefault(said, []).append(f"{named(one.subject, items)} ({where})" if where else named(one.subject, items))
    return "; ".join(f"{', '.join(subjects)}{said}" for said, subjects in by.items()) + "."


def _counted(asked: Sequence[Finding]) -> str:
    """ "9 of 12 met."; where some wait, what is certain first: "1 of 16 not met; 2 need a person (2 perhaps met)."."""
    waiting = [one for one in asked if one.verdict is Verdict.NEEDS_PERSON]
    if not waiting:
        return f"{sum(one.verdict is Verdict.MET for one in asked)} of {len(asked)} met."
    firm = [one.verdict for one in asked]
    parts = [f"{firm.count(verdict)} of {len(asked)} {verdict}" for verdict in GAPS if verdict in firm]
    proposed = [one.proposed for one in waiting]
    said = [f"{proposed.count(verdict)} perhaps {verdict}" for verdict in Verdict if verdict in proposed]
    if said and None in proposed:
        said.append(f"{proposed.count(None)} that the tool cannot tell")
    perhaps = f" ({', '.join(said)})" if said else ""
    need = f"need{'s' if len(waiting) == 1 else ''} a person"
    whole = "" if parts else f" of {len(asked)}"
    return "; ".join([*parts, f"{len(waiting)}{whole} {need}{perhaps}"]) + "."


def _finding_lines(finding: Finding, items: dict[str, ItemRead]) -> list[str]:
    where = place_shown(finding, items)
    label = capital(headed(finding.subject, items))
    lines = [f"{label}{f' ({where})' if where else ''}: {_verdict_and_note(finding)}"]
    words, more = placed_quotes(finding, items, QUOTE_LENGTH)
    if any(one.at for one in words):
        left = f"; and {count(more, 'more place')}" if more else ""
        return [*lines, "; ".join(f"“{one.text}” ({one.at})" if one.at else f"“{one.text}”" for one in words) + left]
    if len(words) > 1 and len(words[0].text) + len(words[1].text) <= QUOTE_LENGTH:
        return [*lines, f"“{words[0].text}”, “{words[1].text}”"]
    return lines + [f"“{one.text}”" for one in words[:1]]


def offer(sheet: Worksheet, headings: list[str], header: int, rows: int, grades: str, reasons: str) -> None:
    """The drop-downs, the colours of the verdicts, and the mark on a cell that still wants its reason."""
    from openpyxl.styles import Border, Side
    from openpyxl.utils import get_column_letter

    if not rows:
        return
    first, last = header + 1, header + rows
    letters = {heading: get_column_letter(number) for number, heading in enumerate(headings, start=1)}
    cells = {heading: f"{letter}{first}:{letter}{last}" for heading, letter in letters.items()}
    drop_down(sheet, cells["Grade"], grades, error="Choose one of the words in the list.")
    drop_down(sheet, cells["N/A reason"], reasons, strict=False)
    colour_verdicts(sheet, cells["Grade"], {Verdict.NOT_APPLICABLE: "N/A"})
    thick = Side(style="medium", color="B10E1E")
    wanted = Border(left=thick, right=thick, top=thick, bottom=thick)
    grade, reason, comment = (letters[one] for one in ("Grade", "N/A reason", "Comment"))
    missing = f'AND(${grade}{first}="N/A",LEN(TRIM(${reason}{first}))=0)'
    sheet.conditional_formatting.add(cells["N/A reason"], _rule(missing, wanted))
    if "Tool's verdict" in letters:
        tool, said = letters["Tool's verdict"], letters["Tool would say"]
        colour_verdicts(sheet, cells["Tool's verdict"])  # what it would say is no verdict, and has no colour
        differs = (
            f'AND(${grade}{first}<>"",${grade}{first}<>"{AS_TOOL}",${tool}{first}<>"needs a person",'
            f"${grade}{first}<>${tool}{first},"
            f'NOT(AND(${grade}{first}="N/A",${tool}{first}="not applicable")),LEN(TRIM(${comment}{first}))=0)'
        )
        sheet.conditional_formatting.add(cells["Comment"], _rule(differs, wanted))
        nothing = f'AND(${grade}{first}="{AS_TOOL}",${tool}{first}="needs a person",${said}{first}="")'
        sheet.conditional_formatting.add(cells["Grade"], _rule(nothing, wanted))


def _rule(formula: str, border: Border) -> Rule:
    """A conditional format: this border where the formula holds."""
    from openpyxl.formatting.rule import FormulaRule

    return cast("Rule", FormulaRule([formula], border=border))  # type: ignore[no-untyped-call]
