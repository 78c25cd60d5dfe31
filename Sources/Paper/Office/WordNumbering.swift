/// `numbering.xml`: the automatic numbers, written as typed ones are.
struct WordNumbering {
    private struct List {
        var abstract = 0
        var starts: [Int: Int] = [:]
        var levels: [Int: ListLevel] = [:]
    }

    private struct Abstract {
        var levels = Array(repeating: ListLevel(format: .none), count: 9)
        /// Levels that belong to a paragraph style.
        var byStyle: [String: Int] = [:]
        /// The numbering style that this defines, or the one that it only refers to.
        var defines: String?
        var refersTo: String?
    }

    private var abstracts: [Int: Abstract] = [:]
    private var lists: [Int: List] = [:]
    private var counters: [Int: ListCounter] = [:]
    private var started: Set<Int> = []

    init() {}

    init(_ bytes: [UInt8], limits: Limits) throws {
        try XMLPull<WordTag>.read(bytes, part: "numbering.xml", of: .docx, limits: limits) { xml in
            try xml.everyElement { xml, tag in
                if tag == .abstractNum, let id = xml.integer("abstractNumId") {
                    abstracts[id] = try Self.abstract(&xml)
                } else if tag == .num, let id = xml.integer("numId") {
                    lists[id] = try Self.list(&xml)
                }
            }
        }
        let defined = Dictionary(abstracts.compactMap { id, list in list.defines.map { ($0, id) } }) { first, _ in first
        }
        for (id, list) in lists {
            guard let style = abstracts[list.abstract]?.refersTo, let target = defined[style] else { continue }
            lists[id]?.abstract = target
        }
    }

    /// The number of the next paragraph of a list (`w:numId`) at a level (`w:ilvl`; where absent, the level that belongs to
    /// the style); `nil` where the list has none there.
    mutating func next(list id: Int, level: Int?, style: String?) -> (number: String, isBullet: Bool, isSpaced: Bool)? {
        guard let list = lists[id], let abstract = abstracts[list.abstract] else { return nil }
        let level = level ?? style.flatMap { abstract.byStyle[$0] } ?? 0
        guard (0..<9).contains(level) else { return nil }
        var levels = abstract.levels
        for (index, override) in list.levels where levels.indices.contains(index) { levels[index] = override }
        var counter = counters[list.abstract] ?? ListCounter()
        if started.insert(id).inserted {
            for (index, start) in list.starts { counter.restart(index, at: start) }
        }
        let number = counter.next(level, of: levels)
        counters[list.abstract] = counter
        guard !number.isEmpty else { return nil }
        return (number, levels[level].format == .bullet, levels[level].isSpaced)
    }

    private static func abstract(_ xml: inout XMLPull<WordTag>) throws -> Abstract {
        var abstract = Abstract()
        try xml.children { xml, tag in
            switch tag {
            case .lvl:
                guard let index = xml.integer("ilvl"), (0..<9).contains(index) else { return }
                let (level, style) = try level(&xml)
                abstract.levels[index] = level
                if let style { abstract.byStyle[style] = index }
            case .styleLink: abstract.defines = xml.attribute("val")
            case .numStyleLink: abstract.refersTo = xml.attribute("val")
            default: break
            }
        }
        return abstract
    }

    private static func list(_ xml: inout XMLPull<WordTag>) throws -> List {
        var list = List()
        try xml.children { xml, tag in
            if tag == .abstractNumId { list.abstract = xml.integer("val") ?? 0 }
            guard tag == .lvlOverride, let index = xml.integer("ilvl") else { return }
            try xml.children { xml, tag in
                if tag == .startOverride { list.starts[index] = start(xml.attribute("val")) }
                if tag == .lvl { list.levels[index] = try level(&xml).level }
            }
        }
        return list
    }

    private static func level(_ xml: inout XMLPull<WordTag>) throws -> (level: ListLevel, style: String?) {
        var level = ListLevel()
        var style: String?
        try xml.children { xml, tag in
            let value = xml.attribute("val")
            switch tag {
            case .start: level.start = start(value) ?? 1
            case .numFmt: level.format = format(value ?? "decimal")
            case .lvlText: level.text = value ?? ""
            case .lvlRestart: level.restart = value.flatMap { Int($0) }
            case .isLgl: level.isLegal = xml.isOn
            case .suff: level.isSpaced = value != "nothing"
            case .pStyle: style = value
            default: break
            }
        }
        return (level, style)
    }

    /// A number to begin with that a list can have.
    private static func start(_ value: String?) -> Int? {
        value.flatMap { Int($0) }.flatMap { (-1...1_000_000).contains($0) ? $0 : nil }
    }

    private static func format(_ name: String) -> ListLevel.Format {
        switch name {
        case "upperRoman": .upperRoman
        case "lowerRoman": .lowerRoman
        case "upperLetter": .upperLetter
        case "lowerLetter": .lowerLetter
        case "decimalZero": .decimalZero
        case "bullet": .bullet
        case "none": .none
        default: .decimal
        }
    }
}
