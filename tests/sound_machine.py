"""The machine that knows no rule: it tries every verb, and what is taken must be sound.

No outcome is predicted. Whoever acts, whatever the clock says, a verb either refuses in the
ledger's own words or does it; after every step `verify` has nothing to find. So a rule that one
of record, approve, post, close and verify judges by itself comes to light.
"""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from ledger.basis.errors import LedgerError
from ledger.basis.identity import Identity
from ledger.basis.terms import ROLES
from ledger.store.engine import open_engine
from ledger.workflow.close import close_month
from ledger.workflow.close_year import close_year
from ledger.workflow.correct import correct
from ledger.workflow.desk import Desk
from ledger.workflow.masters import add_operator
from ledger.workflow.post import post_drafts
from ledger.workflow.record import record
from ledger.workflow.review import approve, drafts_of, reject
from ledger.workflow.sign import sign
from ledger.workflow.verify import verify
from tests.model_bench import BOOKS
from tests.model_rows import AMOUNTS, amended, rows_of
from tests.office import PEOPLE, raw

if TYPE_CHECKING:
    from collections.abc import Callable

    from ledger.basis.clock import ScriptedClock
    from tests.model_facts import Words

BOOK = st.sampled_from([*BOOKS, "620100/employee"])
NEWCOMERS = ("新人庚", "新人辛")
WHO = st.sampled_from([*PEOPLE, *NEWCOMERS])
MONTHS = ("2026-10", "2026-11", "2026-12", "2027-01")
DAYS = ("2026-10-31", "2026-11-12", "2026-12-31", "2027-01-20", "2027-02-03")


