"""Headings that others vouch for, lists of sections in other words, and grids with areas over them."""

from plans import heading, line, plan_of, row

from ehcp_audit.model import State, Stretch

NEED = "Rowan misses the meaning of longer instructions."
OUTCOME = "By July 2027, Rowan will follow two instructions in four lessons out of five."
PROVISION = "A teaching assistant will read with Rowan for 20 minutes every day."


def lettered(titles, body="Rowan likes trains and quiet rooms."):
    return [part for title in titles for part in (heading(title), line(body))]


def test_a_letter_with_an_unknown_title_is_a_heading_between_its_neighbours():
    plan = plan_of(lettered(["A  About me", "B  My special educational needs", "C  My health needs"]))
    assert plan.section("D").state is State.MISSING
    plan = plan_of(
        lettered(
            [
                "A  About me",
                "B  My special educational needs",
                "C  My health needs",
                "D  My social care needs",
                "E  My outcomes",
                "F  What will be done",
                "G  My health provision",
                "K  Advice and information",
            ]
        )
    )
    assert plan.section("F").heading == "F What will be done"
    assert plan.section("E").text == "Rowan likes trains and quiet rooms."


def test_an_observation_in_three_letters_is_no_heading():
    chart = ["A: asked to come in", "B: ran behind the shed", "C: an adult waited"]
    plan = plan_of(
        lettered(["A: About me", "B: Special educational needs"]),
        [line(one) for one in chart],
        lettered(["C: Health needs", "D: Social care needs", "E: Outcomes", "F: Special educational provision"]),
    )
    assert plan.section("B").text.endswith("\n".join(chart))


def test_a_contents_list_with_letters_before_titles_without():
    titles = {
        "A": "About me",
        "B": "My special educational needs",
        "C": "My health needs",
        "D": "My social care needs",
        "E": "My outcomes",
        "F": "My special educational provision",
        "G": "My health provision",
        "K": "Advice and information",
    }
    plan = plan_of(
        [line(f"Section {code} {title}") for code, title in titles.items()],
        *[
            [heading(title), line(f"What stands under {code}, which is longer than an entry.")]
            for code, title in titles.items()
        ],
    )
    for code in titles:
        assert plan.section(code).text == f"What stands under {code}, which is longer than an entry."


def test_an_area_and_its_strengths_over_a_grid_are_not_the_words_of_the_section_before():
    grid = ("B – Special Educational Needs", "F – Special Educational Provision", "E – Outcomes")
    plan = plan_of(
        heading("A – Views"),
        line("Rowan likes trains."),
        line("Communication and interaction", bold=True),
        line("Strengths: he works hard."),
        row(1, 1, *grid),
        row(1, 2, NEED, PROVISION, OUTCOME),
        heading("I - Placement"),
        line("Harbour Lane School"),
    )
    assert plan.section("A").text == "Rowan likes trains."
    assert plan.section("B").text == NEED


def test_the_last_area_of_a_section_before_a_grid_stays_its_own():
    plan = plan_of(
        heading("Section F: Special educational provision"),
        line("Sensory and/or physical needs", bold=True),
        line(PROVISION),
        row(1, 1, "Section C: Health needs", "Section G: Health provision"),
        row(1, 2, "Rowan has asthma.", "A nurse will visit each term."),
        heading("Section I: Placement"),
        line("Harbour Lane School"),
    )
    assert plan.section("F").text == f"Sensory and/or physical needs\n{PROVISION}"


def test_letters_without_titles_own_their_columns_beside_one_that_is_sure():
    plan = plan_of(
        lettered(["Section A: Views", "Section B: Special educational needs"]),
        heading("D, H1 and H2 - Social care needs and provision"),
        row(1, 1, "D - Social care needs", "H1 - Provision under the 1970 Act", "H2 - Other provision"),
        row(1, 2, "Rowan does not see danger.", "Three hours at a club each week.", "Four hours of breaks a month."),
    )
    assert plan.section("H1").text == "Three hours at a club each week."
    assert plan.section("H2").text == "Four hours of breaks a month."


def test_provision_in_a_column_under_outcomes_is_section_f_and_says_so():
    plan = plan_of(
        lettered(["Section A: Views", "Section B: Special educational needs"]),
        heading("Section E: Outcomes"),
        row(1, 1, "Outcome", "Provision"),
        row(1, 2, OUTCOME, PROVISION),
        lettered(["Section I: Placement"]),
    )
    section = plan.section("F")
    assert section.text == PROVISION
    assert "column" in section.note
    assert section.confidence < 0.7


