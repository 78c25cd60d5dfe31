import Markup

/// Writes a Word document (ECMA-376): paragraphs and tables in Times New Roman, the number of the page above all pages but the first, as
/// Nghị định 30/2020/NĐ-CP has it.
///
///     let bytes = try WordWriter.write(parts, on: .landscape, title: "Kế hoạch đoàn ra")
package struct WordWriter: Sendable {
    private let page: PrintedPage
    private let title: String
    private var body = MarkupWriter(.xml)

    private static let main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    private static let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

    /// Writes a document.
    /// - Parameter title: What programs call it.
    /// - Throws: where there is no memory for it.
    package static func write(_ parts: [PrintedPart], on page: PrintedPage, title: String) throws -> [UInt8] {
        var word = WordWriter(page, title: title)
        for part in parts {
            switch part {
            case .paragraph(let paragraph): word.write(paragraph)
            case .table(let table): word.write(table)
            }
        }
        return try word.finish()
    }

    private init(_ page: PrintedPage, title: String) {
        self.page = page
        self.title = title
    }

    private mutating func write(_ paragraph: PrintedParagraph) { Self.write(paragraph, width: page.width, &body) }

    /// As wide as the page.
    private mutating func write(_ table: PrintedTable) {
        let all = max(1, table.widths.reduce(0, +))
        let widths = table.widths.map { $0 * page.width / all }
        body.element("w:tbl") { xml in
            xml.element("w:tblPr") { xml in
                xml.element("w:tblW", Attribute("w:w", "\(widths.reduce(0, +))"), Attribute("w:type", "dxa"))
                if table.isRuled {
                    xml.element("w:tblBorders") { xml in
                        for side: Tag in ["w:top", "w:left", "w:bottom", "w:right", "w:insideH", "w:insideV"] {
                            xml.element(side, Attribute("w:val", "single"), Attribute("w:sz", "4"))
                        }
                    }
                }
                xml.element("w:tblLayout", Attribute("w:type", "fixed"))
                xml.element("w:tblCellMar") { xml in
                    for side: Tag in ["w:left", "w:right"] {
                        xml.element(side, Attribute("w:w", "57"), Attribute("w:type", "dxa"))
                    }
                }
            }
            xml.element("w:tblGrid") { xml in
                for width in widths { xml.element("w:gridCol", Attribute("w:w", "\(width)")) }
            }
            var open: [Int: (left: Int, columns: Int)] = [:]
            for (index, row) in table.rows.enumerated() {
                xml.element("w:tr") { xml in
                    xml.element("w:trPr") { xml in
                        xml.element("w:cantSplit")
                        if index < table.headRows { xml.element("w:tblHeader") }
                    }
                    Self.write(row, widths, &open, &xml)
                }
            }
        }
        // Between two tables, and behind the last, a paragraph must stand.
        var end = PrintedParagraph("")
        end.size = 2
        write(end)
    }

    private func finish() throws -> [UInt8] {
        var document = MarkupWriter(.xml, declaration: true)
        document.element("w:document", Attribute("xmlns:w", Self.main), Attribute("xmlns:r", Self.relations)) { xml in
            xml.element("w:body") { xml in
                xml.append(body)
                section(&xml)
            }
        }
        return try ZipPacking.bytes([
            ("[Content_Types].xml", Self.types), ("_rels/.rels", Self.packageRelations),
            ("docProps/core.xml", properties), ("word/document.xml", document.bytes),
            ("word/_rels/document.xml.rels", Self.documentRelations), ("word/styles.xml", Self.styles),
            ("word/header1.xml", Self.pageNumber),
        ])
    }

    // MARK: Parts of the body

    private static func write(
        _ row: [PrintedTable.Cell], _ widths: [Int], _ open: inout [Int: (left: Int, columns: Int)],
        _ xml: inout MarkupWriter
    ) {
        var (column, cells) = (0, row[...])
        while column < widths.count {
            if let above = open[column], above.left > 0 {
                // The cell above goes on here.
                open[column]?.left -= 1
                write(
                    PrintedTable.Cell([PrintedParagraph("")], columns: above.columns), at: column, "continue", widths,
                    &xml)
                column += above.columns
                continue
            }
            let cell = cells.popFirst() ?? PrintedTable.Cell([PrintedParagraph("")])
            if cell.rows > 1 { open[column] = (cell.rows - 1, cell.columns) }
            write(cell, at: column, cell.rows > 1 ? "restart" : nil, widths, &xml)
            column += max(1, cell.columns)
        }
    }

    private static func write(
        _ cell: PrintedTable.Cell, at column: Int, _ merge: String?, _ widths: [Int], _ xml: inout MarkupWriter
    ) {
        let width = widths[column..<min(column + cell.columns, widths.count)].reduce(0, +)
        xml.element("w:tc") { xml in
            xml.element("w:tcPr") { xml in
                xml.element("w:tcW", Attribute("w:w", "\(width)"), Attribute("w:type", "dxa"))
                if cell.columns > 1 { xml.element("w:gridSpan", Attribute("w:val", "\(cell.columns)")) }
                if let merge { xml.element("w:vMerge", Attribute("w:val", merge)) }
                if merge != nil { xml.element("w:vAlign", Attribute("w:val", "center")) }
            }
            for paragraph in cell.paragraphs.isEmpty ? [PrintedParagraph("")] : cell.paragraphs {
                write(paragraph, width: width, &xml)
            }
        }
    }

    private static func write(_ paragraph: PrintedParagraph, width: Int, _ xml: inout MarkupWriter) {
        func points(_ value: Double, _ parts: Double) -> String { "\(Int((value * parts).rounded()))" }
        xml.element("w:p") { xml in
            xml.element("w:pPr") { xml in
                if paragraph.isKeptWithNext { xml.element("w:keepNext") }
                if paragraph.rule != nil {
                    xml.element("w:pBdr") { xml in
                        xml.element("w:top", Attribute("w:val", "single"), Attribute("w:sz", "6"))
                    }
                }
                xml.element(
                    "w:spacing", Attribute("w:before", points(paragraph.above, 20)),
                    Attribute("w:after", points(paragraph.below, 20)))
                if let rule = paragraph.rule {
                    let side = "\(Int(Double(width) * (1 - rule) / 2))"
                    xml.element("w:ind", Attribute("w:left", side), Attribute("w:right", side))
                }
                xml.element("w:jc", Attribute("w:val", paragraph.alignment.rawValue))
            }
            guard !paragraph.text.isEmpty else { return }
            xml.element("w:r") { xml in
                xml.element("w:rPr") { xml in
                    if paragraph.isBold { xml.element("w:b") }
                    if paragraph.isItalic { xml.element("w:i") }
                    xml.element("w:sz", Attribute("w:val", points(paragraph.size, 2)))
                    xml.element("w:szCs", Attribute("w:val", points(paragraph.size, 2)))
                }
                for (index, line) in paragraph.text.split(separator: "\n", omittingEmptySubsequences: false)
                    .enumerated()
                {
                    if index > 0 { xml.element("w:br") }
                    xml.element("w:t", Attribute("xml:space", "preserve"), text: String(line))
                }
            }
        }
    }

    private func section(_ xml: inout MarkupWriter) {
        let (size, margins) = (page.size, page.margins)
        xml.element("w:sectPr") { xml in
            xml.element("w:headerReference", Attribute("w:type", "default"), Attribute("r:id", "rId2"))
            xml.element(
                "w:pgSz", Attribute("w:w", "\(size.width)"), Attribute("w:h", "\(size.height)"),
                page == .landscape ? Attribute("w:orient", "landscape") : nil)
            xml.element(
                "w:pgMar", Attribute("w:top", "\(margins.top)"), Attribute("w:right", "\(margins.right)"),
                Attribute("w:bottom", "\(margins.bottom)"), Attribute("w:left", "\(margins.left)"),
                Attribute("w:header", "567"), Attribute("w:footer", "567"), Attribute("w:gutter", "0"))
            xml.element("w:titlePg")
        }
    }

    // MARK: Parts that are always the same

    private static let pageNumber = part { xml in
        xml.element("w:hdr", Attribute("xmlns:w", main)) { xml in
            xml.element("w:p") { xml in
                xml.element("w:pPr") { $0.element("w:jc", Attribute("w:val", "center")) }
                xml.element("w:fldSimple", Attribute("w:instr", "PAGE")) { xml in
                    xml.element("w:r") { $0.element("w:t", text: "2") }
                }
            }
        }
    }

    private static let styles = part { xml in
        xml.element("w:styles", Attribute("xmlns:w", main)) { xml in
            xml.element("w:docDefaults") { xml in
                xml.element("w:rPrDefault") { xml in
                    xml.element("w:rPr") { xml in
                        xml.element(
                            "w:rFonts", Attribute("w:ascii", "Times New Roman"),
                            Attribute("w:hAnsi", "Times New Roman"),
                            Attribute("w:eastAsia", "Times New Roman"), Attribute("w:cs", "Times New Roman"))
                        xml.element("w:sz", Attribute("w:val", "26"))
                        xml.element("w:szCs", Attribute("w:val", "26"))
                        xml.element("w:lang", Attribute("w:val", "vi-VN"))
                    }
                }
            }
            xml.element(
                "w:style", Attribute("w:type", "paragraph"), Attribute("w:default", "1"),
                Attribute("w:styleId", "Normal")
            ) { $0.element("w:name", Attribute("w:val", "Normal")) }
        }
    }

    private var properties: [UInt8] {
        Self.part { xml in
            xml.element(
                "cp:coreProperties",
                Attribute("xmlns:cp", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"),
                Attribute("xmlns:dc", "http://purl.org/dc/elements/1.1/")
            ) { xml in
                xml.element("dc:title", text: title)
                xml.element("dc:language", text: "vi-VN")
            }
        }
    }

    private static let types = part { xml in
        xml.element("Types", Attribute("xmlns", "http://schemas.openxmlformats.org/package/2006/content-types")) {
            xml in
            for (ending, type) in [
                ("rels", "application/vnd.openxmlformats-package.relationships+xml"), ("xml", "application/xml"),
            ] { xml.element("Default", Attribute("Extension", ending), Attribute("ContentType", type)) }
            let word = "application/vnd.openxmlformats-officedocument.wordprocessingml"
            for (name, type) in [
                ("/word/document.xml", "\(word).document.main+xml"), ("/word/styles.xml", "\(word).styles+xml"),
                ("/word/header1.xml", "\(word).header+xml"),
                ("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"),
            ] { xml.element("Override", Attribute("PartName", name), Attribute("ContentType", type)) }
        }
    }

    private static let packageRelations = relationships([
        ("\(relations)/officeDocument", "word/document.xml"),
        ("http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties", "docProps/core.xml"),
    ])

    private static let documentRelations = relationships([
        ("\(relations)/styles", "styles.xml"), ("\(relations)/header", "header1.xml"),
    ])

    private static func relationships(_ list: [(type: String, target: String)]) -> [UInt8] {
        part { xml in
            xml.element(
                "Relationships", Attribute("xmlns", "http://schemas.openxmlformats.org/package/2006/relationships")
            ) { xml in
                for (index, relation) in list.enumerated() {
                    xml.element(
                        "Relationship", Attribute("Id", "rId\(index + 1)"), Attribute("Type", relation.type),
                        Attribute("Target", relation.target))
                }
            }
        }
    }

    private static func part(_ body: (inout MarkupWriter) -> Void) -> [UInt8] {
        var xml = MarkupWriter(.xml, declaration: true)
        body(&xml)
        return xml.bytes
    }
}
