"""The questions that a rubric can ask, one file per subject.

A check is one decorated function. The type of its first parameter says what it is asked of (Need, Outcome,
Provision, Item, Section, Plan, Advice); a second positional parameter of type Plan, where there is one, gives it the
rest of the plan; its keyword-only parameters are its options; its docstring is its documentation.
"""

from __future__ import annotations

import builtins
import inspect
import typing
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from types import MappingProxyType
from typing import Any, TypeVar

from ehcp_audit.checks.telling import Telling
from ehcp_audit.model import Answer

SUBJECTS = (
    "adulthood", "advice", "care", "children", "clauses", "dates", "following", "groups", "identity", "needs",
    "outcomes", "placement", "places", "plans", "pronouns", "provision", "sections", "staffing", "staleness",
    "therapy", "thread", "vagueness", "voices", "wording",
)  # fmt: skip
"""The modules of this package that hold checks."""

F = TypeVar("F", bound=Callable[..., Answer])


@dataclass(frozen=True, slots=True)
class Option:
    """A keyword-only parameter of a check: its type and default (`required` when it has none)."""

    name: str
    type: Any
    default: Any
    required: bool


@dataclass(frozen=True, slots=True)
class Check:
    """A check as a rubric sees it."""

    id: str
    function: Callable[..., Answer]
    asked_of: type
    takes_plan: bool
    options: tuple[Option, ...]
    told: Telling | None = None  # how answers that many items of a section share become one of the section
    holds_in_part: bool = False  # what it finds wrong is wrong whatever else the plan holds

    @property
    def documentation(self) -> str:
        return inspect.getdoc(self.function) or ""


_CHECKS: dict[str, Check] = {}


def check(id: str, *, told: Telling | None = None, holds_in_part: bool = False) -> Callable[[F], F]:
    """Make the function below a check that rubrics name by this id.

    With `told`, what many items of a section lack alike is one finding on the section (see checks/telling.py). With
    `holds_in_part`, what is found wrong stands in the words there, so that a document of a part of a plan shows it.
    """

    def register(function: F) -> F:
        if id in _CHECKS:
            raise ValueError(f"two checks are called {id}")
        hints = _hints(function)
        parameters = list(inspect.signature(function).parameters.values())
        positional = [one for one in parameters if one.kind is not one.KEYWORD_ONLY]
        options = tuple(
            Option(
                one.name, hints[one.name], None if one.default is one.empty else one.default, one.default is one.empty
            )
            for one in parameters
            if one.kind is one.KEYWORD_ONLY
        )
        asked_of = hints[positional[0].name]
        _CHECKS[id] = Check(id, function, asked_of, len(positional) > 1, options, told, holds_in_part)
        return function

    return register


def _hints(function: Callable[..., Answer]) -> dict[str, Any]:
    """The types of a check's parameters. Most are plain names, which cost less to look up than to compile."""
    names = vars(builtins) | function.__globals__
    hints = {name: names.get(hint) for name, hint in function.__annotations__.items()}
    return typing.get_type_hints(function) if None in hints.values() else hints


@cache
def checks() -> Mapping[str, Check]:
    """Every check by its id."""
    for subject in SUBJECTS:
        import_module(f"ehcp_audit.checks.{subject}")
    return MappingProxyType(dict(sorted(_CHECKS.items())))
