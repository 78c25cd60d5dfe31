import Markup
import Office
import Vietnamese
import Web
import Wording

/// The forms of one thing of a definition: a field, lines, a state, a step, what the register is called, how it is shown, its text.
struct EntryPages {
    let edited: EditedDefinition
    let call: Call
    let countries: CountryNames
    let document: DefinitionDocument

    init(_ edited: EditedDefinition, _ call: Call, _ countries: CountryNames) {
        self.edited = edited
        self.call = call
        self.countries = countries
        document = edited.document
    }

    var words: Words { call.words }

    /// The form that a button asks for, or that could not be taken.
    /// - Throws: ``WebFailure/malformed`` where there is no such thing.
    func page(_ asked: EditorCommand, _ form: Form, refusal: [Message] = []) throws -> Page {
        if asked.verb == "lua" { return try choicePage(asked, form) }
        let isTyped = asked.verb == "giu"
        if let list = asked.list {
            if list.isOfFields {
                let entry = try isTyped ? typedField(form) : field(asked, list, form)
                return fieldPage(entry, list, asked.index, refusal)
            }
            let item = try asked.index.map { try element($0, list) }
            let title = item.map { $0["names"]?.names[words.language] ?? "" } ?? words("editor.add-\(list.name)")
            return page(title, EditorCommand("giu", list, asked.index).text, refusal) { html in
                let entry = ItemEntry(item: item, form: isTyped ? form : nil, pages: self)
                switch list {
                case .lines: entry.writeLines(&html)
                case .states: entry.writeState(&html)
                default: entry.writeMove(&html)
                }
            }
        }
        let entry = RegisterEntry(form: isTyped ? form : nil, pages: self)
        switch asked.subject {
        case "chung": return page(words("editor.general"), "giu:chung", refusal) { entry.writeGeneral(&$0) }
        case "hien-thi": return page(words("editor.display"), "giu:hien-thi", refusal) { entry.writeDisplay(&$0) }
        case "yaml": return page(words("editor.yaml"), "giu:yaml", refusal) { entry.writeText(&$0) }
        default: throw WebFailure.malformed
        }
    }

    /// The definition with what a form says.
    /// - Throws: ``Refusal``, ``FaultyDefinitions`` where it cannot be taken.
    func taken(_ asked: EditorCommand, _ form: Form) throws -> EditedDefinition {
        var taken = edited
        if let list = asked.list {
            let before = try asked.index.map { try element($0, list) }
            if list.isOfFields {
                let entry = try typedField(form)
                let key = ProposedKey.key(
                    for: entry.texts["vi"] ?? "", taken: document.taken(in: list, former: edited.formerDocuments))
                let shared = entry.texts["list"].map { edited.choices(of: $0) } ?? []
                let tree = try entry.tree(from: before, key: key, shared: shared, countries)
                taken.edit { $0.put(tree, at: asked.index, in: list) }
            } else {
                let entry = ItemEntry(item: before, form: form, pages: self)
                try taken.edit { document in
                    switch list {
                    case .lines: try entry.takeLines(at: asked.index, &document)
                    case .states: try entry.takeState(at: asked.index, &document)
                    default: try entry.takeMove(at: asked.index, &document)
                    }
                }
            }
            try taken.check()
            return taken
        }
        let entry = RegisterEntry(form: form, pages: self)
        switch asked.subject {
        case "chung": try taken.edit { try entry.takeGeneral(&$0) }
        case "hien-thi": try taken.edit { try entry.takeDisplay(&$0) }
        case "yaml":
            guard let text = form["van-ban"] else { throw Refusal("definition.empty") }
            taken.text = text.replacing("\r\n", with: "\n") + "\n"
        default: throw WebFailure.malformed
        }
        try taken.check()
        return taken
    }

    func element(_ index: Int, _ list: EditedList) throws -> DefinitionTree {
        let items = document[list]
        guard items.indices.contains(index) else { throw WebFailure.malformed }
        return items[index]
    }

    // MARK: Fields

    private func field(_ asked: EditorCommand, _ list: EditedList, _ form: Form) throws -> FieldEntry {
        if let index = asked.index {
            guard let entry = FieldEntry(try element(index, list), countries, words.language) else {
                throw WebFailure.malformed
            }
            return entry
        }
        guard let kind = form["kieu.\(list.name)"].flatMap({ Kind(rawValue: $0) }) else { throw WebFailure.malformed }
        return FieldEntry(new: kind)
    }

