"""What section B tells of strengths is no need, unless something hard is told with it."""

import pytest

from ehcp_audit.plan.introductions import is_of_strengths


@pytest.mark.parametrize(
    ("text", "strengths"),
    [
        ("Wren's strengths: she is sociable and imitates well.", True),
        ("Wren's strengths are a good memory and kindness.", True),
        ("Strengths. Wren's vocabulary is above average for her age.", True),
        ("What Wren does well. She reads at speed.", True),
        ("Strengths. Wren's memory is excellent. She asks for what she needs.", True),
        ("Strengths. Wren's memory is excellent. She needs an adult to read.", False),
        ("Sensory and physical. Strengths: climbs.", True),
        ("Wren's strengths: she is sociable, but she cannot wait.", False),
        ("Wren's strength in her left hand is weak.", False),
        ("What Wren finds difficult: waiting.", False),
    ],
)
def test_strengths_are_told_by_how_a_line_opens(text, strengths):
    assert is_of_strengths(text) is strengths
