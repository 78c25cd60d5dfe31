import Foundation
import InventedPeople
import Linkage
import Office
import RegisterData
import Registers
import Storage
import WorkCalendar

/// A register of a country's size: 1,000,000 inbound delegations of ten years in all provinces, and 200,000 people abroad with their
/// names sealed; the same on every run.
enum RegisterMaterial {
    /// How much there is of each.
    struct Counts {
        var delegations = 1_000_000
        var people = 200_000
    }

    struct NoRegister: Error { let key: String }

    static let migrations = SizeMaterial.migrations + Shape.migrations + RegisterSchema.migrations
    static let act = Act(.system("benchmark"), at: .now, day: SizeMaterial.today)

    /// Fills an empty store with all provinces, all registers, and the records of two of them.
    static func fill(_ store: Store, keys: KeyRing, _ counts: Counts = Counts()) async throws {
        try await store.write { db in
            _ = try Organisations.found(provinces: try Organisations.provinceCodes, by: act, db)
            let files = RegisterFiles.definitions.map {
                DefinitionFile($0.path, String(decoding: $0.bytes, as: UTF8.self))
            }
            try Definitions.install(files, by: act, db)
        }
        let provinces = try await store.read { try SizeMaterial.Province.all(on: SizeMaterial.today, $0) }
            .filter { !$0.departments.isEmpty }
        let step = 20_000
        for first in stride(from: 0, to: counts.delegations, by: step) {
            try await store.write { db in
                try Delegations(try book("delegations-in", keys, db).definition, provinces)
                    .insert(first..<min(first + step, counts.delegations), db)
            }
        }
        let people = InventedRegister(counts.people, .ordinary, seed: 20_261_121)
        for first in stride(from: 0, to: counts.people, by: 5_000) {
            try await store.write { db in
                let book = try book("people-abroad", keys, db)
                for (number, entry) in people.entries[first..<min(first + 5_000, counts.people)].enumerated() {
                    let province = provinces[(first + number) % provinces.count]
                    try book.create(
                        draft(entry.traits), unit: OrganisationID(rawValue: province.departments[0].id),
                        within: .everything, by: act, db)
                }
            }
        }
        try await store.write { try $0.run("ANALYZE") }
    }

    static func book(_ key: String, _ keys: KeyRing, _ db: Transaction) throws -> RecordBook {
        guard let key = Key(key), let definition = try Definitions.current(db)[key] else { throw NoRegister(key: key) }
        return RecordBook(definition, keys: keys)
    }

    private static func draft(_ person: PersonTraits) -> RecordDraft {
        let values: [String: FieldValue?] = [
            "name": .text(person.name), "country": .key(person.country ?? "US"),
            "birth-year": person.born.map { .number($0.year) }, "email": person.emails.first.map { .text($0) },
            "telephone": person.telephones.first.map { .text($0) },
        ]
        var draft = RecordDraft()
        for case (let name, let value?) in values { if let key = Key(name) { draft.values[key] = value } }
        return draft
    }
}

/// Rows of delegations, put in as they come to stand: recording a million one by one is not what is measured.
private struct Delegations {
    let definition: Definition
    let provinces: [SizeMaterial.Province]
    private let levels: [String]

    init(_ definition: Definition, _ provinces: [SizeMaterial.Province]) {
        self.definition = definition
        self.provinces = provinces
        levels = Key("level").flatMap { definition[$0] }?.choices.map(\.key.text) ?? []
    }

    private static let countries = ["JP", "KR", "US", "CN", "LA", "DE", "FR", "TW", "SG", "AU", "CZ", "PL", "CU", "FI"]
    private static let start = Day.last(ofMonth: 12, 2016)

    func insert(_ numbers: Range<Int>, _ db: Transaction) throws {
        var rows: [[Value]] = []
        var countries: [[Value]] = []
        var sentences = Sentences(seed: UInt64(numbers.lowerBound + 1))
        let first = 1 + (try db.value("SELECT COALESCE(MAX(id), 0) FROM records", Int.self) ?? 0)
        try db.insert(
            "INSERT INTO records (id, register)",
            rows: numbers.indices.map { [.integer(first + $0 - numbers.lowerBound), .text("delegations-in")] })
        for number in numbers {
            let id = first + number - numbers.lowerBound
            let province = provinces[sentences.number(below: provinces.count)]
            let host = province.departments[sentences.number(below: province.departments.count)].id
            // The first ones far more often, as in life.
            let country = sentences.number(below: 1 + sentences.number(below: Self.countries.count))
            let level = levels[sentences.number(below: 1 + sentences.number(below: levels.count))]
            let arrival = Self.start.adding(days: sentences.number(below: 3_652))
            let name = "Đoàn \(sentences.duty())"
            rows.append([
                id.stored, host.stored, "done".stored, 1.stored, "typed".stored, RegisterMaterial.act.at.stored,
                name.stored, name.lowercased().stored, level.stored, "state".stored,
                (1 + sentences.number(below: 30)).stored,
                arrival.stored, host.stored,
            ])
            countries.append([id.stored, Self.countries[country].stored, 0.stored])
        }
        let table = definition.table
        try db.insert(
            """
            INSERT INTO \(name: table) (id, unit, state, version, origin, recorded_at, name, name_sort, level, relation, people,
                arrival, host)
            """, rows: rows)
        try db.insert("INSERT INTO \(name: "\(table)__countries") (record, value, place)", rows: countries)
    }
}
