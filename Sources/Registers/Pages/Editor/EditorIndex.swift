import Markup
import Office
import Storage
import Web

/// All registers as administrators see them: which version each has, who changed it last, whether it is the program's or their own.
struct EditorIndex: Sendable {
    struct Row: Sendable {
        let key: Key
        let definition: Definition?
        let version: DefinitionVersion
        let entry: Journal.Entry?
        /// Whether the program has another text than the one that was changed.
        let isOutdated: Bool
    }

    let rows: [Row]
    let call: Call

    init(_ call: Call, _ definitions: Definitions, _ db: Transaction) throws {
        let versions = try DefinitionVersion.current(db).filter { !$0.path.contains("/") }
        let entries = Dictionary(
            try Journal.entries(numbered: versions.map(\.entry), db).map { ($0.id, $0) }, uniquingKeysWith: { $1 })
        rows = try versions.compactMap { version in
            guard let key = Key(version.path.dropLast(5)) else { return nil }
            return Row(
                key: key, definition: definitions[key], version: version, entry: entries[version.entry],
                isOutdated: try Definitions.newer(than: version, db) != nil)
        }
        self.call = call
    }

    var page: Page {
        let words = call.words
        return Page(
            words("editor.section"), section: "definitions", assets: ["registers.css"],
            actions: { html in
                html.element("a", .class("button primary"), .href(EditorPaths.new), text: words("editor.new"))
            }
        ) { html in
            html.element("p", .class("quiet"), text: words("editor.about"))
            for group in Definition.Group.allCases {
                let own = rows.filter { $0.definition?.group == group }
                if !own.isEmpty { table(words("register.group.\(group.rawValue)"), own, &html) }
            }
            let withdrawn = rows.filter { $0.definition == nil }
            if !withdrawn.isEmpty { table(words("editor.withdrawn"), withdrawn, &html) }
        }
    }

    private func table(_ title: String, _ rows: [Row], _ html: inout MarkupWriter) {
        let words = call.words
        html.element("h2", text: title)
        let head = ["register", "fields", "version", "changed", "origin"].map { Column(words("editor.column.\($0)")) }
        html.element("div", .class("cards")) { html in
            html.table(caption: title, head: head) { html in
                for row in rows { self.row(row, &html) }
            }
        }
    }

    private func row(_ row: Row, _ html: inout MarkupWriter) {
        let words = call.words
        html.element("tr") { html in
            html.element("th", Attribute("scope", "row")) { html in
                html.element(
                    "a", .href(row.definition == nil ? EditorPaths.versions(row.key) : EditorPaths.register(row.key)),
                    text: row.definition?.names[words.language] ?? row.key.text)
            }
            let count = row.definition.map { $0.fields.count + $0.lines.reduce(0) { $0 + $1.fields.count } } ?? 0
            html.element("td", Attribute("data-label", words("editor.column.fields")), text: words.number(count))
            html.element("td", Attribute("data-label", words("editor.column.version"))) { html in
                html.element(
                    "a", .href(EditorPaths.versions(row.key)),
                    text: words("editor.version", ["number": "\(row.version.number)"]))
            }
            html.element(
                "td", Attribute("data-label", words("editor.column.changed")),
                text: row.entry.map { "\(words.moment($0.at)), \(words.name(of: $0.actor))" } ?? "")
            html.element("td", Attribute("data-label", words("editor.column.origin"))) { html in
                html.element(
                    "span", .class(row.version.origin == .edited ? "badge accent" : "badge"),
                    text: words("editor.origin.\(row.version.origin.rawValue)"))
                if row.isOutdated {
                    html.text(" ")
                    html.element("span", .class("badge wait"), text: words("editor.newer"))
                }
            }
        }
    }
}

extension Words {
    /// Who did something, in short: the person, or the program.
    func name(of actor: Actor) -> String {
        switch actor {
        case .holder(let account, _, _): account.name
        case .system(let reason): self("journal.system", ["what": reason])
        }
    }
}
