"""The reference page docs/commands.md, made from the commands themselves: `python -m ehcp_audit.cli.reference`."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import Any

HEAD = """\
# Commands

Made from the program by `python -m ehcp_audit.cli.reference > docs/commands.md`; a test keeps it current.
What the commands print and keep: [data.md](data.md).

## Rules for all commands

- **Exit codes.** 0: done, and the gate was passed. 1: done, the gate was not passed. 2: could not do what was asked: a bad option, a bad rubric or caseload, no plan in the folder or pattern given, an output that cannot be written, any crash. 3: done, but some plans could not be read (a named file that is not there included); all the others were done and every output was written; 3 wins over 1. 130: interrupted.
- **Results go to stdout, everything else to stderr.** A progress bar appears on stderr when it is a terminal. `NO_COLOR=1` or `--color never` turns colour off; colour is never the only mark.
- **PLANS** are files, folders (with all below them) and patterns such as `'drafts/*.docx'`, the same on every system. From a folder come the files with a document's suffix; a file named outright is read whatever its suffix. Office lock files (`~$...`), hidden files, empty cloud placeholders and marked copies of plans that are there too are skipped and named.
- **Outputs** are never overwritten without `--force`.
- **Settings**: an option wins over `EHCP_AUDIT_<NAME>` in the environment, that over `--config FILE`, that over the nearest `ehcp-audit.yml` from the working folder upwards, that over the one in the user's configuration folder, that over what is built in. `ehcp-audit config` shows each value and where it came from.
- **References**: plans are P01, P02, ... in path order. File names, which hold children's names, appear in `references.csv`, in what `check` and `extract` print and in the sentence that refuses a file; nowhere else.
- **The date of the audit** is today unless `--as-of` says otherwise; nothing else reads the clock.
- **Unknown names** get a "did you mean".
- `ehcp-audit --version` prints the version.

Every command also takes `-q` (only results and what went wrong), `-v` (say more, never a word of a plan), `--color auto|always|never`, `--config FILE` and `--debug` (the traceback of an unforeseen error), before or after its name.
"""  # noqa: E501  (a page of prose; its lines are paragraphs)

NOTES = {
    "check": "Default gate (`--fail-on must`): exit code 1 when a `must` finding is not met or partly met; `should` "
    "counts those of `should` too; what needs a person never fails. `--fail-under`: 1 when a plan's percentage is "
    "lower. A selection (`--select`, `--ignore`, `--section`) scores what it selects and gives no band. `csv` is one "
    "finding a line.",
    "batch": "Default gate: none (`--fail-on never`); `--fail-under` is the mean percentage. An existing run folder is "
    "refused without `--force` or `--resume`.",
    "extract": "`jsonl`: one object a line, read or unreadable, in path order.",
    "wording": 'Lines of `--input` are `{"id": "...", "text": "..."}`; output lines repeat the id.',
    "doctor": "Exit code 1 when something is wrong.",
}


def reference() -> str:
    """The page as Markdown."""
    from typer.main import get_command

    from ehcp_audit.cli.app import app

    root = get_command(app)
    return HEAD + "".join(_section(path, command) for path, command in _commands(root, "ehcp-audit"))


def _commands(group: Any, path: str) -> Iterator[tuple[str, Any]]:
    for name, command in group.commands.items():
        if hasattr(command, "commands"):
            yield from _commands(command, f"{path} {name}")
        else:
            yield f"{path} {name}", command


def _section(path: str, command: Any) -> str:
    name = path.removeprefix("ehcp-audit ")
    parameters = [one for one in command.params if "--help" not in one.opts]
    arguments = [one for one in parameters if one.param_type_name == "argument"]
    options = [one for one in parameters if one.param_type_name == "option"]
    usage = " ".join([path, *(_argument(one) for one in arguments), *(_usage(one) for one in options)])
    rows = [f"| `{_argument(one)}` | {_help(one)} |" for one in arguments]
    rows += [f"| `{_cell(', '.join(one.opts) + _metavar(one))}` | {_help(one)} |" for one in options]
    table = "\n| | |\n|---|---|\n" + "\n".join(rows) + "\n" if rows else ""
    note = f"\n{NOTES[name]}\n" if name in NOTES else ""
    return f"\n## {name}\n\n{' '.join((command.help or '').split())}\n\n```\n{usage}\n```\n{table}{note}"


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def _argument(parameter: Any) -> str:
    return f"{parameter.metavar or parameter.name.upper()}{'...' if parameter.nargs == -1 else ''}"


def _usage(option: Any) -> str:
    text = f"{option.opts[0]}{_metavar(option)}"
    return text if option.required else f"[{text}]"


def _metavar(option: Any) -> str:
    return "" if option.is_flag else f" {option.metavar or option.name.upper()}"


def _help(parameter: Any) -> str:
    return _cell(" ".join((parameter.help or "").split()))


if __name__ == "__main__":
    sys.stdout.write(reference())
