"""The caseload: columns mapped, every bad row named by number, nothing guessed."""

from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook

from ehcp_audit.caseload import british_date, read_caseload
from ehcp_audit.errors import AuditError, ManyErrors
from ehcp_audit.joining import joined


@pytest.fixture
def caseload(tmp_path):
    def write(text, mapping=None, encoding="utf-8"):
        path = tmp_path / "caseload.csv"
        path.write_bytes(text.encode(encoding))
        if mapping is not None:
            (tmp_path / "caseload.yml").write_text(mapping, encoding="utf-8")
        return path

    return write


def test_a_row_is_read_with_its_number_types_and_extra_columns(caseload):
    got = read_caseload(
        caseload("Id,File,Team,Year Group,Issued,Locality\n0071,a.docx,North,Year 9,15/06/2026,Keighley\n")
    )
    (row,) = got.rows
    assert (row.number, row.id, row.file, row.team, row.year_group) == (2, "0071", "a.docx", "North", 9)
    assert (row.issued, row.extra) == (date(2026, 6, 15), (("Locality", "Keighley"),))
    assert got.refused == ()
    assert got.row("0071") is row


@pytest.mark.parametrize(
    ("text", "encoding"),
    [("id;team\n1;Zoë\n", "cp1252"), ("\ufeffid,team\n1,Zoë\n", "utf-8"), ("id,team\r\n1,Zoë\r\n", "utf-8")],
)
def test_excel_exports_of_every_kind_are_read(caseload, text, encoding):
    assert read_caseload(caseload(text, encoding=encoding)).rows[0].team == "Zoë"


def test_an_excel_caseload_is_read(tmp_path):
    book = Workbook()
    book.active.append(["id", "issued", "year_group"])
    book.active.append(["EHC-1", date(2026, 6, 15), 9])
    book.active.append([1.23456e20, None, None])
    book.save(tmp_path / "caseload.xlsx")
    got = read_caseload(tmp_path / "caseload.xlsx")
    assert (got.rows[0].issued, got.rows[0].year_group) == (date(2026, 6, 15), 9)
    assert [number for number, _ in got.refused] == [3]


def test_every_bad_row_is_named_by_number_and_the_others_stand(caseload):
    got = read_caseload(
        caseload(
            "id,issued,year_group\n"
            "1,15/06/2026,9\n"
            "1.23E+11,,\n"
            ",15/06/2026,\n"
            "\n"
            "4,06/15/2026,\n"
            "5,15/06/26,banana\n"
            "6,,\n"
            "6,,\n"
            "7,,,stray\n"
            "####,,\n"
        )
    )
    assert [row.id for row in got.rows] == ["1"]
    assert [number for number, _ in got.refused] == [3, 4, 6, 7, 8, 9, 10, 11]
    reasons = dict(got.refused)
    assert "damaged by a spreadsheet" in reasons[3]
    assert "id is blank" in reasons[4]
    assert "does not exist as day/month/year" in reasons[6]
    assert "no year of four digits" in reasons[7]
    assert "year_group is not" in reasons[7]
    assert reasons[8] == reasons[9] == "id stands in rows 8 and 9; keep one"
    assert "more cells" in reasons[10]
    assert got.doubled == ((8, 9),)


def test_no_reason_holds_the_words_of_a_cell(caseload):
    got = read_caseload(caseload("id,name,issued,year_group\n1,Aisha,Aisha,Aisha\n"))
    assert "Aisha" not in got.refused[0][1]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("15/06/2026", date(2026, 6, 15)),
        ("5.6.2026", date(2026, 6, 5)),
        ("05-06-2026", date(2026, 6, 5)),
        ("15 June 2026", date(2026, 6, 15)),
        ("1st Sept 2026", date(2026, 9, 1)),
        ("15-Jun-2026", date(2026, 6, 15)),
        ("2026-06-15", date(2026, 6, 15)),
        ("2026-06-15 00:00:00", date(2026, 6, 15)),
    ],
)
def test_dates_are_british(text, wanted):
    assert british_date(text) == wanted


@pytest.mark.parametrize(
    "text", ["06/15/2026", "31/02/2026", "15/06/26", "45458", "June 15, 2026", "15 Juin 2026", "soon", "1/1/1066", ""]
)
def test_what_is_no_british_date_is_refused(text):
    with pytest.raises(ValueError, match=r"^(is|does|has|names) "):
        british_date(text)


@pytest.mark.parametrize(
    ("text", "group"),
    [("9", 9), ("Y9", 9), ("Year 13", 13), ("R", 0), ("Reception", 0), ("N2", -1), ("-1", -1), ("", None)],
)
def test_year_groups_have_one_scale(caseload, text, group):
    assert read_caseload(caseload(f"id,year_group\n1,{text}\n")).rows[0].year_group == group


def test_a_mapping_says_which_column_is_which(caseload):
    path = caseload("Case ref,Officer team\nK1,West\n", "id: case REF\nteam: Officer team\n")
    got = read_caseload(path)
    assert (got.rows[0].id, got.rows[0].team, got.rows[0].extra) == ("K1", "West", ())


def test_mistakes_in_a_mapping_come_all_at_once_with_line_and_suggestion(caseload):
    path = caseload("Case ref,Team\nK1,West\n", "id: Case reff\nteem: Team\nteam: Team\nteam: Team\n")
    with pytest.raises(ManyErrors) as caught:
        read_caseload(path)
    first, second, third = caught.value.messages
    assert "caseload.yml:1:1" in first
    assert "Did you mean 'Case ref'?" in first
    assert "caseload.yml:2:1" in second
    assert "Did you mean 'team'?" in second
    assert "caseload.yml:4:1" in third


def test_an_explicit_mapping_wins_over_the_one_beside(caseload, tmp_path):
    path = caseload("a,b\n1,2\n", "id: a\n")
    other = tmp_path / "other.yml"
    other.write_text("id: b\n")
    assert read_caseload(path, other).rows[0].id == "2"
    assert read_caseload(path, id_column="B").rows[0].id == "2"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "is empty"),
        ("plan,team\n1,x\n", "no column 'id'"),
        ("id,Team,team\n1,x,y\n", "two columns"),
    ],
)
def test_a_table_that_is_no_caseload_is_refused(caseload, text, words):
    with pytest.raises(AuditError, match=words):
        read_caseload(caseload(text))


def files(*names):
    return [Path("plans") / name for name in names]


def test_a_file_is_joined_by_the_file_column_else_by_its_id_as_a_whole_token(caseload):
    got = read_caseload(caseload("id,file\n1,Old Name.DOCX\n12,\nEHC-12,\n7,sub/plan.docx\n99,gone.docx\n5,\n"))
    paths = files(
        "old name.docx", "case 12 final.pdf", "EHC-12.docx", "sub/plan.docx", "123.docx", "5 a.docx", "5 b.docx"
    )
    found = {path.name: row.id for path, row in joined(got, paths).items()}
    assert found == {"old name.docx": "1", "EHC-12.docx": "EHC-12", "plan.docx": "7"}


def test_the_longest_id_takes_the_file(caseload):
    got = read_caseload(caseload("id\n12\nEHC-12\n"))
    assert [row.id for row in joined(got, files("EHC-12.docx")).values()] == ["EHC-12"]


def test_part_of_a_token_is_no_id(caseload):
    got = read_caseload(caseload("id\n12\nEHC 7\n"))
    assert joined(got, files("2012.docx", "plan12.docx", "EHC-7.docx")) == {}
