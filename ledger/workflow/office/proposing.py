"""提出 and 确认: a fact of the office is proposed by one person and confirmed by another.

Both sign it. Once confirmed it is a link of the office's chain, and what follows from it is done
in the same transaction. An office that has not switched signing on settles nothing here.
"""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from ledger.basis.clock import Act
from ledger.basis.errors import Finding, Refused, refuse
from ledger.basis.terms import ROLES
from ledger.masters.office import (
    OFFICE_BOOK,
    OfficeFact,
    OfficeProposal,
    content_pairs,
    office_digest,
    office_link,
)
from ledger.masters.two_people import is_led, leading_roles
from ledger.store.engine import reading, writing
from ledger.store.signing.office import (
    add_office_fact,
    read_office,
    read_office_facts,
    read_office_head,
    take_office,
)
from ledger.store.signing.people import read_people
from ledger.store.signing.proposals import (
    add_office_proposal,
    drop_office_proposals,
    read_office_proposals,
)
from ledger.store.signing.sets import read_sets
from ledger.voucher.signing.set_faults import set_fault
from ledger.voucher.signing.signed import CONFIRM, PROPOSE
from ledger.workflow.desk import OFFICE, acting, note, refusals_logged
from ledger.workflow.office.kinds import OfficeCase
from ledger.workflow.office.registry import FACT_KINDS
from ledger.workflow.signer import CLAUSE_SIGNED, refuse_outdated
from ledger.workflow.signing import open_key, put_set, refuse_givers, sign_set

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    import sqlalchemy as sa

    from ledger.basis.encoding import Pair
    from ledger.voucher.signing.signed import SignedSet
    from ledger.workflow.desk import Desk
    from ledger.workflow.office.kinds import FactKind

#: A proposal that nobody has confirmed for so long serves no more.
LAPSES_AFTER = timedelta(days=30)


@contextmanager
def office_work(
    desk: Desk, action: str, subject: str, *, dry_run: bool = False
) -> Iterator[sa.Connection]:
    """Open the transaction of a verb of the office: it queues at the office's control row."""
    with (
        refusals_logged(desk, action, subject),
        writing(desk.engine, (), dry_run=dry_run) as conn,
    ):
        take_office(conn)
        yield conn


def propose(
    desk: Desk, conn: sa.Connection, kind: str, subject: str, pairs: Iterable[Pair]
) -> OfficeProposal:
    """提出: sign a fact of the office, for another person to confirm.

    Raises Refused where signing is off, who acts may not propose it, or it may not be so.
    """
    pairs = tuple(pairs)
    office = read_office(conn)
    if not office.signing:
        raise refuse(
            "SIGNING_OFF",
            "本单位还没有启用签名，没有两人提出、确认的事项",
            "启用：prepay operator switch-on 姓名 姓名",
        )
    of_kind = FACT_KINDS[kind]
    acting_in_office(desk, conn, of_kind.proposers, f"提出{of_kind.name}")
    case = OfficeCase(
        desk=desk,
        conn=conn,
        office=office,
        kind=kind,
        subject=subject,
        pairs=pairs,
        proposer=desk.operator,
    )
    if findings := [*proposed_already(conn, case), *of_kind.check(case)]:
        raise Refused(findings)
    made = sign_set(desk, conn, OFFICE_BOOK, PROPOSE, content_pairs(kind, subject, pairs))
    proposal = OfficeProposal(
        id=desk.identity.new(),
        kind=kind,
        subject=subject,
        pairs=pairs,
        proposer=desk.operator,
        proposed=made.id,
        at=made.at,
    )
    add_office_proposal(conn, proposal)
    note(desk, conn, OFFICE, "office-propose", subject or "-", words_of(kind, pairs))
    return proposal


def proposed_already(conn: sa.Connection, case: OfficeCase) -> list[Finding]:
    """Say that the same kind of fact waits already for this person."""
    return [
        Finding(
            code="PROPOSED_ALREADY",
            message=f"{one.subject or '本单位'}的{FACT_KINDS[one.kind].name}"
            f"已由{one.proposer}于 {one.at[:10]} 提出，还没有确认",
            remedy=f"先确认：prepay operator confirm {called(one)}；"
            f"或撤回：prepay operator withdraw {called(one)}",
        )
        for one in read_office_proposals(conn)
        if (one.kind, one.subject) == (case.kind, case.subject)
    ]


def confirm(desk: Desk, name: str, *, dry_run: bool = False) -> list[OfficeFact]:
    """确认: let everything that another person proposed of somebody come into force.

    `name` is whom it is about (or what it is, where it is about nobody), or a proposal's id.
    Either all of it is confirmed or nothing.
    """
    with office_work(desk, "office-confirm", name, dry_run=dry_run) as conn:
        return [confirm_one(desk, conn, one) for one in proposals_named(conn, name)]


