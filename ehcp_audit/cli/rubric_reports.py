"""What `rubric diff`, `rubric crosswalk` and `rubric validity` print."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ehcp_audit.cli import screen
from ehcp_audit.cli.wording import rows_of_text
from ehcp_audit.errors import AuditError, ManyErrors, why

if TYPE_CHECKING:
    from ehcp_audit.moderation.validity import Validity
    from ehcp_audit.rubric import Rubric
    from ehcp_audit.rubric.crosswalk import Crosswalk
    from ehcp_audit.rubric.differing import Change

MOVES = {
    "score": "moves scores",
    "gate": "moves the statutory gate",
    "band": "moves bands",
    "nothing": "",
}
_SHOWN = 5


def show_differences(one: Rubric, other: Rubric, how: str) -> None:
    """The changes from one rubric to the other, criterion by criterion, and what they move."""
    from ehcp_audit.rubric.differing import differences

    changes = differences(one, other)
    if how == "json":
        stamps = {
            side: {"id": r.id, "version": r.version, "sha256": r.sha256} for side, r in (("a", one), ("b", other))
        }
        listed = [asdict(change) for change in changes]
        screen.show_json({"schema": "ehcp-audit/rubric-diff/1", **stamps, "changes": listed})
        return
    screen.show(f"From {one.id} {one.version} to {other.id} {other.version}")
    before: object = ""
    for change in changes:
        if change.criterion != before:
            screen.show(f"\n{change.criterion or 'The rubric as a whole'}")
            before = change.criterion
        screen.show("  " + screen.printable(_change(change)))
    moving = sorted({str(change.criterion or "the whole") for change in changes if change.moves == "score"})
    if not changes:
        screen.show("Nothing differs that this knows of.")
    elif moving:
        named = ", ".join(moving[:12]) + (f" and {len(moving) - 12} more" if len(moving) > 12 else "")
        screen.show(f"\nScores can move through: {named}.")
        screen.show("Figures by the one rubric and by the other do not make one series.")
    else:
        screen.show("\nNo score can move through these changes.")


def _change(change: Change) -> str:
    moves = f" [{MOVES[change.moves]}]" if MOVES[change.moves] else ""
    if change.what == "added":
        return f"new: {change.after}{moves}"
    if change.what == "removed":
        return f"gone: {change.before}{moves}"
    if change.what == "renamed":
        return f"is called {change.after} now"
    return f"{change.what}: {_short(change.before)} -> {_short(change.after)}{moves}"


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= 160 else f"{words[:157]}..."


def show_crosswalk(walk: Crosswalk, how: str) -> None:
    """How much of either rubric the crosswalk covers, and what enters a comparison."""
    from ehcp_audit.scoring import percent

    cover = {side: percent(walk.coverage(side)) for side in ("left", "right")}
    if how == "json":
        screen.show_json(
            {
                "schema": "ehcp-audit/crosswalk/1",
                "id": walk.id,
                "version": walk.version,
                "left": {"rubric": walk.left.id, "sha256": walk.left.sha256, "coverage": cover["left"]},
                "right": {"rubric": walk.right.id, "sha256": walk.right.sha256, "coverage": cover["right"]},
                "comparable": walk.comparable,
                "concepts": [
                    {
                        "id": one.id,
                        "match": one.match,
                        "compared": one.compared,
                        "left": list(one.left.criteria),
                        "right": list(one.right.criteria),
                    }
                    for one in walk.concepts
                ],
                "forgotten": {side: list(walk.forgotten(side)) for side in ("left", "right")},
            }
        )
        return
    compared = [one for one in walk.concepts if one.compared]
    screen.show(f"{walk.id} {walk.version}: {walk.left.id} (left) and {walk.right.id} (right)")
    screen.show(f"{len(walk.concepts)} concepts, {len(compared)} of them exact or close, which enter a comparison.")
    screen.show(f"It covers {cover['left']}% of the left weight and {cover['right']}% of the right.")
    for one in walk.concepts:
        sides = f"{'+'.join(one.left.criteria) or '-'} = {'+'.join(one.right.criteria) or '-'}"
        screen.show(f"  {one.id}  {one.match}: {sides}{'' if one.compared else '  (not compared)'}")
    if not walk.comparable:
        screen.show("Under half of one side: results are compared concept by concept, never as a whole.")
    for side in ("left", "right"):
        if lost := walk.forgotten(side):
            more = f" and {len(lost) - 12} more" if len(lost) > 12 else ""
            screen.say(f"Mapped nowhere on the {side}: {', '.join(lost[:12])}{more}.")


# --- validity -------------------------------------------------------------------------------------------------


def labelled_rows(path: Path) -> list[dict[str, Any]]:
    """The rows of a labelled file, each with a text. Raises ManyErrors naming every line that is none."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise AuditError(
            f"{screen.name_of(path)} cannot be read ({why(error)}). Check the path and try again."
        ) from None
    except UnicodeDecodeError:
        raise AuditError(f"{screen.name_of(path)} is not UTF-8 text. Save it as UTF-8.") from None
    rows: list[dict[str, Any]] = []
    mistakes = []
    for number, row in rows_of_text(text):
        if row is not None:
            rows.append(row)
        else:
            mistakes.append(f'{screen.name_of(path)}:{number}:1: a row is {{"text": "...", "time_bound": true, ...}}')
    if mistakes:
        raise ManyErrors(mistakes)
    if not rows:
        raise AuditError(f'{screen.name_of(path)} holds no rows. A row is {{"text": "...", "time_bound": true, ...}}.')
    return rows


def show_validity(results: Sequence[Validity], how: str) -> None:
    """A line a label, then the sentences on which the rules and the person differ."""
    from ehcp_audit.moderation.validity import validity_json

    if not results:
        raise AuditError("No row has a label that these rules know, such as time_bound, quantified or overall.")
    if how == "json":
        screen.show_json(validity_json(results))
        return
    width = max(len(one.label) for one in results)
    screen.show(f"{'label':<{width}}     n  precision            recall               F1                   kappa")
    for one in results:
        figures = "  ".join(f"{_figure(one, name):<19}" for name in ("precision", "recall", "f1"))
        agreed = "-" if one.kappa is None else f"{one.kappa:.2f}"
        grades = f" ({one.grades} grades)" if one.grades > 2 else ""
        screen.show(f"{one.label:<{width}}  {one.n:>4}  {figures}  {agreed}{grades}")
    left = sum(one.contested for one in results)
    screen.show("\nIn brackets 95% intervals (Wilson). Of the rows where the label holds; kappa is of all of them.")
    if left:
        screen.show(f"{left} contested labels were left out.")
    for one in results:
        if one.disagreements:
            screen.show(f"\n{one.label}: {len(one.disagreements)} disagreements")
        for each in one.disagreements[:_SHOWN]:
            screen.show(
                screen.printable(f"  {each.id}  person: {each.person}, rules: {each.rules}  {_short(each.text)}")
            )
        if len(one.disagreements) > _SHOWN:
            screen.show(f"  and {len(one.disagreements) - _SHOWN} more (--format json lists all)")


def _figure(one: Validity, name: str) -> str:
    value, ends = getattr(one, name), one.interval(name)
    return "-" if value is None or ends is None else f"{value:.2f} ({ends[0]:.2f}-{ends[1]:.2f})"
