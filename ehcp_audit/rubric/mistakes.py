"""What is wrong with a rubric, said so that its author can put it right: what, what is allowed, did you mean."""

from __future__ import annotations

import types
import typing
from collections.abc import Mapping, Sequence
from decimal import Decimal
from difflib import get_close_matches
from fractions import Fraction
from typing import Any, Literal

from pydantic import ValidationError

from ehcp_audit import checks
from ehcp_audit.errors import did_you_mean
from ehcp_audit.model import SECTION_CODES, Mode, Tier, Verdict
from ehcp_audit.rubric import schema
from ehcp_audit.rubric.extending import KEYS
from ehcp_audit.rubric.positions import Path, Positioned

EXAMPLE_FACTS = (
    "cover", "advice", "status", "stage", "year_group", "as_of", "child_name", "known_as", "date_of_birth", "setting",
    "requested", "assess_decided", "drafted", "issued", "amended", "reviewed", "review_due",
)  # fmt: skip
"""What an example may say of its small plan besides the words of its sections."""

_WORDS = {
    "string_type": "must be text; put it in quotes",
    "missing": "is missing",
    "tuple_type": "must be a list",
    "list_type": "must be a list",
    "dict_type": "must be a mapping of keys to values",
    "bool_type": "must be true or false",
    "bool_parsing": "must be true or false",
    "model_type": "must be a mapping of keys to values",
    "model_attributes_type": "must be a mapping of keys to values",
    "date_type": "must be a date such as 2026-11-22",
    "date_parsing": "must be a date such as 2026-11-22",
    "date_from_datetime_parsing": "must be a date such as 2026-11-22",
}


def pydantic_mistakes(error: ValidationError, read: Positioned) -> None:
    """Note every mistake that the schema found, in words and at its place."""
    found = error.errors(include_url=False)
    noted = {(mistake.file, mistake.line, mistake.column) for mistake in read.mistakes}
    meant = {
        (*one["loc"][:-1], near)
        for one in found
        if one["type"] == "extra_forbidden"
        and (near := _nearest(str(one["loc"][-1]), _keys_at(tuple(one["loc"][:-1]))))
    }
    for one in found:
        path: Path = tuple(one["loc"])
        kind = one["type"]
        name = _name(path)
        if kind == "missing" and path in meant:
            continue  # its misspelling is named already
        if kind == "too_short" and one["input"]:
            continue  # it has entries, and what is wrong with them is named already
        if kind != "missing" and read.where(path) in noted:
            continue
        if kind == "extra_forbidden":
            known = _keys_at(path[:-1])
            read.note(path, f"unknown key '{path[-1]}'. {did_you_mean(str(path[-1]), known)}", key=True)
        elif kind == "missing":
            read.note(path[:-1], f"{name} is missing{_hint(path)}")
        elif kind in ("enum", "literal_error") or _unworded(one):
            allowed = _allowed(path)
            read.note(path, f"{name} may not be '{_shown(one['input'])}'. {_suggest(one['input'], allowed)}")
        elif kind == "value_error":
            read.note(path, f"{name} {one['ctx']['error']}")
        elif kind == "too_short":
            read.note(path, f"{name} is empty; it needs one at least")
        elif kind == "string_pattern_mismatch":
            letters = "letters" if len(path) > 1 else "small letters"
            read.note(
                path, f"{name} may not be '{_shown(one['input'])}'; use {letters}, digits and hyphens, a letter first"
            )
        else:
            read.note(path, f"{name} {_WORDS.get(kind, one['msg'][:1].lower() + one['msg'][1:])}")


def _shown(value: Any) -> str:
    """A value as a message may quote it: short, and on one line."""
    text = " ".join(str(value).split())
    return text if len(text) <= 60 else f"{text[:57]}..."


def _nearest(name: str, known: Sequence[str]) -> str | None:
    near = get_close_matches(name, known, n=1, cutoff=0.6)
    return near[0] if near else None


def _suggest(value: Any, allowed: Sequence[str]) -> str:
    listing = "It may be " + ", ".join(allowed) + "."
    hint = did_you_mean(str(value), allowed)
    return listing if hint == listing else f"{listing} {hint}"


