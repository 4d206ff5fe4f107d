"""What a table's column or a line's label is about: who, how often, by when, steps, the outcome itself."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from ehcp_audit.language.wordlists import word_set
from ehcp_audit.plan.times import names_time
from ehcp_audit.plan.vocabulary import plain
from ehcp_audit.rare import rarely
from ehcp_audit.resources import read_data

LONGEST_LABEL = 110
_WORD = rarely(r"[a-z0-9']+")
_Entry = tuple[str, tuple[str, ...], tuple[str, ...], frozenset[str], tuple[str, ...]]
"""Name; how its labels begin, what they hold, what they are; and both how they begin and what they are, once more."""


def column_name(label: str) -> str | None:
    """The name of the field that a label announces (see `Field` for the names); None where it announces none.

    Besides the names of `Field` it answers `area`, `number` and `strengths`.
    """
    return _column_name(label) if len(label) <= LONGEST_LABEL else None


_TO_BE_DONE = re.compile(
    r"what (?:(?!we |staff |school )[\w'’ -]{1,40}? (?:will|should|is to|wants to|hopes to) "
    r"(?:achieve|be able to(?: do)?|accomplish|learn(?: to do)?)|"
    r"(?:do|does|would|should|will|is) (?!school |staff |the school |.*\b(?:help|support)\b)[\w'’ -]{1,60}? "
    r"(?:achieve|be able to(?: do)?|accomplish|working towards|aiming for|want for [\w'’-]{1,30}))\??$"
)
"""What outcomes are called by the child's name: "What Sam will achieve", "What do we want Sam to achieve?"."""
_CHANGED = re.compile(
    r"(?:what|how) (?!(?:we|staff|school)\b|.*\b(?:support|provision|help)\b)(?:[\w'’ -]{1,40}? )??"
    r"(?:will|should|is to) (?:[\w'’ -]{1,30}? )??(?:be|have|become) (?:different|changed|better)\b[\w'’, -]{0,40}\??$"
)
"""And by what they change: "What will be different for Sam"."""
_IS_KNOWN = re.compile(
    r"what (?:we|professionals|people|others|the nhs|services) (?:know|have found|have learnt|have learned|found out)"
    r"(?: out)? about (?:[\w-]{1,20}(?:['’]s?)? )?(?:health|care|learning|needs?|difficult(?:y|ies)|home life)\b"
    r"[\w'’ -]{0,30}\??$"
)
"""What needs are called by whoever found them: "What we know about Sam's health"."""
_LEADS_TO = re.compile(
    r"where (?!school\b|the school\b)[\w'’ -]{1,30}? (?:is|am|are) (?:heading|headed|aiming)(?: for)?\??$|"
    r"where [\w'’ -]{1,30}? (?:wants?|hopes?) to (?:be|get(?: to)?)\??$"
)
"""And outcomes by where they lead: "Where Sam is heading"."""
_TO_BE_TOLD = re.compile(
    r"how (?:[\w'’ -]{1,40}? )??(?:will|shall|can) (?:[\w'’ -]{1,30}? )??(?:be )?"
    r"(?:tested|measured|checked|shown|known|proved|proven|seen|told|assessed|judged|know|tell|see|judge|measure|"
    r"recognise)\b[\w'’, -]{0,30}\??$"
)
"""And how it is known whether they are met: "How it will be tested"."""
_TO_BE_GIVEN = re.compile(
    r"what (?:[\w'’ -]{1,40}? (?:will|must|should|is to|are to)|(?:will|must|should) [\w'’ -]{1,40}?) "
    r"(?:provide|offer|give|arrange|deliver|put in place)\b|"
    r"what (?:else |other [\w -]{1,30} )?(?:will|must|should) be (?:provided|offered|given|arranged)\b|"
    r"how [\w'’ -]{1,40}? (?:will|must|should) be (?:helped|supported|taught)\b|"
    r"what (?:the )?(?:school|college|nursery|nhs|health|health services?|social care|care services?|council|"
    r"local authority|adults|staff|teachers|others) (?:will|must|should) do\b"
)
"""What provision is called by those who give it: "What the NHS will provide"."""
_IS_HARD = re.compile(
    r"(?:what (?:does )?[\w'’ -]{1,40}? (?:finds?|struggles?) "
    r"(?:difficult|hard|harder|hardest|challenging|tricky|tough|with)"
    # what is hard for me, what makes school difficult
    r"|what (?:is|are|feels|seems|makes) (?:[\w'’-]{1,20} ){0,3}?(?:hard|harder|hardest|difficult|tricky|tough|"
    r"challenging)(?: (?:for|about) [\w'’ -]{1,30})?"
    # what I cannot do yet, things Sam cannot do alone
    r"|(?:what|things|the things)(?: (?:that|which))? [\w'’-]{1,20} (?:can ?not|can[’']t|am not able to|"
    r"is not able to)\b"
    r"[\w'’ -]{0,30}"
    # what gets in my way, what stops me learning
    r"|what (?:gets in [\w'’-]{1,20} way|(?:stops|holds|trips) (?!up\b)[\w'’-]{1,20}\b[\w'’ -]{0,25})"
    # where I get stuck, where Sam needs help
    r"|where [\w'’-]{1,20} (?:gets? stuck|struggles?|needs? (?:the most |most |more )?help|has difficult(?:y|ies))"
    r"|(?:what|why) (?!school |staff |adults |the )[\w'’-]{1,20} needs? (?:the most |most |more )?(?:help|"
    r"support)(?: with)?)"
    # ..., and how much
    r"(?:(?:,? and|,|,? with) (?:how|by how|why|when|where)\b[\w'’ -]{0,30})?\??$"
)
_ON_THE_WAY = re.compile(
    r"(?:what |how )?(?:(?!staff |school )[\w'’ -]{1,30}? )(?:will|can|hopes? to|plans? to) (?:do to )?"
    r"(?:get|work|move|build up|make (?:my|his|her|their) way) (?:there|towards? (?:this|it|that))"
    r"(?: (?:by|in|through|with|step by step))?"
    r"(?: (?:taking )?(?:these|the following|small|smaller|short)\b[\w -]{0,25})?$"
)
"""And steps by where they lead: "I will get there by these steps", "What Sam will do to get there"."""
_AND_ON_THE_WAY = re.compile(r"by [^.;]{3,40},? and (?:on|along) the way$")
"""And what is reached by a day, with its steps: "By July 2029 and on the way"."""
_WILL = re.compile(  # "Wren will", "I will be able to ..."
    r"(?!(?:we|they|staff|school|teachers?|adults?|parents?|what|who|how|when|where|it|this|that|health|council|college)\b)"
    r"[\w'’-]{1,20} (?:will|can|is going to)(?: be able to)?\s?(?:\.{3}|…)?$"
)
_IS_REASON = re.compile(
    r"(?:why(?: (?:this|it|this (?:one|outcome))(?: (?:matters|counts|is important)(?: to [\w'’ -]{1,30})?)?)?|"
    r"(?:the )?reasons?|rationale)\??$"
)
_IN_A_QUESTION = (
    ("baseline", _IS_REASON),
    ("outcome", _WILL),
    ("outcome", _AND_ON_THE_WAY),
    ("outcome", _TO_BE_DONE),
    ("outcome", _CHANGED),
    ("outcome", _LEADS_TO),
    ("need", _IS_HARD),
    ("need", _IS_KNOWN),
    ("success", _TO_BE_TOLD),
    ("provision", _TO_BE_GIVEN),
    ("steps", _ON_THE_WAY),
)
_GIVEN = rarely(
    r"\W{0,3}(?:(?:special|educational|general|other|further|additional|health|care|social|shared)\s){0,3}"
    r"(?:provision\b(?!\s{0,2}(?:and|,|&|/)\s{0,2}(?:needs?|outcomes?)\b)|"
    r"(?:support|help|strategies)\b.{0,40}\b(?:all|every|each|across)\b)",
    re.IGNORECASE,
)
_REPORT = rarely(
    r"(?:\W*(?:annual|last|yearly|interim|termly) )?reviews?'? (?:notes?|comments?|updates?|findings?)\b|"
    r"progress (?:made|so far|since|to date|at (?:the )?(?:last|annual))\b|"
    r"(?:notes|comments|updates?)(?: (?:from|at|on|since) .*)?\W*$|what has happened since\b",
    re.IGNORECASE,
)
_OF_A_SECTION = re.compile(  # "Who (Section F)", "F: Who", "F – Who", "F3 – Who", "Who (F3)"
    r"\s[(\[](?:(?:sections?|parts?)\s[a-k][12]?|[b-h]\d{1,2}(?:\.\d{1,2})?[a-z]?)[)\]]$|"
    r"^(?:(?:section|part)\s)?[b-h](?:\s?\d{1,2}(?:\.\d{1,2})?[a-z]?)?(?:[:.)]|\s[-–—|])\s{1,2}(?=[a-z])"
)
_OF_AN_ITEM = re.compile(r"[b-h]\s?\d{1,2}(?:\.\d{1,2})?[a-z]?\s{1,2}(?=[a-z(])")  # "F3 Who": a label whole after it


