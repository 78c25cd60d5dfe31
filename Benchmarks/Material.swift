import Foundation
import Markup

/// The documents that are read: made here, of invented text.
struct Material {
    let folder: URL
    let pages = 20

    /// A Word document of about twenty pages with a task table of sixty rows, written by LibreOffice.
    /// - Returns: Its path.
    func word() throws -> String {
        let page = folder.appending(path: "plan.html")
        try Data(html(rows: 60, paragraphs: 150).bytes).write(to: page)
        try office("docx:MS Word 2007 XML", page.path(), "--writer", "--infilter=HTML (StarWriter)")
        return folder.appending(path: "plan.docx").path()
    }

    /// Pictures of pages at 300 dpi, bound into a PDF without text.
    /// - Returns: The PDF and its pictures.
    func scan() throws -> (pdf: String, pictures: [String]) {
        let page = folder.appending(path: "scan.html")
        try Data(html(rows: 6, paragraphs: 80).bytes).write(to: page)
        try office("pdf:writer_pdf_Export", page.path(), "--writer", "--infilter=HTML (StarWriter)")
        let stem = folder.appending(path: "page").path()
        try Run("pdftoppm", "-r", "300", "-gray", "-jpeg", folder.appending(path: "scan.pdf").path(), stem)()
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path())
        let pictures = names.filter { $0.hasPrefix("page-") && $0.hasSuffix(".jpg") }.sorted()
            .map { folder.appending(path: $0) }
        let bound = folder.appending(path: "bound.pdf")
        try Data(PicturePDF.bytes(try pictures.map { [UInt8](try Data(contentsOf: $0)) })).write(to: bound)
        return (bound.path(), pictures.map { $0.path() })
    }

    /// Converts by LibreOffice with a profile of its own.
    func office(_ filter: String, _ document: String, _ options: String...) throws {
        var run = Run("soffice")
        run.arguments =
            ["-env:UserInstallation=file://\(folder.path())/profile", "--headless"] + options
            + ["--convert-to", filter, "--outdir", folder.path(), document]
        try run()
    }

    private func html(rows: Int, paragraphs: Int) -> MarkupWriter {
        var page = MarkupWriter(.html, declaration: true)
        page.element("html") { page in
            page.element("head") { $0.element("meta", Attribute("charset", "utf-8")) }
            page.element("body") { body in
                body.element("p", text: "ỦY BAN NHÂN DÂN TỈNH LAM GIANG")
                body.element("p", text: "Số: 47/KH-UBND")
                body.element("p", text: "Lam Giang, ngày 16 tháng 3 năm 2026")
                body.element("p", text: "KẾ HOẠCH")
                body.element("p", text: "Phát triển quan hệ hợp tác quốc tế giai đoạn 2026 - 2030")
                for index in 1...paragraphs { Self.paragraph(index, &body) }
                Self.table(rows, &body)
            }
        }
        return page
    }

    private static func paragraph(_ index: Int, _ body: inout MarkupWriter) {
        if index % 10 == 1 { body.element("p", text: "\(index / 10 + 1). Sở Ngoại vụ") }
        let text = """
            - Chủ trì, phối hợp với các sở, ban, ngành, địa phương triển khai nội dung số \(index) của Kế hoạch; hướng dẫn, kiểm \
            tra, đôn đốc các cơ quan, đơn vị thực hiện; tổng hợp kết quả, báo cáo Ủy ban nhân dân tỉnh trước ngày 15/11 hằng năm, \
            trong đó nêu rõ khó khăn, vướng mắc và đề xuất giải pháp phù hợp với tình hình của từng địa phương trên địa bàn.
            """
        body.element("p", text: text)
    }

    private static func table(_ rows: Int, _ body: inout MarkupWriter) {
        body.element("table", Attribute("border", "1")) { table in
            let heads = ["TT", "Nhiệm vụ", "Cơ quan chủ trì", "Cơ quan phối hợp", "Sản phẩm", "Thời gian"]
            table.element("tr") { row in for head in heads { row.element("th", text: head) } }
            for index in 1...rows {
                let cells = [
                    "\(index)", "Tổ chức hoạt động đối ngoại số \(index) với các địa phương nước ngoài", "Sở Ngoại vụ",
                    "Các sở, ban, ngành có liên quan", "Báo cáo", index % 2 == 0 ? "Hằng năm" : "Quý IV/2026",
                ]
                table.element("tr") { row in for cell in cells { row.element("td", text: cell) } }
            }
        }
    }
}
