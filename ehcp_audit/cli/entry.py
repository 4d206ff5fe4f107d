"""How every command starts and ends: the network guard first, one exit code and one sentence last."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Sequence

from ehcp_audit import offline
from ehcp_audit.cli import screen
from ehcp_audit.errors import AuditError, ExitCode, ManyErrors, did_you_mean

SHARED_FLAGS = {
    "-q": "--quiet",
    "--quiet": "--quiet",
    "-v": "--verbose",
    "--verbose": "--verbose",
    "--debug": "--debug",
}
SHARED_VALUES = ("--color", "--config")


def run(arguments: Sequence[str]) -> int:
    """Run one command and give its exit code; nothing but an exit code and plain sentences ever comes out.

    An unexpected exception ends in 2 with one line that names its type and the stage: its text may hold words of a
    plan, so that is shown by `--debug` only.
    """
    offline.guard()
    _start_lightly()
    screen.prepare_streams()
    try:
        code = _run(hoist_shared_options(arguments))
        sys.stdout.flush()
    except BrokenPipeError:
        return _end_quietly()
    except KeyboardInterrupt:
        code = int(ExitCode.INTERRUPTED)
    except ManyErrors as errors:
        for message in errors.messages:
            screen.complain(message)
        code = int(errors.exit_code)
    except AuditError as error:
        screen.complain(str(error))
        code = int(error.exit_code)
    except Exception as error:
        code = _crashed(error)
    if code == ExitCode.INTERRUPTED:
        go_on = " The same command with --resume goes on from here." if screen.settings.stage == "batch" else ""
        screen.say(f"Interrupted.{go_on}")
    return code


def hoist_shared_options(arguments: Sequence[str]) -> list[str]:
    """The same command line with the options that all commands share in front of the command.

    So `ehcp-audit check draft.docx -q` and `ehcp-audit -q check draft.docx` are the same. Nothing after `--` moves.
    """
    shared: list[str] = []
    rest: list[str] = []
    waiting = list(arguments)
    while waiting:
        argument = waiting.pop(0)
        if argument == "--":
            rest += [argument, *waiting]
            break
        if argument in SHARED_FLAGS:
            shared.append(SHARED_FLAGS[argument])
        elif argument in SHARED_VALUES and waiting:
            shared += [argument, waiting.pop(0)]
        elif argument.startswith(tuple(f"{name}=" for name in SHARED_VALUES)):
            shared.append(argument)
        else:
            rest.append(argument)
    return [*shared, *rest]


def _start_lightly() -> None:
    """Spend nothing on what a short life does not need.

    Most of what is made at start stays for good, and a `check` of one plan makes fewer objects than this threshold:
    looking through them for garbage would cost a tenth of it. numpy, which comes with spaCy, would start threads that
    no rule uses.
    """
    import gc

    gc.set_threshold(200_000, 50, 50)
    for name in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS"):
        os.environ.setdefault(name, "1")


def _run(arguments: list[str]) -> int:
    import typer

    from ehcp_audit.cli.app import app
    from ehcp_audit.cli.commands import command_of

    usage_error: type[Exception] = typer.BadParameter.__mro__[2]  # ClickException; Typer carries its own click
    command = command_of(app)
    try:
        result = command.main(arguments, prog_name="ehcp-audit", standalone_mode=False, windows_expand_args=False)
    except typer.Abort:
        return int(ExitCode.INTERRUPTED)
    except usage_error as error:
        screen.complain(_usage_sentence(error))
        return int(ExitCode.COULD_NOT)
    return int(result or 0)


def _usage_sentence(error: Exception) -> str:
    """What was wrong with the command line, with a suggestion and where to read on."""
    message = screen.printable(error.format_message() if hasattr(error, "format_message") else str(error))
    context = getattr(error, "ctx", None)
    name = getattr(error, "option_name", None)
    if name and context is not None and type(error).__name__ == "NoSuchOption":
        known = sorted({one for parameter in context.command.params for one in parameter.opts if one[:2] == "--"})
        message = f"There is no option {screen.printable(name)}. {did_you_mean(name, [*known, '--help'])}"
    message = " ".join(message.split()).rstrip(".")
    path = context.command_path if context is not None else "ehcp-audit"
    end = "" if message.endswith("?") else "."
    return f"{message}{end} '{path} --help' lists what there is."


def _crashed(error: Exception) -> int:
    """One line on stderr; the whole story only for those who ask with `--debug`."""
    if screen.settings.debug:
        import traceback

        traceback.print_exception(error, file=sys.stderr)
    stage = screen.settings.stage or "start"
    hint = "" if screen.settings.debug else " Run it again with --debug to see where."
    with contextlib.suppress(OSError, ValueError):
        screen.complain(f"Something unforeseen went wrong ({type(error).__name__}, in: {stage}).{hint}")
    return int(ExitCode.COULD_NOT)


def _end_quietly() -> int:
    """The reader of our output has left (`| head`): point stdout at nothing, so that Python's flush is quiet too."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return int(ExitCode.DONE)
