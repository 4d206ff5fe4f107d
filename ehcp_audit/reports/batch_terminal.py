"""What `batch` prints at the end: the sample in under 25 lines, then what to open."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from ehcp_audit.reports.console import say
from ehcp_audit.reports.figures import Figures, figures
from ehcp_audit.reports.priorities import look_first_at, nothing_certain, priorities
from ehcp_audit.same_plans import twice_words
from ehcp_audit.styling import UNREADABLE, count, join_words, percent, shortened

if TYPE_CHECKING:
    from rich.console import Console

    from ehcp_audit.rubric import Rubric
    from ehcp_audit.runs import Run

INDENT = 18
WORST = 5


def show_batch(console: Console, run: Run, rubric: Rubric, folder: Path, *, scorecards: bool = True) -> None:
    """Print the headline of a run and what to open next."""
    numbers = figures(run, rubric)
    say(console, (f"Dip sample of {count(numbers.plans, 'plan')}", "bold"), f", {rubric.title}")
    for name, words in _lines(run, numbers):
        say(console, (f"{name:<{INDENT}}", "bold"), words, hang=INDENT)
    _show_worst(console, numbers)
    _show_next(console, folder, scorecards)


def _lines(run: Run, numbers: Figures) -> list[tuple[str, str]]:
    parts = f"; {numbers.parts_words}" if numbers.parts else ""
    lines = [("Plans read", f"{numbers.read + numbers.parts} of {numbers.plans}{_unread(run)}{parts}")]
    if twice := twice_words(run.scorecards):
        lines.append(("Same plan twice?", twice))
    if numbers.coverage is not None:
        lines.append(("Judged so far", f"{percent(numbers.coverage)} of the weight; the rest needs a person"))
    if numbers.mean is not None:
        spread = f"lowest {percent(numbers.lowest)}, highest {percent(numbers.highest)}"
        spread += " of what was judged" if numbers.open else ", by these checks"
        lines.append(("Mean plan score", f"{numbers.mean_words}; {spread}"))
    if numbers.bar is not None:
        lines.append((f"Reach {percent(numbers.bar)}", numbers.bar_words))
    lines.append(("Statutory gate", numbers.gate_sentence))
    if numbers.apart:
        lines.append(("Apart", f"{count(numbers.apart, 'plan')} picked for risk or a theme, in no figure here"))
    if numbers.weighted:
        lines.append(("Strata weighed", f"{numbers.weighted} reach the bar when each stratum counts for its size"))
    if numbers.warning:
        lines.append(("Small sample", numbers.warning))
    return lines


def _unread(run: Run) -> str:
    if not run.unreadable:
        return ""
    shown = [f"{one.reference}: {UNREADABLE.get(one.kind, one.kind)}" for one in run.unreadable[:3]]
    more = len(run.unreadable) - len(shown)
    return f" ({join_words([*shown, *([f'{more} more'] if more else [])])})"


def _show_worst(console: Console, numbers: Figures) -> None:
    needs = priorities(numbers.criteria)[:WORST]
    if needs:
        say(
            console,
            ("Work on first", "bold"),
            " (the law first; plans that seem to fall short, of those it applies to)",
        )
    else:
        say(console, f"{nothing_certain(numbers.criteria)}, in {count(numbers.read, 'plan')}.")
    for one in needs:
        counts = f"{one.short} of {one.applies}"
        head = f"{one.criterion.id:<5}{counts:>9}  "
        say(console, (head, "bold"), shortened(one.criterion.question, console.width - len(head) - 2), indent=2)
    doubts = look_first_at(numbers.criteria)
    if doubts:
        ids = [f"{one.criterion.id} ({one.doubted})" for one in doubts[:WORST]]
        more = len(doubts) - len(ids)
        listed = join_words([*ids, *([f"{more} more"] if more else [])])
        say(console, ("Not judged, look first", "bold"), f" (plans): {listed}", hang=2)


def _show_next(console: Console, folder: Path, scorecards: bool) -> None:
    say(console, ("Open next", "bold"))
    files = [
        ("report.html", "the sample on one page, for the meeting"),
        ("summary.xlsx", "plans by criteria, training needs"),
    ]
    if scorecards:
        files.append(("scorecards", "one workbook a plan, for the auditors"))
    files.append(("references.csv", "which file each reference is; keep it here"))
    longest = max(len(str(folder / name)) for name, _what in files)
    for name, what in files:
        path = str(folder / name)
        say(console, f"{path:<{longest}}  {what}", indent=2, hang=2)
