"""The machine that drives the real engine beside the model, command by command.

After every step the reports are compared; after every refusal all tables but the operation log
are as they were; at the end `verify` is sound.
"""

from __future__ import annotations

from datetime import date

from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from ledger.workflow.close.close_month import close_month
from ledger.workflow.close.close_year import close_year
from ledger.workflow.drafting.correct import correct
from ledger.workflow.posting.sign import sign
from ledger.workflow.setup.masters import import_hospitals
from tests.model_bench import MONTHS
from tests.model_drafting import BOOK, WAITING, Drafting
from tests.model_facts import TAKING, Fact, Words, after
from tests.model_reports import (
    name_of,
)
from tests.model_rows import (
    FIRST,
    THIRD,
    account_of,
)
from tests.office import proved_otherwise, raw


class Machine(Drafting):
    """Two books, two hospitals and one more to import, four months, small amounts."""

    @precondition(lambda self: any(model.posted for model in self.models.values()))
    @rule(
        book=BOOK,
        picks=st.lists(st.integers(0, 12), min_size=1, max_size=2),
        blue=st.lists(st.sampled_from(["", "1.00", "2.00", "9.00"]), max_size=2),
        label=st.booleans(),
        different=st.booleans(),
        day=st.none() | st.sampled_from(["2026-10-28", "2026-11-15", "2027-01-20"]),
    )
    def correct_some(
        self,
        book: str,
        picks: list[int],
        blue: list[str],
        day: str | None,
        *,
        label: bool,
        different: bool,
    ) -> None:
        """更正 one voucher or two as one unit: in red, in red and blue, by the difference."""
        model = self.models[book]
        facts = [model.posted[-1 - pick % len(model.posted)] for pick in picks]
        keys = [fact.key for fact in facts]
        words = [name_of(f) if label and i == 0 else f.key for i, f in enumerate(facts)]
        right: list[Words] = [{"amount": amount} if amount else {} for amount in blue]
        if len(right) != len(keys) or {f.kind for f in facts} & {*TAKING, "period-end"}:
            right = []
        if len(set(keys)) != len(keys):
            right = []
        form = "red-blue" if right else "red"
        if different and len(right) == 1:
            form = "difference"
        found: set[str] = set()
        made: list[list[Fact]] = []
        if len(set(keys)) != len(keys):
            found = {"VOUCHER_TWICE"}
        elif right and model.unchanged(keys, right):
            found = {"NOTHING_CHANGED"}
        else:
            on = day or model.today
            unit = model.correction(keys, right, on)
            if form == "difference":
                unit = model.difference(keys[0], right[0], on)
            refused = {("", "DIFFERENCE_UNFIT")}
            if unit:
                made, refused = model.tried(model.pending(), [unit])
            found = {code for _, code in refused}
        self.done(
            lambda: correct(
                self.acting("制单乙"),
                book,
                words,
                reason="录错",
                right=raw([{"corrects": k, **r} for k, r in zip(keys, right, strict=False)], "r"),
                day=date.fromisoformat(day) if day else None,
                form=form,
            ),
            found,
        )
        if not found:
            model.waiting.append(model.unit(made[0]))

    @WAITING
    @rule(pick=st.integers(0, 9))
    def correct_a_draft(self, pick: int) -> None:
        """更正 finds vouchers only, never drafts."""
        found = [(book, u) for book, m in self.models.items() for u in m.waiting]
        book, unit = found[pick % len(found)]
        key = unit.facts[0].key
        act = lambda: correct(self.acting("制单乙"), book, [key], reason="录错")  # noqa: E731
        self.done(act, {"VOUCHER_UNKNOWN"})

    @rule(book=BOOK, month=st.sampled_from(["next", "next", *MONTHS]), wait=st.booleans())
    def close_a_month(self, book: str, month: str, *, wait: bool) -> None:
        """月结 the next month, or another; `wait` until it is over, or try it at once."""
        model = self.models[book]
        month = model.open_from() if month == "next" else month
        if month <= MONTHS[-1]:
            if wait:
                self.move_on(f"{after(month)}-01")
            codes = model.close_month(month)
            sign(self.acting("出纳戊"), (), book=book)
            self.settle(refused=False)
            self.done(lambda: close_month(self.acting("主管丁"), month, book=book), codes)

    @precondition(lambda self: any(model.closed for model in self.models.values()))
    @rule(book=BOOK, year=st.sampled_from([2026, 2026, 2027]))
    def close_a_year(self, book: str, year: int) -> None:
        """年结."""
        codes = self.models[book].close_year(year)
        if not codes:
            proved_otherwise(self.acting("制单乙"), book, year)
        self.done(lambda: close_year(self.acting("主管丁"), year, book=book), codes)

    @rule(code=st.sampled_from([FIRST, THIRD]), name=st.sampled_from(["甲医院", "乙医院"]))
    def import_list(self, code: str, name: str) -> None:
        """导入 a hospital that is new, or is called otherwise from now on."""
        row = {"code": code, "name": name, "ownership": "public", "level": "一级"}
        row |= {"inpatient": "yes", "bank_account": account_of(code)}
        self.done(lambda: import_hospitals(self.acting("制单乙"), raw([row], "h.csv")), set())
        self.hospitals.add(code)

    @rule(day=st.sampled_from(["2026-11-12", "2026-12-10", "2027-01-15"]))
    def pass_time(self, day: str) -> None:
        """Move the clock; never back."""
        self.move_on(day)

    @rule()
    def restart(self) -> None:
        """Leave the database and open it anew."""
        self.open_desk()
