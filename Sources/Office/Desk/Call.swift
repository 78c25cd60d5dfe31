import HTTPTypes
package import Hummingbird
package import Web
package import WorkCalendar

/// A request of a person who is signed in: who asks, for which position, and what is asked.
package struct Call: Sendable {
    /// Language, moment and token.
    package let visit: Visit
    /// Who asks, for which position.
    package let seat: Seat
    /// With which session; `nil` for a program, which has a token instead.
    package let session: Session?
    /// The units, as they stand.
    package let directory: Directory
    /// The words of the page.
    package let words: Words
    /// How many notices the person has not read.
    package let unread: Int
    /// The address with what is asked.
    package let address: PageAddress
    /// The request itself, for what is nowhere else.
    package let request: Request
    let parameters: Parameters

    /// Today in Hà Nội.
    package var day: Day { visit.day }

    /// Who does it, and when, for what is changed.
    package var act: Act { Act(seat.actor, at: visit.at) }

    /// Over which units the position may do something.
    package func scope(_ action: Action) -> Scope {
        AccessPolicy.scope(of: seat.position, for: action, in: directory, on: day)
    }

    /// Whether the position may do something at all, of whatever unit.
    package func may(_ action: Action) -> Bool { AccessPolicy.reach(of: seat.position.role, action) != nil }

    /// Whether a page is asked for, and nothing is to be done.
    package var isReading: Bool { request.method == .get || request.method == .head }

    /// A number in the path: `/ky-thuc-hien/{id}`.
    /// - Throws: ``WebFailure/notFound`` where it is none.
    package func number(_ name: String = "id") throws -> Int {
        guard let number = parameters.get(name).flatMap(Int.init), number > 0 else { throw WebFailure.notFound }
        return number
    }

    /// A text in the path.
    package func text(_ name: String) -> String { parameters.get(name).map(URLEncoding.decoded) ?? "" }
}

/// A request that nobody has to be signed in for.
package struct OpenCall: Sendable {
    /// Language, moment and token.
    package let visit: Visit
    /// The words of the page.
    package let words: Words
    /// The session of the browser, however far its sign-in is.
    package let session: Session?
    /// The address with what is asked.
    package let address: PageAddress
    /// The request itself, for what is nowhere else.
    package let request: Request
    let parameters: Parameters

    /// A text in the path.
    package func text(_ name: String) -> String { parameters.get(name).map(URLEncoding.decoded) ?? "" }

    /// What the browser calls itself.
    package var agent: String { request.headers[.userAgent] ?? "" }

    /// The page of ours from which a form was sent, to go back to it; the first page where the browser does not tell.
    package var previous: String {
        guard let from = request.headers[.referer], let scheme = from.firstRange(of: "://") else { return "/" }
        let rest = from[scheme.upperBound...]
        return rest.firstIndex(of: "/").map { String(rest[$0...]) } ?? "/"
    }
}
