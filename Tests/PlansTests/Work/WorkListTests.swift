import Office
import Plans
import Storage
import TestSupport
import Testing
import WorkCalendar

/// The list of work of two units: what is asked stands in the address, and each number beside it has all other filters applied.
@Suite(.onEachEngine(Cast.migrations))
struct WorkListTests {
    private static let nobody = Directory(versions: [])
    private static let all = Sight(.everything, on: Day(number: 20_778))  // 2026-11-21

    /// Two plans: the fair of both units is late, the tour of one is done late, two more come, one of them without a day.
    private func fill() async throws {
        let act = try Cast.act()
        try await TestStore.current.write { db in
            try Cast.units(db)
            let (kites, roads) = (try Cast.plan("15/KH-UBND", db), try Cast.plan("207/KH-UBND", db))
            _ = try Cast.assignment(
                of: kites, "Tổ chức hội chợ diều", due: "2026-09-30", group: "1. Giao lưu",
                leads: [Cast.tourism, Cast.trade], db)
            let tour = try Cast.assignment(
                of: kites, "Mời đoàn nghệ nhân", due: "2026-10-31", leads: [Cast.tourism],
                coordinators: [Cast.trade], db)
            _ = try Cast.assignment(of: roads, "Báo cáo năm", due: "2026-12-15", leads: [Cast.trade], db)
            _ = try Cast.assignment(of: roads, "Giữ bãi thả diều sạch sẽ", due: nil, leads: [Cast.tourism], db)
            try Following.complete(tour.occurrences[0], on: try Cast.day("2026-11-10"), by: act, db)
            let words: [(Int, String)] = try db.all("SELECT id, text FROM assignments") {
                (try $0.next(), try $0.next())
            }
            for (id, text) in words {
                try Search.put(SearchEntry(kind: "assignment", subject: id, title: text, body: ""), db)
            }
        }
    }

    /// The first words and the unit of each row: "Tổ chức 1".
    private func rows(_ address: String, _ sight: Sight = all) async throws -> [String] {
        let question = WorkQuestion(Self.items(address))
        return try await TestStore.current.read { db in
            try Following.work(question, within: sight, Self.nobody, db).map { line in
                "\(line.text.split(separator: " ").prefix(2).joined(separator: " ")) \(line.unit?.rawValue ?? 0)"
            }
        }
    }

    private static func items(_ address: String) -> [(name: String, value: String)] {
        address.split(separator: "&").map { pair in
            let parts = pair.split(separator: "=", maxSplits: 1)
            return (String(parts[0]), parts.count > 1 ? String(parts[1]) : "")
        }
    }

    @Test(arguments: [
        ("", ["Tổ chức 1", "Tổ chức 2", "Mời đoàn 1", "Báo cáo 2", "Giữ bãi 1"]),
        ("xep=-han", ["Giữ bãi 1", "Báo cáo 2", "Mời đoàn 1", "Tổ chức 2", "Tổ chức 1"]),
        ("xep=don-vi", ["Tổ chức 1", "Mời đoàn 1", "Giữ bãi 1", "Tổ chức 2", "Báo cáo 2"]),
        ("xep=-ke-hoach", ["Giữ bãi 1", "Báo cáo 2", "Mời đoàn 1", "Tổ chức 2", "Tổ chức 1"]),
        ("xep=nhiem-vu", ["Báo cáo 2", "Giữ bãi 1", "Mời đoàn 1", "Tổ chức 1", "Tổ chức 2"]),
        ("xep=-nhiem-vu&don-vi=1", ["Tổ chức 1", "Mời đoàn 1", "Giữ bãi 1"]),
        ("xep=nhiem-vu&trang-thai=openLate&q=hoi cho", ["Tổ chức 1", "Tổ chức 2"]),
        ("trang-thai=openLate", ["Tổ chức 1", "Tổ chức 2"]),
        ("trang-thai=openInTime&trang-thai=doneLate", ["Mời đoàn 1", "Báo cáo 2", "Giữ bãi 1"]),
        ("han=2026-Q4", ["Mời đoàn 1", "Báo cáo 2"]),
        ("han=2026-09-01..2026-10-31&don-vi=1", ["Tổ chức 1", "Mời đoàn 1"]),
        ("han=khong", ["Giữ bãi 1"]),
        ("ke-hoach=1&nhom=1. Giao lưu", ["Tổ chức 1", "Tổ chức 2"]),
        ("don-vi=2&vai-tro=coordinate", ["Mời đoàn 1"]),
        ("q=thả dieu ", ["Giữ bãi 1"]),
        ("q=khong co chu nay ", []),
        ("trang=2", []),
    ])
    func theAddressSaysWhatIsShown(_ address: String, _ expected: [String]) async throws {
        try await fill()
        #expect(try await rows(address) == expected, "\(address)")
    }

