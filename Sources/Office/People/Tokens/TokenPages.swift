import HTTPTypes
import Storage
import Web

/// The page of one's own account where programs are let in, and shut out again.
package struct TokenPages: Sendable {
    let desk: Desk

    static let address = "/tai-khoan/truy-cap"

    /// - Parameter desk: What all pages share.
    package init(_ desk: Desk) { self.desk = desk }

    /// Declares their addresses.
    package func add(to routes: inout DeskRoutes) {
        routes.get(Self.address, .signedIn) { [self] call in try await show(call) }
        routes.post(Self.address, .signedIn) { [self] form, call in try await make(form, call) }
        routes.post("\(Self.address)/{id}/thu-hoi", .signedIn) { [self] _, call in
            let id = try call.number()
            try await desk.store.write { try AccessTokens.revoke(id, of: call.seat.account, by: call.act, $0) }
            return .redirect(Self.address, Notice("token.revoked"))
        }
        routes.post("\(Self.address)/lich", .signedIn) { [self] _, call in
            let secret = try await desk.store.write {
                try AccessTokens.renewCalendar(of: call.seat.account, by: call.act, $0)
            }
            return try await show(call, calendar: secret)
        }
    }

    private func make(_ form: Form, _ call: Call) async throws -> Answer {
        let (name, days) = (form["name"] ?? "", form["days"].flatMap(Int.init) ?? 0)
        do {
            let secret = try await desk.store.write {
                try AccessTokens.make(name, days: days, for: call.seat, by: call.act, $0)
            }
            return try await show(call, token: secret)
        } catch let refusal as Refusal {
            return try await show(call, name: name, error: call.words(refusal.message))
        }
    }

    /// A new secret stands on the answer itself and nowhere else: it is not kept, and no later page can show it.
    private func show(
        _ call: Call, token: Secret? = nil, calendar: Secret? = nil, name: String = "", error: String? = nil
    ) async throws -> Answer {
        let view = try await desk.store.read { db in
            let tokens = try AccessTokens.all(of: call.seat.account, db)
            return TokenView(
                words: call.words, visit: call.visit, seat: call.seat, tokens: tokens,
                positions: try Positions.seats(of: call.seat.account, on: call.day, call.directory, db),
                newToken: token?.text,
                newCalendar: calendar.map { "\(desk.site.address)\(CalendarAddress.path($0))" }, name: name,
                error: error)
        }
        return desk.page(view.page, call, status: error == nil ? .ok : .unprocessableContent)
    }
}

/// Where a calendar program finds the own due days of an account.
package enum CalendarAddress {
    /// As it is declared.
    package static let pattern = "/lich/{secret}.ics"

    /// The days of one register, at the same secret.
    package static let registerPattern = "/lich/{secret}/{register}.ics"

    /// The secret address of an account.
    static func path(_ secret: Secret) -> String { "/lich/\(secret.text).ics" }
}
