import Foundation
import Mail
import Storage
import TestSupport
import Testing
import Wording
import WorkCalendar

@testable import Office

@Suite(.onEachEngine(NoticeCast.migrations))
struct NoticeMailingTests {
    private func cast(nam address: String = "nam.tv@example.vn") async throws -> NoticeCast {
        let cast = try await NoticeCast.found()
        try await TestStore.current.write {
            try NoticeChoices.setAddress(address, of: cast.nam, by: NoticeCast.act, $0)
        }
        return cast
    }

    private func tell(_ news: [Notices.News], _ accounts: [Account]) async throws {
        try await TestStore.current.write { db in
            for news in news { try Notices.tell(news, to: accounts.map(\.id), by: Act(.system("test"), at: .now), db) }
        }
    }

    /// Does the job once, now, as a worker would.
    private func mail(_ server: String) async throws {
        let mailing = NoticeMailing(
            try #require(MailServer(server)), from: try #require(MailAddress("nhipcau@example.vn", name: "Nhịp Cầu")),
            page: "https://nhipcau.example.vn/thong-bao", words: NoticeCast.words)
        let store = try TestStore.current
        let job = try await store.write { db in
            let later = Instant.now.adding(seconds: 86_400)
            return try Jobs.lease([NoticeMail.job], by: "test \(UUID())", for: 100_000, now: later, db)
        }
        guard let job else { return }
        let run = JobRun(job: job, store: store, lease: 100_000)
        do { try await mailing.handler.run(run) } catch {
            try await store.write { try Jobs.fail(job, reason: "\(error)", retryAfter: 0, now: .now, $0) }
        }
    }

    private func outcomes() async throws -> [String?] {
        try await TestStore.current.read { db in
            try db.all(
                "SELECT e.outcome FROM notice_mails AS m LEFT JOIN notice_mail_ends AS e ON e.mail = m.id ORDER BY m.id"
            ) { try $0.next(String?.self) }
        }
    }

    @Test func whatOnePersonWasToldComesInOneLetter() async throws {
        try await TestMailServer.running { server in
            let cast = try await cast()
            try await tell(
                [
                    NoticeCast.news(.dueSoon, title: "Nộp báo cáo quý"), NoticeCast.news(.late),
                    NoticeCast.news(.comment),
                ], [cast.nam, cast.hoa])
            try await mail("smtp://\(server.host)")
            // Hoa has no address; comments are not sent where nobody chose that.
            let letters = try server.letters
            #expect(letters.count == 1)
            let (subject, text) = try await TestMailServer.read(try #require(letters.first))
            #expect(subject == "[Nhịp Cầu] 2 thông báo, 1 việc quá hạn")
            #expect(
                text.contains(
                    """
                    Quá hạn (1)
                    - Quá hạn từ ngày 30/11/2026: Mở ngày hội diều (Sở Diều)

                    Sắp đến hạn (trong 7 ngày) (1)
                    - Hạn 30/11/2026: Nộp báo cáo quý (Sở Diều)
                    """))
            #expect(text.contains("https://nhipcau.example.vn/thong-bao"))
        }
    }

    @Test func nothingIsSentTwiceAndWhatWasReadNotAtAll() async throws {
        try await TestMailServer.running { server in
            let cast = try await cast()
            try await tell([NoticeCast.news(.late)], [cast.nam])
            for _ in 1...2 { try await mail("smtp://\(server.host)") }
            #expect(try server.letters.count == 1)
            // Asked for again by a later occasion; what went already does not come along.
            try await tell([NoticeCast.news(.late, "2"), NoticeCast.news(.dueSoon, "3", title: "Đã xem")], [cast.nam])
            try await TestStore.current.write { db in
                let notice = try #require(try Notices.list(for: cast.nam.id, db).first { $0.title == "Đã xem" })
                try Notices.markRead(notice.id, of: cast.nam.id, at: .now, db)
            }
            try await mail("smtp://\(server.host)")
            #expect(try server.letters.count == 2)
            #expect(try await TestMailServer.read(try server.letters[1]).subject == "[Nhịp Cầu] Quá hạn")
        }
    }

    @Test func aServerKilledWhileItSentNeverSendsThatLetterAgain() async throws {
        try await TestMailServer.running { server in
            let cast = try await cast()
            try await tell([NoticeCast.news(.late)], [cast.nam])
            // All that a kill between sending and noting it leaves behind.
            _ = try await TestStore.current.write {
                try NoticeMail.begin(but: [], domain: "example.vn", now: .now, $0)
            }
            try await mail("smtp://\(server.host)")
            #expect(try server.letters.isEmpty)
            #expect(try await outcomes() == [nil])
            #expect(try await TestStore.current.read { try Notices.unread(of: cast.nam.id, $0) } == 1)
        }
    }

