"""The office of three of docs/office-of-three.md: its rows, its people, and who acts how."""

from __future__ import annotations

import re
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from ledger.basis.money import yuan
from ledger.masters.book import BankAccount
from ledger.store.engine import reading, writing
from ledger.store.masters import read_books
from ledger.workflow.drafting.record import record
from ledger.workflow.drafting.review import approve
from ledger.workflow.posting.post import post_drafts
from ledger.workflow.posting.register import approve_registers
from ledger.workflow.setup.keys import open_signer
from ledger.workflow.setup.masters import add_operator, describe_account, import_hospitals
from tests.office import EMPLOYEE, FIRST, Office, raw

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from ledger.events.base import Event

PAGE = Path(__file__).parents[1] / "docs" / "office-of-three.md"
HEADINGS = ("日期", "谁", "办什么", "结果")
PEOPLE = {
    "赵出纳": ("cashier", "admin"),
    "王科长": ("approver", "poster", "chief"),
    "李会计": ("preparer",),
    "钱会计": ("preparer",),
}
CLERK, CHIEF, CASHIER = "李会计", "王科长", "赵出纳"
#: What each types first; whoever forgets it gets another.
FIRST_WORDS = "黄河边上七棵老槐树下的"
KINDS = {
    "利息": "interest",
    "财政拨入": "allocation",
    "拨付": "disbursement",
    "返还": "repayment",
}
ACCOUNT = "1004"


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryRow:
    """One row of the page: the day, who, what is done with which words, and what must come of it."""

    line: int
    day: str
    who: str
    verb: str
    words: str
    result: str


def story_rows() -> list[StoryRow]:
    """Read the rows of the page's tables that tell a day."""
    rows = []
    for number, line in enumerate(PAGE.read_text("utf-8").splitlines(), 1):
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
        if re.fullmatch(r"\d{4}-\d{2}-\d{2}", cells[0]):
            assert len(cells) == len(HEADINGS), f"{PAGE.name}:{number}"
            verb, _, words = cells[2].partition("：")
            rows.append(
                StoryRow(
                    line=number,
                    day=cells[0],
                    who=cells[1],
                    verb=verb,
                    words=words,
                    result=cells[3],
                )
            )
    return rows


@dataclass(slots=True)
class ThreeOffice(Office):
    """The office of three: who acts opens the key by the password that is theirs now."""

    passwords: dict[str, str] = field(default_factory=dict)
    clerk: str = CLERK
    recorded: int = 0

    def people_in(self) -> None:
        """Register the people, the hospital, and what was there before signing was on."""
        desk = self.desk
        for name, roles in PEOPLE.items():
            add_operator(desk, name, roles)
            desk.operator = CASHIER
        desk.operator = CLERK
        words = {"ownership": "public", "level": "二级甲等", "inpatient": "yes"}
        hospital = {"code": FIRST, "name": "甲医院", **words, "bank_account": f"6222{FIRST[-8:]}"}
        import_hospitals(desk, raw([hospital], "hospitals.csv"))
        bank = BankAccount(code=ACCOUNT, bank="示范银行", number="1004001", exclusive=True)
        describe_account(desk, EMPLOYEE, bank)
        opening = self.row(
            "opening-balance", date="2026-01-01", account="1003", amount="10000000.00"
        )
        record(desk, raw([opening], "opening.jsonl"))
        desk.operator = CHIEF
        approve(desk, ())
        post_drafts(desk, ())
        self.permit(FIRST, 2026)
        self.withheld.add((FIRST, "2026", "employee"))

    def register(self, book: str, day: date, *events: Event) -> None:
        """Let events without legs stand, as 李会计 prepares and 王科长 approves them."""
        self.desk.operator = CLERK
        rows = [self.draft(event, day) for event in events]
        self.desk.operator = CHIEF
        with writing(self.desk.engine, [book]) as conn:
            approve_registers(self.desk, conn, read_books(conn)[book], rows)

    @contextmanager
    def acting(self, who: str) -> Iterator[None]:
        """Let somebody act, by their password where there is one."""
        self.desk.operator, self.desk.signer = who, None
        if who in self.passwords:
            with reading(self.desk.engine) as conn:
                self.desk.signer = open_signer(self.desk, conn, who, self.passwords[who])
        yield
        self.desk.signer = None

    def money_of(self, month: str) -> list[tuple[str, str, str]]:
        """List what moved the bank account in a month, as the bank prints it."""
        moved = [
            (str(one.booked), line.amount_fen * (1 if line.side == "debit" else -1))
            for one in self.vouchers()
            for line in one.lines
            if line.account == ACCOUNT and str(one.booked).startswith(month)
        ]
        return [(day, yuan(fen), "对方") for day, fen in moved]
