import Vietnamese
import Yams

/// A piece of a definition's text as something that can be edited: every scalar is a text, mappings keep their order.
indirect enum DefinitionTree: Hashable {
    case text(String)
    case list([DefinitionTree])
    case mapping([Pair])

    /// A key of a mapping with its value.
    struct Pair: Hashable {
        let key: String
        var value: DefinitionTree
    }

    init(_ node: Node) {
        if let mapping = node.mapping {
            self = .mapping(mapping.map { Pair(key: $0.key.scalar?.string ?? "", value: DefinitionTree($0.value)) })
        } else if let sequence = node.sequence {
            self = .list(sequence.map { DefinitionTree($0) })
        } else {
            self = .text((node.scalar?.string ?? "").nfc)
        }
    }

    /// Names in both languages.
    init(_ names: Names) {
        self = .mapping([Pair(key: "vi", value: .text(names.vi)), Pair(key: "en", value: .text(names.en))])
    }

    /// A list of texts.
    init(_ texts: [String]) { self = .list(texts.map { .text($0) }) }

    /// The value of a key; `nil` takes the key away, a new one stands at the end.
    subscript(_ key: String) -> DefinitionTree? {
        get {
            guard case .mapping(let pairs) = self else { return nil }
            return pairs.first { $0.key == key }?.value
        }
        set {
            guard case .mapping(var pairs) = self else { return }
            let place = pairs.firstIndex { $0.key == key }
            switch (place, newValue) {
            case (let place?, let value?): pairs[place].value = value
            case (let place?, nil): pairs.remove(at: place)
            case (nil, let value?): pairs.append(Pair(key: key, value: value))
            case (nil, nil): break
            }
            self = .mapping(pairs)
        }
    }

    /// The text, of a scalar.
    var text: String? { if case .text(let text) = self { text } else { nil } }

    /// The elements of a list; one scalar counts as a list of one.
    var items: [DefinitionTree] {
        switch self {
        case .list(let items): items
        case .text(let text): text.isEmpty ? [] : [self]
        case .mapping: []
        }
    }

    /// The texts of a list.
    var texts: [String] { items.compactMap(\.text) }

    /// Names in both languages.
    var names: Names { Names(vi: self["vi"]?.text ?? "", en: self["en"]?.text ?? "") }
}

extension DefinitionTree {
    private static let width = 120

    /// As YAML, after what stands before it in its line: in the same line where it fits, else one below the other.
    /// - Parameters:
    ///   - indent: Of the lines that follow.
    ///   - column: Where it begins in its line.
    func yaml(indent: Int, column: Int) -> String {
        let flow = self.flow
        if column + flow.count <= Self.width { return flow }
        let margin = String(repeating: " ", count: indent)
        switch self {
        case .text: return flow
        case .list(let items):
            if items.allSatisfy({ $0.text != nil }) {
                return wrapped(items.map(\.flow), indent: indent, column: column)
            }
            return items.map { "\n\(margin)- \($0.item(indent: indent + 2))" }.joined()
        case .mapping(let pairs): return "\n" + pairs.map { margin + $0.line(indent: indent) }.joined(separator: "\n")
        }
    }

    /// As an element of a list, after its dash.
    func item(indent: Int) -> String {
        guard case .mapping(let pairs) = self, indent + flow.count > Self.width else {
            return yaml(indent: indent, column: indent)
        }
        return pairs.map { $0.line(indent: indent) }.joined(separator: "\n" + String(repeating: " ", count: indent))
    }

    /// In one line.
    private var flow: String {
        switch self {
        case .text(let text): Self.written(text)
        case .list(let items): "[\(items.map(\.flow).joined(separator: ", "))]"
        case .mapping(let pairs):
            "{\(pairs.map { "\($0.key): \($0.value.flow)" }.joined(separator: ", "))}"
        }
    }

    private func wrapped(_ texts: [String], indent: Int, column: Int) -> String {
        var lines = ["["]
        var start = column
        for (index, text) in texts.enumerated() {
            let piece = text + (index == texts.count - 1 ? "]" : ",")
            let line = lines[lines.count - 1]
            if line.count > 1, start + line.count + 1 + piece.count > Self.width {
                lines.append(piece)
                start = indent
            } else {
                lines[lines.count - 1] = line == "[" ? "[\(piece)" : "\(line) \(piece)"
            }
        }
        return lines.joined(separator: "\n" + String(repeating: " ", count: indent))
    }

    /// As it is where nothing in it means anything to YAML, else between quotes.
    private static func written(_ text: String) -> String {
        let isPlain =
            text.first.map { $0.isLetter || $0.isNumber } == true && text.last?.isWhitespace == false
            && !text.contains { ":#,[]{}\"'\\\n\t\r".contains($0) || $0.unicodeScalars.contains { $0.value < 32 } }
        if isPlain { return text }
        var quoted = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\n": quoted += "\\n"
            case "\t": quoted += "\\t"
            case _ where scalar.value < 32 || scalar.value == 0x7f: break
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return "\"\(quoted)\""
    }
}

extension DefinitionTree.Pair {
    /// `key: value`, with the lines that belong to it.
    func line(indent: Int) -> String {
        let value = value.yaml(indent: indent + 2, column: indent + key.count + 2)
        return value.hasPrefix("\n") ? "\(key):\(value)" : "\(key): \(value)"
    }
}
