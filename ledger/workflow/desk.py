"""The desk that a verb is carried out at: database, clock, ids, who is acting."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from ledger.basis.clock import Act, Clock, SystemClock, act_behind, stamp
from ledger.basis.errors import LedgerError, PartlyRefused, Refused, refuse, unclear
from ledger.basis.keys import HashCost
from ledger.basis.terms import ACTIONS
from ledger.events.dated import CLAUSE_TIMELY
from ledger.events.registers.acknowledgement import CLOCK_AHEAD, clock_explained, explaining_command
from ledger.masters.chart_file import load_chart
from ledger.masters.duties import duty_findings
from ledger.store.acts import queued_books, read_acts, server_moment
from ledger.store.engine import acts_of, reading, writing
from ledger.store.masters import read_books, read_operators
from ledger.store.signing.office import read_office
from ledger.store.signing.people import read_people
from ledger.store.signing.sets import is_signing_on
from ledger.store.writer import log
from ledger.voucher.one_login import STATION
from ledger.workflow.signer import own_signer, refuse_outdated

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator
    from datetime import date

    import sqlalchemy as sa

    from ledger.basis.errors import Finding
    from ledger.basis.identity import Identity
    from ledger.events.base import Event
    from ledger.masters.book import Book
    from ledger.masters.chart import FundChart
    from ledger.masters.operator import Operator
    from ledger.workflow.signer import Signer

OFFICE = "-"
#: What a verb comes to in one book.
Outcome = TypeVar("Outcome")
ROLE_GIVEN = "授予岗位"
#: The word by which the log says instead of whom something was done by 代理.
STANDING_IN = "standing_in"


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """A verb's transaction: what was done before, and how far the server's clock is ahead."""

    conn: sa.Connection
    acts: tuple[Act, ...]
    ahead: timedelta


def clock_back(moment: datetime, act: Act) -> Refused:
    """Word that the clock lies far behind the newest act, and what puts it right."""
    shown, done = (f"{at:%Y-%m-%d %H:%M}" for at in (moment, act.at))
    if act.what == ROLE_GIVEN:
        ahead = f"由管理员重新授予岗位：prepay operator add {act.by} --role 岗位"
    elif not act.book:
        ahead = "等时间过去后办理"
    elif act.what in ("记账", "结账"):
        ahead = explaining_command(act.book, CLOCK_AHEAD, act.key, moment.date())
    else:
        ahead = f"驳回后重新录入：prepay --book {act.book} reject {act.key} --reason 时钟超前"
    where = f"{act.book} 最近一次{act.what}" if act.book else f"{act.by} {act.what}"
    return refuse(
        "CLOCK_BACK",
        f"时钟是 {shown}，而{where}在 {done}{f'（{act.key}，{act.by}）' * bool(act.key)}",
        f"核对并改正本机的日期和时间；若是 {done} 那一次的时钟超前了，{ahead}",
        clause=CLAUSE_TIMELY,
    )


@dataclass(slots=True, kw_only=True)
class Desk:
    """Who acts, on which database, at what time; ids are drawn here."""

    engine: sa.Engine
    clock: Clock
    identity: Identity
    operator: str = ""
    #: What a password set here costs to guess; handed in, as the clock is.
    hash_cost: HashCost = field(default_factory=HashCost)
    #: Who is logged in at which machine, as the log keeps it; empty where nobody says.
    station: str = ""
    #: The open key of who acts; None as long as nobody has opened one.
    signer: Signer | None = None
    #: Instead of whom the person acts by 代理; "" where it is in a role of their own.
    standing_in: str = ""
    _charts: dict[str, FundChart] = field(default_factory=dict)
    _turn: Turn | None = None

    def chart(self, fund: str) -> FundChart:
        """Return the chart of a fund; the file is read once."""
        if not self._charts:
            self._charts.update(load_chart())
        return self._charts[fund]

    def now(self) -> str:
        """Return the moment of an act as it is stored."""
        return stamp(self.moment())

    def today(self) -> date:
        """Return the present day."""
        return self.moment().date()

    def clock_day(self) -> date:
        """Return the day by the clock alone, held against nothing that was done before."""
        ahead = self._turn.ahead if self._turn is not None else timedelta()
        return (self.clock.now() + ahead).date()

    def moment(self) -> datetime:
        """Return the present moment; in an act's transaction never before what was done there.

        Raises Refused (CLOCK_BACK) where the clock lies further behind than clocks differ.
        """
        turn = self._turn
        if turn is None or turn.conn.closed:
            return self.clock.now()
        moment = self.clock.now() + turn.ahead
        if behind := act_behind(moment, turn.acts):
            raise clock_back(moment, behind)
        return max([moment, *(act.at for act in turn.acts)])

    def take_turn(self, conn: sa.Connection, acts: Iterable[Act]) -> None:
        """Hold the clock against these acts while a transaction lasts; a server's clock leads."""
        served = server_moment(conn) if isinstance(self.clock, SystemClock) else None
        ahead = served - self.clock.now() if served is not None else timedelta()
        self._turn = Turn(conn=conn, acts=tuple(acts), ahead=ahead)

    def hold_also(self, acts: Iterable[Act]) -> None:
        """Hold the clock against more acts while this turn lasts."""
        if self._turn is not None:
            self._turn = replace(self._turn, acts=(*self._turn.acts, *acts))

    def excuse(self, keys: Collection[str]) -> None:
        """Leave acts out of this turn: those which the verb itself explains or takes back."""
        if self._turn is not None:
            left = tuple(act for act in self._turn.acts if act.key not in keys)
            self._turn = replace(self._turn, acts=left)

    def folder(self) -> Path:
        """Return the folder beside the database, for papers and journals."""
        name = self.engine.url.database if self.engine.dialect.name == "sqlite" else None
        return Path(name).resolve().parent if name else Path.cwd()


