/// A reference to a footnote or endnote, in the order of the text.
struct WordNote {
    enum Kind {
        case footnote, endnote

        var part: String { self == .footnote ? "footnotes" : "endnotes" }
    }
    var kind: Kind
    var id: String
    var label: String
}

/// Walks through the text of a Word document: paragraphs, tables, what floats in boxes, the changes accepted.
struct WordBody {
    var styles = WordStyles()
    var numbering = WordNumbering()
    private(set) var noteReferences: [WordNote] = []
    /// Headers of the first section.
    private(set) var headers = Headers()

    struct Headers {
        var first: String?
        var common: String?
        /// The first page has a header of its own, be it an empty one.
        var hasOwnFirst = false
        fileprivate var isRead = false
    }

    private let limits: Limits
    private var builder = RunJoiner()
    /// Encodings found in text boxes, whose builder is a passing one.
    private var legacyInBoxes: Set<LegacyEncoding> = []
    /// What is anchored in the paragraph being read and stands after it.
    private var floats: [Block] = []
    /// For each field begun: whether its result is reached.
    private var fields: [Bool] = []
    private var joinsNext = false
    /// A note's reference whose mark is the text that follows.
    private var awaitedMark: (kind: WordNote.Kind, id: String)?
    private var counts = (footnotes: 0, endnotes: 0)
    private var room = 1_000_000

    init(limits: Limits) { self.limits = limits }

    /// Encodings from before Unicode met so far.
    var legacy: Set<LegacyEncoding> { builder.legacy.union(legacyInBoxes) }

    /// All blocks of the main part or of a header.
    mutating func blocks(of bytes: [UInt8], part: String) throws -> [Block] {
        var blocks: [Block] = []
        try XMLPull<WordTag>.read(bytes, part: part, of: .docx, limits: limits) { xml in
            guard try xml.next() == .start else { return }
            try flow(&xml, into: &blocks)
            try finishJoined(&blocks)
        }
        return blocks
    }

    /// The notes of `footnotes.xml` or `endnotes.xml` by id.
    mutating func notes(of bytes: [UInt8], part: String) throws -> [String: [Paragraph]] {
        var notes: [String: [Paragraph]] = [:]
        try XMLPull<WordTag>.read(bytes, part: part, of: .docx, limits: limits) { xml in
            try xml.everyElement { xml, tag in
                guard tag == .footnote || tag == .endnote, let id = xml.attribute("id") else { return }
                var blocks: [Block] = []
                try flow(&xml, into: &blocks)
                try finishJoined(&blocks)
                notes[id] = blocks.flatMap(\.paragraphs)
            }
        }
        return notes
    }

    // MARK: Flow

    private mutating func flow(_ xml: inout XMLPull<WordTag>, into blocks: inout [Block]) throws {
        try xml.children { xml, tag in try block(tag, &xml, into: &blocks) }
    }

    private mutating func block(
        _ tag: WordTag?, _ xml: inout XMLPull<WordTag>, into blocks: inout [Block]
    ) throws {
        switch tag {
        case .p: try paragraph(&xml, into: &blocks)
        case .tbl:
            let table = try table(&xml)
            if !table.rows.isEmpty { blocks.append(.table(table)) }
        case .sectPr: try section(&xml)
        case .del, .moveFrom, .tcPr: break
        case .alternate:
            let before = blocks.count
            try xml.children { xml, tag in
                if tag == .choice || tag == .fallback, blocks.count == before { try flow(&xml, into: &blocks) }
            }
        default: try flow(&xml, into: &blocks)
        }
    }

    private mutating func section(_ xml: inout XMLPull<WordTag>) throws {
        guard !headers.isRead else { return }
        headers.isRead = true
        try xml.children { xml, tag in
            if tag == .titlePg { headers.hasOwnFirst = xml.isOn }
            guard tag == .headerReference, let id = xml.attribute("id", in: "r") else { return }
            switch xml.attribute("type") {
            case "first": headers.first = id
            case "default", nil: headers.common = id
            default: break
            }
        }
    }

    private mutating func spend(_ amount: Int) throws {
        room -= amount
        guard room >= 0, builder.textBytes <= limits.textBytes else {
            throw PaperError.hostile(.docx, detail: "more text than a document can have")
        }
    }

    // MARK: Paragraphs

