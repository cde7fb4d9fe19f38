"""The office's chain: each fact is what two people signed with keys of their own, in its order."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from ledger.audit.invariants import broken
from ledger.basis.keys import verified
from ledger.basis.terms import ROLES, SYSTEM_OPERATOR
from ledger.masters.office import (
    FIRST,
    KEY,
    OFFICE_GENESIS,
    RECOVERED,
    RESET,
    content_pairs,
    office_digest,
    office_link,
    reset_conflicts,
)
from ledger.masters.two_people import is_led
from ledger.voucher.signing.set_faults import set_fault
from ledger.voucher.signing.signed import CONFIRM, PROPOSE, set_digest

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ledger.basis.errors import Finding
    from ledger.masters.office import Office, OfficeFact
    from ledger.store.proof.proof_signed import OfficeRows
    from ledger.voucher.signing.signed import SignedSet

CLAUSE = "财会〔2024〕12号·二十一(二)"
ACTS = {PROPOSE: "提出", CONFIRM: "确认"}


def check_office(rows: OfficeRows) -> Iterator[Finding]:
    """Prove the office's chain, link by link, and the tables that follow from it."""
    previous = OFFICE_GENESIS
    for place, fact in enumerate(rows.facts, 1):
        yield from check_office_link(rows, fact, place, previous)
        yield from check_two_people(rows, fact)
        previous = fact.link
    yield from check_spare_sets(rows)
    if rows.offices[-1].signing:
        yield from check_office_keys(rows)
        yield from check_office_roles(rows)
    elif rows.keys:
        yield signing_lost(rows)


def signing_lost(rows: OfficeRows) -> Finding:
    """Word that people have keys, and the switching on is on no chain."""
    names = "、".join(sorted({name for name, _ in rows.keys}))
    what = f"有密钥（{names}），启用签名的事项却不在本单位链上，不能当作没有启用"
    return broken("SIGNING_LOST", what, CLAUSE)


def named(fact: OfficeFact) -> str:
    """Name a fact of the office for people."""
    return f"本单位第 {fact.position} 项（{fact.kind}{' ' + fact.subject if fact.subject else ''}）"


def wrong(code: str, fact: OfficeFact, what: str) -> Finding:
    """Word what is wrong with a fact of the office."""
    return broken(code, f"{named(fact)}：{what}", CLAUSE)


def check_office_link(
    rows: OfficeRows, fact: OfficeFact, place: int, previous: str
) -> Iterator[Finding]:
    """One fact stands at its place, and its digest and link are those of what it says."""
    if fact.position != place:
        yield wrong("OFFICE_GAP", fact, f"应为第 {place} 项，中间缺少或多出")
    marks = [mark_of(rows, id_) for id_ in (fact.proposed, fact.confirmed)]
    if office_digest(fact, *marks) != fact.fact_digest:
        yield wrong("OFFICE_DIGEST", fact, "内容与登记时不同")
    if office_link(previous, fact.fact_digest) != fact.link:
        yield wrong("OFFICE_LINK", fact, "与前一项接不上")


def mark_of(rows: OfficeRows, id_: str) -> str:
    """Return the mark of a set; "" where there is none."""
    return rows.sets[id_].mark() if id_ in rows.sets else ""


def check_two_people(rows: OfficeRows, fact: OfficeFact) -> Iterator[Finding]:
    """Two different people signed exactly this, each with the key that counted for them then."""
    proposed, confirmed = rows.sets.get(fact.proposed), rows.sets.get(fact.confirmed)
    yield from check_office_act(rows, fact, PROPOSE, proposed)
    yield from check_office_act(rows, fact, CONFIRM, confirmed)
    if proposed is None or confirmed is None:
        return
    if proposed.by == confirmed.by:
        yield wrong("OFFICE_FOUR_EYES", fact, f"提出与确认是同一人（{proposed.by}）")
    yield from check_tied(rows, fact, proposed, confirmed)
    yield from check_office_hands(rows, fact, (proposed, confirmed))


def check_tied(
    rows: OfficeRows, fact: OfficeFact, proposed: SignedSet, confirmed: SignedSet
) -> Iterator[Finding]:
    """Who confirmed signed this very proposal, at this very place; no proposal serves twice."""
    place = rows.facts.index(fact)
    before = {
        rows.sets[one.proposed].digest for one in rows.facts[:place] if one.proposed in rows.sets
    }
    if proposed.digest in before:
        yield wrong("OFFICE_TWICE", fact, "这一提出早已确认过")
    tied = {("proposed", proposed.mark()), ("office", rows.offices[place].cited())}
    if not tied <= set(confirmed.pairs):
        yield wrong("OFFICE_NOT_TIED", fact, "确认人签的不是这一提出，或不在这一位置")


def check_office_act(
    rows: OfficeRows, fact: OfficeFact, act: str, made: SignedSet | None
) -> Iterator[Finding]:
    """One of the two signed exactly this, for this act."""
    if made is None or made.act != act:
        yield wrong("OFFICE_UNSIGNED", fact, f"没有{ACTS[act]}人的签名")
        return
    yield from check_office_set(rows, fact, made)
    if not set(content_pairs(fact.kind, fact.subject, fact.pairs)) <= set(made.pairs):
        yield wrong("OFFICE_NOT_SIGNED", fact, f"{ACTS[act]}人签的不是这一内容")


