import HTTPTypes
import Hummingbird
import Markup
import Storage
import Web
import WorkCalendar

/// Lets programs in: by a token, for the position that it was made for. Whatever goes wrong is told as RFC 9457 says.
struct TokenDoor: Sendable {
    let desk: Desk

    init(_ desk: Desk) { self.desk = desk }

    /// Answers a program whose token stands and whose position may.
    func answer(
        _ request: Request, _ context: VisitContext, _ access: DeskRoutes.Access,
        _ handler: (Call) async throws -> Answer
    ) async -> Response {
        do {
            guard let call = try await call(request, context) else { throw WebFailure(.unauthorized, "api.no-token") }
            if case .may(let actions) = access, !actions.contains(where: { call.may($0) }) {
                throw WebFailure.forbidden
            }
            return desk.site.delivery.response(try await handler(call), to: request)
        } catch {
            return desk.site.problem(DeskDoor.told(error), request, context.visit, context.logger)
        }
    }

    private func call(_ request: Request, _ context: VisitContext) async throws -> Call? {
        guard let secret = bearer(request) else { return nil }
        guard let address = PageAddress(path: request.uri.path, query: request.uri.query) else {
            throw WebFailure.malformed
        }
        let (at, units) = (context.visit.at, desk.units)
        let known = try await desk.store.read { db -> (AccessTokens.Opened, Directory)? in
            guard let opened = try AccessTokens.open(secret, .api, at: at, db) else { return nil }
            return (opened, try units.directory(db))
        }
        guard let (opened, directory) = known, let position = opened.positions.first else { return nil }
        try desk.programs.count(String(opened.token.id), context.visit)
        if opened.token.needsTouch(at: at) {
            try await desk.store.write { try AccessTokens.touch(opened.token, at: at, $0) }
        }
        return Call(
            visit: context.visit, seat: Seat(opened.account, position, directory, on: at.day), session: nil,
            directory: directory, words: desk.site.words(context.visit), unread: 0, address: address, request: request,
            parameters: context.parameters)
    }

    private func bearer(_ request: Request) -> Secret? {
        let parts = (request.headers[.authorization] ?? "").split(separator: " ")
        guard parts.count == 2, parts[0].lowercased() == "bearer" else { return nil }
        return Secret(String(parts[1]))
    }
}
