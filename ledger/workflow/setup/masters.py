"""建账和基础资料: init, operators, hospitals, bank accounts."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ledger import __version__
from ledger.basis.errors import Finding, Refused, refuse, unclear
from ledger.basis.money import grouped
from ledger.basis.period import parse_period
from ledger.basis.terms import BANKS, ROLES, SYSTEM_OPERATOR, code_of
from ledger.intake.returned import unsaid
from ledger.masters.book import AREA_PATTERN, BankAccount, Book, book_code
from ledger.masters.division import area_findings
from ledger.masters.hospital import HEADINGS, Hospital, read_hospital
from ledger.masters.operator import Operator, role_findings
from ledger.store.days import read_leaves
from ledger.store.engine import on_trial, writing
from ledger.store.masters import (
    add_area,
    add_book,
    add_hospitals,
    describe_bank_account,
    give_roles,
    read_bank_accounts,
    read_books,
    read_hospitals,
    read_operators,
)
from ledger.store.tables.migrate import upgrade_within
from ledger.store.upgrades import record_upgrades, stands_now, stood
from ledger.voucher.leaves import Shortage
from ledger.voucher.overdraft import point_name
from ledger.workflow.desk import (
    OFFICE,
    Desk,
    at_work,
    book_of,
    may_administer,
    note,
    refusals_logged,
)
from ledger.workflow.policy.policy import adopt_at_init, layers_of
from ledger.workflow.setup.owner import choose_owner, refuse_other_owner

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import date

    import sqlalchemy as sa

    from ledger.intake.files import RawFile
    from ledger.intake.raw_row import RawRow
    from ledger.policy.values import Layer


def initialise(  # noqa: PLR0913 - the words of one command, each of them optional or plain.
    desk: Desk,
    *,
    area: str,
    name: str,
    profile: str,
    start: str,
    owner: str = "",
    reason: str = "",
    paper: str = "",
    dry_run: bool = False,
) -> list[Book]:
    """建账: create or upgrade the database and open a book per fund of the area.

    Books that are open already stay as they are; a new one adopts the profile's text. `paper`
    and `reason` let in a code that is no division of today (市本级, 矿区, 油田, a new district),
    or one beyond the profile's reach; both are kept in the log.
    """
    layers = layers_of(desk, profile)
    start = read_start(area, name, start)
    with on_trial(desk.engine, dry_run=dry_run), writing(desk.engine, (), dry_run=dry_run) as conn:
        upgrade_within(conn)
        may_administer(desk, conn, "建账")
        known = read_books(conn)
        if SYSTEM_OPERATOR not in read_operators(conn):
            system = Operator(name=SYSTEM_OPERATOR, roles=("preparer",), since=desk.now())
            give_roles(conn, system, SYSTEM_OPERATOR)
        if not any(book.area == area for book in known.values()):
            refuse_area(area, name.strip(), layers, papered=bool(paper and reason))
        add_area(conn, area, name.strip())
        opened = []
        for fund in ("employee", "resident"):
            code = book_code(area, fund)
            if code in known:
                refuse_other_owner(conn, code, owner)
                continue
            book = Book(
                code=code,
                area=area,
                fund=fund,
                area_name=name.strip(),
                profile=profile,
                start=start,
            )
            open_book(desk, conn, book, layers, paper=paper, reason=reason)
            choose_owner(desk, conn, book, layers, owner, reason=reason, paper=paper)
            opened.append(book)
        note_upgrades(desk, conn, known)
    return opened


def read_start(area: str, name: str, start: str) -> str:
    """Read the first month of an area's books; raises Refused for words that cannot be read."""
    if AREA_PATTERN.fullmatch(area) is None or not name.strip():
        raise unclear("AREA_UNREADABLE", f"统筹区“{area} {name}”读不懂", "写六位区划代码和名称")
    try:
        return parse_period(start)
    except ValueError:
        raise unclear("PERIOD_UNREADABLE", f"起始月份“{start}”读不懂", "写成 2026-01") from None


def note_upgrades(desk: Desk, conn: sa.Connection, known: Collection[str]) -> None:
    """Record where each book stands under this revision; log it for those that were there."""
    for code, stands in record_upgrades(conn, __version__).items():
        if code in known:
            note(desk, conn, code, "upgrade", __version__, stood(stands))


