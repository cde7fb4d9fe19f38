"""The machine's first half: files become drafts, and drafts vouchers."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from hypothesis import strategies as st
from hypothesis.stateful import initialize, precondition, rule

from ledger.workflow.drafting.review import approve, reject, revise
from ledger.workflow.posting.post import post_drafts
from tests.model_bench import BOOKS, Bench
from tests.model_facts import Fact, Words, balance
from tests.model_rows import (
    AMOUNTS,
    DAYS,
    FIRST,
    HELD_DAYS,
    HELD_KINDS,
    THIRD,
    amended,
    as_payment,
    leaf_of,
    plain_rows,
    rows_of,
)

if TYPE_CHECKING:
    from collections.abc import Callable


PICKS = st.lists(st.integers(0, 9), min_size=1, max_size=3, unique=True)
BOOK = st.sampled_from(list(BOOKS))

#: What is done to drafts needs some.
WAITING = precondition(lambda self: any(model.waiting for model in self.models.values()))


class Drafting(Bench):
    """制单, 审核, 驳回, 修改, 记账, in any order."""

    @initialize()
    def begin(self) -> None:
        """Put a little money into both accounts of the ledger."""
        self.move_to("2026-10-08")
        for fund in BOOKS.values():
            opening = {"kind": "opening-balance", "account": "1003", "amount": "90.00"}
            into = {"kind": "allocation", "amount": "12.00"}
            rows = [
                amended(row, fund, f"begin-{fund}-{i}") for i, row in enumerate((opening, into))
            ]
            self.record_rows(rows)
        self.approve_all()
        self.post_all()

    @rule(rows=st.lists(rows_of(), min_size=1, max_size=3), trial=st.booleans())
    def record_file(self, rows: list[Words], *, trial: bool) -> None:
        """制单 a small file; a 退汇 names one of the payments seen."""
        paid = [row for row in self.seen if row["kind"] == "disbursement"]
        made: list[Words] = []
        for row in rows:
            words = amended(row, row["fund"], f"{row['kind']}-{len(self.seen) + len(made)}")
            if words["kind"] == "payment-return":
                pick = words.pop("disbursement")
                if paid:
                    payment = paid[-1 - pick % len(paid)]
                    words = {n: payment[n] for n in ("hospital", "year", "fund")} | words
                    words["disbursement"] = payment["key"]
                else:
                    words |= {"hospital": FIRST, "year": "2026", "disbursement": "nothing"}
            made.append(words)
        self.record_rows(made, dry_run=trial and len(rows) == 1)

    @rule(rows=st.lists(plain_rows(), min_size=1, max_size=3), post=st.booleans())
    def record_plainly(self, rows: list[Words], *, post: bool) -> None:
        """制单 rows one by one, and perhaps 审核 and 记账 at once: so the books fill."""
        for row in rows:
            owed = balance(self.models["620100/employee"].pending(), leaf_of(row), "9999")
            fit = row if owed > 0 else as_payment(row)
            self.move_on(fit["date"])
            self.record_rows([amended(fit, fit["fund"], f"{fit['kind']}-{len(self.seen)}")])
        if post:
            self.approve_and_post()

    @precondition(lambda self: self.seen)
    @rule(pick=st.integers(0, 30), amount=AMOUNTS, changed=st.booleans(), twice=st.booleans())
    def record_again(self, pick: int, amount: str, *, changed: bool, twice: bool) -> None:
        """Send a row once more: as it was, or its key with another amount."""
        row = self.seen[-1 - pick % len(self.seen)]
        row = row | {"amount": amount} if changed else row
        self.record_rows([row, row] if twice else [row])

    @WAITING
    @rule()
    def approve_all(self) -> None:
        """审核 all."""
        for unit in (unit for model in self.models.values() for unit in model.waiting):
            unit.approved = True
        self.done(lambda: approve(self.acting("审核丙"), ()), set())

    @WAITING
    @rule(book=BOOK, picks=PICKS)
    def approve_some(self, book: str, picks: list[int]) -> None:
        """审核 drafts by key, one of them perhaps unknown."""
        units, keys, unknown = self.drafts(book, picks)
        self.done(lambda: approve(self.acting("审核丙"), keys, book=book), unknown)
        if not unknown:
            for unit in units:
                unit.approved = True

    @WAITING
    @rule()
    def post_all(self) -> None:
        """记账 all that is approved, each book by itself."""
        for book, model in self.models.items():
            codes = model.post([unit for unit in model.waiting if unit.approved])
            self.done(partial(post_drafts, self.acting("主管丁"), (), book=book), codes)

    @WAITING
    @rule()
    def approve_and_post(self) -> None:
        """审核 and 记账 all."""
        self.approve_all()
        self.post_all()

    @WAITING
    @rule(book=BOOK, picks=PICKS)
    def post_some(self, book: str, picks: list[int]) -> None:
        """记账 drafts by key."""
        units, keys, codes = self.drafts(book, picks)
        if not codes and any(not unit.approved for unit in units):
            codes = {"NOT_APPROVED"}
        codes = codes or self.models[book].post(units)
        self.done(lambda: post_drafts(self.acting("主管丁"), keys, book=book), codes)

    @WAITING
    @rule(book=BOOK, picks=PICKS)
    def reject_some(self, book: str, picks: list[int]) -> None:
        """驳回 drafts by key; their keys and receipts are free again."""
        units, keys, codes = self.drafts(book, picks[:1])
        self.done(lambda: reject(self.acting("审核丙"), keys, "不对", book=book), codes)
        if not codes:
            model = self.models[book]
            model.waiting = [unit for unit in model.waiting if unit not in units]

    @WAITING
    @rule(
        pick=st.integers(0, 9),
        name=st.sampled_from(["amount", "amount", "date", "hospital", "key", "fund"]),
        data=st.data(),
    )
    def revise_one(self, pick: int, name: str, data: st.DataObject) -> None:
        """修改 a word of a draft; what it is known by stays."""
        found = [(book, u) for book, m in self.models.items() for u in m.waiting]
        book, unit = found[pick % len(found)]
        model, before = self.models[book], unit.facts[0].words
        ways: dict[str, st.SearchStrategy[str]] = {
            "amount": AMOUNTS,
            "date": HELD_DAYS if before["kind"] in HELD_KINDS else DAYS,
            "hospital": st.sampled_from([FIRST, THIRD]),
        }
        fixed = {"key": "other", "fund": "居民"}.get(name, "")
        word = data.draw(ways.get(name, st.just(fixed)))
        name = name if name in before else "amount"
        word = word if name in before and name != "amount" else data.draw(AMOUNTS)
        words = {**before, name: word}
        facts: list[list[Fact]] = []
        if len(unit.facts) > 1 or before.get("corrects"):
            codes = {"UNIT_REVISED"}
        elif name in ("key", "fund"):
            codes = {"REVISED_IDENTITY"}
        else:
            others = [f for f in model.pending() if f is not unit.facts[0]]
            facts, found_codes = model.tried(others, [[words]])
            codes = {code for _, code in found_codes}
        key = unit.facts[0].key
        self.done(lambda: revise(self.acting("制单乙"), key, {name: word}, book=book), codes)
        if not codes:
            unit.facts, unit.approved = facts[0], False

    @WAITING
    @rule(verb=st.sampled_from([approve, post_drafts]), who=st.sampled_from(["制单乙", "管理员甲"]))
    def overstep(self, verb: Callable[..., object], who: str) -> None:
        """Nobody approves or posts without the role."""
        self.done(lambda: verb(self.acting(who), ()), {"ROLE_MISSING"})
