import Foundation
import HTTPTypes
package import Hummingbird
package import Logging
import NIOCore
import NIOEmbedded
package import Office
package import Storage
package import Web
package import WorkCalendar

/// A browser for tests, without a socket: it keeps cookies, follows no redirect, and sends forms with the token of the page before.
package final class TestBrowser {
    /// What came back.
    package struct Page {
        /// The status.
        package let status: Int
        /// The headers.
        package let headers: HTTPFields
        /// The body.
        package let text: String
        /// The body as it was sent, of files.
        package let bytes: [UInt8]

        /// Where it leads.
        package var location: String? { headers[.location] }
    }

    private let responder: any HTTPResponder<VisitContext>
    private var cookies: [String: String] = [:]
    /// Where the server writes its log while it answers this browser.
    package var log = Logger(label: "test")
    /// The token of the last page with a form.
    package private(set) var token: String?

    /// A browser that knows nothing yet.
    package init(_ router: Router<VisitContext>) { responder = router.buildResponder() }

    /// Opens a session for a position, as signing in does, and remembers it.
    package func signIn(as account: Account, for position: Position, at: Instant = .now, _ store: Store) async throws {
        let visit = Visit(at: at, remote: "127.0.0.1")
        let secret = try await store.write {
            try Sessions.begin(account, .open, for: position, visit, agent: "test", $0)
        }
        cookies["session"] = secret.text
        token = FormToken(of: secret.text).text
    }

    /// Opens a page.
    package func get(_ address: String, headers: HTTPFields = [:]) async throws -> Page {
        try await send(.get, address, headers, ByteBuffer())
    }

    /// Sends a form with the token of this browser.
    package func post(_ address: String, _ fields: KeyValuePairs<String, String> = [:]) async throws -> Page {
        try await post(address, fields, token: token)
    }

    /// Sends a form with any token, or none.
    package func post(
        _ address: String, _ fields: KeyValuePairs<String, String> = [:], token: String?, headers: HTTPFields = [:]
    ) async throws -> Page {
        try await post(address, pairs: fields.map { ($0.key, $0.value) }, token: token, headers: headers)
    }

    /// Sends a form whose fields are made on the way, with the token of this browser.
    package func post(_ address: String, pairs: [(String, String)]) async throws -> Page {
        try await post(address, pairs: pairs, token: token, headers: [:])
    }

    private func post(
        _ address: String, pairs: [(String, String)], token: String?, headers: HTTPFields
    ) async throws -> Page {
        var pairs = pairs
        if let token { pairs.append((FormToken.field, token)) }
        let body = pairs.map { "\(URLEncoding.encoded($0.0))=\(URLEncoding.encoded($0.1))" }.joined(separator: "&")
        var headers = headers
        headers[.contentType] = "application/x-www-form-urlencoded"
        return try await send(.post, address, headers, ByteBuffer(string: body))
    }

    /// Sends a form with files: field, name and bytes of each.
    package func post(
        _ address: String, _ fields: KeyValuePairs<String, String> = [:],
        files: [(field: String, name: String, bytes: [UInt8])]
    ) async throws -> Page {
        let boundary = "----test\(UInt64.random(in: 0...(.max)))"
        var body = ByteBuffer()
        for (name, value) in fields.map({ ($0.key, $0.value) }) + [(FormToken.field, token ?? "")] {
            body.writeString("--\(boundary)\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n")
        }
        for file in files {
            body.writeString(
                """
                --\(boundary)\r\nContent-Disposition: form-data; name="\(file.field)"; filename="\(file.name)"\r\n\
                Content-Type: application/octet-stream\r\n\r\n
                """)
            body.writeBytes(file.bytes)
            body.writeString("\r\n")
        }
        body.writeString("--\(boundary)--\r\n")
        return try await send(
            .post, address, [.contentType: "multipart/form-data; boundary=\(boundary)"], body)
    }

    private func send(
        _ method: HTTPRequest.Method, _ address: String, _ headers: HTTPFields, _ body: ByteBuffer
    ) async throws -> Page {
        var headers = headers
        if !cookies.isEmpty {
            headers[.cookie] = cookies.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(
                separator: "; ")
        }
        let request = Request(
            head: HTTPRequest(
                method: method, scheme: "http", authority: "localhost", path: address, headerFields: headers),
            body: RequestBody(buffer: body))
        let source = ApplicationRequestContextSource(channel: EmbeddedChannel(), logger: log)
        let response = try await responder.respond(to: request, context: VisitContext(source: source))
        let writer = Collecting()
        try await response.body.write(writer)
        remember(response.headers)
        let text = String(buffer: writer.buffer)
        if let found = text.firstMatch(of: /name="form-token" value="([0-9a-f]+)"/) { token = String(found.1) }
        return Page(
            status: response.status.code, headers: response.headers, text: text, bytes: Array(buffer: writer.buffer))
    }

    private func remember(_ headers: HTTPFields) {
        for cookie in headers[values: .setCookie] {
            let pair = cookie.split(separator: ";")[0].split(
                separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let isGone = cookie.contains("Max-Age=0")
            cookies[String(pair[0])] = isGone ? nil : String(pair[1])
        }
    }

    private final class Collecting: ResponseBodyWriter {
        var buffer = ByteBuffer()
        func write(_ buffer: ByteBuffer) async throws { self.buffer.writeImmutableBuffer(buffer) }
        func finish(_ trailingHeaders: HTTPFields?) async throws {}
    }
}