def refuse_area(area: str, name: str, layers: Sequence[Layer], *, papered: bool) -> None:
    """Refuse an area's code that is none, or that the lowest layer which says so is not for."""
    spoken = [layer for layer in layers if layer.areas]
    reach, profile = (spoken[-1].areas, spoken[-1].name) if spoken else ((), "")
    if findings := area_findings(area, name, reach=reach, profile=profile, papered=papered):
        raise Refused(findings)


def open_book(
    desk: Desk,
    conn: sa.Connection,
    book: Book,
    layers: tuple[Layer, ...],
    *,
    paper: str = "",
    reason: str = "",
) -> None:
    """Open one book with the values that its profile brings; the fund must have a chart."""
    desk.chart(book.fund)
    add_book(conn, book)
    content = {
        "profile": book.profile,
        "start": book.start,
        "adopted": adopt_at_init(desk, conn, book, layers),
        "layers": {layer.name: layer.digest for layer in layers},
        **({"paper": paper, "reason": reason} if paper else {}),
        **stood(stands_now(conn, book.code, __version__)),
    }
    note(desk, conn, book.code, "init", book.name, content)


def add_operator(
    desk: Desk,
    name: str,
    roles: Sequence[str],
    books: Sequence[str] = (),
    *,
    dry_run: bool = False,
) -> Operator:
    """登记操作员: give a person roles; raises Refused for roles that may not be held together.

    `books` are the books that the person may look at in the browser, and sign in; () is all.
    """
    held = roles_named(roles)
    with (
        refusals_logged(desk, "operator-add", name),
        writing(desk.engine, (), dry_run=dry_run) as conn,
    ):
        may_administer(desk, conn, "登记操作员")
        if findings := role_findings(name, held):
            raise Refused(findings)
        before = read_operators(conn).get(name)
        seen = tuple(sorted({book_of(conn, book).code for book in books}))
        operator = Operator(name=name, roles=held, since=desk.now(), books=seen)
        if before is None or not is_replayed(before, operator):
            give_roles(conn, operator, desk.operator or "-")
        note(desk, conn, OFFICE, "operator-add", name, roles_change(before, operator))
    return operator


def roles_named(words: Sequence[str]) -> tuple[str, ...]:
    """Read roles by code or by name, in their usual order."""
    codes = [code_of(ROLES, word) for word in words]
    if None in codes:
        known = "、".join(f"{term}（{code}）" for code, term in ROLES.items())
        word = words[codes.index(None)]
        raise unclear("ROLE_UNKNOWN", f"岗位“{word}”不认识", f"可填：{known}")
    return tuple(role for role in ROLES if role in codes)


def is_replayed(before: Operator, operator: Operator) -> bool:
    """Tell roles that were given already: it is logged, and no version is made of it.

    Unless they were given by a clock that ran ahead, from which nobody could act until that day.
    """
    same = (before.roles, before.books) == (operator.roles, operator.books)
    return same and before.since <= operator.since


def roles_change(before: Operator | None, operator: Operator) -> dict[str, object]:
    """Write for the log what was given, and what was held before."""
    content: dict[str, object] = {
        "before": list(before.roles) if before else [],
        "after": list(operator.roles),
    }
    if operator.books or (before and before.books):
        content["books"] = list(operator.books)
    return content


def hospital_headings() -> dict[str, str]:
    """Map every heading of a hospital list to its English name."""
    return {name: name for name in HEADINGS} | {label: name for name, label in HEADINGS.items()}


def import_hospitals(
    desk: Desk, file: RawFile, *, dry_run: bool = False
) -> tuple[list[Hospital], int]:
    """导入医疗机构: gives the new versions, and how many rows said nothing new."""
    hospitals, findings = read_list(file, desk.today())
    with at_work(
        desk,
        action="hospital-import",
        subject=file.name,
        role="preparer",
        what="导入医疗机构",
        dry_run=dry_run,
    ) as (conn, _):
        if findings:
            raise Refused(findings)
        known = read_hospitals(conn, desk.today(), (hospital.code for hospital in hospitals))
        fresh = [hospital for hospital in hospitals if not same(known.get(hospital.code), hospital)]
        add_hospitals(conn, fresh)
        changes = [
            {"code": new.code, "before": plain(known.get(new.code)), "after": plain(new)}
            for new in fresh
        ]
        note(desk, conn, OFFICE, "hospital-import", file.name, {"versions": changes})
    return fresh, len(hospitals) - len(fresh)


