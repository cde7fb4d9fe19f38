"""The codes of 财会〔2017〕28号 that the law itself fixes, each named once for what it is.

What a fund keeps below them is the chart's own and is asked by role (`masters/chart`).
"""

from __future__ import annotations

#: 财政专户存款 and 支出户存款: the two accounts at a bank.
FISCAL_ACCOUNT = "1003"
DISBURSEMENT_ACCOUNT = "1004"
#: 暂付款 and 暂收款: the control accounts of what is owed to the fund, and by it.
TEMPORARY_PAYMENT = "1101"
TEMPORARY_RECEIPT = "2001"
#: 一般基金结余, 社会保险待遇支出 and 其他支出.
GENERAL_SURPLUS = "3001"
BENEFIT_EXPENSE = "5001"
OTHER_EXPENSE = "5401"
