import Storage
import TestSupport
import Testing
import Wording
import WorkCalendar

@testable import Office

@Suite(.onEachEngine(Journal.migrations + OrganisationSchema.migrations))
struct OrganisationStoreTests {
    private let act = Act(
        .system("nhipcau init"), at: Instant(milliseconds: 1_795_000_000_000), day: .known("2026-11-21"))
    private let later = Day.known("2027-02-01")

    private func found(_ provinces: String...) async throws -> [Founding] {
        try await TestStore.current.write { [act] db in try Organisations.found(provinces: provinces, by: act, db) }
    }

    private func directory() async throws -> Directory {
        try await TestStore.current.read { try Organisations.directory($0) }
    }

    /// The unit of that name in Hải Phòng.
    private func unit(_ name: String, _ directory: Directory) throws -> OrganisationID {
        let province = try #require(directory.provinces(on: act.day).first)
        return try #require(directory.match(name, on: act.day, within: province.organisation).units.first, "\(name)")
    }

    private func write<T: Sendable>(_ body: @escaping @Sendable (Transaction) throws -> T) async throws -> T {
        try await TestStore.current.write(body)
    }

    @Test func foundingHaiPhongGives140UnitsAndALineInTheJournal() async throws {
        let founding = try #require(try await found("31").first)
        #expect(founding.province == "Thành phố Hải Phòng")
        #expect((founding.units, founding.communes) == (140, 114))
        let lines = try await TestStore.current.read {
            try Journal.entries(of: .organisation(founding.organisation), $0)
        }
        #expect(lines.map(\.action) == ["organisation.found"])
    }

