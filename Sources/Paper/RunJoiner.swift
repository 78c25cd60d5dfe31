import Vietnamese

/// How a run of text looks, after all styles are resolved.
struct RunLook: Equatable, Sendable {
    var bold = false
    var italic = false
    /// Points.
    var size: Double?
    /// Shown in capitals, however typed.
    var capitals = false
    /// Not shown at all.
    var hidden = false
    var font = FontKind.unicode
}

/// What a font does to the meaning of its characters.
enum FontKind: Equatable, Sendable {
    case unicode
    case legacy(LegacyFont)
    /// Pictures in place of letters: Symbol, Wingdings.
    case symbols(SymbolFont)

    init(named name: String) {
        self =
            LegacyFont.encoding(fontName: name).map { .legacy($0) }
            ?? SymbolFont(fontName: name).map { .symbols($0) } ?? .unicode
    }
}

/// Puts a paragraph together from runs: white space folded, legacy fonts turned into Unicode, the style that holds for the
/// whole of it found, its text in NFC.
struct RunJoiner {
    /// In a cell a tab is a space: tabs separate cells.
    var tabsAreSpaces = false
    /// Encodings that were turned into Unicode.
    private(set) var legacy: Set<LegacyEncoding> = []
    /// Bytes of text in all paragraphs finished.
    private(set) var textBytes = 0

    private var bytes: [UInt8] = []
    private var notes: [NoteMark] = []
    private var pendingSpace = false
    private var pendingTabs = 0
    private var pendingBreak = false
    private var mayDecompose = false
    private var hasSoftHyphen = false
    private var legacyRun: (text: String, look: RunLook, font: LegacyFont)?
    private var prefix = 0
    private var prefixNeedsText = false
    private var shown = 0
    private var bold = 0
    private var italic = 0
    private var sizes: [Double: Int] = [:]
    private var lastSize: (points: Double, bytes: Int)?

    /// Whether nothing visible was added yet.
    var isEmpty: Bool { bytes.isEmpty && legacyRun == nil && notes.isEmpty }

    /// Grows with everything added.
    var length: Int { bytes.count + (legacyRun?.text.utf8.count ?? 0) + notes.count }

    /// Puts an automatic number in front; one that is a mere bullet does not stand without text.
    mutating func begin(number: String, isBullet: Bool, isSpaced: Bool = true) {
        add(number)
        pendingSpace = isSpaced
        prefix = bytes.count
        prefixNeedsText = isBullet
    }

    mutating func append(_ text: String, look: RunLook = RunLook()) {
        var text = text
        text.withUTF8 { append($0, look: look) }
    }

    /// Appends text as it stands in the file.
    mutating func append(_ text: UnsafeBufferPointer<UInt8>, look: RunLook) {
        guard !look.hidden, !text.isEmpty else { return }
        switch look.font {
        case .unicode:
            flushLegacy()
            add(text, look: look)
        case .symbols(let font):
            flushLegacy()
            count(look, font.read(String(decoding: text, as: UTF8.self)))
        case .legacy(let font):
            let string = String(decoding: text, as: UTF8.self)
            if let run = legacyRun, run.look == look {
                legacyRun = (run.text + string, look, font)
            } else {
                flushLegacy()
                legacyRun = (string, look, font)
            }
        }
    }

    mutating func appendTab() {
        flushLegacy()
        if tabsAreSpaces { pendingSpace = true } else { pendingTabs += 1 }
    }

    /// A line break that the author made.
    mutating func appendBreak() {
        flushLegacy()
        pendingBreak = true
    }

    /// A reference to a footnote.
    mutating func mark(note label: String) {
        flushLegacy()
        notes.append(NoteMark(offset: bytes.count, label: label))
    }

    /// The paragraph, or `nil` if it shows nothing; the builder is empty again.
    mutating func finish(_ style: Style) -> Paragraph? {
        flushLegacy()
        defer { reset() }
        let isBare = bytes.count == prefix && (prefixNeedsText || prefix == 0)
        guard !isBare || !notes.isEmpty else { return nil }
        var style = style
        style.bold = shown > 0 ? bold == shown : nil
        style.italic = shown > 0 ? italic == shown : nil
        if let lastSize { sizes[lastSize.points, default: 0] += lastSize.bytes }
        style.size = sizes.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key
        let (text, marks) = composed()
        return Paragraph(text, style: style, starts: [], notes: marks)
    }

    private mutating func reset() {
        textBytes += bytes.count
        bytes.removeAll(keepingCapacity: true)
        notes = []
        pendingSpace = false
        pendingTabs = 0
        pendingBreak = false
        mayDecompose = false
        hasSoftHyphen = false
        prefix = 0
        prefixNeedsText = false
        shown = 0
        bold = 0
        italic = 0
        sizes = [:]
        lastSize = nil
    }

