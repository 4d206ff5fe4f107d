"""The README does what it says: every command that it shows is run, as it stands there."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")

FIRST = (
    "python3 -m venv .venv && .venv/bin/python -m pip install . && "
    ".venv/bin/ehcp-audit batch sample_plans -o dip-sample"
)
SECOND = (
    'python3 -m venv .venv-test && .venv-test/bin/python -m pip install -e ".[test]" && .venv-test/bin/python -m pytest'
)


def code_blocks(text: str) -> list[tuple[str, str]]:
    return re.findall(r"^```(\w*)\n(.*?)^```$", text, flags=re.M | re.S)


def section(title: str) -> str:
    return README.split(f"## {title}\n")[1].split("\n## ")[0]


def shown_commands(text: str) -> list[list[str]]:
    """Every ehcp-audit command of the code blocks, as arguments; on Windows paths too."""
    commands = []
    for _, block in code_blocks(text):
        for line in block.splitlines():
            for part in re.split(r"&&|;", line):
                if "ehcp-audit" not in part:
                    continue  # a rubric's lines, a table's: no command of ours
                words = shlex.split(part.strip().replace("\\", "/"), comments=True)
                if words and words[0].endswith("ehcp-audit"):
                    commands.append(words[1:])
    return commands


COMMANDS = shown_commands(README)


def test_start_is_exactly_two_commands():
    blocks = [block for language, block in code_blocks(section("Start")) if language == ""]
    assert len(blocks) == 1
    assert blocks[0].splitlines() == [FIRST, SECOND]


def test_the_way_in_says_what_it_is_and_that_nothing_leaves():
    opening = README.split("## Start")[0]
    assert "audit officers, caseworkers and moderators" in opening
    assert "nothing ever leaves the machine" in opening


def test_ci_runs_the_second_command_from_the_readme():
    """.ci/run takes the command out of the README; its awk is run here, and the rest is not."""
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    extraction = re.search(r"command=\$\((awk '.*?' README\.md)\)", script, flags=re.S)
    assert extraction is not None
    done = subprocess.run(["bash", "-c", extraction[1]], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == SECOND
    assert "rm -rf .venv-test" in script


def test_the_pictures_are_there():
    pictures = re.findall(r"!\[([^\]]+)\]\(([^)]+)\)", README)
    assert len(pictures) == 2
    for alternative, path in pictures:
        assert len(alternative) > 20
        assert (ROOT / path).is_file()


@pytest.mark.parametrize(
    "page",
    [
        "README.md",
        "CONTRIBUTING.md",
        "SECURITY.md",
        *(f"docs/{path.name}" for path in sorted((ROOT / "docs").glob("*.md"))),
    ],
)
def test_links_lead_somewhere(page):
    text = (ROOT / page).read_text(encoding="utf-8")
    for target in re.findall(r"\]\(([^)#]+)\)", text):
        if "://" not in target:
            assert ((ROOT / page).parent / target).is_file(), f"{page} links to {target}"


def test_every_role_has_its_commands():
    assert len(COMMANDS) >= 15
    assert {command[0] for command in COMMANDS} >= {
        "check",
        "batch",
        "explain",
        "wording",
        "rules",
        "extract",
        "doctor",
    }


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Path:
    """A folder with what the commands name: a draft, folders of plans, a caseload, a rubric."""
    folder = tmp_path_factory.mktemp("desk")
    words = sorted((ROOT / "sample_plans").glob("*.docx"))
    shutil.copy(words[0], folder / "draft.docx")
    shutil.copy(words[0], folder / "draft-2.docx")
    (folder / "passwords.txt").write_text("kestrel lantern\n", encoding="utf-8")
    for name in ("drafts", "plans"):
        (folder / name).mkdir()
        for path in words[:2]:
            shutil.copy(path, folder / name)
    (folder / "sample_plans").mkdir()
    for path in sorted((ROOT / "sample_plans").iterdir()):
        if path.suffix in (".docx", ".pdf"):
            shutil.copy(path, folder / "sample_plans")
    rows = [f"{number},{path.name},North,primary,new" for number, path in enumerate(words[:2], 1)]
    heads = "id,file,team,phase,plan_type"
    (folder / "caseload.csv").write_text("\n".join([heads, *rows]) + "\n", encoding="utf-8")
    shutil.copy(ROOT / "rubrics" / "national.yaml", folder / "our-rubric.yaml")
    shutil.copy(ROOT / "tests" / "wording" / "last_outcomes.jsonl", folder / "labelled.jsonl")
    (folder / "advice").mkdir()
    shutil.copy(words[1], folder / "advice" / "report.docx")
    walk = (ROOT / "docs" / "rubrics.md").read_text(encoding="utf-8")
    criterion = re.findall(r"```yaml\n(.*?)```", walk, flags=re.S)[0]
    head = 'id: exampleshire\nversion: "1"\ntitle: Exampleshire\nextends: national\ncriteria:\n'
    (folder / "exampleshire.yaml").write_text(head + criterion, encoding="utf-8")
    grades = [
        f"{plan},{rater},{grade}"
        for plan, pair in enumerate(("33", "23", "44"), 1)
        for rater, grade in zip("AB", pair, strict=True)
    ]
    (folder / "ratings.csv").write_text("\n".join(["unit,rater,grade", *grades]) + "\n", encoding="utf-8")
    return folder


def made_again(command: list[str], desk: Path) -> list[str]:
    """The command as it is shown; where its output is there from another one, with --force."""
    if command[:2] == ["rubric", "new"]:  # the one that it makes is on the desk as the walk leaves it
        return [*command, "-o", f"{command[2]}-again.yaml"]
    there = any(flag in command and (desk / command[command.index(flag) + 1]).exists() for flag in ("-o", "--marked"))
    return [*command, "--force"] if there else command


@pytest.mark.parametrize("command", COMMANDS, ids=[" ".join(command) for command in COMMANDS])
def test_a_shown_command_does_its_work(command, desk, process):
    done = process(*made_again(command, desk), cwd=desk)
    assert done.code in (0, 1, 3), done.err
    if command[0] not in ("check", "batch"):
        assert done.code == 0, done.err
    assert done.out
    assert "Traceback" not in done.err


DOCUMENTED = [
    (page.name, command)
    for page in sorted((ROOT / "docs").glob("*.md"))
    if page.name != "commands.md"
    for command in shown_commands(page.read_text(encoding="utf-8"))
    if command not in COMMANDS
]


@pytest.mark.parametrize(
    ("page", "command"), DOCUMENTED, ids=[f"{page}: {' '.join(words)}" for page, words in DOCUMENTED]
)
def test_a_command_of_the_manual_does_its_work(page, command, desk, process):
    done = process(*made_again(command, desk), cwd=desk)
    assert done.code in (0, 1, 3), done.err
    assert done.out or "-o" in command  # what goes to a file is not said again


def test_every_page_of_the_manual_is_linked_from_the_readme_or_from_a_page_that_is():
    pages = {path.name: path.read_text(encoding="utf-8") for path in (ROOT / "docs").glob("*.md")}
    found = {name for name in pages if f"docs/{name}" in README}
    found |= {name for name in pages for page in found if f"({name}" in pages[page]}
    assert set(pages) - found == set()
