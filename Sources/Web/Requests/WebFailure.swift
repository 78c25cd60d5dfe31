package import HTTPTypes
package import Wording

/// A request that is answered with an error page: its status, and a sentence for who asked.
package struct WebFailure: Error, Sendable {
    /// The status of the answer.
    package let status: HTTPResponse.Status
    /// What is said.
    package let message: Message

    /// Both parts.
    package init(_ status: HTTPResponse.Status, _ key: String, _ values: [String: String] = [:]) {
        self.init(status, Message(key, values))
    }

    /// Both parts.
    package init(_ status: HTTPResponse.Status, _ message: Message) {
        self.status = status
        self.message = message
    }

    /// There is nothing at that address, or nothing for who asked.
    package static let notFound = WebFailure(.notFound, "web.not-found")
    /// Who asked may not.
    package static let forbidden = WebFailure(.forbidden, "web.forbidden")
    /// What was sent is not what our pages send.
    package static let malformed = WebFailure(.badRequest, "web.malformed")
    /// A form without the token of this browser: it was left open over a sign-out, or another site sent it.
    package static let staleForm = WebFailure(.forbidden, "web.stale-form")
    /// More was sent than is taken.
    package static func tooLarge(megabytes: Int) -> WebFailure {
        WebFailure(.contentTooLarge, "web.too-large", ["megabytes": String(megabytes)])
    }
    /// Too many requests of one sender.
    package static func tooMany(seconds: Int) -> WebFailure {
        WebFailure(.tooManyRequests, "web.too-many", ["seconds": String(seconds)])
    }

    /// After how many seconds it is worth trying again, where that is known.
    var retryAfter: String? { status == .tooManyRequests ? message.values["seconds"] : nil }
}
