/// The elements of WordprocessingML (ECMA-376, transitional and strict) that hold text or say how it looks.
enum WordTag: String, XMLVocabulary {
    // Blocks.
    case document = "w:document"
    case body = "w:body"
    case p = "w:p"
    case tbl = "w:tbl"
    case tr = "w:tr"
    case tc = "w:tc"
    case sectPr = "w:sectPr"
    case textBox = "w:txbxContent"
    case footnote = "w:footnote"
    case endnote = "w:endnote"
    // Properties.
    case pPr = "w:pPr"
    case rPr = "w:rPr"
    case trPr = "w:trPr"
    case tcPr = "w:tcPr"
    case gridSpan = "w:gridSpan"
    case gridBefore = "w:gridBefore"
    case vMerge = "w:vMerge"
    case hMerge = "w:hMerge"
    case tblHeader = "w:tblHeader"
    case cellDel = "w:cellDel"
    case pStyle = "w:pStyle"
    case rStyle = "w:rStyle"
    case jc = "w:jc"
    case outlineLvl = "w:outlineLvl"
    case numPr = "w:numPr"
    case numId = "w:numId"
    case ilvl = "w:ilvl"
    case b = "w:b"
    case i = "w:i"
    case sz = "w:sz"
    case caps = "w:caps"
    case vanish = "w:vanish"
    case rFonts = "w:rFonts"
    // Runs.
    case r = "w:r"
    case t = "w:t"
    case mathText = "m:t"
    case tab = "w:tab"
    case ptab = "w:ptab"
    case br = "w:br"
    case cr = "w:cr"
    case noBreakHyphen = "w:noBreakHyphen"
    case sym = "w:sym"
    case footnoteReference = "w:footnoteReference"
    case endnoteReference = "w:endnoteReference"
    case fldChar = "w:fldChar"
    case fldSimple = "w:fldSimple"
    case rt = "w:rt"
    // Changes.
    case del = "w:del"
    case moveFrom = "w:moveFrom"
    case ins = "w:ins"
    // Alternatives.
    case alternate = "mc:AlternateContent"
    case choice = "mc:Choice"
    case fallback = "mc:Fallback"
    // Styles and numbering.
    case docDefaults = "w:docDefaults"
    case style = "w:style"
    case name = "w:name"
    case basedOn = "w:basedOn"
    case abstractNum = "w:abstractNum"
    case lvl = "w:lvl"
    case start = "w:start"
    case numFmt = "w:numFmt"
    case lvlText = "w:lvlText"
    case lvlRestart = "w:lvlRestart"
    case isLgl = "w:isLgl"
    case suff = "w:suff"
    case styleLink = "w:styleLink"
    case numStyleLink = "w:numStyleLink"
    case num = "w:num"
    case abstractNumId = "w:abstractNumId"
    case lvlOverride = "w:lvlOverride"
    case startOverride = "w:startOverride"
    // Sections.
    case headerReference = "w:headerReference"
    case titlePg = "w:titlePg"
    // Relationships.
    case relationship = "rel:Relationship"

    static let byName = allByName
    static let namespaces: [(prefix: String, address: StaticString)] = [
        ("w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
        ("m", "http://schemas.openxmlformats.org/officeDocument/2006/math"),
        ("mc", "http://schemas.openxmlformats.org/markup-compatibility/2006"),
        ("r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships"),
        ("rel", "http://schemas.openxmlformats.org/package/2006/relationships"),
        ("w", "http://purl.oclc.org/ooxml/wordprocessingml/main"),
        ("m", "http://purl.oclc.org/ooxml/officeDocument/math"),
        ("r", "http://purl.oclc.org/ooxml/officeDocument/relationships"),
    ]
}
