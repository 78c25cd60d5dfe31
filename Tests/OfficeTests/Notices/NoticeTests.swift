import Office
import Storage
import TestSupport
import Testing
import Wording
import WorkCalendar

@Suite(.onEachEngine(NoticeCast.migrations))
struct NoticeTests {
    private func tell(_ news: Notices.News, _ accounts: [Account], by act: Act = NoticeCast.act) async throws {
        try await TestStore.current.write { try Notices.tell(news, to: accounts.map(\.id), by: act, $0) }
    }

    private func list(_ account: Account, unreadOnly: Bool = false) async throws -> [PersonalNotice] {
        try await TestStore.current.read { try Notices.list(for: account.id, unreadOnly: unreadOnly, $0) }
    }

    @Test func nobodyIsToldTheSameTwiceNorWhatTheyDidThemselves() async throws {
        let cast = try await NoticeCast.found()
        let seat = Actor.holder(
            account: Named(id: cast.lan.id.rawValue, name: cast.lan.name), position: Named(id: 1, name: "Giám đốc"),
            unit: Named(id: 2, name: "Sở Diều"))
        let act = Act(seat, at: NoticeCast.now)
        for _ in 1...2 { try await tell(NoticeCast.news(.approved), [cast.nam, cast.lan, cast.nam], by: act) }
        #expect(try await list(cast.lan).isEmpty)
        let notice = try #require(try await list(cast.nam).first)
        #expect(try await list(cast.nam).count == 1)
        #expect(
            notice.sentence(NoticeCast.words(.vi), unitName: "Sở Diều")
                == "Lê Thị Lan đã duyệt hoàn thành: Mở ngày hội diều (Sở Diều)")
        try await tell(NoticeCast.news(.approved, "2"), [cast.nam], by: act)
        #expect(try await list(cast.nam).count == 2)
    }

    @Test func theBellCountsWhatIsUnreadUntilItIsRead() async throws {
        let cast = try await NoticeCast.found()
        for occasion in ["1", "2", "3"] { try await tell(NoticeCast.news(.late, occasion), [cast.nam, cast.hoa]) }
        let latest = try #require(try await list(cast.nam).first)
        let store = try TestStore.current
        try await store.write { try Notices.markRead(latest.id, of: cast.nam.id, at: .now, $0) }
        #expect(try await store.read { try Notices.unread(of: cast.nam.id, $0) } == 2)
        #expect(try await list(cast.nam, unreadOnly: true).map(\.id) == list(cast.nam).dropFirst().map(\.id))
        // Another's notice is neither shown nor marked.
        #expect(try await store.read { try Notices.one(latest.id, of: cast.hoa.id, $0) } == nil)
        try await store.write { try Notices.markRead(nil, of: cast.nam.id, at: .now, $0) }
        #expect(try await store.read { try Notices.unread(of: cast.nam.id, $0) } == 0)
        #expect(try await store.read { try Notices.unread(of: cast.hoa.id, $0) } == 3)
    }

    @Test func everybodyChoosesByKind() async throws {
        let cast = try await NoticeCast.found()
        let store = try TestStore.current
        try await store.write { db in
            try NoticeChoices.choose([.late: .none, .comment: .mail], for: cast.nam, by: NoticeCast.act, db)
            try NoticeChoices.choose([.late: .none], for: cast.nam, by: NoticeCast.act, db)
        }
        try await tell(NoticeCast.news(.late), [cast.nam, cast.hoa])
        #expect(try await list(cast.nam).isEmpty)
        #expect(try await list(cast.hoa).count == 1)
        let ways = try await store.read { try NoticeChoices.ways(of: cast.nam.id, $0) }
        #expect(ways[.late] == NoticeWay.none && ways[.comment] == .mail && ways[.sentBack] == .mail)
        // What changed nothing left no line.
        let lines = try await store.read { try Journal.entries(of: .account(cast.nam.id), $0) }.map(\.action)
        #expect(lines.filter { $0 == "account.choose-notices" }.count == 1)
    }

    @Test func anAddressIsSetTakenAwayAndNeverNonsense() async throws {
        let cast = try await NoticeCast.found()
        let store = try TestStore.current
        func set(_ text: String?) async throws -> String? {
            try await store.write { db in
                try NoticeChoices.setAddress(text, of: cast.nam, by: NoticeCast.act, db)
                return try NoticeChoices.address(of: cast.nam.id, db)
            }
        }
        #expect(try await set(" nam.tv@example.vn ") == "nam.tv@example.vn")
        await #expect(throws: Refusal("notice.no-address", ["address": "nam"])) { _ = try await set("nam") }
        #expect(try await set("  ") == nil)
    }

    @Test func ofLeadersTheNearestAreAsked() async throws {
        let cast = try await NoticeCast.found()
        let found = try await TestStore.current.read { db in
            let posts = try Posts(on: NoticeCast.act.day, db)
            return [
                try posts.accounts(whoMay: .approve, with: NoticeCast.department, db),
                try posts.accounts(whoMay: .approve, with: NoticeCast.commune, db),
                try posts.accounts(whoMay: .extend, with: NoticeCast.commune, db),
                try posts.accounts(whoMay: .approve, with: nil, db),
            ]
        }
        #expect(found == [[cast.lan.id], [cast.minh.id], [cast.hoa.id], []])
    }

    @Test func whoseUnitWentIntoAnotherIsToldWithThatOne() async throws {
        let cast = try await NoticeCast.found()
        let day = NoticeCast.act.day.adding(days: 10)
        let found = try await TestStore.current.write { db in
            let merger = Succession(
                .merge, on: day, from: [NoticeCast.commune], to: [NoticeCast.department], basis: "1/NQ-HĐND")
            try Organisations.record(merger, by: NoticeCast.act, db)
            return try Posts(on: day, db).accounts(in: NoticeCast.department, [.officer], db)
        }
        #expect(found == [cast.nam.id])
    }
}
