"""What a rubric may say: the pydantic models that validate it and that `ehcp-audit schema rubric` prints."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, PlainValidator, WithJsonSchema

from ehcp_audit.model import SECTION_CODES, Mode, Tier, Verdict

Letter = Literal["A", "B", "C", "D", "E", "F", "G", "H1", "H2", "I", "J", "K"]
SECTIONS = (*SECTION_CODES, "H", "all", "dates", "voice")
"""Where a criterion may stand: a lettered section, H1 and H2 together, or the plan as a whole."""

ACTS = ("writer", "advice-giver", "panel")
"""Who can put a finding right."""

SCALES = ("percentage", "grades", "0-10", "1-5", "met-partly-not", "gate")
"""The scales that a score can be shown on. They are worked out from the stored judgements and never stored."""

ABSENT = ("not met", "not applicable", "needs a person", "ask")
"""What may follow from a blank or missing section: nothing that raises a score."""

NIL = ("met", "not met", "not applicable", "needs a person", "ask")
"""What may follow from a section that says there is nothing."""


def fraction(value: Any) -> Fraction:
    """An exact number from YAML: 2, 2.5 or "2/3"."""
    if isinstance(value, Fraction):
        return value
    if isinstance(value, bool) or not isinstance(value, int | Decimal | str):
        raise ValueError("must be a number such as 2, 0.5 or 2/3")
    try:
        number = Fraction(value if isinstance(value, int) else str(value).strip())
    except (ValueError, ZeroDivisionError):
        raise ValueError("must be a number such as 2, 0.5 or 2/3") from None
    return number


def _positive(value: Any) -> Fraction:
    number = fraction(value)
    if number <= 0:
        raise ValueError("must be more than 0; to leave a criterion out, take it out of the rubric")
    return number


def _share(value: Any) -> Fraction:
    number = fraction(value)
    if not 0 <= number <= 1:
        raise ValueError("must be a share from 0 to 1, such as 3/4")
    return number


def _year(value: Any) -> Any:
    if value is not None and (isinstance(value, bool) or not isinstance(value, int) or not -2 <= value <= 14):
        raise ValueError("must be a year group from -2 to 14, such as 12; 0 is Reception")
    return value


def _text(value: Any) -> Any:
    if isinstance(value, bool | int | Decimal | date):
        raise ValueError("must be text; put it in quotes")
    if isinstance(value, str) and not value.strip():
        raise ValueError("must not be empty")
    return " ".join(value.split()) if isinstance(value, str) else value


def _texts(value: Any) -> Any:
    return [value] if isinstance(value, str) else value


def _one_of(allowed: tuple[str, ...]) -> PlainValidator:
    def choose(value: Any) -> Any:
        if value not in allowed:
            raise ValueError(f"?{value}")  # the caller words it, with a suggestion
        return value if value == "ask" else Verdict(value)

    return PlainValidator(choose, json_schema_input_type=Literal[allowed])


_NUMBER = {"anyOf": [{"type": "number"}, {"type": "string", "pattern": "^[0-9]+(\\.[0-9]+|/[0-9]+)?$"}]}

Text = Annotated[str, BeforeValidator(_text)]
Weight = Annotated[Fraction, PlainValidator(_positive), WithJsonSchema({**_NUMBER, "description": "More than 0."})]
Share = Annotated[Fraction, PlainValidator(_share), WithJsonSchema({**_NUMBER, "description": "From 0 to 1."})]
FromYear = Annotated[
    int | None,
    PlainValidator(_year),
    WithJsonSchema(
        {
            "anyOf": [{"type": "integer", "minimum": -2, "maximum": 14}, {"type": "null"}],
            "description": "The first year group it is asked of.",
        }
    ),
]
WhenAbsent = Annotated[
    Verdict | Literal["ask"], _one_of(ABSENT), WithJsonSchema({"type": "string", "enum": list(ABSENT)})
]
WhenNil = Annotated[Verdict | Literal["ask"], _one_of(NIL), WithJsonSchema({"type": "string", "enum": list(NIL)})]


class _Strict(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", strict=False)


class CheckUse(_Strict):
    """A check that a criterion asks, with its options; a limb of good practice carries a weaker tier of its own."""

    check: Text
    options: dict[str, Any] = Field(default_factory=dict)
    tier: Tier | None = None


class Guidance(_Strict):
    """What an officer would say of the criterion aloud: no jargon, no law by number."""

    looks_for: Text
    why: Text
    good: Text
    cannot_know: Text


class CapRule(_Strict):
    """A share of this criterion `below` this limits the plan's band `to` that one. The score itself stays."""

    below: Share
    to: Text


