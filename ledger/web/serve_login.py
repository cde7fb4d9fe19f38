"""The entrance: nobody passes without a session, and the login form is the only POST there is.

Who may pass is decided elsewhere; this room is handed the functions that know (`Keeper`).
"""

from __future__ import annotations

import hashlib
import hmac
import threading
from dataclasses import dataclass, field
from http.cookies import CookieError, SimpleCookie
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, quote

from ledger.basis.identity import secret
from ledger.masters.access import Turned
from ledger.web.serve_pages import answer, link_page, login_page, plain_page
from ledger.web.serve_session import LONGEST, Sessions

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

    from ledger.masters.access import Admitted

ADMITTED = "prepay.admitted"
LOGIN, LOGOUT = "/login", "/logout"
#: A browser is known again for a year, in seconds.
DEVICE_KEPT = 365 * 24 * 3600
#: A name and a password are short; whatever is longer is not read at all.
BODY_MAX = 4096
#: What a page asks for by itself does not show that anybody sits before it.
BY_ITSELF = "/api/changed"
FORGED = "这个表单过期了，请再登录一次。"


@dataclass(frozen=True, slots=True, kw_only=True)
class Keeper:
    """What the entrance is handed: who may come in, and how that is told.

    `passwords` tells whether people log in by name and password; else the one-time link does it.
    It is asked each time: the first password makes the link void.
    """

    sign_in: Callable[[str, str, str, str], Admitted | Turned]
    sign_in_here: Callable[[str], Admitted]
    sign_out: Callable[[str, str], None]
    passwords: Callable[[], bool]


@dataclass(slots=True, kw_only=True)
class Entrance:
    """The state of one running server: its sessions, its secrets, the link that is still good.

    `secure` is set behind a proxy with TLS: cookies then travel over HTTPS only, and the
    proxy's word counts for where a request comes from.
    """

    keeper: Keeper
    sessions: Sessions
    announce: Callable[[str], None]
    port: int = 0
    secure: bool = False
    _key: bytes = field(default_factory=lambda: secret().encode())
    _link: str = ""
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def link(self) -> str:
        """Make the next one-time link's secret; the one before is void."""
        with self._lock:
            self._link = secret()
            return self._link

    def used(self, word: str) -> bool:
        """Use the one-time link up; tells whether this was it."""
        with self._lock:
            good = bool(self._link) and hmac.compare_digest(self._link.encode(), word.encode())
            if good:
                self._link = ""
            return good

    def cookie(self, name: str) -> str:
        """Name a cookie: browsers share them among the ports of a machine, so the port is in it."""
        return f"__Host-prepay-{name}" if self.secure else f"prepay-{name}-{self.port}"

    def set_cookie(self, name: str, value: str, seconds: int) -> tuple[str, str]:
        """Write the header that sets a cookie; scripts and other sites never see it."""
        secure = "; Secure" if self.secure else ""
        flags = f"Path=/; Max-Age={seconds}; HttpOnly; SameSite=Strict{secure}"
        return "Set-Cookie", f"{self.cookie(name)}={value}; {flags}"

    def ticket(self, before: str) -> str:
        """Write the ticket that a form carries for the cookie that came with it."""
        return hmac.new(self._key, before.encode(), hashlib.sha256).hexdigest()


def guarded(entrance: Entrance, inner: WSGIApplication) -> WSGIApplication:
    """Let requests through that have a session, and tell `inner` whose it is."""

    def entry(environ: WSGIEnvironment, start: StartResponse) -> Iterable[bytes]:
        path = environ.get("PATH_INFO", "")
        if path == LOGIN:
            return login(entrance, environ, start)
        word = cookie_of(environ, entrance.cookie("session"))
        active = not path.endswith(BY_ITSELF)
        admitted = entrance.sessions.find(word, active=active) if word else None
        if admitted is None:
            return turned_away(environ, start, path)
        if path == LOGOUT:
            entrance.sessions.end(word)
            entrance.keeper.sign_out(admitted.name, address_of(entrance, environ))
            gone = entrance.set_cookie("session", "", 0)
            return answer(start, "303 See Other", b"", ("Location", LOGIN), gone)
        return inner({**environ, ADMITTED: admitted}, start)

    return entry


def turned_away(environ: WSGIEnvironment, start: StartResponse, path: str) -> Iterable[bytes]:
    """Send a person to the login page, and tell a script that the session has ended."""
    mode = environ.get("HTTP_SEC_FETCH_MODE", "navigate")
    if "/api/" in path or path.startswith("/static/") or mode != "navigate":
        body = plain_page("请登录", "没有登录，或登录已过期。")
        return answer(start, "401 Unauthorized", body)
    query = environ.get("QUERY_STRING", "")
    wanted = quote(text_of(path), safe="/:") + (f"?{query}" if query else "")
    to = "" if path in ("", "/", LOGOUT) else f"?next={quote(wanted, safe='')}"
    return answer(start, "303 See Other", b"", ("Location", f"{LOGIN}{to}"))


