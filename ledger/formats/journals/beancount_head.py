"""The main file of a year's journals: options, what Fava shows, accounts, and the includes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ledger.formats.journals.beancount_names import CLEARING_ACCOUNT, comment, quote, root_options

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from ledger.voucher.shown import YearLedger

OPTIONS = (
    ("operating_currency", "CNY"),
    # What Fava sums up under net assets where a page shows a part of the year only.
    ("account_previous_balances", "0001-期前余额"),
    ("account_previous_earnings", "0002-期前收支"),
    ("account_previous_conversions", "0003-期前折算"),
    ("account_current_earnings", "0004-本期收支"),
    ("account_current_conversions", "0005-本期折算"),
)
FAVA_OPTIONS = (
    ("language", "zh"),
    ("locale", "zh_CN"),
    ("default-page", "balance_sheet/"),
    # A credit balance reads as a plain figure under its own heading, as on a 资产负债表.
    ("invert-income-liabilities-equity", "true"),
    # The page of 1101 would otherwise carry every voucher of the year.
    ("account-journal-include-children", "false"),
    ("show-accounts-with-zero-balance", "false"),
    ("show-accounts-with-zero-transactions", "false"),
    # A dozen marks on every line hide the line.
    ("show-metadata-indicators", "false"),
    ("sidebar-show-queries", "6"),
    # A hospital is one row; a click unfolds its prepayment years.
    ("collapse-pattern", "^A资产:1101-暂付款:[^:]+:[^:]+$"),
)
#: Expense and income end each month at nothing; without the transfers they can be read.
LINKS = (
    ("结转前收支", "/jump?filter=-%23period-end"),
    ("只看红字", "/jump?filter=%23red"),
    ("取消筛选", "/jump?filter="),
)
CLEARING_NAME = "上年结转（各科目年初余额的对方，余额为零）"
QUERIES = (
    (
        "各科目借贷方发生额",
        (
            "SELECT account, meta('dc') AS dc, sum(position) AS amount"
            " WHERE NOT 'opening' IN tags GROUP BY account, dc ORDER BY account, dc"
        ),
    ),
    (
        "医保预付金余额",
        (
            "SELECT account, sum(position) AS balance WHERE account ~ '^A资产:1101-'"
            " GROUP BY account HAVING sum(number) != 0 ORDER BY account"
        ),
    ),
    (
        "各类业务金额",
        (
            "SELECT entry_meta('movement') AS movement, sum(position) AS amount"
            " WHERE meta('dc') = '借' AND NOT 'opening' IN tags GROUP BY movement ORDER BY movement"
        ),
    ),
    (
        "红字与订正凭证",
        (
            "SELECT date, entry_meta('number') AS number, narration, account, meta('dc') AS dc,"
            " position, links WHERE length(links) > 0 ORDER BY date, number"
        ),
    ),
    (
        "记账日期晚于业务日期",
        (
            "SELECT DISTINCT date, entry_meta('date_of_fact') AS date_of_fact,"
            " entry_meta('number') AS number, narration"
            " WHERE entry_meta('date_of_fact') IS NOT NULL ORDER BY date, number"
        ),
    ),
)


def title_of(ledger: YearLedger) -> str:
    """Title a book's year as Fava shows it."""
    return f"{ledger.book.name} {ledger.year}年 医保预付金"


def head(ledger: YearLedger, names: Mapping[str, str], *, start: date, files: Sequence[str]) -> str:
    """Write `main.beancount`: explicit includes only, nothing that runs."""
    book_title = title_of(ledger)
    lines = [
        comment(book_title),
        comment("由账簿导出，可随时重新生成；请勿手工修改。"),
        "",
        f"option {quote('title')} {quote(book_title)}",
        root_options(),
        *(f"option {quote(name)} {quote(value)}" for name, value in OPTIONS),
        "",
        *(
            f'{start} custom "fava-option" {quote(name)} {quote(value)}'
            for name, value in FAVA_OPTIONS
        ),
        *(f'{start} custom "fava-sidebar-link" {quote(name)} {quote(to)}' for name, to in LINKS),
        "",
        *(f"{start} query {quote(name)} {quote(text)}" for name, text in QUERIES),
        "",
        f'{start} commodity CNY\n  name: "人民币"\n  precision: 2',
        "",
        f"{start} open {CLEARING_ACCOUNT} CNY\n  name: {quote(CLEARING_NAME)}",
    ]
    lines.extend(
        f"{start} open {name} CNY\n  code: {quote(code)}\n  name: {quote(ledger.leaves[code].name)}"
        for code, name in names.items()
    )
    lines.extend(["", *(f"include {quote(file)}" for file in files), ""])
    return "\n".join(lines)
