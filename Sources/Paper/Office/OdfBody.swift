/// Walks through the text of an OpenDocument text.
struct OdfBody {
    /// What the header of the first page shows, if it is one of its own or holds the letterhead.
    private(set) var letterhead: [Block] = []
    private(set) var notes: [Block] = []

    private let limits: Limits
    private var styles = OdfStyles()
    private var joiner = RunJoiner()
    private var legacyInBoxes: Set<LegacyEncoding> = []
    private var floats: [Block] = []
    private var lists: [List] = []
    /// Counters go on over lists that say so, by list style.
    private var counters: [String: ListCounter] = [:]
    private var headings = ListCounter()
    private var room = 1_000_000

    /// A list that the walk is in.
    private struct List {
        var style: String?
        /// The item's number is still to be written.
        var isDue = false
    }

    init(limits: Limits) { self.limits = limits }

    var legacy: Set<LegacyEncoding> { joiner.legacy.union(legacyInBoxes) }

    mutating func readStyles(_ bytes: [UInt8]) throws {
        var isFirstPage = true
        try XMLPull<OdfTag>.read(bytes, part: "styles.xml", of: .odt, limits: limits) { xml in
            try xml.everyElement { xml, tag in
                guard tag == .masterPage else { return try styles.take(tag, &xml) }
                guard isFirstPage else { return try xml.children { _, _ in } }
                isFirstPage = false
                try readHeaders(&xml)
            }
        }
    }

    private mutating func readHeaders(_ xml: inout XMLPull<OdfTag>) throws {
        var own: [Block]?
        var common: [Block] = []
        try xml.children { xml, tag in
            var blocks: [Block] = []
            guard tag == .header || tag == .headerFirst else { return }
            try flow(&xml, into: &blocks)
            blocks.removeAll(where: \.isPageNumber)
            if tag == .headerFirst { own = blocks } else { common = blocks }
        }
        let shown = own ?? (common.contains(where: \.isLetterhead) ? common : [])
        letterhead = shown.contains(where: \.isSecrecyMark) ? shown : common.filter(\.isSecrecyMark) + shown
    }

    mutating func blocks(of bytes: [UInt8]) throws -> [Block] {
        var blocks: [Block] = []
        try XMLPull<OdfTag>.read(bytes, part: "content.xml", of: .odt, limits: limits) { xml in
            try xml.everyElement { xml, tag in
                if tag == .text { try flow(&xml, into: &blocks) } else { try styles.take(tag, &xml) }
            }
        }
        return blocks
    }

    // MARK: Flow

    private mutating func flow(_ xml: inout XMLPull<OdfTag>, into blocks: inout [Block]) throws {
        try xml.children { xml, tag in try block(tag, &xml, into: &blocks) }
    }

    private mutating func block(_ tag: OdfTag?, _ xml: inout XMLPull<OdfTag>, into blocks: inout [Block]) throws {
        switch tag {
        case .p: try paragraph(&xml, heading: nil, into: &blocks)
        case .h: try paragraph(&xml, heading: xml.integer("outline-level") ?? 1, into: &blocks)
        case .list: try list(&xml, into: &blocks)
        case .table:
            let table = try table(&xml)
            if !table.rows.isEmpty { blocks.append(.table(table)) }
        case .trackedChanges, .annotation, .title, .desc: break
        default: try flow(&xml, into: &blocks)
        }
    }

    private mutating func spend() throws {
        room -= 1
        guard room >= 0, joiner.textBytes <= limits.textBytes else {
            throw PaperError.hostile(.odt, detail: "more text than a document can have")
        }
    }

    // MARK: Lists

    private mutating func list(_ xml: inout XMLPull<OdfTag>, into blocks: inout [Block]) throws {
        let style = xml.attribute("style-name") ?? lists.last?.style
        let continues = xml.attribute("continue-numbering") == "true" || xml.attribute("continue-list") != nil
        if lists.isEmpty, !continues, let style { counters[style] = nil }
        lists.append(List(style: style))
        let level = lists.count - 1
        try xml.children { xml, tag in
            guard tag == .listItem || tag == .listHeader else { return }
            lists[level].isDue = tag == .listItem
            if let style, let start = xml.integer("start-value"), (-1...1_000_000).contains(start) {
                counters[style, default: ListCounter()].restart(level, at: start)
            }
            try flow(&xml, into: &blocks)
        }
        lists.removeLast()
    }

    private mutating func number(heading: Int?, isListHeader: Bool) {
        if let level = lists.indices.last {
            guard lists[level].isDue, let style = lists[level].style else { return }
            lists[level].isDue = false
            let levels = styles.levels(of: style)
            guard levels.indices.contains(level) else { return }
            begin(counters[style, default: ListCounter()].next(level, of: levels), levels[level])
        } else if let heading, !isListHeader, styles.outline.indices.contains(heading - 1) {
            let level = styles.outline[heading - 1]
            guard level.format != .none else { return }
            begin(headings.next(heading - 1, of: styles.outline), level)
        }
    }

