/// What a style or a paragraph itself says of a run; `nil` where it says nothing.
struct RunProperties {
    var bold: Bool?
    var italic: Bool?
    var size: Double?
    var capitals: Bool?
    var hidden: Bool?
    var font: FontKind?
    var style: String?

    /// Reads one child of `w:rPr`.
    mutating func take(_ tag: WordTag?, _ xml: inout XMLPull<WordTag>) {
        switch tag {
        case .b: bold = xml.isOn
        case .i: italic = xml.isOn
        case .caps: capitals = xml.isOn
        case .vanish: hidden = xml.isOn
        case .sz: size = xml.attribute("val").flatMap { Double($0) }.map { $0 / 2 }
        case .rStyle: style = xml.attribute("val")
        case .rFonts:
            // The letters above ASCII are the ones that an old font changes.
            if let name = xml.attribute("hAnsi") ?? xml.attribute("ascii") ?? xml.attribute("cs") {
                font = FontKind(named: name)
            } else if xml.attribute("hAnsiTheme") != nil || xml.attribute("asciiTheme") != nil {
                font = .unicode
            }
        default: break
        }
    }

    /// What this says, and where it is silent what `base` says.
    func over(_ base: RunProperties) -> RunProperties {
        RunProperties(
            bold: bold ?? base.bold, italic: italic ?? base.italic, size: size ?? base.size,
            capitals: capitals ?? base.capitals, hidden: hidden ?? base.hidden, font: font ?? base.font)
    }

    var look: RunLook {
        RunLook(
            bold: bold ?? false, italic: italic ?? false, size: size ?? 10, capitals: capitals ?? false,
            hidden: hidden ?? false, font: font ?? .unicode)
    }
}

/// What a style or a paragraph itself says of the paragraph.
struct ParagraphProperties {
    var alignment: Style.Alignment?
    /// Outline level from 0; 9 is body text.
    var outline: Int?
    var list: Int?
    var level: Int?
    var style: String?
    /// The paragraph's end was deleted: it runs on into the next.
    var joinsNext = false

    /// Reads one child of `w:pPr`.
    mutating func take(_ tag: WordTag?, _ xml: inout XMLPull<WordTag>) throws {
        switch tag {
        case .pStyle: style = xml.attribute("val")
        case .jc: alignment = xml.attribute("val").flatMap(Self.alignment)
        case .outlineLvl: outline = xml.integer("val")
        case .numPr:
            try xml.children { xml, tag in
                if tag == .numId { list = xml.integer("val") }
                if tag == .ilvl { level = xml.integer("val") }
            }
        case .rPr: try xml.children { _, tag in if tag == .del || tag == .moveFrom { joinsNext = true } }
        default: break
        }
    }

    private static func alignment(_ name: String) -> Style.Alignment? {
        switch name {
        case "left", "start": .left
        case "center": .centre
        case "right", "end": .right
        case "both", "distribute", "thaiDistribute", "lowKashida", "mediumKashida", "highKashida": .justified
        default: nil
        }
    }
}

/// `styles.xml`: what each style says, its ancestors included.
struct WordStyles {
    struct Entry {
        var paragraph = ParagraphProperties()
        var run = RunProperties()
        var heading: Int?
        fileprivate var base: String?
    }

    private var styles: [String: Entry] = [:]
    private var defaultParagraph: String?
    private(set) var defaults = RunProperties()

    init() {}

    init(_ bytes: [UInt8], limits: Limits) throws {
        var raw: [String: Entry] = [:]
        try XMLPull<WordTag>.read(bytes, part: "styles.xml", of: .docx, limits: limits) { xml in
            try xml.everyElement { xml, tag in
                if tag == .docDefaults { try readDefaults(&xml) }
                guard tag == .style, let id = xml.attribute("styleId") else { return }
                let isDefault = xml.attribute("default").map { $0 == "1" || $0 == "true" } ?? false
                if isDefault, xml.attribute("type") == "paragraph" { defaultParagraph = id }
                raw[id] = try Self.entry(&xml)
            }
        }
        for id in raw.keys { styles[id] = Self.resolved(id, raw) }
    }

    /// The style of that name; paragraphs that name none have the default one.
    func paragraph(_ id: String?) -> Entry {
        (id ?? defaultParagraph).flatMap { styles[$0] } ?? defaultParagraph.flatMap { styles[$0] } ?? Entry()
    }

    func character(_ id: String) -> RunProperties? { styles[id]?.run }

    private mutating func readDefaults(_ xml: inout XMLPull<WordTag>) throws {
        var found = RunProperties()
        try xml.children { xml, _ in
            try xml.children { xml, tag in
                if tag == .rPr { try xml.children { xml, tag in found.take(tag, &xml) } }
            }
        }
        defaults = found
    }

    private static func entry(_ xml: inout XMLPull<WordTag>) throws -> Entry {
        var entry = Entry()
        try xml.children { xml, tag in
            switch tag {
            case .name: entry.heading = xml.attribute("val").flatMap(heading)
            case .basedOn: entry.base = xml.attribute("val")
            case .pPr: try xml.children { xml, tag in if tag != .pStyle { try entry.paragraph.take(tag, &xml) } }
            case .rPr: try xml.children { xml, tag in entry.run.take(tag, &xml) }
            default: break
            }
        }
        return entry
    }

    /// Word writes the names of its own styles in English whatever the language: `heading 1`.
    private static func heading(_ name: String) -> Int? {
        let lower = name.lowercased()
        guard lower.hasPrefix("heading ") else { return nil }
        return Int(lower.dropFirst(8)).flatMap { (1...9).contains($0) ? $0 : nil }
    }

    private static func resolved(_ id: String, _ raw: [String: Entry]) -> Entry {
        guard var entry = raw[id] else { return Entry() }
        var seen: Set = [id]
        while let base = entry.base, seen.insert(base).inserted, let parent = raw[base] {
            entry.run = entry.run.over(parent.run)
            entry.paragraph.alignment = entry.paragraph.alignment ?? parent.paragraph.alignment
            entry.paragraph.outline = entry.paragraph.outline ?? parent.paragraph.outline
            entry.paragraph.list = entry.paragraph.list ?? parent.paragraph.list
            entry.paragraph.level = entry.paragraph.level ?? parent.paragraph.level
            entry.heading = entry.heading ?? parent.heading
            entry.base = parent.base
        }
        return entry
    }
}
