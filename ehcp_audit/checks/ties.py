"""Which items of a plan belong together, and how that was told."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable
from collections.abc import Set as AbstractSet
from functools import cache, lru_cache, partial
from itertools import chain
from math import inf, log, sqrt

from ehcp_audit.checks.chains import KINDS, side_by_side, through_others
from ehcp_audit.checks.own_telling import own_telling
from ehcp_audit.checks.passages import lettered, says_nothing, sentences_holding
from ehcp_audit.checks.phrases import phrases
from ehcp_audit.checks.placing import placed
from ehcp_audit.checks.scanning import once
from ehcp_audit.checks.spare_time import of_spare_time
from ehcp_audit.language import beside
from ehcp_audit.language.wordlists import Lists
from ehcp_audit.model import Item, Passage, Plan

_WORD = re.compile(r"[a-z][a-z'’-]{1,30}")
_ENDINGS = ("ing", "edly", "ed", "ly", "es", "s")
_FIRM = ("row", "number")
_THROUGH = "through"  # a third item refers to both: as firm for the two, but neither is claimed by it
_SEVERAL = 3
_ALONE = 0.2  # the cosine that ties an item by its words where most others are tied by row or number
_CONCEPT = 1.5  # what a shared thing counts beside a shared word
_OUTCOME = 0.6  # what the words of its closest outcome count for a need
_LEAST = 0.06  # the cosine below which two items have nothing in common
_NEARLY = 0.8  # the share of the best likeness that still counts
_OTHER_AREA = 0.3
_Hows = dict[str, dict[str, str | None]]
_Likenesses = dict[str, dict[str, float]]


def generic() -> frozenset[str]:
    """Words that stand in every plan and tie nothing to anything, as stems."""
    return _generic(beside.lists())


@cache
def _generic(lists: Lists) -> frozenset[str]:
    return frozenset(stem(word) for word in beside.words_now("generic_words", lists))


@cache
def _concepts(lists: Lists) -> tuple[dict[str, frozenset[str]], dict[str, frozenset[str]]]:
    """Concepts by whole word, and by the first four letters and more of a word."""
    whole: dict[str, set[str]] = {}
    starts: dict[str, set[str]] = {}
    for concept in beside.read_lists(beside.CONCEPTS):
        for part in beside.words_now(f"concepts.{concept}", lists):
            word = part.strip("=")
            (whole if part.startswith("=") or len(word) < 4 else starts).setdefault(word, set()).add(concept)
    return (
        {word: frozenset(names) for word, names in whole.items()},
        {word: frozenset(names) for word, names in starts.items()},
    )


def stem(word: str) -> str:
    """The word without its possessive and its commonest endings, so that "reads" and "reading" are one."""
    word = word.replace("’", "'").removesuffix("'s").strip("'-")
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word.removesuffix(ending)
    return word


def concepts_of(word: str) -> frozenset[str]:
    """The things that a word stands for, by concepts.yml: "phonics" is reading."""
    return _concepts_of(word, beside.lists())


@lru_cache(maxsize=8192)
def _concepts_of(word: str, lists: Lists) -> frozenset[str]:
    whole, starts = _concepts(lists)
    found = set(whole.get(word, ()))
    for length in range(4, len(word) + 1):
        found |= starts.get(word[:length], frozenset())
    return frozenset(found)


def content_of(text: str, ignored: AbstractSet[str]) -> frozenset[str]:
    """The things a text speaks of: its telling words, and the concepts behind them (written with a #)."""
    things = _things_by(beside.lists())
    return frozenset().union(*map(things, {*_WORD.findall(text.lower())})) - ignored


@cache
def _things_by(lists: Lists) -> Callable[[str], frozenset[str]]:
    """What gives, by these lists, what one word speaks of."""
    return lru_cache(maxsize=8192)(partial(_things, lists))


def _things(lists: Lists, word: str) -> frozenset[str]:
    """What one word speaks of, by itself and by the parts that a hyphen joins."""
    parts = {word, *word.split("-")}
    concepts = {f"#{concept}" for part in parts for concept in _concepts_of(part, lists)}
    return frozenset(concepts | {root for root in map(stem, parts) if len(root) >= 4})


def subjects(plan: Plan, codes: Iterable[str]) -> tuple[Item, ...]:
    """The items of these sections, in order, without those that say that there is nothing."""
    return tuple(chain.from_iterable(once(plan, ("subjects", code), partial(_subjects, plan, code)) for code in codes))


def _subjects(plan: Plan, code: str) -> list[Item]:
    return [item for item in plan.section(code).items if not says_nothing(item)]


def aspirations(plan: Plan) -> tuple[tuple[str, Passage], ...]:
    """The sentences of section A that hope for something, each with a name: A.1, A.2, ..."""
    return ties_of(plan).aspirations


def _aspirations(plan: Plan) -> tuple[tuple[str, Passage], ...]:
    hoping = phrases("hopes")
    kept = sentences_holding(lettered(plan, "A"), hoping)
    return tuple((f"A.{number}", sentence) for number, sentence in enumerate(kept, start=1))


class Ties:
    """The ties of one plan, worked out once.

    Two items speak of the same thing when their telling words (rare ones count more) are alike enough, and when the
    later of the two (provision after outcome after need) is hardly closer to anything else. A need is read together
    with its closest outcome.
    """

    def __init__(self, plan: Plan) -> None:
        items = [item for section in plan.sections for item in section.items]
        self._by_section: dict[str, list[Item]] = {}
        for item in items:
            self._by_section.setdefault(item.section, []).append(item)
        name = {
            stem(word)
            for text in (plan.facts.child_name, plan.facts.known_as)
            for word in _WORD.findall((text or "").lower())
        }
        self._ignored = generic() | name
        words = {item.subject: self._content(own_telling(item)) | of_spare_time(item) for item in items}
        often = Counter(word for content in words.values() for word in content)
        self._common = {word for word, count in often.items() if count > max(6, len(items) // 3)}
        rare = {word: log(1 + len(items) / count) for word, count in often.items()}
        self._vectors = {
            subject: {word: rare[word] * (_CONCEPT if word.startswith("#") else 1.0) for word in sorted(content)}
            for subject, content in words.items()
        }
        self._sizes = {subject: _size(vector) for subject, vector in self._vectors.items()}
        self._holders: dict[str, dict[str, list[tuple[int, float]]]] = {}
        self._join_outcomes()
        self._holders.clear()  # those of the needs would be of the needs alone
        self._likenesses: dict[tuple[str, str], _Likenesses] = {}
        self._hows: dict[tuple[str, str], _Hows] = {}
        self._ways: dict[tuple[str, str], frozenset[str | None]] = {}
        self._firm: dict[tuple[str, str], bool] = {}
        self._between: dict[tuple[str, ...], tuple[Item, ...]] = {}
        self._texts: dict[str, frozenset[str]] = {}
        self._through, self._side_by_side = through_others(items), side_by_side(items)
        self._placed = placed(self._by_section)
        self.aspirations = _aspirations(plan)

    def _join_outcomes(self) -> None:
        """Read each need together with the outcome that is closest to it."""
        outcomes = self._by_section.get("E", [])
        joined: dict[str, dict[str, float]] = {}
        for code in "BCD":
            likenesses = self._compared(code, "E")
            for need in self._by_section.get(code, ()):
                to_need = likenesses[need.subject]
                closest = max(outcomes, key=lambda one: to_need[one.subject], default=None)
                if closest is None or not to_need[closest.subject]:
                    continue
                vector = dict(self._vectors[need.subject])
                for word, weight in self._vectors[closest.subject].items():
                    vector[word] = max(vector.get(word, 0.0), _OUTCOME * weight)
                joined[need.subject] = vector
        self._vectors.update(joined)
        self._sizes.update({subject: _size(vector) for subject, vector in joined.items()})

    def _content(self, text: str) -> frozenset[str]:
        return content_of(text, self._ignored)

    def telling(self, text: str) -> frozenset[str]:
        """The things a text speaks of, without those of which most of the plan does."""
        return self._content(text) - self._common

    def speaks_of(self, item: Item, text: str) -> bool:
        """Do the item and a text speak of the same thing?"""
        if text not in self._texts:
            self._texts[text] = self.telling(text)
        return not self._texts[text].isdisjoint(self._vectors[item.subject])

    def between(self, item: Item, *codes: str) -> tuple[Item, ...]:
        """The items of these sections that are tied to this one."""
        key = (item.subject, *codes)
        if key not in self._between:
            self._between[key] = self._tied(item, codes)
        return self._between[key]

    def _tied(self, item: Item, codes: tuple[str, ...]) -> tuple[Item, ...]:
        section = item.section
        others: list[tuple[Item, str | None]] = []
        for code in codes:
            hows = self._hows_of(item.subject, section, code)
            others += [(other, hows[other.subject]) for other in self._by_section.get(code, ()) if other is not item]
        firm = tuple(other for other, how in others if how in (*_FIRM, _THROUGH))
        if firm:
            return firm
        apart = self._stands_apart(item)
        free = [
            (other, how)
            for other, how in others
            if how is not None and (apart or not self._claimed(other, section, _FIRM))
        ]
        spoken = tuple(
            other
            for other, how in free
            if how == "words" and self._likeness_of(item, other) >= self._least(item, other)
        )
        beside = tuple(other for other, how in others if self._stand_together(item, other, how))
        if beside:
            return tuple(other for other in spoken if other in beside) or beside
        if spoken:  # clinics and medicines before lessons that share a word with a condition
            return tuple(other for other in spoken if section == "C" and other.section == "G") or spoken
        return tuple(
            other for other, how in free if how == "area" and not self._claimed(other, section, (*_FIRM, "words"))
        )

    def _least(self, item: Item, other: Item) -> float:
        """How alike an item and another must be, for their words to tie them."""
        if not self._mostly_firm(item.section, other.section):
            return 0.0
        return _ALONE if other.section != "E" or KINDS[item.section] < 2 or not item.refers else inf  # "(B7)" alone

    def _stand_together(self, item: Item, other: Item, how: str | None) -> bool:
        """Does the plan set a need and its provision together, and the words of neither tell of another?"""
        if (item.subject, other.subject) not in self._placed:
            return False
        late, early = (item, other) if KINDS[item.section] > KINDS[other.section] else (other, item)
        alone = early.section == "B" or len(self._by_section[early.section]) == 1
        return alone or how == "words" or not self._claimed(late, early.section, ("words",))

    def are_placed(self, item: Item, others: Iterable[Item]) -> bool:
        """Do all of these stand with the item as its section or the heading of its area sets them?"""
        return all((item.subject, other.subject) in self._placed for other in others)

    def _stands_apart(self, item: Item) -> bool:
        """Has the item no number, where most of its section have one? No number can then be given of it."""
        items = self._by_section[item.section]
        return item.number is None and sum(one.number is not None for one in items) * 2 > len(items)

    def _likeness_of(self, item: Item, other: Item) -> float:
        early, late = (item, other) if KINDS[item.section] <= KINDS[other.section] else (other, item)
        return self.likeness(early, late)

    def _mostly_firm(self, section: str, code: str) -> bool:
        """Does the plan tie most items of one section to another by row or number, so that one left out stands out?"""
        if (section, code) not in self._firm:
            items = self._by_section.get(section, ())
            ways = (self._hows_of(item.subject, section, code).values() for item in items)
            firm = sum(any(how in _FIRM for how in hows) for hows in ways)
            self._firm[section, code] = firm >= _SEVERAL and firm * 2 >= len(items)
        return self._firm[section, code]

    def likeness(self, early: Item, late: Item) -> float:
        """How alike the two are by their telling words: 0 to 1."""
        return self._likenesses_between(early.section, late.section)[early.subject][late.subject]

    def is_faint(self, item: Item, others: Iterable[Item]) -> bool:
        """Does one single word, or thing that both speak of, tie the item to each of these?"""
        mine = self._vectors[item.subject].keys()
        return all(
            self._likeness_of(item, other) <= _ALONE and is_one_thing(mine & self._vectors[other.subject].keys())
            for other in others
        )

    def how(self, item: Item, others: Iterable[Item]) -> str | None:
        """The firmest way in which the item is tied to any of the others."""
        hows = {self._hows_of(item.subject, item.section, other.section)[other.subject] for other in others}
        kind = next((kind for kind in (*_FIRM, _THROUGH, "words", "area") if kind in hows), None)
        return "number" if kind == _THROUGH else kind

    def _claimed(self, item: Item, section: str, ways: tuple[str, ...]) -> bool:
        """Is the item tied already, in one of these ways, to something in that section?"""
        key = (item.subject, section)
        if key not in self._ways:
            self._ways[key] = frozenset(self._hows_of(item.subject, item.section, section).values())
        return not self._ways[key].isdisjoint(ways)

    def _hows_of(self, subject: str, section: str, code: str) -> dict[str, str | None]:
        """How each item of the section with this code is tied to this item of that section."""
        if (section, code) not in self._hows:
            early, late = (section, code) if KINDS[section] <= KINDS[code] else (code, section)
            self._hows[early, late], self._hows[late, early] = self._ties_between(early, late)
        return self._hows[section, code].get(subject, {})

    def _ties_between(self, early_code: str, late_code: str) -> tuple[_Hows, _Hows]:
        """How each item of one section is tied to each of another that comes after it in the thread, and back."""
        earlier, later = self._by_section.get(early_code, []), self._by_section.get(late_code, [])
        likenesses = self._likenesses_between(early_code, late_code)
        there: _Hows = {early.subject: {} for early in earlier}
        back: _Hows = {}
        for late in later:
            # It is tied by its words to whatever comes as close, or nearly so, as what is closest to it.
            subject, area, refers = late.subject, late.area, late.refers
            alike = [likenesses[early.subject][subject] for early in earlier]
            least = max(_LEAST, _NEARLY * max(alike, default=0.0))
            back[subject] = hows = {}
            for early, likeness in zip(earlier, alike, strict=True):
                if (early.subject, subject) in self._side_by_side:
                    how: str | None = "row"
                elif early.subject in refers or subject in early.refers:
                    how = "number"
                elif (early.subject, subject) in self._through:
                    how = _THROUGH
                elif likeness >= least:
                    how = "words"
                else:
                    how = "area" if area is not None and early.area == area else None
                hows[early.subject] = there[early.subject][subject] = how
        return there, back

    def _likenesses_between(self, early_code: str, late_code: str) -> _Likenesses:
        sections = early_code, late_code
        if sections not in self._likenesses:
            self._likenesses[sections] = self._compared(*sections)
        return self._likenesses[sections]

    def _compared(self, early_code: str, late_code: str) -> _Likenesses:
        """The cosine of each two items of the sections, less where they stand under different areas of need."""
        later = self._by_section.get(late_code, [])
        holders = self._holders_of(late_code)
        compared: _Likenesses = {}
        for early in self._by_section.get(early_code, ()):
            shared = [0.0] * len(later)
            for word, weight in self._vectors[early.subject].items():
                for place, other in holders.get(word, ()):
                    shared[place] += weight * other
            size, row = self._sizes[early.subject], compared.setdefault(early.subject, {})
            for late, both in zip(later, shared, strict=True):
                cosine = both / (size * self._sizes[late.subject]) if both else 0.0
                row[late.subject] = cosine * _OTHER_AREA if both and _areas_differ(early.area, late.area) else cosine
        return compared

    def _holders_of(self, code: str) -> dict[str, list[tuple[int, float]]]:
        """Of each word of the section's items: which of them hold it, by their place, and with what weight."""
        if code not in self._holders:
            holders = self._holders.setdefault(code, {})
            for place, item in enumerate(self._by_section.get(code, ())):
                for word, weight in self._vectors[item.subject].items():
                    holders.setdefault(word, []).append((place, weight))
        return self._holders[code]


def is_one_thing(shared: AbstractSet[str]) -> bool:
    """Is all that is shared one word, or one concept with the words that stand for it ("#reading" with "read")?"""
    concepts = {word.removeprefix("#") for word in shared if word.startswith("#")}
    words = [word for word in shared if not word.startswith("#")]
    apart = [word for word in words if concepts.isdisjoint(_concepts_behind(word))]
    return len(concepts) + len(apart) <= 1


def _concepts_behind(root: str) -> frozenset[str]:
    return frozenset().union(*(concepts_of(f"{root}{ending}") for ending in ("", "e", "ing")))


def _areas_differ(one: str | None, other: str | None) -> bool:
    """Are these two different areas of need? "Other" may be any of them."""
    return one != other and None not in (one, other) and "other" not in (one, other)


def _size(vector: dict[str, float]) -> float:
    return sqrt(sum(weight * weight for weight in vector.values()))


_last: list[tuple[Plan, Ties]] = []


def ties_of(plan: Plan) -> Ties:
    """The ties of this plan; kept until another plan is asked about."""
    if not _last or _last[0][0] is not plan:
        _last[:] = [(plan, Ties(plan))]
    return _last[0][1]
