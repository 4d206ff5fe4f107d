"""The kit: `init`, `rubric new`, `rubric diff`, `rubric crosswalk` and `rubric validity`."""

from __future__ import annotations

import json

import jsonschema
import pytest

from ehcp_audit.rubric import load_rubric


@pytest.fixture
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_init_writes_settings_and_a_rubric_that_work_at_once(cli, here):
    assert cli("init").code == 0
    assert cli("rubric", "check", "our-rubric.yaml").code == 0
    assert "our-rubric.yaml" in cli("config").out
    assert (here / "plans").is_dir()


def test_init_replaces_nothing_unless_told(cli, here):
    (here / "ehcp-audit.yml").write_text("status: draft\n", encoding="utf-8")
    done = cli("init")
    assert done.code == 2
    assert "ehcp-audit.yml: there already" in done.err
    assert (here / "ehcp-audit.yml").read_text(encoding="utf-8") == "status: draft\n"
    assert not (here / "our-rubric.yaml").exists()
    assert cli("init", "--force").code == 0


def test_a_new_rubric_starts_from_the_one_named(cli, here):
    assert cli("rubric", "new", "north-shire", "--extends", "essentials").code == 0
    made = load_rubric("north-shire.yaml")
    assert {one.id for one in load_rubric("essentials").criteria} < {one.id for one in made.criteria}
    assert cli("rubric", "new", "north-shire").code == 2
    assert cli("rubric", "new", "North Shire").code == 2


def test_diff_names_what_changed_and_what_of_it_moves_scores(cli, here):
    (here / "ours.yaml").write_text(
        'id: ours\nversion: "1"\ntitle: Ours\nextends: national\ndrop: [X08]\nchange:\n'
        "  - {id: E07, as: OUT-7, weight: 4}\n  - {id: F03, question: How much?}\n  - {id: F09, tier: should}\n",
        encoding="utf-8",
    )
    done = cli("rubric", "diff", "national", "ours.yaml", "--format", "json")
    changes = {(one["criterion"], one["what"]): one for one in json.loads(done.out)["changes"]}
    assert changes[("E07", "renamed")]["after"] == "OUT-7"
    assert (changes[("E07", "weight")]["before"], changes[("E07", "weight")]["after"]) == ("2", "4")
    assert changes[("E07", "weight")]["moves"] == "score"
    assert changes[("F03", "question")]["moves"] == "nothing"
    assert changes[("F09", "tier")]["moves"] == "gate"
    assert changes[("X08", "removed")]["moves"] == "score"
    assert len(changes) == 5
    assert "Scores can move through: E07, X08." in cli("rubric", "diff", "national", "ours.yaml").out
    assert "Nothing differs" in cli("rubric", "diff", "national", "national").out


def crosswalk(**changes):
    """A sound crosswalk between two shipped rubrics, with some of its lines changed."""
    left, right = load_rubric("education"), load_rubric("health")
    parts = {
        "left": f"{{rubric: education, sha256: {left.sha256}}}",
        "right": f"{{rubric: health, sha256: {right.sha256}}}",
        "first": "{id: NEEDS, label: Needs answered, match: exact, left: {criteria: [B06]},"
        " right: {criteria: [C02], scale: {0: 0, 1: 1/2, 2: 1}}}",
        "second": "{id: ADVICE, label: Advice listed, match: close, left: {criteria: [K01, K02], combine: min},"
        " right: {criteria: [K01]}}",
        "unmapped": "{left: [E06], right: [C03]}",
        **changes,
    }
    return (
        f"crosswalk: {{id: e-h, version: 1, left: {parts['left']}, right: {parts['right']}}}\n"
        f"concepts:\n  - {parts['first']}\n  - {parts['second']}\nunmapped: {parts['unmapped']}\n"
    )


