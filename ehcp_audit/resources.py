"""What comes with ehcp-audit: the rubrics and sample plans, wherever they live, and the data in its YAML files."""

from __future__ import annotations

from pathlib import Path
from typing import Any

PACKAGE = Path(__file__).resolve().parent


def shipped(name: str) -> Path:
    """The folder `rubrics` or `sample_plans`, wherever this copy of ehcp-audit keeps it.

    A wheel holds both inside the package; a checkout holds them beside it.

    Raises FileNotFoundError when the installation lacks the folder.
    """
    for parent in (PACKAGE, PACKAGE.parent):
        folder = parent / name
        if folder.is_dir():
            return folder
    raise FileNotFoundError(f"this installation of ehcp-audit has no folder '{name}'; install it again")


def read_data(path: Path) -> dict[str, Any]:
    """What one of our own YAML files holds: lists and mappings of texts, numbers, yes and no.

    The parser's nodes are turned into these here, in half the time that YAML's own constructor takes.
    """
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    data: dict[str, Any] = _plain(yaml.compose(path.read_text(encoding="utf-8"), Loader=loader))
    return data


def _plain(node: Any) -> Any:
    if node.id == "mapping":
        return {_plain(key): _plain(value) for key, value in node.value}
    if node.id == "sequence":
        return [_plain(one) for one in node.value]
    return _SCALARS[node.tag.rpartition(":")[2]](node.value)


_SCALARS: dict[str, Any] = {
    "str": str,
    "int": int,
    "float": float,
    "bool": lambda value: value.lower() in ("true", "yes", "on"),
    "null": lambda _: None,
}
