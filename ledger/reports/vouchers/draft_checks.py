"""审核提示: what the program has checked of a draft, and what only a person can look at."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from ledger.basis.terms import PAPER_TYPES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ledger.events.base import Event

#: What each kind is asked beside what all are asked.
KIND_CHECKS: Mapping[str, str] = MappingProxyType(
    {
        "opening-balance": "期初移交表各行合计",
        "allocation": "付款方科目和上级机构",
        "disbursement": "核定金额、预付条件、协议、停拨、期限和收款账户",
        "repayment": "未返还余额和付款账户",
        "payment-return": "所退拨付的金额和日期",
        "suspense-out": "暂收余额和银行到账日",
        "remittance": "上级机构和科目",
        "pass-down": "下级机构",
        "pass-up": "下级机构",
        "settlement-offset": "应付结算额、待遇类别、未返还余额和冲抵条件",
        "write-off": "核销条件、法院文书和批复的金额",
        "recovery": "已核销金额",
        "succession": "承接机构和所转余额",
        "red": "所更正的凭证和更正形式",
        "difference": "所更正的凭证和更正形式",
        "amend": "所更正的凭证和更正形式",
        "paper-correction": "所更正的凭证",
        "assessment": "预付条件和测算依据",
        "agreement": "协议年度和机构",
    }
)
#: What of a paper no program can see.
PAPER_LOOKS: Mapping[str, str] = MappingProxyType(
    {
        "bank-receipt": "银行回单的日期、金额和对方户名、账号",
        "payment-order": "支付指令的签批",
        "agreement": "协议双方的盖章和签订日期",
        "guarantee-deed": "担保文件的效力",
        "court-document": "法院文书是否生效",
        "government-approval": "批复的文号和金额",
        "settlement-sheet": "结算单的金额",
        "assessment-decision": "核定文件的金额",
    }
)


def checked(event: Event) -> tuple[str, ...]:
    """List what the program has checked of an event."""
    told = ["附件种类齐全", "业务编号不重复", "日期和记账月份"]
    if not event.LEGLESS:
        told += ["借贷相等", "余额不透支"]
    if event.bank_use() is not None:
        told.append("回单没有重复使用、没有超额")
    if event.hospital:
        told.append("医疗机构在名单内")
    if event.KIND in KIND_CHECKS:
        told.append(KIND_CHECKS[event.KIND])
    return tuple(told)


def to_look_at(event: Event, scanned: frozenset[str]) -> tuple[str, ...]:
    """List what only a person can look at: seals, originals, and how it was approved."""
    told = ["印章和签字", originals_told(event, scanned), "审批手续"]
    kinds = dict.fromkeys(paper.type for paper in event.papers)
    return (*told, *(PAPER_LOOKS[kind] for kind in kinds if kind in PAPER_LOOKS))


def originals_told(event: Event, scanned: frozenset[str]) -> str:
    """Say that papers are held against their originals; which of them have no scan here."""
    bare = [paper for paper in event.papers if paper.file not in scanned]
    if not event.papers or not bare:
        return "与原件相符"
    names = "、".join(f"{PAPER_TYPES.get(one.type, one.type)} {one.number}" for one in bare)
    return f"与原件相符（没有扫描件，须看原件：{names}）"
