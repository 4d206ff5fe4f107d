"""Headings that are known by those around them: written, placed and set like the others, and next in the order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from ehcp_audit.model import SECTION_CODES
from ehcp_audit.plan.copies import LONGEST_ENTRY, mass
from ehcp_audit.plan.headings import HEADING_FORMAT, Heading, covers, format_score, same_format, sections_opened
from ehcp_audit.plan.layout import Layout, Row
from ehcp_audit.plan.vocabulary import EXACT, WORDS

LEAST = 0.3
PEERS = 4
_SAME_WORDS = 3
_FEW_PEERS = 2  # where the title says more
LETTERS_OF_SERIES = 6
MOST_LETTERS = 7
TITLES_IN_PLAIN_TYPE = 8
NEARLY_ALL = 9  # sections, which one make of letters opens in whatever order
LONGEST_ROW = 80  # characters of a row in a list of advice by letters


def in_company(candidates: Sequence[Heading], sure: Sequence[Heading], layout: Layout) -> list[Heading]:
    """The unsure candidates that the sure ones vouch for: "F  What will happen" between "E  Outcomes" and "G  ...".

    At least four others must be written, placed and set alike, none of them for the same letter, and the letter
    before or after it in the alphabet must be the nearest of them on that side. Two are enough where words of its
    section stand beside the letter; and one, under a heading for several sections. Those found so vouch for others.
    """
    found: list[Heading] = []
    while further := _vouched_for(candidates, sure, layout):
        found += further
        sure = sorted([*sure, *further], key=lambda one: one.first)
    return sorted(found, key=lambda one: one.first)


def _vouched_for(candidates: Sequence[Heading], sure: Sequence[Heading], layout: Layout) -> list[Heading]:
    """The unsure candidates that these vouch for."""
    found: list[Heading] = []
    taken = {one.first for one in sure}
    for one in candidates:
        if not one.codes or one.form in ("title", "outside", "column") or one.first in taken or one.score < LEAST:
            continue
        if not set(covers(one.codes)) <= set(SECTION_CODES) or one.place == "column":
            continue
        if _is_of_joint(one, sure, layout) or _is_part_beside(one, sure, layout) or _is_again(one, sure):
            found.append(one)
            continue
        peers = _of_one_list(one, [other for other in sure if _alike(one, other, layout)])
        codes = {other.codes[0] for other in peers}
        opened = {code for other in peers for code in covers(other.codes[:1])}
        known = len(codes) >= PEERS and opened.isdisjoint(covers(one.codes))
        known = known and (_in_order(one, peers, sure) or _is_among_most(one, peers, layout))
        if known or (len(codes) >= _FEW_PEERS and _says_enough(one, sure, layout)):
            found.append(one)
    return found


def _says_enough(one: Heading, sure: Sequence[Heading], layout: Layout) -> bool:
    """Do words of its section stand beside a letter that is set apart, and does nothing surer open that section?"""
    if one.titled < WORDS or one.page or format_score(layout, one.first) < HEADING_FORMAT:
        return False
    return not {code for other in sure for code in covers(other.codes)}.intersection(covers(one.codes))


def _of_one_list(one: Heading, peers: Sequence[Heading]) -> Sequence[Heading]:
    """The others of the list that it stands in: without a guide of the same make before the sections, which has its
    letter too.
    """
    if one.unsure:
        return peers
    before = [at for at, other in enumerate(peers) if other.codes == one.codes and other.first < one.first]
    after = [at for at, other in enumerate(peers) if other.codes == one.codes and other.first > one.first]
    return peers[before[-1] + 1 if before else 0 : after[0] if after else len(peers)]


def _is_among_most(one: Heading, peers: Sequence[Heading], layout: Layout) -> bool:
    """Do most letters of a plan stand alike around it, or after an A, in whatever order: C, G, D and H after B, E and F
    by area?
    """
    apart = format_score(layout, one.first) >= HEADING_FORMAT
    around = one.codes == ("A",) or any(other.first < one.first for other in peers)
    around = around and any(other.first > one.first for other in peers)
    return apart and around and len({other.codes[0] for other in peers}) >= MOST_LETTERS


def _is_part_beside(one: Heading, sure: Sequence[Heading], layout: Layout) -> bool:
    """Is it a numbered part of a section another part of which is headed alike: "A1 – All about Kit" before "A2 – Views
    of Kit's parents"?
    """
    return bool(one.sub) and any(
        other.sub and other.sub != one.sub and other.codes == one.codes and _alike(one, other, layout) for other in sure
    )


def _is_again(one: Heading, sure: Sequence[Heading]) -> bool:
    """Does it begin in the words of two that open the same section before it: "F: provision for outcomes 6 to 9
    (outcome 10 is met by ...)" after "F: provision for outcomes 1 and 2"? The bracket may be set otherwise.
    """
    begins = one.text.split()[:_SAME_WORDS]
    alike = [
        other
        for other in sure
        if other.first < one.first
        and (other.codes, other.form, other.place) == (one.codes, one.form, one.place)
        and other.text.split()[:_SAME_WORDS] == begins
    ]
    return len(begins) == _SAME_WORDS and len(alike) >= _FEW_PEERS


def _is_of_joint(one: Heading, sure: Sequence[Heading], layout: Layout) -> bool:
    """Is a letter one of those of the heading over it, and another of them opened alike: "Other provision (H2)" after
    "Social care needs (D)", under "Sections D, H1 and H2"?
    """
    above = [other for other in sure if other.first < one.first]
    at = next((at for at in range(len(above) - 1, -1, -1) if len(above[at].codes) > 1), None)
    if at is None:
        return False
    codes, inside = set(covers(above[at].codes)), above[at + 1 :]
    if not set(one.codes) <= codes or not all(set(other.codes) <= codes for other in inside):
        return False
    return any(_alike(one, other, layout) and other.codes != one.codes for other in inside)


def in_series(candidates: Sequence[Heading], sure: Sequence[Heading], layout: Layout) -> list[Heading]:
    """Letters with titles that say too little, where six or more of one make run from A towards K: "A: What matters".

    They must be set apart, hold text between them, and name sections that nothing surer opens.
    """
    known = {code for one in sure for code in one.codes}
    makes: dict[tuple[object, ...], list[Heading]] = {}
    for one in candidates:
        if len(one.codes) != 1 or one.form in ("title", "outside", "column") or one.place == "column" or one.page:
            continue
        stretch = layout.stretches[one.first]
        if one.sub or (format_score(layout, one.first) < HEADING_FORMAT and one.place != "row"):
            continue
        makes.setdefault((one.form, _stand(one), stretch.level, stretch.bold, stretch.size), []).append(one)
    found: list[Heading] = []
    for group in makes.values():
        unsure = [one for one in group if one.unsure]
        codes = [one.codes[0] for one in group]
        if not unsure or len(set(codes)) < LETTERS_OF_SERIES or sum(one.codes[0] in known for one in unsure) > 1:
            continue
        steps = sum(_place(one) < _place(other) for one, other in pairwise(group))
        least = LONGEST_ENTRY if unsure[0].place != "row" else LONGEST_ROW
        filled = sum(mass(group, at, layout) > least for at in range(len(group)))
        if steps >= len(group) - 2 and filled > len(group) / 2:
            found += [one for one in unsure if one.codes[0] not in known]
    return found


def in_any_order(candidates: Sequence[Heading], sure: Sequence[Heading], layout: Layout) -> list[Heading]:
    """Letters with titles that say too little, where nearly all sections are opened by letters of one make, in whatever
    order, as cards side by side are: "C  Body", "G  Nursing", "E  Aims".

    They must be set apart, hold text between them, and name no section that letters of another make open.
    """
    makes: dict[tuple[object, ...], list[Heading]] = {}
    for one in candidates:
        if len(one.codes) != 1 or one.form in ("title", "outside") or one.sub or one.page:
            continue
        if one.place in ("line", "alone") and format_score(layout, one.first) >= HEADING_FORMAT:
            stretch = layout.stretches[one.first]
            makes.setdefault((one.form, stretch.level, stretch.bold, stretch.size), []).append(one)
    found: list[Heading] = []
    for group in makes.values():
        unsure = [one for one in group if one.unsure]
        codes = sections_opened(group)
        if not unsure or len(codes) < NEARLY_ALL:
            continue
        own = {one.first for one in group}
        others = sections_opened(one for one in sure if one.first not in own)
        filled = sum(mass(group, at, layout) > LONGEST_ENTRY for at in range(len(group)))
        if filled > len(group) / 2 and others.isdisjoint(code for one in unsure for code in covers(one.codes)):
            found += unsure
    return found


def in_turns(candidates: Sequence[Heading], sure: Sequence[Heading], layout: Layout) -> list[Heading]:
    """Letters with titles that say too little, where two or more come in turns, each under its one title, as B, E and F
    do under every area of need: "B  What I find hard", "E  What I will be able to do". Some of them may be surer.

    They must be set apart and written as at least four surer ones are, none of which is for the same letter.
    """
    makes: dict[tuple[object, ...], list[Heading]] = {}
    for one in candidates:
        if len(one.codes) != 1 or one.form in ("title", "outside") or one.place == "column" or one.sub or one.page:
            continue
        stretch = layout.stretches[one.first]
        if format_score(layout, one.first) >= HEADING_FORMAT:
            makes.setdefault((one.form, _stand(one), stretch.level, stretch.bold, stretch.size), []).append(one)
    found: list[Heading] = []
    for group in makes.values():
        known = {other.codes[0] for other in sure if other.form == group[0].form}
        often = Counter(one.codes[0] for one in group)
        again = [one for one in group if often[one.codes[0]] > 1 and (not one.unsure or one.codes[0] not in known)]
        titles = {(one.codes[0], one.text.casefold()) for one in again}
        letters = {one.codes[0] for one in again}
        in_turn = all(one.codes != other.codes for one, other in pairwise(again))
        if len(known) >= PEERS and len(letters) > 1 and len(titles) == len(letters) and in_turn:
            found += [one for one in again if one.unsure]
    return found


def in_plain_type(candidates: Sequence[Heading], layout: Layout) -> list[Heading]:
    """Whole titles in lines of their own that nothing sets apart, where eight or more of one make run from A to K."""
    titles = [
        one
        for one in candidates
        if one.form == "title" and len(one.codes) == 1 and one.titled >= EXACT and one.place != "column"
    ]
    plain = [one for one in titles if format_score(layout, one.first) < HEADING_FORMAT]
    if len({one.codes[0] for one in plain}) < TITLES_IN_PLAIN_TYPE or len(plain) < len(titles) / 2:
        return []
    first = {one.codes[0]: at for at, one in reversed(list(enumerate(plain)))}
    steps = sum(first[one] < first[other] for one, other in pairwise(code for code in SECTION_CODES if code in first))
    filled = sum(mass(plain, at, layout) > LONGEST_ENTRY for at in first.values())
    return plain if steps >= len(first) - 2 and filled > len(first) / 2 else []


def _alike(one: Heading, other: Heading, layout: Layout) -> bool:
    if (
        one.form != other.form
        or _stand(one) != _stand(other)
        or one.page != other.page
        or bool(one.sub) != bool(other.sub)
    ):
        return False
    mine, theirs = layout.rows[one.first], layout.rows[other.first]
    if one.place == "row" and (mine is None or theirs is None or not _same_rows(mine, theirs, layout)):
        return False
    return same_format(layout, one.first, other.first)


def _same_rows(mine: Row, theirs: Row, layout: Layout) -> bool:
    """Rows of one table, or each a bar over what follows: the first row of a table of its own, or the last of the table
    before, with which a PDF may join it.
    """
    return mine.table == theirs.table or all(one.number == 1 or _is_last(one, layout) for one in (mine, theirs))


def _is_last(row: Row, layout: Layout) -> bool:
    return layout.tables[row.table][-1] is row


def _stand(one: Heading) -> str:
    """A line of its own and the only cell of a row are told apart by a frame only."""
    return "line" if one.place == "alone" else one.place


def _in_order(one: Heading, peers: Sequence[Heading], sure: Sequence[Heading]) -> bool:
    """Is the nearest of the others on either side the next letter, or next but for letters opened in between?

    Between "A - Our girl" and "C and G: health" a table may hold B, E and F in its columns.
    """
    before = next((other for other in reversed(peers) if other.first < one.first), None)
    after = next((other for other in peers if other.first > one.first), None)
    return (before is not None and _is_next(before, _place(before), one, _first_place(one), sure)) or (
        after is not None and _is_next(one, _place(one), after, _first_place(after), sure)
    )


def _is_next(one: Heading, at: int, other: Heading, place: int, sure: Sequence[Heading]) -> bool:
    between = {code for each in sure if one.first < each.first < other.first for code in each.codes}
    return at < place and between.issuperset(SECTION_CODES[at + 1 : place])


def _first_place(one: Heading) -> int:
    """The place in the alphabet of the first of its letters."""
    return SECTION_CODES.index(one.codes[0]) if one.codes[0] in SECTION_CODES else SECTION_CODES.index("H1")


def _place(one: Heading) -> int:
    """The place in the alphabet; a lone H counts as H1, where it is before, or H2."""
    return SECTION_CODES.index(one.codes[-1]) if one.codes[-1] in SECTION_CODES else SECTION_CODES.index("H2")
