"""What the cover and the text say of the child and the plan: names, dates, year group, status, setting, numbers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from ehcp_audit.language.dates import DateFound, find_dates, year_group_of
from ehcp_audit.model import Document, Facts, Passage, Stretch
from ehcp_audit.plan.contributors import find_contributors
from ehcp_audit.plan.cover_names import begins_with_name, name_in_title, names_of_cover, without_short_name
from ehcp_audit.plan.day_tables import tables_of_days
from ehcp_audit.plan.events import DONE, is_to_come
from ehcp_audit.plan.fact_labels import fact_of
from ehcp_audit.plan.layout import Layout
from ehcp_audit.plan.nil import is_nil
from ehcp_audit.plan.ownership import Ownership
from ehcp_audit.plan.pairs import Pair, pairs_in, pairs_of_line
from ehcp_audit.plan.plan_days import (
    NEXT,
    Gathered,
    day_of_amended_plan,
    day_of_draft,
    day_of_first_plan,
    day_of_letter,
    day_of_review,
    day_of_status,
    day_of_version,
)
from ehcp_audit.plan.school_years import carried_on, year_in, year_told
from ehcp_audit.plan.status import STAGES, TICKED, stage_in_title, stage_of
from ehcp_audit.plan.told import of_its_row, sentences_told
from ehcp_audit.rare import rarely

DATES = (
    "requested",
    "assess_decided",
    "plan_decided",
    "drafted",
    "answer_due",
    "issued",
    "issue_due",
    "amended",
    "reviewed",
    "review_due",
)
_NHS = rarely(r"(?<!\d)\d{3}[\s-]?\d{3}[\s-]?\d{4}(?!\d)")
_DIGITS = re.compile(r"\d{3}")
_UPN = rarely(r"\b[A-HJ-NP-RT-Z]\d{11}[A-Z0-9]\b")
_NAME_END = re.compile(
    r"\s{2,}|[\t\n|;,(]|\s[-–—]\s|\b(?:DOB|D\.O\.B|Date of|NHS|UPN|Year|known as)\b|\d|"
    r"[.]\s(?=(?:Call|You|I|He|She|They|Born|Known|My|Your)\b)"
)
_KNOWN = rarely(
    r"[(,]?\s{0,2}(?:known as|preferred name|likes to be called|"
    r"who likes to be called|call me|called)\s{0,2}[:\"'“‘]{0,3}\s{0,2}(?P<name>[A-Z][\w'’-]{1,25})",
    re.IGNORECASE,
)
_IN_BRACKETS = rarely(  # "(Leo)"
    r"(?<![\w'’-])[\w'’-]{2,}\s{1,2}\(\s?[\"'“‘]?(?P<name>[A-Z][a-z][\w'’-]{0,23})[\"'”’]?\s?\)"
)
_NO_SHORT_NAME = rarely(
    r"male|female|boy|girl|he|she|they|him|her|child|pupil|student|mum|dad|mother|father|parent|carer|son|daughter|"
    r"deceased|twin|adopted|draft|final|confidential",
    re.IGNORECASE,
)
_BOXES = re.compile(r"\[\s{0,2}[xX✓✔]?\s{0,2}\]")  # "[x] Draft  [ ] Final"
_PLACEHOLDER = re.compile(r"[{}<>«»\[\]_]{1,}|^\s*(?:insert|enter|click|tbc|n/?a)\b", re.IGNORECASE)
_SETTING = rarely(
    r"\b(?:[A-Z][\w'’.&-]{0,25}\s{1,2}){1,6}(?:(?:Primary|Secondary|Special|High|Junior|Infant|Nursery|Community|"
    r"Academy|Church|CofE|Catholic|First|Middle|Upper|Free|Grammar|Preparatory|of|of England)\s{1,2}){0,4}"
    r"(?:School|Academy|College|Nursery|Pre-?[Ss]chool|Playgroup|Kindergarten|Preschool|Centre|Sixth Form)\b"
)


def find_facts(
    document: Document,
    layout: Layout,
    ownership: Ownership,
    *,
    as_of: date,
    status: str | None = None,
    year_group: int | None = None,
) -> Facts:
    """What the document says of the child and itself; the caller's status and year group win over it."""
    gathered = Gathered()
    first = min((index for index, codes in ownership.codes_at.items() if codes), default=len(layout.stretches))
    places = _places(ownership)
    told = tables_of_days(layout, places)
    values = told.read  # where values start: they are not labels, whatever their words
    for pair in told.pairs:
        _take(gathered, pair)
    for index in places:
        if layout.starts[index] in values:
            continue
        for pair in pairs_in(layout, index):
            values.add(pair.passage.start)
            if not _signs(pair, index, first):
                _take(gathered, of_its_row(layout, index, pair))
    for margin in document.margins:
        for fact, label, start, end in pairs_of_line(margin.text):
            _take(gathered, Pair(fact, label, Passage(margin.text[start:end], -1)))
    for pair in (*sentences_told(layout, ownership), *names_of_cover(layout, ownership, document.margins)):
        _take(gathered, pair)
    _numbers(gathered, layout, ownership)
    contributors = find_contributors(layout, ownership)
    born = gathered.days.get("date_of_birth")
    if "issued" not in gathered.days and "effective" in gathered.days:
        gathered.keep_day("issued", gathered.values["effective"], gathered.days["effective"])
    gathered.values.pop("effective", None)
    day_of_review(gathered, as_of)
    stage = _stage(document, layout, ownership, gathered)
    day_of_first_plan(gathered, stage)
    day_of_amended_plan(gathered, stage)
    day_of_draft(gathered, stage)
    day_of_version(gathered, stage)
    day_of_status(gathered, stage)
    day_of_letter(gathered, stage, layout, first)
    year = year_group if year_group is not None else _year(gathered, layout, ownership, born, as_of)
    name, known_as = _names(gathered, layout, ownership)
    return Facts(
        child_name=name,
        known_as=known_as,
        date_of_birth=born,
        year_group=year,
        phase=phase_of(year),
        status=status or (STAGES[stage] if stage else None),
        stage=stage,
        **{fact: gathered.days.get(fact) for fact in DATES},
        setting=_setting(gathered, layout, ownership),
        nhs_number=_digits(gathered, "nhs_number", _NHS),
        upn=_digits(gathered, "upn", _UPN),
        contributors=contributors,
        sources=tuple(sorted((fact, passage) for fact, passage in gathered.values.items() if passage.start >= 0)),
    )


