"""Finds Debian's Chromium, and opens the page in a fresh profile that is watched from its first request."""

import shutil
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
ON_MACOS = Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
KEPT = """async () => ({
  local: Object.keys(localStorage), session: Object.keys(sessionStorage), cookie: document.cookie,
  databases: (await indexedDB.databases()).map((each) => each.name), caches: await caches.keys(),
  workers: (await navigator.serviceWorker.getRegistrations()).length,
  files: await Array.fromAsync((await navigator.storage.getDirectory()).keys()),
})"""
NOTHING = {"local": [], "session": [], "cookie": "", "databases": [], "caches": [], "workers": 0, "files": []}


def chromium_path():
    """Return where Chromium is; a machine without one fails the tests, it does not skip them."""
    found = next(filter(None, map(shutil.which, NAMES)), None)
    if found is None and ON_MACOS.is_file():
        found = str(ON_MACOS)
    assert found, "No Chromium: install it (Debian: apt install chromium fonts-noto-cjk) and run ./dev test again."
    return found


@contextmanager
def chromium():
    """Run one browser; playwright keeps an event loop in this thread, so it must not outlive a file of tests."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=FLAGS)
        yield browser
        browser.close()


class Watch:
    """Everything that a page asked for, and everything that it complained about."""

    def __init__(self, context):
        self.addresses, self.complaints = [], []
        context.on("request", lambda request: self.addresses.append(request.url))
        context.on("console", self._said)
        context.on("weberror", lambda error: self.complaints.append(str(error.error)))

    def _said(self, message):
        refused = message.text.startswith("Failed to load resource")  # how the browser reports a refused request
        if message.type in ("error", "warning") and not refused:
            self.complaints.append(message.text)

    def foreign(self, origin):
        """Return the addresses outside of the page's own origin."""
        return [url for url in self.addresses if not url.startswith((f"{origin}/", "data:", f"blob:{origin}/"))]


@contextmanager
def opened(browser, address, **options):
    """Yield a page in a fresh profile; at the end it must have stayed at home and complained about nothing."""
    context = browser.new_context(**{"locale": "ko-KR", "viewport": {"width": 1440, "height": 900}, **options})
    context.set_default_timeout(15_000)
    watch = Watch(context)
    page = context.new_page()
    page.watch = watch
    try:
        page.goto(address)
        yield page
        assert watch.foreign(address) == []
        assert watch.complaints == []
    finally:
        context.close()
