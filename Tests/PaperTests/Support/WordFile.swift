import TestSupport
@testable import Paper

/// A Word document for tests, from the XML of its body and of the parts that matter.
struct WordFile {
    var body: String
    var styles: String?
    var numbering: String?
    var footnotes: String?
    var header: String?
    var password: String?

    private static let space = #"xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main""#
    private static let spaces =
        space + #" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships""#
        + #" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006""#
        + #" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape""#
        + #" xmlns:v="urn:schemas-microsoft-com:vml""#
        + #" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math""#

    init(
        _ body: String, styles: String? = nil, numbering: String? = nil, footnotes: String? = nil,
        header: String? = nil,
        password: String? = nil
    ) {
        self.body = body
        self.styles = styles
        self.numbering = numbering
        self.footnotes = footnotes
        self.header = header
        self.password = password
    }

    var parts: [(name: String, text: [UInt8])] {
        let document = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
        var parts = [
            ("[Content_Types].xml", #"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>"#),
            (
                "_rels/.rels",
                #"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship"#
                    + #" Id="rId1" Type="\#(document)officeDocument" Target="word/document.xml"/></Relationships>"#
            ),
            ("word/document.xml", "<w:document \(Self.spaces)><w:body>\(body)</w:body></w:document>"),
        ]
        if let styles { parts.append(("word/styles.xml", "<w:styles \(Self.space)>\(styles)</w:styles>")) }
        if let numbering {
            parts.append(("word/numbering.xml", "<w:numbering \(Self.space)>\(numbering)</w:numbering>"))
        }
        if let footnotes {
            parts.append(("word/footnotes.xml", "<w:footnotes \(Self.space)>\(footnotes)</w:footnotes>"))
        }
        if let header {
            parts.append(("word/header1.xml", "<w:hdr \(Self.space)>\(header)</w:hdr>"))
            parts.append(
                (
                    "word/_rels/document.xml.rels",
                    #"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship"#
                        + #" Id="rId9" Type="\#(document)header" Target="header1.xml"/></Relationships>"#
                ))
        }
        return parts.map { ($0.0, Array((#"<?xml version="1.0" encoding="UTF-8"?>"# + $0.1).utf8)) }
    }

    func bytes() throws -> [UInt8] { try ZipFile.bytes(parts, password: password) }

    func transcript(_ limits: Limits = Limits()) throws -> Transcript {
        try DocxReader.read(try bytes(), limits: limits)
    }
}

/// A paragraph of WordprocessingML.
func p(_ text: String, _ properties: String = "", run: String = "") -> String {
    "<w:p>" + (properties.isEmpty ? "" : "<w:pPr>\(properties)</w:pPr>") + r(text, run) + "</w:p>"
}

/// A run of WordprocessingML.
func r(_ text: String, _ properties: String = "") -> String {
    "<w:r>" + (properties.isEmpty ? "" : "<w:rPr>\(properties)</w:rPr>")
        + #"<w:t xml:space="preserve">\#(escaped(text))</w:t></w:r>"#
}

/// A cell of WordprocessingML.
func tc(_ content: String, _ properties: String = "") -> String {
    "<w:tc>" + (properties.isEmpty ? "" : "<w:tcPr>\(properties)</w:tcPr>") + content + "</w:tc>"
}

func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
        switch character {
        case "&": result += "&amp;"
        case "<": result += "&lt;"
        case ">": result += "&gt;"
        default: result.append(character)
        }
    }
    return result
}

extension Transcript {
    /// The text of its paragraphs outside of tables.
    var texts: [String] { blocks.compactMap { if case .paragraph(let paragraph) = $0 { paragraph.text } else { nil } } }
}

extension Table {
    var texts: [[String]] { rows.map { $0.cells.map(\.text) } }
}
