import Storage
import TestSupport
import Testing
import WorkCalendar

@testable import Office

struct ScopeTests {
    // Hải Phòng; its department of foreign affairs; another with a branch; the two that it was made of.
    private static let units = (1...6).map { OrganisationID(rawValue: $0) }
    private static let merged = Day(year: 2025, month: 3, day: 1)

    private static var directory: Directory {
        get throws {
            let (merged, units) = (try #require(merged), units)
            func version(
                _ number: Int, _ name: String, _ parent: Int?, _ level: OrganisationLevel, from: Day? = nil,
                until: Day? = nil
            ) -> OrganisationVersion {
                OrganisationVersion(
                    organisation: units[number - 1], from: from, until: until, name: name,
                    parent: parent.map { units[$0 - 1] },
                    level: level, kind: level == .province ? .city : .department)
            }
            return Directory(
                versions: [
                    version(1, "Thành phố", nil, .province),
                    version(2, "Sở Ngoại vụ", 1, .department),
                    version(3, "Sở Tài chính", 1, .department, from: merged),
                    version(4, "Chi cục", 3, .body, from: merged),
                    version(5, "Sở Kế hoạch và Đầu tư", 1, .department, until: merged),
                    version(6, "Sở Tài chính", 1, .department, until: merged),
                ],
                successions: [
                    Succession(.merge, on: merged, from: [units[4], units[5]], to: [units[2]], basis: "Nghị quyết")
                ])
        }
    }

    private func scope(_ role: Role, in unit: Int, for action: Action) throws -> Scope {
        AccessPolicy.scope(
            of: Position(
                id: PositionID(rawValue: 1), organisation: Self.units[unit - 1], title: "", role: role), for: action,
            in: try Self.directory, on: try #require(Day(iso: "2026-11-21")))
    }

    @Test func reachesTheUnitThoseBelowOrTheProvince() throws {
        let (three, four, five, six) = (Self.units[2], Self.units[3], Self.units[4], Self.units[5])
        #expect(try scope(.officer, in: 3, for: .read) == .units([three, five, six]))
        #expect(try scope(.leader, in: 3, for: .approve) == .units([three, four, five, six]))
        #expect(try scope(.coordinator, in: 2, for: .accept) == .everything)
        #expect(try scope(.officer, in: 3, for: .accept) == .units([]))
        #expect(try scope(.administrator, in: 2, for: .read) == .units([]))
    }

    @Test func aPositionGoesWithItsUnitIntoAnother() throws {
        #expect(try scope(.officer, in: 6, for: .read) == scope(.officer, in: 3, for: .read))
    }

    @Test func containsWhatItsConditionFinds() throws {
        #expect(try scope(.leader, in: 3, for: .read).contains(Self.units[3]))
        #expect(try !scope(.leader, in: 3, for: .read).contains(Self.units[1]))
    }
}

@Suite(.onEachEngine(OrganisationSchema.migrations))
struct ScopeConditionTests {
    @Test(arguments: [
        (Scope.everything, 3), (.units([]), 0),
        (.units([OrganisationID(rawValue: 2), OrganisationID(rawValue: 3)]), 2),
    ])
    func isAConditionOnAColumn(_ scope: Scope, _ count: Int) async throws {
        let found: Int? = try await TestStore.current.write { db in
            for id in 1...3 { try db.run("INSERT INTO organisations (id) VALUES (\(id))") }
            return try db.value("SELECT COUNT(*) FROM organisations WHERE \(scope.condition("id"))")
        }
        #expect(found == count)
    }
}
