"""`wording`: try a sentence as an outcome or as provision."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any

import typer

from ehcp_audit.cli import screen, settings
from ehcp_audit.errors import AuditError, ManyErrors, did_you_mean

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
) -> int:
    """Say whether a sentence is a specific, measurable outcome, or specified provision."""
    if kind not in KINDS:
        raise AuditError(f"--as takes outcome or provision, not '{kind}'. {did_you_mean(kind, KINDS)}")
    how = settings.choose_format(format, ("terminal", "jsonl"))
    lines = _sentences(text, input)
    for id, sentence in lines:
        answer = {"schema": "ehcp-audit/wording/1", "id": id, "as": kind, **judged(sentence, kind)}
        if how == "jsonl":
            screen.show_json(answer, indent=None)
        else:
            _show(sentence, answer)
    return 0


def judged(sentence: str, kind: str) -> dict[str, Any]:
    """What is said of one sentence: the keys of commands.md."""
    if kind == "outcome":
        from ehcp_audit.language.outcomes import outcome_wording

        found: Any = outcome_wording(sentence)
        keys = OUTCOME_KEYS
    else:
        from ehcp_audit.language.provision import provision_wording

        found = provision_wording(sentence)
        keys = PROVISION_KEYS
    values = {key: getattr(found, key) for key in keys}
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
    import json

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
    for number, line in enumerate(content.split("\n"), 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except ValueError:
            row = None
        if not isinstance(row, dict) or not isinstance(row.get("text"), str):
            mistakes.append(f'{input}:{number}: this line should be {{"id": "...", "text": "..."}}.')
        else:
            found.append((row.get("id"), row["text"]))
    if mistakes:
        raise ManyErrors(mistakes)
    yield from found


def _show(sentence: str, answer: dict[str, Any]) -> None:
    """The answer in words: yes and no, never colour alone."""
    title = sentence if answer["id"] is None else f"{answer['id']}: {sentence}"
    screen.show(screen.printable(title))
    screen.show(f"  overall: {answer['overall']}")
    for name, value in answer.items():
        if isinstance(value, bool):
            screen.show(f"  {name.replace('_', ' ')}: {'yes' if value else 'no'}")
    if answer.get("time_phrase"):
        screen.show(f'  says by when: "{screen.printable(answer["time_phrase"])}"')
    if answer["vague_terms"]:
        screen.show("  vague: " + ", ".join(f'"{screen.printable(term)}"' for term in answer["vague_terms"]))
    notes = answer["notes"] if isinstance(answer["notes"], list) else [answer["notes"]]
    for note in filter(None, notes):
        screen.show(f"  {screen.printable(note)}")
