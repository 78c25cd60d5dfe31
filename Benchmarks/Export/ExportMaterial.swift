import Foundation
import Office
import Registers
import Storage
import StorageSQLite
import Web
import WorkCalendar

/// A register of invented delegations in a database, the same on every run.
enum ExportMaterial {
    static let today = Day.last(ofMonth: 11, 2026)
    private static let act = Act(.system("benchmark"), at: .now, day: today)
    private static let migrations =
        Series.migrations + Search.migrations + Shape.migrations + Journal.migrations + OrganisationSchema.migrations
        + PeopleSchema.migrations + KeptFiles.migrations + RegisterSchema.migrations

    static func open(_ path: String, _ opening: SQLiteEngine.Opening = .existing) async throws -> Store {
        try await Store.migrating(SQLiteEngine(path: path, opening), migrations)
    }

    static func make(database: String, records: Int) async throws {
        let store = try await open(database, .creating)
        let (units, others) = try await store.write { db in
            try Definitions.install(
                [DefinitionFile("visits.yaml", visits), DefinitionFile("partners.yaml", partners)], by: act, db)
            let province = try Organisations.provinceCodes[0]
            _ = try Organisations.found(province: province, by: act, db)
            let units = try db.all("SELECT id FROM organisations ORDER BY id LIMIT 100") {
                try $0.next(OrganisationID.self)
            }
            let book = try book("partners", db)
            let others = try (1...200).map { number in
                try book.create(
                    RecordDraft([key("name"): .text("Tỉnh kết nghĩa số \(number)")]), unit: units[0],
                    within: .everything,
                    by: act, db)
            }
            return (units, others)
        }
        for first in stride(from: 0, to: records, by: 2_000) {
            try await store.write { db in
                let book = try book("visits", db)
                for number in first..<min(first + 2_000, records) {
                    try book.create(draft(number, units, others), within: .everything, by: act, db)
                }
            }
        }
        try await store.close()
    }

    /// A register of the database.
    static func book(_ register: String, _ db: Transaction) throws -> RecordBook {
        guard let definition = try Definitions.current(db)[key(register)] else { throw Refusal("record.not-there") }
        return RecordBook(definition, keys: nil)
    }

    struct NoKey: Error { let text: String }

    static func key(_ text: String) throws -> Key {
        guard let key = Key(text) else { throw NoKey(text: text) }
        return key
    }

    private static func draft(_ number: Int, _ units: [OrganisationID], _ others: [RecordID]) throws -> RecordDraft {
        let day = today.adding(days: -(number * 7 % 2_000))
        var values: [Key: FieldValue?] = try [
            key("name"): .text("Đoàn \(number + 1) thăm và làm việc về hợp tác \(topics[number % topics.count])"),
            key("level"): .key(["high", "local", "expert"][number % 3]),
            key("countries"): .keys(number % 4 == 0 ? ["LA", "KH"] : [["LA", "CN", "JP", "FR"][number % 4]]),
            key("arrival"): .date(.day(day)), key("planned"): .date(.month(day.month, year: day.year)),
            key("people"): .number(number % 40 + 1),
            key("cost"): .money(Money(hundredths: (number % 900 + 1) * 1_000_000_00, currency: "VND")),
            key("host"): .unit(units[number % units.count]), key("partner"): .record(others[number % others.count]),
        ]
        if number % 3 == 0 {
            try values[key("result")] = .text(
                "Hai bên thống nhất tiếp tục trao đổi về \(topics[number / 3 % topics.count]).")
        }
        return RecordDraft(values)
    }

    private static let topics = [
        "thương mại biên giới", "đào tạo nghề", "du lịch cộng đồng", "nông nghiệp công nghệ cao", "y tế cơ sở",
        "giáo dục và học bổng", "bảo tồn di sản",
    ]

    private static let partners = """
        register: partners
        names: {vi: Đối tác, en: Partners}
        record: {vi: đối tác, en: partner}
        about: {vi: Địa phương kết nghĩa., en: Twin localities.}
        group: agreements
        title: name
        columns: [name]
        fields:
          - {key: name, kind: text, names: {vi: Tên, en: Name}, required: true}
        """

    private static let visits = """
        register: visits
        names: {vi: Đoàn vào, en: Inbound delegations}
        record: {vi: đoàn, en: delegation}
        about: {vi: Các đoàn khách nước ngoài., en: Delegations from abroad.}
        group: visits
        title: name
        day: arrival
        unit: host
        columns: [name, level, countries, arrival, people, cost, host, partner, result]
        facets: [level, countries]
        fields:
          - {key: name, kind: text, names: {vi: Tên đoàn, en: Name}, required: true}
          - key: level
            kind: choice
            names: {vi: Cấp, en: Level}
            choices:
              - {key: high, names: {vi: Cấp cao, en: High}}
              - {key: local, names: {vi: Lãnh đạo địa phương, en: Local}}
              - {key: expert, names: {vi: Chuyên gia, en: Experts}}
          - {key: countries, kind: countries, names: {vi: Nước, en: Countries}}
          - {key: arrival, kind: day, names: {vi: Ngày đến, en: Arrival}, required: true}
          - {key: planned, kind: partial-date, names: {vi: Dự kiến, en: Planned}}
          - {key: people, kind: whole, names: {vi: Số người, en: People}}
          - {key: cost, kind: money, names: {vi: Kinh phí, en: Cost}}
          - {key: host, kind: unit, names: {vi: Cơ quan chủ trì, en: Host}}
          - {key: partner, kind: record, register: partners, names: {vi: Đối tác, en: Partner}}
          - {key: result, kind: long-text, names: {vi: Kết quả, en: Result}}
        states:
          - {key: expected, names: {vi: Dự kiến, en: Expected}}
          - {key: received, names: {vi: Đã đón, en: Received}, closed: true}
        moves:
          - {key: receive, names: {vi: Ghi nhận đã đón, en: Receive}, from: [expected], to: received}
        """
}