def is_of_change(label: str) -> bool:
    """Does a label ask what an outcome changes: "What will be different for Sam"? It is what outcomes are called, or
    stands beside each to say what it brings.
    """
    text = " ".join(plain(label).split()).strip(" .:-*•()")
    return len(text) <= LONGEST_LABEL and _CHANGED.match(text) is not None


def is_over_provision(text: str) -> bool:
    """Is a line the title of what is given, and of nothing else: "Provision for every outcome", "Help in all areas"?"""
    return len(text) <= LONGEST_LABEL and not text.rstrip().endswith((".", ";", ",")) and bool(_GIVEN.match(text))


def is_report(label: str) -> bool:
    """Is a column's head that of what was found since: "Annual review notes (11.3.25)", "Progress so far", "Update"?"""
    return len(label) <= LONGEST_LABEL and bool(_REPORT.match(" ".join(label.split())))


@lru_cache(maxsize=4096)
def _column_name(label: str) -> str | None:
    text = _OF_A_SECTION.sub("", " ".join(plain(label).split())).strip(" .:-*•()")
    for opening in ("my ", "the ", "our "):
        text = text.removeprefix(opening)
    if not text:
        return None
    for name, pattern in _IN_A_QUESTION:
        if pattern.match(text):
            return name
    code = _OF_AN_ITEM.match(text)
    if code is not None and (of_item := label_name(text[code.end() :])) is not None:
        return of_item
    whole = "provision" if _tells_all(text) else _entry(text)
    if whole is not None:
        return whole
    timed = _TO_A_DAY.search(text)  # "What Sam will be able to do by 31 July 2028"
    return _column_name(text[: timed.start()]) if timed is not None and names_time(timed.group()) else None


