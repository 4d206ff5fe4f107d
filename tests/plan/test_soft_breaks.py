"""Headings of sections within a paragraph, parted from its other lines by breaks."""

import pytest
from plans import AS_OF, TITLES, document, heading, line, plan_of, row, texts, with_sections

from ehcp_audit.model import State
from ehcp_audit.plan import build_plan

SAID = {code: f"Wilf is helped by his uncle on Mondays. {code}" for code in TITLES}
SAID["J"] = "A payment for a club on Mondays was asked for."
CARE = (
    "Section C {dash}Health needs\nWilf has asthma.\nHe carries an inhaler.\n"
    "Section G {dash}Health provision\nThe asthma nurse sees Wilf each term.\n"
    "Section D {dash}Social care needs\nWilf rarely leaves the house."
)


@pytest.mark.parametrize(
    "manner",
    [
        "Section {code}: {title}",
        "SECTION {code} {title}",
        "Section {code}\n{title}",
        "Section {code}",
        "({code}) {title}",
        "{code}. {title}",
        "{title} (Section {code})",
    ],
)
def test_each_heading_of_a_paragraph_heads_its_section(manner):
    lines = "\n".join(f"{manner.format(code=code, title=TITLES[code])}\n{SAID[code]}" for code in TITLES)
    plan = plan_of(line("Plan of Wilf Amber\nDate of birth: 4 May 2014\n" + lines))
    assert {code: plan.section(code).text for code in TITLES} == SAID


@pytest.mark.parametrize("dash", ["", "– ", "-"])
def test_several_sections_in_one_paragraph(dash):
    plan = with_sections(line(CARE.format(dash=dash)))
    assert plan.section("C").text == "Wilf has asthma.\nHe carries an inhaler."
    assert plan.section("G").text == "The asthma nurse sees Wilf each term."
    assert plan.section("D").text == "Wilf rarely leaves the house."


def test_what_is_said_in_the_line_of_a_heading_is_the_sections():
    said = "Section C: Health needs: None.\nSection G: Health provision: None.\nSection D: Social care needs: None."
    plan = with_sections(line(said))
    assert [plan.section(code).state for code in "CGD"] == [State.NIL] * 3


def test_the_plan_keeps_its_documents_stretches_and_all_places():
    read = document(
        heading("Section A: Views"),
        line("I like trains.", paragraph=2),
        line(CARE.format(dash=""), paragraph=3),
        heading("Section I: Placement", paragraph=4),
        line("Harbour Lane School", paragraph=5),
    )
    plan = build_plan(read, reference="P01", as_of=AS_OF)
    assert plan.stretches == read.stretches
    assert [plan.text[at : at + len(one.text)] for at, one in zip(plan.starts, plan.stretches, strict=True)] == [
        one.text for one in read.stretches
    ]
    piece = plan.section("G").pieces[0]
    assert plan.text[piece.start : piece.start + len(piece.text)] == piece.text == plan.section("G").text
    assert texts(plan, "G") == ["The asthma nurse sees Wilf each term."]


@pytest.mark.parametrize(
    "said",
    [
        "Wilf has asthma, and is helped as set out in\nSection G: Health provision\nby the asthma nurse.",
        "Wilf has asthma.\nSection G sets out how he is helped with it.\nHe carries an inhaler.",
        "Wilf has asthma.\nSection 17 was looked at.\nA: he coughs\nB: he sits down\nC: he is well again",
        "Wilf has asthma.\nSection G health provision is given by the asthma nurse each term.\nHe carries an inhaler.",
    ],
)
def test_a_line_that_only_names_a_section_cuts_nothing(said):
    plan = with_sections(heading("Section C: Health needs"), line(said))
    assert plan.section("C").text == said
    assert plan.section("G").state is State.MISSING


