"""对账函: the letter to a hospital, with the slip that comes back stamped (R-103)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ledger.basis.money import grouped, parse_fen, yuan
from ledger.basis.terms import EVENT_KINDS, TRANSITS
from ledger.formats.report import (
    UNIT,
    Column,
    Report,
    Row,
    book_line,
    joined,
    money,
    money_tree,
    named_row,
)
from ledger.projections.letter_shown import COLUMNS, LetterShown

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ledger.projections.letter_figures import Transit


SHOWN = ("settlement_offset", "write_off")
UNSENT = "（尚未发出）"
BLANK = "　　　　　　　　"


def letter(shown: LetterShown) -> Report:
    """Draw a letter: what the agency's books say, 在途 apart, and the slip to stamp."""
    columns = columns_kept(shown.total)
    rows = [sums_row(columns, str(year), shown.sums[year]) for year in sorted(shown.sums)]
    rows.append(sums_row(columns, "合计", shown.total, mark="total"))
    due = f"请于 {shown.reply_by} 前回函。" if shown.reply_by else ""
    return Report(
        title=f"医保预付金对账函（{shown.name}）",
        subtitle=(
            f"致：{shown.name}（{shown.hospital}）",
            f"编号：{shown.number or UNSENT}　截止日：{shown.date}",
            f"{book_line(shown.book)}；{UNIT}",
            f"截至 {shown.date}，我方账面记录的贵单位医保预付金如下，请核对。{due}",
        ),
        columns=tuple(columns.values()),
        rows=tuple(rows),
        notes=(*transit_lines(shown), *slip(shown)),
        tree=letter_tree(shown),
    )


def columns_kept(total: Mapping[str, int]) -> dict[str, Column]:
    """Return the columns: the year, and each class that always stands or that something moved."""
    kept = {
        code: money(name)
        for code, name, always in COLUMNS
        if always or code in SHOWN or total[code]
    }
    return {"year": Column(heading="预付年度"), **kept}


def sums_row(
    columns: Mapping[str, Column], year: str, sums: Mapping[str, int], *, mark: str = ""
) -> Row:
    """Draw one year, or all together; a class that nothing moved shows 0.00."""
    cells = {code: sums.get(code, 0) for code in columns if code != "year"}
    return named_row(columns, {**cells, "year": year}, mark=mark)


def transit_lines(shown: LetterShown) -> tuple[str, ...]:
    """Return what stands apart from the balance as 在途."""
    if not shown.transits:
        return ("在途：无。",)
    lines = (f"　{transit_told(item)}" for item in shown.transits)
    return ("在途（未计入上列余额，请一并核对）：", *lines)


def transit_told(item: Transit) -> str:
    """Say what one item in transit is, of which year and day, how much, and why."""
    year = f"{item.year}年度" if item.year else ""
    kind, amount = EVENT_KINDS[item.movement], grouped(item.amount_fen)
    return joined((year, kind, str(item.day), amount, TRANSITS[item.why]))


def slip(shown: LetterShown) -> tuple[str, ...]:
    """Return the slip that the hospital fills in, stamps and sends back."""
    return (
        "本函只为核对账目，不是催款；截止日以后的收付不在其内。",
        f"经办机构（盖章）：{BLANK}日期：{BLANK}",
        "－－－－－－－－－－－－ 回　函　联 －－－－－－－－－－－－",
        f"对账函编号：{shown.number or UNSENT}　医疗机构：{shown.name}（{shown.hospital}）",
        f"截至 {shown.date}，发函余额 {grouped(shown.total['balance'])} 元，经核对：",
        "□ 相符",
        f"□ 不符：我单位账面余额（按预付年度）{BLANK}元，相差{BLANK}元",
        f"　 原因：{BLANK}{BLANK}{BLANK}",
        f"医疗机构（盖章）：{BLANK}经办人：{BLANK}日期：{BLANK}",
    )


def letter_tree(shown: LetterShown) -> dict[str, object]:
    """Write a letter for programs."""
    return {
        "book": shown.book.code,
        "hospital": shown.hospital,
        "name": shown.name,
        "number": shown.number or None,
        "date": shown.date,
        "reply_by": shown.reply_by,
        "years": [
            {"year": year, **money_tree(**figures(shown.sums[year]))} for year in sorted(shown.sums)
        ],
        "total": money_tree(**shown.total),
        "transits": [
            {
                "year": item.year or None,
                "kind": item.movement,
                "date": item.day,
                "amount": yuan(item.amount_fen),
                "why": item.why,
            }
            for item in shown.transits
        ],
    }


def figures(found: Mapping[str, int]) -> dict[str, int]:
    """Return every class of a year, zeros too."""
    return {code: found.get(code, 0) for code, _, _ in COLUMNS}


def told_sums(text: str) -> str:
    """Tell a year's figures as the event keeps them, for people."""
    year, *parts = text.split("|")
    names = {code: name for code, name, _ in COLUMNS}
    pairs = (part.partition("=") for part in parts)
    return f"{year}年度 " + "，".join(
        f"{names[code]} {grouped(parse_fen(amount))}" for code, _, amount in pairs
    )


def told_transit(text: str) -> str:
    """Return what stood apart as the event keeps it, for people."""
    year, movement, day, amount, why = text.split("|")
    words = (f"{year}年度" if year != "0" else "", EVENT_KINDS[movement], day)
    return " ".join((*filter(None, words), grouped(parse_fen(amount)), TRANSITS[why]))
