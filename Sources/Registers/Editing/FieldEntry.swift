import Office
import Vietnamese
import Web
import Wording
import WorkCalendar

/// A field as administrators fill it in, in the words of people and not of the file: what a form shows, and what it sent.
struct FieldEntry {
    /// A choice, in a row of the form.
    struct Row {
        var key: String
        var vi: String
        var en: String
    }

    let kind: Kind
    /// Texts by the names of the form's fields.
    var texts: [String: String] = [:]
    var isRequired = false
    var isUnique = false
    var isPrivate = false
    /// Its own choices.
    var rows: [Row] = []

    /// The fields of the form that are texts.
    static let names = [
        "vi", "en", "help.vi", "help.en", "default", "unit.vi", "unit.en", "min", "max", "longest", "places", "pattern",
        "register", "list", "currency",
    ]

    /// A new one.
    init(new kind: Kind) {
        self.kind = kind
        if kind == .choice || kind == .choices { rows = (0..<3).map { _ in Row(key: "", vi: "", en: "") } }
    }

    /// As a form sent it.
    init(_ form: Form, _ kind: Kind) {
        self.kind = kind
        for name in Self.names { texts[name] = form[name] }
        isRequired = form.has("required")
        isUnique = form.has("unique")
        isPrivate = form.has("private")
        let keys = form.fields.filter { $0.name == "choice.key" }.map(\.value)
        let vi = form.fields.filter { $0.name == "choice.vi" }.map(\.value)
        let en = form.fields.filter { $0.name == "choice.en" }.map(\.value)
        rows = zip(keys, zip(vi, en)).map { Row(key: $0, vi: $1.0.trimmed, en: $1.1.trimmed) }
    }

    /// As the definition has it.
    init?(_ tree: DefinitionTree, _ countries: CountryNames, _ language: Catalogue.Language) {
        guard let kind = tree["kind"]?.text.flatMap({ Kind(rawValue: $0) }) else { return nil }
        self.kind = kind
        for (name, key) in [("", "names"), ("help.", "help"), ("unit.", "unit")] {
            guard let names = tree[key]?.names else { continue }
            texts["\(name)vi"] = names.vi
            texts["\(name)en"] = names.en
        }
        for name in ["longest", "places", "pattern", "register", "currency"] { texts[name] = tree[name]?.text }
        let places = Int(tree["places"]?.text ?? "") ?? (kind == .whole ? 0 : 2)
        for name in ["min", "max"] {
            texts[name] = tree[name]?.text.flatMap { Decimals.units(of: $0, places: places) }
                .map { TypedNumber.text($0, places: places) }
        }
        isRequired = tree["required"]?.text == "true"
        isUnique = tree["unique"]?.text == "true"
        isPrivate = tree["private"]?.text == "true"
        texts["list"] = tree["choices"]?.text
        rows = (tree["choices"]?.items ?? []).filter { $0.text == nil }.map { choice in
            Row(
                key: choice["key"]?.text ?? "", vi: choice["names"]?.names.vi ?? "", en: choice["names"]?.names.en ?? ""
            )
        }
        texts["default"] = tree["default"]?.text.map { shown($0, countries, language) }
    }

    /// A default in words.
    private func shown(_ text: String, _ countries: CountryNames, _ language: Catalogue.Language) -> String {
        switch kind {
        case .day, .partialDate: text == "today" ? "hôm nay" : PartialDate(iso: text)?.vietnamese ?? text
        case .answer: text == "yes" ? "có" : "không"
        case .country: countries.name(text, language)
        case .choice: rows.first { $0.key == text }?.vi ?? text
        case .whole, .decimal:
            Decimals.units(of: text, places: places).map { TypedNumber.text($0, places: places) } ?? text
        default: text
        }
    }

    private var places: Int { kind == .whole ? 0 : Int(texts["places"] ?? "") ?? 2 }

