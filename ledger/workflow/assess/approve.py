"""核定审核: a second person approves a year's 核定 as a whole; payments lean on it from then on."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from ledger.basis.errors import Finding, Refused, refuse
from ledger.basis.heap import uncollected
from ledger.basis.money import yuan
from ledger.events.registers.assessment import Assessment
from ledger.events.registers.fund_gate import FundGate
from ledger.masters.duties import is_second
from ledger.store.drafts import read_drafts
from ledger.store.engine import reading
from ledger.workflow.assess.agreed import DECISION, later_papers
from ledger.workflow.assess.drafts import KINDS, layers_of, version_of
from ledger.workflow.assess.run import area_books
from ledger.workflow.assess.seen_run import refuse_other_run
from ledger.workflow.assess.stale import stale_findings
from ledger.workflow.desk import Desk, acting_on, note, refusals_logged
from ledger.workflow.drafting.approved import sign_approved
from ledger.workflow.drafting.looked import LOOKED_ELSEWHERE
from ledger.workflow.policy.policy import policy_in_use
from ledger.workflow.posting.register import approve_registers
from ledger.workflow.posting.signed_posting import sending_back

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    import sqlalchemy as sa

    from ledger.events.words import Paper
    from ledger.masters.book import Book
    from ledger.policy.profile import Policy
    from ledger.voucher.draft import Draft
    from ledger.workflow.drafting.looked import Looked

CLAUSE_EYES = "财会〔2024〕12号·二十一(二)"


@dataclass(frozen=True, slots=True, kw_only=True)
class FundApproved:
    """What was approved of one book: hospitals, how many are paid, and how much, in fen."""

    book: Book
    version: int
    registers: int
    hospitals: int
    paid: int
    approved_fen: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ApprovedYear:
    """What was approved of a year, by fund, and one sentence."""

    year: int
    funds: tuple[FundApproved, ...]
    sentence: str


@uncollected()
def approve_year(
    desk: Desk,
    year: int,
    *,
    area: str = "",
    dry_run: bool = False,
    looked: Looked = LOOKED_ELSEWHERE,
) -> ApprovedYear:
    """审核 a year's drafts of 核定, gates and amounts, all or none; `looked` is what was shown.

    Raises Refused: NOTHING_PROPOSED, OWN_DRAFT (four eyes), NOT_AGREED without 财政's decision,
    DOCUMENT_LATER, POLICY_CHANGED or FIGURES_CHANGED where what it rests on moved since the run.
    """
    with refusals_logged(desk, "assess-approve", f"{area} {year}".strip()):
        with reading(desk.engine) as conn:
            books = area_books(conn, area)
        codes = [book.code for book in books]
        with (
            sending_back(desk, dry_run=dry_run),
            acting_on(desk, codes, role="approver", what="审核核定", dry_run=dry_run) as (conn, _),
        ):
            drafts = read_proposals(conn, books, year)
            refuse_other_run(desk, conn, books, year, looked)
            if findings := objections(desk, conn, books, drafts, year):
                raise Refused(findings)
            funds = tuple(fund_approved(book, drafts[book.code]) for book in books)
            for fund in funds:
                approve_fund(desk, conn, fund, drafts[fund.book.code], year, looked)
    done = "试算通过" if dry_run else "已审核，可据以拨付"
    return ApprovedYear(year=year, funds=funds, sentence=sentence_of(year, funds, done))


def sentence_of(year: int, funds: Sequence[FundApproved], done: str) -> str:
    """Say what was approved of a year, in one sentence."""
    return f"{year} 年度核定：{sum(fund.paid for fund in funds)} 笔预付{done}"


def approve_fund(
    desk: Desk,
    conn: sa.Connection,
    fund: FundApproved,
    drafts: Sequence[Draft],
    year: int,
    looked: Looked,
) -> None:
    """Sign and chain one fund's drafts of 核定, in the order in which they were shown."""
    since = desk.now() if looked.by_script else ""
    made = sign_approved(desk, conn, fund.book, drafts, looked.pairs(len(drafts)))
    approve_registers(desk, conn, fund.book, drafts, made)
    told = approved_tree(fund) | looked.told(len(drafts), since)
    note(desk, conn, fund.book.code, "assess-approve", str(year), told)


