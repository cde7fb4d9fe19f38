"""Sixty attacks in every text of a book, and at the login form: in a real browser none runs."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from ledger.workflow.setup.masters import add_operator
from ledger.workflow.setup.passwords import set_password
from tests.browser.hostile import ATTACKS, hospitals, hostile_office
from tests.browser.server import Server, journals
from tests.office import EMPLOYEE, PASSWORD, RESIDENT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.browser.driver import Browser

LEDGER = "兰州市职工医保-2026年-医保预付金"
OTHER = "兰州市居民医保-2026年-医保预付金"
#: A name that attacks, too; it stands in the side bar and in the log.
ATTACKER = f"{ATTACKS[7]}庚"
ONE_BOOK = "只看职工"
#: What one finds in a page that an attack got into: elements that nobody of ours makes.
FOREIGN = (
    "script:not([type='application/json']):not([src]), script[src*='example'], iframe, object,"
    " embed, video, audio, marquee, math, base, meta[http-equiv], link[href*='example'], noscript,"
    " template, img, svg script, svg animate, [onerror], [onload], [onfocus], [ontoggle],"
    " [onbegin], [onmouseover], [onstart], [formaction], [srcdoc], a[href^='javascript'],"
    " a[href^='data'], form[action^='javascript'], body > style"
)
PAGES = (
    "extension/Overview/?month=2026-04",
    "extension/Due/?day=2026-12-31",
    "extension/Settlement/",
    "extension/Vouchers/?month=2026-04",
    "extension/Closing/?period=2026-03",
    *(
        f"extension/Books/?report={name}&month=04"
        for name in ("trial-balance", "journal", "cash-journal", "subledger", "open-items")
    ),
    *(f"extension/Books/?report={name}&month=04" for name in ("registers", "disclosure")),
    "journal/",
    "balance_sheet/",
    "trial_balance/",
    "statistics/",
    "errors/",
    "account/A资产:1004-支出户存款/",
    "query/?query_string=SELECT account, payee, narration, entry_meta('number')",
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give an office full of attacks, with people who may look."""
    path = tmp_path_factory.mktemp("hostile")
    office = hostile_office(path)
    office.desk.operator = "管理员甲"
    for name, books in ((ATTACKER, ()), (ONE_BOOK, (EMPLOYEE,))):
        add_operator(office.desk, name, ["viewer"], books)
        set_password(office.desk, name, PASSWORD)
    office.desk.engine.dispose()
    return path


@pytest.fixture(scope="module")
def server(folder: Path) -> Iterator[Server]:
    with Server(folder / "prepay.db") as running:
        yield running


def sign_in(browser: Browser, server: Server, name: str, password: str) -> None:
    """Fill in the form with empty pockets."""
    browser.open(f"{server.base}/login")
    browser.forget()
    browser.open(f"{server.base}/login")
    browser.type("#name", name)
    browser.type("#password", password)
    browser.click("button[type=submit]")


@pytest.fixture
def inside(browser: Browser, server: Server) -> Browser:
    """Give the browser once it has logged in."""
    if browser.run("return !location.href.includes('/extension/')"):
        sign_in(browser, server, ATTACKER, PASSWORD)
        browser.until("document.querySelector('aside a') !== null")
    return browser


def inert(browser: Browser) -> None:
    """See that nothing ran, and that no attack became an element of the page."""
    assert browser.run("return window.hit === undefined")
    script = f"return [...document.querySelectorAll({json.dumps(FOREIGN)})].map((e) => e.outerHTML)"
    found: list[str] = browser.run(script)
    assert [html for html in found if "hit" in html or "example" in html] == []
    assert browser.complaints() == []


def test_the_form_says_a_wrong_word_again_as_a_word_only(browser: Browser, server: Server) -> None:
    for attack in (ATTACKS[12], ATTACKS[13], ATTACKS[0], ATTACKS[55]):
        sign_in(browser, server, attack[:40], "falsch")
        browser.until("document.querySelector('.wrong')?.innerText.includes('姓名或密码不对')")
        assert browser.run("return document.querySelector('#name').value") == attack[:40]
        assert browser.run("return window.hit === undefined && document.scripts.length === 0")
    # A refused log in is an answer of 401, which the console tells as one line; no more.
    assert all("401" in line for line in browser.complaints())


@pytest.mark.parametrize("page", PAGES)
def test_no_attack_runs_on_any_page(inside: Browser, server: Server, page: str) -> None:
    inside.complaints()
    path, _, query = page.partition("?")
    words = dict(word.split("=", 1) for word in query.split("&") if word)
    inside.open(server.page(LEDGER, path, words))
    inside.until(
        "document.querySelector('article').innerText.length > 10 || !arguments[0]",
        path != "errors/",
    )
    inside.until(f"document.querySelector('aside')?.innerText.includes({json.dumps(ATTACKER)})")
    inert(inside)


def test_no_attack_runs_on_any_voucher(inside: Browser, server: Server) -> None:
    """Each voucher's own page: 摘要, papers, keys, counterparties and reasons."""
    inside.complaints()
    inside.open(server.page(LEDGER, "extension/Vouchers/", {"voucher": "2026-04 记-0001"}))
    for number in range(1, len(ATTACKS) + 1):
        text = inside.text(".prepay")
        assert " ".join(ATTACKS[number - 1].split()) in " ".join(text.split()), number
        inert(inside)
        inside.run(
            "[...document.querySelectorAll('.prepay a.button')]"
            ".find((a) => a.innerText === '下一张').click()"
        )
        inside.until(
            "document.querySelector('.prepay .about').innerText.includes(arguments[0])",
            f"记-{number + 1:04d}",
        )


def test_attacks_in_the_address_are_words(inside: Browser, server: Server) -> None:
    inside.complaints()
    for attack in ATTACKS[::6]:
        for path, name in (
            ("extension/Vouchers/", "voucher"),
            ("extension/Settlement/", "find"),
            ("extension/Settlement/", "show"),
            ("extension/Closing/", "period"),
        ):
            inside.open(server.page(LEDGER, path, {name: attack}))
            inside.until("document.querySelector('.prepay') !== null")
            inert(inside)


def test_a_persons_books_are_all_that_is_there(
    browser: Browser, server: Server, folder: Path
) -> None:
    assert RESIDENT.replace("/", "-") in {path.name for path in (folder / "journals").iterdir()}
    sign_in(browser, server, ONE_BOOK, PASSWORD)
    browser.until("document.querySelector('aside a') !== null")
    whole: str = browser.run("return document.documentElement.outerHTML")
    assert "居民" not in whole
    browser.open(server.page(OTHER, "journal/"))
    assert "没有这一页" in browser.text("body")
    status = "return fetch(arguments[0]).then((answer) => answer.status)"
    for path in ("api/journal", "extension/Settlement/", "extension/Settlement/workbook.xlsx"):
        browser.open(server.page(LEDGER, "journal/"))
        assert browser.run(status, server.page(OTHER, path)) == 404
    browser.complaints()


def test_the_journals_are_byte_for_byte_what_they_were(folder: Path, server: Server) -> None:
    assert server.told
    before = journals(folder)
    from ledger.commands.door import desk_at
    from ledger.workflow.close.export import export_all

    desk = desk_at(str(folder / "prepay.db"))
    assert export_all(desk, folder / "journals") == []
    desk.engine.dispose()
    assert journals(folder) == before
    assert len(hospitals()) == 60
