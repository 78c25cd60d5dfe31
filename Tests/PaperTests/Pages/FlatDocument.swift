import Foundation

/// A text document written as flat XML, for LibreOffice to print: the layouts of an administrative document.
struct FlatDocument {
    private var body = ""
    private var noteCount = 0

    enum Style: String {
        /// Justified, first line set in, 14 pt.
        case body = "B"
        case bold = "Bb"
        case title = "T"
        case pageTitle = "Tp"
        case italicTitle = "Ti"
        case headerPlain = "Hc"
        case headerBold = "Hcb"
        case headerItalic = "Hci"
        case recipients = "N"
        case cell = "C"
        case cellCentred = "Cc"
        case cellHead = "Chb"
        case cellBold = "Cb"
    }

    /// A paragraph; `{note: …}` in it is a footnote and `{^2}` a raised 2.
    mutating func paragraph(_ text: String, _ style: Style = .body) {
        body += paragraphXML(text, style.rawValue)
    }

    /// Two columns without borders, a line of each cell a paragraph.
    mutating func columns(
        _ left: String, _ right: String, _ leftStyle: Style, _ rightStyle: Style, isSignature: Bool = false
    ) {
        let name = isSignature ? "s" : "h"
        body += "<table:table table:style-name=\"th\">"
        for number in 1...2 { body += "<table:table-column table:style-name=\"\(name)\(number)\"/>" }
        body += "<table:table-row>" + cell(left, leftStyle, border: false) + cell(right, rightStyle, border: false)
        body += "</table:table-row></table:table>"
    }

    /// A ruled table; a row of two texts is a heading over the columns behind the first.
    mutating func table(head: [String], rows: [[String]]) {
        body += "<table:table table:style-name=\"tt\">"
        for number in 1...head.count { body += "<table:table-column table:style-name=\"t\(number)\"/>" }
        body += "<table:table-header-rows><table:table-row>"
        for text in head { body += cell(text, .cellHead) }
        body += "</table:table-row></table:table-header-rows>"
        for row in rows {
            body += "<table:table-row>"
            if row.count == 2 {
                body += cell(row[0], .cellHead) + cell(row[1], .cellBold, span: head.count - 1)
            } else {
                for (index, text) in row.enumerated() {
                    body += cell(text, [1, 4].contains(index) ? .cell : .cellCentred)
                }
            }
            body += "</table:table-row>"
        }
        body += "</table:table>"
    }

    private mutating func cell(_ text: String, _ style: Style, span: Int = 1, border: Bool = true) -> String {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let content = lines.map { paragraphXML(String($0), style.rawValue) }.joined()
        return """
            <table:table-cell table:style-name="\(border ? "cb" : "nb")" table:number-columns-spanned="\(span)">\
            \(content)</table:table-cell>
            """ + String(repeating: "<table:covered-table-cell/>", count: span - 1)
    }

    private mutating func paragraphXML(_ text: String, _ style: String) -> String {
        var result = ""
        var rest = text[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            result += escaped(rest[..<open])
            let content = rest[rest.index(after: open)..<close]
            if content.hasPrefix("note: ") {
                noteCount += 1
                result += """
                    <text:note text:note-class="footnote"><text:note-citation>\(noteCount)</text:note-citation>\
                    <text:note-body><text:p text:style-name="F">\(escaped(content.dropFirst(6)))</text:p></text:note-body>\
                    </text:note>
                    """
            } else {
                result += "<text:span text:style-name=\"sup\">\(escaped(content.dropFirst()))</text:span>"
            }
            rest = rest[rest.index(after: close)...]
        }
        return "<text:p text:style-name=\"\(style)\">\(result)\(escaped(rest))</text:p>"
    }

    private func escaped(_ text: Substring) -> String {
        String(text).replacing("&", with: "&amp;").replacing("<", with: "&lt;")
    }

