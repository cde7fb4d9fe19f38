"""导出链文件: one book's year for whoever does not trust this program."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ledger.basis.errors import Finding, Unsound, unclear
from ledger.formats.chain_file import (
    book_record,
    link_record,
    office_record,
    opening_record,
    record_line,
    seal_record,
    set_record,
)
from ledger.store.engine import reading
from ledger.store.proof.proof import legible, read_chain_years, read_seals, stored_openings
from ledger.store.signing.chain_sets import YearSigned, read_year_signed
from ledger.store.vouchers.balances import read_accounts
from ledger.store.vouchers.chain import read_chain
from ledger.workflow.close.export import years_of
from ledger.workflow.desk import book_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    import sqlalchemy as sa

    from ledger.workflow.desk import Desk


@dataclass(frozen=True, slots=True, kw_only=True)
class ChainExported:
    """A chain file that was written: of which year, how many links and seals, the last seal."""

    book: str
    year: int
    links: int
    seals: int
    last_period: str
    last_seal: str
    #: The head of the office's chain and everybody's newest fingerprint; empty without keys.
    office: str = ""
    fingerprints: tuple[tuple[str, str], ...] = ()


def export_chain(desk: Desk, path: Path, book: str, year: int = 0) -> ChainExported:
    """Write a book's year as a chain file, whole or not at all; the newest year by default.

    What is stored is written as it stands, sound or not: judging is the checker's work.
    Raises Refused (YEAR_UNKNOWN) and Unsound (ROW_UNREADABLE).
    """
    with reading(desk.engine) as conn:
        one = book_of(conn, book)
        years = years_of(conn, one)
        chosen = year or max(read_chain_years(conn, book) or years)
        if chosen not in years:
            shown = "、".join(str(known) for known in years)
            raise unclear(
                "YEAR_UNKNOWN", f"{book} 没有 {chosen} 年的账", f"写明年度 --year，现有：{shown}"
            )
        seals = seals_of(conn, book, chosen)
        try:
            with legible():
                signed = read_year_signed(conn, book, chosen)
                fingerprints = signed.fingerprints()
                links = write_lines(path, chain_lines(conn, book, chosen, seals, signed))
        except ValueError as error:
            raise unreadable(book, chosen, error) from error
        last = seals[-1] if seals else {"period": "", "digest": ""}
    return ChainExported(
        book=book,
        year=chosen,
        links=links,
        seals=len(seals),
        last_period=last["period"],
        last_seal=last["digest"],
        office=signed.cited(),
        fingerprints=fingerprints,
    )


def unreadable(book: str, year: int, error: ValueError) -> Unsound:
    """Word that a row of a year is no text, or not what it should be."""
    what = f"{book} {year} 年有一行读不懂（{error}）"
    remedy = "运行 prepay verify 查明"
    return Unsound([Finding(code="ROW_UNREADABLE", message=what, remedy=remedy)])


def seals_of(conn: sa.Connection, book: str, year: int) -> list[dict[str, Any]]:
    """Read a year's seals in order."""
    return [seal for seal in read_seals(conn, book) if seal["period"].startswith(f"{year}-")]


def chain_lines(
    conn: sa.Connection,
    book: str,
    year: int,
    seals: list[dict[str, Any]],
    signed: YearSigned,
) -> Iterator[str]:
    """Write the records of a book's year, one after another."""
    names = {code: leaf.name for code, leaf in read_accounts(conn, book).items()}
    yield record_line(book_record(book, year, signed=bool(signed)))
    yield from map(record_line, map(office_record, signed.facts))
    yield from map(record_line, map(set_record, signed.sets))
    openings = stored_openings(conn, book).get(year, {})
    for code in sorted(openings):
        yield record_line(opening_record(code, names.get(code, ""), openings[code]))
    for head, legs in read_chain(conn, book, year):
        yield record_line(link_record(head, legs, names))
    yield from map(record_line, map(seal_record, seals))


def write_lines(path: Path, lines: Iterator[str]) -> int:
    """Write lines to a file in one step, and count the links among them."""
    passing = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    links = 0
    try:
        with passing.open("wb") as file:
            for line in lines:
                links += line.startswith(('{"record":"link"', '{"record":"signed"'))
                file.write(line.encode())
            file.flush()
            os.fsync(file.fileno())
        passing.replace(path)
    finally:
        passing.unlink(missing_ok=True)
    return links
