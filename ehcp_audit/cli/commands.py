"""The app as Typer's command, quickly: only the command that is called is built with its options.

Typer builds every command of an app before it looks at the command line: it reads the signatures of all of them, which
costs as much as all that `--help` prints. A list of commands needs no more of each than its name and what it says it
does.
"""

from __future__ import annotations

import copy
import inspect
from collections.abc import Callable
from functools import partial
from typing import Any, cast

import typer
from typer.core import TyperCommand, TyperGroup
from typer.models import CommandInfo, TyperInfo


class Commands(TyperGroup):
    """Commands that stand in the list by name and words, and are built when they are called."""

    def __init__(self, **about: Any) -> None:
        super().__init__(**about)
        self.built: dict[str, Callable[[], Any]] = {}

    def add(self, name: str, words: str, build: Callable[[], Any]) -> None:
        """A command of this name, in words for the list, and how to build it."""
        self.commands[name] = TyperCommand(name, help=words)
        self.built[name] = build

    def resolve_command(self, ctx: Any, args: list[str]) -> tuple[str | None, Any, list[str]]:
        """The command that the arguments name, whole, with the arguments that are for it."""
        name, command, rest = super().resolve_command(ctx, args)
        if name in self.built:
            command = self.commands[name] = self.built.pop(name)()
        return name, command, rest


def command_of(app: typer.Typer) -> Commands:
    """What typer.main.get_command(app) gives, with its commands yet to be built."""
    bare = copy.copy(app)
    bare.registered_commands, bare.registered_groups = [], []
    bare.info = copy.copy(app.info)
    bare.info.cls = Commands
    group = cast("Commands", typer.main.get_command(bare))
    for command in app.registered_commands:
        function: Any = command.callback
        name = command.name or function.__name__.replace("_", "-")
        group.add(name, inspect.getdoc(function) or "", partial(_command, command))
    for inner in app.registered_groups:
        own: Any = inner.typer_instance
        group.add(str(inner.name), str(own.info.help), partial(_group, inner))
    return group


def _command(one: CommandInfo) -> Any:
    """One command, built as Typer builds it."""
    app = _empty()
    app.registered_commands.append(one)
    command = typer.main.get_command(app)
    for parameter in command.params:
        _ask_when_given(parameter)
    return command


def _ask_when_given(parameter: Any) -> None:
    """Let Typer make what understands an option's value when there is one: a command has twenty, and few are given."""
    process, single = parameter.process_value, parameter.nargs == 1 and not parameter.multiple
    skips = single and not parameter.required and parameter.callback is None
    parameter.process_value = lambda ctx, value: None if value is None and skips else process(ctx, value)


def _group(one: TyperInfo) -> Any:
    """One group of commands, built as Typer builds it."""
    app = _empty()
    app.registered_groups.append(one)
    return cast("TyperGroup", typer.main.get_command(app)).commands[str(one.name)]


def _empty() -> typer.Typer:
    return typer.Typer(rich_markup_mode=None, pretty_exceptions_enable=False, add_completion=False)
