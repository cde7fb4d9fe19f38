"""The journals of one book and year as Beancount: pure texts, and the writing of what changed.

`main.beancount` holds options, accounts and includes, `00` the 年初余额, `01` … `12` a month's
vouchers each, after them its 登记事项, and after those the sets that people signed. A month with neither has no file and no include.
`confirmed` asserts what others said of the balances.
Sealed data is not in here: the journals can be made again from the ledger, byte for byte.
"""

from __future__ import annotations

import hashlib
import os
import re
from datetime import date, timedelta
from types import MappingProxyType
from typing import TYPE_CHECKING

from ledger.basis.money import yuan
from ledger.basis.period import is_opening, month_of
from ledger.basis.terms import EVENT_KINDS, voucher_number
from ledger.formats.journals.beancount_confirmed import CONFIRMED_FILE, confirmed_text
from ledger.formats.journals.beancount_head import head
from ledger.formats.journals.beancount_names import (
    CLEARING_ACCOUNT,
    account_names,
    comment,
    quote,
    root_options,
)
from ledger.formats.journals.beancount_registers import register_directive
from ledger.formats.journals.beancount_signed import set_directives, signed_meta

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from pathlib import Path

    from ledger.voucher.shown import Voucher, YearLedger

MAIN_FILE = "main.beancount"
JOURNAL_FILE = re.compile(r"(main|confirmed|0\d|1[0-2])\.beancount", re.ASCII)
#: Marks what is an opening and so never 发生额.
OPENING_TAG = "opening"
LABEL = re.compile(r"(\d{4}-\d{2}) \D+-(\d+)", re.ASCII)
NOTHING_FINAL: Mapping[str, Collection[str]] = MappingProxyType({})
SIDES = {"debit": (1, "借"), "credit": (-1, "贷")}


def render(ledger: YearLedger) -> dict[str, str]:
    """Write a book's year as Beancount: file name → text, `main.beancount` last."""
    names = account_names(ledger.chart, ledger.leaves.values())
    months = month_texts(ledger, names)
    files = {
        f"{month:02d}.beancount": "\n".join([title(ledger, month), *months[month]])
        for month in sorted(months)
    }
    if told := confirmed_text(ledger, names):
        files[CONFIRMED_FILE] = told
    files[MAIN_FILE] = head(ledger, names, start=first_date(ledger), files=tuple(files))
    return files


def month_texts(ledger: YearLedger, names: Mapping[str, str]) -> dict[int, list[str]]:
    """Write what stands in each month: vouchers, 登记事项, and the sets that people signed."""
    months: dict[int, list[str]] = {}
    facts: dict[int, list[tuple[str, date]]] = {}
    if carried := carried_in(ledger, names):
        months[0] = carried
    for voucher in ledger.vouchers:
        month = month_of(voucher.period)
        months.setdefault(month, []).append(transaction(ledger, voucher, names))
        facts.setdefault(month, []).append((voucher.id, voucher.booked))
    for entry in ledger.registers:
        month = entry.booked.month
        months.setdefault(month, []).append(register_directive(ledger, entry))
        facts.setdefault(month, []).append((entry.id, entry.booked))
    for month, found in facts.items():
        months[month] += set_directives(ledger, found)
    return months


def write(
    ledger: YearLedger, folder: Path, final: Mapping[str, Collection[str]] = NOTHING_FINAL
) -> tuple[Path, ...]:
    """Bring a folder up to date; gives the files written or removed, none on a second run.

    Each file is replaced whole. The months come before the main file that includes them, and
    what is no longer included goes last, so that the folder loads at every moment. A file that
    is as the close of its month gave it out (`final`: digests by name) is left alone, whatever
    a later version of this program would write.
    """
    folder.mkdir(parents=True, exist_ok=True)
    files = render(ledger)
    touched = []
    for name, text in files.items():
        content = text.encode()
        path = folder / name
        present = path.read_bytes() if path.is_file() else b""
        if present != content and digest_of(present) not in final.get(name, ()):
            replace_file(path, content)
            touched.append(path)
    for path in sorted(folder.iterdir()):
        if JOURNAL_FILE.fullmatch(path.name) and path.name not in files:
            path.unlink()
            touched.append(path)
    return tuple(touched)


def digest_of(content: bytes) -> str:
    """Digest a journal file."""
    return hashlib.sha256(content).hexdigest()


def replace_file(path: Path, content: bytes) -> None:
    """Put a file in place of another in one step: whole old bytes, or whole new ones."""
    passing = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        with passing.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        passing.replace(path)
    finally:
        passing.unlink(missing_ok=True)


