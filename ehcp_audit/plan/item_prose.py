"""Needs, outcomes and provision out of paragraphs and lists: those of a section, or of one table cell."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from ehcp_audit.model import Field, Passage
from ehcp_audit.plan.columns import column_name, label_name
from ehcp_audit.plan.drafts import NOUNS, Draft, add_to_line
from ehcp_audit.plan.heads import (
    head_before,
    is_coded_heading,
    is_for,
    is_over_letters,
    is_plain_title,
    provision_in,
    says_what_for,
)
from ehcp_audit.plan.introductions import leads_in
from ehcp_audit.plan.item_words import (
    BARE_CODE,
    CHECKED,
    DEADLINE,
    LONGEST_INTRO,
    NUMBERED,
    OWN,
    announces,
    is_date_of,
    is_heading,
    is_own_label,
    is_stage,
    is_step_of,
    is_title_over,
    label_of,
    lines_by_hand,
    marker_of,
    outcomes_in,
    strengths_at,
)
from ehcp_audit.plan.labelled_parts import is_over_lines, parts_among
from ehcp_audit.plan.layout import Layout
from ehcp_audit.plan.lines import joined_lines, name_before, sentences_by_hand
from ehcp_audit.plan.nil import is_nil_among
from ehcp_audit.plan.over_all import is_of_all
from ehcp_audit.plan.pointers import only_refers, pointers, references
from ehcp_audit.plan.ref_labels import code_said
from ehcp_audit.plan.run_in import Label, given_besides, groups_of, is_title, opens, spans_of, told_apart
from ehcp_audit.plan.stems import is_stem
from ehcp_audit.plan.vocabulary import area_of

_GOES_ON_IN_SMALL = re.compile(r"[a-z][^\n]*(?:[;,]|;? and)\s{0,2}")  # one of several under "By July 2028 she will:"


@dataclass(slots=True)
class Prose:
    """Reads one run of paragraphs; `drafts` are the items so far."""

    layout: Layout
    code: str
    area: str | None = None
    row: tuple[int, int] | None = None
    drafts: list[Draft] = field(default_factory=list)
    intro: Passage | None = None
    intro_marked: bool = False
    open_field: str | None = None
    field_filled: bool = False
    number: str | None = None
    short: Passage | None = None  # the few words after "Outcome 2:", a title if more follows and else the outcome
    waiting: bool = False  # a label of the section's own kind stood alone: the next paragraph is its text
    refers: list[tuple[str, str]] = field(default_factory=list)
    pending: list[Field] = field(default_factory=list)
    alone: bool = False  # a cell under a header, with one paragraph: an item, whatever it looks like
    strengths: bool = False  # under a heading of strengths, which are no needs
    pointed: bool = False  # words in front of a paragraph said what it and those after it are for
    points_back: bool = False  # lines that only point stand after what they are about
    since: int = 0  # the items before the last of these lines
    own_area: str | None = None  # that of the row, which goes before what the lines stand under
    opened: set[int] = field(default_factory=set)  # paragraphs that begin with the label of the section's own kind

    @property
    def noun(self) -> str:
        return NOUNS[self.code]

    def read(self, indexes: Sequence[int], begins: dict[int, int], areas: Sequence[str | None]) -> None:
        """Reads the stretches one by one, knowing the next, because a line that leads into a list is no item."""
        runs = joined_lines(self.layout, indexes)
        passages = [
            self.layout.passage(self.layout.starts[one] + begins.get(one, 0), self.layout.ends[last])
            for one, last in runs
        ]
        runs, passages, parts = parts_among(self.layout, self.code, runs, passages)
        labels = told_apart([one.text for one in passages], self.noun)
        self.opened = {run[0] for run, found in zip(runs, labels, strict=True) if opens(found, self.noun)}
        pointing = [only_refers(one.text) for one in passages]
        self.points_back = any(pointing[-1:]) or (self.noun == "outcome" and any(pointing) and not pointing[0])
        for at, (index, last) in enumerate(runs):
            passage = passages[at]
            here = self.own_area or areas[index]
            self.area = here or self.area if self.row is not None else here
            following = runs[at + 1][0] if at + 1 < len(runs) else None
            if labels[at]:
                self._run_in(index, passage, labels[at])
                continue
            if at in parts:
                self.intro, self.open_field = None, None
                if parts[at].words:
                    self._sentences(parts[at].words, parts[at].number)
                continue
            for line in lines_by_hand(passage, self.code, single=index == last):
                self._stretch(index, line, following)
        self._close()

    def _run_in(self, index: int, passage: Passage, labels: Sequence[Label]) -> None:
        """ "What. ... Who. ... How much. ...": an item for each "What", with what the other labels say of it."""
        _, number, body = marker_of(self.layout, index, passage, self.code)
        before = passage.cut(0, len(passage.text[: labels[0].start].rstrip()))
        led = before.end > body.start
        if led:
            self._stretch(index, before, None)
            number = None
        spans = spans_of(passage.text, labels)
        for group in groups_of(labels, self.noun, led=led):
            own = next((one.start for one in group if one.name == self.noun), None)
            for one in group:
                said = spans[one.start]
                more: list[tuple[int, int]] = []
                if self.noun == "provision" and one.name in ("how_often", "group"):
                    said, more = given_besides(passage.text, said)
                words = passage.cut(*said)
                if one.start == own:
                    self._opened(words, number)
                    number = None
                elif (own is not None and one.start < own) or not self.drafts:
                    self.pending = [*self.pending, Field(one.name, words)]
                else:
                    self.drafts[-1].fields.append(Field(one.name, words))
                for span in more:
                    self._add([passage.cut(*span)], None)

    def _opened(self, words: Passage, number: str | None) -> None:
        """An item whose words a label told apart."""
        if self.waiting and self.short is not None:
            self.pending = [*self.pending, Field("title", self.short)]
        self.intro, self.intro_marked, self.open_field, self.waiting, self.short = None, False, None, False, None
        if not is_nil_among(self.code, words.text):
            self._add([words], number)

    def _stretch(self, index: int, passage: Passage, following: int | None) -> None:
        text = passage.text
        if self.alone:
            marker, number, body = marker_of(self.layout, index, passage, self.code)
            if not is_nil_among(self.code, text) and any(one.isalnum() for one in text):
                self._words(index, body, marker, number)
            return
        if (code := BARE_CODE.fullmatch(text)) and code["section"] == self.code:
            self._close()  # "E2 (B3, B4)" over the outcome
            self.waiting, self.refers = self.noun != "provision", pointers(text)
            self.number = code["number"] or code["roman"]
            return
        stem = self.noun == "outcome" and is_stem(self.layout, text, following)
        if area_of(text) is not None and not stem:
            self._close()
            self.strengths = False
            self.refers = pointers(text)  # "Cognition and learning (needs 3 and 4)"
            return
        if is_nil_among(self.code, text) or not any(map(str.isalnum, text)):
            return
        numbered = NUMBERED.match(text)
        if numbered:
            after = self.layout.stretches[following].text if following is not None else None
            titled = following in self.opened or (after is not None and is_own_label(after, self.noun))
            self._numbered(index, passage, numbered, titled=titled)
            return
        marker, number, body = marker_of(self.layout, index, passage, self.code)
        of_strengths, self.strengths = strengths_at(self.noun, body.text, under=self.strengths)
        if of_strengths:
            return
        titled = not stem and is_heading(self.layout, index, text, marker, following)
        if not stem and ((not titled and self._points(text)) or self._labelled(index, body, marker, number)):
            return
        coded = self.noun != "need" and is_coded_heading(self.layout, index, body, following)
        pointing = self.noun == "provision" and says_what_for(self.layout, index, passage, body, following)
        bare = is_plain_title(self.layout, self.noun, index, text, following)
        lettered = self.noun != "need" and is_over_letters(self.layout, index, body, following)
        over = self.noun == "outcome" and following in self.opened and is_title(body.text)
        if coded or pointing or bare or lettered or titled or over:
            self._close()
            self.refers = pointers(text)
            if over or (coded and self.noun == "outcome"):
                self.waiting, self.short, self.number = True, body, number
            return
        if (
            (stem or text.rstrip().endswith((":", "…", "...")))
            and len(text) <= LONGEST_INTRO
            and (following is not None or text.rstrip().endswith(":"))
            and (stem or not self.waiting)
        ):
            if following is None:
                return  # it leads into a table
            first = self.layout.passage(self.layout.starts[following], self.layout.ends[following])
            self.intro = None if leads_in(self.noun, text) else passage  # "the following will be provided:"
            self.intro_marked = marker_of(self.layout, following, first, self.code)[0]
            if column_name(text) is None:
                self.open_field = None
            return
        self._words(index, body, marker, number)

    def _words(self, index: int, passage: Passage, marker: bool, number: str | None) -> None:
        if number is not None and self.drafts and self.drafts[-1].number is not None:
            self.open_field = None  # "2) By July ..." after the steps of outcome 1
        steps = self.row is not None and self.open_field == "steps" and DEADLINE.match(passage.text) is None
        if self.open_field and self.drafts and (marker or not self.field_filled or steps):
            self.drafts[-1].fields.append(Field(self.open_field, passage))
            self.field_filled = True
            return
        self.open_field = None
        if self.intro is not None and self.intro_marked and not marker:
            self.intro = None
        if self.noun == "outcome" and self.drafts and CHECKED.match(passage.text):
            self.drafts[-1].fields.append(Field("review", passage))
            return
        if self.noun == "outcome" and is_date_of(self.layout, index, passage.text, self.drafts):
            self.drafts[-1].fields.append(Field("by_when", passage))
            return
        if self._is_step(passage, marker, number):
            self.drafts[-1].fields.append(Field("steps", passage))
            return
        passages = [passage] if self.intro is None else [self.intro, passage]
        if not self.intro_marked and not (self.noun == "outcome" and _GOES_ON_IN_SMALL.fullmatch(passage.text)):
            self.intro = None
        if self.waiting and self.short is not None:
            self.pending = [*self.pending, Field("title", self.short)]
            self.short = None
        listed = bool(marker or number or self.number or self.waiting)
        if is_of_all(self.noun, passage.text, listed=listed, numbered=bool(number), first=not self.drafts):
            return
        if self.waiting or (marker and self.noun != "provision"):
            self._add(passages, number)
        elif self.noun == "provision":
            self._sentences(passages, number)
        elif self.noun == "outcome":
            self._outcomes(passages, number)
        else:
            for one in sentences_by_hand(passage):
                self._add([*passages[:-1], one], number)
        self.waiting = False

    def _add(self, passages: list[Passage], number: str | None) -> None:
        refers = list(self.refers)
        self.drafts.append(Draft(passages, self.pending, self.area, self.row, number or self.number, refers))
        self.pending = []
        self.number = None

    def _sentences(self, passages: list[Passage], number: str | None) -> None:
        """Provision in prose: one item for each sentence that provides something."""
        passage = passages[-1]
        own, points = head_before(passage.text)
        head, passage = passage.cut(0, len(passage.text[:own].rstrip())), passage.cut(own, len(passage.text))
        if own and points:
            self.refers, self.pointed = pointers(head.text), True
        elif own:
            self.refers, self.pointed = [] if self.pointed else self.refers, False
            self.pending = [*self.pending, Field("title", head)]
        pointing, provided, said = provision_in(
            self.layout, passage, numbered=number is not None, headed=bool(own) and not points
        )
        if pointing is not None:
            self.refers = pointers(passage.text[slice(*pointing)])
        for start, end in provided:
            one = passage.cut(start, end)
            if not is_nil_among(self.code, one.text):
                self._add([*passages[:-1], one], number)
                self.drafts[-1].fields.extend(Field(name, passage.cut(*span)) for name, span in said.get(end, ()))

    def _outcomes(self, passages: list[Passage], number: str | None) -> None:
        """An outcome paragraph is one outcome, unless several of its sentences say by when."""
        several = outcomes_in(self.layout, passages[-1]) if len(passages) == 1 else []
        for pieces in [[one] for one in several] or [passages]:
            self._add(pieces, number)

    def _numbered(self, index: int, passage: Passage, match: re.Match[str], *, titled: bool) -> None:
        """ "Outcome 2: ..." in E begins an item; in F it says which outcome what follows is for."""
        self._close()
        noun, number = match["noun"].lower(), match["number"].lower()
        rest = passage.cut(match.end(), len(passage.text))
        if noun not in OWN[self.noun]:
            self.refers = [("outcome" if noun in OWN["outcome"] else noun, number)]
            if rest.text.strip() and noun in ("outcome", "need"):
                named = len(name_before(rest.text))
                self.pending = [Field(noun, rest.cut(0, named or len(rest.text)))]
                if named:  # "Need 1: anxiety. A mentor meets him for 15 minutes each day."
                    lead = len(rest.text) - len(rest.text[named:].lstrip())
                    self._words(index, rest.cut(lead, len(rest.text)), False, None)
            return
        self.number, self.refers = number, pointers(match["aside"] or "")
        if area_of(rest.text) is not None:
            self.area = area_of(rest.text)
            self.waiting = True
        elif rest.text.strip() and (titled or is_title_over(self.layout, index, rest.text)):
            # "Outcome 1: Being understood (needs 1 and 2)" over "Outcome: By July ...", or over the date itself
            self.waiting, self.short, self.refers = True, rest, pointers(rest.text)
        elif len(rest.text.split()) > 3 or rest.text.rstrip().endswith("."):
            self._add([rest], number)
        else:
            self.waiting, self.refers = True, pointers(rest.text)
            self.short = rest if rest.text.strip() and not only_refers(rest.text) else None

    def _points(self, text: str) -> bool:
        """A line that only points at others is said of what stands before it, or of what stands after it."""
        if self.noun == "need" or not only_refers(text):
            return False
        if not self.points_back:
            self._close()
            self.refers = pointers(text)
            return True
        for draft in self.drafts[-1:] if self.noun == "outcome" else self.drafts[self.since :]:
            draft.refers.extend(pointers(text))
        self.since = len(self.drafts)
        return True

    def _labelled(self, index: int, passage: Passage, marker: bool, number: str | None) -> bool:
        """ "Who: ...", "Steps:", "Success criteria" become fields of the item that stands before them."""
        match = label_of(passage.text)
        if match and self.noun == "provision" and is_for(passage.text):
            return False
        label = match["label"] if match else passage.text
        answered = match is not None and match.end() < len(passage.text)
        if match and answered and self._coded(label, passage.text[match.end() :]):
            return True
        name = label_name(label) if answered else column_name(label)
        if name is None:
            return False
        rest = (
            passage.cut(match.end(), len(passage.text)) if match else passage.cut(len(passage.text), len(passage.text))
        )
        if not match and (marker or not announces(self.layout, index, passage.text)):
            return False
        if name == "by_when" and self.noun == "provision" and is_over_lines(label, rest.text, self.drafts):
            return False
        if match and rest.text and name in ("other", "number", "title", "strengths", "area") and marker:
            return False
        if not answered and name in ("need", "outcome") and self.noun == "provision" and references(passage.text):
            self._close()  # "For needs 1 and 4 (outcome 5)": what follows is provision for them
            self.refers = pointers(passage.text)
            return True
        if name == self.noun:
            if not self.waiting or NUMBERED.match(passage.text):  # else a title over it has told its number
                self._close()
            if rest.text.strip():
                self._words(index, rest, False, number)
            else:
                self.waiting = self.noun != "provision"
                self.refers = pointers(passage.text) or self.refers  # "Provision for Outcome 2"
            return True
        if name in ("area", "number", "strengths", "title"):
            self.area = area_of(rest.text) or self.area if name == "area" else self.area
            return bool(not rest.text.strip() or name == "area")
        if rest.text.strip():
            self._field(name, rest)
            self.open_field = name if name in ("steps", "success", "who") else None
            self.field_filled = True
        else:
            self.open_field, self.field_filled, self.intro = name, False, None
        return True

    def _coded(self, label: str, rest: str) -> bool:
        """ "Outcome ref: E1 (B1)" gives the outcome that follows its number and need, and so does "Need ref: 1"."""
        said = code_said(label, rest)
        own = [mark for noun, mark in said or () if noun.partition(" ")[0] == self.noun]
        if said is None or not (self.waiting or own):
            return False
        if not self.waiting:
            self._close()
            self.waiting, self.number = True, own[0]
        self.refers = [*self.refers, *(one for one in said if one[0].partition(" ")[0] != self.noun)]
        return True

    def _field(self, name: str, passage: Passage) -> None:
        if (name in ("need", "outcome", "source") and self.noun == "provision") or not self.drafts:
            self.pending = [*self.pending, Field(name, passage)]
        else:
            add_to_line(self.layout.text, self.drafts, Field(name, passage), several=self.noun == "provision")

    def _is_step(self, passage: Passage, marker: bool, number: str | None) -> bool:
        """A bullet that is a step of the outcome before it; "The first step ..." in a cell."""
        if self.noun != "outcome" or number is not None or not self.drafts or self.intro is not None or self.waiting:
            return False
        if self.row is not None and is_stage(passage.text):
            return True
        return marker and self.drafts[-1].row == self.row and is_step_of(self.layout, self.drafts[-1], passage)

    def _close(self) -> None:
        if self.waiting and self.short is not None:
            self._add([self.short], self.number)
        self.short = None
        self.intro, self.intro_marked, self.open_field, self.waiting, self.number = None, False, None, False, None
        self.refers, self.since = [], len(self.drafts)
