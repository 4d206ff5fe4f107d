"""`wording`: try a sentence as an outcome or as provision."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from ehcp_audit.cli import screen, settings
from ehcp_audit.errors import AuditError, ManyErrors, did_you_mean

if TYPE_CHECKING:
    from ehcp_audit.language.outcomes import OutcomeWording
    from ehcp_audit.language.provision import ProvisionWording

KINDS = ("outcome", "provision")
OUTCOME_KEYS: tuple[str, ...] = (
    "specific",
    "measurable",
    "time_bound",
    "is_provision",
    "is_aspiration",
    "person_centred",
    "multiple",
    "time_phrase",
    "vague_terms",
    "overall",
    "notes",
)
PROVISION_KEYS: tuple[str, ...] = ("specific_type", "quantified", "who", "vague_terms", "overall", "notes")


def wording(
    text: Annotated[
        str | None, typer.Argument(metavar="[TEXT]", help="A sentence; '-' or nothing reads stdin.")
    ] = None,
    kind: Annotated[str, typer.Option("--as", metavar="outcome|provision", help="What the sentence is.")] = "outcome",
    input: Annotated[
        str | None,
        typer.Option("--input", metavar="FILE.jsonl", help='Lines of {"id": "...", "text": "..."}; \'-\' is stdin.'),
    ] = None,
    format: Annotated[
        str | None, typer.Option("--format", metavar="terminal|jsonl", help="How to print. [terminal]")
    ] = None,
    rubric: Annotated[
        str | None, typer.Option("--rubric", metavar="NAME|FILE", help="The rubric whose word lists are asked.")
    ] = None,
) -> int:
    """Say whether an outcome is SMART, or provision specified."""
    if kind not in KINDS:
        raise AuditError(f"--as takes outcome or provision, not '{kind}'. {did_you_mean(kind, KINDS)}")
    from ehcp_audit.reports.wording_terminal import show_wording

    how = settings.choose_format(format, ("terminal", "jsonl"))
    lines = _sentences(text, input)
    with _lists_of(rubric):
        for id, sentence in lines:
            if how == "jsonl":
                answer = {"schema": "ehcp-audit/wording/1", "id": id, "as": kind, **judged(sentence, kind)}
                screen.show_json(answer, indent=None)
            else:
                show_wording(screen.console(), sentence, wording_of(sentence, kind), id)
    return 0


def _lists_of(rubric: str | None) -> AbstractContextManager[None]:
    """The word lists as this rubric changes them; the shipped ones where none is named."""
    if rubric is None:
        return nullcontext()
    from ehcp_audit.language.wordlists import using
    from ehcp_audit.rubric import load_rubric

    return using(load_rubric(rubric).word_changes)


def wording_of(sentence: str, kind: str) -> OutcomeWording | ProvisionWording:
    """The sentence with every element found in it."""
    if kind == "outcome":
        from ehcp_audit.language.outcomes import outcome_wording

        return outcome_wording(sentence)
    from ehcp_audit.language.provision import provision_wording

    return provision_wording(sentence)


def judged(sentence: str, kind: str) -> dict[str, Any]:
    """What is said of one sentence: the keys of commands.md."""
    found = wording_of(sentence, kind)
    values = {key: getattr(found, key) for key in (OUTCOME_KEYS if kind == "outcome" else PROVISION_KEYS)}
    return {key: list(value) if isinstance(value, tuple) else value for key, value in values.items()}


def _sentences(text: str | None, input: str | None) -> list[tuple[str | None, str]]:
    if input is not None and text is not None:
        raise AuditError("Give a sentence or --input FILE, not both.")
    if input is not None:
        return list(_input_lines(input))
    if text is None or text == "-":
        if text is None and sys.stdin.isatty():
            raise AuditError("Give a sentence in quotation marks, or --input FILE with one JSON object a line.")
        text = sys.stdin.read()
    if not text.strip():
        raise AuditError("There is no sentence to look at. Give one in quotation marks.")
    return [(None, text.strip())]


def _input_lines(input: str) -> Iterator[tuple[str | None, str]]:
    """The id and text of each line; every bad line is named at once."""
    try:
        raw = sys.stdin.buffer.read() if input == "-" else Path(input).read_bytes()
        content = raw.decode("utf-8-sig")
    except FileNotFoundError:
        raise AuditError(
            f"There is no file {input}. Give --input the path of a file with one JSON object a line."
        ) from None
    except (OSError, UnicodeDecodeError):
        raise AuditError(
            f"{input} cannot be read as UTF-8 text. Check that it is a .jsonl file that you may open."
        ) from None
    mistakes, found = [], []
    for number, row in rows_of_text(content):
        if row is None:
            mistakes.append(f'{input}:{number}: this line should be {{"id": "...", "text": "..."}}.')
        else:
            found.append((row.get("id"), row["text"]))
    if mistakes:
        raise ManyErrors(mistakes)
    yield from found


def rows_of_text(content: str) -> Iterator[tuple[int, dict[str, Any] | None]]:
    """Each line that is not blank, by its number: its JSON object, None where it is none with a text."""
    import json

    for number, line in enumerate(content.split("\n"), 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except ValueError:
            row = None
        yield number, row if isinstance(row, dict) and isinstance(row.get("text"), str) else None
