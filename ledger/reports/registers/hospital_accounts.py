"""医疗机构银行账户: those in the list and those registered by a paper, each from when to when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ledger.basis.terms import ACCOUNT_KINDS
from ledger.formats.report import CODES, WORDS, Column, Report, Row
from ledger.masters.hospital import LISTED
from ledger.store.engine import reading
from ledger.store.masters import read_hospitals
from ledger.workflow.setup.hospital_accounts import COLUMNS, hospital_named, plain_account

if TYPE_CHECKING:
    from ledger.masters.hospital import Hospital, HospitalAccount
    from ledger.workflow.desk import Desk

#: How an account came to be known.
ORIGINS = {LISTED: "名单", **ACCOUNT_KINDS}


def account_list(desk: Desk, hospital: str = "") -> Report:
    """List the bank accounts of hospitals, of all or of one."""
    with reading(desk.engine) as conn:
        known = read_hospitals(conn, desk.today())
    asked = hospital_named(hospital, known) if hospital else None
    shown = [one for _, one in sorted(known.items()) if not hospital or one is asked]
    held = [(one, account) for one in shown for account in one.accounts]
    return Report(
        title="医疗机构银行账户",
        subtitle=(f"共 {len(held)} 个", f"截至 {desk.today()}"),
        columns=(
            Column(heading=COLUMNS["hospital"], wraps=CODES, spare=True),
            Column(heading="名称", wraps=WORDS),
            *(Column(heading=COLUMNS[name]) for name in ("number", "kind", "valid_from", "until")),
            Column(heading=COLUMNS["paper"], wraps=WORDS),
        ),
        rows=tuple(account_line(one, account) for one, account in held),
        tree={"accounts": [account_tree(one, account) for one, account in held]},
    )


def account_line(hospital: Hospital, account: HospitalAccount) -> Row:
    """Draw one account."""
    words = account_tree(hospital, account)
    kind = ORIGINS[account.kind]
    named = (hospital.code, hospital.name, account.number, kind)
    return Row(cells=(*named, words["from"], words["until"], account.paper))


def account_tree(hospital: Hospital, account: HospitalAccount) -> dict[str, str]:
    """Write one account for programs; one of the list has no first day where nobody gave one."""
    words = {"hospital": hospital.code, "name": hospital.name, **plain_account(account)}
    if account.kind == LISTED and account.since.year == 1:
        words["from"] = ""
    return words