    private mutating func paragraph(_ xml: inout XMLPull<WordTag>, into blocks: inout [Block]) throws {
        try spend(1)
        let outer = floats
        floats = []
        let isJoined = joinsNext
        joinsNext = false
        var properties = ParagraphProperties()
        var style = styles.paragraph(nil)
        var base = style.run.over(styles.defaults)
        try xml.children { xml, tag in
            guard tag == .pPr else { return try inline(tag, &xml, base: base, look: base.look) }
            try xml.children { xml, tag in
                if tag == .sectPr { try section(&xml) } else { try properties.take(tag, &xml) }
            }
            style = styles.paragraph(properties.style)
            base = style.run.over(styles.defaults)
            if !isJoined { number(properties, style) }
        }
        for index in fields.indices { fields[index] = true }
        if properties.joinsNext {
            joinsNext = true
        } else {
            let outline =
                properties.outline.map { $0 < 9 ? $0 + 1 : nil }
                ?? style.paragraph.outline.flatMap {
                    $0 < 9 ? $0 + 1 : nil
                }
            let look = Style(
                alignment: properties.alignment ?? style.paragraph.alignment ?? .left, heading: outline ?? style.heading
            )
            if let paragraph = builder.finish(look) { blocks.append(.paragraph(paragraph)) }
        }
        blocks += floats
        floats = outer
    }

    /// A paragraph whose end was deleted and that nothing follows.
    private mutating func finishJoined(_ blocks: inout [Block]) throws {
        joinsNext = false
        if let paragraph = builder.finish(Style(alignment: .left)) { blocks.append(.paragraph(paragraph)) }
    }

    private mutating func number(_ properties: ParagraphProperties, _ style: WordStyles.Entry) {
        guard let list = properties.list ?? style.paragraph.list, list != 0 else { return }
        let level = properties.level ?? (properties.list == nil ? style.paragraph.level : nil)
        guard let next = numbering.next(list: list, level: level, style: properties.style) else { return }
        builder.begin(number: next.number, isBullet: next.isBullet, isSpaced: next.isSpaced)
    }

    // MARK: Inside a paragraph

    private mutating func inline(
        _ tag: WordTag?, _ xml: inout XMLPull<WordTag>, base: RunProperties, look: RunLook
    ) throws {
        switch tag {
        case .r: try run(&xml, base: base)
        case .t, .mathText: try text(&xml, look)
        case .tab, .ptab: if showsText { builder.appendTab() }
        case .br, .cr: if showsText { builder.appendBreak() }
        case .noBreakHyphen: if showsText { builder.append("-", look: look) }
        case .sym: if showsText { symbol(&xml, look) }
        case .footnoteReference: refer(.footnote, &xml)
        case .endnoteReference: refer(.endnote, &xml)
        case .fldChar: field(xml.attribute("fldCharType"))
        case .textBox: try box(&xml)
        case .alternate:
            let before = floats.count + builder.length
            try xml.children { xml, tag in
                guard tag == .choice || tag == .fallback, floats.count + builder.length == before else { return }
                try xml.children { xml, tag in try inline(tag, &xml, base: base, look: look) }
            }
        case .del, .moveFrom, .rt, .rPr, .pPr: break
        default: try xml.children { xml, tag in try inline(tag, &xml, base: base, look: look) }
        }
    }

    private mutating func run(_ xml: inout XMLPull<WordTag>, base: RunProperties) throws {
        var look = base.look
        try xml.children { xml, tag in
            guard tag == .rPr else { return try inline(tag, &xml, base: base, look: look) }
            var own = RunProperties()
            try xml.children { xml, tag in own.take(tag, &xml) }
            if let style = own.style.flatMap({ styles.character($0) }) { own = own.over(style) }
            look = own.over(base).look
        }
    }

    /// Only a field's result is text on the paper, not its instruction.
    private var showsText: Bool { fields.allSatisfy { $0 } }

    private mutating func text(_ xml: inout XMLPull<WordTag>, _ look: RunLook) throws {
        guard showsText else { return }
        if let mark = awaitedMark {
            awaitedMark = nil
            let label = try xml.text()
            noteReferences.append(WordNote(kind: mark.kind, id: mark.id, label: label))
            return builder.mark(note: label)
        }
        try xml.text { builder.append($0, look: look) }
    }

    private mutating func symbol(_ xml: inout XMLPull<WordTag>, _ look: RunLook) {
        guard let code = xml.attribute("char").flatMap({ UInt32($0, radix: 16) }),
            let scalar = Unicode.Scalar(code)
        else { return }
        var look = look
        look.font = xml.attribute("font").map { FontKind(named: $0) } ?? look.font
        builder.append(String(Character(scalar)), look: look)
    }