    private func typedField(_ form: Form) throws -> FieldEntry {
        guard let kind = form["kieu"].flatMap({ Kind(rawValue: $0) }) else { throw WebFailure.malformed }
        return FieldEntry(form, kind)
    }

    /// A choice more, further up or down; nothing is taken.
    private func choicePage(_ asked: EditorCommand, _ form: Form) throws -> Page {
        var entry = try typedField(form)
        guard let list = form["phan"].flatMap({ EditedList(name: $0) }) else { throw WebFailure.malformed }
        let index = asked.index ?? 0
        switch asked.subject {
        case "them": entry.rows += (0..<3).map { _ in FieldEntry.Row(key: "", vi: "", en: "") }
        case "len" where entry.rows.indices.contains(index) && index > 0: entry.rows.swapAt(index, index - 1)
        case "xuong" where entry.rows.indices.contains(index + 1): entry.rows.swapAt(index, index + 1)
        case "bo" where entry.rows.indices.contains(index): entry.rows.remove(at: index)
        default: break
        }
        return fieldPage(entry, list, form["so"].flatMap { Int($0) }, [])
    }

    private func fieldPage(_ entry: FieldEntry, _ list: EditedList, _ index: Int?, _ refusal: [Message]) -> Page {
        let key = index.flatMap { document[list].indices.contains($0) ? document[list][$0]["key"]?.text : nil }
        let kept = key.flatMap { Key($0) }.flatMap { edited.current?.field($0, in: list) }
        let title =
            index == nil ? words("editor.new-field") : words("editor.edit-this", ["name": entry.texts["vi"] ?? ""])
        return page(title, EditorCommand("giu", list, index).text, refusal) { html in
            html.hidden("phan", list.name)
            if let index { html.hidden("so", "\(index)") }
            FieldEntryView(entry: entry, key: key, isKept: kept != nil, pages: self).write(&html)
        }
    }

    // MARK: The frame of a form

    private func page(
        _ title: String, _ command: String, _ refusal: [Message], _ content: @escaping (inout MarkupWriter) -> Void
    ) -> Page {
        Page(
            title, section: "definitions", trail: [Page.Link(words("editor.section"), EditorPaths.index)],
            assets: ["registers.css"]
        ) { html in
            if !refusal.isEmpty {
                html.element("div", .class("notice failed"), Attribute("role", "alert")) { html in
                    html.element("ul") { html in for text in refusal { html.element("li", text: words(text)) } }
                }
            }
            html.form(to: EditorPaths.register(edited.key), call.visit, .class("panel entry")) { html in
                // The key Enter keeps what was typed.
                html.button(
                    words("editor.keep"), .class("unseen"), Attribute("tabindex", "-1"), name: "lam", value: command)
                html.draft(edited)
                content(&html)
                html.element("div", .class("row")) { html in
                    html.button(words("editor.keep"), .class("primary"), name: "lam", value: command)
                    html.button(words("register.cancel"), Attribute("formnovalidate", ""), name: "lam", value: "")
                }
            }
        }
    }
}

extension EditedDefinition {
    /// - Throws: ``FaultyDefinitions`` where something is wrong with the text.
    func check() throws {
        let faults = reading().faults
        guard faults.isEmpty else { throw FaultyDefinitions(faults: faults) }
    }

    /// The choices of a shared list: "lists/levels".
    func choices(of list: String) -> [Choice] {
        guard let file = files.first(where: { $0.path == "\(list).yaml" }) else { return [] }
        return (DefinitionDocument(file.text)?["choices"]?.items ?? []).compactMap { item in
            item["key"]?.text.flatMap { Key($0) }.map {
                Choice(key: $0, names: item["names"]?.names ?? Names(vi: "", en: ""))
            }
        }
    }
}

extension Definition {
    /// A field of the records or of lines.
    func field(_ key: Key, in list: EditedList) -> FieldDefinition? {
        if case .lineFields(let lines) = list { return self.lines(lines)?[key] }
        return self[key]
    }
}