def test_an_appendix_set_by_hand_after_styled_headings_ends_the_advice():
    words = "Rowan likes trains, maps and quiet rooms, and his family say that he is funny and kind."
    titles = ("Section A: Views", "Section B: Special educational needs", "Section K: Advice and information")
    plan = plan_of(
        *[[heading(title, size=14), line(words, size=11)] for title in titles],
        line("Appendix 1: Provision map", bold=True, size=14),
        line("The map is held by the school.", size=11),
    )
    assert plan.section("K").text == words


def test_needs_and_provision_are_titles_of_whichever_section_has_the_letter():
    plan = plan_of(
        lettered(["Section A: Views", "Section B: Special educational needs"]),
        row(1, 1, "Needs (Section C)", "Outcomes (Section E)", "Provision (Section G)", bold=True),
        row(1, 2, "Rowan has asthma.", OUTCOME, "A nurse will visit each term."),
        lettered(["Section I: Placement"]),
    )
    assert plan.section("C").text == "Rowan has asthma."
    assert plan.section("G").text == "A nurse will visit each term."


def test_columns_of_one_heading_are_told_apart_by_their_letters_alone():
    plan = plan_of(
        lettered(["Section A: Views", "Section B: Special educational needs"]),
        heading("Section H: Social care provision"),
        row(1, 1, "H1: provision under the 1970 Act", "H2: any other provision"),
        row(1, 2, "Three hours at a club each week.", "Four hours of breaks a month."),
        lettered(["Section I: Placement"]),
    )
    assert plan.section("H1").text == "Three hours at a club each week."
    assert plan.section("H2").text == "Four hours of breaks a month."


def test_a_letter_and_its_title_in_two_cells_of_a_bar():
    titles = {
        "A": "All about me",
        "B": "My special educational needs",
        "C": "My health needs",
        "D": "My social care needs",
    }
    titles |= {"E": "My outcomes", "F": "What will be done", "G": "My health provision"}
    words = "Rowan likes trains, maps and quiet rooms, and his family say that he is funny and kind."
    plan = plan_of(
        *[
            [*row(at, 1, code, title, bold=True), line(words)]
            for at, (code, title) in enumerate(titles.items(), start=1)
        ]
    )
    assert [plan.section(code).text for code in titles] == [words] * 7


def test_needs_broken_by_hand_after_each_sentence_are_needs_one_by_one():
    plan = plan_of(
        lettered(["Section A: Views"]),
        heading("Section B: Special educational needs"),
        line(f"{NEED}\nRowan reads below the level of his class."),
        lettered(["Section I: Placement"]),
    )
    assert [item.text for item in plan.section("B").items] == [NEED, "Rowan reads below the level of his class."]


def test_a_log_of_amendments_names_sections_and_opens_none():
    plan = plan_of(
        row(1, 1, "Section", "Present wording", "Proposed wording"),
        row(1, 2, "Section B", "Rowan is shy.", "Rowan speaks in a whisper to adults outside the family."),
        row(1, 3, "Section I", "Elm School", "Harbour Lane School"),
        line("The cover of the plan stands here."),
        lettered(["Section A: Views", "Section B: Special educational needs", "Section I: Placement"], NEED),
    )
    assert plan.section("B").text == NEED
    assert plan.section("I").text == NEED


def test_rows_under_a_header_of_sections_are_sections_where_nothing_else_opens_them():
    plan = plan_of(
        row(1, 1, "Section", "What it says"),
        row(1, 2, "Section A: Views", "Rowan likes trains."),
        row(1, 3, "Section B: Special educational needs", NEED),
        row(1, 4, "Section I: Placement", "Harbour Lane School"),
    )
    assert plan.section("B").text == NEED


def test_a_letter_that_stands_after_its_title_takes_it_along():
    titles = {"A": "About me", "B": "Special educational needs", "C": "Health needs", "D": "Social care needs"}
    titles |= {"E": "Outcomes sought", "F": "Special educational provision"}
    plan = plan_of(*[[line(title, bold=True), line(code, size=15), line(NEED)] for code, title in titles.items()])
    assert [plan.section(code).text for code in titles] == [NEED] * 6


def test_a_column_under_the_sections_own_heading_holds_its_items_whatever_else_it_names():
    plan = plan_of(
        lettered(["Section A: Views", "Section B: Special educational needs"]),
        row(1, 1, "Section E – Outcome"),
        row(1, 2, OUTCOME),
        row(1, 3, "Section F – Provision to meet this outcome", "Who", "How often"),
        row(1, 4, PROVISION, "School staff", "Daily"),
    )
    assert [item.text for item in plan.section("F").items] == [PROVISION]
    assert {field.name for field in plan.section("F").items[0].fields} == {"who", "how_often"}


