"""Where sections begin and end among titles over them, numbers that look like letters, and a lone H."""

import pytest
from plans import heading, line, plan_of, row, texts, with_sections

from ehcp_audit.model import State

TITLES = {
    "A": "My views",
    "B": "Special educational needs",
    "C": "Health needs",
    "D": "Social care needs",
    "E": "Outcomes",
    "F": "Special educational provision",
    "G": "Health provision",
    "H1": "Social care provision",
    "H2": "Other social care provision",
    "I": "Placement",
    "J": "Personal budget",
    "K": "Advice and information",
}


def test_a_title_over_the_next_section_is_no_word_of_the_one_before():
    plan = with_sections(
        heading("Part 1: Who I am"),
        heading("Section A: Views, interests and aspirations", level=2),
        line("I like trains."),
        heading("Part 2: My needs"),
        heading("Section B: Special educational needs", level=2),
        line("Sam finds it hard to read."),
    )
    assert plan.section("A").text == "I like trains."
    assert plan.section("B").text == "Sam finds it hard to read."


def test_the_only_line_of_a_section_stays_though_it_is_set_like_a_heading():
    plan = with_sections(
        line("Section G: Health provision", bold=True, size=14.0),
        line("Physiotherapy every week in term time", bold=True, size=14.0),
        line("Section H1: Social care provision", bold=True, size=14.0),
        line("A support worker for three hours each Saturday.", size=11.0),
    )
    assert plan.section("G").text == "Physiotherapy every week in term time"


def test_numbers_of_items_and_articles_in_cells_are_no_letters_of_sections():
    plan = with_sections(
        heading("Section A: Views, interests and aspirations"),
        line("I like trains."),
        heading("Section F: Special educational provision"),
        row(1, 1, "Ref", "Provision", "Who"),
        row(1, 2, "F1", "A language group for four pupils", "Class teacher"),
        row(1, 3, "F2", "Signs in every lesson", "All staff"),
        row(1, 4, "F3", "A communication book", "Class teacher"),
    )
    assert plan.section("A").text == "I like trains."
    assert [item.text for item in plan.section("F").items] == [
        "A language group for four pupils",
        "Signs in every lesson",
        "A communication book",
    ]


def test_under_a_lone_h_the_lines_that_begin_with_h1_and_h2_open_them():
    plan = with_sections(
        heading("Section H: Social care provision"),
        line("H1: A support worker for three hours each Saturday."),
        line("H2: Two nights of short breaks each month."),
        line("A parenting course."),
    )
    assert plan.section("H1").text == "A support worker for three hours each Saturday."
    assert plan.section("H2").text == "Two nights of short breaks each month.\nA parenting course."


def test_a_lone_h_with_only_one_of_them_is_left_whole():
    plan = with_sections(
        heading("Section H: Social care provision"),
        line("H1: A support worker for three hours each Saturday."),
        line("Two nights of short breaks each month."),
    )
    assert plan.section("H2").state is State.UNKNOWN


def test_rows_of_a_contents_list_with_their_page_numbers_open_nothing():
    titles = {
        "A": "Views, interests and aspirations",
        "I": "Placement",
        "J": "Personal budget",
        "K": "Advice and information",
    }
    contents = [
        one
        for number, (code, title) in enumerate(titles.items(), start=1)
        for one in row(1, number, f"Section {code}", f"{title} {number + 1}")
    ]
    plan = with_sections(
        heading("Education, Health and Care Plan"),
        contents,
        row(2, 1, "Name", "Sam Example-Person"),
        row(2, 2, "Current school", "Harbour Lane Primary School"),
        row(2, 3, "Status", "Final"),
        heading("Section A: Views, interests and aspirations"),
        line("I like trains."),
    )
    assert plan.section("K").text.startswith("Educational psychologist")
    assert (plan.facts.child_name, plan.facts.status) == ("Sam Example-Person", "final")


