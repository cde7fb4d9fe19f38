"""What is posted is what was frozen and signed; who posts signs heads, positions and numbers."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ledger.basis.errors import Finding, Refused
from ledger.store.engine import writing
from ledger.store.signing.frozen import drafts_kept, freeze_anew, note_approved, read_frozen
from ledger.store.signing.office import read_office
from ledger.store.signing.sets import is_signing_on, read_sets
from ledger.store.tables.schema_identity import signed_fact
from ledger.store.writer import approve_drafts, insert
from ledger.voucher.posting import Signed
from ledger.voucher.signing.freezing import CLAUSE_REVIEWED, changed_finding, freeze
from ledger.voucher.signing.set_faults import set_fault
from ledger.voucher.signing.signed import APPROVE, POST, PREPARE, numbers_pairs
from ledger.workflow.desk import Desk, note
from ledger.workflow.signing import refuse_givers, sign_set

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    import sqlalchemy as sa

    from ledger.basis.encoding import Pair
    from ledger.masters.office import Office
    from ledger.voucher.draft import Draft
    from ledger.voucher.posting import Posting, Registration
    from ledger.voucher.running import Candidate
    from ledger.voucher.signing.freezing import Frozen, Naming
    from ledger.voucher.signing.signed import SignedSet

Prepared = tuple["Candidate", "Draft"]


class DraftsChanged(Refused):
    """What would be posted is not what was approved: `units` go back to 审核, frozen `anew`."""

    def __init__(
        self, findings: Iterable[Finding], *, units: Sequence[Draft], anew: Sequence[Frozen]
    ) -> None:
        super().__init__(findings)
        self.units = tuple(units)
        self.anew = tuple(anew)


def signed_for_posting(
    conn: sa.Connection, book: str, pairs: Sequence[Prepared], naming: Naming
) -> Mapping[str, Signed]:
    """Return what people signed of drafts, by id; nothing where the office does not sign.

    Raises DraftsChanged where anything is not as it was frozen, or not signed so.
    """
    now = {draft.id: freeze(draft, candidate, naming) for candidate, draft in pairs}
    before = read_frozen(conn, book, now)
    drafts = [draft for _, draft in pairs]
    refuse_changed(drafts, before, now)
    return signed_by_two(conn, book, drafts, before, now) if is_signing_on(conn) else {}


def refuse_changed(
    drafts: Sequence[Draft], before: Mapping[str, Frozen], now: Mapping[str, Frozen]
) -> None:
    """Refuse drafts of which anything is not as it was frozen, each with what changed."""
    changed = [draft for draft in drafts if differs(draft, before, now)]
    if changed:
        findings = [changed_finding(one, before[one.id], now[one.id]) for one in changed]
        raise sent_back(findings, drafts, changed, now)


def differs(draft: Draft, before: Mapping[str, Frozen], now: Mapping[str, Frozen]) -> bool:
    """Tell a draft that was frozen and is not any more what it was."""
    return draft.id in before and before[draft.id].parts != now[draft.id].parts


def sent_back(
    findings: Iterable[Finding],
    drafts: Sequence[Draft],
    changed: Iterable[Draft],
    now: Mapping[str, Frozen],
) -> DraftsChanged:
    """Build the refusal that sends drafts back to 审核, each with its whole unit."""
    changed = list(changed)
    units = {draft.unit for draft in changed}
    return DraftsChanged(
        findings,
        units=[draft for draft in drafts if draft.unit in units],
        anew=[now[draft.id] for draft in changed],
    )


def signed_by_two(
    conn: sa.Connection,
    book: str,
    drafts: Sequence[Draft],
    before: Mapping[str, Frozen],
    now: Mapping[str, Frozen],
) -> Mapping[str, Signed]:
    """Return both signatures under each draft; raises DraftsChanged where one does not hold."""
    sets = sound_sets(conn, book, before.values())
    refuse_lacking(drafts, before, now, sets)
    marks = {id_: one.made.mark() for id_, one in sets.items()}
    return {id_: signed_twice(one, marks) for id_, one in before.items()}


def refuse_lacking(
    drafts: Sequence[Draft],
    before: Mapping[str, Frozen],
    now: Mapping[str, Frozen],
    sets: Mapping[str, SoundSet],
) -> None:
    """Refuse drafts that lack a signature, each with whose."""
    lacking = {draft.id: signature_lacking(draft, before, sets) for draft in drafts}
    unsigned = [draft for draft in drafts if lacking[draft.id]]
    if unsigned:
        findings = [unsigned_finding(draft, lacking[draft.id]) for draft in unsigned]
        raise sent_back(findings, drafts, unsigned, now)


def signed_twice(frozen: Frozen, marks: Mapping[str, str]) -> Signed:
    """Return what two people signed of a draft; `marks` are those of the sets, by id."""
    return Signed(
        parts=frozen.parts,
        prepared=frozen.prepared,
        approved=frozen.approved,
        marks=(marks[frozen.prepared], marks[frozen.approved]),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class SoundSet:
    """A set whose signature holds, and the facts that are in it."""

    made: SignedSet
    members: frozenset[str]


def sound_sets(conn: sa.Connection, book: str, frozen: Iterable[Frozen]) -> Mapping[str, SoundSet]:
    """Read the sets that drafts name, of which nothing is wrong."""
    ids = {id_ for one in frozen for id_ in (one.prepared, one.approved)}
    office = read_office(conn)
    return {
        id_: SoundSet(made=one, members=frozenset(one.members()))
        for id_, one in read_sets(conn, book, ids).items()
        if not set_fault(one, key_in_force_of(office, one))
    }


def key_in_force_of(office: Office, made: SignedSet) -> str:
    """Return the public key of a set's signer; "" where it was replaced since."""
    key = office.key_of(made.by)
    return key.public if key is not None and key.version == made.key else ""


