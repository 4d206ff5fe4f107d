"""Page numbers and headings in another language are no words of a section."""

from plans import heading, line, with_sections

NEED = "Mirren cannot tell letters apart that look alike."


def test_pasted_page_numbers_belong_to_no_section():
    plan = with_sections(
        heading("Section B: Special educational needs"),
        line("Page 2 of 4"),
        line(NEED),
        line("Page 3 of 4"),
        heading("Section J: Personal budget"),
        line("Page 4 of 4"),
    )
    assert plan.section("B").text.strip() == NEED
    assert "Page" not in plan.section("J").text


def test_one_such_line_may_be_the_plans_own_words():
    plan = with_sections(heading("Section B: Special educational needs"), line(NEED), line("Page 2 of 4"))
    assert "Page 2 of 4" in plan.section("B").text


def test_a_heading_in_another_language_is_no_word_of_its_section():
    plan = with_sections(
        heading("Section B: Special educational needs"),
        line("Adran B: Anghenion addysgol arbennig"),
        line(NEED),
        heading("Section C: Health needs"),
        line("Adran C: Anghenion iechyd"),
        line("Asthma."),
        heading("Section D: Social care needs"),
        line("Adran D: Anghenion gofal cymdeithasol"),
        line("None identified."),
    )
    assert [plan.section(code).text.strip() for code in "BCD"] == [NEED, "Asthma.", "None identified."]
