"""Under one heading for several sections: the paragraphs that say by their labels which of the sections they are.

"Sections B, E and F" over "Need 1: ...", "Outcome: ...", "Provision: ..."; and, after the tables of outcomes and
provision, what is given for all of them under a heading of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from ehcp_audit.plan.columns import column_name, is_over_provision, label_name
from ehcp_audit.plan.heading_columns import joint_code
from ehcp_audit.plan.headings import HEADING_FORMAT, Heading, covers, format_score, same_format
from ehcp_audit.plan.joint_rows import heads_provision
from ehcp_audit.plan.layout import Layout
from ehcp_audit.plan.lead_ins import is_promised, provision_below
from ehcp_audit.plan.lines import HOW_MUCH, PROVIDES
from ehcp_audit.plan.times import names_time
from ehcp_audit.plan.vocabulary import STARTS, area_of
from ehcp_audit.rare import rarely

if TYPE_CHECKING:
    from ehcp_audit.plan.ownership import Ownership

NEEDS = ("B", "C", "D")
PROVISION = ("F", "G", "H1", "H2")
_LONGEST_LABEL = 90  # characters, with what stands in brackets
_LONGEST_TITLE = 60
_LONGEST_OF_ACT = 140  # where it says which provision of social care
_LEAST_WORDS = 6  # of a paragraph that is more than a title
_LEAST_LABELS = 3
_LONGEST_STRENGTHS = 12  # lines
_BRACKETS = rarely(r"\s{0,2}\([^()]{0,70}\)")
_NUMBER = rarely(r"\s{0,2}(?:no\.?\s{0,2})?(?:[B-H]\.?)?\d{1,2}(?:\.\d{1,2})?[a-z]?$", re.IGNORECASE)
_MARK = rarely(r"\s?:|\s[–—-]\s|(?<=\d)\.\s")  # after a label: "Outcome 2 – By ...", "Outcome 2. By ..."
_LETTER = rarely(r"\b(?:section )?(?P<code>H[12]|[B-G])$")
_OWN_CODE = rarely(
    r"(?P<code>H[12](?=\.)|[B-G])\.?\d{1,2}(?:\.\d{1,2})?[a-z]?[.:)]?\s{1,4}(?:\([^()]{1,60}\)\s)?(?=\S+(?: \S+){5})"
)
_PURPOSE = rarely(r"\s(?:to|for|across|that|which|of)\s")


def part_lines(layout: Layout, result: Ownership) -> None:
    """Gives the paragraphs under each heading over several sections to the one that their labels name."""
    for joint in result.joined:
        codes = covers(joint.codes)
        if len(codes) < 2:
            continue
        lines = list(_lines_under(layout, result, joint, codes))
        labels = {index: code for index in lines if (code := _label(layout, index, codes)) is not None}
        titles = {index: code for index in lines if (code := _title(layout, index, codes)) is not None}
        labels.update(titles)
        given = _provision_of(codes)
        below = provision_below(layout, lines, given) if given is not None and codes[0] == "E" else {}
        labels.update({index: code for index, code in below.items() if code != "E" or index not in labels})
        told = len(set(labels.values())) > 1 and len(labels) >= _LEAST_LABELS
        told = told or ("E" in labels.values() and _come_in_turn(result, joint, lines))
        if told or set(titles.values()).intersection(PROVISION):
            _part(layout, result, lines, labels if told else titles, codes)
            result.headings.update(index for index, code in titles.items() if code in ("H1", "H2"))
        _give_what_follows(layout, result, [index for index in lines if labels.get(index) != codes[0]], codes)


def _come_in_turn(result: Ownership, joint: Heading, lines: Sequence[int]) -> bool:
    """Do headings of provision stand again and again under the joint one, each after its outcome?"""
    within = range(joint.last + 1, lines[-1])
    return (
        sum(set(result.codes_at.get(index, ())) <= set(PROVISION) for index in within if index in result.codes_at) > 1
    )


def give_strengths(layout: Layout, result: Ownership, headings: Sequence[Heading]) -> None:
    """Strengths that stand between an area's name and the heading of its needs are no words of the section before."""
    for one in headings:
        index = one.first - 1
        if one.codes != ("B",) or index < 1 or result.owners[index] in ("A", "B", None):
            continue
        least = max(1, one.first - _LONGEST_STRENGTHS)
        while index >= least and index not in result.headings and layout.rows[index] is None:
            if _names_strengths(layout.stretches[index].text):
                if _is_area(layout, index - 1):
                    for line in range(index, one.first):
                        result.owners[line] = "B"
                    result.owners[index - 1] = None
                break
            index -= 1


