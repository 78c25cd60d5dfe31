import Markup
import Office
import Web

/// The forms of lines, of a state and of a step: what they show, and what the definition says then.
struct ItemEntry {
    /// As it stands; `nil` for a new one.
    let item: DefinitionTree?
    /// As it was typed.
    let form: Form?
    let pages: EntryPages

    private var words: Words { pages.words }
    private var document: DefinitionDocument { pages.document }

    private func line(
        _ name: String, _ label: String, _ standing: String?, hint: String? = nil, isRequired: Bool = false,
        _ html: inout MarkupWriter
    ) {
        let value = form.map { $0[name] ?? "" } ?? standing ?? ""
        html.field(Field(name, words(label), value: value, hint: hint.map { words($0) }, isRequired: isRequired))
    }

    private func names(_ hint: String, _ html: inout MarkupWriter) {
        line("vi", "editor.name-vi", item?["names"]?.names.vi, hint: hint, isRequired: true, &html)
        line("en", "editor.name-en", item?["names"]?.names.en, hint: "editor.en-hint", &html)
    }

    private func choice(
        _ name: String, _ label: String, _ options: [(String, String)], _ standing: String?, _ html: inout MarkupWriter
    ) {
        html.field(
            Field(
                name, words(label), .choice(options), value: form.map { $0[name] ?? "" } ?? standing ?? ""))
    }

    private func chosen(_ name: String, _ standing: [String]) -> Set<String> { Set(form?.all(name) ?? standing) }

    private func named(_ list: EditedList) -> [(value: String, text: String)] {
        document[list].compactMap { item in
            item["key"]?.text.map { ($0, item["names"]?.names[words.language] ?? $0) }
        }
    }

    // MARK: What is typed

    /// A new element with its key, or the one that is there, with the names of the form.
    private func named(_ list: EditedList, _ form: Form) throws -> DefinitionTree {
        guard let vi = form["vi"] else { throw Refusal("editor.no-name") }
        let taken = document.taken(in: list, former: pages.edited.formerDocuments)
        var tree =
            item
            ?? .mapping([.init(key: "key", value: .text(ProposedKey.key(for: form["en"] ?? vi, taken: taken).text))])
        tree["names"] = DefinitionTree(Names(vi: vi, en: form["en"] ?? vi))
        return tree
    }

    // MARK: Lines

    func writeLines(_ html: inout MarkupWriter) {
        names("editor.lines-example", &html)
        line(
            "record.vi", "editor.lines-record", item?["record"]?.names.vi, hint: "editor.lines-record-example",
            isRequired: true, &html)
        line("record.en", "editor.record-en", item?["record"]?.names.en, &html)
        guard let item, let key = item["key"]?.text.flatMap({ Key($0) }) else {
            line("first.vi", "editor.first-field", nil, hint: "editor.first-field-hint", isRequired: true, &html)
            return
        }
        let fields = [("", words("editor.none"))] + named(.lineFields(key))
        choice("title", "editor.display.title", fields, item["title"]?.text, &html)
        choice("day", "editor.lines-day", fields, item["day"]?.text, &html)
    }

    func takeLines(at index: Int?, _ document: inout DefinitionDocument) throws {
        guard let form else { return }
        var tree = try named(.lines, form)
        guard let record = form["record.vi"] else { throw Refusal("editor.no-record") }
        tree["record"] = DefinitionTree(Names(vi: record, en: form["record.en"] ?? record))
        if index == nil {
            guard let first = form["first.vi"] else { throw Refusal("editor.no-name") }
            let key = ProposedKey.key(for: first, taken: Set(LineColumn.allCases.map(\.rawValue)))
            tree["title"] = .text(key.text)
            tree["fields"] = .list([
                .mapping([
                    .init(key: "key", value: .text(key.text)), .init(key: "kind", value: .text(Kind.text.rawValue)),
                    .init(key: "names", value: DefinitionTree(Names(vi: first, en: first))),
                ])
            ])
        } else {
            for name in ["title", "day"] { tree[name] = form[name].map { .text($0) } }
        }
        document.put(tree, at: index, in: .lines)
    }

