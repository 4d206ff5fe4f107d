"""Which of the candidates are the headings: the best set that is consistent with itself.

The list of letters is often printed two or three times: as contents, as a guide, and as the sections themselves. So
the candidates are cut into series, each series is weighed by the text it would hold, and the lighter copies go.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ehcp_audit.plan.headings import Heading, format_score, same_format
from ehcp_audit.plan.layout import Layout
from ehcp_audit.plan.vocabulary import EXACT, is_surely_outside, title_key

ENOUGH = 0.55
ENOUGH_TITLE = 0.62
_GUIDE = re.compile(
    r"\b(?:this (?:section|part)|sets? out|should (?:be|include|set|describe|contain)|must (?:be|include|set|"
    r"specify)|will (?:be recorded|include|tell|say)|"
    r"describes?|contains?|explains?|information about|what (?:is|the plan)|the plan must|regulation|"
    r"where you will find)\b",
    re.IGNORECASE,
)
_PARENT_OF = {"H1": "H", "H2": "H"}


def choose(candidates: Sequence[Heading], layout: Layout) -> list[Heading]:
    """The headings among the candidates, in reading order, those of what stands outside included."""
    lettered = [one for one in candidates if one.codes and one.form != "title" and one.score >= ENOUGH]
    lettered = _without_copies(lettered, layout)
    known = {code for one in lettered for code in _covers(one.codes)}
    titles = [one for one in candidates if one.form == "title" and _title_may_stand(one, known, layout, lettered)]
    whole = [one for one in titles if one.titled >= EXACT]
    titles = [one for one in titles if one.titled >= EXACT or _near_title_may_stand(one, whole, lettered, layout)]
    chosen = sorted(lettered + titles, key=lambda one: one.first)
    chosen = _without_copies(chosen, layout)
    chosen = _without_strays(chosen, layout)
    if any(one.codes == ("A",) and not one.sub for one in chosen):
        chosen = [one for one in chosen if not (one.codes == ("A",) and one.sub)]  # A1 and A2 inside A
    chosen += _enders(candidates, chosen, layout)
    return sorted(chosen, key=lambda one: one.first)


def mass(headings: Sequence[Heading], at: int, layout: Layout) -> int:
    """How many characters stand between one heading and the next."""
    begin = (
        layout.ends[headings[at].last]
        if headings[at].body is None
        else layout.starts[headings[at].last] + (headings[at].body or 0)
    )
    end = layout.starts[headings[at + 1].first] if at + 1 < len(headings) else len(layout.text)
    return max(0, end - begin - 1)


def _covers(codes: tuple[str, ...]) -> tuple[str, ...]:
    """The sections that a heading's letters stand for: a lone H stands for H1 and H2."""
    return tuple(one for code in codes for one in (("H1", "H2") if code == "H" else (code,)))


def _title_may_stand(one: Heading, known: set[str], layout: Layout, lettered: Sequence[Heading]) -> bool:
    """Is a title without a letter a heading? Only of sections that no letter opens, and set as a heading."""
    codes = _covers(one.codes)
    if any(code in known for code in codes):
        before = next((other for other in reversed(lettered) if other.first < one.first), None)
        apart = format_score(layout, one.first) >= 0.1 or one.place == "alone" or one.text.rstrip().endswith(":")
        return (
            before is not None
            and before.place != "column"
            and len(_covers(before.codes)) > 1
            and set(codes) < set(_covers(before.codes))
            and one.titled >= EXACT
            and one.place in ("line", "alone")
            and apart
        )
    if one.place == "row" and len(known) > 3:
        return one.score >= 0.7
    plain_document = layout.body_size is None and not any(stretch.bold or stretch.level for stretch in layout.stretches)
    score = one.score + (0.1 if plain_document else 0.0)
    if lettered and not plain_document:
        alike = any(same_format(layout, one.first, other.first) for other in lettered)
        score += 0.1 if alike else -0.05
    return score >= ENOUGH_TITLE


def _near_title_may_stand(one: Heading, whole: Sequence[Heading], lettered: Sequence[Heading], layout: Layout) -> bool:
    """Is a title that only resembles a known one a heading? Where no letters are printed, and it is set like the
    others.
    """
    if len(lettered) > 3 or any(set(one.codes) & set(other.codes) for other in whole):
        return False
    return sum(same_format(layout, one.first, other.first) for other in whole) >= 3


# --- copies of the list of sections ------------------------------------------------------------------


def _without_copies(headings: list[Heading], layout: Layout) -> list[Heading]:
    for drop in (_drop_series, _drop_pages, _drop_rows, _drop_dense):
        headings = drop(headings, layout)
    return headings


