import Office
import Web

/// A register that an administrator begins: what the first form asks, and the definition that comes of it.
struct NewRegister {
    private let form: Form

    init(_ form: Form) { self.form = form }

    /// - Parameter taken: Keys of registers that are, or once were.
    /// - Throws: ``Refusal`` where the form does not say enough.
    func document(taken: Set<String>) throws -> (key: Key, document: DefinitionDocument) {
        guard let name = form["vi"] else { throw Refusal("editor.no-name") }
        guard let record = form["record.vi"] else { throw Refusal("editor.no-record") }
        let key = try key(for: name, taken)
        let title = field("ten", .text, form["title"] ?? "Tên", "Name", required: true)
        let day = form["day"].map { field("ngay", .day, $0, "Day", required: true, standard: "today") }
        let unit = form["unit"].map { field("co-quan", .unit, $0, "Unit") }
        let fields = [title, day, unit].compactMap(\.self)
        func named(_ prefix: String, _ fallback: String? = nil) -> DefinitionTree {
            let vi = form["\(prefix)vi"] ?? fallback ?? name
            return DefinitionTree(Names(vi: vi, en: form["\(prefix)en"] ?? vi))
        }
        let keys = fields.compactMap { $0["key"]?.text }
        var pairs: [(String, DefinitionTree)] = [
            ("register", .text(key.text)), ("names", named("")), ("record", named("record.")),
            ("about", named("about.")),
            ("group", .text(form["group"] ?? Definition.Group.office.rawValue)), ("title", .text("ten")),
        ]
        if day != nil { pairs.append(("day", .text("ngay"))) }
        if unit != nil { pairs.append(("unit", .text("co-quan"))) }
        pairs.append(("columns", DefinitionTree(keys)))
        if unit != nil { pairs.append(("facets", DefinitionTree(["co-quan"]))) }
        pairs.append(("fields", .list(fields)))
        pairs.append(
            (
                "figures",
                .list([
                    .mapping([
                        .init(key: "name", value: .text("\(key).count")),
                        .init(
                            key: "names",
                            value: DefinitionTree(
                                Names(vi: "Số \(record)", en: "Number: \(form["record.en"] ?? record)"))),
                        .init(key: "measure", value: .text("count")),
                    ])
                ])
            ))
        return (key, DefinitionDocument(new: .mapping(pairs.map { .init(key: $0.0, value: $0.1) })))
    }

    private func key(for name: String, _ taken: Set<String>) throws -> Key {
        guard let typed = form["key"] else { return ProposedKey.key(for: name, taken: taken, longest: 24) }
        guard let key = Key(typed), typed.count <= 30 else { throw Refusal("definition.key", ["key": typed]) }
        if taken.contains(typed) || typed == "moi" { throw Refusal("definition.twice", ["key": typed]) }
        return key
    }

    private func field(
        _ key: String, _ kind: Kind, _ vi: String, _ en: String, required: Bool = false,
        standard: String? = nil
    ) -> DefinitionTree {
        var tree = DefinitionTree.mapping([
            .init(key: "key", value: .text(key)), .init(key: "kind", value: .text(kind.rawValue)),
            .init(key: "names", value: DefinitionTree(Names(vi: vi, en: en))),
        ])
        if required { tree["required"] = .text("true") }
        if let standard { tree["default"] = .text(standard) }
        return tree
    }
}
