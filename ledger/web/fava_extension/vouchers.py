"""凭证: a page of the web view."""

from __future__ import annotations

from fava.ext import FavaExtensionBase

from ledger.web.fava_extension.report_page import Answer, drawn, endpoint, workbook
from ledger.web.pages import PAGES


class Vouchers(FavaExtensionBase):
    """凭证."""

    report_title = PAGES["vouchers"]

    def page(self) -> str:
        """Draw the page."""
        return drawn("vouchers", self)

    @endpoint("workbook.xlsx")
    def workbook(self) -> Answer:
        """Return what the page shows as a workbook."""
        return workbook("vouchers")
