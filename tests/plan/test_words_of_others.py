"""However sections stand under one heading, none is read with another's words: it has its own, or is unknown."""

from itertools import product

import pytest
from plans import heading, line, row, with_sections

from ehcp_audit.model import State

HEALTH = {"C": "Wilf has asthma and uses an inhaler each morning.", "G": "An asthma clinic every six months."}
CARE = {
    "D": "Wilf has few friends near his home.",
    "H1": "Two hours of short breaks each Saturday.",
    "H2": "A youth club with a worker each Friday.",
}
LEARNING = {
    "E": "By July 2029 Wilf will catch the number 9 bus to the pool with a friend.",
    "F": "Travel training along the route for 40 minutes each Friday.",
}
TITLES = {
    "C": (
        "Sections C and G Health",
        "Health (C and G)",
        "Health needs and the health provision to meet them",
        "Health",
    ),
    "D": ("Sections D, H1 and H2 Social care", "Social care needs and provision", "Social care"),
    "E": ("Sections E and F outcomes and provision", "Outcomes and provision: Travel (E and F)", "Parts E – F: Travel"),
}
LABELS = {
    "C": (
        ("What are Wilf's health needs?", "What will health services provide?"),
        ("Needs", "Provision"),
        ("My health needs (C)", "The help I will get (G)"),
        ("Section C", "Section G"),
    ),
    "D": (
        ("What are Wilf's social care needs?", "What must be provided under the Act?", "What else will be provided?"),
        ("Needs", "H1 provision", "H2 provision"),
        ("My needs (D)", "Help by law (H1)", "Other help (H2)"),
    ),
    "E": (
        ("What do we want Wilf to achieve?", "What will be provided?"),
        ("Outcome", "Provision"),
        ("My outcome (E)", "The help I will get (F)"),
        ("What Wilf will achieve", "How Wilf will be helped"),
    ),
}


def stretches_of(way, labels, said):
    """The words of the sections in rows, in columns, under sub-headings, or under bands across a table."""
    pairs = list(zip(labels, said, strict=True))
    if way == "rows":
        return [one for number, pair in enumerate(pairs, start=1) for one in row(1, number, *pair)]
    if way == "columns":
        return [*row(1, 1, *labels, bold=True), *row(1, 2, *said)]
    if way == "lines":
        return [one for label, words in pairs for one in (heading(label, 2), line(words))]
    return [
        line(words, table=(1, 2 * number + at, 1), columns=(1, 2), bold=not at)
        for number, pair in enumerate(pairs, start=1)
        for at, words in enumerate(pair)
    ]


CASES = [
    (first, *case)
    for first in "CDE"
    for case in product(TITLES[first], LABELS[first], ("rows", "columns", "lines", "bands"))
]


@pytest.mark.parametrize(("first", "title", "labels", "way"), CASES)
def test_a_section_has_its_own_words_or_is_unknown(first, title, labels, way):
    words = {"C": HEALTH, "D": CARE, "E": LEARNING}[first]
    plan = with_sections(
        heading("Section A: Views"),
        line("Wilf likes to swim, and hopes to work in a garage as his uncle does."),
        heading("Section B: Special educational needs"),
        line("Wilf has moderate learning difficulties, and reads at the level of a child of six."),
        heading(title),
        *stretches_of(way, labels, tuple(words.values())),
    )
    for code, own in words.items():
        section = plan.section(code)
        if section.state is not State.UNKNOWN:
            assert own in section.text
            assert not any(other in section.text for other in words.values() if other != own)
