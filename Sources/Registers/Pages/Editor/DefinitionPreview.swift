import Markup
import Office
import Storage
import Web
import Wording

/// What a change would do, told before it is saved: change by change, with how many records are concerned, and what forbids it.
struct DefinitionPreview: Sendable {
    private let edited: EditedDefinition
    private let call: Call
    private let told: [(text: String, notes: [String], isLoss: Bool)]
    /// Why it cannot be saved; with what helps.
    let blocks: [String]

    init(_ edited: EditedDefinition, _ call: Call, _ db: Transaction) throws {
        self.edited = edited
        self.call = call
        let words = call.words
        let file = DefinitionFile(edited.path, edited.text)
        let definition: Definition?
        do {
            // All together: another register may ask for a figure of this one.
            let others = edited.files.filter { $0.path != edited.path }
            definition = try Definitions(others + [file])[edited.key]
        } catch let faulty as FaultyDefinitions {
            blocks = faulty.faults.map { fault in
                fault.file == edited.path
                    ? words("editor.at-line", ["line": "\(fault.line)", "text": words(fault.message)])
                    : words("editor.in-register", ["file": fault.file, "text": words(fault.message)])
            }
            told = []
            return
        }
        let difference = DefinitionDifference(from: edited.current, to: definition)
        let changes = try difference.told(words.language, db)
        told = changes.map { change in
            (words(change.text), change.notes.map { words($0) }, change.isLoss)
        }
        var blocks = try definition?.conflicts(with: edited.current, db).map { words($0.message) } ?? []
        blocks += changes.flatMap(\.notes).filter { $0.key == "editor.note.in-state" }.map { _ in
            words("editor.block.state")
        }
        self.blocks = blocks
    }

    var page: Page {
        let words = call.words
        return Page(
            words("editor.preview-of", ["name": edited.document["names"]?.names[words.language] ?? edited.key.text]),
            section: "definitions", trail: [Page.Link(words("editor.section"), EditorPaths.index)],
            assets: ["registers.css"]
        ) { html in
            if !blocks.isEmpty {
                html.element("div", .class("notice failed"), Attribute("role", "alert")) { html in
                    html.element("div") { html in
                        html.element("p", text: words("editor.blocked"))
                        html.element("ul") { html in for block in blocks { html.element("li", text: block) } }
                    }
                }
            }
            html.told(told, words)
            html.form(to: EditorPaths.register(edited.key), call.visit) { html in
                html.draft(edited)
                html.element("div", .class("row")) { html in
                    if blocks.isEmpty, !told.isEmpty {
                        html.button(words("editor.save"), .class("primary"), name: "lam", value: "luu")
                    }
                    html.button(words("editor.back"), name: "lam", value: "")
                }
            }
        }
    }
}

extension ToldChange {
    /// Whether something is shown, asked or counted no more.
    var isLoss: Bool {
        switch change {
        case .hidden, .withdrawal: true
        default: notes.contains { $0.key == "editor.note.choice-used" || $0.key == "editor.note.required-empty" }
        }
    }
}

extension MarkupWriter {
    /// Changes in words, one below the other.
    mutating func told(_ changes: [(text: String, notes: [String], isLoss: Bool)], _ words: Words) {
        guard !changes.isEmpty else {
            element("p", .class("empty"), text: words("editor.no-change"))
            return
        }
        element("ul", .class("lines told")) { html in
            for change in changes {
                html.element("li", change.isLoss ? .class("loss") : nil) { html in
                    html.element("strong", text: change.text)
                    for note in change.notes { html.element("div", .class("quiet"), text: note) }
                }
            }
        }
    }
}