    @Test func aUnitSeesItsOwnAndNothingElseWhateverTheAddressSays() async throws {
        try await fill()
        let trade = Sight(.units([Cast.trade]), on: Self.all.day)
        #expect(try await rows("", trade) == ["Tổ chức 2", "Báo cáo 2"])
        #expect(try await rows("don-vi=1", trade) == [])
        #expect(try await rows("vai-tro=coordinate", trade) == ["Mời đoàn 1"])
        let none = Sight(.units([]), on: Self.all.day)
        #expect(try await rows("", none) == [])
        #expect(try await rows("vai-tro=coordinate", none) == [])
    }

    @Test func eachFacetCountsWithTheOtherFiltersApplied() async throws {
        try await fill()
        let question = WorkQuestion(Self.items("don-vi=1&trang-thai=openLate"))
        let facets = try await TestStore.current.read { db in
            try Following.facets(question, within: Self.all, Self.nobody, WorkMemory(), db)
        }
        #expect(facets.total == 1)
        #expect(facets.states == StateCounts([.openLate: 1, .doneLate: 1, .openInTime: 1]))
        #expect(facets.units.map(\.value?.rawValue) == [1, 2] && facets.units.map(\.count) == [1, 1])
        #expect(facets.plans.map(\.value.name) == ["15/KH-UBND"])
        #expect(facets.quarters.map(\.value?.key) == ["2026-Q3"])
    }

    @Test func whatIsRememberedGoesWithTheNextLineOfTheJournal() async throws {
        try await fill()
        let memory = WorkMemory()
        func late() async throws -> Int {
            try await TestStore.current.read { db in
                try Following.facets(WorkQuestion(), within: Self.all, Self.nobody, memory, db).states[.openLate]
            }
        }
        #expect(try await late() == 2)
        let act = try Cast.act()
        try await TestStore.current.write { db in
            let first: Int? = try db.value("SELECT min(id) FROM occurrences")
            try Following.complete(try #require(first), on: act.day, by: act, db)
        }
        #expect(try await late() == 1)
    }

    @Test(arguments: [
        "",
        "don-vi=12&vai-tro=coordinate&ke-hoach=3&nhom=II. Văn hóa&trang-thai=openLate&han=2026-Q4&q=hội chợ&xep=-don-vi&trang=7",
        "han=2026-11-01..2026-11-30", "xep=-han", "han=khong",
    ])
    func anAddressIsReadAndWritten(_ address: String) {
        let written = WorkQuestion(Self.items(address)).items.map { "\($0.name)=\($0.value)" }
        #expect(written.joined(separator: "&") == address)
    }

    @Test(arguments: [
        "trang=0", "trang=-3", "trang=x", "trang-thai=gone", "xep=chu", "han=2026-13", "nhom=I", "don-vi=x",
    ])
    func whatIsNotUnderstoodCountsAsNotAsked(_ address: String) {
        #expect(WorkQuestion(Self.items(address)).items.isEmpty)
    }

    @Test func plansComeByDayByTitleOrByIssuer() async throws {
        let orders = try await TestStore.current.write { db in
            for (number, day, title, issuer) in [
                ("1/KH", "2026-03-01", "Ươm mầm", "Sở Y tế"), ("22/KH", "2026-02-01", "Ăn Tết", nil),
                ("333/KH", "2026-01-01", "An toàn", "Sở Công Thương"),
                ("4444/KH", "2026-04-01", "Đón khách", "Sở Y tế"),
            ] as [(String, String, String, String?)] {
                _ = try Cast.plan(number, issued: day, db)
                try db.run(
                    """
                    UPDATE documents SET title = \(title), title_key = \(SortKey.of(title)), issuer = \(issuer),
                        issuer_key = \(issuer.map(SortKey.of)) WHERE number = \(number)
                    """)
            }
            return try PlanOrder.allCases.map { order in
                try Following.plans("", in: order, offset: 0, limit: 10, within: Self.all, Self.nobody, db).map(\.title)
            }
        }
        #expect(orders[0] == ["Đón khách", "Ươm mầm", "Ăn Tết", "An toàn"])
        #expect(orders[1] == ["An toàn", "Ăn Tết", "Đón khách", "Ươm mầm"])
        #expect(orders[2] == ["An toàn", "Đón khách", "Ươm mầm", "Ăn Tết"])
    }
}
