"""One thread from end to end, as people live it: a plan is brought, read, put right and accepted; the unit finds its work and shows
what it did; its leader approves; the dashboard counts it. On a computer, on a telephone, without scripts, and by the keyboard alone."""

import itertools
import re

import pytest

import papers
from serving import DESK, PHONE, sign_in

numbers = itertools.count(8101)

DESKTOP = {"viewport": DESK}
TELEPHONE = {"viewport": PHONE, "is_mobile": True, "has_touch": True}
WITHOUT_SCRIPTS = {"viewport": DESK, "java_script_enabled": False}

TASK = "Biên soạn sổ tay tiếp khách nước ngoài tại cơ sở"


def drop(page, path):
    """Drags a file from the desk of the computer onto the page."""
    data = page.evaluate_handle(
        """([name, bytes]) => {
            const transfer = new DataTransfer();
            transfer.items.add(new File([Uint8Array.from(atob(bytes), sign => sign.charCodeAt(0))], name));
            return transfer;
        }""",
        [path.name, __import__("base64").b64encode(path.read_bytes()).decode()])
    with page.expect_navigation():
        page.dispatch_event("form.bringing", "drop", {"dataTransfer": data})


def bring(page, path, drops=False):
    """Brings a document and waits, as its reader does, until it was read."""
    page.goto("/nhap-van-ban")
    if drops:
        drop(page, path)
    else:
        page.get_by_label("Văn bản cần nhập").set_input_files(path)
        page.get_by_role("button", name="Nhập", exact=True).click()
    line = page.locator("li", has_text=path.name)
    line.get_by_role("link", name="Rà soát").wait_for(timeout=150_000)
    line.get_by_role("link", name="Rà soát").click()


def card(page, text):
    return page.locator("article.draft", has_text=re.compile(re.escape(text), re.IGNORECASE))


def correct(page, lead, deadline):
    """Puts the lead and the deadline of an assignment right."""
    card(page, TASK).get_by_role("link", name="Sửa").click()
    form = page.locator("article.editing")
    form.get_by_label("Chủ trì 1").fill(lead)
    form.get_by_label("Thời hạn").fill(deadline)
    form.get_by_role("button", name="Lưu").click()
    corrected = card(page, TASK)
    corrected.get_by_text(re.compile("31/12/2026")).first.wait_for()
    assert "Hồng Bàng" in corrected.inner_text()


def count_done(page):
    page.goto("/bang-dieu-hanh")
    found = re.search(r"Đã hoàn thành ([\d.]+) trong", page.locator("main").inner_text())
    return int(found.group(1).replace(".", ""))


def find_work(page, number):
    """The unit finds the work that the new plan gives it, typed without accents."""
    page.goto("/viec-cua-toi")
    page.get_by_role("link", name="Xem tất cả").first.wait_for()
    page.goto(f"/nhiem-vu?q=so+tay+tiep+khach+tap+{number}")
    page.get_by_role("link", name=re.compile(f"sổ tay tiếp khách.* tập {number}", re.IGNORECASE)).first.click()
    assert "Biên soạn" in page.locator("h1").inner_text()


@pytest.mark.parametrize(
    "how, is_scan", [(DESKTOP, False), (TELEPHONE, True), (WITHOUT_SCRIPTS, False)],
    ids=["computer", "telephone", "without scripts"])
