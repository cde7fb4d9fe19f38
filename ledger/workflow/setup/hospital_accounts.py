"""医疗机构账户: the bank accounts of hospitals beside the one in the list, each by a paper.

A hospital may have several, and many may share one of 集中核算. What is registered is a version:
an account that ends is registered again with its last day.
"""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from ledger.basis.errors import Finding, refuse_by_row
from ledger.basis.terms import ACCOUNT_KINDS
from ledger.events.words import Unclear, as_code, as_date, as_text, one_of
from ledger.intake.files import RawFile
from ledger.intake.raw_row import RawRow
from ledger.intake.returned import unsaid
from ledger.masters.hospital import LISTED, HospitalAccount, bare_number
from ledger.store.masters import add_hospital_accounts, read_hospitals
from ledger.workflow.desk import OFFICE, Desk, at_work, note

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from ledger.masters.hospital import Hospital

#: The columns of a list of accounts, by English name.
COLUMNS: Mapping[str, str] = MappingProxyType(
    {
        "hospital": "医疗机构编码",
        "number": "银行账号",
        "kind": "账户类型",
        "valid_from": "生效日期",
        "until": "停用日期",
        "paper": "文号",
    }
)
READERS: Mapping[str, Callable[[object], object]] = MappingProxyType(
    {
        "hospital": as_text,
        "number": as_code,
        "kind": one_of(ACCOUNT_KINDS, "账户类型"),
        "valid_from": as_date,
        "until": as_date,
        "paper": as_text,
    }
)
OPTIONAL = ("kind", "until")
CLAUSE = "财会〔2017〕28号·1101"


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountGiven:
    """One row: whose account, and what it is."""

    row: int
    hospital: Hospital
    account: HospitalAccount


def account_headings() -> dict[str, str]:
    """Map every heading of a list of accounts to its English name."""
    return {name: name for name in COLUMNS} | {label: name for name, label in COLUMNS.items()}


def add_account(desk: Desk, words: Mapping[str, str], *, dry_run: bool = False) -> AccountGiven:
    """登记一个账户, given as the words of a row; raises Refused with all that is wrong with it."""
    row = RawRow(number=0, words=words)
    file = RawFile(name=words.get("number", ""), folder=desk.folder(), rows=(row,), findings=())
    [given] = import_accounts(desk, file, dry_run=dry_run)
    return given


def import_accounts(desk: Desk, file: RawFile, *, dry_run: bool = False) -> list[AccountGiven]:
    """登记账户 of a file, all or none; what says nothing new is left out."""
    with at_work(
        desk,
        action="hospital-account",
        subject=file.name,
        role="preparer",
        what="登记医疗机构账户",
        dry_run=dry_run,
    ) as (conn, _):
        known = read_hospitals(conn, desk.today())
        given, faults = read_accounts(file.rows, known)
        faults += shared_findings(given, known)
        refuse_by_row([*file.findings, *unsaid(faults, file.findings)])
        fresh = [one for one in given if one.account not in one.hospital.accounts]
        rows = [(one.hospital.code, one.account) for one in fresh]
        at = desk.now()
        versions = add_hospital_accounts(conn, rows, by=desk.operator, at=at)
        changes = [
            {"hospital": code, "version": version, **plain_account(account)}
            for (code, account), version in zip(rows, versions, strict=True)
        ]
        told = {"at": at, "accounts": changes}
        note(desk, conn, OFFICE, "hospital-account", file.name, told)
    return given


def plain_account(account: HospitalAccount) -> dict[str, str]:
    """Write an account's words for the log."""
    return {
        "number": account.number,
        "kind": account.kind,
        "from": account.since.isoformat(),
        "until": account.until.isoformat() if account.until is not None else "",
        "paper": account.paper,
    }


def read_accounts(
    rows: Sequence[RawRow], known: Mapping[str, Hospital]
) -> tuple[list[AccountGiven], list[Finding]]:
    """Read rows; good ones, and every fault of the others."""
    given: list[AccountGiven] = []
    findings: list[Finding] = []
    for row in rows:
        read, faults = read_account(row, known)
        findings += faults
        if read is not None:
            given.append(read)
    return given, findings


