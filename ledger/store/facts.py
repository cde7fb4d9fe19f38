"""Reads, in a handful of queries for a whole batch, the facts that its checks look at."""

from __future__ import annotations

import datetime
import json
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import sqlalchemy as sa

from ledger.basis.statutory import DISBURSEMENT_ACCOUNT
from ledger.events.booked.disbursement import Disbursement
from ledger.events.booked.opening_balance import OpeningBalance
from ledger.events.booked.payment_return import PaymentReturn
from ledger.events.moves import moved_legs
from ledger.policy.facts import Facts, Funding, Payment
from ledger.policy.layers import load_layers
from ledger.policy.profile import Policy
from ledger.store.bank.confirm import read_asked_letters
from ledger.store.masters import (
    chunks,
    read_areas,
    read_bank_accounts,
    read_hospitals,
)
from ledger.store.policy import read_adopted, read_choices
from ledger.store.relations.documents import read_documents, read_returned, read_stated
from ledger.store.relations.events import EventPick, read_event_rows, read_kept_rows
from ledger.store.relations.papers import read_evidence
from ledger.store.rows import event_of
from ledger.store.standing.held import read_held
from ledger.store.standing.opening_ties import read_asked_totals
from ledger.store.standing.standing import books_of_area, read_standing
from ledger.store.standing.uncalled import read_uncalled
from ledger.store.tables import schema as s
from ledger.store.vouchers.balances import first_open, read_accounts
from ledger.store.vouchers.histories import Histories, read_histories
from ledger.voucher.cited import Cited, funding_of, payment_of
from ledger.voucher.letters import letters_of
from ledger.voucher.registers import cases_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from ledger.events.base import Event
    from ledger.masters.book import Book
    from ledger.masters.chart import FundChart
    from ledger.masters.leg import Leg


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """A key that a book holds already: its content, its id, and its 记账日期."""

    digest: str
    id: str
    booked: str


def read_facts(
    conn: sa.Connection,
    book: Book,
    chart: FundChart,
    events: Sequence[Event],
    today: datetime.date,
    policy: Policy | None = None,
) -> tuple[Facts, Cited]:
    """Read what the checks of these events need; `Cited` holds the mappings Facts shows.

    `policy` is the book's, where the caller has read it already.
    """
    histories = read_histories(conn, book.code, {e.corrected for e in events if e.corrected})
    cited = read_cited(conn, book, chart, events, histories)
    open_from, opening_open = first_open(conn, book)
    named = hospitals_named(events, histories, chart) | hospitals_cited(cited)
    recalled = {event.hospital for event in events if event.KIND == "recall"}
    facts = Facts(
        book=book,
        chart=chart,
        policy=policy or adopted_policy(conn, book),
        today=today,
        open_from=open_from,
        opening_open=opening_open,
        hospitals=read_hospitals(conn, today, named),
        banks=read_bank_accounts(conn, book.code),
        payments=cited.payments,
        documents=cited.documents,
        vouchers=cited.vouchers,
        standings=cited.standings,
        gates=cited.gates,
        registers=cited.registers,
        areas=read_areas(conn),
        holders=read_holders(conn, book.code, events, histories),
        letters=cited.letters,
        cutoffs=cited.cutoffs,
        openings=read_asked_totals(conn, book.code, events),
        court_cases=cited.court_cases,
        fundings=cited.fundings,
        begun_with=read_begun_with(conn, book.code, events),
        held=read_held(conn, book.code, chart, events),
        uncalled=read_uncalled(conn, book.code, chart.roles["prepayment"], recalled),
    )
    return facts, cited


def read_cited(
    conn: sa.Connection,
    book: Book,
    chart: FundChart,
    events: Sequence[Event],
    histories: Histories,
) -> Cited:
    """Read the mappings that a batch changes as it is worked through."""
    standing = read_standing(conn, book.code, chart, events, histories.vouchers.values())
    confirming = read_asked_letters(conn, book.code, events)
    letters, cutoffs = letters_of(confirming)
    cases = read_court_cases(conn, book.code, events)
    return Cited(
        chart=chart,
        payments=read_payments(conn, book.code, events, histories, chart),
        documents=read_documents(conn, book.code, [*events, *stated(histories, chart)], chart),
        vouchers=histories.vouchers,
        histories=histories.facts,
        standings=standing.standings,
        gates=standing.gates,
        registers=standing.registers,
        registered=[*standing.registered, *cases, *confirming],
        letters=letters,
        cutoffs=cutoffs,
        court_cases=cases_of(cases),
        fundings=read_fundings(conn, book.code, events),
    )


def adopted_policy(conn: sa.Connection, book: Book, folder: Path | None = None) -> Policy:
    """Return the policy that a book works from: its adopted text, and the readings chosen.

    `folder` has the office's own profiles, for a book that never adopted any.
    """
    adopted = read_adopted(conn, book.code)
    layers = adopted.layers if adopted else load_layers(book.profile, folder)
    return Policy(layers=layers, chosen=read_choices(conn, book.code))


def read_holders(
    conn: sa.Connection, book: str, events: Iterable[Event], histories: Histories
) -> dict[str, str]:
    """Read whose the leaves are that corrections move, by code: a code alone names nobody."""
    legs = legs_posted(histories)
    codes = codes_moved(events) | {
        code for leg in legs for code in (leg.debit.code, leg.credit.code)
    }
    leaves = read_accounts(conn, book, codes) if codes else {}
    return {code: leaf.holder for code, leaf in leaves.items() if leaf.holder}


