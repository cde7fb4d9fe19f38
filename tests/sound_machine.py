"""The machine that knows no rule: it tries every verb, and what is taken must be sound.

No outcome is predicted. Whoever acts, whatever the clock says, a verb either refuses in the
ledger's own words or does it; after every step `verify` has nothing to find. So a rule that one
of record, approve, post, close and verify judges by itself comes to light. What was taken is
counted: a walk in which some kind of step is never taken proves nothing of it.
"""

from __future__ import annotations

import json
from datetime import date, datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from ledger.basis.clock import CHINA_STANDARD_TIME
from ledger.basis.errors import LedgerError
from ledger.basis.identity import Identity
from ledger.basis.period import next_period
from ledger.basis.terms import ROLES
from ledger.store.engine import open_engine, reading
from ledger.store.tables import schema as s
from ledger.workflow.close.close_month import close_month
from ledger.workflow.close.close_year import close_year
from ledger.workflow.close.verify import verify
from ledger.workflow.desk import Desk
from ledger.workflow.drafting.correct import correct
from ledger.workflow.drafting.record import record
from ledger.workflow.drafting.review import approve, drafts_of, reject, revise
from ledger.workflow.policy.policy_choice import choose
from ledger.workflow.posting.post import post_drafts
from ledger.workflow.posting.sign import sign
from ledger.workflow.setup.masters import add_operator
from tests.model_rows import AMOUNTS, FIRST, SECOND, amended, rows_of
from tests.office import EMPLOYEE, PEOPLE, proved_otherwise, raw
from tests.sound_clock import MovedClock
from tests.sound_rows import MONEY, OWN, TAKEN, careful_row

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Callable, Sequence

    from tests.model_facts import Words

NEWCOMERS = ("新人庚", "新人辛")
WHO = st.sampled_from([*PEOPLE, *NEWCOMERS])
WHOSE = st.sampled_from([FIRST, FIRST, SECOND])
#: How many days ago something was that is told only now.
BACK = st.sampled_from([0, 0, 0, 3, 40])
START = "2026-10"
BEGUN = date(2026, 10, 8)


