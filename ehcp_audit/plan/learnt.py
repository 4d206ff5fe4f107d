"""The titles that one document gives its own sections, known for as long as that document is read."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar


class Learnt(dict[str, tuple[str, ...]]):
    """The sections of each title, by the words of it that count (`vocabulary.title_key`).

    Told apart by document: what is remembered of a line by its titles holds for no other.
    """

    __hash__ = object.__hash__  # type: ignore[assignment]


NO_TITLES = Learnt()
_LEARNT: ContextVar[Learnt] = ContextVar("learnt", default=NO_TITLES)


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
