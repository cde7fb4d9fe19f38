"""Checks of what people signed: every set, and every fact against the sets that it is in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ledger.audit.chain_checks import label_of, parts_stored, voucher_of
from ledger.audit.invariants import Row, Stored, broken
from ledger.audit.signing.policy_signed import check_policy_signed
from ledger.audit.signing.role_checks import check_signed_roles
from ledger.basis.terms import SYSTEM_OPERATOR
from ledger.events.booked.period_end import PeriodEnd
from ledger.masters.office import reset_conflicts
from ledger.voucher.chain import genesis
from ledger.voucher.signing.set_faults import set_fault
from ledger.voucher.signing.signed import (
    APPROVE,
    CLOSE,
    POST,
    PREPARE,
    FactParts,
    numbers_pairs,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ledger.basis.errors import Finding
    from ledger.masters.office import Office
    from ledger.voucher.signing.signed import SignedSet

CLAUSE = "财会〔2024〕12号·二十一(二)"
#: The columns of a signed fact that name its sets.
STEPS = ("prepared", "approved", "posted")
ACTS = {PREPARE: "制单", APPROVE: "审核", POST: "记账", CLOSE: "结账"}


def check_signed(stored: Stored) -> Iterator[Finding]:
    """Every signature is its signer's; every fact is in the sets that it names, whole."""
    yield from check_switching(stored)
    yield from check_policy_signed(stored)
    yield from check_sets(stored)
    members = {id_: frozenset(one.members()) for id_, one in stored.signing.sets.items()}
    names = {code: leaf.name for code, leaf in stored.leaves.items()}
    for row in rows_of(stored):
        if row["id"] in stored.signing.facts:
            yield from check_fact(stored, row, said_of(stored, row, names), members)
        elif stored.signing.begun(row):
            label = label_of(stored, row)
            yield broken("FACT_UNSIGNED", f"{label}：本单位启用签名之后，这一事项没有签名", CLAUSE)
    yield from check_posted_sets(stored)
    yield from check_closed_sets(stored)
    yield from check_signed_roles(stored)
    yield from check_drafts(stored, members)


def check_switching(stored: Stored) -> Iterator[Finding]:
    """What was signed stands behind a switching on; what lies before is as it was signed then."""
    if stored.signing.facts and not stored.signing.office.signing:
        yield broken(
            "SIGNING_LOST",
            f"{stored.book.code}：有签了名的事项，单位的事项里却没有启用签名；不能退回不用密码",
            CLAUSE,
        )
    for (book, year), stood in sorted(stored.signing.office.stood.items()):
        if book == stored.book.code:
            yield from check_stood(stored, year, *stood)


def check_stood(stored: Stored, year: int, place: int, head: str) -> Iterator[Finding]:
    """A year's chain has the link that was its head when signing was switched on."""
    links = {row["position"]: row["link"] for row in stored.links.get(year, [])}
    if links.get(place) != head:
        yield broken(
            "STOOD_ELSEWHERE",
            f"{stored.book.code} {year} 年第 {place} 环：与启用签名时所签的链首不同",
            CLAUSE,
        )


def unsigned_told(stored: Stored) -> Iterator[str]:
    """Say year by year which facts nobody signed, because they are older than the switching on."""
    if not stored.signing.office.signing:
        return
    for year, rows in sorted(stored.links.items()):
        older = [row for row in rows if row["id"] not in stored.signing.facts]
        if older:
            span = f"{label_of(stored, older[0])} 至 {label_of(stored, older[-1])}"
            yield f"{year} 年有 {len(older)} 项早于启用签名，没有签名（{span}），启用时签了链首"


def rows_of(stored: Stored) -> list[Row]:
    """List every link of a book."""
    return [row for links in stored.links.values() for row in links]


def check_sets(stored: Stored) -> Iterator[Finding]:
    """Each set says what its columns say, and its signature is by its signer's key."""
    seen: set[str] = set()
    for made in stored.signing.sets.values():
        if made.digest in seen:
            yield broken(
                "SET_TWICE",
                f"{stored.book.code} {made.at}（{made.by}）：同一签名登记了两次",
                CLAUSE,
            )
        seen.add(made.digest)
        if fault := set_fault(made, key_cited(stored.signing.offices, made)):
            what = f"{stored.book.code} {made.at} {ACTS.get(made.act, made.act)}签名（{made.by}）"
            yield broken("SET_BROKEN", f"{what}：{fault}", CLAUSE)


def key_cited(offices: Sequence[Office], made: SignedSet) -> str:
    """Return the public key that counted for a set's signer where the office stood that it cites.

    "" where the office never stood so, or another version of the key counted then.
    """
    office = office_cited(offices, made)
    key = office.key_of(made.by) if office is not None else None
    return key.public if key is not None and key.version == made.key else ""


