import Yams

extension Definition {
    private static let known = [
        "register", "names", "record", "about", "group", "title", "day", "unit", "columns", "facets", "chart",
        "calendar",
        "retention", "fields", "unique", "lines", "states", "moves", "behaviours", "figures", "public",
    ]

    /// Reads a definition's file. What is wrong with it is noted; what comes back is of use only where nothing is.
    init?(_ file: DefinitionFile, _ shared: SharedFiles, _ faults: Faults) {
        guard let root = file.root(faults) else { return nil }
        let section = Section(root, of: file.path, known: Self.known, faults)
        var words = Vocabulary(shared: shared)
        words.fields = FieldDefinition.read("fields", of: section, shared)
        words.lines = section.sections("lines", known: Lines.known).map { Lines($0, shared) }
        words.states = section.readStates()

        key = section.declaredKey("register")
        names = section.requiredNames()
        record = section.requiredNames("record")
        about = section.requiredNames("about")
        group = section.value("group") ?? .office
        if !section.has("group") { section.fault(nil, "missing", ["key": "group"]) }
        fields = words.fields
        lines = words.lines
        states = words.states
        moves = section.readMoves(words)
        unique = section.uniqueKeys(words.fields)
        display = Display(section, words.fields)
        retention = Retention(section, words.fields)
        behaviours = Behaviours.read(section, words)
        figures = FigureDefinition.read(of: section, key, day: display.day, words)
        publicFace = section.section("public", known: ["when", "fields"]).map { face in
            PublicFace(
                filter: Filter("when", of: face, words), fields: face.fields("fields", in: words.fields, isShown: true))
        }
        yaml = file.text
        if file.name != key.text { section.fault("register", "file-name", ["key": key.text, "file": file.path]) }
        section.checkLines(lines)
        section.checkColumns(self)
    }
}

extension Lines {
    static let known = ["key", "names", "record", "title", "day", "fields"]

    fileprivate init(_ section: Section, _ shared: SharedFiles) {
        key = section.declaredKey()
        names = section.requiredNames()
        record = section.requiredNames("record")
        fields = FieldDefinition.read("fields", of: section, shared)
        title = section.field("title", in: fields)
        day = section.field("day", of: Kind.dated, in: fields, isShown: true)
    }
}

extension Definition.Display {
    fileprivate init(_ section: Section, _ fields: [FieldDefinition]) {
        if !section.has("title") { section.fault(nil, "missing", ["key": "title"]) }
        let isSingle = Set(Kind.allCases).subtracting(Kind.several)
        title = section.field("title", of: isSingle, in: fields) ?? .unknown
        day = section.field("day", of: Kind.dated, in: fields, isShown: true)
        unit = section.field("unit", of: [.unit], in: fields, isShown: true)
        if !section.has("columns") { section.fault(nil, "missing", ["key": "columns"]) }
        columns = section.fields("columns", in: fields)
        facets = section.fields("facets", of: Kind.grouping, in: fields, isShown: true)
        calendar = section.fields("calendar", of: Kind.dated, in: fields, isShown: true)
        let groups = section.section("chart", known: ["by", "then"])
        chart = ["by", "then"].compactMap { groups?.field($0, of: Kind.grouping, in: fields, isShown: true) }
        if let groups, !groups.has("by") { groups.fault(nil, "missing", ["key": "by"]) }
    }
}

extension Definition.Retention {
    fileprivate init?(_ section: Section, _ fields: [FieldDefinition]) {
        guard let section = section.section("retention", known: ["years", "from", "source", "unverified"]) else {
            return nil
        }
        let text = section.requiredText("years")
        years = text == "permanent" ? nil : Int(text)
        if !text.isEmpty, text != "permanent", years ?? 0 < 1 { section.fault("years", "retention", ["text": text]) }
        from = section.text("from") == "day" ? nil : section.field("from", of: Kind.dated, in: fields)
        source = section.text("source")
        isUnverified = section.flag("unverified")
    }
}

extension Section {
    /// `[[a, b], [c, d]]`, or one of them alone.
    fileprivate func uniqueKeys(_ fields: [FieldDefinition]) -> [[Key]] {
        let groups = nodes("unique")
        if groups.allSatisfy({ $0.scalar != nil }) {
            let one = self.fields("unique", in: fields, isShown: true)
            return one.isEmpty ? [] : [one]
        }
        return groups.map { group in
            group.array().compactMap { node in
                let key = fields.first { $0.key.text == node.scalar?.string }
                if key == nil || key?.columns.isEmpty == true || key?.isPrivate == true {
                    fault(
                        "unique", "unknown-field",
                        [
                            "key": "unique", "field": node.scalar?.string ?? "",
                            "known": nearest(to: node.scalar?.string ?? "", fields.map(\.key.text)),
                        ])
                }
                return key?.key
            }
        }
    }

    fileprivate func checkLines(_ lines: [Lines]) {
        let sections = sections("lines", known: nil)
        for (section, twice) in zip(sections, lines).repeated(by: \.1.key) {
            section.fault("key", "twice", ["key": twice.key.text])
        }
    }

    /// That no two columns of a table have the same name, and all names are short enough for PostgreSQL (63 bytes).
    fileprivate func checkColumns(_ definition: Definition) {
        check(
            definition.fields, EngineColumn.allCases.map(\.rawValue), definition.table, sections("fields", known: nil))
        for (section, lines) in zip(sections("lines", known: nil), definition.lines) {
            check(
                lines.fields, LineColumn.allCases.map(\.rawValue), definition.table(of: lines),
                section.sections("fields", known: nil))
        }
    }

    private func check(_ fields: [FieldDefinition], _ reserved: [String], _ table: String, _ sections: [Section]) {
        var known = Set(reserved)
        for (section, field) in zip(sections, fields) {
            for name in field.hasTable ? [field.key.column] : field.columns.map(\.name)
            where !known.insert(name).inserted {
                section.fault("key", "column", ["key": field.key.text, "column": name])
            }
            // The longest name that is made of it is that of an index: "_by_" and the key.
            if table.utf8.count + 4 + field.key.text.utf8.count > 63 {
                section.fault("key", "long", ["key": field.key.text])
            }
        }
    }
}
