"""The label that a section's heading begins with: "Section B:", "(B)", "H(i) –", "SECTIONA", "Sections C and G"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from ehcp_audit.plan.learnt import Learnt, learnt
from ehcp_audit.plan.page_numbers import without_page
from ehcp_audit.plan.vocabulary import (
    STARTS,
    WORDS,
    Titles,
    agreement,
    area_of,
    joint_title,
    plain,
    title_code,
    title_in_full,
    titles_in_use,
)
from ehcp_audit.rare import rarely

SEVERAL = 3  # letters, each with the word "Section": more than a title that names another section
_CODE = (
    r"[(\[]?\s?(?P<quote>['\"“])?(?P<code>h[\s,:]{0,2}[(-]?\s?p(?:ar)?t\.? ?(?:ii|i|1|2|one|two)(?![a-z0-9])|"
    r"h\s?(?:\)\s?\(|[-.(])?\s?(?:ii|i|1|2)(?![a-z0-9])|[a-k]\s?[1-9](?![0-9.])|"
    r"[a-k])(?(quote)['\"”]|(?![a-z0-9']))\s?[)\]]?"
)
_PLAN = r"(?:education,? health (?:and|&) care plan|ehc plan|ehcp|plan)"
_MISTYPED = (
    r"(?:sec(?:ton|toin|tioin|tiion|ttion|tin|tio|tionn|iton|ion|tino|tiom|tuon|tiob|ction)|seection|setion|setcion|sction|"
    r"scetion|esction|ssection|sevtion|sextion)s?(?![a-z])"
)
_WORD = r"(?P<word>s ?e ?c ?t ?i ?o ?n ?s?|" + _MISTYPED + r"|parts?|sect?\.?(?![a-z])|§)"
_START = re.compile(
    # "▶ Section B", "2.1 Section B", "My EHC plan – Section B", "[Section B]", "B"
    # and, out of a computer's record, "Plan > Section B > Needs"
    r"[^\w(\[§'\"“]{0,6}(?:[a-z][\w ,.'&-]{0,40}[>›»→]\s{0,2}(?=[\w ,.'&>›»→-]{0,40}sect)){0,3}"
    r"(?:(?:(?:\d{1,2}(?:\.\d{1,2}){0,2}[.):]?\s{1,3})?"
    r"(?:(?:my\s|this\s|the\s)?"
    + _PLAN
    + r"(?:\s{0,2}[-:,|]\s{0,2}|\s))?[(\[]?\s?"
    + _WORD
    + r"|\d{1,2}[.)]\s{1,2})?\s{0,3}[:.\-]?\s{0,3})"
    + _CODE
)
_OF_PLAN = rarely(r"\s{0,2}of (?:my|the|this|your|an?|[a-z]{1,20}'s) " + _PLAN + r"(?=\s{0,2}(?:[:(-]|$))")
_LIKELY = re.compile(
    r"[\W\d]{0,10}(?:[Ss] ?[Ee] ?[Cc]|(?:[Ss][CcEeSsVvXx]|[Ee][Ss])[A-Za-z]{3,7}[ .:]{1,3}\(?[A-K]|"
    r"[Pp][Aa][Rr][Tt]|[A-K](?![a-z'’])|§|(?:My |This |The )?(?:EHC|[Pp]lan\b)|"
    r"Education, H)"
)
_NOT_FIRST = frozenset("abcdfghijklmnoqrtuvwxyzLNOQRUVWXYZ")
"""Letters with which no line that may begin with a label does."""
_LETTERS = frozenset("ABCDFGHIJK")  # with no small letter after them: "E" may begin "Education, Health ..."
_CRUMBS = rarely(r"[\W\d]{0,10}[A-Z][\w ,.'&-]{0,40}[>›»→]")  # "Rowan's plan > Section B"
_LONGEST_KEPT = 120  # characters of a line
_LONGEST_CRUMBS = 10 + 1 + 40 + 1  # characters
_CRUMB_ENDS = re.compile(r"[>›»→]")
_NEXT = re.compile(r"\s{0,2}(?P<join>and|&|,|/|\+|-|to)?\s{0,2}(?P<word>(?:sections?|parts?)\s{1,2})?" + _CODE)
_GOES_ON = rarely(r"\)?\s{0,2}(?:and|&|,|/|\+)\s{0,2}(?:[Ss]ections?\s{1,2})?\(?[A-K][12]?\b")
_LATER = rarely(
    r"(?:\band|&|,|/)\s{1,2}(?P<word>sections?\s{1,2})?" + _CODE + r"(?=\s{0,2}[:\-(.]|\s{1,2}[a-z]|\s{0,2}$)"
)
_SECOND = re.compile(  # "Outcomes and Section F - Provision", with its title after it
    r"(?:(?:\band|[&,/|;+])\s{1,2}(?:and\s)?|\s{1,8}(?=[(\[](?:h ?[12]|[a-k])[)\]]\s))"
    r"(?P<word>(?:sections?|parts?)\s{1,2})?"
    r"(?:\s?(?P<also>h\s?\(?(?:ii|i|1|2)\)?|[a-k])\s?(?:and|[&/,])\s?(?=[a-k][12]?\b))?"  # "H1 and H2 - ..."
    + _CODE
    + r"\s{0,2}(?P<mark>[:\-(.|)\]])?\s{0,2}"
)
_AFTER = re.compile(r"[\s:.\-)\]|·•~›»>/=]{0,6}")
_SENTENCE = rarely(
    r"(?:sets?|is|are|was|were|of|in|must|should|shall|will|would|describes?|contains?|shows?|says|states?|gives?|lists?|"
    r"covers?|refers?|above|below|which|that|has|have|does|do|can|may|provides?|outlines?|includes?|explains?|tells?|"
    r"records?|names?|identif\w{1,4}|overleaf|needs? to|where|if|as|to|by|and|or|so|because|from|under|requires?|"
    r"specif\w{1,4}|"
    r"applies|holds?|looks?|asks?|helps?|only|also|then|when|about)\b"
)
_CONTINUED = re.compile(r"\(?\b(?:continued|cont'?d|cont\.?)\)?\s{0,2}[.:]?\s{0,2}$")
_GOES_ON_WITH = re.compile(r"\((?:continued|cont'?d|cont\.?)\)\s{1,8}(?=\S)")  # "F (continued)  Therapy schedule"
_ASIDE = re.compile(  # "My outcomes      Reviewed 19 May 2026"
    r"[\s|(–-]{1,6}(?:last )?(?:reviewed|updated|amended|changed|revised|checked)(?: on)?:? "
    r"(?:\d{1,2}(?:st|nd|rd|th)? [a-z]{3,9} \d{4}|\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|[a-z]{3,9} \d{4})\)?\s{0,2}$",
    re.IGNORECASE,
)
_LAID_OUT = r"(?:,? (?:together|combined|side by side|area by area|(?:by|for each) area(?: of need)?|in one table))"
_TRAILING = re.compile(
    r"(?P<mark>\s{0,3}[(\[:\-|,·•~>/]\s{0,2}|\t\s{0,2}|\s{1,3})(?:(?:this is |forms )?part of (?:the )?)?"
    r"sections?\s{1,2}(?P<code>h\s?[-.(]?\s?(?:ii|i|1|2)|[a-k])"
    r"(?P<more>(?:\s{0,2}(?:,|and|&|/)\s{0,2}(?:h\s?[12]?|[a-k])(?![a-z])){0,4})"
    r"(?: of (?:the|this|my) " + _PLAN + r")?" + _LAID_OUT + r"{0,2}"
    r"(?P<named>(?<=[a-k12i])\s?[:–-]\s[a-z][a-z\d ,'’/&-]{2,110}(?=\)\s{0,3}$))?"
    r"(?:,?\s?\(?cont(?:inued|'d|d|\.))?\s?\)?[)\].]?\s{0,3}$"
)
_BEFORE = rarely(  # "Outcomes (Section E) and provision: education (Section F), health" before the last letter
    r"\(\s?(?P<word>[Ss]ections?\s{1,2}|SECTIONS?\s{1,2})?(?P<code>H[12]?|[A-K])\s?\)\s{0,2}(?:and|AND|[&,;/+])\s{1,2}"
)
_TRAILING_LETTER = re.compile(
    r"(?:\s{0,2}[(\[]\s?(?P<bracketed>h\s?[-.(]?\s?(?:ii|i|1|2)|[a-k])\s?\)?[)\]]|"
    r"(?:\s{1,2}[-|]\s{1,2}|\t)(?P<code>h\s?(?:ii|i|1|2)|[a-k]))\s{0,3}$"
)
_LIKELY_LETTER = re.compile(r"[(\[\-–—|\t]\s{0,2}[A-K](?:[-.\s]?\(?[12i]{1,2}\)?)?\s?[)\]]?\s{0,3}$")
POINTS_AT = rarely(  # the words before a label that is no heading: "as set out in", "see"
    r"\b(?:in|of|to|see|under|from|and|or|by|with|for|per|the|this|each|as|at|on|into|within|also|is|are|be|following|"
    r"both|meet|meets|link|links|linked|relates?|through|via|above|below)\s{0,2}$"
)
_FURTHER = rarely(r"(?:,|and|&|/)\s{0,2}(h\s?[12]?|[a-k])")
_GROUP = re.compile(
    r"\(\s?(?P<codes>(?:H[12]|[A-K])(?:\s?(?:[-,/&]|and)\s?(?:H[12]|[A-K])){1,4})\s?\)"
)  # not "(B1, B2)"


class Label(NamedTuple):
    """What a line begins with.

    `codes` as printed, H for a lone "H"; `kind` is section, part, bracket, letter (with a mark after it) or bare (a
    letter and a space, or alone); `title` starts at `end` in the line. `sub` is the figure of "C2" or "A1".
    """

    codes: tuple[str, ...]
    kind: str
    end: int
    title: str
    sub: str = ""
    continued: bool = False
    page: bool = False  # ends in a page number, as a contents line does


def may_begin_label(line: str) -> bool:
    """A cheap question before the dear one: could this line begin with a label?"""
    first = line[:1]
    word = first in _NOT_FIRST or (first in _LETTERS and "a" <= line[1:2] <= "z")  # an ordinary one
    if not word and _LIKELY.match(line) is not None:
        return True
    if line.isascii() and ">" not in line:
        return False
    return _CRUMB_ENDS.search(line, 0, _LONGEST_CRUMBS) is not None and _CRUMBS.match(line) is not None


def find_label(line: str) -> Label | None:
    """Which section labels does the line begin with? None where it is a sentence or no label at all."""
    if len(line) > _LONGEST_KEPT:
        return _find_label(line)
    return _found_label(line, titles_in_use(), learnt())


@lru_cache(maxsize=4096)  # a heading is looked at from several sides, and is the same in all plans of an authority
def _found_label(line: str, _titles: Titles, _learnt: Learnt) -> Label | None:
    return _find_label(line)


def forget() -> None:
    """Nothing is remembered of the lines that were looked at."""
    _found_label.cache_clear()


def _find_label(line: str) -> Label | None:
    lowered = plain(line[:240])
    match = _START.match(lowered)
    if match is None:
        return None
    word = (match["word"] or "").replace(" ", "")
    if not word and not _is_capital(line, match):
        return None
    code, sub = code_of(match["code"])
    codes = [code]
    end = match.end()
    before = lowered[match.end("word") if word else 0 : match.start("code")]
    bracketed = "(" in before or "[" in before
    of_plan = _OF_PLAN.match(lowered, end) if word else None
    end = of_plan.end() if of_plan is not None else end
    while (more := _NEXT.match(lowered, end)) is not None:
        if not _joins(line, more, word, end):
            break
        if more["join"] in ("-", "to") and code[0] != "H" and ord(more["code"][0]) != ord(code[0].lower()) + 1:
            return None  # "Sections A-K" is a range, no heading; "Sections E-F" is both
        codes.append(code_of(more["code"])[0])
        end = more.end()
    mark_end = _AFTER.match(lowered, end)
    title_at = mark_end.end() if mark_end else end
    marks = lowered[end:title_at]
    rest = lowered[title_at:]
    if not word and marks.startswith((")", "]")):
        bracketed = True
    marked = bracketed or any(mark in marks for mark in ":-.)|·•~›»>=")
    if (
        rest
        and not marked
        and line[title_at].islower()
        and _SENTENCE.match(rest)
        and title_in_full(line[title_at:]) is None
    ):
        return None
    if word:
        kind = "part" if word.startswith("part") else "section"
    elif bracketed:
        kind = "bracket"
    elif any(mark in marks for mark in ":-.|·•~›»>="):
        kind = "letter"
    else:
        kind = "bare"
    codes = _later_codes(line, lowered, title_at, word, codes)
    title = line[title_at:].rstrip()
    if title[-1:].isdigit() or title[-1:] == ")":  # as an aside ends
        title = _ASIDE.sub("", line[title_at:])
    title = title.strip()
    shown = plain(title)
    continued = "cont" in shown and (_CONTINUED.search(shown) or _GOES_ON_WITH.match(shown)) is not None
    title, page = without_page(title)
    return Label(_settled(codes), kind, title_at, title, sub, continued, page)


def find_trailing_label(line: str) -> Label | None:
    """The label that a title ends in: "My outcomes (Section E)", "Placement - Section I", "My school (I)"."""
    if len(line) > 160:
        return None
    lowered = plain(line)
    match = _TRAILING.search(lowered)
    if match is None:
        return _trailing_letter(line, lowered)
    if match.start() < 2 or (not match["mark"].strip(" ") and POINTS_AT.search(lowered, 0, match.start())):
        return None
    codes = [code_of(code)[0] for code in (match["code"], *_FURTHER.findall(match["more"]))]
    title = line[: match.start()].strip()
    codes = [*_before(title, codes, match["mark"]), *codes]
    return Label(_settled(codes), "section", len(line), title, "", False, False)


def _trailing_letter(line: str, lowered: str) -> Label | None:
    """A letter alone at the end of a title, in brackets or after a dash: less sure than one with its word."""
    match = _TRAILING_LETTER.search(lowered)
    if match is None or match.start() < 2:
        return None
    at = match.start("bracketed") if match["bracketed"] else match.start("code")
    if not line[at].isupper():
        return None
    code, _ = code_of(match["bracketed"] or match["code"])
    kind = "bracket" if match["bracketed"] else "letter"
    title = line[: match.start()].strip()
    return Label(_settled([*_before(title, [code], ""), code]), kind, len(line), title, "", False, False)


def _before(title: str, last: list[str], mark: str) -> list[str]:
    """The letters after the titles before the last one: "Outcomes (Section E) and provision" before "(Section F)"."""
    found = list(_BEFORE.finditer(title)) if "(" in title else []
    codes = [code_of(plain(one["code"]))[0] for one in found]
    if not codes or len({*codes, *last}) < len(codes) + len(last):
        return []
    ends = [0, *(one.end() for one in found)]
    titles = [title[begin : one.start()] for begin, one in zip(ends, found, strict=False)]
    titles.append(title[ends[-1] :])
    worded = "(" in mark and all(one["word"] for one in found)
    return codes if _are_titles(titles, [*codes, last[0]], worded=worded) else []


def _are_titles(titles: Sequence[str], codes: Sequence[str], *, worded: bool) -> bool:
    """Are these the titles of these sections? Where each has the word "Section" beside it, three are what they say."""
    if all(_is_title(one, code) for one, code in zip(titles, codes, strict=True)):
        return True
    if not worded or not all(title.strip() for title in titles):
        return False
    if len(codes) >= SEVERAL:
        return True
    one, other = (agreement(title, code) for title, code in zip(titles, codes, strict=True))
    return one >= STARTS and other >= 0


LONGEST_NAMED = 80  # characters of a label in brackets with its section's name


def may_end_in_label(line: str) -> bool:
    """A cheap question before the dear one: could this line end in a label?"""
    end = line[-64:]
    named = line.endswith(")") and "ection" in line[-LONGEST_NAMED:]  # "(Section B: special educational needs)"
    return named or "ection" in end or "ECTION" in end or _LIKELY_LETTER.search(end) is not None


def group_and_area(line: str) -> tuple[tuple[str, ...], str]:
    """The letters in brackets that a joined heading ends in, and the words after them.

    "Needs and provision (B-F-E) Cognition and learning" gives B, F, E and "Cognition and learning". Nothing where what
    follows is no area of need.
    """
    match = _GROUP.search(line) if "(" in line else None
    if match is None:
        return (), ""
    rest = line[match.end() :].strip(" .:-–—")
    if rest and area_of(rest) is None:
        return (), ""
    return _settled(re.findall(r"H[12]|[A-K]", match["codes"])), rest


def _is_capital(line: str, match: re.Match[str]) -> bool:
    return line[match.start("code") : match.start("code") + 1].isupper()


def code_of(found: str) -> tuple[str, str]:
    """The code, and the figure that is a sub-label of it: "h(ii)" is H2; "c2" is C with 2."""
    letters = re.sub(r"p(?:ar)?t|[^a-z0-9]", "", found)
    if letters[0] == "h" and len(letters) > 1:
        figure = {"1": "1", "2": "2", "i": "1", "ii": "2", "one": "1", "two": "2"}.get(letters[1:])
        return ("H" + figure, "") if figure else ("H", letters[1:])
    return letters[0].upper(), letters[1:]


def _joins(line: str, more: re.Match[str], word: str, end: int) -> bool:
    """Is what follows a second label, and not the article "a", the word "I" or the title?"""
    if not more["join"] and not more["word"]:
        return False
    capital = line[more.start("code") : more.start("code") + 1].isupper()
    if not capital:
        return False
    if more["join"] in ("-", "to"):
        close = more.start("code") - end <= (1 if more["join"] == "-" else 4) or word.endswith("s")
        close = close or line[more.end("code") :].lstrip()[:1] in ("", ":")  # "Section E - F: ..."
        return close and bool(word or more["code"][0] == "h")
    if _GOES_ON.match(line, more.end("code")):
        return True  # "D and H1 and H2"
    if more["join"] in ("&", "/") and line[more.end("code") : more.end("code") + 1] == " ":
        return True  # "E & F My outcomes"
    after = line[more.end() : more.end() + 2]
    if not after or not after.strip() or not after[0].isalnum():
        return True
    # "Sections E and F Outcomes": no mark parts it from its title
    if after[0].isupper():
        if word.endswith("s") or more["code"][0] in "ai":
            return word.endswith("s")
        return bool(word) or title_code(line[more.end() :].strip())[1] >= WORDS  # "C and G Health"
    title = line[more.end() :]
    return word.endswith("s") and (bool(joint_title(title)) or title_code(title)[1] >= STARTS)


def _later_codes(line: str, lowered: str, at: int, word: str, codes: list[str]) -> list[str]:
    """The further labels of a plural heading that stand after the first title: "Sections C (Health ...) and G
    (...)".
    """
    if len(codes) > 1:
        return codes
    if not word.endswith("s"):
        return _with_others(line, lowered, at, word, codes[0])
    found = list(codes)
    for match in _LATER.finditer(lowered, at):
        if line[match.start("code")].isupper():
            code = code_of(match["code"])[0]
            if code not in found:
                found.append(code)
    return found


def _with_others(line: str, lowered: str, at: int, word: str, code: str) -> list[str]:
    """The letter of a heading, and those that stand with titles of their own after the first's: "Section E - Outcomes
    and Section F - Special educational provision". The titles must be those of their sections.
    """
    groups, titles, begin = [[code]], [], at
    for match in _SECOND.finditer(lowered, at):
        if bool(match["word"]) != bool(word) or not line[match.start("code")].isupper():
            continue
        other, sub = code_of(match["code"])
        titled = match["word"] or match["mark"] or lowered[match.start("code") - 1] in "(["
        if not titled or sub or any(other in group for group in groups):
            continue
        also = match["also"] if match["also"] and line[match.start("also")].isupper() else None
        groups.append([code_of(also)[0], other] if also else [other])
        titles.append(line[begin : match.start()].strip(" ()|"))
        begin = match.end()
    titles.append(line[begin:].strip(" ()"))
    told = [(one, title) for group, title in zip(groups, titles, strict=True) for one in group]
    codes = [one for one, _ in told]
    return (
        codes if len(codes) > 1 and _are_titles([title for _, title in told], codes, worded=bool(word)) else codes[:1]
    )


def _is_title(title: str, code: str) -> bool:
    """Is a title, before all others, that of this section?"""
    return (title_code(title)[0] or " ")[0] == code[0]


def _settled(codes: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(codes))
