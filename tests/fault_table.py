"""Faults that a row can have, by kind of business: how each spoils a lawful row, what refuses it.

Two faults that write different words, or different papers, are independent: one row can have
both, and both must be said. What one of a pair truly hides of the other stands in HIDDEN.
"""

from __future__ import annotations

import itertools
from collections import Counter
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, cast

from tests.office import FIRST, SECOND, THIRD

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from tests.office import Row

OUTPATIENT, UNSIGNED, STRANGER = "H62010000004", "H62010000005", "H62019999999"
#: Papers of a fault: by type, the words that change; None takes the paper away.
PaperWords = dict[str, dict[str, str] | None]
NO_PAPERS: PaperWords = {}


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One fault: the words and papers that it writes, and the codes that refuse it alone."""

    name: str
    codes: tuple[str, ...]
    words: Mapping[str, str]
    papers: PaperWords

    def touches(self) -> set[str]:
        """Name the words that it writes, a paper's as `type.word`."""
        found = set(self.words)
        for type_, changes in self.papers.items():
            found |= {f"{type_}.{word}" for word in changes or ("amount", "date", "number")}
        return found

    def spoil(self, row: Row) -> Row:
        """Write the fault into a row."""
        papers: list[Row] = []
        for paper in cast("list[Row]", row["papers"]):
            changes = self.papers.get(str(paper["type"]), {})
            if changes is not None:
                papers.append({**paper, **changes})
        return {**row, **self.words, "papers": papers}


def fault(name: str, *codes: str, papers: PaperWords = NO_PAPERS, **words: str) -> Fault:
    """Write one fault; `word_` stands for a word that is one of the language's own."""
    named = {word.removesuffix("_"): said for word, said in words.items()}
    return Fault(name=name, codes=codes, words=named, papers=papers)


def pairs_of(faults: Sequence[Fault]) -> Iterator[tuple[Fault, Fault]]:
    """Pair the faults that one row can have at once."""
    for one, other in itertools.combinations(faults, 2):
        if not one.touches() & other.touches():
            yield one, other


def expected_of(one: Fault, other: Fault) -> Counter[str]:
    """Count the codes that a row with both faults must be refused by."""
    left = [code for code in one.codes if (other.name, code) not in HIDDEN]
    right = [code for code in other.codes if (one.name, code) not in HIDDEN]
    together = Counter(left) + Counter(right)
    return Counter({code: 1 if code in ONCE else times for code, times in together.items()})


#: What one finding says of a row, however many faults lead to it: it lists all that is lacking,
#: or is of one balance.
ONCE = (
    "PAPER_MISSING",
    "EXCEEDS_OUTSTANDING",
    "EXCEEDS_WRITTEN_OFF",
    "EXCEEDS_SUSPENSE",
    "EXCEEDS_PASSED_DOWN",
)
#: (a fault, a code that is not said beside it): why the second cannot be told with the first.
HIDDEN: Mapping[tuple[str, str], str] = MappingProxyType(
    {
        ("机构不在名单", "LIMIT_EXCEEDED"): "nothing was assessed for a hospital nobody knows",
        ("机构不在名单", "ORIGINAL_CHANNEL"): "nobody knows which accounts are its own",
        ("机构不在名单", "PAYEE_UNKNOWN"): "nobody knows which accounts are its own",
        ("机构不在名单", "EXCEEDS_OUTSTANDING"): "what it owes is under its true code",
        ("机构不在名单", "EXCEEDS_WRITTEN_OFF"): "what was lost is under its true code",
        ("付款年度不对", "LIMIT_EXCEEDED"): "the amount assessed is that of the true year",
        ("付款年度不对", "AGREEMENT_MISSING"): "the agreement is that of the true year",
        ("没有原拨付", "PAYMENT_MISMATCH"): "there is no payment to compare with",
        ("没有原拨付", "PAYMENT_LATER"): "there is no payment to compare with",
        ("没有原拨付", "EXCEEDS_PAYMENT"): "there is no payment to compare with",
        ("机构不对", "EXCEEDS_OUTSTANDING"): "what it owes is under its true code",
        ("账户不对", "RECEIPT_USED_UP"): "a receipt is known within its bank account",
        ("账户不对", "DOCUMENT_UNEQUAL"): "a receipt is known within its bank account",
        ("直接进财政专户", "RECEIPT_USED_UP"): "a receipt is known within its bank account",
        ("直接进财政专户", "DOCUMENT_UNEQUAL"): "a receipt is known within its bank account",
        ("超过结算额", "SETTLEMENT_STOPPED"): "nothing of so small a settlement is left to pay",
        ("超过结算额", "REST_ACCOUNT"): "nothing of so small a settlement is left to pay",
        ("结算写不清", "SETTLEMENT_STOPPED"): "nobody knows what is left to pay",
        ("结算写不清", "REST_ACCOUNT"): "nobody knows what is left to pay",
        ("结算写不清", "EXCEEDS_SETTLEMENT"): "nobody knows how much the settlement is",
        ("没有文书", "WRITE_OFF_ORDER"): "there is no paper to compare with",
        ("债权写了一半", "COURT_AMOUNT"): "the same missing figure, half said",
        ("退款又认定", "BANK_DAY"): "a refund has the day of the payment back",
        ("退款又认定", "EXCEEDS_OUTSTANDING"): "a refund takes nothing off 1101",
        ("没有这家的暂收", "BANK_DAY"): "no receipt of that payer is known",
        ("年度不对", "BANK_DAY"): "the deadline is that of the true year",
    }
)


