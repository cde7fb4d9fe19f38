"""海南: who keeps the books is asked when they are opened; a province's hospitals have an agency."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from cli import main
from ledger.basis.errors import Refused
from ledger.formats.files import csv_text
from ledger.intake.files import read_file
from ledger.reports.drawing import draw_up
from ledger.reports.kind import ReportAsked
from ledger.reports.registers.hospital_list import hospital_list
from ledger.store.engine import open_engine, reading
from ledger.store.masters import read_books
from ledger.store.policy import read_choices
from ledger.workflow.setup.masters import hospital_headings, import_hospitals, initialise
from tests.cases import only, refusal, refused
from tests.office import FIRST, NAMES, SECOND, Office, Row, codes, raw

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from click.testing import Result

AREA = "460000"
BOOK = f"{AREA}/employee"
READINGS = ("province", "county")


def open_province(office: Office, owner: str) -> None:
    """Open 海南省's books in the office's database."""
    office.desk.operator = "管理员甲"
    initialise(
        office.desk,
        area=AREA,
        name="海南省",
        profile="hainan",
        start="2026-01",
        owner=owner,
        reason="省中心统一核算",
    )


def with_agency(office: Office, agencies: dict[str, str]) -> None:
    """Import the hospitals anew, with their 属地经办机构."""
    office.desk.operator = "制单乙"
    rows: Sequence[Row] = [
        {
            "医疗机构编码": code,
            "名称": NAMES[code],
            "性质": "公立",
            "级别": "二级甲等",
            "收治住院": "是",
            "银行账号": f"6222{code[-8:]}",
            "属地经办机构": agency,
        }
        for code, agency in agencies.items()
    ]
    words = hospital_headings()
    import_hospitals(office.desk, raw([{words[k]: w for k, w in r.items()} for r in rows], "h.csv"))


def application(office: Office, hospital: str) -> Row:
    """Write an application in the province's book."""
    return office.row("application", area=AREA, date="2026-01-05", hospital=hospital, year="2026")


def command(path: Path, *words: str) -> Result:
    """Run a command against a database file."""
    return CliRunner().invoke(main, ["--database", str(path), *words])


INIT = ("init", "--area", AREA, "--name", "海南省", "--profile", "hainan")


def test_without_an_owner_the_books_are_not_opened_and_the_readings_are_told(
    office: Office,
) -> None:
    asked = only(refusal(office, lambda: open_province(office, "")))

    assert asked.code == "CHOICE_MISSING"
    for reading_ in READINGS:
        assert reading_ in asked.message
    assert "prepay init" in asked.remedy
    assert "--owner province" in asked.remedy


def test_an_owner_that_no_reading_names_is_refused(office: Office) -> None:
    assert codes(refusal(office, lambda: open_province(office, "city"))) == ["READING_UNKNOWN"]


def test_an_owner_is_only_asked_where_the_profile_leaves_it_open(office: Office) -> None:
    office.desk.operator = "管理员甲"

    def open_city() -> object:
        return initialise(
            office.desk,
            area="620200",
            name="嘉峪关市",
            profile="gansu",
            start="2026-01",
            owner="province",
            reason="误填",
        )

    assert codes(refusal(office, open_city)) == ["OWNER_UNFIT"]


def test_an_owner_needs_a_reason(office: Office) -> None:
    office.desk.operator = "管理员甲"
    with pytest.raises(Refused) as caught:
        initialise(
            office.desk,
            area=AREA,
            name="海南省",
            profile="hainan",
            start="2026-01",
            owner="province",
        )
    assert codes(caught.value.findings) == ["REASON_MISSING"]


def test_the_command_asks_and_then_records_the_owner(tmp_path: Path) -> None:
    path = tmp_path / "prepay.db"

    asked = command(path, *INIT)
    done = command(path, *INIT, "--owner", "province", "--reason", "省中心统一核算")

    assert asked.exit_code == 1
    assert "--owner" in asked.stderr
    assert done.exit_code == 0, done.stderr
    assert "省中心统一核算" in command(path, "log", "--format", "json").stdout
    again = command(path, *INIT)
    assert (again.exit_code, "账套早已建立" in again.stderr) == (0, True)
    engine = open_engine(str(path))
    with reading(engine) as conn:
        books = list(read_books(conn))
        chosen = [read_choices(conn, book)["ledger_owner"] for book in books]
    engine.dispose()
    assert books == [BOOK, f"{AREA}/resident"]
    assert [(one.reading, one.reason) for one in chosen] == [("province", "省中心统一核算")] * 2
    other = command(path, *INIT, "--owner", "county", "--reason", "改")
    assert (other.exit_code, "OWNER_SETTLED" in other.stderr) == (1, True)


def test_in_a_provinces_book_a_hospital_without_agency_may_not_apply(office: Office) -> None:
    open_province(office, "province")
    with_agency(office, {FIRST: "海口市医疗保障服务中心"})

    lacking = only(refused(office, application(office, SECOND)))

    assert (lacking.code, lacking.clause) == ("AGENCY_MISSING", "海南·五")
    assert NAMES[SECOND] in lacking.message
    assert len(office.record(application(office, FIRST)).rows) == 1


def test_where_the_county_keeps_the_books_no_agency_is_asked_for(office: Office) -> None:
    open_province(office, "county")
    assert len(office.record(application(office, SECOND)).rows) == 1


def test_other_profiles_ask_for_no_agency(office: Office) -> None:
    row = office.row("application", date="2026-01-05", hospital=SECOND, year="2026")
    assert len(office.record(row).rows) == 1


def test_the_list_of_hospitals_shows_the_agency_and_can_be_imported_again(
    office: Office, tmp_path: Path
) -> None:
    with_agency(office, {FIRST: "海口市医疗保障服务中心", SECOND: "三亚市医疗保障服务中心"})

    report = hospital_list(office.desk)
    path = tmp_path / "名单.csv"
    path.write_text(csv_text(report), encoding="utf-8")
    office.desk.operator = "制单乙"
    fresh, same = import_hospitals(office.desk, read_file(path, hospital_headings()))

    assert "海口市医疗保障服务中心" in csv_text(report)
    assert (fresh, same) == ([], len(NAMES))
    (one,) = hospital_list(office.desk, "三亚市医疗保障服务中心").rows
    assert one.cells[0] == SECOND


def test_the_settlement_tells_the_agency_and_can_be_drawn_up_for_one(office: Office) -> None:
    with_agency(office, {FIRST: "海口市医疗保障服务中心", SECOND: "三亚市医疗保障服务中心"})
    office.fund()
    office.post(office.pay(FIRST, "600.00"), office.pay(SECOND, "400.00"))
    asked = ReportAsked(book="620100/employee", period="2026-03")

    (whole,) = draw_up(office.desk, "settlement", asked)
    (part,) = draw_up(
        office.desk,
        "settlement",
        ReportAsked(book="620100/employee", period="2026-03", agency="三亚市医疗保障服务中心"),
    )

    assert [row.cells[0] for row in whole.rows][:2] == [
        "海口市医疗保障服务中心",
        "三亚市医疗保障服务中心",
    ]
    assert (whole.tree["control"], whole.alerts) == ("1000.00", ())
    assert [row.cells[1] for row in part.rows] == [SECOND, ""]
    assert part.tree["control"] is None


def test_an_agency_that_nobody_belongs_to_is_told(office: Office) -> None:
    with pytest.raises(Refused) as caught:
        draw_up(office.desk, "settlement", ReportAsked(agency="没有这一家"))
    assert codes(caught.value.findings) == ["NOTHING_FOUND"]
