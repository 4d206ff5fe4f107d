"""Headings that are lines of their own: with a letter before or after the title, or with the title alone."""

from __future__ import annotations

import re
from typing import NamedTuple

from ehcp_audit.plan.headings import HEADING_FORMAT, LONGEST_HEADING, Heading, format_score, same_format
from ehcp_audit.plan.labels import Label, find_label, group_and_area, may_begin_label
from ehcp_audit.plan.layout import Layout, Row
from ehcp_audit.plan.nil import is_nil
from ehcp_audit.plan.page_numbers import ends_in_page
from ehcp_audit.plan.second_lines import is_rest_of_act
from ehcp_audit.plan.titles_after_labels import LONGEST_LABEL, LONGEST_UNSURE, STATEMENT, title_after
from ehcp_audit.plan.vocabulary import (
    EXACT,
    STARTS,
    WORDS,
    agreement,
    area_of,
    bare_title,
    is_outside,
    is_weak,
    joint_title,
    title_code,
    title_in_full,
    title_key,
)
from ehcp_audit.rare import rarely

_KINDS = {"section": 0.6, "part": 0.5, "bracket": 0.35, "letter": 0.3, "bare": 0.2}
_VALUE = re.compile(r"\s{0,2}(?::|\s-|\s–|\s—|-\s)\s{0,3}")
_MARK = re.compile("[:–—-]")  # one of which each such mark holds
_GOES_ON = re.compile(r"\(cont(?:inued|'d|\.)?\)\s{1,8}(?=\S)", re.IGNORECASE)
_MOST_OF_PART = 6  # words of a title after it: "Therapy schedule"
_ITEM = re.compile(
    r"(?:(?:long[- ]term |agreed )?(?:outcome|need|provision|aim|target))\s{0,2}(?:no\.?|number)?\s{0,2}\d{1,2}[a-z]?"
    r"\s{0,2}[:.–—-]\s{1,3}(?=\S+\s+\S+\s+\S)",
    re.IGNORECASE,
)
_ENUMERATED = re.compile(
    r"\s{0,2}(?:(?:part|section|chapter)\s{1,2}\d{1,2}|\d{1,2}(?:\.\d{1,2})?[a-z]?)\s{0,2}[.:)–-]{0,1}\s{1,3}",
    re.IGNORECASE,
)
SIGNED = re.compile(
    r"(?:signed|signature|sign-?off|authorised (?:by|officer)|local authority officer|name of officer)\b", re.IGNORECASE
)
_HANGING = (",", " and", " or", " of", " the", " to", " by", " which", "-", " for", " their", "&", "(", "/")


class _Parts(NamedTuple):
    """What stands after a label: its title, the last stretch of it, and where the section's own words begin."""

    title: str
    last: int
    body: int | None = None
    run_in: int | None = None


def labelled(layout: Layout, index: int, line: str, label: Label, place: str) -> Heading | None:
    """The heading that a line with a label makes, if its title and its kind of label are enough together."""
    codes = label.codes
    if label.sub and codes[0] != "A" and label.kind not in ("section", "part"):
        return None  # C1, D2: sub-labels inside a section
    parts = _with_rest_of_act(layout, _after_label(layout, index, line, label))
    titled = _agreement(parts.title, codes) if parts.title else 0.0
    if label.continued:
        titled = max(titled, STARTS)
    unsure = label.kind in ("bracket", "letter") and titled < WORDS
    unsure = unsure or (label.kind == "bare" and (titled < STARTS or not parts.title))
    if unsure and label.kind == "bare" and codes[0] in ("A", "I") and parts.title[:1].islower() and titled < WORDS:
        return None  # "A whole-word reading programme", the first words of a cell
    if unsure and (not parts.title or titled < 0 or len(line) > LONGEST_UNSURE or line.rstrip().endswith((".", ","))):
        return None
    score = _KINDS[label.kind] + 0.35 * titled + format_score(layout, index) + (0.1 if place == "alone" else 0.0)
    if titled < STARTS:
        score += _shape(line)
    if not parts.title and label.kind in ("section", "part"):
        score += 0.1
    last = _wrapped(layout, parts.last, parts.title) if parts.body is None else parts.last
    shown = layout.between(index, last) if parts.body is None else layout.stretches[index].text[: parts.body]
    return Heading(
        first=index,
        last=last,
        codes=codes,
        form=label.kind,
        score=score,
        text=" ".join(shown.split()),
        titled=titled,
        place=place,
        body=parts.body,
        page=label.page or (parts.last != index and ends_in_page(parts.title)),
        continued=label.continued,
        sub=label.sub,
        run_in=parts.run_in if last == index else None,
        unsure=unsure,
    )


