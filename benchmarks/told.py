"""Tells figures: a line for the terminal, a page for the docs."""

from __future__ import annotations

import os
import platform
import sqlite3
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import sqlalchemy as sa

if TYPE_CHECKING:
    from collections.abc import Sequence

    from benchmarks.measure import Figure

HEAD = """# 快慢

`python -m benchmarks` 量出来的。每一项都与同一次运行里的标尺相比，只看比值：绝对数字在同一台
机器上也会差一倍。目标编号同规模与速度的约定（P1 记账、P2 整份文件、P3 单笔、P4 查余额、P6 导出、
P8 启动），另有 B1 对账、S1 签名记账。
P1 的标尺是一段直接用驱动（sqlite3 executemany、psycopg COPY）的脚本：读同样的草稿，
解析、编号、算链，写下逐表相同的行，但什么都不检查；比值是标尺用时除以我们的用时。
B1 的标尺读同样的对账单行和凭证，在字典里按回单号（没有的按金额、日期、账号）对上，写下同样多
的行；不找批次、不给建议、不写理由。
"""


def told(figure: Figure) -> str:
    """Write a figure as one line."""
    note = f"  [{figure.note}]" if figure.note else ""
    return (
        f"{figure.id}  {figure.work}\n    {figure.ours}  对  {figure.yardstick}"
        f"  比值 {ratio(figure)}  目标 {figure.goal or '—'}  {figure.verdict}{note}"
    )


def ratio(figure: Figure) -> str:
    """Write the ratio."""
    return "—" if figure.ratio is None else f"{figure.ratio:.2f}"


def written(figures: Sequence[Figure], command: str, taken: float) -> str:
    """Write the page."""
    lines = [
        HEAD,
        f"运行：`{command}`，用时 {taken / 60:.0f} 分钟。\n",
        f"机器：{machine()}。\n",
        "| 项 | 工作 | 我们 | 标尺 | 比值 | 目标 | 结论 | 说明 |",
        "|---|---|---|---|---|---|---|---|",
    ]
    lines += [
        f"| {f.id} | {f.work} | {f.ours} | {f.yardstick} | {ratio(f)} | {f.goal or '—'} |"
        f" {f.verdict} | {f.note} |"
        for f in figures
    ]
    return "\n".join(lines) + "\n"


def machine() -> str:
    """Describe the machine and the libraries that count."""
    info = Path("/proc/cpuinfo")
    names = [
        line.partition(":")[2].strip()
        for line in (info.read_text().splitlines() if info.exists() else [])
        if line.startswith("model name")
    ]
    chip = names[0] if names else platform.processor() or "处理器不详"
    return (
        f"{chip}，{os.cpu_count()} 核，{platform.system()}；Python {sys.version.split()[0]}，"
        f"SQLite {sqlite3.sqlite_version}，SQLAlchemy {sa.__version__}"
    )
