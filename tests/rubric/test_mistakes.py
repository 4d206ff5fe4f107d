"""A rubric's mistakes: all at once, each at its line and column, each with what is allowed."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest

from ehcp_audit.errors import AuditError, ManyErrors
from ehcp_audit.resources import shipped
from ehcp_audit.rubric import load_rubric, rubric_json_schema, shipped_rubrics
from ehcp_audit.rubric.positions import MOST_BYTES, read_positioned

GOOD = """\
id: mine
version: "1"
title: Mine
law_as_at: 2026-11-22
jurisdiction: England
bands:
  - {name: good, min: 1/2}
  - {name: poor, min: 0}
criteria:
  - id: L01
    section: E
    question: Does every outcome say by when?
    tier: local
    basis: House style, section 2
    mode: automatic
    check: outcomes.time_bound
    options: {phase_end_counts: false}
    weight: 1.5
    when_absent: not met
    act: writer
    cap: {below: 2/3, to: poor}
    guidance: {looks_for: A date., why: So it can be late., good: By July 2027., cannot_know: Whether it is kept.}
    examples:
      met: ["By July 2027 Tom will read a page aloud."]
      not met: ["Tom will read a page aloud."]
"""


def written(folder: Path, text: str) -> str:
    path = folder / "mine.yaml"
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_mistakes_come_from_the_top_of_the_file_down(tmp_path):
    changes = (("title: Mine", "titel: Mine"), ("tier: local", "tier: lokal"), ("act: writer", "act: us"))
    places = [tuple(map(int, one.split(":")[:2])) for one in mistakes(tmp_path, *changes)]
    assert len(places) >= 3
    assert places == sorted(places)


def mistakes(folder: Path, *changes: tuple[str, str]) -> list[str]:
    """What is said of the good rubric after these changes, without the file's name."""
    text = GOOD
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    path = written(folder, text)
    with pytest.raises(ManyErrors) as caught:
        load_rubric(path)
    return [message.removeprefix(f"{path}:") for message in caught.value.messages]


def test_a_good_rubric_loads_with_exact_numbers(tmp_path):
    rubric = load_rubric(written(tmp_path, GOOD))
    criterion = rubric.criterion("L01")
    assert (str(criterion.weight), str(criterion.cap.below), criterion.cap.to) == ("3/2", "2/3", "poor")
    assert criterion.checks[0].options == {"phase_end_counts": False}
    assert criterion.basis == ("House style, section 2",)
    assert len(rubric.sha256) == 64


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (("tier: local", "tier: lokal"),
         "13:11: 'tier' may not be 'lokal'. It may be must, should, local. Did you mean 'local'?"),
        (("mode: automatic", "mode: auto"),
         "15:11: 'mode' may not be 'auto'. It may be automatic, assisted, human. Did you mean 'automatic'?"),
        (("section: E", "section: L"), "11:14: 'section' may not be 'L'."),
        (("act: writer", "act: author"), "20:10: 'act' may not be 'author'. It may be writer, advice-giver, panel."),
        (("when_absent: not met", "when_absent: met"), "19:18: 'when_absent' may not be 'met'."),
        (("    when_absent: not met\n", ""), "10:5: 'when_absent' is missing; say what follows"),
        (("weight: 1.5", "weight: 0"), "18:13: 'weight' must be more than 0"),
        (("weight: 1.5", "weight: -1"), "18:13: 'weight' must be more than 0"),
        (("weight: 1.5", "weight: heavy"), "18:13: 'weight' must be a number such as 2, 0.5 or 2/3"),
        (("weight: 1.5", "weight: .inf"), "18:13: 'weight' must be a number such as 2, 0.5 or 2/3"),
        (("    weight: 1.5\n", ""), "10:5: 'weight' is missing"),
        (("weight: 1.5", "wieght: 1.5"), "18:5: unknown key 'wieght'. Did you mean 'weight'?"),
        (("title: Mine", "title: [Mine]"), "3:8: 'title' must be text"),
        (("version: \"1\"", "version: 2026.1"), "2:10: 'version' must be text; put it in quotes"),
        (("law_as_at: 2026-11-22", "law_as_at: soon"), "4:12: 'law_as_at' must be a date such as 2026-11-22"),
        (("time_bound", "time_bond"), "16:12: unknown check 'outcomes.time_bond'. Did you mean 'outcomes.time_bound'?"),
        (("phase_end_counts: false", "phase_ends: false"),
         "17:15: check 'outcomes.time_bound' has no option 'phase_ends'."),
        (("phase_end_counts: false", "phase_end_counts: perhaps"),
         "17:33: option 'phase_end_counts' of 'outcomes.time_bound' must be true or false"),
        (("to: poor", "to: pour"), "21:27: no band is called 'pour'."),
        (("min: 1/2", "min: 3/2"), "7:23: 'min' must be a share from 0 to 1"),
        (("min: 0", "min: 2/3"), "8:23: bands stand best first"),
        (("      not met:", "      nott met:"), "25:7: 'nott met' is no verdict. Did you mean 'not met'?"),
        (("      met: [\"By July 2027 Tom will read a page aloud.\"]\n", ""),
         "24:7: criterion 'L01' needs an example that is met"),
        (("weight: 1.5", "weight: 1.5\n    from_year: twelve"),
         "19:16: 'from_year' must be a year group from -2 to 14"),
        (("weight: 1.5", "weight: 1.5\n    from_year: 40"), "19:16: 'from_year' must be a year group from -2 to 14"),
        (("weight: 1.5", "weight: 1.5\n    from_yaer: 12"), "19:5: unknown key 'from_yaer'. Did you mean 'from_year'?"),
        (("cannot_know: Whether it is kept.", "cannot_knwo: Whether it is kept."), "22:82: unknown key 'cannot_knwo'."),
    ],
)  # fmt: skip
def test_a_mistake_is_named_at_its_line_and_column_with_what_is_allowed(tmp_path, change, said):
    lines = mistakes(tmp_path, change)
    assert any(line.startswith(said) for line in lines), lines


