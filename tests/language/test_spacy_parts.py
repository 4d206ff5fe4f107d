"""spaCy is loaded without its commands, and so without anything that could reach a network."""

from __future__ import annotations

import subprocess
import sys

import pytest

NETWORKED = ("requests", "httpx", "urllib3", "weasel", "ssl", "http.client")


def said(code):
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_a_sentence_is_judged_without_a_library_that_can_reach_a_network():
    code = (
        "import sys\n"
        "from ehcp_audit.language.outcomes import outcome_wording\n"
        "assert outcome_wording('By July 2027 Sam will read 60 words.').time_bound\n"
        f"print([name for name in {NETWORKED!r} if name in sys.modules], 'spacy' in sys.modules)"
    )
    assert said(code) == "[] True"


@pytest.mark.parametrize("first", ["", "import spacy\n"])
def test_spacys_own_commands_can_still_be_imported(first):
    """A script that uses ehcp-audit beside spaCy is not disturbed, whichever comes first."""
    code = first + (
        "from ehcp_audit.language.spacy_parts import spacy_parts\n"
        "spacy_parts()\n"
        "import spacy\n"
        "from spacy.cli import download, info\n"
        "print(callable(download) and callable(info))\n"
        "spacy.blank('en')('Two words')\n"
        "spacy.tokens.Doc, spacy.util.registry"
    )
    assert said(code) == "True"


@pytest.mark.parametrize("name", ["lang.en", "language", "training", "pipeline.sentencizer"])
def test_any_other_module_of_spacy_finds_it_started(name):
    code = (
        "from importlib import import_module\n"
        "from ehcp_audit.language.spacy_parts import spacy_parts\n"
        "spacy_parts()\n"
        f"import_module('spacy.{name}')\n"
        "import spacy\n"
        "print([token.text for token in spacy.blank('en')('Two words')])"
    )
    assert said(code) == "['Two', 'words']"


def test_importing_spacy_whole_binds_no_socket():
    """Where spaCy was imported by somebody else's code it is theirs; where we must take it whole we do not probe."""
    code = (
        "import sys\n"
        "seen = []\n"
        "sys.addaudithook(lambda event, _: seen.append(event) if event == 'socket.bind' else None)\n"
        "from ehcp_audit import offline\n"
        "with offline.without_probing():\n"
        "    import spacy\n"
        "print(seen)"
    )
    assert said(code) == "[]"


def test_spacys_checks_of_what_it_is_handed_still_run():
    """They are put off, not left out: patterns and documents of another's code are checked as ever."""
    code = (
        "import sys\n"
        "from ehcp_audit.language.spacy_parts import spacy_parts\n"
        "parts = spacy_parts()\n"
        "assert 'spacy.schemas' not in sys.modules\n"
        "vocab = parts.vocab()\n"
        "parts.phrase_matcher(vocab, attr='LOWER')\n"
        "matcher = parts.matcher(vocab, validate=True)\n"
        "for pattern in ([{'ORTH': 'two'}], [{'NO SUCH': 'two'}]):\n"
        "    try:\n"
        "        matcher.add('words', [pattern])\n"
        "        print('taken')\n"
        "    except ValueError:\n"
        "        print('refused')\n"
        "print(parts.doc(vocab).from_json({'text': 'two', 'tokens': [{'id': 0, 'start': 0, 'end': 3}]}))"
    )
    assert said(code).split() == ["taken", "refused", "two"]
