"""Bytes changed at random in good inputs end in an answer or in a sentence of ours, never in a traceback (F14)."""

from __future__ import annotations

import random

import pytest

from ehcp_audit.caseload import read_caseload
from ehcp_audit.errors import AuditError, UnreadableError
from ehcp_audit.reading import Reader
from ehcp_audit.rubric import load_rubric
from ehcp_audit.sharing import check_pack
from ehcp_audit.workbooks import open_workbook


def mutated(data, draw):
    """Some bytes changed, a piece cut out, doubled or put elsewhere."""
    made = bytearray(data)
    for _ in range(draw.randrange(1, 6)):
        at = draw.randrange(len(made))
        length = draw.randrange(1, 40)
        how = draw.randrange(4)
        if how == 0:
            made[at] = draw.randrange(256)
        elif how == 1:
            del made[at : at + length]
        elif how == 2:
            made[at:at] = made[at : at + length]
        else:
            made[at : at + length] = bytes(draw.randrange(256) for _ in range(length))
        if not made:
            made = bytearray(b"x")
    return bytes(made)


def read_mutations(samples, tmp_path, count, seed):
    draw = random.Random(seed)  # noqa: S311
    sources = [samples / "03-key-stage-1-columns.docx", samples / "03-key-stage-1-columns.pdf"]
    kinds, reasons = set(), []
    with Reader(seconds=30) as reader:
        for number in range(count):
            source = sources[number % 2]
            path = tmp_path / f"mutated{source.suffix}"
            path.write_bytes(mutated(source.read_bytes(), draw))
            try:
                assert reader.read(path).stretches
                kinds.add("read")
            except UnreadableError as error:
                kinds.add(error.kind)
                reasons.append(error.reason)
    assert all(one.endswith((".", ")")) for one in reasons)
    return kinds


def test_mutated_plans_are_read_or_refused_by_kind(samples, tmp_path):
    kinds = read_mutations(samples, tmp_path, 40, "default")
    assert "read" in kinds
    assert not kinds & {"crashed", "timed_out", "out_of_memory"}


@pytest.mark.soak
def test_ten_thousand_mutated_plans(samples, tmp_path):
    kinds = read_mutations(samples, tmp_path, 10_000, "soak")
    assert not kinds & {"timed_out", "out_of_memory"}


def tables(tmp_path, samples):
    from ehcp_audit.workbooks import new_workbook, workbook_bytes

    book = new_workbook("t")
    sheet = book.create_sheet("t")
    for row in (("id", "name", "issued"), ("1", "Ada Example", "12/03/2026"), ("2", "Bo Example", "13/03/2026")):
        sheet.append(row)
    csv = "id,name,issued\n1,Ada Example,12/03/2026\n2,Bo Example,13/03/2026\n"
    yield "caseload.csv", csv.encode(), read_caseload
    yield "caseload.xlsx", workbook_bytes(book), read_caseload
    yield "back.xlsx", workbook_bytes(book), open_workbook
    yield (
        "rubric.yaml",
        (samples.parent / "rubrics" / "national.yaml").read_bytes()[:6000],
        lambda path: load_rubric(str(path)),
    )
    yield "pack.zip", workbook_bytes(book), lambda path: check_pack(path.read_bytes())


def mutate_tables(samples, tmp_path, count, seed):
    draw = random.Random(seed)  # noqa: S311
    ended = {}
    for name, data, read in tables(tmp_path, samples):
        for _ in range(count):
            path = tmp_path / name
            path.write_bytes(mutated(data, draw))
            try:
                read(path)
                ended.setdefault(name, set()).add("read")
            except AuditError:
                ended.setdefault(name, set()).add("refused")
    return ended


def test_mutated_tables_rubrics_and_packs_end_in_a_sentence(samples, tmp_path):
    ended = mutate_tables(samples, tmp_path, 25, "default")
    assert len(ended) == 5
    assert all("refused" in how for how in ended.values())


@pytest.mark.soak
def test_two_thousand_of_each(samples, tmp_path):
    mutate_tables(samples, tmp_path, 2000, "soak")