def login(entrance: Entrance, environ: WSGIEnvironment, start: StartResponse) -> Iterable[bytes]:
    """Show the form or take it; or take the one-time link, which HEAD does not use up."""
    keeper = entrance.keeper
    query = parse_qs(environ.get("QUERY_STRING", ""))
    if environ["REQUEST_METHOD"] == "POST":
        return take_form(entrance, environ, start)
    to = local_path(query.get("next", [""])[0])
    if keeper.passwords():
        return show_form(entrance, start, to)
    word = query.get("token", [""])[0]
    if not word or environ.get("prepay.head"):
        return answer(start, "200 OK", link_page())
    if not entrance.used(word):
        return answer(start, "403 Forbidden", link_page("这个链接已经用过，或不是现在的。"))
    admitted = keeper.sign_in_here(address_of(entrance, environ))
    entrance.announce(entrance.link())
    return let_in(entrance, start, admitted, to)


def show_form(
    entrance: Entrance,
    start: StartResponse,
    to: str,
    *,
    name: str = "",
    wrong: str = "",
    status: str = "200 OK",
    seconds: int = 0,
) -> Iterable[bytes]:
    """Show the form with a fresh ticket."""
    before = secret()
    body = login_page(ticket=entrance.ticket(before), to=to, name=name, wrong=wrong)
    headers = [entrance.set_cookie("form", before, 3600)]
    if seconds:
        headers.append(("Retry-After", str(seconds)))
    return answer(start, status, body, *headers)


def take_form(
    entrance: Entrance, environ: WSGIEnvironment, start: StartResponse
) -> Iterable[bytes]:
    """Take a form that was filled in: its ticket first, then name and password."""
    if not entrance.keeper.passwords():
        return answer(start, "403 Forbidden", link_page())
    words = form_of(environ)
    to = local_path(words.get("next", ""))
    before = cookie_of(environ, entrance.cookie("form"))
    good = hmac.compare_digest(entrance.ticket(before).encode(), words.get("ticket", "").encode())
    if not before or not good or not same_origin(environ):
        return show_form(entrance, start, to, wrong=FORGED, status="403 Forbidden")
    name, password = words.get("name", ""), words.get("password", "")
    found = entrance.keeper.sign_in(
        name,
        password,
        address_of(entrance, environ),
        cookie_of(environ, entrance.cookie("device")),
    )
    if isinstance(found, Turned):
        status = "429 Too Many Requests" if found.seconds else "401 Unauthorized"
        return show_form(
            entrance,
            start,
            to,
            name=name,
            wrong=found.message,
            status=status,
            seconds=found.seconds,
        )
    return let_in(entrance, start, found, to)


def let_in(
    entrance: Entrance, start: StartResponse, admitted: Admitted, to: str
) -> Iterable[bytes]:
    """Open a session under a new secret and go on to the page that was asked for."""
    word = entrance.sessions.begin(admitted)
    cookies = [
        entrance.set_cookie("session", word, int(LONGEST.total_seconds())),
        entrance.set_cookie("form", "", 0),
    ]
    if admitted.device:
        cookies.append(entrance.set_cookie("device", admitted.device, DEVICE_KEPT))
    return answer(start, "303 See Other", b"", ("Location", to or "/"), *cookies)


def form_of(environ: WSGIEnvironment) -> dict[str, str]:
    """Read the fields of a form; a body that is too long, or no form, has none."""
    length = environ.get("CONTENT_LENGTH") or ""
    kind = environ.get("CONTENT_TYPE", "").partition(";")[0].strip().lower()
    if not length.isascii() or not length.isdigit() or int(length) > BODY_MAX:
        return {}
    if kind != "application/x-www-form-urlencoded":
        return {}
    body = environ["wsgi.input"].read(int(length)).decode("utf-8", "replace")
    return {name: words[0] for name, words in parse_qs(body).items()}


def same_origin(environ: WSGIEnvironment) -> bool:
    """Return whether a browser says that a form was sent from a page of this server."""
    if environ.get("HTTP_SEC_FETCH_SITE", "same-origin") not in ("same-origin", "none"):
        return False
    origin = environ.get("HTTP_ORIGIN", "")
    return not origin or origin.partition("://")[2] == environ.get("HTTP_HOST", "")


def local_path(word: str) -> str:
    """Return a place on this server to go on to; another server's address gives none."""
    inside = word.startswith("/") and not word.startswith(("//", "/\\", LOGIN, LOGOUT))
    return word if inside and word.isascii() and word.isprintable() else ""


def cookie_of(environ: WSGIEnvironment, name: str) -> str:
    """Read a cookie; a header that is none has none."""
    try:
        cookies = SimpleCookie(environ.get("HTTP_COOKIE", ""))
    except CookieError:
        return ""
    return cookies[name].value if name in cookies else ""


def address_of(entrance: Entrance, environ: WSGIEnvironment) -> str:
    """Say where a request comes from: behind a proxy, what the proxy says of it."""
    told = environ.get("HTTP_X_REAL_IP", "") if entrance.secure else ""
    return (told or environ.get("REMOTE_ADDR", "")).strip()[:64] or "-"


def text_of(path: str) -> str:
    """Read a path as WSGI hands it over (bytes as latin-1)."""
    return path.encode("latin-1", "replace").decode("utf-8", "replace")
