import Mail
import TestSupport
import Testing
import WorkCalendar

struct MailServerTests {
    private func message(to: String = "hoa.nt@example.vn") throws -> MailMessage {
        MailMessage(
            from: try #require(MailAddress("nhipcau@example.vn", name: "Nhịp Cầu")), to: try #require(MailAddress(to)),
            subject: "Nhắc việc: quá hạn", text: "Kính gửi bà Hoa\n.\nHết\n", date: .now, id: "1.abc@example.vn")
    }

    private func failure(_ server: MailServer?, to: String = "hoa.nt@example.vn") async throws -> MailServer.Failure? {
        let (server, message) = (try #require(server), try message(to: to))
        return await #expect(throws: MailServer.Failure.self) { try await server.send(message) }
    }

    @Test func aLetterArrivesAsItWasWritten() async throws {
        try await TestMailServer.running { server in
            try await #require(MailServer("smtp://\(server.host)")).send(try message())
            let letter = try #require(try server.letters.first)
            let read = try await TestMailServer.read(letter)
            #expect(read.subject == "Nhắc việc: quá hạn")
            #expect(read.text == "Kính gửi bà Hoa\n.\nHết\n")
        }
    }

    @Test func aPasswordGoesOnlyOverACheckedConnection() async throws {
        try await TestMailServer.running(login: ("hoa@example.vn", "mật khẩu dài")) { server in
            let address = "smtp://hoa%40example.vn@\(server.host)"
            let right = MailServer(address, password: "mật khẩu dài", authorities: server.certificate)
            try await #require(right).send(try message())
            #expect(try server.letters.count == 1)

            let wrong = try await failure(MailServer(address, password: "sai", authorities: server.certificate))
            guard case .notSent(let reason) = wrong else { Issue.record("\(String(describing: wrong))"); return }
            #expect(reason.contains("535"))

            // A certificate that nobody signed.
            guard case .notSent = try await failure(MailServer(address, password: "mật khẩu dài")) else {
                Issue.record("the certificate was not checked")
                return
            }
            #expect(try server.letters.count == 1)
        }
        // A server without encryption never gets the password.
        try await TestMailServer.running { server in
            guard case .notSent = try await failure(MailServer("smtp://hoa@\(server.host)", password: "x")) else {
                Issue.record("sent in plain")
                return
            }
            #expect(try server.letters.isEmpty)
        }
    }

    @Test func whatTheServerSaysTellsWhetherToTryAgain() async throws {
        try await TestMailServer.running { server in
            let ours = MailServer("smtp://\(server.host)")
            let unknown = try await failure(ours, to: "unknown@example.vn")
            guard case .refused(let reason) = unknown else { Issue.record("\(String(describing: unknown))"); return }
            #expect(reason.contains("550 5.1.1 no such user here"))
            let busy = try await failure(ours, to: "busy@example.vn")
            guard case .notSent(let reason) = busy else { Issue.record("\(String(describing: busy))"); return }
            #expect(reason.contains("451"))
            #expect(try server.letters.isEmpty)
            // It took all of it and fell silent.
            let silent = try await failure(ours, to: "silent@example.vn")
            guard case .unknown = silent else { Issue.record("\(String(describing: silent))"); return }
        }
        guard case .notSent = try await failure(MailServer("smtp://127.0.0.1:1")) else {
            Issue.record("nobody listens there")
            return
        }
    }

    @Test(arguments: ["http://mail.vn", "smtp://", "mail.vn:25", "smtp://mail.vn/path/x", "smtp://mail.vn:port"])
    func whatIsNoAddressOfAServerIsRefused(address: String) { #expect(MailServer(address) == nil) }
}