    private mutating func begin(_ number: String, _ level: ListLevel) {
        guard !number.isEmpty else { return }
        joiner.begin(number: number, isBullet: level.format == .bullet)
    }

    // MARK: Paragraphs

    private mutating func paragraph(
        _ xml: inout XMLPull<OdfTag>, heading: Int?, into blocks: inout [Block]
    ) throws {
        try spend()
        let outer = floats
        floats = []
        let style = styles.style(xml.attribute("style-name"), family: "paragraph")
        number(heading: heading, isListHeader: xml.attribute("is-list-header") == "true")
        try inline(&xml, style.run)
        let look = Style(alignment: style.alignment ?? .left, heading: heading)
        if let paragraph = joiner.finish(look) { blocks.append(.paragraph(paragraph)) }
        blocks += floats
        floats = outer
    }

    private mutating func inline(_ xml: inout XMLPull<OdfTag>, _ run: RunProperties) throws {
        let look = run.look
        // Two closures that both change `self` cannot be handed over at once: hence the loop here.
        while true {
            switch try xml.next() {
            case .text: xml.withText { joiner.append($0, look: look) }
            case .end, .finish: return
            case .start:
                let level = xml.depth
                try element(xml.tag, &xml, run)
                try xml.finish(level)
            }
        }
    }

    private mutating func element(_ tag: OdfTag?, _ xml: inout XMLPull<OdfTag>, _ run: RunProperties) throws {
        switch tag {
        case .space: joiner.append(" ", look: run.look)
        case .tab: joiner.appendTab()
        case .lineBreak: joiner.appendBreak()
        case .span: try inline(&xml, styles.style(xml.attribute("style-name"), family: "text").run.over(run))
        case .note: try note(&xml)
        case .textBox, .p, .h, .list, .table: try float(tag, &xml)
        case .annotation, .title, .desc, .rubyText, .trackedChanges: break
        default: try inline(&xml, run)
        }
    }

    private mutating func note(_ xml: inout XMLPull<OdfTag>) throws {
        var label = ""
        var blocks: [Block] = []
        try xml.children { xml, tag in
            if tag == .noteCitation { label = try xml.text() }
            if tag == .noteBody { try apart { body in try body.flow(&xml, into: &blocks) } }
        }
        joiner.mark(note: label)
        let paragraphs = blocks.flatMap(\.paragraphs)
        if !paragraphs.isEmpty { notes.append(.footnote(Footnote(label: label, paragraphs: paragraphs))) }
    }

    /// A text box, or a shape with paragraphs in it: it stands after the paragraph it is anchored in.
    private mutating func float(_ tag: OdfTag?, _ xml: inout XMLPull<OdfTag>) throws {
        var blocks: [Block] = []
        try apart { body in try body.block(tag, &xml, into: &blocks) }
        floats += blocks
    }

    /// Reads something with a text of its own in the middle of a paragraph.
    private mutating func apart(_ read: (inout OdfBody) throws -> Void) throws {
        let (outer, outerFloats, outerLists) = (joiner, floats, lists)
        joiner = RunJoiner()
        joiner.tabsAreSpaces = outer.tabsAreSpaces
        floats = []
        lists = []
        try read(&self)
        legacyInBoxes.formUnion(joiner.legacy)
        (joiner, floats, lists) = (outer, outerFloats, outerLists)
    }

    // MARK: Tables

    private mutating func table(_ xml: inout XMLPull<OdfTag>) throws -> Table {
        var grid = TableGrid()
        let (tabs, outerLists) = (joiner.tabsAreSpaces, lists)
        joiner.tabsAreSpaces = true
        lists = []
        try rows(&xml, isHeader: false, into: &grid)
        (joiner.tabsAreSpaces, lists) = (tabs, outerLists)
        return grid.table
    }

    private mutating func rows(_ xml: inout XMLPull<OdfTag>, isHeader: Bool, into grid: inout TableGrid) throws {
        try xml.children { xml, tag in
            guard tag == .row else { return try rows(&xml, isHeader: isHeader || tag == .headerRows, into: &grid) }
            grid.beginRow()
            if isHeader { grid.markHeader() }
            try xml.children { xml, tag in
                guard tag == .cell else { return }
                try spend()
                let span = xml.integer("number-columns-spanned") ?? 1
                let down = xml.integer("number-rows-spanned") ?? 1
                let repeated = min(max(xml.integer("number-columns-repeated") ?? 1, 1), 64)
                var blocks: [Block] = []
                try flow(&xml, into: &blocks)
                for _ in 0..<repeated { grid.add(blocks, span: span, rows: down) }
            }
            grid.endRow()
        }
    }
}
