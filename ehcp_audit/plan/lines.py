"""Lines that belong together: those that a PDF broke, and sentences that go on about the one before."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise

from ehcp_audit.model import Passage, Stretch
from ehcp_audit.months import SHORTENED
from ehcp_audit.plan.columns import column_name, label_name
from ehcp_audit.plan.layout import Layout
from ehcp_audit.plan.rules_over_all import is_review, is_rule
from ehcp_audit.plan.vocabulary import area_of
from ehcp_audit.rare import rarely

LISTED = re.compile(
    r"(?:[•▪■●◦o\-–*]\s{1,4}|\(?(?P<number>\d{1,2}(?:\.\d{1,2})?[a-z]?|[a-z]|[ivx]{1,4})"
    r"(?:[.):]\s{1,4}|(?<=\d\.\d)\s{1,4}(?=[A-Z])|(?<=\d\.\d\d)\s{1,4}(?=[A-Z])))"  # "6.2 A teaching assistant"
)
_BRACKETS = r"[(\[](?:[^()\[\]]|\([^()]{0,60}\)){1,120}[)\]]"
_ENDS_IN_BRACKETS = rarely(r"[.!?]\s?" + _BRACKETS + "$")  # "... each week. (B8; E8)"
_ITEM = rarely(r"(?:outcome|need|provision) \d{1,2}\s?[.:–—-]\s", re.IGNORECASE)
_FOLLOWS = re.compile(
    r"(?:this|these|those|it|they|such|progress|reviewed|monitored|delivered|provided|the (?:programme|sessions?|"
    r"support|group|intervention|work|training|time|plan|impact)|in addition to this|"
    r"(?:in|at|on|during|for) (?:this|these|that|those) "
    r"(?:hours?|times?|sessions?|lessons?|slots?|minutes|visits?|days?|meetings?|groups?|periods?)|"
    r"each session|all of this|to be (?:reviewed|delivered|provided|monitored))\b",
    re.IGNORECASE,
)

_OF_THIS = rarely(
    r"\b(?:will|must|shall|to) (?:deliver|provide|lead|run|do|carry out|monitor|review|oversee|supervise) "
    r"(?:this|these|it|them)\b|"
    r"\b(?:given|taught|done|used|covered|included|practised|delivered) (?:in|within|during|as part of) "
    r"(?:it|this|these|that|those|them)\b",
    re.IGNORECASE,
)
_AMOUNT = rarely(
    r"(?:\d{1,3}|one|two|three|four|five|six|seven|eight|ten|once|twice|daily|weekly|fortnightly|monthly|termly|"
    r"half-?termly|annually|each|every|at (?:the (?:start|end)|each|every)|in (?:a|every|each|all)|individually|"
    r"all (?:\w{2,12} ){0,2}(?:work|lessons?|homework|day|week|term|year|tests?|exams?|subjects?)(?=[.,;])|"
    r"by|with|from|(?:led|run|overseen|supervised) by)\b",
    re.IGNORECASE,
)
_GOVERNED = re.compile(
    r"\b(?:will|must|shall|should|is|are|be|(?<!educational )needs?|requires?|receives?|provides?|delivers?|runs?|"
    r"(?:minutes?|hours?|sessions?|days?)(?: (?:a|per|each|every) \w{1,12})? of (?!\d))\b",
    re.IGNORECASE,
)

ROLE = (
    r"(?:staff|adults?|teachers?|assistants?|therapists?|mentors?|workers?|nurses?|psychologists?|parents?|co-?ordinators?|"
    r"tutors?|lecturers?|(?:SENCO|SENDCO|TA|HLTA|ELSA|LSA|OT|SALT|SLT)s?|lead(?:er)?s?|managers?|technicians?|officers?|advis[eo]rs?|coach|"
    r"trainers?|physiotherapists?|practitioners?|supervisors?|QTVI|QToD|keyworkers?|counsellors?|specialists?|signers?|"
    r"head of \w{1,12}|teams?|services?|offices?|budd(?:y|ies)|volunteers?|librarians?|drivers?|escorts?|interpreters?|"
    r"carers?|cooks?|receptionists?|instructors?)"
)
BESIDE_CODE = (  # "(need B5)", "(health)" after a code; not "(in Year 6)", "(daily)" or "(teaching assistant)", which
    # say something of the item that stands nowhere else
    r"(?i:\((?![^()]{0,40}\b(?:by|until|end|aged?|years?|key|terms?|daily|weekly|fortnightly|monthly|termly|each|every|"
    rf"once|twice|{SHORTENED}|{ROLE})\b)"
    r"(?:(?:[a-z ,&]{0,24}\b)?[a-k]?\d{1,2}(?:(?:[,;]| and| &) [a-k]?\d{1,2}){0,6}|[a-z ,&]{3,40})\)(?=\s?[.:–-]))"
)
CODED = re.compile(
    r"(?:(?:H[12]?|[B-G])(?:\s?\.?\s?|-)(?=\d))(?P<number>\d{1,2}(?:\.\d{1,2})?[a-z]?)"
    r"(?P<aside>\s" + BESIDE_CODE + r")?"
    r"(?:[.):]|\s[-–—]|,(?=\s[a-z][^.,;:\n]{2,60}(?:,[^.,;:\n]{2,40})?\.\s)|"  # "B4, sensory and physical. He ..."
    r"(?!\s(?:is|are|needs (?:no|only)|has no|applies|and [A-K][12]?(?! ?\d))\b))\s{1,3}(?=\S)"
)
_HAS_SUBJECT = rarely(  # "He has a sloping board", "In mathematics the class teacher teaches him": no amount alone
    r"(?:(?:In|For|At|On|During|After|Before|Between|When|While) [^.;:\d]{2,60}?,? )?"
    r"(?:(?i:he|she|they|we) (?:also |then |always |still )?(?!who|whose|and|or|with|in|for|at)[a-z]{2,}|"
    r"(?i:the|an?|his|her|their) (?:[\w-]+ ){0,3}?(?i:" + ROLE + r") (?:then |also |always )?"
    r"(?!sessions\b|hours\b|times\b|lessons\b|visits\b|minutes\b|days\b|weeks\b|groups\b|places\b)[a-z]{3,}s\b(?<!ss))"
)
_LONGEST_LABEL = 40  # characters
_BULLET_WIDTH = 6.0  # points
_LONGEST_WHO = 260  # characters
_MUST = rarely(r"\b(?:will|must|shall|should)\b", re.IGNORECASE)
PROMISES = re.compile(r"\b(?:will|can|could|shall|able to|(?:s?he|I|you|they)['’](?:ll|d))\b", re.IGNORECASE)
PROVIDES = re.compile(
    r"\b(?:will|must|shall|should|to be|is to|are to|requires?|needs?|receives?|access|provid\w{1,4}|"
    r"deliver\w{0,4}|support\w{0,3}|sessions?|hours?|"
    r"minutes?|weekly|daily|fortnightly|monthly|termly|programme|strateg\w{1,4}|use of|opportunit\w{1,4}|training|"
    r"equipment|adult|clinics?|appointments?|takes? place|(?:is|are) held|"
    r"(?:every|each|once an?|twice an?|times an?|once every|one|two|three) (?:\w{3,8} )?"
    r"(?:week|fortnight|month|term|half[- ]term|year|saturday|day)s?|"
    r"(?:is|are) (?:given|provided|taught|trained|arranged|made available))\b",
    re.IGNORECASE,
)
LONGEST_NAME = 6  # words
_FEW = 3  # words
_BARE_NAME = rarely(  # "Training.", "Occupational therapy and equipment."
    r"[A-Z](?:(?!\b(?:will|must|shall|should|is|are|be|has|have|needs?|requires?|receives?|access|use|daily|weekly|"
    r"termly|an?|each|every|per|for|with|by)\b)[^.:;\d]){2,60}\."
)
_POINTS = rarely(r"\b(?:needs?|outcomes?|sections?|see|[A-K]\.?\d{1,2})\b", re.IGNORECASE)
_IN_BRACKETS = rarely(_BRACKETS + r"\.?")  # "(Needs 1, 2, 4)", "(Every test)" after its sentence
_NAMES_ONLY = rarely(
    r"An? (?!.*\b(?:is|are|was|were|has|have|had|does|do|can|cannot|may|might|could|would|finds?|likes?|makes?|shows?|"
    r"helps?|gives?|means?|takes?|says|uses|works?|comes?|goes)\b)"
)
_NAMES = re.compile(r"(?P<name>[A-Z][^:.;?!\n]{1,110}):\s{1,3}(?=\S)")  # "Literacy: ...", "All teaching staff: ..."
_WHO = re.compile(  # "Learning mentor.", "Named teaching assistant; checked daily"
    r"(?:[A-Z][\w'’/&-]*(?:,?\s[\w'’/&-]+){0,7}?\s(?i:"
    + ROLE
    + r")|(?=[A-Z])(?i:"
    + ROLE
    + r")|(?:Everybody|Everyone)(?: who works? with \w{1,20})?)(?: \([^()]{1,40}\))?"
    r"(?=[.;,]|\s(?:trained|overseen|supervised|under|with|from|for|and|or|then|who|in|of|holding|working|specialising|following|using|"
    r"qualified|registered|responsible|employed|based|to\s(?:appoint|arrange|deliver|design|devise|lead|plan|train|write))\b)"
)
HOW_MUCH = rarely(
    r"\b(?:\d{1,3}|one|two|three|four|five|six|half an?|an?)[ -](?:minutes?|mins?|hours?|sessions?|days?)\b|"
    r"\b(?:daily|weekly|fortnightly|termly|once|twice|each|every)\b",
    re.IGNORECASE,
)


def joined_lines(layout: Layout, indexes: Sequence[int]) -> list[tuple[int, int]]:
    """The paragraphs among stretches that a PDF may have broken: first and last stretch of each.

    A line goes on where it ends in no stop and the next begins in lower case, set alike; in a PDF, also where a long
    line ends in no stop and what follows is no list item.
    """
    runs: list[tuple[int, int]] = []
    for index in indexes:
        if runs and index == runs[-1][1] + 1 and _goes_on(layout, runs[-1][1], index):
            runs[-1] = (runs[-1][0], index)
        else:
            runs.append((index, index))
    return runs


def _goes_on(layout: Layout, one: int, other: int) -> bool:
    before, after = layout.stretches[one], layout.stretches[other]
    if layout.cells[one] is not layout.cells[other] or after.marker or before.level != after.level:
        return False
    if before.marker and before.page != after.page and _is_under_bullet(before, after):
        return True
    text = before.text.rstrip()
    if (
        not text
        or text[-1] in ".!?:;…"
        or _ENDS_IN_BRACKETS.search(text)
        or before.bold != after.bold
        or LISTED.match(after.text)
        or CODED.match(after.text)
        or _ITEM.match(after.text)
    ):
        return False
    if after.text[:1].islower() and len(text) > 25:
        return True
    if _is_answered(text):
        return False
    if before.page is None or len(text) < 70 or before.box is None or after.box is None:
        return False
    return column_name(after.text) is None and area_of(after.text) is None


def _is_answered(text: str) -> bool:
    """Is a line a label of who or how often, and its answer, which seldom ends in a stop: "How often: daily"?"""
    label, colon, _ = text[:_LONGEST_LABEL].partition(":")
    return bool(colon) and label_name(label) in ("who", "how_often", "group")


def _is_under_bullet(before: Stretch, after: Stretch) -> bool:
    """Does the first line of a page stand under the words of the bullet that ends the page before, and not under its
    mark?
    """
    if before.box is None or after.box is None or before.bold != after.bold:
        return False
    return _BULLET_WIDTH < after.box[0] - before.box[0] < 5 * _BULLET_WIDTH


def is_listed(layout: Layout, passage: Passage) -> bool:
    """Does the line in which a passage begins stand in a list?"""
    return bool(layout.stretches[bisect_right(layout.starts, passage.start) - 1].marker)


def typed_letter(layout: Layout, passage: Passage) -> bool:
    """Does the line in which a passage begins open with a letter typed as a mark: "(a) ", "b. "?"""
    match = LISTED.match(layout.stretches[bisect_right(layout.starts, passage.start) - 1].text)
    return match is not None and match["number"] is not None and match["number"].isalpha()


def with_what_follows(text: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """A sentence that goes on about the provision before it ("This will be delivered by ...") belongs to it.

    So does one without a verb that says only how much or when, or who and how much: "30 minutes, twice a week."
    So does what stands after it in brackets: the needs that it is for, or how much.
    """
    joined: list[tuple[int, int]] = []
    named = bool(spans) and _NAMES.match(text, *spans[0]) is not None
    if (
        named
        and 1 < len(spans) < 5
        and _IN_BRACKETS.fullmatch(text, *spans[-1])
        and not _POINTS.search(text, *spans[-1])
    ):
        return [(spans[0][0], spans[-1][1])]  # "Mentor: ... . (10 minutes daily)": who and how much, once for all
    who = behind = False  # the sentence before says who, and no more; the last are of who and how much
    for start, end in spans:
        begins_anew = not joined or _is_labelled(text, start, end)
        says_who = not begins_anew and _says_who(text, joined[-1], start, end)
        much = not begins_anew and _says_how_much(text, joined[-1], start, end)
        behind = says_who or much or (who and _MUST.search(text, start, end) is None)
        if not begins_anew and (
            _FOLLOWS.match(text, start)
            or _IN_BRACKETS.fullmatch(text, start, end)
            or (not named and _is_charged(text, joined[-1], start, end))
            or _OF_THIS.search(text, start, end)
            or is_review(text[start:end])
            or is_rule(text[start:end])  # "Review each term.", "Both for 38 weeks"
            or behind
        ):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
        who = says_who and HOW_MUCH.search(text, start, end) is None
    if behind and len(joined) == 2 and _names_it(text, joined[0]) and HOW_MUCH.search(text, *joined[0]) is None:
        return [(joined[0][0], joined[1][1])]  # "A laptop with a pen. It stays with him. SENCO. Daily."
    return joined


def _names_it(text: str, span: tuple[int, int]) -> bool:
    """Does a sentence without a verb name what is given: "A meeting on arrival with the same adult."?"""
    return _NAMES_ONLY.match(text, *span) is not None and _MUST.search(text, *span) is None


_POINTER = rarely(r"\s?\([^()]{1,40}\)(?=\.$)")


def with_name(text: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """A few words before the first sentence name what it gives: "No cold calling. He will be told which ..."."""
    if len(spans) < 2:
        return spans
    if _NAMES_ONLY.match(text, *spans[0]) and not PROVIDES.search(text, *spans[0]):
        return [(spans[0][0], spans[1][1]), *spans[2:]]
    name = _POINTER.sub("", text[slice(*spans[0])])  # "Adult assistance (B2, B3, B4)."
    if len(name.split()) > LONGEST_NAME:
        return spans
    if PROVIDES.search(name) and not _BARE_NAME.fullmatch(name):
        return spans
    return [(spans[0][0], spans[1][1]), *spans[2:]]


def with_names(text: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """A word or two that name what the next sentence gives belong to it: "... Training. The nurse will ..."."""
    joined: list[tuple[int, int]] = []
    for at, (start, end) in enumerate(spans):
        if joined and start < joined[-1][1]:
            continue
        after = spans[at + 1] if at + 1 < len(spans) else None
        few = after is not None and len(text[start:end].split()) <= _FEW and _BARE_NAME.fullmatch(text, start, end)
        if after is not None and few and _MUST.search(text, *after) and not _BARE_NAME.fullmatch(text, *after):
            end = after[1]
        joined.append((start, end))
    return joined


def labelled_apart(
    text: str, spans: list[tuple[int, int]], noun: str
) -> tuple[list[tuple[int, int]], dict[int, list[tuple[str, tuple[int, int]]]]]:
    """Sentences that begin with a label ("Review: each term.") are fields of what stands before.

    The other sentences; and by where the one before ends, the names of its fields and where their words stand.
    """
    own = spans[:1]
    said: dict[int, list[tuple[str, tuple[int, int]]]] = {}
    for start, end in spans[1:]:
        match = _named_at(text, start, end)
        name = label_name(match["name"]) if match and match.end() < end else None
        if match is None or name in (None, noun, "other", "number", "title", "strengths", "area"):
            own.append((start, end))
        else:
            said.setdefault(own[-1][1], []).append((str(name), (match.end(), end)))
    return own, said


def _named_at(text: str, start: int, end: int) -> re.Match[str] | None:
    """The label with its colon that a sentence begins with."""
    return _NAMES.match(text, start, end) if text.find(":", start, end) > start else None


def _is_charged(text: str, before: tuple[int, int], start: int, end: int) -> bool:
    """Does a sentence within a paragraph name those who do it, and then their task: "All teaching staff: to ..."?

    Where the one before has said how much and which needs it is for, so may this: "Mentor: 45 minutes weekly ... (B6)".
    """
    match = _named_at(text, start, end)
    if match is None or label_name(match["name"]) is not None:
        return False
    both = all(_FOR_NEEDS.search(text, *one) and HOW_MUCH.search(text, *one) for one in (before, (start, end)))
    return not both or HOW_MUCH.match(text, match.end(), end) is None


_FOR_NEEDS = rarely(r"\((?:(?:for|needs?|outcomes?) )?[B-E]\d{1,2}[^()]{0,30}\)\.?\s{0,2}$")


def _is_labelled(text: str, start: int, end: int) -> bool:
    """Does a sentence begin with the label of a field: "Reviewed: each term.", "By: the class teacher."?"""
    match = _named_at(text, start, end)
    return match is not None and label_name(match["name"]) is not None


def _says_who(text: str, before: tuple[int, int], start: int, end: int) -> bool:
    """Does a sentence without a verb begin with those who do what the one before it says: "Learning mentor."?

    One that says how much as well, after a sentence that has said so, gives something of its own.
    """
    match = _WHO.match(text, start, end)
    if match is None or end - start > _LONGEST_WHO:
        return False
    mark = text.find(";", match.end(), end)
    if _GOVERNED.search(text, start, mark if mark > 0 else end):
        return False
    return mark > 0 or HOW_MUCH.search(text, *before) is None or HOW_MUCH.search(text, start, end) is None


def _says_how_much(text: str, before: tuple[int, int], start: int, end: int) -> bool:
    """Is a sentence no more than the amount of what the one before it names?"""
    if _GOVERNED.search(text, start, end) or _HAS_SUBJECT.match(text, start, end):
        return False
    return bool(_AMOUNT.match(text, start)) or (
        HOW_MUCH.search(text, start, end) is not None and HOW_MUCH.search(text, *before) is None
    )


def lines_of(passage: Passage) -> list[Passage]:
    """Each line of a passage, in place."""
    found, start = [], 0
    for line in passage.text.split("\n"):
        found.append(passage.cut(start, start + len(line)))
        start += len(line) + 1
    return found


_ITEM_CODE = re.compile(
    r"(?:^|(?<=[.!?);:]\s))(?P<open>\()?(?P<section>H[12]?|[B-G])\s?\.?\s?(?P<number>\d{1,2})(?(open)\)|)"
    r"(?:[.)]?\s{1,3}(?=[A-Z(])|:\s{1,3}(?=\S))"  # "B3. He ...", "(B.3) He ...", "B3: reading age 6 years"
)


def coded_apart(passage: Passage, code: str) -> list[Passage]:
    """The items of a paragraph that numbers them, perhaps after their area ("Learning. B3. He ... B4. She ...") or what
    goes well ("Strengths: a kind boy. B3. He ...").
    """
    text = passage.text
    marks = [one for one in _ITEM_CODE.finditer(text) if one["section"] == code] if code in text else []
    numbers = [int(one["number"]) for one in marks]
    if not marks or numbers != list(range(numbers[0], numbers[0] + len(numbers))):
        return [passage]
    before = text[: marks[0].start()]
    if before.strip() and area_of(before) is None and label_name(before.partition(":")[0]) != "strengths":
        return [passage]
    cuts = [*([0] if before.strip() else []), *(one.start() for one in marks), len(text)]
    return [passage.cut(one, one + len(text[one:other].rstrip())) for one, other in pairwise(cuts)]


def unbroken(layout: Layout, passage: Passage) -> str:
    """The passage's text with a space where a PDF broke its line; a break inside a Word paragraph stays."""
    text = passage.text
    first = bisect_right(layout.starts, passage.start)
    for start in layout.starts[first : bisect_right(layout.starts, passage.end)]:
        text = text[: start - passage.start - 1] + " " + text[start - passage.start :]
    return text


def sentences_by_hand(passage: Passage) -> list[Passage]:
    """The lines of a passage that a writer broke by hand after each sentence; else the passage whole."""
    lines = passage.text.split("\n")
    if len(lines) < 2 or not all(line.rstrip().endswith(".") for line in lines):
        return [passage]
    return lines_of(passage)


def name_before(text: str) -> str:
    """The few words before sentences of provision in a paragraph: "anxiety." of "anxiety. A mentor meets him ..."."""
    match = _NAME_OVER.match(text)
    if match is None or PROVIDES.search(match["name"]) or not PROVIDES.search(text, match.end()):
        return ""
    return match["name"]


_NAME_OVER = rarely(r"(?P<name>\s{0,2}[^.:;\n]{3,60}[.:])\s+(?=[A-Z\d])")
