"""对账单的栏目: the row of headings under the junk, whatever words a bank has for them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from ledger.basis.text import narrow

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

#: What a column may be called; where a sheet has several of one meaning, the first counts.
SPELLINGS: Mapping[str, str] = MappingProxyType(
    {
        "date": "交易日期 记账日期 入账日期 账务日期 业务日期 交易日 记账日 日期 发生日期 交易时间"
        " 记账时间 入账时间 交易日期时间 date",
        "debit": "借方发生额 借方金额 借方交易金额 借方发生金额 借方 借",
        "credit": "贷方发生额 贷方金额 贷方交易金额 贷方发生金额 贷方 贷",
        "out": "支出 支出金额 付款金额 付款 转出金额 转出 付出 付出金额 支取金额 支取 支出发生额"
        " 付方金额",
        "in": "收入 收入金额 收款金额 收款 转入金额 转入 存入 存入金额 收入发生额 收方金额",
        "amount": "交易金额 发生额 金额 本次发生额 收支金额",
        "flag": "借/贷 收/付 收/支 借贷标志 借贷方向"
        " 借贷 借贷标识 收支标志 收支方向 收付标志 收付方向 收支 收付"
        " 交易方向 交易类型 方向",
        "balance": "余额 账户余额 当前余额 本次余额 结余 交易后余额 当前账户余额 账面余额",
        "counterparty": "对方户名 对方单位 对方名称 对方账户名称 对方单位名称 对方账户名 对手户名"
        " 交易对手 交易对手名称 收付方名称 往来单位",
        "counterparty_account": "对方账号 对方账户 对方银行账号 对方单位账号 对手账号"
        " 交易对手账号 收付方账号",
        "payer": "付款人 付款人名称 付款人户名 付款方 付款方名称 付款单位",
        "payee": "收款人 收款人名称 收款人户名 收款方 收款方名称 收款单位",
        "payer_account": "付款人账号 付款方账号 付款账号",
        "payee_account": "收款人账号 收款方账号 收款账号",
        "serial": "流水号 交易流水号 交易流水 账户流水号 核心流水号 业务流水号 主机流水号"
        " 银行流水号 明细流水号",
        "receipt": "回单号 回单编号 电子回单号 凭证号 凭证号码 凭证编号 票据号",
        "summary": "摘要 交易摘要 摘要说明 业务摘要",
        "purpose": "用途 附言 备注 交易附言 交易用途 汇款附言 个性化信息",
    }
)
#: Which columns say the amount, in order of trust; a sheet needs one set whole.
AMOUNTS = (("debit", "credit"), ("out", "in"), ("amount",))
#: On a bank's statement 借 is out and 贷 is in, until the balances say otherwise.
WAYS: Mapping[str, str] = MappingProxyType({"debit": "out", "credit": "in"})
BRACKETS = re.compile(r"[(\[【〔].*?[)\]】〕]")
MEANINGS: Mapping[str, tuple[str, int]] = MappingProxyType(
    {
        word: (name, place)
        for name, words in SPELLINGS.items()
        for place, word in enumerate(words.split())
    }
)
TITLES: Mapping[str, str] = MappingProxyType(
    {"date": "交易日期", "balance": "余额", "amounts": "发生额（借方和贷方、收入和支出，或金额）"}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """Where a sheet has what: the place in `rows` of its headings, and columns by meaning."""

    at: int
    columns: Mapping[str, int]
    headings: tuple[str, ...]

    @property
    def amounts(self) -> tuple[str, ...]:
        """Name the columns that say the amount."""
        return next(names for names in AMOUNTS if set(names) <= set(self.columns))


def meaning(heading: str) -> tuple[str, int] | None:
    """Return what a heading means, and how much it is worth among its like; None if unknown."""
    text = re.sub(r"[\s*:]+", "", narrow(heading)).lower()
    bare = BRACKETS.sub("", text)
    known = MEANINGS.get(text) or MEANINGS.get(bare)
    return known or meaning_of_parts([part for part in bare.split("/") if part])


def meaning_of_parts(parts: Sequence[str]) -> tuple[str, int] | None:
    """Return what the parts of `借方发生额/支出` and the like agree on."""
    found = [MEANINGS[part] for part in parts if part in MEANINGS]
    ways = {WAYS.get(name, name) for name, _ in found}
    return found[0] if len(parts) > 1 and len(ways) == 1 else None


def columns_of(cells: Sequence[str]) -> dict[str, int]:
    """Find what each column of a row of headings means; of several alike the best counts."""
    best: dict[str, tuple[int, int]] = {}
    for n, cell in enumerate(cells):
        if found := meaning(cell):
            name, worth = found
            best[name] = min(best.get(name, (worth, n)), (worth, n))
    return {name: n for name, (_, n) in best.items()}


def lacking(columns: Mapping[str, int]) -> list[str]:
    """Name what a row of headings still needs to be one."""
    needed = [TITLES[name] for name in ("date", "balance") if name not in columns]
    if not any(set(names) <= set(columns) for names in AMOUNTS):
        needed.append(TITLES["amounts"])
    return needed


def find_layout(rows: Sequence[Sequence[str]]) -> tuple[Layout | None, list[str]]:
    """Find the row of headings; else say what the nearest row lacks."""
    nearest: dict[str, int] = {}
    for at, cells in enumerate(rows):
        columns = columns_of(cells)
        if not lacking(columns):
            return Layout(at=at, columns=columns, headings=tuple(cells)), []
        if len(columns) > len(nearest):
            nearest = columns
    return None, lacking(nearest)
