"""The days of a plan that its covers' labels and sentences leave open: was the review held, which plan was issued?"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date

from ehcp_audit.language.dates import find_dates, first_date
from ehcp_audit.model import Passage
from ehcp_audit.plan.layout import Layout
from ehcp_audit.rare import rarely

NEXT = re.compile(r"\b(?:next|due|by|before|later|first|must)\b", re.IGNORECASE)


@dataclass(slots=True)
class Gathered:
    """Facts as they are found: the first of each kind stays."""

    values: dict[str, Passage] = field(default_factory=dict)
    days: dict[str, date] = field(default_factory=dict)
    labels: dict[str, str] = field(default_factory=dict)  # what stands before each day
    drafts: dict[date, Passage] = field(default_factory=dict)  # the days of all drafts

    def keep(self, fact: str, passage: Passage) -> None:
        self.values.setdefault(fact, passage)

    def keep_day(self, fact: str, passage: Passage, day: date) -> None:
        if fact not in self.days:
            self.days[fact] = day
            self.values[fact] = passage


def day_of_first_plan(gathered: Gathered, stage: str | None) -> None:
    """The day of the first plan is when the plan was issued; of an amended one any other day is that of the amendment,
    and the first day alone says nothing of when this plan was made.
    """
    days, values = gathered.days, gathered.values
    if "first_issued" not in days:
        return
    amended = stage == "amended final"
    told = next(fact for fact in days if fact in ("issued", "first_issued"))
    day, passage = days.pop("first_issued"), values.pop("first_issued")
    issued, last, reviewed = days.get("issued"), days.get("amended"), days.get("reviewed")
    if amended and issued and last and reviewed and last < reviewed <= issued:
        del days["amended"]  # an amendment of an earlier year, told in the history of the plan
    if amended and "amended" not in days:
        if days.get("issued", day) <= day:
            return
        days["amended"], values["amended"] = days.pop("issued"), values.pop("issued")
    if amended or told == "first_issued":
        days["issued"], values["issued"] = day, passage


def day_of_draft(gathered: Gathered, stage: str | None) -> None:
    """Of several drafts of a first plan the first counts: from it the days for an answer run. Of an amended plan, or
    one that is still a draft, the last does.
    """
    days, values, drafts = gathered.days, gathered.values, gathered.drafts
    if stage == "final" and "issued" in days and "amended" not in days and drafts:
        days["drafted"], values["drafted"] = min(drafts.items())


def day_of_amended_plan(gathered: Gathered, stage: str | None) -> None:
    """Of an amended plan that was reviewed, the day on which it was issued after that is the day of the amendment."""
    days, values = gathered.days, gathered.values
    issued, reviewed = days.get("issued"), days.get("reviewed")
    if stage != "amended final" or "amended" in days or issued is None or reviewed is None or issued < reviewed:
        return
    days["amended"], values["amended"] = days.pop("issued"), values.pop("issued")


def day_of_review(gathered: Gathered, as_of: date) -> None:
    """A review with a day was held, where the plan was made or amended after it; else it is still to come."""
    days, values = gathered.days, gathered.values
    made = [days[fact] for fact in ("drafted", "issued", "amended") if fact in days]
    due = days.get("review_due")
    if "amended" in days and due is not None and due < days["amended"] and not _says_next(gathered, "review_due"):
        days["review"], values["review"] = days.pop("review_due"), values.pop("review_due")
    if days.get("reviewed", as_of) > as_of and "review_due" not in days:
        days["review_due"], values["review_due"] = days.pop("reviewed"), values.pop("reviewed")
    if "review" not in days:
        return
    day, words = days.pop("review"), values.pop("review")
    if _says_next(gathered, "review") or (made and day > max(made)):
        gathered.keep_day("review_due", words, day)
    elif "amended" in days and days.get("reviewed", day) <= day:
        days["reviewed"], values["reviewed"] = day, words


def _says_next(gathered: Gathered, fact: str) -> bool:
    """Do the words before the day of a review say that it is still to come?"""
    return NEXT.search(gathered.labels.get(fact, "")) is not None


def _made_as(stage: str | None) -> str:
    """Which fact the day of a plan at this stage is."""
    return {"amended final": "amended", "final": "issued"}.get(stage or "", "drafted")


def day_of_version(gathered: Gathered, stage: str | None) -> None:
    """The date of this version of the plan, where no other says when it was made."""
    day, passage = gathered.days.pop("versioned", None), gathered.values.pop("versioned", None)
    if day is not None and passage is not None and not {"issued", "amended", _made_as(stage)} & set(gathered.days):
        gathered.keep_day(_made_as(stage), passage, day)


def day_of_status(gathered: Gathered, stage: str | None) -> None:
    """The date in the words of the status, where no other says when it was made: "Final plan, 13 May 2026"."""
    fact = _made_as(stage)
    passage = gathered.values.get("status")
    if passage is None or stage is None or {"issued", "amended", fact} & set(gathered.days):
        return
    found = first_date(passage.text)
    born = gathered.days.get("date_of_birth")  # "Ana Test, born 4 May 2019 - draft plan"
    if found is not None and found.value not in (None, born) and found.precision == "day":
        gathered.keep_day(fact, passage.cut(found.start, found.end), found.value)


def day_of_letter(gathered: Gathered, stage: str | None, layout: Layout, first: int) -> None:
    """The one day that stands alone before the first section, as over a letter, where no other says when the plan was
    made.
    """
    if stage is None or {"drafted", "issued", "amended"} & set(gathered.days):
        return
    alone = [
        (index, found[0])
        for index in range(min(first, 40))
        if layout.rows[index] is None
        and len(layout.stretches[index].text) <= _LONGEST_DAY
        and (found := find_dates(layout.stretches[index].text))
        and found[0].precision == "day"
        and _ONLY_DAY.fullmatch(layout.stretches[index].text[: found[0].start])
        and found[0].value not in gathered.days.values()
    ]
    if len(alone) == 1:
        index, day = alone[0]
        start = layout.starts[index]
        if day.value is not None:
            gathered.keep_day(_made_as(stage), layout.passage(start + day.start, start + day.end), day.value)


_LONGEST_DAY = 30  # characters
_ONLY_DAY = rarely(r"\W*(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?(?:date:? |the )?", re.IGNORECASE)
