import Markup
import Office
import Web
import WorkCalendar

/// What happened to a record, newest first: who did what when, and what each field said before and after.
struct RecordHistory {
    let page: RecordPage

    private var words: Words { page.words }

    func write(to html: inout MarkupWriter) {
        html.element("ol", .class("lines history")) { html in
            for entry in page.entries {
                html.element("li") { html in
                    html.element("div") { html in
                        html.element("strong", text: words("act.\(entry.action)"))
                        html.text(" · \(words.moment(entry.at))")
                    }
                    html.element("div", .class("quiet small"), text: page.name(of: entry.actor))
                    if entry.action != "record.create" { changes(entry, &html) }
                }
            }
        }
    }

    private func changes(_ entry: Journal.Entry, _ html: inout MarkupWriter) {
        let (before, after) = (FactValue.facts(entry.before), FactValue.facts(entry.after))
        let definition = page.definition
        var changes: [(name: String, before: String?, after: String?)] = []
        func add(_ name: String, _ key: String, _ text: (FactValue) -> String?) {
            let (was, now) = (before[key].flatMap(text), after[key].flatMap(text))
            if was != nil || now != nil { changes.append((name, was, now)) }
        }
        if entry.action.hasPrefix("record.move") {
            add(words("register.state"), "state") { value in
                let key = value.written
                return definition.states.first { $0.key.text == key }.map { page.request.name($0.names) } ?? key
            }
            add(words("register.note-of-move"), "note") { $0.written }
        } else if entry.action.hasPrefix("record.re") {
            add(words("register.reason"), "reason") { $0.written }
        } else {
            for field in definition.fields {
                add(page.request.name(field.names), field.key.text) { self.text($0, field) }
            }
            for lines in definition.lines {
                add(page.request.name(lines.names), lines.key.text) { self.text($0, lines) }
            }
        }
        for change in changes where change.before != change.after {
            html.element("p", .class("change")) { html in
                html.text("\(change.name): ")
                if let before = change.before { html.element("del", text: before) }
                if change.before != nil, change.after != nil { html.text(" → ") }
                if let after = change.after { html.element("ins", text: after) }
            }
        }
    }

    private func text(_ value: FactValue, _ field: FieldDefinition) -> String? {
        guard let plain = value.written else { return nil }
        guard plain != RecordBook.hidden, let value = FieldValue(plain: plain, of: field) else { return plain }
        return page.request.writing.text(value, field)
    }

    /// Lines in a few words: what names each, or all of it.
    private func text(_ value: FactValue, _ lines: Lines) -> String? {
        guard case .list(let rows) = value, !rows.isEmpty else { return nil }
        return rows.map { row in
            guard case .object(let row) = row else { return "" }
            return lines.fields.compactMap { field in row[field.key.text].flatMap { text($0, field) } }.joined(
                separator: " · ")
        }.joined(separator: "; ")
    }
}
