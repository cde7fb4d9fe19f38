"""验证对账: statements add up, matches leave nothing over, and no 余额调节表 was changed."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from ledger.audit.book_checks import FIRST_CASHIER_APART, held_at
from ledger.audit.invariants import broken
from ledger.basis.money import grouped, yuan
from ledger.basis.period import last_day
from ledger.masters.duties import ADJUSTER, CLAUSE_CASHIER, may_act, may_approve
from ledger.reconcile.lines import digest_text
from ledger.store.bank.bank import sheet_number
from ledger.store.proof.proof_bank import APPROVAL
from ledger.store.rows import canonical

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ledger.audit.invariants import Stored
    from ledger.basis.errors import Finding
    from ledger.reconcile.marks import Mark

CLAUSE_TWO = "财会〔2024〕12号·二十一(二)"
Row = dict[str, Any]


def check_bank(stored: Stored) -> Iterator[Finding]:
    """Prove statements, matches, what was set apart, and every 余额调节表."""
    yield from broken_runs(stored)
    yield from broken_marks(stored)
    yield from lost_words(stored)
    approved = {(row["account"], row["period"], row["version"]) for row in stored.bank.approvals}
    for sheet in stored.bank.sheets:
        key = (sheet["account"], sheet["period"], sheet["version"])
        yield from broken_sheet(stored, sheet, approved=key in approved)
        yield from wrongly_drawn(stored, sheet)
    yield from broken_approvals(stored)


def broken_runs(stored: Stored) -> Iterator[Finding]:
    """Name the statement lines whose balance no longer follows from the line before."""
    for account, lines in stored.bank.lines.items():
        for before, line in pairwise(lines):
            wanted = before.balance_fen + line.net_fen
            if wanted != line.balance_fen:
                yield broken(
                    "BANK_RUN",
                    f"{stored.book.code} {account} 对账单第 {line.number} 行余额"
                    f" {grouped(line.balance_fen)}，按上一行应为 {grouped(wanted)}",
                )


def broken_marks(stored: Stored) -> Iterator[Finding]:
    """Name matches that were changed, that leave something over, or that want one line twice."""
    numbers = {mark.id: f"第 {mark.number} 号" for mark in stored.bank.marks}
    for id_ in sorted(stored.bank.false):
        name = numbers.get(id_, id_)
        yield broken("BANK_MATCH", f"{stored.book.code} 勾对{name}与当时写下的不同")
    taken: dict[str, int] = {}
    for mark in stored.bank.marks:
        if mark.in_force:
            yield from broken_mark(stored, mark)
            yield from taken_twice(stored, mark, taken)


def taken_twice(stored: Stored, mark: Mark, taken: dict[str, int]) -> Iterator[Finding]:
    """Name the lines that a match wants and an earlier one has; notes that they are taken."""
    for line in mark.lines:
        if line in taken:
            what = f"第 {taken[line]} 号和第 {mark.number} 号勾了同一行"
            yield broken("BANK_TWICE", f"{stored.book.code} {mark.account} {what}")
        taken[line] = mark.number


def broken_mark(stored: Stored, mark: Mark) -> Iterator[Finding]:
    """Name a match in force whose line was changed or whose sides differ; and who approved it."""
    name = f"{stored.book.code} {mark.account} 勾对第 {mark.number} 号"
    now = {line.id: line.net_fen for line in stored.bank.lines.get(mark.account, ())}
    then = stored.bank.lines_of.get(mark.id, {})
    if any(now.get(id_) != fen for id_, fen in then.items()):
        yield broken("BANK_MATCH", f"{name}：对账单行与勾对时不同")
    bank, books = sum(then.values()), sum(stored.bank.vouchers_of.get(mark.id, {}).values())
    if mark.kind == "match" and bank != books:
        yield broken("BANK_MATCH", f"{name}：对账单 {grouped(bank)}，账上 {grouped(books)}")
    approved = mark.said("approved")
    if approved is not None and not could_approve(
        stored, approved.by, approved.at, prepared_by=mark.matched_by
    ):
        yield broken("BANK_DUTIES", f"{name}由 {approved.by} 审核，不合分工", CLAUSE_TWO)


def could_approve(stored: Stored, by: str, at: str, *, prepared_by: str) -> bool:
    """Return whether a person could approve, at that moment, what another had prepared."""
    return may_approve(by, held_at(stored, by, at), prepared_by)


def lost_words(stored: Stored) -> Iterator[Finding]:
    """Name what the log says was confirmed, approved or undone, and the matches do not."""
    stands = {(mark.number, v.verdict) for mark in stored.bank.marks for v in mark.verdicts}
    for number, verdict in sorted(stored.bank.said - stands):
        what = f"日志里第 {number} 号{VERDICTS[verdict]}，勾对记录里没有"
        yield broken("BANK_MATCH", f"{stored.book.code} {what}")


VERDICTS = {"confirmed": "已确认", "approved": "已审核", "undone": "已撤销"}


def broken_sheet(stored: Stored, sheet: Row, *, approved: bool) -> Iterator[Finding]:
    """Name a 余额调节表 that is not what was prepared, or whose statement has changed since."""
    number = sheet_number(sheet["account"], sheet["period"], sheet["version"])
    name = f"{stored.book.code} {number}"
    if not sheet["true"]:
        yield broken("BANK_SHEET", f"{name} 的内容与提交时的摘要不符")
        return
    content = json.loads(sheet["content"])
    kept = {
        "statement": sheet["statement_fen"],
        "book": sheet["book_fen"],
        "other": sheet["other_fen"],
        "bank_adjusted": sheet["adjusted_fen"],
        "book_adjusted": sheet["adjusted_fen"],
    }
    if any(content[word] != yuan(fen) for word, fen in kept.items()):
        yield broken("BANK_SHEET", f"{name} 的数字与内容不符，或两边调节后余额不等")
    if approved and statement_digest(stored, sheet) != content["statement_digest"]:
        yield broken("BANK_STATEMENT", f"{name} 审核以后，对账单的行有了变化")


def wrongly_drawn(stored: Stored, sheet: Row) -> Iterator[Finding]:
    """Name a 余额调节表 that a cashier drew up, or who had no role for it at that time."""
    by, at = sheet["prepared_by"], sheet["prepared_at"]
    if may_act(ADJUSTER, held_at(stored, by, at)):
        return
    number = sheet_number(sheet["account"], sheet["period"], sheet["version"])
    what = f"{stored.book.code} {number} 由 {by} 编制，不合分工"
    found = broken("BANK_DUTIES", what, CLAUSE_CASHIER)
    yield replace(found, older=stored.revision_at(at) < FIRST_CASHIER_APART)


def statement_digest(stored: Stored, sheet: Row) -> str:
    """Return the digest of an account's statement lines up to the end of a sheet's month."""
    end = last_day(sheet["period"])
    lines = [line for line in stored.bank.lines.get(sheet["account"], ()) if line.date <= end]
    return hashlib.sha256(canonical(digest_text(lines)).encode()).hexdigest()


def broken_approvals(stored: Stored) -> Iterator[Finding]:
    """Compare who approved which 余额调节表 with the log, and with the roles of that time."""
    digests = {
        (row["account"], row["period"], row["version"]): row["digest"] for row in stored.bank.sheets
    }
    stands = set()
    for row in stored.bank.approvals:
        key = (row["account"], row["period"], row["version"])
        words = tuple(str(row[name]) for name in APPROVAL)
        stands.add((*words, digests.get(key, "")))
        by, at = row["approved_by"], row["approved_at"]
        if not could_approve(stored, by, at, prepared_by=row["prepared_by"]):
            name = f"{stored.book.code} {sheet_number(*key)}"
            yield broken("BANK_DUTIES", f"{name} 由 {by} 审核，不合分工", CLAUSE_TWO)
    for words in sorted(stands ^ set(stored.bank.logged)):
        number = sheet_number(words[0], words[1], int(words[2]))
        what = f"{stored.book.code} {number} 的审核与日志不一致"
        yield broken("BANK_SHEET", what)
