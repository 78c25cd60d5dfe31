import Foundation
import TestSupport
import Testing
import Wording
import WorkCalendar

@testable import Office

/// Every lead and coordinator of the real documents, matched on the day of this test.
@Suite(.enabled(if: SharedMaterial.isThere))
struct SeedMatchingTests {
    private let today = Day.known("2026-11-21")

    private struct Gold: Decodable {
        struct Assignment: Decodable {
            let lead: [String]
            let coordinate: [String]
        }
        let assignments: [Assignment]
    }

    private func matches(_ seed: String, _ code: String, within name: String) throws -> [BodyMatch] {
        let gold = try JSONDecoder().decode(
            Gold.self, from: Data(contentsOf: URL(filePath: SharedMaterial.gold(seed))))
        let facts = try OrganisationFacts(provinces: [code])
        let directory = facts.directory
        let province = try #require(facts.provinces[code])
        // A name of before the merging is that unit, not its successor.
        let then = directory.match(name, on: .known("2025-06-30"), within: province).units
        let scope = try #require((then + directory.match(name, on: today, within: province).units).first)
        let matches = gold.assignments.flatMap { $0.lead + $0.coordinate }.map {
            directory.match($0, on: today, within: scope)
        }
        if ProcessInfo.processInfo.environment["NHIPCAU_SHOW"] != nil {
            let texts = try OfficeTexts.catalogue(.vi)
            for match in Set(matches.map { "\($0.certainty) \($0.units.count)\t\(texts.text($0.reason))" }).sorted() {
                print(seed, match)
            }
            print(seed, Dictionary(grouping: matches, by: \.certainty.rawValue).mapValues(\.count))
        }
        return matches
    }

    @Test(arguments: [
        ("000", "31", "thành phố Hải Phòng", 0), ("002", "24", "tỉnh Bắc Giang", 0),
        ("003", "01", "thành phố Hà Nội", 1),
        ("004", "31", "xã Hà Bắc", 0),
    ])
    func everyBodyIsFoundOrStaysAnOpenSet(_ seed: String, _ code: String, _ scope: String, _ unknown: Int) throws {
        let matches = try matches(seed, code, within: scope)
        #expect(matches.filter { $0.outcome == .unknown }.count == unknown)
        #expect(!matches.isEmpty)
    }

    @Test func theFormerDepartmentsOfHaNoiLeadToTheirSuccessors() throws {
        let matches = try matches("003", "01", within: "thành phố Hà Nội").filter { $0.certainty == .predecessor }
        #expect(
            Set(matches.map(\.written)) == [
                "Sở Ngoại vụ", "Sở Kế hoạch và Đầu tư", "Sở Thông tin và Truyền thông",
                "Sở Lao động - Thương binh và Xã hội", "Sở Nông nghiệp và Phát triển nông thôn",
                "Đài Phát thanh và Truyền hình Hà Nội",
            ])
        #expect(matches.allSatisfy { $0.units.count == 1 && $0.steps.allSatisfy(\.isVerified) })
    }
}
