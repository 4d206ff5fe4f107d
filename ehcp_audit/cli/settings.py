"""Where each setting's value comes from.

An option on the command line wins over EHCP_AUDIT_* in the environment, that over the file named with --config, that
over the nearest ehcp-audit.yml from the working folder upwards, that over the user's own ehcp-audit.yml, and that over
what is built in.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ehcp_audit.errors import AuditError, ManyErrors, did_you_mean

if TYPE_CHECKING:
    from ehcp_audit.cli.settings_file import SettingsFile

FILE_NAME = "ehcp-audit.yml"
PREFIX = "EHCP_AUDIT_"


@dataclass(frozen=True, slots=True)
class Setting:
    """One thing that can be set: how its text is understood (ValueError: what is allowed), and its built-in value."""

    name: str
    parse: Callable[[Any], Any]
    built_in: Any
    help: str
    built_in_words: str = ""  # where the value alone would not say it

    @property
    def flag(self) -> str:
        return "--" + self.name.replace("_", "-")


@dataclass(frozen=True, slots=True)
class Origin:
    """A setting's value and where it came from."""

    setting: Setting
    value: Any
    source: str


def _words(value: Any) -> str:
    if not isinstance(value, str) or not value.strip():
        raise ValueError("takes a name or a path")
    return value.strip()


def _one_of(*allowed: str) -> Callable[[Any], str]:
    def parse(value: Any) -> str:
        text = str(value).strip().lower()
        if text not in allowed:
            raise ValueError(f"takes {', '.join(allowed)}, not '{value}'. {did_you_mean(text, allowed)}")
        return text

    return parse


def _whole(low: int, high: int) -> Callable[[Any], int]:
    def parse(value: Any) -> int:
        try:
            number = int(str(value).strip())
        except ValueError:
            number = low - 1
        if isinstance(value, bool) or not low <= number <= high:
            raise ValueError(f"takes a whole number from {low} to {high}, not '{value}'")
        return number

    return parse


def _number(low: float, high: float) -> Callable[[Any], float]:
    def parse(value: Any) -> float:
        try:
            number = float(str(value).strip().removesuffix("%"))
        except ValueError:
            number = low - 1
        if isinstance(value, bool) or not low <= number <= high:
            raise ValueError(f"takes a number from {low:g} to {high:g}, not '{value}'")
        return number

    return parse


def _names(value: Any) -> tuple[str, ...]:
    parts = value.split(",") if isinstance(value, str) else value
    if not isinstance(parts, list | tuple) or not all(isinstance(one, str | int) for one in parts):
        raise ValueError("takes names parted by commas")
    return tuple(text for one in parts if (text := str(one).strip()))


def _day(value: Any) -> date:
    if type(value) is date:
        return value
    try:
        return date.fromisoformat(str(value).strip())
    except ValueError:
        raise ValueError(f"takes a date written like 2026-11-20, not '{value}'") from None


def _yes_no(value: Any) -> bool:
    text = str(value).strip().lower()
    if text not in ("true", "false", "yes", "no", "1", "0", "on", "off"):
        raise ValueError(f"takes true or false, not '{value}'")
    return text in ("true", "yes", "1", "on")


def _auto_off(value: Any) -> str:
    return _one_of("auto", "off")("off" if value is False else value)  # YAML takes a bare off for no


def _processors() -> int:
    affinity = getattr(os, "sched_getaffinity", None)
    return max(1, min(len(affinity(0)) if affinity else os.cpu_count() or 1, 4))


