"""Fava as it is shown: Chinese, for reading only, on this machine only, without source texts."""

from __future__ import annotations

import json
import re
import socket
import time
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest

from ledger.basis.errors import Refused
from ledger.formats.journals.beancount import write
from ledger.web.pages import Pages
from ledger.web.serve import Where, serve
from tests.browse import HERE, Porter, at_home, shelf
from tests.journal_samples import FIRST, hostile_year, ordinary_year

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from werkzeug.test import Client, TestResponse

BOOK = "兰州市职工医保-2026年-医保预付金"
BANK = "A资产:1004-支出户存款"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("journals")
    write(ordinary_year(), path / "ordinary")
    write(hostile_year(), path / "hostile")
    return path


@pytest.fixture(scope="module")
def client(folder: Path) -> Client:
    files = [folder / name / "main.beancount" for name in ("ordinary", "hostile")]
    return at_home(files, folder / "view")


def get(client: Client, path: str, **query: str) -> TestResponse:
    """Ask for a page of the ordinary book as a browser on this machine does."""
    return client.get(f"/{BOOK}/{path}", base_url=HERE, query_string=query)


@pytest.mark.parametrize("language", ["en-US,en;q=0.9", "de", ""])
def test_the_pages_are_chinese_whatever_the_browser_says(client: Client, language: str) -> None:
    answer = client.get(
        f"/{BOOK}/balance_sheet/", base_url=HERE, headers={"Accept-Language": language}
    )
    assert answer.status_code == 200
    words = re.search(r'id="translations">(.*?)</script>', answer.text)
    assert words is not None
    assert json.loads(words[1])["Balance Sheet"] == "资产负债表"
    assert "<title> - 兰州市职工医保 2026年 医保预付金</title>" in answer.text


def test_the_first_page_is_the_balance_sheet(client: Client) -> None:
    answer = client.get("/", base_url=HERE, follow_redirects=True)
    assert answer.status_code == 200
    assert answer.request.path == f"/{BOOK}/balance_sheet/"


@pytest.mark.parametrize(
    "page",
    [
        "income_statement/",
        "trial_balance/",
        "journal/",
        "query/",
        "statistics/",
        "errors/",
        f"account/{BANK}/",
        "api/balance_sheet",
        "api/trial_balance",
        "api/ledger_data",
        "api/changed",
    ],
)
def test_what_a_reviewer_reads_is_there(client: Client, page: str) -> None:
    assert get(client, page).status_code == 200


def test_a_hospital_shows_balance_by_prepayment_year(client: Client) -> None:
    account = f"A资产:1101-暂付款:01-医保预付金:{FIRST}-兰州市第一人民医院:2026"
    answer = get(client, "api/account_report", a=account)
    assert answer.json is not None
    assert "11,880,000.00" in answer.json["data"]["journal"]


def test_fava_finds_no_error_in_the_books(client: Client) -> None:
    answer = get(client, "api/errors")
    assert answer.json is not None
    assert answer.json["data"] == []


@pytest.mark.parametrize("page", ["api/query", "download-query/query_result.csv"])
def test_who_asks_at_once_gets_only_the_figures_asked_for(
    client: Client, monkeypatch: pytest.MonkeyPatch, page: str
) -> None:
    """Fava has one query shell for each ledger, which keeps the entries of whoever came last."""
    from fava.core.query_shell import FavaBQLShell

    at_once = FavaBQLShell.onecmd

    def slowly(shell: FavaBQLShell, line: str) -> object:
        time.sleep(0.02)
        found: object = at_once(shell, line)
        return found

    def figures(month: str) -> str:
        query = "SELECT month, count(*) AS legs GROUP BY month ORDER BY month"
        answer = get(client, page, query_string=query, time=month)
        assert answer.status_code == 200
        return str(answer.json["data"]["rows"]) if answer.json else answer.text

    monkeypatch.setattr(FavaBQLShell, "onecmd", slowly)
    months = ["", "2026-03", "2026-12"]
    alone = [figures(month) for month in months]
    assert len(set(alone)) == 3
    with ThreadPoolExecutor(max_workers=6) as threads:
        assert list(threads.map(figures, months * 4)) == alone * 4


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"])
@pytest.mark.parametrize("page", ["journal/", "api/source", "api/source_slice", "api/add_entries"])
def test_nothing_is_written(client: Client, folder: Path, method: str, page: str) -> None:
    before = {path: path.read_bytes() for path in folder.rglob("*.beancount")}
    answer = client.open(f"/{BOOK}/{page}", base_url=HERE, method=method, data=b"{}")
    assert answer.status_code == 405
    assert answer.headers["Allow"] == "GET, HEAD"
    assert {path: path.read_bytes() for path in folder.rglob("*.beancount")} == before


