"""Under one heading for outcomes and provision each area has "Section E. E2. By July ..." and a table of provision."""

from plans import heading, line, row, texts, with_sections

AREAS = ("Communication and interaction", "Cognition and learning", "Sensory and physical")


def plan(label):
    body = [heading("E and F. What I will be able to do, and the help I get to learn")]
    for at, area in enumerate(AREAS, start=1):
        body += [
            heading(area, level=2),
            line(f"{label}E{at}. By July 2028 Ada will read {at}0 words to a friend in 8 of 10 tries."),
            *row(at, 1, "Section F provision", "How much", "Who"),
            *row(at, 2, f"Reading lesson number {at}, one to one", f"{at}0 minutes daily", "Specialist teacher"),
        ]
    return with_sections(heading("Section A: Views"), line("I like buses."), *body)


def test_each_outcome_with_the_label_of_its_section_is_an_outcome():
    found = plan("Section E. ")
    assert len(texts(found, "E")) == len(AREAS)
    assert texts(found, "F") == [f"Reading lesson number {at}, one to one" for at in (1, 2, 3)]


def test_a_sentence_that_names_the_section_is_no_heading():
    found = with_sections(
        heading("E and F. What I will be able to do, and the help I get to learn"),
        heading("Learning", level=2),
        line("Section E. E1. By July 2028 Ada will read 10 words to a friend in 8 of 10 tries."),
        *row(1, 1, "Section F provision", "How much", "Who"),
        *row(1, 2, "Reading lesson, one to one", "10 minutes daily", "Specialist teacher"),
        line("A mentor meets Ada for 10 minutes daily. Section E says what that is for."),
    )
    assert len(texts(found, "E")) == 1
    assert "A mentor meets Ada for 10 minutes daily." in " ".join(texts(found, "F"))
