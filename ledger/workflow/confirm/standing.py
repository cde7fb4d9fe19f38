"""对账 as it stands: letters followed, and the hospitals that a year has not agreed with."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from ledger.basis.clock import EVER
from ledger.basis.errors import Finding
from ledger.basis.money import grouped
from ledger.basis.period import year_of
from ledger.events.confirmations.confirming import CLAUSE
from ledger.store.bank.confirm import read_alternative_checks, read_letters
from ledger.store.masters import read_hospitals
from ledger.workflow.confirm.figures import read_figures

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    import sqlalchemy as sa

    from ledger.events.confirmations.alternative_check import AlternativeCheck
    from ledger.masters.book import Book
    from ledger.policy.letters import Letter
    from ledger.projections.letter_figures import CutoffFigures
    from ledger.workflow.desk import Desk

#: A letter of the year's end is cut off in December: what is said of a later day is about other
#: balances, and the letter of 31 December can be sent at any time.
DECEMBER = 12


#: How often a hospital that does not answer is asked again before its year closes.
REMINDERS = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Unconfirmed:
    """A hospital that a year's close has not agreed with: what it owes, and why not.

    `answered` tells one that differs from one that is silent; `instead` says what stands in the
    answer's place (二次催函, 替代核对), and is empty where nothing does.
    """

    hospital: str
    name: str
    balance_fen: int
    why: str
    answered: bool
    instead: str

    @property
    def told(self) -> str:
        """Tell it in a few words."""
        words = (f"{self.name}（{self.hospital}）余额 {grouped(self.balance_fen)}", self.why)
        return "，".join((*words, *([self.instead] if self.instead else [])))


def follow(
    desk: Desk,
    conn: sa.Connection,
    book: Book,
    letters: Iterable[Letter],
    day: dt.date | None = None,
    known_at: str = EVER,
) -> list[LetterFollowed]:
    """Put beside each letter what the books say of its cut-off now; `day` is when it is asked."""
    ordered = sorted(letters, key=lambda letter: (letter.date, letter.hospital))
    if not ordered:
        return []
    today = day or desk.today()
    listed = read_hospitals(conn, today, {letter.hospital for letter in ordered})
    now = {
        day: balances_by_hospital(read_figures(desk, conn, book, day, known_at))
        for day in sorted({letter.date for letter in ordered})
    }
    return [
        LetterFollowed(
            letter=letter,
            name=listed[letter.hospital].name if letter.hospital in listed else letter.hospital,
            now=now[letter.date].get(letter.hospital, {}),
            today=today,
        )
        for letter in ordered
    ]


def balances_by_hospital(found: CutoffFigures) -> dict[str, dict[int, int]]:
    """Return each hospital's balance by prepayment year."""
    balances: dict[str, dict[int, int]] = {}
    for row in found.rows:
        account = row.leaf.account
        balances.setdefault(account.hospital, {})[account.year] = row.balance_fen
    return balances


def unconfirmed(
    desk: Desk,
    conn: sa.Connection,
    book: Book,
    year: int,
    day: dt.date | None = None,
    known_at: str = EVER,
) -> list[Unconfirmed]:
    """List the hospitals of a year that have not agreed, nor differ for a reason on record.

    Who has a balance or a movement in the year is asked by a letter cut off in its December; of
    several, the newest counts. Silence is no answer, whatever explains it. What was sent,
    answered or explained after `day` is not known on it; without one all counts. `known_at` is
    the moment of a close that is judged again: what was posted later is left out.
    """
    figures = read_figures(desk, conn, book, dt.date(year, DECEMBER, 31), known_at)
    owed = balances_by_hospital(figures)
    names = {row.leaf.account.hospital: row.leaf.holder for row in figures.rows}
    newest = december_letters(desk, conn, book, year, day, known_at)
    checks = read_alternative_checks(conn, book.code, year, known_at)
    known = [check for check in checks if day is None or check.date <= day]
    return [
        unconfirmed_hospital(hospital, names[hospital], owed[hospital], newest.get(hospital), known)
        for hospital in sorted(owed)
        if not is_confirmed(newest.get(hospital))
    ]


def december_letters(
    desk: Desk, conn: sa.Connection, book: Book, year: int, day: dt.date | None, known_at: str
) -> dict[str, LetterFollowed]:
    """Follow the newest letter of each hospital that is cut off in a year's December."""
    until = day or dt.date.max
    first, end = dt.date(year, DECEMBER, 1), dt.date(year, DECEMBER, 31)
    letters, _ = read_letters(conn, book.code, since=first, until=until, known_at=known_at)
    due = [one for one in letters.values() if one.date <= end and one.sent_on <= until]
    # In order of cut-off: the last word of a hospital is what it says of the latest day.
    followed = follow(desk, conn, book, due, day, known_at)
    return {item.letter.hospital: item for item in followed}


def is_confirmed(item: LetterFollowed | None) -> bool:
    """Tell a letter that was answered, and of which nothing is left to deal with."""
    return item is not None and bool(item.letter.answer) and item.state not in OPEN


def unconfirmed_hospital(
    hospital: str,
    name: str,
    owed: Mapping[int, int],
    item: LetterFollowed | None,
    checks: Sequence[AlternativeCheck],
) -> Unconfirmed:
    """Say of a hospital that has not agreed why not, and what stands in its answer's place."""
    answered = item is not None and bool(item.letter.answer)
    return Unconfirmed(
        hospital=hospital,
        name=name,
        balance_fen=sum(owed.values()),
        why="未发对账函" if item is None else STATES[item.state],
        answered=answered,
        instead="" if answered else instead_of(hospital, item, checks, owed),
    )


