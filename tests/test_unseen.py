"""No character of a plan or of a file's name can act: not in a terminal, not on a page, not in a cell."""

from __future__ import annotations

import pytest

from ehcp_audit.unseen import in_cell, printable, visible

ACTING = "a\x1b[31mb\x9bc\u202ed\x00e\U000e0041f\u2028g\ud800"
WORDS = "Zoë’s café – £5\nnext"


@pytest.mark.parametrize("how", [printable, visible, in_cell])
def test_controls_are_shown_and_ordinary_words_stay(how):
    assert how(WORDS) == WORDS
    assert not set(how(ACTING)) & set("\x1b\x9b\u202e\x00\u2028\ud800")


def test_an_escape_says_which_character_it_was():
    assert printable(ACTING) == visible(ACTING) == "a\\x1b[31mb\\x9bc\\u202ed\\x00e\\U000e0041f\\u2028g\\ud800"
    assert in_cell("a\x1b\u202e") == "a\\u001b\\u202e"


def test_a_page_keeps_what_words_hold_and_a_terminal_does_not():
    word = "Wind\u00admill \u0645\u06cc\u200c\u062e"
    assert visible(word) == word
    assert printable(word) == "Wind\\xadmill \u0645\u06cc\\u200c\u062e"
    assert (printable("a\tb"), visible("a\tb"), visible("a\tb", keep="\t")) == ("a\tb", "a\\x09b", "a\tb")


def test_a_cell_has_plain_line_ends():
    assert in_cell("one\r\ntwo\rthree") == "one\ntwo\nthree"