_TO_A_DAY = rarely(r"(?<=[\w’'])(?<!\bbe achieved),? by (?:the )?[\w ,]{4,40}$")


def _entry(text: str) -> str | None:
    """The first entry that a label in lower case fits."""
    short = text.count(" ") < 12
    if text[:2] not in _first_letters() and not (short and any(map(text.__contains__, _held()))):
        return None  # most are no label
    for name, begins, holds, exact, _ in _entries():
        if text in exact or (text.startswith(begins) and any(_starts(text, one) for one in begins)):
            return name
        if short and any(map(text.__contains__, holds)):
            return name
    return None


_PARTS = rarely(r"\s?(?:[,;/&()]|\b(?:and|including|with)\b)\s?")
_OF_AMOUNT = ("hours", "time", "level", "amount", "minutes")


def _tells_all(text: str) -> bool:
    """Does a label ask what is given and, beside it, how much or by whom: "What will be done, how much, by whom"?"""
    if not text.startswith(_TELLING) or text.count(" ") > 14:
        return False
    parts = [part for part in _PARTS.split(text) if part]
    names = [_entry(part) for part in parts[1:]]
    what = _entry(parts[0])
    given = what == "provision" or (what is None and parts[0].startswith(("what", "detail", "description")))
    if parts[0].startswith("who ") and parts[0].endswith(" what"):
        given = True
    if not given or any(word in parts[0] for word in _OF_AMOUNT):
        return False
    return not {"who", "how_often"}.isdisjoint(names) and {"outcome", "need", "steps", "success"}.isdisjoint(names)


