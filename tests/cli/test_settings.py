"""Where a setting's value comes from, and what is refused."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from ehcp_audit.cli import settings
from ehcp_audit.errors import AuditError, ManyErrors


@pytest.fixture(autouse=True)
def desk(tmp_path, monkeypatch):
    """A working folder with no settings above it that anyone made."""
    folder = tmp_path / "authority" / "team" / "desk"
    folder.mkdir(parents=True)
    monkeypatch.chdir(folder)
    settings.name_file(None)
    yield folder
    settings.name_file(None)


def put(folder: Path, text: str, name: str = settings.FILE_NAME) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_each_place_wins_over_those_below_it(desk, monkeypatch, tmp_path):
    user = settings.user_folder()
    user.mkdir(parents=True)
    steps = [
        ("built in", lambda: None, None),
        ("user", lambda: put(user, "fail_under: 1\n"), 1.0),
        ("above", lambda: put(desk.parent, "fail_under: 2\n"), 2.0),
        ("nearest", lambda: put(desk, "fail_under: 3\n"), 3.0),
        ("named", lambda: settings.name_file(str(put(tmp_path, "fail_under: 4\n", "mine.yml"))), 4.0),
        ("environment", lambda: monkeypatch.setenv("EHCP_AUDIT_FAIL_UNDER", "5"), 5.0),
    ]
    for name, add, expected in steps:
        add()
        assert settings.setting("fail_under") == expected, name
    assert settings.setting("fail_under", "6") == 6.0


def test_a_value_says_where_it_came_from(desk, monkeypatch):
    put(desk, "jobs: 3\n\nfail_on: should\n")
    monkeypatch.setenv("EHCP_AUDIT_RUBRIC", "local")
    assert settings.origin("jobs").source.endswith("ehcp-audit.yml:1")
    assert settings.origin("fail_on").source.endswith("ehcp-audit.yml:3")
    assert settings.origin("rubric").source == "EHCP_AUDIT_RUBRIC"
    assert settings.origin("read_mib").source == "built in"
    assert settings.origin("jobs", "2").source == "--jobs"


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("as_of", "2026-11-20", date(2026, 11, 20)),
        ("select", "E07, F", ("E07", "F")),
        ("scorecards", "false", False),
        ("fail_under", "80%", 80.0),
        ("year_group", "-1", -1),
        ("read_seconds", "2.5", 2.5),
    ],
)
def test_text_becomes_a_value(name, text, value):
    assert settings.setting(name, text) == value


def test_yaml_values_are_understood_like_flags(desk):
    put(desk, "as_of: 2026-11-20\nselect: [E07, F]\nscorecards: no\nfail-under: 80\n")
    assert settings.setting("as_of") == date(2026, 11, 20)
    assert settings.setting("select") == ("E07", "F")
    assert settings.setting("scorecards") is False
    assert settings.setting("fail_under") == 80.0


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("fail_under", "101", "--fail-under takes a number from 0 to 100, not '101'."),
        ("fail_under", "high", "--fail-under takes a number from 0 to 100, not 'high'."),
        ("year_group", "9.5", "--year-group takes a whole number from -2 to 15, not '9.5'."),
        ("as_of", "20/11/2026", "--as-of takes a date written like 2026-11-20, not '20/11/2026'."),
        ("status", "finl", "--status takes auto, draft, final, not 'finl'. Did you mean 'final'?"),
        ("jobs", "0", "--jobs takes a whole number from 1 to 256, not '0'."),
    ],
)
def test_a_bad_value_is_refused_with_what_is_allowed(name, text, said):
    with pytest.raises(AuditError) as refused:
        settings.setting(name, text)
    assert str(refused.value) == said


def test_a_bad_variable_is_named(monkeypatch):
    monkeypatch.setenv("EHCP_AUDIT_JOBS", "many")
    with pytest.raises(AuditError, match="EHCP_AUDIT_JOBS takes a whole number"):
        settings.setting("jobs")


def test_mistakes_in_a_file_come_all_at_once_with_their_places(desk):
    path = put(desk, "rubrik: national\njobs: many\nfail_under: 80\nfail_under: 70\n")
    with pytest.raises(ManyErrors) as refused:
        settings.setting("read_mib")
    assert refused.value.messages == (
        f"{path}:1:1: there is no setting 'rubrik'. Did you mean 'rubric'?",
        f"{path}:2:1: 'jobs' takes a whole number from 1 to 256, not 'many'.",
        f"{path}:4:1: 'fail_under' is set twice. Keep one of the two lines.",
    )


@pytest.mark.parametrize("text", ["- a\n- b\n", "rubric: [\n", "just words"])
def test_a_file_that_is_no_settings_is_refused(desk, text):
    path = put(desk, text)
    with pytest.raises(ManyErrors) as refused:
        settings.setting("rubric")
    assert str(refused.value).startswith(str(path))


def test_an_empty_file_sets_nothing(desk):
    put(desk, "# nothing yet\n")
    assert settings.origin("rubric").source == "built in"


def test_paths_in_a_file_start_from_its_folder(desk):
    put(desk.parent, "caseload: lists/caseload.csv\nrubric: ours.yaml\n")
    assert Path(settings.setting("caseload")) == desk.parent / "lists" / "caseload.csv"
    assert Path(settings.setting("rubric")) == desk.parent / "ours.yaml"


def test_a_named_file_must_be_there():
    with pytest.raises(AuditError, match="There is no settings file"):
        settings.name_file("nowhere.yml")


def test_a_format_from_a_file_applies_where_it_is_known(desk):
    put(desk, "format: csv\n")
    assert settings.choose_format(None, ("terminal", "csv")) == "csv"
    assert settings.choose_format(None, ("text", "json")) == "text"
    with pytest.raises(AuditError, match="--format takes text, json"):
        settings.choose_format("csv", ("text", "json"))


def test_config_prints_each_value_and_where_it_came_from(cli, desk, monkeypatch):
    put(desk, "rubric: national\n")
    monkeypatch.setenv("EHCP_AUDIT_FAIL_UNDER", "75")
    done = cli("config")
    lines = {line.split()[0]: line for line in done.out.splitlines()}
    assert done.code == 0
    assert set(lines) == set(settings.SETTINGS)
    assert lines["rubric"].endswith("ehcp-audit.yml:1")
    assert lines["fail_under"].split()[1:] == ["75", "EHCP_AUDIT_FAIL_UNDER"]
    assert lines["jobs"].endswith("built in")
    assert "ehcp-audit.yml" in done.err
