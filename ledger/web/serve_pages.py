"""The few pages of our own that stand before Fava: logging in, and short refusals."""

from __future__ import annotations

import base64
import hashlib
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from wsgiref.types import StartResponse

STYLE = """
:root{color-scheme:light dark}
body{margin:0;min-height:100vh;display:grid;place-items:center;font:16px/1.6 "Fira Sans",
"Noto Sans CJK SC","Source Han Sans SC","Microsoft YaHei","WenQuanYi Micro Hei",sans-serif;
background:#f2f2f2;color:#404040}
main{width:22rem;max-width:90vw;background:#fff;border:1px solid #d9d9d9;padding:1.5rem 2rem 2rem}
h1{font-size:1.25rem;font-weight:500;margin:0 0 .25rem;color:#0065a3}
p{margin:.5rem 0}label{display:block;margin-top:.75rem}
input{box-sizing:border-box;width:100%;font:inherit;padding:.4rem .6rem;border:1px solid #ccc;
background:#fff;color:inherit}
button{margin-top:1.25rem;width:100%;font:inherit;padding:.45rem;border:0;color:#fff;
background:#0065a3;cursor:pointer}
a{color:#0065a3}.wrong{color:#c00000;border-left:3px solid #c00000;padding-left:.6rem}
.small{font-size:.875rem;color:#666}
@media(prefers-color-scheme:dark){body{background:#262626;color:#ccc}main{background:#333;
border-color:#4d4d4d}input{background:#262626;border-color:#595959}h1,a{color:#5cc0ff}}
"""
HASH = base64.b64encode(hashlib.sha256(STYLE.encode()).digest()).decode()
#: These pages hold a form and one style of their own, named by its hash; nothing else runs.
POLICY = (
    f"default-src 'none'; style-src 'sha256-{HASH}'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'"
)
PAGE = (
    '<!doctype html><html lang="zh-CN"><head><meta charset="utf-8">'
    '<meta name="viewport" content="width=device-width, initial-scale=1">'
    f"<title>{{title}}</title><style>{STYLE.replace('{', '{{').replace('}', '}}')}</style></head>"
    "<body><main><h1>{title}</h1>{body}</main></body></html>"
)
FORM = """{wrong}<form method="post" action="/login">
<input type="hidden" name="ticket" value="{ticket}"><input type="hidden" name="next" value="{to}">
<label for="name">姓名</label>
<input id="name" name="name" value="{name}" autocomplete="username" required maxlength="40">
<label for="password">密码</label>
<input id="password" name="password" type="password" autocomplete="current-password" required
 maxlength="200">
<button type="submit">登录</button></form>
<p class="small">没有密码，或忘了密码：请管理员用 prepay operator password 设置。</p>"""
BY_LINK = """{wrong}<p>请用运行 <b>prepay view</b> 的窗口里显示的链接打开，链接只能用一次；
用过之后，窗口里会再显示一个新的。</p>
<p class="small">要让多人登录，先为每位操作员设置密码：prepay operator password 姓名。</p>"""


def plain_page(title: str, text: str) -> bytes:
    """Draw a short page: a title and a sentence."""
    return PAGE.format(title=escape(title), body=f"<p>{escape(text)}</p>").encode()


def refused_page(title: str, text: str) -> bytes:
    """Draw a short page with the way back to the books."""
    body = f'<p>{escape(text)}</p><p><a href="/">回到账本</a></p>'
    return PAGE.format(title=escape(title), body=body).encode()


def login_page(*, ticket: str, to: str, name: str = "", wrong: str = "") -> bytes:
    """Draw the form to log in."""
    told = f'<p class="wrong" role="alert">{escape(wrong)}</p>' if wrong else ""
    body = FORM.format(wrong=told, ticket=escape(ticket), to=escape(to), name=escape(name))
    return PAGE.format(title="登录 医保预付金账簿", body=body).encode()


def link_page(wrong: str = "") -> bytes:
    """Say where the link is by which one logs in on this machine."""
    told = f'<p class="wrong" role="alert">{escape(wrong)}</p>' if wrong else ""
    return PAGE.format(title="医保预付金账簿", body=BY_LINK.format(wrong=told)).encode()


def answer(
    start: StartResponse, status: str, body: bytes, *headers: tuple[str, str]
) -> Iterable[bytes]:
    """Answer with a page of our own, under its own narrower policy."""
    start(
        status,
        [
            ("Content-Type", "text/html; charset=utf-8"),
            ("Content-Length", str(len(body))),
            ("Content-Security-Policy", POLICY),
            *headers,
        ],
    )
    return [body]