    // MARK: States

    func writeState(_ html: inout MarkupWriter) {
        names("editor.state-example", &html)
        html.check(
            "closed", "1", words("editor.closed-hint"), isOn: form?.has("closed") ?? (item?["closed"]?.text == "true"))
        guard item == nil else { return }
        let states = named(.states)
        html.element("h2", text: words("editor.state-way"))
        html.element("p", .class("quiet"), text: words("editor.state-way-about"))
        line("move.vi", "editor.move-name", nil, hint: "editor.move-example", isRequired: true, &html)
        html.checks(
            words("editor.from"), "from",
            states.isEmpty ? [(State.recorded.key.text, State.recorded.names[words.language])] : states,
            chosen: chosen("from", states.isEmpty ? [State.recorded.key.text] : []))
    }

    func takeState(at index: Int?, _ document: inout DefinitionDocument) throws {
        guard let form else { return }
        var tree = try named(.states, form)
        if form.has("closed") != (tree["closed"]?.text == "true") {
            tree["closed"] = form.has("closed") ? .text("true") : nil
        }
        guard index == nil else {
            document.put(tree, at: index, in: .states)
            return
        }
        // A register without states has one all the same, in which its records stand.
        if document[.states].isEmpty {
            document[.states] = [
                .mapping([
                    .init(key: "key", value: .text(State.recorded.key.text)),
                    .init(key: "names", value: DefinitionTree(State.recorded.names)),
                ])
            ]
        }
        let known = Set(document[.states].compactMap { $0["key"]?.text })
        let from = form.all("from").filter(known.contains)
        guard !from.isEmpty else { throw Refusal("editor.no-from") }
        guard let move = form["move.vi"] else { throw Refusal("editor.no-name") }
        let taken = document.taken(in: .moves, former: pages.edited.formerDocuments)
        document.put(tree, at: nil, in: .states)
        document.put(
            .mapping([
                .init(key: "key", value: .text(ProposedKey.key(for: move, taken: taken).text)),
                .init(key: "names", value: DefinitionTree(Names(vi: move, en: form["en"] ?? move))),
                .init(key: "from", value: DefinitionTree(from)), .init(key: "to", value: tree["key"] ?? .text("")),
            ]), at: nil, in: .moves)
    }

    // MARK: Steps

    private static let roles: [Role] = [.coordinator, .officer, .leader]

    func writeMove(_ html: inout MarkupWriter) {
        names("editor.move-example", &html)
        let states = named(.states)
        html.checks(words("editor.from"), "from", states, chosen: chosen("from", item?["from"]?.texts ?? []))
        choice("to", "editor.to", states, item?["to"]?.text, &html)
        html.checks(
            words("editor.by"), "by", Self.roles.map { ($0.rawValue, words("role.\($0.rawValue)")) },
            chosen: chosen("by", item?["by"]?.texts ?? []))
        html.element("p", .class("hint"), text: words("editor.by-hint"))
        html.checks(
            words("editor.requires"), "requires", named(.fields) + named(.lines),
            chosen: chosen("requires", item?["requires"]?.texts ?? []))
    }

    func takeMove(at index: Int?, _ document: inout DefinitionDocument) throws {
        guard let form else { return }
        var tree = try named(.moves, form)
        let from = form.all("from")
        guard !from.isEmpty, let to = form["to"] else { throw Refusal("editor.no-from") }
        tree["from"] = DefinitionTree(from)
        tree["to"] = .text(to)
        for name in ["by", "requires"] {
            let all = form.all(name)
            if all != tree[name]?.texts ?? [] { tree[name] = all.isEmpty ? nil : DefinitionTree(all) }
        }
        document.put(tree, at: index, in: .moves)
    }
}
