"""Whatever the document: an ending, slices that hold, and time that grows with the text and no faster."""

import itertools
import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from plans import AS_OF, document, heading, line, row

from ehcp_audit.errors import UnreadableError
from ehcp_audit.model import SECTION_CODES, State
from ehcp_audit.plan import build_plan

WORDS = [
    "Section A: Views",
    "Section B",
    "Special educational needs",
    "(C) Health needs",
    "D: Social care needs",
    "Section E: Outcomes",
    "Sections F and G",
    "H",
    "H1/H2",
    "Section H(ii)",
    "I – Placement",
    "Section J: None",
    "K",
    "Advice and information",
    "Outcome 1:",
    "Outcome",
    "By when",
    "Who",
    "Cognition and learning",
    "Strengths",
    "None identified",
    "N/A",
    "Monitoring arrangements",
    "Appendix 1",
    "By July 2027 Rowan will read 45 words.",
    "A teacher will teach him for 30 minutes a day.",
    "1. first",
    "• second",
    "Name: Rowan Tidewell",
    "Date of birth",
    "14/02/2017",
    "Steps:",
    "Section A ..... 3",
    "Special Educational Needs and Provision (B-F-E)",
    "İ ẞ ﬁ \u00ad",
    "-",
    "\u2028x",
    "Section B\nNeeds\nHe reads.",
    "Signed",
    "Dr Ada Finch, Educational Psychologist, 12 March 2026",
    "☒ Final ☐ Draft",
]
texts = st.sampled_from(WORDS) | st.text(min_size=1, max_size=60).map(lambda text: text.replace("\t", " ") or "x")
lines = st.builds(
    lambda text, level, bold, size, marker: [line(text, level=level, bold=bold, size=size, marker=marker)],
    texts,
    st.sampled_from([None, None, 1, 2]),
    st.booleans(),
    st.sampled_from([None, 11.0, 14.0]),
    st.sampled_from(["", "•", "1."]),
)


def ending(given_document):
    """The plan, or the kind of its refusal."""
    try:
        return build_plan(given_document, reference="P01", as_of=AS_OF)
    except UnreadableError as refused:
        return refused.kind


@st.composite
def documents(draw):
    parts = []
    for number in range(draw(st.integers(3, 14))):
        if draw(st.booleans()):
            parts.append(draw(lines))
        else:
            width = draw(st.integers(1, 4))
            for at in range(1, draw(st.integers(2, 4))):
                cells = draw(st.lists(texts | st.just(""), min_size=width, max_size=width))
                parts.append(row(number + 1, at, *cells, bold=draw(st.booleans())))
    return document(*parts)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(documents())
def test_any_document_becomes_a_plan_or_is_refused(given_document):
    plan = ending(given_document)
    if isinstance(plan, str):
        assert plan == "not_a_plan"
        return
    assert tuple(section.code for section in plan.sections) == SECTION_CODES
    owned = []
    for section in plan.sections:
        assert 0 <= section.confidence <= 1
        assert (section.state in (State.MISSING, State.UNKNOWN)) <= (not section.items)
        owned.extend((piece.start, piece.end) for piece in section.pieces)
        for item in section.items:
            assert item.subject.startswith(f"{section.code}.")
            for passage in (*item.passages, *(field.passage for field in item.fields)):
                assert plan.text[passage.start : passage.end] == passage.text
    for piece in plan.outside:
        owned.append((piece.start, piece.end))
        assert plan.text[piece.start : piece.end] == piece.text
    owned.sort()
    assert all(one[1] <= other[0] for one, other in itertools.pairwise(owned))


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(documents())
def test_the_same_document_gives_the_same_plan(given_document):
    assert ending(given_document) == ending(given_document)


BASE = [
    heading("Section A: My views"),
    line("x"),
    heading("Section B: SEN"),
    line("y"),
    heading("Section E: Outcomes"),
    line("By 2027 he will."),
]
MANY = {
    "headings": lambda n: [heading(f"Section {'ABCDEFGIJK'[at % 10]}: Outcomes") for at in range(n)],
    "guides": lambda n: [
        row(1, at, f"Section {'ABCDEFGIJK'[at % 10]}", "This section sets out what") for at in range(n)
    ],
    "grids": lambda n: [row(at, 1, "B: Needs", "F: Provision", "E: Outcomes") for at in range(n)],
    "outcomes": lambda n: [*BASE, *[line("Outcome 1: by when he will do 3") for _ in range(n)]],
    "letters": lambda n: [*BASE, *[line("A") for _ in range(n)]],
    "ends": lambda n: [*BASE, *[heading("Monitoring arrangements") for _ in range(n)]],
    "tokens": lambda n: [
        *BASE,
        line("A. " * n * 20),
        line("no " * n * 20),
        line("1/" * n * 20),
        line("section " * n * 20),
    ],
}


@pytest.mark.parametrize("name", MANY)
def test_time_grows_with_the_text_and_no_faster(name):
    def cost(size):
        one = document(*MANY[name](size))
        best = 9e9
        for _ in range(2):
            begun = time.process_time()
            ending(one)
            best = min(best, time.process_time() - begun)
        return best

    small, large = cost(250), cost(2000)
    assert large < 24 * small + 0.3  # eight times the text
