"""A label below a line that holds several things to be given is said of each of them."""

from plans import fields, provision_of, row

OFTEN = "15 minutes, four times a week; chair in place all day"
WHO = "Teaching assistant trained by the physiotherapist"


def given(text):
    lines = ["1: Cushion to sit on.", "How much: All day", "Who: Tutor", text, f"How much: {OFTEN}", f"Who: {WHO}"]
    rows = (row(1, 1, "Special educational needs", "Special educational provision"), row(1, 2, "7. He tires.", lines))
    return provision_of(*rows).section("F").items


def test_each_thing_of_a_line_has_what_the_labels_below_say():
    found = given("7: Movement programme: steps, squatting, core strength. Foot-supporting chair in the nursery room.")
    programme, chair = found[-2:]
    assert programme.text.startswith("Movement programme")
    assert chair.text.startswith("Foot-supporting")
    assert [fields(one)["how_often"] for one in (programme, chair)] == [OFTEN, OFTEN]
    assert [fields(one)["who"] for one in (programme, chair)] == [WHO, WHO]
    assert all(fields(one).get("who") != WHO for one in found[:-2])


def test_what_says_its_own_amount_keeps_it():
    first, last = given("A mentor will meet Ada for 10 minutes daily. A reading programme will be given to Ada.")[-2:]
    assert "how_often" not in fields(first)
    assert fields(last)["how_often"] == OFTEN
