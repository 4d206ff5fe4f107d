"""Plans of a run that are very likely one plan twice, as where a folder holds each as Word and as PDF.

A result holds no name and no birth date, and a run that goes on after an interruption has nothing else of the plans
done before. So plans are known by the words of their needs, outcomes and provision, which hardly two children share,
and by their days. The digests of these words are here while plans are compared and are written nowhere.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import Any

from ehcp_audit.batch.kept import kept

_BESIDES = re.compile(r"[\W_]+")
_OWN = 40  # letters from which an item's words are the plan's own, and no "Not applicable"
_FEWEST = 3  # items: by fewer no plan is known
_MOST = 400  # items by which a plan is known: a bound, which plans do not reach
_DAYS = ("amended", "issued", "drafted")
_SOUGHT_BY = 12  # items of each plan by which others are found: the first by digest, so the same in both of a pair
_WIDELY_HELD = 16  # plans: an item that stands in more is a stock sentence and leads nowhere


@dataclass(frozen=True, slots=True)
class Marks:
    """What a plan is known by: digests of its items' words, its status and its days, as far as they were read."""

    words: bytes  # eight bytes an item, in order
    status: str | None
    days: tuple[str | None, ...]

    def firsts(self) -> Iterator[bytes]:
        """The items by which plans like this one are sought."""
        return (self.words[at : at + 8] for at in range(0, min(len(self.words), 8 * _SOUGHT_BY), 8))


def marks_of(card: Mapping[str, Any]) -> Marks | None:
    """The marks of a scorecard that is here as JSON; None where too little was read to know the plan by."""
    plan = card["plan"]
    words = (_BESIDES.sub("", item["text"].casefold()) for item in plan["items"])  # a PDF may part words elsewhere
    digests = sorted({_digest(one) for one in words if len(one) >= _OWN})
    if len(digests) < _FEWEST:
        return None
    return Marks(b"".join(digests[:_MOST]), plan["status"], tuple(plan["facts"].get(name) for name in _DAYS))


def look_alike(one: Marks, other: Marks) -> bool:
    """Are two thirds of the items the same, word for word, and does neither status nor day say otherwise?

    A draft and its final, and a plan and the same amended, are two plans: what only one of them says decides nothing.
    """
    for said, told in zip((one.status, *one.days), (other.status, *other.days), strict=True):
        if said is not None and told is not None and said != told:
            return False
    mine, theirs = _items(one), _items(other)
    return 3 * len(mine & theirs) >= 2 * max(len(mine), len(theirs))


def same_twice(plans: Iterable[tuple[str, Marks | None]]) -> list[list[str]]:
    """The references of plans that look like one and the same, together; each like the first of its group."""
    groups: list[tuple[Marks, list[str]]] = []
    holders: dict[bytes, list[int]] = {}
    for reference, marks in plans:
        if marks is None:
            continue
        near = sorted({at for one in marks.firsts() for at in holders.get(one, ())})
        home = next((groups[at][1] for at in near if look_alike(groups[at][0], marks)), None)
        if home is not None:
            home.append(reference)
            continue
        for one in marks.firsts():
            known = holders.setdefault(one, [])
            if len(known) < _WIDELY_HELD:
                known.append(len(groups))
        groups.append((marks, [reference]))
    return [references for _, references in groups if len(references) > 1]


def kept_twice(folder: Path, references: Iterable[str]) -> list[list[str]]:
    """The same, of plans whose results are kept in the folder of a run that is being made."""
    return same_twice((one, _kept_marks(folder, one)) for one in references)


def _kept_marks(folder: Path, reference: str) -> Marks | None:
    result = kept(folder, reference)
    return None if result is None else marks_of(json.loads(result.body))


def _digest(words: str) -> bytes:
    return blake2b(words.encode(errors="surrogatepass"), digest_size=8).digest()


def _items(marks: Marks) -> frozenset[int]:
    return frozenset(memoryview(marks.words).cast("Q"))
