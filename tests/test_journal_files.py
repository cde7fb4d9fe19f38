"""The journals on disk: what somebody changed or took away is found, an honest export never is."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from ledger.workflow.close.close_month import close_month
from ledger.workflow.close.close_year import close_year
from ledger.workflow.close.export import export_all
from tests.office import EMPLOYEE, FIRST, proved_otherwise
from tests.tamper import behind, finders
from tests.templates import kept

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.office import Office

MONTHS = [f"2026-{month:02d}" for month in range(1, 13)]


@kept
def closed_year(office: Office) -> Office:
    """Keep the books and journals of a closed 2026 and an open 2027."""
    root = office.folder / "journals"
    office.fund("1000000.00")
    office.on("2026-03-20")
    office.post(office.pay(FIRST, "1000.00", day="2026-03-10", key="拨付-1"))
    office.on("2027-01-20")
    office.sign(EMPLOYEE)
    office.desk.operator = "主管丁"
    for month in MONTHS:
        close_month(office.desk, month, book=EMPLOYEE, root=root)
    proved_otherwise(office.desk, EMPLOYEE, 2026)
    office.desk.operator = "主管丁"
    close_year(office.desk, 2026, book=EMPLOYEE, root=root)
    office.post(office.row("interest", amount="5.00", date="2027-01-15"))
    return office


@pytest.fixture
def year(closed_year: Office) -> Path:
    """Give the folder of the book's journals."""
    return closed_year.folder / "journals" / "620100-employee"


def test_a_voucher_corrected_after_its_month_leaves_the_month_as_it_was(
    office: Office, tmp_path: Path
) -> None:
    root = tmp_path / "journals"
    office.fund("1000000.00")
    office.on("2026-04-02")
    office.post(office.pay(FIRST, "1000.00", key="拨付-1"))
    office.sign(EMPLOYEE)
    office.desk.operator = "主管丁"
    for month in MONTHS[:3]:
        close_month(office.desk, month, book=EMPLOYEE, root=root)
    march = root / "620100-employee" / "2026" / "03.beancount"
    before = march.read_bytes()

    office.correct("拨付-1")
    office.post()
    assert finders(office, root=root) == {}
    export_all(office.desk, root, EMPLOYEE)

    assert march.read_bytes() == before
    april = march.with_name("04.beancount").read_text("utf-8")
    assert "^2026-03-0001" in april
    assert finders(office, root=root) == {}


def test_every_honest_export_is_sound(closed_year: Office, year: Path) -> None:
    """As the closes left it; after an export; and when more was posted since."""
    root = year.parent
    assert finders(closed_year, root=root) == {}
    export_all(closed_year.desk, root, EMPLOYEE)
    assert finders(closed_year, root=root) == {}
    closed_year.post(closed_year.row("interest", amount="6.00", date="2027-01-16"))
    assert finders(closed_year, root=root) == {}
    export_all(closed_year.desk, root, EMPLOYEE)
    assert export_all(closed_year.desk, root, EMPLOYEE) == []
    assert finders(closed_year, root=root) == {}


def test_a_book_that_was_never_exported_here_is_sound(closed_year: Office, year: Path) -> None:
    shutil.rmtree(year)
    assert finders(closed_year, root=year.parent) == {}


def one_fen_more(name: str) -> Callable[[Path], None]:
    """Change one mark in a file."""

    def attack(folder: Path) -> None:
        path = folder / name
        path.write_text(path.read_text("utf-8") + ";; 批注\n", "utf-8")

    return attack


def gone(name: str) -> Callable[[Path], None]:
    """Take a file or a folder away."""

    def attack(folder: Path) -> None:
        path = folder / name
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink()

    return attack


def march_left_out(folder: Path) -> None:
    path = folder / "2026" / "main.beancount"
    text = path.read_text("utf-8")
    assert 'include "03.beancount"\n' in text
    path.write_text(text.replace('include "03.beancount"\n', ""), "utf-8")


ATTACKS = {
    "main": (one_fen_more("2026/main.beancount"), {"JOURNAL_CHANGED"}),
    "openings": (one_fen_more("2027/00.beancount"), {"JOURNAL_CHANGED"}),
    "first openings": (one_fen_more("2026/00.beancount"), {"JOURNAL_CHANGED"}),
    "a closed month": (one_fen_more("2026/03.beancount"), {"JOURNAL_CHANGED"}),
    "the open month": (one_fen_more("2027/01.beancount"), {"JOURNAL_CHANGED"}),
    "the door": (one_fen_more("2026.beancount"), {"JOURNAL_CHANGED"}),
    "an include": (march_left_out, {"JOURNAL_CHANGED"}),
    "a month gone": (gone("2026/03.beancount"), {"JOURNAL_LOST"}),
    "openings gone": (gone("2027/00.beancount"), {"JOURNAL_LOST"}),
    "main gone": (gone("2026/main.beancount"), {"JOURNAL_LOST"}),
    "a year gone": (gone("2026"), {"JOURNAL_LOST"}),
    "the newest year gone": (gone("2027"), {"JOURNAL_LOST"}),
}


@pytest.mark.parametrize("name", ATTACKS)
def test_what_was_changed_or_taken_away_is_found(
    closed_year: Office, year: Path, name: str
) -> None:
    attack, found = ATTACKS[name]
    export_all(closed_year.desk, year.parent, EMPLOYEE)
    attack(year)
    told = finders(closed_year, root=year.parent)
    assert set(told) == {"journals"}
    assert set(told["journals"].split()) == found
    export_all(closed_year.desk, year.parent, EMPLOYEE)
    assert finders(closed_year, root=year.parent) == {}


@pytest.mark.parametrize(
    ("amount", "found"), [("1000.00", {}), ("1000.01", {"journals": "JOURNAL_CHANGED"})]
)
def test_a_month_sealed_before_digests_were_kept_is_read_back_from_its_text(
    closed_year: Office, year: Path, amount: str, found: dict[str, str]
) -> None:
    """A link of an earlier version does no harm; another amount does."""
    with behind(closed_year) as conn:
        conn.exec_driver_sql("DELETE FROM journal_file")
        conn.exec_driver_sql(
            'UPDATE oplog SET content = \'{"digest":"\' || (SELECT digest FROM'
            " seal WHERE seal.book = oplog.book AND (seal.period = oplog.subject"
            " OR seal.period = oplog.subject || '-13')) || '\"}'"
            " WHERE action IN ('close-month', 'close-year')"
        )
    path = year / "2026" / "03.beancount"
    text = path.read_text("utf-8").replace("1000.00", amount)
    head, _, rest = text.partition("\n  number:")
    path.write_text(f"{head} ^2026-03-0001\n  number:{rest}", "utf-8")
    assert finders(closed_year, root=year.parent) == found
