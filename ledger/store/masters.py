"""Reads and writes the masters: books, operators, hospitals, bank accounts."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from ledger.masters.book import BankAccount, Book
from ledger.masters.hospital import Hospital, HospitalAccount, listed_accounts
from ledger.masters.operator import Operator
from ledger.store.tables import schema as s

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

#: SQLite binds at most 32,766 variables in a statement; PostgreSQL 65,535.
CHUNK = 5_000


def chunks(values: Iterable[str]) -> Iterator[list[str]]:
    """Cut a set of values into sorted lists that fit one statement."""
    ordered = sorted(set(values))
    for start in range(0, len(ordered), CHUNK):
        yield ordered[start : start + CHUNK]


def read_books(conn: sa.Connection) -> dict[str, Book]:
    """Read every book, by code."""
    b, area = s.book.c, s.pooling_area.c
    rows = conn.execute(
        sa.select(b.book, b.area, b.fund, b.profile, b.start, area.name)
        .join(s.pooling_area, area.area == b.area)
        .order_by(b.book)
    )
    return {
        row.book: Book(
            code=row.book,
            area=row.area,
            fund=row.fund,
            area_name=row.name,
            profile=row.profile,
            start=row.start,
        )
        for row in rows
    }


def read_areas(conn: sa.Connection) -> dict[str, str]:
    """Read the names of the pooling areas, by division code."""
    a = s.pooling_area.c
    return {row.area: row.name for row in conn.execute(sa.select(a.area, a.name).order_by(a.area))}


def add_area(conn: sa.Connection, area: str, name: str) -> None:
    """Add a pooling area, unless it is there."""
    known = conn.execute(sa.select(s.pooling_area.c.name).where(s.pooling_area.c.area == area))
    if known.first() is None:
        conn.execute(sa.insert(s.pooling_area), {"area": area, "name": name})


def add_book(conn: sa.Connection, book: Book) -> None:
    """Open a book: its row and its control row."""
    conn.execute(
        sa.insert(s.book),
        {
            "book": book.code,
            "area": book.area,
            "fund": book.fund,
            "profile": book.profile,
            "start": book.start,
        },
    )
    conn.execute(sa.insert(s.control), {"book": book.code, "turns": 0})


def read_operators(conn: sa.Connection) -> dict[str, Operator]:
    """Read every operator with the roles last given, and the books that go with them, by name."""
    found: dict[str, Operator] = {}
    r, o = s.operator_roles.c, s.operator_scope.c
    query = (
        sa.select(r.name, r.roles, r.since, sa.func.coalesce(o.books, "").label("books"))
        .outerjoin(s.operator_scope, sa.and_(o.name == r.name, o.version == r.version))
        .order_by(r.name, r.version)
    )
    for row in conn.execute(query):
        roles = tuple(role for role in row.roles.split(",") if role)
        books = tuple(book for book in row.books.split(",") if book)
        found[row.name] = Operator(name=row.name, roles=roles, since=row.since, books=books)
    return found


def read_role_history(conn: sa.Connection) -> dict[str, list[tuple[str, tuple[str, ...]]]]:
    """Read when each operator was given which roles, the oldest first."""
    history: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
    for row in conn.execute(
        sa.select(s.operator_roles).order_by(s.operator_roles.c.name, s.operator_roles.c.version)
    ):
        roles = tuple(role for role in row.roles.split(",") if role)
        history.setdefault(row.name, []).append((row.since, roles))
    return history


def add_name(conn: sa.Connection, name: str) -> None:
    """Add a person's name where it is new; whoever has no roles is no operator yet."""
    names = conn.execute(sa.select(s.operator.c.name).where(s.operator.c.name == name))
    if names.first() is None:
        conn.execute(sa.insert(s.operator), {"name": name})


def give_roles(conn: sa.Connection, operator: Operator, given_by: str) -> None:
    """Grant an operator roles from now on; a new name is added."""
    add_name(conn, operator.name)
    version = conn.execute(
        sa.select(sa.func.count())
        .select_from(s.operator_roles)
        .where(s.operator_roles.c.name == operator.name)
    ).scalar_one()
    conn.execute(
        sa.insert(s.operator_roles),
        {
            "name": operator.name,
            "version": version + 1,
            "roles": ",".join(operator.roles),
            "since": operator.since,
            "given_by": given_by,
        },
    )
    if operator.books:
        scope = {"name": operator.name, "version": version + 1, "books": ",".join(operator.books)}
        conn.execute(sa.insert(s.operator_scope), scope)


def read_hospitals(
    conn: sa.Connection, on: date, codes: Iterable[str] | None = None
) -> dict[str, Hospital]:
    """Read the versions of hospitals in force on a day, by code: all, or those asked for.

    Their bank accounts come with them, of every day.
    """
    asked = None if codes is None else tuple(codes)
    found: dict[str, sa.Row[Any]] = {}
    versions: dict[str, list[tuple[date, str]]] = {}
    for row in rows_of_hospitals(conn, s.hospital_version, ("valid_from", "version"), asked):
        named = (date.fromisoformat(row.valid_from), row.bank_account)
        versions.setdefault(row.code, []).append(named)
        # The newest version that has begun; before the first has begun, the first.
        if row.code not in found or row.valid_from <= on.isoformat():
            found[row.code] = row
    added = read_added_accounts(conn, asked)
    return {
        code: hospital_of(row, (*listed_accounts(versions[code]), *added.get(code, {}).values()))
        for code, row in found.items()
    }


