"""Small years of a book, made by hand, for the tests of journals, Fava and the second engine."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from ledger.voucher.shown import BalanceRow
from tests.journal_builder import YEAR, Builder

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ledger.masters.chart import Account
    from ledger.voucher.shown import Voucher, YearLedger

FIRST = "H62010000001"
SECOND = "H62010000002"
HOSPITALS = {FIRST: "兰州市第一人民医院", SECOND: "兰州仁和骨科医院（东院区）"}
PAYER = "兰州仁和骨科医院多汇款"
#: What a clerk, or someone worse, could write into a 摘要 or a name.
HOSTILE_TEXTS = (
    '"引号" 与 \\反斜杠\\',
    '换行\n2026-01-01 open A资产:9999-假科目\nplugin "os"',
    '制表\t回车\r\n分号 ; 注释 "',
    'x"\n  A资产:1004-支出户存款  1.00 CNY\n  dc: "借',
    'plugin "beancount.plugins.auto"\noption "title" "假"\ninclude "/etc/passwd"',
    "结尾反斜杠\\",
    '\\"\\n\\t',
    "控制字符 \x01\x07\x08\x0b\x0c\x1b\x7f\x85\u2028\u2029 \u202e倒写 \ufeff",
    "<img src=x onerror=alert(1)></li></ol><script>alert(2)</script>",
    "#标签 ^链接 {{ 7*7 }} %s 😀 𠮷",
    "",
    "   前后空格   ",
    "很长" * 2000 + "\n" * 90 + "完",
)


def ordinary_year() -> YearLedger:
    """Make a year carried in from the one before, with a correction, an offset, a period end."""
    make = Builder(HOSPITALS)
    bank, fiscal = make.leaf("disbursement_account"), make.leaf("fiscal_account")
    result = make.leaf("net_assets")
    first, second = make.prepaid(FIRST), make.prepaid(SECOND)
    older, oldest = make.prepaid(FIRST, YEAR - 1), make.prepaid(FIRST, YEAR - 2)
    make.openings = {
        fiscal.code: 500_000_000_00,
        older.code: 1_200_000_00,
        oldest.code: 300_000_00,
        result.code: -501_500_000_00,
    }
    make.post("allocation", "2026-01-05", [(bank, fiscal, 60_000_000_00)], "财政拨入医保预付金")
    make.post(
        "disbursement",
        "2026-03-12",
        [(first, bank, 12_000_000_00)],
        "拨付兰州市第一人民医院2026年度医保预付金",
        hospital=FIRST,
        year=YEAR,
    )
    wrong = make.post(
        "disbursement",
        "2026-03-12",
        [(first, bank, 800_000_00)],
        "拨付兰州市第一人民医院2026年度医保预付金",
        hospital=FIRST,
        year=YEAR,
        corrected_by="2026-03 记-0003、2026-03 记-0004",
    )
    correct(make, wrong, first, second, bank)
    offset(make, first, bank)
    make.post(
        "write-off",
        "2026-05-20",
        [(make.leaf("other_expense"), oldest, 300_000_00)],
        "核销兰州市第一人民医院2024年度医保预付金",
        hospital=FIRST,
        year=YEAR - 2,
        irregular=True,
    )
    payer = make.leaf("unidentified_receipt", counterparty=PAYER)
    make.post("suspense", "2026-12-02", [(bank, payer, 5_000_00)], f"暂收{PAYER}")
    return make.year()


def correct(make: Builder, wrong: Voucher, first: Account, second: Account, bank: Account) -> None:
    """Take a disbursement to the wrong hospital back in red and post it right in blue."""
    make.post(
        "red",
        "2026-03-25",
        [(first, bank, -800_000_00)],
        "注销2026年3月12日记-0002号凭证",
        movement="disbursement",
        form="red",
        hospital=FIRST,
        year=YEAR,
        corrects=wrong.label,
        date=date(2026, 3, 12),
    )
    make.post(
        "disbursement",
        "2026-03-25",
        [(second, bank, 800_000_00)],
        "订正2026年3月12日记-0002号凭证",
        form="blue",
        hospital=SECOND,
        year=YEAR,
        corrects=wrong.label,
        date=date(2026, 3, 12),
    )


def offset(make: Builder, first: Account, bank: Account) -> None:
    """Offset a settlement of two benefits, and transfer the month's expense."""
    inpatient = make.leaf("benefit_inpatient")
    outpatient = make.leaf("benefit_outpatient")
    make.post(
        "settlement-offset",
        "2026-04-18",
        [
            (inpatient, first, 120_000_00),
            (inpatient, bank, 190_000_00),
            (outpatient, bank, 90_000_00),
        ],
        "冲抵结算兰州市第一人民医院4月住院、门诊费用",
        hospital=FIRST,
        year=YEAR,
    )
    result = make.leaf("net_assets")
    make.post(
        "period-end",
        "2026-04-30",
        [(result, inpatient, 310_000_00), (result, outpatient, 90_000_00)],
        "期末结转4月支出",
        prepared_by="system",
    )


def first_year() -> YearLedger:
    """Make the first year of a book: its 期初 are vouchers, nothing is carried in."""
    make = Builder(HOSPITALS)
    bank, result, first = make.leaf("disbursement_account"), make.leaf("net_assets"), FIRST
    for account, fen in ((bank, 9_000_000_00), (make.prepaid(first, YEAR - 1), 700_000_00)):
        make.post(
            "opening-balance",
            "2026-01-01",
            [(account, result, fen)],
            "期初余额",
            period=f"{YEAR}-00",
        )
    make.post(
        "disbursement",
        "2026-02-09",
        [(make.prepaid(first), bank, 2_000_000_00)],
        "拨付",
        hospital=first,
        year=YEAR,
    )
    return make.year()


def hostile_year(texts: Sequence[str] = HOSTILE_TEXTS) -> YearLedger:
    """Make a year in which every free text is hostile: names, 摘要, people, counterparties."""
    hospitals = {f"H6201{position:07d}": text for position, text in enumerate(texts)}
    make = Builder(hospitals, area_name=texts[0])
    bank = make.leaf("disbursement_account")
    for hospital, text in hospitals.items():
        payer = make.leaf("unidentified_receipt", counterparty=text or "无名")
        make.post(
            "disbursement",
            "2026-03-02",
            [(make.prepaid(hospital), bank, 1_00), (bank, payer, 2_00)],
            text,
            hospital=hospital,
            year=YEAR,
            prepared_by=text,
            approved_by=text,
            posted_by=text,
        )
    return make.year()


def balances(ledger: YearLedger) -> dict[str, BalanceRow]:
    """Add a year up line by line, as SQL would: one row a leaf."""
    rows = {}
    for code, leaf in ledger.leaves.items():
        opening, debit, credit = ledger.openings.get(code, 0), 0, 0
        for voucher in ledger.vouchers:
            for line in voucher.lines:
                if line.account != code:
                    continue
                if voucher.period.endswith("-00"):
                    opening += line.amount_fen if line.side == "debit" else -line.amount_fen
                elif line.side == "debit":
                    debit += line.amount_fen
                else:
                    credit += line.amount_fen
        rows[code] = BalanceRow(leaf=leaf, opening_fen=opening, debit_fen=debit, credit_fen=credit)
    return rows
