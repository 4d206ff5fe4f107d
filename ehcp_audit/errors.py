"""What can go wrong, and the exit codes that scripts may rely on.

Every message finishes the sentence: what is wrong, where, and what to do next. None holds a word of a plan.
"""

from __future__ import annotations

from collections.abc import Sequence
from difflib import get_close_matches
from enum import IntEnum
from typing import Literal, get_args


class ExitCode(IntEnum):
    """How a command ended. 3 wins over 1."""

    DONE = 0
    GATE_NOT_PASSED = 1
    COULD_NOT = 2
    SOME_UNREADABLE = 3
    INTERRUPTED = 130


class AuditError(Exception):
    """Something asked for could not be done. Its message is for the person at the keyboard."""

    exit_code = ExitCode.COULD_NOT


class ManyErrors(AuditError):  # noqa: N818  (several, in one)
    """Several mistakes found in one pass, one line each."""

    def __init__(self, messages: Sequence[str]) -> None:
        self.messages = tuple(messages)
        super().__init__("\n".join(self.messages))


class UnreadableError(AuditError):
    """A file that cannot be read: its kind (one of KINDS) and the sentence that says what to do."""

    exit_code = ExitCode.SOME_UNREADABLE

    def __init__(self, kind: str, reason: str) -> None:
        if kind not in KINDS:
            raise ValueError(f"no such kind of unreadable file: {kind}")
        self.kind = kind
        self.reason = reason
        super().__init__(reason)


Kind = Literal[
    "empty_file",
    "not_a_document",
    "legacy_format",
    "encrypted",
    "damaged",
    "no_text",
    "unreadable_text",
    "too_large",
    "timed_out",
    "out_of_memory",
    "crashed",
    "not_readable",
    "not_found",
    "not_a_plan",
]
"""Every way in which a file can be refused, as a type."""

KINDS: tuple[str, ...] = get_args(Kind)
"""Every way in which a file can be refused."""


def why(error: OSError) -> str:
    """The system's own words for what went wrong, as they stand within a sentence."""
    return (error.strerror or type(error).__name__).lower()


def did_you_mean(name: str, known: Sequence[str]) -> str:
    """The end of a sentence about an unknown name: a suggestion where one is near, else what is allowed."""
    near = get_close_matches(name.lower(), [one.lower() for one in known], n=1, cutoff=0.6)
    if near:
        return f"Did you mean '{next(one for one in known if one.lower() == near[0])}'?"
    return "It may be " + ", ".join(known) + "."
