"""查询: who may act in which roles, who sees which books, and who has a password."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from ledger.basis.keys import fingerprint
from ledger.basis.terms import SYSTEM_OPERATOR
from ledger.formats.report import CODES, WORDS, Column, Report, named_row
from ledger.masters.duties import role_words
from ledger.store.engine import reading
from ledger.store.login import read_password_days
from ledger.store.signing.office import read_office
from ledger.store.signing.people import read_people, read_stand_ins
from ledger.store.signing.proposals import read_office_proposals
from ledger.store.signing.sets import resets_unsigned
from ledger.workflow.office.words import proposal_told

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from ledger.formats.report import Row
    from ledger.masters.office import KeyGiven, Office, OfficeProposal
    from ledger.masters.operator import Operator
    from ledger.masters.stand_in import StandIn
    from ledger.workflow.desk import Desk

#: A fingerprint stays on one line.
KEYS = 24
COLUMNS = MappingProxyType(
    {
        "name": Column(heading="姓名", wraps=WORDS),
        "roles": Column(heading="岗位", wraps=WORDS),
        "since": Column(heading="岗位起始"),
        "books": Column(heading="可看的账套", wraps=CODES),
        "password": Column(heading="密码"),
        "key": Column(heading="密钥指纹", wraps=KEYS),
    }
)

#: Where nobody signs there is no column of keys.
UNSIGNED = MappingProxyType({name: COLUMNS[name] for name in COLUMNS if name != "key"})


def operator_list(desk: Desk) -> Report:
    """List the operators, with the roles that each holds now.

    Who may look at some books only is told of nobody but those who look at these alone, and of
    themselves: of the others not even their books.
    """
    with reading(desk.engine) as conn:
        everybody = read_people(conn, desk.today())
        stand_ins = read_stand_ins(conn)
        passwords = read_password_days(conn)
        office, resets = read_office(conn), resets_unsigned(conn)
        waiting = read_office_proposals(conn)
    asking = everybody.get(desk.operator)
    limit = set(asking.books) if asking is not None else set()
    people = [everybody[name] for name in sorted(everybody) if name != SYSTEM_OPERATOR]
    told = [one for one in people if is_told(one, limit)]
    notes = (*stand_in_notes(desk, stand_ins, told), *waiting_notes(waiting, told))
    return drawn(desk, told, keys_told(told, passwords, office, resets), notes)


def is_told(one: Operator, limit: Collection[str]) -> bool:
    """Return whether whoever may look at `limit` only, or at every book (no limit), is told."""
    return not limit or (bool(one.books) and set(limit).issuperset(one.books))


def stand_in_notes(
    desk: Desk, stand_ins: Sequence[StandIn], told: Sequence[Operator]
) -> tuple[str, ...]:
    """Tell each 代理 that holds today or is still to come."""
    today, names = desk.today().isoformat(), {one.name for one in told}
    return tuple(
        f"代理：{one.name} 代 {one.instead_of}（{role_words(one.roles)}）"
        f"{one.since} 至 {one.until}，凭 {one.paper}"
        for one in stand_ins
        if one.name in names and one.until >= today and not one.ended
    )


def waiting_notes(waiting: Sequence[OfficeProposal], told: Sequence[Operator]) -> tuple[str, ...]:
    """Tell what somebody has proposed of people and another is to confirm."""
    names = {one.name for one in told}
    return tuple(f"待确认：{proposal_told(one)}" for one in waiting if one.proposer in names)


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyTold:
    """How somebody comes in: since when by a password, and the key that it opens, with its marks.

    `key` is empty where there is none, None where the office does not sign.
    """

    since: str
    key: str | None
    marks: tuple[str, ...] = ()


def keys_told(
    told: Sequence[Operator],
    passwords: Mapping[str, str],
    office: Office,
    resets: Mapping[str, KeyGiven],
) -> dict[str, KeyTold]:
    """Return how each of these people comes in, by name."""
    return {one.name: key_told(one.name, passwords, office, resets) for one in told}


def key_told(
    name: str, passwords: Mapping[str, str], office: Office, resets: Mapping[str, KeyGiven]
) -> KeyTold:
    """Return how somebody comes in."""
    since, key = passwords.get(name, ""), office.key_of(name)
    if key is None:
        return KeyTold(since=since, key="" if office.signing else None)
    givers = "、".join(key.givers)
    marks = [f"重置（{givers}）"] * (name in resets) + ["示例"] * key.sample
    return KeyTold(since=since, key=fingerprint(key.public), marks=tuple(marks))


def drawn(
    desk: Desk, told: Sequence[Operator], keys: Mapping[str, KeyTold], notes: tuple[str, ...]
) -> Report:
    """Draw the list up; keys are told where the office signs."""
    signing = any(one.key is not None for one in keys.values())
    columns = COLUMNS if signing else UNSIGNED
    return Report(
        title="操作员",
        subtitle=(f"共 {len(told)} 人", f"截至 {desk.today()}"),
        columns=tuple(columns.values()),
        rows=tuple(operator_row(columns, one, keys[one.name]) for one in told),
        notes=notes,
        tree={"operators": [operator_tree(one, keys[one.name]) for one in told]},
    )


def operator_row(columns: Mapping[str, Column], one: Operator, key: KeyTold) -> Row:
    """Draw one operator."""
    said = {
        "name": one.name,
        "roles": one.names(),
        "since": one.since[:10],
        "books": "、".join(one.books) or "全部",
        "password": f"{key.since[:10]} 起" if key.since else "没有",
        "key": " ".join((key.key or "没有", *key.marks)),
    }
    return named_row(columns, {name: said[name] for name in columns})


def operator_tree(one: Operator, key: KeyTold) -> dict[str, object]:
    """Write one operator for programs."""
    return {
        "name": one.name,
        "roles": list(one.roles),
        **({"instead_of": dict(one.instead_of)} if one.instead_of else {}),
        "since": one.since,
        "books": list(one.books),
        "password": bool(key.since),
        "password_since": key.since or None,
        **({"key": key.key, "marks": list(key.marks)} if key.key is not None else {}),
    }