def test_a_list_of_parts_with_their_letters_opens_no_section():
    parts = [
        line("Part 1: Who I am: sections A", marker="•"),
        line("Part 2: My needs: sections B, C, D", marker="•"),
        line("Part 3: Outcomes and provision: sections E, F, G, H1, H2", marker="•"),
        line("Part 4: Placement: sections I", marker="•"),
        line("Part 5: Evidence: sections K", marker="•"),
    ]
    plan = plan_of(
        heading("What is in this plan", 2),
        parts,
        heading("Part 1: Who I am"),
        lettered(["Section A: Views, interests and aspirations"]),
        heading("Part 2: My needs"),
        lettered(["Section B: Special educational needs", "Section C: Health needs", "Section D: Social care needs"]),
        lettered(["Section I: Placement", "Section K: Advice and information"]),
    )
    for code in "ABCDIK":
        assert plan.section(code).text == "Rowan likes trains and quiet rooms.", code


def test_a_line_of_the_contents_over_two_sections_opens_neither():
    titles = ["A. Views, interests and aspirations", "B. Special educational needs", "C. Health needs"]
    titles += ["D. Social care needs", "H1 and H2. Social care provision", "I. Placement", "K. Advice and information"]
    plan = plan_of(
        heading("Contents"),
        [line(title) for title in titles],
        row(1, 1, "Final", "17 July 2026"),
        row(1, 2, "School", "Elm Road Juniors"),
        lettered(titles),
    )
    assert plan.facts.issued is not None
    assert plan.section("H1").text == "Rowan likes trains and quiet rooms."


def test_sections_that_each_area_repeats_with_a_word_or_two_are_no_list():
    titles = ("E: Outcomes", "F: Special educational provision", "G: Health provision")
    nil = ("H1: Social care provision (1970 Act)", "H2: Other social care provision")
    parts = []
    for area, health in (("Cognition and learning", "None for this area."), ("Sensory", "None for this area.")):
        parts.append(heading(f"Support plan: {area}", 2))
        for title in titles:
            parts += [heading(f"Section {title}"), line(health if title[0] == "G" else f"{OUTCOME} {area}.")]
        for title in nil:
            parts += [heading(f"Section {title}"), line("None for this area.")]
    plan = plan_of(lettered(["Section A: My views", "Section B: My needs"]), parts)
    assert plan.section("G").text == "None for this area.\nNone for this area."
    assert "None" not in plan.section("F").text


def test_a_heading_that_breaks_within_brackets_is_whole():
    plan = plan_of(
        lettered(["Section G: Health provision"]),
        heading("Section H1: Social care provision (1970"),
        heading("Act)"),
        line("None."),
        lettered(["Section I: Placement", "Section K: Advice and information"]),
    )
    assert plan.section("H1").text == "None."


def test_cards_of_outcomes_under_a_heading_over_two_letters():
    titles = ["A My views", "B My special educational needs", "C My health needs", "D My social care needs"]
    cards = [
        part
        for number in (1, 2, 3)
        for part in (
            *row(number, 1, f"Outcome {number} - Cognition and learning", bold=True),
            *row(number, 2, "E: Outcome", f"By July 202{number + 6}, Rowan will read {number}0 words."),
            *row(number, 3, "F: Provision", PROVISION),
        )
    ]
    plan = plan_of(
        lettered(titles),
        heading("E & F My outcomes and my special educational provision"),
        cards,
        lettered(["G My health provision", "I My placement", "K Advice and information"]),
    )
    assert plan.section("F").text == "\n".join([PROVISION] * 3)
    assert plan.section("D").text == "Rowan likes trains and quiet rooms."
    assert [item.text for item in plan.section("E").items] == [
        f"By July 202{number + 6}, Rowan will read {number}0 words." for number in (1, 2, 3)
    ]


def test_titles_that_only_begin_like_known_ones_are_headings_beside_columns_of_sections():
    plan = plan_of(
        heading("All about me: my views, interests and aspirations"),
        line("I like trains."),
        line("My history", bold=True),
        line("Tom moved here in 2022."),
        heading("My special educational needs"),
        line("Tom reads slowly."),
        heading("My outcomes and support plan"),
        row(1, 1, "Outcomes", "Special educational provision"),
        row(1, 2, "By July 2027 Tom will read.", "Phonics each day."),
        row(2, 1, "Outcomes", "Special educational provision"),
        row(2, 2, "By July 2027 Tom will write.", "Handwriting each day."),
        heading("Health provision"),
        line("None."),
        heading("Any other social care provision"),
        line("None."),
        heading("Where I will be educated: name and type of placement"),
        line("Elm School."),
        heading("Advice and information used for this plan"),
        line("Educational psychologist, Dr Ada Finch, 12 March 2026"),
        heading("How this plan will be monitored"),
        line("The school meets the family each term."),
    )
    assert plan.section("A").text.startswith("I like trains.")
    assert plan.section("I").text == "Elm School."
    assert plan.section("K").text == "Educational psychologist, Dr Ada Finch, 12 March 2026"


