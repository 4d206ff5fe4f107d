"""The labelled sentences: the rules agree with a careful annotator at least this well, label by label.

`outcomes` and `provision` are a sample of published wording; the others are ours, labelled by the same protocol
(docs/validity.md says which were unseen when they were first run). A row's contested labels are left out.
"""

import json
from pathlib import Path

import pytest

from ehcp_audit.language.outcomes import outcome_wording
from ehcp_audit.language.provision import provision_wording

FOLDER = Path(__file__).parents[1] / "wording"
ASK = {"outcomes": outcome_wording, "provision": provision_wording}
FLOORS = {
    "outcomes": {
        "specific": 0.97,
        "measurable": 0.96,
        "time_bound": 0.99,
        "is_provision": 0.94,
        "is_aspiration": 0.94,
        "person_centred": 0.98,
        "multiple": 0.53,
    },
    "provision": {"specific_type": 0.96, "quantified": 0.97, "who": 0.98},
}


def _rows(kind):
    files = sorted(FOLDER.glob(f"*{kind}*.jsonl"))
    return [json.loads(line) for file in files for line in file.read_text(encoding="utf-8").splitlines()]


def _kappa(pairs):
    grades = {grade for pair in pairs for grade in pair}
    agreed = sum(one == two for one, two in pairs) / len(pairs)
    chance = (
        sum(sum(one == grade for one, _ in pairs) * sum(two == grade for _, two in pairs) for grade in grades)
        / len(pairs) ** 2
    )
    return (agreed - chance) / (1 - chance)


@pytest.mark.parametrize(("kind", "label"), [(kind, label) for kind, floors in FLOORS.items() for label in floors])
def test_f1_of_each_label_keeps_its_floor(kind, label):
    rows = [row for row in _rows(kind) if label not in row.get("contested", [])]
    pairs = [(row[label], getattr(ASK[kind](row["text"]), label)) for row in rows]
    both = sum(one and two for one, two in pairs)
    f1 = 2 * both / (sum(one for one, _ in pairs) + sum(two for _, two in pairs))
    assert f1 >= FLOORS[kind][label]


@pytest.mark.parametrize(("kind", "floor"), [("outcomes", 0.95), ("provision", 0.91)])
def test_the_overall_grade_agrees_with_the_annotator(kind, floor):
    rows = [row for row in _rows(kind) if "overall" not in row.get("contested", [])]
    assert _kappa([(row["overall"], ASK[kind](row["text"]).overall) for row in rows]) >= floor


def test_every_vague_term_of_the_labels_stands_in_its_sentence():
    for kind in ASK:
        for row in _rows(kind):
            assert all(term in row["text"] for term in row.get("vague_terms", [])), row["id"]
