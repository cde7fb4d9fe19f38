"""What each reader of the web view tells: nothing of another's book, and something of every year.

职工 has 城关, 居民 has 榆中 alone, with an amount of its own: whoever may look at 职工 only meets
neither the name nor the amount, on no page and in no report.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
import sqlalchemy as sa

from ledger.basis.errors import Refused
from ledger.commands.door import desk_at
from ledger.formats.files import csv_text, json_text
from ledger.reports.closing.oplog import oplog
from ledger.reports.drawing import draw_up
from ledger.reports.due.due_list import due_report
from ledger.reports.kind import ReportAsked
from ledger.reports.owed import bridge_notes
from ledger.reports.registry import menu
from ledger.store.engine import reading
from ledger.store.masters import read_books
from ledger.store.tables import schema as s
from ledger.web.pages import Wanted
from ledger.web.readers import pages_of
from tests.office import EMPLOYEE, FIRST, NAMES, RESIDENT, THIRD
from tests.templates import kept
from tests.two_levels import CITY_BOOK, down, open_two_levels, received

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ledger.web.pages import PageDrawn
    from ledger.workflow.desk import Desk
    from tests.office import Office
    from tests.sample import Sample

#: What only the resident's book knows.
SECRET_NAME, SECRET_AMOUNT, SECRET_PLAIN = NAMES[THIRD], "7,654,321.98", "7654321.98"


@kept
def two_funds(office: Office) -> Office:
    """Return an office whose resident's book lends to one hospital, and the employee's to another."""
    office.fund()
    office.post(office.pay(FIRST, "100000.00"))
    office.fund(book=RESIDENT)
    office.post(office.pay(THIRD, SECRET_PLAIN, fund="resident"))
    recall = {
        "trigger": "preservation",
        "fund": "resident",
        "date": "2026-04-10",
        "notified_on": "2026-04-10",
    }
    office.post(office.row("recall", hospital=THIRD, year=2026, **recall))
    return office


def words_of(drawn: PageDrawn) -> str:
    """Return all that a page shows, to the eye and in a file."""
    parts = [json_text(report.tree) + csv_text(report) for report in drawn.reports]
    parts += [f"{report.alerts}{report.notes}{report.subtitle}" for report in drawn.reports]
    return "".join(parts) + f"{drawn.fields}{drawn.chart}{drawn.gauges}"


def asked_for(name: str) -> Iterator[dict[str, str]]:
    """List what a page can be asked."""
    if name == "books":
        yield from ({"report": report} for report, _ in menu())
        yield {"report": "memorandum", "hospital": THIRD}
        yield {"report": "subledger", "hospital": THIRD}
    else:
        yield {}


def told_to(office: Office, book: str, sees: tuple[str, ...]) -> dict[tuple[str, str], str]:
    """Return what every page and report tells whoever sees these books, by page and report."""
    told = {}
    for name, reader in pages_of(office.desk).readers.items():
        for words in asked_for(name):
            try:
                shown = words_of(reader(Wanted(book=book, year=2026, words=words, sees=sees)))
            except Refused as refused:
                shown = f"{refused.findings}"
            told[name, f"{words}"] = shown
    return told


def test_no_page_tells_of_a_book_that_may_not_be_seen(two_funds: Office) -> None:
    secrets = (SECRET_NAME, SECRET_AMOUNT, SECRET_PLAIN)
    told = told_to(two_funds, EMPLOYEE, (EMPLOYEE,))
    assert len(told) > len(menu())
    assert [page for page, shown in told.items() if any(s in shown for s in secrets)] == []
    # The books that may be seen are told whole: the secret is there to be found.
    own = told_to(two_funds, RESIDENT, (RESIDENT,))
    assert sum(SECRET_NAME in shown for shown in own.values()) >= 8
    assert sum(SECRET_PLAIN in shown for shown in own.values()) >= 2


def test_the_public_statement_leaves_out_the_fund_that_may_not_be_seen(sample_desk: Desk) -> None:
    reader = pages_of(sample_desk).readers["books"]
    asked = {"report": "publication"}
    part = reader(Wanted(book=EMPLOYEE, year=2025, words=asked, sees=(EMPLOYEE,))).reports[0]
    whole = reader(Wanted(book=EMPLOYEE, year=2025, words=asked)).reports[0]
    assert [{row.cells[2] for row in one.rows[:-1]} for one in (part, whole)] == [
        {"职工"},
        {"职工", "居民"},
    ]
    assert part.notes[0] == "不含兰州市居民医保：不在可以查看的账套里。"
    assert "居民" not in csv_text(replace(part, notes=part.notes[1:]))


def test_the_tie_of_agencies_tells_nothing_of_a_side_that_may_not_be_seen(office: Office) -> None:
    open_two_levels(office)
    office.clock.set(date(2026, 4, 1))
    office.post(down(office, "3000000.00", "2026-03-02"))
    office.post(received(office, "2999999.00", "2026-03-02"))
    shown = {
        sees: csv_text(
            draw_up(office.desk, "agency-tie", ReportAsked(book=CITY_BOOK, sees=sees))[0]
        )
        for sees in ((), (CITY_BOOK,))
    }
    assert "2999999.00" in shown[()]
    assert "2999999.00" not in shown[CITY_BOOK,]
    assert "另一方不在本库" in shown[CITY_BOOK,]


@pytest.fixture(scope="module")
def sample_desk(sample: Sample, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """Return a desk on a copy of the sample's books."""
    folder = sample.copy(tmp_path_factory.mktemp("demo") / "示例")
    desk = desk_at(str(folder / "prepay.db"))
    yield desk
    desk.engine.dispose()