EARLY = fault("记账日期早", "BOOKED_EARLY", booked="2026-02-01")
CLOSED = fault("记入已结月份", "BOOKED_EARLY", "PERIOD_CLOSED", booked="2026-01-31")
STRANGE = fault("机构不在名单", "HOSPITAL_UNKNOWN", hospital=STRANGER)
NO_RECEIPT = fault("没有回单", "PAPER_MISSING", papers={"bank-receipt": None})
AHEAD = fault("回单日期在以后", "DATE_AHEAD", papers={"bank-receipt": {"date": "2027-01-05"}})
USED_UP_IN = fault(
    "收款回单已用完",
    "RECEIPT_USED_UP",
    papers={"bank-receipt": {"number": "已用-收", "amount": "100000.01"}},
)
USED_UP_OUT = fault(
    "付款回单已用完",
    "RECEIPT_USED_UP",
    papers={"bank-receipt": {"number": "已用-付", "amount": "400000.00"}},
)
UNEQUAL_IN = fault(
    "收款回单金额不同",
    "DOCUMENT_UNEQUAL",
    papers={"bank-receipt": {"number": "已用-收", "amount": "500000.00"}},
)
#: Of business with a hospital in which no money moves at the bank.
OF_A_HOSPITAL = (EARLY, CLOSED, STRANGE)
ANY = (EARLY, CLOSED, NO_RECEIPT, AHEAD)
MONEY_IN, MONEY_OUT = (*ANY, USED_UP_IN, UNEQUAL_IN), (*ANY, USED_UP_OUT)