    /// What the definition says of it then.
    /// - Parameters:
    ///   - before: What it said; what the form does not ask stays.
    ///   - key: Of a new one.
    /// - Throws: ``Refusal`` where something cannot be read.
    func tree(from before: DefinitionTree?, key: Key, shared: [Choice], _ countries: CountryNames) throws
        -> DefinitionTree
    {
        guard let vi = texts["vi"] else { throw Refusal("editor.no-name") }
        var tree =
            before
            ?? .mapping([.init(key: "key", value: .text(key.text)), .init(key: "kind", value: .text(kind.rawValue))])
        tree["names"] = DefinitionTree(Names(vi: vi, en: texts["en"] ?? vi))
        for (name, isOn) in [("required", isRequired), ("unique", isUnique), ("private", isPrivate)] {
            if isOn != (tree[name]?.text == "true") { tree[name] = isOn ? .text("true") : nil }
        }
        for name in ["help", "unit"] {
            let vi = texts["\(name).vi"]
            let names = vi.map { Names(vi: $0, en: texts["\(name).en"] ?? $0) }
            if tree[name]?.names != names { tree[name] = names.map { DefinitionTree($0) } }
        }
        if kind.options.contains(.choices) { tree["choices"] = try choices() }
        for name in ["longest", "places"] { tree[name] = try whole(name) }
        for name in ["min", "max"] { tree[name] = try bound(name) }
        for name in ["pattern", "register", "currency"] { tree[name] = texts[name].map { .text($0) } }
        tree["default"] = try standard(own: tree["choices"]?.items ?? [], shared, countries).map { .text($0) }
        return tree
    }

    /// A shared list, or the rows that have a name; a new one gets a key of its name.
    private func choices() throws -> DefinitionTree {
        if let list = texts["list"] { return .text(list) }
        var taken = Set(rows.map(\.key))
        let named = rows.filter { !$0.vi.isEmpty }
        guard !named.isEmpty else { throw Refusal("editor.no-choices") }
        return .list(
            named.map { row in
                var key = row.key
                if Key(key) == nil {
                    key = ProposedKey.key(for: row.en.isEmpty ? row.vi : row.en, taken: taken).text
                    taken.insert(key)
                }
                return .mapping([
                    .init(key: "key", value: .text(key)),
                    .init(key: "names", value: DefinitionTree(Names(vi: row.vi, en: row.en.isEmpty ? row.vi : row.en))),
                ])
            })
    }

    private func whole(_ name: String) throws -> DefinitionTree? {
        guard let text = texts[name] else { return nil }
        guard let number = TypedNumber.units(text, places: 0), number >= 0 else {
            throw Refusal("register.no-number", ["text": text])
        }
        return .text("\(number)")
    }

    private func bound(_ name: String) throws -> DefinitionTree? {
        guard let text = texts[name] else { return nil }
        guard let units = TypedNumber.units(text, places: places) else {
            throw Refusal("register.no-number", ["text": text])
        }
        return .text(written(units))
    }

    /// As files write numbers, without noughts at the end.
    private func written(_ units: Int) -> String {
        var text = Decimals.text(of: units, places: places)
        while text.contains("."), text.hasSuffix("0") || text.hasSuffix(".") { text.removeLast() }
        return text
    }

    private func standard(own: [DefinitionTree], _ shared: [Choice], _ countries: CountryNames) throws -> String? {
        guard let text = texts["default"] else { return nil }
        let words = text.soughtWords
        switch kind {
        case .day, .partialDate:
            if ["hom nay", "today"].contains(words) { return "today" }
            guard let date = PartialDate(typed: text) else { throw Refusal("register.no-date", ["text": text]) }
            return date.iso
        case .answer: return ["co", "yes"].contains(words) ? "yes" : "no"
        case .country:
            guard let code = countries.code(text) else { throw Refusal("register.no-country", ["text": text]) }
            return code
        case .choice:
            let all = own.map { ($0["key"]?.text ?? "", $0["names"]?.names) } + shared.map { ($0.key.text, $0.names) }
            guard
                let found = all.first(where: { key, names in
                    key == text || [names?.vi, names?.en].contains { $0?.soughtWords == words }
                })
            else { throw Refusal("editor.no-such-choice", ["text": text]) }
            return found.0
        case .whole, .decimal:
            guard let units = TypedNumber.units(text, places: places) else {
                throw Refusal("register.no-number", ["text": text])
            }
            return written(units)
        default: return text
        }
    }
}