def carried_in_date(ledger: YearLedger) -> date:
    """Return the day before the year: what is carried in then never looks like January's."""
    return date(ledger.year - 1, 12, 31)


def first_date(ledger: YearLedger) -> date:
    """Return the day of options and accounts: before all postings, so that no page mixes them."""
    first = min([carried_in_date(ledger), *(voucher.booked for voucher in ledger.vouchers)])
    return first - timedelta(days=1)


def title(ledger: YearLedger, month: int) -> str:
    """Head a month's file."""
    part = f"{month}月 记账凭证" if month else "年初余额"
    return comment(f"{ledger.book.name} {ledger.year}年 {part}") + f"\n{root_options()}\n"


def carried_in(ledger: YearLedger, names: Mapping[str, str]) -> list[str]:
    """Write 年初余额 carried in: one transaction a hospital, one for every other account."""
    groups: dict[str, list[str]] = {}
    for code in sorted(ledger.openings):
        if ledger.openings[code]:
            groups.setdefault(ledger.leaves[code].account.hospital or code, []).append(code)
    day = carried_in_date(ledger)
    return [opening(ledger, names, codes, day) for codes in groups.values()]


def opening(ledger: YearLedger, names: Mapping[str, str], codes: Sequence[str], day: date) -> str:
    """Write what one hospital, or one other account, brings in from the year before."""
    leaf = ledger.leaves[codes[-1]]
    hospital = leaf.account.hospital
    text = f"上年结转：{leaf.holder}" if hospital else f"上年结转：{leaf.name}"
    lines = [f'{day} * "年初" {quote(text)} #{OPENING_TAG}']
    lines.append('  kind: "上年结转"')
    if hospital:
        lines.append(f"  hospital: {quote(hospital)}")
    balances = [(names[code], ledger.openings[code]) for code in codes]
    balances.append((CLEARING_ACCOUNT, -sum(fen for _, fen in balances)))
    for name, fen in balances:
        lines.append(f"  {name}  {yuan(fen)} CNY")
        lines.append(f'    dc: "{"借" if fen > 0 else "贷"}"')
    return "\n".join(lines) + "\n"


def transaction(ledger: YearLedger, voucher: Voucher, names: Mapping[str, str]) -> str:
    """Write a voucher as one transaction: payee its number, narration its 摘要."""
    number = quote(voucher_number(voucher.period, voucher.number))
    lines = [
        f"{voucher.booked} * {number} {quote(voucher.summary)}{marks(voucher)}",
        f"  number: {quote(voucher.label)}",
        f"  kind: {quote(EVENT_KINDS[voucher.kind])}",
        f"  movement: {quote(EVENT_KINDS[voucher.movement])}",
    ]
    if voucher.date != voucher.booked:
        lines.append(f"  date_of_fact: {voucher.date}")
    if voucher.hospital:
        lines.append(f"  hospital: {quote(voucher.hospital)}")
    if voucher.year:
        lines.append(f'  year: "{voucher.year}"')
    if voucher.corrects:
        lines.append(f"  corrects: {quote(voucher.corrects)}")
    if voucher.breaches:
        told = "；".join(f"{breach.clause}：{breach.message}" for breach in voucher.breaches)
        lines.append(f"  breaches: {quote(told)}")
    lines.append(
        f"  prepared_by: {quote(voucher.prepared_by)}\n"
        f"  approved_by: {quote(voucher.approved_by)}\n"
        f"  posted_by: {quote(voucher.posted_by)}\n"
        f"  id: {quote(voucher.id)}\n"
        f"  seq: {voucher.position}\n"
        f"  fact: {quote(voucher.fact_digest)}\n"
        f"  link: {quote(voucher.link)}"
    )
    lines += signed_meta(ledger, voucher.id)
    for line in voucher.lines:
        sign, side = SIDES[line.side]
        amount = yuan(sign * line.amount_fen)
        lines.append(f'  {names[line.account]}  {amount} CNY\n    dc: "{side}"')
    lines.append("")
    return "\n".join(lines)


def marks(voucher: Voucher) -> str:
    """Write a voucher's tags, and the link by which a correction names what it corrects.

    No other voucher carries a link: what is corrected may lie in a sealed month, whose bytes
    depend on nothing later, and Fava ships every link with every page.
    """
    tags = [OPENING_TAG] if is_opening(voucher.period) else []
    if voucher.form == "red":
        tags.append("red")
    if voucher.irregular:
        tags.append("irregular")
    if voucher.kind == "period-end":
        tags.append("period-end")
    links = [f"{period}-{number}" for period, number in LABEL.findall(voucher.corrects)]
    return "".join([*(f" #{tag}" for tag in tags), *(f" ^{link}" for link in links)])
