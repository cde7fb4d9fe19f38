"""What goes wrong while a page is made, in a Chinese sentence and with the right status.

Fava answers a filter that it cannot read, or that takes too long, with a bare 500 in English.
"""

from __future__ import annotations

import sys
import traceback
from http import HTTPStatus
from typing import TYPE_CHECKING

import regex

from ledger.basis.errors import LedgerError
from ledger.web.serve_patterns import SIMPLER
from ledger.web.serve_rules import refusal

if TYPE_CHECKING:
    from flask import Flask, Response

#: What a refusal by status means here.
HTTP_TEXTS = {
    HTTPStatus.NOT_FOUND: ("没有这一页", "没有这一页，或不在可以查看的账套里。"),
    HTTPStatus.UNAUTHORIZED: ("只读", "这里只能查看，不能改动账本。"),
    HTTPStatus.METHOD_NOT_ALLOWED: ("只读", "这里只能查看，不能改动账本。"),
}
FILTERS = {"time": "时间", "account": "科目", "filter": "筛选"}
FAILED = (
    "这一页没有做出来，账簿没有任何改动。请再试一次；还是不行的，把时间和这一页的地址告诉管理员。"
)


def own_errors(fava: Flask) -> None:
    """Answer for Fava, and for our own pages, whatever is raised while an answer is made."""
    api = fava.error_handler_spec["json_api"]
    for by_class in api.values():
        by_class.clear()
    for by_class in fava.error_handler_spec[None].values():
        by_class.clear()
    fava.register_error_handler(Exception, told)


def told(error: Exception) -> Response:
    """Say what was wrong with the request, or that the page could not be made."""
    from flask import request

    title, text, status = worded(error)
    if status == HTTPStatus.INTERNAL_SERVER_ERROR:
        print(f"{request.path}：没有做出来", file=sys.stderr)  # noqa: T201
        traceback.print_exception(error, file=sys.stderr)
    as_json = "api" in (request.endpoint or "") or f"/{request.path}".startswith("//api/")
    return refusal(text, as_json=as_json, title=title, status=status)


def worded(error: Exception) -> tuple[str, str, int]:
    """Return title, sentence and status of what was raised."""
    from fava.core import EntryNotFoundForHashError
    from fava.core.filters import FilterError
    from fava.helpers import FavaAPIError
    from werkzeug.exceptions import HTTPException

    match error:
        case LedgerError():
            findings = getattr(error, "findings", ())
            text = "；".join(f"{one.message}。{one.remedy}" for one in findings) or str(error)
            told = ("不能这样查看", text, HTTPStatus.BAD_REQUEST)
        case HTTPException(code=int(code)):
            title, text = HTTP_TEXTS.get(HTTPStatus(code), ("不能查看", "这个地址不能查看。"))
            told = (title, text, HTTPStatus(code))
        case FilterError(filter_type=kind):
            which = FILTERS.get(kind, "筛选")
            text = f"无法识别{which}条件（{error.message}）。改正或清空页面上方的{which}框。"
            told = ("条件无法识别", text, HTTPStatus.BAD_REQUEST)
        case regex.error():
            text = f"无法识别匹配式（{error}）。{SIMPLER}。"
            told = ("条件无法识别", text, HTTPStatus.BAD_REQUEST)
        case EntryNotFoundForHashError():
            text = "没有这张凭证，或账本已经重新导出。"
            told = ("没有这张凭证", text, HTTPStatus.NOT_FOUND)
        case FavaAPIError():
            told = ("无法识别", f"无法识别：{error.message}", HTTPStatus.BAD_REQUEST)
        case _:
            told = ("没有做出来", FAILED, HTTPStatus.INTERNAL_SERVER_ERROR)
    return told