def test_from_the_paper_to_the_dashboard(server, browser, tmp_path, how, is_scan):
    number = next(numbers)
    paper = (papers.scan if is_scan else papers.word)(number, tmp_path)

    clerk = sign_in(browser, server, "lan.nguyen", **how)
    before = count_done(clerk)
    bring(clerk, paper, drops=how is DESKTOP)
    assert f"{number}/KH-UBND" in clerk.locator("main").inner_text()
    correct(clerk, "phuong hong bang", "quý 4/2026")
    clerk.get_by_role("button", name=re.compile("Chấp nhận tất cả")).click()
    clerk.get_by_text("kỳ thực hiện đã lập").first.wait_for()

    officer = sign_in(browser, server, "hai.vu", **how)
    find_work(officer, number)
    evidence = tmp_path / "sổ tay <b>.pdf"
    evidence.write_bytes(b"%PDF-1.4\n% so tay\n")
    form = officer.locator("#tien-do form")
    form.get_by_label("Đã làm được gì").fill("Đã in 200 cuốn <script>alert(1)</script>")
    form.get_by_label("Tệp minh chứng").set_input_files(evidence)
    form.get_by_role("button", name="Lưu tiến độ").click()
    officer.get_by_text("Đã in 200 cuốn <script>alert(1)</script>").first.wait_for()
    if not officer.locator("#hoan-thanh[open]").count():
        officer.locator("#hoan-thanh summary").click()
    done = officer.locator("#hoan-thanh form")
    done.get_by_label("Đã làm được gì").fill("Sổ tay đã phát đến các phường")
    done.get_by_label("Tệp minh chứng").set_input_files(evidence)
    done.get_by_role("button", name="Báo hoàn thành").click()
    officer.get_by_text("Chờ phê duyệt").first.wait_for()
    address = officer.url.split("?")[0].split("#")[0]

    leader = sign_in(browser, server, "nguyet.doan", **how)
    leader.goto(address)
    leader.locator("#phe-duyet").get_by_role("button", name="Phê duyệt", exact=True).click()
    leader.get_by_text("Đã phê duyệt").first.wait_for()

    assert count_done(clerk) == before + 1
    for page in clerk, officer, leader:
        page.context.close()


def test_another_unit_does_not_see_it(server, browser):
    """Whoever guesses the address of another unit's work finds nothing there."""
    clerk = sign_in(browser, server, "lan.nguyen")
    clerk.goto("/nhiem-vu")
    links = clerk.eval_on_selector_all("a[href^='/ky-thuc-hien/']", "links => links.map(link => link.pathname)")
    assert links
    officer = sign_in(browser, server, "binh.ngo")
    statuses = {officer.goto(link).status for link in links[:20]}
    assert 404 in statuses and statuses <= {200, 404}
    clerk.context.close()
    officer.context.close()


def test_with_the_keyboard_alone(server, browser, tmp_path):
    """Signing in, reviewing and accepting without a mouse."""
    number = next(numbers)
    paper = papers.word(number, tmp_path)
    page = browser.new_context(base_url=server.address, locale="vi-VN", viewport=DESK).new_page()
    page.goto("/dang-nhap")
    page.get_by_label("Tên đăng nhập").focus()
    page.keyboard.type("lan.nguyen")
    page.keyboard.press("Tab")
    page.keyboard.type(server.password)
    page.keyboard.press("Enter")
    page.wait_for_url(lambda address: "/dang-nhap" not in address)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"

    page.goto("/nhap-van-ban")
    page.get_by_label("Văn bản cần nhập").set_input_files(paper)
    page.get_by_role("button", name="Nhập", exact=True).focus()
    page.keyboard.press("Enter")
    review = page.locator("li", has_text=paper.name).get_by_role("link", name="Rà soát")
    review.wait_for(timeout=60_000)
    review.focus()
    page.keyboard.press("Enter")
    page.locator("article.draft").first.wait_for()
    page.keyboard.press("j")
    with page.expect_navigation():
        page.keyboard.press("a")
    page.locator("article.accepted").first.wait_for()
    page.context.close()


def test_a_large_file_tells_how_much_of_it_has_arrived(server, browser, tmp_path):
    paper = tmp_path / "ban-quet-nang.pdf"
    paper.write_bytes(b"%PDF-1.4\n" + b"0" * 3_000_000)
    page = sign_in(browser, server, "lan.nguyen")
    page.goto("/nhap-van-ban")
    page.context.new_cdp_session(page).send("Network.emulateNetworkConditions", {
        "offline": False, "latency": 0, "downloadThroughput": -1, "uploadThroughput": 1_500_000})
    page.get_by_label("Văn bản cần nhập").set_input_files(paper)
    page.get_by_role("button", name="Nhập", exact=True).click()
    page.get_by_text(re.compile(r"[012],\d / 3,0 MB · \d+%")).wait_for()
    page.locator("li", has_text=paper.name).wait_for()
    page.context.close()