def _unworded(one: Any) -> bool:
    return one["type"] == "value_error" and str(one["ctx"]["error"]).startswith("?")


def _name(path: Path) -> str:
    for part in reversed(path):
        if isinstance(part, str):
            return f"'{part}'" if part == path[-1] else f"an entry of '{part}'"
    return "the rubric"


def _hint(path: Path) -> str:
    """What to write where a key is missing."""
    allowed = _allowed(path)
    if path[-1] == "weight":
        return "; say how much the criterion counts, such as 1"
    if path[-1] == "when_absent":
        return "; say what follows when the section is blank or missing: " + ", ".join(allowed)
    return "; it may be " + ", ".join(allowed) if allowed else ""


def _allowed(path: Path) -> tuple[str, ...]:
    known: dict[str, tuple[str, ...]] = {
        "tier": tuple(Tier),
        "mode": tuple(Mode),
        "act": schema.ACTS,
        "when_absent": schema.ABSENT,
        "when_nil": schema.NIL,
        "section": schema.SECTIONS,
        "method": ("flat", "sections"),
        "plan_type": ("ehcp", "advice", "other"),
    }
    if "scales" in path:
        return schema.SCALES
    return known.get(str(path[-1]), ()) if path else ()


def _keys_at(path: Path) -> tuple[str, ...]:
    """The keys that are allowed in the mapping at `path`."""
    named = [part for part in path if isinstance(part, str)]
    models: dict[str, type[Any]] = {
        "criteria": schema.Criterion,
        "checks": schema.CheckUse,
        "guidance": schema.Guidance,
        "cap": schema.CapRule,
        "bands": schema.Band,
    }
    if named[:1] == ["words"]:
        return tuple(schema.WordChange.model_fields)
    if named[:1] == ["sections"]:
        return SECTION_CODES if len(named) == 1 else tuple(schema.PlanSection.model_fields)
    model = models[named[-1]] if named and named[-1] in models else schema.Rubric
    keys = tuple(key for key in model.model_fields if key != "sha256")
    if model is schema.Criterion:
        return (*keys, "check", "options")
    return (*keys, *KEYS) if model is schema.Rubric else keys


def sense_mistakes(read: Positioned) -> None:
    """Note what a schema cannot see: doubled ids, unknown checks and options, bands out of order, missing examples."""
    data = read.data
    bands = _bands(read, data.get("bands"))
    criteria = data.get("criteria")
    _section_weights(read, data)
    _words(read, data.get("words"))
    _plan_sections(read, data)
    if not isinstance(criteria, list):
        return
    first: dict[str, int] = {}
    for number, criterion in enumerate(criteria):
        if not isinstance(criterion, dict):
            continue
        path: Path = ("criteria", number)
        id = criterion.get("id")
        if isinstance(id, str):
            if id in first:
                file, line, _ = read.where(("criteria", first[id], "id"))
                where = f"line {line}{f' of {file}' if file else ''}"
                read.note((*path, "id"), f"the id '{id}' is taken, in {where}; every criterion has its own")
            first.setdefault(id, number)
        _uses(read, path, criterion)
        _examples(read, path, criterion)
        cap = criterion.get("cap")
        if isinstance(cap, dict) and isinstance(cap.get("to"), str) and cap["to"] not in bands:
            hint = did_you_mean(cap["to"], bands) if bands else "This rubric has no bands."
            read.note((*path, "cap", "to"), f"no band is called '{cap['to']}'. {hint}")
    _non_negotiables(read, data.get("non_negotiables"), list(first))


