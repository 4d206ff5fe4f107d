"""What `init` and `rubric new` write: files to start from, with comments that say what to change."""

from __future__ import annotations

from ehcp_audit.rubric.schema import Rubric

SETTINGS = """\
# Settings of ehcp-audit for this folder and all below it. Take the # off a line to use it.
# Who wins: an option on the command line, then EHCP_AUDIT_* variables, then this file, then your own file.
# 'ehcp-audit config' shows every setting, its value and where it came from.

rubric: {rubric}            # a rubric that ships, or a .yaml file beside this one
# status: auto              # auto, draft or final: whether plans are drafts; auto reads it from the plan
# year_group: 9             # where the plans do not say
# fail_on: must             # must, should or never: what makes 'check' end with exit code 1
# fail_under: 75            # and below which percentage
# ignore: [X08]             # criteria to leave out, by id or how they start
# section: [E, F]           # only these sections
# caseload: caseload.xlsx   # for batch and sample: one row a plan
# jobs: 2                   # how many plans batch works on at once
# ocr: off                  # leave scans unread where Tesseract is installed
# read_seconds: 30          # how long reading one plan may take
"""

_RUBRIC = """\
# yaml-language-server: $schema={schema}
# {title}
#
# This rubric takes everything from '{base}' and says only what is different. Try it after every change:
#     ehcp-audit rubric check {file}
#     ehcp-audit rubric diff {base} {file}
# An editor that knows YAML schemas (VS Code with the YAML extension) checks it while you type.
id: {id}
version: "1.0"           # raise it whenever you change anything: reports carry it
title: {title}
extends: {base}

# drop: [X08, B02]       # criteria of {base} to leave out: ids, or how they start
# keep: [E, F]           # or: only these

# scales: [0-10]         # percentage, grades, 0-10, 1-5, met-partly-not, gate
# non_negotiables: [E07] # what no plan may leave without

# change:                # criteria of {base}, with other weights, words or ids
#   - id: E07
#     as: {prefix}-07
#     weight: 3

criteria:
  # A wording rule of your own: no programming. Change the words, then the examples, which are its tests.
  - id: {prefix}-01
    section: F
    question: Is the word "input" avoided in the provision?
    tier: local          # must: law. should: the Code. local: your own standard
    basis: Our writing guide, page 1
    mode: automatic      # a rule decides; 'assisted': it shows the words, and a person decides
    check: wording.avoids
    options:
      phrases: [input, inputs]
    weight: 1
    when_absent: not met # what follows when section F is missing or blank
    act: writer          # who can put it right: writer, advice-giver or panel
    guidance:
      looks_for: The word "input" in a line of section F.
      why: Nobody can tell what input is, or whether it happened.
      good: '"A speech and language therapist sees Ana for 30 minutes each week."'
      cannot_know: Other words that say as little.
    examples:
      met:
        - A speech and language therapist sees Ana for 30 minutes each week.
        - Ana types her answers into a tablet with large keys.
      not met:
        - Speech therapy input each term.
        - Regular inputs from the outreach team.
"""


def new_rubric(id: str, base: Rubric, *, base_name: str, file: str) -> str:
    """A rubric to edit that extends `base`, with one wording criterion of its own that already works."""
    prefix = "".join(word[0] for word in id.split("-")).upper() or "L"
    if len(prefix) < 2:
        prefix = id[:3].upper().strip("-")
    taken = {criterion.id for criterion in base.criteria}
    while f"{prefix}-01" in taken:
        prefix += "X"
    return _RUBRIC.format(
        id=id,
        base=base_name,
        file=file,
        prefix=prefix,
        title=f"{id.replace('-', ' ').capitalize()} rubric",
        schema="rubric.schema.json",
    )
