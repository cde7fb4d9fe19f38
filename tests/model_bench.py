"""The bench that a machine works at: a real office, two models, and how they are compared.

After every step the reports are compared; after every refusal all tables but the operation log
are as they were; at the end `verify` is sound.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from hypothesis.stateful import RuleBasedStateMachine, invariant

from ledger.basis.errors import LedgerError, Refused
from ledger.basis.identity import Identity
from ledger.store.engine import open_engine
from ledger.workflow.close.verify import verify
from ledger.workflow.desk import Desk
from ledger.workflow.drafting.record import record
from tests.model import Model, Unit
from tests.model_reports import (
    compare_drafts,
    compare_pages,
    compare_trial_balances,
    compare_vouchers,
    snapshot,
)
from tests.model_rows import FIRST, SECOND
from tests.office import raw

if TYPE_CHECKING:
    from collections.abc import Callable

    from ledger.basis.clock import ScriptedClock
    from tests.model_facts import Words

OVERDRAWN = ("EXCEEDS_OUTSTANDING", "EXCEEDS_SUSPENSE", "ACCOUNT_OVERDRAWN")
BOOKS = {"620100/employee": "employee", "620100/resident": "resident"}
START = "2026-10"
MONTHS = ("2026-10", "2026-11", "2026-12", "2027-01")


class Bench(RuleBasedStateMachine):
    """Two books, two hospitals and one more to import, four months, small amounts."""

    desk: Desk
    #: Gives the URL of a fresh office, its clock, and what disposes of it; set by the test.
    opened: Callable[[], tuple[str, ScriptedClock, Callable[[], None]]]

    def __init__(self) -> None:
        super().__init__()
        self.url, self.clock, self.dispose = type(self).opened()
        self.hospitals = {FIRST, SECOND}
        self.models = {
            book: Model(fund=fund, start=START, hospitals=self.hospitals)
            for book, fund in BOOKS.items()
        }
        self.seen: list[Words] = []
        self.starts = 0
        self.open_desk()
        self.tables = snapshot(self.desk.engine)
        self.compared: dict[str, list[str]] = {}

    def open_desk(self) -> None:
        """Leave the database and open it anew."""
        if self.starts:
            self.desk.engine.dispose()
        self.starts += 1
        identity = Identity(self.clock, seed=self.starts)
        self.desk = Desk(engine=open_engine(self.url), clock=self.clock, identity=identity)

    def move_to(self, day: str) -> None:
        """Set the clock."""
        self.clock.set(date.fromisoformat(day))
        for model in self.models.values():
            model.today = day

    def move_on(self, day: str) -> None:
        """Set the clock on to a day; never back."""
        self.move_to(max(day, self.models["620100/employee"].today))

    def acting(self, name: str) -> Desk:
        """Let somebody act."""
        self.desk.operator = name
        return self.desk

    def record_rows(self, rows: list[Words], *, dry_run: bool = False) -> None:
        """制单 rows: what is refused, and where not, what is a draft and what was known."""
        refused, made, known = set(), {}, {}
        for book, fund in BOOKS.items():
            mine = [row for row in rows if row["fund"] == fund]
            found, made[book], known[book] = self.models[book].record(mine)
            refused |= found
        told = set()
        try:
            result = record(self.acting("制单乙"), raw(rows, "rows.jsonl"), dry_run=dry_run)
        except Refused as error:
            told = {(finding.key, finding.code) for finding in error.findings}
        assert judged(told) == judged(refused), (rows, told, refused)
        self.settle(refused=bool(refused) or dry_run)
        if refused:
            return
        replayed = {row.key for row in result.rows if row.replayed}
        assert replayed == {key for keys in known.values() for key in keys}
        if not dry_run:
            for book, units in made.items():
                self.models[book].waiting += units
            self.seen += [row for row in rows if row not in self.seen]

    def done(self, act: Callable[[], object], codes: set[str]) -> None:
        """Carry out a verb; it is refused with exactly these codes, or not at all."""
        told = set()
        try:
            act()
        except LedgerError as error:
            told = {("", finding.code) for finding in getattr(error, "findings", ())}
        assert judged(told) == judged({("", code) for code in codes}), (told, codes)
        self.settle(refused=bool(codes))

    def settle(self, *, refused: bool) -> None:
        """After a refusal (or a trial) every table but the operation log is as it was."""
        tables = snapshot(self.desk.engine)
        if refused:
            changed = {name for name in tables if tables[name] != self.tables[name]}
            assert not changed, changed
        if tables != self.tables:
            self.tables = tables

    def drafts(self, book: str, picks: list[int]) -> tuple[list[Unit], list[str], set[str]]:
        """Pick drafts by their keys, 9 being a key that nobody knows."""
        model = self.models[book]
        facts = [fact for unit in model.waiting for fact in unit.facts]
        known = sorted({facts[pick % len(facts)].key for pick in picks if facts and pick < 9})
        keys = known if known and 9 not in picks else [*known, "unknown"]
        return model.chosen(keys), keys, set() if keys == known else {"DRAFT_UNKNOWN"}

    @invariant()
    def reports_agree(self) -> None:
        """Every report says what the model says; where no table has changed, it still does."""
        if self.compared is self.tables:
            return
        self.compared = self.tables
        for book, model in self.models.items():
            compare_trial_balances(self.desk, book, model, MONTHS)
            compare_drafts(self.desk, book, model)
            compare_vouchers(self.desk, book, model)
            compare_pages(self.desk, book, model)

    def teardown(self) -> None:
        """Let every invariant, the chain and the second engine prove the books."""
        try:
            faults = [finding for one in verify(self.desk) for finding in one.findings]
            assert not faults, faults
        finally:
            self.desk.engine.dispose()
            self.dispose()


def judged(refusals: set[tuple[str, str]]) -> set[tuple[str, str]]:
    """Keep what must be said: of balances nothing, where a row is refused for its own words.

    What follows from a mistake is no mistake of its own, and may be told or not.
    """
    own = {refusal for refusal in refusals if refusal[1] not in OVERDRAWN}
    return own or refusals
