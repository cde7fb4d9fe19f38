"""What Fava may not be asked: source texts, files, and queries that are more than queries."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from ledger.formats.journals.beancount import write
from ledger.web.serve_rules import barred
from tests.browse import HERE, at_home
from tests.journal_samples import hostile_year, ordinary_year

if TYPE_CHECKING:
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


@pytest.mark.parametrize(
    "page",
    [
        "editor/",
        "options/",
        "import/",
        "download-journal/",
        "document/?filename=main.beancount",
        "statement/?entry_hash=1&key=document",
        "api/source?filename=",
        "api/source_slice?entry_hash=1",
        "api/options",
        "api/imports",
        "api/extract?filename=x&importer=y",
    ],
)
def test_the_source_is_not_handed_out(client: Client, folder: Path, page: str) -> None:
    path, _, query = page.partition("?")
    if query == "filename=":
        query += str(folder / "ordinary" / "main.beancount")
    answer = client.get(f"/{BOOK}/{path}", base_url=HERE, query_string=query)
    assert answer.status_code == 403
    message = answer.json["error"] if answer.json else answer.text
    assert "不提供账本原文" in message
    assert "prepared_by" not in answer.text


def test_a_voucher_opens_without_its_place_in_a_file(client: Client, folder: Path) -> None:
    report = get(client, "api/account_report", a=BANK)
    assert report.json is not None
    mark = "#context-"
    start = report.json["data"]["journal"].index(mark) + len(mark)
    entry_hash = report.json["data"]["journal"][start:].partition("'")[0]
    answer = get(client, "api/context", entry_hash=entry_hash)
    assert answer.json is not None
    meta = answer.json["data"]["entry"]["meta"]
    assert (meta["filename"], meta["lineno"]) == ("<账簿>", "0")
    assert str(folder) not in answer.text


@pytest.mark.parametrize(
    "query",
    [
        "SELECT account, sum(position) GROUP BY account",
        "balances",
        "journal '1101'",
        "PRINT FROM year = 2026",
        "SELECT count(*), entry.date WHERE entry.meta['number'] = '1' GROUP BY 2",
        "SELECT open_meta(account)['name'], open_meta(account, 'code'), meta['dc']",
        'run "医保预付金余额"',
        "run 医保预付金余额",
        ".run 医保预付金余额",
    ],
)
@pytest.mark.filterwarnings("ignore:commands without:UserWarning")
def test_the_books_can_be_queried(client: Client, query: str) -> None:
    assert not barred(query)
    assert get(client, "api/query", query_string=query).status_code == 200


@pytest.mark.parametrize(
    "query",
    [
        ".output {victim}",
        ".OUTPUT {victim}",
        "  .output {victim}",
        "!ls",
        "help",
        "set format csv",
        "reload",
        ".run x\n.output {victim}",
        "run x; .output {victim}",
        "CREATE TABLE t (a text) USING 'csv:{victim}'",
        "SELECT",
    ],
)
@pytest.mark.parametrize("page", ["api/query", "download-query/query_result.csv"])
def test_a_query_cannot_reach_a_file(client: Client, tmp_path: Path, query: str, page: str) -> None:
    """Fava's query box would take `.output FILE` by GET and empty the file."""
    victim = tmp_path / "victim"
    victim.write_text("unharmed", encoding="utf-8")
    answer = get(client, page, query_string=query.format(victim=victim))
    assert answer.status_code == 403
    assert victim.read_text(encoding="utf-8") == "unharmed"


@pytest.mark.parametrize(
    "query",
    [
        "SELECT filename, location",
        "SELECT upper(FileName)",
        "SELECT substr(filename, 0, 12)",
        "SELECT splitcomp(location, '/', 1)",
        "SELECT account WHERE filename ~ '^/home/'",
        "SELECT account GROUP BY account HAVING max(location) > 'a'",
        "SELECT upper(a) FROM (SELECT filename AS a)",
        "SELECT account ORDER BY filename",
        "BALANCES FROM filename ~ '^/home/'",
        "PRINT FROM filename ~ '^/home/'",
        "SELECT meta('filename')",
        "SELECT entry_meta('filename')",
        "SELECT any_meta(lower('FILENAME'))",
        "SELECT getitem(meta, 'filename')",
        "SELECT meta['filename']",
        "SELECT entry.meta['filename']",
        "SELECT upper(str(entry))",
        "SELECT repr(meta)",
        "SELECT str(open_meta(account))",
        "SELECT open_meta(account)['filename']",
        "SELECT open_meta(account, 'filename')",
        "SELECT repr(open) FROM #accounts",
        "SELECT * FROM #documents",
    ],
)
@pytest.mark.parametrize("page", ["api/query", "download-query/query_result.csv"])
def test_a_query_cannot_tell_where_the_books_lie(client: Client, query: str, page: str) -> None:
    """In capitals or cut short, a folder of this machine could not be taken out of the answer."""
    answer = get(client, page, query_string=query)
    assert answer.status_code == 403
    assert "文件所在的位置" in (answer.json["error"] if answer.json else answer.text)


def test_folders_are_taken_out_of_a_downloaded_query(client: Client, folder: Path) -> None:
    """A stored query, which nobody looks through, goes the same way as any other."""
    place = f"{folder / 'ordinary'}{os.sep}"
    query = f"SELECT '{place}a' AS place, account LIMIT 1"
    answer = get(client, "download-query/query_result.csv", query_string=query)
    assert answer.status_code == 200
    assert answer.mimetype == "text/csv"
    assert answer.data.splitlines()[1].startswith(b"a,")
    assert answer.content_length == len(answer.data)


def test_what_follows_a_query_is_not_run(client: Client, tmp_path: Path) -> None:
    victim = tmp_path / "victim"
    answer = get(client, "api/query", query_string=f"SELECT 1; .output {victim}")
    assert answer.status_code == 200
    assert not victim.exists()


def test_a_summary_cannot_write_the_page(client: Client) -> None:
    """Fava's journal template escapes nothing by itself: `</li>` would hide what follows."""
    ledgers = get(client, "api/ledger_data").json
    assert ledgers is not None
    ((_, address),) = ledgers["data"]["other_ledgers"]
    for page in ("api/journal_page?page=1&order=asc", f"api/account_report?a={BANK}"):
        path, _, query = page.partition("?")
        answer = client.get(f"{address}{path}", base_url=HERE, query_string=query)
        assert answer.json is not None
        journal = answer.json["data"]["journal"]
        assert "<img" not in journal
        assert "<script" not in journal
        assert "&lt;img src=x onerror=alert(1)&gt;&lt;/li&gt;" in journal
        assert f"<a href='{address}account/" in journal
