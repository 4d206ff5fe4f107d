"""The lists that stand beside the code that asks them, and what a rubric changes in them.

`phrases.NAME` are the phrases of the checks (regular expressions), `concepts.NAME` the beginnings of words that speak
of one thing, `difficulties.NAME` those that tell of a kind of difficulty and `answers.NAME` those of provision that
speaks of it, `conditions.NAME` the concepts that a condition makes hard, `generic_words` words that tie nothing to
anything, `hollow_words` those in which a line promises without saying what, `contributors.KIND` the people who give
advice. A rubric adds words and small patterns to them as to the lists of `words/`; no regular expression is taken from
it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from ehcp_audit.errors import ManyErrors
from ehcp_audit.language.wordlists import NUMBERS, SHIPPED, Lists, active, list_names, word_set
from ehcp_audit.language.wordlists import listed as listed_in_words
from ehcp_audit.rare import rarely

_HERE = Path(__file__).resolve().parent
PHRASES = _HERE.parent / "checks" / "phrases.yml"
CONCEPTS = _HERE.parent / "checks" / "concepts.yml"
DIFFICULTIES = _HERE.parent / "checks" / "difficulties.yml"
PLAIN = {name: _HERE.parent / "checks" / f"{name}.txt" for name in ("generic_words", "hollow_words")}
CONTRIBUTORS = _HERE / "roles.yml"

EXACTLY, SINGLE = "exactly", "single words"  # groups of phrases.yml
_GAP = r"[\s-]+"
_WORD = r"[^\s.;!?:]+"
_STARTS = rarely(r"=?[a-z][a-z'’-]*")
_JOINED = rarely(r"=?[a-z][a-z'’-]*(?:\+=?[a-z][a-z'’-]*)*")
_ROLE = rarely(r"[a-z][a-z'’-]*(?: [a-z][a-z'’-]*)*")


@cache
def read_lists(path: Path) -> Mapping[str, tuple[str, ...]]:
    """The lists of a YAML file by name; those of a group as `group/name`. What is no text is refused at its line."""
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    text = path.read_text(encoding="utf-8")
    found: dict[str, tuple[str, ...]] = {}
    wrong: list[str] = []
    for name, node in _named(yaml.compose(text, Loader=loader)):
        entries = node.value if isinstance(node, yaml.SequenceNode) else [node]
        for entry in entries:
            if not isinstance(entry, yaml.ScalarNode) or entry.tag != "tag:yaml.org,2002:str":
                place = f"{path.name}:{entry.start_mark.line + 1}"
                wrong.append(f"{place}: a line of the list '{name}' is no text. Put it in quotation marks.")
        found[name] = tuple(str(entry.value) for entry in entries)
    if wrong:
        raise ManyErrors(wrong)
    return found


def _named(node: Any) -> list[tuple[str, Any]]:
    """Each list of a mapping with its name, and of the mappings in it."""
    import yaml

    found: list[tuple[str, Any]] = []
    for key, value in node.value:
        inner = _named(value) if isinstance(value, yaml.MappingNode) else None
        found += [(key.value, value)] if inner is None else [(f"{key.value}/{name}", one) for name, one in inner]
    return found


@cache
def phrase_lists() -> Mapping[str, tuple[str, ...]]:
    """The lists of phrases.yml by their bare names."""
    return {name.rpartition("/")[2]: lines for name, lines in read_lists(PHRASES).items()}


@cache
def phrases_in(group: str) -> frozenset[str]:
    """The names of the lists of one group of phrases.yml."""
    return frozenset(name.rpartition("/")[2] for name in read_lists(PHRASES) if name.startswith(f"{group}/"))


@cache
def _entries() -> Mapping[str, tuple[str, ...]]:
    """Every list beside the code, by the name that a rubric gives it."""
    return {
        **{f"phrases.{name}": lines for name, lines in phrase_lists().items()},
        **{f"concepts.{name}": tuple(", ".join(line).split(", ")) for name, line in read_lists(CONCEPTS).items()},
        **{name.replace("/", "."): tuple(line[0].split(", ")) for name, line in read_lists(DIFFICULTIES).items()},
        **{name: tuple(path.read_text(encoding="utf-8").split()) for name, path in PLAIN.items()},
        **{f"contributors.{kind}": roles for kind, roles in read_lists(CONTRIBUTORS).items()},
    }


@cache
def difficulties() -> tuple[str, ...]:
    """The kinds of difficulty that are told of and answered."""
    return tuple(name.partition("/")[2] for name in read_lists(DIFFICULTIES) if name.startswith("difficulties/"))


@cache
def conditions() -> tuple[str, ...]:
    """The conditions of which it is listed what they make hard."""
    return tuple(name.partition("/")[2] for name in read_lists(DIFFICULTIES) if name.startswith("conditions/"))


def every_name() -> tuple[str, ...]:
    """The name of every list that a rubric may change, those of `words/` and those beside the code."""
    return (*list_names(), *_entries())


def listed(name: str) -> tuple[str, ...]:
    """The entries of one list, as shipped."""
    return _entries()[name] if name in _entries() else listed_in_words(name)


def lists() -> Lists:
    """The lists that are asked now: the shipped ones where the rubric changes none that stands beside the code."""
    now = active()
    return now if now.beside else SHIPPED


def words_now(name: str, asked: Lists) -> tuple[str, ...]:
    """The entries of a list of plain words with what is changed in it."""
    also, never = asked.changed_in(name)
    kept = (word for entry in (*_entries()[name], *also) for word in entry.split("|"))
    return tuple(dict.fromkeys(word for word in kept if word not in never))


def mistake_in(name: str, words: str) -> str | None:
    """What is wrong with an entry that somebody adds to a list; None where it can be used."""
    if name not in _entries():
        from ehcp_audit.language import lexicon

        return lexicon.mistake_in(name, words)
    group = name.partition(".")[0]
    if group == "contributors":
        return None if _ROLE.fullmatch(words.lower()) else f"'{words}': this list holds roles in plain words, one each"
    if group == "concepts":
        ok = _STARTS.fullmatch(words.lower())
        return None if ok else f"'{words}': this list holds beginnings of words, or =word for a whole word"
    if group in ("difficulties", "answers"):
        ok = _JOINED.fullmatch(words.lower())
        return None if ok else f"'{words}': this list holds beginnings of words, or =word, joined by + for one sentence"
    if group == "conditions":
        known = words in read_lists(CONCEPTS)
        return None if known else f"'{words}': this list holds names of the lists of concepts, such as reading"
    if group in PLAIN or name.partition(".")[2] in phrases_in(SINGLE):
        return None if words.replace("'", "").isalpha() else f"'{words}': this list holds single words"
    from ehcp_audit.language import lexicon

    return lexicon.mistake_in(name, words)


def expression(words: str) -> str:
    """A phrase or pattern, as the lists of `words/` hold them, as a regular expression that cannot be made slow."""
    parts = words.split()
    required = next((at for at, part in enumerate(parts) if not part.startswith("*") and not part.endswith("?")), 0)
    return "".join(_piece(part, at - required) for at, part in enumerate(parts))


def _piece(part: str, place: int) -> str:
    """One part of a pattern with the gap on its side of the first word that must occur."""
    before, after = (_GAP if place > 0 else ""), (_GAP if place < 0 else "")
    if part.startswith("*"):
        return f"(?:{before}{_WORD}{after}){{0,{int(part[1:])}}}"
    piece = f"{before}{_choice(part.removesuffix('?'))}{after}"
    return f"(?:{piece})?" if part.endswith("?") else piece


def _choice(part: str) -> str:
    if part == "#":
        return rf"(?:\d[\d.,]*|{'|'.join(NUMBERS)})"
    if part in {"#year", "#date"}:
        return r"(?:(?:19|20)\d\d)" if part == "#year" else r"(?:\d{1,2}\.\d{1,2}\.\d{2,4})"
    choices = sorted(word_set(part[1:-1])) if part.startswith("{") else part.split("|")
    plain = (re.escape(word).replace(r"\-", r"[\s-]").replace("'", "['’]") for word in choices)
    return f"(?:{'|'.join(plain)})"
