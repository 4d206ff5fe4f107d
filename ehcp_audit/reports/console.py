"""Words on a console: wrapped, indented, and never able to act.

Plan text is printed as plain text, never as markup; control characters are shown as escapes; a character that the
console's encoding lacks becomes a question mark instead of an error.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from ehcp_audit.unseen import visible

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

Part = str | tuple[str, str]
"""Words, or words with a rich style."""

_PLAINER = str.maketrans(
    {
        "\u2010": "-",
        "\u2011": "-",
        "\u2212": "-",
        "\u2192": "->",
        "\u2190": "<-",
        "\u2264": "<=",
        "\u2265": ">=",
        "\u2713": "x",
        "\u2714": "x",
        "\u2610": "[ ]",
        "\u2611": "[x]",
        "\u2612": "[x]",
        "\u25cf": "\u2022",
        "\u25aa": "\u2022",
        "\u00bd": "1/2",
    }
)


def printable(console: Console, text: str) -> str:
    """The words as this console can print them."""
    shown = visible(text)
    try:
        shown.encode(console.encoding)
    except (UnicodeEncodeError, LookupError):
        encoding = console.encoding if _known(console.encoding) else "ascii"
        shown = shown.translate(_PLAINER).encode(encoding, "replace").decode(encoding)
    return shown


def _known(encoding: str) -> bool:
    try:
        "".encode(encoding)
    except LookupError:
        return False
    return True


def say(console: Console, *parts: Part, indent: int = 0, hang: int = 0, style: str = "") -> None:
    """Print one paragraph, wrapped to the console's width; lines after the first are moved in by `hang` more."""
    from rich.text import Text

    text = Text(style=style)
    for part in parts:
        words, how = (part, "") if isinstance(part, str) else part
        text.append(printable(console, words), how)
    width = max(20, console.width - indent - hang)
    lines = _hanging(console, text, width, hang)
    for number, line in enumerate(lines):
        line.rstrip()
        margin = Text(" " * (indent + (hang if number else 0)))
        console.print(margin + line, no_wrap=True, overflow="ignore", crop=False, highlight=False)
    if not lines:
        console.print()


def _hanging(console: Console, text: Text, width: int, hang: int) -> list[Text]:
    """The text's lines: the first may be wider by `hang` than the others."""
    if not hang:
        return list(text.wrap(console, width))
    first = text.wrap(console, width + hang)
    if len(first) < 2:
        return list(first)
    head = first[0]
    rest = text[len(head) :]
    rest = rest[len(rest.plain) - len(rest.plain.lstrip()) :]
    return [head, *rest.wrap(console, width)]


def heading(console: Console, words: str, *, mark: str = "=") -> None:
    """Print a heading with a rule of its own length below it, so that it shows without colour too."""
    say(console, "")
    say(console, words, style="bold")
    say(console, mark * min(len(words), console.width))


def bullets(console: Console, lines: Iterable[str], *, indent: int = 2) -> None:
    """Print each line as a list entry."""
    for line in lines:
        say(console, f"- {line}", indent=indent, hang=2)