class Band(_Strict):
    """A band and the lowest share of the marks that reaches it."""

    name: Text
    min: Share


class Criterion(_Strict):
    """One question of a rubric."""

    id: Annotated[Text, Field(pattern=r"^[A-Za-z][A-Za-z0-9-]{0,39}$")]
    section: Literal["A", "B", "C", "D", "E", "F", "G", "H1", "H2", "I", "J", "K", "H", "all", "dates", "voice"]
    question: Text
    tier: Tier
    basis: Annotated[tuple[Text, ...], BeforeValidator(_texts), Field(min_length=1)]
    mode: Mode
    checks: tuple[CheckUse, ...] = ()
    weight: Weight
    when_absent: WhenAbsent
    when_nil: WhenNil = Verdict.NOT_APPLICABLE
    act: Literal["writer", "advice-giver", "panel"]
    guidance: Guidance
    examples: dict[str, tuple[Any, ...]] = Field(default_factory=dict)
    na_allowed: bool = True
    from_year: FromYear = None
    cap: CapRule | None = None

    @property
    def mandatory(self) -> bool:
        """Does the statutory gate count it?"""
        return self.tier is Tier.MUST

    @property
    def weaker_tiers(self) -> tuple[Tier, ...]:
        """The tiers of the parts that it joins to what its own tier asks for, the strongest first."""
        joined = {use.tier for use in self.checks} - {self.tier}
        return tuple(tier for tier in Tier if tier in joined)

    @property
    def section_codes(self) -> tuple[str, ...]:
        """The lettered sections it looks at; none for the plan as a whole."""
        if self.section == "H":
            return ("H1", "H2")
        return (self.section,) if self.section in SECTION_CODES else ()


class WordChange(_Strict):
    """What a rubric adds to a word list and what it takes from it: phrases, or patterns as in the shipped lists."""

    also: Annotated[tuple[Text, ...], BeforeValidator(_texts)] = ()
    never: Annotated[tuple[Text, ...], BeforeValidator(_texts)] = ()


class PlanSection(_Strict):
    """A section of another type of plan: the headings that it may stand under."""

    headings: Annotated[tuple[Text, ...], Field(min_length=1), BeforeValidator(_texts)]


class Rubric(_Strict):
    """A rubric as the audit uses it."""

    id: Annotated[Text, Field(pattern=r"^[a-z][a-z0-9-]{0,39}$")]
    version: Text
    title: Text
    description: Text | None = None
    law_as_at: date
    jurisdiction: Text
    applies_from: date | None = None
    applies_to: date | None = None
    plan_type: Literal["ehcp", "advice", "other"] = "ehcp"
    sections: dict[Letter, PlanSection] = Field(default_factory=dict)
    method: Literal["flat", "sections"] = "flat"
    section_weights: dict[str, Weight] | None = None
    bands: tuple[Band, ...] = ()
    bar: Share | None = None
    scales: Annotated[
        tuple[Literal["percentage", "grades", "0-10", "1-5", "met-partly-not", "gate"], ...], BeforeValidator(_texts)
    ] = ("percentage",)
    non_negotiables: tuple[Text, ...] = ()
    extends: Text | None = None
    words: dict[str, WordChange] = Field(default_factory=dict)
    criteria: Annotated[tuple[Criterion, ...], Field(min_length=1)]
    sha256: str = Field(default="", exclude=True)

    @property
    def titles(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """The headings of another type of plan, as ehcp_audit.plan takes them; none for an EHC plan."""
        return tuple((code, one.headings) for code, one in self.sections.items())

    @property
    def word_changes(self) -> tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...]:
        """The changes to the word lists, as ehcp_audit.language.wordlists takes them."""
        return tuple(
            (name, tuple(map(str.lower, one.also)), tuple(map(str.lower, one.never)))
            for name, one in sorted(self.words.items())
        )

    def criterion(self, id: str) -> Criterion:
        """The criterion with this id. Raises KeyError when there is none."""
        for criterion in self.criteria:
            if criterion.id == id:
                return criterion
        raise KeyError(id)
