import Office
import Plans
import Storage
import TestSupport
import Testing
import WorkCalendar

/// Who sees what of the work, by what the document says of the unit.
@Suite(.onEachEngine(Cast.migrations))
struct SightTests {
    private static let day = Day(number: 20_778)  // 2026-11-21
    private static let province = OrganisationID(rawValue: 10)
    private static let (ward, commune) = (OrganisationID(rawValue: 3), OrganisationID(rawValue: 4))

    /// The province with two departments, a ward and a commune.
    private static let directory = Directory(
        versions: [
            OrganisationVersion(organisation: province, name: "Hải Phòng", level: .province, kind: .city),
            OrganisationVersion(
                organisation: Cast.tourism, name: "Sở Du lịch", parent: province, level: .department, kind: .department),
            OrganisationVersion(
                organisation: Cast.trade, name: "Sở Công Thương", parent: province, level: .department,
                kind: .department),
            OrganisationVersion(
                organisation: ward, name: "Phường An Hải", parent: province, level: .commune, kind: .ward),
            OrganisationVersion(
                organisation: commune, name: "Xã Hà Bắc", parent: province, level: .commune, kind: .commune),
        ],
        groups: [OrganisationGroup(key: "wards", names: ["phường"], rule: .kinds([.ward]))])

    /// Tourism leads, trade and the wards take part; one more is left to nobody, and one plan is still a draft.
    private func fill() async throws -> (led: Int, nobodys: Int, plan: Int, draft: Int) {
        try await TestStore.current.write { db in
            for unit in [1, 2, 3, 4, 10] { try db.run("INSERT INTO organisations (id) VALUES (\(unit))") }
            let (plan, draft) = (try Cast.plan("15/KH-UBND", db), try Cast.plan("207/KH-UBND", db))
            try db.run("UPDATE plans SET province = \(Self.province)")
            let led = try Cast.assignment(
                of: plan, "Tổ chức hội chợ", due: "2026-12-31", leads: [Cast.tourism], coordinators: [Cast.trade], db)
            try db.run(
                """
                INSERT INTO assignment_bodies (assignment, role, position, written, outcome, certainty, reason,
                    reason_values, unit_groups)
                VALUES (\(led.assignment), 'coordinate', 2, 'các phường', 'group', 'group', 'match.group', '{}', 'wards')
                """)
            let nobodys = try Cast.assignment(of: plan, "Giữ bãi sạch", due: nil, leads: [nil], db)
            _ = try Cast.assignment(of: draft, "Dự thảo", due: nil, leads: [], coordinators: [Cast.trade], db)
            return (led.occurrences[0], nobodys.occurrences[0], plan, draft)
        }
    }

    @Test(arguments: [
        // who, the led occurrence, nobody's, the plan, the draft
        (Scope.everything, [true, true, true, true]),
        (Scope.units([Cast.tourism]), [true, false, true, false]),
        (Scope.units([Cast.trade]), [true, false, true, false]),
        (Scope.units([ward]), [true, false, true, false]),
        (Scope.units([commune]), [false, false, false, false]),
        (Scope.units([commune, Cast.trade]), [true, false, true, false]),
        (Scope.units([]), [false, false, false, false]),
    ])
    func whoSeesWhat(_ scope: Scope, _ expected: [Bool]) async throws {
        let made = try await fill()
        let sight = Sight(scope, on: Self.day)
        let seen = try await TestStore.current.read { db in
            [
                try Following.occurrence(made.led, within: sight, Self.directory, db) != nil,
                try Following.occurrence(made.nobodys, within: sight, Self.directory, db) != nil,
                try Following.plan(made.plan, within: sight, Self.directory, db) != nil,
                try Following.plan(made.draft, within: sight, Self.directory, db) != nil,
            ]
        }
        #expect(seen == expected)
        // What is not there answers like what may not be seen.
        let missing = try await TestStore.current.read { db in
            try Following.occurrence(9_999, within: sight, Self.directory, db) == nil
                && Following.plan(9_999, within: sight, Self.directory, db) == nil
        }
        #expect(missing)
    }

    @Test func aGroupsMemberTakesPartInTheList() async throws {
        _ = try await fill()
        let question = WorkQuestion([(name: "vai-tro", value: "coordinate")])
        let (ward, commune) = try await TestStore.current.read { db in
            func texts(_ unit: OrganisationID) throws -> [String] {
                try Following.work(question, within: Sight(.units([unit]), on: Self.day), Self.directory, db).map(
                    \.text)
            }
            return (try texts(Self.ward), try texts(Self.commune))
        }
        #expect(ward == ["Tổ chức hội chợ"] && commune == [])
    }
}
