"""Fava over the journals: read-only, in Chinese, on this machine only, and no raw source.

Fava as it comes answers any Host, hands out and rewrites the ledger's files, and its query box
takes shell commands (`.output FILE` truncates a file, by GET). So nothing passes here that is
not on a list.
"""

from __future__ import annotations

import re
import socket
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from ledger.basis.errors import refuse
from ledger.views.serve_rules import allowed, hide_source

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from types import TracebackType
    from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

    from flask import Flask

    ExcInfo = (
        tuple[type[BaseException], BaseException, TracebackType] | tuple[None, None, None] | None
    )

LOOPBACK = "127.0.0.1"
#: A page elsewhere that resolves its own name to this machine still sends its own name.
LOCAL_HOST = re.compile(r"(127\.0\.0\.1|localhost|\[::1\])(:\d{1,5})?", re.ASCII | re.IGNORECASE)
METHODS = ("GET", "HEAD")
#: Fava's own scripts and styles only; styles inline, since its charts set them. `same-origin`
#: for the referrer: the filter links of the side bar come back to the page they were on.
HEADERS: Mapping[str, str] = MappingProxyType(
    {
        "Content-Security-Policy": "default-src 'self'; script-src 'self'; "
        "style-src 'self' 'unsafe-inline'; img-src 'self' data:; object-src 'none'; "
        "base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Referrer-Policy": "same-origin",
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
    }
)
PAGE = (
    '<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>{title}</title>'
    "<h1>{title}</h1><p>{text}</p></html>"
)
UNESCAPED, ESCAPED = "{% autoescape false %}", "{% autoescape true %}"


def serve(main_files: Sequence[Path], port: int, announce: Callable[[str], None]) -> None:
    """Show the journals on this machine until interrupted; `announce` is told the address.

    The port is taken before the ledgers are loaded, so that a taken one is said at once.
    Raises Refused (NOTHING_TO_VIEW, PORT_TAKEN).
    """
    from cheroot.wsgi import Server

    if not main_files:
        raise refuse(
            "NOTHING_TO_VIEW", "没有可以查看的账本", "先记账，再运行 prepay export beancount"
        )
    check_port(port)
    server = Server((LOOPBACK, port), refuse_all, server_name="prepay")
    try:
        server.prepare()
        server.wsgi_app = application(main_files)
        announce(f"http://{LOOPBACK}:{server.bind_addr[1]}/")
        server.serve()
    except KeyboardInterrupt:
        pass
    finally:
        server.stop()


def check_port(port: int) -> None:
    """Refuse a port that cannot be listened on.

    The server would find out by itself, but leave its socket open.
    """
    try:
        socket.create_server((LOOPBACK, port)).close()
    except (OSError, OverflowError) as error:
        raise refuse(
            "PORT_TAKEN",
            f"端口 {port} 不能使用，可能已被其他程序占用",
            f"换一个端口，如 prepay view --port {port + 1 if port < 65535 else 5001}",
        ) from error


def application(main_files: Sequence[Path]) -> WSGIApplication:
    """Make the web application over main files, all loaded: Fava behind a narrow door."""
    from fava.application import create_app

    paths = [str(Path(file).resolve()) for file in main_files]
    fava = create_app(paths, load=True, read_only=True)
    escape_texts(fava)
    fava.before_request(allowed)
    fava.after_request(hide_source)
    return behind_door(fava)


def escape_texts(fava: Flask) -> None:
    """Make Fava's journal escape what it prints.

    Its template switches escaping off, so that a 摘要 with `</li>` in it would hide the
    vouchers after it.
    """
    from jinja2 import FunctionLoader

    environment = fava.jinja_env
    inner = environment.loader
    assert inner is not None

    def load(name: str) -> tuple[str, str | None, Callable[[], bool] | None]:
        source, filename, uptodate = inner.get_source(environment, name)
        return source.replace(UNESCAPED, ESCAPED), filename, uptodate

    environment.loader = FunctionLoader(load)


def behind_door(inner: WSGIApplication) -> WSGIApplication:
    """Let only reading requests from this machine through, and add the headers to each answer."""

    def door(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        def start(
            status: str, headers: list[tuple[str, str]], exc_info: ExcInfo = None, /
        ) -> Callable[[bytes], object]:
            return start_response(status, secured(headers, environ), exc_info)

        if LOCAL_HOST.fullmatch(environ.get("HTTP_HOST", "")) is None:
            return say(
                start, "421 Misdirected Request", "只在本机查看", "请用 http://127.0.0.1 打开。"
            )
        if environ["REQUEST_METHOD"] not in METHODS:
            return say(start, "405 Method Not Allowed", "只读", "这里只能查看，不能改动账本。")
        if environ["REQUEST_METHOD"] == "GET":
            return inner(environ, start)
        return headers_only(inner({**environ, "REQUEST_METHOD": "GET"}, start))

    return door


def secured(headers: list[tuple[str, str]], environ: WSGIEnvironment) -> list[tuple[str, str]]:
    """Add the headers that keep an answer out of caches, frames and foreign scripts."""
    own = dict(HEADERS)
    if not environ.get("PATH_INFO", "").startswith("/static/"):
        own["Cache-Control"] = "no-store"
    replaced = {name.lower() for name in own}
    kept = [(name, value) for name, value in headers if name.lower() not in replaced]
    return [*kept, *own.items()]


def headers_only(body: Iterable[bytes]) -> Iterable[bytes]:
    """Drop an answer's body, as HEAD asks."""
    close = getattr(body, "close", None)
    if close is not None:
        close()
    return []


def say(start: StartResponse, status: str, title: str, text: str) -> Iterable[bytes]:
    """Answer with a short page of our own."""
    body = PAGE.format(title=title, text=text).encode()
    headers = [("Content-Type", "text/html; charset=utf-8"), ("Content-Length", str(len(body)))]
    if status.startswith("405"):
        headers.append(("Allow", ", ".join(METHODS)))
    start(status, headers)
    return [body]


def refuse_all(_environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
    """Answer until the ledgers are loaded."""
    return say(start_response, "503 Service Unavailable", "正在载入账本", "请稍候再打开。")
