/// Puts the pieces of a page together: paragraphs, lists, tables in tables, Word's footnotes.
final class HTMLPage: HTMLParser.Listener {
    /// An element that is open.
    private struct Open {
        var tag: HTMLTag?
        var run: RunProperties
        var alignment: Style.Alignment?
        var isUnseen = false
        var span = 1
        var rows = 1
        var isListMark = false
        /// The label of the footnote whose text this element holds.
        var note: String?
    }

    private struct OpenTable {
        var grid = TableGrid()
        var isInRow = false
        var isInHead = false
        /// Every cell of the row is a heading.
        var allHeads = true
    }

    private struct List {
        var counter = 0
        var format = ListLevel.Format.decimal
    }

    private let limits: Limits
    private var joiner = RunJoiner()
    private var open: [Open] = [Open(run: RunProperties())]
    private var tables: [OpenTable] = []
    /// Where finished blocks go: the page, the cells open, a footnote.
    private var sinks: [[Block]] = [[]]
    private var lists: [List] = []
    private var notes: [Block] = []
    private var room = 1_000_000
    private var isPreformatted = 0

    init(limits: Limits) { self.limits = limits }

    /// All blocks, and the old encodings met.
    func finish() throws -> ([Block], Set<LegacyEncoding>) {
        flush()
        guard room >= 0, joiner.textBytes <= limits.textBytes else {
            throw PaperError.hostile(.html, detail: "more text than a document can have")
        }
        return (sinks.flatMap { $0 } + notes, joiner.legacy)
    }

    private var current: Open { open.last ?? Open(run: RunProperties()) }

    // MARK: Events

    func start(_ name: String, _ attributes: [String: String]) {
        let tag = HTMLTag.byName[name]
        var element = Open(tag: tag, run: current.run, alignment: current.alignment, isUnseen: current.isUnseen)
        look(&element, attributes)
        open.append(element)
        guard !element.isUnseen else { return }
        switch tag {
        case .br: joiner.appendBreak()
        case .table:
            flush()
            tables.append(OpenTable())
            joiner.tabsAreSpaces = true
        case .thead where !tables.isEmpty: tables[tables.count - 1].isInHead = true
        case .tr: beginRow()
        case .td, .th: beginCell(attributes)
        case .ul, .ol, .menu, .dir: beginList(attributes)
        case .li: beginItem(attributes)
        case .pre:
            flush()
            isPreformatted += 1
        case .a: refer(attributes)
        case let tag? where tag.isBlock: flush()
        default: break
        }
        if let label = open[open.count - 1].note, !label.isEmpty { sinks.append([]) }
    }

    func end(_ name: String) {
        guard open.count > 1, let element = open.popLast() else { return }
        guard !element.isUnseen else { return }
        switch element.tag {
        case .table: endTable()
        case .thead where !tables.isEmpty: tables[tables.count - 1].isInHead = false
        case .tr: endRow()
        case .td, .th: endCell(element)
        case .ul, .ol, .menu, .dir:
            flush(element)
            _ = lists.popLast()
        case .pre:
            flush(element)
            isPreformatted -= 1
        case let tag? where tag.isBlock: flush(element)
        default: break
        }
        if let label = element.note, !label.isEmpty, sinks.count > 1 {
            let paragraphs = sinks.removeLast().flatMap(\.paragraphs)
            if !paragraphs.isEmpty { notes.append(.footnote(Footnote(label: label, paragraphs: paragraphs))) }
        }
    }

