import Markup
import Office
import Web
import Wording

/// A register while it is edited: its fields, lines, states and steps in their order, with what can be done to each. Everything stands in
/// one form, which carries the text so far.
struct EditorView {
    private let edited: EditedDefinition
    private let call: Call
    /// Why what was asked cannot be done.
    private let refusal: [Message]
    /// The button that one goes on with.
    private let focus: String?
    private let document: DefinitionDocument

    init(_ edited: EditedDefinition, _ call: Call, refusal: [Message] = [], focus: String? = nil) {
        self.edited = edited
        self.call = call
        self.refusal = refusal
        self.focus = focus
        document = edited.document
    }

    private var words: Words { call.words }
    private func name(_ tree: DefinitionTree?) -> String { tree?["names"]?.names[words.language] ?? "" }

    var page: Page {
        let title = document["names"]?.names[words.language] ?? edited.key.text
        return Page(
            title, section: "definitions", trail: [Page.Link(words("editor.section"), EditorPaths.index)],
            assets: ["registers.css"], actions: { actions(&$0) }
        ) { html in
            if !refusal.isEmpty {
                html.element("div", .class("notice failed"), Attribute("role", "alert")) { html in
                    html.element("p", text: words("editor.cannot"))
                    html.element("ul") { html in for text in refusal { html.element("li", text: words(text)) } }
                }
            }
            notices(&html)
            html.form(to: EditorPaths.register(edited.key), call.visit, .class("editor")) { html in
                html.draft(edited)
                saving(&html)
                general(&html)
                fields(.fields, words("editor.fields"), &html)
                lines(&html)
                states(&html)
                display(&html)
                html.element("section", .class("panel")) { html in
                    html.element("h2", text: words("editor.yaml"))
                    html.element("p", .class("quiet"), text: words("editor.yaml-about"))
                    button("sua:yaml", words("editor.yaml-edit"), &html)
                }
            }
        }
    }

    private func actions(_ html: inout MarkupWriter) {
        guard !edited.former.isEmpty else { return }
        html.element("span", .class("actions")) { html in
            if call.may(.readRecords) {
                html.element("a", .class("button"), .href(RegisterPaths.list(edited.key)), text: words("editor.open"))
            }
            html.element("a", .class("button"), .href(EditorPaths.versions(edited.key)), text: words("editor.versions"))
            html.element("a", .class("button"), .href(EditorPaths.yaml(edited.key)), text: words("editor.download"))
        }
    }

    private func notices(_ html: inout MarkupWriter) {
        if edited.newer != nil {
            html.element("div", .class("notice warning")) { html in
                html.element("p", text: words("editor.newer-about"))
                html.element(
                    "a", .class("button"), .href(EditorPaths.versions(edited.key)), text: words("editor.see-newer"))
            }
        }
        let faults = edited.isChanged ? edited.reading().faults : []
        guard !faults.isEmpty else { return }
        html.element("div", .class("notice warning")) { html in
            html.element("div") { html in
                html.element("p", text: words("editor.faulty"))
                html.element("ul") { html in for fault in faults { html.element("li", text: words(fault.message)) } }
            }
        }
    }

    /// What is not saved yet, and where it goes on.
    private func saving(_ html: inout MarkupWriter) {
        guard edited.isChanged else { return }
        html.element("div", .class("notice warning unsaved"), Attribute("role", "status")) { html in
            html.element("p", text: words(edited.version == 0 ? "editor.unsaved-new" : "editor.unsaved"))
            html.element("span", .class("actions")) { html in
                html.button(words("editor.preview"), .class("primary"), name: "lam", value: "xem")
                html.element(
                    "a", .class("button"),
                    .href(edited.version == 0 ? EditorPaths.index : EditorPaths.register(edited.key)),
                    text: words("editor.discard"))
            }
        }
    }