    @Test func whatIsLoadedIsWhatWasFounded() async throws {
        _ = try await found("31", "24")
        let facts = try OrganisationFacts(provinces: ["31", "24"])
        let directory = try await directory()
        #expect(
            directory.organisations.flatMap(directory.history(of:))
                == facts.versions.sorted { $0.organisation < $1.organisation })
        #expect(directory.successions == facts.directory.successions)
        #expect(directory.groups == facts.groups)
    }

    @Test func aSecondProvinceSharesTheCentralBodies() async throws {
        _ = try await found("31")
        let alone = try await directory()
        _ = try await found("24")
        let both = try await directory()
        let central = both.organisations.filter { both.history(of: $0).last?.level == .central }
        #expect(central == alone.organisations.filter { alone.history(of: $0).last?.level == .central })
        #expect(both.provinces(on: act.day).map(\.name) == ["Thành phố Hải Phòng", "Tỉnh Bắc Ninh"])
        #expect(both.successions.count { $0.basis == "Nghị quyết 176/2025/QH15" } == 6)
    }

    @Test func oneProvincesDirectoryIsAllThatItsPapersSpeakOf() async throws {
        let foundings = try await found("24", "31")
        let province = foundings[1].organisation
        let (all, own) = try await TestStore.current.read {
            (try Organisations.directory($0), try Organisations.directory(of: province, $0))
        }
        #expect(own.descendants(of: province, on: act.day) == all.descendants(of: province, on: act.day))
        #expect(own.descendants(of: foundings[0].organisation, on: act.day).isEmpty)
        #expect(own.provinces(on: act.day).count == 2)
        for name in ["Sở GTVT", "tỉnh Hải Dương", "Phường Cẩm Thượng", "các xã, phường, đặc khu", "Bộ KH&ĐT"] {
            #expect(own.match(name, on: act.day, within: province) == all.match(name, on: act.day, within: province))
        }
    }

    @Test func anUnknownProvinceOrOneThatIsThereIsRefusedAndNothingChanges() async throws {
        await #expect(throws: Refusal("organisation.unknown-province", ["code": "99"])) { try await found("99") }
        #expect(try await directory().organisations.isEmpty)
        _ = try await found("31")
        let count = try await directory().organisations.count
        await #expect(throws: Refusal("organisation.already-founded", ["name": "Thành phố Hải Phòng"])) {
            try await found("24", "31")
        }
        #expect(try await directory().organisations.count == count)
    }

    @Test func aNewNameHoldsFromItsDayAndThePastKeepsTheOldOne() async throws {
        _ = try await found("31")
        let unit = try unit("Sở Ngoại vụ", try await directory())
        try await write { [act, later] db in
            try Organisations.change(unit, on: later, basis: "Nghị quyết 12/NQ-HĐND", by: act, db) {
                $0.name = "Sở Đối ngoại"
            }
        }
        let directory = try await directory()
        #expect(directory.name(of: unit, on: act.day) == "Sở Ngoại vụ")
        #expect(directory.name(of: unit, on: later) == "Sở Đối ngoại")
        let match = directory.match("Sở Ngoại vụ", on: later, within: try #require(directory.province(of: unit)))
        #expect(match.units == [unit])
        #expect(match.reason.key == "match.former-name")
        await #expect(throws: Refusal("organisation.changed-already", ["name": "Sở Đối ngoại", "day": "01/02/2027"])) {
            try await write { [act, later] db in
                try Organisations.change(unit, on: later, basis: "Nghị quyết 13", by: act, db) { $0.name = "Sở X" }
            }
        }
    }

    @Test func aMergedUnitEndsAndItsNameLeadsToTheSuccessor() async throws {
        _ = try await found("31")
        let before = try await directory()
        let (law, interior) = (try unit("Sở Tư pháp", before), try unit("Sở Nội vụ", before))
        let merger = Succession(
            .merge, on: later, from: [law, interior], to: [interior], basis: "Nghị định 1/2027/NĐ-CP")
        try await write { [act] db in try Organisations.record(merger, by: act, db) }
        let directory = try await directory()
        #expect(directory.version(of: law, on: later) == nil)
        #expect(directory.version(of: law, on: later.adding(days: -1))?.name == "Sở Tư pháp")
        let match = directory.match("Sở Tư pháp", on: later, within: try #require(directory.province(of: law)))
        #expect(match.units == [interior])
        #expect(match.steps == [merger])
        await #expect(throws: Refusal("organisation.ended", ["name": "Sở Tư pháp", "day": "01/02/2027"])) {
            try await write { [act] db in try Organisations.record(merger, by: act, db) }
        }
        let lines = try await TestStore.current.read { try Journal.entries(of: .organisation(law), $0) }
        #expect(lines.map(\.action) == ["organisation.merge"])
    }

    @Test func aSplitNeedsItsSuccessorsFirst() async throws {
        _ = try await found("31")
        let before = try await directory()
        let culture = try unit("Sở Văn hóa, Thể thao và Du lịch", before)
        let province = try #require(before.province(of: culture))
        let parts = try await write { [act, later] db in
            try ["Sở Văn hóa và Thể thao", "Sở Du lịch"].map {
                try Organisations.add(
                    NewUnit($0, below: province, level: .department, kind: .department), from: later, by: act, db)
            }
        }
        try await write { [act, later] db in
            try Organisations.record(
                Succession(.split, on: later, from: [culture], to: parts, basis: "Nghị quyết 2"), by: act, db)
        }
        let lineage = try await directory().successors(of: culture, to: later)
        #expect(lineage.units == parts)
        #expect(!lineage.isWhole)
    }

    @Test func whatCannotBeIsRefusedInWords() async throws {
        _ = try await found("31")
        let directory = try await directory()
        let (law, interior) = (try unit("Sở Tư pháp", directory), try unit("Sở Nội vụ", directory))
        let province = try #require(directory.province(of: law))
        func refused(_ key: String, _ body: @escaping @Sendable (Transaction) throws -> Void) async {
            let refusal = await #expect(throws: Refusal.self) { try await write(body) }
            #expect(refusal?.message.key == key)
        }
        await refused("organisation.twin") { [act, later] db in
            try Organisations.add(
                NewUnit("SỞ TƯ PHÁP", below: province, level: .department, kind: .department), from: later, by: act, db)
        }
        await refused("organisation.namesake") { [act] db in
            try Organisations.addName("Sở Nội vụ", to: law, by: act, db)
        }
        await refused("organisation.no-merger") { [act, later] db in
            try Organisations.record(Succession(.merge, on: later, from: [law], to: [law], basis: "1"), by: act, db)
        }
        await refused("organisation.no-transfer") { [act, later] db in
            try Organisations.record(
                Succession(.transfer, on: later, from: [law], to: [interior], basis: "1"), by: act, db)
        }
        await refused("organisation.has-units") { [act, later] db in
            try Organisations.record(
                Succession(.merge, on: later, from: [province], to: [law], basis: "1"), by: act, db)
        }
    }

    @Test func anotherNameInUseIsFoundFromThenOn() async throws {
        _ = try await found("31")
        let unit = try unit("Sở Ngoại vụ", try await directory())
        try await write { [act] db in try Organisations.addName("Cơ quan đối ngoại thành phố", to: unit, by: act, db) }
        let directory = try await directory()
        let province = try #require(directory.province(of: unit))
        #expect(directory.match("Cơ quan đối ngoại", on: act.day, within: province).units == [unit])
    }
}