FAULTS: Mapping[str, tuple[Fault, ...]] = MappingProxyType(
    {
        "disbursement": (
            *MONEY_OUT,
            STRANGE,
            fault("不收治住院", "INPATIENT", hospital=OUTPATIENT),
            fault("没有协议", "AGREEMENT_MISSING", hospital=UNSIGNED),
            fault("已收回", "RECALLED", hospital=THIRD),
            fault("付款年度不对", "PAYMENT_YEAR", year="2025"),
            fault("超过核定", "LIMIT_EXCEEDED", amount="900000.00"),
            fault("透支", "LIMIT_EXCEEDED", "ACCOUNT_OVERDRAWN", amount="99000000.00"),
            fault("迟付", "PAYMENT_LATE", date="2026-05-08"),
            fault("指令在后", "PAPER_LATER", papers={"payment-order": {"date": "2026-12-01"}}),
            fault("没有指令", "PAPER_MISSING", papers={"payment-order": None}),
            fault(
                "指令已付完",
                "ORDER_EXCEEDED",
                papers={"payment-order": {"number": "令-1", "amount": "400000.00"}},
            ),
            fault("收款账号陌生", "PAYEE_UNKNOWN", payee_account="6222999"),
        ),
        "repayment": (
            *MONEY_IN,
            STRANGE,
            fault("超过余额", "EXCEEDS_OUTSTANDING", amount="400000.01"),
            fault("早于拨付", "EXCEEDS_OUTSTANDING", date="2026-03-05"),
            fault("年度不对", "EXCEEDS_OUTSTANDING", year="2025"),
            fault("不是原渠道", "ORIGINAL_CHANNEL", payer_account="6222999"),
            fault("没填付款账号", "PAYER_UNKNOWN", payer_account=""),
            fault("直接进财政专户", "DIRECT_FISCAL", to="1003"),
        ),
        "payment-return": (
            *MONEY_IN,
            fault("没有原拨付", "PAYMENT_UNKNOWN", disbursement="拨-99"),
            fault("机构不对", "PAYMENT_MISMATCH", hospital=FIRST),
            fault("账户不对", "PAYMENT_MISMATCH", to="1003"),
            fault("早于拨付", "PAYMENT_LATER", date="2026-03-05"),
            fault("超过拨付", "EXCEEDS_PAYMENT", "EXCEEDS_OUTSTANDING", amount="300000.01"),
        ),
        "settlement-offset": (
            *OF_A_HOSPITAL,
            fault("超过余额", "EXCEEDS_OUTSTANDING", amount="450000.00"),
            fault("超过结算额", "EXCEEDS_SETTLEMENT", settlement="50000.00"),
            fault("跨险种", "CROSS_FUND", settlement_fund="resident"),
            fault("没有特殊原因", "SPECIAL_REASON", date="2026-12-20", reason="随便"),
            fault("没有收回通知", "RECALL_UNREGISTERED", date="2026-12-20", reason="misuse"),
            fault("停止拨付结算", "SETTLEMENT_STOPPED", hospital=SECOND),
            fault("结算写不清", "SETTLEMENT_UNCLEAR", benefit=""),
            fault("没有这种待遇", "BENEFIT_UNKNOWN", benefit="other"),
            fault("从专户付其余", "REST_ACCOUNT", from_=""),
            fault("没有决定", "PAPER_MISSING", papers={"offset-decision": None}),
            fault("没有结算单", "PAPER_MISSING", papers={"settlement-sheet": None}),
        ),
        "write-off": (
            *OF_A_HOSPITAL,
            fault("超过余额", "EXCEEDS_OUTSTANDING", amount="450000.00"),
            fault("年度不对", "EXCEEDS_OUTSTANDING", year="2025"),
            fault("损失额没填", "COURT_AMOUNT", papers={"court-document": {"amount": ""}}),
            fault(
                "批复没填金额", "APPROVAL_AMOUNT", papers={"government-approval": {"amount": ""}}
            ),
            fault(
                "超过文书", "EXCEEDS_DOCUMENT", papers={"court-document": {"amount": "20000.00"}}
            ),
            fault(
                "超过批复",
                "EXCEEDS_DOCUMENT",
                papers={"government-approval": {"amount": "20000.00"}},
            ),
            fault("没有文书", "PAPER_MISSING", papers={"court-document": None}),
            fault("没有批复", "PAPER_MISSING", papers={"government-approval": None}),
            fault("债权写了一半", "COURT_FIGURE", claim="900000.00"),
            fault(
                "别家的文书",
                "COURT_DOCUMENT_OTHER",
                papers={"court-document": {"number": "法-1", "amount": "900000.00"}},
            ),
            fault(
                "批复在先",
                "WRITE_OFF_ORDER",
                papers={"government-approval": {"date": "2026-10-01"}},
            ),
            fault(
                "批复在后", "PAPER_LATER", papers={"government-approval": {"date": "2026-12-29"}}
            ),
        ),
        "recovery": (
            *MONEY_IN,
            STRANGE,
            fault("超过已核销", "EXCEEDS_WRITTEN_OFF", amount="40000.01"),
            fault("年度不对", "EXCEEDS_WRITTEN_OFF", year="2025"),
            fault("没有依据", "PAPER_MISSING", papers={"other": None}),
        ),
        "succession": (
            *OF_A_HOSPITAL,
            fault("承接机构相同", "SUCCESSOR_SAME", hospital=FIRST, successor=FIRST),
            fault("承接机构不在名单", "HOSPITAL_UNKNOWN", successor=STRANGER),
            fault("超过余额", "EXCEEDS_OUTSTANDING", amount="400000.01"),
            fault("没有文件", "PAPER_MISSING", papers={"restructuring": None}),
        ),
        "suspense": MONEY_IN,
        "suspense-out": (
            *OF_A_HOSPITAL,
            fault("超过暂收", "EXCEEDS_SUSPENSE", amount="30000.01"),
            fault("没有这家的暂收", "EXCEEDS_SUSPENSE", counterparty="某乙公司"),
            fault("跨过期限", "BANK_DAY", date="2026-12-28"),
            fault("退款又认定", "SUSPENSE_UNCLEAR", "PAPER_MISSING", refund="yes", from_="1004"),
            fault("年度不对", "EXCEEDS_OUTSTANDING", year="2025"),
        ),
        "remittance": (
            *MONEY_OUT,
            fault("去向不对", "COUNTER_ACCOUNT", to="2001"),
            fault("不应写上级", "UPPER_AREA", upper_area="620000"),
            fault("透支", "ACCOUNT_OVERDRAWN", amount="99000000.00"),
        ),
        "allocation": (
            *MONEY_IN,
            fault("来源不对", "COUNTER_ACCOUNT", from_="2001"),
            fault("不应写上级", "UPPER_AREA", upper_area="620000"),
            fault("没有通知", "PAPER_MISSING", papers={"allocation-notice": None}),
            fault("没有计划", "PAPER_MISSING", papers={"funding-plan": None}),
        ),
        "pass-down": (
            *MONEY_OUT,
            fault("下级写错", "LOWER_AREA", lower_area="620100"),
            fault("透支", "ACCOUNT_OVERDRAWN", amount="99000000.00"),
        ),
        "pass-up": (
            *MONEY_IN,
            fault("超过下拨", "EXCEEDS_PASSED_DOWN", amount="99000000.00"),
            fault("年度不对", "EXCEEDS_PASSED_DOWN", year="2025"),
        ),
    }
)
