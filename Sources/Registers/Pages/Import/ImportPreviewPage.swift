import Markup
import Office
import Paper
import Web
import Wording

/// What taking a file in would do, row by row, with what its columns were taken for.
struct ImportPreviewPage: Sendable {
    let request: RegisterRequest
    let file: RecordImport
    let question: ImportQuestion
    let grids: [Grid]
    /// `nil` where no table was found, or no unit is called as asked.
    let preview: ImportPreview?
    let unit: OrganisationID?
    var refusal: Message?

    /// How many rows of a kind are shown.
    private static let most = 200
    private static let mostColumns = 8

    private var words: Words { request.words }
    private var path: String { "\(RegisterPaths.imports(request.definition.key))/\(file.id)" }

    var page: Page {
        let trail =
            request.trail + [
                Page.Link(words("import.title"), RegisterPaths.imports(request.definition.key))
            ]
        return Page(file.name, section: "registers", trail: trail, assets: ["registers.css"], isWide: true) { html in
            told(&html)
            if let preview {
                counts(preview, &html)
                ImportColumnsView(page: self, preview: preview).write(to: &html)
                take(preview, &html)
                bad(preview, &html)
                changes(preview, &html)
                additions(preview, &html)
            } else {
                ImportColumnsView(page: self, preview: nil).write(to: &html)
            }
        }
    }

    private func told(_ html: inout MarkupWriter) {
        var message = refusal
        if preview == nil { message = Message(unit == nil ? "import.no-such-unit" : "import.no-table") }
        guard let message else { return }
        html.element("div", .class("notice failed"), Attribute("role", "alert")) { html in
            html.element("p", text: words(message))
        }
    }

    private func counts(_ preview: ImportPreview, _ html: inout MarkupWriter) {
        html.tally(
            [
                (preview.additions.count, words("import.count.add"), false),
                (preview.changes.count, words("import.count.change"), false),
                (preview.sameCount, words("import.count.same"), false),
                (preview.bad.count, words("import.count.bad"), !preview.bad.isEmpty),
            ], words)
    }

    // MARK: Taking it in

    private func take(_ preview: ImportPreview, _ html: inout MarkupWriter) {
        let count = preview.additions.count + preview.changes.count
        guard count > 0 else {
            let why = preview.rows.isEmpty ? "no-rows" : preview.bad.isEmpty ? "nothing-to-do" : "nothing-good"
            html.element("p", .class("notice"), text: words("import.\(why)"))
            return
        }
        html.form(to: path, request.call.visit, .class("panel")) { html in
            html.hidden("xem-truoc", preview.digest)
            html.hidden("cau-hoi", question.address.moved(to: "").description.drop { $0 == "?" }.description)
            if preview.bad.isEmpty {
                html.button(words("import.take", ["count": words.number(count)]), .class("primary"))
            } else {
                html.element(
                    "p",
                    text: words(
                        "import.bad-about",
                        ["bad": words.number(preview.bad.count), "count": words.number(count)]))
                html.element("div", .class("row")) { html in
                    html.element(
                        "a", .class("button primary"), .href(RegisterPaths.imports(request.definition.key)),
                        text: words("import.bring-corrected"))
                    html.button(
                        words("import.take-good", ["count": words.number(count)]), name: "chi-dong-dung", value: "1")
                }
            }
        }
    }

    // MARK: Row by row

    private func section(
        _ key: String, _ count: Int, _ head: [String], _ html: inout MarkupWriter,
        _ rows: (inout MarkupWriter) -> Void
    ) {
        guard count > 0 else { return }
        html.element("h2", text: words(key, ["count": words.number(count)]))
        html.element("div", .class("cards")) { html in
            html.table(caption: words(key, ["count": words.number(count)]), head: head.map { Column($0) }, rows: rows)
        }
        if count > Self.most {
            html.element("p", .class("quiet"), text: words("import.more", ["count": words.number(count - Self.most)]))
        }
    }

    private func number(_ number: Int, _ html: inout MarkupWriter, namesake: RecordID? = nil) {
        html.element("th", .class("row-number"), Attribute("scope", "row")) { html in
            html.text(words("import.row", ["number": words.number(number)]))
            guard let namesake else { return }
            html.element("br")
            html.element(
                "a", .class("badge wait"), .href(RegisterPaths.record(request.definition.key, namesake)),
                text: words("import.namesake", ["number": "\(namesake.rawValue)"]))
        }
    }

    private func bad(_ preview: ImportPreview, _ html: inout MarkupWriter) {
        let head = ["import.in-row", "import.column", "import.reason"].map { words($0) }
        section("import.bad", preview.bad.count, head, &html) { html in
            for (number, problems) in preview.bad.prefix(Self.most) {
                for problem in problems {
                    html.element("tr") { html in
                        self.number(number, &html)
                        html.element(
                            "td", Attribute("data-label", head[1]), text: problem.column ?? words("import.whole-row"))
                        html.element("td", Attribute("data-label", head[2]), text: words(problem.message))
                    }
                }
            }
        }
    }

    private func changes(_ preview: ImportPreview, _ html: inout MarkupWriter) {
        let head = [
            words("import.in-row"), request.name(request.definition.record).capitalisedFirst, words("import.changes"),
        ]
        section("import.changed", preview.changes.count, head, &html) { html in
            for (number, change) in preview.changes.prefix(Self.most) {
                html.element("tr") { html in
                    self.number(number, &html)
                    html.element("td", Attribute("data-label", head[1])) { html in
                        html.element(
                            "a", .href(RegisterPaths.record(request.definition.key, change.record.id)),
                            text: change.title)
                    }
                    html.element("td", Attribute("data-label", head[2])) { html in
                        for difference in change.differences { html.difference(difference) }
                    }
                }
            }
        }
    }

    private func additions(_ preview: ImportPreview, _ html: inout MarkupWriter) {
        let known = preview.table.fields
        let usual = request.definition.display.columns
        let fields = (usual.filter(known.contains) + known.subtracting(usual).sorted()).prefix(Self.mostColumns)
            .compactMap { request.definition[$0] }
        let head = [words("import.in-row")] + fields.map { request.name($0.names) }
        section("import.added", preview.additions.count, head, &html) { html in
            for (number, addition) in preview.additions.prefix(Self.most) {
                html.element("tr") { html in
                    self.number(number, &html, namesake: addition.namesake)
                    for field in fields {
                        html.element(
                            "td", Kind.numbers.contains(field.kind) ? .class("number") : nil,
                            Attribute("data-label", request.name(field.names))
                        ) { html in
                            html.element("span", .class("clamp"), text: addition.shown[field.key] ?? "")
                        }
                    }
                }
            }
        }
    }
}

extension MarkupWriter {
    /// How many of each, side by side.
    mutating func tally(_ counts: [(count: Int, text: String, isLate: Bool)], _ words: Words) {
        element("ul", .class("tally")) { html in
            for (count, text, isLate) in counts {
                html.element("li", isLate ? .class("late") : nil) { html in
                    html.element("strong", text: words.number(count))
                    html.text(" \(text)")
                }
            }
        }
    }

    /// What a field says before and after.
    mutating func difference(_ difference: ImportPreview.Difference) {
        element("p", .class("change")) { html in
            html.text("\(difference.name): ")
            if !difference.before.isEmpty { html.element("del", text: difference.before) }
            if !difference.before.isEmpty { html.text(" → ") }
            html.element("ins", text: difference.after.isEmpty ? "–" : difference.after)
        }
    }
}

extension String {
    /// With a capital at the beginning.
    var capitalisedFirst: String { "\(prefix(1).uppercased())\(dropFirst())" }
}
