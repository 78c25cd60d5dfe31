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
    /// - Parameter read: What is read for the answer, on the picture on which it was found who asks.
    func answer<Value: Sendable>(
        _ request: Request, _ context: VisitContext, _ access: DeskRoutes.Access,
        reading read: @escaping @Sendable (Call, Transaction) throws -> Value,
        _ handler: (Value, Call) async throws -> Answer
    ) async throws -> Response {
        guard let (call, value) = try await call(request, context, access, read) else {
            return desk.site.delivery.response(try signIn(request), to: request)
        }
        do {
            return desk.site.delivery.response(try await handler(try value.get(), call), to: request)
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

    /// Who asks, and what was read for them, or why it cannot be.
    private func call<Value: Sendable>(
        _ request: Request, _ context: VisitContext, _ access: DeskRoutes.Access,
        _ read: @escaping @Sendable (Call, Transaction) throws -> Value
    ) async throws -> (Call, Result<Value, any Error>)? {
        guard let secret = SessionCookie.secret(in: request) else { return nil }
        var visit = context.visit
        visit.formToken = FormToken(of: secret.text)
        guard let address = PageAddress(path: request.uri.path, query: request.uri.query) else {
            throw WebFailure.malformed
        }
        let known = try await desk.store.read { [desk, visit] db -> (Call, Result<Value, any Error>)? in
            guard let (session, position) = try Sessions.open(secret, at: visit.at, db) else { return nil }
            let directory = try desk.units.directory(db)
            let call = Call(
                visit: visit, seat: Seat(session.account, position, directory, on: visit.day), session: session,
                directory: directory, words: desk.site.words(visit), unread: try desk.unread(session.account.id, db),
                address: address, request: request, parameters: context.parameters)
            let value = Result {
                if case .may(let actions) = access, !actions.contains(where: { call.may($0) }) {
                    throw WebFailure.forbidden
                }
                return try read(call, db)
            }
            // What the database says ends its transaction too.
            if case .failure(let error as StorageError) = value { throw error }
            return (call, value)
        }
        guard let known, let session = known.0.session else { return nil }
        if visit.at.milliseconds - session.seenAt.milliseconds > Self.touchSeconds * 1000 {
            try await desk.store.write { [at = visit.at] in try Sessions.touch(session, at: at, $0) }
        }
        return known
    }
}
