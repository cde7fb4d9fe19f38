"""Reads `chart_of_accounts.yaml`; every fault of the file comes out at once."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

import yaml

from ledger.basis.errors import Finding, Refused
from ledger.basis.statutory import (
    BENEFIT_EXPENSE,
    DISBURSEMENT_ACCOUNT,
    FISCAL_ACCOUNT,
    GENERAL_SURPLUS,
    OTHER_EXPENSE,
    TEMPORARY_PAYMENT,
    TEMPORARY_RECEIPT,
)
from ledger.basis.terms import BENEFITS, FUNDS
from ledger.masters.chart import ChartAccount, FundChart

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

CHART_FILE = Path(__file__).parents[2] / "chart_of_accounts.yaml"
CLASSES = MappingProxyType(
    {"1": "asset", "2": "liability", "3": "net_assets", "4": "income", "5": "expense"}
)
DIMENSIONS = ("hospital", "year", "counterparty")
STATUTORY_COUNT = 34
#: Statutory codes that the engine itself posts to; a public chart on the web swaps the first two.
FIXED_NAMES = MappingProxyType(
    {
        FISCAL_ACCOUNT: "财政专户存款",
        DISBURSEMENT_ACCOUNT: "支出户存款",
        TEMPORARY_PAYMENT: "暂付款",
        TEMPORARY_RECEIPT: "暂收款",
        GENERAL_SURPLUS: "一般基金结余",
        BENEFIT_EXPENSE: "社会保险待遇支出",
        OTHER_EXPENSE: "其他支出",
    }
)
REQUIRED_ROLES = (
    "prepayment",
    "fiscal_account",
    "disbursement_account",
    "unidentified_receipt",
    "upper_agency",
    "other_account",
    "lower_agency",
    "net_assets",
    "interest",
    "other_income",
    "other_expense",
)
Row = dict[str, Any]


def load_chart(path: Path = CHART_FILE) -> dict[str, FundChart]:
    """Read the chart of every fund; raises Refused with every fault of the file."""
    tree = chart_tree(path)
    faults: list[str] = []
    statutory = [row for row in tree["accounts"] if well_formed(row, faults)]
    faults.extend(statutory_faults(statutory))
    charts = fund_charts(tree, statutory, faults)
    if not charts:
        faults.append("没有任何险种")
    if faults:
        raise Refused([fault(text) for text in faults])
    return charts


def fund_charts(tree: Row, statutory: list[Row], faults: list[str]) -> dict[str, FundChart]:
    """Build the chart of every fund of the file, noting what is wrong with them."""
    charts = {}
    for fund, entry in tree["funds"].items():
        if fund in FUNDS:
            charts[fund] = fund_chart(fund, entry, statutory, tree["details"], faults)
        else:
            faults.append(f"险种 {fund} 不在词表内")
    return charts


def chart_tree(path: Path) -> Row:
    """Read the three parts of the file; raises Refused where it is no YAML of that shape."""
    try:
        # The same rules, read in C where the library has it: every command waits for this file.
        loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
        tree = yaml.load(path.read_text(encoding="utf-8"), Loader=loader)  # noqa: S506
    except yaml.YAMLError as error:
        raise Refused([fault(f"读不懂：{error}")]) from error
    if not isinstance(tree, dict):
        raise Refused([fault("应有 accounts、details、funds 三部分")])
    empty: Row = {"accounts": [], "details": [], "funds": {}}
    return {part: tree.get(part) or nothing for part, nothing in empty.items()}


def fault(text: str) -> Finding:
    """Word one fault of the file."""
    return Finding(
        code="CHART_FAULT",
        message=f"会计科目表 chart_of_accounts.yaml：{text}",
        clause="财会〔2017〕28号·总说明十",
        remedy="改正该文件后重试；一级科目的编号和名称以制度为准",
        unreadable=True,
    )


def well_formed(row: object, faults: list[str]) -> bool:
    """Return whether a row has a quoted code and a name; note the fault where it has not."""
    if not isinstance(row, dict):
        faults.append(f"{row!r} 不是一个科目")
        return False
    code, name = row.get("code"), row.get("name")
    if not isinstance(code, str):
        faults.append(f"编号 {code!r} 应加引号")
        return False
    if not isinstance(name, str) or not name.strip():
        faults.append(f"{code} 没有名称")
        return False
    return True


def statutory_faults(rows: list[Row]) -> list[str]:
    """Say what is wrong with the first-level accounts."""
    counts = Counter(row["code"] for row in rows)
    faults = [f"{code} 重复" for code in sorted(counts) if counts[code] > 1]
    if len(counts) != STATUTORY_COUNT:
        faults.append(f"一级科目应为 {STATUTORY_COUNT} 个，现有 {len(counts)} 个")
    faults.extend(fixed_name_faults(rows))
    for row in rows:
        faults.extend(first_level_faults(row))
    return faults


def fixed_name_faults(rows: list[Row]) -> Iterator[str]:
    """Say which accounts that the engine posts to have another name, or are not there."""
    names = {row["code"]: row["name"] for row in rows}
    for code, name in FIXED_NAMES.items():
        if names.get(code) != name:
            yield f"{code} 应为“{name}”，现为“{names.get(code, '缺')}”"


def first_level_faults(row: Row) -> Iterator[str]:
    """Say what is wrong with the code, class or side of a first-level account."""
    code = row["code"]
    if re.fullmatch(r"[1-5]\d{3}", code, re.ASCII) is None:
        yield f"一级科目编号 {code} 应为四位数字"
    elif row.get("class") != CLASSES[code[0]]:
        yield f"{code} 的类别应为 {CLASSES[code[0]]}，现为 {row.get('class')}"
    if row.get("side") not in ("debit", "credit"):
        yield f"{code} 的余额方向应为 debit 或 credit，现为 {row.get('side')}"


def fund_chart(
    fund: str, entry: Row, statutory: list[Row], shared: list[Row], faults: list[str]
) -> FundChart:
    """Build one fund's chart, noting what is wrong with it."""
    accounts = first_level(fund, statutory)
    for row in [*shared, *(entry.get("details") or [])]:
        if well_formed(row, faults):
            add_detail(fund, row, accounts, faults)
    transfers = entry.get("transfers") or {}
    chart = FundChart(
        fund=fund,
        name=str(entry.get("name", "")),
        short=str(entry.get("short", "")),
        accounts=MappingProxyType(accounts),
        roles=MappingProxyType(dict(entry.get("roles") or {})),
        transfers=MappingProxyType({target: tuple(codes) for target, codes in transfers.items()}),
    )
    faults.extend(f"{fund}：{text}" for text in purpose_faults(chart))
    return chart


