"""Replacing identities in a text by typed placeholders that stay the same through a plan and its copies."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from ehcp_audit.privacy.forms import Forms, forms_of
from ehcp_audit.privacy.identities import Lexicon
from ehcp_audit.privacy.near import near_miss
from ehcp_audit.privacy.patterns import dates_of, find_shapes
from ehcp_audit.privacy.people import TITLES, could_be_name, find_people, plain_reading
from ehcp_audit.privacy.places import find_places
from ehcp_audit.privacy.tokens import Word, is_titled, line_around, words_in
from ehcp_audit.privacy.words import acronyms, fold, given_names, known_capitals, word_set

FAMILY = "FAMILY NAME"

PLACEHOLDER = re.compile(r"\[[A-Z][A-Z ]{1,20}(?: \d{1,4}| \d{4}-\d{2})?\]")
"""What stands for an identity in a masked text."""

_INITIALS = re.compile(r"\b[^\W\d_](?:\.[ -]?[^\W\d_]){1,3}\b\.?")
_TIGHT = frozenset((" ", "\u00a0", "-", "‐", "‑", ". ", ".", "'", "’", "  ", "\n", " - ", "-\n"))
_ONE_EACH = ("CHILD", "DATE OF BIRTH", "EMAIL", "PHONE", "POSTCODE", "ADDRESS", "WEB ADDRESS", "NUMBER", "REFERENCE",
             "NHS NUMBER", "UPN", "ULN", "NI NUMBER", FAMILY)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Span:
    """What is to be replaced in a text, and by what. `why` is for counting: field, shape, near, person, place, name."""

    start: int
    end: int
    placeholder: str
    why: str


@dataclass(slots=True)
class Masker:
    """Masks texts of one plan. It remembers whom it has met, so that a placeholder means the same everywhere.

    `months`: full dates become their month, for what is shared.
    """

    lexicon: Lexicon
    months: bool = False
    counts: Counter[str] = field(default_factory=Counter)
    _forms: Forms = field(init=False)
    _numbers: dict[tuple[str, str], int] = field(default_factory=dict, init=False)
    _totals: Counter[str] = field(default_factory=Counter, init=False)

    def __post_init__(self) -> None:
        self._forms = forms_of(self.lexicon)
        for number, identity in enumerate(self.lexicon.identities):
            if identity.kind not in _ONE_EACH:
                self._number(identity.kind, f"#{number}")

    def mask(self, text: str) -> str:
        """The text with every identity that is found replaced."""
        parts, at = [], 0
        for span in self.spans(text):
            parts += [text[at : span.start], span.placeholder]
            at = span.end
        parts.append(text[at:])
        return "".join(parts)

    def spans(self, text: str) -> list[Span]:
        """What is to be replaced, in order and without overlaps."""
        words = words_in(text)
        found = [*self._shapes(text), *self._codes(text), *self._initials(text)]
        if self.months:
            found += [Span(start, end, instead, "date") for start, end, instead in dates_of(text)]
        found += self._places(text, words)
        found += self._dictionary(text, words)
        found += self._people(text, words)
        kept = _apart(found, text)
        self.counts.update(one.why for one in kept)
        return kept

    def mask_known(self, text: str, *, shapes: bool = True) -> str:
        """The text with what the dictionary knows replaced, and with `shapes` e-mail addresses, numbers and the like.

        For values that are no sentences: nobody is looked for in them whom the plan does not name.
        """
        words = words_in(text)
        found = [*self._codes(text), *self._dictionary(text, words)]
        if shapes:
            found += self._shapes(text)
        parts, at = [], 0
        for span in _apart(found, text):
            parts += [text[at : span.start], span.placeholder]
            at = span.end
        return "".join([*parts, text[at:]])

    def holds(self, text: str) -> bool:
        """Is a known name that is no ordinary word, or a known number, left in this text?"""
        bare = PLACEHOLDER.sub(" ; ", text)
        words = words_in(bare)
        if any(True for _ in self._codes(bare)):
            return True
        return any(
            not word.plain and word.folded not in known_capitals() and bool(self._whose(bare, words, i))
            for i, word in enumerate(words)
        )

    def _number(self, kind: str, key: str) -> str:
        if kind in _ONE_EACH:
            return f"[{kind}]"
        if (kind, key) not in self._numbers:
            self._totals[kind] += 1
            self._numbers[kind, key] = self._totals[kind]
        return f"[{kind} {self._numbers[kind, key]}]"

    def _of(self, identity: int) -> str:
        return self._number(self.lexicon.identities[identity].kind, f"#{identity}")

    # --- the dictionary -----------------------------------------------------------------------------------

    def _shapes(self, text: str) -> list[Span]:
        return [Span(one.start, one.end, f"[{one.kind}]", "shape") for one in find_shapes(text, self.lexicon.born)]

    def _initials(self, text: str) -> Iterable[Span]:
        """Initials with full stops, where they are those of somebody known."""
        for match in _INITIALS.finditer(text):
            owners = self._forms.initials.get(fold(match.group()))
            if owners and match.group().isupper():
                yield Span(match.start(), match.end(), self._of(min(owners)), "field")

    def _codes(self, text: str) -> Iterable[Span]:
        """Numbers and codes that a field named, wherever they stand again."""
        low = text.lower()
        for code, kind in self._forms.codes.items():
            at = low.find(code)
            while at >= 0:
                end = at + len(code)
                if not text[at - 1 : at].isalnum() and not text[end : end + 1].isalnum():
                    yield Span(at, end, f"[{kind}]", "field")
                at = low.find(code, end)

    def _dictionary(self, text: str, words: Sequence[Word]) -> Iterable[Span]:
        """Runs of words that the dictionary knows, as whose names they are."""
        whose = [self._whose(text, words, i) for i in range(len(words))]
        for first, last in self._forms.phrases_in(words):
            for i in range(first, last + 1):
                whose[i] = whose[i] | self._forms.phrase(words, first, last)
        i = 0
        while i < len(words):
            if not whose[i]:
                i += 1
                continue
            last, common = i, Counter(whose[i] & self._forms.given.get(words[i].folded, whose[i]) or whose[i])
            while last + 1 < len(words) and self._goes_on(text, words, whose, last):
                last += 1 if whose[last + 1] else 2
                common.update(whose[last])
            first = i  # "Zephyrine" before a family name that is known
            while (
                first > 0
                and could_be_name(words[first - 1])
                and not words[first - 1].caps
                and self._is_beside(text, words, first)
            ):
                first -= 1
            yield Span(words[first].start, words[last].end, self._placeholder(common), "field")
            i = last + 1

    def _is_beside(self, text: str, words: Sequence[Word], i: int) -> bool:
        """Does the word before this one belong to the same name, by what stands between them?"""
        before = words[i - 1]
        between = text[before.end : words[i].start]
        return (
            between in (" ", "\u00a0", "-", "‐", "‑") and not before.owns and before.folded not in self.lexicon.common
        )

    def _goes_on(self, text: str, words: Sequence[Word], whose: Sequence[frozenset[int]], last: int) -> bool:
        """Does the name go on after this word, at once or over an initial?"""
        if words[last].owns or text[words[last].end : words[last + 1].start] not in _TIGHT:
            return False
        if whose[last + 1]:
            return bool(whose[last] & whose[last + 1]) or any(
                self.lexicon.identities[i].kind != "ADDRESS" for i in whose[last + 1]
            )
        initial = len(words[last + 1].folded) == 1 and words[last + 1].capital
        return initial and last + 2 < len(words) and bool(whose[last] & whose[last + 2]) and not words[last + 1].owns

    def _placeholder(self, common: Counter[int]) -> str:
        most = max(common.values())
        best = sorted(identity for identity, count in common.items() if count == most)
        kinds = {self.lexicon.identities[one].kind for one in best}
        if len(best) > 1 and kinds <= {"CHILD", "PARENT", "RELATIVE", "PERSON"} and len(kinds) > 1:
            return f"[{FAMILY}]"
        first = min(best, key=lambda one: (_ORDER.get(self.lexicon.identities[one].kind, 9), one))
        return self._of(first)

    def _whose(self, text: str, words: Sequence[Word], i: int) -> frozenset[int]:
        """Whose name is this one word, alone? Nobody's where it is clear that an ordinary word is meant."""
        word = words[i]
        forms = self._forms
        owners = forms.tokens.get(word.folded)
        family = None if owners else forms.plural(word, words[i - 1].folded if i else "")
        if family:
            return family
        if owners:
            return owners if self._is_meant(text, words, i) else frozenset()
        if (
            word.caps
            and 2 <= len(word.folded) <= 4
            and word.folded in forms.initials
            and word.folded not in acronyms()
            and not is_titled_caps(text, word)
        ):
            return forms.initials[word.folded]
        if word.caps and len(word.folded) == 2 and word.folded in forms.nicknames and word.folded not in acronyms():
            return forms.nicknames[word.folded]
        near = near_miss(word, forms) if word.capital else frozenset()
        if near and word.plain and is_titled(line_around(text, word.start)):
            near = frozenset()
        return near or forms.broken(text, words, i)

    def _is_meant(self, text: str, words: Sequence[Word], i: int) -> bool:
        word, forms = words[i], self._forms
        if not word.plain and word.folded not in known_capitals():
            return word.capital or (
                word.folded in forms.sure and (len(word.folded) >= 4 or self._beside_same(text, words, i))
            )
        if not word.capital:
            return False
        beside = [words[j] for j in (i - 1, i + 1) if 0 <= j < len(words)]
        for other in beside:
            gap = text[min(word.end, other.end) : max(word.start, other.start)]
            together = gap in _TIGHT and other.capital and not words[min(i, words.index(other))].owns
            if together and (forms.tokens.get(word.folded, frozenset()) & forms.tokens.get(other.folded, frozenset())):
                return True
        if i > 0 and words[i - 1].folded in TITLES:
            return True
        if word.folded not in forms.alone:
            return False
        if word.folded in _MONTHS and _is_month(text, words, i):
            return False
        if word.caps and not line_around(text, word.start).isupper() and word.folded in forms.known:
            return word.folded not in acronyms()
        if word.folded in known_capitals() and word.folded not in given_names() | forms.known:
            return False
        if (
            is_titled(line_around(text, word.start))
            and not word.owns
            and (word.plain and len(beside) > 0 and _fixed(words, i))
        ):
            return False
        if _fixed(words, i):
            return False
        if word.opens or (word.caps and line_around(text, word.start).isupper()):
            after = words[i + 1] if i + 1 < len(words) else None
            gap = text[word.end : after.start] if after is not None else ""
            return word.owns or not plain_reading(after, gap, word)
        return True

    def _beside_same(self, text: str, words: Sequence[Word], i: int) -> bool:
        """Does a word of the same name stand before or after this one?"""
        tokens = self._forms.tokens
        for j in (i - 1, i + 1):
            near = 0 <= j < len(words) and text[words[min(i, j)].end : words[max(i, j)].start] in _TIGHT
            if near and tokens.get(words[j].folded, frozenset()) & tokens.get(words[i].folded, frozenset()):
                return True
        return False

    # --- what no field names ------------------------------------------------------------------------------

    def _places(self, text: str, words: Sequence[Word]) -> Iterable[Span]:
        for place in find_places(text, words):
            key = tuple(word.folded for word in words[place.first : place.last + 1])
            owner = self._forms.phrases.get(key)
            placeholder = self._of(min(owner)) if owner else self._number(place.kind, " ".join(key))
            yield Span(words[place.first].start, words[place.last].end, placeholder, "place")

    def _people(self, text: str, words: Sequence[Word]) -> Iterable[Span]:
        for person in find_people(text, words, self.lexicon.common):
            run = words[person.first : person.last + 1]
            owners = Counter(owner for word in run for owner in self._forms.tokens.get(word.folded, ()))
            placeholder = (
                self._placeholder(owners) if owners
                else self._number(person.kind, " ".join(word.folded for word in run))
            )  # fmt: skip
            yield Span(run[0].start, run[-1].end, placeholder, "name" if person.kind == "NAME" else "person")

    def residue(self, text: str) -> list[str]:
        """The words with a capital that are left in a masked text and are no ordinary words."""
        bare = PLACEHOLDER.sub(" . ", text)
        return [
            word.text for word in words_in(bare)
            if could_be_name(word) or (word.capital and word.folded in given_names() and not word.opens
                                       and word.folded not in known_capitals())
        ]  # fmt: skip


