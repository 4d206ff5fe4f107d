"""The one door to spaCy: what the rule engine uses of it, and nothing that spaCy starts beside it.

`import spacy` loads every pipeline component and spaCy's own commands, and with these HTTP clients, TLS and a template
engine: half of its start-up, and code that can reach a network in a program that never does. The matchers need none
of it. So the package is put in place without its `__init__`, which runs when somebody first asks it for a name, and
its schemas, pydantic models of what users may hand it, are built when one is first called for.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from importlib.abc import Loader, MetaPathFinder
from importlib.util import find_spec, module_from_spec
from types import ModuleType
from typing import Any, NamedTuple

from ehcp_audit import offline


class SpacyParts(NamedTuple):
    """The classes that the lexicon is built with."""

    doc: Any
    matcher: Any
    phrase_matcher: Any
    vocab: Any
    orth: int  # the attribute "the word as it is"; by name, the PhraseMatcher would call for the schemas


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
        from spacy.attrs import ORTH
        from spacy.matcher import Matcher, PhraseMatcher
        from spacy.vocab import Vocab
    return SpacyParts(Doc, Matcher, PhraseMatcher, Vocab, ORTH)


@contextmanager
def _start_put_off() -> Iterator[None]:
    """Within this, spaCy's modules are imported without its `__init__`. After it, that runs when first called for."""
    spec = find_spec("spacy")
    if spec is None or spec.loader is None:
        raise ModuleNotFoundError("spaCy is not installed", name="spacy")
    package = module_from_spec(spec)
    sys.modules["spacy"] = package
    sys.modules["spacy.schemas"] = _Schemas("spacy.schemas")
    yield
    del sys.modules["spacy.schemas"]
    put_off = _PutOff(package, spec.loader)
    sys.meta_path.insert(0, put_off)
    package.__dict__["__getattr__"] = put_off.name


class _Schemas(ModuleType):
    """In the place of spaCy's schemas while its matchers are imported. What is asked later is asked of the real one."""

    def __getattr__(self, name: str) -> Any:
        if sys.modules.get(self.__name__) is not self:
            return getattr(import_module(self.__name__), name)
        return lambda *given, **named: getattr(self, name)(*given, **named)


class _PutOff(MetaPathFinder):
    """spaCy's `__init__`: run when somebody asks the package for a name, or imports another of its modules."""

    def __init__(self, package: ModuleType, loader: Loader) -> None:
        self._package, self._loader = package, loader

    def find_spec(self, fullname: str, path: object = None, target: object = None) -> None:
        """Another module of spaCy is about to be found, by others than us: it expects the package to have started."""
        if fullname.startswith("spacy."):
            self._start()

    def name(self, name: str) -> Any:
        """A name of the package."""
        self._start()
        return getattr(self._package, name)

    def _start(self) -> None:
        sys.meta_path.remove(self)
        del self._package.__dict__["__getattr__"]
        self._loader.exec_module(self._package)
