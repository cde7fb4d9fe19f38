"""What stands on every page of the web view: our styles, our script, who is logged in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fava.ext import FavaExtensionBase
from flask import send_file

from ledger.web.fava_extension.report_page import endpoint

if TYPE_CHECKING:
    from flask import Response


class Prepay(FavaExtensionBase):
    """The script that ties Fava's pages to ours (`Prepay.js`), and the styles."""

    has_js_module = True

    @endpoint("prepay.css")
    def styles(self) -> Response:
        """Return the styles."""
        return send_file(self.extension_dir / "prepay.css")
