"""How items, and the lines that say more of them, begin: "Outcome 2: ...", "Who: ...", "Checked by ..."."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ehcp_audit.model import Passage
from ehcp_audit.months import SHORTENED
from ehcp_audit.plan.columns import column_name, label_name
from ehcp_audit.plan.drafts import NOUNS, Draft
from ehcp_audit.plan.headings import HEADING_FORMAT, format_score
from ehcp_audit.plan.introductions import is_of_strengths
from ehcp_audit.plan.layout import Layout
from ehcp_audit.plan.lines import (
    BESIDE_CODE,
    CODED,
    LISTED,
    PROMISES,
    coded_apart,
    is_listed,
    lines_of,
    typed_letter,
    unbroken,
)
from ehcp_audit.plan.numbers_in_prose import numbered_apart
from ehcp_audit.plan.over_all import OF_ALL
from ehcp_audit.plan.sentences import sentence_spans
from ehcp_audit.plan.times import names_time, says_by_when, time_follows
from ehcp_audit.plan.vocabulary import title_in_full
from ehcp_audit.rare import rarely

CHECKED = rarely(
    r"\W{0,3}(?:(?:checked|reviewed|measured|monitored|looked at) (?:by|each|every|termly)\b|"
    r"(?:checking|checks|monitoring|review(?:ing)?(?: of progress)?|progress)[.:] (?!by\b)\S)",
    re.IGNORECASE,
)
_DUE = rarely(  # "To be achieved by July 2028." under its outcome
    r"\W{0,3}(?:(?:this|it|the outcome|this outcome) (?:is|should|will|must) )?(?:to )?be "
    r"(?:met|achieved|reached|attained|completed) (?P<by>by)\b[^.;]{3,60}[.;]?$",
    re.IGNORECASE,
)
_OF_A_DATE = (
    r"(?:the|of|in|at|to|and|end|start|beginning|his|her|their|my|this|next|key|stage|ks\d|years?|r|reception|nursery|"
    r"term|half|school|academic|college|education|early|primary|secondary|infant|junior|middle|first|phase|sixth|form|"
    r"post-?16|aged?|months?|time|six|nine|twelve|eighteen|"
    rf"{SHORTENED}|"
    r"spring|summer|autumn|easter|christmas|"
    r"plan|course|programme|placement|leaves|leaving|when|he|she|they|i|is|\d{1,4}(?:st|nd|rd|th)?)"
)
_DATE_ALONE = rarely(  # "By July 2028." or "(by the end of Year 6)" under its outcome
    r"\W{0,3}(?:(?:by|before|until|achieve by|date)\b:?\s)?"
    r"(?:" + _OF_A_DATE + r"[ ,/()-]{1,3}){0,9}" + _OF_A_DATE + r"\W{0,3}",
    re.IGNORECASE,
)
FIRST_STEP = rarely(
    r"(?i)(?:the |a |his |her |their )?(?:(?:first|next|second|interim|smaller) steps?|(?:interim )?milestones?|"
    r"stepping stones?|(?:interim|short[- ]term) (?:targets?|goals?|aims?))\b"
)
NUMBERED = re.compile(
    r"(?:long[- ]term |short[- ]term |desired |agreed |smart |health |educational? |"
    r"(?:social )?care )?(?P<noun>outcome|need|provision|aim|goal|target)\s{0,2}"
    r"(?:no\.?|number|[A-H]\.?(?=\s?\d))?\s{0,2}"
    r"(?P<number>\d{1,2}(?:\.\d{1,2})?[a-z]?)\b"
    r"(?!,?\sand\s(?:outcome\s)?\d{1,2}\s(?:are|also|prepare|serve)\b)"  # a sentence on both
    r"(?P<aside>\s?" + BESIDE_CODE + r")?"
    r"\s{0,2}(?:[:.\-–—)]|,(?=\s[a-z]+(?:[^.,;\n]{0,60}\.|[^.;:\n]{0,60}:)\s))?\s{0,3}",
    re.IGNORECASE,
)
BARE_CODE = re.compile(  # "E2 (B3, B4)", "C(iv)" alone in its line
    r"\W{0,3}(?P<section>[B-H])\.?\s?(?:(?P<number>\d{1,2})|\((?P<roman>[ivx]{1,4})\))\W{0,3}"
    r"(?:\((?:[A-K]?[12]?\.?\s?\d{1,2}[a-z]?\W{0,3}){1,9}\)?)?\s{0,3}"
)
_LABEL = re.compile(r"(?P<label>[^:\n]{2,80}?)\s{0,2}(?::|\s[–—-]\s)\s{0,4}")
DEADLINE = rarely(r"(?:by|before|at|within|when|over the (?:next|coming)|in the next)\b", re.IGNORECASE)
OWN = {"outcome": ("outcome", "aim", "goal", "target"), "need": ("need",), "provision": ("provision",)}
LONGEST_INTRO = 240
_LONGEST_TITLE = 8  # words
_LONGEST_DATE = 50  # characters
_FARTHEST_MARK = 90  # characters within which the mark after a label stands
_DASH = rarely(r"\s-")


_BRACKETED = re.compile(
    r"[(\[](?P<section>H[12]|[B-G])\s?\.?\s?(?P<number>\d{1,2}(?:\.\d{1,2})?[a-z]?)[)\]][.:]?\s{1,3}(?=\S)"
)


def label_of(text: str) -> re.Match[str] | None:
    """The label that a text begins with, and the mark after it."""
    head = text[:_FARTHEST_MARK]
    marked = ":" in head or "–" in head or "—" in head or ("-" in head and _DASH.search(head) is not None)
    return _LABEL.match(text) if marked else None


def lines_by_hand(passage: Passage, code: str, *, single: bool) -> list[Passage]:
    """The lines of a paragraph that a writer broke by hand and began with labels ("Who: ...", "How often: ...")
    or with the bullets or numbers of a list.
    """
    lines = passage.text.split("\n") if single and "\n" in passage.text else []
    listed = [line for line in lines if LISTED.match(line.lstrip()) or CODED.match(line.lstrip())]
    labels = [match for line in lines[1:] if (match := label_of(line)) and label_name(match["label"])]
    if (not labels or len(labels) < len(lines) - 1) and (len(listed) < 2 or len(listed) < len(lines) - 1):
        coded = coded_apart(passage, code)
        return numbered_apart(passage) if len(coded) == 1 and NOUNS[code] == "need" else coded
    return lines_of(passage)


def marker_of(layout: Layout, index: int, passage: Passage, code: str) -> tuple[bool, str | None, Passage]:
    """Is the stretch an item of a list; its number; and its words without the marker.

    A code in brackets counts in its own section: "(E1) A mentor ..." in F points at what the provision is for.
    """
    stretch = layout.stretches[index]
    bracketed = _BRACKETED.match(passage.text)
    own = bracketed is not None and bracketed["section"] == code
    coded = bracketed if own else CODED.match(passage.text)
    if coded:
        return True, coded["number"], passage.cut(coded.end(), len(passage.text))
    match = LISTED.match(passage.text)
    if match and (
        stretch.marker or match["number"] is None or match["number"][0].isdigit() or len(match["number"]) == 1
    ):
        number = match["number"]
        return True, number if number and number[0].isdigit() else None, passage.cut(match.end(), len(passage.text))
    return bool(stretch.marker), None, passage


def is_heading(layout: Layout, index: int, text: str, marker: bool, following: int | None) -> bool:
    """A sub-heading: short, set apart, no sentence.

    One that only its capitals set apart stands over something in small letters: "ADHD" over "EPILEPSY" are two items.
    """
    if marker or len(text) > 100 or text.rstrip().endswith((".", ";", ",")):
        return False
    stretch = layout.stretches[index]
    if stretch.level is not None or (title_in_full(text) is not None and len(text.split()) < 8):
        return True
    over = following is not None and not layout.stretches[following].text.isupper()
    if over and _CAPITALS.fullmatch(text.strip()):
        return True
    return format_score(layout, index) >= HEADING_FORMAT and len(text.split()) <= 12 and not text.rstrip().endswith(":")


_CAPITALS = rarely(r"[A-Z’'-]{3,}(?: [/&,A-Z’'-]+){0,5}")  # "FEELINGS / HEALTH"
_ASIDE = rarely(r"\s\([^()]*\)\s{0,2}:?$")  # "Targets for this year (set by ... in September)"


def announces(layout: Layout, index: int, text: str) -> bool:
    """May a line without its answer be a label over what follows?"""
    return (
        len(_ASIDE.sub("", text)) < 80
        and not text.rstrip().endswith((".", ",", ";"))
        and (format_score(layout, index) > 0.05 or text.rstrip().endswith(("?", ":")) or len(text.split()) <= 4)
    )


def is_over_its_date(layout: Layout, index: int, title: str) -> bool:
    """Do a few words stand over a line that says by when, and what will then be done: "Staying in class" over "By July
    2028 I will ..."?
    """
    after = layout.stretches[index + 1].text if index + 1 < len(layout.stretches) else ""
    few = len(title.split()) <= _LONGEST_TITLE and not says_by_when(title)
    return few and DEADLINE.match(after) is not None and len(after) > len(title)


def is_title_over(layout: Layout, index: int, title: str) -> bool:
    """Are a few words behind "Outcome 6" the title of the outcome in the next line: do they stand over their date, or
    over a sentence and point at a need ("Lunch in the hall (B6)"), or do most titles of the section so?
    """
    if is_over_its_date(layout, index, title):
        return True
    if not _is_over_a_sentence(layout, index, title):
        return False
    if _POINTING_TITLE.search(title):
        return True
    others = [
        _is_over_a_sentence(layout, at, one.text[match.end() :]) and len(one.text[match.end() :].split()) <= _FEW_WORDS
        for at, one in enumerate(layout.stretches)
        if at != index and (match := NUMBERED.match(one.text)) and match["noun"].lower() in OWN["outcome"]
    ]
    return sum(others) >= max(_FEWEST_TITLES, len(others) / 2)


def _is_over_a_sentence(layout: Layout, index: int, title: str) -> bool:
    """Do a few words that promise nothing stand over a sentence that tells what the child does?"""
    if index + 1 == len(layout.stretches) or not _goes_on(layout, index):
        return False
    after = layout.stretches[index + 1].text
    label = label_of(after)
    return (
        1 <= len(title.split()) <= _LONGEST_TITLE
        and not title.rstrip().endswith((".", ";", ","))
        and PROMISES.search(title) is None
        and not says_by_when(title)
        and len(after.split()) >= _FEWEST_WORDS
        and NUMBERED.match(after) is None
        and (label is None or label_name(label["label"]) is None)
    )


def _goes_on(layout: Layout, index: int) -> bool:
    """Is the next stretch in the same cell, or the only cell of the next row under a row of one?"""
    one, other = layout.stretches[index].table, layout.stretches[index + 1].table
    if one == other:
        return True
    rows = layout.rows[index], layout.rows[index + 1]
    return (
        one is not None
        and other is not None
        and one[0] == other[0]
        and all(row and len(row.cells) == 1 for row in rows)
    )


_POINTING_TITLE = rarely(r"\((?:needs? )?[B-D]?\.?\d{1,2}(?:(?:, | and | & )[B-D]?\.?\d{1,2}){0,5}\)\s{0,2}$")
_FEW_WORDS, _FEWEST_WORDS, _FEWEST_TITLES = 3, 8, 2


def is_step_of(layout: Layout, outcome: Draft, line: Passage) -> bool:
    """Is a bullet under an outcome a step of it: has the outcome a number, or says it by when, and the line does not?

    A line that promises something is none under words about the outcomes: "The outcomes are set for July 2028."
    """
    above = outcome.passages[-1]
    if PROMISES.search(line.text) and OF_ALL.match(above.text):
        return False
    if outcome.number is None and typed_letter(layout, above) and typed_letter(layout, line):
        return False  # "(a) By July ..." and "(b) Sam will ..." stand in one list
    dated = DEADLINE.match(above.text) is not None and not DEADLINE.match(line.text)
    return outcome.number is not None or (dated and (outcome.row is not None or not is_listed(layout, above)))


def outcomes_in(layout: Layout, passage: Passage) -> list[Passage]:
    """The outcomes of a paragraph whose sentences say by when, the first and others; none where they do not."""
    spans = sentence_spans(unbroken(layout, passage))
    begun = [
        span
        for span in spans
        if DEADLINE.match(passage.text, span[0]) and not is_date_alone(passage.text[slice(*span)])
    ]
    if len(begun) < 2 or begun[0] != spans[0]:
        return []
    starts = [start for start, _ in begun]
    ends = [max(end for _, end in spans if end <= start) for start in starts[1:]] + [spans[-1][1]]
    return [passage.cut(start, end) for start, end in zip(starts, ends, strict=True)]


def is_date_of(layout: Layout, index: int, text: str, outcomes: Sequence[Draft]) -> bool:
    """Is a line that is a date and nothing more that of the outcome before it, which has none, and not over the next?

    It ends as a sentence does, or closes its cell; outcomes that follow their dates begin with one.
    """
    due = _DUE.match(text)
    if outcomes and due is not None and (time_follows(text, due.end("by")) or not names_time(text)):
        return True
    if not outcomes or not is_date_alone(text) or is_date_alone(outcomes[0].passages[0].text):
        return False
    before = outcomes[-1]
    if any(one.name == "by_when" for one in before.fields) or any(says_by_when(one.text) for one in before.passages):
        return False
    row = layout.rows[index]
    closes = row is not None and any(cell.stretches[-1] == index for cell in row.cells)
    return closes or text.rstrip().endswith((".", ")"))


def is_date_alone(text: str) -> bool:
    """Is a line a time and nothing more: "By July 2028.", "December 2027"?"""
    return len(text) < _LONGEST_DATE and names_time(text) and _DATE_ALONE.fullmatch(text) is not None


def is_stage(text: str) -> bool:
    """Is a line in an outcome's cell a step towards it: "The first step ...", "By 16 July 2027: three words"?"""
    if FIRST_STEP.match(text):
        return True
    stage = _STAGE.match(text)
    return stage is not None and names_time(stage.group()) and PROMISES.search(text, stage.end()) is None


