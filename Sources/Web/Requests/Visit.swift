package import Hummingbird
package import Wording
package import WorkCalendar

/// What is known of a request before anyone looks who sent it.
package struct Visit: Sendable {
    /// Names the request in the log and on an error page: eight characters that can be read out on the telephone.
    package let reference: String
    /// When it came.
    package let at: Instant
    /// The address it came from, for limits and for the list of one's own sessions; empty where the server does not know it.
    package let remote: String
    /// In which language it is answered.
    package var language: Catalogue.Language = .vi
    /// Which forms may be sent with it (``FormToken``); `nil` where the browser holds no secret yet.
    package var formToken: FormToken?
    /// What the page before leaves to be said.
    package var notice: Notice?

    /// Today in Hà Nội.
    package var day: Day { at.day }

    /// - Parameter remote: As the server knows it.
    package init(at: Instant, remote: String) {
        reference = Self.newReference()
        self.at = at
        self.remote = remote
    }

    /// Without the letters and digits that are taken for one another.
    private static func newReference() -> String {
        var number = UInt64.random(in: 0...UInt64.max)
        let bytes = (0..<8).map { _ in
            let (rest, index) = number.quotientAndRemainder(dividingBy: UInt64(signs.count))
            number = rest
            return signs[Int(index)]
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static let signs = Array("ABCDEFGHJKMNPQRSTUVWXYZ23456789".utf8)
}

/// The context of a request in this house.
package protocol WebContext: RequestContext where Source == ApplicationRequestContextSource {
    /// What is known of the request.
    var visit: Visit { get set }
}

/// A context of requests that nobody has to sign in for.
package struct VisitContext: WebContext {
    package var coreContext: CoreRequestContextStorage
    package var visit: Visit

    package init(source: ApplicationRequestContextSource) {
        coreContext = .init(source: source)
        visit = Visit(at: .now, remote: source.channel.remoteAddress?.ipAddress ?? "")
    }
}