def waiting_for(desk: Desk, name: str) -> list[OfficeProposal]:
    """List what is proposed of somebody and waits; nothing where nothing does."""
    with reading(desk.engine) as conn:
        return [one for one in read_office_proposals(conn) if name in (called(one), one.id)]


def proposals_named(conn: sa.Connection, name: str) -> list[OfficeProposal]:
    """Find what is proposed of somebody, or by its id; raises Refused where nothing is."""
    waiting = read_office_proposals(conn)
    if found := [one for one in waiting if name in (called(one), one.id)]:
        return found
    known = "、".join(dict.fromkeys(map(called, waiting))) or "无"
    raise refuse(
        "NOTHING_TO_CONFIRM",
        f"没有与“{name}”有关的待确认事项；待确认的有：{known}",
        "查看：prepay operator list",
    )


def called(proposal: OfficeProposal) -> str:
    """Return the word by which a proposal is confirmed: whom it is about, or what it is."""
    return proposal.subject or FACT_KINDS[proposal.kind].name


def confirm_one(desk: Desk, conn: sa.Connection, proposal: OfficeProposal) -> OfficeFact:
    """Confirm one proposal: signed, chained, and what follows from it done."""
    of_kind = FACT_KINDS[proposal.kind]
    other_person(desk, proposal, of_kind)
    acting_in_office(desk, conn, of_kind.confirmers, f"确认{of_kind.name}")
    case = OfficeCase(
        desk=desk,
        conn=conn,
        office=read_office(conn),
        kind=proposal.kind,
        subject=proposal.subject,
        pairs=proposal.pairs,
        proposer=proposal.proposer,
        confirmer=desk.operator,
    )
    refuse_outdated(case.office, open_key(desk))
    proposed = sound_proposal(conn, case, proposal)
    refuse_givers(desk, conn, OFFICE_BOOK, [(of_kind.name, [proposed.id])])
    if findings := [*pair_findings(case, of_kind), *of_kind.check(case)]:
        raise Refused(findings)
    fact = settled(desk, case, proposed)
    drop_office_proposals(conn, [proposal.id])
    told = {**words_of(fact.kind, fact.pairs), "proposed_by": proposal.proposer}
    note(desk, conn, OFFICE, "office-confirm", fact.subject or "-", told)
    return fact


def other_person(desk: Desk, proposal: OfficeProposal, of_kind: FactKind) -> None:
    """Refuse that somebody confirms what the same person proposed."""
    if desk.operator == proposal.proposer:
        raise refuse(
            "FOUR_EYES",
            f"{proposal.subject or '本单位'}的{of_kind.name}由{proposal.proposer}本人提出，"
            "不能由本人确认",
            f"由另一人核对后确认：prepay --as 姓名 operator confirm {called(proposal)}",
            clause=CLAUSE_SIGNED,
        )


def sound_proposal(conn: sa.Connection, case: OfficeCase, proposal: OfficeProposal) -> SignedSet:
    """Return the set that the proposer signed of exactly this; raises Refused where there is none.

    A row that somebody wrote into the table by hand is nobody's proposal.
    """
    made = read_sets(conn, OFFICE_BOOK, [proposal.proposed]).get(proposal.proposed)
    if made is None:
        raise unsigned_proposal(proposal, "没有提出人的签名")
    key = case.office.key_of(proposal.proposer)
    if fault := set_fault(made, key.public if key is not None else ""):
        raise unsigned_proposal(proposal, fault)
    if not says_the_same(made, proposal):
        raise unsigned_proposal(proposal, "与提出人所签的内容不同")
    if fault := spent(conn, case.desk.today(), made):
        raise unsigned_proposal(proposal, fault)
    return made


def spent(conn: sa.Connection, today: date, made: SignedSet) -> str:
    """Say why a proposal serves no more: it was confirmed already, or lies too long ago.

    Else somebody could put back what was confirmed, or withdrawn, long ago.
    """
    before = read_sets(conn, OFFICE_BOOK, [fact.proposed for fact in read_office_facts(conn)])
    if made.digest in {one.digest for one in before.values()}:
        return "这一提出早已确认过，不能再用"
    if today - datetime.fromisoformat(made.at).date() > LAPSES_AFTER:
        return f"提出已超过 {LAPSES_AFTER.days} 天，须重新提出"
    return ""