def instead_of(
    hospital: str,
    item: LetterFollowed | None,
    checks: Sequence[AlternativeCheck],
    owed: Mapping[int, int],
) -> str:
    """Say what stands in place of a hospital's answer: 替代核对 of today's books, or 催函 twice."""
    now = not_zero(owed)
    for check in reversed(checks):
        proved = check.by_hospital().get(hospital)
        if proved is not None and not_zero(proved) == now:
            return f"已替代核对（{'、'.join(paper.number for paper in check.papers)}）"
    days = item.letter.reminded if item is not None else ()
    return f"催函 {'、'.join(map(str, days))}" if len(days) >= REMINDERS else ""


def not_zero(sums: Mapping[int, int]) -> dict[int, int]:
    """Leave out the years of which nothing is owed."""
    return {year: fen for year, fen in sums.items() if fen}


def unconfirmed_findings(
    book: Book, year: int, left: Sequence[Unconfirmed], reason: str
) -> Iterator[Finding]:
    """Word why a year does not close yet.

    Who has not answered was asked again twice, or proved otherwise; a reason stands for neither.
    Who differs is explained, or the chief says why the year closes before.
    """
    yield from silent_findings(book, year, left)
    if not reason.strip():
        yield from differing_findings(book, year, left)


def silent_findings(book: Book, year: int, left: Sequence[Unconfirmed]) -> Iterator[Finding]:
    """Refuse a year of which somebody has not answered, and nothing stands in its place."""
    silent = [one for one in left if not one.answered and not one.instead]
    if silent:
        yield not_answered(book, year, silent)


def differing_findings(book: Book, year: int, left: Sequence[Unconfirmed]) -> Iterator[Finding]:
    """Refuse a year of which somebody differs, for no reason on record."""
    differing = [one for one in left if one.answered]
    if differing:
        yield Finding(
            code="UNCONFIRMED",
            message=f"{book.code} {year} 年有 {len(differing)} 家医院对账不符：{listed(differing)}",
            clause=CLAUSE,
            remedy="查明后用 prepay confirm explain 说明；确须先年结的，会计主管写明原因："
            f"prepay close year {year} --book {book.code} --reason 原因",
        )


def not_answered(book: Book, year: int, silent: Sequence[Unconfirmed]) -> Finding:
    """Word that hospitals have not answered, and nothing stands for it."""
    return Finding(
        code="UNANSWERED",
        message=f"{book.code} {year} 年有 {len(silent)} 家医院没有回函：{listed(silent)}",
        clause=CLAUSE,
        remedy="登记回函：prepay confirm answer 文件；不回的，两次催函并有送达凭证："
        f"prepay --book {book.code} confirm remind --hospital {silent[0].hospital} "
        f"--date {year}-12-31 --paper 催函编号:日期 --delivery 凭证编号:日期；"
        f"或替代核对：prepay --book {book.code} confirm alternative --year {year} "
        f"--reason 核对方法 --paper 编号:日期，由会计主管审核",
    )


def listed(left: Sequence[Unconfirmed]) -> str:
    """Name the first few hospitals."""
    return "；".join(one.told for one in left[:5]) + (" …" if len(left) > 5 else "")


def standing_letters(desk: Desk, conn: sa.Connection, book: Book, period: str) -> str:
    """Return how the letters cut off up to a month stand; "" where none is open."""
    # What is older is in the sheets of the months before.
    since = dt.date(year_of(period) - 1, 1, 1)
    letters, _ = read_letters(conn, book.code, since=since)
    due = [one for one in letters.values() if f"{one.date:%Y-%m}" <= period]
    counts: dict[str, int] = {}
    for item in follow(desk, conn, book, due):
        if item.state in OPEN:
            counts[STATES[item.state]] = counts.get(STATES[item.state], 0) + 1
    return "，".join(f"{name} {count} 份" for name, count in counts.items())


#: Where a letter stands: code and 中文.
STATES: Mapping[str, str] = MappingProxyType(
    {
        "waiting": "待回函",
        "overdue": "逾期未回",
        "agreed": "相符",
        "changed": "相符后账面已变",
        "differs": "不符",
        "cured": "更正后相符",
        "explained": "已说明",
    }
)


#: States that somebody still has to deal with.
OPEN = ("waiting", "overdue", "differs", "changed")


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterFollowed:
    """A letter as it is followed: what the books say of its cut-off now, by prepayment year."""

    letter: Letter
    name: str
    now: Mapping[int, int]
    today: dt.date

    @property
    def now_fen(self) -> int:
        """Add up what the books say now."""
        return sum(self.now.values())

    @property
    def gap_fen(self) -> int:
        """Return what the hospital states beyond what the books say now."""
        return self.letter.said_fen - self.now_fen if self.letter.answer else 0

    @property
    def agrees(self) -> bool:
        """Return whether what the hospital stated is what the books say now, year by year."""
        said = {year: fen for year, fen in self.letter.said if fen}
        return said == {year: fen for year, fen in self.now.items() if fen}

    @property
    def state(self) -> str:
        """Say where the letter stands (STATES)."""
        letter = self.letter
        if letter.answer and self.agrees:
            return "agreed" if letter.answer == "agree" else "cured"
        if letter.is_explained(self.now):
            return "explained"
        if letter.answer:
            return "changed" if letter.answer == "agree" else "differs"
        return "overdue" if self.today > letter.reply_by else "waiting"

    @property
    def days(self) -> int | None:
        """Count days: past the deadline, or since an answer that is not explained yet."""
        if self.state == "overdue":
            return (self.today - self.letter.reply_by).days
        if self.state in ("differs", "changed") and self.letter.answered_on:
            return (self.today - self.letter.answered_on).days
        return (self.today - self.letter.sent_on).days if self.state == "waiting" else None
