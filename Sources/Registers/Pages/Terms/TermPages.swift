import Markup
import Office
import Storage
import Web
import WorkCalendar

/// What is due in all registers that one may read: overdue first, then what is near.
struct TermPage {
    /// Names of what is asked in the address.
    enum Item {
        static let standing = "loai"
        static let register = "so"
        static let page = "trang"
    }

    static let pageLength = 50

    let definitions: Definitions
    let counts: [Key: [Term.Standing: Int]]
    let waiting: [Terms.Waiting]
    let titles: [RecordID: String]
    let writing: ValueWriting
    let call: Call

    private var words: Words { call.words }
    private var standing: Term.Standing { Self.standing(call) }
    private var address: PageAddress { call.address.with(Item.page, nil) }

    static func standing(_ call: Call) -> Term.Standing {
        call.address[Item.standing].flatMap { Term.Standing(rawValue: $0) } == .soon ? .soon : .overdue
    }

    static func page(_ call: Call) -> Int { min(max(call.address[Item.page].flatMap { Int($0) } ?? 1, 1), 1_000) }

    var view: Page {
        Page(
            words("term.title"), section: "registers",
            trail: [Page.Link(words("register.section"), RegisterPaths.index)],
            assets: ["registers.css"]
        ) { html in
            html.element("p", .class("quiet"), text: words("term.about", ["day": words.day(call.day)]))
            numbers(&html)
            registers(&html)
            if waiting.isEmpty {
                html.element("div", .class("empty")) { html in
                    html.element("p", .class("lead"), text: words("term.none-\(standing.rawValue)"))
                }
            } else {
                table(&html)
            }
            pages(&html)
        }
    }

    private func count(_ standing: Term.Standing) -> Int { counts.values.reduce(0) { $0 + ($1[standing] ?? 0) } }

    private func numbers(_ html: inout MarkupWriter) {
        html.element("p", .class("row chips")) { html in
            for each in [Term.Standing.overdue, .soon] {
                html.element(
                    "a", .class(each == standing ? "button primary" : "button"),
                    .href(PageAddress(RegisterPaths.terms, [(Item.standing, each.rawValue)]).description),
                    each == standing ? Attribute("aria-current", "true") : nil,
                    text: "\(words.number(count(each))) \(words("term.\(each.rawValue)"))")
            }
        }
    }

    /// To look at one register alone.
    private func registers(_ html: inout MarkupWriter) {
        let own = definitions.all.filter { counts[$0.key]?[standing] ?? 0 > 0 }
        guard own.count > 1 || call.address[Item.register] != nil else { return }
        html.element("p", .class("row chips")) { html in
            for definition in own {
                let isChosen = call.address[Item.register] == definition.key.text
                html.element(
                    "a", .class("chip"), isChosen ? Attribute("aria-current", "true") : nil,
                    .href(address.with(Item.register, isChosen ? nil : definition.key.text).description),
                    text:
                        "\(definition.names[words.language]) (\(words.number(counts[definition.key]?[standing] ?? 0)))")
            }
        }
    }

    private func table(_ html: inout MarkupWriter) {
        let head = ["term.due", "term.what", "term.record", "register.unit"].map { words($0) }
        html.element("div", .class("cards")) { html in
            html.table(caption: words("term.title"), head: head.map { Column($0) }) { html in
                for one in waiting {
                    guard let definition = definitions[one.register] else { continue }
                    html.element("tr") { html in
                        html.element("th", Attribute("scope", "row")) { html in
                            html.element(
                                "a", .href(RegisterPaths.record(one.register, one.record)),
                                text: titles[one.record]
                                    ?? "\(definition.record[words.language].capitalizedFirst) #\(one.record.rawValue)")
                            html.element("div", .class("small quiet"), text: definition.names[words.language])
                        }
                        html.element(
                            "td", Attribute("data-label", head[1]),
                            text: definition.name(of: one.term).map { $0[words.language] } ?? words("behaviour.expiry"))
                        html.element("td", Attribute("data-label", head[0])) { html in
                            html.text(words.day(one.term.due) + " ")
                            let days = one.term.due.number - call.day.number
                            html.element(
                                "span", .class("badge \(one.term.standing(on: call.day).look)"),
                                text: words(
                                    days < 0 ? "term.days-over" : "term.days-left",
                                    ["count": words.number(abs(days))]))
                        }
                        html.element("td", Attribute("data-label", head[3]), text: writing.unit(one.unit))
                    }
                }
            }
        }
    }

    private func pages(_ html: inout MarkupWriter) {
        let page = Self.page(call)
        html.element("p", .class("row")) { html in
            if page > 1 {
                html.element(
                    "a", .href(address.with(Item.page, "\(page - 1)").description), text: words("register.previous"))
            }
            if waiting.count == Self.pageLength {
                html.element(
                    "a", .href(address.with(Item.page, "\(page + 1)").description), text: words("register.next"))
            }
        }
    }
}

extension Definition {
    /// What a term of its records is called; `nil` for that of their validity.
    func name(of term: Term) -> Names? {
        guard term.sort == .clock else { return nil }
        return behaviour(Clocks.self)?.clocks.first { $0.key == term.key }?.names
    }
}

extension Definitions {
    /// The registers with terms that somebody may read, each with the units whose records.
    func termScopes(_ call: Call) -> [Key: Scope] {
        all.filter { $0.setsTerms && call.may($0.reading) }.reduce(into: [:]) { $0[$1.key] = call.scope($1.reading) }
    }
}

extension String {
    var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}

extension RegisterPages {
    func addTerms(to routes: inout DeskRoutes) {
        routes.get(
            RegisterPaths.terms, .may(.readRecords),
            reading: { [self] call, db in desk.page(try terms(call, db).view, call) },
            page: { answer, _ in answer })
    }

    private func terms(_ call: Call, _ db: Transaction) throws -> TermPage {
        let definitions = try definitions.definitions(db)
        let scopes = definitions.termScopes(call)
        let waiting = try Terms.waiting(
            [TermPage.standing(call)], register: call.address[TermPage.Item.register].flatMap { Key($0) }, on: call.day,
            within: scopes, limit: TermPage.pageLength, offset: (TermPage.page(call) - 1) * TermPage.pageLength, db)
        let writing = writing(call)
        let titles = try Dictionary(grouping: waiting, by: \.register).reduce(into: [RecordID: String]()) {
            titles, own in
            // What is opened for a purpose only is a number here.
            guard let definition = definitions[own.key], !definition.isConfidential else { return }
            titles.merge(try definition.titles(of: Set(own.value.map(\.record)), writing, db)) { $1 }
        }
        return TermPage(
            definitions: definitions, counts: try memory.terms(on: call.day, within: scopes, db), waiting: waiting,
            titles: titles, writing: writing, call: call)
    }
}