def _agreement(title: str, codes: tuple[str, ...]) -> float:
    """How well a title suits the letters before it: as well as the best of them, and surely where it suits them all."""
    suits = [agreement(title, code) for code in codes]
    return max(*suits, STARTS) if len(suits) > 1 and min(suits) >= WORDS else max(suits)


def _after_label(layout: Layout, index: int, line: str, label: Label) -> _Parts:
    """Title and words after a label: in its line, after a break in its paragraph, or in the next line or cell."""
    text = layout.stretches[index].text
    code = label.codes[0]
    if label.title:
        if _ITEM.match(line, label.end):
            return _Parts(line[label.end : line.index(" ", label.end)], index, label.end)
        title, value = _without_value(label.title, code)
        goes_on = _GOES_ON.search(line, label.end)
        if goes_on is not None and not _is_title_of_part(layout, index, line, goes_on.end()):
            return _Parts(line[label.end : goes_on.end()], index, goes_on.end())
        if value is not None:
            return _Parts(title, index, text.index(value, label.end))
        if len(text) > len(line):
            return _Parts(title, index, len(line) + 1)
        run_in = _run_in(line, label.end, code)
        return _Parts(title, index, run_in if _is_sentence(line, run_in, code) else None, run_in)
    if len(text) > len(line):
        second, _, rest = text[len(line) + 1 :].partition("\n")
        sure = agreement(second, code)
        parted = rest or format_score(layout, index) >= HEADING_FORMAT  # the words stand below, or in another paragraph
        if len(second) < 160 and (sure >= STARTS or (parted and sure >= WORDS and _is_title_between(second, code))):
            return _Parts(second, index, len(line) + len(second) + 2 if rest else None)
        return _Parts("", index, len(line) + 1)
    title, last = title_after(layout, index, code)
    cut, value = _without_value(title, code)
    if value is not None and last > index:
        return _Parts(cut, last, layout.stretches[last].text.index(value))
    return _Parts(title, last)


def _is_title_of_part(layout: Layout, index: int, line: str, begin: int) -> bool:
    """Is what stands after "(continued)", in a heading set apart, the title of the part that follows, and neither the
    section's words nor an area of need, over which its items stand?
    """
    rest = line[begin:].strip()
    if format_score(layout, index) < HEADING_FORMAT or len(layout.stretches[index].text) > len(line):
        return False
    return rest[-1:].isalnum() and len(rest.split()) <= _MOST_OF_PART and not is_nil(rest) and area_of(rest) is None


def _is_title_between(line: str, code: str) -> bool:
    """Is a line between a label and words of the section a title that only shares its words: "Provision under section 2
    of the 1970 Act"? In B, E and F it may be a sub-heading, in I a school, and in J and K an answer.
    """
    words = line.split()
    if code not in _TITLED_BY_WORDS or not _FEWEST_OF_TITLE <= len(words) <= _MOST_OF_TITLE or not line[0].isupper():
        return False
    asks = line[-1] == "?"
    return asks or ((line[-1].isalnum() or line[-1] == ")") and _SAYS.search(line) is None)


_TITLED_BY_WORDS = frozenset({"A", "C", "D", "G", "H", "H1", "H2"})
_FEWEST_OF_TITLE, _MOST_OF_TITLE = 4, 16  # words
_SAYS = rarely(
    r"\b(?:is|are|was|were|be|been|has|have|had|will|can|does|do|did|no|not|none|nothing|never|needs|takes|gets|wears|"
    r"receives|uses|lives|sees|attends|visits|provides|known)\b|\d{1,2} (?:hours?|minutes?|days?|weeks?|times?)\b",
    re.IGNORECASE,
)


def holds_item(line: str) -> bool:
    """Does a line give a section's label and then one of its items: "Section E – Outcome 1: By July ..."?"""
    label = find_label(line) if may_begin_label(line) else None
    return label is not None and label.kind == "section" and _ITEM.match(line, label.end) is not None