def phase_of(year: int | None) -> str | None:
    """The phase of a year group: early years to Reception, primary to 6, secondary to 11, then post-16."""
    if year is None:
        return None
    return "early years" if year <= 0 else "primary" if year <= 6 else "secondary" if year <= 11 else "post-16"


def _places(ownership: Ownership) -> list[int]:
    """Where facts may stand, best first: the cover, section A, then all other text of no section."""
    owners = ownership.owners
    headings = sorted(ownership.headings)
    first = headings[0] if headings else 0
    cover = [index for index in range(first) if owners[index] is None]
    views = [index for index, owner in enumerate(owners) if owner == "A"][:12]
    later = [index for index in range(first, len(owners)) if owners[index] is None and index not in ownership.headings]
    return cover + later + views


def _signs(pair: Pair, index: int, first: int) -> bool:
    """Is it the name of whoever signed: a bare "Name" that stands after the first section?"""
    return pair.fact == "child_name" and index > first and pair.label.strip(" :").lower() in _OF_WHO_SIGNS


_OF_WHO_SIGNS = ("name", "full name", "your name", "your full name")


_OF_FIRST = rarely(r"\b(?:first|original(?:ly)?)\b", re.IGNORECASE)
"""Of the plan before it was amended: "The plan was first made on 27 March 2020", "Original plan issued"."""
_SEVERAL = rarely(r"\breviews\b", re.IGNORECASE)
_LATEST = frozenset({"drafted", "answer_due", "reviewed", "amended"})
"""Of these the latest day counts, wherever it stands."""


