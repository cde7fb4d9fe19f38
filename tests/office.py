"""An office to test in: people, three hospitals, two books of 兰州市, and short words for verbs.

Everything goes through the ordinary verbs. Rows are written as in a file of events; what a
test does not care about has a lawful default.
"""

from __future__ import annotations

import contextlib
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from ledger.basis.clock import ScriptedClock
from ledger.basis.errors import Refused
from ledger.basis.identity import Identity
from ledger.basis.keys import HashCost
from ledger.basis.money import parse_fen
from ledger.basis.period import over_from
from ledger.events.registers.agreement import Agreement
from ledger.events.registers.assessment import Assessment
from ledger.events.registers.recall import Recall
from ledger.events.registers.recall_lift import RecallLift
from ledger.events.words import Paper
from ledger.intake.files import RawFile
from ledger.intake.raw_row import RawRow
from ledger.masters.book import BankAccount
from ledger.store.drafts import draft_of
from ledger.store.engine import open_engine, reading, writing
from ledger.store.masters import read_books
from ledger.store.vouchers.balances import balance_rows
from ledger.store.vouchers.vouchers import Span, read_vouchers
from ledger.workflow.close.close_month import Closed, close_month
from ledger.workflow.close.close_year import close_year
from ledger.workflow.close.verify import verify
from ledger.workflow.confirm.otherwise import check_otherwise
from ledger.workflow.desk import Desk
from ledger.workflow.drafting.correct import correct
from ledger.workflow.drafting.record import RecordResult, record
from ledger.workflow.drafting.review import approve
from ledger.workflow.policy.policy_choice import choose
from ledger.workflow.posting.post import Posted, post_drafts
from ledger.workflow.posting.register import approve_registers
from ledger.workflow.posting.sign import sign
from ledger.workflow.setup.hospital_accounts import add_account
from ledger.workflow.setup.masters import (
    add_operator,
    describe_account,
    import_hospitals,
    initialise,
)
from ledger.workflow.setup.passwords import set_password
from tests.signing_registers import signed_by_two

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ledger.basis.errors import Finding
    from ledger.events.base import Event
    from ledger.voucher.draft import Draft
    from ledger.voucher.running import Candidate
    from ledger.voucher.shown import Voucher

EMPLOYEE = "620100/employee"
RESIDENT = "620100/resident"
FIRST, SECOND, THIRD = "H62010000001", "H62010000002", "H62010000003"
NAMES = {FIRST: "城关示范医院", SECOND: "安宁示范医院", THIRD: "榆中示范卫生院"}
#: Why a year is closed here without the hospitals' answers (对账回函).
UNASKED = "本例不讲对账"
#: Why a payment after the deadline is right here; the document of it is added.
EXTENDED = "上级延期"
PEOPLE = {
    "管理员甲": ("admin",),
    "制单乙": ("preparer",),
    "审核丙": ("approver",),
    "主管丁": ("poster", "chief"),
    "出纳戊": ("cashier",),
}

#: A password that nobody guesses first.
PASSWORD = "黄河边上七棵老槐树下"  # noqa: S105
#: What a password costs in tests: it is the answers that are tested, not the wait.
LEAST_COST = HashCost(passes=1, memory_kib=8, lanes=1)

Row = dict[str, object]


