"""The same plans by two rubrics: their scores on shared concepts, where the crosswalk covers enough."""

from __future__ import annotations

import json
from dataclasses import replace

import judged_runs
import pytest

from ehcp_audit.comparison.groups import Source
from ehcp_audit.comparison.pairs import shared_scores
from ehcp_audit.judgements import Kept, keep, read_judgements
from ehcp_audit.model import Judgement
from ehcp_audit.rubric.crosswalk import Concept, Crosswalk, Side
from ehcp_audit.runs import read_run

IDS = ["X01", "A01", "B02", "E02", "E07", "F04", "F05", "G01", "K02"]


def walk(ids, match="exact", rest="none"):
    """These criteria as concepts; the others under another match, so that nothing of them is compared."""
    made = judged_runs.rubric()
    concepts = tuple(
        Concept(one.id, one.id, match if one.id in ids else rest, Side((one.id,)), Side((one.id,)))
        for one in made.criteria
    )
    return Crosswalk("w", "1", made, made, concepts)


@pytest.fixture
def two(tmp_path):
    """Two authorities on the same twelve plans: the second finds E07 not met where the first finds it met."""
    sources = []
    for name, said in (("left", "met"), ("right", "not met")):
        folder = judged_runs.run_folder(tmp_path / name, 12, ids="E")
        grades = [
            Judgement(f"P{n:02}", id, "AB", "first", True, said if id == "E07" else "met")
            for n in range(1, 13)
            for id in IDS
        ]
        keep(folder, Kept(tuple(grades)))
        sources.append(Source(name, read_run(folder), judged_runs.rubric(), read_judgements(folder)))
    return sources


def test_plans_in_both_have_a_score_on_each_side(two):
    pairs = shared_scores(walk(IDS[:5]), *two, judged=True)
    assert pairs[0] == ("P01", 100.0, 80.0)
    assert len(pairs) == 12
    assert shared_scores(walk(IDS[:5], match="broad"), *two, judged=True) == ()


def test_below_half_of_a_sides_weight_there_is_no_score(two):
    assert shared_scores(walk(IDS[:4]), *two, judged=True) == ()


def test_other_plans_are_not_paired(two, tmp_path):
    folder = judged_runs.run_folder(tmp_path / "other", 12, ids="F")
    run = read_run(folder)
    run = replace(run, inputs={key: value[::-1] for key, value in run.inputs.items()})
    other = Source("other", run, judged_runs.rubric(), Kept())
    assert shared_scores(walk(IDS), two[0], other, judged=False) == ()
    assert shared_scores(walk(IDS), two[0], two[1], judged=False)


def test_the_command_says_how_far_the_two_sides_agree(cli, tmp_path):
    folders = []
    for name, last in (("left", 3), ("right", 6)):
        folder = judged_runs.national_run(tmp_path / name, 12)
        cards = read_run(folder).scorecards
        said = [
            Judgement(card.reference, one.id, "AB", "first", True, "not met" if place < last + n % 3 else "met")
            for n, card in enumerate(cards)
            for place, one in enumerate(card.criteria)
        ]
        keep(folder, Kept(tuple(said)))
        folders.append(folder)
    sha = read_run(folders[0]).rubric.sha256
    side = f'{{rubric: national, sha256: "{sha}"}}'
    ids = [one.id for one in read_run(folders[0]).scorecards[0].criteria]
    concepts = "".join(
        f"  - {{id: C{id}, match: exact, left: {{criteria: [{id}]}}, right: {{criteria: [{id}]}}}}\n" for id in ids
    )
    path = tmp_path / "walk.yml"
    path.write_text(
        f"crosswalk: {{id: x, version: 1, left: {side}, right: {side}}}\nconcepts:\n{concepts}", encoding="utf-8"
    )
    done = cli("compare", *folders, "--judged", "--crosswalk", path)
    assert done.code == 0, done.err
    assert "Plans in both: 12. left less right: +3.3 points" in done.out
    found = json.loads(cli("compare", *folders, "--judged", "--crosswalk", path, "--format", "json").out)["shared"]
    assert found["plans"] == 12
    icc, apart = found["statistics"]
    assert apart["value"] == pytest.approx(100 * 3 / len(ids))
    assert icc["params"] == {"form": "2,1"}
    assert 0 < icc["value"] < 0.5
