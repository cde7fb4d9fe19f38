"""The entrance of the web view, request by request: no page without a session, one POST at all."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

import pytest

from ledger.basis.clock import ScriptedClock
from ledger.basis.errors import Refused
from ledger.formats.journals.beancount import write
from ledger.web.serve import Where
from ledger.web.serve_login import local_path
from tests.browse import HERE, Porter, browser, shelf, sign_in
from tests.journal_samples import ordinary_year
from tests.office import PASSWORD

if TYPE_CHECKING:
    from pathlib import Path

    from werkzeug.test import Client, TestResponse

BOOK = "兰州市职工医保-2026年-医保预付金"
SECOND = "兰州市职工医保-2026年-医保预付金-2"
DAY = date(2026, 3, 2)


@pytest.fixture(scope="module")
def journal(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("journals")
    write(ordinary_year(), path)
    return path / "main.beancount"


@pytest.fixture
def porter() -> Porter:
    return Porter(passwords={"李敏": PASSWORD}, books={"李敏": ("620100/employee",)})


@pytest.fixture
def clock() -> ScriptedClock:
    return ScriptedClock(DAY)


@pytest.fixture
def client(journal: Path, porter: Porter, clock: ScriptedClock, tmp_path: Path) -> Client:
    shelves = [shelf(journal), shelf(journal, book="620100/resident")]
    return browser(shelves, tmp_path / "view", entrance=porter.entrance(clock))


def page(client: Client, path: str = "journal/", book: str = BOOK) -> TestResponse:
    return client.get(f"/{book}/{path}", base_url=HERE)


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/", 303),
        (f"/{BOOK}/journal/", 303),
        (f"/{BOOK}/nowhere/", 303),
        (f"/{BOOK}/extension/Settlement/", 303),
        (f"/{BOOK}/extension/Settlement/workbook.xlsx", 303),
        (f"/{BOOK}/api/journal", 401),
        (f"/{BOOK}/api/changed", 401),
        ("/static/app.js", 401),
        ("/logout", 303),
        ("/login", 200),
    ],
)
def test_nothing_is_served_without_a_session(client: Client, path: str, status: int) -> None:
    answer = client.get(path, base_url=HERE)
    assert answer.status_code == status
    assert "兰州" not in answer.text
    assert len(answer.data) < 4000
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
    if status == 303:
        assert answer.headers["Location"].startswith("/login")


def test_one_comes_in_by_name_and_password_and_goes_on_to_the_page_one_wanted(
    client: Client, porter: Porter
) -> None:
    asked = page(client)
    form = client.get(asked.headers["Location"], base_url=HERE).text
    hidden = dict(re.findall(r'name="(ticket|next)" value="([^"]*)"', form))
    words = {**hidden, "name": "李敏", "password": PASSWORD}
    answer = client.post("/login", base_url=HERE, data=words)
    assert answer.status_code == 303
    assert page(client).status_code == 200
    shown = client.get(answer.headers["Location"], base_url=HERE)
    assert "医保预付金" in shown.text
    assert porter.told == ["李敏 -"]
    cookie = next(word for word in answer.headers.getlist("Set-Cookie") if "session" in word)
    assert re.match(r"prepay-session-5000=[\w-]{43}; ", cookie)
    assert {"HttpOnly", "SameSite=Strict", "Path=/"} <= set(cookie.split("; "))


def test_a_wrong_password_is_no_way_in(client: Client) -> None:
    answer = sign_in(client, "李敏", "falsch")
    assert answer.status_code == 401
    assert "姓名或密码不对" in answer.text
    assert PASSWORD not in answer.text
    assert page(client).status_code == 303


def test_a_form_that_another_site_sends_is_refused(client: Client, porter: Porter) -> None:
    words = {"name": "李敏", "password": PASSWORD, "next": ""}
    assert client.post("/login", base_url=HERE, data=words).status_code == 403
    form = client.get("/login", base_url=HERE).text
    ticket = form.partition('name="ticket" value="')[2].partition('"')[0]
    whole = {**words, "ticket": ticket}
    for headers in (
        {"Origin": "http://example.com"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
    ):
        refused = client.post("/login", base_url=HERE, data=whole, headers=headers)
        assert refused.status_code == 403, headers
    assert porter.told == []


def test_a_ticket_without_its_cookie_is_no_ticket(client: Client) -> None:
    form = client.get("/login", base_url=HERE).text
    ticket = form.partition('name="ticket" value="')[2].partition('"')[0]
    client.delete_cookie("prepay-form-5000", domain="127.0.0.1")
    words = {"ticket": ticket, "name": "李敏", "password": PASSWORD}
    assert client.post("/login", base_url=HERE, data=words).status_code == 403


@pytest.mark.parametrize(
    "body",
    [b"x" * 5000, b"\xff\xfe=%zz", b"name=%00&ticket=%C3%A9", b""],
)
def test_a_body_that_is_no_form_is_refused(client: Client, body: bytes) -> None:
    kind = "application/x-www-form-urlencoded"
    answer = client.post("/login", base_url=HERE, data=body, content_type=kind)
    assert answer.status_code == 403


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"])
@pytest.mark.parametrize("path", ["/", f"/{BOOK}/api/source", "/logout", "/login/", "/login/x"])
def test_there_is_no_other_post(client: Client, method: str, path: str) -> None:
    assert client.open(path, base_url=HERE, method=method).status_code == 405


def test_nobody_sees_anothers_book_even_when_they_know_its_address(client: Client) -> None:
    sign_in(client, "李敏", PASSWORD)
    assert page(client).status_code == 200
    for path in ("journal/", "api/journal", "extension/Prepay/prepay.css", "nowhere/"):
        assert page(client, path, SECOND).status_code == 404
    assert SECOND not in page(client).text
    assert SECOND not in page(client, "api/ledger_data").text


def test_no_path_of_the_machine_is_told(client: Client, journal: Path) -> None:
    sign_in(client, "李敏", PASSWORD)
    query = f"query?query_string=SELECT '{journal}' AS file"
    for path in ("journal/", "api/ledger_data", "api/errors", "api/journal", f"api/{query}"):
        text = page(client, path).text
        assert str(journal.parent) not in text
        assert "prepay-view" not in text
    assert "main.beancount" in text


def test_a_session_ends_by_itself(client: Client, clock: ScriptedClock) -> None:
    """Idle for an hour; what the page asks by itself every few seconds does not count."""
    sign_in(client, "李敏", PASSWORD)
    clock.set(DAY, hour=9)
    assert page(client).status_code == 303
    sign_in(client, "李敏", PASSWORD)
    for hour in (9.5, 10):
        clock.set(DAY, hour=hour)  # type: ignore[arg-type]
        assert page(client, "api/changed").status_code == 200
    clock.set(DAY, hour=10.2)  # type: ignore[arg-type]
    assert page(client).status_code == 303


def test_a_session_lasts_half_a_day_at_most(client: Client, clock: ScriptedClock) -> None:
    sign_in(client, "李敏", PASSWORD)
    for half in range(1, 24):
        clock.set(DAY, hour=half / 2)  # type: ignore[arg-type]
        assert page(client).status_code == 200, half
    clock.set(DAY, hour=12.1)  # type: ignore[arg-type]
    assert page(client).status_code == 303


def test_who_may_no_longer_look_is_out_within_half_a_minute(
    client: Client, porter: Porter, clock: ScriptedClock
) -> None:
    sign_in(client, "李敏", PASSWORD)
    porter.gone.add("李敏")
    clock.set(DAY, hour=1 / 60)  # type: ignore[arg-type]
    assert page(client).status_code == 303


def test_logging_out_ends_the_session_for_good(client: Client, porter: Porter) -> None:
    sign_in(client, "李敏", PASSWORD)
    cookie = client.get_cookie("prepay-session-5000", domain="127.0.0.1")
    assert cookie is not None
    answer = client.get("/logout", base_url=HERE)
    assert answer.headers["Location"] == "/login"
    client.set_cookie("prepay-session-5000", cookie.value, domain="127.0.0.1")
    assert page(client).status_code == 303
    assert porter.told[-1] == "李敏 退出 -"


def test_the_one_time_link_works_once_and_the_next_is_told(journal: Path, tmp_path: Path) -> None:
    porter = Porter()
    entrance = porter.entrance()
    client = browser([shelf(journal)], tmp_path / "view", entrance=entrance)
    word = entrance.link()
    assert client.head("/login", base_url=HERE, query_string={"token": word}).status_code == 200
    assert page(client).status_code == 303
    assert client.get("/login", base_url=HERE, query_string={"token": "x"}).status_code == 403
    assert client.get("/login", base_url=HERE, query_string={"token": word}).status_code == 303
    assert page(client).status_code == 200
    assert client.get("/login", base_url=HERE, query_string={"token": word}).status_code == 403
    assert client.post("/login", base_url=HERE, data={"name": "x"}).status_code == 403
    came, fresh = porter.told
    assert came == "链接 -"
    assert fresh != word
    assert client.get("/login", base_url=HERE, query_string={"token": fresh}).status_code == 303


def test_the_first_password_makes_the_link_void(journal: Path, tmp_path: Path) -> None:
    porter = Porter()
    entrance = porter.entrance()
    client = browser([shelf(journal)], tmp_path / "view", entrance=entrance)
    word = entrance.link()
    porter.passwords["李敏"] = PASSWORD
    answer = client.get("/login", base_url=HERE, query_string={"token": word})
    assert 'name="password"' in answer.text
    assert page(client).status_code == 303
    assert sign_in(client, "李敏", PASSWORD).status_code == 303
    assert page(client).status_code == 200


def test_a_browser_is_known_again_by_its_mark(client: Client, porter: Porter) -> None:
    answer = sign_in(client, "李敏", PASSWORD)
    mark = next(word for word in answer.headers.getlist("Set-Cookie") if "device" in word)
    assert {"HttpOnly", "SameSite=Strict"} <= set(mark.split("; "))
    client.get("/logout", base_url=HERE)
    sign_in(client, "李敏", PASSWORD)
    assert porter.devices == ["", "known"]


def test_with_passwords_no_link_works(client: Client) -> None:
    answer = client.get("/login", base_url=HERE, query_string={"token": ""})
    assert 'name="password"' in answer.text


@pytest.mark.parametrize(
    "word",
    ["//example.com", "/\\example.com", "http://example.com", "example.com", "/login?x", "/a\r\nb"],
)
def test_no_form_leads_to_another_site(word: str) -> None:
    assert local_path(word) == ""


def test_behind_a_proxy_only_its_name_is_answered_and_cookies_are_secure(
    journal: Path, porter: Porter, tmp_path: Path
) -> None:
    entrance = porter.entrance(secure=True)
    where = Where(host="10.0.0.5", names=("prepay.example.cn",))
    client = browser([shelf(journal)], tmp_path / "view", entrance=entrance, where=where)
    name = "https://prepay.example.cn"
    assert client.get("/login", base_url=HERE).status_code == 421
    assert client.get("/login", base_url="https://10.0.0.5").status_code == 421
    form = client.get("/login", base_url=name)
    assert form.headers["Strict-Transport-Security"] == "max-age=31536000"
    ticket = form.text.partition('name="ticket" value="')[2].partition('"')[0]
    words = {"ticket": ticket, "name": "李敏", "password": PASSWORD}
    headers = {"X-Real-IP": "192.0.2.9"}
    answer = client.post("/login", base_url=name, data=words, headers=headers)
    cookie = next(word for word in answer.headers.getlist("Set-Cookie") if "session" in word)
    assert cookie.startswith("__Host-prepay-session=")
    assert {"Secure", "HttpOnly", "SameSite=Strict"} <= set(cookie.split("; "))
    assert porter.told == ["李敏 192.0.2.9"]


def test_without_a_proxy_nobody_can_say_that_they_are_elsewhere(
    client: Client, porter: Porter
) -> None:
    form = client.get("/login", base_url=HERE).text
    ticket = form.partition('name="ticket" value="')[2].partition('"')[0]
    words = {"ticket": ticket, "name": "李敏", "password": "x"}
    client.post("/login", base_url=HERE, data=words, headers={"X-Real-IP": "192.0.2.9"})
    assert porter.told == ["李敏 -"]


@pytest.mark.parametrize("host", ["0.0.0.0", "192.168.1.5", "prepay.example.cn"])  # noqa: S104
def test_other_machines_are_not_served_bare(host: str) -> None:
    with pytest.raises(Refused) as refused:
        Where(host=host)
    assert refused.value.findings[0].code == "HOST_OPEN"


def test_a_name_that_is_none_is_refused() -> None:
    with pytest.raises(Refused) as refused:
        Where(names=("https://prepay.example.cn/",))
    assert refused.value.findings[0].code == "HOST_NAME"
