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
    unequal = stated_otherwise(earlier, stated)
    own_book = any(use.book == event.book for use in unequal)
    if own_book or (unequal and not event.reason):
        before = amounts_stated(unequal, event.book)
        yield event.refusal(
            "DOCUMENT_UNEQUAL",
            f"{name} 本次写的金额是 {grouped(stated)}，此前写的是 {before}",
            "同一份文书每次填同一个金额：法院文书填确认的损失额，批复填批准核销本机构的总额，"
            "各险种合计；文书分险种写明金额的，各填各的，并在原因（reason）里写明",
            clause=clause,
            field="papers 附件",
        )
        return
    together = [use for use in earlier if use not in unequal]
    yield from document_exceeded(event, name, citing, together, clause)


def document_exceeded(
    event: JudgedLoss, name: str, citing: Citing, together: Sequence[Citing], clause: str
) -> Iterator[Finding]:
    """Refuse to write off more by a document than it says, with all that was written off by it."""
    limit = citing.stated_fen or max((use.stated_fen for use in together), default=0)
    used = sum(use.used_fen for use in together)
    over = used + citing.used_fen - limit
    if not limit or over <= 0:
        return
    funds = "、".join(sorted(funds_of(together, event.book)))
    more = f"（含{funds}）" if funds else ""
    yield event.refusal(
        "EXCEEDS_DOCUMENT",
        f"{name} 金额 {grouped(limit)}，已用 {grouped(used)}{more}，"
        f"本笔 {grouped(citing.used_fen)}，超出 {grouped(over)}",
        "核销金额合计不得超过文书所载金额，各险种合并计算",
        clause=clause,
        field="papers 附件",
    )


def stated_otherwise(citings: Sequence[Citing], stated_fen: int) -> list[Citing]:
    """List who states another amount of a document; nobody where none is stated now."""
    if not stated_fen:
        return []
    return [use for use in citings if use.stated_fen not in (0, stated_fen)]


def amounts_stated(citings: Sequence[Citing], book: str) -> str:
    """List the amounts that others state, with the funds that are not this book's."""
    figures = "、".join(grouped(fen) for fen in sorted({use.stated_fen for use in citings}))
    return figures + "".join(f"（{fund}）" for fund in sorted(funds_of(citings, book)))


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