def _words(read: Positioned, words: Any) -> None:
    """Lists that are not there, and entries that no text could match."""
    if not isinstance(words, dict) or not words:
        return
    from ehcp_audit.language.beside import every_name, mistake_in
    from ehcp_audit.language.wordlists import file_names

    for name, change in words.items():
        if name in file_names() and isinstance(change, dict) and not change.get("also"):
            continue
        if name in file_names():
            near = ", ".join(one for one in every_name() if one.startswith(f"{name}."))
            read.note(("words", name), f"'{name}' is a file of lists; say which list is added to: {near}", key=True)
            continue
        if name not in every_name():
            read.note(
                ("words", name), f"no word list is called '{name}'. {did_you_mean(str(name), every_name())}", key=True
            )
            continue
        for key in ("also", "never"):
            entries = change.get(key) if isinstance(change, dict) else None
            for number, entry in enumerate([entries] if isinstance(entries, str) else entries or ()):
                wrong = mistake_in(str(name), entry) if isinstance(entry, str) else None
                if wrong:
                    read.note(("words", name, key, number), wrong)


def _non_negotiables(read: Positioned, listed: Any, known: Sequence[str]) -> None:
    for number, id in enumerate(listed if isinstance(listed, list) else ()):
        if id not in known:
            near = did_you_mean(str(id), known)
            hint = near if near.startswith("Did") else "Name criteria of this rubric."
            read.note(("non_negotiables", number), f"no criterion is called '{id}'. {hint}")


def _plan_sections(read: Positioned, data: Mapping[str, Any]) -> None:
    """Another type of plan names its sections, and no criterion asks about a section that it has not."""
    named, other = data.get("sections"), data.get("plan_type") == "other"
    if other and not named:
        read.note(
            ("plan_type",), "say under 'sections' what this plan's sections are called, by the letters they are like"
        )
    if named and not other:
        read.note(("sections",), "'sections' is for 'plan_type: other'; an EHC plan's are known", key=True)
    if not (other and isinstance(named, dict)):
        return
    criteria = data.get("criteria")
    for number, one in enumerate(criteria if isinstance(criteria, list) else ()):
        section = one.get("section") if isinstance(one, dict) else None
        if section in SECTION_CODES and section not in named:
            read.note(("criteria", number, "section"), f"'sections' names no section {section}; this plan has none")


def _bands(read: Positioned, bands: Any) -> tuple[str, ...]:
    names: list[str] = []
    before: Fraction | None = None
    for number, band in enumerate(bands if isinstance(bands, list) else ()):
        if not isinstance(band, dict):
            continue
        if isinstance(band.get("name"), str):
            if band["name"] in names:
                read.note(("bands", number, "name"), f"two bands are called '{band['name']}'")
            names.append(band["name"])
        try:
            least = schema.fraction(band.get("min"))
        except ValueError:
            continue
        if before is not None and least >= before:
            read.note(("bands", number, "min"), "bands stand best first: each 'min' is lower than the one above it")
        before = least
    if before:
        read.note(("bands",), "the last band must start at 0, so that every score has a band")
    return tuple(names)


def _section_weights(read: Positioned, data: Mapping[str, Any]) -> None:
    weights = data.get("section_weights")
    if data.get("method") == "sections" and weights is None:
        read.note(("method",), "method 'sections' needs 'section_weights'; add them, or write 'flat'")
    if not isinstance(weights, dict):
        return
    letters = schema.SECTIONS[:13]
    seen: dict[str, str] = {}
    for key in weights:
        for code in str(key).split("+"):
            if code not in letters:
                hint = did_you_mean(code, letters)
                read.note(("section_weights", key), f"'{code}' is no lettered section. {hint}", key=True)
            elif code in seen:
                read.note(
                    ("section_weights", key), f"section '{code}' has a weight already, in '{seen[code]}'", key=True
                )
            seen.setdefault(code, key)


def _uses(read: Positioned, path: Path, criterion: Mapping[str, Any]) -> None:
    mode = criterion.get("mode")
    uses = criterion.get("checks")
    if mode == "automatic" and not uses:
        read.note(path, f"criterion '{criterion.get('id')}' is automatic, so it needs a 'check'")
    if mode == "human" and uses:
        read.note((*path, "checks"), "a human criterion is a question for a person alone; it has no 'check'", key=True)
    known = checks.checks()
    for number, use in enumerate(uses if isinstance(uses, list) else ()):
        if not isinstance(use, dict) or not isinstance(use.get("check"), str):
            continue
        inner = (*path, "checks", number)
        found = known.get(use["check"])
        if found is None:
            read.note((*inner, "check"), f"unknown check '{use['check']}'. {did_you_mean(use['check'], list(known))}")
        elif isinstance(use.get("options", {}), dict):
            _options(read, (*inner, "options"), found, use)


