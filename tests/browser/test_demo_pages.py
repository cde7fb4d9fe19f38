"""The sample books in a real browser: in by the link, every page, and what one does on each."""

from __future__ import annotations

import http.client
import time
from typing import TYPE_CHECKING
from urllib.parse import unquote

import pytest

from tests.browser.server import Server, journals

if TYPE_CHECKING:
    from pathlib import Path

    from tests.browser.driver import Browser

LEDGER = "兰州市职工医保-2025年-医保预付金"
HOSPITAL = "A资产:1101-暂付款:01-医保预付金:H62010200056-兰州砚湖妇产医院"
OURS = ("对账总览", "年度清算", "凭证", "到期与风险", "结账", "账表")
#: Every page that the side bar leads to, with words that stand on it.
PAGES = {
    "extension/Overview/": "余额调节表",
    "extension/Due/": "医保预付金运行监测",
    "extension/Settlement/": "2025年度医保预付金清算表",
    "extension/Vouchers/": "凭证列表",
    "extension/Closing/": "2025年封存码",
    "extension/Books/": "科目余额表",
    "balance_sheet/": "1101-暂付款",
    "income_statement/": "X支出",
    "trial_balance/": "1101-暂付款",
    "journal/": "返还2025年度医保预付金",
    "query/": "提交",
    "statistics/": "每账户记录数",
    "errors/": "",
    f"account/{HOSPITAL}:2025/": "这家医院的年度清算",
}
#: What no page may lead to.
CLOSED = ("editor", "import", "options", "download-journal")


@pytest.fixture(scope="module")
def inside(browser: Browser, server: Server) -> Browser:
    """Give the browser once it has come in by the link."""
    browser.open(server.told[-1])
    browser.until("document.querySelector('aside a') !== null")
    return browser


def go(browser: Browser, server: Server, path: str, **words: str) -> None:
    """Open a page of the ledger and wait for Fava to have it drawn."""
    browser.open(server.page(LEDGER, path, words))
    browser.until("document.querySelector('aside a[href*=\"/journal/\"]') !== null")


def rows(browser: Browser, column: int) -> list[str]:
    """Read a column of the first table, of the rows that are shown."""
    script = (
        "return [...document.querySelectorAll('.prepay tbody')[0].rows]"
        ".filter((row) => !row.hidden).map((row) => row.cells[arguments[0]].innerText)"
    )
    found: list[str] = browser.run(script, column)
    return found


@pytest.mark.parametrize("path", PAGES)
def test_every_page_is_drawn_in_chinese_and_complains_of_nothing(
    inside: Browser, server: Server, path: str
) -> None:
    inside.complaints()
    go(inside, server, path)
    inside.until("document.querySelector('article').innerText.includes(arguments[0])", PAGES[path])
    inside.until("document.fonts.status === 'loaded'")
    links: list[str] = inside.run("return [...document.links].map((link) => link.href)")
    assert [link for link in links if any(f"/{name}/" in link for name in CLOSED)] == []
    sidebar = inside.text("aside")
    assert all(name in sidebar for name in OURS)
    assert "退出登录（本机）" in sidebar
    assert inside.complaints() == []


def test_chinese_has_letters_of_its_own(inside: Browser, server: Server) -> None:
    """Without a font every character is the same empty box."""
    go(inside, server, "extension/Settlement/")
    script = """
    const draw = (mark) => {
      const canvas = document.createElement("canvas");
      const pen = canvas.getContext("2d");
      pen.font = "40px " + getComputedStyle(document.body).fontFamily;
      pen.fillText(mark, 0, 60);
      return canvas.toDataURL();
    };
    return new Set(["医", "保", "预", "付", "金"].map(draw)).size;
    """
    assert inside.run(script) == 5


