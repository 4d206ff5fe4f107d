"""One heading over outcomes and provision, whose rows say which of the two they are."""

from plans import heading, line, row, with_sections

OUTCOMES = (
    "E1. By July 2028 Rowan will read 45 words by sight in four of five sessions. (B1)",
    "E2. By July 2028 Rowan will ask for a break with his card in eight of ten lessons. (B2)",
)


def across(table, number, text):
    return line(text, table=(table, number, 1), columns=(1, 2), bold=True)


def plan_of(label):
    stretches = [line("Each table holds one outcome (E) and the provision (F) for it.")]
    for table, outcome in enumerate(OUTCOMES, start=1):
        stretches.append(across(table, 1, outcome))
        for number, cells in enumerate(
            (
                ("Steps", "By July 2027: half of that."),
                (label, f"F{table}. Precision teaching one to one in the library."),
                ("Who, how often, how long", "Teaching assistant, 15 minutes, four days a week."),
            ),
            start=2,
        ):
            stretches.extend(row(table, number, *cells))
    return with_sections(heading("Parts E and F: Outcomes and special educational provision"), *stretches)


def check(label):
    plan = plan_of(label)
    found = plan.section("E").items
    assert [one.text.split(" (B")[0] for one in found] == [one.partition(" ")[2].split(" (B")[0] for one in OUTCOMES]
    assert all([field.name for field in one.fields] == ["steps"] for one in found)
    given = plan.section("F").items
    assert [one.text for one in given] == ["Precision teaching one to one in the library."] * 2
    assert all({field.name for field in one.fields} & {"who", "how_often"} for one in given)


def test_a_row_whose_label_has_the_letter_is_that_sections():
    check("F. What")


def test_a_row_whose_label_says_provision_is_provision():
    check("Provision")
