"""Bars of a letter and a title of the writer's own, in whatever order, and as a PDF may join them to other tables."""

import itertools

from plans import line, plan_of, row

OUTCOME = "By July 2027, Rowan will follow two instructions in four lessons out of five."


def bars(*titles, joined=None):
    """Each section under a bar of letter and title, a table of its own; one bar `joined` to the table before it."""
    stretches = []
    for number, (letter, title) in enumerate(titles, start=1):
        at = (number - 1, 5) if letter == joined else (number, 1)
        stretches.append(row(*at, letter, title, bold=True, size=16.0))
        if letter == "E":
            stretches += [row(number, place, str(place), f"{OUTCOME} ({place})", size=11.0) for place in (2, 3)]
        else:
            stretches.append(line(f"What Rowan's part {letter} says of trains and rooms.", size=11.0))
    return [one for part in stretches for one in (part if isinstance(part, list) else [part])]


OWN_TITLES = (
    ("A", "What matters to me"),
    ("E", "My outcomes"),
    ("B", "My special educational needs"),
    ("F", "Special educational provision"),
    ("C", "My health needs"),
    ("G", "Health provision"),
    ("D", "My social care needs"),
    ("I", "My school"),
)


def test_a_bar_that_a_pdf_joins_to_the_table_before_it_vouches_for_the_others():
    unsure = [(letter, "What I work towards: my outcomes" if letter == "E" else title) for letter, title in OWN_TITLES]
    for titles, joined in itertools.product((OWN_TITLES, unsure), (None, "B")):
        plan = plan_of(*bars(*titles, joined=joined))
        assert plan.section("A").text == "What Rowan's part A says of trains and rooms."
        assert plan.section("B").text == "What Rowan's part B says of trains and rooms."
