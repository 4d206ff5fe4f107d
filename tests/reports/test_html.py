"""The report is one page that asks for nothing, that anyone can read, and in which plan text stays text."""

from __future__ import annotations

import base64
import hashlib
import re
from html.parser import HTMLParser
from itertools import pairwise

import made_runs
import pytest

from ehcp_audit.reports.figures import figures
from ehcp_audit.reports.html import html_report
from ehcp_audit.reports.html_views import heat_map

VOID = {"meta", "br", "input", "link", "img", "hr"}


class Page(HTMLParser):
    """What a static checker needs of a page: its elements with their attributes, in order, and its visible text."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.content: dict[str, list[str]] = {}
        self.open: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag, f"</{tag}> closes nothing"

    def handle_data(self, data):
        if self.open:
            self.content.setdefault(self.open[-1], []).append(data)

    def all(self, name: str) -> list[dict[str, str | None]]:
        return [attributes for tag, attributes in self.tags if tag == name]


@pytest.fixture(scope="module")
def text() -> str:
    return html_report(made_runs.run(12), made_runs.rubric())


@pytest.fixture(scope="module")
def page(text) -> Page:
    return Page(text)


def test_every_element_is_closed(page):
    assert page.open == []


def test_the_policy_lets_only_our_style_and_script_through(text, page):
    policy = next(one["content"] for one in page.all("meta") if one.get("http-equiv") == "Content-Security-Policy")
    for name in ("style", "script"):
        inner = re.search(f"<{name}>(.*?)</{name}>", text, re.DOTALL)[1]
        digest = base64.b64encode(hashlib.sha256(inner.encode()).digest()).decode()
        assert f"{name}-src 'sha256-{digest}'" in policy
    assert policy.startswith("default-src 'none';")
    assert len(page.all("script")) == len(page.all("style")) == 1


def test_nothing_is_asked_for_and_nothing_can_run(text, page):
    for tag, attributes in page.tags:
        assert tag not in ("link", "img", "iframe", "object", "embed", "form", "base")
        for name, value in attributes.items():
            assert not name.startswith("on"), f"{name} on {tag}"
            assert name != "style"
            assert name != "src"
            assert "javascript:" not in (value or "")
            if name == "href":
                assert value.startswith("#")
    assert "http://" not in text.replace("http://example.org", "")
    assert "https://" not in text
    assert "url(" not in text


def test_plan_text_stays_text(text):
    assert "<b>improve</b>" not in text
    assert "&lt;b&gt;improve&lt;/b&gt;" in text
    assert "\u202e" not in text
    assert "\x1b" not in text


def test_the_page_says_its_language_and_title_and_can_be_skipped_into(page):
    assert page.all("html") == [{"lang": "en-GB"}]
    assert page.content["title"][0] == "Dip sample of 14 plans: EHC plan audit, 20 November 2026"
    assert page.all("a")[0]["href"] == "#main"
    assert [one["id"] for one in page.all("main")] == ["main"]


def test_headings_go_down_one_step_at_a_time_from_a_single_first(page):
    levels = [int(tag[1]) for tag, _ in page.tags if re.fullmatch("h[1-6]", tag)]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(later <= earlier + 1 for earlier, later in pairwise(levels))


def test_every_link_of_the_contents_leads_somewhere_and_ids_are_single(page):
    ids = [attributes["id"] for _, attributes in page.tags if "id" in attributes]
    assert len(ids) == len(set(ids))
    targets = [one["href"][1:] for one in page.all("a")] + [one["href"][1:] for one in page.all("use")]
    assert set(targets) <= set(ids)


def test_every_table_names_its_columns_and_rows(page):
    assert page.all("th")
    assert {one.get("scope") for one in page.all("th")} <= {"col", "row", "rowgroup"}
    assert len(page.all("caption")) == len(page.all("table"))


def test_wide_parts_scroll_by_themselves_and_can_be_reached_by_keyboard(page):
    regions = [one for one in page.all("div") if one.get("class") == "scroll"]
    assert len(regions) >= len(page.all("table"))
    assert all(one["tabindex"] == "0" and one["role"] == "region" and one["aria-label"] for one in regions)


@pytest.mark.parametrize(
    "words",
    [
        "of 14",
        "2 files could not be read",
        "Lowest 52.8%, highest 100.0%",
        "Plans at or above 75.0%",
        "33.3% (95% interval 14 to 61%)",
        "12 plans give wide intervals",
        "Law as at",
        "1 September 2026",
        "a scan: pages without text",
        "“access to”",
        "no gap found by these checks",
        "B02",
    ],
)
def test_it_says(words, text):
    assert words in text


def test_it_never_says_compliant_nor_names_a_file_of_a_plan(text):
    visible = re.sub("<(style|script)>.*?</\\1>", "", text, flags=re.DOTALL).lower()
    assert "compliant" not in visible
    assert "ofsted" not in visible
    assert "scan.pdf" not in visible
    assert "draft p01" not in visible


def test_the_map_has_a_mark_for_every_plan_and_criterion_and_the_table_says_the_same(page, text):
    judged = [row[0] for row in made_runs.CRITERIA if row[0] not in ("B02", "K02")]
    assert len(page.all("use")) == 12 * len(judged)
    twin = text[text.index("Verdict of each criterion in each plan") :].split("</table>")[0]
    assert twin.count("<td>") == 12 * len(judged)
    assert "<td>not applicable</td>" in twin


def test_a_bar_ends_where_the_share_is_and_its_interval_spans_it():
    rows = html_report(made_runs.run(30), made_runs.rubric())
    drawn = re.search(
        r'X01</th>.*?class="fill" x="0" y="3" width="([\d.]+)".*?d="M([\d.]+) 10.5H([\d.]+)', rows, re.DOTALL
    )
    width, low, high = (float(one) for one in drawn.groups())
    assert width == pytest.approx(200 * 10 / 30, abs=0.1)
    assert low < width < high


def test_below_ten_plans_no_bar_and_no_percentage_of_plans_is_shown():
    text = html_report(made_runs.run(7), made_runs.rubric())
    assert 'class="fill"' not in text
    assert "Counts only below 10 plans" in text


def test_a_run_in_which_nothing_could_be_read_is_still_a_page():
    text = html_report(made_runs.run(0), made_runs.rubric())
    assert "Dip sample of 2 plans" in text
    assert Page(text).open == []


def test_the_same_run_gives_the_same_page(text):
    assert html_report(made_runs.run(12), made_runs.rubric()) == text


def test_the_map_is_in_panels_that_a_page_can_hold():
    made = made_runs.run(80)
    criteria = [one.criterion for one in figures(made, made_runs.rubric()).criteria]
    heat = heat_map(made.scorecards, criteria)
    names = [[one["name"] for one in panel["columns"]] for panel in heat["panels"]]
    assert [len(one) for one in names] == [26, 27, 27]
    assert [name for one in names for name in one] == [card.reference for card in made.scorecards]
    assert all(panel["width"] <= 46 + 24 * 36 + 30 for panel in heat["panels"])
    text = html_report(made, made_runs.rubric())
    ids = re.findall(r'id="(heat-[^"]+)"', text)
    assert len(ids) == len(set(ids)) == 6


def test_the_bars_have_a_key_and_each_figure_says_what_it_counts():
    text = html_report(made_runs.run(36), made_runs.rubric())
    assert 'aria-label="Key to the bars"' in text
    assert "Counts marks, good practice too: no measure of the law" in text
    assert "Seem to miss a duty of the law: one is enough" in text
