"""The report of a run as one HTML page that needs nothing else: no script to be read, no request, no font.

Jinja2 escapes every word; a content security policy of hashes lets our one style and one script through and nothing
else, so that whatever a plan says stays text.
"""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ehcp_audit import styling
from ehcp_audit.model import GAPS
from ehcp_audit.reports import html_views as views
from ehcp_audit.reports.elements import agency_views, element_groups
from ehcp_audit.reports.figures import figures, teams
from ehcp_audit.reports.judged import judged
from ehcp_audit.reports.method import method_rows
from ehcp_audit.reports.priorities import nothing_certain, priorities
from ehcp_audit.rubric.scales import own_titles
from ehcp_audit.same_plans import twice_words
from ehcp_audit.styling import long_date
from ehcp_audit.unseen import visible

if TYPE_CHECKING:
    from jinja2 import Environment

    from ehcp_audit.judgements import Kept
    from ehcp_audit.rubric import Rubric
    from ehcp_audit.runs import Run

TEMPLATES = Path(__file__).parent / "templates"

CONTENTS = (
    ("headline", "Headline figures"),
    ("training", "What to work on"),
    ("criteria", "Criterion by criterion"),
    ("elements", "Outcomes and provision"),
    ("agencies", "Agency by agency"),
    ("map", "Plan by plan"),
    ("phrases", "Vague words"),
    ("unread", "What could not be read"),
    ("method", "How these figures were made"),
    ("findings", "The findings"),
)


def html_report(run: Run, rubric: Rubric, kept: Kept | None = None) -> str:
    """The whole page for a run, or for one plan's result; with what people `kept` on it, the figures as judged too."""
    style, script = _asset("report.css"), _asset("report.js")
    numbers = figures(run, rubric)
    named = teams(run.scorecards)
    page: dict[str, Any] = {
        "run": run,
        "rubric": rubric,
        "figures": numbers,
        "words": styling,
        "as_of": long_date(run.as_of),
        "title": views.title(run),
        "contents": CONTENTS,
        "twice": twice_words(run.scorecards),
        "cards": views.cards(numbers),
        "judged": judged(run, rubric, kept) if kept else None,
        "needs": views.need_views(priorities(numbers.criteria), run.core, named),
        "doubts": views.doubt_views(numbers.criteria),
        "nothing": nothing_certain(numbers.criteria),
        "teams": named,
        "has_teams": bool(named),
        "groups": views.criteria_groups(numbers.criteria),
        "has_bars": any(one.rate.share is not None for one in numbers.criteria),
        "elements": element_groups(numbers),
        "agencies": agency_views(run.core, numbers),
        "waiting": views.waiting_views(numbers.criteria),
        "verdicts": views.verdict_key(),
        "heat": views.heat_map(run.scorecards, [one.criterion for one in numbers.criteria if one.rate.n]),
        "heat_limit": views.HEAT_LIMIT,
        "plans": views.plan_views(run.scorecards, rubric, run.apart),
        "scales": own_titles(rubric),
        "findings": list(islice(views.finding_views(run.in_full(GAPS)), views.FINDINGS_LIMIT)),
        "finding_total": views.finding_total(run.scorecards),
        "phrases": numbers.phrases[:25],
        "unreadable": views.unreadable_views(run.unreadable),
        "partly": views.partly_read(run.scorecards),
        "method": method_rows(run, rubric, numbers),
        "style_hash": _hash(style),
        "script_hash": _hash(script),
    }
    from markupsafe import Markup

    page |= {"style": Markup(style), "script": Markup(script)}  # noqa: S704  our own two files, which hold no plan text
    return _environment().get_template("report.html.j2").render(page)


def render(template: str, page: dict[str, Any]) -> str:
    """A page of one of our templates, with our one style, our one script and their hashes."""
    from markupsafe import Markup

    style, script = _asset("report.css"), _asset("report.js")
    ours = {"style": Markup(style), "script": Markup(script)}  # noqa: S704  our own two files, which hold no plan text
    hashes = {"style_hash": _hash(style), "script_hash": _hash(script)}
    return _environment().get_template(template).render({"words": styling, **page, **ours, **hashes})


@cache
def _environment() -> Environment:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    return Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=False,
        keep_trailing_newline=True,
        finalize=_finalize,
    )


def _finalize(value: object) -> object:
    """Plain words with their control characters shown, so that nothing in a plan can turn the text round."""
    return visible(value, keep="\n\t") if type(value) is str else value


@cache
def _asset(name: str) -> str:
    return (TEMPLATES / name).read_text(encoding="utf-8").strip()


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
