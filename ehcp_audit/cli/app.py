"""The Typer app: every command by its name, and the options that all of them share."""

from __future__ import annotations

from typing import Annotated

import typer

from ehcp_audit.cli import (
    agreement,
    batch,
    check,
    compare,
    config,
    diff,
    doctor,
    exchange,
    extract,
    intervals,
    moderate,
    redact,
    report,
    rubrics,
    rules,
    sample,
    schema,
    scorecard,
    screen,
    settings,
    share,
    starting,
    verify,
    wording,
)

EPILOG = (
    "Every command also takes -q, -v, --color auto|always|never, --config FILE and --debug. "
    "Nothing leaves this machine: no network, no telemetry, no updates."
)

app = typer.Typer(
    name="ehcp-audit",
    help="Audit the quality of Education, Health and Care Plans, offline.",
    epilog=EPILOG,
    no_args_is_help=False,
    invoke_without_command=True,
    rich_markup_mode=None,  # rich costs as much again at start as all of Typer
    pretty_exceptions_enable=False,  # a pretty traceback prints the exception's text, which may be a plan's
    add_completion=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110},
)
app.command(epilog=EPILOG)(check.check)
app.command(epilog=EPILOG)(batch.batch)
app.command(epilog=EPILOG)(extract.extract)
app.command(epilog=EPILOG)(redact.redact)
app.command(epilog=EPILOG)(share.share)
app.command("share-check", epilog=EPILOG)(share.share_check)
app.command(epilog=EPILOG)(verify.verify)
app.command(epilog=EPILOG)(wording.wording)
app.command(epilog=EPILOG)(diff.diff)
app.command(epilog=EPILOG)(rules.explain)
app.command(epilog=EPILOG)(rules.rules)
app.add_typer(rubrics.app, name="rubric")
app.add_typer(sample.app, name="sample")
app.add_typer(scorecard.app, name="scorecard")
app.command(epilog=EPILOG)(report.report)
app.command(epilog=EPILOG)(moderate.moderate)
app.command(epilog=EPILOG)(compare.compare)
app.command(epilog=EPILOG)(compare.trend)
app.add_typer(exchange.app, name="exchange")
app.command(epilog=EPILOG)(agreement.agreement)
app.command(epilog=EPILOG)(intervals.interval)
app.command(epilog=EPILOG)(intervals.difference)
app.command(epilog=EPILOG)(schema.schema)
app.command(epilog=EPILOG)(starting.init)
app.command(epilog=EPILOG)(config.config)
app.command(epilog=EPILOG)(doctor.doctor)


@app.callback()
def everywhere(
    context: typer.Context,
    quiet: Annotated[bool, typer.Option("-q", "--quiet", help="Only results and what went wrong.")] = False,
    verbose: Annotated[
        bool,
        typer.Option("-v", "--verbose", help="More on stderr, never a plan's words; all lines of --format concise."),
    ] = False,
    color: Annotated[
        str | None,
        typer.Option("--color", metavar="auto|always|never", help="Colour; NO_COLOR=1 turns it off too. [auto]"),
    ] = None,
    config_file: Annotated[
        str | None, typer.Option("--config", metavar="FILE", help="Settings to use before those of ehcp-audit.yml.")
    ] = None,
    debug: Annotated[bool, typer.Option("--debug", help="Show the traceback of an unforeseen error.")] = False,
    version: Annotated[bool, typer.Option("--version", help="Print the version and stop.")] = False,
) -> int:
    """Audit the quality of Education, Health and Care Plans, offline."""
    if version:
        from ehcp_audit import __version__

        screen.show(f"ehcp-audit {__version__}")
        raise typer.Exit(0)
    if quiet and verbose:
        raise typer.BadParameter("-q and -v cannot be given together")
    screen.settings.quiet, screen.settings.verbose, screen.settings.debug = quiet, verbose, debug
    screen.settings.stage = context.invoked_subcommand or "start"
    settings.name_file(config_file)
    screen.settings.color = None if color is None else settings.setting("color", color)
    if context.invoked_subcommand is None:
        screen.show(context.get_help())
        raise typer.Exit(2)
    return 0
