"""验证 the books: every invariant, the second engine, the journals on disk of sealed months."""

from __future__ import annotations

import functools
import tempfile
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from ledger.audit import (
    bank_checks,
    book_checks,
    chain_checks,
    loss_checks,
    policy_checks,
    record_checks,
)
from ledger.audit.explained import Explained, Fingerprint, explainable, explanations, parted
from ledger.audit.invariants import UNREADABLE, Row, Stored, broken, read_stored
from ledger.audit.journal_files import DiskYear, check_disk_year
from ledger.audit.second_engine import Compared, compared
from ledger.audit.signing import period_end_checks, signed_checks
from ledger.audit.signing.office_checks import check_office
from ledger.audit.stand_ins import stand_ins_told
from ledger.basis.errors import Refused
from ledger.basis.period import year_of
from ledger.events.registers.acknowledgement import explaining_command, word_of
from ledger.formats.journals.beancount import write
from ledger.formats.journals.beancount_checked import published
from ledger.formats.journals.beancount_confirmed import without_scans
from ledger.store.engine import reading
from ledger.store.journals import read_given
from ledger.store.masters import read_books
from ledger.store.proof.proof import books_named, legible
from ledger.store.proof.proof_signed import read_office_rows
from ledger.workflow.close.export import folder_of, year_ledger, years_of
from ledger.workflow.close.one_login import one_login
from ledger.workflow.close.verify_drafts import drafts_as_frozen
from ledger.workflow.close.verify_judged import judged_again
from ledger.workflow.desk import OFFICE

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
    from datetime import date

    import sqlalchemy as sa

    from ledger.basis.errors import Finding
    from ledger.masters.book import Book
    from ledger.workflow.desk import Desk

#: What is checked, in Chinese, by the check's id; a test proves each able to fail.
CHECKS: Mapping[str, tuple[str, Callable[[Stored], Iterator[Finding]]]] = MappingProxyType(
    {
        "rows": ("凭证、分录、更正关系完整", chain_checks.check_rows),
        "chain": ("每一环与记账时一致，前后相接", chain_checks.check_chain),
        "red": ("红字与原凭证对应", chain_checks.check_red),
        "numbers": ("凭证号连续", book_checks.check_numbers),
        "turnover": ("发生额与分录重算相符", book_checks.check_turnover),
        "openings": ("年初余额与历年分录重算相符", book_checks.check_openings),
        "balances": ("每日和各月末明细余额方向正确", loss_checks.check_limits),
        "accounts": ("明细科目与科目表相符", book_checks.check_accounts),
        "signed": ("每一签名有效，所签即所记", signed_checks.check_signed),
        "transfers": ("期末结转与余额重算相符", period_end_checks.check_period_ends),
        "duties": ("制单、审核、记账分工", book_checks.check_duties),
        "signatures": ("出纳、会计主管签章", book_checks.check_signatures),
        "papers": ("附件齐全，张数相符", book_checks.check_papers),
        "dates": ("没有把以后的日期记成事实", book_checks.check_dates),
        "clock": ("时间随链向前", book_checks.check_clock),
        "periods": ("逐月封存，没有跳月", book_checks.check_periods),
        "seals": ("封存码与现状相符", chain_checks.check_seals),
        "policy": ("政策方案和选定的口径与日志一致", policy_checks.check_policy),
        "bank": ("对账单、勾对和余额调节表", bank_checks.check_bank),
        "records": ("升级、导出和医疗机构账户的登记与日志一致", record_checks.check_records),
        "triggers": ("数据库结构与升级脚本一致，防改触发器在位", book_checks.check_triggers),
    }
)