def read_account(
    row: RawRow, known: Mapping[str, Hospital]
) -> tuple[AccountGiven | None, list[Finding]]:
    """Read a row: whose account it is, and what; None where anything is wrong with it."""
    values, faults = read_words(row)
    hospital = hospital_named(str(values.get("hospital", "")), known)
    if hospital is None and "hospital" in values:
        name = values["hospital"]
        faults.append(fault(row, "hospital", f"医疗机构“{name}”不在名单内", "核对编码或全称"))
    if faults or hospital is None:
        return None, faults
    account = account_of(values)
    given = AccountGiven(row=row.number, hospital=hospital, account=account)
    early = ended_early(row, account)
    return (None if early else given), early


def ended_early(row: RawRow, account: HospitalAccount) -> list[Finding]:
    """Refuse an account that ends before it begins."""
    if account.until is None or account.until >= account.since:
        return []
    what = f"停用日期 {account.until} 早于生效日期 {account.since}"
    return [fault(row, "until", what, "核对两个日期")]


def account_of(values: Mapping[str, object]) -> HospitalAccount:
    """Put a row's values together."""
    return HospitalAccount(
        number=str(values["number"]),
        kind=str(values.get("kind", "own")),
        since=as_date(values["valid_from"]),
        until=as_date(values["until"]) if "until" in values else None,
        paper=str(values["paper"]),
    )


def read_words(row: RawRow) -> tuple[dict[str, object], list[Finding]]:
    """Read the words of a row, its number without what people put between the digits."""
    values, findings = read_cells(row)
    if "number" in values:
        number = bare_number(str(values["number"]))
        if number.isdigit():
            values["number"] = number
        else:
            what = f"银行账号“{values['number']}”不是账号"
            findings.append(fault(row, "number", what, "照银行回单抄写账号，设为文本"))
    return values, findings


def read_cells(row: RawRow) -> tuple[dict[str, object], list[Finding]]:
    """Read the cells of a row."""
    values: dict[str, object] = {}
    findings = []
    for name, read in READERS.items():
        raw = row.words.get(name)
        if raw is None or not str(raw).strip():
            if name not in OPTIONAL:
                findings.append(fault(row, name, f"缺少{COLUMNS[name]}", f"填写{COLUMNS[name]}"))
            continue
        try:
            values[name] = read(raw)
        except Unclear as error:
            findings.append(fault(row, name, error.what, error.remedy))
    return values, findings


def fault(row: RawRow, name: str, what: str, remedy: str) -> Finding:
    """Word what is wrong with a cell."""
    return Finding(
        code="CELL_UNREADABLE",
        message=what,
        remedy=remedy,
        row=row.number or None,
        field=COLUMNS[name],
        unreadable=True,
    )


def hospital_named(text: str, known: Mapping[str, Hospital]) -> Hospital | None:
    """Find a hospital by its code, or by its whole name where only one has it."""
    by_code = known.get(text.upper())
    named = [one for one in known.values() if one.name == text]
    return by_code or (named[0] if len(named) == 1 else None)


def shared_findings(given: Sequence[AccountGiven], known: Mapping[str, Hospital]) -> list[Finding]:
    """Refuse an account that is another hospital's own: only one of 集中核算 is shared."""
    holders = holders_by_number(given, known)
    findings = []
    for one in given:
        others = dict(holders[one.account.number])
        del others[one.hospital.code]
        kinds = {*others.values(), one.account.kind} if others else set()
        if kinds & {"own", LISTED}:
            findings.append(account_shared(one, others, known))
    return findings


def holders_by_number(
    given: Sequence[AccountGiven], known: Mapping[str, Hospital]
) -> dict[str, dict[str, str]]:
    """Say of each account number which hospitals have it, and as what."""
    held = [
        (hospital.code, bare_number(account.number), account.kind)
        for hospital in known.values()
        for account in hospital.accounts
    ]
    held += [(one.hospital.code, one.account.number, one.account.kind) for one in given]
    holders: dict[str, dict[str, str]] = {}
    for hospital, number, kind in held:
        holders.setdefault(number, {})[hospital] = kind
    return holders


def account_shared(
    one: AccountGiven, others: Iterable[str], known: Mapping[str, Hospital]
) -> Finding:
    """Word that an account is another hospital's."""
    whose = "、".join(known[code].name for code in sorted(others))
    number = one.account.number
    return Finding(
        code="ACCOUNT_SHARED",
        message=f"账号 {number} 已登记给{whose}，不能又是{one.hospital.name}的自有账户"
        if one.account.kind == "own"
        else f"账号 {number} 是{whose}的自有账户，不是集中核算账户",
        remedy="核对账号；几家共用的，每家都登记成集中核算（--kind 集中核算）",
        clause=CLAUSE,
        row=one.row or None,
        field=COLUMNS["number"],
    )
