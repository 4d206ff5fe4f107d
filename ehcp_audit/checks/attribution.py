"""Where a provision comes from: the line of the advice that it is closest to, and what that line says that it does not.

The closest line is the one whose telling words (rare ones count more) are most alike, from a report whose author's
role the plan's line names before any other. A line that is not alike enough is no source: then the advice says nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from math import log, sqrt
from typing import Literal

from ehcp_audit.checks.ties import content_of, generic, stem
from ehcp_audit.language.provision import ProvisionWording, provision_wording
from ehcp_audit.language.roles import find_roles
from ehcp_audit.model import Advice, Passage, Plan, Provision

Says = Literal["as vague", "more specific", "nothing"]

_LEAST = 0.25  # how alike two lines must be for one to be the other's source
_SAME_AUTHOR = 1.4  # what a line gains where the plan names the role of the report's author
_CONCEPT = 1.3
_STEM = 7  # letters by which a therapy and its therapist are one profession


@dataclass(frozen=True, slots=True)
class Source:
    """A line of the advice, the report that it stands in, and how alike it is to the plan's line (0 to 1 and over)."""

    advice: Advice
    line: Provision | None  # None: nothing in the report is like it
    alike: float = 0.0

    @property
    def passages(self) -> tuple[Passage, ...]:
        return self.line.passages if self.line else ()


def source_of(provision: Provision, plan: Plan) -> Source | None:
    """The line of advice that this provision comes from; without one, the report that it is closest to.

    None where no advice was given.
    """
    if not plan.advice:
        return None
    lines = _lines(plan)
    words = _content(_whole_text(provision), plan)
    roles = {role.kind for role in find_roles(_whole_text(provision))}
    best = max(
        (
            Source(advice, line, _alike(words, content, lines.rare) * _author(advice, roles))
            for advice, line, content in lines.all
        ),
        key=lambda source: source.alike,
        default=None,
    )
    if best is not None and best.alike >= _LEAST:
        return best
    named = [advice for advice in plan.advice if _author(advice, roles) > 1]
    if named:
        return Source(next((one for one in named if names_author(_whole_text(provision), one)), named[0]), None)
    return Source(best.advice if best is not None else plan.advice[0], None)


def names_author(text: str, advice: Advice) -> bool:
    """Does a line name the profession of a report's author ("physiotherapy" that of a physiotherapist)?"""
    role = (advice.role or "").lower()
    return bool(role) and any(role[:_STEM] == one.role.lower()[:_STEM] for one in find_roles(text))


def says(provision: Provision, source: Source, check: str) -> Says:
    """What the advice says of that which `check` found wanting in the provision."""
    if source.line is None:
        return "nothing"
    return "more specific" if _holds(_wordings(source.line), check, _wordings(provision)) else "as vague"


# --- what a line holds ---------------------------------------------------------------------------------------


def _wordings(provision: Provision) -> tuple[ProvisionWording, ...]:
    texts = (provision.text, *(field.passage.text for field in provision.fields))
    return tuple(provision_wording(text) for text in texts)


def _holds(said: tuple[ProvisionWording, ...], check: str, plan: tuple[ProvisionWording, ...]) -> bool:
    """Does the advice hold the element that the check looks for?"""

    def has(name: str) -> bool:
        return any(getattr(one, name) for one in said)

    elements = {
        "provision.type_named": ("specific_type",),
        "provision.amount": ("amounts", "occasions"),
        "provision.frequency": ("frequencies", "occasions"),
        "provision.quantified": ("quantified",),
        "provision.who": ("who",),
        "provision.group_size": ("group_sizes",),
        "provision.period": ("lengths",),
    }
    if check in elements:
        return any(has(name) for name in elements[check])
    lost = any(one.quantified for one in said) and not any(one.quantified for one in plan)
    return lost or (has("quantified") and not has("hedges"))


def is_vague(provision: Provision) -> bool:
    """Does the line lack its amount, or leave the duty open by its words?"""
    said = _wordings(provision)
    return any(one.hedges for one in said) or not any(one.quantified for one in said)


# --- how alike two lines are --------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Lines:
    all: tuple[tuple[Advice, Provision, frozenset[str]], ...]
    rare: dict[str, float]


_last: list[tuple[Plan, _Lines]] = []


def _lines(plan: Plan) -> _Lines:
    """Every line of provision in the advice, with its telling words; kept until another plan is asked about."""
    if not _last or _last[0][0] is not plan:
        lines = tuple(
            (advice, line, _content(_whole_text(line), plan)) for advice in plan.advice for line in advice.provision
        )
        often = Counter(word for _, _, content in lines for word in content)
        rare = {word: log(1 + len(lines) / count) for word, count in often.items()}
        _last[:] = [(plan, _Lines(lines, rare))]
    return _last[0][1]


def _whole_text(item: Provision) -> str:
    return "\n".join((item.text, *(field.passage.text for field in item.fields)))


def _content(text: str, plan: Plan) -> frozenset[str]:
    names = f"{plan.facts.child_name or ''} {plan.facts.known_as or ''}".lower().split()
    return content_of(text, generic() | {stem(name) for name in names})


def _alike(one: frozenset[str], other: frozenset[str], rare: dict[str, float]) -> float:
    if not one or not other:
        return 0.0
    usual = log(2)

    def size(words: Iterable[str]) -> float:
        return sum((rare.get(word, usual) * (_CONCEPT if word.startswith("#") else 1.0)) ** 2 for word in sorted(words))

    return size(one & other) / sqrt(size(one) * size(other))


def _author(advice: Advice, kinds: set[str]) -> float:
    role = find_roles(advice.role or "")
    return _SAME_AUTHOR if role and role[0].kind in kinds else 1.0
