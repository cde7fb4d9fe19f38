"""The one frame around every command: what the machine does to us, and what stands nevertheless."""

from __future__ import annotations

import contextlib
import sys
import traceback
from dataclasses import replace
from typing import TYPE_CHECKING

from ledger.commands.door import ENGINE, say, tell
from ledger.store.engine import Acts, acts_of
from ledger.store.failures import UNFORESEEN, failure_of

if TYPE_CHECKING:
    import click

#: Nothing was changed, as after a refusal; or something was saved before the machine failed.
NOTHING_DONE, PARTLY_DONE = 1, 4
SHOWN_MAX = 20


def stopped(ctx: click.Context, error: BaseException) -> int:
    """Say what stopped a command, and what has and has not been done; return the exit code.

    A fault of the program's own is shown below in full, for whoever maintains it.
    """
    engine = ctx.find_root().meta.get(ENGINE)
    acts = acts_of(engine) if engine is not None else Acts()
    finding = failure_of(error)
    with contextlib.suppress(OSError, ValueError):
        tell([replace(finding, remedy=f"{finding.remedy}。{told(acts)}")], "stopped")
        for line in [*acts.saved, *acts.unsure][:SHOWN_MAX]:
            say(f"   · {line}")
        if finding.code == UNFORESEEN[0]:
            say("")
            traceback.print_exception(error, file=sys.stderr)
    return PARTLY_DONE if acts.saved or acts.unsure else NOTHING_DONE


def told(acts: Acts) -> str:
    """Say what has been saved, what nobody can tell, and that all else was not done."""
    if acts.unsure:
        return (
            "下面各项不知道存上了没有，先查看（prepay log、prepay verify）；"
            "没有存上的再办一次，存上了的再办也不会重复："
        )
    if acts.saved:
        return "下面各项已经办完并存好，不要重办；没有导出的账本用 prepay export beancount 补："
    return "账簿没有任何改动。"
