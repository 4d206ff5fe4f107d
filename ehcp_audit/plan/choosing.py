"""Which of the candidates are the headings: the best set that is consistent with itself.

The list of letters is often printed two or three times: as contents, as a guide, and as the sections themselves. So
the candidates are cut into series, each series is weighed by the text it would hold, and the lighter copies go.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from ehcp_audit.plan.annexes import with_annexes
from ehcp_audit.plan.company import in_any_order, in_company, in_plain_type, in_series, in_turns
from ehcp_audit.plan.copies import entries, mass, without_copies
from ehcp_audit.plan.enders import ends
from ehcp_audit.plan.headings import Heading, covers, format_score, same_format, sections_opened
from ehcp_audit.plan.implied import implied_columns, inside_joined
from ehcp_audit.plan.layout import Layout
from ehcp_audit.plan.letter_rows import with_letter_rows
from ehcp_audit.plan.lost_letters import with_left_titles
from ehcp_audit.plan.own_titles import with_own_title
from ehcp_audit.plan.own_words import with_own_words
from ehcp_audit.plan.rows_alike import with_rows_alike
from ehcp_audit.plan.second_lines import with_second_lines
from ehcp_audit.plan.subtitles import with_subtitles
from ehcp_audit.plan.titled_columns import with_titled_columns
from ehcp_audit.plan.titles_alone import is_in_place, with_needs_in_place, with_titles_alone
from ehcp_audit.plan.titles_in_place import titles_in_place
from ehcp_audit.plan.vocabulary import EXACT, STARTS, is_weak, title_key

ENOUGH = 0.55
ENOUGH_TITLE = 0.62
OFTEN = 3  # openings of a section that are set alike are no strays
IN_ORDER = 6  # titles that show in which order the sections stand
_NEARLY_ALL = 9  # sections that a plan opens before its list of advice, and with it
LONGEST_ENTRY = 40  # characters under an entry of a list of sections


def choose(candidates: Sequence[Heading], layout: Layout) -> list[Heading]:
    """The headings among the candidates, in reading order, those of what stands outside included."""
    lettered = [
        one for one in candidates if one.codes and one.form != "title" and one.score >= ENOUGH and not one.unsure
    ]
    lettered += in_turns(candidates, lettered, layout)
    lettered += in_series(candidates, lettered, layout)
    taken = {one.first for one in lettered}
    lettered += [one for one in in_any_order(candidates, lettered, layout) if one.first not in taken]
    lettered = sorted(lettered + in_company(candidates, lettered, layout), key=lambda one: one.first)
    if listed := entries(lettered, candidates, layout):
        candidates, lettered = (
            [one for one in several if one.first not in listed] for several in (candidates, lettered)
        )
    body = without_copies(lettered, layout)
    copies = {one.first for one in lettered} - {one.first for one in body}
    lettered = with_annexes(lettered, body, layout)
    chosen = _consistent(candidates, lettered, layout)
    held = _filled(chosen, layout)
    if held < 0.6 * len(sections_opened(chosen)):
        # the letters may stand in a contents list only, and the sections open with titles alone
        kept = _without_lists(lettered, layout)
        listed = {one.first for one in lettered} - {one.first for one in kept}
        others = [one for one in candidates if one.first not in listed]
        kept = sorted([*kept, *in_series(others, kept, layout)], key=lambda one: one.first)
        without = _consistent(others, kept, layout)
        further = sum(one.form == "title" or one.unsure for one in without)
        chosen = without if further > 3 and _filled(without, layout) > held + 2 else chosen
    others = [one for one in candidates if one.first not in copies]
    chosen += in_company(others, chosen, layout)  # which a guide with the same letters had kept out
    chosen = _told_by_place(sorted(chosen, key=lambda one: one.first), layout)
    chosen = with_own_words(chosen, layout)
    chosen = with_titled_columns(with_titles_alone(with_own_title(chosen, layout), layout), layout)
    chosen += implied_columns(chosen, layout)
    chosen = sorted([*chosen, *inside_joined(chosen, layout)], key=lambda one: one.first)
    chosen = with_left_titles(with_letter_rows(_without_reports(chosen), layout), layout)
    chosen = with_rows_alike(chosen, layout)
    chosen = with_subtitles(chosen, layout)
    within = {at for one in chosen for at in range(one.first, one.last + 1)}
    chosen += [one for one in ends(candidates, chosen, layout) if one.first not in within]
    return with_second_lines(sorted(chosen, key=lambda one: one.first), layout)


def _consistent(candidates: Sequence[Heading], lettered: list[Heading], layout: Layout) -> list[Heading]:
    """The lettered headings without their copies, with the titles that open the other sections."""
    lettered = without_copies(lettered, layout)
    known = sections_opened(lettered)
    titles = [one for one in candidates if one.form == "title" and _title_may_stand(one, known, layout, lettered)]
    if len(known) < 3:
        titles = titles if len(titles) > 3 else in_plain_type(candidates, layout) or titles
    titles = titles if known else with_needs_in_place(titles)
    whole = [one for one in titles if one.titled >= EXACT]
    titles = [one for one in titles if one.titled >= EXACT or _near_title_may_stand(one, whole, lettered, layout)]
    chosen = sorted(lettered + _of_one_make(titles, lettered, layout), key=lambda one: one.first)
    chosen = without_copies(chosen, layout)
    chosen = _without_strays(chosen, layout)
    if any(one.codes == ("A",) and not one.sub for one in chosen):
        chosen = [one for one in chosen if not (one.codes == ("A",) and one.sub)]  # A1 and A2 inside A
    return chosen


def _told_by_place(chosen: list[Heading], layout: Layout) -> list[Heading]:
    """The headings, or in a plan without letters the titles that are told by their place, where these name more."""
    lettered = sections_opened(one for one in chosen if one.form != "title")
    if len(lettered) > 2 or any(one.place == "column" for one in chosen):
        return chosen
    opened = sections_opened(chosen)
    titles = titles_in_place(layout, alone=len(opened) < 3)
    return titles if len(sections_opened(titles)) > len(opened) else chosen


def _filled(headings: Sequence[Heading], layout: Layout) -> int:
    """How many sections hold more than a line of a list."""
    held: Counter[str] = Counter()
    for at, one in enumerate(headings):
        for code in covers(one.codes) if one.place != "column" else ():
            held[code] += mass(headings, at, layout)
    columns = sections_opened(one for one in headings if one.place == "column")
    return len(columns | {code for code, size in held.items() if size > LONGEST_ENTRY})


def _without_lists(headings: Sequence[Heading], layout: Layout) -> list[Heading]:
    """The headings without runs of four or more that hold nothing between them."""
    kept: list[Heading] = []
    run: list[Heading] = []
    for at, one in enumerate(headings):
        run.append(one)
        if at + 1 < len(headings) and mass(headings, at, layout) <= LONGEST_ENTRY:
            continue
        if len(run) < 4:
            kept += run
        run = []
    return kept


def _title_may_stand(one: Heading, known: set[str], layout: Layout, lettered: Sequence[Heading]) -> bool:
    """Is a title without a letter a heading? Only of sections that no letter opens, and set as a heading."""
    codes = covers(one.codes)
    first = len(codes) > 1 and codes[0] not in known  # "Social care needs and provision" over rows "H1" and "H2"
    if any(code in known for code in codes) and not first:
        before = next((other for other in reversed(lettered) if other.first < one.first), None)
        apart = format_score(layout, one.first) >= 0.1 or one.place == "alone" or one.text.rstrip().endswith(":")
        return (
            before is not None
            and before.place != "column"
            and len(covers(before.codes)) > 1
            and set(codes) < set(covers(before.codes))
            and one.titled >= EXACT
            and one.place in ("line", "alone")
            and apart
        )
    if one.place == "row" and len(known) > 3:
        return one.score >= 0.7
    alike = any(same_format(layout, one.first, other.first) for other in lettered)
    if len(known) > 4 and is_weak(title_key(one.text)) and not alike:
        return False
    plain_document = layout.body_size is None and not any(stretch.bold or stretch.level for stretch in layout.stretches)
    score = one.score + (0.1 if plain_document else 0.0) + (0.15 if _is_near(one) else 0.0)  # more is asked of it below
    if lettered and not plain_document:
        score += 0.1 if alike else -0.05
    return score >= ENOUGH_TITLE


def _is_near(one: Heading) -> bool:
    """Is it a title that begins like a known one; or has its words, in a line that is no item's: "Outcome 3"?"""
    if one.titled >= STARTS:
        return one.titled < EXACT
    return one.place == "line" and not any(map(str.isdigit, one.text))


