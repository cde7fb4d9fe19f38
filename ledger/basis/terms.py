"""The closed vocabularies: one English code, one Chinese term (中文), both ways.

What is stored and exported is the code; what people read is the Chinese. A test proves that
no term and no code is used twice within a vocabulary.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

EVENT_KINDS: Mapping[str, str] = MappingProxyType(
    {
        "opening-balance": "期初余额",
        "allocation": "财政拨入",
        "disbursement": "拨付",
        "payment-return": "退汇",
        "repayment": "返还",
        "remittance": "上解",
        "suspense": "暂收",
        "suspense-out": "暂收转出",
        "interest": "利息",
        "settlement-offset": "冲抵结算",
        "write-off": "核销",
        "recovery": "核销后收回",
        "succession": "承接",
        "red": "红字冲销",
        "difference": "差额更正",
        "amend": "以前年度更正",
        "period-end": "期末结转",
    }
)

PAPER_TYPES: Mapping[str, str] = MappingProxyType(
    {
        "migration-sheet": "期初移交表",
        "funding-plan": "用款计划",
        "allocation-notice": "财政拨款通知",
        "payment-order": "支付指令",
        "bank-receipt": "银行回单",
        "agreement": "预付金协议",
        "settlement-sheet": "结算单",
        "offset-decision": "冲抵决定",
        "court-document": "法院文书",
        "government-approval": "政府批复",
        "restructuring": "机构变更文件",
        "other": "其他",
    }
)

ROLES: Mapping[str, str] = MappingProxyType(
    {
        "preparer": "制单",
        "approver": "审核",
        "poster": "记账",
        "chief": "会计主管",
        "cashier": "出纳",
        "viewer": "查询",
        "admin": "管理员",
    }
)

BENEFITS: Mapping[str, str] = MappingProxyType(
    {
        "inpatient": "住院",
        "outpatient-serious": "门诊大病",
        "outpatient": "门诊",
        "maternity": "生育",
        "other": "其他",
    }
)

FUNDS: Mapping[str, str] = MappingProxyType({"employee": "职工", "resident": "居民"})
BANKS: Mapping[str, str] = MappingProxyType({"1004": "支出户", "1003": "财政专户"})
OWNERSHIPS: Mapping[str, str] = MappingProxyType({"public": "公立", "private": "非公立"})
YES_NO: Mapping[str, str] = MappingProxyType({"yes": "是", "no": "否"})
SIDES: Mapping[str, str] = MappingProxyType({"debit": "借", "credit": "贷"})
FORMS: Mapping[str, str] = MappingProxyType(
    {"red": "注销", "blue": "订正", "difference": "差额", "amend": "蓝字更正"}
)

#: The forms that a correction as a whole may take (51(五)).
CORRECTION_FORMS: Mapping[str, str] = MappingProxyType(
    {
        "red": "红字注销",
        "red-blue": "红字注销加蓝字订正",
        "difference": "差额凭证",
        "blue": "以前年度蓝字更正",
    }
)

ACTIONS: Mapping[str, str] = MappingProxyType(
    {
        "init": "建账",
        "operator-add": "登记操作员",
        "hospital-import": "导入医疗机构",
        "account-add": "登记银行账户",
        "policy-choose": "选定政策口径",
        "record": "制单",
        "revise": "修改",
        "approve": "审核",
        "reject": "驳回",
        "sign": "签章",
        "post": "记账",
        "close-month": "月结",
        "close-year": "年结",
        "refused": "被拒绝",
    }
)

VOUCHER_WORD = "记"
OPENING_WORD = "期初"
SYSTEM_OPERATOR = "system"

#: Other words that mean the same in a file, by vocabulary: spoken forms and account names.
ALIASES: Mapping[str, str] = MappingProxyType(
    {
        "职工医保": "employee",
        "居民医保": "resident",
        "城乡居民": "resident",
        "支出户存款": "1004",
        "财政专户存款": "1003",
        "住院费用": "inpatient",
        "门诊统筹": "outpatient",
        "true": "yes",
        "false": "no",
        "私立": "private",
        "民营": "private",
    }
)


def code_of(vocabulary: Mapping[str, str], word: str) -> str | None:
    """Find the code that a word, English or Chinese, stands for; None where it is unknown."""
    word = word.strip()
    if word in vocabulary:
        return word
    for code, term in vocabulary.items():
        if term == word:
            return code
    alias = ALIASES.get(word.lower())
    return alias if alias in vocabulary else None


def voucher_number(period: str, number: int) -> str:
    """Write a voucher's number as people say it: `记-0007`, `期初-0001`."""
    word = OPENING_WORD if period.endswith("-00") else VOUCHER_WORD
    return f"{word}-{number:04d}"