    /// In NFC and without soft hyphens, the marks moved as letters melt together.
    private func composed() -> (String, [NoteMark]) {
        guard mayDecompose || hasSoftHyphen else { return (String(decoding: bytes, as: UTF8.self), notes) }
        // In TCVN3 the soft hyphen is the letter ư: it may only go from text that Unicode letters betray as Unicode.
        let dropsHyphens = hasSoftHyphen && (bytes.contains(0xE1) || !bytes.contains { $0 == 0xC3 })
        var text = ""
        var marks: [NoteMark] = []
        var from = 0
        func piece(_ range: Range<Int>) -> String {
            let piece = String(decoding: bytes[range], as: UTF8.self)
            return (dropsHyphens ? piece.filter { $0 != "\u{AD}" } : piece).nfc
        }
        for note in notes {
            text += piece(from..<note.offset)
            from = note.offset
            marks.append(NoteMark(offset: text.utf8.count, label: note.label))
        }
        return (text + piece(from..<bytes.count), marks)
    }

    private mutating func flushLegacy() {
        guard let run = legacyRun else { return }
        legacyRun = nil
        // Unicode letters under the name of an old font are Unicode: text pasted in.
        guard !run.text.unicodeScalars.contains(where: { $0.value >= 0x100 && $0.value < 0x2000 }) else {
            return count(run.look, run.text)
        }
        var text = LegacyText.convert(run.text, from: run.font.encoding)
        if text != run.text { legacy.insert(run.font.encoding) }
        if run.font.isCapital { text = text.uppercased() }
        count(run.look, text)
    }

    private mutating func count(_ look: RunLook, _ text: String) {
        var text = text
        text.withUTF8 { add($0, look: look) }
    }

    private mutating func add(_ text: UnsafeBufferPointer<UInt8>, look: RunLook) {
        let before = bytes.count
        if look.capitals {
            add(String(decoding: text, as: UTF8.self).uppercased())
        } else {
            fold(text)
        }
        let added = bytes.count - before
        guard added > 0 else { return }
        shown += added
        if look.bold { bold += added }
        if look.italic { italic += added }
        guard let size = look.size else { return }
        if let last = lastSize, last.points != size {
            sizes[last.points, default: 0] += last.bytes
            lastSize = (size, added)
        } else {
            lastSize = (size, (lastSize?.bytes ?? 0) + added)
        }
    }

    private mutating func add(_ text: String) {
        var text = text
        text.withUTF8 { fold($0) }
    }

    /// Appends bytes with white space folded; soft hyphens and marks without width go.
    private mutating func fold(_ text: UnsafeBufferPointer<UInt8>) {
        var from = 0
        var at = 0
        while at < text.count {
            let byte = text[at]
            // Most text is ASCII letters and Vietnamese letters of two or three bytes.
            if byte > 0x20 && byte < 0x7F || byte >= 0xC3 && byte <= 0xCB || byte == 0xE1 && !isGreek(text, at) {
                at += byte < 0x80 ? 1 : byte < 0xE0 ? 2 : 3
                continue
            }
            let sign = FoldedSign(text, at)
            if sign.fold != .letter {
                flush(text, from, at)
                switch sign.fold {
                case .space: pendingSpace = true
                case .tab: addTab()
                case .hyphen: addHyphen()
                case .softHyphen: keepSoftHyphen()
                case .nothing, .letter: break
                }
                from = at + sign.length
            } else {
                mayDecompose = true
            }
            at += sign.length
        }
        flush(text, from, text.count)
    }

    private func isGreek(_ text: UnsafeBufferPointer<UInt8>, _ at: Int) -> Bool {
        at + 1 < text.count && text[at + 1] >= 0xBC
    }

    private mutating func addTab() {
        if tabsAreSpaces { pendingSpace = true } else { pendingTabs += 1 }
    }

    private mutating func keepSoftHyphen() {
        hasSoftHyphen = true
        separate()
        bytes.append(contentsOf: [0xC2, 0xAD])
    }

    private mutating func addHyphen() {
        separate()
        bytes.append(UInt8(ascii: "-"))
    }

    private mutating func flush(_ text: UnsafeBufferPointer<UInt8>, _ from: Int, _ to: Int) {
        let to = min(to, text.count)
        guard from < to else { return }
        separate()
        bytes.append(contentsOf: text[from..<to])
    }

    /// Writes the white space due before the next letter; at the edges of a line there is none.
    private mutating func separate() {
        guard !bytes.isEmpty else {
            pendingSpace = false
            pendingTabs = 0
            pendingBreak = false
            return
        }
        if pendingBreak {
            bytes.append(UInt8(ascii: "\n"))
        } else if pendingTabs > 0 {
            bytes.append(contentsOf: repeatElement(UInt8(ascii: "\t"), count: min(pendingTabs, 16)))
        } else if pendingSpace {
            bytes.append(UInt8(ascii: " "))
        }
        pendingSpace = false
        pendingTabs = 0
        pendingBreak = false
    }
}
