"""Reading one ehcp-audit.yml: every mistake with its line and column, unknown keys with a suggestion."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from ehcp_audit.cli.settings import PATHS, SETTINGS
from ehcp_audit.errors import did_you_mean


@dataclass(frozen=True, slots=True)
class SettingsFile:
    """The settings of one file with their lines, and what is wrong with it."""

    path: Path
    values: dict[str, tuple[Any, int]]
    mistakes: tuple[str, ...] = ()


def read_settings_file(path: Path) -> SettingsFile:
    """What the file sets: setting name -> (value, line). Mistakes come back as `file:line:column: ...` sentences."""
    try:
        root = yaml.compose(path.read_text(encoding="utf-8-sig"), Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = f"{path}:{mark.line + 1}:{mark.column + 1}" if mark else str(path)
        return SettingsFile(path, {}, (f"{place}: this is not YAML ({error.problem}).",))
    except (OSError, ValueError, yaml.YAMLError):
        return SettingsFile(path, {}, (f"{path}: this cannot be read as YAML in UTF-8. Mend the file or remove it.",))
    if root is None:
        return SettingsFile(path, {})
    if not isinstance(root, yaml.MappingNode):
        return SettingsFile(path, {}, (f"{path}:1:1: this should hold lines like 'rubric: national'.",))
    return _settings_of(path, root)


def _settings_of(path: Path, root: yaml.MappingNode) -> SettingsFile:
    values: dict[str, tuple[Any, int]] = {}
    mistakes: list[str] = []
    for key, node in root.value:
        place = f"{path}:{key.start_mark.line + 1}:{key.start_mark.column + 1}"
        name = str(key.value).replace("-", "_")
        if name not in SETTINGS:
            mistakes.append(f"{place}: there is no setting '{key.value}'. {did_you_mean(name, list(SETTINGS))}")
        elif name in values:
            mistakes.append(f"{place}: '{key.value}' is set twice. Keep one of the two lines.")
        else:
            try:
                values[name] = (_value(path, name, node), key.start_mark.line + 1)
            except (ValueError, yaml.YAMLError) as error:
                mistakes.append(f"{place}: '{key.value}' {str(error).splitlines()[0]}.")
    return SettingsFile(path, values, tuple(mistakes))


def _value(path: Path, name: str, node: yaml.Node) -> Any:
    loader = yaml.SafeLoader("")
    try:
        plain = loader.construct_document(node)
    finally:
        loader.dispose()
    value = SETTINGS[name].parse(plain)
    return (
        str(path.parent / value) if name in PATHS or (name == "rubric" and value.endswith((".yaml", ".yml"))) else value
    )
