"""The offices that the worked cases are played in: people, hospitals, and money in the bank.

An office per pooling area and profile is built once and copied for each case: what is written
in docs/cases/README.md under “开始的时候”.
"""

from __future__ import annotations

import shutil
from datetime import date
from typing import TYPE_CHECKING

from ledger.basis.clock import ScriptedClock
from ledger.basis.identity import Identity
from ledger.masters.book import BankAccount
from ledger.store.engine import open_engine
from ledger.workflow.desk import Desk
from ledger.workflow.setup.masters import (
    add_operator,
    describe_account,
    import_hospitals,
    initialise,
)
from tests.case_table import FOLDER, read_cast
from tests.office import PEOPLE, Office, raw
from tests.templates import SQLITE_NAME, Template, engine_like, whole

if TYPE_CHECKING:
    from pathlib import Path

    from tests.case_table import Books

#: What lies in each bank account of each book when a case begins.
MONEY = "100000000.00"
FUNDS = ("employee", "resident")
#: Who may approve what is irregular.
DIRECTOR = "主任己"
#: Numbers of rows begin at a multiple of it in each copy, so that no key is used twice.
FIRST_KEY = 1000
CAST = {hospital["名称"]: hospital for hospital in read_cast()}


def open_office(url: str, folder: Path, books: Books) -> Office:
    """Open an office in a migrated database, on the first day of its first month."""
    shutil.copytree(FOLDER / "profiles", folder / "profiles")
    office = desk_at(url, folder, date.fromisoformat(f"{books.start}-01"), seed=1)
    desk = office.desk
    initialise(
        desk,
        area=books.area,
        name=books.name,
        profile=books.profile,
        start=books.start,
        owner=books.owner,
        reason="案例选定" if books.owner else "",
    )
    for name, roles in {**PEOPLE, DIRECTOR: ("approver", "chief")}.items():
        add_operator(desk, name, roles)
        desk.operator = "管理员甲"
    desk.operator = "制单乙"
    import_hospitals(desk, raw([hospital_row(words) for words in CAST.values()], "cast.csv"))
    for fund in FUNDS:
        bank = BankAccount(code="1004", bank="示范银行", number="1004001", exclusive=True)
        describe_account(desk, f"{books.area}/{fund}", bank)
    day = f"{books.start}-01"
    accounts = ("1004",) if books.profile.endswith("-county") else ("1003", "1004")
    office.post(
        *(
            office.row(
                "opening-balance",
                area=books.area,
                fund=fund,
                date=day,
                account=account,
                amount=MONEY,
            )
            for fund in FUNDS
            for account in accounts
        )
    )
    return office


def hospital_row(words: dict[str, str]) -> dict[str, str]:
    """Write the row of a hospital list; each has an account of its own."""
    code = words["编码"]
    return {
        "code": code,
        "name": words["名称"],
        "ownership": words["性质"],
        "level": words["级别"],
        "inpatient": words["收治住院"],
        "agency": words["属地经办机构"],
        "group": words["医共体"],
        "bank_account": account_of(words["名称"]),
        "valid_from": "2020-01-01",
    }


def account_of(name: str) -> str:
    """Give the bank account of a hospital of the cast, as README.md writes it."""
    return f"6222{CAST[name]['编码'][-8:]}"


def desk_at(url: str, folder: Path, day: date, *, seed: int) -> Office:
    """Sit down at a desk on a database."""
    clock = ScriptedClock(day)
    desk = Desk(engine=open_engine(url), clock=clock, identity=Identity(clock, seed=seed))
    return Office(desk=desk, clock=clock, folder=folder)


def copied_office(source: Template, folder: Path, books: Books, *, seed: int) -> Office:
    """Copy an office built before, and sit down in the copy; `seed` sets its ids and keys apart."""
    shutil.copytree(FOLDER / "profiles", folder / "profiles")
    target = str(folder / SQLITE_NAME)
    shutil.copyfile(source.url, target)
    office = desk_at(target, folder, date.fromisoformat(f"{books.start}-02"), seed=seed)
    office.desk.engine = engine_like(source.office.desk.engine, target)
    office.count = FIRST_KEY * seed
    return office


def finished(office: Office) -> Template:
    """Leave an SQLite office whole in its one file, ready to be copied."""
    path = office.folder / SQLITE_NAME
    office.desk.engine.dispose()
    whole(path)
    return Template(url=str(path), office=office)
