"""A draw as a person reads it: how many of how many, by stratum, what was left out, and the plans in order."""

from __future__ import annotations

from typing import Any

from ehcp_audit.cli import screen
from ehcp_audit.styling import count, long_date

MANY = 20
"""One row in so many that cannot be used, and the draw is no draw of the caseload any more."""


def show_draw(manifest: dict[str, Any], asked: int) -> None:
    """Print a draw of which so many plans were asked."""
    from datetime import date

    drawn, population = len(manifest["plans"]), manifest["population"]
    day = long_date(date.fromisoformat(manifest["frame_date"]))
    what = "A census" if manifest["census"] else "A random sample"
    lines = [f"{what}: {count(drawn, 'plan')} of {population:,}, seed '{manifest['seed']}', list of {day}"]
    if asked > drawn:
        lines.append(f"{asked:,} were asked for; there are no more than these that can be drawn.")
    lines += _what_it_says(drawn, population)
    if manifest["excluded"]:
        out = ", ".join(f"{reason}: {number:,}" for reason, number in manifest["excluded"].items())
        lines.append(f"Left out of {manifest['listed']:,} rows. {out}")
    lines += _unusable(manifest)
    if manifest["stratify"]:
        lines.append(f"By {' and '.join(manifest['stratify'])}:")
        longest = max(len(one["key"]) for one in manifest["strata"])
        lines += [
            f"  {one['key']:<{longest}}  {one['drawn']:>3} of {one['population']:,}" for one in manifest["strata"]
        ]
        if any(one["drawn"] == 1 < one["population"] for one in manifest["strata"]):
            lines.append(
                "  A stratum with one plan drawn has no interval of its own: join it to another in the report."
            )
    if manifest.get("cap"):
        lines += _cap_lines(manifest["cap"], drawn)
    lines.append("The plans, in the order of their tickets:")
    lines += [f"  {id}" for id in manifest["plans"]]
    if manifest["reserve"]:
        reserve = manifest["reserve"]
        lines.append(
            f"In reserve: {', '.join(reserve[:5])}{f' and {len(reserve) - 5} more' if len(reserve) > 5 else ''}"
        )
    lines.append("Treat the manifest as personal data. Replace a plan with `sample replace`, never by hand.")
    screen.show_lines(*lines)


def _unusable(manifest: dict[str, Any]) -> list[str]:
    """What a list with many unusable rows does to the draw: such plans cannot be drawn, and they may be the worse."""
    refused, listed = len(manifest["refused_rows"]), manifest["listed"]
    if refused * MANY <= listed:
        return []
    return [
        f"Mend the caseload and draw again: {refused:,} of its {listed:,} rows could not be used, so {refused:,} plans"
        " could not be drawn, and the sample says nothing of them."
    ]


def _cap_lines(cap: dict[str, Any], drawn: int) -> list[str]:
    """What a cap does to the draw, and what plans of one officer being alike does to its intervals."""
    from ehcp_audit.intervals import COUNTS_ONLY
    from ehcp_audit.sampling import ALIKE, worth

    counts = cap["counts"]
    lines = [
        f"At most {cap['most']} of one {cap['column']}: the {drawn} plans come from {len(counts)}. Plans of those with"
        " many are a little less likely to be drawn.",
        f"  Plans of one {cap['column']} are alike: at a correlation of {ALIKE:g} these say as much as"
        f" {worth(counts):.0f} plans would.",
    ]
    if len(counts) < COUNTS_ONLY:
        lines.append(f"  {len(counts)} are too few to widen an interval by: say how many there are beside every rate.")
    return lines


def _what_it_says(drawn: int, population: int) -> list[str]:
    """How far off a percentage from so many plans may be."""
    from ehcp_audit.intervals import small_sample, wilson

    if drawn >= population:
        return []
    if warning := small_sample(drawn):
        return [f"What it can say: {warning}"]
    met = round(drawn * 0.8)
    low, high = wilson(met, drawn, population=population)
    return [f"What it can say: {met} of {drawn} met would mean {100 * low:.0f} to {100 * high:.0f}% of all."]
