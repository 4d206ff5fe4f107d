"""What a text points at: the numbers, letters and labels of needs, outcomes and provision that it gives.

A pointer is a noun and a mark. The noun is "need", "outcome" or "provision", with the section's letter where the text
gives it ("need C" of "C1"); "label" where the mark is a writer's own ("SEMH2"); "" where it is a bare number, in
brackets that hold nothing else; "paragraph" where the text says that it is one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from ehcp_audit.language.wordlists import int_of, number_words
from ehcp_audit.rare import rarely

Pointer = tuple[str, str]

MOST_IN_RANGE = 15
LONGEST = 120  # characters of a text that does nothing but point
_NUMBER = r"\d{1,2}(?:\.\d{1,2})?[a-z]?"
_JOIN = r"\s?(?:,\s?(?:and\s)?|;\s?|&\s?|/\s?|\+\s?|\band\s|\bor\s|\bto\s|[–—-]\s?)\s?"
_LIST = _NUMBER + r"(?:" + _JOIN + _NUMBER + r"(?![\w%])){0,6}"
_NAMED = rarely(
    r"(?P<led>\b(?:for|meets?|meeting|answers?|addresses|to|of|under|see)\s)?"
    r"\b(?P<noun>outcomes?|needs?)(?:\(s\))?\s{0,2}(?:nos?\.?|numbers?)?\s{0,2}(?P<list>" + _LIST + r")(?![\w%])",
    re.IGNORECASE,
)
_IS_COUNTED = rarely(  # "needs 2 adults", "will need 15 minutes", "need 2:1"; "Vitamin D 3 times"
    r":\d|\s(?!(?:and|or|are|is|above|below|in|of|from|with|by|under|as|will|that|which|both|through|on|for|see|outcomes?|"
    r"needs?)\b)[a-z]"
)
_OF_SOMEBODY = rarely(r"\b(?:he|she|they|i|we|you|it|who|will|may|also|still|only|would)\s$", re.IGNORECASE)
_OTHER_LETTER = rarely(
    r"\b(?:vitamin|hepatitis|grade|band|plan|class|group|block|level|set|type|form|room|licence|category)\s$",
    re.IGNORECASE,
)
"""What a letter may be of beside a section: "vitamin B12"."""
_CODED = re.compile(
    r"(?<![\w.])(?:section\s)?(?P<section>(?-i:[BCDEFG]|H[12](?=\.\s?\d)))"
    r"(?:\.?\s?|[-–]|,?\spara(?:graph)?s?\.?\s)(?P<number>" + _NUMBER + r")(?![\w%])",
    re.IGNORECASE,
)
_MAY_BE_CODED = re.compile(r"[B-H](?:\.?\s?\d|[-–]\d|,?\s[Pp])")
"""What every such code holds; it begins with its capital, which is found at once."""
_ONWARD = rarely(  # "E4 to E7", "B1, 2"
    r"(?P<join>" + _JOIN + r")(?:(?P<section>[BCDEFG])\.?\s?)?(?P<number>" + _NUMBER + r")(?![\w%])"
)
_ENDS_LIST = rarely(r"\s?(?:[,;)\]&/+]|[–—-])|\s(?:and|to)\s\d|\.?\s*$")
_PARAGRAPHS = rarely(r"(?:\b(?:paragraphs?|paras?\.?)|§{1,2})\s?(?P<list>" + _LIST + r")(?![\w%])", re.IGNORECASE)
_SERVES = rarely(
    r"(?<!\bhe\s)(?<!\bshe\s)(?<!\bthey\s)\b(?:towards|meets|answers|addresses|serves|see)\s(?P<list>" + _LIST + r")"
    r"(?=\s?(?:[.;:)\]]|$|,\s|above\b|below\b|and\s(?:works|leads|towards|meets|outcomes?|needs?)\b))",
    re.IGNORECASE,
)
_LABEL = re.compile(  # begins with its capital, which is found at once; what stands before it is asked then
    r"[A-Z](?<![\w.-][A-Z])(?!(?<=[B-H])[\s-]?\d)"
    r"(?:[A-Z]{0,3}(?:[&+][A-Z])?\s?(?:\d{1,2}[a-z]?\b(?![.%]\d|%)|\([a-z]\))|"
    r"[A-Z]{0,9}[-–]\d{1,2}[a-z]?\b(?![.%/-]\d|%))"  # "OUT-1"
)
_RANGED = rarely(r"(?P<first>" + _NUMBER + r")(?:\s?[–—-]\s?|\sto\s)(?P<last>" + _NUMBER + r")")
BRACKET = re.compile(r"[(\[](?P<said>(?:[^()\[\]]|\([a-z]{1,4}\)){1,120})[)\]]")
_DIGIT = re.compile(r"\d")

_TOKEN = re.compile(
    r"(?P<noun>(?:outcomes?|needs?|provisions?)\b(?:\(s\))?|(?-i:Outc?)\b\.?)|"
    r"(?P<glue>(?:section\s[A-K][12]?(?!\w)(?!,?\s(?:para|\d))|sections?|nos?|numbers?|see|also|and|or|for|from|to|"
    r"with|of|the|this|meets?|meeting|met|by|answers?|address(?:es)?|works?|working|towards?|supports?|serves?|leads?|"
    r"links?|linked|relates?|related|above|below|cf|as|in|under)\b)|"
    r"(?P<paragraph>(?:paragraphs?|paras?|points?)\b|§{1,2})|"
    r"(?P<code>(?-i:[BCDEFG]|H[12](?=\.))(?:\.?\s?|[-–]|,?\spara(?:graph)?s?\.?\s|,?\s)(?=\d)(?P<coded>"
    + _NUMBER
    + r")(?!\w))|"
    r"(?P<label>(?-i:[A-Z]{1,4}(?:[&+][A-Z])?)\s?(?:\d{1,2}[a-z]?(?!\w)|\([a-z]\))|"
    r"(?-i:[A-Z]{1,10})[-–]\d{1,2}[a-z]?(?!\w))|"
    r"(?P<number>" + _NUMBER + r"(?!\w|:\d))|"  # "1:1" is a ratio
    r"(?P<letter>[ivx]{1,5}(?!\w)|[a-z](?!\w))|(?P<word>" + "|".join(number_words(1, 10)) + r")\b|"
    r"(?P<join>[–—-])|(?P<end>;)|(?P<mark>[\s,/:.&+()\[\]|→>⇒=]+)",
    re.IGNORECASE,
)


def references(text: str) -> list[Pointer]:
    """What a text points at by noun, section or label: "Outcomes 1 and 3" gives outcome 1 and outcome 3."""
    return [one for one in pointers(text) if one[0] not in ("", "paragraph", "label")]


def pointers(text: str) -> list[Pointer]:
    """All that a text points at, also by bare numbers: "(7; 16)", "paragraphs 4 and 5", "SEMH 2"."""
    alone = points_only(text) if len(text) <= LONGEST else None
    if alone is not None:
        return alone
    found: list[Pointer] = []
    if _DIGIT.search(text) is not None:
        found += [*_named(text), *_coded(text)]
        lowered = text.lower()
        for pattern, words in _LISTS.items():
            lists = pattern.finditer(text) if any(word in lowered for word in words) else ()
            found += [("paragraph", one) for match in lists for one in numbers_in(match["list"])]
        found += [("label", label_key(match.group())) for match in _LABEL.finditer(text)]
    for match in BRACKET.finditer(text) if "(" in text or "[" in text else ():
        said = points_only(match["said"]) or ()
        stands = match.start() < 2 or _MAY_END.match(text, match.end()) is not None
        found += [one for one in said if one[0] or stands]
    return list(dict.fromkeys(found))


_LISTS = {_PARAGRAPHS: ("para", "§"), _SERVES: ("towards", "meets", "answers", "addresses", "serves", "see")}
"""What lists numbers of paragraphs, and the words that begin it, which are found in no time."""
_MAY_END = re.compile(r"\s?(?:[.;:,]|$|\n)")


def points_only(text: str, noun: str = "") -> list[Pointer] | None:
    """What a text points at that does nothing else; None where it says anything more. `noun`: that of its column."""
    if len(text) > LONGEST:
        return None
    return None if begins_otherwise(text) else list(_pointed_at(text, noun)) or None


def begins_otherwise(text: str) -> bool:
    """Does a text begin with a word that nothing which only points begins with, as most do?"""
    word = text.partition(" ")[0]
    return len(word) > 1 and word.isalpha() and not word.isupper() and not _begins(word)


@lru_cache(maxsize=4096)
def _begins(word: str) -> bool:
    """Could a text that begins with this word, of two letters or more and not all capitals, do nothing but point?"""
    return _TOKEN.match(word) is not None


@lru_cache(maxsize=1024)  # a line is asked from several sides, and a plan holds some hundreds
def _pointed_at(text: str, noun: str) -> tuple[Pointer, ...]:
    found: list[Pointer] = []
    at, of, joined = 0, noun, False
    section = ""
    while at < len(text):
        token = _TOKEN.match(text, at)
        if token is None or token.end() == at:
            return ()
        at, kind = token.end(), token.lastgroup
        if kind == "noun":
            of, section = _noun(token["noun"]), ""
        elif kind == "paragraph":
            of, section = of or "paragraph", ""
        elif kind == "end":
            of, section = noun, ""
        elif kind in ("code", "coded"):
            section = token["code"][0].upper() if token["code"][0].upper() != "H" else token["code"][:2].upper()
            found += _ranged(found, _of(section), token["coded"], joined=joined)
        elif kind == "label":
            section = ""
            found += _ranged(found, "label", label_key(token["label"]), joined=joined)
        elif kind == "number":
            found += _ranged(found, _of(section) if section else of, token["number"].lower(), joined=joined)
        elif kind in ("letter", "word"):
            if not of or of == "paragraph":
                return ()
            mark = token.group().lower()
            found.append((of, str(int_of(mark)) if kind == "word" else mark))
        joined = kind == "join" or (kind == "glue" and token.group().lower() == "to") or (joined and kind == "mark")
    return tuple(dict.fromkeys(found))


class Codes(NamedTuple):
    """What stands before an item: its own label or numbers, and what it points at, as "O4 (N4)" before an outcome."""

    own: str
    others: list[Pointer]
    numbers: frozenset[str] = frozenset()


def codes_before(head: str, noun: str) -> Codes | None:
    """The codes before an item of this noun, where one of them is of another kind: "B1:" before provision, "O4 (N4)"
    before an outcome; None where there is its own alone.
    """
    said = points_only(head) or []
    if any(one in ("", "paragraph") for one, _ in said):
        return None
    parted = _OWN_AND_OTHERS.match(head)
    own = label_key(parted["own"]) if parted is not None else ""
    kind = {"need": 0, "outcome": 1, "provision": 2}
    others = [
        (of, mark)
        for of, mark in said
        if (of == "label" and mark != own and (own or len(said) > 1)) or kind.get(of.partition(" ")[0], 9) < kind[noun]
    ]
    numbers = frozenset(mark for of, mark in said if of == noun)  # "Outcome 1 (B1)" bears 1 itself
    return Codes(own, others, numbers) if others else None


_OWN_AND_OTHERS = rarely(
    r"(?P<own>(?:[A-Z]{1,4}(?:[&+][A-Z])?\s?|[A-Z]{1,10}[-–])\d{1,2}(?:\.\d{1,2})?[a-z]?)[.:]?\s{0,2}(?:[(\[→>⇒]|[–—-]\s?(?=[A-Z]|for\b)|for\b)"
)


def only_refers(text: str) -> bool:
    """Does a line only say what the item over it is for: "For B2, B5." or "Meets needs 3 and 4"?"""
    said = points_only(text)
    return said is not None and any(noun not in ("", "label") for noun, _ in said)


def bare_numbers(text: str) -> list[str]:
    """The numbers of a cell that holds nothing else: "1, 3" in the column of outcomes."""
    return [mark for noun, mark in points_only(text) or () if not noun]


def label_key(label: str) -> str:
    """A writer's label as it is compared: "SEMH 2" and "SEMH2" are one, as are "CI(a)" and "CI a"."""
    return re.sub(r"[\s().:–-]", "", label).upper()