@dataclass(slots=True)
class Office:
    """A desk with people and hospitals, and short words for what they do."""

    desk: Desk
    clock: ScriptedClock
    folder: Path
    count: int = field(default=0)
    permitted: set[tuple[str, int, str, str]] = field(default_factory=set)
    withheld: set[tuple[str, str, str]] = field(default_factory=set)
    registered: int = field(default=0)
    #: Before this day nothing is approved here.
    opened: date = field(default=date(2026, 1, 5))

    @classmethod
    def open(cls, url: str, folder: Path, *, start: str = "2026-01") -> Office:
        """Open an office on a migrated database, on 5 January 2026."""
        clock = ScriptedClock(date(2026, 1, 5))
        engine = open_engine(url)
        identity = Identity(clock, seed=1)
        desk = Desk(engine=engine, clock=clock, identity=identity, hash_cost=LEAST_COST)
        opened = date(min(int(start[:4]), 2026), 1, 5)
        office = cls(desk=desk, clock=clock, folder=folder, opened=opened)
        initialise(desk, area="620100", name="兰州市", profile="gansu", start=start)
        for name, roles in PEOPLE.items():
            add_operator(desk, name, roles)
            desk.operator = "管理员甲"
        desk.operator = "制单乙"
        common = {"ownership": "public", "level": "二级甲等", "inpatient": "yes"}
        rows = [
            {"code": code, "name": name, **common, "bank_account": f"6222{code[-8:]}"}
            for code, name in NAMES.items()
        ]
        import_hospitals(desk, raw(rows, "hospitals.csv"))
        for book in (EMPLOYEE, RESIDENT):
            bank = BankAccount(code="1004", bank="示范银行", number="1004001", exclusive=True)
            describe_account(desk, book, bank)
        return office

    def row(self, kind: str, **words: object) -> Row:
        """Write a row of a file of events; papers that the kind needs are added."""
        self.count += 1
        day = str(words.get("date", "2026-03-10"))
        words.setdefault("key", f"{kind}-{self.count}")
        papers = words.pop("papers", None)
        said = words.get("reason")
        if kind == "disbursement":
            self.allow(words, day, permitted=bool(words.pop("permitted", True)))
        if kind == "settlement-offset" and str(said).startswith("other:") and day[5:] <= "12-25":
            self.call_back(words, day)
        row: Row = {"kind": kind, "area": "620100", "fund": "employee", "date": day, **words}
        given = needed_papers(kind, self.count, day) if papers is None else papers
        if words.get("reason") == EXTENDED and said != EXTENDED and isinstance(given, list):
            given = [*given, {"type": "special-document", "number": f"延{self.count}", "date": day}]
        if kind == "write-off" and papers is None:
            # What the court found lost, and the government approved, is what is written off.
            needed = needed_papers(kind, self.count, day)
            given = [{**paper, "amount": words["amount"]} for paper in needed]
        row["papers"] = self.banked(words, day, given) if kind == "settlement-offset" else given
        return {name: word for name, word in row.items() if word != ""}

    def banked(self, words: dict[str, object], day: str, papers: object) -> object:
        """Let the bank show that an offset's rest left the account of the prepayment."""
        given = list(cast("list[Row]", papers))
        if {"from", "irregular"} & set(words) or any(
            paper["type"] == "bank-receipt" for paper in given
        ):
            return given
        number = f"结算付款-{self.count}"
        return [*given, {"type": "bank-receipt", "number": number, "date": day}]

    def allow(self, words: dict[str, object], day: str, *, permitted: bool) -> None:
        """See to it that a payment may be made: 核定, agreement, and a reason where it is late."""
        hospital, year = str(words.get("hospital")), str(words.get("year"))
        fund = str(words.get("fund", "employee"))
        if not permitted:
            self.withheld.add((hospital, year, fund))
        known = hospital in NAMES and year == day[:4] and fund in ("employee", "resident")
        if known and (hospital, year, fund) not in self.withheld:
            if day[5:] > "03-31":
                words.setdefault("reason", EXTENDED)
            self.permit(hospital, int(year), fund=fund)

    def call_back(self, words: Mapping[str, object], day: str) -> None:
        """Register the recall on which an early offset rests, lifted the day after it."""
        self.registered += 1
        fund, key = str(words.get("fund", "employee")), f"recall-{self.registered}"
        common: dict[str, Any] = {"book": f"620100/{fund}", "hospital": str(words["hospital"])}
        since = date.fromisoformat(day)
        notice = Paper(type="recall-notice", number=f"SH-{self.registered}", date=since)
        lifted = Paper(type="lifting-notice", number=f"JC-{self.registered}", date=since)
        self.register(
            str(common["book"]),
            since,
            Recall(
                **common,
                key=key,
                date=since,
                year=int(str(words.get("year", day[:4]))),
                trigger="other",
                notified_on=since,
                reason="双方约定",
                papers=(notice,),
            ),
            RecallLift(
                **common,
                key=f"{key}-解除",
                date=since + timedelta(days=1),
                recall=key,
                reason="已办结",
                papers=(lifted,),
            ),
        )

    def register(self, book: str, day: date, *events: Event) -> None:
        """Let events without legs stand: prepared by one, approved by another."""
        before = self.desk.operator
        self.desk.operator = "制单乙"
        rows = [self.draft(event, day) for event in events]
        self.desk.operator = "审核丙"
        # Approved in January, however late a test thinks of it: a payment comes after its 核定.
        clock = ScriptedClock(max(day, self.opened))
        clock.set(max(day, self.opened), hour=1)
        then = replace(self.desk, clock=clock)
        with writing(self.desk.engine, [book]) as conn:
            approve_registers(
                then, conn, read_books(conn)[book], rows, signed_by_two(then, conn, rows)
            )
        self.desk.operator = before

    def permit(
        self, hospital: str, year: int, *, fund: str = "employee", amount: str = "900000000.00"
    ) -> None:
        """Register a hospital's agreement and an approved 核定 of a year, once."""
        if (hospital, year, fund, amount) not in self.permitted:
            self.permitted.add((hospital, year, fund, amount))
            self.permit_all([hospital], year, fund=fund, amount=amount)

    def permit_all(
        self, hospitals: Sequence[str], year: int, *, fund: str = "employee", amount: str
    ) -> None:
        """Register agreements and approved 核定 of a year for many hospitals."""
        self.assess(hospitals, year, fund=fund, amount=amount, agreed=True)

    def assess(
        self,
        hospitals: Sequence[str],
        year: int,
        *,
        fund: str = "employee",
        amount: str,
        agreed: bool = False,
    ) -> None:
        """Register approved 核定 of a year for hospitals, `agreed` with their agreements."""
        book, fen = f"620100/{fund}", parse_fen(amount)
        day = min(date(year, 1, 2), self.desk.today())
        events: list[Event] = []
        for hospital in hospitals:
            self.registered += 1
            common: dict[str, Any] = {"book": book, "date": day, "hospital": hospital, "year": year}
            paper = Paper(type="agreement", number=f"XY-{self.registered}", date=day)
            agreement = Agreement(**common, key=f"agreement-{self.registered}", papers=(paper,))
            decision = Paper(type="assessment-decision", number=f"HD-{self.registered}", date=day)
            events += [
                *([agreement] if agreed else []),
                Assessment(
                    **common,
                    key=f"assessment-{self.registered}",
                    amount_fen=fen,
                    computed_fen=fen,
                    agreed_fen=fen,
                    papers=(decision,),
                ),
            ]
        self.register(book, day, *events)

    def draft(self, event: Event, day: date) -> Draft:
        """Make a draft of an event that the program itself would make."""
        id_ = self.desk.identity.new()
        by, at = self.desk.operator, self.desk.now()
        return draft_of(event, id_=id_, unit=id_, booked=day, origin="", by=by, at=at)

    def record(self, *rows: Mapping[str, object], dry_run: bool = False) -> RecordResult:
        """制单 rows."""
        for row in rows:
            if row.get("kind") == "disbursement":
                self.allow(dict(row), str(row.get("date")), permitted=True)
        self.reach(*rows)
        self.desk.operator = "制单乙"
        return record(self.desk, raw(rows, "rows.jsonl"), dry_run=dry_run)

    def reach(self, *rows: Mapping[str, object]) -> None:
        """Move the clock on to the newest day that rows speak of: nothing is told ahead of it."""
        self.live_to(max((day for row in rows for day in days_named(row)), default=date.min))

    def live_to(self, day: date) -> None:
        """Move the clock on to a day, where it has not come yet."""
        if self.clock.day < day:
            self.clock.set(day)

    def approve(self) -> None:
        """审核 whatever waits."""
        self.desk.operator = "审核丙"
        approve(self.desk, ())

    def post(self, *rows: Mapping[str, object]) -> list[Posted]:
        """记账 rows: recorded, approved and posted."""
        if rows:
            self.record(*rows)
        self.approve()
        self.desk.operator = "主管丁"
        return post_drafts(self.desk, ())

    def fund(self, amount: str = "10000000.00", *, book: str = EMPLOYEE) -> None:
        """Begin the books with money: 1003 in the opening, and allocated to 1004 in January."""
        fund = book.partition("/")[2]
        self.post(
            self.row(
                "opening-balance", fund=fund, date="2026-01-01", account="1003", amount=amount
            ),
            self.row("allocation", fund=fund, date="2026-01-10", amount=amount),
        )

    def pay(self, hospital: str, amount: str, *, day: str = "2026-03-10", **words: object) -> Row:
        """Write the row of a disbursement."""
        given = {"from": "1004", "year": day[:4], **words}
        return self.row("disbursement", hospital=hospital, amount=amount, date=day, **given)

    def give_back(
        self, hospital: str, amount: str, *, day: str = "2026-12-20", **words: object
    ) -> Row:
        """Write the row of a repayment."""
        given = {"to": "1004", "year": "2026", **words}
        if "reason" not in words:
            given.setdefault("payer_account", f"6222{hospital[-8:]}")
        return self.row("repayment", hospital=hospital, amount=amount, date=day, **given)

    def chief_approves(self) -> None:
        """Let the chief approve the irregular that waits."""
        self.desk.operator = "主管丁"
        approve(self.desk, ())

    def put_right(self, voucher: str, words: Mapping[str, object]) -> list[Candidate]:
        """更正 a voucher with other words; nothing is permitted beforehand."""
        self.desk.operator = "制单乙"
        self.reach(words)
        file = raw([words], "right.jsonl")
        return list(correct(self.desk, EMPLOYEE, [voucher], reason="录错", right=file).candidates)

    def correct(
        self,
        *vouchers: str,
        right: Sequence[Mapping[str, object]] = (),
        day: date | None = None,
        book: str = EMPLOYEE,
        form: str = "",
    ) -> list[Candidate]:
        """更正: prepare the drafts of a correction; red, and blue where `right` is given."""
        for row in right:
            if str(row.get("hospital")) in NAMES:
                self.permit(str(row["hospital"]), int(str(row.get("year", 2026))), fund=book[7:])
        self.reach(*right, {"date": day or date.min})
        self.desk.operator = "制单乙"
        file = raw(right, "right.jsonl")
        form = form or ("red-blue" if right else "red")
        done = correct(self.desk, book, vouchers, reason="录错", right=file, day=day, form=form)
        return list(done.candidates)

    def sign(self, book: str = "") -> None:
        """签章: let the cashier sign whatever moves money."""
        self.desk.operator = "出纳戊"
        sign(self.desk, (), book=book)

    def close(self, *periods: str, book: str = "", signed: bool = True) -> list[Closed]:
        """月结 months, each on the day after its last where the clock has not come so far.

        The cashier signs what moves money first, but where the test is about just that.
        """
        done = []
        for period in periods:
            self.live_to(over_from(period, None))
            if signed:
                self.sign(book)
            self.desk.operator = "主管丁"
            done += close_month(self.desk, period, book=book)
        return done

    def close_year_of(self, book: str, year: int, *, reason: str = UNASKED) -> list[Closed]:
        """年结; but for the tests about 对账, nobody asks the hospitals: their papers are read."""
        self.live_to(over_from(f"{year}-12", None))
        if reason == UNASKED:
            for code in [book] if book else [EMPLOYEE, RESIDENT]:
                proved_otherwise(self.desk, code, year)
        self.desk.operator = "主管丁"
        return close_year(self.desk, year, book=book, reason=reason)

    def on(self, day: str) -> None:
        """Move the clock to a day."""
        self.clock.set(date.fromisoformat(day))

    def balance(self, code: str, period: str = "2026-12", book: str = EMPLOYEE) -> str:
        """Say a leaf's closing balance in 元; `1101.01.…` in debit, `-` in credit."""
        from ledger.basis.money import yuan

        with reading(self.desk.engine) as conn:
            rows = balance_rows(conn, read_books(conn)[book], first=period, last=period)
        found = [row.closing_fen for row in rows if row.leaf.account.code == code]
        return yuan(found[0]) if found else "0.00"

    def turnover(self, code: str, period: str, book: str = EMPLOYEE) -> tuple[str, str]:
        """Say a leaf's 借方发生额 and 贷方发生额 of a month in 元."""
        from ledger.basis.money import yuan

        with reading(self.desk.engine) as conn:
            rows = balance_rows(conn, read_books(conn)[book], first=period, last=period)
        for row in rows:
            if row.leaf.account.code == code:
                return yuan(row.debit_fen), yuan(row.credit_fen)
        return "0.00", "0.00"

    def vouchers(self, book: str = EMPLOYEE) -> list[Voucher]:
        """List a book's vouchers."""
        with reading(self.desk.engine) as conn:
            return read_vouchers(conn, book, Span())

    def faults(self, book: str = "") -> list[Finding]:
        """Run verify and give all that it finds."""
        return [f for result in verify(self.desk, book=book) for f in result.findings]


