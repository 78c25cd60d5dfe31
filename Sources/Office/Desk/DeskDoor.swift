import HTTPTypes
import Hummingbird
import Storage
import Web
import WorkCalendar

/// Finds out who asks, and lets in who may.
struct DeskDoor: Sendable {
    let desk: Desk

    init(_ desk: Desk) { self.desk = desk }

    /// How often the use of a session is noted, in seconds.
    private static let touchSeconds = 60

    /// Answers who is signed in and may; leads anyone else to the sign-in.
    func answer(
        _ request: Request, _ context: VisitContext, _ access: DeskRoutes.Access,
        _ handler: (Call) async throws -> Answer
    ) async throws -> Response {
        guard let call = try await call(request, context) else {
            return desk.site.delivery.response(try signIn(request), to: request)
        }
        do {
            if case .may(let actions) = access, !actions.contains(where: { call.may($0) }) {
                throw WebFailure.forbidden
            }
            return desk.site.delivery.response(try await handler(call), to: request)
        } catch {
            return desk.site.response(to: Self.told(error), request, call.visit, context.logger) { page in
                desk.site.markup(page, in: desk.frame(call), call.visit)
            }
        }
    }

    /// Answers anyone.
    func answerOpenly(
        _ request: Request, _ context: VisitContext, _ handler: (OpenCall) async throws -> Answer
    ) async throws -> Response {
        var visit = context.visit
        let secret = SessionCookie.secret(in: request)
        let visitor = secret == nil ? VisitorCookie.secret(in: request) : nil
        let new = secret == nil && visitor == nil ? Secret() : nil
        visit.formToken = (secret ?? visitor ?? new).map { FormToken(of: $0.text) }
        var session: Session?
        if let secret {
            let at = visit.at
            session = try await desk.store.read { try Sessions.find(secret, at: at, $0) }
        }
        let call = OpenCall(
            visit: visit, words: desk.site.words(visit), session: session,
            address: PageAddress(path: request.uri.path, query: request.uri.query) ?? PageAddress(request.uri.path),
            request: request, parameters: context.parameters)
        do {
            var answer = try await handler(call)
            if let new { answer.set(VisitorCookie.cookie(new, isSecure: desk.site.isSecure)) }
            return desk.site.delivery.response(answer, to: request)
        } catch {
            throw Self.told(error)
        }
    }

    /// A refusal is told in its own words.
    static func told(_ error: any Error) -> any Error {
        guard let refusal = error as? Refusal else { return error }
        return WebFailure(.unprocessableContent, refusal.message)
    }

    /// Where who is not signed in goes, to come back to the page that was asked. A form is not sent again.
    private func signIn(_ request: Request) throws -> Answer {
        guard request.method == .get || request.method == .head else { throw WebFailure.staleForm }
        let asked = request.uri.string
        return .redirect(asked == "/" ? SignInAddress.path : "\(SignInAddress.path)?toi=\(URLEncoding.encoded(asked))")
    }

    private func call(_ request: Request, _ context: VisitContext) async throws -> Call? {
        guard let secret = SessionCookie.secret(in: request) else { return nil }
        var visit = context.visit
        visit.formToken = FormToken(of: secret.text)
        guard let address = PageAddress(path: request.uri.path, query: request.uri.query) else {
            throw WebFailure.malformed
        }
        let (at, units, unread) = (visit.at, desk.units, desk.unread)
        let known = try await desk.store.read { db -> (Session, Position, Directory, Int)? in
            guard let (session, position) = try Sessions.open(secret, at: at, db) else { return nil }
            return (session, position, try units.directory(db), try unread(session.account.id, db))
        }
        guard let (session, position, directory, unread) = known else { return nil }
        if at.milliseconds - session.seenAt.milliseconds > Self.touchSeconds * 1000 {
            try await desk.store.write { try Sessions.touch(session, at: at, $0) }
        }
        return Call(
            visit: visit, seat: Seat(session.account, position, directory, on: at.day), session: session,
            directory: directory, words: desk.site.words(visit),
            unread: unread, address: address, request: request, parameters: context.parameters)
    }
}
