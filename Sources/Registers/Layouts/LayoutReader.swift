import Yams

extension Layout {
    private static let known = [
        "layout", "names", "register", "title", "source", "window", "where", "order", "annex", "numbering", "groups",
        "notes", "columns",
    ]

    /// Reads the file of a layout. What is wrong with it is noted; what comes back is of use only where nothing is.
    init?(_ file: DefinitionFile, among all: [Definition], _ shared: SharedFiles, _ faults: Faults) {
        guard let root = file.root(faults) else { return nil }
        let section = Section(root, of: file.path, known: Self.known, faults)
        key = section.declaredKey("layout")
        if key.text != file.name { section.fault("layout", "file-name", ["key": key.text, "file": file.path]) }
        names = section.requiredNames()
        title = section.requiredText("title")
        source = section.text("source")
        let name = section.requiredText("register")
        guard let definition = all.first(where: { $0.key.text == name }) else {
            if !name.isEmpty {
                section.fault(
                    "register", "unknown-register",
                    ["register": name, "known": nearest(to: name, all.map(\.key.text))])
            }
            return nil
        }
        register = definition.key
        var words = Vocabulary(shared: shared)
        words.fields = definition.fields
        words.states = definition.states
        window = section.field("window", of: Kind.dated, in: definition.fields, isShown: true)
        filter = Filter("where", of: section, words)
        order = section.field("order", in: definition.fields, isShown: true)
        numbering = section.value("numbering") ?? .none
        annex = section.text("annex")
        groups = Groups(section, definition.fields)
        hasNotes = section.flag("notes")
        columns = section.sections("columns", known: Column.known).map { Column($0, definition.fields) }
        if columns.isEmpty { section.fault(nil, "missing", ["key": "columns"]) }
        // Two columns of one field would come back as two answers to one question.
        var seen: Set<Key> = []
        for twice in fields where !seen.insert(twice).inserted {
            section.fault("columns", "twice", ["key": twice.text])
        }
    }
}

extension Layout.Groups {
    fileprivate init?(_ section: Section, _ fields: [FieldDefinition]) {
        guard let section = section.section("groups", known: ["by", "rows", "empty"]) else { return nil }
        empty = section.text("empty")
        if !section.has("by") { section.fault(nil, "missing", ["key": "by"]) }
        guard let field = section.field("by", of: [.choice], in: fields, isShown: true) else { return nil }
        self.field = field
        let choices = fields.first { $0.key == field }?.choices.map(\.key) ?? []
        rows =
            !section.has("rows")
            ? choices
            : section.texts("rows").compactMap { text in
                if let key = choices.first(where: { $0.text == text }) { return key }
                section.fault(
                    "rows", "no-value", ["key": "rows", "text": text, "known": nearest(to: text, choices.map(\.text))])
                return nil
            }
    }
}

extension Layout.Column {
    fileprivate static let known = ["heading", "cell", "width", "columns"]

    fileprivate init(_ section: Section, _ fields: [FieldDefinition]) {
        heading = section.requiredText("heading")
        columns = section.sections("columns", known: Self.known).map { Self($0, fields) }
        width = section.whole("width") ?? 16
        if section.has("cell") == section.has("columns") { section.fault(nil, "cell-or-columns") }
        let text = section.text("cell") ?? ""
        cell = text == "number" ? .number : .pieces(section.pieces(text, fields))
    }
}

extension Section {
    /// The parts of "{arrival} - {departure}".
    fileprivate func pieces(_ text: String, _ fields: [FieldDefinition]) -> [Layout.Piece] {
        var pieces: [Layout.Piece] = []
        var rest = text[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            if open > rest.startIndex { pieces.append(.text(String(rest[..<open]))) }
            let name = String(rest[rest.index(after: open)..<close])
            rest = rest[rest.index(after: close)...]
            if let field = fields.first(where: { $0.key.text == name }) {
                if field.isPrivate { fault("cell", "private-shown", ["key": "cell", "field": name]) }
                // Between two values something must tell where one ends.
                if case .field? = pieces.last { fault("cell", "cell", ["text": text]) }
                pieces.append(.field(field.key))
            } else {
                fault(
                    "cell", "unknown-field",
                    ["key": "cell", "field": name, "known": nearest(to: name, fields.map(\.key.text))])
            }
        }
        if !rest.isEmpty { pieces.append(.text(String(rest))) }
        if has("cell"), !pieces.contains(where: { if case .field = $0 { true } else { false } }) {
            fault("cell", "cell", ["text": text])
        }
        return pieces
    }
}