def test_words_beside_a_label_across_the_columns_of_several_sections_are_of_the_needs():
    strengths = [
        Stretch(text="Strengths", table=(1, 2, 1), columns=(1, 1)),
        Stretch(text="Rowan notices patterns.", table=(1, 2, 2), columns=(2, 3)),
    ]
    plan = plan_of(
        heading("Section A: Views"),
        line("I like trains."),
        row(1, 1, "B – Needs", "F – Provision", "E – Outcomes"),
        strengths,
        row(1, 3, NEED, PROVISION, OUTCOME),
        heading("Section G: Health provision"),
        line("None."),
        heading("Section I: Placement"),
        line("Elm School."),
    )
    assert plan.section("F").text == PROVISION
    assert "Rowan notices patterns." in plan.section("B").text


def test_letters_that_come_in_turns_under_titles_of_their_own():
    """B, E and F under each area of need, a level below the letters that open the other sections."""
    turns = [
        [
            heading(area),
            heading("B  What is hard for me", 2),
            line("It is hard for me to follow what is said in a loud room."),
            heading("E  What I will be able to do", 2),
            line("By July 2027 I will follow four steps that are said once."),
            heading("F  The teaching I will get", 2),
            line("A teacher of the deaf works with me for 40 minutes a week."),
        ]
        for area in ("Talking and listening", "Learning", "Getting about")
    ]  # fmt: skip
    plan = plan_of(
        heading("A  About me"), line("I like swimming and my dog, and I want to work in a garden."),
        *turns,
        heading("C  My health needs"), line("I have asthma and use a blue inhaler."),
        heading("G  My health provision"), line("The nurse checks my inhaler twice a year for 20 minutes."),
        heading("D  My social care needs"), line("None."),
        heading("J  My personal budget"), line("None was asked for."),
    )  # fmt: skip
    for code in "BEF":
        assert plan.section(code).state is State.PRESENT
        assert len(plan.section(code).pieces) == 3


def test_a_part_of_a_section_under_a_title_of_its_own_stands_beside_a_surer_one():
    plan = plan_of(
        heading("A1 – All of Rowan (in his words)"), line("I like trains and quiet rooms."),
        heading("A2 – Views of Rowan's parents"), line("We hope that he will have a friend."),
        lettered(["B – Special educational needs", "C – Health needs", "D – Social care needs", "E – Outcomes"]),
    )  # fmt: skip
    assert plan.section("A").text == "I like trains and quiet rooms.\nWe hope that he will have a friend."


def test_among_most_letters_one_with_a_title_of_its_own_may_stand_in_any_order():
    titles = [
        "A  About me", "B  My special educational needs", "E  My outcomes", "F  My special educational provision",
        "C  What I need help with to stay well", "G  My health provision", "D  What is hard at home",
        "H1  My social care provision", "I  My placement", "J  My personal budget", "K  Advice and information",
    ]  # fmt: skip
    plan = plan_of(lettered(titles))
    assert plan.section("C").heading == "C What I need help with to stay well"
    assert plan.section("D").heading == "D What is hard at home"


def told_by_neighbours(*titles):
    """Letters set alike, some over several sections, the first two under titles that say too little."""
    plain = [heading("Contents of this plan"), line("Sections follow one another as they are needed.")]
    return plan_of(plain, lettered(titles))


LAST = (
    "C and G   Health needs and provision",
    "D and H   Social care needs and provision",
    "I   The school",
    "J   Direct payments",
    "K   Reports",
)


def test_a_letter_that_others_vouched_for_vouches_for_the_next():
    own = "A   What Bea and her family have told us"

    plan = told_by_neighbours(own, "B   All that Bea finds hard", "E   Outcomes", *LAST)

    assert plan.section("A").heading == " ".join(own.split())
    assert plan.section("A").text == "Rowan likes trains and quiet rooms."


def test_a_letter_with_nobody_beside_it_is_vouched_for_by_none():
    plan = told_by_neighbours("A   What Bea and her family have told us", "E   Outcomes", *LAST)

    assert plan.section("A").heading is None
