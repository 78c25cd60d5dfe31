/// A list of a definition whose elements are edited one by one.
enum EditedList: Hashable {
    case fields, lines, states, moves
    /// The fields of lines.
    case lineFields(Key)

    /// As forms name it: "fields", "lines.members".
    var name: String {
        switch self {
        case .fields: "fields"
        case .lines: "lines"
        case .states: "states"
        case .moves: "moves"
        case .lineFields(let key): "lines.\(key)"
        }
    }

    init?(name: String) {
        switch name {
        case "fields": self = .fields
        case "lines": self = .lines
        case "states": self = .states
        case "moves": self = .moves
        default:
            guard name.hasPrefix("lines."), let key = Key(name.dropFirst(6)) else { return nil }
            self = .lineFields(key)
        }
    }

    /// Whether its elements are fields.
    var isOfFields: Bool {
        switch self {
        case .fields, .lineFields: true
        case .lines, .states, .moves: false
        }
    }
}

extension DefinitionDocument {
    /// The elements of a list.
    subscript(_ list: EditedList) -> [DefinitionTree] {
        get {
            switch list {
            case .lineFields(let key): self[.lines].first { $0["key"]?.text == key.text }?["fields"]?.items ?? []
            default: self[list.name]?.items ?? []
            }
        }
        set {
            guard case .lineFields(let key) = list else {
                self[list.name] = newValue.isEmpty ? nil : .list(newValue)
                return
            }
            var lines = self[.lines]
            guard let place = lines.firstIndex(where: { $0["key"]?.text == key.text }) else { return }
            lines[place]["fields"] = .list(newValue)
            self[.lines] = lines
        }
    }

    /// Puts an element one place further up or down.
    mutating func move(_ index: Int, by step: Int, in list: EditedList) {
        var items = self[list]
        guard items.indices.contains(index), items.indices.contains(index + step) else { return }
        items.swapAt(index, index + step)
        self[list] = items
    }

    /// Puts an element in the place of another, or at the end.
    mutating func put(_ item: DefinitionTree, at index: Int?, in list: EditedList) {
        var items = self[list]
        if let index, items.indices.contains(index) { items[index] = item } else { items.append(item) }
        self[list] = items
    }
}
