import TestSupport
import Testing
import Wording
import WorkCalendar

@testable import Office

struct MatchingTests {
    private let today = Day.known("2026-11-21")
    private static let facts = Result { try OrganisationFacts(provinces: ["01", "24", "31"]) }

    private func match(_ written: String, in code: String = "31", on day: Day? = nil) throws -> (BodyMatch, [String]) {
        let facts = try Self.facts.get()
        let directory = facts.directory
        let province = try #require(facts.provinces[code])
        let match = directory.match(written, on: day ?? today, within: province)
        return (match, match.units.compactMap { directory.name(of: $0, on: day ?? today) })
    }

    @Test(arguments: [
        ("Sở Ngoại vụ", "Sở Ngoại vụ", BodyMatch.Certainty.exact),
        ("SỞ VĂN HOÁ, THỂ THAO VÀ DU LỊCH", "Sở Văn hóa, Thể thao và Du lịch", .exact),
        ("Sở Công thương thành phố Hải Phòng", "Sở Công Thương", .exact),
        ("So Cong Thuong", "Sở Công Thương", .alias),
        ("Sở VHTTDL", "Sở Văn hóa, Thể thao và Du lịch", .abbreviation),
        ("Sở NN&MT", "Sở Nông nghiệp và Môi trường", .abbreviation),
        ("Công an TP", "Công an thành phố", .exact),
        ("Công an tỉnh", "Công an thành phố", .exact),
        ("Văn phòng UBND thành phố", "Văn phòng Ủy ban nhân dân thành phố", .abbreviation),
        ("Sở Tài chính thuộc UBND thành phố", "Sở Tài chính", .abbreviation),
        ("Văn phòng UBND", "Văn phòng Ủy ban nhân dân thành phố", .abbreviation),
        ("Giám đốc Sở Tài chính", "Sở Tài chính", .alias),
        ("Chủ tịch UBND xã Hà Bắc", "Xã Hà Bắc", .alias),
        ("UBND phường Lê Chân", "Phường Lê Chân", .alias),
        ("Ủy ban nhân dân phường Thuỷ Nguyên", "Phường Thủy Nguyên", .alias),
        ("UBND thành phố", "Thành phố Hải Phòng", .alias),
        ("UBND", "Thành phố Hải Phòng", .alias),
        ("thành phố Hải Phòng", "Thành phố Hải Phòng", .exact),
        ("Ủy ban Mặt trận Tổ quốc thành phố", "Ủy ban Mặt trận Tổ quốc Việt Nam thành phố", .alias),
        ("Ban Tuyên giáo và Dân vận Thành ủy", "Ban Tuyên giáo và Dân vận Thành ủy", .exact),
        ("Thành đoàn", "Đoàn Thanh niên Cộng sản Hồ Chí Minh thành phố", .alias),
        ("Bộ Ngoại giao", "Bộ Ngoại giao", .exact),
        ("Uỷ ban Nhà nước về người Việt Nam ở nước ngoài", "Ủy ban Nhà nước về người Việt Nam ở nước ngoài", .exact),
    ])
    func findsTheUnit(_ written: String, _ name: String, _ certainty: BodyMatch.Certainty) throws {
        let (match, names) = try match(written)
        #expect(names == [name])
        #expect(match.certainty == certainty, "\(match.reason)")
    }

    @Test(arguments: [
        ("Sở Kế hoạch và Đầu tư", "Sở Tài chính"), ("Sở GTVT", "Sở Xây dựng"),
        ("Sở Giao thông vận tải thành phố Hải Phòng", "Sở Xây dựng"),
        ("Sở Thông tin và Truyền thông", "Sở Khoa học và Công nghệ"),
        ("Sở Lao động - Thương binh và Xã hội", "Sở Nội vụ"), ("Sở Lao động, Thương binh và Xã hội", "Sở Nội vụ"),
        ("Sở TN&MT", "Sở Nông nghiệp và Môi trường"), ("Sở Du lịch", "Sở Văn hóa, Thể thao và Du lịch"),
        ("Báo Hải Phòng", "Báo và phát thanh, truyền hình Hải Phòng"), ("tỉnh Hải Dương", "Thành phố Hải Phòng"),
        ("UBND tỉnh Hải Dương", "Thành phố Hải Phòng"), ("Phường Cẩm Thượng", "Phường Thành Đông"),
        ("UBND thị trấn Cát Bà", "Đặc khu Cát Hải"), ("Bộ Kế hoạch và Đầu tư", "Bộ Tài chính"),
    ])
    func leadsFromAFormerNameToTheSuccessorAndSaysWhy(_ written: String, _ name: String) throws {
        let (match, names) = try match(written)
        #expect(names == [name])
        #expect(match.certainty == .predecessor)
        #expect(!match.steps.isEmpty)
        let text = try OfficeTexts.catalogue(.vi).text(match.reason)
        #expect(text.contains(name) && text.contains("2025, "), "\(text)")
    }

    @Test func aDocumentOfThePastFindsTheUnitOfThePast() throws {
        let (match, names) = try match("Sở Kế hoạch và Đầu tư", on: .known("2023-10-01"))
        #expect(names == ["Sở Kế hoạch và Đầu tư"])
        #expect(match.certainty == .exact)
        let later = try self.match("Sở Nông nghiệp và Môi trường", on: .known("2023-10-01")).0
        #expect(later.outcome == .unknown, "\(later)")
    }

