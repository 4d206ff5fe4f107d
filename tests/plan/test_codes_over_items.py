"""What lines, labels and cells of codes over or beside an item say that it is for."""

from plans import heading, line, row, with_sections
from test_references import GIVEN, NEEDS, OUTCOMES, refers

from ehcp_audit.model import Plan

PAIRS = [("B.1", "E.1"), ("B.2", "E.2"), ("B.3", "E.3")]


def told(*given) -> Plan:
    return with_sections(
        heading("Section B: Special educational needs"),
        *(line(f"B{at}. {text}") for at, text in enumerate(NEEDS, start=1)),
        heading("Section E: Outcomes"),
        *(line(f"E{at} (B{at}). {text}") for at, text in enumerate(OUTCOMES, start=1)),
        heading("Section F: Special educational provision"),
        *given,
    )


def test_a_label_with_the_number_of_its_need_keeps_its_own():
    plan = with_sections(
        heading("Section B: Special educational needs"),
        *(line(f"B{at}. {text}") for at, text in enumerate(NEEDS, start=1)),
        heading("Section E: Outcomes"),
        *(row(at, 1, f"Outcome {at} (B{at}):", text) for at, text in enumerate(OUTCOMES, start=1)),
        heading("Section F: Special educational provision"),
        *(row(at + 9, 1, f"Provision {at} (B{at}; outcome {at}):", text) for at, text in enumerate(GIVEN, start=1)),
    )
    assert refers(plan, "E") == [("B.1",), ("B.2",), ("B.3",)]
    assert refers(plan, "F") == PAIRS


def test_a_line_of_codes_over_each_item():
    for form in ("F{0} (B{0}, E{0})", "Help {0} (need {0}, outcome {0})", "Need and outcome: B{0} / E{0}"):
        lines = []
        for at, text in enumerate(GIVEN, start=1):
            lines += [line(form.format(at)), line(f"a)  What: {text}"), line("b)  Who: a teaching assistant.")]
        assert refers(told(*lines), "F") == PAIRS, form


def test_a_line_of_codes_under_each_item_is_not_that_of_the_next():
    lines = []
    for at, text in enumerate(GIVEN, start=1):
        lines += [line(f"What: {text}"), line(f"For B{at}; E{at}.")]
    assert refers(told(*lines), "F")[1:] != PAIRS[:2]


def test_a_numbered_need_with_lettered_parts_is_one_that_others_point_at():
    plan = with_sections(
        heading("Section B: Special educational needs"),
        line("1. Sam reads at the level of a child of six."),
        line("a) He loses his place on the line."),
        line("b) He leaves out small words."),
        line("2. He stands at the edge of games at break."),
        heading("Section E: Outcomes"),
        line(f"1. {OUTCOMES[0]}"),
        heading("Section F: Special educational provision"),
        line(f"{GIVEN[0]} (need 1)"),
        line(f"{GIVEN[2]} (need 2)"),
    )
    assert refers(plan, "F") == [("B.1",), ("B.2",)]