def _take(gathered: Gathered, pair: Pair) -> None:
    passage = pair.passage
    if _PLACEHOLDER.search(_BOXES.sub("", passage.text[:60])):
        return
    if pair.fact == "child_name" and _WHO_ONE_IS.match(pair.label) and not begins_with_name(passage.text):
        return  # "I am: funny and kind"
    if pair.fact == "issued" and _OF_FIRST.search(pair.label):
        pair = pair._replace(fact="first_issued")
    if pair.fact in DATES or pair.fact in ("date_of_birth", "effective", "first_issued", "review", "versioned"):
        days = [one for one in find_dates(passage.text) if one.value is not None]
        if pair.fact in ("review", "reviewed") and _SEVERAL.search(pair.label):
            days.sort(key=lambda one: one.value or date.min, reverse=True)  # the last of a list counts
        found = days[0] if days else None
        if found is not None and found.value is not None and _fits(pair.fact, found, passage.text):
            held = gathered.days.get("review_due") if pair.fact == "review_due" and NEXT.search(pair.label) else None
            if held is not None and held < found.value:  # a bare "Annual review" before it was the one that was held
                gathered.keep_day("reviewed", gathered.values["review_due"], held)
                del gathered.days["review_due"]
            if pair.fact == "review" and "review" in gathered.days:
                pair = _held_before(gathered, pair, found.value)
            if pair.fact == "drafted":
                gathered.drafts.setdefault(found.value, passage.cut(found.start, found.end))
            if pair.fact in _LATEST and gathered.days.get(pair.fact, found.value) < found.value:
                del gathered.days[pair.fact]  # "review before this one" may stand before "review meeting"
            if pair.fact not in gathered.days:
                gathered.labels[pair.fact] = f"{pair.label} {passage.text[: found.start]}"
            gathered.keep_day(pair.fact, passage.cut(found.start, found.end), found.value)
        return
    if is_nil(passage.text) and pair.fact != "status":
        return
    if pair.fact == "status" and (stop := passage.text.find(". ")) > 0:
        passage = passage.cut(0, stop)  # "Status: FINAL. Request received 2 March 2026."
    gathered.keep(pair.fact, passage)


_WHO_ONE_IS = rarely(r"(?:you are|i am)\b(?! called)", re.IGNORECASE)


def _held_before(gathered: Gathered, pair: Pair, day: date) -> Pair:
    """Of two days of "Annual review" the earlier was held, and the later stays to be told."""
    held = gathered.days["review"]
    if day <= held:
        return pair._replace(fact="reviewed")
    if gathered.days.get("reviewed", held) <= held:
        gathered.days["reviewed"], gathered.values["reviewed"] = held, gathered.values["review"]
    del gathered.days["review"], gathered.values["review"]
    return pair


def _fits(fact: str, found: DateFound, text: str) -> bool:
    """May the day be that of the fact? A month is no birthday and no step of the assessment, and what is to be done
    by a day ("Final plan | to be issued by 7 December 2026") was not done on it.
    """
    if found.precision == "month":
        return fact not in ("date_of_birth", "requested", "assess_decided", "plan_decided", "drafted")
    return fact not in DONE or not is_to_come(text[: found.start])


def _names(gathered: Gathered, layout: Layout, ownership: Ownership) -> tuple[str | None, str | None]:
    name = _name(gathered.values.get("child_name"))
    known_as = _name(gathered.values.get("known_as"))
    if gathered.values.get("child_name") is not None and known_as is None:
        said = gathered.values["child_name"].text
        match = _KNOWN.search(said) or _IN_BRACKETS.search(said)
        known_as = match["name"] if match and not _NO_SHORT_NAME.fullmatch(match["name"]) else None
    if name is None or " " not in name:
        forename, surname = _name(gathered.values.get("forename")), _name(gathered.values.get("surname"))
        if forename and surname:
            name = f"{forename} {surname}"
            gathered.values["child_name"] = gathered.values["forename"]
        elif name and surname:
            name = f"{name} {surname}"
    if name is None and (titled := name_in_title(layout, ownership)) is not None:
        gathered.keep("child_name", titled)
        name = titled.text
    return name, known_as


def _name(passage: Passage | None) -> str | None:
    if passage is None:
        return None
    text = without_short_name(passage.text.strip(" \"'“”‘’"))
    cut = _NAME_END.search(text)
    text = " ".join(text[: cut.start()].split()) if cut else " ".join(text.split())
    return text if 1 < len(text) <= 60 and any(one.isupper() for one in text) and fact_of(text) is None else None


def _year(gathered: Gathered, layout: Layout, ownership: Ownership, born: date | None, as_of: date) -> int | None:
    passage = gathered.values.get("year_group")
    year = year_in(passage.text, as_of) if passage is not None else None
    if passage is not None and year is not None:
        return carried_on(year, passage, layout.text, as_of)
    gathered.values.pop("year_group", None)
    reckoned = year_group_of(born, as_of) if born is not None else None
    told = year_told(layout, ownership, reckoned)
    if told is None:
        return reckoned
    gathered.keep("year_group", told)
    return int(told.text)


