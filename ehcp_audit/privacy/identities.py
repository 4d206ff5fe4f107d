"""The dictionary of a plan: whom and what its fields, its caseload row, its file's name and its sentences name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import PurePath

from ehcp_audit.caseload import CaseloadRow
from ehcp_audit.language.dates import first_date
from ehcp_audit.language.roles import find_roles
from ehcp_audit.model import Document, Plan, Stretch
from ehcp_audit.privacy.labels import Labelled, kind_of, labelled
from ehcp_audit.privacy.people import KIN, TITLES, could_be_name, find_people, is_listed, run_from
from ehcp_audit.privacy.places import KINDS, NO_NAMES, PLACES, SCHOOLS, find_places
from ehcp_audit.privacy.tokens import Word, words_in
from ehcp_audit.privacy.words import acronyms, fold, known_capitals, word_set

PEOPLE = ("CHILD", "PARENT", "RELATIVE", "PROFESSIONAL", "PERSON")
_SPLIT = re.compile(r"\s(?:and|&|or)\s|[,;/\n\t(|]|\s[-–—]\s|\s{2,}|\d")
_KINDS_OF_SCHOOL = word_set("identities.kinds_of_school")
_NO_VALUE = re.compile(r"^\s{0,3}(?:n/?a|none|unknown|not known|tbc|tba|yes|no|see|as above|nil|-)\b", re.IGNORECASE)
_POSTCODE = re.compile(r"\b[A-Za-z]{1,2}\d[A-Za-z\d]?\s{0,2}\d[A-Za-z]{2}\b")


@dataclass(frozen=True, slots=True)
class Identity:
    """Somebody or something to be masked: its kind, its names as they were found, and where it was learnt.

    `known`: a field, the caseload, a property or the file's name holds it; else a sentence names it.
    """

    kind: str
    names: tuple[str, ...]
    known: bool = True


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All identities of one plan, in the order in which their placeholders count, and the child's birth date.

    `common`: words in no list that the plan writes in small letters too, folded; a capital makes no name of them.
    """

    identities: tuple[Identity, ...]
    born: date | None = None
    common: frozenset[str] = frozenset()


def lexicon_of(
    document: Document, plan: Plan | None = None, *, row: CaseloadRow | None = None, file_name: str | None = None
) -> Lexicon:
    """Whom and what does this plan name? From fields first, then from the sentences."""
    stretches = (*document.stretches, *document.margins)
    pairs = list(labelled(stretches))
    found: list[Identity] = []
    if plan is not None:
        found += _of_facts(plan)
    if row is not None:
        found += _of_row(row)
    for pair in pairs:
        found += _of_label(pair)
    found += _addresses_below(document.stretches)
    if file_name is not None:
        found += _of_file(file_name)
    found += _of_properties(document.properties)
    merged = _merged(found)
    merged = _merged([*merged, *_in_sentences(document, merged)])
    born = plan.facts.date_of_birth if plan is not None else None
    born = born or next((day for pair in pairs if pair.kind == "DOB" and (day := _day(pair.value))), None)
    return Lexicon(tuple(merged), born, _common(document))


def _common(document: Document) -> frozenset[str]:
    words = (word for stretch in document.stretches for word in words_in(stretch.text))
    return frozenset(word.folded for word in words if word.text.islower() and len(word.folded) >= 4 and not word.plain)


def _day(text: str) -> date | None:
    found = first_date(text)
    return found.value if found is not None else None


# --- fields ---------------------------------------------------------------------------------------------


def _of_facts(plan: Plan) -> Iterator[Identity]:
    facts = plan.facts
    names = tuple(name for name in (facts.child_name, facts.known_as) if name)
    if names:
        yield Identity("CHILD", names)
    if facts.setting and _is_place(facts.setting):
        yield Identity("SCHOOL", (facts.setting,))
    for one in facts.contributors:
        if one.name:
            role = (one.role or "").lower()
            yield from people_of(one.name, "PARENT" if any(word in KIN for word in role.split()) else "PROFESSIONAL")
    for kind, number in (("NHS NUMBER", facts.nhs_number), ("UPN", facts.upn)):
        if number:
            yield Identity(kind, (number,))