class SoundMachine(RuleBasedStateMachine):
    """Two books, a handful of people with any roles, a year's end in the middle."""

    #: Gives the URL of a fresh office, its clock, and what disposes of it; set by the test.
    opened: Callable[[], tuple[str, ScriptedClock, Callable[[], None]]]

    def __init__(self) -> None:
        super().__init__()
        self.url, self.clock, self.dispose = type(self).opened()
        identity = Identity(self.clock, seed=1)
        self.desk = Desk(engine=open_engine(self.url), clock=self.clock, identity=identity)
        self.keys: list[str] = []
        self.changed = True
        self.taken = 0

    @initialize()
    def begin(self) -> None:
        """Put a little money into both accounts of both books."""
        self.clock.set(date(2026, 10, 8))
        for fund in BOOKS.values():
            opening = {"kind": "opening-balance", "account": "1003", "amount": "90.00"}
            into = {"kind": "allocation", "amount": "12.00", "date": "2026-10-08"}
            rows = [
                amended({"date": "2026-10-01", **row}, fund, f"begin-{fund}-{n}")
                for n, row in enumerate((opening, into))
            ]
            assert self.tries("制单乙", partial(record, self.desk, raw(rows, "r.jsonl")))
        self.usual()
        assert self.taken >= len(BOOKS)

    def tries(self, who: str, act: Callable[[], object]) -> bool:
        """Let somebody try something; tell whether it was taken."""
        self.desk.operator = who
        try:
            act()
        except LedgerError:
            return False
        self.changed = True
        self.taken += 1
        return True

    def usual(self) -> None:
        """审核 and 记账 what waits, by those whose work it is."""
        self.tries("审核丙", lambda: approve(self.desk, ()))
        self.tries("主管丁", lambda: approve(self.desk, ()))
        self.tries("主管丁", lambda: post_drafts(self.desk, ()))

    @rule(rows=st.lists(rows_of(), min_size=1, max_size=2), irregular=st.booleans())
    def record_file(self, rows: list[Words], *, irregular: bool) -> None:
        """制单 a small file, and carry it through; some of it as special cases."""
        made = []
        for row in rows:
            words = amended(row, row["fund"], f"k-{len(self.keys)}")
            if words["kind"] == "payment-return":
                words |= {"hospital": "H62010000001", "year": "2026"}
                words["disbursement"] = self.keys[-1] if self.keys else "nothing"
            if irregular:
                words |= {"irregular": "yes", "reason": words.get("reason") or "银行已经划出"}
                words["papers"] = [p for p in words["papers"] if p["type"] != "payment-order"]
            self.keys.append(words["key"])
            made.append(words)
        self.tries("制单乙", lambda: record(self.desk, raw(made, "r.jsonl")))
        self.usual()

    @rule(who=WHO, pick=st.integers(0, 9), named=st.booleans())
    def approve_by(self, who: str, pick: int, *, named: bool) -> None:
        """审核 by anybody."""
        drafts = drafts_of(self.desk)
        words = [drafts[pick % len(drafts)]["id"]] if named and drafts else []
        self.tries(who, lambda: approve(self.desk, words))

    @rule(who=WHO)
    def post_by(self, who: str) -> None:
        """记账 by anybody."""
        self.tries(who, lambda: post_drafts(self.desk, ()))

    @rule(who=WHO)
    def sign_by(self, who: str) -> None:
        """签章 by anybody."""
        self.tries(who, lambda: sign(self.desk, ()))

    @rule(who=WHO, pick=st.integers(0, 9))
    def reject_by(self, who: str, pick: int) -> None:
        """驳回 by anybody."""
        if drafts := drafts_of(self.desk):
            id_ = drafts[pick % len(drafts)]["id"]
            self.tries(who, lambda: reject(self.desk, [id_], "不符"))

    @rule(
        book=BOOK,
        pick=st.integers(0, 12),
        amount=st.none() | AMOUNTS,
        form=st.sampled_from(["red", "red-blue", "difference", "blue"]),
    )
    def correct_one(self, book: str, pick: int, amount: str | None, form: str) -> None:
        """更正 in any form: red, red and blue, difference, a prior year's blue."""
        if not self.keys:
            return
        key = self.keys[-1 - pick % len(self.keys)]
        right = raw([{"corrects": key, **({"amount": amount} if amount else {})}], "r.jsonl")
        asked = raw([], "r.jsonl") if form == "red" else right
        self.tries(
            "制单乙",
            lambda: correct(self.desk, book, [key], reason="录错", right=asked, form=form),
        )
        self.usual()

    @rule(name=st.sampled_from(NEWCOMERS), roles=st.sets(st.sampled_from(sorted(ROLES))))
    def grant(self, name: str, roles: set[str]) -> None:
        """登记操作员: give a newcomer any roles."""
        self.tries("管理员甲", lambda: add_operator(self.desk, name, sorted(roles)))

    @rule(who=st.sampled_from(["主管丁", "主管丁", *NEWCOMERS]), month=st.sampled_from(MONTHS))
    def close_months(self, who: str, month: str) -> None:
        """月结 up to a month."""
        for each in MONTHS[: MONTHS.index(month) + 1]:
            for book in BOOKS:
                self.tries("出纳戊", partial(sign, self.desk, (), book=book))
                self.tries(who, partial(close_month, self.desk, each, book=book))

    @rule()
    def close_the_year(self) -> None:
        """年结, and the months before it."""
        self.close_months("主管丁", "2026-12")
        for book in BOOKS:
            self.tries(
                "主管丁",
                partial(close_year, self.desk, 2026, book=book, reason="本例不讲对账"),
            )

    @rule(day=st.sampled_from(DAYS))
    def pass_time(self, day: str) -> None:
        """Move the clock."""
        self.clock.set(date.fromisoformat(day))

    @invariant()
    def what_was_taken_is_sound(self) -> None:
        """Verify finds nothing in what the verbs have taken."""
        if self.changed:
            found = [f"{f.code} {f.message}" for r in verify(self.desk) for f in r.findings]
            assert found == []
            self.changed = False

    def teardown(self) -> None:
        """Leave the database."""
        self.desk.engine.dispose()
        self.dispose()