NOTHING_EXPLAINED: Mapping[Fingerprint, Row] = MappingProxyType({})
BOOKS = "账套登记齐全"
OFFICE_PROVED = "本单位的密钥、岗位由两人签定，前后相接"
JUDGED = "期初合计、暂收认定日、年结对账再判"
DRAFTS = "草稿与制单时定格的一致，审核有签名"
LOGINS = "制单和审核各自登录（只作提示）"
ENGINES = "第二引擎（Beancount）逐户核对"
WORLD = "对方确认的余额与账面相符"
JOURNALS = "导出的账本未被改动，没有缺少"


@dataclass(frozen=True, slots=True, kw_only=True)
class Verified:
    """One check of one book: its id, what it checks, and what it found.

    `older` is what an earlier rule let through (按旧规则), `explained` what is past and two people
    have explained (已说明), `noted` what is worth a look: told, never unsound.
    """

    id: str
    book: str
    name: str
    findings: tuple[Finding, ...]
    older: tuple[Finding, ...] = ()
    explained: tuple[Explained, ...] = ()
    noted: tuple[str, ...] = ()


def verify(desk: Desk, *, book: str = "", root: Path | None = None) -> list[Verified]:
    """Recompute everything; `root` is where the journals on disk lie."""
    results = []
    with reading(desk.engine) as conn:
        books = read_books(conn)
        if not book or book not in books:
            results.append(registered_books(conn, books, book))
        results.append(tried("office", "本单位", OFFICE_PROVED, functools.partial(proved, conn)))
        for code, one in books.items():
            if not book or code == book:
                results += verify_book(desk, conn, one, root)
    return results


def proved(conn: sa.Connection) -> Iterator[Finding]:
    """Prove the office's own chain, which says whose keys and roles count."""
    yield from check_office(read_office_rows(conn))


def registered_books(conn: sa.Connection, books: Collection[str], book: str) -> Verified:
    """Find the books that facts, seals or the log know and the list of books has lost."""
    known = books_named(conn) - {OFFICE}
    lost = sorted(code for code in known - set(books) if not book or code == book)
    findings = [
        broken("BOOK_LOST", f"账套 {code} 有账、有日志，账套登记（统筹区、账套）里却没有")
        for code in lost
    ]
    if not books and not lost:
        findings.append(broken("BOOKS_NONE", "数据库里一个账套也没有，没有查任何一笔账"))
    return Verified(id="books", book=book or "全部", name=BOOKS, findings=tuple(findings))


def verify_book(desk: Desk, conn: sa.Connection, book: Book, root: Path | None) -> list[Verified]:
    """Recompute everything of one book; rows that cannot be read are findings too."""
    read: list[Stored] = []

    def reads() -> Iterator[Finding]:
        read.append(read_stored(conn, book, desk.chart(book.fund), desk.now()))
        return iter(())

    unread = tried("rows", book.code, CHECKS["rows"][0], reads)
    if not read:
        return [unread]
    stored = read[0]
    known = explanations(stored)
    results = [
        tried(id_, book.code, name, functools.partial(check, stored), known)
        for id_, (name, check) in CHECKS.items()
    ]
    again = functools.partial(judged_again, desk, conn, book, stored)
    results.append(tried("judged", book.code, JUDGED, again, known))
    drafts = functools.partial(drafts_as_frozen, desk, conn, book, stored)
    results.append(tried("drafts", book.code, DRAFTS, drafts))
    loads: list[Compared] = []
    results.append(tried("engines", book.code, ENGINES, lambda: engines(desk, conn, book, loads)))
    results.append(world(book, loads))
    results.append(logins(conn, book, stored))
    if root is not None:
        disk = functools.partial(on_disk, desk, conn, book, stored, root)
        results.append(tried("journals", book.code, JOURNALS, disk))
    return [remarked(remedied(result, desk.today()), stored) for result in results]


#: What is told beside a check: who stood in for whom, and what lies before signing was on.
REMARKS: Mapping[str, Callable[[Stored], Iterable[str]]] = MappingProxyType(
    {"duties": stand_ins_told, "signed": signed_checks.unsigned_told}
)


