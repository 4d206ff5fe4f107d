"""Lines that say how a section is to be read are none of its items."""

import pytest
from plans import TITLES, heading, line, texts, with_sections

from ehcp_audit.model import Passage
from ehcp_audit.plan.drafts import Draft
from ehcp_audit.plan.keys import says_how_to_read, without_keys


@pytest.mark.parametrize(
    ("line", "is_key"),
    [
        ("Each item gives in brackets the need that it answers.", True),
        ("In each block the left-hand column is B and the right-hand one is F.", True),
        ("Only health needs that relate to the special educational needs are recorded here.", True),
        ("All special educational needs belong in this section.", True),
        ("The young person does not read letters or numbers.", False),
        ("I can read no letters or numbers.", False),
        ("I will say the numbers from 1 to 20 in order.", False),
        ("Ravi's needs will be met as described in section F.", False),
        ("Provision will support the young person to meet all of the outcomes listed in section E.", False),
        ("There is no special educational provision for the needs listed in section B.", False),
        ("Ravi's provision is grouped by outcome.", True),
        ("Ravi needs support in lessons.", False),
        ("He cannot follow a list of three items on a page.", False),
        ("None identified.", False),
        ("Unless a line says otherwise it runs until July 2028.", False),
        ("Health needs", False),
        ('"TA" means a teaching assistant.', True),
        ("PfA = the preparing for adulthood pathway", True),
        ("Key adult means the adult who is with Ana each day.", True),
        ("ADHD means that Rowan finds it hard to sit.", False),
        ("Dyslexia means Ana reads slowly.", False),
        ("Deafness means her speech is unclear.", False),
        ("This means help with dressing.", False),
        ("She means what she says in four lessons of five.", False),
        ("TA = 15 hours a week.", False),
        ("Alternative means of recording, for example a laptop", False),
    ],
)
def test_a_line_with_words_for_the_document_alone_says_how_to_read(line, is_key):
    assert says_how_to_read(line) is is_key


def test_a_section_of_such_lines_keeps_them():
    key, need = (Draft([Passage(text, 0)]) for text in ("One table is given for each need.", "He tires by noon."))
    assert without_keys([key, need]) == [need]
    assert without_keys([key]) == [key]


@pytest.mark.parametrize("code", ["B", "F"])
@pytest.mark.parametrize("own", ["Deafness means she misses speech in noise.", "TA = 15 hours a week."])
def test_what_a_diagnosis_means_for_a_child_is_an_item(code, own):
    plan = with_sections(heading(f"Section {code}: {TITLES[code]}"), line("Ana reads slowly."), line(own))
    assert own in texts(plan, code)
