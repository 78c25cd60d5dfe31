import Office
import Paper
import Storage
import Web
import Wording
import WorkCalendar

/// The days of a register's records, of the fields that its definition names, as calendar programs have them (RFC 5545): what was asked, or
/// a year back and four hundred days ahead. Nothing that is private stands in it, and a confidential register has none.
struct RegisterCalendar {
    private let definition: Definition
    private let writing: ValueWriting
    private let entries: [Entry]

    private struct Entry {
        let record: Record
        let field: FieldDefinition
        let first: Day
        let last: Day
    }

    /// The most entries: more than anybody looks through.
    private static let most = 3_000

    /// - Throws: ``WebFailure/notFound`` where the register has no calendar.
    init(
        _ book: RecordBook, _ definitions: Definitions, _ writing: ValueWriting, address: PageAddress,
        within scope: Scope, on day: Day, _ db: Transaction
    ) throws {
        let definition = book.definition
        self.definition = definition
        guard definition.hasCalendar else { throw WebFailure.notFound }
        var list = RegisterQuestion(address, definition, on: day).list
        (list.offset, list.limit, list.isDescending) = (0, Self.most, false)
        list.query.isOfRemoved = false
        let window = list.query.window ?? Window(day.adding(days: -365), day.adding(days: 400))
        list.query.window = window
        list.fields = Set(definition.display.calendar + [definition.display.title])
        var entries: [Entry] = []
        for field in definition.display.calendar.compactMap({ definition[$0] }) where !field.isPrivate {
            list.query.timing = .dated(field.key)
            list.order = .field(field.key)
            for record in try book.list(list, within: scope, db).records {
                guard let (first, last) = record.content.values[field.key]?.days else { continue }
                entries.append(Entry(record: record, field: field, first: first, last: last))
            }
        }
        self.entries = Array(entries.sorted { ($0.first, $0.record.id) < ($1.first, $1.record.id) }.prefix(Self.most))
        var known = writing
        try known.learn(entries.map(\.record.content), definition.fields, definitions, db)
        self.writing = known
    }

    /// - Parameter address: Of the site: "https://nhipcau.haiphong.gov.vn".
    func bytes(address: String, at: Instant) -> [UInt8] {
        let words = writing.words, language = words.language
        var calendar = CalendarWriter(name: definition.names[language], at: at, language: language.rawValue)
        let host = address.split(separator: "/").dropFirst().first.map(String.init) ?? address
        for entry in entries {
            let title = definition.title(entry.record, writing)
            let state = definition.state(entry.record.state).map { $0.names[language] } ?? ""
            calendar.write(
                CalendarEntry(
                    uid: "record-\(entry.record.id.rawValue)-\(entry.field.key)@\(host)", day: entry.first,
                    lastDay: entry.last, summary: "\(entry.field.names[language]): \(title)",
                    details: [definition.names[language], state].filter { !$0.isEmpty }.joined(separator: "\n"),
                    address: address + RegisterPaths.record(definition.key, entry.record.id)))
        }
        return calendar.finish()
    }
}

extension Definition {
    /// Whether its days go to calendars.
    var hasCalendar: Bool { !display.calendar.isEmpty && !isConfidential }
}

extension FieldValue {
    /// The days that stand in a calendar: a day, or a period that has both ends. A month or a quarter is no day yet.
    fileprivate var days: (Day, Day)? {
        switch self {
        case .date(.day(let day)): (day, day)
        case .period(let period): (period.from, period.to ?? period.from)
        default: nil
        }
    }
}

extension RegisterPages {
    /// The calendar of a register: beside its list, and at the secret address of an account for programs that subscribe to it.
    func addCalendar(to routes: inout DeskRoutes) {
        routes.get(
            "\(RegisterPaths.index)/{register}.ics", .may(.readRecords),
            reading: { [self] call, db in
                let request = try request(call, db)
                return try RegisterCalendar(
                    request.book, request.definitions, request.writing, address: call.address,
                    within: request.readable, on: call.day, db)
            },
            page: { [self] calendar, call in
                .text(calendar.bytes(address: desk.site.address, at: call.visit.at), type: Self.calendarType)
            })
        routes.openGet(CalendarAddress.registerPattern) { [self] call in try await feed(call) }
    }

    private static let calendarType = "text/calendar; charset=utf-8"

    /// For all positions of the account whose secret it is.
    private func feed(_ call: OpenCall) async throws -> Answer {
        guard let secret = Secret(call.text("secret")) else { throw WebFailure.notFound }
        let at = call.visit.at
        guard let key = Key(call.text("register")) else { throw WebFailure.notFound }
        let found = try await desk.store.read { db -> (AccessToken, RegisterCalendar)? in
            guard let opened = try AccessTokens.open(secret, .calendar, at: at, db) else { return nil }
            let directory = try desk.units.directory(db)
            let scopes = opened.positions.map {
                AccessPolicy.scope(of: $0, for: .readRecords, in: directory, on: at.day)
            }
            let definitions = try definitions.definitions(db)
            guard let definition = definitions[key] else { return nil }
            let writing = ValueWriting(words: call.words, directory: directory, day: at.day, countries: countries)
            return (
                opened.token,
                try RegisterCalendar(
                    RecordBook(definition, keys: nil), definitions, writing, address: call.address,
                    within: Scope(joining: scopes), on: at.day, db)
            )
        }
        // Whether an address was ever one is nobody's business.
        guard let (token, calendar) = found else { throw WebFailure.notFound }
        if token.needsTouch(at: at) { try await desk.store.write { try AccessTokens.touch(token, at: at, $0) } }
        return .text(calendar.bytes(address: desk.site.address, at: at), type: Self.calendarType)
    }
}
