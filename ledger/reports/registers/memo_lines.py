"""备查簿, line by line: a 登记事项 or a voucher each, and what has become of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ledger.basis.money import grouped, yuan
from ledger.basis.terms import EVENT_KINDS, FORMS, PAPER_TYPES
from ledger.dues.debts import debts_of
from ledger.dues.recalls import recall_cases
from ledger.events.registers.guarantee import Guarantee
from ledger.formats.report import joined
from ledger.reports.registers.register_words import register_words
from ledger.store.standing.registers import read_register_entries, read_register_events

if TYPE_CHECKING:
    import datetime
    from collections.abc import Collection, Iterable, Mapping, Sequence

    import sqlalchemy as sa

    from ledger.dues.recalls import RecallCase
    from ledger.dues.values import BookState
    from ledger.events.base import Event
    from ledger.events.words import Paper
    from ledger.voucher.shown import RegisterEntry, Voucher

#: Who answers for the register on paper.
SIGNATURES = ("登记人", "会计主管", "经办机构负责人")
#: Words that stand in the column of amounts.
AMOUNTS = ("金额", "核定金额")


@dataclass(frozen=True, slots=True, kw_only=True)
class MemoLine:
    """One line of the 备查簿: a 登记事项 or a voucher, and what has become of it (`since`).

    `where` is the voucher's label, empty for a 登记事项; `gone` tells one that was withdrawn.
    """

    key: str
    kind: str
    form: str
    date: datetime.date
    booked: datetime.date
    hospital: str
    year: int
    amount_fen: int
    words: str
    papers: str
    where: str
    since: str
    gone: bool
    chain_year: int
    position: int

    @property
    def order(self) -> tuple[int, int]:
        """Return its place in the book's chain."""
        return self.chain_year, self.position


def papers_told(papers: Iterable[Paper]) -> str:
    """Name papers as the 备查簿 keeps them: what, number, day."""
    return joined(f"{PAPER_TYPES[one.type]} {one.number}（{one.date}）" for one in papers)


def voucher_line(voucher: Voucher, since: str = "") -> MemoLine:
    """Write a voucher as a line."""
    return MemoLine(
        key=voucher.key,
        kind=voucher.movement,
        form=voucher.form,
        date=voucher.date,
        booked=voucher.booked,
        hospital=voucher.hospital,
        year=voucher.year,
        amount_fen=voucher.total_fen,
        words=voucher.summary,
        papers=papers_told(voucher.papers),
        where=voucher.label,
        since=joined((since, f"已由 {voucher.corrected_by} 更正" if voucher.corrected_by else "")),
        gone=False,
        chain_year=int(voucher.period[:4]),
        position=voucher.position,
    )


def register_line(entry: RegisterEntry, event: Event, withdrawn: str, since: str) -> MemoLine:
    """Write a 登记事项 as a line."""
    return MemoLine(
        key=entry.key,
        kind=entry.kind,
        form="",
        date=entry.date,
        booked=entry.booked,
        hospital=entry.hospital,
        year=entry.year,
        amount_fen=event.amount_fen,
        words=joined(
            f"{label}：{text}"
            for label, text in register_words(event, brief=True)
            if label not in AMOUNTS
        ),
        papers=papers_told(event.papers),
        where="",
        since=f"已撤销（{withdrawn}）" if withdrawn else since,
        gone=bool(withdrawn),
        chain_year=entry.chain_year,
        position=entry.position,
    )


def became(state: BookState) -> dict[str, str]:
    """Say by key what has become of recalls, cases, claims and deeds on the day."""
    recalls = {case.recall.key: recall_state(state, case) for case in recall_cases(state)}
    claims = (*state.registers.get("court-case", ()), *state.registers.get("bankruptcy-claim", ()))
    ended = [
        deed for deed in state.of(Guarantee) if deed.until is not None and deed.until < state.on
    ]
    return {
        **recalls,
        **{claim.key: claim_state(state, claim) for claim in claims},
        **{deed.key: "已失效" for deed in ended},
    }