def read_proposals(conn: sa.Connection, books: Sequence[Book], year: int) -> dict[str, list[Draft]]:
    """Read the drafts of a year's 核定 by book; raises Refused (NOTHING_PROPOSED)."""
    drafts = {book.code: read_drafts(conn, book.code, kinds=KINDS, year=year) for book in books}
    if not any(drafts.values()):
        raise refuse(
            "NOTHING_PROPOSED",
            f"{books[0].area_name} {year} 年度没有待审核的核定",
            f"先测算：prepay assess run --year {year}",
        )
    return drafts


def objections(
    desk: Desk,
    conn: sa.Connection,
    books: Sequence[Book],
    drafts: Mapping[str, Sequence[Draft]],
    year: int,
) -> list[Finding]:
    """Say what stands against an approval as a whole; each is told once."""
    every = list(chain.from_iterable(drafts.values()))
    policies = {book.code: policy_in_use(desk, conn, book) for book in books}
    clause = policies[books[0].code].on(desk.today()).clause("decided_with")
    findings = []
    if not all(is_second(desk.operator, draft.prepared_by) for draft in every):
        findings.append(own_run(year, desk.operator))
    papers = [draft.event.papers for draft in every]
    if not all(map(is_agreed, papers)):
        findings.append(not_agreed(year, clause))
    findings += later_papers(chain.from_iterable(papers), desk.today(), clause)
    changed = policy_moved(desk, books, policies, drafts, year)
    return [*findings, *(changed or stale_findings(desk, conn, books, policies, drafts, year))]


def own_run(year: int, name: str) -> Finding:
    """Word that nobody approves a 核定 that they have worked out."""
    return Finding(
        code="OWN_DRAFT",
        message=f"{year} 年度核定是 {name} 本人测算的，不能由本人审核",
        remedy="由另一位审核人办理",
        clause=CLAUSE_EYES,
    )


def is_agreed(papers: Iterable[Paper]) -> bool:
    """Tell whether 财政's decision is among papers."""
    return DECISION in {paper.type for paper in papers}


def not_agreed(year: int, clause: str) -> Finding:
    """Word that 财政 has not agreed to a 核定."""
    return Finding(
        code="NOT_AGREED",
        message=f"{year} 年度核定还没有财政部门商定的文件",
        remedy=f"商定后重新测算：prepay assess run --year {year} --document 文号:日期"
        "（商定金额与测算不同的，加 --agreed 文件）",
        clause=clause,
    )


def fund_approved(book: Book, drafts: Sequence[Draft]) -> FundApproved:
    """Say what drafts of one book approve."""
    amounts = [draft.event.amount_fen for draft in drafts if isinstance(draft.event, Assessment)]
    return FundApproved(
        book=book,
        version=max((version_of(draft.event.key) for draft in drafts), default=0),
        registers=len(drafts),
        hospitals=len(amounts),
        paid=sum(map(bool, amounts)),
        approved_fen=sum(amounts),
    )


def approved_tree(fund: FundApproved) -> dict[str, object]:
    """Say in the log what was approved of one book."""
    return {
        "version": fund.version,
        "registers": fund.registers,
        "approved": yuan(fund.approved_fen),
    }


def policy_moved(
    desk: Desk,
    books: Sequence[Book],
    policies: Mapping[str, Policy],
    drafts: Mapping[str, Sequence[Draft]],
    year: int,
) -> list[Finding]:
    """Refuse drafts that were worked out by other layers or readings than stand now."""
    findings = []
    for book in books:
        policy = policies[book.code]
        events = [draft.event for draft in drafts[book.code]]
        gates = [event for event in events if isinstance(event, FundGate)]
        if any(gate.layers != layers_of(policy, year) for gate in gates):
            findings.append(
                Finding(
                    code="POLICY_CHANGED",
                    message=f"{book.name}的政策方案或选定的口径在测算之后有变动",
                    remedy=f"重新测算：prepay assess run --year {year}",
                    clause=policy.on(desk.today()).clause("decided_with"),
                )
            )
    return findings
