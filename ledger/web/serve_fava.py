"""Fava itself, made ours: escaped texts, no paths of this machine, and each only their books."""

from __future__ import annotations

import json
import os
import re
import threading
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from ledger.web.serve_errors import own_errors
from ledger.web.serve_large import LARGE, large_accounts, spare_large
from ledger.web.serve_login import ADMITTED
from ledger.web.serve_patterns import bound_patterns
from ledger.web.serve_rules import PLACE, QUERIES, allowed, hide_source

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from pathlib import Path

    from flask import Flask, Response

    from ledger.masters.access import Admitted
    from ledger.web.pages import Pages
    from ledger.web.serve_wrapper import Shelf

SERVED = "PREPAY"
UNESCAPED, ESCAPED = "{% autoescape false %}", "{% autoescape true %}"
LAYOUT = "_layout.html"
#: Our styles, and who is logged in, on every page of Fava.
HEAD = (
    '<link rel="stylesheet" href="{{ prepay_styles() }}">'
    '<meta name="prepay-operator" content="{{ prepay_operator() }}">'
    '<meta name="prepay-large" content="{{ prepay_large() }}"></head>'
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Served:
    """What one server shows: shelves by Fava's name for each (its slug), and our pages."""

    shelves: Mapping[str, Shelf]
    pages: Pages

    def shelf(self, slug: str) -> Shelf:
        """Return the shelf of a slug."""
        return self.shelves[slug]

    def open_to(self, admitted: Admitted) -> list[str]:
        """List the slugs that a person may look at, in the order they are shown."""
        return [slug for slug, shelf in self.shelves.items() if admitted.may_see(shelf.book)]


def fava_over(shelves: Sequence[Shelf], files: Sequence[Path], pages: Pages) -> Flask:
    """Make Fava over the files of shelves, all loaded, with our rules before every answer."""
    from fava.application import create_app

    paths = [str(file.resolve()) for file in files]
    # The other watcher takes a thread and an inotify instance (128 a user) for each ledger.
    fava = create_app(paths, load=True, read_only=True, poll_watcher=True)
    by_path = {str(file.resolve()): shelf for file, shelf in zip(files, shelves, strict=True)}
    slugs = {
        slug: by_path[str(ledger.beancount_file_path)]
        for slug, ledger in fava.config["LEDGERS"].items()
    }
    fava.config[LARGE] = {}
    fava.config[SERVED] = Served(shelves=slugs, pages=pages)
    own_templates(fava)
    own_ledger_data(fava)
    one_query_at_a_time(fava)
    own_errors(fava)
    bound_patterns()
    fava.before_request(own_books)
    fava.before_request(allowed)
    fava.before_request(spare_large)
    fava.after_request(hide_source)
    fava.after_request(hiding(folders_of([*files, *(shelf.file for shelf in shelves)])))
    return fava


def folders_of(files: Iterable[Path]) -> tuple[bytes, ...]:
    """Write the folders of files as answers may carry them: plainly, or as JSON."""
    found = {f"{file.resolve().parent}{os.sep}" for file in files}
    texts = {text for one in found for text in (one, dumped(one), dumped(one, ascii_=False))}
    return tuple(sorted((text.encode() for text in texts), key=len, reverse=True))


def dumped(text: str, *, ascii_: bool = True) -> str:
    """Write a text as it stands between the quotes of JSON."""
    return json.dumps(text, ensure_ascii=ascii_)[1:-1]


def hiding(folders: Sequence[bytes]) -> Callable[[Response], Response]:
    """Take folders of this machine out of answers in words: Fava tells them with each entry.

    Files are handed on as they are, but for the figures of a query, which are also sent as one.
    """
    from flask import request

    def hide(response: Response) -> Response:
        kind = response.mimetype or ""
        words = kind.startswith("text/") or kind == "application/json"
        if request.endpoint in QUERIES:
            response.direct_passthrough = False
        if words and not response.direct_passthrough:
            body = response.get_data()
            for folder in folders:
                body = body.replace(folder, b"")
            response.set_data(body)
        return response

    return hide


def own_books() -> None:
    """Answer for another's book as if there were none, and `/` with the first of one's own."""
    from fava.context import g
    from flask import abort, current_app, request

    admitted: Admitted = request.environ[ADMITTED]
    slugs = current_app.config[SERVED].open_to(admitted)
    slug = g.beancount_file_slug
    if slug is None and request.endpoint == "index" and slugs:
        g.beancount_file_slug = slugs[0]
    elif slug not in (None, *slugs) or (request.endpoint == "index" and not slugs):
        abort(404)


def own_templates(fava: Flask) -> None:
    """Make Fava's journal escape what it prints, and give every page our styles.

    Its template switches escaping off, so that a 摘要 with `</li>` in it would hide the
    vouchers after it.
    """
    from fava.context import g
    from flask import current_app, request, url_for
    from jinja2 import FunctionLoader

    environment = fava.jinja_env
    inner = environment.loader
    assert inner is not None

    def load(name: str) -> tuple[str, str | None, Callable[[], bool] | None]:
        source, filename, uptodate = inner.get_source(environment, name)
        source = source.replace(UNESCAPED, ESCAPED)
        if name == LAYOUT:
            assert source.count("</head>") == 1
            source = source.replace("</head>", HEAD)
        return source, filename, uptodate

    def prepay_styles() -> str:
        base = url_for("index", bfile=g.beancount_file_slug)
        return f"{base}extension/Prepay/prepay.css"

    def prepay_operator() -> str:
        name: str = request.environ[ADMITTED].name
        return name

    def prepay_large() -> str:
        found = large_accounts(g.ledger, current_app.config[LARGE])
        return json.dumps({account: span for account, (span, _) in found.items()})

    environment.loader = FunctionLoader(load)
    environment.globals["prepay_large"] = prepay_large
    environment.globals["prepay_styles"] = prepay_styles
    environment.globals["prepay_operator"] = prepay_operator


def own_ledger_data(fava: Flask) -> None:
    """Keep paths of this machine, and books of others, out of what Fava tells its scripts."""
    from fava.internal_api import get_ledger_data
    from flask import current_app, request, url_for

    def ledger_data() -> Any:
        whole = get_ledger_data()
        open_ = current_app.config[SERVED].open_to(request.environ[ADMITTED])
        addresses = {url_for("index", bfile=slug) for slug in open_}
        others = [(title, to) for title, to in whole.other_ledgers if to in addresses]
        options = {**whole.options, "filename": PLACE, "include": [], "documents": []}
        errors = [replace(error, source=hidden(error.source)) for error in whole.errors]
        return replace(whole, other_ledgers=others, options=options, errors=errors)

    own = {"ledger_data": ledger_data, "errors": lambda: ledger_data().errors}
    fava.jinja_env.globals["get_ledger_data"] = ledger_data
    for name, read in own.items():
        endpoint = f"json_api.get_{name}"
        assert endpoint in fava.view_functions, endpoint
        fava.view_functions[endpoint] = answering(read)


def one_query_at_a_time(fava: Flask) -> None:
    """Let only one person's query run at a time.

    Fava keeps one query shell for each ledger, whoever asks: two who asked at once would get
    each other's figures.
    """
    lock = threading.Lock()
    for endpoint in QUERIES:
        assert endpoint in fava.view_functions, endpoint
        fava.view_functions[endpoint] = waiting(fava.view_functions[endpoint], lock)


def waiting(view: Callable[..., Any], lock: threading.Lock) -> Callable[..., Any]:
    """Make a view wait until nobody else holds the lock."""

    def waited(**words: Any) -> Any:
        with lock:
            return view(**words)

    return waited


def answering(read: Callable[[], Any]) -> Callable[[], Response]:
    """Answer a script of Fava's with what is read, as Fava's own answers are made."""
    from fava.json_api import json_success

    def view() -> Response:
        made: Response = json_success(read())
        return made

    return view


def hidden(source: Any) -> Any:
    """Say in which file of the journal an error is, not where on this machine that is."""
    return source and {**source, "filename": re.split(r"[/\\]", str(source["filename"]))[-1]}