def unsigned_proposal(proposal: OfficeProposal, fault: str) -> Refused:
    """Word that a proposal is not what its proposer signed."""
    return refuse(
        "PROPOSAL_UNSIGNED",
        f"{proposal.subject or '本单位'}的{FACT_KINDS[proposal.kind].name}"
        f"（{proposal.proposer} {proposal.at[:10]} 提出）不能确认：{fault}",
        f"查明是谁写入的；撤回：prepay operator withdraw {called(proposal)}，再由提出人重新提出",
        clause=CLAUSE_SIGNED,
    )


def says_the_same(made: SignedSet, proposal: OfficeProposal) -> bool:
    """Tell whether a set is this person's proposal of this content."""
    said = dict(made.pairs)
    content = content_pairs(proposal.kind, proposal.subject, proposal.pairs)
    same = all(said.get(name, "") == value for name, value in content)
    return same and (made.act, made.by) == (PROPOSE, proposal.proposer)


def pair_findings(case: OfficeCase, of_kind: FactKind) -> list[Finding]:
    """Say why these two people may not settle this fact together."""
    day, people = case.desk.today(), (case.proposer, case.confirmer)
    if is_led(case.office, case.kind, people, day):
        return []
    leading = "或".join(ROLES[role] for role in leading_roles(case.office, case.kind, day))
    return [
        Finding(
            code="CHIEF_MISSING",
            message=f"{of_kind.name}须由两人办理，其中一人是{leading}；"
            f"{case.proposer}、{case.confirmer}都不是",
            clause=CLAUSE_SIGNED,
            remedy=f"由{leading}确认",
        )
    ]


def settled(desk: Desk, case: OfficeCase, proposed: SignedSet) -> OfficeFact:
    """Confirm a fact with the open key of who acts, chain it, and do what follows from it."""
    said = content_pairs(case.kind, case.subject, case.pairs)
    more = (("proposed", proposed.mark()), *said)
    confirmed = put_set(desk, case.conn, case.office, (OFFICE_BOOK, CONFIRM), more)
    fact = chained(case, proposed, confirmed)
    FACT_KINDS[case.kind].take(case)
    return fact


def chained(case: OfficeCase, proposed: SignedSet, confirmed: SignedSet) -> OfficeFact:
    """Chain a fact of the office that two people signed."""
    position, previous = read_office_head(case.conn)
    fact = OfficeFact(
        position=position + 1,
        kind=case.kind,
        subject=case.subject,
        pairs=case.pairs,
        proposed=proposed.id,
        confirmed=confirmed.id,
        recorded_at=confirmed.at,
        fact_digest="",
        link="",
    )
    digest = office_digest(fact, proposed.mark(), confirmed.mark())
    fact = replace(fact, fact_digest=digest, link=office_link(previous, digest))
    add_office_fact(case.conn, fact)
    return fact


def withdraw(desk: Desk, name: str, *, dry_run: bool = False) -> list[OfficeProposal]:
    """撤回: take back what was proposed of somebody; its proposer may, or a chief or an admin."""
    with office_work(desk, "office-withdraw", name, dry_run=dry_run) as conn:
        found = proposals_named(conn, name)
        own = all(one.proposer == desk.operator for one in found)
        acting_in_office(
            desk, conn, FACT_KINDS[found[0].kind].proposers if own else ("chief", "admin"), "撤回"
        )
        drop_office_proposals(conn, [one.id for one in found])
        for one in found:
            told = {**words_of(one.kind, one.pairs), "proposed_by": one.proposer}
            note(desk, conn, OFFICE, "office-withdraw", one.subject or "-", told)
        return found


def acting_in_office(desk: Desk, conn: sa.Connection, roles: tuple[str, ...], what: str) -> None:
    """Ask for somebody who has one of several roles, and hold the clock against the office."""
    operator = read_people(conn, desk.clock_day()).get(desk.operator)
    held = next((role for role in roles if operator and operator.may(role)), roles[0])
    acting(desk, conn, held, what)
    desk.hold_also(office_acts(conn))


def office_acts(conn: sa.Connection) -> list[Act]:
    """Read the newest fact of the office, which no later one may come before."""
    facts = read_office_facts(conn)
    sets = read_sets(conn, OFFICE_BOOK, [facts[-1].confirmed]) if facts else {}
    return [
        Act(book="", what="确认", key="", by=made.by, at=datetime.fromisoformat(made.at))
        for made in sets.values()
    ]


def words_of(kind: str, pairs: Iterable[Pair]) -> dict[str, object]:
    """Write a fact of the office for the log."""
    said: dict[str, object] = {"kind": kind}
    for name, value in pairs:
        before = said.get(name)
        said[name] = f"{before},{value}" if before else value
    return said
