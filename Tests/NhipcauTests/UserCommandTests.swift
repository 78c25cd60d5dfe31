import Foundation
import Office
import Storage
import StorageSQLite
import TestSupport
import Testing
import WorkCalendar

@testable import Nhipcau

/// `nhipcau user` and `nhipcau verify`, run as an administrator does.
@Suite final class UserCommandTests {
    private let desk: TestFolder
    private let path: String

    init() throws {
        desk = try TestFolder()
        path = desk.path("office.sqlite")
    }

    deinit { desk.clear() }

    /// An office of Hải Phòng.
    private func found() async throws -> Store {
        let store = try await Store.migrating(SQLiteEngine(path: path, .creating), Schema.migrations)
        let act = Act(.system("test"), at: .now)
        _ = try await store.write { db in try Organisations.found(province: "31", by: act, db) }
        return store
    }

    private func user(_ arguments: [String], input: String? = nil) async throws -> Command.Outcome {
        try await Running(["user"] + arguments + ["--database", path], input: input).end()
    }

    private func addHoa(unit: String = "Sở Ngoại vụ") async throws -> Command.Outcome {
        try await user(["add", "Hoa.NT", "--name", "Nguyễn Thị Hoa", "--role", "coordinator", "--unit", unit])
    }

    private struct Unexpected: Error {}

    private struct Listing: Decodable, Equatable {
        struct User: Decodable, Equatable {
            var login: String
            var name: String
            var active: Bool
            var positions: [Position]
        }
        struct Position: Decodable, Equatable {
            var title: String
            var role: String
            var unit: String
        }
        var users: [User]
    }

    private func listing() async throws -> [Listing.User] {
        let outcome = try await user(["list", "--json"])
        return try JSONDecoder().decode(Listing.self, from: Data(outcome.output.utf8)).users
    }

    @Test func aUserIsAddedGetsAPasswordAndLeaves() async throws {
        let store = try await found()
        let added = try await addHoa()
        #expect(added.status == 0, "\(added.complaint)")
        #expect(added.output.hasPrefix("Đã thêm hoa.nt: Chuyên viên Sở Ngoại vụ, Sở Ngoại vụ."))
        var hoa = Listing.User(
            login: "hoa.nt", name: "Nguyễn Thị Hoa", active: true,
            positions: [.init(title: "Chuyên viên Sở Ngoại vụ", role: "coordinator", unit: "Sở Ngoại vụ")])
        #expect(try await listing() == [hoa])

        let set = try await user(["password", "hoa.nt"], input: "con cò bay lả bay la\n")
        #expect(set.status == 0, "\(set.complaint)")
        let outcome = try await SignIn(store).attempt(
            login: "hoa.nt", password: "con cò bay lả bay la", at: .now)
        let account = try #require(try await store.read { try Accounts.find(login: "hoa.nt", $0) })
        #expect(outcome == .signedIn(account, mustChange: true))

        #expect(try await user(["deactivate", "hoa.nt", "--reason", "nghỉ hưu"]).status == 0)
        hoa.active = false
        hoa.positions = []
        #expect(try await listing() == [hoa])
        let actor = try await store.read { try Journal.entries(of: .account(account.id), $0).first?.actor }
        guard case .system(let reason) = try #require(actor) else { throw Unexpected() }
        #expect(reason.hasPrefix("nhipcau user deactivate ("))
        #expect(try await user(["list"]).output.contains("ngừng sử dụng"))
        try await store.close()
    }

    @Test func whatCannotBeDoneIsOneLineAndChangesNothing() async throws {
        let store = try await found()
        #expect(try await addHoa().status == 0)
        let before = try await store.read { try Journal.verify($0).entries }
        for (outcome, reason) in [
            (try await addHoa(), "Đã có tài khoản hoa.nt."),
            (
                try await user(["password", "hoa.nt"], input: "ngắn\n"),
                "Mật khẩu cần ít nhất 12 ký tự; một câu ngắn dễ nhớ là tốt nhất."
            ),
            (try await user(["password", "hoa.nt"], input: ""), "Chưa nhập mật khẩu."),
            (try await user(["password", "nam.tv"], input: "con cò bay lả bay la\n"), "Không có tài khoản nam.tv."),
            (try await user(["deactivate", "hoa.nt", "--reason", ""]), "Cần nêu lý do."),
        ] {
            #expect(outcome.status == 2)
            #expect(outcome.output == "")
            #expect(outcome.complaint == "nhipcau: \(path): \(reason)\n")
        }
        let unclear = try await user([
            "add", "nam.tv", "--name", "Nam", "--role", "officer", "--unit", "Sở Ngoại vu giao",
        ])
        #expect(unclear.status == 2)
        #expect(unclear.complaint.contains("Sở Ngoại vu giao"))
        #expect(try await store.read { try Journal.verify($0).entries } == before)
        try await store.close()
    }

    @Test func aBrokenJournalIsNamedWithStatusOne() async throws {
        let store = try await found()
        #expect(try await addHoa().status == 0)
        let intact = try await Command.run("verify", "--json", "--database", path)
        #expect(intact.status == 0, "\(intact.complaint)")
        #expect(intact.output.contains("\"intact\": true"))
        let count = try await store.write { db in
            try db.run("DROP TRIGGER journal_changes")
            try db.run("UPDATE journal SET after = '{}' WHERE id = 2")
            return try db.value("SELECT entries FROM journal_head", Int.self)
        }
        try await store.close()
        let broken = try await Command.run("verify", "--json", "--database", path)
        #expect(broken.status == 1)
        #expect(broken.complaint == "nhipcau: \(path): Nhật ký không còn nguyên vẹn: dòng 2 đã bị sửa.\n")
        struct Answer: Decodable {
            struct Break: Decodable {
                var entry: Int
                var kind: String
            }
            var entries: Int
            var intact: Bool
            var broken: Break
        }
        let answer = try JSONDecoder().decode(Answer.self, from: Data(broken.output.utf8))
        #expect(answer.entries == 1)
        #expect(!answer.intact)
        #expect(answer.broken.entry == 2)
        #expect(answer.broken.kind == "changed")
        #expect(intact.output.contains("\"entries\": \(try #require(count))"))
    }
}
