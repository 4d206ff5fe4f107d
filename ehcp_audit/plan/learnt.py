"""The titles that one document gives its own sections, known for as long as that document is read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar

Learnt = Mapping[str, tuple[str, ...]]
"""The sections of each title, by the words of it that count (`vocabulary.title_key`)."""

_LEARNT: ContextVar[Learnt] = ContextVar("learnt", default={})  # noqa: B039 - read only


@contextmanager
def learning(titles: Learnt) -> Iterator[None]:
    """Know these titles besides those of headings.yml, for as long as the block runs."""
    token = _LEARNT.set(titles)
    try:
        yield
    finally:
        _LEARNT.reset(token)


def learnt() -> Learnt:
    """The titles that the document in hand has taught; hardly any document does."""
    return _LEARNT.get()
