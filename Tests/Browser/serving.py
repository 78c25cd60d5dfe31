"""A server of the demonstration province for the tests of pages, and browsers that are signed in there."""

import contextlib
import json
import os
import socket
import ssl
import subprocess
import tempfile
import time
import urllib.request
from pathlib import Path

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parents[2]
NHIPCAU = os.environ.get("NHIPCAU", str(ROOT / ".build/debug/nhipcau"))
DESK, PHONE = {"width": 1280, "height": 900}, {"width": 390, "height": 844}


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


class Server:
    """`nhipcau serve` on a database of its own, which can be killed and started again."""

    def __init__(
            self, folder: Path, database: str | None = None, port: int | None = None, environment: dict = {},
            certificate: Path | None = None):
        self.folder, self.port = folder, port or free_port()
        self.database = database or str(folder / "demo.sqlite")
        self.address = f"http{'s' if certificate else ''}://127.0.0.1:{self.port}"
        self.environment = {**os.environ, **environment}
        self.trust = ssl.create_default_context(cafile=certificate) if certificate else None
        self.process = None

    def fill(self):
        answer = subprocess.run(
            [NHIPCAU, "demo", "--json", "--database", self.database], check=True, capture_output=True, text=True)
        return json.loads(answer.stdout)

    def start(self):
        self.log = open(self.folder / f"serve-{self.port}.log", "ab")
        self.process = subprocess.Popen(
            [NHIPCAU, "serve", "--database", self.database, "--port", str(self.port)],
            stdout=self.log, stderr=self.log, env=self.environment)
        for _ in range(300):
            with contextlib.suppress(OSError):
                if urllib.request.urlopen(f"{self.address}/health", timeout=2, context=self.trust).status == 200:
                    return self
            if self.process.poll() is not None:
                break
            time.sleep(0.1)
        raise RuntimeError(f"the server does not run: {(self.folder / f'serve-{self.port}.log').read_text()[-2000:]}")

    def kill(self):
        """Ends it without a word, as a power cut does."""
        self.process.kill()
        self.process.wait()

    def stop(self):
        self.process.terminate()
        self.process.wait(timeout=30)


@contextlib.contextmanager
def chromium():
    """Debian's Chromium, driven by Playwright."""
    with sync_playwright() as playwright:
        arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=arguments)
        yield browser
        browser.close()


@contextlib.contextmanager
def serving():
    """A server with the demonstration data, for as long as the block lasts."""
    with tempfile.TemporaryDirectory(prefix="nhipcau-browser-") as folder:
        server = Server(Path(folder))
        server.password = server.fill()["password"]
        server.start()
        try:
            yield server
        finally:
            server.stop()


def sign_in(browser, server, login: str, **options):
    """A page of a new browser window in which this person is signed in."""
    context = browser.new_context(base_url=server.address, locale="vi-VN", **{"viewport": DESK, **options})
    page = context.new_page()
    page.set_default_timeout(20_000)
    page.goto("/dang-nhap")
    page.get_by_label("Tên đăng nhập").fill(login)
    page.get_by_label("Mật khẩu").fill(server.password)
    page.get_by_role("button", name="Đăng nhập", exact=True).click()
    page.wait_for_url(lambda address: "/dang-nhap" not in address)
    return page