    func text(_ text: UnsafeBufferPointer<UInt8>) {
        let element = current
        guard !element.isUnseen else { return }
        if element.isListMark { return listMark(String(decoding: text, as: UTF8.self)) }
        if isPreformatted > 0 || text.contains(0xC2) {
            let shown = Self.westernControls(String(decoding: text, as: UTF8.self))
            guard isPreformatted > 0 else { return joiner.append(shown, look: element.run.look) }
            for (index, line) in shown.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
                if index > 0 { flush() }
                joiner.append(String(line), look: element.run.look)
            }
        } else {
            joiner.append(text, look: element.run.look)
        }
    }

    /// `&#146;` and its kin: numbers of windows-1252 that browsers show as such.
    private static func westernControls(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: { (0x80..<0xA0).contains($0.value) }) else { return text }
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            let isControl = (0x80..<0xA0).contains(scalar.value)
            result.append(isControl ? CodePages.windows1252[Int(scalar.value) - 0x80] : scalar)
        }
        return String(result)
    }

    // MARK: Looks

    private func look(_ element: inout Open, _ attributes: [String: String]) {
        switch element.tag {
        case .b, .strong, .th, .h1, .h2, .h3, .h4, .h5, .h6: element.run.bold = true
        case .i, .em, .cite: element.run.italic = true
        case .center: element.alignment = .centre
        default: break
        }
        if let face = attributes["face"] { element.run.font = FontKind(named: face) }
        if let align = attributes["align"], element.tag != .table {
            element.alignment = InlineStyle.alignment(align.lowercased()) ?? element.alignment
        }
        if element.tag?.isUnseen == true || attributes["hidden"] != nil { element.isUnseen = true }
        guard let declarations = attributes["style"] else { return }
        let style = InlineStyle(declarations)
        element.run = style.run.over(element.run)
        element.alignment = style.alignment ?? element.alignment
        element.isUnseen = element.isUnseen || style.isHidden
        element.isListMark = style.isListMark
        if let kind = style.element, kind == "footnote" || kind == "endnote" {
            element.note = attributes["id"].map { Self.label($0) } ?? ""
        }
    }

    // MARK: Paragraphs

    /// Ends the paragraph being written, if there is one.
    private func flush(_ element: Open? = nil) {
        guard !joiner.isEmpty else { return }
        let element = element ?? current
        let heading = element.tag?.heading ?? open.lazy.compactMap { $0.tag?.heading }.last
        guard let paragraph = joiner.finish(Style(alignment: element.alignment ?? .left, heading: heading)) else {
            return
        }
        add(.paragraph(paragraph))
    }

    private func add(_ block: Block) {
        room -= 1
        guard room >= 0, joiner.textBytes <= limits.textBytes else { return }
        sinks[sinks.count - 1].append(block)
    }

    // MARK: Lists

    private func beginList(_ attributes: [String: String]) {
        flush()
        var list = List()
        if open.last?.tag != .ol { list.format = .bullet }
        switch attributes["type"] {
        case "a": list.format = .lowerLetter
        case "A": list.format = .upperLetter
        case "i": list.format = .lowerRoman
        case "I": list.format = .upperRoman
        default: break
        }
        list.counter = (attributes["start"].flatMap { Int($0) } ?? 1).clamped - 1
        lists.append(list)
    }

    private func beginItem(_ attributes: [String: String]) {
        flush()
        guard let index = lists.indices.last else { return joiner.begin(number: "-", isBullet: true) }
        guard lists[index].format != .bullet else { return joiner.begin(number: "-", isBullet: true) }
        lists[index].counter = attributes["value"].flatMap { Int($0) }?.clamped ?? lists[index].counter + 1
        let number = ListCounter.number(lists[index].counter, lists[index].format)
        joiner.begin(number: number + ".", isBullet: true)
    }

    /// What Word wrote as the number of a list item: kept if it is one, a dash for a bullet.
    private func listMark(_ text: String) {
        let mark = text.filter { !$0.isWhitespace && $0 != "\u{A0}" }
        guard !mark.isEmpty else { return }
        let isNumber = mark.contains { $0.isNumber } || mark.count > 1 || mark == "+"
        joiner.begin(number: isNumber ? mark : "-", isBullet: !isNumber)
    }

    // MARK: Tables

    private func beginRow() {
        flush()
        guard let index = tables.indices.last else { return }
        if tables[index].isInRow { endRow() }
        tables[index].grid.beginRow()
        tables[index].isInRow = true
        tables[index].allHeads = true
    }

    private func endRow() {
        guard let index = tables.indices.last, tables[index].isInRow else { return }
        if tables[index].isInHead || tables[index].allHeads { tables[index].grid.markHeader() }
        tables[index].grid.endRow()
        tables[index].isInRow = false
    }

    private func beginCell(_ attributes: [String: String]) {
        flush()
        guard let index = tables.indices.last else { return }
        if !tables[index].isInRow { beginRow() }
        if open.last?.tag == .td { tables[index].allHeads = false }
        open[open.count - 1].span = attributes["colspan"].flatMap { Int($0) } ?? 1
        open[open.count - 1].rows = attributes["rowspan"].flatMap { Int($0) } ?? 1
        sinks.append([])
    }

    private func endCell(_ element: Open) {
        flush(element)
        guard let index = tables.indices.last, sinks.count > 1 else { return }
        tables[index].grid.add(sinks.removeLast(), span: element.span, rows: element.rows)
    }

    private func endTable() {
        flush()
        endRow()
        guard let table = tables.popLast()?.grid.table else { return }
        joiner.tabsAreSpaces = !tables.isEmpty
        if !table.rows.isEmpty { add(.table(table)) }
    }

    // MARK: Footnotes

    /// Word's links to its notes: `href="#_ftn1"` in the text, `href="#_ftnref1"` at the note itself.
    private func refer(_ attributes: [String: String]) {
        guard let href = attributes["href"], let hash = href.firstIndex(of: "#") else { return }
        let target = href[hash...].dropFirst()
        guard target.hasPrefix("_ftn") || target.hasPrefix("_edn") else { return }
        open[open.count - 1].isUnseen = true
        if !target.dropFirst(4).hasPrefix("ref") { joiner.mark(note: Self.label(String(target))) }
    }

    private static func label(_ id: String) -> String { String(id.drop { !$0.isNumber }) }
}

extension Int {
    /// A list's number that can be counted on from.
    fileprivate var clamped: Int { Swift.min(Swift.max(self, 0), 1_000_000) }
}
