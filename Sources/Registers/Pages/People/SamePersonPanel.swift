import Linkage
import Markup
import Office
import Storage
import Web

/// Beside a record: the others of the same person, and those that may be.
struct SamePersonPanel: Sendable {
    /// Records that somebody said are of the same person, with whether they may be seen.
    let linked: [(record: RecordID, isVisible: Bool)]
    /// Those of which nobody has said anything yet.
    let likely: [LikelyRecord]

    /// - Returns: `nil` where the register does not look for duplicates.
    init?(_ record: Record, _ request: RegisterRequest, _ people: PeopleMemory, _ db: Transaction) throws {
        guard let register = RecordTraits(request.book, request.call.directory, on: request.call.day) else {
            return nil
        }
        let definition = request.definition
        linked = try RecordLinks.others(of: record.id, definition.key, db).compactMap { other in
            let unit = try db.value(
                "SELECT unit FROM \(name: definition.table) WHERE id = \(other) AND removed IS NULL",
                OrganisationID.self)
            return unit.map { (record: other, isVisible: request.readable.contains($0)) }
        }
        let links = try RecordLinks.all(of: definition.key, db)
        likely =
            try register.traits(of: record.id, db).map { traits in
                try people.likely(traits, besides: record.id, in: register, db).filter {
                    !links.areSettled(Int64(record.id.rawValue), Int64($0.record.rawValue))
                }
            } ?? []
    }

    func write(_ page: RecordPage, _ html: inout MarkupWriter) {
        guard !linked.isEmpty || !likely.isEmpty else { return }
        let (words, request) = (page.words, page.request)
        let mayLink = page.call.scope(.record).contains(page.record.unit)
        html.element("section", .class("panel same-person")) { html in
            html.element("h2", text: words("duplicates.one"))
            for (record, isVisible) in linked {
                html.element("div", .class("row")) { html in
                    html.element("span") { name(record, isVisible, page, &$0) }
                    if isVisible, mayLink { say(record, "hai", "duplicates.take-apart", page, &html) }
                }
            }
            for other in likely where request.readable.contains(other.unit) {
                html.element("p", .class("small")) { html in
                    html.text("\(words("duplicates.maybe-this")) ")
                    name(other.record, true, page, &html)
                }
                html.element("p", .class("quiet small"), text: DuplicateWarning.reasons(other.evidence, words))
                guard mayLink else { continue }
                html.element("div", .class("row")) { html in
                    say(other.record, "mot", "duplicates.same", page, &html)
                    say(other.record, "hai", "duplicates.different", page, &html)
                }
            }
            if likely.contains(where: { !request.readable.contains($0.unit) }) {
                html.element("p", text: words("duplicates.elsewhere-more"))
                if mayLink {
                    html.form(to: "\(page.path)/phoi-hop", page.call.visit) {
                        $0.button(words("duplicates.coordinate"))
                    }
                }
            }
        }
    }

    private func name(_ record: RecordID, _ isVisible: Bool, _ page: RecordPage, _ html: inout MarkupWriter) {
        guard isVisible else { return html.text(page.words("duplicates.elsewhere")) }
        html.element(
            "a", .href(RegisterPaths.record(page.definition.key, record)),
            text: "\(page.request.name(page.definition.record)) #\(record.rawValue)")
    }

    private func say(
        _ other: RecordID, _ what: String, _ text: String, _ page: RecordPage, _ html: inout MarkupWriter
    ) {
        html.form(to: "\(page.path)/lien-ket", page.call.visit) { html in
            html.hidden("khac", "\(other.rawValue)")
            html.hidden("la", what)
            html.hidden("tu-ban-ghi", "1")
            html.button(page.words(text), .class("small"))
        }
    }
}
