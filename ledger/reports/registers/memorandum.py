"""备查簿: agreements, guarantees, recalls, cases, write-offs and what came back after them.

甘肃·六; 海南·七(三). Nothing removes a line: what was withdrawn stands with its mark, what was
corrected stands with its correction. It has no effect on balances.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ledger.basis.money import grouped, yuan
from ledger.basis.terms import EVENT_KINDS, FORMS, PAPER_TYPES
from ledger.dues.debts import debts_of
from ledger.dues.recalls import recall_cases
from ledger.events.guarantee import Guarantee
from ledger.formats.report import (
    CODES,
    UNIT,
    WORDS,
    Column,
    Report,
    Row,
    book_line,
    joined,
    money,
)
from ledger.reports.registers.register_words import register_words

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable, Mapping, Sequence

    from ledger.dues.recalls import RecallCase
    from ledger.dues.values import BookState
    from ledger.events.base import Event
    from ledger.events.words import Paper
    from ledger.voucher.shown import RegisterEntry, Voucher

#: The 登记事项 that the 备查簿 keeps, and the movements of its vouchers.
REGISTERED = (
    "agreement",
    "guarantee",
    "recall",
    "recall-lift",
    "court-case",
    "bankruptcy-claim",
    "payment-stop",
    "prior-write-off",
)
POSTED = ("write-off", "recovery", "succession")
#: Who answers for the register on paper.
SIGNATURES = ("登记人", "会计主管", "经办机构负责人")
#: Words that stand in the column of amounts.
AMOUNTS = ("金额", "核定金额")
COLUMNS = (
    Column(heading="序号", align="right"),
    Column(heading="业务日期"),
    Column(heading="登记日期", spare=True),
    Column(heading="类别"),
    Column(heading="医疗机构编码", wraps=CODES, spare=True),
    Column(heading="医疗机构", wraps=WORDS),
    Column(heading="年度", align="right"),
    money("金额"),
    Column(heading="内容", wraps=24),
    Column(heading="文书", wraps=WORDS),
    Column(heading="凭证"),
    Column(heading="后续", wraps=WORDS),
)
NOTE = "备查簿不影响余额；登记有误的撤销登记后仍在，凭证有误的更正后仍在。保管三十年。"


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
    said = {case.recall.key: recall_state(state, case) for case in recall_cases(state)}
    for kind in ("court-case", "bankruptcy-claim"):
        for case in state.registers.get(kind, ()):
            debts = debts_of(state.moved.get(case.year, ()))
            left = sum(debts.followed(case.hospital, state.on).values())
            said[case.key] = f"未收回 {grouped(left)}" if left else "已结清"
    for deed in state.of(Guarantee):
        if deed.until is not None:
            said[deed.key] = "已失效" if deed.until < state.on else ""
    return said


def recall_state(state: BookState, case: RecallCase) -> str:
    """Say how a recall stands."""
    due = f"应于 {case.due.date} 前退回，" if case.due.date else ""
    if case.lifted is not None:
        return f"{case.lifted.date} 解除"
    if not case.left_fen:
        called = f"收回 {grouped(case.called_fen)}" if case.called_fen else "当日没有未收回的款项"
        return f"{called}，{case.closed} 收清" if case.called_fen else called
    heirs = [h for h in case.holders if h != case.recall.hospital]
    names = "、".join(state.name(heir) for heir in heirs)
    return f"{due}应收 {grouped(case.called_fen)}，还差 {grouped(case.left_fen)}" + (
        f"（{names}承接）" if heirs else ""
    )


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
        later = back.get((voucher.hospital, voucher.year), 0)
        lost = voucher.movement == "write-off" and not voucher.form and later
        lines.append(voucher_line(voucher, f"核销后已收回 {grouped(later)}" if lost else ""))
    for entry, event in entries:
        since = said.get(entry.key, "")
        if entry.kind == "prior-write-off":
            later = back.get((entry.hospital, entry.year), 0)
            since = f"核销后已收回 {grouped(later)}" if later else ""
        lines.append(register_line(entry, event, withdrawn.get(entry.key, ""), since))
    return sorted(lines, key=lambda line: line.order)


def memorandum(state: BookState, lines: Sequence[MemoLine]) -> Report:
    """Draw up a book's 备查簿 up to a day."""
    counts = [
        f"{EVENT_KINDS[kind]} {count}"
        for kind in (*REGISTERED, *POSTED)
        if (count := sum(line.kind == kind for line in lines))
    ]
    return Report(
        title="医保预付金备查簿",
        subtitle=(
            book_line(state.book),
            f"截至 {state.on}",
            joined(counts, "，") or "还没有登记",
            UNIT,
        ),
        columns=COLUMNS,
        rows=tuple(memo_row(number, line, state) for number, line in enumerate(lines, 1)),
        notes=(NOTE,),
        signatures=SIGNATURES,
        tree={
            "book": state.book.code,
            "as_of": state.on,
            "lines": [line_tree(number, line, state) for number, line in enumerate(lines, 1)],
        },
    )


def kind_name(line: MemoLine) -> str:
    """Name what a line is; a correction by its form."""
    name = EVENT_KINDS[line.kind]
    return f"{name}（{FORMS[line.form]}）" if line.form else name


def memo_row(number: int, line: MemoLine, state: BookState) -> Row:
    """Draw one line."""
    cells = (
        number,
        line.date,
        line.booked,
        kind_name(line),
        line.hospital,
        state.name(line.hospital) if line.hospital else "",
        str(line.year or ""),
        line.amount_fen or None,
        line.words,
        line.papers,
        line.where,
        line.since,
    )
    return Row(cells=cells)


def line_tree(number: int, line: MemoLine, state: BookState) -> dict[str, object]:
    """Write one line for programs."""
    return {
        "number": number,
        "key": line.key,
        "kind": line.kind,
        "form": line.form or None,
        "date": line.date,
        "booked": line.booked,
        "hospital": line.hospital or None,
        "name": state.name(line.hospital) if line.hospital else None,
        "year": line.year or None,
        "amount": yuan(line.amount_fen) if line.amount_fen else None,
        "words": line.words,
        "papers": line.papers,
        "voucher": line.where or None,
        "since": line.since or None,
        "withdrawn": line.gone,
    }