    @Test func functionsThatWentElsewhereAreNamed() throws {
        let (match, _) = try match("Sở Lao động - Thương binh và Xã hội")
        #expect(match.transfers.compactMap(\.function).contains("giáo dục nghề nghiệp"))
    }

    @Test func theBodyOfAMergedProvinceIsTheOneOfThatNameInItsSuccessor() throws {
        let facts = try Self.facts.get()
        let province = try #require(facts.provinces["24"])
        let then = facts.directory.match("tỉnh Bắc Giang", on: .known("2024-01-01"), within: province)
        let former = try #require(then.units.first)
        let match = facts.directory.match("Sở Ngoại vụ", on: today, within: former)
        #expect(match.certainty == .predecessor)
        #expect(match.units.map { facts.directory.province(of: $0) } == [province])
        #expect(match.reason.key == "match.province-merged")
        let districts = facts.directory.match("UBND các huyện, thành phố", on: today, within: former)
        guard case .group(["districts"], let members) = districts.outcome else { Issue.record("\(districts)"); return }
        // 58 of the 99 communes of Bắc Ninh stand on the ground of Bắc Giang.
        #expect(members.count == 58)
        #expect(districts.reason.key == "match.group-succeeded")
    }

    @Test(arguments: [
        ("Ủy ban nhân dân xã, phường, đặc khu", 114), ("UBND các xã, phường, đặc khu", 114),
        ("UBND cấp xã", 114), ("các địa phương", 114), ("các phường", 45), ("Chủ tịch UBND các đặc khu", 2),
        ("các sở", 11), ("các sở, ban, ngành", 16), ("các Sở, ngành thành phố", 16),
        ("Thủ trưởng các sở, ban, ngành", 16),
        ("Các sở, cơ quan, đơn vị thuộc UBND thành phố", 14), ("các tổ chức chính trị - xã hội thành phố", 5),
        ("các sở, ban, ngành, quận, huyện thuộc Thành phố", 130),
        ("Mặt trận Tổ quốc Việt Nam thành phố và các đoàn thể", 6), ("các sở, ngành, đơn vị, địa phương", 130),
    ])
    func aPluralIsWhoBelongsToItToday(_ written: String, _ count: Int) throws {
        let (match, names) = try match(written)
        guard case .group = match.outcome else { Issue.record("\(match.outcome)"); return }
        #expect(names.count == count)
        #expect(match.certainty == .group)
    }

    @Test(arguments: [
        "các đơn vị liên quan", "Các sở, ngành, địa phương có liên quan", "các cơ quan, đơn vị", "các ngành chức năng",
        "các Hội, Hiệp hội", "cơ quan báo chí", "các đơn vị thuộc Bộ Công Thương", "Đại sứ quán Việt Nam tại các nước",
        "các doanh nghiệp trên địa bàn thành phố",
    ])
    func whereNobodyCanSayWhoIsMeantTheSetStaysOpen(_ written: String) throws {
        #expect(try match(written).0.outcome == .open)
    }

    @Test(arguments: [
        ("Sở Giao thông công chính", "match.unknown"), ("Xã Hạ Bắc", "match.unknown"),
        ("Sở Ngoại vụ tỉnh Quảng Ninh", "match.other-province"), ("UBND huyện Tiên Lãng", "match.district-ended"),
        ("Công an xã Hà Bắc", "match.unknown"), ("Xã Minh Tân", "match.namesakes"), ("các", "match.unknown"),
    ])
    func nothingIsInvented(_ written: String, _ reason: String) throws {
        let (match, _) = try match(written)
        #expect(match.outcome == .unknown)
        #expect(match.reason.key == reason)
    }

    @Test func severalUnitsInOneCellAreSeveral() throws {
        #expect(try match("Sở Tài chính, Sở Nội vụ").1 == ["Sở Tài chính", "Sở Nội vụ"])
        #expect(
            try match("Sở Văn hóa, Thể thao và Du lịch, Sở Giáo dục và Đào tạo và Sở Y tế").1
                == ["Sở Văn hóa, Thể thao và Du lịch", "Sở Giáo dục và Đào tạo", "Sở Y tế"])
    }

    @Test func inACommunesPaperItsOwnCommitteeIsTheCommune() throws {
        let facts = try Self.facts.get()
        let directory = facts.directory
        let found = try match("xã Hà Bắc").0
        let commune = try #require(found.units.first)
        for written in ["UBND xã", "Ủy ban nhân dân xã Hà Bắc", "UBND", "Chính quyền địa phương"] {
            #expect(directory.match(written, on: today, within: commune).units == [commune], "\(written)")
        }
        #expect(directory.match("Sở Ngoại vụ thành phố", on: today, within: commune).certainty == .exact)
    }

    @Test(arguments: [
        ("so ngoai", "Sở Ngoại vụ"), ("ngoai vu", "Sở Ngoại vụ"), ("nong nghiep", "Sở Nông nghiệp và Môi trường"),
        ("ha bac", "Xã Hà Bắc"), ("vhttdl", "Sở Văn hóa, Thể thao và Du lịch"), ("sở ngoai vự", "Sở Ngoại vụ"),
        ("Hiệp hiệp Doanh nhân Việt Nam ở nước ngoài", "Hiệp hội Doanh nhân Việt Nam ở nước ngoài"),
    ])
    func suggestsTheClosestUnit(_ typed: String, _ name: String) throws {
        let facts = try Self.facts.get()
        let province = try #require(facts.provinces["31"])
        let found = facts.directory.suggestions(for: typed, on: today, within: province)
        #expect(found.first.flatMap { facts.directory.name(of: $0, on: today) } == name)
    }
}
