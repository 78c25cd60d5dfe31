"""Pictures of every page at the widths of a desk and of a telephone, for people to look at: bin/screenshots FOLDER"""

import re
import sys
from pathlib import Path

from crawling import kind, pages
from serving import DESK, PHONE, chromium, serving, sign_in

LOGINS = ["lan.nguyen", "tuan.le", "khanh.tran", "quantri", "thanhtra"]


def name(address: str) -> str:
    return re.sub(r"[^a-z0-9-]+", "_", kind(address).replace("…", "n").strip("/")) or "trang-dau"


def take(page, folder: Path, name: str):
    for view, size in ("1280", DESK), ("390", PHONE):
        page.set_viewport_size(size)
        page.screenshot(path=folder / f"{name}.{view}.png", full_page=True)
    page.set_viewport_size(DESK)


def registers(page, folder: Path):
    """The list, the form, the chart and the first record of every register."""
    page.goto("/so")
    links = page.eval_on_selector_all(".registers a", "links => links.map(link => link.pathname)")
    for link in dict.fromkeys(links):
        key = link.rsplit("/", 1)[-1]
        for part in "", "/moi", "/bieu-do":
            page.goto(link + part)
            take(page, folder, f"so.{key}{part.replace('/', '.')}")
        page.goto(link)
        record = page.eval_on_selector_all("main th a, main td a", """(links, path) => links.map(link => link.pathname)
            .find(address => new RegExp(`^${path}/[0-9]+$`).test(address))""", link)
        if record:
            page.goto(record)
            take(page, folder, f"so.{key}.ban-ghi")


def editor(page, folder: Path):
    """A register while it is edited: its fields, one of them, what a change would do, its versions, its text."""
    page.goto("/quan-tri/so/delegations-in")
    take(page, folder, "sua.so")
    page.get_by_role("button", name=re.compile("^Sửa “")).first.click()
    take(page, folder, "sua.truong")
    page.goto("/quan-tri/so/delegations-in")
    page.get_by_label("Thêm trường loại").first.select_option("choice")
    page.get_by_role("button", name="Thêm trường", exact=True).first.click()
    take(page, folder, "sua.truong-moi")
    page.goto("/quan-tri/so/delegations-in")
    page.get_by_role("button", name=re.compile("^Đưa “.*” xuống$")).first.click()
    page.get_by_role("button", name="Ẩn “Số người”").click()
    take(page, folder, "sua.chua-luu")
    page.get_by_role("button", name="Xem trước và lưu").click()
    take(page, folder, "sua.xem-truoc")
    for part in "ban", "ban/1":
        page.goto(f"/quan-tri/so/delegations-in/{part}")
        take(page, folder, f"sua.{part.replace('/', '.')}")
    page.goto("/quan-tri/so/delegations-in")
    page.get_by_role("button", name="Mở bản YAML").click()
    take(page, folder, "sua.yaml")
    page.goto("/quan-tri/so/moi")
    take(page, folder, "sua.so-moi")


def figures(page, folder: Path):
    """Figures by country, by two fields, by month, and of one unit."""
    for name, asked in {
            "nuoc": "delegations-in.count?ky=2025&theo=countries", "bang": "delegations-in.count?ky=2025&theo=level&theo-2=countries",
            "thang": "delegations-in.people?ky=2025&che-do=nd-09-2019&buoc=month",
            "don-vi": "delegations-in.count?ky=2024&don-vi=S%E1%BB%9F+C%C3%B4ng+Th%C6%B0%C6%A1ng&buoc=quarter"}.items():
        page.goto(f"/so-lieu/{asked}")
        take(page, folder, f"so-lieu.{name}")


def main(folder: Path):
    folder.mkdir(parents=True, exist_ok=True)
    with serving() as server, chromium() as browser:
        taken = set()
        for login in LOGINS:
            page = sign_in(browser, server, login)
            for address in pages(page):
                if (kind(address), login) in taken or kind(address) in {known for known, _ in taken} and login not in LOGINS[:2]:
                    continue
                taken.add((kind(address), login))
                take(page, folder, f"{name(address)}.{login}")
            if login == "lan.nguyen":
                registers(page, folder)
                figures(page, folder)
            if login == "quantri":
                editor(page, folder)
            page.context.close()
        visitor = browser.new_page(base_url=server.address)
        for address in "/dang-nhap", "/khong-co-trang-nay":
            visitor.goto(address)
            take(visitor, folder, f"{name(address)}.khach")
    print(f"{len(list(folder.glob('*.png')))} {folder}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