def first_level(fund: str, statutory: list[Row]) -> dict[str, ChartAccount]:
    """Return the first-level accounts that a fund uses, by code."""
    return {
        row["code"]: ChartAccount(
            code=row["code"],
            name=row["name"],
            full_name=row["name"],
            account_class=str(row.get("class")),
            side=str(row.get("side")),
            by=(),
            source="财会〔2017〕28号",
        )
        for row in statutory
        if fund in row.get("only", [fund])
    }


def add_detail(fund: str, row: Row, accounts: dict[str, ChartAccount], faults: list[str]) -> None:
    """Add one detail account below its parent, or note why it has no place."""
    code = row["code"]
    parent = accounts.get(code.rpartition(".")[0])
    what = detail_fault(row, parent, accounts)
    if what or parent is None:
        faults.append(f"{fund}：{what}")
        return
    accounts[code] = ChartAccount(
        code=code,
        name=row["name"],
        full_name=f"{parent.full_name}-{row['name']}",
        account_class=parent.account_class,
        side=parent.side,
        by=tuple(row.get("by", [])),
        source=str(row.get("source", "")),
    )


def detail_fault(row: Row, parent: ChartAccount | None, known: Collection[str]) -> str:
    """Say why a detail account has no place in the chart; "" where it has one."""
    code = row["code"]
    if re.fullmatch(r"\d{4}(\.\d{2})+", code, re.ASCII) is None:
        return f"明细编号 {code} 应为四位一级编号加两位一段"
    if code in known:
        return f"{code} 重复"
    if parent is None:
        return f"{code} 的上级科目不存在或本险种不得使用"
    if parent.by:
        return f"{code} 的上级已按{'、'.join(parent.by)}设明细"
    return by_fault(row)


def by_fault(row: Row) -> str:
    """Say what a detail account is to be kept by that nobody knows; "" for nothing."""
    unknown = [str(name) for name in row.get("by", []) if name not in DIMENSIONS]
    return f"{row['code']} 的 by 不认识 {'、'.join(unknown)}" if unknown else ""


def purpose_faults(chart: FundChart) -> list[str]:
    """Say which roles and transfers of a chart lead nowhere."""
    parents = {code.rpartition(".")[0] for code in chart.accounts}
    unnamed = [] if chart.name and chart.short else ["缺 name 或 short"]
    return [*unnamed, *roles_faults(chart, parents), *transfer_faults(chart, parents)]


def roles_faults(chart: FundChart, parents: Collection[str]) -> Iterator[str]:
    """Say which roles no account plays, and which accounts cannot play theirs."""
    for role in REQUIRED_ROLES:
        if role not in chart.roles:
            yield f"没有指定用途 {role}"
    for role, code in chart.roles.items():
        yield from role_faults(chart, role, code, parents)


def transfer_faults(chart: FundChart, parents: Collection[str]) -> Iterator[str]:
    """Say which transfers go to no leaf of 3001, or come from an account that is not there."""
    for target, sources in chart.transfers.items():
        if target in parents or not target.startswith(GENERAL_SURPLUS):
            yield f"期末结转的去向 {target} 应为 3001 的末级科目"
        yield from source_faults(chart, sources)


def source_faults(chart: FundChart, sources: Iterable[str]) -> list[str]:
    """Say which accounts that are to be closed are not there."""
    return [f"期末结转的来源 {code} 不存在" for code in sources if code not in chart.accounts]


def role_faults(chart: FundChart, role: str, code: str, parents: Collection[str]) -> Iterator[str]:
    """Say that nobody knows a role, and why an account cannot serve it."""
    if role not in REQUIRED_ROLES and role.removeprefix("benefit_") not in BENEFITS:
        yield f"不认识的用途 {role}"
    if code not in chart.accounts:
        yield f"用途 {role} 指向不存在的科目 {code}"
        return
    turned_over = chart.accounts[code].account_class in ("income", "expense")
    if code in parents:
        yield f"用途 {role} 指向的 {code} 还有下级，不能记账"
    elif turned_over and chart.transfer_target(code) is None:
        yield f"{code} 没有写明期末结转到哪个结余科目"