class SoundMachine(RuleBasedStateMachine):
    """One book, a handful of people with any roles, a year's end in the middle."""

    #: Gives the URL of a fresh office, a clock that is not used, and what disposes of it.
    opened: Callable[[], tuple[str, object, Callable[[], None]]]
    #: What is done before a walk begins, or some steps of it (tests/sound_story.py).
    story: Sequence[Callable[[SoundMachine], object]]
    #: What was taken, over all walks, and how many steps there were.
    taken: Counter[str]

    def __init__(self) -> None:
        super().__init__()
        self.url, _, self.dispose = type(self).opened()
        self.clock = MovedClock(datetime.combine(BEGUN, datetime.min.time(), CHINA_STANDARD_TIME))
        self.clock.moment += timedelta(hours=9)
        identity = Identity(self.clock, seed=1)
        self.desk = Desk(engine=open_engine(self.url), clock=self.clock, identity=identity)
        self.keys: list[str] = []
        self.filed: list[str] = []
        self.paid: list[Words] = []
        self.corrected: list[str] = []
        self.registered: list[str] = []
        self.changed = True
        self.refused: list[str] = []
        self.refusals: list[str] = []

    @initialize(lived=st.sampled_from([0, 0, 14, 28, 99]))
    def begin(self, lived: int) -> None:
        """Put a little money into both accounts, and live some steps of the story."""
        for name, reading_ in (
            ("recovery_credit", "other_income"),
            ("prior_year_result", "net_assets"),
        ):
            self.tries(
                "主管丁", "choose", partial(choose, self.desk, EMPLOYEE, name, reading_, "会商")
            )
        opening = {"kind": "opening-balance", "account": "1003", "amount": "90.00"}
        into = {"kind": "allocation", "amount": "40.00", "date": "2026-10-08"}
        rows = [
            amended({"date": "2026-10-01", **row}, "employee", f"begin-{n}")
            for n, row in enumerate((opening, into))
        ]
        assert self.files(rows)
        assert self.usual()
        for hospital, amount in ((FIRST, "7.00"), (SECOND, "2.00")):
            self.write("disbursement", amount, hospital)
        for step in type(self).story[:lived]:
            step(self)
            self.what_was_taken_is_sound()

    def tries(self, who: str, verb: str, act: Callable[[], object]) -> bool:
        """Let somebody try something; tell whether it was taken."""
        self.desk.operator = who
        try:
            act()
        except LedgerError as error:
            self.refused = [f.code for f in getattr(error, "findings", ())]
            self.refusals.append(f"{verb}: {error}")
            return False
        self.changed = True
        type(self).taken[verb] += 1
        return True

    def files(self, rows: Sequence[Words], who: str = "制单乙") -> bool:
        """制单 rows."""
        if not self.tries(who, "record", partial(record, self.desk, raw(rows, "r.jsonl"))):
            return False
        self.filed += [row["key"] for row in rows if row["kind"] in MONEY]
        return True

    def usual(self) -> bool:
        """审核 and 记账 what waits, by those whose work it is."""
        self.tries("审核丙", "approve", lambda: approve(self.desk, (), book=EMPLOYEE))
        self.tries("主管丁", "approve", lambda: approve(self.desk, (), book=EMPLOYEE))
        return self.tries("主管丁", "post", lambda: post_drafts(self.desk, (), book=EMPLOYEE))

    def key(self) -> str:
        """Make a key that nothing has yet."""
        self.keys.append(f"k-{len(self.keys)}")
        return self.keys[-1]

    @rule(rows=st.lists(rows_of(), min_size=1, max_size=2), who=WHO, irregular=st.booleans())
    def record_file(self, rows: list[Words], who: str, *, irregular: bool) -> None:
        """制单 a small file by anybody, as it comes: much of it is wrong."""
        made = []
        for row in rows:
            words = amended(row, "employee", self.key())
            words["fund"] = "employee"
            if words["kind"] == "payment-return":
                words |= {"hospital": FIRST, "year": "2026"}
                words["disbursement"] = self.paid[-1]["key"] if self.paid else "nothing"
            if irregular:
                words |= {"irregular": "yes", "reason": words.get("reason") or "银行已经划出"}
                words["papers"] = [p for p in words["papers"] if p["type"] != "payment-order"]
            made.append(words)
        self.files(made, who)
        self.usual()

    @rule(kind=st.sampled_from(MONEY), amount=AMOUNTS, hospital=WHOSE, back=BACK)
    def move_money(self, kind: str, amount: str, hospital: str, back: int) -> None:
        """制单 with nothing lacking what moves money, and carry it through."""
        self.write(kind, amount, hospital, back)

    @rule(kind=st.sampled_from([*OWN]), amount=AMOUNTS, hospital=WHOSE, back=BACK)
    def leave_waiting(self, kind: str, amount: str, hospital: str, back: int) -> None:
        """制单 with nothing lacking, and leave it to others."""
        self.write(kind, amount, hospital, back, carry=False)

    @rule(kind=st.sampled_from(("recall", "recall", "recall-lift")), hospital=WHOSE, back=BACK)
    def register(self, kind: str, hospital: str, back: int) -> None:
        """登记 a recall or its lifting, and let it take effect."""
        self.write(kind, "1.00", hospital, back)

    def write(
        self, kind: str, amount: str, hospital: str, back: int = 0, *, carry: bool = True
    ) -> None:
        """制单 a row of today or some days ago, and perhaps carry it through."""
        day = max(self.clock.moment.date() - timedelta(days=back), BEGUN).isoformat()
        words: Words = {}
        if kind == "payment-return" and self.paid:
            paid = self.paid[-1]
            hospital = str(paid["hospital"])
            words = {"year": paid["year"], "disbursement": paid["key"]}
        elif kind == "succession":
            hospital = FIRST
        elif kind == "recall-lift":
            words["recall"] = self.registered[-1] if self.registered else "nothing"
        row = careful_row(kind, self.key(), day, amount=amount, hospital=hospital, **words)
        if self.files([row]):
            if kind == "disbursement":
                self.paid.append(row)
            if kind == "recall":
                self.registered.append(row["key"])
        if carry:
            self.usual()

    @rule(amount=AMOUNTS, hospital=st.sampled_from([FIRST, SECOND]))
    def pay_against_a_rule(self, amount: str, hospital: str) -> None:
        """制单 what the bank has paid without an order, as a special case; the chief approves."""
        row = careful_row(
            "disbursement", self.key(), self.clock.day(), amount=amount, hospital=hospital
        )
        row |= {"irregular": "yes", "reason": "银行已经划出"}
        row["papers"] = [paper for paper in row["papers"] if paper["type"] == "bank-receipt"]
        if self.files([row]):
            self.paid.append(row)
        self.usual()

    @rule(pick=st.integers(0, 3))
    def withdraw(self, pick: int) -> None:
        """撤销登记."""
        event = self.registered[-1 - pick % len(self.registered)] if self.registered else "nothing"
        self.files([self.about("withdrawal", event)])
        self.usual()

    @rule(pick=st.integers(0, 3), finding=st.sampled_from(["clock-ahead", "duties"]), who=WHO)
    def explain(self, pick: int, finding: str, who: str) -> None:
        """验证事项说明, of something that perhaps needs none, approved by anybody."""
        if self.paid:
            event = self.paid[-1 - pick % len(self.paid)]["key"]
            row = self.about("acknowledgement", event)
            self.files([{**row, "finding": finding}])
            self.tries(who, "approve", lambda: approve(self.desk, [row["key"]]))

    def about(self, kind: str, event: str) -> Words:
        """Write a row that says something about a fact."""
        words = {"kind": kind, "area": "620100", "fund": "employee", "reason": "录错"}
        return {**words, "key": self.key(), "date": self.clock.day(), "event": event, "papers": []}

    @rule(who=WHO, pick=st.integers(0, 9), named=st.booleans())
    def approve_by(self, who: str, pick: int, *, named: bool) -> None:
        """审核 by anybody."""
        drafts = drafts_of(self.desk)
        words = [drafts[pick % len(drafts)].id] if named and drafts else []
        self.tries(who, "approve", lambda: approve(self.desk, words))

    @rule(who=WHO)
    def post_by(self, who: str) -> None:
        """记账 by anybody."""
        self.tries(who, "post", lambda: post_drafts(self.desk, ()))

    @rule(who=WHO)
    def sign_by(self, who: str) -> None:
        """签章 by anybody."""
        self.tries(who, "sign", lambda: sign(self.desk, ()))

    @rule(who=WHO, pick=st.integers(0, 9))
    def reject_by(self, who: str, pick: int) -> None:
        """驳回 by anybody."""
        if drafts := drafts_of(self.desk):
            id_ = drafts[pick % len(drafts)].id
            self.tries(who, "reject", lambda: reject(self.desk, [id_], "不符"))

    @rule(who=st.sampled_from(["制单乙", *NEWCOMERS]), pick=st.integers(0, 9), amount=AMOUNTS)
    def revise_by(self, who: str, pick: int, amount: str) -> None:
        """修改 the amount of a draft."""
        if drafts := drafts_of(self.desk):
            id_ = drafts[pick % len(drafts)].id
            self.tries(who, "revise", lambda: revise(self.desk, id_, {"amount": amount}))

    @rule(
        pick=st.integers(0, 12),
        amount=st.none() | AMOUNTS,
        form=st.sampled_from(["auto", "red", "red-blue", "difference", "blue"]),
        carry=st.booleans(),
    )
    def correct_one(self, pick: int, amount: str | None, form: str, *, carry: bool = True) -> None:
        """更正 in any form: red, red and blue, difference, a prior year's blue."""
        if self.filed:
            key = self.filed[-1 - pick % len(self.filed)]
            self.corrects(key, {"amount": amount} if amount else {}, form, carry=carry)

    @rule(pick=st.integers(0, 3), amount=AMOUNTS, red=st.booleans())
    def correct_again(self, pick: int, amount: str, *, red: bool) -> None:
        """更正 what has been corrected before, or take all of it back."""
        if known := self.corrected or self.filed:
            key = known[-1 - pick % len(known)]
            self.corrects(key, {"amount": amount}, "red" if red else "auto", carry=True)

    @rule(pick=st.integers(0, 12))
    def correct_papers(self, pick: int) -> None:
        """更正 the papers only: of a prior year by a 登记事项, else in red and blue."""
        if self.paid:
            paid = self.paid[-1 - pick % len(self.paid)]
            papers = [{**p, "number": f"{p['number']}-{self.key()}"} for p in paid["papers"]]
            self.corrects(paid["key"], {"papers": papers}, "auto", carry=True)

    def corrects(self, key: str, change: Words, form: str, *, carry: bool) -> None:
        """Prepare a correction, and perhaps carry it through."""
        right = raw([] if form == "red" else [{"corrects": key, **change}], "r.jsonl")
        act = partial(correct, self.desk, EMPLOYEE, [key], reason="录错", right=right, form=form)
        if self.tries("制单乙", "correct", act) and form != "red":
            self.corrected.append(key)
        if carry:
            self.usual()

    @rule(name=st.sampled_from(NEWCOMERS), roles=st.sets(st.sampled_from(sorted(ROLES))))
    def grant(self, name: str, roles: set[str]) -> None:
        """登记操作员: give a newcomer any roles."""
        self.tries("管理员甲", "grant", lambda: add_operator(self.desk, name, sorted(roles)))

    @rule(who=st.sampled_from(["主管丁", "主管丁", *NEWCOMERS]), wait=st.booleans())
    def close_next(self, who: str, *, wait: bool) -> None:
        """月结 the next month; `wait` until it is over, or try it at once."""
        month = self.next_month()
        if wait:
            self.live_to(date.fromisoformat(f"{next_period(month)}-01"))
        self.tries("出纳戊", "sign", partial(sign, self.desk, (), book=EMPLOYEE))
        self.tries(who, "close-month", partial(close_month, self.desk, month, book=EMPLOYEE))

    @rule(wait=st.booleans())
    def close_the_year(self, *, wait: bool) -> None:
        """年结, and the months before it where the year is over."""
        while wait and self.next_month() <= "2026-12":
            month = self.next_month()
            self.close_next("主管丁", wait=True)
            if self.next_month() == month:
                break
        self.tries("制单乙", "prove", partial(proved_otherwise, self.desk, EMPLOYEE, 2026))
        act = partial(close_year, self.desk, 2026, book=EMPLOYEE)
        self.tries("主管丁", "close-year", act)

    def next_month(self) -> str:
        """Name the first month that is not sealed."""
        query = sa.select(sa.func.max(s.seal.c.period)).where(
            s.seal.c.book == EMPLOYEE, s.seal.c.period.not_like("%-13")
        )
        with reading(self.desk.engine) as conn:
            last = conn.execute(query).scalar()
        return next_period(last) if last else START

    @rule(days=st.sampled_from([1, 3, 30]))
    def pass_time(self, days: int) -> None:
        """Let days go by, up to the spring after."""
        self.live_to(min(self.clock.moment.date() + timedelta(days=days), date(2027, 3, 15)))

    def live_to(self, day: date) -> None:
        """Move the clock on to nine o'clock of a day; never back."""
        moment = datetime.combine(day, datetime.min.time(), CHINA_STANDARD_TIME)
        moment += timedelta(hours=9)
        if moment > self.clock.moment:
            self.clock.moment = moment
            self.changed = True
            type(self).taken["clock-forward"] += 1

    @rule(minutes=st.integers(1, 9))
    def clock_back_a_little(self, minutes: int) -> None:
        """Act with a clock that lies a few minutes behind what was done before."""
        self.clock.moment -= timedelta(minutes=minutes)
        row = careful_row("suspense", self.key(), self.clock.day())
        if self.files([row]) and self.usual():
            type(self).taken["clock-back"] += 1
        self.clock.moment += timedelta(minutes=minutes)

    @rule(days=st.sampled_from([1, 400]))
    def clock_back_far(self, days: int) -> None:
        """Act with a clock that lies far behind: refused in so many words, whatever it is."""
        before = self.clock.moment
        self.clock.moment -= timedelta(days=days)
        row = careful_row("suspense", self.key(), BEGUN.isoformat())
        if not self.files([row]) and self.refused == ["CLOCK_BACK"]:
            type(self).taken["clock-far-back"] += 1
        self.clock.moment = before

    @invariant()
    def what_was_taken_is_sound(self) -> None:
        """Verify finds nothing in what the verbs have taken."""
        type(self).taken["steps"] += 1
        if self.changed:
            assert self.faults() == []
            self.changed = False

    def faults(self, book: str = EMPLOYEE) -> list[str]:
        """Return what verify finds."""
        results = verify(self.desk, book=book)
        return [f"{f.code} {f.message}" for result in results for f in result.findings]

    def facts(self) -> list[str]:
        """Name what was posted and registered, by kind and by form of correction."""
        e, c = s.event.c, s.correction.c
        joined = s.event.outerjoin(s.correction, sa.and_(c.book == e.book, c.voucher == e.id))
        query = (
            sa.select(e.kind, e.irregular, e.content, sa.func.coalesce(c.form, ""))
            .select_from(joined)
            .where(e.book == EMPLOYEE)
        )
        found: list[str] = []
        with reading(self.desk.engine) as conn:
            rows: Sequence[Any] = conn.execute(query).all()
        for kind, irregular, content, form in rows:
            again = form != "" and json.loads(content).get("after", "")
            found += [kind, *["special-case"] * bool(irregular), *["blue"] * (form == "blue")]
            found += ["corrected-again"] * bool(again)
        return found

    def teardown(self) -> None:
        """Count what was taken, verify the whole database, and leave it."""
        try:
            type(self).taken.update(kind for kind in self.facts() if kind in TAKEN)
            assert self.faults("") == []
        finally:
            self.desk.engine.dispose()
            self.dispose()
