"""Servers come and go; people and jobs stay."""

import subprocess

import papers
from serving import NHIPCAU, ROOT, Server, sign_in


def test_a_killed_server_loses_no_session_and_no_job(browser, tmp_path):
    server = Server(tmp_path)
    server.password = server.fill()["password"]
    server.start()
    try:
        page = sign_in(browser, server, "lan.nguyen")
        paper = papers.scan(8201, tmp_path)
        page.goto("/nhap-van-ban")
        page.get_by_label("Văn bản cần nhập").set_input_files(paper)
        page.get_by_role("button", name="Nhập", exact=True).click()
        page.locator("li", has_text=paper.name).wait_for()
        server.kill()
        server.start()
        page.goto("/nhap-van-ban")
        page.locator("li", has_text=paper.name).get_by_role("link", name="Rà soát").wait_for(timeout=200_000)
        page.context.close()
    finally:
        server.stop()


def test_two_servers_on_one_postgresql_serve_the_same_people(browser, tmp_path):
    script = str(ROOT / "bin/postgres")
    known = subprocess.run([script, "address"], capture_output=True, text=True)
    address = known.stdout.strip() or subprocess.run(
        [script, "start"], check=True, capture_output=True, text=True).stdout.strip()
    name = f"two_servers_{Server(tmp_path).port}"
    subprocess.run(["psql", "-q", address, "-c", f"CREATE DATABASE {name}"], check=True)
    database = address.replace("@/postgres?", f"@/{name}?")
    first = Server(tmp_path, database)
    try:
        first.password = first.fill()["password"]
        first.start()
        second = Server(tmp_path, database).start()
        page = sign_in(browser, first, "lan.nguyen")
        page.goto(f"{second.address}/viec-cua-toi")
        assert "Nguyễn Thị Hương Lan" in page.locator("header").inner_text()
        page.goto(f"{second.address}/tai-khoan")
        page.locator("details.person summary").click()
        page.get_by_role("button", name="Đăng xuất", exact=True).click()
        page.goto(f"{first.address}/viec-cua-toi")
        assert "/dang-nhap" in page.url
        page.context.close()
        second.stop()
        first.stop()
    finally:
        subprocess.run(["psql", "-q", address, "-c", f"DROP DATABASE IF EXISTS {name} WITH (FORCE)"], check=True)