_ORDER = {"CHILD": 0, "PARENT": 1, "RELATIVE": 2, "PROFESSIONAL": 3, "PERSON": 4, "SCHOOL": 5, "PLACE": 6, "ADDRESS": 7}
_MONTHS = word_set("masking.months")
_BEFORE_MONTH = word_set("masking.before_month")
_FIXED = {
    "young": {"person", "people", "persons", "child", "children", "adult", "adults", "adulthood", "carer", "carers"},
    "summer": {"term", "holiday", "holidays", "break", "scheme", "club", "half"},
    "spring": {"term"}, "autumn": {"term"}, "winter": {"term"},
    "green": {"card", "zone", "paper"}, "little": {"bit"}, "long": {"term"}, "short": {"breaks", "break", "term"},
    "good": {"practice", "progress"}, "best": {"practice", "interests"}, "day": {"nursery", "centre"},
    "read": {"write"}, "page": set(), "art": {"therapy", "therapist"}, "joy": set(), "hope": set(),
    "east": {"of"}, "west": {"yorkshire"}, "north": {"yorkshire"}, "south": {"yorkshire"},
}  # fmt: skip


def _fixed(words: Sequence[Word], i: int) -> bool:
    """Is the word part of a fixed phrase of plans ("Young Person", "Summer Term")?"""
    after = words[i + 1].folded if i + 1 < len(words) else ""
    return after in _FIXED.get(words[i].folded, ())