def numbers_in(text: str) -> list[str]:
    """The numbers of a list, with those within a range: "1, 3-5" gives 1, 3, 4 and 5."""
    found: list[str] = []
    at = 0
    for match in _RANGED.finditer(text):
        found += _NUMBERS.findall(text[at : match.start()].lower())
        found += between(match["first"].lower(), match["last"].lower())
        at = match.end()
    return [*found, *_NUMBERS.findall(text[at:].lower())]


_NUMBERS = rarely(_NUMBER)


def between(first: str, last: str) -> list[str]:
    """The numbers from one to another; the two alone where nothing can stand between them."""
    start, end = _STEM.fullmatch(first), _STEM.fullmatch(last)
    if start is None or end is None or end["stem"] not in ("", start["stem"]):
        return [first, last]
    low, high = int(start["number"]), int(end["number"])
    if not 0 < high - low < MOST_IN_RANGE:
        return [first, last]
    return [f"{start['stem']}{one}" for one in range(low, high + 1)]


_STEM = rarely(r"(?P<stem>[A-Z&+]*|\d{1,2}\.)(?P<number>\d{1,2})")


def _ranged(before: list[Pointer], noun: str, mark: str, *, joined: bool) -> list[Pointer]:
    """The pointer, with those between it and the one before where the two are joined as a range."""
    if joined and before and before[-1][0] == noun:
        return [(noun, one) for one in between(before[-1][1], mark)[1:]]
    return [(noun, mark)]