def give_provision_after_grids(layout: Layout, result: Ownership) -> None:
    """What stands under "Provision for all outcomes", or under "All areas" and "Provision | Who | When", is provision,
    where that follows tables whose columns part provision from outcomes; until the next section, table of that kind,
    area, or line that is set like the title.
    """
    given: str | None = None  # the section of provision in the columns above
    title: int | None = None
    owner: str | None = None  # of what stands under the title, as it has been given
    for index in range(len(layout.stretches)):
        row = layout.rows[index]
        codes = {code for _, code in result.columns.get(row.table, ())} if row is not None else set()
        if codes:
            told = codes.intersection(PROVISION)
            given, title = (told.pop() if len(told) == 1 else None), None
        if index in result.codes_at:
            given = title = None
        elif given is not None and (_is_over_provision(layout, index) or (not codes and _heads_area(layout, index))):
            title, owner = index, result.owners[min(index + 1, len(layout.stretches) - 1)]
            result.owners[index] = given
            if _is_alone(layout, index - 1) and area_of(layout.stretches[index - 1].text) is not None:
                result.owners[index - 1] = None
        elif title is not None and (result.owners[index] != owner or _stands_beside(layout, title, index)):
            title = None
        elif title is not None and index not in result.headings:
            result.owners[index] = given


def _is_across(layout: Layout, index: int) -> bool:
    """Does a stretch stand in no table, or in the only cell of its row?"""
    row = layout.rows[index]
    return row is None or len(row.cells) == 1


def _is_alone(layout: Layout, index: int) -> bool:
    """Is a stretch a line of its own, or the first of the only cell of its row?"""
    row = layout.rows[index]
    return row is None or (len(row.cells) == 1 and row.first == index)


def _is_over_provision(layout: Layout, index: int) -> bool:
    apart = _is_alone(layout, index) and format_score(layout, index) >= HEADING_FORMAT
    return apart and is_over_provision(layout.stretches[index].text)


def _heads_area(layout: Layout, index: int) -> bool:
    """Does a row begin there that heads columns of provision, right under the name of an area?"""
    row = layout.rows[index]
    if row is None or row.first != index or not index or not heads_provision(layout, row):
        return False
    return _is_alone(layout, index - 1) and area_of(layout.stretches[index - 1].text) is not None


def _stands_beside(layout: Layout, title: int, index: int) -> bool:
    """Is a line the next of a title's kind: an area, or set like the title?"""
    if not _is_alone(layout, index):
        return False
    return area_of(layout.stretches[index].text) is not None or same_format(layout, title, index)


def _names_strengths(text: str) -> bool:
    label = text[:_LONGEST_LABEL].partition(":")[0]
    return len(label) < _LONGEST_TITLE and label_name(label) == "strengths"


def _lines_under(layout: Layout, result: Ownership, joint: Heading, codes: Sequence[str]) -> Iterator[int]:
    """The stretches between a heading over several sections and the next heading of another, but for headings."""
    for index in range(joint.last + 1, len(layout.stretches)):
        opened = result.codes_at.get(index)
        if opened is not None and not set(opened) <= set(codes):
            return
        if index not in result.headings and (result.owners[index] is None or result.owners[index] in codes):
            yield index


def _label(layout: Layout, index: int, codes: Sequence[str]) -> str | None:
    """The section that a paragraph's label names: "Need 2: ...", "Provision H1 (1970 Act): ...", "E8. By ..."."""
    row = layout.rows[index]
    own = _OWN_CODE.match(layout.stretches[index].text)
    if own is not None and own["code"] in codes and row is None:
        return own["code"]
    text = layout.stretches[index].text
    mark = _MARK.search(text, 0, _LONGEST_LABEL)
    if mark is None or (row is not None and len(row.cells) > 1):
        return None
    head = _BRACKETS.sub("", text[: mark.start()]).strip()
    letter = _LETTER.search(head)
    if letter is not None and letter["code"] in codes and label_name(head[: letter.start()]) is not None:
        return letter["code"]
    return _code_of(label_name(_NUMBER.sub("", head)), codes)


