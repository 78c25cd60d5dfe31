/// The elements of OpenDocument text (ISO/IEC 26300) that hold text or say how it looks.
enum OdfTag: String, XMLVocabulary {
    case text = "office:text"
    case annotation = "office:annotation"
    case p = "text:p"
    case h = "text:h"
    case space = "text:s"
    case tab = "text:tab"
    case lineBreak = "text:line-break"
    case span = "text:span"
    case note = "text:note"
    case noteCitation = "text:note-citation"
    case noteBody = "text:note-body"
    case trackedChanges = "text:tracked-changes"
    case rubyText = "text:ruby-text"
    case list = "text:list"
    case listItem = "text:list-item"
    case listHeader = "text:list-header"
    case table = "table:table"
    case row = "table:table-row"
    case headerRows = "table:table-header-rows"
    case cell = "table:table-cell"
    case coveredCell = "table:covered-table-cell"
    case textBox = "draw:text-box"
    case title = "svg:title"
    case desc = "svg:desc"
    // Styles.
    case fontFace = "style:font-face"
    case style = "style:style"
    case defaultStyle = "style:default-style"
    case paragraphProperties = "style:paragraph-properties"
    case textProperties = "style:text-properties"
    case listStyle = "text:list-style"
    case outlineStyle = "text:outline-style"
    case numberLevel = "text:list-level-style-number"
    case outlineLevel = "text:outline-level-style"
    case bulletLevel = "text:list-level-style-bullet"
    case masterPage = "style:master-page"
    case header = "style:header"
    case headerFirst = "style:header-first"
    // The manifest.
    case encryptionData = "manifest:encryption-data"

    static let byName = allByName
    static let namespaces: [(prefix: String, address: StaticString)] = [
        ("text", "urn:oasis:names:tc:opendocument:xmlns:text:1.0"),
        ("table", "urn:oasis:names:tc:opendocument:xmlns:table:1.0"),
        ("style", "urn:oasis:names:tc:opendocument:xmlns:style:1.0"),
        ("office", "urn:oasis:names:tc:opendocument:xmlns:office:1.0"),
        ("draw", "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"),
        ("svg", "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"),
        ("manifest", "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"),
    ]
}