    @Test func whatSurelyDidNotGoIsSentLaterAndOneBadAddressHoldsNobodyUp() async throws {
        let cast = try await cast(nam: "busy@example.vn")
        try await TestStore.current.write { db in
            try NoticeChoices.setAddress("unknown@example.vn", of: cast.hoa, by: NoticeCast.act, db)
            try NoticeChoices.setAddress("lan@example.vn", of: cast.lan, by: NoticeCast.act, db)
        }
        try await tell([NoticeCast.news(.late)], [cast.nam, cast.hoa, cast.lan])
        // Nobody listens.
        try await mail("smtp://127.0.0.1:1")
        #expect(Set(try await outcomes()) == ["not-sent"])
        try await TestMailServer.running { server in
            try await mail("smtp://\(server.host)")
            #expect(try server.letters.count == 1)
            #expect(Array(try await outcomes().suffix(3)) == ["refused", "not-sent", "sent"])
            // The busy one again, under the same identity, now that the address is right; the refused one never.
            try await TestStore.current.write {
                try NoticeChoices.setAddress("nam@example.vn", of: cast.nam, by: NoticeCast.act, $0)
            }
            try await mail("smtp://\(server.host)")
            #expect(try server.letters.count == 2)
            let identities = try await TestStore.current.read { db in
                try db.all("SELECT DISTINCT message_id FROM notice_mails WHERE account = \(cast.nam.id)") {
                    try $0.next(String.self)
                }
            }
            #expect(identities.count == 1)
            #expect(try server.letters[1].contains("Message-ID: <\(try #require(identities.first))>"))
        }
    }

    @Test func anAccountOutOfUseGetsNoLetter() async throws {
        try await TestMailServer.running { server in
            let cast = try await cast()
            try await tell([NoticeCast.news(.late)], [cast.nam])
            try await TestStore.current.write {
                try Accounts.deactivate(cast.nam, reason: "nghỉ hưu", by: NoticeCast.act, $0)
            }
            try await mail("smtp://\(server.host)")
            #expect(try server.letters.isEmpty)
        }
    }

    @Test func eachIsWrittenToInTheOwnLanguage() async throws {
        try await TestMailServer.running { server in
            let cast = try await cast()
            try await TestStore.current.write {
                try NoticeChoices.setLanguage(.en, of: cast.nam, by: NoticeCast.act, $0)
            }
            try await tell([NoticeCast.news(.late)], [cast.nam])
            try await mail("smtp://\(server.host)")
            let (subject, text) = try await TestMailServer.read(try #require(try server.letters.first))
            #expect(subject == "[Nhịp Cầu] Late" && text.contains("30 Nov 2026"))
        }
    }

    @Test func onALetterOfUnknownEndAnAdministratorDecides() async throws {
        try await TestMailServer.running { server in
            let cast = try await cast()
            let store = try TestStore.current
            try await tell([NoticeCast.news(.late)], [cast.nam])
            let begun = try await store.write {
                try NoticeMail.begin(but: [], domain: "example.vn", now: .now, $0)
            }
            let letter = try #require(begun).mail
            let later = Act(.system("test"), at: .now.adding(seconds: 3_600))
            func uncertain(_ at: Instant) async throws -> [Int] {
                try await store.read { try NoticeMail.uncertainLetters(at: at, $0).map(\.mail) }
            }
            func decide(_ decision: NoticeMail.Decision) async throws {
                try await store.write { try NoticeMail.decide(decision, on: letter, by: later, $0) }
            }
            // What is just being sent is none of them.
            #expect(try await uncertain(.now).isEmpty)
            #expect(try await uncertain(later.at) == [letter])
            try await decide(.leave)
            #expect(try await uncertain(later.at).isEmpty)
            try await mail("smtp://\(server.host)")
            #expect(try server.letters.isEmpty)
            try await decide(.undo)
            try await decide(.again)
            #expect(try await uncertain(later.at).isEmpty)
            await #expect(throws: Refusal("letters.decided")) { try await decide(.undo) }
            for _ in 1...2 { try await mail("smtp://\(server.host)") }
            #expect(try server.letters.count == 1)
        }
    }

    @Test func oldNoticesAreForgottenWithTheirLetters() async throws {
        let cast = try await cast()
        let store = try TestStore.current
        try await tell([NoticeCast.news(.late), NoticeCast.news(.late, "2")], [cast.nam])
        _ = try await store.write { try NoticeMail.begin(but: [], domain: "example.vn", now: .now, $0) }
        func left(after days: Int) async throws -> [Int] {
            try await store.write { db in
                try Notices.prune(at: .now.adding(seconds: days * 86_400), db)
                return try ["notices", "notice_mails"].map {
                    try db.value("SELECT count(*) FROM \(name: $0)") ?? 0
                }
            }
        }
        #expect(try await left(after: 200) == [2, 1])
        let first = try #require(try await store.read { try Notices.list(for: cast.nam.id, $0) }.last)
        try await store.write { try Notices.markRead(first.id, of: cast.nam.id, at: .now, $0) }
        #expect(try await left(after: 170) == [2, 1])
        #expect(try await left(after: 200) == [1, 1])
        #expect(try await left(after: 401) == [0, 0])
    }
}