@pytest.mark.parametrize(
    "closing",
    [
        "Agreed by the local authority: Mr Desmond Arkle        Date: 14/05/2026",
        "Please return your comments on this draft within 15 days. You may ask for a meeting.",
        "If you disagree with this plan you may ask for mediation.",
        "This plan was issued on 14 May 2026.",
        "This plan was approved by Ms Ida Larkspur for Example Council on 14 May 2026.",
        "Signed off for Example Council by Ms Ida Larkspur, Assistant Director, on 14 May 2026.",
        "Agreed and signed for Example Council: Ida Larkspur, 14 May 2026",
        "Made and issued by Example Council, 14 May 2026 (Ida Larkspur, Head of SEND)",
    ],
)
def test_whoever_signs_after_the_list_of_advice_is_none_of_it(closing):
    plan = with_sections(heading("Section A: Views, interests and aspirations"), line("I like trains."), line(closing))
    assert closing in plan.section("A").text
    advice = row(1, 1, "Dr Ada Finch", "Educational psychologist", "12 March 2026")
    plan = plan_of(
        heading("Section A: Views, interests and aspirations"),
        line("I like trains."),
        heading("Section B: Special educational needs"),
        line("Rowan reads slowly."),
        heading("Section K: Advice and information"),
        line("The advice that was taken into account."),
        advice,
        line(closing),
    )
    assert plan.section("K").text.endswith("12 March 2026")
    assert plan.outside[-1].text == closing


def test_a_heading_about_the_family_within_views_does_not_end_them():
    parts = [
        part
        for code, title in (("B", "Special educational needs"), ("C", "Health needs"), ("D", "Social care needs"))
        for part in (heading(f"Section {code}: {title}"), line("Rowan reads slowly."))
    ]
    plan = with_sections(
        heading("Section A: Views, interests and aspirations"),
        line("I like trains."),
        heading("My family"),
        line("We would like Rowan to be safe."),
        parts,
    )
    assert plan.section("A").text.endswith("My family\nWe would like Rowan to be safe.")


def test_what_a_form_tells_its_writer_is_no_word_of_a_section():
    plan = with_sections(
        heading("Section D: Social care needs"),
        row(1, 1, "Guidance: State 'not known to social care' if this is so."),
        row(1, 2, "Rowan is not known to social care."),
        heading("Section H1: Social care provision"),
        row(2, 1, "Guidance: Leave blank if there is none."),
    )
    assert (plan.section("D").state, plan.section("D").text) == (State.NIL, "Rowan is not known to social care.")
    assert (plan.section("H1").state, plan.section("H1").text) == (State.EMPTY, "")


@pytest.mark.parametrize("label", ["Sections D, H1 and H2", "Section D"])
def test_a_bar_with_its_label_at_the_right(label):
    parts = [
        part
        for number, (code, title) in enumerate(
            (("B", "My needs"), ("C", "My health needs"), ("E", "What I am working towards"), ("G", "Health provision"))
        )
        for part in (*row(number + 1, 1, title, f"Section {code}", bold=True), line("Rowan reads slowly at first."))
    ]
    bar = row(9, 1, "Social care needs and social care provision", label, bold=True)
    plan = with_sections(parts, bar, line("Rowan is a child in need and has a social worker."))
    assert plan.section("D").text == "Rowan is a child in need and has a social worker."
    assert plan.section("G").text == "Rowan reads slowly at first."


def test_the_letters_of_a_report_behind_the_plan_open_no_sections():
    parts = [
        part
        for code in ("A", "B", "C", "D", "E", "F", "G", "H1", "H2", "I", "J", "K")
        for part in (heading(f"Section {code}: {TITLES[code]}"), line(f"What is said in {code}."))
    ]
    plan = plan_of(
        *parts,
        heading("Speech and language therapy report"),
        heading("D. Summary"),
        line("She has a delay in language."),
        heading("E. Outcomes suggested"),
        line("To exchange a picture for a wanted thing."),
        heading("F. Provision recommended"),
        line("One visit each half term by a therapist."),
    )
    assert "picture" not in plan.section("E").text
    assert "visit" not in plan.section("F").text


