"""The whole sample story: every area's chapters, told in the order of days.

兰州 shows a year of 甘肃's notice in full, 海南 the transition of 2025 and the year after, 张掖 a
city and a county that may not use 1003.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ledger.workflow.demo.hainan import hainan
from ledger.workflow.demo.year import demo_year
from ledger.workflow.demo.zhangye import zhangye

if TYPE_CHECKING:
    from ledger.workflow.demo.steps import Step


def demo_story() -> tuple[Step, ...]:
    """Tell every area's steps by day and hour; within an hour 兰州 comes first, then 海南."""
    every = (*demo_year(), *hainan(), *zhangye())
    return tuple(sorted(every, key=lambda step: (step.day, step.hour)))
