"""Accounts too large for one page of Fava: shown a month or a day at a time.

Fava writes every line of an account into one page; a province's 支出户 has tens of thousands
and took half a minute. Where no time is asked for, the newest month or day is shown.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

if TYPE_CHECKING:
    from collections.abc import Mapping

    from fava.core import FavaLedger
    from flask import Response
    from werkzeug import Response as Redirect

#: So many lines are drawn in about a second.
LINES_MAX = 1500
LARGE = "PREPAY_LARGE"
TOLD = "{account} 有 {lines:,} 笔，一页放不下：请在右上角“时间”里写一个月或一天，如 {span}。"


def large_accounts(ledger: FavaLedger, kept: dict[str, Any]) -> Mapping[str, tuple[str, int]]:
    """Name the accounts that are too large, each with the span to begin with and its lines.

    `kept` holds what was counted of each ledger, as long as its files do not change.
    """
    key = str(ledger.beancount_file_path)
    if key not in kept or kept[key][0] != ledger.mtime:
        kept[key] = (ledger.mtime, counted(ledger))
    found: Mapping[str, tuple[str, int]] = kept[key][1]
    return found


def counted(ledger: FavaLedger) -> dict[str, tuple[str, int]]:
    """Count the lines of each account, by month and day where they are many."""
    lines: Counter[str] = Counter()
    days: dict[str, Counter[str]] = {}
    for entry in ledger.all_entries_by_type.Transaction:
        for account in {posting.account for posting in entry.postings}:
            lines[account] += 1
            days.setdefault(account, Counter())[entry.date.isoformat()] += 1
    return {
        account: (span_of(days[account]), count)
        for account, count in lines.items()
        if count > LINES_MAX
    }


def span_of(days: Counter[str]) -> str:
    """Choose the newest month, or the newest day where the month has too many lines."""
    newest = max(days)
    month = sum(count for day, count in days.items() if day[:7] == newest[:7])
    return newest[:7] if month <= LINES_MAX else newest


def spare_large() -> Response | Redirect | None:
    """Lead the page of an account that is too large to its newest span; a script is told so."""
    from fava.context import g
    from flask import current_app, redirect, request, url_for

    script = request.endpoint == "json_api.get_account_report"
    if request.args.get("time") or not (script or request.endpoint == "account"):
        return None
    name = request.args.get("a", "") if script else (request.view_args or {}).get("name", "")
    found = large_accounts(g.ledger, current_app.config[LARGE]).get(name)
    if found is None:
        return None
    span, lines = found
    if not script:
        words = {**request.args.to_dict(), "time": span}
        return redirect(f"{url_for('account', name=name)}?{urlencode(words)}")
    from ledger.web.serve_rules import refusal

    return refusal(TOLD.format(account=name, lines=lines, span=span), as_json=True)