    private mutating func field(_ kind: String?) {
        switch kind {
        case "begin": fields.append(false)
        case "separate": if let last = fields.indices.last { fields[last] = true }
        case "end": _ = fields.popLast()
        default: break
        }
    }

    private mutating func refer(_ kind: WordNote.Kind, _ xml: inout XMLPull<WordTag>) {
        guard let id = xml.attribute("id") else { return }
        if let custom = xml.attribute("customMarkFollows"), custom != "0", custom != "false" {
            awaitedMark = (kind, id)
            return
        }
        let label: String
        switch kind {
        case .footnote:
            counts.footnotes += 1
            label = "\(counts.footnotes)"
        case .endnote:
            counts.endnotes += 1
            label = ListCounter.number(counts.endnotes, .lowerRoman)
        }
        noteReferences.append(WordNote(kind: kind, id: id, label: label))
        builder.mark(note: label)
    }

    /// A text box: it has paragraphs and tables of its own, and stands after the paragraph it is anchored in.
    private mutating func box(_ xml: inout XMLPull<WordTag>) throws {
        let (outer, outerFields, outerJoins, outerFloats) = (builder, fields, joinsNext, floats)
        builder = RunJoiner()
        builder.tabsAreSpaces = outer.tabsAreSpaces
        fields = []
        joinsNext = false
        floats = []
        var blocks: [Block] = []
        try flow(&xml, into: &blocks)
        try finishJoined(&blocks)
        legacyInBoxes.formUnion(builder.legacy)
        builder = outer
        (fields, joinsNext, floats) = (outerFields, outerJoins, outerFloats + blocks)
    }

    // MARK: Tables

    private mutating func table(_ xml: inout XMLPull<WordTag>) throws -> Table {
        var grid = TableGrid()
        try rows(&xml, into: &grid)
        return grid.table
    }

    private mutating func rows(_ xml: inout XMLPull<WordTag>, into grid: inout TableGrid) throws {
        try xml.children { xml, tag in
            switch tag {
            case .tr: try row(&xml, into: &grid)
            case .del, .moveFrom: break
            default: try rows(&xml, into: &grid)
            }
        }
    }

    private mutating func row(_ xml: inout XMLPull<WordTag>, into grid: inout TableGrid) throws {
        grid.beginRow()
        var isDeleted = false
        try cells(&xml, into: &grid, isDeleted: &isDeleted)
        if isDeleted { grid.dropRow() } else { grid.endRow() }
    }

    private mutating func cells(
        _ xml: inout XMLPull<WordTag>, into grid: inout TableGrid, isDeleted: inout Bool
    ) throws {
        try xml.children { xml, tag in
            switch tag {
            case .trPr:
                try xml.children { xml, tag in
                    switch tag {
                    case .gridBefore: grid.skip(columns: xml.integer("val") ?? 0)
                    case .tblHeader: if xml.isOn { grid.markHeader() }
                    case .del: isDeleted = true
                    default: break
                    }
                }
            case .tc: try cell(&xml, into: &grid)
            case .del, .moveFrom: break
            default: try cells(&xml, into: &grid, isDeleted: &isDeleted)
            }
        }
    }

    private mutating func cell(_ xml: inout XMLPull<WordTag>, into grid: inout TableGrid) throws {
        try spend(1)
        var span = 1
        var merge = TableGrid.Merge.none
        var continuesLeft = false
        var isDeleted = false
        var blocks: [Block] = []
        let outer = builder.tabsAreSpaces
        builder.tabsAreSpaces = true
        defer { builder.tabsAreSpaces = outer }
        try xml.children { xml, tag in
            guard tag == .tcPr else { return try block(tag, &xml, into: &blocks) }
            try xml.children { xml, tag in
                switch tag {
                case .gridSpan: span = xml.integer("val") ?? 1
                case .vMerge: merge = xml.attribute("val") == "restart" ? .begins : .continues
                case .hMerge: continuesLeft = xml.attribute("val") != "restart"
                case .cellDel: isDeleted = true
                default: break
                }
            }
        }
        try finishJoined(&blocks)
        grid.add(isDeleted ? [] : blocks, span: span, merge: merge, continuesLeft: continuesLeft)
    }
}
