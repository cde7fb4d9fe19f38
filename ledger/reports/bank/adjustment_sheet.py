"""余额调节表 as it prints: both sides with their 未达账项, and what earlier ones have come to."""

from __future__ import annotations

from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from ledger.basis.money import grouped, parse_fen
from ledger.basis.statutory import DISBURSEMENT_ACCOUNT, FISCAL_ACCOUNT
from ledger.basis.terms import BANKS
from ledger.formats.report import (
    UNIT,
    Column,
    Report,
    Row,
    book_line,
    money,
    named_row,
    period_name,
)
from ledger.reconcile.adjustment import BANK_SIDE, BOOK_SIDE, KINDS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ledger.store.bank.bank import Sheet
    from ledger.workflow.bank.draw import SheetDrawn

#: Who signs a 余额调节表, as the official sample has them.
SIGNATURE_LABELS = ("制表", "稽核", "财务负责人", "基金管理负责人")
TITLES = {
    DISBURSEMENT_ACCOUNT: "银行支出户存款余额调节表",
    FISCAL_ACCOUNT: "财政专户存款余额调节表",
}
STATEMENTS = {DISBURSEMENT_ACCOUNT: "银行对账单余额", FISCAL_ACCOUNT: "财政对账单余额"}
COLUMNS = MappingProxyType(
    {
        "item": Column(heading="项目"),
        "label": Column(heading="凭证号／对账单行", wraps=14),
        "date": Column(heading="日期", blank=None),
        "summary": Column(heading="摘要", wraps=14),
        "counterparty": Column(heading="对方", wraps=10, spare=True),
        "debit": money("借方（收）"),
        "credit": money("贷方（付）"),
        "balance": money("余额"),
        "cause": Column(heading="原因", wraps=16),
    }
)


def adjustment_sheet(drawn: SheetDrawn) -> Report:
    """Lay out a 余额调节表 from its content, frozen or not."""
    book, content, state = drawn.book, drawn.content, states(drawn.sheet)
    account, period = content["account"], content["period"]
    bank = f"{content['bank']} {content['bank_number']}".strip() or "银行账户未登记"
    nature = "本账专用" if content["exclusive"] else "与其他业务共用"
    difference = parse_fen(content["bank_adjusted"]) - parse_fen(content["book_adjusted"])
    alerts = (f"两边调节后余额相差 {grouped(difference)}，还不能提交",) if difference else ()
    return Report(
        title=TITLES[account],
        subtitle=(
            book_line(book),
            f"账户：{account} {BANKS[account]}　{bank}（{nature}）",
            "　".join((f"截至 {period_name(period)}末", *state)),
            UNIT,
        ),
        columns=tuple(COLUMNS.values()),
        rows=(*bank_rows(content), *book_rows(content), *settled_rows(content)),
        alerts=alerts,
        notes=(
            f"对账单导入到 {content['statement_until']}，共 {content['statement_lines']} 行。",
            "　".join(f"{label}：________" for label in SIGNATURE_LABELS),
        ),
        tree=dict(content),
    )


def balance_row(words: str, yuan: str, *, mark: str = "", paper: str = "") -> Row:
    """Write a row that only holds a balance."""
    return named_row(
        COLUMNS, {"item": words, "label": paper, "balance": parse_fen(yuan)}, mark=mark
    )


def bank_rows(content: Mapping[str, Any]) -> list[Row]:
    """Write the statement's side."""
    rows = [balance_row(STATEMENTS[content["account"]], content["statement"], mark="heading")]
    rows += item_rows(content["items"], BANK_SIDE)
    return [*rows, balance_row("调节后余额（对账单）", content["bank_adjusted"], mark="total")]


def book_rows(content: Mapping[str, Any]) -> list[Row]:
    """Write the books' side; on a shared account the 总账 stands between."""
    rows = [balance_row("本账余额", content["book"], mark="heading")]
    if not content["exclusive"]:
        paper = content["other_paper"]
        words = f"{paper['title']} {paper['number']}（{paper['date']}）" if paper else "未填写"
        rows.append(balance_row("加：总账其他业务净额", content["other"], paper=words))
        rows.append(balance_row("总账余额", content["general"], mark="subtotal"))
    rows += item_rows(content["items"], BOOK_SIDE)
    return [*rows, balance_row("调节后余额（账面）", content["book_adjusted"], mark="total")]


def item_rows(items: Sequence[Mapping[str, Any]], kinds: Sequence[str]) -> list[Row]:
    """Write the 未达账项 of some kinds, each kind with its sum above its items."""
    rows: list[Row] = []
    for kind in kinds:
        mine = [item for item in items if item["kind"] == kind]
        if mine:
            rows += [kind_row(kind, mine), *(item_row(item) for item in mine)]
    return rows


def kind_row(kind: str, items: Sequence[Mapping[str, Any]]) -> Row:
    """Write the sum of the 未达账项 of a kind."""
    # 减 already says that it is taken off: the sum stands as its size.
    sign = -1 if KINDS[kind].startswith("减") else 1
    total = sign * sum(parse_fen(item["amount"]) for item in items)
    return named_row(
        COLUMNS,
        {"item": KINDS[kind], "label": f"{len(items)} 笔", "balance": total},
        mark="heading",
    )


def item_row(item: Mapping[str, Any]) -> Row:
    """Write one 未达账项."""
    fen = parse_fen(item["moved"])
    return named_row(
        COLUMNS,
        {
            "label": item["label"],
            "date": date.fromisoformat(item["date"]),
            "summary": item["summary"],
            "counterparty": item["counterparty"],
            "debit" if fen > 0 else "credit": abs(fen),
            "cause": item["cause"],
        },
        depth=1,
    )


def settled_rows(content: Mapping[str, Any]) -> list[Row]:
    """Write which 未达账项 of the last sheet have come to pass since."""
    settled = content["settled"]
    if not settled:
        return []
    words = f"上期（{content['settled_since']}）未达账项已达 {len(settled)} 笔"
    head = named_row(COLUMNS, {"item": words}, mark="heading")
    return [head, *(item_row(item) for item in settled)]


def states(sheet: Sheet | None) -> list[str]:
    """Say how a sheet stands."""
    if sheet is None:
        return ["草稿，未提交"]
    said = [sheet.number, f"编制 {sheet.signer('prepared_by')}"]
    return [*said, f"审核 {sheet.signer('approved_by')}" if sheet.approved_by else "待审核"]