def claim_state(state: BookState, claim: Event) -> str:
    """Say what is left of the debt that a case or a claim in bankruptcy is about."""
    debts = debts_of(state.moved.get(claim.year, ()))
    left = sum(debts.followed(claim.hospital, state.on).values())
    return f"未收回 {grouped(left)}" if left else "已结清"


def recall_state(state: BookState, case: RecallCase) -> str:
    """Say how a recall stands."""
    called = grouped(case.called_fen)
    if case.lifted is not None:
        return f"{case.lifted.date} 解除"
    if case.left_fen:
        due = f"应于 {case.due.date} 前退回，" if case.due.date else ""
        return f"{due}应收 {called}，还差 {grouped(case.left_fen)}{heirs_told(state, case)}"
    if case.called_fen:
        return f"收回 {called}，{case.closed} 收清"
    return "当日没有未收回的款项"


def heirs_told(state: BookState, case: RecallCase) -> str:
    """Name who took the debt of a recall over; nothing where nobody did."""
    heirs = [state.name(holder) for holder in case.holders if holder != case.recall.hospital]
    return f"（{'、'.join(heirs)}承接）" if heirs else ""


def recovered(vouchers: Iterable[Voucher]) -> dict[tuple[str, int], int]:
    """Add up what came back after write-offs, by hospital and year."""
    sums: dict[tuple[str, int], int] = {}
    for voucher in vouchers:
        if voucher.movement == "recovery":
            place = (voucher.hospital, voucher.year)
            sums[place] = sums.get(place, 0) + voucher.total_fen
    return sums


def lines_of(
    state: BookState,
    vouchers: Sequence[Voucher],
    entries: Sequence[tuple[RegisterEntry, Event]],
    withdrawn: Mapping[str, str],
) -> list[MemoLine]:
    """Put lines together in the order in which they entered the chain."""
    back, said = recovered(vouchers), became(state)
    lines = []
    for voucher in vouchers:
        lost = voucher.movement == "write-off" and not voucher.form
        lines.append(voucher_line(voucher, back_told(back, voucher) if lost else ""))
    for entry, event in entries:
        lost = entry.kind == "prior-write-off"
        since = back_told(back, entry) if lost else said.get(entry.key, "")
        lines.append(register_line(entry, event, withdrawn.get(entry.key, ""), since))
    return sorted(lines, key=lambda line: line.order)


def back_told(back: Mapping[tuple[str, int], int], lost: Voucher | RegisterEntry) -> str:
    """Say what came back of a loss after it was written off; nothing where nothing did."""
    fen = back.get((lost.hospital, lost.year), 0)
    return f"核销后已收回 {grouped(fen)}" if fen else ""


def registered(
    conn: sa.Connection,
    book: str,
    on: datetime.date,
    kinds: Collection[str],
    hospital: str = "",
) -> list[tuple[RegisterEntry, Event]]:
    """Read 登记事项 of these kinds up to a day; no kinds means all, no hospital those of all."""
    found = read_register_entries(conn, book, hospital=hospital)
    entries = [entry for entry in found if entry.booked <= on]
    if kinds:
        entries = [entry for entry in entries if entry.kind in kinds]
    events = read_register_events(conn, book, [entry.id for entry in entries])
    return [(entry, events[entry.id]) for entry in entries]


def kind_name(line: MemoLine) -> str:
    """Name what a line is; a correction by its form."""
    name = EVENT_KINDS[line.kind]
    return f"{name}（{FORMS[line.form]}）" if line.form else name


def line_tree(number: int, line: MemoLine, state: BookState) -> dict[str, object]:
    """Write one line for programs."""
    name = state.name(line.hospital) if line.hospital else None
    amount = yuan(line.amount_fen) if line.amount_fen else None
    return {
        "number": number,
        "key": line.key,
        "kind": line.kind,
        "form": line.form or None,
        "date": line.date,
        "booked": line.booked,
        "hospital": line.hospital or None,
        "name": name,
        "year": line.year or None,
        "amount": amount,
        "words": line.words,
        "papers": line.papers,
        "voucher": line.where or None,
        "since": line.since or None,
        "withdrawn": line.gone,
    }
