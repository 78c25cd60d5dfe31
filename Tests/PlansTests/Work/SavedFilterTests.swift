import Office
import Plans
import Storage
import TestSupport
import Testing
import Wording
import WorkCalendar

@Suite(.onEachEngine(Cast.migrations + SavedFilters.migrations))
struct SavedFilterTests {
    private func refusal(_ body: @escaping @Sendable (Transaction) throws -> Void) async throws -> String? {
        do {
            try await TestStore.current.write(body)
            return nil
        } catch let refusal as Refusal { return refusal.message.key }
    }

    @Test func anAccountKeepsItsOwn() async throws {
        let act = try Cast.act()
        let (hoa, nam) = try await TestStore.current.write { db in
            (
                try Accounts.add(login: "hoa.nt", name: "Nguyễn Thị Hoa", by: act, db).id,
                try Accounts.add(login: "nam.tv", name: "Trần Văn Nam", by: act, db).id
            )
        }
        let late = try await TestStore.current.write { db in
            try SavedFilters.save("trang-thai=openLate", as: "Quá hạn", of: hoa, by: act, db)
        }
        try await TestStore.current.write { db in
            // The same name is the same filter, asked anew.
            try SavedFilters.save("trang-thai=openLate&xep=don-vi", as: "Quá hạn", of: hoa, by: act, db)
            try SavedFilters.save("han=2026-Q4", as: "Quý IV", of: hoa, by: act, db)
        }
        func names(_ account: AccountID) async throws -> [String] {
            try await TestStore.current.read { try SavedFilters.all(of: account, $0).map { "\($0.name): \($0.query)" } }
        }
        #expect(try await names(hoa) == ["Quá hạn: trang-thai=openLate&xep=don-vi", "Quý IV: han=2026-Q4"])
        #expect(try await names(nam) == [])
        #expect(try await refusal { try SavedFilters.delete(late, of: nam, by: act, $0) } == "filter.none")
        #expect(
            try await refusal { try SavedFilters.rename(late, to: "Quý IV", of: hoa, by: act, $0) } == "filter.taken")
        #expect(try await refusal { try SavedFilters.save("", as: " ", of: hoa, by: act, $0) } == "filter.no-name")
        try await TestStore.current.write { db in
            try SavedFilters.rename(late, to: "Trễ", of: hoa, by: act, db)
            let quarter = try SavedFilters.all(of: hoa, db).first { $0.name == "Quý IV" }
            try SavedFilters.delete(try #require(quarter).id, of: hoa, by: act, db)
        }
        #expect(try await names(hoa) == ["Trễ: trang-thai=openLate&xep=don-vi"])
    }
}