_STAGE = rarely(r"\W{0,2}(?:By|In|At|From) [^:.;]{3,40}:\s", re.IGNORECASE)


def is_own_label(text: str, noun: str) -> bool:
    """Does a line begin with the label of what its section holds: "Outcome: By July ...", "What"?"""
    match = label_of(text)
    return NUMBERED.match(text) is None and label_name(match["label"] if match else text) == noun


_ANSWERED = rarely(  # "B2 needs no more than the rule set out in F1": where another need has its answer
    r"(?:Needs? )?B\.?\s?\d{1,2} (?:needs (?:no more|nothing (?:more|else|further)|only)|(?:is|are) (?:also |all )?"
    r"(?:met|answered|covered|provided for) (?:by|in|under))\b[^.;]{0,100}"
    r"\b(?:F\.?\s?\d{1,2}|[Ss]ection F)\b[^.;]{0,60}\.?"
)


def strengths_at(noun: str, text: str, *, under: bool) -> tuple[bool, bool]:
    """Is the line a heading of strengths, or one of the strengths under it (`under`)? And does what follows stand under
    one? A heading of needs ends them.
    """
    if noun == "need" and (is_of_strengths(text) or _ANSWERED.fullmatch(text.strip())):
        return True, under
    match = label_of(text)
    if match and match.end() < len(text):
        name = label_name(match["label"])
        if noun == "need" and name == "strengths":
            return True, under
        under = under and name is None
        return noun == "need" and under, under
    name = column_name(text) if len(text) < 60 else None
    if name is not None or title_in_full(text) is not None:
        return name == "strengths" or under, name == "strengths"
    return noun == "need" and under, under
