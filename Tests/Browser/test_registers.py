"""Registers as administrators make them and as people fill them in: a field and a register more, without a word of YAML, and undone."""

import itertools
import re
from urllib.parse import urlsplit

from openpyxl import Workbook
from serving import PHONE, sign_in

numbers = itertools.count(1)


def open_register(page, name):
    page.goto("/quan-tri/so")
    page.get_by_role("link", name=name, exact=True).click()
    page.get_by_role("heading", level=1, name=name).wait_for()


def add_field(page, kind, name, **more):
    """Adds a field to what is edited."""
    page.get_by_label("Thêm trường loại").first.select_option(kind)
    page.get_by_role("button", name="Thêm trường", exact=True).first.click()
    page.get_by_label("Tên tiếng Việt").fill(name)
    for label, text in more.items():
        page.get_by_label(label, exact=True).fill(text)
    page.get_by_role("button", name="Ghi vào bản đang sửa").last.click()
    page.get_by_text("thay đổi chưa lưu").or_(page.get_by_text("Sổ mới chưa lưu")).wait_for()


def save(page):
    """Looks at what would change, and saves it."""
    page.get_by_role("button", name="Xem trước và lưu").click()
    told = page.locator("ul.told").inner_text()
    page.get_by_role("button", name="Lưu thành phiên bản mới").click()
    page.get_by_text(re.compile("Đã lưu phiên bản")).wait_for()
    return told


def new_register(page):
    """A register of meetings with countries and people in them."""
    name = f"Giao lưu thanh niên {next(numbers)}"
    page.goto("/quan-tri/so")
    page.get_by_role("link", name="Sổ mới").click()
    page.get_by_label("Tên tiếng Việt").fill(name)
    page.get_by_label("Một bản ghi gọi là").fill("cuộc giao lưu")
    page.get_by_label("Trường làm tên của bản ghi").fill("Tên cuộc giao lưu")
    page.get_by_role("button", name="Tiếp tục").click()
    add_field(page, "countries", "Các nước tham gia")
    add_field(page, "whole", "Số người", **{"Đơn vị tính": "người"})
    assert f"Sổ mới: {name}" in save(page)
    return name


def test_a_field_more_shows_everywhere_and_is_undone(server, browser):
    administrator = sign_in(browser, server, "quantri")
    open_register(administrator, "Ấn phẩm thông tin đối ngoại")
    field = f"Số trang in màu {next(numbers)}"
    add_field(administrator, "whole", field)
    # Its place, by the keyboard alone: the button stays under the fingers.
    up = administrator.get_by_role("button", name=f"Đưa “{field}” lên")
    up.focus()
    for _ in range(2):
        with administrator.expect_navigation():
            administrator.keyboard.press("Enter")
        assert administrator.evaluate("document.activeElement.value").startswith("len:fields:")
    administrator.locator("#hien-thi").get_by_role("button", name="Sửa").click()
    administrator.get_by_role("group", name="Cột của danh sách").get_by_label(field).check()
    administrator.get_by_role("button", name="Ghi vào bản đang sửa").last.click()
    told = save(administrator)
    assert f"Thêm trường “{field}”" in told and "Sửa cách hiển thị" in told

    clerk = sign_in(browser, server, "lan.nguyen")
    clerk.goto("/so/publications")
    assert field in clerk.locator("thead").inner_text()
    clerk.goto("/so/publications/moi")
    assert clerk.get_by_label(field).is_visible()

    # What is hidden is told before, and what is hidden comes back.
    administrator.goto("/quan-tri/so/publications")
    administrator.get_by_role("button", name=f"Ẩn “{field}”").click()
    administrator.get_by_role("button", name="Xem trước và lưu").click()
    assert "Chưa bản ghi nào có dữ liệu ở đây" in administrator.locator("ul.told").inner_text()
    administrator.goto("/quan-tri/so/publications/ban")
    administrator.locator("li", has_text="Phiên bản 1").get_by_role("button", name="Dùng lại phiên bản này").click()
    administrator.get_by_text("Đã đặt lại sổ như phiên bản 1").wait_for()
    clerk.goto("/so/publications")
    assert field not in clerk.locator("thead").inner_text()
    clerk.goto("/so/publications/moi")
    assert clerk.get_by_label(field).count() == 0
    for page in administrator, clerk:
        page.context.close()


def test_a_new_register_on_a_telephone_and_a_record_in_it(server, browser):
    administrator = sign_in(browser, server, "quantri", viewport=PHONE, is_mobile=True, has_touch=True)
    name = new_register(administrator)

    clerk = sign_in(browser, server, "lan.nguyen")
    clerk.goto(f"/so?q={name}")
    clerk.get_by_role("link", name=re.compile(name)).click()
    clerk.get_by_role("link", name=re.compile("^Thêm cuộc giao lưu")).first.click()
    clerk.get_by_label("Tên cuộc giao lưu").fill("Trại hè Nhật Bản")
    clerk.get_by_label("Các nước tham gia").fill("Nhật Bản, Lào")
    clerk.get_by_label("Số người").fill("1.204")
    clerk.get_by_role("button", name="Ghi", exact=True).last.click()
    clerk.get_by_text("1.204 người").wait_for()
    assert "Nhật Bản, Lào" in clerk.locator("main").inner_text()
    for page in administrator, clerk:
        page.context.close()


