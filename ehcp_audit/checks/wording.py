"""Checks on phrases that a rubric itself lists: a new wording rule needs no Python."""

from __future__ import annotations

from collections.abc import Sequence

from ehcp_audit.checks import check
from ehcp_audit.checks.parts import Part, first, parts
from ehcp_audit.language.phrases import find_phrases
from ehcp_audit.model import Answer, Item, Passage, Section, Verdict


def _parts(asked: Item | Section) -> tuple[Part, ...]:
    if isinstance(asked, Section):
        return tuple(Part("own", piece.text, (piece,)) for piece in asked.pieces)
    return parts(asked, *(field.name for field in asked.fields))


def _found(asked: Item | Section, phrases: Sequence[str]) -> tuple[Passage, ...]:
    return tuple(passage for part in _parts(asked) for passage in part.quote(find_phrases(part.text, tuple(phrases))))


def _avoids(asked: Item | Section, phrases: Sequence[str]) -> Answer:
    found = _found(asked, phrases)
    if not found:
        return Answer(Verdict.MET, note="None of the listed words stands in it.")
    listed = ", ".join(f'"{text}"' for text in dict.fromkeys(passage.text for passage in first(found)))
    return Answer(Verdict.NOT_MET, first(found), f"It uses words to avoid: {listed}.")


def _requires(asked: Item | Section, phrases: Sequence[str], every: bool) -> Answer:
    missing = [phrase for phrase in phrases if not _found(asked, [phrase])]
    found = _found(asked, phrases)
    if not missing or (found and not every):
        return Answer(Verdict.MET, first(found), "The words asked for stand in it.")
    listed = ", ".join(f'"{phrase}"' for phrase in missing)
    return Answer(Verdict.NOT_MET, first(found), f"Not found: {listed}.")


@check("wording.avoids")
def avoids(item: Item, *, phrases: list[str]) -> Answer:
    """Is the item, with its fields, free of these words?

    Upper and lower case, kinds of quotes, dashes and spaces make no difference; `a|b` stands for either word, `word?`
    for one that may be missing, `#` for a number, as in the shipped word lists.
    """
    return _avoids(item, phrases)


@check("wording.requires")
def requires(item: Item, *, phrases: list[str], every: bool = False) -> Answer:
    """Does the item, with its fields, hold one of these words (with `every: true`, all of them)?"""
    return _requires(item, phrases, every)


@check("wording.section_avoids", holds_in_part=True)
def section_avoids(section: Section, *, phrases: list[str]) -> Answer:
    """Is the section free of these words?"""
    return _avoids(section, phrases)


@check("wording.section_requires")
def section_requires(section: Section, *, phrases: list[str], every: bool = False) -> Answer:
    """Does the section hold one of these words (with `every: true`, all of them)?"""
    return _requires(section, phrases, every)