def check_office_set(rows: OfficeRows, fact: OfficeFact, made: SignedSet) -> Iterator[Finding]:
    """A set's signature is its signer's, with the key that counted just before the fact."""
    if fault := set_fault(made, key_before(rows, fact, made)):
        yield broken(
            "OFFICE_SET", f"{named(fact)}：{ACTS[made.act]}签名（{made.by}）{fault}", CLAUSE
        )


def key_before(rows: OfficeRows, fact: OfficeFact, made: SignedSet) -> str:
    """Return the public key that counted for a signer before a fact; "" for none.

    The first two register each other, each with the key that is just being registered; whose key
    is reset confirms it with the new one.
    """
    if is_own_reset(fact, made):
        return fact.word("public")
    before = rows.offices[rows.facts.index(fact)]
    key = before.key_of(made.by) or first_key(rows, before, made.by)
    return key if isinstance(key, str) else key.public if key.version == made.key else ""


def is_own_reset(fact: OfficeFact, made: SignedSet) -> bool:
    """Tell the owner's confirmation of a key that was reset."""
    reset = fact.kind == KEY and fact.word("how") in (RESET, RECOVERED)
    return reset and (made.act, made.by) == (CONFIRM, fact.subject)


def check_office_hands(
    rows: OfficeRows, fact: OfficeFact, two: tuple[SignedSet, SignedSet]
) -> Iterator[Finding]:
    """One of the two leads; one hand may not be behind both signatures, by a key that was reset."""
    before = rows.offices[rows.facts.index(fact)]
    if is_own_reset(fact, two[1]):
        yield from check_recovered(before, fact)
        return
    yield from check_led(before, fact, [made.by for made in two])
    for owner, giver in reset_conflicts(before, [(made.by, made.key) for made in two]):
        yield wrong("KEY_GIVER", fact, f"{owner}的密钥是{giver}重置的，两个签名可能同出一人")


def check_led(before: Office, fact: OfficeFact, people: list[str]) -> Iterator[Finding]:
    """One of the two leads, once signing is on."""
    day = datetime.fromisoformat(fact.recorded_at).date()
    if before.signing and not is_led(before, fact.kind, people, day):
        yield wrong("OFFICE_UNLED", fact, "两人中没有会计主管")


def check_recovered(before: Office, fact: OfficeFact) -> Iterator[Finding]:
    """A key by the recovery code carries the signature of the code that counted then."""
    if fact.word("how") != RECOVERED:
        return
    signed = [pair for pair in fact.pairs if pair[0] != "recovery_signature"]
    digest = set_digest(content_pairs(KEY, fact.subject, signed))
    genuine = verified(before.recovery, digest, fact.word("recovery_signature"))
    if not genuine:
        yield wrong("RECOVERY_FORGED", fact, "没有用当时的恢复码")


def first_key(rows: OfficeRows, before: Office, name: str) -> str:
    """Return the key by which somebody of the first two came in, as long as signing is off."""
    if before.signing:
        return ""
    firsts = (
        fact.word("public")
        for fact in rows.facts
        if (fact.kind, fact.subject, fact.word("how")) == (KEY, name, FIRST)
    )
    return next(firsts, "")


def check_spare_sets(rows: OfficeRows) -> Iterator[Finding]:
    """Every set of the office that confirms is in one of its facts: none was taken out."""
    used = {fact.confirmed for fact in rows.facts}
    for id_, made in rows.sets.items():
        if made.act == CONFIRM and id_ not in used:
            what = f"本单位 {made.at} 确认签名（{made.by}）"
            yield broken("OFFICE_FACT_LOST", f"{what}：所确认的事项不在链上", CLAUSE)


def check_office_keys(rows: OfficeRows) -> Iterator[Finding]:
    """The table of keys has each key that the chain knows, with the same public half."""
    for given in (key for keys in rows.offices[-1].keys.values() for key in keys):
        if rows.keys.get((given.name, given.version)) != given.public:
            what = f"{given.name} 第 {given.version} 版密钥"
            yield broken("KEY_DIFFERS", f"{what}：密钥登记与本单位链上的公钥不同", CLAUSE)


def check_office_roles(rows: OfficeRows) -> Iterator[Finding]:
    """The table of roles says what two people gave, no more and no less."""
    given = {name: held[-1].roles for name, held in rows.offices[-1].roles.items()}
    for name in sorted({*given, *rows.roles} - {SYSTEM_OPERATOR}):
        stands, should = rows.roles.get(name, ()), given.get(name, ())
        if set(stands) != set(should):
            what = (
                f"{name} 的岗位：登记为 {listed_roles(stands)}，两人确认的是 {listed_roles(should)}"
            )
            yield broken("ROLES_DIFFER", what, CLAUSE)


def listed_roles(roles: Iterable[str]) -> str:
    """Write roles for people."""
    return "、".join(ROLES.get(role, role) for role in roles) or "无"
