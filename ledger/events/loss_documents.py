"""一份文书的额度: what all write-offs that cite one document may come to, in every fund of an area.

A court confirms, and a government approves, what a hospital owes the agency; which of its funds
lent the money is none of their business unless they say so. So one document bounds the books of
the area together (甘肃·六; 海南·七(三)). Where it gives each fund a figure of its own, those
differ, and the `reason` says so: then each figure bounds its own book.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ledger.basis.money import grouped
from ledger.basis.terms import FUNDS, PAPER_TYPES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ledger.basis.errors import Finding
    from ledger.events.judged import JudgedLoss
    from ledger.policy.facts import Citing, DocumentKey, Facts

#: The papers that measure a loss, and the rule that asks for each.
LOSS_PAPERS = {
    "court-document": "write_off_papers",
    "government-approval": "write_off_chain",
}


def loss_document_findings(
    event: JudgedLoss, key: DocumentKey, citing: Citing, facts: Facts
) -> Iterator[Finding]:
    """Refuse a document stated unequally, or by which more is written off than it says."""
    clause = facts.rules(event.date, event.year).clause(LOSS_PAPERS[key.type])
    earlier = cited_before(event, facts.documents.get(key, ()))
    name, stated = document_name(key, facts), citing.stated_fen
    unequal = [one for one in earlier if stated and one.stated_fen not in (0, stated)]
    if any(one.book == event.book for one in unequal) or (unequal and not event.reason):
        figures = "、".join(grouped(fen) for fen in sorted({one.stated_fen for one in unequal}))
        where = "".join(f"（{one}）" for one in sorted(funds_of(unequal, event.book)))
        yield event.refusal(
            "DOCUMENT_UNEQUAL",
            f"{name} 本次写的金额是 {grouped(stated)}，此前写的是 {figures}{where}",
            "同一份文书每次填同一个金额：法院文书填确认的损失额，批复填批准核销本机构的总额，"
            "各险种合计；文书分险种写明金额的，各填各的，并在原因（reason）里写明",
            clause=clause,
            field="papers 附件",
        )
        return
    together = [one for one in earlier if one not in unequal]
    limit = stated or max((one.stated_fen for one in together), default=0)
    used = sum(one.used_fen for one in together)
    if limit and used + citing.used_fen > limit:
        funds = "、".join(sorted(funds_of(together, event.book)))
        more = f"（含{funds}）" if funds else ""
        yield event.refusal(
            "EXCEEDS_DOCUMENT",
            f"{name} 金额 {grouped(limit)}，已用 {grouped(used)}{more}，"
            f"本笔 {grouped(citing.used_fen)}，超出 {grouped(used + citing.used_fen - limit)}",
            "核销金额合计不得超过文书所载金额，各险种合并计算",
            clause=clause,
            field="papers 附件",
        )


def cited_before(event: JudgedLoss, citings: Sequence[Citing]) -> list[Citing]:
    """List who else cites a document: a key is unique within its book only."""
    return [one for one in citings if (one.book, one.key) != (event.book, event.key)]


def funds_of(citings: Sequence[Citing], book: str) -> set[str]:
    """Name the other books of the area among those who cite a document."""
    others = {one.book for one in citings} - {book}
    return {f"{FUNDS[other.rpartition('/')[2]]}账套" for other in others}


def document_name(key: DocumentKey, facts: Facts) -> str:
    """Name a document; an approval with the hospital that it is for."""
    whose = f"（{facts.hospital_name(key.within)}）" if key.type == "government-approval" else ""
    return f"{PAPER_TYPES[key.type]} {key.number}{whose}"