def rows_of_hospitals(
    conn: sa.Connection, table: sa.Table, order: Iterable[str], codes: Iterable[str] | None
) -> Iterator[sa.Row[Any]]:
    """Read what a table says of hospitals, by code and then in an order; of all for None."""
    query = sa.select(table).order_by(table.c.code, *(table.c[name] for name in order))
    if codes is None:
        yield from conn.execute(query)
        return
    for part in chunks(codes):
        yield from conn.execute(query.where(table.c.code.in_(part)))


def read_added_accounts(
    conn: sa.Connection, codes: Iterable[str] | None
) -> dict[str, dict[str, HospitalAccount]]:
    """Read the accounts registered beside the hospital list, by code and number."""
    added: dict[str, dict[str, HospitalAccount]] = {}
    for row in rows_of_hospitals(conn, s.hospital_account, ("version",), codes):
        # Of a number the newest version counts: it may have been given an end.
        added.setdefault(row.code, {})[row.number] = hospital_account_of(row)
    return added


def newest_versions(conn: sa.Connection, table: sa.Table, codes: Iterable[str]) -> dict[str, int]:
    """Read the newest version that a table has of hospitals; one without any is left out."""
    c = table.c
    versions: dict[str, int] = {}
    for part in chunks(codes):
        counted = sa.select(c.code, sa.func.max(c.version)).where(c.code.in_(part))
        versions.update({row[0]: row[1] for row in conn.execute(counted.group_by(c.code))})
    return versions


def hospital_account_of(row: sa.Row[Any]) -> HospitalAccount:
    """Read one bank account of a hospital."""
    return HospitalAccount(
        number=row.number,
        kind=row.kind,
        since=date.fromisoformat(row.valid_from),
        until=date.fromisoformat(row.until) if row.until else None,
        paper=row.paper,
    )


def add_hospital_accounts(
    conn: sa.Connection, accounts: Sequence[tuple[str, HospitalAccount]], *, by: str, at: str
) -> list[int]:
    """Register bank accounts of hospitals, given with their codes; returns each one's version."""
    versions = newest_versions(conn, s.hospital_account, (code for code, _ in accounts))
    rows: list[dict[str, Any]] = []
    for code, account in accounts:
        versions[code] = versions.get(code, 0) + 1
        rows.append(
            {
                "code": code,
                "version": versions[code],
                "number": account.number,
                "kind": account.kind,
                "valid_from": account.since.isoformat(),
                "until": account.until.isoformat() if account.until is not None else "",
                "paper": account.paper,
                "recorded_by": by,
                "recorded_at": at,
            }
        )
    if rows:
        conn.execute(sa.insert(s.hospital_account), rows)
    return [row["version"] for row in rows]


def hospital_of(row: sa.Row[tuple[str, ...]], accounts: tuple[HospitalAccount, ...]) -> Hospital:
    """Read one version of a hospital."""
    return Hospital(
        code=row.code,
        name=row.name,
        ownership=row.ownership,
        level=row.level,
        inpatient=bool(row.inpatient),
        credit_code=row.credit_code,
        bank_account=row.bank_account,
        group=row.group_name,
        agency=row.agency,
        valid_from=date.fromisoformat(row.valid_from),
        accounts=accounts,
    )


def add_hospitals(conn: sa.Connection, hospitals: Sequence[Hospital]) -> None:
    """Add hospital versions; a code not seen before is added to the list."""
    if not hospitals:
        return
    codes = {hospital.code for hospital in hospitals}
    versions = newest_versions(conn, s.hospital_version, codes)
    fresh = sorted(codes - set(versions))
    if fresh:
        conn.execute(sa.insert(s.hospital), [{"code": code} for code in fresh])
    rows = []
    for hospital in hospitals:
        versions[hospital.code] = versions.get(hospital.code, 0) + 1
        rows.append(
            {
                "code": hospital.code,
                "version": versions[hospital.code],
                "name": hospital.name,
                "ownership": hospital.ownership,
                "level": hospital.level,
                "inpatient": int(hospital.inpatient),
                "credit_code": hospital.credit_code,
                "bank_account": hospital.bank_account,
                "group_name": hospital.group,
                "agency": hospital.agency,
                "valid_from": hospital.valid_from.isoformat(),
            }
        )
    conn.execute(sa.insert(s.hospital_version), rows)


def read_bank_accounts(conn: sa.Connection, book: str) -> dict[str, BankAccount]:
    """Read a book's bank accounts, by account code."""
    b = s.bank_account
    return {
        row.code: BankAccount(
            code=row.code, bank=row.bank, number=row.number, exclusive=bool(row.exclusive)
        )
        for row in conn.execute(sa.select(b).where(b.c.book == book).order_by(b.c.code))
    }


def describe_bank_account(conn: sa.Connection, book: str, bank: BankAccount) -> None:
    """Describe a bank account, anew where it was described before."""
    b = s.bank_account
    conn.execute(sa.delete(b).where(b.c.book == book, b.c.code == bank.code))
    conn.execute(
        sa.insert(b),
        {
            "book": book,
            "code": bank.code,
            "bank": bank.bank,
            "number": bank.number,
            "exclusive": int(bank.exclusive),
        },
    )
