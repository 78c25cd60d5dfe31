import Mail
import TestSupport
import Testing
import WorkCalendar

struct MailMessageTests {
    private func message(subject: String, text: String = "", name: String? = nil) throws -> MailMessage {
        MailMessage(
            from: try #require(MailAddress("nhipcau@example.vn", name: "Nhịp Cầu")),
            to: try #require(MailAddress("hoa.nt@example.vn", name: name)), subject: subject, text: text,
            date: Instant(milliseconds: 1_795_248_000_123), id: "1.abc@example.vn")
    }

    @Test func aLetterIsASCIIWithItsDateInHaNoiAndTheSameIdentityForEver() throws {
        let letter = String(decoding: try message(subject: "Plain", name: "Nguyen Thi Hoa").bytes, as: UTF8.self)
        #expect(letter.hasPrefix("Date: Sat, 21 Nov 2026 15:00:00 +0700\r\n"))
        #expect(letter.contains("\r\nMessage-ID: <1.abc@example.vn>\r\nSubject: Plain\r\n"))
        #expect(letter.contains("\r\nTo: Nguyen Thi Hoa\r\n <hoa.nt@example.vn>\r\n"))
        #expect(letter.utf8.allSatisfy { $0 < 128 })
    }

    @Test(arguments: [
        "Nhắc việc: 3 việc quá hạn", String(repeating: "Đôn đốc thực hiện ", count: 12), "👩‍👩‍👧‍👦 gia đình",
        "=?UTF-8?B?eA==?=",
        String(repeating: "x", count: 200),
    ])
    func whatASubjectSaysComesBackFromShortLines(subject: String) async throws {
        let text = "Kính gửi bà Hoa,\n\nViệc này đến hạn ngày 30/11/2026.\n.\n.. hết\n"
        let letter = String(
            decoding: try message(subject: subject, text: text, name: "Hoa, \"Sở\" <x>").bytes, as: UTF8.self)
        #expect(letter.split(separator: "\r\n").allSatisfy { $0.utf8.count <= 76 })
        for word in letter.matches(of: /=\?UTF-8\?B\?[^?]*\?=/) { #expect(word.output.count <= 75) }
        let read = try await TestMailServer.read(letter)
        #expect(read.subject == subject)
        #expect(read.text == text)
    }

    @Test func noHeaderCanBeSmuggledIn() throws {
        let letter = String(
            decoding: try message(subject: "a\r\nBcc: x@y.vn", name: "b\nCc: x@y.vn").bytes, as: UTF8.self)
        #expect(!letter.contains("\nBcc") && !letter.contains("\nCc"))
        for address in ["a b@example.vn", "a@example.vn\r\nBcc: c@d.vn", "<a@example.vn>", "a@b@c.vn", "a@", "hoa"] {
            #expect(MailAddress(address) == nil)
        }
        #expect(MailAddress(written: "Nhịp Cầu <a@example.vn>") == MailAddress("a@example.vn", name: "Nhịp Cầu"))
    }
}
