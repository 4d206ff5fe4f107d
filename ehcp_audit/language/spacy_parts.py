"""The one door to spaCy: what the rule engine uses of it, and nothing of its command line.

`import spacy` loads spaCy's own commands for one name (`spacy.info`), and with them HTTP clients, TLS and a template
engine: a third of its start-up, and code that can reach a network in a program that never does.
"""

from __future__ import annotations

import sys
from types import ModuleType
from typing import Any, NamedTuple

from ehcp_audit import offline

_COMMANDS = ("spacy.cli", "spacy.cli.info")


class SpacyParts(NamedTuple):
    """The classes that the lexicon is built with."""

    doc: Any
    matcher: Any
    phrase_matcher: Any
    vocab: Any


def spacy_parts() -> SpacyParts:
    """Import spaCy without its commands; with them where a version of spaCy cannot do without."""
    if "spacy" in sys.modules:
        return _imported()
    sys.modules.update(_stand_ins())
    try:
        return _imported()
    except ImportError:
        for name in [name for name in sys.modules if name.split(".")[0] == "spacy"]:
            del sys.modules[name]
        return _imported()
    finally:
        for name in _COMMANDS:
            if getattr(sys.modules.get(name), "stands_in", False):
                del sys.modules[name]


def _imported() -> SpacyParts:
    with offline.without_probing():
        from spacy.matcher import Matcher, PhraseMatcher
        from spacy.tokens import Doc
        from spacy.vocab import Vocab
    return SpacyParts(Doc, Matcher, PhraseMatcher, Vocab)


def _stand_ins() -> dict[str, ModuleType]:
    """Empty modules under the names of spaCy's commands, for the time of the import."""
    found = {}
    for name in _COMMANDS:
        module = ModuleType(name, "Stands in for spaCy's commands, which ehcp-audit does not use.")
        module.__dict__.update(__path__=[], info=_no_info, stands_in=True)
        found[name] = module
    return found


def _no_info(*_arguments: object, **_options: object) -> dict[str, Any]:
    """What spacy.info would print: nothing, since its commands are left out."""
    return {}
