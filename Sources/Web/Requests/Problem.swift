import HTTPTypes
package import Hummingbird
package import Logging
import Markup
import NIOCore

extension Site {
    /// What a program is told about an error (RFC 9457): the same as the page for people, with the same reference.
    package func problem(_ error: any Error, _ request: Request, _ visit: Visit, _ logger: Logger) -> Response {
        let failure = logged(error, request, visit, logger)
        let words = words(visit)
        var json = JSONWriter()
        json.object { json in
            json.member("type", "about:blank")
            json.member("title", words("web.title.\(failure.status.code)"))
            json.member("status", failure.status.code)
            json.member("detail", words(failure.message))
            json.member("instance", "urn:nhipcau:\(visit.reference)")
        }
        var answer = Answer.text(json.bytes, type: "application/problem+json", failure.status)
        if failure.status == .unauthorized { answer.headers[.wwwAuthenticate] = "Bearer" }
        answer.headers[.retryAfter] = failure.retryAfter
        return delivery.response(answer, to: request)
    }
}
