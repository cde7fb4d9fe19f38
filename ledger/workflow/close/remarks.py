"""What a closing sheet tells beside the seal: what others say, what was explained, who signs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ledger.basis.keys import fingerprint
from ledger.basis.money import grouped
from ledger.basis.terms import ACKNOWLEDGED
from ledger.events.booked.opening_balance import ACCOUNTS
from ledger.store.signing.office import read_office
from ledger.store.signing.sets import resets_unsigned
from ledger.store.standing.opening_ties import read_untied
from ledger.store.standing.registers import standing_acknowledgements

if TYPE_CHECKING:
    import sqlalchemy as sa

    from ledger.audit.second_engine import Compared
    from ledger.masters.office import Office


def world_remarks(load: Compared, letters: str) -> tuple[tuple[str, str], ...]:
    """Return what the world says otherwise and which letters wait: told on the sheet, never a bar.

    What a hospital says of a closed day can only be put right in a month that is open.
    """
    differing = [*load.differing, *load.explained]
    told = f"{len(differing)} 处不符" + (f"，{len(load.explained)} 处已说明" * bool(load.explained))
    found = [("对方确认的余额", told if differing else ""), ("对账函", letters)]
    return tuple((name, text) for name, text in found if text)


def opening_remarks(conn: sa.Connection, book: str) -> tuple[tuple[str, str], ...]:
    """Tell the 期初 that nobody has compared with the general ledger."""
    told = "、".join(
        f"{code} {ACCOUNTS[code]} {grouped(fen)}" for code, fen in read_untied(conn, book).items()
    )
    return (("期初未与总账核对", told),) if told else ()


def explained_remarks(conn: sa.Connection, book: str) -> tuple[tuple[str, str], ...]:
    """List on the sheet what verify finds and two people have explained."""
    told = [
        f"{ACKNOWLEDGED[one.finding]}（{one.event}）：{one.reason}"
        for one in standing_acknowledgements(conn, book)
    ]
    return (("验证事项", f"{len(told)} 项已说明：{'；'.join(told)}"),) if told else ()


def office_remarks(conn: sa.Connection) -> tuple[tuple[str, str], ...]:
    """Tell in red that nobody signs, whose key others made, and that keys are the sample's."""
    office = read_office(conn)
    if not office.signing:
        return (("密码和签名", "没有启用：谁办理以登记的姓名为准，没有密码证明"),)
    found = [
        ("密钥重置", resets_told(conn)),
        ("示例密钥", "密钥是示例的，人人都有" * office.sample),
    ]
    return tuple((name, text) for name, text in found if text)


def resets_told(conn: sa.Connection) -> str:
    """Say whose key others had a hand in, and who has not signed with it yet."""
    return "；".join(
        f"{name}（由{'、'.join(key.givers)}办理，本人还没有用新密钥签名）"
        for name, key in resets_unsigned(conn).items()
    )


def office_lines(conn: sa.Connection, book: str, previous: str) -> tuple[tuple[str, str], ...]:
    """Tell with which keys people sign, and where a book stood when that was switched on.

    `previous` is the digest of the seal before: where it stood then already, or there is none,
    this sheet is the first since.
    """
    office = read_office(conn)
    keys = [(name, held[-1]) for name, held in sorted(office.keys.items())]
    told = [(f"密钥指纹　{name}", fingerprint(key.public)) for name, key in keys]
    head = [("单位事项链头", f"第 {office.position} 项 {office.head}")] * bool(told)
    first = told and not (previous and office.must_sign_seal(previous))
    return (*((("启用签名时的链首", stood_told(office, book)),) if first else ()), *head, *told)


def stood_told(office: Office, book: str) -> str:
    """Say where a book's chains stood when signing was switched on."""
    stood = [
        f"{year} 年第 {place} 环 {head[:16]}…"
        for (code, year), (place, head) in sorted(office.stood.items())
        if code == book
    ]
    return "；".join(stood) or "还没有账"
