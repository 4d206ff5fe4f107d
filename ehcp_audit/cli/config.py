"""`config`: every setting, its value and where it came from."""

from __future__ import annotations

from ehcp_audit.cli import screen, settings


def config() -> int:
    """Print each setting's value and where it came from."""
    flags = {"color": screen.settings.color}
    rows = [settings.origin(name, flags.get(name)) for name in settings.SETTINGS]
    texts = [(row.setting.name, _text(row), screen.name_of(row.source)) for row in rows]
    widths = [max(len(row[column]) for row in texts) for column in (0, 1)]
    for name, value, source in texts:
        screen.show(f"{name:<{widths[0]}}  {value:<{widths[1]}}  {source}")
    files = settings.files_used()
    screen.say(
        "Settings files: " + (", ".join(screen.name_of(file) for file in files) if files else "none found") + "."
    )
    return 0


def _text(row: settings.Origin) -> str:
    if row.source == "built in" and row.setting.built_in_words:
        return row.setting.built_in_words
    if isinstance(row.value, tuple):
        return ",".join(row.value)
    if isinstance(row.value, bool):
        return str(row.value).lower()
    return screen.name_of(f"{row.value:g}" if isinstance(row.value, float) else str(row.value))