def runs_in(line: str) -> bool:
    """Does a paragraph begin with a section's label and whole title: "Section C: Health needs: Rowan has ..."?"""
    label = find_label(line) if may_begin_label(line) else None
    if label is None or label.kind != "section" or len(label.codes) != 1:
        return False
    code = label.codes[0]
    nothing = _without_value(line[label.end :], code)[1] is not None
    return nothing or _is_sentence(line, _run_in(line, label.end, code), code)


def _with_rest_of_act(layout: Layout, parts: _Parts) -> _Parts:
    """The parts of a heading, with the line that ends it where a PDF broke the name of the Act in its title."""
    rest = _rest_of_act(layout, parts.last, parts.title) if parts.body is None else ""
    return parts._replace(title=parts.title + rest, last=parts.last + 1) if rest else parts


def _rest_of_act(layout: Layout, last: int, title: str) -> str:
    """The line under a title that ends the name of the Act in it, after a space: " Act 1970"; "" for any other."""
    after = last + 1
    if after == len(layout.stretches) or layout.cells[after] is not layout.cells[last]:
        return ""
    line = layout.stretches[after].text
    return f" {line}" if is_rest_of_act(title, line) else ""


def without_statement(title: str, code: str) -> str:
    """A section's title without what is said after it: "Personal budget" of "Personal budget: none"."""
    return _without_value(title, code)[0]


def _is_sentence(line: str, begin: int | None, code: str) -> bool:
    """Are the words from there on a sentence, and not more of the title?"""
    rest = line[begin:] if begin is not None else ""
    least = STARTS if code == "I" else WORDS  # every sentence on a placement names a school
    return rest.rstrip().endswith(".") and len(rest.split()) > 5 and agreement(rest[:LONGEST_HEADING], code) < least


def label_at_right(layout: Layout, row: Row) -> Heading | None:
    """A bar with the title at the left and "Section A" at the right."""
    if len(row.cells) != 2 or any(len(cell.stretches) > 1 for cell in row.cells):
        return None
    title, shown = (layout.stretches[cell.stretches[0]].text for cell in row.cells)
    label = find_label(shown) if len(shown) < LONGEST_LABEL and may_begin_label(shown) else None
    if label is None or label.title or label.kind not in ("section", "part", "bracket") or len(title) > 160:
        return None
    titled = max(agreement(title, code) for code in label.codes)
    if titled < WORDS and not (_is_bold_bar(layout, row) and titled >= 0 and not title.endswith(".")):
        return None
    score = _KINDS[label.kind] + 0.35 * max(titled, 0.0) + format_score(layout, row.first)
    return Heading(row.first, row.last, label.codes, label.kind, score, f"{shown} {title}", titled, "row")


def _is_bold_bar(layout: Layout, row: Row) -> bool:
    """Are both cells of a row in bold, in a document that is not?"""
    return layout.bold_share < 0.6 and all(layout.stretches[index].bold for index in (row.first, row.last))


def trailing(layout: Layout, index: int, line: str, label: Label, place: str) -> Heading | None:
    """A title that ends in its label, set as a heading or alone in its line and known.

    A letter without its word needs the title of its section, or the company of others like it.
    """
    titled = agreement(label.title, label.codes[0])
    apart = format_score(layout, index)
    if titled < WORDS and apart < HEADING_FORMAT and (place != "row" or (titled <= 0 and len(label.codes) > 1)):
        return None  # "Appeal registered (Sections B, F and I)" in a row is a step of the plan's history
    bare = label.kind != "section"
    if bare and (
        titled < 0 or line.rstrip().endswith(".") or (titled < WORDS and area_of(label.title) not in (None, "other"))
    ):
        return None
    score = (_KINDS[label.kind] if bare else 0.5) + 0.35 * titled + apart + _shape(line)
    score += 0.06 if place == "row" else 0.0
    text = layout.stretches[index].text
    body = len(line) + 1 if len(text) > len(line) else None
    form = "letter after" if bare else "section"
    unsure = bare and titled < WORDS
    shown = " ".join(line.split())
    return Heading(index, index, label.codes, form, score, shown, titled, place, None, body, unsure=unsure)


