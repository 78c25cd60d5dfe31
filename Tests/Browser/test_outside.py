"""What stands outside of the server and has to understand it: a mail server, a client of HTTP/2, a telephone's camera."""

import base64
import email
import email.policy
import hashlib
import hmac
import sqlite3
import struct
import subprocess
import time
from urllib.parse import parse_qs, urlsplit

from aiosmtpd.controller import Controller

from serving import Server, free_port, sign_in


class Letters:
    """A mail server that keeps what it takes."""

    def __init__(self):
        self.taken = []

    async def handle_DATA(self, server, session, envelope):
        self.taken.append((envelope.rcpt_tos, email.message_from_bytes(envelope.content, policy=email.policy.default)))
        return "250 OK"


def test_the_letter_of_the_week_comes_once(browser, tmp_path):
    letters = Letters()
    post = Controller(letters, hostname="127.0.0.1", port=free_port())
    post.start()
    server = Server(tmp_path, environment={
        "NHIPCAU_MAIL": f"smtp://127.0.0.1:{post.port}", "NHIPCAU_MAIL_FROM": "Nhịp Cầu <nhipcau@example.vn>"})
    server.password = server.fill()["password"]
    server.start()
    try:
        leader = sign_in(browser, server, "nguyet.doan")
        leader.goto("/thong-bao/cach-nhan")
        leader.get_by_label("Địa chỉ thư điện tử").fill("nguyet@example.vn")
        leader.get_by_role("button", name="Lưu", exact=True).click()
        leader.goto("/thong-bao")
        leader.get_by_text("Tình hình hằng tuần").first.wait_for()
        with sqlite3.connect(server.database, timeout=30) as database:
            # The next morning, at which letters go, comes early; that of today may be over.
            database.execute("""
                UPDATE jobs SET run_after = '2026-01-01T00:00:00.000Z', attempts = 0, outcome = NULL, ended_at = NULL,
                    worker = NULL, leased_until = NULL
                WHERE id = (SELECT MAX(id) FROM jobs WHERE kind = 'notices.mail')""")
        until = time.time() + 30
        while not letters.taken and time.time() < until:
            time.sleep(0.2)
        (recipients, letter), = letters.taken
        assert recipients == ["nguyet@example.vn"]
        assert letter["From"].addresses[0].addr_spec == "nhipcau@example.vn"
        assert "[Nhịp Cầu]" in letter["Subject"] and "quá hạn" in letter["Subject"]
        text = letter.get_content()
        assert "Tình hình hằng tuần (1)" in text and "Phường Hồng Bàng và các đơn vị trực thuộc" in text
        assert f"{server.address}/thong-bao" in text
        # Neither a restart nor asking again sends it once more.
        server.kill()
        server.start()
        leader.goto("/thong-bao")
        time.sleep(3)
        assert len(letters.taken) == 1
        leader.context.close()
    finally:
        server.stop()
        post.stop()


def test_tls_with_http_2_on_a_certificate_of_ones_own(tmp_path):
    certificate, key = tmp_path / "certificate.pem", tmp_path / "key.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost",
         "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1", "-keyout", key, "-out", certificate],
        check=True, capture_output=True)
    port = free_port()
    server = Server(tmp_path, port=port, certificate=certificate, environment={
        "NHIPCAU_ADDRESS": f"https://localhost:{port}", "NHIPCAU_CERTIFICATE": str(certificate),
        "NHIPCAU_CERTIFICATE_KEY": str(key)})
    server.fill()
    server.start()

    def curl(*options):
        answer = subprocess.run(
            ["curl", "-sS", "--cacert", certificate, "-D", "-", "-o", tmp_path / "body", "-w", "%{http_version}",
             *options, f"https://localhost:{port}/dang-nhap"], check=True, capture_output=True, text=True)
        return answer.stdout

    try:
        second, first = curl("--http2"), curl("--http1.1")
        assert second.endswith("\n2") and second.startswith("HTTP/2 200"), second
        assert first.endswith("1.1") and first.startswith("HTTP/1.1 200"), first
        assert "strict-transport-security: max-age=" in second.lower()
        assert all("; Secure" in line for line in second.splitlines() if line.lower().startswith("set-cookie"))
        assert "Đăng nhập" in (tmp_path / "body").read_text()
    finally:
        server.stop()


def code_of(secret: str) -> str:
    """What a telephone shows for a secret now (RFC 6238)."""
    digest = hmac.digest(base64.b32decode(secret), struct.pack(">Q", int(time.time()) // 30), hashlib.sha1)
    start = digest[-1] & 15
    return f"{(int.from_bytes(digest[start:start + 4]) & 0x7FFFFFFF) % 1_000_000:06}"


def test_a_telephone_reads_the_second_step_from_the_screen(browser, tmp_path):
    server = Server(tmp_path)
    server.password = server.fill()["password"]
    server.start()
    try:
        page = sign_in(browser, server, "duc.bui")
        page.goto("/tai-khoan/buoc-hai")
        picture = tmp_path / "screen.png"
        page.screenshot(path=picture)
        seen = subprocess.run(["zbarimg", "--raw", "-q", picture], check=True, capture_output=True, text=True)
        address = urlsplit(seen.stdout.strip())
        secret = parse_qs(address.query)["secret"][0]
        assert (address.scheme, address.netloc) == ("otpauth", "totp") and "duc.bui" in address.path
        assert page.locator(".secret").inner_text().replace(" ", "") == secret
        page.get_by_label("Mã sáu chữ số").fill(code_of(secret))
        page.get_by_role("button", name="Bật xác thực bước hai").click()
        written = page.locator(".codes li").first.inner_text()
        page.context.close()

        again = browser.new_context(base_url=server.address, locale="vi-VN").new_page()
        again.goto("/dang-nhap")
        again.get_by_label("Tên đăng nhập").fill("duc.bui")
        again.get_by_label("Mật khẩu").fill(server.password)
        again.get_by_role("button", name="Đăng nhập", exact=True).click()
        again.get_by_label("Mã sáu chữ số").fill(written)
        again.get_by_role("button", name="Tiếp tục").click()
        again.wait_for_url(lambda address: "/dang-nhap" not in address)
        again.context.close()
    finally:
        server.stop()
