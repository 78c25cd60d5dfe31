package import Office
import Storage
import Web
import WorkCalendar

/// The secret address at which a calendar program finds the due days of an account.
package struct CalendarPages: Sendable {
    let desk: Desk

    /// - Parameter desk: What all pages share.
    package init(_ desk: Desk) { self.desk = desk }

    /// Declares its address.
    package func add(to routes: inout DeskRoutes) {
        routes.openGet(CalendarAddress.pattern) { [self] call in try await calendar(call) }
    }

    private func calendar(_ call: OpenCall) async throws -> Answer {
        guard let secret = Secret(call.text("secret")) else { throw WebFailure.notFound }
        let (at, units) = (call.visit.at, desk.units)
        let found = try await desk.store.read { db -> (AccessToken, DueCalendar)? in
            guard let opened = try AccessTokens.open(secret, .calendar, at: at, db) else { return nil }
            return (opened.token, try DueCalendar(of: opened.positions, on: at.day, try units.directory(db), db))
        }
        // Whether an address was ever one is nobody's business.
        guard let (token, calendar) = found else { throw WebFailure.notFound }
        if token.needsTouch(at: at) { try await desk.store.write { try AccessTokens.touch(token, at: at, $0) } }
        let bytes = calendar.bytes(address: desk.site.address, words: call.words, at: at)
        return .text(bytes, type: "text/calendar; charset=utf-8")
    }
}
