"""Copies of the list of sections: contents pages, guides, tables that name the sections, runs with nothing between."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from ehcp_audit.plan.headings import HEADING_FORMAT, Heading, covers, format_score, same_format, sections_opened
from ehcp_audit.plan.labels import find_label
from ehcp_audit.plan.layout import Layout
from ehcp_audit.plan.nil import is_nil
from ehcp_audit.plan.vocabulary import plain
from ehcp_audit.rare import rarely

_GUIDE = rarely(
    r"\b(?:this (?:section|part)|sets? out|should (?:be|include|set|describe|contain)|must (?:be|include|set|"
    r"specify)|will (?:be recorded|include|tell|say)|"
    r"describes?|contains?|explains?|information about|what (?:is|the plan)|the plan must|regulation|"
    r"where you will find)\b",
    re.IGNORECASE,
)
_NAMES_OF_SECTION = frozenset(
    {"section", "sections", "part", "section of plan", "section of the plan", "part of the plan", "section of ehcp"}
)

_ENDS_IN_NUMBER = rarely(r"(?<!\d)\d{1,3}\s{0,2}$")  # a page, perhaps right after the title
_FEWEST_LISTED = 6  # sections that such a list names
_MOST_LOST = 4  # sections that no copy may take with it
_MOST = 0.75  # of a list's sections stand elsewhere: so it is a list
_LEAST_HELD = 0.5  # of what a log of amendments holds, its sections hold elsewhere
LONGEST_ENTRY = 60  # characters under an entry of a list of parts


def mass(headings: Sequence[Heading], at: int, layout: Layout) -> int:
    """How many characters stand between one heading and the next."""
    begin = (
        layout.ends[headings[at].last]
        if headings[at].body is None
        else layout.starts[headings[at].last] + (headings[at].body or 0)
    )
    end = layout.starts[headings[at + 1].first] if at + 1 < len(headings) else len(layout.text)
    return max(0, end - begin - 1)


def without_copies(headings: list[Heading], layout: Layout) -> list[Heading]:
    """The headings without those that only name a section that stands elsewhere.

    A step that would leave several sections without any heading has taken the plan itself for a copy, and is not taken.
    """
    for drop in (_drop_pages, _drop_entries, _drop_rows, _drop_joint_rows, _drop_series, _drop_dense):
        kept = drop(headings, layout)
        if len(kept) < len(headings) and len(sections_opened(headings) - sections_opened(kept)) < _MOST_LOST:
            headings = kept
    return headings


def entries(headings: Sequence[Heading], candidates: Sequence[Heading], layout: Layout) -> set[int]:
    """Where headings stand in a list of letters with nothing under them, few of which are told to be headings:
    "G Help from health 4", "H Social care 4", "I School 4". Headings that are set apart open their sections elsewhere.
    """
    lettered = [one for one in candidates if one.codes and one.form not in ("title", "outside", "column")]
    sure = {one.first for one in headings}
    runs: list[list[Heading]] = [[]]
    for one in lettered:
        before = runs[-1][-1] if runs[-1] else one
        if before.last + 1 != one.first or not same_format(layout, one.first, before.first):
            runs.append([])
        if one.place == "line":
            runs[-1].append(one)
    listed: set[int] = set()
    for run in runs:
        told = sum(one.first in sure for one in run)
        if len(run) > 2 * told > 0 and len(sections_opened(run)) >= _FEWEST_LISTED:
            listed.update(one.first for one in run)
    others = [one for one in headings if one.first not in listed and one.place != "column"] if listed else []
    apart = sections_opened([one for one in others if format_score(layout, one.first) >= HEADING_FORMAT])
    return {one.first for one in lettered if one.first in listed and set(covers(one.codes)) <= apart}


def _drop_joint_rows(headings: list[Heading], layout: Layout) -> list[Heading]:
    """Rows of a guide to the plan, "B and F | Needs and provision" over "D and H | Social care", where each of these
    sections has a heading to itself outside that table.
    """
    tables = {one: row.table for one in headings if (row := layout.rows[one.first]) is not None}
    joint = [one for one in headings if len(one.codes) > 1 and one in tables]
    kept = list(headings)
    for one in joint:
        singly = [each for each in headings if len(each.codes) == 1 and tables.get(each) != tables[one]]
        if set(covers(one.codes)) <= sections_opened(singly) and _joint_rows(layout, tables[one]) >= _FEWEST_JOINT:
            kept.remove(one)
    return kept


_FEWEST_JOINT = 2


def _joint_rows(layout: Layout, table: int) -> int:
    """How many rows of a table begin with the letters of several sections."""
    labels = (find_label(layout.stretches[row.first].text) for row in layout.tables[table])
    return sum(label is not None and len(label.codes) > 1 for label in labels)


def _series(headings: Sequence[Heading]) -> list[list[int]]:
    """The candidates cut where the list of letters begins anew."""
    series: list[list[int]] = [[]]
    seen: set[str] = set()
    for at, one in enumerate(headings):
        codes = set(covers(one.codes))
        begins = bool(series[-1]) and not one.continued and len(seen) >= 4 and bool(codes & seen)
        if begins and not _again(headings, at) and _is_first(headings, at, series[-1][0], seen):
            series.append([])
            seen = set()
        series[-1].append(at)
        seen |= codes
    return series


def _again(headings: Sequence[Heading], at: int) -> bool:
    """Is the candidate a second piece of the section just opened, or the A2 after an A1?"""
    return at > 0 and headings[at].codes == headings[at - 1].codes


def _is_first(headings: Sequence[Heading], at: int, first: int, seen: set[str]) -> bool:
    """Does a list begin anew: with A, or with the letter that was named first of all and another that was named too?"""
    if headings[at].codes[0] == "A":
        return True
    goes_on = at + 1 < len(headings) and not seen.isdisjoint(covers(headings[at + 1].codes))
    return headings[at].codes == headings[first].codes and goes_on


def _drop_series(headings: list[Heading], layout: Layout) -> list[Heading]:
    series = _series(headings)
    if len(series) < 2:
        return headings
    codes = [{code for at in one for code in covers(headings[at].codes)} for one in series]
    weights = [_weight(headings, one, layout) for one in series]
    best = max(range(len(series)), key=lambda i: (weights[i], i))
    kept: list[Heading] = []
    for i, one in enumerate(series):
        shared = len(codes[i] & codes[best]) / max(1, len(codes[i]))
        if i == best or shared < 0.6:
            kept.extend(headings[at] for at in one)
            continue
        alone = [headings[at] for at in one if not codes[best] & set(covers(headings[at].codes))]
        kept.extend(each for each in alone if _is_set_like(each, [headings[at] for at in series[best]], layout))
    return kept


def _is_set_like(one: Heading, others: Sequence[Heading], layout: Layout) -> bool:
    """Is a heading written, placed and set like most of a series?"""
    alike = sum(
        one.form == other.form and one.place == other.place and same_format(layout, one.first, other.first)
        for other in others
    )
    return alike > len(others) / 2


def _weight(headings: Sequence[Heading], series: Sequence[int], layout: Layout) -> float:
    """What a series holds: text for each section, far less where it reads like a guide; and how it is set."""
    total = 0.0
    guided = 0
    by_code: Counter[str] = Counter()
    for at in series:
        held = min(mass(headings, at, layout), 1500)
        begin = layout.ends[headings[at].last]
        guided += _GUIDE.search(layout.text, begin, begin + min(held, 400)) is not None
        by_code[headings[at].codes[0]] += held
        total += 200 * format_score(layout, headings[at].first) - (150 if headings[at].page else 0)
    kind = 0.05 if guided >= 0.6 * len(series) else 1.0
    return total + kind * sum(min(held, 3000) for held in by_code.values()) + 60 * len(by_code)


def _elsewhere(headings: Sequence[Heading], group: set[int], gone: set[int], layout: Layout) -> float:
    """The share of a group's sections of which another opening, outside the group, holds clearly more.

    Where the group reads like a guide ("This section sets out ..."), as much is enough. Another table of a few rows
    does not count: sections may be opened anew in a table for each area of need.
    """
    own: Counter[str] = Counter()
    outside: Counter[str] = Counter()
    guided = 0
    small = len({code for at in group for code in covers(headings[at].codes)}) < 4
    for at, one in enumerate(headings):
        if at in gone or (small and at not in group and one.place in ("row", "column")):
            continue
        held = mass(headings, at, layout)
        if at in group:
            begin = layout.ends[one.last]
            guided += held < 500 and _GUIDE.search(layout.text, begin, begin + held) is not None
        for code in covers(one.codes):
            if at in group:
                own[code] += held
            else:
                outside[code] = max(outside[code], held)
    times = 1.0 if guided >= 0.4 * len(group) else 1.5
    better = sum(1 for code in own if code in outside and outside[code] >= times * min(own[code], 1500))
    return better / max(1, len(own))


def _drop_entries(headings: list[Heading], layout: Layout) -> list[Heading]:
    """Lines in plain type with nothing under them that name what headings set apart open elsewhere.

    "Part 2: My needs: sections B, C, D" is one in a list of the plan's parts; a line over several letters needs no
    more of its kind about it.
    """
    apart = {
        one.codes[0]
        for one in headings
        if len(one.codes) == 1 and one.place != "column" and format_score(layout, one.first) >= HEADING_FORMAT
    }
    joint = {one.codes for one in headings if format_score(layout, one.first) >= HEADING_FORMAT}
    gone: set[int] = set()
    for at, one in enumerate(headings):
        if one.place != "line" or format_score(layout, one.first) >= HEADING_FORMAT:
            continue
        listed = one.page or (at - 1 in gone and mass(headings, at, layout) <= LONGEST_ENTRY)
        if not set(one.codes) <= apart and not (listed and one.codes in joint):
            continue
        if len(one.codes) > 1 or mass(headings, at, layout) <= LONGEST_ENTRY or at - 1 in gone:
            gone.add(at)
    gone |= _entries_beside(headings, gone, layout)
    return [one for at, one in enumerate(headings) if at not in gone]


def _entries_beside(headings: Sequence[Heading], entries: set[int], layout: Layout) -> set[int]:
    """The entries of the same list whose sections are opened elsewhere by headings that nothing sets apart: paragraphs
    which begin with the label in bold and go on with the section's words.
    """
    found: set[int] = set()
    count = len(headings)
    for at, beside in _steps(count):
        one, other = headings[at], headings[beside]
        listed = entries | found
        if at in listed or beside not in listed or abs(one.first - other.first) > 1:
            continue
        alike = one.form == other.form and same_format(layout, one.first, other.first)
        if not alike or mass(headings, at, layout) > LONGEST_ENTRY:
            continue
        if any(headings[more].codes == one.codes for more in range(count) if more not in listed and more != at):
            found.add(at)
    return found


def _steps(count: int) -> list[tuple[int, int]]:
    """Each place of a list with the one before it, and then, from the end, each with the one after it."""
    return [(at, at - 1) for at in range(1, count)] + [(at, at + 1) for at in range(count - 2, -1, -1)]


def _drop_pages(headings: list[Heading], layout: Layout) -> list[Heading]:
    """Lines of a contents list: they end in a page number, and the section stands elsewhere."""
    lines = {at for at, one in enumerate(headings) if one.page}
    lines |= _short_lines(headings, lines, layout)
    others = sections_opened(one for at, one in enumerate(headings) if at not in lines)
    gone = {at for at in lines if set(covers(headings[at].codes)) <= others} if len(lines) > 1 else set()
    if len(gone) >= _MOST * len(lines) > 3:
        gone = lines  # the one whose section opens with its title alone is still a line of the list
    for at in range(max(0, min(gone, default=0) - 2), min(len(headings), max(gone, default=-3) + 3)):
        # a line of the list that was broken in two has lost its page number
        again = any(other.codes == headings[at].codes for other in headings[at + 1 :])
        if at not in gone and again and mass(headings, at, layout) < 120:
            gone.add(at)
    return [one for at, one in enumerate(headings) if at not in gone]


def _short_lines(headings: Sequence[Heading], lines: set[int], layout: Layout) -> set[int]:
    """The lines right before or after those with page numbers that end in a number too, whose titles were too short to
    be sure of it: "Part K  Advice  5".
    """
    found: set[int] = set()
    for at, beside in _steps(len(headings)):
        one, other = headings[at], headings[beside]
        if at in lines or beside not in lines | found or abs(one.first - other.first) > 1:
            continue
        if _ENDS_IN_NUMBER.search(one.text) and same_format(layout, one.first, other.first):
            found.add(at)
    return found


def _drop_rows(headings: list[Heading], layout: Layout) -> list[Heading]:
    """Tables whose rows only name the sections (a guide, a log of amendments), where these stand elsewhere."""
    by_table: dict[tuple[int, int], set[int]] = {}  # a guide and the plan after it may have become one table
    anew = {at: number for number, series in enumerate(_series(headings)) for at in series}
    for at, one in enumerate(headings):
        table = layout.stretches[one.first].table
        if table is not None and one.place in ("row", "column") and not one.sub:
            by_table.setdefault((table[0], anew[at]), set()).add(at)
    gone: set[int] = set()
    for group in sorted(by_table.values(), key=lambda group: sum(mass(headings, at, layout) for at in group)):
        rows = {layout.rows[headings[at].first].number for at in group}  # type: ignore[union-attr]
        columns = any(headings[at].place == "column" for at in group)
        if columns and len(rows) < 3:
            continue
        if not columns and _is_log(headings, group, gone, layout):
            gone |= group
            continue
        if _elsewhere(headings, group, gone, layout) >= (0.7 if len(group) > 2 else 1.0):
            gone |= group
    return [one for at, one in enumerate(headings) if at not in gone]


def _is_log(headings: Sequence[Heading], group: set[int], gone: set[int], layout: Layout) -> bool:
    """Is the table headed "Section | Present wording | Proposed wording", and all it names opened elsewhere?

    Not where what opens it elsewhere is a mere list, which holds next to nothing: then the table is the plan.
    """
    first = layout.rows[headings[min(group)].first]
    header = layout.tables[first.table][0] if first is not None else None
    if (
        header is None
        or header is first
        or plain(layout.cell_text(header.cells[0])).strip(" :") not in _NAMES_OF_SECTION
    ):
        return False
    others = [at for at in range(len(headings)) if at not in group and at not in gone]
    opened = {code for at in others for code in covers(headings[at].codes)}
    own = {code for at in group for code in covers(headings[at].codes)}
    held = sum(mass(headings, at, layout) for at in others if not own.isdisjoint(headings[at].codes))
    return own <= opened and _LEAST_HELD * sum(mass(headings, at, layout) for at in group) <= held


def _drop_dense(headings: list[Heading], layout: Layout) -> list[Heading]:
    """Runs of headings with next to nothing between them, where the sections stand elsewhere."""
    gone: set[int] = set()
    at = 0
    while at < len(headings):
        end = at
        seen = set(covers(headings[at].codes))
        while end + 1 < len(headings) and mass(headings, end, layout) <= 40 and headings[end + 1].place != "column":
            more = set(covers(headings[end + 1].codes))
            if more & seen:
                break
            seen |= more
            end += 1
        if end - at >= 2:
            group = set(range(at, end + 1))
            if _run_stands_elsewhere(headings, group) and not _is_answered(headings, at, end, layout):
                gone |= group - ({end} if _opens_after_list(headings, end, layout) else set())
        at = end + 1
    return [one for index, one in enumerate(headings) if index not in gone]


def _is_answered(headings: Sequence[Heading], first: int, last: int, layout: Layout) -> bool:
    """Does each heading of a run have its answer under it, as short as it is: "None for this area"?"""
    return all(
        is_nil(layout.text[layout.ends[headings[at].last] : layout.starts[headings[at + 1].first]].strip())
        for at in range(first, last)
    )


def _opens_after_list(headings: Sequence[Heading], last: int, layout: Layout) -> bool:
    """Is the last of a run the first section itself: set otherwise than the list before it, and like what follows?"""
    one = headings[last]
    rest = headings[last + 1 :]
    alike = sum(same_format(layout, one.first, other.first) for other in rest)
    return not same_format(layout, one.first, headings[last - 1].first) and alike > 0.6 * len(rest) > 0


def _run_stands_elsewhere(headings: Sequence[Heading], group: set[int]) -> bool:
    last, above = max(group), min(group) - 1  # a heading over all of them is not where they stand
    over = above >= 0 and len(headings[above].codes) > 1
    others = {
        code
        for at, one in enumerate(headings)
        if at not in group and not (over and at == above)
        for code in covers(one.codes)
    }
    own = [code for at in group if at != last for code in covers(headings[at].codes)]
    return sum(code in others for code in own) >= _MOST * len(own)