ADVICE = [heading("Section K: Advice and information")]
ADVICE += [line(f"Educational psychologist, Dr Ada Finch, {day} March 2026") for day in range(2, 8)]


@pytest.mark.parametrize(
    ("words", "inside"),
    [
        ("Dr Ada Finch, Head of Service, for and on behalf of the council", False),
        ("Mr Idris Vale – Strategic Lead, on behalf of Tarnside Council", False),
        ("For the council: Dr Ada Finch, Head of Service", False),
        ("Dr Ada Finch, Head of Service, for Tarnside Council", False),
        ("Issued on 5 April 2026 by Mr Idris Vale, Operations Manager.", False),
        ("Duly authorised officer of the local authority", False),
        ("_______________________________", False),
        ("Ms Bea Lund, issued with her report of 12 March 2026", True),
        ("Ms Bea Lund, social worker, on behalf of the council, 12 March 2026", True),
        ("Mrs Orla Dene, for the school", True),
    ],
)
def test_whoever_signs_for_the_council_is_no_adviser(words, inside):
    parts = [part for code in "ABCDEFGIJ" for part in (heading(f"Section {code}: {TITLES[code]}"), line("Words."))]
    plan = plan_of(*parts, *ADVICE, line(words))
    assert (words in plan.section("K").text) is inside


def test_whoever_advises_for_the_council_ends_no_list():
    parts = [part for code in "ABCDEFGIJ" for part in (heading(f"Section {code}: {TITLES[code]}"), line("Words."))]
    among = line("Ms Bea Lund, social worker, for the council")
    plan = plan_of(*parts, ADVICE[0], *ADVICE[1:3], among, *ADVICE[3:])
    assert plan.section("K").text.endswith(ADVICE[-1].text)


@pytest.mark.parametrize("title", ["Approval history", "Audit trail", "Record of approvals"])
def test_what_a_system_prints_behind_the_advice_is_outside(title):
    parts = [part for code in "ABCDEFGIJ" for part in (heading(f"Section {code}: {TITLES[code]}"), line("Words."))]
    plan = plan_of(*parts, *ADVICE, line(title, bold=True), row(1, 1, "Final approved", "Dr Ada Finch", "5 April 2026"))
    assert "approved" not in plan.section("K").text
    assert len(plan.facts.contributors) == 6


@pytest.mark.parametrize(
    "title", ["Plan approved", "Authorised signatory", "Sign-off", "Agreement of the council", "Endorsed", "FINALISED"]
)
@pytest.mark.parametrize("who", ["Mr Piers Halloran, Head of SEND, 1 April 2026", "Head of SEND, Saltby    01/04/2026"])
def test_a_title_of_signing_in_any_words_ends_the_list_of_advice(title, who):
    signing = (line(title), line(who))
    plan = with_sections(heading("Section F: Special educational provision"), line("A reading lesson."), after=signing)
    assert plan.section("K").text == "Educational psychologist, Dr Ada Finch, 12 March 2026"


@pytest.mark.parametrize(
    ("heads", "inside"),
    [
        (("Caseworker", "Post", "Date"), False),
        (("Name", "Role", "Signature"), False),
        (("Signed by", "Position", "Date"), False),
        (("Name", "Role", "Date"), True),
        (("Officer", "What was asked", "Date"), True),
    ],
)
def test_the_heads_of_a_table_to_sign_end_the_list_of_advice(heads, inside):
    signing = (row(9, 1, *heads), row(9, 2, "P. Tarrow", "Caseworker", "1 April 2026"))
    plan = with_sections(heading("Section F: Special educational provision"), line("A reading lesson."), after=signing)
    assert ("Tarrow" in plan.section("K").text) is inside