def _of_row(row: CaseloadRow) -> Iterator[Identity]:
    if row.name:
        yield from people_of(row.name, "CHILD")
    if row.setting and _is_place(row.setting):
        yield Identity("SCHOOL", (row.setting,))
    if sum(one.isdigit() for one in row.id) >= 3 and len(row.id) >= 4:
        yield Identity("REFERENCE", (row.id,))
    for label, value in row.extra:
        kind = kind_of(label)
        if kind is not None and value:
            yield from _of_label(Labelled(kind, label, value))


def _of_label(pair: Labelled) -> Iterator[Identity]:
    value = pair.value.strip()
    if _NO_VALUE.match(value) or not value:
        return
    if pair.kind == "ADDRESS":
        yield from _of_address(value)
    elif pair.kind in ("SCHOOL", "PLACE"):
        first = re.split(r"[\n,;(]", value)[0].strip()
        if _is_place(first):
            yield Identity(pair.kind, (first,))
        for part in re.split(r"[\n,;]", value)[1:]:
            yield from _of_address(part) if len(part) < 60 and any(c.isupper() for c in part) else ()
    elif pair.kind == "REFERENCE":
        for code in re.findall(r"[A-Za-z]{0,6}[/_-]?\d[\dA-Za-z/_ -]{2,24}", value):
            if sum(one.isdigit() for one in code) >= 3 and first_date(code) is None:
                yield Identity("REFERENCE", (code.strip(),))
    elif pair.kind in PEOPLE:
        yield from people_of(value, pair.kind)


def people_of(value: str, kind: str) -> Iterator[Identity]:
    """The people whose names a field's value holds: "Mrs Ngozi Obi and Mr Chidi Obi (parents)" are two."""
    if len(value) > 200 or value.rstrip().endswith("."):
        return  # sentences are read as sentences
    parts = [part.strip(" .:'\"“”‘’)") for part in _SPLIT.split(value)]
    if kind == "CHILD" and re.fullmatch(r"[^,]{2,30},\s[^,]{2,40}", value.strip()):
        parts = [" ".join(reversed([part.strip() for part in value.split(",")]))]  # "Obi, Ada"
    own_surname = ""
    for part in reversed([part for part in parts if part]):
        words = words_in(part)
        name = [word for word in words if _may_be_part(word)]
        while name and name[0].folded in TITLES:
            name = name[1:]
        if not name or not any(could_be_name(word) or is_listed(word) or kind != "PERSON" for word in name):
            continue
        if find_roles(part) and not any(could_be_name(word) for word in name):
            continue
        if kind not in ("CHILD", "PERSON") and all(w.plain and not is_listed(w) for w in name) and len(name) != 2:
            continue
        text = part[name[0].start : name[-1].end]
        if len(name) == 1 and own_surname and kind == "PARENT" and name[0].folded != fold(own_surname):
            text = f"{text} {own_surname}"  # "Ngozi and Chidi Obi"
        elif len(name) > 1:
            own_surname = name[-1].text
        if len(fold(text)) >= 2:
            yield Identity(kind, (text,))


def _may_be_part(word: Word) -> bool:
    if word.folded in TITLES:
        return True
    role = bool(find_roles(word.text)) or word.folded in KIN or (word.caps and word.folded in acronyms())
    return word.capital and not (role and word.plain) and word.folded not in KINDS


def _of_address(value: str) -> Iterator[Identity]:
    for part in re.split(r"[,\n;\t]", _POSTCODE.sub(" ", value)):
        words = [word for word in words_in(part) if word.capital]
        if words and len(part) < 70:
            yield Identity("ADDRESS", (part[words[0].start : words[-1].end],))
            if any(one.isdigit() for one in part):
                yield Identity("ADDRESS", (part.strip(" ."),))
    for code in _POSTCODE.findall(value):
        yield Identity("POSTCODE", (code,))


def _addresses_below(stretches: Sequence[Stretch]) -> Iterator[Identity]:
    """The lines between "Address" and a postcode, where each stands in a paragraph of its own."""
    for number, stretch in enumerate(stretches):
        if (
            stretch.table is None
            and len(stretch.text) < 90
            and re.match(r"\W{0,3}(?:home )?address\b", stretch.text, re.I)
        ):
            below = []
            for after in stretches[number + 1 : number + 7]:
                if after.table is not None or len(after.text) > 60:
                    break
                below.append(after.text)
                if _POSTCODE.search(after.text):
                    yield from _of_address("\n".join(below))
                    break


