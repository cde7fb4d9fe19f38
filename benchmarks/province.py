"""The web view at the size of a province: `python -m benchmarks.province [--hospitals 3000]`.

A book and year with two disbursements and a return in December for every hospital, shown as
`prepay view` shows it; each page is asked three times and the median told, in the processor's own
time: what else runs on the machine does not count.
"""

from __future__ import annotations

import argparse
import tempfile
import time
import warnings
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from benchmarks.history import returns
from benchmarks.stage import Stage, disbursements, open_office
from ledger.web.readers import pages_of
from ledger.web.serve_wrapper import shelves_of
from ledger.workflow.close.export import export_all, main_files
from tests.browse import HERE, Porter, browser

if TYPE_CHECKING:
    from werkzeug.test import Client

    from tests.office import Office

LEDGER = "兰州市职工医保-2026年-医保预付金"
BANK = "A资产:1004-支出户存款"
PREPAID = "A资产:1101-暂付款"
PAGES = {
    "年度清算": "extension/Settlement/",
    "年度清算（未还清的）": "extension/Settlement/?show=left",
    "年度清算，Excel": "extension/Settlement/workbook.xlsx",
    "对账总览": "extension/Overview/",
    "到期与风险": "extension/Due/",
    "凭证，一个月": "extension/Vouchers/",
    "凭证，一张": "extension/Vouchers/?voucher=2026-03 记-0007",
    "结账": "extension/Closing/",
    "账表：科目余额表": "extension/Books/?report=trial-balance&month=12",
    "Fava 资产负债表": "api/balance_sheet",
    "Fava 损益表": "api/income_statement",
    "Fava 试算表": "api/trial_balance",
    "Fava 日记账（第一页）": "api/journal_page?page=1&order=desc",
    "Fava 1101 科目页": f"api/account_report?a={PREPAID}",
    "Fava 1004 科目页（最近一天）": f"api/account_report?a={BANK}&time={{span}}",
    "Fava 一家医院": "api/account_report?a={hospital}",
    "Fava 页面框架": "journal/",
    "查询：按医院余额": 'api/query?query_string=run "按医院余额"',
}


def main() -> int:
    """Build the book, show it, ask for each page, tell."""
    parser = argparse.ArgumentParser(prog="benchmarks.province", description="全省规模的网页。")
    parser.add_argument("--hospitals", type=int, default=3000)
    parser.add_argument("--payments", type=int, default=4)
    options = parser.parse_args()
    warnings.simplefilter("ignore")
    with tempfile.TemporaryDirectory(prefix="province-") as name:
        stage = Stage(engine="sqlite", folder=Path(name))
        _, office = open_office(stage, hospitals=options.hospitals)
        count = fill(office, options.hospitals, options.payments)
        print(f"{options.hospitals} 家医院，{count} 张凭证")
        told("导出", lambda: export_all(office.desk, stage.folder / "journals"), 1)
        client = opened(office, stage.folder)
        for title, page in PAGES.items():
            ask(client, title, page)
        office.desk.engine.dispose()
    return 0


def fill(office: Office, hospitals: int, payments: int) -> int:
    """Post the year: so many payments and returns a hospital; a tenth stays out."""
    count = hospitals * payments
    office.on("2026-12-28")
    office.post(*disbursements(count, hospitals=hospitals, year=2026))
    office.post(*returns(count * 9 // 10, hospitals, 2026))
    return count + count * 9 // 10


def opened(office: Office, folder: Path) -> Client:
    """Load the journals behind both doors and come in by the link."""
    entrance = Porter().entrance()
    began = time.process_time()
    shelves = shelves_of(main_files(folder / "journals"))
    client = browser(shelves, folder / "view", pages=pages_of(office.desk), entrance=entrance)
    print(f"载入（Fava 启动）：{time.process_time() - began:.2f} 秒")
    client.get("/login", base_url=HERE, query_string={"token": entrance.link()})
    return client


def ask(client: Client, title: str, page: str) -> None:
    """Ask for a page three times; tell the median and how much came."""
    hospital = f"{PREPAID}:01-医保预付金:H{1:011d}"
    names = client.get(f"/{LEDGER}/api/ledger_data", base_url=HERE).json
    assert names is not None
    accounts = [one for one in names["data"]["accounts"] if one.startswith(hospital)]
    led = client.get(f"/{LEDGER}/account/{BANK}/", base_url=HERE).headers.get("Location", "")
    page = page.replace("{hospital}", accounts[-1]).replace("{span}", led.partition("time=")[2])
    address = f"/{LEDGER}/{page}"
    sizes: list[int] = []

    def get() -> None:
        answer = client.get(address, base_url=HERE)
        assert answer.status_code == 200, (address, answer.status_code, answer.text[:500])
        sizes.append(len(answer.data))

    seconds = told(title, get, 3, quiet=True)
    print(f"{title}：{seconds * 1000:,.0f} ms，{sizes[-1] / 1024:,.0f} KB", flush=True)


def told(title: str, work: object, times: int, *, quiet: bool = False) -> float:
    """Time some work; give the median in seconds."""
    assert callable(work)
    taken = []
    for _ in range(times):
        began = time.process_time()
        work()
        taken.append(time.process_time() - began)
    if not quiet:
        print(f"{title}：{median(taken):.2f} 秒", flush=True)
    return median(taken)


if __name__ == "__main__":
    raise SystemExit(main())
