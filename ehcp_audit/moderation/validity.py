"""Where the rules agree with people: precision, recall, F1 and kappa over sentences that somebody labelled.

A row holds a text and its labels. Labels of the wording (`time_bound`, `quantified`, `overall`, ...) are compared with
what the wording rules find; a row with `criterion` and `verdict` is compared with what that criterion's checks make of
the text. Labels that a row calls `contested` are left out.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ehcp_audit.intervals import wilson
from ehcp_audit.language.wordlists import using
from ehcp_audit.moderation.coefficients import cohen_kappa

if TYPE_CHECKING:
    from ehcp_audit.rubric import Rubric

OUTCOME = ("specific", "measurable", "time_bound", "is_provision", "is_aspiration", "person_centred", "multiple")
PROVISION = ("specific_type", "quantified", "who")
OVERALL = {"outcome": ("not", "partly", "smart"), "provision": ("vague", "partly", "specified")}
"""The three grades of a sentence as a whole, worst first."""


@dataclass(frozen=True, slots=True)
class Disagreement:
    """One row on which the rules and the person differ."""

    id: str
    text: str
    person: str
    rules: str


@dataclass(frozen=True, slots=True)
class Validity:
    """How the rules do on one label. Precision, recall and F1 are of the rows where the label holds."""

    label: str
    n: int
    contested: int
    both: int  # both say so
    only_rules: int
    only_person: int
    kappa: float | None
    disagreements: tuple[Disagreement, ...]
    grades: int = 2  # of how many grades the kappa is

    @property
    def precision(self) -> float | None:
        """Of what the rules say, the share that the person says too."""
        return _share(self.both, self.both + self.only_rules)

    @property
    def recall(self) -> float | None:
        """Of what the person says, the share that the rules find."""
        return _share(self.both, self.both + self.only_person)

    @property
    def f1(self) -> float | None:
        """The harmonic mean of the two."""
        return _share(2 * self.both, 2 * self.both + self.only_rules + self.only_person)

    def interval(self, name: str) -> tuple[float, float] | None:
        """The 95% Wilson interval; F1 takes over that of both / (both + one alone), which it rises with."""
        misses = {"precision": self.only_rules, "recall": self.only_person, "f1": self.only_rules + self.only_person}
        n = self.both + misses[name]
        if n == 0:
            return None
        low, high = wilson(self.both, n)
        return (2 * low / (1 + low), 2 * high / (1 + high)) if name == "f1" else (low, high)


def _share(k: int, n: int) -> float | None:
    return k / n if n else None


def validity(rows: Sequence[Mapping[str, Any]], rubric: Rubric | None = None) -> tuple[Validity, ...]:
    """How far the rules agree with the people who labelled these rows, label by label.

    `rubric` is the one whose word lists are asked, and whose criteria rows with `criterion` and `verdict` are put to.
    """
    results: list[Validity] = []
    with using(rubric.word_changes if rubric else ()):
        for kind, labels in (("outcome", OUTCOME), ("provision", PROVISION)):
            mine = [(row, _wording(str(row["text"]), kind)) for row in rows if _kind(row) == kind]
            for label in labels:
                results += _yes_no(label, mine)
            results += _overall(kind, mine)
        if rubric is not None:
            results += _criteria(rows, rubric)
    return tuple(results)


def _kind(row: Mapping[str, Any]) -> str | None:
    """Is the row about an outcome or a provision, by what it says or by its labels?"""
    if "criterion" in row:
        return None
    said = row.get("as") or row.get("kind")
    if said in OVERALL:
        return str(said)
    if any(label in row for label in PROVISION):
        return "provision"
    return "outcome" if any(label in row for label in (*OUTCOME, "overall")) else None


def _wording(text: str, kind: str) -> Any:
    from ehcp_audit.language.outcomes import outcome_wording
    from ehcp_audit.language.provision import provision_wording

    return outcome_wording(text) if kind == "outcome" else provision_wording(text)


def _yes_no(label: str, rows: Sequence[tuple[Mapping[str, Any], Any]]) -> list[Validity]:
    labelled = [(row, said) for row, said in rows if isinstance(row.get(label), bool)]
    kept = [(row, bool(row[label]), bool(getattr(said, label))) for row, said in labelled if not _contested(row, label)]
    return _measured(label, kept, len(labelled) - len(kept), (False, True), True)


def _overall(kind: str, rows: Sequence[tuple[Mapping[str, Any], Any]]) -> list[Validity]:
    """The grade of the sentence as a whole, in three grades, and "bad" against the rest."""
    grades = OVERALL[kind]
    labelled = [(row, said) for row, said in rows if row.get("overall") in grades]
    kept = [(row, str(row["overall"]), said.overall) for row, said in labelled if not _contested(row, "overall")]
    left = len(labelled) - len(kept)
    bad = [(row, one == grades[0], other == grades[0]) for row, one, other in kept]
    whole = _measured("overall", kept, left, grades, grades[0])
    return [*whole, *_measured(f"overall: {grades[0]}", bad, left, (False, True), True)]


def _criteria(rows: Sequence[Mapping[str, Any]], rubric: Rubric) -> list[Validity]:
    from ehcp_audit.rubric.examples import verdict_of

    known = {criterion.id: criterion for criterion in rubric.criteria}
    by_id: dict[str, list[tuple[Mapping[str, Any], str, str]]] = {}
    for row in rows:
        criterion = known.get(str(row.get("criterion")))
        if criterion is not None and isinstance(row.get("verdict"), str) and not _contested(row, "verdict"):
            found = verdict_of(criterion, str(row["text"]))
            by_id.setdefault(criterion.id, []).append((row, row["verdict"], str(found)))
    grades = ("met", "partly met", "not met", "not applicable", "needs a person")
    return [one for id in known if id in by_id for one in _measured(f"{id}: not met", by_id[id], 0, grades, "not met")]


def _contested(row: Mapping[str, Any], label: str) -> bool:
    return label in (row.get("contested") or ())


def _measured(
    label: str, rows: Sequence[tuple[Mapping[str, Any], Any, Any]], contested: int, grades: Sequence[Any], yes: Any
) -> list[Validity]:
    if not rows:
        return []
    pairs = [(person == yes, rules == yes) for _, person, rules in rows]
    return [
        Validity(
            label=label,
            n=len(rows),
            contested=contested,
            both=sum(person and rules for person, rules in pairs),
            only_rules=sum(rules and not person for person, rules in pairs),
            only_person=sum(person and not rules for person, rules in pairs),
            kappa=kappa([(person, rules) for _, person, rules in rows], grades),
            disagreements=tuple(
                Disagreement(str(row.get("id", "")), str(row["text"]), _said(person), _said(rules))
                for row, person, rules in rows
                if person != rules
            ),
            grades=len(grades),
        )
    ]


def kappa(pairs: Iterable[tuple[Any, Any]], grades: Sequence[Any]) -> float | None:
    """Cohen's kappa of the rules and the person; None where it does not exist (all in one grade)."""
    import numpy

    listed = list(pairs)
    index = {grade: place for place, grade in enumerate(grades)}
    first, second = (numpy.array([index[pair[side]] for pair in listed]) for side in (0, 1))
    value = float(cohen_kappa(numpy.ones((1, len(listed))), first, second, numpy.eye(len(grades)))[0])
    return None if math.isnan(value) else value


def _said(value: Any) -> str:
    return {True: "yes", False: "no"}.get(value, str(value)) if isinstance(value, bool) else str(value)


def validity_json(results: Sequence[Validity]) -> dict[str, Any]:
    """The figures as one JSON document, ehcp-audit/validity/1."""
    return {"schema": "ehcp-audit/validity/1", "labels": [_label_json(one) for one in results]}


def _label_json(one: Validity) -> dict[str, Any]:
    figures = {
        name: {"value": getattr(one, name), "ci": None if (ends := one.interval(name)) is None else list(ends)}
        for name in ("precision", "recall", "f1")
    }
    return {
        "label": one.label,
        "n": one.n,
        "contested": one.contested,
        "both": one.both,
        "only_rules": one.only_rules,
        "only_person": one.only_person,
        **figures,
        "kappa": one.kappa,
        "grades": one.grades,
        "disagreements": [
            {"id": each.id, "text": each.text, "person": each.person, "rules": each.rules} for each in one.disagreements
        ],
    }