def test_a_sound_crosswalk_says_how_much_of_each_side_it_covers(cli, here):
    (here / "walk.yml").write_text(crosswalk(), encoding="utf-8")
    done = cli("rubric", "crosswalk", "walk.yml", "--format", "json")
    assert done.code == 0, done.err
    walk = json.loads(done.out)
    left = load_rubric("education").criteria
    covered = sum(one.weight for one in left if one.id in ("B06", "K01", "K02")) / sum(one.weight for one in left)
    assert walk["left"]["coverage"] == round(float(covered) * 100, 1)
    assert walk["comparable"] is False
    assert "Under half of one side" in cli("rubric", "crosswalk", "walk.yml").out


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"left": "{rubric: education, sha256: abc}"}, "its sha256 is"),
        ({"left": "{rubric: educaton, sha256: abc}"}, "Did you mean 'education'"),
        ({"first": "{id: NEEDS, match: exact, left: {criteria: [B99]}, right: {criteria: [C02]}}"}, "'B99'"),
        ({"second": "{id: AGAIN, match: exact, left: {criteria: [B06]}, right: {criteria: [K01]}}"}, "mapped already"),
        (
            {"first": "{id: N, match: exact, left: {criteria: [B06], scale: {0: 1, 1: 0}}, right: {criteria: [C02]}}"},
            "a better grade never earns less",
        ),
        ({"first": "{id: N, match: same, left: {criteria: [B06]}, right: {criteria: [C02]}}"}, "'match' may be exact"),
        ({"unmapped": "{left: [B06]}"}, "mapped above and unmapped here"),
    ],
)
def test_every_mistake_in_a_crosswalk_is_named_with_its_line(cli, here, changes, said):
    (here / "walk.yml").write_text(crosswalk(**changes), encoding="utf-8")
    done = cli("rubric", "crosswalk", "walk.yml")
    assert done.code == 2
    assert said in done.err
    assert "walk.yml:" in done.err


ROWS = [
    {"id": "1", "text": "By July 2027 Sam will order lunch on four days out of five.", "time_bound": True},
    {"id": "2", "text": "Sam will sit by the window.", "time_bound": False},
    {"id": "3", "text": "Sam will swim one day.", "time_bound": True},
    {"id": "4", "text": "Sam will swim soon.", "time_bound": True, "contested": ["time_bound"]},
    {"id": "5", "text": "Support as required.", "quantified": False, "who": False, "overall": "vague"},
    {"id": "6", "criterion": "E07", "text": "Sam will read.", "verdict": "not met"},
]


def test_validity_measures_each_label_and_leaves_the_contested_ones_out(cli, here):
    (here / "rows.jsonl").write_text("\n".join(map(json.dumps, ROWS)), encoding="utf-8")
    done = cli("rubric", "validity", "rows.jsonl", "--format", "json")
    labels = {one["label"]: one for one in json.loads(done.out)["labels"]}
    bound = labels["time_bound"]
    assert (bound["n"], bound["contested"], bound["both"], bound["only_person"]) == (3, 1, 1, 1)
    assert bound["precision"]["value"] == 1.0
    assert bound["recall"]["value"] == 0.5
    assert bound["f1"]["value"] == pytest.approx(2 / 3)
    low, high = bound["f1"]["ci"]
    assert low < 2 / 3 < high
    assert bound["kappa"] == pytest.approx(0.4)
    assert [one["id"] for one in bound["disagreements"]] == ["3"]
    assert labels["E07: not met"]["both"] == 1
    assert labels["overall: vague"]["kappa"] is None
    shown = cli("rubric", "validity", "rows.jsonl").out
    assert "1 contested labels were left out." in shown
    assert "person: yes, rules: no  Sam will swim one day." in shown


def test_rows_that_are_none_are_all_named(cli, here):
    (here / "rows.jsonl").write_text('{"text": 1}\nnonsense\n{"text": "Sam will read."}\n', encoding="utf-8")
    done = cli("rubric", "validity", "rows.jsonl")
    assert done.code == 2
    assert "rows.jsonl:1:1" in done.err
    assert "rows.jsonl:2:1" in done.err


def test_what_the_kit_prints_has_the_shape_that_schema_says(cli, here):
    (here / "walk.yml").write_text(crosswalk(), encoding="utf-8")
    (here / "rows.jsonl").write_text("\n".join(map(json.dumps, ROWS)), encoding="utf-8")
    for name, arguments in {
        "rubric-diff": ("diff", "national", "example-authority"),
        "crosswalk": ("crosswalk", "walk.yml"),
        "validity": ("validity", "rows.jsonl"),
    }.items():
        schema = json.loads(cli("schema", name).out)
        jsonschema.validate(json.loads(cli("rubric", *arguments, "--format", "json").out), schema)