def _series(headings: Sequence[Heading]) -> list[list[int]]:
    """The candidates cut where the list of letters begins anew."""
    series: list[list[int]] = [[]]
    seen: set[str] = set()
    for at, one in enumerate(headings):
        codes = set(_covers(one.codes))
        begins = bool(series[-1]) and not one.continued and len(seen) >= 4 and bool(codes & seen)
        if begins and (one.codes[0] == "A" or one.codes == headings[series[-1][0]].codes) and not _again(headings, at):
            series.append([])
            seen = set()
        series[-1].append(at)
        seen |= codes
    return series


def _again(headings: Sequence[Heading], at: int) -> bool:
    """Is the candidate a second piece of the section just opened, or the A2 after an A1?"""
    return at > 0 and headings[at].codes == headings[at - 1].codes


def _drop_series(headings: list[Heading], layout: Layout) -> list[Heading]:
    series = _series(headings)
    if len(series) < 2:
        return headings
    codes = [{code for at in one for code in _covers(headings[at].codes)} for one in series]
    weights = [_weight(headings, one, layout) for one in series]
    best = max(range(len(series)), key=lambda i: (weights[i], i))
    kept: list[Heading] = []
    for i, one in enumerate(series):
        shared = len(codes[i] & codes[best]) / max(1, len(codes[i]))
        if i == best or shared < 0.6:
            kept.extend(headings[at] for at in one)
    return kept


def _weight(headings: Sequence[Heading], series: Sequence[int], layout: Layout) -> float:
    """What a series holds: text for each section, less where it reads like a guide; and how its headings are set."""
    total = 0.0
    by_code: Counter[str] = Counter()
    for at in series:
        held = min(mass(headings, at, layout), 1500)
        begin = layout.ends[headings[at].last]
        guide = len(_GUIDE.findall(layout.text, begin, begin + min(held, 400)))
        code = headings[at].codes[0]
        by_code[code] += int(held * (0.3 if guide and held < 500 else 1.0))
        total += 200 * format_score(layout, headings[at].first) - (150 if headings[at].page else 0)
    return total + sum(min(held, 3000) for held in by_code.values()) + 60 * len(by_code)


def _elsewhere(headings: Sequence[Heading], group: set[int], layout: Layout) -> float:
    """The share of a group's sections that are opened outside it too, and hold more there (or as much, later)."""
    outside: Counter[str] = Counter()
    own: Counter[str] = Counter()
    for at, one in enumerate(headings):
        held = mass(headings, at, layout)
        for code in _covers(one.codes):
            (own if at in group else outside)[code] += held
    better = sum(1 for code in own if code in outside and outside[code] >= own[code])
    return better / max(1, len(own))


def _drop_pages(headings: list[Heading], layout: Layout) -> list[Heading]:
    """Lines of a contents list: they end in a page number, and the section stands elsewhere."""
    lines = {at for at, one in enumerate(headings) if one.page}
    others = {code for at, one in enumerate(headings) if at not in lines for code in _covers(one.codes)}
    gone = {at for at in lines if set(_covers(headings[at].codes)) <= others} if len(lines) > 1 else set()
    return [one for at, one in enumerate(headings) if at not in gone]


def _drop_rows(headings: list[Heading], layout: Layout) -> list[Heading]:
    """Tables whose rows only name the sections (a guide, a log of amendments), where these stand elsewhere."""
    by_table: dict[int, set[int]] = {}
    for at, one in enumerate(headings):
        table = layout.stretches[one.first].table
        if table is not None and one.place in ("row", "column"):
            by_table.setdefault(table[0], set()).add(at)
    gone: set[int] = set()
    for group in by_table.values():
        rows = {layout.rows[headings[at].first].number for at in group}  # type: ignore[union-attr]
        columns = any(headings[at].place == "column" for at in group)
        if columns and len(rows) < 3:
            continue
        if _elsewhere(headings, group, layout) >= (0.7 if len(group) > 2 else 1.0):
            gone |= group
    return [one for at, one in enumerate(headings) if at not in gone]


def _drop_dense(headings: list[Heading], layout: Layout) -> list[Heading]:
    """Runs of headings with next to nothing between them, where the sections stand elsewhere."""
    gone: set[int] = set()
    at = 0
    while at < len(headings):
        end = at
        seen = set(_covers(headings[at].codes))
        while end + 1 < len(headings) and mass(headings, end, layout) <= 40 and headings[end + 1].place != "column":
            more = set(_covers(headings[end + 1].codes))
            if more & seen:
                break
            seen |= more
            end += 1
        if end - at >= 2:
            group = set(range(at, end + 1))
            if _run_stands_elsewhere(headings, group, layout):
                gone |= group
        at = end + 1
    return [one for index, one in enumerate(headings) if index not in gone]


