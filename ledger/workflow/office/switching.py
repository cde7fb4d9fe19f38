"""启用签名: two people register each other, and sign where everything stands."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ledger.basis.encoding import pairs_digest
from ledger.basis.errors import Finding, Refused, refuse
from ledger.basis.keys import recovery_code, recovery_key
from ledger.basis.terms import SYSTEM_OPERATOR
from ledger.masters.office import (
    FIRST,
    KEY,
    OFFICE_BOOK,
    RECOVERY,
    SIGNING_ON,
    content_pairs,
)
from ledger.store.masters import read_operators
from ledger.store.policy import read_settled
from ledger.store.signing.office import (
    count_approved,
    read_chain_heads,
    read_office,
    read_seal_digests,
)
from ledger.voucher.signing.signed import PROPOSE
from ledger.workflow.desk import OFFICE, may_administer, note
from ledger.workflow.office.kinds import OfficeCase
from ledger.workflow.office.proposing import office_work, settled, words_of
from ledger.workflow.setup.keys import new_signer
from ledger.workflow.signer import CLAUSE_SIGNED
from ledger.workflow.signing import put_set

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import sqlalchemy as sa

    from ledger.basis.encoding import Pair
    from ledger.masters.office import OfficeFact
    from ledger.masters.operator import Operator
    from ledger.workflow.desk import Desk
    from ledger.workflow.signer import Signer

TOGETHER = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class SwitchedOn:
    """What came of switching on: its fact, the open keys, and the code that is printed once."""

    fact: OfficeFact
    signers: tuple[Signer, ...]
    code: str


def switch_on(desk: Desk, passwords: Mapping[str, str], *, dry_run: bool = False) -> SwitchedOn:
    """启用签名: everybody named gets a key by the password given, and two sign that it is on.

    The first two named register each other; one of them is a chief or an admin, and together
    they register the others who are there. Raises Refused with all that stands against it.
    """
    names = list(passwords)
    with office_work(desk, "switch-on", "、".join(names), dry_run=dry_run) as conn:
        if findings := switching_findings(conn, names):
            raise Refused(findings)
        may_administer(desk, conn, "启用签名")
        return switched_on(desk, conn, passwords)


def switched_on(desk: Desk, conn: sa.Connection, passwords: Mapping[str, str]) -> SwitchedOn:
    """Make everybody's key, switch signing on, and make the recovery code for the safe."""
    signers = [new_signer(desk, conn, name, typed)[1] for name, typed in passwords.items()]
    register_keys(desk, conn, signers)
    code, pairs = made_recovery(desk)
    settle(desk, conn, (signers[0], signers[1]), RECOVERY, "", pairs)
    fact = settle_switching(desk, conn, signers)
    return SwitchedOn(fact=fact, signers=tuple(signers), code=code)


def made_recovery(desk: Desk) -> tuple[str, tuple[Pair, ...]]:
    """Make a recovery code: what is printed once, and what its fact says."""
    code = recovery_code(desk.identity.drawn)
    key = recovery_key(code)
    assert key is not None
    return code, (("public", key.public()),)


def switching_findings(conn: sa.Connection, names: Sequence[str]) -> list[Finding]:
    """Say why these people may not switch signing on, all at once."""
    if read_office(conn).signing:
        return [
            Finding(
                code="SIGNING_ON",
                message="本单位早已启用签名",
                remedy="再登记一人：prepay operator add 姓名 --role 岗位，由另一人确认",
            )
        ]
    people = read_operators(conn)
    people.pop(SYSTEM_OPERATOR, None)
    unknown = [unknown_person(name) for name in names if name not in people]
    if unknown:
        return unknown
    first_two = [people[name] for name in names[:TOGETHER]]
    return [*beginning_findings(first_two), *approved_unsigned(conn)]


def approved_unsigned(conn: sa.Connection) -> list[Finding]:
    """Say which books have drafts that were approved and that nobody signed."""
    return [
        Finding(
            code="DRAFTS_APPROVED",
            message=f"{book} 有 {count} 张草稿已审核、未记账，都没有签名；启用签名以后不能再记账",
            remedy=f"先记账：prepay --book {book} post --all；或驳回后重新录入",
        )
        for book, count in count_approved(conn).items()
    ]


def unknown_person(name: str) -> Finding:
    """Word that nobody is called so."""
    return Finding(
        code="OPERATOR_UNKNOWN",
        message=f"没有名为“{name}”的操作员",
        remedy=f"先登记：prepay operator add {name} --role 岗位",
    )


