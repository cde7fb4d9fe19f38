"""损失的依据: what a 核销 is measured by, and whose case its court document is.

甘肃·六; 海南·七(三). The court says how much is lost, typed on the document or worked out as
确定债权 − 已受偿; the government says how much of it may be written off for this hospital. What
several write-offs cite together is bounded in `loss_documents.py`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ledger.basis.money import grouped
from ledger.events.losses.loss_documents import cited_before
from ledger.masters.hospital import bare_number
from ledger.policy.facts import DocumentKey

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ledger.basis.errors import Finding
    from ledger.events.judged import JudgedLoss
    from ledger.events.words import Paper
    from ledger.policy.facts import Facts


def court_figure(event: JudgedLoss) -> int:
    """What the court's document leaves lost as worked out by hand, in fen; 0 where it is not.

    Blank 已受偿 is no zero: it has to be said that nothing came.
    """
    if not event.claim_fen or event.satisfied_fen is None:
        return 0
    return max(event.claim_fen - event.satisfied_fen, 0)


def stated_fen(event: JudgedLoss, paper: Paper) -> int:
    """The amount that a court document or an approval bears, in fen; 0 where it says none."""
    if paper.type == "court-document":
        return paper.amount_fen or court_figure(event)
    return paper.amount_fen


def loss_findings(event: JudgedLoss, facts: Facts) -> Iterator[Finding]:
    """Refuse a loss that no paper measures, and a court document of somebody else's case."""
    yield from approval_findings(event, facts)
    worked = list(worked_out_findings(event, facts))
    yield from worked
    if not worked:
        yield from court_findings(event, facts)
    yield from case_findings(event, facts)


def approval_findings(event: JudgedLoss, facts: Facts) -> Iterator[Finding]:
    """Refuse an approval of which nobody can tell how much of it is this hospital's."""
    name = facts.hospital_name(event.hospital)
    for paper in event.papers:
        if paper.type == "government-approval" and not paper.amount_fen:
            yield event.refusal(
                "APPROVAL_AMOUNT",
                f"政府批复 {paper.number} 没有填批准核销{name}的金额，"
                f"本笔核销 {grouped(event.amount_fen)} 无从核对",
                f"在附件的金额（amount）里填批复给{name}的核销额；一份批复批了几家的，各填各家的",
                clause=facts.rules(event.date, event.year).clause("write_off_chain"),
                field="papers 附件",
            )


def worked_out_findings(event: JudgedLoss, facts: Facts) -> Iterator[Finding]:
    """Refuse 确定债权 − 已受偿 that is half said, comes to nothing, or is not what is typed."""
    parts = (
        ("确定债权（claim）", bool(event.claim_fen)),
        ("已受偿（satisfied，没有的填 0）", event.satisfied_fen is not None),
        ("文书页码（page）", bool(event.page)),
    )
    lacking = [name for name, there in parts if not there]
    if len(lacking) == len(parts):
        return
    fault = half_said(lacking) if lacking else figure_fault(event)
    if fault is not None:
        message, remedy = fault
        yield event.refusal(
            "COURT_FIGURE",
            message,
            remedy,
            clause=facts.rules(event.date, event.year).clause("write_off_papers"),
            field="claim 确定债权",
        )


def half_said(lacking: Sequence[str]) -> tuple[str, str]:
    """Word that a part of the calculation is not said, and its remedy."""
    names = "、".join(lacking)
    return (
        f"按确定债权减已受偿计算损失额，还缺{names}",
        f"补填{names}；文书写明损失额的，改填法院文书的金额（amount），这几栏不填",
    )


def figure_fault(event: JudgedLoss) -> tuple[str, str] | None:
    """Word what is wrong with the figure worked out, and its remedy; None where nothing is."""
    figure = court_figure(event)
    claim, satisfied = grouped(event.claim_fen), grouped(event.satisfied_fen or 0)
    if not figure:
        return (
            f"确定债权 {claim}，已受偿 {satisfied}，没有损失可以核销",
            "核对文书上的两个数；已经受偿的按返还（repayment）录入",
        )
    typed = {paper.amount_fen for paper in event.papers if paper.type == "court-document"} - {0}
    if not typed or figure in typed:
        return None
    worked = f"确定债权 {claim} 减已受偿 {satisfied} 是 {grouped(figure)}"
    written = "、".join(grouped(fen) for fen in sorted(typed))
    return (
        f"{worked}，法院文书的金额填的是 {written}",
        f"核对文书{event.page}；两种写法只填一种",
    )


def court_findings(event: JudgedLoss, facts: Facts) -> Iterator[Finding]:
    """Refuse a loss of which no court document says how much it is."""
    papers = [paper for paper in event.papers if paper.type == "court-document"]
    if papers and not any(stated_fen(event, paper) for paper in papers):
        yield event.refusal(
            "COURT_AMOUNT",
            f"法院文书 {'、'.join(paper.number for paper in papers)} 没有填确认的损失额，"
            f"本笔核销 {grouped(event.amount_fen)} 无从核对",
            "在附件的金额（amount）里填文书确认的损失额；文书没有直接写的，填确定债权（claim）、"
            "已受偿（satisfied，没有的填 0）和所在的文书页码（page）",
            clause=facts.rules(event.date, event.year).clause("write_off_papers"),
            field="papers 附件",
        )


def case_findings(event: JudgedLoss, facts: Facts) -> Iterator[Finding]:
    """Ask a reason where a court document is of another hospital's case."""
    if event.reason:
        return
    for paper in event.papers:
        if paper.type == "court-document":
            yield from others_case(event, paper, facts)


def others_case(event: JudgedLoss, paper: Paper, facts: Facts) -> Iterator[Finding]:
    """Refuse a court document of other hospitals' case."""
    owners, why = owners_of(paper, event, facts)
    if owners and event.hospital not in owners:
        whose = "、".join(facts.hospital_name(code) for code in sorted(owners))
        yield event.refusal(
            "COURT_DOCUMENT_OTHER",
            f"法院文书 {paper.number} 是{whose}的（{why}），"
            f"本笔核销的是{facts.hospital_name(event.hospital)}",
            "核对文书编号和医疗机构；一份文书确实涉及几家的，在原因（reason）里写明",
            clause=facts.rules(event.date, event.year).clause("write_off_papers"),
            field="papers 附件",
        )


def owners_of(paper: Paper, event: JudgedLoss, facts: Facts) -> tuple[set[str], str]:
    """Name the hospitals of a court document: those of its case, else whose loss cited it first."""
    number = bare_number(paper.number)
    cases = {
        hospital
        for case, hospital in facts.court_cases
        if case and number.startswith(bare_number(case))
    }
    if cases:
        return cases, "诉讼执行登记的案号"
    key = DocumentKey(paper.type, "", "", paper.number)
    cited = cited_before(event, facts.documents.get(key, ()))
    keys = "、".join(one.key for one in cited)
    return {one.hospital for one in cited}, f"已用于核销 {keys}"
