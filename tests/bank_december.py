"""December 2025 of 兰州 as the bank printed it: a statement of the tests' own making.

What the bank saw differs from the books in eight ways, each named below. The same lines are
written as different banks print them.
"""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from ledger.basis.money import grouped, yuan
from ledger.store.bank.bank_books import read_bank_papers, read_moved
from ledger.store.masters import read_hospitals
from tests.bank_office import HEADINGS
from tests.sample_story import EMPLOYEE, ZHIYUAN_ORTHOPAEDIC

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    import sqlalchemy as sa

    from ledger.reconcile.units import BankMoved

#: What the accounts held before December, the same in both.
OPENING = 6_550_520_570
STRANGER = "陇原示范商贸有限公司"
#: The vouchers of December that the walk plays with, by number.
ONE_TRANSFER = (5, 6, 7)
WRONG_FEN, LATE_IN, BOUNCED, LATE_OUT = 11, 33, 36, 38


@dataclass(frozen=True, slots=True, kw_only=True)
class Print:
    """One line as the bank has it: money in is positive."""

    day: date
    net_fen: int
    name: str
    account: str
    summary: str
    serial: str


def december_prints(conn: sa.Connection) -> list[Print]:
    """Write what the bank saw of December: the books' movements, and what differs."""
    moved = [m for m in read_moved(conn, EMPLOYEE, "1004") if m.period == "2025-12"]
    hospitals = read_hospitals(conn, date(2025, 12, 31))
    papers = read_bank_papers(conn, EMPLOYEE, [m.id for m in moved])

    def of(m: BankMoved) -> Print:
        hospital = hospitals.get(m.hospital)
        return Print(
            day=m.date,
            net_fen=m.net_fen,
            name=hospital.name if hospital else "兰州市财政局",
            account=hospital.bank_account if hospital else "",
            summary=m.summary[:20],
            serial=min(papers[m.id].receipts, default=""),
        )

    prints = {m.number: of(m) for m in moved}
    # The head of the 医共体 sends what three hospitals owe in one transfer.
    head = prints[ONE_TRANSFER[0]]
    total = sum(prints[n].net_fen for n in ONE_TRANSFER)
    for number in ONE_TRANSFER:
        del prints[number]
    # The bank has the wrong payment's right amount: one 分 less than the books.
    wrong = prints[WRONG_FEN]
    prints[WRONG_FEN] = replace(wrong, net_fen=wrong.net_fen - 1, serial="")
    # Two that the bank has only in January, and one that it could not deliver at first.
    del prints[LATE_IN], prints[LATE_OUT]
    paid = replace(prints.pop(BOUNCED), name="兰州禾康老年病医院", serial="")
    return sorted(
        [
            *prints.values(),
            replace(head, net_fen=total, summary="三家单位返还预付金", serial="2025121000009999"),
            replace(paid, summary="拨付结算款"),
            replace(paid, day=date(2025, 12, 30), net_fen=-paid.net_fen, summary="账号不符退汇"),
            replace(paid, day=date(2025, 12, 31), summary="拨付结算款"),
            Print(
                day=date(2025, 12, 26),
                net_fen=8_800_000,
                name=STRANGER,
                account="6217000000000088",
                summary="货款",
                serial="2025122600008888",
            ),
            Print(
                day=date(2025, 12, 25),
                net_fen=145_000_000,
                name=hospitals[ZHIYUAN_ORTHOPAEDIC].name,
                account=hospitals[ZHIYUAN_ORTHOPAEDIC].bank_account,
                summary="返还预付金",
                serial="2025122500007777",
            ),
        ],
        key=lambda line: line.day,
    )


def rows_of(prints: Iterable[Print], opening_fen: int = OPENING) -> list[list[str]]:
    """Write lines as a bank prints them: 借 is out, 贷 is in, the running balance behind."""
    rows, balance = [], opening_fen
    for line in prints:
        balance += line.net_fen
        out = grouped(-line.net_fen) if line.net_fen < 0 else ""
        in_ = grouped(line.net_fen) if line.net_fen > 0 else ""
        day = line.day.isoformat()
        rows.append(
            [day, line.summary, line.name, line.account, out, in_, grouped(balance), line.serial]
        )
    return rows


def csv_text(rows: Sequence[Sequence[str]], *, headings: Sequence[str] = HEADINGS) -> str:
    """Print rows with a bank's junk above and its totals below."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(["示范银行兰州分行账户交易明细"])
    writer.writerow(["户名：兰州市医疗保障服务中心", "", "币种：人民币"])
    writer.writerow(["查询期间：2025-12-01 至 2025-12-31"])
    writer.writerow(headings)
    writer.writerows(rows)
    out_fen = sum(int(row[4].replace(",", "").replace(".", "") or 0) for row in rows)
    in_fen = sum(int(row[5].replace(",", "").replace(".", "") or 0) for row in rows)
    writer.writerow(["合计", "", "", "", grouped(out_fen), grouped(in_fen), "", ""])
    writer.writerow(["打印时间：2026-01-04 09:00:00", "", "第 1 页 共 1 页"])
    return out.getvalue()


def closing(prints: Iterable[Print]) -> str:
    """Say what the statement ends on."""
    return yuan(OPENING + sum(line.net_fen for line in prints))
