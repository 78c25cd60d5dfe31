/// The elements of SpreadsheetML (ECMA-376) that hold values or say how they look.
enum SheetTag: String, XMLVocabulary {
    case sheet = "x:sheet"
    case workbookPr = "x:workbookPr"
    case row = "x:row"
    case c = "x:c"
    case v = "x:v"
    case inline = "x:is"
    case t = "x:t"
    case r = "x:r"
    case si = "x:si"
    case phonetic = "x:rPh"
    case mergeCell = "x:mergeCell"
    case numFmt = "x:numFmt"
    case cellXfs = "x:cellXfs"
    case xf = "x:xf"

    static let byName = allByName
    static let namespaces: [(prefix: String, address: StaticString)] = [
        ("x", "http://schemas.openxmlformats.org/spreadsheetml/2006/main"),
        ("r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships"),
        ("x", "http://purl.oclc.org/ooxml/spreadsheetml/main"),
        ("r", "http://purl.oclc.org/ooxml/officeDocument/relationships"),
    ]
}