def _options(read: Positioned, path: Path, found: checks.Check, use: dict[str, Any]) -> None:
    given = use.get("options") or {}
    known = {option.name: option for option in found.options}
    for name, value in given.items():
        if name not in known:
            hint = did_you_mean(name, list(known)) if known else "It has no options."
            read.note((*path, name), f"check '{found.id}' has no option '{name}'. {hint}", key=True)
            continue
        try:
            given[name] = option_value(known[name].type, value)
        except ValueError as error:
            read.note((*path, name), f"option '{name}' of '{found.id}' {error}")
    for option in found.options:
        if option.required and option.name not in given:
            read.note(path[:-1], f"check '{found.id}' needs the option '{option.name}'")


def option_value(wanted: Any, value: Any) -> Any:
    """A value from YAML as the check's parameter wants it. Raises ValueError saying what is allowed."""
    origin, arguments = typing.get_origin(wanted), typing.get_args(wanted)
    if origin in (typing.Union, types.UnionType):
        kinds = [kind for kind in arguments if kind is not type(None)]
        return None if value is None and len(kinds) < len(arguments) else option_value(kinds[0], value)
    if origin is Literal:
        if value not in arguments:
            raise ValueError(f"may not be '{value}'. {did_you_mean(str(value), [str(one) for one in arguments])}")
        return value
    if origin in (tuple, list, Sequence) or (origin and issubclass(origin, Sequence)):
        if not isinstance(value, list):
            raise ValueError("must be a list")
        return tuple(option_value(arguments[0], one) for one in value)
    if origin is dict or (origin and issubclass(origin, Mapping)):
        if not isinstance(value, dict):
            raise ValueError("must be a mapping of keys to values")
        return {name: option_value(arguments[1], one) for name, one in value.items()}
    if wanted is Fraction:
        return schema.fraction(value)
    if wanted is float and isinstance(value, int | Decimal) and not isinstance(value, bool):
        return float(value)
    words = {bool: "must be true or false", int: "must be a whole number", str: "must be text; put it in quotes"}
    if not isinstance(value, wanted) or (wanted is int and isinstance(value, bool)):
        raise ValueError(words.get(wanted, "is of the wrong kind"))
    return value


def _examples(read: Positioned, path: Path, criterion: Mapping[str, Any]) -> None:
    examples = criterion.get("examples")
    verdicts = tuple(Verdict)
    for verdict, listed in (examples if isinstance(examples, dict) else {}).items():
        inner = (*path, "examples", verdict)
        if verdict not in verdicts:
            read.note(inner, f"'{verdict}' is no verdict. {did_you_mean(verdict, verdicts)}", key=True)
        for number, example in enumerate(listed if isinstance(listed, list) else ()):
            if isinstance(example, dict):
                known = (*schema.SECTIONS[:12], *EXAMPLE_FACTS)
                for key in example:
                    if key not in known:
                        message = f"an example's plan has no '{key}'. {did_you_mean(key, known)}"
                        read.note((*inner, number, key), message, key=True)
            elif not isinstance(example, str):
                read.note((*inner, number), "an example is text, or a mapping of section letters to text")
    if criterion.get("mode") != "automatic" or (examples is not None and not isinstance(examples, dict)):
        return
    given = examples or {}
    lacking = [verdict for verdict in ("met", "not met") if not given.get(verdict)]
    misspelt = {_nearest(verdict, verdicts) for verdict in given if verdict not in verdicts}
    if lacking and not misspelt & set(lacking):
        what = "examples that are met and not met" if len(lacking) == 2 else f"an example that is {lacking[0]}"
        place = (*path, "examples") if given else path
        read.note(place, f"criterion '{criterion.get('id')}' needs {what}; they are its tests")
