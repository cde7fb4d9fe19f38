"""Fava over the journals, with our pages in it: logged in, read-only, and no raw source.

Fava as it comes answers any Host, hands out and rewrites the ledger's files, and its query box
takes shell commands (`.output FILE` truncates a file, by GET). So nothing passes here that is
not on a list, and nobody without a session.
"""

from __future__ import annotations

import logging
import re
import select
import socket
import tempfile
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from ledger.basis.errors import refuse
from ledger.web.serve_login import LOGIN, Entrance, guarded
from ledger.web.serve_pages import answer, plain_page
from ledger.web.serve_wrapper import write_wrappers

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from types import TracebackType
    from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

    from ledger.web.pages import Pages
    from ledger.web.serve_wrapper import Shelf

    ExcInfo = (
        tuple[type[BaseException], BaseException, TracebackType] | tuple[None, None, None] | None
    )

LOOPBACK = "127.0.0.1"
#: A page elsewhere that resolves its own name to this machine still sends its own name.
LOCAL_HOST = re.compile(r"(127\.0\.0\.1|localhost|\[::1\])(:\d{1,5})?", re.ASCII | re.IGNORECASE)
HOST_NAME = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9.-]{0,251}[A-Za-z0-9])?", re.ASCII)
METHODS = ("GET", "HEAD")
#: Requests answered at once; connections held open; seconds without a byte; bytes of a request.
THREADS, CONNECTIONS_MAX, IDLE_SECONDS, HEADER_MAX = 8, 500, 60, 65_536
#: Our own scripts and styles only. Fava's query editor writes a style element of its own (it
#: has no way to be given a nonce), so elements may be inline; style attributes may not.
#: `same-origin` for the referrer: the links of the side bar come back to the page they were on.
HEADERS: Mapping[str, str] = MappingProxyType(
    {
        "Content-Security-Policy": "default-src 'none'; script-src 'self'; "
        "style-src 'self'; style-src-elem 'self' 'unsafe-inline'; style-src-attr 'none'; "
        "img-src 'self' data:; font-src 'self'; connect-src 'self'; object-src 'none'; "
        "base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
        "Referrer-Policy": "same-origin",
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Where:
    """Where the server listens, and by which names it may be called.

    Without names it is this machine alone; with names it stands behind a proxy with TLS.
    """

    host: str = LOOPBACK
    port: int = 5000
    names: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Refuse to listen to other machines bare (HOST_OPEN), or under a name that is none."""
        if not self.names and self.host not in (LOOPBACK, "localhost", "::1"):
            raise refuse(
                "HOST_OPEN",
                f"不能直接在 {self.host} 上给别的电脑查看：网页没有加密",
                "放在 nginx 等反向代理后面，加 --behind-proxy --allow-host 域名；见 docs/serve.md",
            )
        for name in self.names:
            if HOST_NAME.fullmatch(name) is None:
                raise refuse("HOST_NAME", f"“{name}”不是域名", "只写域名，如 prepay.example.cn")

    def knows(self, called: str) -> bool:
        """Return whether a request calls the server by one of its names."""
        if not self.names:
            return LOCAL_HOST.fullmatch(called) is not None
        name = re.sub(r":\d{1,5}$", "", called, flags=re.ASCII)
        return name.lower() in (one.lower() for one in self.names)


def serve(
    shelves: Sequence[Shelf],
    pages: Pages,
    entrance: Entrance,
    where: Where,
    announce: Callable[[str], None],
) -> None:
    """Show the journals until interrupted; `announce` is told the address.

    The port is taken before the ledgers are loaded, so that a taken one is said at once. A request
    reaches a thread only when it is there whole, so that slow clients keep nobody waiting.
    Raises Refused (NOTHING_TO_VIEW, PORT_TAKEN).
    """
    if not shelves:
        raise refuse(
            "NOTHING_TO_VIEW", "没有可以查看的账本", "先记账，再运行 prepay export beancount"
        )
    with (
        listening(where) as listener,
        tempfile.TemporaryDirectory(prefix="prepay-view-") as folder,
    ):
        entrance.port = listener.getsockname()[1]
        address = f"http://{where.host}:{entrance.port}/"
        entrance.announce = lambda word: announce(address_for(address, word))
        made = application(shelves, pages, entrance, where=where, folder=Path(folder))
        server = server_over(made, listener)
        try:
            announce(address_for(address, "" if entrance.keeper.passwords() else entrance.link()))
            server.run()
        except KeyboardInterrupt:
            pass
        finally:
            server.close()


def server_over(made: WSGIApplication, listener: socket.socket) -> Any:
    """Make the server of an application; what a client may send or leave open is bounded."""
    from waitress import create_server

    logging.getLogger("waitress").setLevel(logging.ERROR)
    return create_server(
        made,
        sockets=[listener],
        threads=THREADS,
        ident=None,
        connection_limit=CONNECTIONS_MAX,
        channel_timeout=IDLE_SECONDS,
        cleanup_interval=IDLE_SECONDS // 4,
        max_request_header_size=HEADER_MAX,
        max_request_body_size=HEADER_MAX,
        asyncore_use_poll=hasattr(select, "poll"),
    )


def address_for(address: str, word: str) -> str:
    """Write the address to open: with the one-time link's word, where that is the way in."""
    return f"{address}{LOGIN[1:]}?{urlencode({'token': word})}" if word else address


def listening(where: Where) -> socket.socket:
    """Take the port; refuse one that cannot be listened on."""
    try:
        family = socket.AF_INET6 if ":" in where.host else socket.AF_INET
        return socket.create_server((where.host, where.port), family=family)
    except (OSError, OverflowError) as error:
        port = where.port
        raise refuse(
            "PORT_TAKEN",
            f"端口 {port} 不能使用，可能已被其他程序占用",
            f"换一个端口，如 prepay view --port {port + 1 if port < 65535 else 5001}",
        ) from error


def application(
    shelves: Sequence[Shelf],
    pages: Pages,
    entrance: Entrance,
    *,
    folder: Path,
    where: Where | None = None,
) -> WSGIApplication:
    """Make the web application over shelves, all loaded: Fava behind two doors.

    `folder` is the server's own, for the main files that add our pages to the journals.
    """
    from ledger.web.serve_fava import fava_over

    files = write_wrappers(shelves, folder, pages.readers)
    fava = fava_over(shelves, files, pages)
    return behind_door(guarded(entrance, fava), where or Where())


def behind_door(inner: WSGIApplication, where: Where) -> WSGIApplication:
    """Let only reading requests to a known name through, and the login form's one POST.

    Every answer, of whichever part, leaves with the headers of a closed door.
    """

    def door(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        def start(
            status: str, headers: list[tuple[str, str]], exc_info: ExcInfo = None, /
        ) -> Callable[[bytes], object]:
            kept = secured(headers, environ, tls=bool(where.names))
            return start_response(status, kept, exc_info)

        if not where.knows(environ.get("HTTP_HOST", "")):
            told = "请用登记的域名打开。" if where.names else "请用 http://127.0.0.1 打开。"
            title = "名称不对" if where.names else "只在本机查看"
            return answer(start, "421 Misdirected Request", plain_page(title, told))
        method = environ["REQUEST_METHOD"]
        form = method == "POST" and environ.get("PATH_INFO") == LOGIN
        if method not in METHODS and not form:
            allow = ("Allow", ", ".join(METHODS))
            body = plain_page("只读", "这里只能查看，不能改动账本。")
            return answer(start, "405 Method Not Allowed", body, allow)
        if method != "HEAD":
            return inner(environ, start)
        asked = {**environ, "REQUEST_METHOD": "GET", "prepay.head": True}
        return headers_only(inner(asked, start))

    return door


def secured(
    headers: list[tuple[str, str]], environ: WSGIEnvironment, *, tls: bool
) -> list[tuple[str, str]]:
    """Add the headers that keep an answer out of caches, frames and foreign scripts.

    An answer that brings a policy of its own (a narrower one) keeps it.
    """
    own = dict(HEADERS)
    if not environ.get("PATH_INFO", "").startswith("/static/"):
        own["Cache-Control"] = "no-store"
    if tls:
        own["Strict-Transport-Security"] = "max-age=31536000"
    policy = next((word for name, word in headers if name == "Content-Security-Policy"), "")
    if policy:
        own["Content-Security-Policy"] = policy
    replaced = {name.lower() for name in own}
    kept = [(name, value) for name, value in headers if name.lower() not in replaced]
    return [*kept, *own.items()]


def headers_only(body: Iterable[bytes]) -> Iterable[bytes]:
    """Drop an answer's body, as HEAD asks."""
    close = getattr(body, "close", None)
    if close is not None:
        close()
    return []