def beginning_findings(first_two: Sequence[Operator]) -> list[Finding]:
    """Say why these are not the two who may begin."""
    if len({one.name for one in first_two}) < TOGETHER:
        return [two_needed("启用签名要两人同时在场，互相登记密钥")]
    if not any(map(leads, first_two)):
        names = "、".join(one.name for one in first_two)
        return [two_needed(f"{names}都不是会计主管或管理员")]
    return []


def two_needed(message: str) -> Finding:
    """Word that the two people who begin are not the two who may."""
    return Finding(
        code="TWO_NEEDED",
        message=message,
        clause=CLAUSE_SIGNED,
        remedy="写两人的姓名，其中一人是会计主管或管理员：prepay operator switch-on 姓名 姓名",
    )


def leads(operator: Operator) -> bool:
    """Tell a chief or an admin."""
    return operator.may("chief") or operator.may("admin")


def switch_on_with(desk: Desk, conn: sa.Connection, signers: Sequence[Signer]) -> OfficeFact:
    """Register the keys of people who are there, and sign that signing is on."""
    register_keys(desk, conn, signers)
    return settle_switching(desk, conn, signers)


def register_keys(desk: Desk, conn: sa.Connection, signers: Sequence[Signer]) -> None:
    """Register the keys of people who are there, before signing is on.

    The first registers the second and everybody after, the second confirms; the first's own key is
    registered by the second. Each of the two signs with the key that is being registered.
    """
    first, second = signers[:TOGETHER]
    settle(desk, conn, (second, first), KEY, first.name, key_pairs(desk, first, FIRST))
    for one in signers[1:]:
        settle(desk, conn, (first, second), KEY, one.name, key_pairs(desk, one, FIRST))


def settle_switching(desk: Desk, conn: sa.Connection, signers: Sequence[Signer]) -> OfficeFact:
    """Let the first two sign that signing is on: the last thing that one of them need not lead."""
    said = standing_pairs(desk, conn)
    return settle(desk, conn, (signers[0], signers[1]), SIGNING_ON, "", said)


def key_pairs(desk: Desk, signer: Signer, how: str) -> tuple[Pair, ...]:
    """Write a key as the office's fact names it."""
    return (
        ("version", str(signer.version)),
        ("public", signer.public),
        ("how", how),
        ("sample", "示例" if desk.identity.seeded else ""),
    )


def settle(
    desk: Desk,
    conn: sa.Connection,
    people: tuple[Signer, Signer],
    kind: str,
    subject: str,
    pairs: Sequence[Pair],
) -> OfficeFact:
    """Chain a fact that two people who are both there sign one after the other."""
    proposer, confirmer = people
    if proposer.name == confirmer.name:
        raise refuse(
            "FOUR_EYES",
            f"{proposer.name}不能一人办理两人的事",
            "由另一人一同办理",
            clause=CLAUSE_SIGNED,
        )
    case = OfficeCase(
        desk=desk,
        conn=conn,
        office=read_office(conn),
        kind=kind,
        subject=subject,
        pairs=tuple(pair for pair in pairs if pair[1]),
        proposer=proposer.name,
        confirmer=confirmer.name,
    )
    said = content_pairs(kind, subject, case.pairs)
    proposed = put_set(acting_with(desk, proposer), conn, case.office, (OFFICE_BOOK, PROPOSE), said)
    fact = settled(acting_with(desk, confirmer), case, proposed)
    told = {**words_of(kind, case.pairs), "proposed_by": proposer.name}
    note(acting_with(desk, confirmer), conn, OFFICE, "office-confirm", subject or "-", told)
    return fact


def acting_with(desk: Desk, signer: Signer) -> Desk:
    """Return the desk as somebody with an open key acts at it."""
    return replace(desk, operator=signer.name, signer=signer)


def standing_pairs(desk: Desk, conn: sa.Connection) -> tuple[Pair, ...]:
    """Say where every chain stands, which seals and readings there are, and people's roles."""
    chains = [
        ("chain", f"{book} {year} {position} {link}")
        for book, year, position, link in read_chain_heads(conn)
    ]
    seals = [("seal", digest) for digest in read_seal_digests(conn)]
    people = [
        ("person", f"{name} {','.join(one.roles)}")
        for name, one in sorted(read_operators(conn).items())
        if name != SYSTEM_OPERATOR
    ]
    return (
        *chains,
        ("heads", pairs_digest("heads", chains)),
        *seals,
        *settled_pairs(conn),
        *people,
        ("sample", "示例" if desk.identity.seeded else ""),
    )


def settled_pairs(conn: sa.Connection) -> list[Pair]:
    """Say which choice of each reading, and which text, holds in each book."""
    settled = sorted(read_settled(conn).items())
    return [("policy", f"{book} {name} {version}") for (book, name), version in settled]
