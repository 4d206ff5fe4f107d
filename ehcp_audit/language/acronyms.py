"""Which acronyms are not explained? A plan is read by parents as well as professionals."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from ehcp_audit.language.spans import Span
from ehcp_audit.rare import rarely

_ACRONYM = re.compile(r"[A-Z](?<![A-Za-z0-9&/-][A-Z])[A-Z]{1,5}s?(?![A-Za-z0-9&-])")  # its first letter at once


def everyday() -> frozenset[str]:
    """Acronyms that need no explanation: everyday ones, and those that every plan uses of itself."""
    from ehcp_audit.language.wordlists import acronyms_allowed

    return acronyms_allowed()


def is_name(letters: str) -> bool:
    """Are the letters the name of a test, a programme, a product or a body ("YARC"), and no short form of a role?"""
    from ehcp_audit.language.wordlists import acronyms_of_names

    return letters.removesuffix("s") in acronyms_of_names()


def unexplained(text: str) -> tuple[Span, ...]:
    """The first use of each acronym that the text nowhere explains, in order.

    Explained is "speech and language therapist (SaLT)" or "SaLT (speech and language therapist)", anywhere, and what a
    key lists. Words in a line of capitals are no acronyms.
    """
    written = list(_ACRONYM.finditer(text))
    if all(match.group().removesuffix("s") in everyday() for match in written):
        return ()
    told = {match[1].removesuffix("s") for place in written if (match := _MEANS.match(text, place.start()))}
    explained = told | _explained(text, written) | _in_a_key(text) | _words(text, written) | _titles(text, written)
    found: dict[str, Span] = {}
    for match in written:
        name = match.group().removesuffix("s")
        if name in found or name in everyday() or name in explained or _shouted(text, match.start(), match.end()):
            continue
        found[name] = Span(match.start(), match.end(), match.group(), "acronym")
    signed = _signed(text) if found else set()  # last, because the whole text is gone through for them
    return tuple(span for name, span in found.items() if name not in signed)


_MEANS = rarely(  # whatever the words that follow
    r"\b([A-Z][A-Z]{1,5}s?)[\"”'’)]{0,2},?\s"
    r"(?:(?:here |in this plan )?(?:means?|stands? for|refers? to|denotes)|(?:is|are) (?:the |an? )?(?:short|"
    r"shorthand|letters|initials|abbreviation|short form|our (?:short )?name)(?: form)? (?:for|of))\s"
)


def _titles(text: str, written: list[re.Match[str]]) -> set[str]:
    """Those that are always plainly the name of a test, beside its score or grade, or of a register that holds a
    professional: "TROG-2 score 71", "GMFCS level IV", "BACP-registered". Nobody needs their words.
    """
    plain: dict[str, bool] = {}
    for match in written:
        name = match.group().removesuffix("s")
        shown = _SCORED.match(text, match.end()) or _HELD_AFTER.match(text, match.end())
        held = _HELD_BEFORE.search(text, max(0, match.start() - 40), match.start())
        plain[name] = plain.get(name, True) and (shown is not None or held is not None)
    return {name for name, always in plain.items() if always}


_SCORED = rarely(
    r"(?:[- ]?(?:\d|[IVX]{1,3})\b)?[,:(]? ?(?:(?:\w+ ){0,2}(?:standard(?:ised)? scores?|scores?|scaled scores?|"
    r"percentiles?|centiles?|index|quotient|level (?:\d|[IVX]{1,3})\b|grade (?:\d|[IVX]{1,3})\b|T ?(?:=|score))|"
    r"[IV]{1,3}\b(?! "
    r"[a-z]))",
)
_HELD_AFTER = rarely(r"[- ](?:registered|accredited|member(?:ship)?|licensed|registration|accreditation)\b")
_HELD_BEFORE = rarely(
    r"\b(?:registered|accredited|licensed|recognised|approved) (?:with|by) (?:the )?$|\b(?:member|membership) of "
    r"(?:the )?$"
)


def _words(text: str, written: list[re.Match[str]]) -> set[str]:
    """Those of four letters and more that the text also writes small: "LOVE", and "I love hens"."""
    names = {match.group() for match in written if len(match.group()) >= _WORD}
    small = {name for name in names if next(_places_of(name.lower(), text), None) is not None}
    beside = (
        found
        for name in small
        for place in _places_of(name, text)
        for found in (_BEFORE.search(text, max(0, place - 7), place), _AFTER.match(text, place + len(name)))
    )
    return small | {found.group(1) for found in beside if found}


def _signed(text: str) -> set[str]:
    """Signs and symbols that stand beside each other in capitals: "He signs BUS, DUCK and BYE". Each has a vowel."""
    runs = (list(_RUN.findall(found.group())) for found in _SIGNS.finditer(text))
    return {name for run in runs if all(_VOWEL.search(name) for name in run) for name in run}


_SIGNS = rarely(
    r"\b(?:[Ss]ign(?:s|ed|ing)?|[Ss]ymbols?|[Bb]uttons?|taps?|presses|points? to)"
    r"(?:\s(?!from\b|by\b|that\b|such\b|as\b)[a-z]{1,12}){0,2}[:,]?\s[\"“‘']?"
    r"\b[A-Z]{2,6}\b(?:[\"”’'\s]{0,2}(?:,|and|or|/|\||-)?[\"“‘'\s]{0,2}\b[A-Z]{2,6}\b){1,30}"
)
_RUN = rarely(r"\b[A-Z]{2,6}\b")
_VOWEL = rarely(r"[AEIOUY]")


def _places_of(word: str, text: str) -> Iterator[int]:
    """Where the word stands by itself; found by its letters, because a pattern for each word is slow to make."""
    place = text.find(word)
    while place >= 0:
        if not (place and _LETTER.match(text, place - 1)) and not _LETTER.match(text, place + len(word)):
            yield place
        place = text.find(word, place + 1)


_OPENS_WORDS = rarely(  # "EP means educational psychologist", "the “EP” is the educational psychologist"
    r"[\"”'’]?,?\s*(?:[(\[:=–-]|(?:means?|stands? for|is|are|or|that is|i\.e\.?)\b)"
)
_CALLED = rarely(  # "educational psychologist, called the EP below"
    r"(?:[(\[]|[=–-]|\b(?:or|called|known (?:here |below )?as|abbreviated (?:to|as)|shortened to|written(?: as)?|"
    r"named|hereafter|i\.e\.?)"
    r"(?: (?:here|below|in this plan))?,?)\s?(?:the |an? |(?:our |his |her |their |my ))?[\"“'‘]?$"
)
_WORD = 4
_LETTER = rarely(r"\w")
_BEFORE = rarely(r"\b([A-Z]{2,6}) $")
_AFTER = rarely(r" ([A-Z]{2,6})\b")


def _explained(text: str, written: list[re.Match[str]]) -> set[str]:
    asked = {match.group().removesuffix("s") for match in written} - everyday()
    # "Antecedent, Behaviour, Consequence" over the columns of an ABC chart
    names = {name for name in asked if len(name) > 2 and _in_capitals(name).search(text)}
    for match in written:
        name = match.group().removesuffix("s")
        if name not in asked or name in names:
            continue
        before = text[max(0, match.start() - 110) : match.start()]
        after = text[match.end() : match.end() + 90]
        if _is_called(before, name) or (_OPENS_WORDS.match(after) and _initials_after(after, name)):
            names.add(name)
    return names


def _is_called(before: str, name: str) -> bool:
    """Do the words before the letters say what they are short for? Outside brackets they must spell all of them."""
    called = _CALLED.search(before)
    if called is None:
        return False
    words = before[: called.start()]
    if called.group().lstrip()[:1] in "([":
        return _initials(words, name)
    last = [word for word in re.findall(r"[A-Za-z]+", words) if word not in _SMALL][-len(name) :]
    return "".join(word[0].upper() for word in last) == name


_SMALL = frozenset({"and", "of", "the", "for", "in", "to", "with"})


def _in_a_key(text: str) -> set[str]:
    """Those of a key to the letters in brackets: "[PT] physiotherapy, [EP] educational psychology". One by itself may
    stand after the words that it is said of.
    """
    entries = list(_ENTRY.finditer(text))
    return {
        one["name"]
        for pair in pairwise(entries)
        for one in pair
        if not text[pair[0].end() : pair[1].start()].strip(" ,;.\n\t")
        and all(entry["words"][0].upper() == entry["name"][0] for entry in pair)
    }


_ENTRY = rarely(r"[\[(](?P<name>[A-Z]{2,6})[\])]\s?[=:–-]?\s?(?P<words>[a-z][a-z ]{3,40})(?=[,;.\n\t]|$)")


def _in_capitals(name: str) -> re.Pattern[str]:
    """Words of four letters and more in a row, in capitals, that the letters are the first of."""
    words = r"[a-z]{3,20}[\s,/&|-]{1,4}".join(name)
    return re.compile(rf"{name[0]}(?<!\w{name[0]}){words[1:]}[a-z]{{3,20}}")  # its first letter is found at once


def _initials(before: str, name: str) -> bool:
    words = re.findall(r"[A-Za-z]+", before)
    return _spells(words[-(len(name) + 7) :], name)


def _initials_after(after: str, name: str) -> bool:
    words = re.findall(r"[A-Za-z]+", after)[: len(name) + 4]
    return _spells(words, name)


def _spells(words: list[str], name: str) -> bool:
    """Do the first letters of the words spell the acronym, small words or none left out?"""
    index = 0
    for word in words:
        if index < len(name) and word[:1].upper() == name[index]:
            index += 1
    return index == len(name) or (len(name) > 2 and index >= len(name) - 1)


def _shouted(text: str, start: int, end: int) -> bool:
    """Does it stand in a run of capitals, as a heading does?"""
    around = text[max(0, start - 24) : end + 24]
    return sum(one.islower() for one in around) < sum(one.isupper() for one in around) and len(around) > 12
