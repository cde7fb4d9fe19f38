"""What people call things by: a voucher by its label or key, a hospital by its code or name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ledger.basis.errors import LedgerError, refuse
from ledger.basis.period import PERIOD_PATTERN
from ledger.basis.terms import OPENING_WORD, VOUCHER_WORD
from ledger.store.vouchers import find_by_key, find_vouchers

if TYPE_CHECKING:
    from collections.abc import Sequence

    import sqlalchemy as sa

#: The digits that a voucher's number has at most.
MOST_DIGITS = 9


def parse_label(word: str) -> tuple[str, int] | None:
    """Read a voucher's label: `2026-03 记-0007`, `2026-03-7` or `2026-00 期初-0001`.

    With more digits than any voucher's number has, it is none.
    """
    period, _, rest = word.strip().partition(" ")
    if not rest:
        period, _, rest = word.strip().rpartition("-")
    rest = rest.strip().removeprefix(VOUCHER_WORD).removeprefix(OPENING_WORD).lstrip("-")
    known = PERIOD_PATTERN.fullmatch(period) or period.endswith("-00")
    if not known or not (rest.isascii() and rest.isdigit()) or len(rest) > MOST_DIGITS:
        return None
    return period, int(rest)


def joined_labels(words: Sequence[str]) -> list[str]:
    """Put labels together that were typed as two words: `2026-03 记-10`, unquoted."""
    found: list[str] = []
    for word in words:
        if found and is_month(found[-1]) and parse_label(f"{found[-1]} {word}") is not None:
            found[-1] = f"{found[-1]} {word}"
        else:
            found.append(word)
    return found


def is_month(word: str) -> bool:
    """Tell a month, or the period of the 期初."""
    return PERIOD_PATTERN.fullmatch(word) is not None or word.endswith("-00")


def find_named(conn: sa.Connection, book: str, word: str) -> str:
    """Find the id of the voucher of a label or business key; "" where there is none."""
    label = parse_label(word)
    found = find_vouchers(conn, book, [label])[0] if label else ""
    return found or find_by_key(conn, book, word.strip())


def voucher_unknown(book: str, word: str) -> LedgerError:
    """Word that there is no such voucher."""
    return refuse(
        "VOUCHER_UNKNOWN",
        f"{book} 没有凭证“{word}”",
        "写成“2026-03 记-0007”，或写业务编号；用 prepay voucher list 查看",
    )