SETTINGS = {
    setting.name: setting
    for setting in (
        Setting("rubric", _words, "national", "a rubric that ships, or a path ending in .yaml or .yml"),
        Setting(
            "status", _one_of("auto", "draft", "final"), "auto", "whether plans are drafts or final; auto reads it"
        ),
        Setting(
            "year_group", _whole(-2, 15), None, "the child's year group where the plan does not say", "as the plan says"
        ),
        Setting(
            "format",
            _one_of("terminal", "concise", "text", "table", "json", "jsonl", "csv"),
            None,
            "how results are printed, by the commands that know the format",
            "terminal, text or table: each command's own",
        ),
        Setting("select", _names, (), "criteria to ask, by id or the start of it", "all"),
        Setting("ignore", _names, (), "criteria to leave out, by id or the start of it", "none"),
        Setting("section", _names, (), "sections to ask about", "all"),
        Setting(
            "fail_on",
            _one_of("must", "should", "never"),
            None,
            "what fails the gate",
            "must for check, never for batch",
        ),
        Setting("fail_under", _number(0, 100), None, "the percentage below which the gate fails", "no such gate"),
        Setting("as_of", _day, None, "the date of the audit", "today"),
        Setting("caseload", _words, None, "the caseload, CSV or Excel, one row a plan", "none"),
        Setting("map", _words, None, "which column of the caseload is which", "caseload.yml beside the caseload"),
        Setting("jobs", _whole(1, 256), _processors(), "how many plans are worked on at once"),
        Setting("scorecards", _yes_no, True, "whether batch writes a workbook for each plan"),
        Setting("ocr", _auto_off, "auto", "whether Tesseract, where it is installed, reads pages that are pictures"),
        Setting("password_file", _words, None, "a file of passwords to try on locked PDFs, one a line", "none"),
        Setting("read_seconds", _number(0.1, 3600), 30.0, "how long each step may take with one plan; pictures add"),
        Setting("read_mib", _whole(64, 65536), 1024, "how much memory reading one plan may take, in MiB"),
        Setting("color", _one_of("auto", "always", "never"), "auto", "colour on the terminal"),
    )
}
"""Every setting by its name, in the order that `config` prints them."""

PATHS = ("caseload", "map", "password_file")  # in a file they are relative to the file's folder

_named_file: Path | None = None


def name_file(path: str | None) -> None:
    """Remember the file given with --config; it must exist."""
    global _named_file
    _named_file = Path(path) if path else None
    if _named_file is not None and not _named_file.is_file():
        raise AuditError(f"There is no settings file {path}. Give --config the path of a YAML file.")


def setting(name: str, flag: Any = None) -> Any:
    """The value that counts for one setting, given what the command line said of it (None: nothing)."""
    return origin(name, flag).value


def origin(name: str, flag: Any = None) -> Origin:
    """The value that counts for one setting, and where it came from.

    Raises AuditError for a value that the setting does not take, and for a settings file with mistakes.
    """
    known = SETTINGS[name]
    if flag is not None:
        return Origin(known, _parsed(known, flag, known.flag), known.flag)
    variable = PREFIX + name.upper()
    if os.environ.get(variable):
        return Origin(known, _parsed(known, os.environ[variable], variable), variable)
    for file in _files():
        if name in file.values:
            value, line = file.values[name]
            return Origin(known, value, f"{file.path}:{line}")
    return Origin(known, known.built_in, "built in")


def files_used() -> tuple[str, ...]:
    """The settings files that were found, the strongest first."""
    return tuple(str(file.path) for file in _files())


def choose_format(flag: str | None, allowed: tuple[str, ...]) -> str:
    """The format to print: the one asked for, else the first of those allowed.

    A format that comes from the environment or a file applies to the commands that know it.
    """
    if flag is not None:
        return choice("--format", flag, allowed)
    wanted = setting("format")
    return wanted if wanted in allowed else allowed[0]


def choice(flag: str, said: str, allowed: Sequence[str]) -> str:
    """The one of the allowed words that an option was given, in small letters. Raises AuditError for any other."""
    return str(_parsed(Setting(flag, _one_of(*allowed), None, ""), said, flag))


def _parsed(known: Setting, value: Any, source: str) -> Any:
    try:
        return known.parse(value)
    except ValueError as error:
        end = "" if str(error).endswith(("?", ".")) else "."
        raise AuditError(f"{source} {error}{end}") from None


def _files() -> list[SettingsFile]:
    from ehcp_audit.cli.settings_file import read_settings_file

    found = []
    for path in _places():
        if path.is_file():
            found.append(read_settings_file(path))
    mistakes = [mistake for file in found for mistake in file.mistakes]
    if mistakes:
        raise ManyErrors(mistakes)
    return found


def _places() -> list[Path]:
    places = [_named_file] if _named_file is not None else []
    here = Path.cwd()
    nearest = next((folder / FILE_NAME for folder in (here, *here.parents) if (folder / FILE_NAME).is_file()), None)
    if nearest is not None:
        places.append(nearest)
    places.append(user_folder() / FILE_NAME)
    return places


def user_folder() -> Path:
    """The folder of the user's own settings."""
    import platformdirs

    return platformdirs.user_config_path("ehcp-audit", appauthor=False)
