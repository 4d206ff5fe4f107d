"""One criterion in plain words: the same text in a meeting as on a screen."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from ehcp_audit.model import Tier
from ehcp_audit.styling import ACTS, MODES, ORDER, SECTIONS, TIER_WORDS, long_date, year_words

if TYPE_CHECKING:
    from ehcp_audit.rubric import Criterion, Rubric

WIDTH = 78


def explanation(rubric: Rubric, criterion: Criterion) -> str:
    """What the criterion looks for, why, in which law, good and poor examples, what it cannot know, who acts."""
    guidance = criterion.guidance
    parts = [
        textwrap.fill(f"{criterion.id}  {criterion.question}", WIDTH, subsequent_indent="     "),
        _facts(rubric, criterion),
        _part("What it looks for", guidance.looks_for),
        _part("Why", guidance.why),
        _law(criterion),
        _limbs(criterion),
        _part("What a good sentence holds", guidance.good),
        _examples("Good examples", criterion, "met"),
        _examples("Partly there", criterion, "partly met"),
        _examples("Poor examples", criterion, "not met"),
        _part("What it cannot know", guidance.cannot_know),
        _part("Who acts", ACTS.get(criterion.act, criterion.act)),
    ]
    return "\n\n".join(part for part in parts if part)


def _facts(rubric: Rubric, criterion: Criterion) -> str:
    return "\n".join(
        [
            textwrap.fill(
                f"{_stands(criterion.section)} the rubric {rubric.id} {rubric.version}, "
                f"law as at {long_date(rubric.law_as_at)}",
                WIDTH,
            ),
            textwrap.fill(
                f"Tier: {TIER_WORDS[criterion.tier]}. {str(criterion.mode).capitalize()}: {MODES[criterion.mode]}.",
                WIDTH,
            ),
            textwrap.fill(_states(criterion), WIDTH),
            *_ages(criterion),
        ]
    )


def _stands(section: str) -> str:
    """Where the criterion stands: "Section E of", or "On the plan as a whole, in"."""
    return f"Section {section} of" if section in ORDER else f"On {SECTIONS[section]}, in"


def _law(criterion: Criterion) -> str:
    """The references with what each says; one that nobody has compared with the official text is marked."""
    from ehcp_audit.rubric.law import NOT_CHECKED, is_unchecked, marked, reference

    lines = []
    for cite, shown in zip(criterion.basis, marked(criterion.basis), strict=True):
        lines.append(textwrap.fill(shown, WIDTH, initial_indent="  ", subsequent_indent="  "))
        known = reference(cite)
        if known is not None:
            lines.append(textwrap.fill(known.says, WIDTH, initial_indent="    ", subsequent_indent="    "))
    if any(is_unchecked(cite) for cite in criterion.basis):
        lines.append(textwrap.fill(NOT_CHECKED, WIDTH, initial_indent="  ", subsequent_indent="  "))
    return "\n".join(["Law and guidance", *lines])


def _limbs(criterion: Criterion) -> str:
    """The parts of a criterion that joins good practice to a duty, each with its own tier."""
    if not any(use.tier is not None and use.tier is not criterion.tier for use in criterion.checks):
        return ""
    from ehcp_audit.checks import checks

    lines = []
    for use in criterion.checks:
        asked = checks()[use.check].documentation.split("\n\n")[0]
        codes = use.options.get("codes")
        ages = use.options.get("ages")
        which = "".join(
            (f" Sections {', '.join(codes)}." if codes else "", f" For those {ages}." if ages else ""),
        )
        words = f"{TIER_WORDS[use.tier or criterion.tier]}: {' '.join(asked.split())}{which}"
        lines.append(textwrap.fill(words, WIDTH, initial_indent="  - ", subsequent_indent="    "))
    head = "What it joins: only what the law asks for counts in the statutory gate"
    return "\n".join([head, *lines])


def _states(criterion: Criterion) -> str:
    """How it is scored: its weight if any, and what follows from a section that is blank or says there is nothing."""
    words = {"ask": "the rule looks at that itself"}
    if not criterion.section_codes:
        return (
            "It stands outside the score, whatever its weight: it is asked of the plan as a whole. It counts in the"
            f" {'statutory gate, the ' if criterion.tier is Tier.MUST else ''}lists and the unweighted figure."
        )
    weight = f"Its weight is {criterion.weight}, among the criteria of its section."
    absent, nil = (words.get(str(one), str(one)) for one in (criterion.when_absent, criterion.when_nil))
    return f"{weight} Section missing or blank: {absent}. Section says there is nothing: {nil}."


def _ages(criterion: Criterion) -> list[str]:
    """The first year group that it is asked of, in a line of its own; none where it is asked of everybody."""
    if criterion.from_year is None:
        return []
    words = f"Asked from {year_words(criterion.from_year)} on, and where the plan does not tell the year group."
    return [textwrap.fill(words, WIDTH)]


def _part(title: str, text: str | None) -> str:
    if not text:
        return ""
    lines = textwrap.fill(" ".join(str(text).split()), WIDTH, initial_indent="  ", subsequent_indent="  ")
    return f"{title}\n{lines}"


def _examples(title: str, criterion: Criterion, verdict: str) -> str:
    sentences = [
        one if isinstance(one, str) else _small_plan(one)
        for name, examples in criterion.examples.items()
        if str(name) == verdict
        for one in examples
    ]
    return (
        "\n".join(
            [title, *(textwrap.fill(one, WIDTH, initial_indent="  - ", subsequent_indent="    ") for one in sentences)]
        )
        if sentences
        else ""
    )


def _small_plan(example: object) -> str:
    if not isinstance(example, dict):
        return str(example)
    return "; ".join(_part_of_plan(str(key), text) for key, text in example.items())


def _part_of_plan(key: str, text: object) -> str:
    words = "(missing)" if text is None else " ".join(str(text).split()) or "(blank)"
    return f"Section {key}: {words}" if key[:1].isupper() else f"{key.replace('_', ' ')} {words}"