@pytest.mark.parametrize("manner", ["Section {code}: {title}", "{code}. {title}", "({code}) {title}"])
@pytest.mark.parametrize("page", ["", " {page}"])
@pytest.mark.parametrize("before", ["", "What is in this plan\n"])
def test_a_list_of_sections_in_one_paragraph_opens_none(manner, page, before):
    heads = {code: manner.format(code=code, title=title) for code, title in TITLES.items()}
    listed = "\n".join(one + page.format(page=3 + at) for at, one in enumerate(heads.values()))
    body = [part for code, one in heads.items() for part in (heading(one), line(SAID[code]))]
    plan = plan_of(line("Plan of Wilf Amber"), line(before + listed), *body)
    assert {code: plan.section(code).text for code in TITLES} == SAID
    plan = plan_of(line(before + listed), line("\n".join(f"{heads[code]}\n{SAID[code]}" for code in TITLES)))
    assert {code: plan.section(code).text for code in TITLES} == SAID


def test_a_heading_may_end_its_paragraph_and_who_signed_may_follow_the_advice():
    plan = plan_of(
        heading("Section B: Special educational needs"),
        line("Wilf reads slowly.\nSection C: Health needs"),
        line("Wilf has asthma."),
        heading("Section I: Placement"),
        line("Harbour Lane School\nSection J: Personal budget: none"),
        line("Section K: Advice and information\nDr Ada Finch, 12 March 2026\nSigned for the council\nP. Gannon"),
    )
    wanted = {"B": "Wilf reads slowly.", "C": "Wilf has asthma.", "J": "none", "K": "Dr Ada Finch, 12 March 2026"}
    assert {code: plan.section(code).text for code in wanted} == wanted


def test_the_title_of_a_label_may_be_the_first_line_of_the_paragraph_under_it():
    said = {code: f"{title}\n{SAID[code]}\nAnd so it is." for code, title in TITLES.items()}
    plan = plan_of(*(part for code in TITLES for part in (heading(f"Section {code}"), line(said[code]))))
    assert {code: plan.section(code).text for code in TITLES} == {
        code: f"{SAID[code]}\nAnd so it is." for code in TITLES
    }
    assert plan.section("G").heading == "Section G Health provision"


def test_the_lines_of_a_cell_beside_others_are_one_label():
    head = row(1, 1, "Section C\nHealth needs\nSection G\nHealth provision", "Notes")
    plan = with_sections(heading("Section D: Social care needs"), line("He rarely leaves the house."), head)
    assert plan.section("G").state is State.MISSING


CODES = dict.fromkeys(TITLES, "") | {"H1": "H(i)", "H2": "H(ii)"}
IN_WORDS = TITLES | {
    "A": "The views, interests and aspirations of Wilf and his uncle",
    "G": "What health help will Wilf have?",
    "H1": "Provision under section 2 of the 1970 Act",
    "H2": "Any other social care provision",
}


def of_paragraphs(listed, apart):
    """Label, title and, but for the sections set `apart`, the first words in one paragraph; a list of them first."""
    name = {code: f"Section {CODES[code] or code}" for code in TITLES}
    contents = [line(f"{name[code]}\t{IN_WORDS[code]}", size=11.0) for code in TITLES] if listed else []
    body = []
    for code in TITLES:
        label = f"{name[code].upper().replace('(I', '(i').replace('II)', 'ii)').replace('I)', 'i)')}\n{IN_WORDS[code]}"
        if code in apart:
            body += [line(label, bold=True, size=12.0), line(SAID[code], size=11.0)]
        else:
            body.append(line(f"{label}\n{SAID[code]}", size=11.0))
    return plan_of(line("What is in this plan", bold=True, size=14.0), contents, body)


@pytest.mark.parametrize("apart", ["ABEFK", "A", "", tuple(TITLES)])
@pytest.mark.parametrize("listed", [True, False])
def test_label_title_and_first_words_of_a_section_in_one_paragraph_after_a_list_of_sections(listed, apart):
    plan = of_paragraphs(listed, apart)
    assert {code: plan.section(code).text for code in TITLES} == SAID


@pytest.mark.parametrize(
    "second",
    ["Social workers visit the home each week", "No social care needs at home", "Care by his older sister is daily"],
)
def test_a_line_of_words_between_a_label_and_more_words_is_no_title(second):
    plan = with_sections(line(f"Section D\n{second}\nHe has a social worker."))
    assert plan.section("D").text in (f"{second}\nHe has a social worker.", second)
