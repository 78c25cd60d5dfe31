import Foundation
import Glibc

/// An SMTP server of one test (aiosmtpd), which keeps what it is sent.
package struct TestMailServer: Sendable {
    private let folder: TestFolder
    /// "127.0.0.1:PORT", or "localhost:PORT" where it has a certificate, which is for that name.
    package let host: String

    /// The certificate that it shows, which nobody signed.
    package var certificate: String { folder.path("certificate.pem") }

    /// Starts a server, and ends it after the body.
    /// - Parameter login: Name and password that it asks for, over STARTTLS only; `nil`: it takes letters from anyone, in plain.
    package static func running(
        login: (name: String, password: String)? = nil, _ body: (TestMailServer) async throws -> Void
    ) async throws {
        let folder = try TestFolder()
        defer { folder.clear() }
        let process = Process()
        process.executableURL = URL(filePath: "/bin/sh")
        process.arguments =
            ["-c", script, folder.folder.path(), python, program] + (login.map { [$0.name, $0.password] } ?? [])
        try process.run()
        // It may have inherited a mask that holds SIGTERM back.
        defer { kill(process.processIdentifier, SIGKILL) }
        for _ in 0..<1_000 where !FileManager.default.fileExists(atPath: folder.path("port")) {
            guard process.isRunning else { break }
            try await Task.sleep(for: .milliseconds(20))
        }
        let port = try String(contentsOfFile: folder.path("port"), encoding: .utf8)
        try await body(TestMailServer(folder: folder, host: "\(login == nil ? "127.0.0.1" : "localhost"):\(port)"))
    }

    /// The letters that it took, the first one first, as they came.
    package var letters: [String] {
        get throws {
            try FileManager.default.contentsOfDirectory(atPath: folder.folder.path()).filter { $0.hasSuffix(".eml") }
                .sorted { $0.localizedStandardCompare($1) == .orderedAscending }
                .map { String(decoding: try Data(contentsOf: URL(filePath: folder.path($0))), as: UTF8.self) }
        }
    }

    /// What the body of a letter says, and its subject, as a program of mail shows them.
    package static func read(_ letter: String) async throws -> (subject: String, text: String) {
        let folder = try TestFolder()
        defer { folder.clear() }
        let script = """
            import email, email.policy, sys
            letter = email.message_from_binary_file(open(sys.argv[1] + "/letter", "rb"), policy=email.policy.default)
            assert not letter.defects, letter.defects
            text = letter.get_content().replace("\\r\\n", "\\n")
            open(sys.argv[1] + "/read", "wb").write((letter["subject"] + "\\0" + text).encode())
            """
        let (program, input) = (try folder.file("read.py", script), try folder.file("letter", letter))
        // Not by pipes: a program that another test starts just then would hold them open.
        let command = "'\(python)' '\(program)' '\(folder.folder.path())'"
        let status = try await waiting { system(command) }
        guard status == 0 else { throw Unreadable(letter: input) }
        let read = try String(contentsOfFile: folder.path("read"), encoding: .utf8)
        let parts = read.split(separator: "\0", maxSplits: 1, omittingEmptySubsequences: false)
        return (String(parts[0]), String(parts[1]))
    }

    private struct Unreadable: Error { let letter: String }

    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    /// bin/test installs it.
    private static var python: String { root.appending(path: ".build/python/bin/python").path() }
    private static var program: String { root.appending(path: "Tests/MailTests/smtp-server.py").path() }

    private static let script = """
        cd "$0"
        if [ $# -gt 2 ]; then
            openssl req -x509 -newkey rsa:2048 -nodes -keyout key.pem -out certificate.pem -days 2 -subj /CN=localhost \
                -addext subjectAltName=DNS:localhost 2>/dev/null
            exec "$1" "$2" "$0" --login "$3" "$4" certificate.pem key.pem
        fi
        exec "$1" "$2" "$0"
        """
}
