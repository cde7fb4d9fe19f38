"""操作日志: who did what when, refused or not, in words that people read."""

from __future__ import annotations

import json
from types import MappingProxyType
from typing import TYPE_CHECKING

from ledger.basis.terms import ACTIONS
from ledger.formats.report import Column, Report, named_row
from ledger.store.engine import reading
from ledger.store.writer import read_log
from ledger.voucher.one_login import STATION
from ledger.workflow.desk import STANDING_IN
from ledger.workflow.office.registry import FACT_KINDS
from ledger.workflow.office.words import content_told

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ledger.workflow.desk import Desk

COLUMNS = MappingProxyType(
    {
        "at": Column(heading="时间"),
        "operator": Column(heading="操作员"),
        "book": Column(heading="账套", spare=True),
        "action": Column(heading="操作"),
        "subject": Column(heading="对象", wraps=12),
        "content": Column(heading="内容", wraps=24),
        "station": Column(heading="来自", spare=True),
    }
)

#: How the words of the log's content read in Chinese.
LOG_WORDS: Mapping[str, str] = MappingProxyType(
    {
        "drafts": "草稿",
        "registers": "登记事项",
        "seen": "核对码",
        "unseen": "未逐张查看",
        "vouchers": "凭证",
        "signed": "签章",
        "paper": "依据文件",
        "reason": "原因",
        "codes": "原因代码",
        "message": "说明",
        "action": "操作",
        "before": "改前",
        "from_year": "起用年度",
        "proposed_by": "提出人",
        "after": "改后",
        "digest": "封存码",
        "correction": "更正原因",
        "versions": "名单变更",
        "profile": "方案",
        "start": "起始月份",
        "value": "取值",
        "version": "版本",
        "books": "可看账套",
        "from": "来自",
        "by": "方式",
        "instead_of": "代理",
        "since": "起始日",
        "until": "截止日",
        "role": "岗位",
    }
)


def searched(line: Mapping[str, str]) -> str:
    """Return all that a line shows, and what is stored of it: whatever is seen can be found."""
    return "\n".join((*line.values(), ACTIONS[line["action"]], content_words(line)))


def oplog(desk: Desk, book: str, *, person: str, since: str, until: str, words: str) -> Report:
    """The operation log."""
    with reading(desk.engine) as conn:
        lines = read_log(conn, book=book, operator=person, since=since, until=until)
    found = [line for line in lines if not words or words in searched(line)]
    return Report(
        title="操作日志",
        subtitle=(f"共 {len(found)} 条",),
        columns=tuple(COLUMNS.values()),
        rows=tuple(
            named_row(
                COLUMNS,
                {
                    "at": line["at"],
                    "operator": acted(line),
                    "book": line["book"],
                    "action": ACTIONS[line["action"]],
                    "subject": line["subject"],
                    "content": content_words(line),
                    "station": json.loads(line["content"]).get(STATION, ""),
                },
                mark="alert" if line["action"] == "refused" else "",
            )
            for line in found
        ),
        tree={"log": [line | {"content": json.loads(line["content"])} for line in found]},
    )


def acted(line: Mapping[str, str]) -> str:
    """Name who acted; of what was done by 代理 also instead of whom."""
    content = json.loads(line["content"])
    absent = content.get(STANDING_IN, "") if isinstance(content, dict) else ""
    return line["operator"] + f"（代{absent}）" * bool(absent)


def content_words(line: Mapping[str, str]) -> str:
    """Write a line's content for people, kept to what fits; JSON has it whole."""
    tree = {
        name: value
        for name, value in json.loads(line["content"]).items()
        if name not in ("layers", STATION, STANDING_IN)
    }
    about_office = line["action"].startswith("office-")
    text = "；".join(office_words(tree) if about_office else plain_words(tree))
    return text if len(text) <= 200 else text[:199] + "…"


def plain_words(tree: Mapping[str, object]) -> list[str]:
    """Write words of the log, each under its name in Chinese."""
    return [f"{LOG_WORDS.get(name, name)}：{brief(value)}" for name, value in tree.items()]


def office_words(tree: Mapping[str, object]) -> list[str]:
    """Write what was proposed or confirmed for the office, as it is told when it is proposed."""
    kind = FACT_KINDS.get(str(tree.get("kind")))
    if kind is None:
        return plain_words(tree)
    pairs = [(name, word) for name, value in tree.items() for word in str(value).split(",")]
    proposer = plain_words({"proposed_by": tree["proposed_by"]} if "proposed_by" in tree else {})
    return [kind.name, *content_told(pairs), *proposer]


def brief(value: object) -> str:
    """Write a value of the log in a few words."""
    if isinstance(value, list):
        first = "、".join(brief(item) for item in value[:3])
        return f"{first}…" if len(value) > 3 else first
    if isinstance(value, dict):
        words = (f"{name}={word}" for name, word in value.items() if word not in ("", 0, None))
        return " ".join(words)
    return str(value)