def _provision_of(codes: Sequence[str]) -> str | None:
    """The one section of provision among several."""
    found = [code for code in codes if code in PROVISION]
    return found[0] if len(found) == 1 else None


def _title(layout: Layout, index: int, codes: Sequence[str]) -> str | None:
    """The section of which a line set apart is a title: "Outcome 2", "Provision for all of the outcomes"."""
    text = layout.stretches[index].text.strip()
    if len(text) > _LONGEST_OF_ACT or not _is_alone(layout, index) or text.endswith((".", ":", ";")):
        return None
    if format_score(layout, index) < HEADING_FORMAT:
        return None
    if len(text) > _LONGEST_TITLE:  # "8a. Provision under section 2 of the Chronically Sick and Disabled Persons Act"
        return code if (code := joint_code(text, codes)) in ("H1", "H2") else None
    title, *purpose = _PURPOSE.split(text, maxsplit=1)
    name = column_name(title)
    if name == "provision" and purpose:
        return _provision_of(codes)
    text = _BRACKETS.sub("", text).strip()  # "Outcome 1 (needs B2, B6)"
    numbered = _NUMBER.search(text)
    named = label_name(text[: numbered.start()]) if numbered is not None else None
    if named is not None:
        return _code_of(named, codes)
    code = joint_code(text, codes) if area_of(text) is None else None
    return code if code in codes else None


def _code_of(name: str | None, codes: Sequence[str]) -> str | None:
    if name in ("need", "strengths"):
        return next((code for code in codes if code in NEEDS), None)
    if name == "outcome":
        return "E" if "E" in codes else None
    return _provision_of(codes) if name == "provision" else None


def _part(
    layout: Layout, result: Ownership, lines: Sequence[int], labels: dict[int, str], codes: Sequence[str]
) -> None:
    current: str | None = None  # none before the first label, and after a heading or the name of an area
    before = lines[0]
    for index in lines:
        if any(between in result.codes_at for between in range(before + 1, index)):
            current = None
        before = index
        label = labels.get(index)
        if label is not None:
            current = label
            text, colon, words = layout.stretches[index].text.partition(":")
            if label == "E" and is_promised(layout.stretches[index].text):
                result.owners[index] = current  # its own words, and no label
                continue
            one = Heading(index, index, (label,), "row", 0.75, " ".join(text.split()), STARTS, "row")
            result.opened.setdefault(label, []).append(one)
            if colon and words.strip() and f" {label}" in text:  # "Provision H1 (1970 Act): ..."
                result.headings.add(index)
                result.begins[index] = len(text) + 1 + len(words) - len(words.lstrip())
        elif result.owners[index] is None or _is_area(layout, index):
            current = None
        if current is not None and (
            _is_across(layout, index) or (current in PROVISION and result.owners[index] == codes[0])
        ):
            result.owners[index] = current


def _is_area(layout: Layout, index: int) -> bool:
    return layout.rows[index] is None and area_of(layout.stretches[index].text) is not None


def _give_what_follows(layout: Layout, result: Ownership, lines: Sequence[int], codes: Sequence[str]) -> None:
    """After tables with a column of provision, paragraphs that say who and how much are provision for all rows."""
    code = _provision_of(codes)
    after = max((at for at, index in enumerate(lines) if layout.rows[index] is not None), default=None)
    if code is None or after is None or code not in {result.owners[index] for index in lines[:after]}:
        return
    rest = [index for index in lines[after + 1 :] if result.owners[index] == codes[0]]
    said = [text for index in rest if len((text := layout.stretches[index].text).split()) > _LEAST_WORDS]
    much = sum(HOW_MUCH.search(text) is not None for text in said)
    headed = bool(said) and _FOR_ALL.match(said[0]) is not None and _gives(said[0])
    if headed or (len(said) > 1 and much > len(said) / 2 and all(map(_gives, said))):
        for index in rest:
            result.owners[index] = code


_FOR_ALL = rarely(r"(?:support|provision|help|staffing|teaching)\b[^.:]{0,30}\b(?:all|every|whole)\b", re.IGNORECASE)


def _gives(text: str) -> bool:
    by_when = text[:3].lower() == "by " and names_time(text)
    return not by_when and (PROVIDES.search(text) is not None or HOW_MUCH.search(text) is not None)
