"""The one door to spaCy: what the rule engine uses of it, and nothing that spaCy starts beside it.

`import spacy` loads every pipeline component and spaCy's own commands, and with these HTTP clients, TLS and a template
engine: half of its start-up, and code that can reach a network in a program that never does. The matchers need none
of it. So the package is put in place without its `__init__`, which runs when somebody first asks it for a name.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec, module_from_spec
from typing import Any, NamedTuple

from ehcp_audit import offline


class SpacyParts(NamedTuple):
    """The classes that the lexicon is built with."""

    doc: Any
    matcher: Any
    phrase_matcher: Any
    vocab: Any


def spacy_parts() -> SpacyParts:
    """Import spaCy's matchers alone; the whole of spaCy where a version of it cannot do without."""
    if "spacy" in sys.modules:
        return _imported()
    try:
        with _start_put_off():
            return _imported()
    except ImportError:
        for name in [name for name in sys.modules if name.split(".")[0] == "spacy"]:
            del sys.modules[name]
        return _imported()


def _imported() -> SpacyParts:
    with offline.without_probing():
        from spacy.tokens import Doc  # isort: skip  (the others import it, and it them: it must be the first)
        from spacy.matcher import Matcher, PhraseMatcher
        from spacy.vocab import Vocab
    return SpacyParts(Doc, Matcher, PhraseMatcher, Vocab)


@contextmanager
def _start_put_off() -> Iterator[None]:
    """Within this, spaCy's modules are imported without its `__init__`; after it, the first name asked for runs that."""
    spec = find_spec("spacy")
    if spec is None or spec.loader is None:
        raise ModuleNotFoundError("spaCy is not installed", name="spacy")
    loader = spec.loader
    package = module_from_spec(spec)
    sys.modules["spacy"] = package
    yield

    def start(name: str) -> Any:
        del package.__dict__["__getattr__"]
        loader.exec_module(package)
        return getattr(package, name)

    package.__dict__["__getattr__"] = start
