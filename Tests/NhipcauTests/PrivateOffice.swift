import Foundation
import Logging
import Office
import Registers
import Storage
import Synchronization
import TestSupport
import Testing
import Web
import WebTestSupport
import WorkCalendar

@testable import Nhipcau

/// An office of two departments with all registers of the product, somebody of each role in the first, and records that say
/// unmistakable things.
struct PrivateOffice {
    /// A word that no text of the product has, in the ways in which it could leak; and a number that stands in every planted value.
    static let secrets = ["Khuẩng", "KHUẨNG", "khuẩng", "khuang", "KHUANG", "Khuang", "70420017"]
    /// The same for what everybody may see who sees the record.
    static let open = "Quềnh"

    static let keys = "1 AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE=\n"

    let store: Store
    let serving: Serving
    let definitions: Definitions
    let own: OrganisationID
    let other: OrganisationID
    private let seats: [Role: (account: Account, position: Position)]
    /// What the server wrote into its log.
    let log = Log()

    init() async throws {
        let store = try TestStore.current
        self.store = store
        let keys = try KeyRing(Self.keys)
        serving = try await Serving(store, host: "127.0.0.1", port: 0, keys: keys)
        let act = Act(.system("test"), at: serving.site.now())
        (own, other, seats, definitions) = try await store.write { db in
            try Definitions.install(Definitions.shippedFiles, by: act, db)
            let founding = act.day.adding(days: -1_000)
            let province = try Organisations.add(
                NewUnit("Thành phố Thử", below: nil, level: .province, kind: .province), from: founding, by: act, db)
            let units = try ["Sở Một", "Sở Hai"].map { name in
                try Organisations.add(
                    NewUnit(name, below: province, level: .department, kind: .department), from: founding, by: act, db)
            }
            var seats: [Role: (account: Account, position: Position)] = [:]
            for role in Role.allCases {
                let account = try Accounts.add(login: role.rawValue, name: "Lê An \(role)", by: act, db)
                let position = try Positions.add(in: units[0], title: "Chuyên viên", role: role, by: act, db)
                try Positions.appoint(account, to: position, from: act.day, by: act, db)
                seats[role] = (account, position)
            }
            return (units[0], units[1], seats, try Definitions.current(db))
        }
    }

    func browser(_ role: Role) async throws -> TestBrowser {
        let browser = TestBrowser(serving.router)
        let seat = try #require(seats[role])
        try await browser.signIn(as: seat.account, for: seat.position, at: serving.site.now(), store)
        browser.log = Logger(label: "test") { [log] _ in log }
        return browser
    }

    /// Records something in a register: every field that holds words has planted ones.
    func record(in definition: Definition, of unit: OrganisationID, showing: String = "Bình thường") async throws
        -> RecordID
    {
        let act = Act(.system("test"), at: serving.site.now())
        let book = RecordBook(definition, keys: try KeyRing(Self.keys))
        return try await store.write { [day = act.day] db in
            var draft = RecordDraft()
            func values(_ fields: [FieldDefinition]) -> [Key: FieldValue] {
                fields.reduce(into: [:]) { $0[$1.key] = Self.value($1, unit, day, showing) }
            }
            draft.values = values(definition.fields).mapValues { $0 }
            for lines in definition.lines { draft.lines[lines.key] = [RecordDraft.Line(values(lines.fields))] }
            let id = try book.create(draft, unit: unit, within: .everything, by: act, db)
            if book.asksConsent, let purpose = definition.purposes.first {
                try book.consent(
                    id, to: purpose.key.text, .paper, source: nil, from: day, within: .everything, by: act, db)
            }
            return id
        }
    }

    /// Records a person abroad who lives in Japan.
    /// - Parameter contact: The day of the last contact, as ISO text.
    func person(
        _ name: String, _ born: Int, _ email: String, of unit: OrganisationID, contact: String = "2026-02-01"
    ) async throws -> RecordID {
        let act = Act(.system("test"), at: serving.site.now())
        let definition = try #require(definitions.all.first { $0.key.text == "people-abroad" })
        let book = RecordBook(definition, keys: try KeyRing(Self.keys))
        let texts = [
            "name": name, "birth-year": "\(born)", "email": email, "country": "JP", "city": Self.open,
            "recorded": "2026-02-01", "last-contact": contact,
        ]
        var draft = RecordDraft()
        for field in definition.fields {
            if let text = texts[field.key.text] { draft.values[field.key] = FieldValue(plain: text, of: field) }
        }
        return try await store.write { [draft] in
            try book.create(draft, unit: unit, within: .everything, by: act, $0)
        }
    }

    /// Does what waits in the background.
    func work() async throws {
        let worker = serving.background.worker
        let working = Task { await worker.run() }
        for _ in 0..<1_000 {
            let open = try await store.read {
                try $0.value("SELECT COUNT(*) FROM jobs WHERE outcome IS NULL", Int.self)
            }
            if open == 0 { break }
            try await Task.sleep(for: .milliseconds(20))
        }
        working.cancel()
        await working.value
    }

    private static func value(
        _ field: FieldDefinition, _ unit: OrganisationID, _ day: Day, _ showing: String
    ) -> FieldValue? {
        if field.pattern != nil { return nil }
        // A number under which a case is filed tells nobody, and stands in the journal.
        if field.isUnique, !field.isPrivate { return .text("BH-\(Int.random(in: 100_000...999_999))") }
        let words = field.isPrivate ? "Khuẩng 70420017" : "\(showing) \(Int.random(in: 100_000...999_999))"
        return switch field.kind {
        case .text, .longText, .person: .text(String(words.prefix(field.longest)))
        case .email: .text(field.isPrivate ? "khuang@70420017.vn" : "a@b.vn")
        case .telephone: .text(field.isPrivate ? "0170420017" : "0900000000")
        case .link: .text(field.isPrivate ? "https://khuang.vn/70420017" : "https://b.vn/")
        case .place: .place(NamedPlace(words, unit: nil))
        case .whole, .decimal: .number(max(field.bounds.least ?? 1, 1))
        case .money: .money(Money(hundredths: 100, currency: "VND"))
        case .day, .partialDate: .date(.day(day))
        case .country: .key("LA")
        case .countries: .keys(["LA"])
        case .choice: field.choices.first.map { .key($0.key.text) }
        case .choices: field.choices.first.map { .keys([$0.key.text]) }
        case .unit: .unit(unit)
        case .period, .record, .file, .answer: nil
        }
    }

    /// Keeps what is logged.
    final class Log: LogHandler {
        private let lines = Mutex("")
        var text: String { lines.withLock { $0 } }
        var metadata: Logger.Metadata {
            get { [:] }
            set {}
        }
        var logLevel: Logger.Level {
            get { .trace }
            set {}
        }
        subscript(metadataKey _: String) -> Logger.Metadata.Value? {
            get { nil }
            set {}
        }

        func log(event: LogEvent) {
            lines.withLock { $0 += "\(event.level) \(event.message) \(event.metadata ?? [:])\n" }
        }
    }
}
