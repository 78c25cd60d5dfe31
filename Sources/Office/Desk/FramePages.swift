import Storage
import Web
import Wording
import WorkCalendar

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
            // Who is signed in is written to in that language, too.
            if let (account, act) = try await person(call) {
                try await desk.store.write { try NoticeChoices.setLanguage(language, of: account, by: act, $0) }
            }
            answer.set(SetCookie("language", language.rawValue, seconds: 31_536_000, isSecure: desk.site.isSecure))
            return answer
        }
    }

    private func person(_ call: OpenCall) async throws -> (Account, Act)? {
        guard let secret = SessionCookie.secret(in: call.request) else { return nil }
        let at = call.visit.at
        return try await desk.store.read { [units = desk.units] db in
            guard let (session, position) = try Sessions.open(secret, at: at, db) else { return nil }
            let seat = Seat(session.account, position, try units.directory(db), on: at.day)
            return (session.account, Act(seat.actor, at: at))
        }
    }
}
