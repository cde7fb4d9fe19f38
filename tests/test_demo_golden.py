"""The sample story, really run: its journals are journals/, byte for byte, and tell the story.

Where a change to them is meant: `pytest tests/test_demo_golden.py --rewrite-golden`, and read
the difference.
"""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest
from beancount import loader

from ledger.basis.clock import SystemClock
from ledger.basis.errors import Refused
from ledger.basis.identity import Identity
from ledger.basis.money import yuan
from ledger.reports.drawing import draw_up
from ledger.reports.kind import ReportAsked
from ledger.store.engine import open_engine, reading
from ledger.store.masters import read_books
from ledger.store.standing.irregular import Until, read_irregular
from ledger.store.standing.registers import read_registers
from ledger.store.vouchers.balances import balance_rows
from ledger.store.vouchers.vouchers import Span, read_vouchers
from ledger.workflow.close.verify import verify
from ledger.workflow.desk import Desk
from sample.player import run_demo
from tests.office import codes, leaf, shown
from tests.sample_story import (
    AREA,
    AREAS,
    BAIYANG_CLINIC,
    BOOKS,
    CANGLING_CHINESE_MEDICINE,
    CITY,
    COUNTY,
    EMPLOYEE,
    HAINAN,
    HAINAN_AVERAGES,
    HAINAN_EMPLOYEE,
    HAINAN_RESIDENT,
    HAIPING,
    HENGYAN,
    OFFICE_OF,
    QINGYU,
    RESIDENT,
    TAOTING,
    TAOTING_REHABILITATION,
    XINGTING_CLINIC,
    YANHU_MATERNITY,
    ZHIYUAN_ORTHOPAEDIC,
    agreed_fen,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ledger.voucher.shown import Voucher
    from tests.sample import Sample

GOLDEN = Path(__file__).parents[1] / "journals"
#: What each area has closed.
CLOSED = {
    AREA: (*(f"2025-{month:02d}" for month in range(1, 14)),),
    HAINAN: (*(f"2025-{month:02d}" for month in range(7, 14)), "2026-01", "2026-02", "2026-03"),
    CITY: ("2026-01", "2026-02", "2026-03", "2026-04"),
    COUNTY: ("2026-01", "2026-02", "2026-03", "2026-04"),
}
#: The years of which each area has journals.
YEARS = {AREA: (2025, 2026), HAINAN: (2025, 2026), CITY: (2026,), COUNTY: (2026,)}
LEDGERS = [
    f"{book.replace('/', '-')}/{year}"
    for area, years in YEARS.items()
    for book in OFFICE_OF[area].books
    for year in years
]


class Told(NamedTuple):
    """A sample story that was run: where, what it said, its desk, vouchers and ledgers."""

    folder: Path
    sample: Sample
    desk: Desk
    vouchers: dict[str, list[Voucher]]
    shown: list[Path]

    def of_kind(self, book: str, kind: str, hospital: str = "") -> list[Voucher]:
        """List the vouchers of a kind, in order of posting."""
        return [
            voucher
            for voucher in self.vouchers[book]
            if voucher.kind == kind and hospital in ("", voucher.hospital)
        ]

    def balance(self, book: str, code: str, period: str) -> str:
        """Say a leaf's closing balance in 元."""
        with reading(self.desk.engine) as conn:
            rows = balance_rows(conn, read_books(conn)[book], first=period, last=period)
        return yuan(sum(row.closing_fen for row in rows if row.leaf.account.code == code))


def files(folder: Path) -> dict[str, bytes]:
    """Read every file below a folder."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.fixture(scope="module")
def told(sample: Sample, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Told]:
    """Return a copy of the books of the sample story, which was run once."""
    folder = sample.copy(tmp_path_factory.mktemp("demo") / "示例")
    clock = SystemClock()
    engine = open_engine(str(folder / "prepay.db"))
    desk = Desk(engine=engine, clock=clock, identity=Identity(clock))
    with reading(engine) as conn:
        vouchers = {book: read_vouchers(conn, book, Span()) for book in BOOKS}
    mains = [folder / name for name in sample.mains]
    yield Told(folder, sample, desk, vouchers, mains)
    engine.dispose()


def test_the_journals_are_the_repository_s_byte_for_byte(
    told: Told, pytestconfig: pytest.Config
) -> None:
    made = files(told.folder / "journals")
    if pytestconfig.getoption("--rewrite-golden"):
        shutil.rmtree(GOLDEN, ignore_errors=True)
        shutil.copytree(told.folder / "journals", GOLDEN)
    kept = files(GOLDEN)
    assert sorted(made) == sorted(kept)
    assert [name for name in made if made[name] != kept[name]] == []


def test_run_again_it_gives_the_same_bytes_and_the_same_words(told: Told, tmp_path: Path) -> None:
    said: list[str] = []
    run_demo(tmp_path / "示例", said.append)
    assert files(tmp_path / "示例" / "journals") == files(told.folder / "journals")
    assert [line.replace(str(tmp_path), "") for line in said] == [
        line.replace(str(told.sample.folder.parent), "") for line in told.sample.said
    ]


def test_it_never_writes_over_books_that_exist(told: Told) -> None:
    before = (told.folder / "prepay.db").read_bytes()
    with pytest.raises(Refused) as refused:
        run_demo(told.folder, print)
    assert codes(refused.value.findings) == ["DEMO_EXISTS"]
    assert (told.folder / "prepay.db").read_bytes() == before


@pytest.mark.parametrize("ledger", LEDGERS)
def test_beancount_finds_nothing_wrong_in_the_journals(ledger: str) -> None:
    loader.initialize(use_cache=False)
    entries, errors, _ = loader.load_file(str(GOLDEN / ledger / "main.beancount"))
    assert errors == []
    assert entries


def test_there_is_a_journal_for_each_book_and_year() -> None:
    found = [
        path.parent.relative_to(GOLDEN).as_posix() for path in GOLDEN.glob("*/*/main.beancount")
    ]
    assert sorted(found) == sorted(LEDGERS)


def test_every_ledger_is_shown_lanzhou_s_first(told: Told) -> None:
    found = [path.relative_to(told.folder / "journals").as_posix() for path in told.shown]
    assert sorted(found) == sorted(f"{ledger}.beancount" for ledger in LEDGERS)
    assert found[0] == "620100-employee/2025.beancount"


def test_it_ends_with_a_short_chinese_summary_of_every_book(told: Told) -> None:
    summary = told.sample.said[told.sample.said.index("") + 1 :]
    assert len(summary) == len(BOOKS) + 4
    for area, name in AREAS.items():
        mine = [line for line in summary if line.startswith(name)]
        assert [line[: line.index("：")] for line in mine] == [f"{name}职工医保", f"{name}居民医保"]
        last = CLOSED[area][-1].replace("-13", "-12")
        assert all(f"至 {last} 已逐月结账" in line for line in mine)
    assert any(line.startswith("验证") and line.endswith("全部相符") for line in summary)
    assert (
        f"prepay --database {told.sample.folder / 'prepay.db'} report trial-balance" in summary[-1]
    )


def test_the_books_prove(told: Told) -> None:
    results = verify(told.desk, root=told.folder / "journals")
    assert len(results) >= sum(2 * len(periods) for periods in CLOSED.values())
    assert [finding for result in results for finding in result.findings] == []


def test_months_and_years_are_sealed_in_each_book(told: Told) -> None:
    with closing(sqlite3.connect(told.folder / "prepay.db")) as raw:
        sealed = raw.execute("SELECT book, period FROM seal ORDER BY book, period").fetchall()
    expected = [
        (book, period)
        for area, periods in CLOSED.items()
        for book in OFFICE_OF[area].books
        for period in periods
    ]
    assert sealed == sorted(expected)


def test_an_old_working_fund_is_taken_over_with_its_own_year(told: Told) -> None:
    for book in (EMPLOYEE, RESIDENT):
        old = [v for v in told.of_kind(book, "opening-balance") if v.hospital]
        assert {voucher.year for voucher in old} == {2023}
        assert {voucher.period for voucher in old} == {"2025-00"}


def approved_fen(told: Told, book: str, year: int) -> dict[str, int]:
    """Read what the approved 核定 of a year gives each hospital, zeros left out."""
    with reading(told.desk.engine) as conn:
        rows = read_registers(conn, book, ["assessment"], year=year)
    return {event.hospital: event.amount_fen for event in rows if event.amount_fen}


def test_the_assessment_of_lanzhou_is_what_the_story_pays(told: Told) -> None:
    for book in (EMPLOYEE, RESIDENT):
        assert approved_fen(told, book, 2025) == agreed_fen(book)


def test_hainan_pays_from_one_fund_and_not_at_the_threshold(told: Told) -> None:
    first = {code: fen for code, fen in HAINAN_AVERAGES[2025].items() if code != QINGYU}
    second = {code: fen for code, fen in HAINAN_AVERAGES[2026].items() if code != HAIPING}
    assert approved_fen(told, HAINAN_EMPLOYEE, 2025) == first
    assert approved_fen(told, HAINAN_EMPLOYEE, 2026) == second
    for year in (2025, 2026):
        assert approved_fen(told, HAINAN_RESIDENT, year) == {}


def test_the_bank_paid_twice_and_it_is_put_right_of_itself(told: Told) -> None:
    stood = []
    with reading(told.desk.engine) as conn:
        for day in (date(2025, 3, 26), date(2025, 3, 27)):
            (found,) = read_irregular(conn, RESIDENT, Until(booked=day, cured=day))
            stood.append(found.stands)
    assert stood == [True, False]
    (case,) = [v for v in told.vouchers[RESIDENT] if v.irregular]
    assert case.hospital == BAIYANG_CLINIC
    assert case.approved_by == OFFICE_OF[AREA].chief


def test_the_city_and_the_county_agree_at_every_month_end(told: Told) -> None:
    for period in ("2026-03", "2026-04"):
        (report,) = draw_up(told.desk, "agency-tie", ReportAsked(period=period))
        assert report.tree["agreed"] is True
        assert len(report.rows) == 1


def test_a_payment_bounces_and_is_paid_again(told: Told) -> None:
    first, second = told.of_kind(EMPLOYEE, "disbursement", HENGYAN)
    (bounced,) = told.of_kind(EMPLOYEE, "payment-return")
    assert bounced.hospital == HENGYAN
    assert first.booked < bounced.booked < second.booked
    assert first.total_fen == bounced.total_fen == second.total_fen
    assert all(line.amount_fen > 0 for line in bounced.lines)


def test_batches_stand_on_one_receipt(told: Told) -> None:
    for book in (EMPLOYEE, RESIDENT):
        shared: dict[str, int] = {}
        for voucher in told.of_kind(book, "disbursement"):
            for paper in voucher.papers:
                if paper.type == "bank-receipt":
                    shared[paper.number] = shared.get(paper.number, 0) + 1
        assert max(shared.values()) >= 5


def test_one_transfer_returns_for_two_hospitals(told: Told) -> None:
    payers: dict[str, set[str]] = {}
    for voucher in told.of_kind(RESIDENT, "repayment"):
        for paper in voucher.papers:
            payers.setdefault(paper.number, set()).add(voucher.hospital)
    assert max(map(len, payers.values())) == 2


def test_five_thousand_too_much_is_held_and_refunded(told: Told) -> None:
    (held,) = told.of_kind(EMPLOYEE, "suspense")
    (refunded,) = told.of_kind(EMPLOYEE, "suspense-out")
    assert held.total_fen == refunded.total_fen == 5_000_00
    assert held.lines[1].account.startswith("2001.01")
    (returned,) = told.of_kind(EMPLOYEE, "repayment", XINGTING_CLINIC)
    assert returned.booked == held.booked
    assert told.balance(EMPLOYEE, held.lines[1].account, "2025-12") == "0.00"


def test_a_wrong_hospital_is_corrected_red_and_blue(told: Told) -> None:
    (wrong,) = [v for v in told.of_kind(EMPLOYEE, "disbursement", TAOTING) if v.corrected_by]
    red = next(v for v in told.vouchers[EMPLOYEE] if v.form == "red" and v.corrects == wrong.label)
    (right,) = told.of_kind(EMPLOYEE, "disbursement", TAOTING_REHABILITATION)
    assert (right.form, right.total_fen) == ("blue", wrong.total_fen)
    assert red.total_fen == -wrong.total_fen
    assert red.summary.startswith("注销2025年3月26日")


def test_swapped_payments_are_corrected_as_one_unit_after_a_part_came_back(told: Told) -> None:
    returned = told.of_kind(RESIDENT, "repayment", CANGLING_CHINESE_MEDICINE)[0]
    reds = [v for v in told.vouchers[RESIDENT] if v.form == "red" and v.period == "2025-06"]
    blues = [v for v in told.vouchers[RESIDENT] if v.form == "blue" and v.period == "2025-06"]
    assert (len(reds), len(blues)) == (2, 2)
    assert returned.booked < reds[0].booked
    assert [v.number for v in (*reds, *blues)] == [*range(reds[0].number, reds[0].number + 4)]


def test_settlements_are_offset_gross(told: Told) -> None:
    one, *others = told.of_kind(EMPLOYEE, "settlement-offset")
    two = (others or told.of_kind(RESIDENT, "settlement-offset"))[0]
    assert shown(one) == [
        "借 5001.01.01 800,000.00",
        f"贷 {leaf(one.hospital, 2025)} 300,000.00",
        "贷 1004 500,000.00",
    ]
    assert [line.split()[0] + line.split()[2] for line in shown(two)] == [
        "借310,000.00",
        "借90,000.00",
        "贷120,000.00",
        "贷280,000.00",
    ]


def test_a_merged_hospital_is_succeeded(told: Told) -> None:
    merged = [v for book in told.vouchers for v in told.of_kind(book, "succession")]
    assert merged
    for voucher in merged:
        successor, predecessor = (line.account.split(".")[2] for line in voucher.lines)
        assert successor != predecessor


def test_a_write_off_has_both_papers(told: Told) -> None:
    written = [v for book in told.vouchers for v in told.of_kind(book, "write-off")]
    assert len(written) == 1
    assert {paper.type for paper in written[0].papers} == {"court-document", "government-approval"}


def test_december_s_returns_and_the_sweep_leave_the_account_empty(told: Told) -> None:
    for book in (EMPLOYEE, RESIDENT):
        returns = [v for v in told.of_kind(book, "repayment") if v.period == "2025-12"]
        assert len(returns) > 10
        assert [v.period for v in told.of_kind(book, "remittance")].count("2025-12") == 2
        assert told.balance(book, "1004", "2025-12") == "0.00"


def test_overlooked_money_of_december_is_booked_in_january(told: Told) -> None:
    (found,) = told.of_kind(EMPLOYEE, "repayment", ZHIYUAN_ORTHOPAEDIC)
    assert (found.date.isoformat(), found.period, found.year) == ("2025-12-25", "2026-01", 2025)


def test_a_late_payer_still_credits_the_year_it_was_paid_for(told: Told) -> None:
    for book in (EMPLOYEE, RESIDENT):
        (late,) = told.of_kind(book, "repayment", YANHU_MATERNITY)
        assert late.period == "2026-01"
        assert late.lines[1].account == leaf(YANHU_MATERNITY, 2025)
        assert told.balance(book, leaf(YANHU_MATERNITY, 2025), "2025-12") != "0.00"
        assert told.balance(book, leaf(YANHU_MATERNITY, 2025), "2026-01") == "0.00"


def test_expense_and_income_are_carried_to_the_fund_s_own_sub_account(told: Told) -> None:
    for book, target in ((EMPLOYEE, "3001.01"), (RESIDENT, "3001")):
        transfers = told.of_kind(book, "period-end")
        assert transfers
        assert {v.prepared_by for v in transfers} == {"system"}
        for voucher in transfers:
            assert target in {line.account for line in voucher.lines}


def test_nobody_approves_his_own_and_nothing_is_missing_a_paper(told: Told) -> None:
    for vouchers in told.vouchers.values():
        assert [v.label for v in vouchers if v.prepared_by == v.approved_by] == []
        bare = {v.kind for v in vouchers if not v.papers}
        assert bare <= {"period-end", "red"}