def remarked(result: Verified, stored: Stored) -> Verified:
    """Tell what is worth a look beside a check, found or not."""
    told = REMARKS[result.id](stored) if result.id in REMARKS else ()
    return replace(result, noted=(*result.noted, *told))


def tried(
    id_: str,
    book: str,
    name: str,
    check: Callable[[], Iterator[Finding]],
    known: Mapping[Fingerprint, Row] = NOTHING_EXPLAINED,
) -> Verified:
    """Run one check; where a stored row makes no sense to it, that is what it found.

    The program writes no such row, so whatever cannot be read was written by another hand.
    `known` is what has been explained.
    """
    findings: list[Finding] = []
    try:
        with legible():
            findings.extend(check())
    except (*UNREADABLE, Refused) as error:
        what = f"{book}：“{name}”没有查完，有一行读不懂（{type(error).__name__}：{error}）"
        findings.append(broken("ROW_UNREADABLE", what))
    stand, explained = parted((finding for finding in findings if not finding.older), known)
    return Verified(
        id=id_,
        book=book,
        name=name,
        findings=tuple(stand),
        older=tuple(finding for finding in findings if finding.older),
        explained=tuple(explained),
    )


def explaining(book: str, finding: Finding, today: date) -> str:
    """Say how a finding is explained that is past."""
    command = explaining_command(book, word_of(finding.code), finding.fact, today)
    return f"查明原因；已成事实的，{command}"


def remedied(result: Verified, today: date) -> Verified:
    """Say of what is past how it is explained, where it can be."""
    findings = [
        replace(finding, remedy=explaining(result.book, finding, today))
        if explainable(finding)
        else finding
        for finding in result.findings
    ]
    return replace(result, findings=tuple(findings))


def logins(conn: sa.Connection, book: Book, stored: Stored) -> Verified:
    """Note which facts two people made from one login; only a log that is not legible is found."""
    noted: list[str] = []

    def reads() -> Iterator[Finding]:
        noted.extend(one.told() for one in one_login(conn, book.code, stored.rows()))
        return iter(())

    return replace(tried("logins", book.code, LOGINS, reads), noted=tuple(noted))


def engines(
    desk: Desk, conn: sa.Connection, book: Book, loads: list[Compared]
) -> Iterator[Finding]:
    """Let Beancount re-add every year from a fresh export; each load goes into `loads`."""
    for year in years_of(conn, book):
        with tempfile.TemporaryDirectory(prefix="prepay-") as folder:
            ledger, sql = year_ledger(desk, conn, book, year)
            write(without_scans(ledger), Path(folder))
            loads.append(compared(Path(folder) / "main.beancount", ledger, sql))
            yield from loads[-1].findings


def world(book: Book, loads: list[Compared]) -> Verified:
    """Say where what others confirmed is not what the books say; a reason on record is told only.

    The books are sound in themselves then; it is the world that disagrees with them.
    """
    explained = sum(len(load.explained) for load in loads)
    name = f"{WORLD}（另有 {explained} 处不符已说明）" if explained else WORLD
    findings = tuple(finding for load in loads for finding in load.differing)
    return Verified(id="world", book=book.code, name=name, findings=findings)


def on_disk(
    desk: Desk, conn: sa.Connection, book: Book, stored: Stored, root: Path
) -> Iterator[Finding]:
    """Compare the journals on disk with what closes and exports gave out."""
    folder = folder_of(root, book.code, year_of(book.start)).parent
    if not folder.is_dir():
        return
    given = read_given(conn, book.code)
    sealed = {seal["period"] for seal in stored.seals}
    for year in years_of(conn, book):

        @functools.cache
        def fresh(year: int = year) -> Mapping[str, str]:
            return published(year_ledger(desk, conn, book, year)[0])

        yield from check_disk_year(
            DiskYear(book=book, year=year, folder=folder, given=given, sealed=sealed, fresh=fresh)
        )