def signature_lacking(
    draft: Draft, before: Mapping[str, Frozen], sets: Mapping[str, SoundSet]
) -> str:
    """Say whose signature a draft lacks; "" where both people signed what it says."""
    frozen = before.get(draft.id)
    if frozen is None:
        return "没有制单、审核的签名"
    said = frozen.parts.signed
    if not holds(sets.get(frozen.prepared), PREPARE, draft.prepared_by, said):
        return f"制单人 {draft.prepared_by} 没有签过这一内容"
    if not holds(sets.get(frozen.approved), APPROVE, draft.approved_by, said):
        return f"审核人 {draft.approved_by} 没有签过这一内容"
    return ""


def holds(one: SoundSet | None, act: str, who: str, said: str) -> bool:
    """Tell whether a set is this person's signature for this act under what was said."""
    return one is not None and (one.made.act, one.made.by) == (act, who) and said in one.members


def unsigned_finding(draft: Draft, why: str) -> Finding:
    """Word that a draft lacks a signature that it must have."""
    return Finding(
        code="DRAFT_UNSIGNED",
        message=f"{draft.event.key} {why}，已退回",
        clause=CLAUSE_REVIEWED,
        remedy=f"由制单人核对后签名：prepay draft revise {draft.event.key}，再由另一人审核；"
        "更正的，驳回后重新更正",
        key=draft.event.key,
    )


def signed_by_system(pairs: Sequence[Prepared], naming: Naming) -> Mapping[str, Signed]:
    """Return the parts of what the program prepares itself, which nobody signs before."""
    return {
        draft.id: Signed(
            parts=freeze(draft, candidate, naming).parts, prepared="", approved="", marks=("", "")
        )
        for candidate, draft in pairs
    }


def sign_posted(
    desk: Desk,
    conn: sa.Connection,
    book: str,
    before: Mapping[int, tuple[int, str]],
    facts: Sequence[Posting | Registration],
    signed: Mapping[str, Signed],
    at: str,
) -> None:
    """Sign what was posted, one set for each chain year; `before` is where each chain stood."""
    if not signed:
        return
    refuse_givers(desk, conn, book, signed_under(facts, signed))
    for year, (_, previous) in sorted(before.items()):
        mine = [fact for fact in facts if fact.event["chain_year"] == year]
        made = sign_set(desk, conn, book, POST, posted_pairs(year, previous, mine), at=at)
        rows = [signed_row(book, str(fact.event["id"]), signed, made) for fact in mine]
        insert(conn, signed_fact, rows)


def signed_under(
    facts: Sequence[Posting | Registration], signed: Mapping[str, Signed]
) -> list[tuple[str, tuple[str, str]]]:
    """List what each fact is called by, and the sets that it was prepared and approved in."""
    found = [(str(fact.event["key"]), signed[str(fact.event["id"])]) for fact in facts]
    return [(key, (one.prepared, one.approved)) for key, one in found]


def signed_row(
    book: str, event: str, signed: Mapping[str, Signed], made: SignedSet
) -> dict[str, str]:
    """Write what was signed of a fact as its row."""
    one = signed[event]
    return {
        "book": book,
        "event": event,
        "public_digest": one.parts.public,
        "private_digest": one.parts.private,
        "prepared": one.prepared,
        "approved": one.approved,
        "posted": made.id,
    }


def posted_pairs(year: int, previous: str, facts: Sequence[Posting | Registration]) -> list[Pair]:
    """Say what a posting added to a year's chain: heads, positions, numbers by period."""
    pairs: list[Pair] = [
        ("year", str(year)),
        ("previous", previous),
        ("head", str(facts[-1].event["link"])),
        ("first", str(facts[0].event["position"])),
        ("last", str(facts[-1].event["position"])),
    ]
    vouchers = [fact.voucher for fact in facts if fact.voucher is not None]
    return pairs + numbers_pairs((str(one["period"]), int(one["number"])) for one in vouchers)


@contextmanager
def sending_back(desk: Desk, *, dry_run: bool) -> Iterator[None]:
    """Let a verb run; what it finds changed goes back to 审核, in a transaction of its own."""
    try:
        yield
    except DraftsChanged as changed:
        if not dry_run:
            with writing(desk.engine, {draft.event.book for draft in changed.units}) as conn:
                send_back(desk, conn, changed)
        raise


def send_back(desk: Desk, conn: sa.Connection, changed: DraftsChanged) -> None:
    """Send drafts back to 审核, book by book."""
    for code in sorted({draft.event.book for draft in changed.units}):
        mine = [draft for draft in changed.units if draft.event.book == code]
        kept = drafts_kept(conn, code, mine)
        send_back_in_book(conn, code, mine, changed.anew)
        told = "、".join(draft.event.key for draft in mine)
        content = {"message": str(changed)[:2000], "drafts": kept}
        note(desk, conn, code, "send-back", told, content)


def send_back_in_book(
    conn: sa.Connection, book: str, drafts: Sequence[Draft], anew: Sequence[Frozen]
) -> None:
    """Withdraw what was said of one book's drafts, and freeze them anew.

    Where only a signature was lacking, that of the preparer stands.
    """
    ids = [draft.id for draft in drafts]
    there = read_frozen(conn, book, ids)
    approve_drafts(conn, book, ids, by="", at="")
    note_approved(conn, book, ids, "")
    found = [one for one in anew if one.draft in there]
    freeze_anew(conn, [one for one in found if one.parts != there[one.draft].parts])
