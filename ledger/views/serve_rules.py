"""What of Fava may be asked for: a list of pages and answers; all else is refused.

A list of what is allowed, by Fava's own names for its routes: what a later Fava adds is closed
until someone has looked at it.
"""

from __future__ import annotations

import os
import re
from pathlib import PurePath
from typing import TYPE_CHECKING

from ledger.views.beancount_confirmed import DOCUMENTS, ENDINGS
from ledger.views.serve_pages import POLICY, refused_page

if TYPE_CHECKING:
    from flask import Response

ENDPOINTS = frozenset(
    {
        "account",
        "download_query",
        "extension_endpoint",
        "extension_js_module",
        "extension_report",
        "help_page",
        "holdings_by",
        "index",
        "jump",
        "report",
        "static",
    }
)
#: Without editor, import and options: they show source texts, files and folders.
REPORTS = frozenset(
    {
        "balance_sheet",
        "commodities",
        "documents",
        "errors",
        "events",
        "holdings",
        "income_statement",
        "journal",
        "query",
        "statistics",
        "trial_balance",
    }
)
ANSWERS = frozenset(
    {
        "account_report",
        "balance_sheet",
        "changed",
        "commodities",
        "context",
        "documents",
        "errors",
        "events",
        "help",
        "income_statement",
        "journal",
        "journal_page",
        "ledger_data",
        "query",
        "statistics",
        "trial_balance",
    }
)
API = "json_api.get_"
QUERIES = (f"{API}query", "download_query")
#: A stored query by its name; quotes and blanks as Fava's own links write them.
NAMED_QUERY = re.compile(r"\s*\.?run\s+(\"[^\"\\]+\"|'[^'\\]+'|[\w-]+)[\s;]*")
READING = re.compile(r"\s*(select|balances|journal|print)\b", re.IGNORECASE)

#: What stands for a file of this machine.
PLACE = "<账簿>"

REFUSED = "此处只能查看账目，不提供账本原文、文件和选项。"
QUERY_REFUSED = (
    "查询只能以 SELECT、BALANCES、JOURNAL 或 PRINT 开头，或用 run 运行已存的查询；请检查写法。"
)


def allowed() -> Response | None:
    """Refuse the present request of Fava where it asks for more than figures; None lets it pass."""
    from flask import request

    endpoint = request.endpoint
    if endpoint is None:  # No such address: Fava says so itself.
        return None
    if endpoint.startswith(API):
        permitted = endpoint.removeprefix(API) in ANSWERS
    else:
        permitted = endpoint in ENDPOINTS
    if endpoint == "report":
        permitted = (request.view_args or {}).get("report_name") in REPORTS
    if endpoint == "document":
        return scan(request.args.get("filename", ""))
    if not permitted:
        return refusal(REFUSED, as_json="api" in endpoint)
    if endpoint in QUERIES and not reads_only(request.args.get("query_string", "")):
        return refusal(QUERY_REFUSED, as_json=endpoint.startswith(API))
    return None


def scan(filename: str) -> Response:
    """Hand out a paper's scan that the journal names; any other file is refused.

    The browser knows a scan by its place within the journals, without the folders of this machine
    (`serve_fava.hiding`), so that Fava's own answer would not find it.
    """
    from fava.context import g
    from fava.util import send_file_inline

    path = PurePath(filename)
    if path.parent.name == DOCUMENTS and path.suffix in {end for _, end in ENDINGS}:
        for entry in g.ledger.all_entries_by_type.Document:
            if entry.filename == filename or entry.filename.endswith(f"{os.sep}{filename}"):
                return send_file_inline(entry.filename)
    return refusal(REFUSED, as_json=False)


def reads_only(query: str) -> bool:
    """Tell whether a query only reads the ledger.

    Fava hands the words to a command line that also knows `.output FILE` and
    `CREATE TABLE … USING 'csv:FILE'`. What stands after a `;` is never run.
    """
    from beanquery.parser import ParseError, ast, parse  # type: ignore[import-untyped]

    if not query.strip() or NAMED_QUERY.fullmatch(query):
        return True
    if READING.match(query) is None:
        return False
    try:
        statement = parse(query)
    except ParseError:
        return False
    return isinstance(statement, ast.Select | ast.Balances | ast.Journal | ast.Print)


def refusal(text: str, *, as_json: bool) -> Response:
    """Word a refusal as the asker reads it: Fava's scripts take JSON, people a page."""
    from flask import Response, json

    if as_json:
        body = json.dumps({"error": text}, ensure_ascii=False)
        return Response(body, status=403, mimetype="application/json")
    page = refused_page("不提供", text)
    headers = {"Content-Security-Policy": POLICY}
    return Response(page, status=403, mimetype="text/html", headers=headers)


def hide_source(response: Response) -> Response:
    """Take a voucher's place in its file out of Fava's answer about it.

    With a place, Fava's page would offer to edit it, and ask for the source.
    """
    from flask import json, request

    if request.endpoint == f"{API}context" and response.status_code == 200:
        tree = json.loads(response.get_data())
        entry = tree["data"]["entry"]
        for shown in (entry, *entry.get("postings", ())):
            shown["meta"].update(filename=PLACE, lineno="0")
        response.set_data(json.dumps(tree))
    return response
