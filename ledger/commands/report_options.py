"""`prepay report`, made from the registry: its names, its options and their help.

The registry looks through the texts of all reports; so it is asked only when the command itself
is, not by `prepay --help`. No report is loaded for it, but the one that is drawn.
"""

from __future__ import annotations

from copy import copy
from typing import Any

import click

from ledger.commands.door import hospital_named
from ledger.reports.kind import OPTIONS, ReportAsked, ReportOption


class ReportCommand(click.Command):
    """A command whose argument is one of the reports, and whose options are theirs."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        own = [param for param in self.params if isinstance(param, click.Argument)]
        shared = [param for param in self.params if not isinstance(param, click.Argument)]
        self.params = [*own, *(click_option(option) for option in OPTIONS), *shared]

    def get_params(self, ctx: click.Context) -> list[click.Parameter]:
        """Return the parameters, with what the registry says of them."""
        return [told(param) for param in super().get_params(ctx)]

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write what the command does, and the list of reports, line by line."""
        from ledger.reports.list_text import list_lines

        super().format_help_text(ctx, formatter)
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text("\n".join(("\b", *list_lines())))


def click_option(option: ReportOption) -> click.Option:
    """Make click's option; its value when nobody says it tells text, year and flag apart."""
    silent = getattr(ReportAsked(), option.word)
    return click.Option(
        [option.flag, option.word],
        default=silent,
        is_flag=isinstance(silent, bool),
        metavar=option.metavar or None,
        help=option.help,
        callback=hospital_named if option.word == "hospital" else None,
    )


def told(param: click.Parameter) -> click.Parameter:
    """Return a parameter with its choices, or with what reports say of it."""
    from ledger.reports.registry import option_help, report_kinds

    param = copy(param)
    if isinstance(param, click.Argument):
        param.type = click.Choice(list(report_kinds()))
    elif isinstance(param, click.Option):
        for option in OPTIONS:
            if option.word == param.name:
                param.help = option_help(option)
    return param
