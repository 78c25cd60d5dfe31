import HTTPTypes
package import Hummingbird
package import Logging
package import Markup
import Storage
import Wording

extension Site {
    /// The page about an error: what its reader can do, and a reference. What went wrong inside stands in the log under that reference.
    /// - Parameter frame: Puts a page into the frame of who asked.
    package func response(
        to error: any Error, _ request: Request, _ visit: Visit, _ logger: Logger, frame: (Page) -> MarkupWriter
    ) -> Response {
        let failure = logged(error, request, visit, logger)
        let words = words(visit)
        let page = Page(words("web.title.\(failure.status.code)")) { html in
            html.element("p", .class("lead"), text: words(failure.message))
            html.element("p") { html in
                html.text(words("web.reference"))
                html.text(" ")
                html.element("code", text: visit.reference)
            }
            html.element("p") { $0.element("a", .href("/"), text: words("web.home")) }
        }
        var answer = Answer.html(frame(page), failure.status)
        answer.headers[.retryAfter] = failure.retryAfter
        return delivery.response(answer, to: request)
    }

    /// What is said about an error; the log is told what it was.
    func logged(_ error: any Error, _ request: Request, _ visit: Visit, _ logger: Logger) -> WebFailure {
        let failure = failure(error)
        // Some addresses hold a secret, which no log shows.
        let path = request.uri.path.replacing(/[0-9a-f]{32,}/, with: "…")
        if failure.status.code >= 500 {
            logger.error(
                "failed",
                metadata: ["reference": "\(visit.reference)", "path": "\(path)", "error": "\(error)"])
        } else {
            logger.debug("refused", metadata: ["reference": "\(visit.reference)", "path": "\(path)"])
        }
        return failure
    }

    private func failure(_ error: any Error) -> WebFailure {
        switch error {
        case let failure as WebFailure: failure
        case let error as StorageError where error.kind == .busy || error.kind == .unreachable:
            WebFailure(.serviceUnavailable, "web.busy")
        case let error as any HTTPResponseError where error.status.code == 404: .notFound
        case let error as any HTTPResponseError where error.status.code < 500:
            WebFailure(.badRequest, "web.malformed")
        default: WebFailure(.internalServerError, "web.failed")
        }
    }
}
