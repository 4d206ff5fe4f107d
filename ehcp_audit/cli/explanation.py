"""One criterion in plain words: the same text in a meeting as on a screen."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ehcp_audit.rubric import Criterion, Rubric

TIERS = {
    "must": "must: the law asks for it",
    "should": "should: the Code of Practice asks for it",
    "local": "local: published good practice or a local standard",
}
MODES = {
    "automatic": "automatic: a rule decides",
    "assisted": "assisted: the words are gathered, a person decides",
    "human": "human: only a person can tell",
}
ACTS = {
    "writer": "the plan's writer",
    "advice-giver": "the professional who gave the advice",
    "panel": "the panel or the person who agrees provision",
}
WIDTH = 90


def explanation(rubric: Rubric, criterion: Criterion) -> str:
    """What the criterion looks for, why, in which law, good and poor examples, what it cannot know, who acts."""
    guidance = criterion.guidance
    parts = [
        f"{criterion.id}  {criterion.question}",
        _facts(rubric, criterion),
        _part("What it looks for", guidance.looks_for),
        _part("Why", guidance.why),
        _list("Law and guidance", criterion.basis),
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
            f"Section {criterion.section} of the rubric {rubric.id} {rubric.version}, "
            f"law as at {rubric.law_as_at.isoformat()}",
            f"Tier {TIERS[str(criterion.tier)]}. Mode {MODES[str(criterion.mode)]}.",
            f"Weight {criterion.weight}. Section missing or empty: {criterion.when_absent}. "
            f"Section says there is nothing: {criterion.when_nil}.",
        ]
    )


def _part(title: str, text: str | None) -> str:
    if not text:
        return ""
    lines = textwrap.fill(" ".join(str(text).split()), WIDTH, initial_indent="  ", subsequent_indent="  ")
    return f"{title}\n{lines}"


def _list(title: str, lines: tuple[str, ...]) -> str:
    return f"{title}\n" + "\n".join(f"  {line}" for line in lines) if lines else ""


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
    return "; ".join(
        f"{'Section ' if str(key)[:1].isupper() else ''}{key}: {' '.join(str(text).split()) or '(empty)'}"
        for key, text in example.items()
    )