    private func general(_ html: inout MarkupWriter) {
        html.element("section", .class("panel")) { html in
            html.element("h2", text: words("editor.general"))
            html.element("dl", .class("facts")) { html in
                let facts: [(String, String)] = [
                    ("editor.name", document["names"].map { "\($0.names.vi) · \($0.names.en)" } ?? ""),
                    ("editor.record", document["record"]?.names[words.language] ?? ""),
                    ("editor.purpose", document["about"]?.names[words.language] ?? ""),
                    ("editor.group", document["group"]?.text.map { words("register.group.\($0)") } ?? ""),
                    ("editor.key", edited.key.text),
                ]
                for (key, text) in facts {
                    html.element("dt", text: words(key))
                    html.element("dd", text: text)
                }
            }
            button("sua:chung", words("editor.change"), &html)
        }
    }

    // MARK: Fields

    private func fields(_ list: EditedList, _ title: String, _ html: inout MarkupWriter) {
        html.element("section", .class("panel"), .id(list.name)) { html in
            html.element("h2", text: title)
            items(list, columns: ["editor.column.field", "editor.column.kind", "editor.column.marks"], &html) {
                item, html in
                let kind = item["kind"]?.text ?? ""
                html.element(
                    "td", Attribute("data-label", words("editor.column.kind")), text: words("editor.kind.\(kind)"))
                html.element("td", Attribute("data-label", words("editor.column.marks"))) { html in
                    for mark in marks(item, list) { html.element("span", .class("badge"), text: mark) }
                }
            }
            html.element("div", .class("row")) { html in
                html.element("label", Attribute("for", "kind-\(list.name)"), text: words("editor.add-field"))
                html.element("select", .id("kind-\(list.name)"), Attribute("name", "kieu.\(list.name)")) { html in
                    for kind in Kind.allCases {
                        html.element(
                            "option", Attribute("value", kind.rawValue),
                            text:
                                "\(words("editor.kind.\(kind.rawValue)")) – \(words("editor.example.\(kind.rawValue)"))"
                        )
                    }
                }
                button("them:\(list.name)", words("editor.add"), &html)
            }
            hidden(list, &html)
        }
    }

    private func marks(_ item: DefinitionTree, _ list: EditedList) -> [String] {
        let key = item["key"]?.text ?? ""
        var marks = ["required", "unique", "private"].filter { item[$0]?.text == "true" }
        if list == .fields {
            marks += ["title", "day", "unit"].filter { document[$0]?.text == key }
            marks += ["columns", "facets", "calendar"].filter { document[$0]?.texts.contains(key) ?? false }
        }
        return marks.map { words("editor.mark.\($0)") }
    }

    private func lines(_ html: inout MarkupWriter) {
        for item in document[.lines] {
            guard let key = item["key"]?.text.flatMap({ Key($0) }) else { continue }
            fields(.lineFields(key), words("editor.fields-of", ["name": name(item)]), &html)
        }
        html.element("section", .class("panel"), .id("lines")) { html in
            html.element("h2", text: words("editor.lines"))
            html.element("p", .class("quiet"), text: words("editor.lines-about"))
            items(.lines, columns: ["editor.column.lines", "editor.column.fields"], &html) { item, html in
                html.element(
                    "td", Attribute("data-label", words("editor.column.fields")),
                    text: words.number(item["fields"]?.items.count ?? 0))
            }
            button("them:lines", words("editor.add-lines"), &html)
            hidden(.lines, &html)
        }
    }

    // MARK: States and steps

    private func states(_ html: inout MarkupWriter) {
        html.element("section", .class("panel"), .id("states")) { html in
            html.element("h2", text: words("editor.states"))
            html.element("p", .class("quiet"), text: words("editor.states-about"))
            items(.states, columns: ["editor.column.state", "editor.column.marks"], &html) { item, html in
                html.element("td", Attribute("data-label", words("editor.column.marks"))) { html in
                    if item["closed"]?.text == "true" {
                        html.element("span", .class("badge"), text: words("editor.closed"))
                    }
                }
            }
            button("them:states", words("editor.add-state"), &html)
            hidden(.states, &html)
            guard !document[.states].isEmpty else { return }
            html.element("h3", text: words("editor.moves"))
            items(.moves, columns: ["editor.column.move", "editor.column.ways"], &html) { item, html in
                let from = (item["from"]?.texts ?? []).map(state).joined(separator: ", ")
                html.element(
                    "td", Attribute("data-label", words("editor.column.ways")),
                    text: "\(from) → \(state(item["to"]?.text ?? ""))")
            }
            button("them:moves", words("editor.add-move"), &html)
        }
    }