def codes_moved(events: Iterable[Event]) -> set[str]:
    """Return the codes of the leaves that corrections move."""
    moves = [move for event in events for move in getattr(event, "moves", ())]
    return {code for move in moves for code in move.rpartition(":")[0].split(">")}


def legs_posted(histories: Histories) -> list[Leg]:
    """Return the legs of vouchers as they were posted."""
    return [leg for voucher in histories.vouchers.values() for leg in voucher.legs]


def hospitals_named(events: Iterable[Event], histories: Histories, chart: FundChart) -> set[str]:
    """Collect the hospital codes that events name, in their words or in what they move."""
    found = set()
    for event in events:
        found |= {getattr(event, word, "") for word in ("hospital", "successor", "counterparty")}
        for leg in moved_legs(getattr(event, "moves", ()), chart):
            found |= {leg.debit.hospital, leg.credit.hospital}
    for leg in legs_posted(histories):
        for account in (leg.debit, leg.credit):
            found |= {account.hospital, account.counterparty}
    return found - {""}


def hospitals_cited(cited: Cited) -> set[str]:
    """Collect the hospitals of the court cases, and those of whoever cites a document."""
    cases = {hospital for _, hospital in cited.court_cases}
    citing = {one.hospital for citings in cited.documents.values() for one in citings}
    return cases | (citing - {""})


def stated(histories: Histories, chart: FundChart) -> list[Event]:
    """Say the facts that are to be corrected as they stand."""
    return [event for history in histories.facts.values() for event in history.state(chart)]


def read_payments(
    conn: sa.Connection,
    book: str,
    events: Sequence[Event],
    histories: Histories,
    chart: FundChart,
) -> dict[str, Payment]:
    """Read the disbursements that 退汇 or corrections name, with what was returned of them."""
    asked = payments_named([*events, *stated(histories, chart)])
    asked |= {v.key for v in histories.vouchers.values() if v.kind == Disbursement.KIND}
    pick = EventPick(kinds=(Disbursement.KIND,), keys=asked, standing=True)
    paid = read_stated(conn, book, chart, pick)
    returned = read_returned(conn, book, {event.hospital for event in paid}, chart)
    return {
        event.key: payment_of(event, returned.get(event.key, 0))
        for event in paid
        if isinstance(event, Disbursement)
    }


def payments_named(events: Iterable[Event]) -> set[str]:
    """Return the keys of the payments that 退汇 name."""
    return {event.disbursement for event in events if isinstance(event, PaymentReturn)}


def read_court_cases(conn: sa.Connection, book: str, events: Iterable[Event]) -> list[Event]:
    """Read the court cases that stand in the area's books, where a 核销 asks whose they are."""
    if not any(event.KIND == "write-off" for event in events):
        return []
    pick = EventPick(kinds=("court-case",))
    return [event_of(row, ()) for row in read_kept_rows(conn, books_of_area(book), pick)]


def paid_years(events: Iterable[Event]) -> list[int]:
    """Name the years of the payments among events."""
    return sorted({event.date.year for event in events if event.KIND == "disbursement"})


def read_fundings(conn: sa.Connection, book: str, events: Iterable[Event]) -> dict[str, Funding]:
    """Read the 财政 documents of the years in which these events pay."""
    years = paid_years(events)
    if not years:
        return {}
    first, last = f"{years[0]}-01-01", f"{years[-1]}-12-31"
    pick = EventPick(kinds=("allocation",), dated_from=first, dated_to=last, standing=True)
    # No fact is booked before its day.
    rows = read_event_rows(conn, book, replace(pick, booked_from=first))
    papers = read_evidence(conn, book, (row["id"] for row in rows))
    found: dict[str, Funding] = {}
    for row in sorted(rows, key=lambda row: row["id"]):
        entered = datetime.date.fromisoformat(row["prepared_at"][:10])
        held = papers.get(row["id"], ())
        found |= funding_of(event_of(row, held), held, entered)
    return found


def read_begun_with(conn: sa.Connection, book: str, events: Iterable[Event]) -> dict[int, int]:
    """Read what lay in the 支出户 when the years of payments began: carried, or by 期初."""
    years = paid_years(events)
    if not years:
        return {}
    o = s.opening.c
    carried = sa.select(o.year, o.balance_fen).where(
        o.book == book, o.account == DISBURSEMENT_ACCOUNT, o.year.in_(years)
    )
    found = {int(year): int(fen) for year, fen in conn.execute(carried.order_by(o.year))}
    for row in read_event_rows(conn, book, EventPick(kinds=(OpeningBalance.KIND,))):
        if json.loads(row["content"])["account"] == DISBURSEMENT_ACCOUNT:
            year = int(row["date"][:4])
            found[year] = found.get(year, 0) + row["amount_fen"]
    return found


def read_keys(conn: sa.Connection, book: str, keys: Iterable[str]) -> dict[str, Known]:
    """Find which business keys a book holds already, posted or as live drafts."""
    found = {}
    for part in chunks(keys):
        for table in (s.event, s.draft):
            t = table.c
            query = sa.select(t.key, t.content_digest, t.id, t.booked).where(
                t.book == book, t.key.in_(part)
            )
            for key, digest, id_, booked in conn.execute(query):
                found[key] = Known(digest=digest, id=id_, booked=booked)
    return found
