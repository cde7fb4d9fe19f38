"""A Beancount plugin for the web view's own main files: proves the chain as exported last.

The web view shows a journal through a file of its own, which adds its pages to it. Beancount
runs the plugins of that file only, so this one looks up what the exported file states.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from beancount.core.data import new_metadata

from ledger.audit.journal_plugin import ChainError, prove_chain
from ledger.formats.journals.beancount_checked import PLUGIN

if TYPE_CHECKING:
    from beancount.core.data import Directives

__plugins__ = ("prove_chain_of",)

LINE = re.compile(rf'^plugin "{re.escape(PLUGIN)}" "([^"]*)"$', re.MULTILINE)


def prove_chain_of(
    entries: Directives, options_map: dict[str, Any], config: str = ""
) -> tuple[Directives, list[ChainError]]:
    """Check a loaded journal against the chain that the exported file at `config` states."""
    path = Path(config)
    stated = LINE.search(path.read_text(encoding="utf-8")) if path.is_file() else None
    if stated is None:
        here = new_metadata(options_map["filename"], 1)
        return entries, [ChainError(here, f"{path.name} 里没有链的声明", None)]
    return prove_chain(entries, options_map, stated[1])