    private func state(_ key: String) -> String {
        document[.states].first { $0["key"]?.text == key }.map { name($0) } ?? key
    }

    private func display(_ html: inout MarkupWriter) {
        func names(_ keys: [String]) -> String {
            keys.map { key in document[.fields].first { $0["key"]?.text == key }.map { name($0) } ?? key }
                .joined(separator: ", ")
        }
        html.element("section", .class("panel"), .id("hien-thi")) { html in
            html.element("h2", text: words("editor.display"))
            html.element("dl", .class("facts")) { html in
                for key in ["title", "day", "unit", "columns", "facets", "calendar"] {
                    html.element("dt", text: words("editor.display.\(key)"))
                    html.element("dd", text: names(document[key]?.texts ?? []))
                }
                html.element("dt", text: words("editor.display.chart"))
                html.element("dd", text: names(["by", "then"].compactMap { document["chart"]?[$0]?.text }))
            }
            button("sua:hien-thi", words("editor.change"), &html)
        }
    }

    // MARK: Lists

    private func items(
        _ list: EditedList, columns: [String], _ html: inout MarkupWriter,
        cells: (DefinitionTree, inout MarkupWriter) -> Void
    ) {
        let all = document[list]
        guard !all.isEmpty else { return }
        html.element("div", .class("cards")) { html in
            html.table(
                caption: words("editor.list.\(list.kind)"),
                head: (columns + ["editor.column.actions"]).map { Column(words($0)) }
            ) { html in
                for (index, item) in all.enumerated() {
                    html.element("tr") { html in
                        html.element("th", Attribute("scope", "row"), text: name(item))
                        cells(item, &html)
                        html.element("td", .class("steps")) { html in
                            step("len", "↑", "editor.up", list, index, name(item), isOff: index == 0, &html)
                            step(
                                "xuong", "↓", "editor.down", list, index, name(item), isOff: index == all.count - 1,
                                &html)
                            step("sua", words("editor.edit"), "editor.edit-this", list, index, name(item), &html)
                            step("an", words("editor.hide"), "editor.hide-this", list, index, name(item), &html)
                        }
                    }
                }
            }
        }
    }

    private func step(
        _ verb: String, _ text: String, _ label: String, _ list: EditedList, _ index: Int, _ name: String,
        isOff: Bool = false, _ html: inout MarkupWriter
    ) {
        let value = EditorCommand(verb, list, index).text
        html.element(
            "button", .class("small"), Attribute("name", "lam"), Attribute("value", value),
            Attribute("aria-label", words(label, ["name": name])), .flag("disabled", isOff),
            .flag("autofocus", focus == value), text: text)
    }

    private func button(_ value: String, _ text: String, _ html: inout MarkupWriter) {
        html.button(text, name: "lam", value: value)
    }

    /// What was hidden once, to be shown again.
    private func hidden(_ list: EditedList, _ html: inout MarkupWriter) {
        let hidden = edited.hidden(in: list)
        guard !hidden.isEmpty else { return }
        html.element("details") { html in
            html.element("summary", text: words("editor.hidden", ["count": "\(hidden.count)"]))
            html.element("ul", .class("plain-list")) { html in
                for (index, item) in hidden.enumerated() {
                    html.element("li") { html in
                        html.text("\(name(item)) ")
                        step("hien", words("editor.show"), "editor.show-this", list, index, name(item), &html)
                    }
                }
            }
        }
    }
}

extension EditedList {
    /// As in the keys of sentences.
    var kind: String { isOfFields ? "fields" : name }
}

extension MarkupWriter {
    /// The text that is edited and the version that it began from, in every form of the editor.
    mutating func draft(_ edited: EditedDefinition) {
        hidden(EditedDefinition.textField, edited.text)
        hidden(EditedDefinition.versionField, "\(edited.version)")
    }
}
