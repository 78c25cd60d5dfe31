import Crypto
import HTTPTypes
package import HummingbirdCore
import NIOCore

/// How answers travel: with an entity tag, so that what a browser has already is not sent again; compressed where that pays; with the
/// headers that keep browsers from doing what no page of ours does.
package struct Delivery: Sendable {
    private let guards: HTTPFields

    /// - Parameter isSecure: Whether browsers reach us over TLS.
    package init(isSecure: Bool) {
        var guards: HTTPFields = [
            .contentSecurityPolicy: """
            default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; \
            manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'
            """,
            .xContentTypeOptions: "nosniff", .crossOriginResourcePolicy: "same-origin",
            .cacheControl: "private, no-cache",
        ]
        for (name, value) in [
            ("Referrer-Policy", "same-origin"), ("Cross-Origin-Opener-Policy", "same-origin"),
            ("Permissions-Policy", "camera=(), geolocation=(), microphone=()"),
        ] {
            if let name = HTTPField.Name(name) { guards[name] = value }
        }
        if isSecure { guards[.strictTransportSecurity] = "max-age=31536000" }
        self.guards = guards
    }

    /// The response that carries an answer.
    package func response(_ answer: Answer, to request: Request) -> Response {
        var headers = guards
        for field in answer.headers {
            if field.name == .setCookie { headers.append(field) } else { headers[field.name] = field.value }
        }
        switch answer.content {
        case .none:
            // A script follows a redirect before it can say where to; so it is told, and goes there itself.
            let isTold = answer.status == .seeOther && request.headers[.requestedBy] != nil
            return Response(status: isTold ? .noContent : answer.status, headers: headers)
        case .pieces(let body):
            return Response(status: answer.status, headers: headers, body: body)
        case .bytes(let bytes):
            return response(bytes, answer.status, headers, to: request)
        }
    }

    private func response(
        _ bytes: [UInt8], _ status: HTTPResponse.Status, _ headers: HTTPFields, to request: Request
    ) -> Response {
        var headers = headers
        if request.method == .get, status == .ok {
            let tag = "W/\"\(Hexadecimal.text(SHA256.hash(data: bytes).prefix(12)))\""
            headers[.eTag] = tag
            if request.headers[.ifNoneMatch]?.contains(tag) ?? false {
                return Response(status: .notModified, headers: headers)
            }
        }
        let isText = headers[.contentType].map { $0.hasPrefix("text/") || $0.hasPrefix("application/") } ?? false
        if isText, bytes.count > 1024 {
            headers[.vary] = "accept-encoding, cookie"
            if Gzip.isAccepted(by: request) {
                let compressed = Gzip.compressed(bytes, level: 4)
                headers[.contentEncoding] = "gzip"
                return Response(
                    status: status, headers: headers, body: .init(byteBuffer: ByteBuffer(bytes: compressed)))
            }
        }
        return Response(status: status, headers: headers, body: .init(byteBuffer: ByteBuffer(bytes: bytes)))
    }
}

extension HTTPField.Name {
    /// What `page.js` names itself in, where it sends a form with files.
    fileprivate static var requestedBy: HTTPField.Name { HTTPField.Name("X-Requested-With") ?? .from }
}
