"""No page has a fault that axe-core calls serious or critical (WCAG 2.2, levels A and AA), and none is wider than a telephone."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from crawling import pages
from serving import PHONE, sign_in

RULES = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}}


def faults(page):
    found = Axe().run(page, options=RULES).response["violations"]
    return [
        f"{fault['id']}: {fault['help']}: {node['html'][:160]}"
        for fault in found if fault["impact"] in ("serious", "critical") for node in fault["nodes"][:3]
    ]


@pytest.mark.parametrize("login", ["lan.nguyen", "tuan.le", "khanh.tran", "quantri", "thanhtra"])
def test_every_page_can_be_used_by_everyone(server, browser, login):
    page = sign_in(browser, server, login)
    wrong, count = {}, 0
    for address in pages(page):
        count += 1
        if found := faults(page):
            wrong[address] = found
        page.set_viewport_size(PHONE)
        width = page.evaluate("document.documentElement.scrollWidth")
        if width > PHONE["width"]:
            wrong.setdefault(address, []).append(f"{width} pixels wide on a telephone")
        page.set_viewport_size({"width": 1280, "height": 900})
    page.context.close()
    assert count >= 5
    assert not wrong


def test_in_the_dark_too(server, browser):
    page = sign_in(browser, server, "lan.nguyen", color_scheme="dark")
    wrong = {address: found for address in pages(page) if (found := faults(page))}
    page.context.close()
    assert not wrong


def test_who_is_not_signed_in(server, browser):
    page = browser.new_page(base_url=server.address)
    for address in "/dang-nhap", "/khong-co-trang-nay":
        page.goto(address)
        assert not faults(page), address
    page.close()
