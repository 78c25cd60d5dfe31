import Web
import Wording

/// What the frame of every page does: the first page, and the language.
package struct FramePages: Sendable {
    let desk: Desk

    /// - Parameter desk: What all pages share.
    package init(_ desk: Desk) { self.desk = desk }

    /// Declares their addresses.
    package func add(to routes: inout DeskRoutes) {
        routes.get("/", .signedIn) { [self] call in desk.first(call) }
        routes.openPost("/ngon-ngu") { [self] form, call in
            guard let language = Catalogue.Language(rawValue: form["language"] ?? "") else {
                throw WebFailure.malformed
            }
            var answer = Answer.redirect(call.previous)
            answer.set(SetCookie("language", language.rawValue, seconds: 31_536_000, isSecure: desk.site.isSecure))
            return answer
        }
    }
}
