"""What reaches the person's screen: results on stdout, everything else on stderr, no control characters from a file."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import TextIOWrapper
from typing import TYPE_CHECKING, Any, Protocol, TextIO, overload

from ehcp_audit.unseen import printable as printable

if TYPE_CHECKING:
    from pathlib import Path

    from rich.console import Console


@dataclass
class Settings:
    """What the options shared by all commands ask for."""

    quiet: bool = False
    verbose: bool = False
    debug: bool = False
    color: str | None = None  # None: not said on the command line
    stage: str = ""  # what is being done, for the one line of a crash


settings = Settings()


class Advance(Protocol):
    """Called with how many are done, and of how many."""

    def __call__(self, done: int, total: int, /) -> None: ...


def prepare_streams() -> None:
    """Make stdout and stderr take any character: a pipe on Windows is cp1252 and would crash at the first tick.

    A piped stream speaks UTF-8 unless the user chose an encoding with PYTHONIOENCODING; what the encoding does not
    hold is replaced, never raised.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            chosen = stream.isatty() or os.environ.get("PYTHONIOENCODING")
            stream.reconfigure(encoding=None if chosen else "utf-8", errors="replace")


def name_of(path: str | os.PathLike[str]) -> str:
    """A file's name or path as it may be printed: on one line, nothing in it able to steer a terminal."""
    return printable(os.fspath(path)).replace("\n", "\\n").replace("\t", "\\t")


def show(text: str) -> None:
    """Print a result; nothing at all where there is none."""
    if not text:
        return
    sys.stdout.write(text if text.endswith("\n") else text + "\n")


def show_lines(*lines: str) -> None:
    """Print lines of a result, none of them wider than the screen; a line that goes on is moved in below its words."""
    from textwrap import fill

    width = _width(sys.stdout)
    for line in lines:
        text = printable(line)
        show(
            fill(text, width, subsequent_indent=_hang(text, width), break_long_words=False, break_on_hyphens=False)
            or "\n"
        )


def _hang(line: str, width: int) -> str:
    """How far the rest of a line is moved in: to the words after a name and a gap ("kappa    0.71"), else by two."""
    gap = re.match(r" *\S+(?: \S+)* {2,}(?=\S)", line)
    if gap is not None and gap.end() <= width // 2:
        return " " * gap.end()
    return " " * (len(line) - len(line.lstrip()) + 2)


def _width(stream: TextIO) -> int:
    """The terminal's width; 80 where the stream is none."""
    from shutil import get_terminal_size

    return get_terminal_size().columns if stream.isatty() else 80


def show_json(value: Any, *, indent: int | None = 2) -> None:
    """Print a value as JSON, in the order it was built."""
    import json

    show_json_text(json.dumps(value, ensure_ascii=False, indent=indent))


def show_json_text(text: str) -> None:
    """Print JSON: where stdout cannot hold a character, its JSON escape stands for it."""
    show(text if speaks_utf8() and not any("\ud800" <= one <= "\udfff" for one in text) else _escaped(text))


def show_csv_text(text: str) -> None:
    """Print CSV: without the byte order mark and line ends that Excel wants of a file."""
    show(text.removeprefix("\ufeff").replace("\r\n", "\n"))


@overload
def output_file(name: str, *, force: bool) -> Path: ...
@overload
def output_file(name: str | None, *, force: bool) -> Path | None: ...
def output_file(name: str | None, *, force: bool) -> Path | None:
    """The file that `-o` names; refused before any work when it is there already or cannot be written."""
    if name is None:
        return None
    from pathlib import Path

    from ehcp_audit.errors import AuditError

    path = Path(name)
    if path.is_dir():
        raise AuditError(f"{name} is a folder. Name a file to write.")
    if os.path.lexists(path) and not force:
        raise AuditError(f"{name} exists already. Name another file, or say --force to replace it.")
    if not path.parent.is_dir():
        raise AuditError(f"{name} cannot be written: there is no folder {path.parent}. Make it, or name another file.")
    if not os.access(path.parent, os.W_OK):
        raise AuditError(f"{name} cannot be written: you may not write in {path.parent}. Name another file.")
    return path


def save(target: Path, data: bytes, *, force: bool) -> None:
    """Write a file whole or not at all, and say that it is there."""
    from ehcp_audit import saving

    saving.save(target, data, force=force)
    say(f"Written: {name_of(target)}")


def say(text: str) -> None:
    """Tell the person something that is not the result, unless they asked for quiet."""
    if not settings.quiet:
        complain(text)


def detail(text: str) -> None:
    """Tell it only to those who asked with -v."""
    if settings.verbose:
        complain(text)


def complain(text: str) -> None:
    """Say what went wrong; quiet does not silence it. In a terminal no word is broken at the edge."""
    text = printable(text)
    if sys.stderr.isatty():
        from textwrap import fill

        width = _width(sys.stderr)
        lines = text.split("\n")
        text = "\n".join(fill(line, width, break_long_words=False, break_on_hyphens=False) for line in lines)
    print(text, file=sys.stderr)


def colour_wanted() -> bool | None:
    """Whether colour was asked for (True), refused (False) or is left to the terminal (None)."""
    if settings.color is None and os.environ.get("NO_COLOR"):
        return False
    from ehcp_audit.cli.settings import setting

    return {"always": True, "never": False}.get(setting("color", settings.color))


def console(*, stderr: bool = False, file: Any = None) -> Console:
    """A rich console that prints plain text as plain text: no markup, no emoji, no highlighting."""
    from rich.console import Console

    wanted = colour_wanted() if file is None else False
    stream = file or (sys.stderr if stderr else sys.stdout)
    terminal = hasattr(stream, "isatty") and stream.isatty()
    return Console(
        file=stream,
        force_terminal=True if wanted else None,
        no_color=wanted is False,
        markup=False,
        emoji=False,
        highlight=False,
        soft_wrap=False,
        width=None if terminal else 80,
        legacy_windows=False if not terminal else None,
    )


@contextmanager
def progress(what: str) -> Iterator[Advance | None]:
    """A progress bar on stderr for the time of the block; None when stderr is no terminal or quiet was asked for."""
    if settings.quiet or not sys.stderr.isatty():
        yield None
        return
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    bar = Progress(
        TextColumn(what),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        console=console(stderr=True),
        transient=True,
    )
    with bar:
        task = bar.add_task(what, total=None)

        def advance(done: int, total: int, /) -> None:
            bar.update(task, completed=done, total=total)

        yield advance


def speaks_utf8() -> bool:
    """Can stdout hold every character?"""
    return (getattr(sys.stdout, "encoding", None) or "utf-8").lower().replace("-", "").replace("_", "") == "utf8"


def _escaped(text: str) -> str:
    """JSON text in ASCII: outside ASCII only strings hold characters, and there each has its escape."""
    import json

    return "".join(one if one.isascii() else json.dumps(one)[1:-1] for one in text)
