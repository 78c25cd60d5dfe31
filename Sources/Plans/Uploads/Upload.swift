package import Office
import Storage
package import Wording
package import WorkCalendar

/// A file that somebody brought to be read, and how far that is.
package struct Upload: Sendable, Equatable {
    /// The key of its row.
    package var id: Int
    /// The same of files that were brought together.
    package var batch: String
    /// As its bringer called it; never a path.
    package var name: String
    /// In bytes.
    package var size: Int
    /// When it came.
    package var came: Instant
    /// Who brought it, for which position.
    package var who: Actor
    /// How far it is.
    package var state: State

    /// How far a file is.
    package enum State: Sendable, Equatable {
        /// Its turn has not come, or it was being read when a server stopped.
        case waiting
        /// It is being read: how many pages are recognised, of how many; `nil` where they need not be.
        case reading(done: Int?, total: Int?)
        /// It came to its end.
        case ended(Ending)
        /// Reading was tried as often as it may; it can be asked for again.
        case stuck
    }

    /// What came of a file.
    package struct Ending: Sendable, Equatable {
        /// How it ended.
        package var outcome: Outcome
        /// The document that came of it, or that it was.
        package var document: Int?
        /// The plan of that document, where it assigns anything.
        package var plan: Int?
        /// Why it could not be read.
        package var reason: Message?
    }

    /// How a file ends; never renamed once released.
    package enum Outcome: String, Sendable, CaseIterable, Storable {
        /// It was read and registered, and waits for its review.
        case imported
        /// The very same file stands already; another file of the same document does.
        case sameFile, sameDocument
        /// It bears a secrecy mark: nothing of it was kept.
        case secret
        /// It cannot be read; there is no text in it; it cannot be stored.
        case unreadable, noText, refused
        /// Who brought it took it away.
        case removed
    }

    /// Whether there is something left to wait for.
    package var isOpen: Bool {
        switch state {
        case .waiting, .reading: true
        case .ended, .stuck: false
        }
    }
}

extension Upload {
    /// The columns of ``init(_:)``, in its order, of `uploads AS u` with its job `j`, its ending `e` and the plan `p` of that.
    static let columns: Query = """
        u.id, u.batch, u.name, u.size, u.came, u.account, u.account_name, u.position, u.position_title, u.unit, u.unit_name,
        e.outcome, e.document, p.id, e.reason, e.reason_values, j.outcome, j.leased_until, j.done, j.total
        """
    /// Where they stand.
    static let tables: Query = """
        uploads AS u LEFT JOIN jobs AS j ON j.id = u.job LEFT JOIN upload_endings AS e ON e.upload = u.id
        LEFT JOIN plans AS p ON p.document = e.document
        """

    /// - Parameter now: A job whose lease is over waits for another worker.
    init(_ fields: inout Fields, now: Instant) throws {
        id = try fields.next()
        batch = try fields.next()
        name = try fields.next()
        size = try fields.next()
        came = try fields.next()
        who = .holder(
            account: Named(id: try fields.next(), name: try fields.next()),
            position: Named(id: try fields.next(), name: try fields.next()),
            unit: Named(id: try fields.next(), name: try fields.next()))
        let outcome: Outcome? = try fields.next()
        let (document, plan): (Int?, Int?) = (try fields.next(), try fields.next())
        let (key, values): (String?, String?) = (try fields.next(), try fields.next())
        let end: JobStatus.Outcome? = try fields.next()
        let leasedUntil: Instant? = try fields.next()
        let (done, total): (Int?, Int?) = (try fields.next(), try fields.next())
        if let outcome {
            let reason = key.map { Message($0, json: values ?? "{}") }
            state = .ended(Ending(outcome: outcome, document: document, plan: plan, reason: reason))
        } else if end != nil {
            state = .stuck
        } else if let leasedUntil, leasedUntil > now {
            state = .reading(done: done, total: total)
        } else {
            state = .waiting
        }
    }
}

extension Journal.Subject {
    /// A file that was brought to be read.
    package static func upload(_ id: Int) -> Self { Self("upload", id) }
}