def titled(layout: Layout, index: int, line: str, place: str) -> Heading | None:
    """A heading without a letter: a whole title of the vocabulary, or one of what stands outside."""
    if len(line) > LONGEST_HEADING or (len(line) > 60 and line.endswith(".")):
        return None
    if "{{" in line or "«" in line:
        return None  # the field of a template, unfilled
    group, _ = group_and_area(line)
    text = layout.stretches[index].text
    body = len(line) + 1 if len(text) > len(line) else None
    rest = _rest_of_act(layout, index, line) if body is None else ""
    name = _without_number(line + rest)
    if group:
        return Heading(index, index, group, "section", 0.8, line, 1.0, place, None, body)
    name = bare_title(name)
    key = title_key(name)
    joined = joint_title(name)
    apart = format_score(layout, index)
    score = 0.55 + apart + _shape(line) + (0.1 if place == "alone" else 0.0)
    if joined:
        return Heading(index, index, joined, "title", score, line, EXACT, place, None, body)
    code = title_in_full(name)
    if code is not None:
        if is_weak(key):
            score -= 0.1
        last = index if body is not None else _wrapped(layout, index + bool(rest), line + rest)
        shown = line if body is not None else layout.between(index, last)
        return Heading(index, last, (code,), "title", score, " ".join(shown.split()), EXACT, place, None, body)
    if apart >= HEADING_FORMAT and len(line) <= LONGEST_HEADING and not line.endswith("."):
        near, sure = title_code(name)
        if near is not None and not is_outside(name) and area_of(name) is None:
            return Heading(
                index, index, (near,), "title", score - 0.15, " ".join(line.split()), sure, place, None, body
            )
    left, value = _without_value(line, None)
    if value is not None:
        code = title_in_full(_without_number(left))
        if code is not None:
            return Heading(
                index, index, (code,), "title", score, left, EXACT, place, None, text.index(value, len(left))
            )
    if is_outside(name) or (SIGNED.match(line) and len(line) < 120):
        return Heading(index, index, (), "outside", score, line, EXACT, place, None, body)
    return None


def _without_number(title: str) -> str:
    """A title without the number before it: "Part 2 – Outcomes", "3. My views"."""
    number = _ENUMERATED.match(title)
    return title if number is None else title[number.end() :]


def _without_value(title: str, code: str | None) -> tuple[str, str | None]:
    """ "Personal budget: none" is a title and a statement, as are "Health needs. None." and "Health. He is ill."."""
    stop = _STOP.search(title)
    if stop is not None and (code is None or agreement(title[: stop.start()], code) >= WORDS):
        said = title[stop.end() :]
        if is_nil(said.partition(".")[0]) or STATEMENT.match(said):
            return title[: stop.start()], said
    if len(title) > 140 or _MARK.search(title) is None:
        return title, None
    for match in _VALUE.finditer(title):
        left, right = title[: match.start()], title[match.end() :]
        if right and is_nil(right) and (code is None or agreement(left, code) > 0):
            return left, right
    return title, None


_STOP = re.compile(r"\.(?<!\b[A-Za-z]\.)\s{1,2}(?=[A-Z])")  # its full stop first: it is found in no time


def _run_in(line: str, begin: int, code: str) -> int | None:
    """Where an answer may begin in the line of the heading: "Section I: Placement – Elm Road School"."""
    for match in _VALUE.finditer(line, begin, begin + LONGEST_HEADING):
        if match.end() < len(line) and agreement(line[begin : match.start()], code) >= EXACT:
            return match.end()
    return None


def _wrapped(layout: Layout, last: int, title: str) -> int:
    """The last stretch of a heading that runs over several lines of the same make."""
    for _ in range(3):
        after = last + 1
        if after >= len(layout.stretches) or layout.cells[after] is not layout.cells[last]:
            return last
        text = layout.stretches[after].text
        begins_low = text[:1].islower()
        hangs = title.rstrip().endswith(_HANGING) or title.count("(") > title.count(")")
        if (
            not (begins_low or hangs)
            or len(text) > 140
            or not same_format(layout, last, after)
            or format_score(layout, after) < 0.1
        ):
            return last
        if layout.stretches[after].marker:
            return last
        title = f"{title} {text}"
        last = after
    return last


def _shape(line: str) -> float:
    words = len(line.split())
    if line.rstrip().endswith((".", ",", ";", "?")) and words > 5:
        return -0.3
    return -0.15 if words > 24 else 0.0