def acting(desk: Desk, conn: sa.Connection, duty: str, what: str) -> Operator:
    """Return who is acting; raises Refused where nobody is named or may not do this.

    `duty` is a role, or an act that `masters/duties` knows.
    """
    if not desk.operator:
        raise unclear(
            "OPERATOR_MISSING",
            f"没有说明由谁{what}",
            "用 --as 姓名，或设置环境变量 PREPAY_OPERATOR",
        )
    desk.standing_in = ""
    known = read_operators(conn)
    if desk.operator not in known:
        raise refuse(
            "OPERATOR_UNKNOWN",
            f"没有名为“{desk.operator}”的操作员",
            "核对姓名；新操作员由管理员登记：prepay operator add 姓名 --role 岗位",
        )
    desk.take_turn(conn, acts_before(conn, known[desk.operator]))
    operator = read_people(conn, desk.clock_day())[desk.operator]
    if findings := duty_findings(operator.name, operator.roles, duty, what):
        raise Refused(findings)
    desk.standing_in = operator.standing_in(duty)
    prove_who(desk, conn)
    return operator


def prove_who(desk: Desk, conn: sa.Connection) -> None:
    """Where the office signs, let nobody act by a name alone, also where the act signs nothing."""
    if is_signing_on(conn):
        refuse_outdated(read_office(conn), own_signer(desk.signer, desk.operator))


def may_administer(desk: Desk, conn: sa.Connection, what: str) -> None:
    """Ask for an admin, once there is one."""
    if any("admin" in operator.roles for operator in read_operators(conn).values()):
        acting(desk, conn, "admin", what)


def acts_before(conn: sa.Connection, operator: Operator) -> tuple[Act, ...]:
    """Read what the clock is held against: the newest acts of the books, and the roles' day."""
    acts = read_acts(conn, queued_books(conn))
    if not operator.since:
        return acts
    since = datetime.fromisoformat(operator.since)
    return (*acts, Act(book="", what=ROLE_GIVEN, key="", by=operator.name, at=since))


def explained_clocks(events: Iterable[Event]) -> set[str]:
    """Name the events whose clock is explained by these, where they do nothing else."""
    keys = {clock_explained(event) for event in events}
    return set() if "" in keys else keys


def book_of(conn: sa.Connection, code: str) -> Book:
    """Find a book; raises Refused where it has not been opened."""
    books = read_books(conn)
    if code not in books:
        known = "、".join(books) or "无"
        raise refuse(
            "BOOK_UNKNOWN",
            f"没有账套 {code}；现有：{known}",
            "核对统筹区和险种；新账套用 prepay init 建立",
        )
    return books[code]