def _named(text: str) -> Iterator[Pointer]:
    lowered = text.lower()
    for match in _NAMED.finditer(text) if "need" in lowered or "outcome" in lowered else ():
        noun = _noun(match["noun"])
        verb = _OF_SOMEBODY.search(text, 0, match.start()) or _IS_COUNTED.match(text, match.end())
        if noun == "need" and not match["led"] and verb:
            continue
        for number in numbers_in(match["list"]):
            yield noun, number


def _coded(text: str) -> Iterator[Pointer]:
    """Codes with the letter of a section, and the numbers that go on from them: "E4 to E7", "(B1, 2)"."""
    for match in _CODED.finditer(text) if _MAY_BE_CODED.search(text) is not None else ():
        section = match["section"].upper()
        if section not in "BCDE" and not _is_set_apart(text, match.start()):
            continue
        if _OTHER_LETTER.search(text, 0, match.start()) or _is_amount(match, text):
            continue
        noun, last, end = _of(section), match["number"], match.end()
        yield noun, last
        while (onward := _ONWARD.match(text, end)) is not None and onward["section"] in (None, section):
            if onward["section"] is None and _ENDS_LIST.match(text, onward.end()) is None:
                break
            ranged = onward["join"].strip() in ("-", "–", "—", "to")
            for number in between(last, onward["number"])[1:] if ranged else (onward["number"],):
                yield noun, number
            last, end = onward["number"], onward.end()


def _is_amount(code: re.Match[str], text: str) -> bool:
    """Does a number apart from its letter count what follows: "at Band E 3 hours", "from E 3 times"?"""
    return code.group()[1:2].isspace() and _IS_COUNTED.match(text, code.end()) is not None


def _is_set_apart(text: str, at: int) -> bool:
    """Does a code stand in brackets or behind an arrow? "F2" in the midst of a need is a year of the nursery."""
    before = text[:at]
    return max(before.rfind(one) for one in "([→>⇒") > max(before.rfind(one) for one in ")].")


def _noun(word: str) -> str:
    lowered = word.lower()
    return "need" if lowered.startswith("n") else "provision" if lowered.startswith("p") else "outcome"


def _of(section: str) -> str:
    """The noun of a pointer that gives the letter of a section."""
    return "outcome" if section == "E" else f"need {section}" if section in "BCD" else f"provision {section}"
