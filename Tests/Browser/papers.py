"""Invented official documents for the tests: a plan with its annex as a Word file, and the same as a scan."""

import subprocess
import tempfile
from pathlib import Path

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Pt
from PIL import Image

TASKS = [
    ("Mở lớp bồi dưỡng nghiệp vụ lễ tân đối ngoại cho công chức cấp xã", "Sở Ngoại vụ", "Sở Nội vụ", "Lớp bồi dưỡng", "Quý II/2027"),
    ("Biên soạn sổ tay tiếp khách nước ngoài tại cơ sở, tập {number}", "Sở Du lịch", "Sở Ngoại vụ", "Sổ tay", "Trước ngày 30/6/2027"),
    ("Tổ chức gian hàng sản phẩm của thành phố tại hội chợ ở nước ngoài", "Sở Công Thương", "Sở Ngoại vụ", "Gian hàng", "Hằng năm"),
]


def _line(paper, text, *, bold=False, centre=False, italic=False):
    paragraph = paper.add_paragraph()
    run = paragraph.add_run(text)
    run.bold, run.italic = bold, italic
    if centre:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    return paragraph


def word(number: int, folder: Path) -> Path:
    """A plan of the city with this number, as a .docx file."""
    paper = Document()
    style = paper.styles["Normal"].font
    style.name, style.size = "Times New Roman", Pt(13)
    head = paper.add_table(rows=2, cols=2)
    head.cell(0, 0).text = "ỦY BAN NHÂN DÂN\nTHÀNH PHỐ HẢI PHÒNG"
    head.cell(0, 1).text = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"
    head.cell(1, 0).text = f"Số: {number}/KH-UBND"
    head.cell(1, 1).text = "Hải Phòng, ngày 02 tháng 11 năm 2026"
    _line(paper, "KẾ HOẠCH", bold=True, centre=True)
    _line(paper, f"Nâng cao chất lượng công tác lễ tân đối ngoại, đợt {number}", bold=True, centre=True)
    _line(paper, "Ủy ban nhân dân thành phố ban hành Kế hoạch với các nội dung sau:")
    _line(paper, "I. MỤC ĐÍCH", bold=True)
    _line(paper, "Việc đón tiếp khách nước ngoài được thống nhất, chu đáo và tiết kiệm.")
    _line(paper, "II. TỔ CHỨC THỰC HIỆN", bold=True)
    _line(paper, "1. Sở Ngoại vụ là đầu mối theo dõi, đôn đốc, tổng hợp tình hình thực hiện Kế hoạch.")
    _line(paper, "2. Các cơ quan, đơn vị báo cáo kết quả thực hiện về Sở Ngoại vụ trước ngày 30/11 hằng năm.")
    sign = paper.add_table(rows=1, cols=2)
    sign.cell(0, 0).text = "Nơi nhận:\n- Như trên;\n- Lưu: VT, LT."
    sign.cell(0, 1).text = "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\n\nTrần Văn Thuận"
    paper.add_page_break()
    _line(paper, "Phụ lục", bold=True, centre=True)
    _line(paper, "DANH MỤC NHIỆM VỤ", bold=True, centre=True)
    _line(paper, f"(Kèm theo Kế hoạch số {number}/KH-UBND ngày 02 tháng 11 năm 2026)", italic=True, centre=True)
    table = paper.add_table(rows=1, cols=6)
    table.style = "Table Grid"
    titles = ["STT", "Nhiệm vụ", "Cơ quan chủ trì", "Cơ quan phối hợp", "Sản phẩm", "Thời gian hoàn thành"]
    for cell, title in zip(table.rows[0].cells, titles):
        cell.text = title
    for index, task in enumerate(TASKS, 1):
        for cell, text in zip(table.add_row().cells, (str(index), *task)):
            cell.text = text.format(number=number)
    path = folder / f"ke-hoach-{number}.docx"
    paper.save(path)
    return path


def scan(number: int, folder: Path) -> Path:
    """The same plan as pictures of its pages in a PDF, as a scanner makes it."""
    source = word(number, folder)
    with tempfile.TemporaryDirectory() as profile:
        subprocess.run(
            ["soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to", "pdf", "--outdir", folder, source],
            check=True, capture_output=True, timeout=120)
    printed = source.with_suffix(".pdf")
    subprocess.run(["pdftoppm", "-r", "200", "-gray", "-png", printed, folder / f"trang-{number}"], check=True, timeout=60)
    pages = [Image.open(page) for page in sorted(folder.glob(f"trang-{number}-*.png"))]
    path = folder / f"ban-quet-{number}.pdf"
    pages[0].save(path, save_all=True, append_images=pages[1:], resolution=200)
    return path
