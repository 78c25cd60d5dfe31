import TestSupport
@testable import Paper

/// An OpenDocument text for tests.
struct OdtFile {
    var body: String
    var styles = ""
    /// Content of `styles.xml` below the root.
    var common = ""

    var parts: [(name: String, text: [UInt8])] {
        let spaces = ["office", "text", "table", "style"].map {
            #"xmlns:\#($0)="urn:oasis:names:tc:opendocument:xmlns:\#($0):1.0""#
        }
        let root =
            (spaces + [
                #"xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0""#,
                #"xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0""#,
                #"xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0""#,
            ]).joined(separator: " ")
        return [
            ("mimetype", "application/vnd.oasis.opendocument.text"),
            (
                "content.xml",
                "<office:document-content \(root)><office:automatic-styles>\(styles)</office:automatic-styles>"
                    + "<office:body><office:text>\(body)</office:text></office:body></office:document-content>"
            ),
            ("styles.xml", "<office:document-styles \(root)>\(common)</office:document-styles>"),
        ].map { ($0.0, Array($0.1.utf8)) }
    }

    func bytes() throws -> [UInt8] { try ZipFile.bytes(parts) }
    func transcript(_ limits: Limits = Limits()) throws -> Transcript {
        try OdtReader.read(try bytes(), limits: limits)
    }
}

/// A workbook for tests.
struct XlsxFile {
    /// Name and rows' XML of each sheet, with what follows `sheetData`.
    var sheets: [(name: String, rows: String, after: String)]
    var strings: [String] = []
    var styles = ""

    var parts: [(name: String, text: [UInt8])] {
        let main = #"xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main""#
        let kinds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        let package = #"xmlns="http://schemas.openxmlformats.org/package/2006/relationships""#
        let list = sheets.indices.map {
            #"<sheet name="\#(sheets[$0].name)" sheetId="\#($0 + 1)" r:id="rId\#($0 + 1)"/>"#
        }.joined()
        let relations = sheets.indices.map {
            #"<Relationship Id="rId\#($0 + 1)" Type="\#(kinds)/worksheet" Target="worksheets/sheet\#($0 + 1).xml"/>"#
        }.joined()
        var parts = [
            (
                "_rels/.rels",
                #"<Relationships \#(package)><Relationship Id="a" Type="\#(kinds)/officeDocument" Target="/xl/workbook.xml"/></Relationships>"#
            ),
            ("xl/workbook.xml", #"<workbook \#(main) xmlns:r="\#(kinds)"><sheets>\#(list)</sheets></workbook>"#),
            ("xl/_rels/workbook.xml.rels", "<Relationships \(package)>\(relations)</Relationships>"),
            (
                "xl/sharedStrings.xml",
                "<sst \(main)>" + strings.map { "<si><t>\(escaped($0))</t></si>" }.joined() + "</sst>"
            ),
            ("xl/styles.xml", "<styleSheet \(main)>\(styles)</styleSheet>"),
        ]
        for (index, sheet) in sheets.enumerated() {
            parts.append(
                (
                    "xl/worksheets/sheet\(index + 1).xml",
                    "<worksheet \(main)><sheetData>\(sheet.rows)</sheetData>\(sheet.after)</worksheet>"
                ))
        }
        return parts.map { ($0.0, Array($0.1.utf8)) }
    }

    func bytes() throws -> [UInt8] { try ZipFile.bytes(parts) }
    func transcript(_ limits: Limits = Limits()) throws -> Transcript {
        try XlsxReader.read(try bytes(), limits: limits)
    }
}