def words_filled(row: RawRow) -> dict[str, str]:
    """Take the words of a row that are there, as texts."""
    return {name: str(word) for name, word in row.words.items() if word is not None}


def read_list(file: RawFile, today: date) -> tuple[list[Hospital], list[Finding]]:
    """Read a hospital list whole; a code that stands twice is a finding."""
    findings: list[Finding] = []
    hospitals: dict[str, Hospital] = {}
    for row in file.rows:
        hospital, found = read_hospital(row.number, words_filled(row), today)
        findings.extend(found)
        if hospital is None:
            continue
        if hospital.code in hospitals:
            findings.append(
                Finding(
                    code="HOSPITAL_TWICE",
                    message=f"{hospital.code} {hospital.name} 在文件里出现两次",
                    remedy="每个医疗机构只留一行",
                    row=row.number,
                    field=HEADINGS["code"],
                    unreadable=True,
                )
            )
        hospitals[hospital.code] = hospital
    found = [*file.findings, *unsaid(findings, file.findings)]
    return list(hospitals.values()), sorted(found, key=lambda finding: finding.row or 0)


def same(known: Hospital | None, given: Hospital) -> bool:
    """Return whether a row says nothing new of a hospital."""
    return known is not None and replace(given, valid_from=known.valid_from) == known


def plain(hospital: Hospital | None) -> dict[str, str]:
    """Write a hospital's words for the log."""
    if hospital is None:
        return {}
    names = (
        "name",
        "ownership",
        "level",
        "inpatient",
        "credit_code",
        "bank_account",
        "group",
        "agency",
    )
    return {name: str(getattr(hospital, name)) for name in (*names, "valid_from")}


def describe_account(desk: Desk, book: str, bank: BankAccount, *, dry_run: bool = False) -> None:
    """登记银行账户 behind 1004 or 1003; logged before and after."""
    if bank.code not in BANKS:
        raise unclear(
            "ACCOUNT_UNKNOWN", f"银行账户 {bank.code} 不认识", "填 1004 支出户 或 1003 财政专户"
        )
    with at_work(
        desk,
        action="account-add",
        subject=bank.code,
        book=book,
        role="preparer",
        what="登记银行账户",
        dry_run=dry_run,
    ) as (conn, _):
        opened = book_of(conn, book)
        before = read_bank_accounts(conn, book).get(bank.code)
        if bank.exclusive and not (before and before.exclusive):
            refuse_overdrawn(conn, opened, bank.code)
        describe_bank_account(conn, book, bank)
        content = {"before": bank_words(before), "after": bank_words(bank)}
        note(desk, conn, book, "account-add", bank.code, content)


def refuse_overdrawn(conn: sa.Connection, book: Book, code: str) -> None:
    """Refuse to call an account the ledger's alone that its books show overdrawn on any day."""
    leaves = read_leaves(conn, book, {code: 1}, since="")
    for running, month_end in ((leaves.days, False), (leaves.months, True)):
        at, fen = running.least(code)
        if fen < 0:
            short = Shortage(at=at, month_end=month_end, fen=-fen)
            raise refuse(
                "ACCOUNT_OVERDRAWN",
                f"{code} {BANKS[code]}截至 {point_name(short)}账上透支 {grouped(short.fen)}，"
                "不会是只归本账套使用的账户",
                "账户还收付别的款项的，登记为共用（--shared）；确为专用的，先补记漏记的收款",
                clause=f"财会〔2017〕28号·{code}",
            )


def bank_words(bank: BankAccount | None) -> dict[str, str]:
    """Write a bank account's words for the log."""
    if bank is None:
        return {}
    kind = "exclusive" if bank.exclusive else "shared"
    return {"bank": bank.bank, "number": bank.number, "kind": kind}
