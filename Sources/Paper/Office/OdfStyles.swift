/// The styles of an OpenDocument text, from `styles.xml` and from the head of `content.xml`.
struct OdfStyles {
    struct Entry {
        var run = RunProperties()
        var alignment: Style.Alignment?
        var outline: Int?
        var parent: String?
    }

    private var styles: [String: Entry] = [:]
    private var defaults: [String: Entry] = [:]
    private var resolved: [String: Entry] = [:]
    private var fonts: [String: FontKind] = [:]
    private var lists: [String: [ListLevel]] = [:]
    /// The levels of headings.
    private(set) var outline: [ListLevel] = []

    /// Takes an element that stands among the styles; others are left alone.
    mutating func take(_ tag: OdfTag, _ xml: inout XMLPull<OdfTag>) throws {
        switch tag {
        case .fontFace:
            guard let name = xml.attribute("name") else { return }
            fonts[name] = FontKind(named: xml.attribute("font-family").map(Self.unquoted) ?? name)
        case .style:
            guard let name = xml.attribute("name"), let family = xml.attribute("family") else { return }
            styles[family + "/" + name] = try entry(&xml)
            resolved = [:]
        case .defaultStyle:
            guard let family = xml.attribute("family") else { return }
            defaults[family] = try entry(&xml)
            resolved = [:]
        case .listStyle:
            guard let name = xml.attribute("name") else { return }
            lists[name] = try levels(&xml)
        case .outlineStyle: outline = try levels(&xml)
        default: break
        }
    }

    /// What a style of a family (`paragraph`, `text`) says with its ancestors.
    mutating func style(_ name: String?, family: String) -> Entry {
        let key = family + "/" + (name ?? "")
        if let known = resolved[key] { return known }
        var entry = name == nil ? Entry() : styles[key] ?? Entry()
        var seen: Set<String> = []
        while let parent = entry.parent, seen.insert(parent).inserted {
            let base = styles[family + "/" + parent] ?? Entry()
            entry.run = entry.run.over(base.run)
            entry.alignment = entry.alignment ?? base.alignment
            entry.outline = entry.outline ?? base.outline
            entry.parent = base.parent
        }
        if let base = defaults[family] {
            entry.run = entry.run.over(base.run)
            entry.alignment = entry.alignment ?? base.alignment
        }
        resolved[key] = entry
        return entry
    }

    func levels(of list: String?) -> [ListLevel] { list.flatMap { lists[$0] } ?? [] }

    private func entry(_ xml: inout XMLPull<OdfTag>) throws -> Entry {
        var entry = Entry()
        entry.parent = xml.attribute("parent-style-name")
        entry.outline = xml.integer("default-outline-level")
        try xml.children { xml, tag in
            switch tag {
            case .paragraphProperties: entry.alignment = xml.attribute("text-align").flatMap(Self.alignment)
            case .textProperties: entry.run = run(&xml)
            default: break
            }
        }
        return entry
    }

    private func run(_ xml: inout XMLPull<OdfTag>) -> RunProperties {
        var run = RunProperties()
        run.bold = xml.attribute("font-weight").map { $0 == "bold" || (Int($0) ?? 0) >= 600 }
        run.italic = xml.attribute("font-style").map { $0 != "normal" }
        if let size = xml.attribute("font-size"), size.hasSuffix("pt") { run.size = Double(size.dropLast(2)) }
        run.capitals = xml.attribute("text-transform").map { $0 == "uppercase" }
        run.hidden = xml.attribute("display").map { $0 == "none" }
        if let name = xml.attribute("font-name") {
            run.font = fonts[name] ?? FontKind(named: name)
        } else if let family = xml.attribute("font-family") {
            run.font = FontKind(named: Self.unquoted(family))
        }
        return run
    }

    private func levels(_ xml: inout XMLPull<OdfTag>) throws -> [ListLevel] {
        var levels = Array(repeating: ListLevel(format: .none), count: 9)
        try xml.children { xml, tag in
            guard let tag, let number = xml.integer("level"), (1...9).contains(number) else { return }
            var level = ListLevel()
            switch tag {
            case .bulletLevel:
                level.format = .bullet
                level.text = xml.attribute("bullet-char") ?? "-"
            case .numberLevel, .outlineLevel:
                level.format = Self.format(xml.attribute("num-format") ?? "")
                if let start = xml.integer("start-value"), (-1...1_000_000).contains(start) { level.start = start }
                guard level.format != .none else { break }
                let shown = min(max(xml.integer("display-levels") ?? 1, 1), number)
                let numbers = ((number - shown + 1)...number).map { "%\($0)" }.joined(separator: ".")
                level.text = (xml.attribute("num-prefix") ?? "") + numbers + (xml.attribute("num-suffix") ?? "")
            default: return
            }
            levels[number - 1] = level
        }
        return levels
    }

    private static func format(_ name: String) -> ListLevel.Format {
        switch name {
        case "1": .decimal
        case "I": .upperRoman
        case "i": .lowerRoman
        case "A": .upperLetter
        case "a": .lowerLetter
        default: .none
        }
    }

    private static func alignment(_ name: String) -> Style.Alignment? {
        switch name {
        case "start", "left": .left
        case "center": .centre
        case "end", "right": .right
        case "justify": .justified
        default: nil
        }
    }

    private static func unquoted(_ name: String) -> String {
        String(name.split(separator: ",").first ?? "").filter { $0 != "'" && $0 != "\"" }
    }
}