    var xml: String {
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" \
        xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" \
        xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" \
        xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" \
        xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" \
        xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" office:version="1.2" \
        office:mimetype="application/vnd.oasis.opendocument.text"><office:font-face-decls>\
        <style:font-face style:name="LS" svg:font-family="'Liberation Serif'"/></office:font-face-decls>\
        <office:automatic-styles>\(Self.styles)</office:automatic-styles><office:master-styles>\
        <style:master-page style:name="Standard" style:page-layout-name="pl"><style:header>\
        <text:p text:style-name="Hc"><text:page-number text:select-page="current"/></text:p></style:header>\
        </style:master-page></office:master-styles><office:body><office:text>\(body)</office:text></office:body>\
        </office:document>
        """
    }

    private static let styles: String = {
        func paragraph(_ name: String, _ shape: String, _ type: String) -> String {
            """
            <style:style style:name="\(name)" style:family="paragraph"><style:paragraph-properties \(shape)/>\
            <style:text-properties style:font-name="LS" \(type)/></style:style>
            """
        }
        let centred = "fo:text-align=\"center\""
        let bold = "fo:font-weight=\"bold\""
        let italic = "fo:font-style=\"italic\""
        func size(_ points: Int) -> String { "fo:font-size=\"\(points)pt\"" }
        let setIn = "fo:text-indent=\"1cm\" fo:margin-bottom=\"0.2cm\""
        var styles = paragraph("B", "fo:text-align=\"justify\" \(setIn)", size(14))
        styles += paragraph("Bb", setIn, "\(size(14)) \(bold)") + paragraph("T", centred, "\(size(14)) \(bold)")
        styles += paragraph("Tp", "\(centred) fo:break-before=\"page\"", "\(size(14)) \(bold)")
        styles += paragraph("Ti", centred, "\(size(14)) \(italic)") + paragraph("F", "", size(10))
        styles += paragraph("Hc", centred, size(13)) + paragraph("Hcb", centred, "\(size(13)) \(bold)")
        styles += paragraph("Hci", centred, "\(size(13)) \(italic)") + paragraph("N", "", size(11))
        styles += paragraph("C", "fo:text-align=\"justify\"", size(12)) + paragraph("Cc", centred, size(12))
        styles += paragraph("Chb", centred, "\(size(12)) \(bold)") + paragraph("Cb", "", "\(size(12)) \(bold)")
        styles += """
            <style:style style:name="sup" style:family="text"><style:text-properties style:text-position="super 58%"/>\
            </style:style><style:style style:name="cb" style:family="table-cell"><style:table-cell-properties \
            fo:border="0.5pt solid #000000" fo:padding="0.1cm" style:vertical-align="middle"/></style:style>\
            <style:style style:name="nb" style:family="table-cell"><style:table-cell-properties fo:border="none"/>\
            </style:style>
            """
        for (name, width) in [
            ("h1", 6.5), ("h2", 9.5), ("s1", 8), ("s2", 8), ("t1", 1), ("t2", 5), ("t3", 2.8), ("t4", 3.2), ("t5", 2.2),
            ("t6", 2.3),
        ] {
            styles += """
                <style:style style:name="\(name)" style:family="table-column"><style:table-column-properties \
                style:column-width="\(width)cm"/></style:style>
                """
        }
        for (name, width) in [("th", 16.0), ("tt", 16.5)] {
            styles += """
                <style:style style:name="\(name)" style:family="table"><style:table-properties style:width="\(width)cm" \
                table:align="left"/></style:style>
                """
        }
        return styles + """
            <style:page-layout style:name="pl"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" \
            fo:margin-top="1.2cm" fo:margin-bottom="2cm" fo:margin-left="3cm" fo:margin-right="1.7cm"/>\
            <style:header-style><style:header-footer-properties fo:min-height="0.8cm" fo:margin-bottom="0.3cm"/>\
            </style:header-style></style:page-layout>
            """
    }()
}
