package import Markup
package import Web
import WorkCalendar

extension MarkupWriter {
    /// What happened to a thing, newest first: who did what when, and what it was before and after.
    /// - Parameter places: Where things of a kind have their page: "organisation": "/co-quan".
    package mutating func history(
        _ entries: [Journal.Entry], _ words: Words, places: [String: String] = [:]
    ) {
        guard !entries.isEmpty else { return element("p", .class("quiet"), text: words("journal.no-history")) }
        element("ol", .class("lines")) { html in
            for entry in entries { html.element("li") { EntryView(entry, words, places).write(&$0) } }
        }
    }
}

/// A line of the journal in words.
struct EntryView {
    private let entry: Journal.Entry
    private let words: Words
    private let places: [String: String]

    init(_ entry: Journal.Entry, _ words: Words, _ places: [String: String]) {
        self.entry = entry
        self.words = words
        self.places = places
    }

    func write(_ html: inout MarkupWriter) {
        html.element("div") { html in
            html.element("strong", text: words("act.\(entry.action)"))
            html.text(" · ")
            html.text(words.moment(entry.at))
            html.text(" · ")
            if let place = places[entry.subject.kind] {
                html.element("a", .href("\(place)/\(entry.subject.id)"), text: thing)
            } else {
                html.text(thing)
            }
        }
        html.element("div", .class("quiet small"), text: who)
        let changes = Change.all(before: entry.before, after: entry.after, words)
        guard !changes.isEmpty else { return }
        html.element("p", .class("change")) { html in
            for (index, change) in changes.enumerated() {
                if index > 0 { html.text("; ") }
                html.text("\(change.name): ")
                if let before = change.before { html.element("del", text: before) }
                if change.before != nil, change.after != nil { html.text(" → ") }
                if let after = change.after { html.element("ins", text: after) }
            }
        }
    }

    private var thing: String { "\(words("journal.thing.\(entry.subject.kind)")) \(entry.subject.id)" }

    private var who: String {
        switch entry.actor {
        case .holder(let account, let position, let unit): "\(account.name), \(position.name), \(unit.name)"
        case .system(let reason): words("journal.system", ["what": reason])
        }
    }

    /// One fact before and after.
    private struct Change {
        let name: String
        let before: String?
        let after: String?

        static func all(before: String?, after: String?, _ words: Words) -> [Change] {
            let (old, new) = (FactValue.facts(before), FactValue.facts(after))
            return Set(old.keys).union(new.keys).sorted().compactMap { key in
                let (was, now) = (
                    old[key].flatMap { said($0, of: key, words) }, new[key].flatMap { said($0, of: key, words) }
                )
                guard was != nil || now != nil else { return nil }
                let name = name(of: key, words)
                return was == now
                    ? Change(name: name, before: nil, after: now) : Change(name: name, before: was, after: now)
            }
        }

        private static func name(of key: String, _ words: Words) -> String {
            words.has("fact.\(key)") ? words("fact.\(key)") : key
        }

        /// What people read of a value; `nil` where there is nothing.
        private static func said(_ value: FactValue, of key: String, _ words: Words) -> String? {
            switch value {
            case .absent, .text(""): return nil
            case .text(let text):
                if words.has("fact.\(key).\(text)") { return words("fact.\(key).\(text)") }
                if let day = Day(iso: text) { return words.day(day) }
                return Instant(iso: text).map(words.moment) ?? text
            case .truth(let truth): return words(truth ? "journal.yes" : "journal.no")
            case .whole(let number): return String(number)
            case .decimal(let number): return String(number)
            case .list(let values):
                return values.compactMap { said($0, of: key, words) }.joined(separator: ", ").nonEmpty
            case .object(let members):
                let parts = members.sorted { $0.key < $1.key }.compactMap { inner, value in
                    said(value, of: inner, words).map { "\(name(of: inner, words)) \($0)" }
                }
                return parts.joined(separator: ", ").nonEmpty
            }
        }
    }
}

extension String {
    fileprivate var nonEmpty: String? { isEmpty ? nil : self }
}
