"""医疗机构银行账户: those in the list and those registered by a paper, each from when to when."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from ledger.basis.terms import ACCOUNT_KINDS
from ledger.formats.report import CODES, WORDS, Column, Report, Row, named_row
from ledger.masters.hospital import LISTED
from ledger.store.engine import reading
from ledger.store.masters import read_hospitals
from ledger.workflow.setup.hospital_accounts import COLUMNS, hospital_named, plain_account

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ledger.masters.hospital import Hospital, HospitalAccount
    from ledger.workflow.desk import Desk

#: How an account came to be known.
ORIGINS = {LISTED: "名单", **ACCOUNT_KINDS}
ACCOUNT_COLUMNS = MappingProxyType(
    {
        "hospital": Column(heading=COLUMNS["hospital"], wraps=CODES, spare=True),
        "name": Column(heading="名称", wraps=WORDS),
        "number": Column(heading=COLUMNS["number"]),
        "kind": Column(heading=COLUMNS["kind"]),
        "valid_from": Column(heading=COLUMNS["valid_from"]),
        "until": Column(heading=COLUMNS["until"]),
        "paper": Column(heading=COLUMNS["paper"], wraps=WORDS),
    }
)


def account_list(desk: Desk, hospital: str = "") -> Report:
    """List the bank accounts of hospitals, of all or of one."""
    with reading(desk.engine) as conn:
        known = read_hospitals(conn, desk.today())
    shown = hospitals_shown(hospital, known)
    held = [(one, account) for one in shown for account in one.accounts]
    return Report(
        title="医疗机构银行账户",
        subtitle=(f"共 {len(held)} 个", f"截至 {desk.today()}"),
        columns=tuple(ACCOUNT_COLUMNS.values()),
        rows=tuple(account_line(one, account) for one, account in held),
        tree={"accounts": [account_tree(one, account) for one, account in held]},
    )


def hospitals_shown(hospital: str, known: Mapping[str, Hospital]) -> list[Hospital]:
    """Return all hospitals by code, or the one asked for; none where nobody is called so."""
    if not hospital:
        return [known[code] for code in sorted(known)]
    asked = hospital_named(hospital, known)
    return [asked] if asked else []


def account_line(hospital: Hospital, account: HospitalAccount) -> Row:
    """Draw one account."""
    words = account_tree(hospital, account)
    return named_row(
        ACCOUNT_COLUMNS,
        {
            "hospital": hospital.code,
            "name": hospital.name,
            "number": account.number,
            "kind": ORIGINS[account.kind],
            "valid_from": words["from"],
            "until": words["until"],
            "paper": account.paper,
        },
    )


def account_tree(hospital: Hospital, account: HospitalAccount) -> dict[str, str]:
    """Write one account for programs; one of the list has no first day where nobody gave one."""
    words = {"hospital": hospital.code, "name": hospital.name, **plain_account(account)}
    if account.kind == LISTED and account.since.year == 1:
        words["from"] = ""
    return words
