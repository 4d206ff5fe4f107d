"""A trainer sees in the sentence itself what each word was taken for."""

from __future__ import annotations

import io

from rich.console import Console

from ehcp_audit.language.outcomes import outcome_wording
from ehcp_audit.language.provision import provision_wording
from ehcp_audit.reports.wording_terminal import show_wording


def shown(sentence: str, found, **options) -> str:
    page = io.StringIO()
    show_wording(Console(file=page, width=80), sentence, found, **options)
    return page.getvalue()


def test_each_element_is_bracketed_where_it_stands_and_named_below():
    text = shown(
        sentence := "By July 2027 Aisha will name 40 animals when shown their pictures.", outcome_wording(sentence)
    )
    assert text.startswith("[1: By July 2027] Aisha will ")
    assert '1  says by when: "By July 2027"' in text
    assert "overall: " in text
    assert "yes time bound" in text


def test_vague_words_are_named_also_where_they_stand_inside_another_element():
    sentence = "Regular access to a quiet space as required."
    found = provision_wording(sentence)
    text = shown(sentence, found)
    assert found.vague_terms
    assert all(f'"{term}"' in text for term in found.vague_terms)


def test_a_sentence_without_elements_is_shown_as_it_is():
    text = shown("Sam.", outcome_wording("Sam."), id="s7")
    assert text.startswith("s7\nSam.\n")
    assert "no  time bound" in text


def test_markup_and_escapes_in_a_sentence_stay_text():
    sentence = "Sam [bold]will[/bold] \x1b[31mread."
    text = shown(sentence, outcome_wording(sentence))
    assert "\x1b" not in text
    assert "bold]" in text