def _near_title_may_stand(one: Heading, whole: Sequence[Heading], lettered: Sequence[Heading], layout: Layout) -> bool:
    """Is a title that only resembles a known one a heading? Where no letters are printed, and it is set like the
    others, with none of the same section among them; and in its place, where they run from A to K.
    """
    if sum(other.place != "column" for other in lettered) > 3:
        return False
    alike = [other for other in whole if same_format(layout, one.first, other.first)]
    if len(alike) >= IN_ORDER and all(is_in_place(other, alike) for other in alike) and not is_in_place(one, alike):
        return False
    return len(alike) >= 3 and not any(set(one.codes) & set(other.codes) for other in alike)


def _of_one_make(titles: Sequence[Heading], lettered: Sequence[Heading], layout: Layout) -> list[Heading]:
    """The titles without sub-headings that only share their words.

    Of two that open the same section, one set like the plan's lettered headings, or else like most of its titles, goes
    before one that is not, and a whole title before a word like "Health".
    """
    lines = [one for one in titles if one.place != "column"]
    if len(lines) < 3:
        return list(titles)
    usual = [_usual_make(lines, layout)]
    letters = [one for one in lettered if one.place != "column"]
    if len(letters) > len({one.codes for one in lines}):
        usual.insert(0, _usual_make(letters, layout))
    kept = [one for one in titles if one.place == "column"]
    for codes in {one.codes for one in lines}:
        same = [one for one in lines if one.codes == codes]
        for make in usual:
            alike = [one for one in same if _make(layout, one) == make]
            if alike:
                same = alike
                break
        kept += [one for one in same if not is_weak(title_key(one.text))] or same
    return sorted(kept, key=lambda one: one.first)