def _is_month(text: str, words: Sequence[Word], i: int) -> bool:
    word = words[i]
    after = text[word.end : word.end + 6].lstrip(" ,")
    before = text[max(0, word.start - 6) : word.start].rstrip()
    if (
        after[:1].isdigit()
        or before[-1:].isdigit()
        or (before[-2:] in ("st", "nd", "rd", "th") and before[-3:-2].isdigit())
    ):
        return True
    if word.owns:
        return False
    return i > 0 and words[i - 1].folded in _BEFORE_MONTH - {"of", "from", "to", "and", "after"}


def is_titled_caps(text: str, word: Word) -> bool:
    """Does the word in capitals stand in a line that is all in capitals?"""
    line = line_around(text, word.start)
    return sum(one.isalpha() for one in line) > 6 and line.isupper()


def _apart(spans: Sequence[Span], text: str) -> list[Span]:
    """Overlapping spans joined: what any of them masks is masked; the better known of them gives the placeholder."""
    rank = {"shape": 2, "field": 0, "place": 1, "person": 3, "name": 4, "date": 5}
    kept: list[Span] = []
    for span in sorted(spans, key=lambda one: (one.start, -one.end)):
        if kept and span.start < kept[-1].end:
            before = kept[-1]
            longer = span if span.end - span.start > before.end - before.start else before
            whole = (
                longer
                if longer.why in ("shape", "place")
                else min(before, span, key=lambda one: (rank[one.why], -(one.end - one.start)))
            )
            kept[-1] = Span(before.start, max(before.end, span.end), whole.placeholder, whole.why)
        else:
            kept.append(span)
    joined: list[Span] = []
    for span in kept:
        between = text[joined[-1].end : span.start] if joined else "-"
        if (
            joined
            and joined[-1].placeholder == span.placeholder
            and between in (" ", "-", ", ", " and ", "")
            and between != " and "
        ):
            joined[-1] = Span(joined[-1].start, span.end, span.placeholder, joined[-1].why)
        else:
            joined.append(span)
    return joined