def test_head_gives_the_headers_alone(client: Client) -> None:
    answer = client.head(f"/{BOOK}/journal/", base_url=HERE)
    assert (answer.status_code, answer.data) == (200, b"")


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "127.0.0.1:5001", "localhost", "LOCALHOST:80", "[::1]", "[::1]:5000"]
)
def test_this_machine_is_answered(client: Client, host: str) -> None:
    """By another name than it logged in under, a browser has no session there yet."""
    status = client.get(f"/{BOOK}/journal/", headers={"Host": host}).status_code
    assert status == (200 if host.startswith("127.0.0.1") else 303)


@pytest.mark.parametrize(
    "host",
    ["example.com", "127.0.0.1.example.com", "localhost.example.com:80", "10.0.0.1", "", "[::2]"],
)
def test_a_foreign_host_is_refused(client: Client, host: str) -> None:
    answer = client.get(f"/{BOOK}/journal/", headers={"Host": host})
    assert answer.status_code == 421
    assert "只在本机查看" in answer.text


def test_every_answer_carries_the_headers_of_a_closed_door(client: Client) -> None:
    for answer in (
        get(client, "journal/"),
        get(client, "editor/"),
        get(client, "nowhere/"),
        client.put(f"/{BOOK}/api/source", base_url=HERE),
        client.get("/", headers={"Host": "example.com"}),
    ):
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert answer.headers["X-Frame-Options"] == "DENY"
        assert answer.headers["Referrer-Policy"] == "same-origin"
        assert answer.headers["Cache-Control"] == "no-store"
        policy = answer.headers["Content-Security-Policy"]
        assert "default-src 'none'" in policy
        assert "frame-ancestors 'none'" in policy
        assert "unsafe" not in policy.partition("script-src")[2].partition(";")[0]


def serve_here(folder: Path, where: Where, announce: Callable[[str], None]) -> None:
    """Serve the ordinary book to whoever has the link."""
    shelves = [shelf(folder / "ordinary" / "main.beancount")]
    serve(shelves, Pages(), Porter().entrance(), where, announce)


def test_a_taken_port_is_said_at_once(folder: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(Refused) as refused:
            serve_here(folder, Where(port=port), print)
    finding = refused.value.findings[0]
    assert finding.code == "PORT_TAKEN"
    assert str(port) in finding.message
    assert "--port" in finding.remedy


def test_nothing_to_view_is_said() -> None:
    with pytest.raises(Refused) as refused:
        serve([], Pages(), Porter().entrance(), Where(), print)
    assert refused.value.findings[0].code == "NOTHING_TO_VIEW"


def test_the_address_is_told_and_an_interrupt_ends_it(folder: Path) -> None:
    told = []

    def announce(address: str) -> None:
        told.append(address)
        port = int(address.split(":")[2].partition("/")[0])
        with socket.create_connection(("127.0.0.1", port)):
            raise KeyboardInterrupt

    serve_here(folder, Where(port=0), announce)
    assert len(told) == 1
    assert re.fullmatch(r"http://127\.0\.0\.1:\d+/login\?token=[\w-]{40,}", told[0])
