"""What people call things by: a voucher by its label or key, a hospital by its code or name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ledger.basis.errors import LedgerError, refuse
from ledger.basis.period import PERIOD_PATTERN
from ledger.basis.terms import OPENING_WORD, VOUCHER_WORD
from ledger.store.engine import reading
from ledger.store.masters import read_hospitals
from ledger.store.vouchers.vouchers import find_by_key, find_voucher

if TYPE_CHECKING:
    import datetime
    from collections.abc import Sequence

    import sqlalchemy as sa

    from ledger.basis.errors import Refused
    from ledger.workflow.desk import Desk

#: The digits that a voucher's number has at most.
MOST_DIGITS = 9
#: Hospitals that a refusal names; of more it tells how many.
CANDIDATES_MAX = 10


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


def hospital_code(desk: Desk, word: str) -> str:
    """Find the code of a hospital by code, whole name or part of one; raises Refused.

    What is written like a code is taken as one. A name that several answer to is refused with
    their codes.
    """
    asked = word.strip()
    if not asked or asked.isascii():
        return asked
    with reading(desk.engine) as conn:
        names = hospitals_called(conn, desk.today(), asked)
    if not names:
        raise refuse(
            "HOSPITAL_UNKNOWN",
            f"名单里没有“{asked}”这家医疗机构",
            "核对名称或编码；名单用 prepay hospital list 查看",
        )
    if len(names) > 1:
        raise hospital_unclear(asked, names)
    return next(iter(names))


def hospital_unclear(asked: str, names: dict[str, str]) -> Refused:
    """Word that several hospitals answer to a name."""
    first = list(names.items())[:CANDIDATES_MAX]
    named = "、".join(f"{name}（{code}）" for code, name in first)
    more = f"等 {len(names)} 家" if len(names) > CANDIDATES_MAX else ""
    return refuse(
        "HOSPITAL_UNCLEAR",
        f"“{asked}”有几家医疗机构：{named}{more}",
        "写全名称，或写医疗机构编码",
    )


def hospitals_called(conn: sa.Connection, today: datetime.date, asked: str) -> dict[str, str]:
    """Find the hospitals of a name, else those whose name holds it: names by code."""
    names = {code: hospital.name for code, hospital in read_hospitals(conn, today).items()}
    whole = {code: name for code, name in names.items() if name == asked}
    return whole or {code: name for code, name in names.items() if asked in name}


def find_named(conn: sa.Connection, book: str, word: str) -> str:
    """Find the id of the voucher of a label or business key; "" where there is none."""
    label = parse_label(word)
    found = find_voucher(conn, book, *label) if label else ""
    return found or find_by_key(conn, book, word.strip())


def voucher_unknown(book: str, word: str) -> LedgerError:
    """Word that there is no such voucher."""
    return refuse(
        "VOUCHER_UNKNOWN",
        f"{book} 没有凭证“{word}”",
        "写成“2026-03 记-0007”，或写业务编号；用 prepay voucher list 查看",
    )
