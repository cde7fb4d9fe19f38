"""A copied office is the office that would have been built, and nobody can spoil the template."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import sqlalchemy as sa

from ledger.basis.period import over_from
from ledger.store.engine import reading
from ledger.store.tables import schema as s
from tests.office import EMPLOYEE, FIRST, Office
from tests.templates import kept, moved

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.templates import Builder, Store


@kept
def paid_and_closed(office: Office) -> Office:
    """Keep an office that paid a hospital and closed January, with a file in its folder."""
    pay_and_close(office)
    return office


def pay_and_close(office: Office) -> None:
    """Fund, pay and close a month."""
    office.fund()
    office.post(office.pay(FIRST, "100.00", day="2026-01-20"))
    office.close("2026-01", book=EMPLOYEE)
    (office.folder / "附件").mkdir()
    (office.folder / "附件" / "令.txt").write_text("令", "utf-8")


def contents(office: Office) -> dict[str, list[tuple[object, ...]]]:
    """Read every row of every table."""
    with reading(office.desk.engine) as conn:
        return {
            name: sorted((tuple(row) for row in conn.execute(sa.select(table))), key=repr)
            for name, table in s.metadata.tables.items()
        }


def ahead(office: Office) -> tuple[object, ...]:
    """Tell what an office will do next: its moment, its id, its counters and its day."""
    desk = office.desk
    row = office.pay(FIRST, "1.00", day="2026-02-02")
    office.live_to(over_from("2026-01", None))
    return desk.operator, desk.now(), desk.identity.new(), row, office.registered, office.permitted


def test_a_copy_is_what_would_have_been_built(
    paid_and_closed: Office, store: Store, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("built")
    url = store.blank(folder)
    built = Office.open(url, folder)
    pay_and_close(built)
    assert contents(paid_and_closed) == contents(built)
    assert ahead(paid_and_closed) == ahead(built)
    built.desk.engine.dispose()
    store.drop(url)


def test_a_copy_has_the_files_of_its_folder(paid_and_closed: Office, tmp_path: Path) -> None:
    assert paid_and_closed.folder == tmp_path
    assert (tmp_path / "附件" / "令.txt").read_text("utf-8") == "令"
    (tmp_path / "附件" / "令.txt").unlink()


@pytest.mark.parametrize("_time", range(2))
def test_what_a_test_does_to_its_copy_no_other_sees(paid_and_closed: Office, _time: int) -> None:
    """Run twice: the second copy knows nothing of the first test's work."""
    assert len(paid_and_closed.vouchers()) == 3
    assert (paid_and_closed.folder / "附件" / "令.txt").exists()
    (paid_and_closed.folder / "附件" / "令.txt").unlink()
    paid_and_closed.post(paid_and_closed.pay(FIRST, "1.00", day="2026-02-02"))
    paid_and_closed.permitted.clear()
    with paid_and_closed.desk.engine.begin() as conn:
        conn.execute(sa.text("DROP TABLE turnover"))


def test_only_one_office_a_test(copies: Callable[[Builder | None], Office]) -> None:
    copies(None)
    with pytest.raises(AssertionError, match="one office a test"):
        copies(None)


def test_moving_shares_nothing_that_changes(office: Office, tmp_path: Path) -> None:
    other = moved(office, str(tmp_path / "other.db"), tmp_path)
    before = office.clock.day, office.count, len(office.permitted)
    other.live_to(over_from("2026-01", None))
    other.permitted.add((FIRST, 2026, "employee", "1.00"))
    other.count += 1
    assert (office.clock.day, office.count, len(office.permitted)) == before
    assert other.desk.clock is other.clock
    other.desk.engine.dispose()