def _usual_make(headings: Sequence[Heading], layout: Layout) -> tuple[object, ...]:
    """How the openings of the most sections are set."""
    makes = Counter(make for make, _ in {(_make(layout, one), one.codes) for one in headings})
    return max(makes, key=lambda make: (makes[make], str(make)))


def _without_reports(headings: list[Heading]) -> list[Heading]:
    """The headings without those of a report behind the plan, which has letters of its own: "E. Outcomes suggested".

    All its letters have been opened before the list of advice, and otherwise than here.
    """
    forms: dict[str, set[str]] = {}
    kept: list[Heading] = []
    whole = False  # has the list of advice been opened, and before it nearly all the plan?
    for one in headings:
        codes = covers(one.codes)
        written = [forms.get(code, {one.form}) for code in codes]
        if whole and codes and not one.continued and not any(one.form in several for several in written):
            continue
        kept.append(one)
        for code in codes:
            forms.setdefault(code, set()).add(one.form)
        whole = whole or ("K" in codes and len(forms) >= _NEARLY_ALL)
    return kept


def _make(layout: Layout, one: Heading) -> tuple[object, ...]:
    stretch = layout.stretches[one.first]
    return stretch.level, stretch.bold, round(stretch.size or 0), one.place in ("row", "alone")


# --- strays -----------------------------------------------------------------------------------


def _manner(one: Heading, layout: Layout) -> tuple[object, ...]:
    """The section that a heading opens, and how it is written, placed and set."""
    return one.codes, one.form, one.place, *_make(layout, one)


def _without_strays(headings: list[Heading], layout: Layout) -> list[Heading]:
    """Drops a later opening of a section that is written or set otherwise than its first and holds less."""
    kept: list[Heading] = []
    manners = Counter(_manner(one, layout) for one in headings)
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
        again = manners[_manner(one, layout)] >= OFTEN
        if strong or alike or again or one.score >= 0.8:
            kept.append(one)
    return kept