def proved_otherwise(desk: Desk, book: str, year: int) -> None:
    """替代核对 whatever hospital has not answered, prepared by one and agreed to by the chief."""
    desk.operator = "制单乙"
    paper = f"替-{year}:{desk.today()}"
    try:
        done = check_otherwise(desk, year, book=book, reason="逐笔核对支付令、回单", paper=paper)
    except Refused as refused:
        if codes(refused.findings) != ["NOTHING_TO_CHECK"]:
            raise
        return
    desk.operator = "主管丁"
    approve(desk, [row.key for row in done.rows], book=book)


def register_account(
    office: Office, hospital: str, number: str, *, since: str, kind: str = "own", until: str = ""
) -> None:
    """Register an account of a hospital by a paper."""
    office.desk.operator = "制单乙"
    words = {"hospital": hospital, "number": number, "kind": kind, "valid_from": since}
    add_account(office.desk, words | {"until": until, "paper": "财函〔2026〕3号:2026-03-01"})


def let_look(office: Office) -> None:
    """Add somebody who may look at the employee's book only, by a password."""
    office.desk.operator = "管理员甲"
    add_operator(office.desk, "查询己", ["viewer"], [EMPLOYEE])
    set_password(office.desk, "查询己", PASSWORD)


def days_named(row: Mapping[str, object]) -> list[date]:
    """List the days that a row speaks of: its own, 记账日期 and its papers'; none it cannot read."""
    papers = row.get("papers")
    entries = papers if isinstance(papers, list) else []
    words = [row.get("date"), row.get("booked"), *(entry.get("date") for entry in entries)]
    days = []
    for word in words:
        with contextlib.suppress(ValueError):
            days.append(date.fromisoformat(str(word)))
    return days


