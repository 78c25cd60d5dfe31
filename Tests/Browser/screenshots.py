"""Pictures of every page at the widths of a desk and of a telephone, for people to look at: bin/screenshots FOLDER"""

import re
import sys
from pathlib import Path

from crawling import kind, pages
from serving import DESK, PHONE, chromium, serving, sign_in

LOGINS = ["lan.nguyen", "tuan.le", "khanh.tran", "quantri", "thanhtra"]


def name(address: str) -> str:
    return re.sub(r"[^a-z0-9-]+", "_", kind(address).replace("…", "n").strip("/")) or "trang-dau"


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
                for view, size in ("1280", DESK), ("390", PHONE):
                    page.set_viewport_size(size)
                    page.screenshot(path=folder / f"{name(address)}.{login}.{view}.png", full_page=True)
                page.set_viewport_size(DESK)
            page.context.close()
        visitor = browser.new_page(base_url=server.address)
        for address in "/dang-nhap", "/khong-co-trang-nay":
            visitor.goto(address)
            for view, size in ("1280", DESK), ("390", PHONE):
                visitor.set_viewport_size(size)
                visitor.screenshot(path=folder / f"{name(address)}.khach.{view}.png", full_page=True)
    print(f"{len(list(folder.glob('*.png')))} {folder}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
