"""Commands that are built when they are called: nobody can tell them from those that Typer builds all at once."""

from __future__ import annotations

import pytest
from typer.main import get_command

from ehcp_audit.cli.app import app
from ehcp_audit.cli.commands import command_of

WHOLE = get_command(app)
PATHS = [
    [],
    *([name] for name in WHOLE.commands),
    *([name, inner] for name, one in WHOLE.commands.items() for inner in getattr(one, "commands", ())),
]


def page(command, path, capsys):
    command.main([*path, "--help"], prog_name="ehcp-audit", standalone_mode=False)
    return capsys.readouterr().out


@pytest.mark.parametrize("path", PATHS, ids=" ".join)
def test_every_help_page_is_that_of_typer(path, capsys):
    assert page(command_of(app), path, capsys) == page(WHOLE, path, capsys)


def test_only_the_command_that_is_called_is_built():
    command = command_of(app)
    command.main(["--version"], standalone_mode=False)
    assert set(command.built) == set(WHOLE.commands)
    command.main(["explain", "--help"], standalone_mode=False)
    assert set(WHOLE.commands) - set(command.built) == {"explain"}


def test_a_second_call_finds_the_command_that_was_built(capsys):
    command = command_of(app)
    assert page(command, ["check"], capsys) == page(command, ["check"], capsys)