def lent(desk: Desk) -> set[tuple[str, int]]:
    """List the books and years in which the sample paid hospitals."""
    with reading(desk.engine) as conn:
        return {
            (book, int(day[:4]))
            for book in read_books(conn)
            for day in conn.execute(
                sa.select(s.event.c.date).where(
                    s.event.c.book == book, s.event.c.kind == "disbursement"
                )
            ).scalars()
        }


def test_every_report_of_every_ledger_shows_its_own_year(sample_desk: Desk) -> None:
    """A year that is over is looked at a year later: none of its 账表 is empty."""
    found = lent(sample_desk)
    assert ("620100/employee", 2025) in found
    assert len({book for book, _ in found}) >= 4
    may_be_empty = {"irregular", "memorandum", "agency-tie"}
    for book, year in sorted(found):
        for report, _ in menu():
            wanted = Wanted(book=book, year=year, words={"report": report})
            drawn = pages_of(sample_desk).readers["books"](wanted)
            rows = [row for one in drawn.reports for row in one.rows]
            assert rows or report in may_be_empty, (book, year, report)
            if report == "tie-out":
                assert f"{year}" in drawn.reports[0].title + "".join(drawn.reports[0].subtitle)


def test_what_is_owed_at_the_years_end_is_bridged_wherever_it_is_told(sample_desk: Desk) -> None:
    """知远骨科 paid 1,450,000.00 back in December; the receipt was found and booked in January.

    Books: 4,310,000.00. By the bank's day: 2,860,000.00. Both are right, and every page says so.
    """
    bridge = (
        "兰州市职工医保：按记账日期，2025-12-31 未收回 4,310,000.00；2025-12-31 以前已经发生、"
        "以后才记账的 -1,450,000.00；按业务日期未收回 2,860,000.00。"
    )
    readers = pages_of(sample_desk).readers
    told: dict[str, tuple[str, ...]] = {}
    for name in ("overview", "settlement"):
        drawn = readers[name](Wanted(book=EMPLOYEE, year=2025, words={}))
        told[name] = drawn.reports[0].notes
    for name in ("settlement", "open-items", "disclosure", "publication"):
        asked = ReportAsked(
            book=EMPLOYEE, as_of="2025-12-31", year=2025 if name != "open-items" else 0
        )
        told[f"report {name}"] = draw_up(sample_desk, name, asked)[0].notes
    assert {name for name, notes in told.items() if bridge not in notes} == set()
    with reading(sample_desk.engine) as conn:
        assert bridge_notes(sample_desk, conn, read_books(conn)[RESIDENT], date(2025, 12, 31)) == ()


def test_late_now_and_late_then_are_told_apart(sample_desk: Desk) -> None:
    """兰州居民 2025: 1,200,000.00 is still out; two others were late and have been settled since."""
    drawn = pages_of(sample_desk).readers["settlement"](Wanted(book=RESIDENT, year=2025, words={}))
    (told,) = [alert for alert in drawn.reports[0].alerts if "逾期" in alert]
    now, was = told.split("；")
    assert now == "现逾期 1 户，至今未还 1,200,000.00"
    assert was.startswith("曾逾期、现已了结 2 户，到期日差 2,054,218.50")
    assert "3,134,218.50" not in told


def test_money_passed_down_stands_beside_every_balance(office: Office) -> None:
    """张掖 passed 3,000,000.00 down: no hospital owes it, and no page may forget it."""
    open_two_levels(office)
    office.clock.set(date(2026, 4, 1))
    office.post(down(office, "3000000.00", "2026-03-02"))
    readers = pages_of(office.desk).readers
    wanted = Wanted(book=CITY_BOOK, year=2026, words={})
    settlement, passed = readers["settlement"](wanted).reports
    assert "另有拨付下级经办机构 3,000,000.00" in "".join(settlement.notes)
    assert passed.title == "上下级核对"
    assert "另有拨付下级经办机构 3,000,000.00" in "".join(
        readers["overview"](wanted).reports[0].notes
    )
    for name in ("settlement", "open-items", "disclosure"):
        (report,) = draw_up(office.desk, name, ReportAsked(book=CITY_BOOK))
        assert "另有拨付下级经办机构 3,000,000.00" in "".join(report.notes), name


def test_whatever_the_log_shows_can_be_found_in_it(office: Office) -> None:
    office.fund()
    whole = oplog(office.desk, "", person="", since="", until="", words="")
    for row in whole.rows:
        for cell in row.cells:
            for word in () if "…" in str(cell) else str(cell).split("；"):
                found = oplog(office.desk, "", person="", since="", until="", words=word)
                assert row in found.rows, word
    assert oplog(office.desk, "", person="", since="", until="", words="审核").rows


def test_hainan_is_told_both_days_of_its_application(sample_desk: Desk) -> None:
    """四 says 1月上旬, 五(一) says 15 January (A-8): the list says both."""
    told = [
        duty["what"]
        for duty in due_report(sample_desk, "460000/employee", "2027-01-02").tree["duties"]  # type: ignore[attr-defined]
        if duty["kind"] == "application"
    ]
    assert any("上旬（2027-01-10 前）提出，2027-01-15 截止（A-8）" in what for what in told)