def _of_file(name: str) -> Iterator[Identity]:
    stem = re.sub(r"[_+.,-]+", " ", PurePath(name).stem)
    words = words_in(stem)
    i = 0
    while i < len(words):
        last = run_from(stem, words, i)
        if last >= i and any(could_be_name(word) for word in words[i : last + 1]):
            yield Identity("CHILD", (stem[words[i].start : words[last].end],))
        i = max(i, last) + 1


def _of_properties(properties: Iterable[tuple[str, str]]) -> Iterator[Identity]:
    for name, value in properties:
        if name.lower() in ("creator", "lastmodifiedby", "manager", "revision author", "comment author", "author"):
            yield from (one for one in people_of(value, "PERSON") if "@" not in value)


# --- sentences ------------------------------------------------------------------------------------------


def _in_sentences(document: Document, known: Sequence[Identity]) -> Iterator[Identity]:
    tokens = {word.folded for one in known for name in one.names for word in words_in(name)}
    groups = (document.stretches, document.margins, document.notes, document.comments, document.struck)
    texts = [one.text for group in groups for one in group] + [value for _, value in document.properties]
    for text in texts:
        words = words_in(text)
        for place in find_places(text, words):
            yield Identity(place.kind, (text[words[place.first].start : words[place.last].end],), known=False)
        for person in find_people(text, words):
            run = [word for word in words[person.first : person.last + 1] if len(word.folded) > 1]
            new = [word for word in run if word.folded not in tokens]
            old = len(new) < len(run)
            if person.kind != "NAME" and new and not (old and all(word.plain for word in new)):
                yield Identity(person.kind, (text[run[0].start : run[-1].end],), known=False)


# --- merging ----------------------------------------------------------------------------------------------


def _merged(identities: Iterable[Identity]) -> list[Identity]:
    """One entry for each person and thing: names of the child in one, a name that others hold whole in theirs."""
    kept: list[Identity] = []
    keys: list[list[frozenset[str]]] = []
    for one in identities:
        for name in one.names:
            key = frozenset(word.folded for word in words_in(name)) or frozenset({name.casefold()})
            at = next((i for i, other in enumerate(kept) if _same(one, key, other, keys[i])), None)
            if at is None:
                kept.append(replace(one, names=(name,)))
                keys.append([key])
            elif name not in kept[at].names:
                kept[at] = replace(kept[at], names=(*kept[at].names, name), known=kept[at].known or one.known)
                keys[at].append(key)
    return kept


def _same(one: Identity, key: frozenset[str], other: Identity, keys: Sequence[frozenset[str]]) -> bool:
    if one.kind == "CHILD" == other.kind:
        return True
    if one.kind in PEOPLE and other.kind in PEOPLE:
        return any(
            key == own or (key < own and other.kind != "CHILD" and len(key) > 0 and len(own) > 1) for own in keys
        ) or (other.kind == "CHILD" and any(key <= own for own in keys))
    return one.kind == other.kind and any(key <= own if one.kind in ("SCHOOL", "PLACE") else key == own for own in keys)


def _is_place(text: str) -> bool:
    """Is the value of a label "School" or the like the name of one?"""
    words = words_in(text)
    kinds = KINDS | SCHOOLS | PLACES | NO_NAMES
    own = [word for word in words if word.capital and len(word.folded) > 1 and word.folded not in kinds]
    kind = any(word.folded in SCHOOLS | PLACES | _KINDS_OF_SCHOOL for word in words)
    named = any(not word.plain and word.folded not in known_capitals() for word in own)
    return len(text) < 100 and len(words) <= 10 and (named or (kind and bool(own)))


def lexicon_of_caseload(rows: Iterable[CaseloadRow]) -> Lexicon:
    """Whom a whole caseload names: to search what is shared for any of them."""
    return Lexicon(tuple(_merged_apart(one for row in rows for one in _of_row(row))))


def _merged_apart(identities: Iterable[Identity]) -> list[Identity]:
    """Each name once; the children of a caseload are not one child."""
    return list(dict.fromkeys(identities))
