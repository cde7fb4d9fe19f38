"""A person who may look cannot stop the server: slow patterns, slow clients, unreadable filters."""

from __future__ import annotations

import socket
import threading
import time
from typing import TYPE_CHECKING

import pytest
from beancount.core import account
from beanquery import query_compile, query_env
from fava.core import filters

from ledger.formats.journals.beancount import write
from ledger.web.pages import Pages
from ledger.web.serve import THREADS, Where, serve
from ledger.web.serve_patterns import LIMIT, BoundedRe
from tests.browse import HERE, Porter, at_home, shelf
from tests.journal_samples import ordinary_year

if TYPE_CHECKING:
    from pathlib import Path

    from werkzeug.test import Client

BOOK = "兰州市职工医保-2026年-医保预付金"
#: `re` would be busy with the first for longer than anybody lives, `regex` with the second.
PUZZLING = "(.*)*(.*)*(.*)*(.*)*(.*)*(.*)*xyz$"
ENDLESS = r"^(.|..|...)+(?!.)[#!?]"
#: More than the server has threads, by far.
SLOW_CLIENTS = 60


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("journals")
    write(ordinary_year(), path)
    return path


@pytest.fixture
def client(folder: Path, tmp_path: Path) -> Client:
    return at_home([folder / "main.beancount"], tmp_path / "view")


@pytest.mark.parametrize(
    ("page", "words"),
    [
        ("api/journal", {"account": ENDLESS}),
        ("api/journal", {"filter": f'any(account:"{ENDLESS}")'}),
        ("api/journal", {"filter": f'-all(-account:"{ENDLESS}")'}),
        ("api/query", {"query_string": f"SELECT account WHERE account ~ '{ENDLESS}'"}),
        ("api/query", {"query_string": f"SELECT grep('{ENDLESS}', account)"}),
        ("api/query", {"query_string": f"SELECT subst('{ENDLESS}', '', account)"}),
        ("download-query/query_result.csv", {"query_string": f"SELECT grep('{ENDLESS}', account)"}),
        ("api/journal", {"account": "x" * 600}),
    ],
)
def test_no_pattern_keeps_the_server_busy(client: Client, page: str, words: dict[str, str]) -> None:
    began = time.process_time()
    answer = client.get(f"/{BOOK}/{page}", base_url=HERE, query_string=words)
    assert time.process_time() - began < LIMIT + 2
    assert answer.status_code == 400
    told = answer.json["error"] if answer.json else answer.text
    assert "匹配式太复杂" in told


@pytest.mark.parametrize("page", ["api/journal", "journal/", "trial_balance/"])
@pytest.mark.parametrize("name", ["account", "filter"])
def test_what_keeps_python_busy_for_ever_is_answered(client: Client, page: str, name: str) -> None:
    began = time.process_time()
    words = {name: PUZZLING if name == "account" else f'"{PUZZLING}"'}
    answer = client.get(f"/{BOOK}/{page}", base_url=HERE, query_string=words)
    assert time.process_time() - began < LIMIT + 2
    assert answer.status_code in (200, 400)


def test_fava_and_its_queries_match_within_limits() -> None:
    for module in (account, filters, query_compile, query_env):
        assert isinstance(module.re, BoundedRe)


def test_ordinary_patterns_go_on_as_before(client: Client) -> None:
    for words in ({"account": "1101.*示范"}, {"filter": 'payee:"示范"'}, {"time": "2026-03"}):
        answer = client.get(f"/{BOOK}/api/journal", base_url=HERE, query_string=words)
        assert answer.status_code == 200, words
    query = "SELECT DISTINCT leaf(account) WHERE account ~ '1101'"
    answer = client.get(f"/{BOOK}/api/query", base_url=HERE, query_string={"query_string": query})
    assert answer.status_code == 200


@pytest.mark.parametrize(
    ("page", "words", "said"),
    [
        ("api/journal", {"time": "去年"}, "无法识别时间条件"),
        ("api/journal", {"filter": "((("}, "无法识别筛选条件"),
        ("api/journal", {"filter": "any("}, "无法识别筛选条件"),
        ("api/journal", {"account": "((("}, "无法识别匹配式"),
        ("api/query", {"query_string": "SELECT grep('((', account)"}, "无法识别"),
        (
            "download-query/query_result.csv",
            {"query_string": "SELECT grep('((', account)"},
            "无法识别",
        ),
        ("api/context", {"entry_hash": "0" * 32}, "没有这张凭证"),
        ("account/Assets:1101/nowhere/", {}, "没有这一页"),
        ("extension/Nowhere/", {}, ""),
    ],
)
def test_what_cannot_be_read_is_said_in_chinese(
    client: Client, page: str, words: dict[str, str], said: str
) -> None:
    answer = client.get(f"/{BOOK}/{page}", base_url=HERE, query_string=words)
    assert answer.status_code in ((400, 404) if said else (200, 404)), answer.text
    told = str((answer.json or {}).get("error") or answer.text)
    assert said in told
    assert "Error" not in told
    assert "Not Found" not in told


def test_slow_clients_keep_nobody_waiting(folder: Path) -> None:
    """Each sends a byte now and then and never ends; a person who asks is answered at once."""
    answered: list[float] = []

    def announce(address: str) -> None:
        port = int(address.split(":")[2].partition("/")[0])
        threading.Thread(target=look, args=(port,), daemon=True).start()

    def look(port: int) -> None:
        slow = [socket.create_connection(("127.0.0.1", port)) for _ in range(SLOW_CLIENTS)]
        for one in slow:
            one.sendall(b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: ")
        began = time.monotonic()
        for _ in range(3):
            for one in slow:
                one.sendall(b"x")
            with socket.create_connection(("127.0.0.1", port)) as person:
                person.settimeout(20)
                person.sendall(
                    b"GET /login HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n"
                )
                if b"200 OK" in person.recv(100):
                    answered.append(time.monotonic() - began)
        for one in slow:
            one.close()
        stop.set()

    stop = threading.Event()
    assert SLOW_CLIENTS > 5 * THREADS
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("waitress.server.BaseWSGIServer.run", lambda server: polled(server, stop))
        served = [shelf(folder / "main.beancount")]
        serve(served, Pages(), Porter().entrance(), Where(port=0), announce)
    assert len(answered) == 3
    assert max(answered) < 5


def polled(server: object, stop: threading.Event) -> None:
    """Run the server until the test is done with it."""
    from waitress import wasyncore

    while not stop.is_set():
        wasyncore.loop(timeout=0.05, count=1, map=server._map, use_poll=True)  # type: ignore[attr-defined]
