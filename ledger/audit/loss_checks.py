"""核销与收回 proved again: by day what came back, and by document what was written off.

On no day has more come back than was written off by then; by no court document or approval has
more been written off, in all the books of the area, than it says. The day on which a fact counts
is asked of the room that record and post ask; the sums are made anew from what is stored.
"""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

from ledger.audit.chain_checks import label_of
from ledger.audit.day_checks import check_balances, stored_day
from ledger.audit.invariants import broken
from ledger.basis.money import grouped
from ledger.basis.statutory import TEMPORARY_PAYMENT
from ledger.basis.terms import PAPER_TYPES
from ledger.events.losses.prior_write_off import PriorWriteOff
from ledger.policy.standing import NOTHING, MoneyFact

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from ledger.audit.invariants import Row, Stored
    from ledger.basis.errors import Finding
    from ledger.policy.facts import Citing, DocumentKey
    from ledger.policy.standing import Standing

#: How the codes of leaves begin that hold prepayments, or money at a bank.
PREPAID, AT_BANK = f"{TEMPORARY_PAYMENT}.", "100"
#: The revision with which a recovery came to be bound on each day.
FIRST_DAY = "0009"


#: What was written off in years before this program's: a 登记事项.
PRIOR = PriorWriteOff.KIND


def check_limits(stored: Stored) -> Iterator[Finding]:
    """Every limit holds on each day: of balances, of what came back, of what papers bear."""
    yield from check_balances(stored)
    yield from check_losses(stored)


def check_losses(stored: Stored) -> Iterator[Finding]:
    """What came back was written off before, on each day; no document bears more than it says."""
    yield from check_documents(stored)
    moves, causes = loss_moves(stored)
    for (hospital, year), standing in sorted(moves.items()):
        at, lost, back = standing.loss_left("")
        if back > lost:
            finding = broken(
                "RECOVERED_BEYOND",
                f"{stored.book.code} {hospital} {year}年度截至 {at} 日终已核销 {grouped(lost)}，"
                f"核销后已收回 {grouped(back)}（{label_of(stored, causes[hospital, year])}）",
                "甘肃·六；海南·七(三)",
            )
            yield stored.judged(causes[hospital, year], FIRST_DAY, finding)


def check_documents(stored: Stored) -> Iterator[Finding]:
    """By a document that states an amount no more is written off, in either fund, than that."""
    rows = {row["key"]: row for row in stored.rows()}
    for key, citings in sorted(stored.loss_uses.items()):
        for stated in sorted({one.stated_fen for one in citings} - {0}):
            alike = [one for one in citings if one.stated_fen in (0, stated)]
            yield from check_stated(stored, key, stated, alike, rows)


def check_stated(
    stored: Stored,
    document: DocumentKey,
    stated: int,
    citings: Sequence[Citing],
    rows: Mapping[str, Row],
) -> Iterator[Finding]:
    """Name a document by which more was written off than the amount that it states."""
    used = sum(one.used_fen for one in citings)
    own = [one for one in citings if one.book == stored.book.code]
    if used <= stated or not own:
        return
    last = own[-1]
    # What a correction has parted between hospitals has the hospital in its key.
    row = rows.get(last.key) or rows[last.key.removesuffix(f"-{last.hospital}")]
    said = f"各险种据以核销共 {grouped(used)}（{label_of(stored, row)}）"
    finding = broken(
        "DOCUMENT_EXCEEDED",
        f"{stored.book.code} {PAPER_TYPES[document.type]} {document.number} 金额"
        f" {grouped(stated)}，{said}",
        "甘肃·六；海南·七(三)",
    )
    yield stored.judged(row, FIRST_DAY, finding)


def loss_moves(
    stored: Stored,
) -> tuple[dict[tuple[str, int], Standing], dict[tuple[str, int], Row]]:
    """Collect what was lost and came back by hospital and year, and the last fact of each."""
    rows = {row["id"]: row for row in stored.rows()}
    gone = withdrawn_keys(stored)
    moves: dict[tuple[str, int], Standing] = {}
    causes: dict[tuple[str, int], Row] = {}
    for row in rows.values():
        moved = loss_move(stored, row, gone)
        if moved is None:
            continue
        kind, fen = moved
        place = (row["hospital"], row["year"])
        if kind != PRIOR:
            causes[place] = row
        standing = moves.get(place, NOTHING)
        fact = MoneyFact(key=row["key"], kind=kind, day=stored_day(row, rows), fen=fen)
        moves[place] = replace(standing, money=(*standing.money, fact))
    return moves, causes


def withdrawn_keys(stored: Stored) -> set[str]:
    """Return the keys of the 登记事项 that were withdrawn."""
    gone = [row for row in stored.rows() if row["kind"] == "withdrawal"]
    return {json.loads(row["content"])["event"] for row in gone}


def loss_move(stored: Stored, row: Row, gone: set[str]) -> tuple[str, int] | None:
    """Return what a fact adds to what was lost or came back, and as what; None where nothing."""
    if row["kind"] == PRIOR and row["key"] not in gone:
        return PRIOR, row["amount_fen"]
    if row["movement"] == "write-off":
        return row["movement"], net_of(stored, row, PREPAID, -1)
    if row["movement"] == "recovery":
        return row["movement"], net_of(stored, row, AT_BANK, 1)
    return None


def net_of(stored: Stored, row: Row, codes: str, sign: int) -> int:
    """Add up what a voucher does to leaves whose codes begin so, debit-positive times `sign`."""
    return sum(
        sign
        * leg["amount_fen"]
        * (leg["debit"].startswith(codes) - leg["credit"].startswith(codes))
        for leg in stored.legs.get(row["id"], [])
    )
