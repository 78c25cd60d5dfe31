package import HTTPTypes
package import HummingbirdCore
package import Markup

/// What a request is answered with.
package struct Answer: Sendable {
    /// The status of an answer.
    package typealias Status = HTTPResponse.Status

    enum Content: Sendable {
        case none
        /// Complete already: it gets an entity tag, and is compressed where that pays.
        case bytes([UInt8])
        /// Written piece by piece.
        case pieces(ResponseBody)
    }

    /// The status.
    package var status: Status
    /// Headers besides those that every answer gets.
    package var headers: HTTPFields
    let content: Content

    init(_ status: Status, _ headers: HTTPFields = [:], _ content: Content = .none) {
        self.status = status
        self.headers = headers
        self.content = content
    }

    /// A page.
    package static func html(_ markup: MarkupWriter, _ status: Status = .ok) -> Answer {
        Answer(status, [.contentType: "text/html; charset=utf-8"], .bytes(markup.bytes))
    }

    /// Text of some type.
    package static func text(_ bytes: [UInt8], type: String, _ status: Status = .ok) -> Answer {
        Answer(status, [.contentType: type], .bytes(bytes))
    }

    /// JSON.
    package static func json(_ json: JSONWriter, _ status: Status = .ok) -> Answer {
        .text(json.bytes, type: "application/json", status)
    }

    /// Bytes that a browser saves under a name and never shows: what people uploaded.
    package static func download(_ body: ResponseBody, name: String, type: String) -> Answer {
        var headers: HTTPFields = [
            .contentType: type,
            .contentDisposition: "attachment; filename*=UTF-8''\(URLEncoding.encoded(name))",
            .contentSecurityPolicy: "default-src 'none'; sandbox",
        ]
        if let length = body.contentLength { headers[.contentLength] = String(length) }
        return Answer(.ok, headers, .pieces(body))
    }

    /// A picture that we made.
    package static func picture(_ bytes: [UInt8], type: String) -> Answer {
        Answer(.ok, [.contentType: type, .cacheControl: "private, max-age=86400"], .bytes(bytes))
    }

    /// To another page, after a form was sent: going back or reloading does not send it again.
    /// - Parameter address: Of ours; any other leads to the first page.
    package static func redirect(_ address: String, _ notice: Notice? = nil) -> Answer {
        let isOurs = address.hasPrefix("/") && !address.hasPrefix("//") && !address.contains("\\")
        var answer = Answer(.seeOther, [.location: isOurs ? address : "/"])
        if let notice { answer.set(notice.cookie) }
        return answer
    }

    /// To an address that is not of ours: a provider of identities. Never one that came with a request.
    package static func leave(to address: String) -> Answer { Answer(.seeOther, [.location: address]) }

    /// Nothing to say.
    package static func empty(_ status: Status = .noContent) -> Answer { Answer(status) }

    /// Gives the browser a cookie.
    package mutating func set(_ cookie: SetCookie) { headers.append(HTTPField(name: .setCookie, value: cookie.text)) }
}

/// A cookie for a browser: never for scripts, never from other sites.
package struct SetCookie: Sendable {
    let text: String

    /// - Parameters:
    ///   - seconds: How long it is kept; `nil` until the browser is closed, 0 removes it.
    ///   - isSecure: Over TLS alone.
    package init(_ name: StaticString, _ value: String, seconds: Int? = nil, isSecure: Bool) {
        var text = "\(name)=\(URLEncoding.encoded(value)); Path=/; HttpOnly; SameSite=Lax"
        if let seconds { text += "; Max-Age=\(seconds)" }
        if isSecure { text += "; Secure" }
        self.text = text
    }
}
