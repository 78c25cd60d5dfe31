import TestSupport
import Testing
import WorkCalendar

@testable import Office

/// An invented province, Thanh Giang, into which Bình Sơn merged on 1 July 2025.
struct InventedProvince {
    static let merging = Day.known("2025-07-01")
    let province = OrganisationID(rawValue: 1)
    let former = OrganisationID(rawValue: 2)
    let finance = OrganisationID(rawValue: 3)
    let planning = OrganisationID(rawValue: 4)
    let culture = OrganisationID(rawValue: 5)
    let meadow = OrganisationID(rawValue: 11)
    let hill = OrganisationID(rawValue: 12)
    let oldMeadow = OrganisationID(rawValue: 21)
    let oldFord = OrganisationID(rawValue: 22)
    let oldHill = OrganisationID(rawValue: 23)

    var directory: Directory {
        let changed = Day.known("2026-01-01")
        return Directory(
            versions: [
                .init(organisation: province, name: "Tỉnh Thanh Giang", level: .province, kind: .province),
                .init(
                    organisation: former, until: Self.merging, name: "Tỉnh Bình Sơn", level: .province, kind: .province),
                .init(
                    organisation: finance, name: "Sở Tài chính", parent: province, level: .department,
                    kind: .department),
                .init(
                    organisation: planning, until: .known("2025-03-01"), name: "Sở Kế hoạch và Đầu tư",
                    parent: province,
                    level: .department, kind: .department),
                .init(
                    organisation: culture, from: changed, name: "Sở Văn hóa", parent: province, level: .department,
                    kind: .department),
                .init(
                    organisation: culture, until: changed, name: "Sở Văn hóa và Thông tin", parent: province,
                    level: .department, kind: .department),
                commune(meadow, "Xã Đồng Cỏ", from: Self.merging, below: province),
                commune(hill, "Xã Gò Cao", from: Self.merging, below: province),
                commune(oldMeadow, "Xã Đồng Cỏ", until: Self.merging, below: former),
                commune(oldFord, "Xã Bến Đò", until: Self.merging, below: former),
                commune(oldHill, "Xã Gò Cao", until: Self.merging, below: province),
            ],
            successions: [
                Succession(.merge, on: Self.merging, from: [province, former], to: [province], basis: "Nghị quyết 1"),
                Succession(
                    .merge, on: .known("2025-03-01"), from: [planning, finance], to: [finance], basis: "Nghị định 1"),
                Succession(.merge, on: Self.merging, from: [oldMeadow], to: [meadow], basis: "Nghị quyết 2"),
                Succession(.merge, on: Self.merging, from: [oldHill], to: [hill], basis: "Nghị quyết 2"),
                Succession(.split, on: Self.merging, from: [oldFord], to: [meadow, hill], basis: "Nghị quyết 2"),
            ],
            groups: [OrganisationGroup(key: "communes", names: ["xã"], rule: .kinds([.commune]))])
    }

    private func commune(
        _ id: OrganisationID, _ name: String, from: Day? = nil, until: Day? = nil, below parent: OrganisationID
    ) -> OrganisationVersion {
        OrganisationVersion(
            organisation: id, from: from, until: until, name: name, parent: parent, level: .commune, kind: .commune)
    }
}

extension Day {
    /// A day that the test knows to be one.
    static func known(_ iso: String) -> Day { Day(iso: iso) ?? .today }
}

struct DirectoryTests {
    private let place = InventedProvince()
    private let before = Day.known("2025-06-30")
    private let after = Day.known("2026-06-01")

    @Test func thePastKeepsItsNames() {
        let directory = place.directory
        #expect(directory.name(of: place.culture, on: before) == "Sở Văn hóa và Thông tin")
        #expect(directory.name(of: place.culture, on: after) == "Sở Văn hóa")
        #expect(directory.name(of: place.former, on: after) == "Tỉnh Bình Sơn")
        #expect(directory.version(of: place.former, on: after) == nil)
        #expect(directory.version(of: place.meadow, on: before) == nil)
    }

    @Test func whatStandsBelowAUnitFollowsTheDay() {
        let directory = place.directory
        #expect(
            directory.children(of: place.former, on: before).map(\.organisation) == [place.oldMeadow, place.oldFord])
        #expect(directory.descendants(of: place.former, on: after).isEmpty)
        #expect(
            Set(directory.descendants(of: place.province, on: after).map(\.organisation))
                == [place.finance, place.culture, place.meadow, place.hill])
    }

    @Test func aMergedUnitIsFollowedToWhatItBecame() {
        let lineage = place.directory.successors(of: place.planning, to: after)
        #expect(lineage.units == [place.finance])
        #expect(lineage.steps.map(\.basis) == ["Nghị định 1"])
        #expect(lineage.isWhole)
        #expect(place.directory.successors(of: place.planning, to: .known("2024-01-01")).units == [place.planning])
    }

    @Test func theNumbersOfASplitUnitCannotBeCompared() {
        let forward = place.directory.image(of: place.oldFord, on: after)
        #expect(forward.units == [place.meadow, place.hill])
        #expect(!forward.isWhole)
        let backward = place.directory.image(of: place.meadow, on: before)
        #expect(backward.units == [place.oldMeadow, place.oldFord])
        #expect(!backward.isWhole)
    }

    @Test func sumsCanBeMadeWithinEitherBoundary() {
        let directory = place.directory
        #expect(directory.image(of: place.province, on: before).units == [place.province, place.former])
        #expect(directory.image(of: place.former, on: after).units == [place.province])
        #expect(directory.image(of: place.province, on: after).units == [place.province])
        #expect(directory.image(of: place.finance, on: .known("2024-12-31")).units == [place.finance, place.planning])
    }

    @Test func aGroupIsWhoBelongsToItOnTheDay() throws {
        let directory = place.directory
        let communes = try #require(directory.groups.first)
        #expect(directory.members(of: communes, within: place.province, on: after) == [place.meadow, place.hill])
        #expect(directory.members(of: communes, within: place.province, on: before) == [place.oldHill])
        // In the papers of the former province: the communes that stand on its ground now.
        #expect(directory.members(of: communes, within: place.former, on: after) == [place.meadow, place.hill])
        let finance = OrganisationGroup(key: "two", names: [], rule: .members([place.finance, place.planning]))
        #expect(directory.members(of: finance, within: place.province, on: after) == [place.finance])
    }
}