def propose(office: Office) -> None:
    """Propose a reading of A-22, which another person has not confirmed yet."""
    office.desk.operator = "制单乙"
    paper = "兰医保纪要〔2026〕3号"
    choose(office.desk, EMPLOYEE, "late_scope", "all", "会议定", paper=paper, from_year=2026)


def raw(rows: Sequence[Mapping[str, object]], name: str) -> RawFile:
    """Take rows as if they had been read from a file; the first stands in row 1."""
    return RawFile(
        name=name,
        folder=Path(),
        rows=tuple(RawRow(number=number, words=row) for number, row in enumerate(rows, 1)),
        findings=(),
    )


def needed_papers(kind: str, number: int, day: str) -> list[Row]:
    """Write the papers that a kind of event needs, numbered so that none is used twice."""
    from ledger.events.kinds import KINDS

    types = KINDS[kind].PAPERS if kind in KINDS else ()
    return [{"type": type_, "number": f"{type_}-{number}", "date": day} for type_ in types]


def leaf(hospital: str, year: int = 2026) -> str:
    """Write the code of a hospital's prepayment leaf."""
    return f"1101.01.{hospital}.{year}"


def codes(findings: Sequence[Finding]) -> list[str]:
    """List the codes of findings."""
    return [finding.code for finding in findings]


def shown(voucher: Voucher) -> list[str]:
    """Write a voucher's lines as an accountant says them: `借 1101.01.… 100.00`."""
    from ledger.basis.money import grouped

    sides = {"debit": "借", "credit": "贷"}
    return [
        f"{sides[line.side]} {line.account} {grouped(line.amount_fen)}" for line in voucher.lines
    ]
