"""Professional roles as plans name them: "speech and language therapist", "SENCo", "EP". No spaCy here."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from ehcp_audit.language import beside
from ehcp_audit.language.wordlists import Lists
from ehcp_audit.rare import rarely

_WORD = re.compile(r"[A-Za-z][A-Za-z'’]*(?:-[A-Za-z]+){0,3}")
_SHORT_IN_CAPITALS = frozenset({"ep", "gp", "slt", "salt", "elsa"})
"""Abbreviations that are words or parts of words in lower case; they count only as they are written in plans."""
_CAPITALS = 2  # at the least: "EP", "SaLT"; "Salt" may open a sentence


class RoleFound(NamedTuple):
    """A role in a text: where it stands, its singular in lower case, and the kind of advice it stands for.

    Kinds: parent, child, educational, psychological, sensory, specialist teaching, medical, social care, authority.
    """

    start: int
    end: int
    text: str
    role: str
    kind: str


def find_roles(text: str) -> tuple[RoleFound, ...]:
    """Which roles does the text name, in order? The longest role wins: a "specialist teacher" is not a "teacher"."""
    words = [(match.start(), match.end(), match.group().lower()) for match in _WORD.finditer(text)]
    words = [(start, end, _singular(word) if "'" in word or "’" in word else word) for start, end, word in words]
    index = _roles_by_first_word(beside.lists())
    senses = _titles_of_the_senses(text)
    found: list[RoleFound] = []
    at = 0
    while at < len(words):
        step = 1
        if title := senses.get(words[at][0]):
            found.append(title)
            at += sum(title.start <= start < title.end for start, _, _ in words)
            continue
        for role_words, role, kind in index.get(words[at][2], ()):
            last = at + len(role_words) - 1
            if last < len(words) and all(words[at + i][2] == word for i, word in enumerate(role_words)):
                start, end = words[at][0], words[last][1]
                if role in _SHORT_IN_CAPITALS and sum(map(str.isupper, text[start:end])) < _CAPITALS:
                    continue
                found.append(RoleFound(start, end, text[start:end], role, kind))
                step = len(role_words)
                break
        else:
            last = _made_of_parts([word for _, _, word in words[at : at + _LONGEST_TITLE]])
            if last:
                start, end = words[at][0], words[at + last - 1][1]
                found.append(
                    RoleFound(start, end, text[start:end], " ".join(w for _, _, w in words[at : at + last]), "medical")
                )
                step = last
        at += step
    return tuple(found)


_LONGEST_TITLE = 5  # words: "consultant in paediatric neurology and ..."
_PARTS = re.compile(  # a field of medicine and who works in it: neuropsychologist, dramatherapist, diabetologist
    r"(?:neuro|cardio|physio|psycho|hydro|drama|hypno|patho|ortho|gastro|entero|haemato|hemato|endocrino|immuno|nephro|"
    r"onco|oto|rhino|laryngo|pulmono|rheumato|uro|radio|gynaeco|allergo|hepato|epilepto|neonato|diabeto|audio|dermato|"
    r"ophthalmo|kinesio|syncope|paedo|geno|physi|psychi|paedi|pedi|geri|podi|dramo){1,3}"
    r"(?:logists?|psychologists?|psychiatrists?|therapists?|physiologists?|atricians?|atrists?|dontists?|pedists?|"
    r"surgeons?|"
    r"disability)"
)
_FIELD = rarely(r"\w+(?:ology|iatrics|iatry|icine|urgery|edics|etics|disability)")


def _made_of_parts(words: list[str]) -> int:
    """How many words make a doctor's or therapist's title that no list holds; 0 where they make none.

    "Neuropsychologist"; "consultant in audiovestibular medicine".
    """
    if _PARTS.fullmatch(words[0]):
        return 1
    if words[0] in ("consultant", "specialist", "doctor") and words[1:2] == ["in"]:
        return next((at + 1 for at in range(2, len(words)) if _FIELD.fullmatch(words[at])), 0)
    return 0


_SENSE = (
    r"(?:(?:partially |severely )?(?:deaf|hearing|vision|visual(?:ly)?|sight(?:ed)?|blind|deafblind|dual[- ]sensory|"
    r"sensory|multi-?[- ]?sensory)\b(?:[- ](?:impair(?:ed|ments?)|loss(?:es)?|needs?))?(?! tests?\b| screen)|"
    r"(?-i:VI|HI|MSI)\b)"
)
_PUPILS = r"(?:(?:the|an?|all|with|who|are|is|have|has|of|and|or|children|pupils|students|learners|young|people) )"
_TEACHER = r"(?:(?:qualified|specialist|advisory|support|outreach) ){0,3}teachers?"
_SENSES_TITLE = rarely(
    rf"\b(?:{_TEACHER} (?:who is |is )?(?:(?:qualified|trained|specialising|in charge) )?(?:of|for|to|in)"
    rf" {_PUPILS}{{0,6}}{_SENSE}|"
    rf"{_TEACHER} with (?:the |an? )?(?:mandatory )?qualification (?:in|for) {_PUPILS}{{0,5}}{_SENSE}|"
    rf"{_TEACHER}(?:,| \(| [-–]) ?{_PUPILS}{{0,6}}{_SENSE}(?=\W*$|\)|[ ,](?:\W|team|service|support|children|pupils))|"
    rf"{_SENSE}(?: (?:and|or|&) {_SENSE})? {_TEACHER}|"
    rf"{_SENSE} (?:(?:support|inclusion|advisory|needs?|teaching|education|outreach) ){{0,2}}(?:services?|teams?)|"
    r"(?:mobility|habilitation)(?: (?:and|&) (?:mobility|habilitation))? (?:officer|specialist|teacher|instructor)s?|"
    r"(?-i:Q?To[Dd]|QTO?D|TOD|QTHI|QTMSI|QTVI)s?)\b",
    re.IGNORECASE,
)
_SENSES_ASKED = re.compile(
    r"deaf|hearing|vision|visual|sight|blind|sensory|mobility|habilit|"
    r"\b(?-i:VI|HI|QT|MSI|Q?T[Oo]D)",
    re.IGNORECASE,
)


def _titles_of_the_senses(text: str) -> dict[int, RoleFound]:
    """Titles of teachers and services for hearing or vision, by where they start, however they are worded.

    "Qualified teacher of deaf children", "VI advisory teacher", "Vision support service".
    """
    if not _SENSES_ASKED.search(text):
        return {}
    found: dict[int, RoleFound] = {}
    for one in _SENSES_TITLE.finditer(text):
        title = one.group().lower().replace("teachers", "teacher")
        found[one.start()] = RoleFound(*one.span(), one.group(), title, "sensory")
    return found


def _singular(word: str) -> str:
    word = word.replace("’", "'")
    if word.endswith("'s") and word not in ("children's",):
        word = word[:-2]
    return word


@cache
def _roles_by_first_word(lists: Lists) -> dict[str, list[tuple[tuple[str, ...], str, str]]]:
    """The roles of roles.yml and their plurals, by first word, longest first."""
    index: dict[str, list[tuple[tuple[str, ...], str, str]]] = {}
    for kind in beside.read_lists(beside.CONTRIBUTORS):
        for role in beside.words_now(f"contributors.{kind}", lists):
            for form in {role, _plural(role)}:
                words = tuple(_WORD.findall(form))
                index.setdefault(words[0], []).append((words, role, kind))
    for entries in index.values():
        entries.sort(key=lambda entry: (-len(entry[0]), entry[0]))
    return index


def _plural(role: str) -> str:
    head, _, rest = role.partition(" of ") if " of " in role else (role, "", "")
    plural = "children" if head == "child" else head[:-1] + "ies" if head.endswith("y") else head + "s"
    return f"{plural} of {rest}" if rest else plural