def test_one_mistake_gives_one_line(tmp_path):
    assert len(mistakes(tmp_path, ("weight: 1.5", "wieght: 1.5"))) == 1
    assert len(mistakes(tmp_path, ("tier: local", "tier: lokal"))) == 1


def test_twenty_different_mistakes_give_twenty_lines_in_one_run(tmp_path):
    second = GOOD[GOOD.index("  - id: L01") :]
    text = GOOD + second.replace("act: writer", "act: author").replace("weight: 1.5", "weight: none").replace(
        "tier: local", "tier: loca"
    ).replace("mode: automatic", "mode: automated").replace("to: poor", "to: dire").replace(
        "section: E", "section: Z"
    ).replace("question: Does every outcome say by when?", 'question: ""').replace("looks_for", "look_for").replace(
        "when_absent: not met", "when_absent: partly met"
    ).replace("phase_end_counts: false", "phase: false")
    for old, new in (
        ("id: mine", "id: Mine"), ("title: Mine", "titel: Mine"), ("law_as_at: 2026-11-22", "law_as_at: now"),
        ('version: "1"', "version: 1"), ("min: 0", "min: -1"), ("min: 1/2", "min: half"),
        ("check: outcomes.time_bound", "check: outcome.time_bound"), ("below: 2/3", "below: 2"),
    ):  # fmt: skip
        assert old in text
        text = text.replace(old, new, 1)
    path = written(tmp_path, text)
    with pytest.raises(ManyErrors) as caught:
        load_rubric(path)
    messages = caught.value.messages
    assert len(messages) == 20, messages
    assert all(message.startswith(f"{path}:") for message in messages)


def test_duplicate_keys_and_ids_are_refused(tmp_path):
    assert mistakes(tmp_path, ("title: Mine", "title: Mine\ntitle: Yours")) == [
        "4:1: the key 'title' stands twice, first in line 3; keep one of them"
    ]
    path = written(tmp_path, GOOD + GOOD[GOOD.index("  - id: L01") :])
    with pytest.raises(ManyErrors, match=r":26:9: the id 'L01' is taken, in line 10"):
        load_rubric(path)


def test_a_rubric_without_criteria_is_refused(tmp_path):
    text = GOOD[: GOOD.index("criteria:")] + "criteria: []\n"
    with pytest.raises(ManyErrors, match="'criteria' is empty"):
        load_rubric(written(tmp_path, text))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("id: !!python/object/apply:os.system ['true']\n",
         "the tag 'tag:yaml.org,2002:python/object/apply:os.system' is not allowed"),
        ("a: &x [1, 2]\nb: *x\n", "'*x' is an alias"),
        ("a: [1, 2\n", "this is not YAML"),
        ("- 1\n", "the file holds no rubric"),
        ("", "the file holds no rubric"),
        ("a: 1\n---\nb: 2\n", "a second document starts here"),
        ("? [a, b]\n: 1\n", "a key must be plain text"),
        ("a: " + "[" * 40 + "]" * 40 + "\n", "nested more than 12 levels deep"),
    ],
)  # fmt: skip
def test_hostile_yaml_is_refused_in_words(tmp_path, text, said):
    with pytest.raises(ManyErrors) as caught:
        load_rubric(written(tmp_path, text))
    assert any(said in message for message in caught.value.messages)


def test_an_anchor_bomb_is_refused_at_once(tmp_path):
    bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n" + "".join(
        f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]\n" for n in range(1, 12)
    )
    began = time.monotonic()
    with pytest.raises(ManyErrors):
        load_rubric(written(tmp_path, bomb))
    assert time.monotonic() - began < 2


def test_a_file_that_is_too_large_or_not_utf8_is_refused(tmp_path):
    assert "larger than 2 MiB" in read_positioned(b"#" * (MOST_BYTES + 1)).mistakes[0].message
    wrong = read_positioned("title: caf\xe9\n".encode("latin-1")).mistakes[0]
    assert (wrong.line, wrong.column) == (1, 11)
    assert "save the file as UTF-8" in wrong.message


def test_yes_and_no_are_words_and_numbers_stay_exact():
    read = read_positioned(b"a: no\nb: 0.1\nc: 08\nd: true\ne: 2026-11-22\nf: '1'\n")
    assert {key: str(value) for key, value in read.data.items()} == {
        "a": "no", "b": "0.1", "c": "8", "d": "True", "e": "2026-11-22", "f": "1",
    }  # fmt: skip


def test_an_unknown_name_gets_a_suggestion():
    with pytest.raises(AuditError, match="Did you mean 'national'"):
        load_rubric("nationl")
    with pytest.raises(AuditError, match="There is no rubric file"):
        load_rubric("no/such/rubric.yaml")
    assert "national" in shipped_rubrics()
    assert "law" not in shipped_rubrics()


def test_the_json_schema_beside_the_rubrics_is_the_one_the_models_give():
    shipped_schema = json.loads((shipped("rubrics") / "rubric.schema.json").read_text(encoding="utf-8"))
    assert shipped_schema == rubric_json_schema()
