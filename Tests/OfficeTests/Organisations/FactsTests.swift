import TestSupport
import Testing
import Vietnamese
import WorkCalendar

@testable import Office

struct FactsTests {
    private let today = Day.known("2026-11-21")

    @Test func haiPhongHas140UnitsOfWhich114AreCommunes() throws {
        let facts = try OrganisationFacts(provinces: ["31"])
        let directory = facts.directory
        let province = try #require(facts.provinces["31"])
        let units = directory.descendants(of: province, on: today)
        #expect(directory.name(of: province, on: today) == "Thành phố Hải Phòng")
        #expect(units.count == 140)
        #expect(units.count { $0.level == .commune } == 114)
        #expect(units.count { $0.kind == .zone } == 2)
        #expect(units.contains { $0.name == "Công an thành phố" })
    }

    @Test func theWholeCountryHas34ProvincesAnd3321Communes() throws {
        let codes = try OrganisationFacts.codes()
        let facts = try OrganisationFacts(provinces: codes)
        let directory = facts.directory
        let provinces = directory.provinces(on: today)
        #expect(provinces.count == 34)
        #expect(provinces.count { $0.kind == .city } == 7)
        let communes = provinces.flatMap { directory.descendants(of: $0.organisation, on: today) }
            .filter { $0.level == .commune }
        #expect(communes.count == 3321)
        #expect(Set(communes.compactMap(\.placeCode)).count == 3321)
        #expect(communes.count { $0.kind == .zone } == 13)
        // A month after the merging it had ten wards fewer: those of Đồng Nai.
        let first = Day.known("2025-08-01")
        #expect(directory.provinces(on: first).count { $0.kind == .city } == 6)
        #expect(communes.count { directory.version(of: $0.organisation, on: first)?.kind == .ward } == 687)
        #expect(directory.provinces(on: .known("2025-06-30")).count == 63)
        #expect(facts.versions.allSatisfy { $0.name.toneNormalised == $0.name })
    }

    @Test func everyFormerProvinceIsTheOneThatTheLawNames() throws {
        let directory = try OrganisationFacts(provinces: OrganisationFacts.codes()).directory
        for province in Province.all where province.mergedInto != nil {
            let entry = directory.names.entries(NameWords(province.name)).first { $0.version.level == .province }
            let unit = try #require(entry?.version.organisation, "\(province.name)")
            let successor = directory.successors(of: unit, to: today).units
            #expect(
                successor.map { directory.name(of: $0, on: today)?.hasSuffix(province.mergedInto ?? "?") } == [true])
            #expect(!directory.descendants(of: unit, on: .known("2025-06-30")).isEmpty, "\(province.name)")
        }
    }

    @Test func noUnitEndsTwiceNorSplitsIntoOne() throws {
        let facts = try OrganisationFacts(provinces: OrganisationFacts.codes())
        let directory = facts.directory
        var endings: [OrganisationID: Int] = [:]
        for succession in facts.successions where succession.movesUnits {
            if succession.kind == .split { #expect(succession.successors.count > 1) }
            for unit in succession.predecessors where !succession.successors.contains(unit) {
                endings[unit, default: 0] += 1
                #expect(directory.version(of: unit, on: succession.effective) == nil)
                #expect(directory.version(of: unit, on: succession.effective.adding(days: -1)) != nil)
            }
            for unit in succession.successors {
                #expect(directory.version(of: unit, on: succession.effective) != nil)
            }
        }
        #expect(endings.values.allSatisfy { $0 == 1 })
    }

    @Test func anUnknownProvinceIsRefused() {
        #expect(throws: OrganisationFacts.UnknownProvince(code: "99")) {
            try OrganisationFacts(provinces: ["99"])
        }
    }
}
