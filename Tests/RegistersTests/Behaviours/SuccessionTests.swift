import Office
import Storage
import TestSupport
import Testing
import WorkCalendar

@testable import Registers

@Suite("Agreements after a reorganisation", .onEachEngine(Examples.migrations))
struct SuccessionTests {
    private let act = Examples.act

    /// Two departments that become one, and an agreement of the first.
    private struct Reorganised {
        let book: RecordBook
        let agreement: RecordID
        let heir: OrganisationID
        let directory: Directory
        let act: Act

        init(_ act: Act, _ db: Transaction) throws {
            self.act = act
            let files = ShippedBook.files(["agreements.yaml", "partners.yaml"])
            try Definitions.install(files, by: act, db)
            let book = RecordBook(try #require(try Definitions.current(db)["agreements"]), keys: nil)
            let founding = try Day.of("2020-01-01")
            let province = try Organisations.add(
                NewUnit("Tỉnh Thử", below: nil, level: .province, kind: .province), from: founding, by: act, db)
            func unit(_ name: String) throws -> OrganisationID {
                try Organisations.add(
                    NewUnit(name, below: province, level: .department, kind: .department), from: founding, by: act, db)
            }
            let (culture, tourism, trade) = (try unit("Sở Văn hóa"), try unit("Sở Du lịch"), try unit("Sở Công Thương"))
            func sign(_ name: String, _ side: OrganisationID) throws -> RecordID {
                try book.create(
                    [
                        "name": name, "level": "department", "our-side": "\(side.rawValue)",
                        "partner-name": "Sở Du lịch Quảng Tây", "country": "CN", "signed": "2023-03-01",
                        "reported": "2023-03-05",
                    ], db)
            }
            let agreement = try sign("Bản ghi nhớ về du lịch", tourism)
            _ = try sign("Bản ghi nhớ về thương mại", trade)
            let day = try Day.of("2025-03-01")
            let heir = try Organisations.add(
                NewUnit("Sở Văn hóa và Du lịch", below: province, level: .department, kind: .department), from: day,
                by: act, db)
            try Organisations.record(
                Succession(
                    .merge, on: day, from: [culture, tourism], to: [heir], basis: "Nghị quyết 01/NQ-HĐND",
                    isVerified: true), by: act, db)
            directory = try Organisations.directory(db)
            (self.book, self.agreement, self.heir) = (book, agreement, heir)
        }

        func standings(_ db: Transaction) throws -> [String: Int] {
            try book.standings("succession", on: act.day, db)
        }

        func decide(
            _ outcome: SuccessionDecision.Outcome, to heir: OrganisationID?, paper: String = "Quyết định 12/QĐ-UBND",
            _ db: Transaction
        ) throws {
            try book.decideSuccession(
                of: agreement, outcome, to: heir, on: Day.of("2026-06-15"), paper: paper,
                version: book.now(agreement, db).version, in: directory, within: .everything, by: act, db)
        }
    }

    @Test func `What a merged unit signed waits until its successor is decided; undone, it waits again`() async throws {
        try await TestStore.current.write { db throws in
            let office = try Reorganised(act, db)
            #expect(try office.standings(db) == ["awaiting": 1])
            try office.decide(.transfer, to: office.heir, db)
            #expect(try office.standings(db) == ["decided": 1])
            let decision = try #require(try office.book.successionDecisions(of: office.agreement, db).first)
            #expect(decision.successor == office.heir && decision.paper == "Quyết định 12/QĐ-UBND")
            // The agreement keeps the name that signed it; the day of the decision ends the clock.
            let record = try office.book.now(office.agreement, db)
            #expect(record.content.values["our-side"] == .unit(decision.from))
            #expect(record.content.values["succession-decided"]?.plain() == "2026-06-15")
            try office.book.undoSuccession(
                of: office.agreement, version: record.version, within: .everything, by: act, db)
            #expect(try office.standings(db) == ["awaiting": 1])
            #expect(try office.book.now(office.agreement, db).content.values["succession-decided"] == nil)
        }
    }

    @Test func `A decision needs its paper and a successor that stands`() async throws {
        try await TestStore.current.write { db throws in
            let office = try Reorganised(act, db)
            #expect(throws: Refusal("succession.no-paper")) {
                try office.decide(.transfer, to: office.heir, paper: " ", db)
            }
            #expect(throws: Refusal("succession.no-successor")) { try office.decide(.transfer, to: nil, db) }
            try office.decide(.terminate, to: nil, db)
            #expect(try office.standings(db) == ["decided": 1])
        }
    }
}