def test_advice_on_signing_and_agreements_stays_in_the_list():
    entries = [line("Joint statement, agreed"), *(line(f"Dr Wren Oddie, {day} May 2026") for day in range(1, 6))]
    plan = with_sections(heading("Section F: Special educational provision"), line("A reading lesson."), after=entries)
    assert "Joint statement, agreed" in plan.section("K").text
    assert "5 May 2026" in plan.section("K").text


def test_a_numbered_part_that_is_no_section_ends_the_one_before():
    def part(text):
        return line(text, bold=True, size=14.0)

    plan = with_sections(
        part("Part 2: What I hope for (Section A)"),
        line("I like trains."),
        part("Part 3: Information about my social care needs (Section D)"),
        line("Sam wakes at night and needs someone near."),
        part("Part 4: What we talked about"),
        line("We agreed to meet again in the summer term."),
        part("Part 5: Provision agreed (Section F)"),
        line("A reading lesson every day."),
    )
    assert plan.section("D").text == "Sam wakes at night and needs someone near."
    assert "summer term" not in "".join(plan.section(code).text for code in ("A", "D", "F", "K"))


def test_a_title_between_tables_is_none_of_the_row_before():
    stretches = []
    for table, (code, title) in enumerate(TITLES.items(), start=1):
        if code == "E":
            stretches += [line("My way to adult life", bold=True, size=15.0), line("Each path has a table.", size=11.0)]
        label = [f"Section {code}", title]
        bold, plain = row(table, 1, label, bold=True, size=10.0), row(table, 1, "", f"Words of {code}.", size=10.0)
        stretches += [bold, plain]
    plan = plan_of(*stretches)
    assert plan.section("D").text == "Words of D."
    assert plan.section("E").text == "Words of E."


def test_bars_with_their_words_under_them_keep_titles_among_those_words():
    stretches = []
    for table, (code, title) in enumerate(TITLES.items(), start=1):
        stretches += row(table, 1, title, f"Section {code}", bold=True, size=11.0)
        stretches += [line("What this is about", bold=True, size=14.0), line(f"Words of {code}.", size=10.0)]
    plan = plan_of(*stretches)
    assert plan.section("D").text == "What this is about\nWords of D."


@pytest.mark.parametrize("last", ["Part K  Advice 5", "Part K  Advice5"])
def test_the_last_line_of_the_contents_is_none_however_short_its_title(last):
    """The section that it names is opened by its own heading, and the one before does not hold its words."""
    contents = [line(f"Part {code}  {title} 3") for code, title in TITLES.items() if code != "K"]
    why = "The plan keeps education together, then health, then care, so that each family of parts can be read as one."
    guide = (heading("How to read this plan"), line(why), line("Words in bold are explained where they first stand."))
    sections = [one for code, title in TITLES.items() for one in (heading(f"Part {code}: {title}"), line(PROSE))]
    plan = plan_of(*contents, line(last), *guide, *sections)
    assert plan.section("J").text == PROSE
    assert plan.section("K").text == PROSE


PROSE = "Rowan has words of his own here, which go on for a line or more, as those of a section do."


@pytest.mark.parametrize(
    ("title", "ends"),
    [
        ("How my plan is checked", True),
        ("Who looks at progress, and when", True),
        ("Keeping the plan under review", True),
        ("How and when it is reviewed", True),
        ("How I keep safe", False),
        ("How my blood sugar is checked", False),
        ("How Ana signs", False),
    ],
)
def test_a_title_over_how_the_plan_is_watched_ends_a_section_and_one_over_the_child_does_not(title, ends):
    provision = ["A teaching assistant reads with Ana daily for 20 minutes.", "A nurse sees Ana for an hour a week."]
    plan = plan_of(
        heading("Section B: Special educational needs"),
        line("Ana reads slowly."),
        heading("Section F: Special educational provision"),
        line(provision[0]),
        heading(title),
        line(provision[1]),
        heading("Section I: Placement"),
        line("Harbour Lane School"),
        heading("Section K: Advice and information"),
        line("Dr Ada Finch, 12 March 2026"),
    )
    assert texts(plan, "F") == (provision[:1] if ends else provision)
    assert any(provision[1] in piece.text for piece in plan.outside) is ends


