"""Lines of a result on a screen: none is wider, none loses a word, and what goes on stands below its words."""

from __future__ import annotations

import pytest

from ehcp_audit.cli import screen

LONG = "plans at the bar: +0.0 points (-27.8 to +27.8): cannot be told apart on this sample, nor on any like it"


@pytest.mark.parametrize(
    "line", [LONG, f"  {LONG}", f"Direction   {LONG}", f"Plan scores, AB less CD    {LONG}", "x" * 100]
)
def test_a_line_is_broken_between_words_and_no_word_is_lost(line, capsys):
    screen.show_lines(line)
    shown = capsys.readouterr().out
    assert " ".join(shown.split()) == " ".join(line.split())
    assert all(len(one) <= 80 or " " not in one.strip() for one in shown.splitlines())


def test_what_goes_on_stands_below_its_words(capsys):
    screen.show_lines(f"  {LONG}", f"Raters             {LONG}", "", "short  \x1b[31m")
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("  plans")
    assert lines[1].startswith("    sample")
    assert lines[3].startswith(f"{' ' * 19}told apart")
    assert lines[-2:] == ["", "short  \\x1b[31m"]