def test_what_is_wrong_with_a_text_is_told_line_by_line(server, browser):
    administrator = sign_in(browser, server, "quantri")
    administrator.goto("/quan-tri/so/briefings")
    administrator.get_by_role("button", name="Mở bản YAML").click()
    text = administrator.get_by_label("Bản YAML")
    text.fill(text.input_value().replace("title: ", "titel: ", 1))
    administrator.get_by_role("button", name="Ghi vào bản đang sửa").last.click()
    line = administrator.get_by_text(re.compile(r"Dòng \d+: không có khóa “titel”"))
    line.wait_for()
    assert "titel: " in text.input_value()
    administrator.context.close()


def test_a_figure_is_divided_drawn_and_shared(server, browser):
    reader = sign_in(browser, server, "lan.nguyen")
    reader.goto("/so-lieu?ky=2025&che-do=nd-09-2019")
    assert "15/12/2024 - 14/12/2025" in reader.locator("main").inner_text()
    reader.goto("/so-lieu/delegations-in.count?ky=2025")
    reader.get_by_label("Phân theo").select_option("countries")
    reader.get_by_role("button", name="Xem", exact=True).click()
    reader.locator("svg.world").wait_for()
    # The address is the whole question: another browser sees the same.
    other = sign_in(browser, server, "khanh.tran")
    assert other.goto(reader.url).status == 200
    reader.locator(".bars a").first.click()
    assert "loc-countries=" in reader.url and reader.locator(".chip").count() == 1
    reader.goto("/so-lieu/delegations-in.count?ky=2025&buoc=month")
    assert reader.locator("svg.series polyline").count() == 1
    with reader.expect_download() as file:
        reader.get_by_role("link", name=re.compile("CSV")).click()
    assert len(open(file.value.path(), encoding="utf-8-sig").read().splitlines()) == 13
    for page in reader, other:
        page.context.close()


def bring(page, register, file):
    """Uploads a file to a register, and reads what taking it in would do."""
    page.goto(f"{register}/nhap")
    page.locator("main input[type=file]").set_input_files(file)
    page.get_by_role("button", name="Xem trước").click()
    page.wait_for_url(re.compile(r"/nhap/\d+$"))
    return page.locator("main").inner_text()


def test_a_thousand_rows_from_excel_twelve_of_them_wrong_and_back_again(server, browser, tmp_path):
    administrator = sign_in(browser, server, "quantri")
    name = new_register(administrator)
    clerk = sign_in(browser, server, "lan.nguyen")
    clerk.goto(f"/so?q={name}")
    clerk.get_by_role("link", name=re.compile(name)).click()
    register = urlsplit(clerk.url).path

    wrong = {}
    book = Workbook()
    book.active.append(["Tên cuộc giao lưu", "Các nước tham gia", "Số người"])
    for number in range(2, 1002):
        row = [f"Giao lưu lần {number}", "Nhật Bản, Lào" if number % 2 else "Hàn Quốc", number]
        if number % 250 == 7:
            row[0], wrong[number] = None, "Tên cuộc giao lưu"
        elif number % 250 == 8:
            row[1], wrong[number] = "Xứ Sở Không Có", "Các nước tham gia"
        elif number % 250 == 9:
            row[2], wrong[number] = "rất đông", "Số người"
        book.active.append(row)
    book.save(tmp_path / "giao-luu.xlsx")
    assert len(wrong) == 12

    told = bring(clerk, register, tmp_path / "giao-luu.xlsx")
    assert "988" in told and "Không nhận được (12 dòng)" in told
    for number, column in wrong.items():
        row = clerk.locator("tr", has=clerk.locator("th, td", has_text=re.compile(rf"^(Dòng )?{number}$"))).first
        cells = row.locator("td").all_inner_texts()
        assert column in cells and len(cells[-1]) > 5, (number, cells)
    address = clerk.url
    clerk.goto(register)
    assert "988" not in clerk.locator("main").inner_text()

    clerk.goto(address)
    clerk.get_by_role("button", name="Chỉ nhập 988 dòng đúng").click()
    clerk.get_by_text("Đã nhập.").wait_for()
    clerk.goto(register)
    clerk.get_by_text("988 cuộc giao lưu").wait_for()

    for kind in "xlsx", "csv":
        (tmp_path / f"so.{kind}").write_bytes(clerk.request.get(f"{register}.{kind}").body())
        told = bring(clerk, register, tmp_path / f"so.{kind}")
        assert "không có gì để nhập" in told and "988" in told, told
    for page in administrator, clerk:
        page.context.close()