def test_which_hospital_owes_what_since_when_takes_three_clicks(
    inside: Browser, server: Server
) -> None:
    go(inside, server, "balance_sheet/")
    inside.click("aside a[href*='/extension/Settlement/']")
    inside.until("document.querySelector('.prepay select') !== null")
    inside.run(
        "const s = document.querySelector('.prepay select'); s.value = 'left';"
        "s.dispatchEvent(new Event('change', { bubbles: true }))"
    )
    inside.until("location.search.includes('show=left')")
    inside.until("document.querySelectorAll('.prepay tbody tr').length === 2")
    text = inside.text(".prepay tbody")
    assert "兰州砚湖妇产医院" in text
    assert "2,860,000.00" in text
    assert "2025-12-25" in text
    assert "次年减半（甘肃·四）" in text
    inside.click(".prepay tbody a[href*='H62010200056']")
    inside.until("document.querySelector('.journal .transaction .payee') !== null")
    assert "/account/" in inside.address
    inside.until("document.querySelector('article').innerText.includes('2025-03-')")


def test_a_column_sorts_and_a_word_filters_with_its_sums(inside: Browser, server: Server) -> None:
    go(inside, server, "extension/Settlement/")
    heads: list[str] = inside.run(
        "return [...document.querySelectorAll('.prepay thead th')].map((th) => th.innerText)"
    )
    left = heads.index("余额")
    for _ in range(2):
        inside.click(f".prepay thead th:nth-child({left + 1})")
    figures = [float(word.replace(",", "") or 0) for word in rows(inside, left)]
    assert figures == sorted(figures, reverse=True)
    assert figures[0] == 2860000.0
    whole = len(figures)
    inside.type("input.filter", "榆中县 医院")
    inside.until("document.querySelector('tr.filtered').hidden === false")
    names = rows(inside, 0)
    assert 0 < len(names) < whole
    assert all("榆中县" in name and "医院" in name for name in names)
    sums = inside.text("tr.filtered")
    assert f"筛选出 {len(names)} 行" in sums
    paid = heads.index("实拨")
    total = sum(round(float(word.replace(",", "") or 0) * 100) for word in rows(inside, paid))
    assert f"{total / 100:,.2f}" in sums


def test_from_fava_to_the_settlement_of_one_hospital_and_back(
    inside: Browser, server: Server
) -> None:
    go(inside, server, f"account/{HOSPITAL}:2025/")
    inside.click(".prepay-back a")
    inside.until("document.querySelector('input.filter')?.value === 'H62010200056'")
    inside.until("document.querySelector('tr.filtered')?.hidden === false")
    assert [name.split("\n")[0] for name in rows(inside, 0)] == ["兰州砚湖妇产医院"]


def test_from_a_line_of_the_journal_to_the_voucher_as_it_prints(
    inside: Browser, server: Server
) -> None:
    go(inside, server, "journal/")
    inside.click(".journal .transaction .payee")
    inside.until("document.querySelector('.prepay h3')?.innerText === '记账凭证'")
    text = inside.text(".prepay")
    assert "制单：" in text
    assert "链值（SHA-256）：" in text
    inside.click(".prepay tbody a[href*='/account/']")
    inside.until("location.pathname.includes('/account/')")


def test_a_correction_leads_to_what_it_corrects_and_on(inside: Browser, server: Server) -> None:
    go(inside, server, "extension/Vouchers/", month="2025-04")
    red: list[str] = inside.run(
        "return [...document.querySelectorAll('.prepay tbody tr')]"
        ".filter((row) => row.innerText.includes('红字')).map((row) => row.cells[0].innerText)"
    )
    assert red
    go(inside, server, "extension/Vouchers/", voucher=red[0])
    assert "【红字凭证】注销" in inside.text(".prepay .alert")
    inside.click(".prepay .alert a")
    inside.until("document.querySelector('.prepay .alert')?.innerText.includes('【已更正】')")
    inside.click(".prepay .alert a")
    inside.until("document.querySelector('.prepay .alert')?.innerText.includes('【红字凭证】')")
    assert unquote(inside.address).replace("+", " ").endswith(f"voucher={red[0]}")


def test_the_seals_are_shown_and_the_books_prove(inside: Browser, server: Server) -> None:
    go(inside, server, "extension/Closing/")
    assert "不符" not in inside.text(".prepay")
    assert "本期封存码" in inside.text(".prepay")
    inside.click(".prepay a[href*='verify=yes']")
    inside.until("document.querySelector('.prepay').innerText.includes('全部相符')", seconds=60)
    inside.until("!document.querySelector('.prepay').hasAttribute('data-waiting')")


