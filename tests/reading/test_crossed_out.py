"""Where words that are struck through stand, said without them."""

from __future__ import annotations

from ehcp_audit.model import Stretch
from ehcp_audit.reading.crossed_out import struck_warning

SAID = "9 struck-through character(s) were set apart and not judged"


def test_each_place_is_said_once_and_the_first_few_of_many() -> None:
    assert struck_warning(9, [Stretch("a", page=3), Stretch("b", page=3)]) == f"{SAID}: page 3."
    assert struck_warning(9, [Stretch("a")]) == f"{SAID}."
    many = struck_warning(9, [Stretch("a", paragraph=n) for n in range(1, 9)])
    assert many.endswith("paragraph 5; and 3 more places.")
