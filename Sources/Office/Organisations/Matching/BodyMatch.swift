package import Wording

/// What a name written in a document means: which units, how sure that is, and why.
package struct BodyMatch: Sendable, Equatable {
    /// Who is meant.
    package enum Outcome: Sendable, Equatable {
        case one(OrganisationID)
        /// Several units that the words name, or among which the work of a former one was shared out.
        case several([OrganisationID])
        /// Groups, by key, and who belongs to them on the day.
        case group([String], members: [OrganisationID])
        /// A set of which nobody can say who belongs to it: "các đơn vị liên quan". It stays one, with a mark.
        case open
        /// Nobody that is recorded, or nobody can say which of several; a person must.
        case unknown
    }

    /// How sure it is.
    package enum Certainty: String, Sendable, CaseIterable {
        /// The name of the unit on the day.
        case exact
        /// Another name in use: "UBND xã Hà Bắc", "Giám đốc Sở Ngoại vụ".
        case alias
        /// The name in short: "Sở VHTTDL".
        case abbreviation
        /// The name of a unit of before; its successor is meant.
        case predecessor
        /// A plural.
        case group
        /// Nothing is certain.
        case unknown
    }

    /// As it was written.
    package var written: String
    /// Who is meant.
    package var outcome: Outcome
    /// How sure it is.
    package var certainty: Certainty
    /// Why, for the person who checks it (keys `match.…`).
    package var reason: Message
    /// The successions that led to ``outcome``, the earliest first.
    package var steps: [Succession] = []
    /// Functions of a former unit that went elsewhere: the work at hand may be one of them.
    package var transfers: [Succession] = []
    /// Whom a person may choose where the outcome is ``Outcome/unknown``, the likeliest first.
    package var candidates: [OrganisationID] = []

    /// All of its parts.
    package init(
        written: String, outcome: Outcome, certainty: Certainty, reason: Message, steps: [Succession] = [],
        transfers: [Succession] = [], candidates: [OrganisationID] = []
    ) {
        self.written = written
        self.outcome = outcome
        self.certainty = certainty
        self.reason = reason
        self.steps = steps
        self.transfers = transfers
        self.candidates = candidates
    }

    /// The units meant, whatever the outcome.
    package var units: [OrganisationID] {
        switch outcome {
        case .one(let id): [id]
        case .several(let ids), .group(_, let ids): ids
        case .open, .unknown: []
        }
    }
}