def office_cited(offices: Sequence[Office], made: SignedSet) -> Office | None:
    """Return the office as a set cites it; None where it never stood so."""
    cited = dict(made.pairs).get("office", "")
    return next((office for office in offices if office.cited() == cited), None)


def said_of(stored: Stored, row: Row, names: dict[str, str]) -> str:
    """Recompute what people signed of a fact; "" where that is not what stands beside it.

    A fact whose voucher is lost is told by the links.
    """
    voucher, fact = voucher_of(row), stored.signing.facts[row["id"]]
    kept = FactParts(public=fact["public_digest"], private=fact["private_digest"])
    if voucher is None or parts_stored(stored, row, voucher, names) != kept:
        return ""
    return kept.signed


def check_fact(
    stored: Stored, row: Row, signed: str, members: dict[str, frozenset[str]]
) -> Iterator[Finding]:
    """One fact is what its preparer and its approver signed, and its columns name them."""
    label, fact = label_of(stored, row), stored.signing.facts[row["id"]]
    if not signed:
        yield broken("FACT_PARTS", f"{label}：现在的内容与记账时所签的摘要不同", CLAUSE)
    if row["prepared_by"] == SYSTEM_OPERATOR:
        yield from check_system(row, fact, label)
    else:
        for act, id_, columns in (
            (PREPARE, fact["prepared"], (row["prepared_by"],)),
            (APPROVE, fact["approved"], (row["approved_by"], row["approved_at"])),
        ):
            yield from check_step(stored, label, act, id_, columns)
            if signed not in members.get(id_, ()):
                yield broken("FACT_NOT_SIGNED", f"{label}：{ACTS[act]}人没有签过这一内容", CLAUSE)
    posted = (row["posted_by"], row["posted_at"])
    yield from check_step(stored, label, POST, fact["posted"], posted)
    yield from check_hands(
        stored, label, [fact[name] for name in ("prepared", "approved", "posted")]
    )


def check_hands(stored: Stored, label: str, ids: list[str]) -> Iterator[Finding]:
    """Nobody signed a fact beside a key that the same hand had reset."""
    sets = [stored.signing.sets[id_] for id_ in ids if id_ in stored.signing.sets]
    signers = [(made.by, made.key) for made in sets]
    for owner, giver in reset_conflicts(stored.signing.office, signers):
        yield broken(
            "KEY_GIVER",
            f"{label}：{owner}用的密钥是{giver}重置的，另一签名可能也出自{giver}之手",
            CLAUSE,
        )


def check_system(row: Row, fact: Row, label: str) -> Iterator[Finding]:
    """The program prepares 期末结转 and nothing else, and nobody signs before it is posted."""
    if row["kind"] != PeriodEnd.KIND or fact["prepared"] or fact["approved"]:
        yield broken("SYSTEM_SIGNED", f"{label}：只有期末结转可以由系统制单", CLAUSE)


def check_step(
    stored: Stored, label: str, act: str, id_: str, columns: tuple[str, ...]
) -> Iterator[Finding]:
    """One step of a fact has its set; whom, and when, its columns name is who signed it."""
    made = stored.signing.sets.get(id_)
    if made is None or made.act != act:
        yield broken("STEP_UNSIGNED", f"{label}：{ACTS[act]}人没有签名", CLAUSE)
    elif (made.by, made.at)[: len(columns)] != columns:
        yield broken(
            "SIGNER_DIFFERS",
            f"{label}：登记的{ACTS[act]}人或时间，与签名（{made.by}，{made.at}）不同",
            CLAUSE,
        )


def check_posted_sets(stored: Stored) -> Iterator[Finding]:
    """Each posting's set gives the heads, positions and numbers of exactly its facts."""
    posted = posted_by_set(stored)
    for id_, made in stored.signing.sets.items():
        said = [pair for pair in made.pairs if pair[0] in POSTED]
        if made.act == POST and posted_again(stored, posted.get(id_, [])) != said:
            what = f"{stored.book.code} {made.at} 记账签名（{made.by}）"
            yield broken("POSTED_SET", f"{what}：所签的链首、环次或凭证号与现状不同", CLAUSE)
    yield from check_cited(stored, posted)


def check_cited(stored: Stored, posted: dict[str, list[Row]]) -> Iterator[Finding]:
    """The office only goes on: along a year's chain no posting cites an older one than before it.

    So nobody signs again with a key that was replaced, by citing the office of before.
    """
    newest: dict[int, int] = {}
    for id_, rows in posted.items():
        cited, year = place_cited(stored, id_), rows[0]["chain_year"]
        leaned = [place_cited(stored, used) for used in sets_used(stored, rows)]
        if cited < max(newest.get(year, 0), *leaned):
            yield broken(
                "OFFICE_WENT_BACK",
                f"{stored.book.code} {label_of(stored, rows[0])} 起的记账签名所引的本单位事项链头，"
                "早于此前已用的链首",
                CLAUSE,
            )
        newest[year] = max(newest.get(year, 0), cited)


