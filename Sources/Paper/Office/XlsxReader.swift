/// Reads a workbook (.xlsx, .xlsm): each sheet that is shown is a table, the lines above and below it paragraphs.
package enum XlsxReader {
    /// Reads the workbook from its bytes.
    /// - Throws: ``PaperError``.
    package static func read(_ bytes: [UInt8], limits: Limits = Limits()) throws -> Transcript {
        var read: [(name: String, blocks: [Block])] = []
        try eachSheet(bytes, limits) { name, part, values, budget in
            let blocks = try SheetReader.read(part, values: values, limits: limits, budget: &budget)
            if !blocks.isEmpty { read.append((name, blocks)) }
        }
        var blocks: [Block] = []
        for sheet in read {
            if read.count > 1 {
                let name = Paragraph(sheet.name, style: Style(bold: true, heading: 1), starts: [])
                blocks.append(.paragraph(name))
            }
            blocks += sheet.blocks
        }
        return .laying(blocks, format: .xlsx)
    }

    /// The rows of each sheet that is shown and not empty.
    /// - Throws: ``PaperError``.
    static func grids(_ bytes: [UInt8], limits: Limits) throws -> [Grid] {
        var grids: [Grid] = []
        try eachSheet(bytes, limits) { name, part, values, budget in
            let grid = try SheetReader.grid(part, name: name, values: values, limits: limits, budget: &budget)
            if !grid.rows.isEmpty { grids.append(grid) }
        }
        return grids
    }

    private static func eachSheet(
        _ bytes: [UInt8], _ limits: Limits,
        _ body: (_ name: String, _ part: [UInt8], _ values: SheetValues, _ budget: inout Int) throws -> Void
    ) throws {
        try ZipArchive.open(bytes, as: .xlsx, limits: limits) { archive in
            let main =
                try OfficeRelations(of: "", in: &archive, limits: limits, format: .xlsx).target(kind: "officeDocument")
                ?? "xl/workbook.xml"
            let relations = try OfficeRelations(of: main, in: &archive, limits: limits, format: .xlsx)
            var values = SheetValues(limits: limits)
            if let part = try archive.part(relations.target(kind: "sharedStrings") ?? "xl/sharedStrings.xml") {
                try values.readStrings(part)
            }
            if let part = try archive.part(relations.target(kind: "styles") ?? "xl/styles.xml") {
                try values.readStyles(part)
            }
            let sheets = try self.sheets(try archive.required(main), values: &values, limits: limits)
            var budget = limits.textBytes
            for (index, sheet) in sheets.enumerated() {
                let path = relations.target(id: sheet.relation) ?? "xl/worksheets/sheet\(index + 1).xml"
                if let part = try archive.part(path) { try body(sheet.name, part, values, &budget) }
            }
        }
    }

    private static func sheets(
        _ bytes: [UInt8], values: inout SheetValues, limits: Limits
    ) throws -> [(name: String, relation: String)] {
        var sheets: [(name: String, relation: String)] = []
        try XMLPull<SheetTag>.read(bytes, part: "workbook.xml", of: .xlsx, limits: limits) { xml in
            try xml.everyElement { xml, tag in
                if tag == .workbookPr { values.from1904 = ["1", "true"].contains(xml.attribute("date1904") ?? "") }
                guard tag == .sheet, xml.attribute("state").map({ $0 == "visible" }) ?? true else { return }
                sheets.append((xml.attribute("name") ?? "", xml.attribute("id", in: "r") ?? ""))
            }
        }
        return sheets
    }
}

/// What the cells of a workbook refer to: its strings and its formats.
struct SheetValues {
    var from1904 = false
    private(set) var strings: [String] = []
    private var formats: [NumberFormat] = []
    private let limits: Limits

    init(limits: Limits) { self.limits = limits }

    mutating func readStrings(_ bytes: [UInt8]) throws {
        var budget = limits.textBytes
        try XMLPull<SheetTag>.read(bytes, part: "sharedStrings.xml", of: .xlsx, limits: limits) { xml in
            try xml.everyElement { xml, tag in
                guard tag == .si else { return }
                let text = try Self.rich(&xml)
                budget -= text.utf8.count
                guard budget >= 0 else { throw PaperError.hostile(.xlsx, detail: "more text than a document can have") }
                strings.append(text)
            }
        }
    }

    mutating func readStyles(_ bytes: [UInt8]) throws {
        var codes: [Int: NumberFormat] = [:]
        try XMLPull<SheetTag>.read(bytes, part: "styles.xml", of: .xlsx, limits: limits) { xml in
            try xml.everyElement { xml, tag in
                if tag == .numFmt, let id = xml.integer("numFmtId"), let code = xml.attribute("formatCode") {
                    codes[id] = NumberFormat(code: code)
                }
                guard tag == .cellXfs else { return }
                try xml.children { xml, tag in
                    guard tag == .xf else { return }
                    let id = xml.integer("numFmtId") ?? 0
                    formats.append(codes[id] ?? NumberFormat(builtIn: id))
                }
            }
        }
    }

    /// A cell's value as the sheet shows it; `type` is the cell's `t`, `style` its `s`.
    func shown(_ raw: String, type: String?, style: Int) -> String {
        switch type {
        case "s": return Int(raw).flatMap { strings.indices.contains($0) ? strings[$0] : nil } ?? ""
        case "str", "inlineStr", "e": return raw
        case "b": return raw == "1" ? "TRUE" : "FALSE"
        case "d":
            let day = raw.prefix(10).split(separator: "-")
            return day.count == 3 ? "\(day[2])/\(day[1])/\(day[0])" : raw
        default:
            guard let value = Double(raw), value.isFinite else { return raw }
            let format = formats.indices.contains(style) ? formats[style] : NumberFormat(builtIn: 0)
            return format.write(value, from1904: from1904)
        }
    }

    /// A number as programs write it, or a day as ISO 8601 does; `nil` for words.
    func exact(_ raw: String, type: String?, style: Int) -> String? {
        if type == "d" { return String(raw.prefix(10)) }
        guard type == nil || type == "n", let value = Double(raw), value.isFinite else { return nil }
        let format = formats.indices.contains(style) ? formats[style] : NumberFormat(builtIn: 0)
        if case .date(true, true, true, _) = format.kind {
            return SheetDate(serial: value, from1904: from1904)?.iso
        }
        // A month is no day of it, and the count of days that stands for it no number.
        if case .date = format.kind { return nil }
        if value == value.rounded(), abs(value) < 1e15 { return "\(Int(value))" }
        // Without the noise that binary fractions have behind.
        return abs(value) < 1e15 && abs(value) > 1e-6 ? "\(value)" : nil
    }

    /// The text of a string in runs; the readings of East Asian signs are left out.
    static func rich(_ xml: inout XMLPull<SheetTag>) throws -> String {
        var text = ""
        try xml.children { xml, tag in
            switch tag {
            case .t: text += try xml.text()
            case .r: try xml.children { xml, tag in if tag == .t { text += try xml.text() } }
            default: break
            }
        }
        return text
    }
}