def test_a_title_below_the_table_of_the_sections_ends_the_last_of_them():
    rows = [
        row(1, at, f"Part {code}", title, f"Rowan likes trains, and this is said of part {code}.", bold=True, size=14.0)
        for at, (code, title) in enumerate(TITLES.items(), start=1)
    ]
    plan = plan_of(*rows, line("Agreement", bold=True, size=13.0), line("Drafted by Nell Sample on 6 November 2026."))
    assert "Drafted" not in plan.section("K").text


def test_most_headings_without_words_are_a_lists_and_leave_their_sections_unknown():
    rows = [row(1, at, code, title) for at, (code, title) in enumerate(TITLES.items(), start=1)]
    words = [line(f"{number} Rowan likes trains, quiet rooms and the company of his sister.") for number in range(60)]
    plan = plan_of(*rows, *words)
    assert {plan.section(code).state for code in TITLES} == {State.UNKNOWN}


def test_letters_of_badges_stand_beside_titles_of_the_writers_own():
    questions = [
        part
        for at, code in enumerate("AIBCDEFGJK")
        for part in (
            line(f"What is question {at} about?", bold=True, size=15.0),
            line(code, bold=True, size=14.0),
            line(f"Rowan answers question {at} in some words of his own.", size=11.0),
        )
    ]
    plan = plan_of(*questions)
    assert plan.section("I").text == "Rowan answers question 1 in some words of his own."
    assert plan.section("K").heading == "K What is question 9 about?"


def test_a_title_over_several_areas_opens_its_section_again():
    plan = plan_of(
        heading("About me"), line("I like trains."), heading("Special educational needs"), line("I find reading hard."),
        heading("Outcomes: cognition and learning"), line("By July 2027 Rowan will read 45 words."),
        heading("Special educational provision: cognition and learning"), line("A teacher reads with him daily."),
        heading("Outcomes: communication and interaction; social and emotional needs"),
        line("By July 2027 Rowan will take four turns in a game."),
        heading("Special educational provision: communication and interaction; social and emotional needs"),
        line("A therapist plays with him weekly."),
        heading("Health needs"), line("None."), heading("Placement"), line("Harbour Lane School"),
    )  # fmt: skip
    assert len(plan.section("E").pieces) == len(plan.section("F").pieces) == 2
    assert plan.section("E").text.endswith("take four turns in a game.")


@pytest.mark.parametrize("label", ["Review", "Signed", "What we do now", "Next steps"])
def test_a_row_set_like_those_of_the_sections_after_the_last_of_them_is_no_section(label):
    rows = [
        one
        for number, (code, title) in enumerate(TITLES.items(), start=1)
        for one in row(1, number, f"Section {code} {title}", f"Words of {title.lower()}, several of them.")
    ]
    plan = plan_of(*rows, row(1, 20, label, "On 4 May 2027 we meet at school."))
    assert texts(plan, "K") == []
    assert plan.section("K").state is State.PRESENT
    assert "4 May 2027" not in "".join(one.text for one in plan.section("K").pieces)


def test_rows_of_advice_below_the_label_of_its_section_stay_in_it():
    rows = [
        one
        for number, (code, title) in enumerate(TITLES.items(), start=1)
        for one in row(
            1, number, f"Section {code} {title}", *([f"Words of {title.lower()}, several."] if code != "K" else [])
        )
    ]
    plan = plan_of(*rows, row(1, 20, "Education", "Mr Elm, head teacher, 4 May 2026"))
    assert "4 May 2026" in "".join(one.text for one in plan.section("K").pieces)
