import Storage
package import Web

/// Letting in whoever has shown who it is: a session begins, or goes on to its next step, under a new secret.
package struct SignInEntry: Sendable {
    let desk: Desk

    /// - Parameter desk: What all pages share.
    package init(_ desk: Desk) { self.desk = desk }

    /// Begins a session.
    /// - Parameter asked: The page that was asked.
    /// - Returns: The way to its next step, or to that page; `nil` where the account holds no position.
    package func begin(_ account: Account, _ call: OpenCall, to asked: String?) async throws -> Answer? {
        let (visit, agent, units) = (call.visit, call.agent, desk.units)
        let begun = try await desk.store.write { db -> (Session.Stage, Secret)? in
            guard
                let (stage, position) = try Session.Stage.next(
                    after: nil, account, on: visit.day, units.directory(db), db)
            else { return nil }
            return (stage, try Sessions.begin(account, stage, for: position, visit, agent: agent, db))
        }
        return begun.map { answer($0, $1, to: asked) }
    }

    /// Goes on with a session whose step is done.
    /// - Parameter position: The one that was chosen.
    /// - Throws: ``Refusal`` where the account holds no position.
    func go(on session: Session, for position: Position? = nil, _ call: OpenCall) async throws -> Answer {
        let (visit, units) = (call.visit, desk.units)
        let (stage, secret) = try await desk.store.write { db -> (Session.Stage, Secret) in
            let next =
                try position.map { (Session.Stage.open, $0) }
                ?? Session.Stage.next(after: session.stage, session.account, on: visit.day, units.directory(db), db)
            guard let (stage, position) = next else { throw Refusal("sign-in.no-position") }
            return (stage, try Sessions.go(on: session, to: stage, for: position, at: visit.at, db))
        }
        return answer(stage, secret, to: call.address["toi"])
    }

    private func answer(_ stage: Session.Stage, _ secret: Secret, to asked: String?) -> Answer {
        var answer = Answer.redirect(
            stage == .open ? asked ?? stage.address : PageAddress(stage.address).with("toi", asked).description)
        answer.set(SessionCookie.cookie(secret, isSecure: desk.site.isSecure))
        return answer
    }
}
