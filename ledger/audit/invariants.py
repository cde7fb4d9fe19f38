"""验证: every invariant of a book, recomputed from the stored facts and named where it breaks.

Each check takes what was read of one book and gives its findings; `verify` runs them all.
Nothing here trusts a projection, a trigger or the code that wrote.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from ledger.basis.errors import Finding
from ledger.events.words import Unclear
from ledger.masters.chart import Account
from ledger.masters.leg import Leg
from ledger.store.journals import Given, read_given
from ledger.store.masters import read_bank_accounts, read_role_history
from ledger.store.proof.proof import (
    closes_logged,
    expected_triggers,
    hospital_accounts_kept,
    hospital_accounts_logged,
    number_facts,
    orphans,
    read_chain_years,
    read_labels,
    read_links,
    read_seals,
    read_year_legs,
    read_year_papers,
    recomputed_turnover,
    stored_openings,
    stored_turnover,
    triggers,
    upgrades_logged,
)
from ledger.store.proof.proof_bank import BankRows, read_bank_rows
from ledger.store.proof.proof_policy import PolicyRows, read_policy_rows
from ledger.store.proof.proof_signed import SigningRows, read_signing_rows
from ledger.store.relations.documents import read_loss_uses
from ledger.store.tables.schema_check import structure_faults
from ledger.store.upgrades import Stand, Upgrades, posted_under, read_stands, upgrades_of
from ledger.store.vouchers.balances import read_accounts
from ledger.store.vouchers.signatures import all_signatures

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import sqlalchemy as sa

    from ledger.masters.book import Book
    from ledger.masters.chart import FundChart, Leaf
    from ledger.policy.facts import Citing, DocumentKey

Row = dict[str, Any]
#: What reading a row raises that the program would never have written.
UNREADABLE = (ValueError, LookupError, TypeError, AttributeError, AssertionError, Unclear)
REMEDY = "停止记账，保留现场，与最近的备份和纸质结账封面核对"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stored:
    """One book as it is stored: its links with legs and papers by year, and its projections."""

    book: Book
    chart: FundChart
    links: dict[int, list[Row]]
    legs: dict[str, list[Row]]
    papers: dict[str, list[Row]]
    labels: dict[str, tuple[str, int]]
    leaves: dict[str, Leaf]
    numbers: list[tuple[str, int, int, int, int]]
    again: dict[tuple[str, str], tuple[int, int]]
    kept: dict[tuple[str, str], tuple[int, int]]
    openings: dict[int, dict[str, int]]
    seals: list[Row]
    closes: list[tuple[str, str]]
    roles: dict[str, list[tuple[str, tuple[str, ...]]]]
    hanging: list[tuple[str, int]]
    lacking: set[str]
    structure: tuple[str, ...]
    signatures: dict[str, list[tuple[str, str, str, str]]]
    policy: PolicyRows
    bank: BankRows
    signing: SigningRows
    stands: tuple[Stand, ...]
    upgrades: Upgrades
    upgrade_lines: list[Row]
    given: frozenset[Given]
    account_rows: tuple[Row, ...]
    account_lines: tuple[Row, ...]
    #: Bank accounts that are the ledger's alone.
    exclusive: frozenset[str] = frozenset()
    periods: tuple[str, ...] = field(default=())
    #: Who cites the court documents and approvals of the book's write-offs, in all books.
    loss_uses: Mapping[DocumentKey, Sequence[Citing]] = field(default_factory=dict)
    #: The moment of the reading; "" where nothing is held against it.
    now: str = field(default="")

    def rows(self) -> list[Row]:
        """Return every link of every year, in order."""
        return [row for links in self.links.values() for row in links]

    def leg_values(self, voucher: str) -> list[Leg]:
        """Return a voucher's legs as values; an account that is not opened stands by its code."""
        return [
            Leg(
                debit=self.account(leg["debit"]),
                credit=self.account(leg["credit"]),
                amount_fen=leg["amount_fen"],
            )
            for leg in self.legs.get(voucher, [])
        ]

    def account(self, code: str) -> Account:
        """Return a leaf's account."""
        leaf = self.leaves.get(code)
        return leaf.account if leaf else Account(code=code, base=code)

    def judged(self, row: Row, first: str, finding: Finding) -> Finding:
        """Judge a fact by the rules of its own day.

        `first` is the revision with which the rule came; `row` is the fact's link. What was
        posted before it is told as 按旧规则, and is never unsound.
        """
        under = posted_under(self.upgrades, row["chain_year"], row["position"])
        return replace(finding, older=True) if under < first else finding

    def revision_at(self, moment: str) -> str:
        """Return the newest revision that the book was under at a moment; "" before the first."""
        lines = (line for line in self.upgrade_lines if line["at"] <= moment)
        return max((json.loads(line["content"]).get("revision", "") for line in lines), default="")


def read_stored(conn: sa.Connection, book: Book, chart: FundChart, now: str = "") -> Stored:
    """Read everything of a book that the checks look at, at the moment `now`."""
    years = read_chain_years(conn, book.code)
    legs: dict[str, list[Row]] = {}
    papers: dict[str, list[Row]] = {}
    for year in years:
        legs |= read_year_legs(conn, book.code, year)
        papers |= read_year_papers(conn, book.code, year)
    again = recomputed_turnover(conn, book.code)
    kept = stored_turnover(conn, book.code)
    stands = read_stands(conn, book.code)
    return Stored(
        book=book,
        chart=chart,
        links={year: list(read_links(conn, book.code, year)) for year in years},
        legs=legs,
        papers=papers,
        labels=read_labels(conn, book.code),
        leaves=read_accounts(conn, book.code),
        numbers=number_facts(conn, book.code),
        again=again,
        kept=kept,
        openings=stored_openings(conn, book.code),
        seals=read_seals(conn, book.code),
        closes=closes_logged(conn, book.code),
        roles=read_role_history(conn),
        hanging=orphans(conn, book.code),
        signatures=all_signatures(conn, book.code),
        policy=read_policy_rows(conn, book.code),
        bank=read_bank_rows(conn, book.code),
        signing=read_signing_rows(conn, book.code),
        stands=stands,
        upgrades=upgrades_of(stands),
        upgrade_lines=upgrades_logged(conn, book.code),
        given=read_given(conn, book.code),
        account_rows=hospital_accounts_kept(conn),
        account_lines=hospital_accounts_logged(conn),
        exclusive=frozenset(
            code for code, bank in read_bank_accounts(conn, book.code).items() if bank.exclusive
        ),
        loss_uses=read_loss_uses(conn, book.code, chart),
        lacking=expected_triggers(conn.dialect.name) - triggers(conn),
        structure=tuple(structure_faults(conn)),
        periods=tuple(sorted({period for _, period in (*again, *kept)})),
        now=now,
    )


def broken(code: str, message: str, clause: str = "") -> Finding:
    """Word one thing that does not prove."""
    return Finding(code=code, message=message, clause=clause, remedy=REMEDY)
