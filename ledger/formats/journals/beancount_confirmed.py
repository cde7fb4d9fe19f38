"""What others confirmed, as `balance` assertions, and their papers: confirmed.beancount.

A file of its own: an answer that comes after a month is sealed changes no sealed month. An
assertion is dated the day after the cut-off, since Beancount looks at the start of a day, and
bears no tolerance. It asserts what the other side said: a difference shows red.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import PurePath
from typing import TYPE_CHECKING

from ledger.basis.money import yuan
from ledger.formats.journals.beancount_names import comment, quote, root_options, words_of_name

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from ledger.voucher.confirmed import Confirmed, Scan
    from ledger.voucher.shown import YearLedger

CONFIRMED_FILE = "confirmed.beancount"
DOCUMENTS = "documents"
#: How a file begins, and the ending that Fava and people know it by.
ENDINGS = (
    (b"%PDF", ".pdf"),
    (b"\x89PNG", ".png"),
    (b"\xff\xd8\xff", ".jpg"),
    (b"II*\x00", ".tif"),
    (b"MM\x00*", ".tif"),
)
UNKNOWN = ".bin"


def confirmed_text(ledger: YearLedger, names: Mapping[str, str]) -> str:
    """Write the file; "" where nobody has confirmed anything."""
    if not ledger.confirmed and not ledger.scans:
        return ""
    title = f"{ledger.book.name} {ledger.year}年 对方确认的余额"
    lines = [comment(title), root_options(), ""]
    lines += [
        assertion(one, names[one.account])
        for one in sorted(ledger.confirmed, key=lambda one: (one.day, one.account, one.paper))
    ]
    lines += [
        f"{scan.day} document {names[scan.account]} {quote(f'{DOCUMENTS}/{file_name(scan)}')}\n"
        for scan in sorted(ledger.scans, key=lambda scan: (scan.day, scan.account, scan.name))
    ]
    return "\n".join(lines)


def assertion(one: Confirmed, account: str) -> str:
    """Write one assertion, and in its metadata who said what, on which paper."""
    amount = yuan(one.booked_fen)
    lines = [
        f"{one.day + timedelta(days=1)} balance {account}  {amount} ~ 0 CNY",
        f"  as_of: {one.day}",
        f"  said: {quote(yuan(one.amount_fen))}",
    ]
    if one.late_fen:
        told = f"截止日以前发生、以后记账 {yuan(one.late_fen)}，已从对方余额中扣除"
        lines.append(f"  booked_later: {quote(told)}")
    words = {"by": one.by, "letter": one.letter, "paper": one.paper, "explained": one.explained}
    lines += [f"  {name}: {quote(text)}" for name, text in words.items() if text]
    return "\n".join(lines) + "\n"


def without_scans(ledger: YearLedger) -> YearLedger:
    """Return a year as it is loaded once, to be proved: scans prove no figure."""
    return replace(ledger, scans=())


def file_name(scan: Scan) -> str:
    """Name a scan's copy for people: what it is, and enough of its digest to tell it apart."""
    with scan.source.open("rb") as file:
        start = file.read(8)
    ending = next((end for mark, end in ENDINGS if start.startswith(mark)), UNKNOWN)
    return f"{scan.day}-{words_of_name(scan.name)}-{scan.source.name[:8]}{ending}"


def write_scans(ledger: YearLedger, folder: Path) -> tuple[Path, ...]:
    """Copy scans beside the journals, so that a copied folder has them too; what is there stays."""
    touched = []
    for scan in ledger.scans:
        path = folder / DOCUMENTS / PurePath(file_name(scan))
        if not path.is_file():
            path.parent.mkdir(parents=True, exist_ok=True)
            passing = path.with_name(f".{path.name}.part")
            passing.write_bytes(scan.source.read_bytes())
            passing.replace(path)
            touched.append(path)
    return tuple(touched)