def check_book(engine: sa.Engine, code: str) -> None:
    """Refuse a book that has not been opened, where one is named."""
    if code:
        with reading(engine) as conn:
            book_of(conn, code)


def each_book(codes: Iterable[str], act: Callable[[str], Outcome]) -> list[Outcome]:
    """Let a verb act on one book after the other: one that is refused stops no other.

    Raises Refused where all are refused; PartlyRefused, with what was done, where some are.
    """
    done: list[Outcome] = []
    findings: list[Finding] = []
    books: list[str] = []
    for code in codes:
        try:
            done.append(act(code))
        except Refused as refused:
            findings += refused.findings
            books.append(code)
    if findings and done:
        raise PartlyRefused(findings, books=books, done=done)
    if findings:
        raise Refused(findings)
    return done


def note(
    desk: Desk, conn: sa.Connection, book: str, action: str, subject: str, content: object
) -> None:
    """Add a line to the operation log, in the transaction of the verb, with where it is done."""
    content = placed(desk, content)
    acts_of(desk.engine).open.append(told_act(book, action, subject, content))
    log(
        conn,
        book=book,
        id_=desk.identity.new(),
        at=desk.now(),
        operator=desk.operator or "-",
        action=action,
        subject=subject,
        content=content,
    )


def placed(desk: Desk, content: object) -> object:
    """Add to a line of the log where it is done, and instead of whom where it is by 代理."""
    if not isinstance(content, dict):
        return content
    place = {STATION: desk.station} if desk.station else {}
    stood = {STANDING_IN: desk.standing_in} if desk.standing_in else {}
    return {**place, **content, **stood}


def told_act(book: str, action: str, subject: str, content: object) -> str:
    """Say in a line what was done, for when the machine fails behind it."""
    where = "" if book == OFFICE else f"{book} "
    digest = content.get("digest", "") if isinstance(content, dict) else ""
    return f"{ACTIONS.get(action, action)} {where}{subject}" + (
        f"（封存码 {digest}）" if digest else ""
    )


@contextmanager
def refusals_logged(desk: Desk, action: str, subject: str, book: str = OFFICE) -> Iterator[None]:
    """Let a verb run; where it is refused, log the refusal by itself and pass it on.

    The verb's own transaction has rolled back by then, so nothing but the log changes.
    """
    try:
        yield
    except LedgerError as error:
        codes = sorted({finding.code for finding in getattr(error, "findings", ())})
        with writing(desk.engine, ()) as conn:
            note(
                desk,
                conn,
                book,
                "refused",
                subject,
                {"action": action, "codes": codes, "message": str(error)[:2000]},
            )
        raise


@contextmanager
def acting_on(
    desk: Desk,
    books: Iterable[str],
    *,
    role: str,
    what: str,
    dry_run: bool = False,
) -> Iterator[tuple[sa.Connection, Operator]]:
    """Open a verb's one transaction on books, and check who acts in it.

    `role` is a role, or an act that `masters/duties` knows, which several roles may do.
    """
    with writing(desk.engine, books, dry_run=dry_run) as conn:
        yield conn, acting(desk, conn, role, what)


@contextmanager
def at_work(
    desk: Desk,
    *,
    action: str,
    subject: str,
    book: str = OFFICE,
    role: str,
    what: str,
    dry_run: bool = False,
) -> Iterator[tuple[sa.Connection, Operator]]:
    """Carry a verb out in one book, or at the office: its transaction, who acts, and the log.

    What is refused is logged by itself; what is done the verb notes, as it alone knows what.
    """
    books = () if book in ("", OFFICE) else (book,)
    with (
        refusals_logged(desk, action, subject, book),
        acting_on(desk, books, role=role, what=what, dry_run=dry_run) as work,
    ):
        yield work


def books_asked(conn: sa.Connection, book: str) -> list[Book]:
    """List the book that is named, or all of them."""
    return [book_of(conn, book)] if book else list(read_books(conn).values())


def codes_asked(desk: Desk, book: str) -> list[str]:
    """List the code of the book that is named, or of all of them."""
    with reading(desk.engine) as conn:
        return [one.code for one in books_asked(conn, book)]
