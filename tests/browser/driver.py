"""A small client of chromedriver: the W3C WebDriver protocol over HTTP, and nothing else.

Chromium and its driver come from the system (Debian: chromium, chromium-driver); where they
are not there, `missing()` says so, and the tests that need them say aloud that they did not run.
"""

from __future__ import annotations

import base64
import http.client
import json
import os
import shutil
import socket
import subprocess
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Self

if TYPE_CHECKING:
    from pathlib import Path

FLAGS = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
    *("--disable-dev-shm-usage", "--hide-scrollbars", "--lang=zh-CN", "--force-color-profile=srgb"),
)
LAPTOP = (1366, 768)
ELEMENT = "element-6066-11e4-a52e-4f735466cecf"
SECONDS = 20.0


def programs() -> dict[str, str | None]:
    """Find Chromium, its driver and the list of fonts."""
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    return {"chromium": chromium, "chromedriver": shutil.which("chromedriver")}


def missing() -> str:
    """Say what is not there to drive a browser with; nothing where all is."""
    return "、".join(name for name, path in programs().items() if path is None)


@dataclass(slots=True)
class Browser:
    """A Chromium of our own, with an empty profile that goes with it."""

    folder: Path
    port: int = 0
    session: str = ""
    _driver: subprocess.Popen[bytes] | None = field(default=None)

    def __enter__(self) -> Self:
        """Start the driver and one window the size of a laptop's screen."""
        found = programs()
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        quiet = subprocess.DEVNULL
        self._driver = subprocess.Popen(
            [str(found["chromedriver"]), f"--port={self.port}"],
            stdout=quiet,
            stderr=quiet,
            env={**os.environ, "HOME": str(self.folder), "LANG": "C.UTF-8"},
        )
        self._wait_for_driver()
        options = {
            "binary": found["chromium"],
            "args": [
                *FLAGS,
                f"--user-data-dir={self.folder / 'profile'}",
                f"--window-size={LAPTOP[0]},{LAPTOP[1]}",
            ],
            "prefs": {
                "download.default_directory": str(self.folder),
                "download.prompt_for_download": False,
            },
        }
        wanted = {
            "browserName": "chrome",
            "goog:chromeOptions": options,
            "goog:loggingPrefs": {"browser": "ALL"},
        }
        made = self._send("POST", "/session", {"capabilities": {"alwaysMatch": wanted}})
        self.session = made["sessionId"]
        self.cdp("Page.setDownloadBehavior", behavior="allow", downloadPath=str(self.folder))
        self.size(*LAPTOP)
        return self

    def __exit__(self, *_error: object) -> None:
        """Close the window, then the driver."""
        if self.session:
            self._send("DELETE", f"/session/{self.session}")
        if self._driver is not None:
            self._driver.terminate()
            self._driver.wait(10)

    def _wait_for_driver(self) -> None:
        end = time.monotonic() + SECONDS
        while time.monotonic() < end:
            try:
                if self._send("GET", "/status")["ready"]:
                    return
            except OSError:
                time.sleep(0.05)
        raise TimeoutError("chromedriver does not answer")

    def _send(self, method: str, path: str, words: object = None) -> Any:
        link = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        body = None if words is None else json.dumps(words)
        link.request(method, path, body, {"Content-Type": "application/json"})
        answer = json.loads(link.getresponse().read())["value"]
        link.close()
        if isinstance(answer, dict) and "error" in answer:
            raise AssertionError(f"{method} {path}: {answer['message']}")
        return answer

    def _ask(self, method: str, path: str, words: object = None) -> Any:
        return self._send(method, f"/session/{self.session}{path}", words)

    def cdp(self, command: str, **words: object) -> Any:
        """Ask Chromium itself for what WebDriver has no word for."""
        return self._ask("POST", "/goog/cdp/execute", {"cmd": command, "params": words})

    def size(self, width: int, height: int) -> None:
        """Give the page exactly so much room."""
        self.cdp(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=height,
            deviceScaleFactor=1,
            mobile=False,
        )

    def open(self, address: str) -> None:
        """Open an address and wait until it has loaded."""
        self._ask("POST", "/url", {"url": address})

    def run(self, script: str, *words: object) -> Any:
        """Run a script in the page and give what it returns."""
        return self._ask("POST", "/execute/sync", {"script": script, "args": list(words)})

    def until(self, script: str, *words: object, seconds: float = SECONDS) -> Any:
        """Wait until an expression in the page is true, and give it."""
        end = time.monotonic() + seconds
        while True:
            if found := self.run(f"return {script}", *words):
                return found
            assert time.monotonic() < end, f"not within {seconds} s: {script}"
            time.sleep(0.05)

    def element(self, selector: str) -> str:
        """Find one element, waiting for it."""
        self.until(f"document.querySelector({json.dumps(selector)}) !== null")
        found = self._ask("POST", "/element", {"using": "css selector", "value": selector})
        return str(found[ELEMENT])

    def click(self, selector: str) -> None:
        """Click an element as a hand does."""
        self._ask("POST", f"/element/{self.element(selector)}/click", {})

    def type(self, selector: str, words: str) -> None:
        """Type words into a field, in place of what is there."""
        found = self.element(selector)
        self._ask("POST", f"/element/{found}/clear", {})
        self._ask("POST", f"/element/{found}/value", {"text": words})

    def text(self, selector: str = "article") -> str:
        """Give the words that an element shows."""
        shown = self.element(selector)
        return str(self._ask("GET", f"/element/{shown}/text"))

    @property
    def address(self) -> str:
        """Give the address of the page."""
        return str(self._ask("GET", "/url"))

    def complaints(self) -> list[str]:
        """Give what the console has complained of since the last look."""
        lines = self._ask("POST", "/se/log", {"type": "browser"})
        return [line["message"] for line in lines if line["level"] in ("SEVERE", "WARNING")]

    def picture(self) -> bytes:
        """Take a picture of the window."""
        return base64.b64decode(self._ask("GET", "/screenshot"))

    def paper(self, width: int, height: int) -> bytes:
        """Take a picture of the page as its style sheet for paper lays it out, at a size in px."""
        self.cdp("Emulation.setEmulatedMedia", media="print")
        self.cdp(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=height,
            deviceScaleFactor=1,
            mobile=False,
        )
        taken = self.cdp("Page.captureScreenshot", format="png")
        self.cdp("Emulation.clearDeviceMetricsOverride")
        self.cdp("Emulation.setEmulatedMedia", media="")
        return base64.b64decode(taken["data"])

    def pages(self) -> bytes:
        """Print the page as PDF, as the style sheet sets paper up."""
        printed = self.cdp("Page.printToPDF", preferCSSPageSize=True, printBackground=True)
        return base64.b64decode(printed["data"])

    def forget(self) -> None:
        """Drop every cookie."""
        self._ask("DELETE", "/cookie")