def _run_stands_elsewhere(headings: Sequence[Heading], group: set[int], layout: Layout) -> bool:
    last = max(group)
    others = {code for at, one in enumerate(headings) if at not in group for code in _covers(one.codes)}
    own = [code for at in group if at != last for code in _covers(headings[at].codes)]
    return sum(code in others for code in own) >= 0.75 * len(own)


# --- strays and ends -----------------------------------------------------------------------------------


def _without_strays(headings: list[Heading], layout: Layout) -> list[Heading]:
    """Drops a later opening of a section that is written or set otherwise than its first and holds less."""
    kept: list[Heading] = []
    first: dict[tuple[str, ...], tuple[int, Heading]] = {}
    for at, one in enumerate(headings):
        before = first.get(one.codes)
        if before is None:
            first[one.codes] = (at, one)
            kept.append(one)
            continue
        strong = (
            one.continued
            or one.place == "column"
            or before[1].place == "column"
            or (kept and kept[-1].codes == one.codes)
        )
        alike = one.form == before[1].form and same_format(layout, one.first, before[1].first)
        if strong or alike or one.score >= 0.8:
            kept.append(one)
    return kept


@dataclass(frozen=True, slots=True)
class _Rank:
    """How the sections' own headings are set."""

    level: int | None
    size: float
    score: float

    def holds(self, layout: Layout, index: int) -> bool:
        """Is a stretch set at least as high as the sections' headings?"""
        stretch = layout.stretches[index]
        if self.level is not None:
            return stretch.level is not None and stretch.level <= self.level
        return (stretch.size or 0.0) >= self.size - 0.6 and format_score(layout, index) >= min(self.score, 0.4) - 0.01


def _rank(lines: Sequence[Heading], layout: Layout) -> _Rank:
    sizes = sorted(layout.stretches[one.first].size or 0.0 for one in lines)
    scores = sorted(format_score(layout, one.first) for one in lines)
    level = Counter(layout.stretches[one.first].level for one in lines).most_common(1)[0][0]
    return _Rank(level, sizes[len(sizes) // 2], scores[len(scores) // 3])


def _enders(candidates: Sequence[Heading], chosen: Sequence[Heading], layout: Layout) -> list[Heading]:
    """The headings of what stands outside A to K: set like those of the sections, or of titles that are no
    section's.
    """
    lines = [one for one in chosen if one.codes]
    if not lines:
        return []
    rank = _rank(lines, layout)
    found = _after_advice(chosen, rank, layout)
    often = Counter(title_key(one.text) for one in candidates if not one.codes)
    taken = {one.first for one in [*chosen, *found]}
    for one in candidates:
        if one.first in taken:
            continue
        if one.codes:
            if one.form == "title" and len(one.codes) > 1 and _leads_to_heading(one, lines, layout):
                found.append(replace(one, codes=(), form="outside"))
            continue
        if one.place in ("row", "column"):
            if _signs(one) and one.first > lines[-1].first:
                found.append(one)
            continue
        set_apart = format_score(layout, one.first) >= 0.12 or one.place == "alone"
        once = (
            often[title_key(one.text)] == 1
            and is_surely_outside(one.text)
            and set_apart
            and not one.text[:8].lower().startswith("appendix")
        )
        if (_signs(one) and one.first > lines[-1].first) or once or rank.holds(layout, one.first):
            found.append(one)
    return found


def _after_advice(chosen: Sequence[Heading], rank: _Rank, layout: Layout) -> list[Heading]:
    """Whatever is set like the sections' headings after the list of advice: an appendix, a glossary, a summary."""
    lines = [one for one in chosen if one.codes]
    if lines[-1].codes[-1] != "K" or rank.score < 0.12:
        return []
    alike = sum(same_format(layout, one.first, lines[-1].first) for one in lines)
    found = []
    for index in range(lines[-1].last + 1, len(layout.stretches)):
        stretch = layout.stretches[index]
        row = layout.rows[index]
        if (
            alike > 0.6 * len(lines)
            and (row is None or len(row.cells) == 1)
            and same_format(layout, index, lines[-1].first)
            and rank.holds(layout, index)
            and len(stretch.text) < 100
            and not stretch.text.rstrip().endswith((".", ":", ";"))
            and not stretch.marker
        ):
            found.append(Heading(index, index, (), "outside", rank.score, stretch.text))
    return found


def _leads_to_heading(one: Heading, lines: Sequence[Heading], layout: Layout) -> bool:
    """A title over several sections ("Outcomes and support plan") with little before the first of them."""
    after = next((other for other in lines if other.first > one.last), None)
    return (
        after is not None
        and layout.starts[after.first] - layout.ends[one.last] < 600
        and (format_score(layout, one.first) >= 0.12 or one.place == "alone")
    )


def _signs(one: Heading) -> bool:
    return one.form == "outside" and one.text[:4].lower() in ("sign", "auth", "loca", "name")
