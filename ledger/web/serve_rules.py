"""What of Fava may be asked for: a list of pages and answers; all else is refused.

A list of what is allowed, by Fava's own names for its routes: what a later Fava adds is closed
until someone has looked at it.
"""

from __future__ import annotations

import os
import re
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from ledger.formats.journals.beancount_confirmed import DOCUMENTS, ENDINGS
from ledger.web.serve_pages import POLICY, refused_page

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

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

#: Columns and keys that hold a file of this machine, whole records with such a key in them,
#: the tables whose `*` has such a column, and the functions that look up a key.
PLACES = frozenset({"filename", "location"})
RECORDS = frozenset({"close", "entry", "open"})
PLACED_TABLES = frozenset({"accounts", "documents", "entries"})
KEYED = frozenset({"any_meta", "entry_meta", "meta"})
META_OF = frozenset({"commodity_meta", "currency_meta", "open_meta"})

#: What stands for a file of this machine.
PLACE = "<账簿>"

REFUSED = "此处只能查看账目，不提供账本原文、文件和选项。"
QUERY_REFUSED = (
    "查询只能以 SELECT、BALANCES、JOURNAL 或 PRINT 开头，或用 run 运行已存的查询；请检查写法。"
)

PLACE_REFUSED = (
    "查询不能用文件所在的位置：filename、location 列，或整份 meta、entry 等记录。"
    "请写明要看的列，附加信息写成 meta('dc') 这样的一项。"
)


def allowed() -> Response | None:
    """Refuse the present request of Fava where it asks for more than figures; None lets it pass."""
    from flask import request

    endpoint = request.endpoint
    if endpoint is None:  # No such address: Fava says so itself.
        return None
    if endpoint == "document":
        return scan(request.args.get("filename", ""))
    if not is_permitted(endpoint, request.view_args):
        return refusal(REFUSED, as_json="api" in endpoint)
    why = barred(request.args.get("query_string", "")) if endpoint in QUERIES else ""
    return refusal(why, as_json=endpoint.startswith(API)) if why else None


def is_permitted(endpoint: str, words: Mapping[str, Any] | None) -> bool:
    """Return whether an answer or a page stands on the list; `words` are those of its address."""
    if endpoint.startswith(API):
        return endpoint.removeprefix(API) in ANSWERS
    if endpoint == "report":
        return (words or {}).get("report_name") in REPORTS
    return endpoint in ENDPOINTS


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


def barred(query: str) -> str:
    """Say why a query may not run; nothing for one that only reads the books.

    Fava hands the words to a command line that also knows `.output FILE` and
    `CREATE TABLE … USING 'csv:FILE'`. What stands after a `;` is never run.
    """
    from beanquery.parser import ParseError, ast, parse

    if not query.strip() or NAMED_QUERY.fullmatch(query):
        return ""
    if READING.match(query) is None:
        return QUERY_REFUSED
    try:
        statement = parse(query)
    except ParseError:
        return QUERY_REFUSED
    if not isinstance(statement, ast.Select | ast.Balances | ast.Journal | ast.Print):
        return QUERY_REFUSED
    return PLACE_REFUSED if tells_place(statement) else ""


def tells_place(statement: Any) -> bool:
    """Return whether a query could tell where on this machine the books lie.

    `serve_fava.hiding` takes folders out of answers only as they stand: in capitals or cut short
    they would stay.
    """
    from beanquery.parser import ast

    nodes = list(statement.walk())
    parts = {id(node.operand) for node in nodes if isinstance(node, ast.Attribute)}
    items = items_named(nodes)
    return any(node_tells(node, parts, items) for node in nodes)


def items_named(nodes: Iterable[Any]) -> set[int]:
    """Return the ids of the records of which one item is asked for that is no place."""
    from beanquery.parser import ast

    subscripts = [node for node in nodes if isinstance(node, ast.Subscript)]
    return {id(node.operand) for node in subscripts if node.key not in PLACES}


def node_tells(node: Any, parts: Collection[int], items: Collection[int]) -> bool:
    """Return whether one node of a query could tell a place.

    `parts` and `items` are the ids of nodes of which only a part, or an item, is asked for.
    """
    from beanquery.parser import ast

    match node:
        case ast.Column(name=name) | ast.Attribute(name=name):
            whole_meta = name == "meta" and id(node) not in items
            whole_record = name in RECORDS and id(node) not in parts
            return name in PLACES or whole_meta or whole_record
        case ast.Function(fname=name, operands=[_]) if name in META_OF:
            return id(node) not in items
        case ast.Function(fname=name, operands=[*_, key]) if name in KEYED | META_OF:
            return not isinstance(key, ast.Constant) or key.value in PLACES
        case ast.Select(targets=ast.Asterisk(), from_clause=ast.Table(name=name)):
            return name in PLACED_TABLES
    return False


def refusal(text: str, *, as_json: bool, title: str = "不提供", status: int = 403) -> Response:
    """Word a refusal as the asker reads it: Fava's scripts take JSON, people a page."""
    from flask import Response, json

    if as_json:
        body = json.dumps({"error": text}, ensure_ascii=False)
        return Response(body, status=status, mimetype="application/json")
    page = refused_page(title, text)
    headers = {"Content-Security-Policy": POLICY}
    return Response(page, status=status, mimetype="text/html", headers=headers)


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
