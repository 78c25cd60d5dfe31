package import Office
package import Registers
package import Storage
package import WorkCalendar

/// The demonstration province: real units of Hải Phòng, everything else invented, the same on every run.
package struct Demonstration: Sendable {
    /// The day on which it stands; what comes after has not happened yet.
    package static let today = day(2026, 11, 20)

    /// What was filled in.
    package struct Filling: Sendable, Equatable {
        package let founding: Founding
        package let documents: Int
        package let occurrences: Int
        package let completed: Int
        package let records: Int
    }

    private let papers: [DemonstrationPaper]
    private let people: DemonstrationPeople
    private let tales: ProgressTales
    private let records: DemonstrationRecords

    /// Reads its documents.
    package init() async throws {
        papers = try await DemonstrationPaper.readAll()
        people = try DemonstrationPeople()
        tales = try ProgressTales()
        records = try DemonstrationRecords()
    }

    /// Fills an empty database.
    /// - Parameters:
    ///   - migrations: The program's; the tables are made too.
    ///   - keys: Of private fields.
    /// - Throws: ``Refusal`` where there is an office in it; ``StorageError`` where it is another's.
    package func fill(_ migrations: [Migration], keys: KeyRing, _ db: Transaction) throws -> Filling {
        let beginning = Self.act(on: Self.day(2025, 7, 1))
        let founding = try Organisations.establish(province: "31", migrations, by: beginning, db)
        try DemonstrationMark.set(db)
        try people.appoint(in: founding.organisation, db)
        for paper in papers { try paper.store(db) }
        try tales.tell(db)
        try people.declare(db)
        try Definitions.installShipped(by: beginning, db)
        let recorded = try records.store(in: founding.organisation, Definitions.current(db), keys: keys, db)
        return Filling(
            founding: founding, documents: papers.count,
            occurrences: try db.value("SELECT count(*) FROM occurrences") ?? 0,
            completed: try db.value("SELECT count(*) FROM occurrences WHERE completed IS NOT NULL") ?? 0,
            records: recorded)
    }

    /// A file of keys of private fields: they stand in the repository, and guard nothing but a demonstration.
    package static var keys: String { String(decoding: PackageResources.keys_txt, as: UTF8.self) }

    /// Nobody's account: what fills the office acts for the system, at eight in the morning in Hà Nội.
    static func act(on day: Day) -> Act {
        Act(.system("nhipcau demo"), at: Instant(milliseconds: day.number * 86_400_000 + 3_600_000), day: day)
    }

    /// A day of a month.
    static func day(_ year: Int, _ month: Int, _ day: Int) -> Day {
        .last(ofMonth: month, year).adding(days: day - Day.length(month, year))
    }
}