def sets_used(stored: Stored, rows: list[Row]) -> set[str]:
    """Name the sets in which facts were prepared and approved; "" among them."""
    facts = [stored.signing.facts[row["id"]] for row in rows]
    return {"", *(fact["prepared"] for fact in facts), *(fact["approved"] for fact in facts)}


def place_cited(stored: Stored, id_: str) -> int:
    """Return the position of the office that a set cites; 0 where it is none of its."""
    made = stored.signing.sets.get(id_)
    office = office_cited(stored.signing.offices, made) if made is not None else None
    return office.position if office is not None else 0


def posted_by_set(stored: Stored) -> dict[str, list[Row]]:
    """Group the links that were signed by the set of their posting, in order."""
    by_set: dict[str, list[Row]] = {}
    for row in rows_of(stored):
        if row["id"] in stored.signing.facts:
            by_set.setdefault(stored.signing.facts[row["id"]]["posted"], []).append(row)
    return by_set


POSTED = ("year", "previous", "head", "first", "last", "numbers")


def posted_again(stored: Stored, rows: list[Row]) -> list[tuple[str, str]]:
    """Say anew what a posting's set must say of the facts that name it."""
    vouchers = [row for row in rows if row["period"] is not None]
    numbers = numbers_pairs((row["period"], row["number"]) for row in vouchers)
    return [*heads_again(stored, rows), *numbers]


def heads_again(stored: Stored, rows: list[Row]) -> list[tuple[str, str]]:
    """Say anew from where to where a posting led; nothing where its facts do not follow on."""
    places = [row["position"] for row in rows]
    if not rows or places != list(range(places[0], places[0] + len(rows))):
        return []
    year = rows[0]["chain_year"]
    links = {row["position"]: row["link"] for row in stored.links[year]}
    return [
        ("year", str(year)),
        ("previous", links.get(places[0] - 1, genesis(stored.book.code, year))),
        ("head", rows[-1]["link"]),
        ("first", str(places[0])),
        ("last", str(places[-1])),
    ]


def check_closed_sets(stored: Stored) -> Iterator[Finding]:
    """Each seal after switching on is signed by who closed; each close's set has its seal."""
    closes = {
        dict(made.pairs).get("seal", id_): made
        for id_, made in stored.signing.sets.items()
        if made.act == CLOSE
    }
    for seal in stored.seals:
        yield from check_closed_set(stored, seal, closes.pop(seal["digest"], None))
    for made in closes.values():
        what = f"{stored.book.code} {dict(made.pairs).get('period')}"
        yield broken("SEAL_LOST", f"{what}：有结账签名（{made.by}），没有封存码", CLAUSE)


def check_closed_set(stored: Stored, seal: Row, made: SignedSet | None) -> Iterator[Finding]:
    """One seal is what its closer signed."""
    name = f"{stored.book.code} {seal['period']} 封存码"
    if made is None:
        if stored.signing.office.must_sign_seal(seal["digest"]):
            yield broken("SEAL_UNSIGNED", f"{name}：结账人没有签名", CLAUSE)
        return
    said = dict(made.pairs)
    signed = (made.by, made.at, said.get("period"), said.get("position"), said.get("head"))
    stands = (seal["closed_by"], seal["closed_at"], seal["period"])
    if signed != (*stands, str(seal["position"]), seal["head"]):
        yield broken("SEAL_SIGNER", f"{name}：与结账人（{made.by}）所签不同", CLAUSE)
    for id_ in month_sets(stored, seal["period"]):
        yield from check_hands(stored, name, [id_, made.id])


def month_sets(stored: Stored, period: str) -> list[str]:
    """List the sets under a month's vouchers."""
    facts = stored.signing.facts
    signed = [
        facts[row["id"]]
        for row in rows_of(stored)
        if row["period"] == period and row["id"] in facts
    ]
    return sorted({fact[name] for fact in signed for name in STEPS})


def check_drafts(stored: Stored, members: dict[str, frozenset[str]]) -> Iterator[Finding]:
    """A frozen draft that names a set is in it."""
    for frozen in stored.signing.frozen.values():
        said, name = frozen.parts.signed, f"{stored.book.code} 草稿 {frozen.draft}"
        for act, id_ in ((PREPARE, frozen.prepared), (APPROVE, frozen.approved)):
            if id_ and not is_member(stored, members, act, id_, said):
                yield broken("DRAFT_NOT_SIGNED", f"{name}：{ACTS[act]}人没有签过这一内容", CLAUSE)


def is_member(
    stored: Stored, members: dict[str, frozenset[str]], act: str, id_: str, said: str
) -> bool:
    """Tell whether a set of an act has what was signed of a draft."""
    made = stored.signing.sets.get(id_)
    return made is not None and made.act == act and said in members[id_]