def _stage(document: Document, layout: Layout, ownership: Ownership, gathered: Gathered) -> str | None:
    passage = gathered.values.get("status")
    if passage is not None:
        stage = stage_of(passage.text)
        if stage is not None or re.search(r"draft|final|propos|amend", passage.text, re.IGNORECASE):
            return stage
        gathered.values.pop("status")
    first = min((index for index, codes in ownership.codes_at.items() if codes), default=0)
    ticked = _stage_of_rows(layout, first)
    if ticked is not None:
        return ticked
    for index in range(min(first, 80)):
        stages = map(stage_in_title, layout.stretches[index].text.split("\n"))
        stage = next((one for one in stages if one is not None), None)
        if stage == "amendment notice" and _was_made_since(gathered, "amended"):
            continue  # "Notice of amendment | 1 October 2026" over "Amended plan dated | 9 November 2026"
        if stage in ("draft", "proposed") and _was_made_since(gathered, "issued"):
            continue  # "Draft EHCP | 1 August 2026" over "Final EHCP | 9 September 2026"
        if stage == "final" and "amended" in gathered.days and _OF_FIRST.search(layout.stretches[index].text):
            continue  # "First final plan | 7 July 2023" over "Amended final plan | 17 September 2026"
        if stage is not None:
            gathered.keep("status", layout.passage(layout.starts[index], layout.ends[index]))
            return stage
    if (stage := _stage_of_margins(document.margins)) is not None:
        return stage
    return "amended final" if "amended" in gathered.days else _stage_of_day(gathered)


def _stage_of_day(gathered: Gathered) -> str | None:
    """The stage by the label of the day on which the plan was made: "Final plan issued"."""
    if "issued" not in gathered.days or _FINAL.search(gathered.labels.get("issued", "")) is None:
        return None
    gathered.keep("status", gathered.values["issued"])
    return "final"


_FINAL = rarely(r"\bfinal", re.IGNORECASE)


def _was_made_since(gathered: Gathered, made: str) -> bool:
    """Is the day on which the plan was issued or amended no earlier than that of its first draft, or of the notice?"""
    drafted, day = gathered.days.get("drafted"), gathered.days.get(made)
    if made == "issued":
        drafted = min(gathered.drafts, default=drafted)
    return drafted is not None and day is not None and day >= drafted


def _stage_of_rows(layout: Layout, first: int) -> str | None:
    """A tick beside one of several options, each in a row or cell of its own."""
    lines = []
    for index in range(min(first, 120)):
        text = layout.stretches[index].text
        if len(text) < 120 and (stage_of(text) or re.fullmatch(r"[☐☒☑□✓✔xX\s]{1,4}", text)):
            if len(TICKED.findall(text)) == 1 and (stage := stage_of(text)) is not None:
                return stage  # all the options in one line
            lines.append(text)
    return stage_of("  ".join(lines)) if any(TICKED.search(line) for line in lines) else None


def _stage_of_margins(margins: Sequence[Stretch]) -> str | None:
    for margin in margins:
        for line in re.split(r"[\n\t|]", margin.text):
            stage = stage_in_title(line)
            if stage is not None:
                return stage
    return None


def _setting(gathered: Gathered, layout: Layout, ownership: Ownership) -> str | None:
    passage = gathered.values.get("setting")
    if passage is not None and len(passage.text) <= 120 and any(one.isalpha() for one in passage.text):
        line = passage.text.partition("\n")[0]
        return " ".join(line.split()).rstrip(".")
    gathered.values.pop("setting", None)
    for index, owner in enumerate(ownership.owners):
        if owner == "I":
            match = _SETTING.search(layout.stretches[index].text)
            if match:
                start = layout.starts[index] + match.start()
                gathered.keep("setting", layout.passage(start, start + len(match.group())))
                return " ".join(match.group().split())
    return None


def _numbers(gathered: Gathered, layout: Layout, ownership: Ownership) -> None:
    """NHS number and UPN where they stand in one line with their names but in no pair."""
    for index, stretch in enumerate(layout.stretches[:120]):
        if ownership.owners[index] is not None or not _DIGITS.search(stretch.text):
            continue
        lowered = stretch.text.lower()
        for fact, word, pattern in (("nhs_number", "nhs", _NHS), ("upn", "upn", _UPN)):
            if word in lowered and fact not in gathered.values:
                match = pattern.search(stretch.text)
                if match:
                    start = layout.starts[index] + match.start()
                    gathered.keep(fact, layout.passage(start, start + len(match.group())))


def _digits(gathered: Gathered, fact: str, pattern: re.Pattern[str]) -> str | None:
    passage = gathered.values.get(fact)
    match = pattern.search(passage.text) if passage is not None else None
    if match is None:
        gathered.values.pop(fact, None)
        return None
    return match.group().replace("-", " ")
