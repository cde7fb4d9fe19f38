"""The group behind every command: refusals become exit codes, and click speaks Chinese."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from ledger.commands.door import tell

if TYPE_CHECKING:
    from collections.abc import Sequence


class Door(click.Group):
    """The group that turns refusals into exit codes and speaks Chinese."""

    def make_context(self, *args: Any, **kwargs: Any) -> click.Context:
        """Begin to read the words of a command, in Chinese from here on."""
        speak_chinese()
        refuse_invisible(args[1] if len(args) > 1 else kwargs.get("args") or [])
        return super().make_context(*args, **kwargs)

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command; a refusal prints every finding and leaves with its exit code."""
        from ledger.basis.errors import LedgerError

        try:
            return super().invoke(ctx)
        except LedgerError as error:
            tell(getattr(error, "findings", ()), "unsound" if error.exit_code == 3 else "refused")
            ctx.exit(error.exit_code)
        except (click.exceptions.Exit, click.ClickException, click.Abort):
            raise
        except (Exception, KeyboardInterrupt) as error:  # noqa: BLE001  # The last frame there is.
            from ledger.commands.failing import stopped

            ctx.exit(stopped(ctx, error))


def refuse_invisible(words: Sequence[str]) -> None:
    """Refuse words with marks that nobody sees: they turn a name round or end it early."""
    from ledger.basis.text import has_invisible, tidy

    for before, word in zip(("", *words), words, strict=False):
        if has_invisible(tidy(word)):
            where = before if before.startswith("-") else "参数"
            raise click.UsageError(f"{where} 里有看不见的字符，请重新键入，不要粘贴")


def speak_chinese() -> None:
    """Let click take its own sentences, and the width of a word, from us.

    click looks each up by name in the module that prints it; where a later version has no
    such name, that sentence stays English.
    """
    from click import core, decorators, exceptions, formatting, parser, types

    from ledger.commands.usage_words import chinese, chinese_number
    from ledger.formats.wide_text import cells

    own = {"_": chinese, "ngettext": chinese_number, "term_len": cells}
    for module in (core, decorators, exceptions, formatting, parser, types):
        for name, function in own.items():
            if hasattr(module, name):
                setattr(module, name, function)
