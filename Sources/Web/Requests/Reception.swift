import HTTPTypes
package import Hummingbird
import Wording

/// The first to see a request: gives it its language, what the page before leaves to be said, and an address behind a proxy; and
/// answers whatever nobody else answered, with a reference that stands in the log as well.
package struct Reception<Context: WebContext>: RouterMiddleware {
    private let site: Site

    /// - Parameter site: Whose words are spoken.
    package init(_ site: Site) { self.site = site }

    /// Receives a request.
    package func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        var context = context
        var visit = Visit(at: site.now(), remote: remote(of: request, context))
        let cookies = request.cookies
        visit.language = cookies["language"].flatMap { Catalogue.Language(rawValue: $0.value) } ?? .vi
        visit.notice = cookies[Notice.cookieName].flatMap { Notice(cookie: URLEncoding.decoded($0.value)) }
        context.visit = visit
        do {
            var response = try await next(request, context)
            if visit.notice != nil, response.status == .ok || response.status == .unprocessableContent {
                response.headers.append(
                    HTTPField(name: .setCookie, value: SetCookie("notice", "", seconds: 0, isSecure: false).text))
            }
            return response
        } catch  where request.uri.path.hasPrefix("/api/") {
            return site.problem(error, request, visit, context.logger)
        } catch {
            return site.response(to: error, request, visit, context.logger) { site.markup($0, in: Frame(), visit) }
        }
    }

    private func remote(of request: Request, _ context: Context) -> String {
        guard site.isBehindProxy, let forwarded = request.headers[.xForwardedFor] else { return context.visit.remote }
        // The proxy appends whom it speaks for; what stands before was sent by anyone.
        return forwarded.split(separator: ",").last.map { String($0.trimmingPrefix(while: \.isWhitespace)) } ?? ""
    }
}

extension HTTPField.Name {
    fileprivate static var xForwardedFor: HTTPField.Name { HTTPField.Name("X-Forwarded-For") ?? .from }
}
