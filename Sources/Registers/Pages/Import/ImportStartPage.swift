import Markup
import Office
import Web
import Wording

/// Where a file with records is brought, and what was taken in before.
struct ImportStartPage {
    let request: RegisterRequest
    let latest: [(file: RecordImport, batch: RecordBatch?)]
    let refusal: Message?

    /// Endings of names that can be read; what counts is what the file is.
    private static let accepted = ".xlsx,.xlsm,.xls,.ods,.csv,.docx,.doc,.odt,.rtf"

    private var words: Words { request.words }

    var page: Page {
        let path = RegisterPaths.imports(request.definition.key)
        return Page(words("import.title"), section: "registers", trail: request.trail, assets: ["registers.css"]) {
            html in
            if let refusal {
                html.element("div", .class("notice failed"), Attribute("role", "alert")) {
                    $0.element("p", text: words(refusal))
                }
            }
            html.element("p", .class("quiet"), text: words("import.about"))
            html.form(to: path, request.call.visit, .class("panel"), takesFiles: true) { html in
                html.field(
                    Field(
                        "tep", words("import.file"), .files(Self.accepted, several: false),
                        hint: words(
                            "import.limits",
                            ["rows": words.number(Imports.mostRows), "megabytes": "\(Imports.megabytes)"]),
                        isRequired: true))
                html.element("div", .class("row")) { html in
                    html.button(words("import.look"), .class("primary"))
                    html.element(
                        "a", .class("button"), .href(RegisterPaths.template(request.definition.key)),
                        text: words("import.template"))
                }
            }
            help(&html)
            if !latest.isEmpty { table(path, &html) }
        }
    }

    private func help(_ html: inout MarkupWriter) {
        let layouts = request.definitions.layouts(of: request.definition.key)
        html.element("div", .class("panel")) { html in
            html.element("h2", text: words("import.how"))
            html.element("ul") { html in
                for key in ["import.how.headings", "import.how.code", "import.how.unique", "import.how.nothing"] {
                    html.element("li", text: words(key))
                }
                if !layouts.isEmpty {
                    let names = layouts.map { request.name($0.names) }.joined(separator: "; ")
                    html.element("li", text: words("import.how.forms", ["names": names]))
                }
            }
        }
    }

    private func table(_ path: String, _ html: inout MarkupWriter) {
        let head = ["import.file", "import.when", "import.result"].map { Column(words($0)) }
        html.element("h2", text: words("import.latest"))
        html.element("div", .class("cards")) { html in
            html.table(caption: words("import.latest"), head: head) { html in
                for (file, batch) in latest {
                    html.element("tr") { html in
                        html.element("th", Attribute("scope", "row")) { html in
                            html.element("a", .href("\(path)/\(file.id)"), text: file.name)
                        }
                        html.element(
                            "td", Attribute("data-label", words("import.when")),
                            text: "\(words.moment(file.came)) · \(file.accountName), \(file.unitName)")
                        html.element("td", Attribute("data-label", words("import.result"))) { html in
                            if let batch { html.result(batch, words) }
                        }
                    }
                }
            }
        }
    }
}

/// What was done with a file, and how to take it back.
struct ImportDonePage {
    let request: RegisterRequest
    let file: RecordImport
    let batch: RecordBatch

    var page: Page {
        let words = request.words
        let path = RegisterPaths.imports(request.definition.key)
        return Page(
            file.name, section: "registers", trail: request.trail + [Page.Link(words("import.title"), path)],
            assets: ["registers.css"]
        ) { html in
            html.element("div", .class("panel")) { html in
                html.element("p") { $0.result(batch, words) }
                html.element(
                    "p", .class("quiet"),
                    text: "\(words.moment(file.came)) · \(file.accountName), \(file.unitName)")
                html.element("div", .class("row")) { html in
                    html.element(
                        "a", .class("button primary"), .href(request.path), text: words("import.to-list"))
                    if request.call.scope(.readPrivate).contains(file.unit) {
                        html.element(
                            "a", .class("button"), .href("\(path)/\(file.id)/tep"), text: words("import.original"))
                    }
                    if !batch.isUndone {
                        html.form(to: "\(path)/\(file.id)/hoan-tac", request.call.visit) { html in
                            html.button(words("batch.undo"))
                        }
                    }
                }
            }
        }
    }
}

extension MarkupWriter {
    /// What was done in one go.
    mutating func result(_ batch: RecordBatch, _ words: Words) {
        text(
            words(
                "batch.result",
                ["created": words.number(batch.created), "changed": words.number(batch.changed)]))
        if batch.isUndone {
            text(" ")
            element("span", .class("badge wait"), text: words("batch.is-undone"))
        }
    }
}