def test_what_a_page_shows_comes_down_as_a_workbook(
    inside: Browser, server: Server, tmp_path: Path
) -> None:
    from python_calamine import CalamineWorkbook

    go(inside, server, "extension/Settlement/", show="left")
    inside.cdp("Page.setDownloadBehavior", behavior="allow", downloadPath=str(tmp_path))
    inside.click(".prepay a[href*='workbook.xlsx']")
    end = time.monotonic() + 20
    while not (found := [p for p in tmp_path.iterdir() if p.suffix == ".xlsx"]):
        assert time.monotonic() < end
        time.sleep(0.05)
    sheet = CalamineWorkbook.from_path(str(found[0])).get_sheet_by_index(0).to_python()
    cells = {cell for row in sheet for cell in row}
    assert {"兰州砚湖妇产医院", "H62010200056", 2860000.0, "到期日差额"} <= cells


def test_a_page_prints_on_a4_without_the_side_bar(inside: Browser, server: Server) -> None:
    go(inside, server, "extension/Vouchers/", voucher="2025-03 记-0003")
    printed = inside.pages()
    assert printed.startswith(b"%PDF-")
    assert printed.count(b"/MediaBox [0 0 841.") == 1
    inside.cdp("Emulation.setEmulatedMedia", media="print")
    shown = "getComputedStyle(document.querySelector(arguments[0])).display !== 'none'"
    assert not inside.run(f"return {shown}", "aside")
    assert not inside.run(f"return {shown}", ".prepay .bar")
    assert inside.run(f"return {shown}", ".prepay table")
    inside.cdp("Emulation.setEmulatedMedia", media="")


def test_queries_of_the_side_bar_answer(inside: Browser, server: Server) -> None:
    go(inside, server, "journal/")
    for name in ("未返还", "按医院余额", "红字凭证"):
        href: str = inside.run(
            "return [...document.querySelectorAll('aside .submenu a')]"
            ".find((a) => a.innerText.trim() === arguments[0]).href",
            name,
        )
        inside.open(href)
        inside.until("document.querySelectorAll('article table tbody tr').length > 1")
    assert inside.complaints() == []


@pytest.mark.usefixtures("inside")
def test_no_page_is_given_without_a_session_and_nothing_has_changed(
    server: Server, demo: Path
) -> None:
    before = journals(demo)
    host = server.base.removeprefix("http://")
    for method, name, path in (
        ("GET", host, "/"),
        ("GET", host, server.page(LEDGER, "journal/").removeprefix(server.base)),
        ("GET", host, server.page(LEDGER, "api/journal").removeprefix(server.base)),
        ("GET", host, "/static/app.js"),
        ("GET", "example.com", "/login"),
        ("POST", host, "/"),
        ("PUT", host, server.page(LEDGER, "api/source").removeprefix(server.base)),
        ("POST", host, "/login"),
        ("GET", host, "/login?token=x"),
    ):
        link = http.client.HTTPConnection(host, timeout=20)
        link.request(method, path, headers={"Host": name, "Content-Length": "0"})
        answer = link.getresponse()
        body = answer.read().decode("utf-8")
        assert answer.status in (303, 401, 403, 405, 421), (method, path, answer.status)
        assert "预付金2" not in body
        assert "暂付款" not in body
        link.close()
    assert journals(demo) == before


def test_logging_out_is_out_and_the_link_works_once(inside: Browser, server: Server) -> None:
    used, fresh = server.told[0], server.told[-1]
    assert used != fresh
    go(inside, server, "journal/")
    inside.click("aside a[href='/logout']")
    inside.until("location.pathname === '/login'")
    inside.open(server.page(LEDGER, "journal/"))
    assert "/login" in inside.address
    inside.open(used)
    assert "已经用过" in inside.text("main")
    inside.open(fresh)
    inside.until("document.querySelector('aside a') !== null")