_TELLING = ("what", "who", "help", "support", "provision", "detail", "description", "strateg", "intervention", "action")
_TOGETHER = rarely(r"\s?(?:[;/&+|]|,(?: and)?|\band\b)\s?")
_OF_ONE_LINE = ("how_often", "group", "who", "review", "monitoring", "by_when", "source", "success", "steps", "area")


def names_together(label: str) -> tuple[str, ...]:
    """What a column holds that says two or three things of each line, in the order of its heading: "Size; check" is a
    group and a review; () where its heading names one thing, or something that no line is told beside.
    """
    text = " ".join(plain(label).split()).strip(" .:")
    parts = [part for part in _TOGETHER.split(text) if part] if len(text) <= LONGEST_LABEL else []
    names = tuple(column_name(part) or "" for part in parts)
    return names if 1 < len(names) <= 3 and len(set(names)) == len(names) and set(names) <= set(_OF_ONE_LINE) else ()


_CHOICES = re.compile(r" \((?:red|green|met|r)\b[^()]{0,40}$")  # "Colour at review (red, amber, green)"


@lru_cache(maxsize=4096)
def label_name(label: str) -> str | None:
    """The same for a label with its answer in the same line: it must be a label whole, not only begin like one.

    "Who will deliver this: ..." is one; "Review of the health care plan: ..." and "Staff training: ..." are provision.
    "Targets for May 2027: ..." is one; "By May 2027: ..." does not say by whom.
    """
    if len(label) > LONGEST_LABEL or len(label.split()) > 14:
        return None
    text = _OF_A_SECTION.sub("", " ".join(plain(label).split())).strip(" .:-*•()?")
    text = _CHOICES.sub("", text)
    for opening in ("my ", "the ", "our "):
        text = text.removeprefix(opening)
    for name, pattern in _IN_A_QUESTION:
        if pattern.match(text):
            return name
    if text[:2] not in _first_letters() and not text.endswith(_held()):
        return None
    for name, _, holds, _, openings in _entries():
        for one in openings if text.startswith(openings) else ():
            if _starts(text, one) and all(
                word in _fillers() or (name != "who" and (word.isdigit() or word in word_set("months")))
                for word in _WORD.findall(text[len(one) :])
            ):
                return name
        if text.endswith(holds) and len(text.split()) <= 8 and text.split()[0] in _fillers():
            return name
    return None


@cache
def run_in_labels() -> dict[str, tuple[str, bool]]:
    """The labels that stand within a paragraph, each with its name, and whether it is a telling one."""
    data = _data()["run_in"]
    return {
        str(label): (name, kind == "telling")
        for kind in ("others", "telling")
        for name, labels in data[kind].items()
        for label in labels
    }


def forget() -> None:
    """Nothing is remembered of the texts that were looked at."""
    for remembering in (_column_name, label_name):
        remembering.cache_clear()


def _starts(text: str, beginning: str) -> bool:
    return text.startswith(beginning) and not text[len(beginning) : len(beginning) + 1].isalpha()


@cache
def _entries() -> tuple[_Entry, ...]:
    return tuple(
        (
            entry["name"],
            tuple(entry.get("begins", ())),
            tuple(entry.get("holds", ())),
            frozenset(entry.get("is", ())),
            tuple(one.strip() for one in (*entry.get("begins", ()), *entry.get("is", ()))),
        )
        for entry in _data()["columns"]
    )


@cache
def _first_letters() -> frozenset[str]:
    """The two letters with which the labels of all entries begin."""
    return frozenset(one[:2] for *_, openings in _entries() for one in openings)


@cache
def _held() -> tuple[str, ...]:
    """What the labels of all entries may hold."""
    return tuple(one for _, _, holds, *_ in _entries() for one in holds)


@cache
def _fillers() -> frozenset[str]:
    return frozenset(str(word) for word in _data()["fillers"])


@cache
def _data() -> dict[str, Any]:
    return read_data(Path(__file__).parent / "columns.yml")
