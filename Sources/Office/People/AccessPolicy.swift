/// Something that a person does with the system.
package enum Action: String, Sendable, CaseIterable {
    /// To see plans, assignments, occurrences and progress.
    case read
    /// To register a document with its number.
    case register
    /// To have a document read and its assignments proposed.
    case `import`
    /// To correct, join, split and drop proposed assignments.
    case review
    /// To accept a plan, which makes its occurrences.
    case accept
    /// To give a unit more time.
    case extend
    /// To recall a plan or an assignment.
    case recall
    /// To put a plan in the place of another.
    case replace
    /// To add progress and evidence to an occurrence.
    case addProgress
    /// To declare an occurrence done, with its product.
    case complete
    /// To approve what was declared done, or to send it back.
    case approve
    /// To see the records of registers, without what is private of them.
    case readRecords
    /// To see what is private of a record, for a purpose that is written down.
    case readPrivate
    /// To see the registers whose records are confidential, and to open such a record for a purpose that is written down.
    case readConfidential
    /// To record, change, remove and restore records of registers.
    case record
    /// To move a record from one state to another, as its register allows.
    case decide
    /// To change what registers are: fields, states, figures.
    case define
    /// To record units, their names and what becomes of them.
    case manageOrganisations
    /// To make positions and accounts, to appoint, to reset a password.
    case manageAccounts
    /// To read the journal of everything, not only of one thing that may be read, and to verify it.
    case readJournal
    /// To take everything out.
    case export
    /// To make a backup and to restore one.
    case backup
}

/// Over which units a role may do something.
package enum Reach: String, Sendable, CaseIterable {
    /// The unit of the position.
    case unit
    /// The unit and those below it.
    case below
    /// Everything in the province.
    case province
}

/// Who may do what: every rule of access. The table of it for people is docs/access.md; a test holds the two together.
package enum AccessPolicy {
    /// How far a role may do something; `nil` where it may not at all.
    package static func reach(of role: Role, _ action: Action) -> Reach? {
        let grant = grant(to: role)
        return grant.actions.contains(action) ? grant.reach : nil
    }

    private static func grant(to role: Role) -> (reach: Reach, actions: Set<Action>) {
        switch role {
        case .coordinator:
            (
                .province,
                [
                    .read, .register, .import, .review, .accept, .extend, .recall, .replace, .addProgress, .complete,
                    .readRecords, .readPrivate, .readConfidential, .record, .decide,
                ]
            )
        case .officer:
            (
                .unit,
                [.read, .addProgress, .complete, .readRecords, .readPrivate, .readConfidential, .record, .decide]
            )
        case .leader:
            (
                .below,
                [.read, .addProgress, .complete, .approve, .readRecords, .readPrivate, .readConfidential, .decide]
            )
        case .clerk: (.unit, [.read, .register, .import, .readRecords, .record])
        case .administrator:
            (.province, [.define, .manageOrganisations, .manageAccounts, .readJournal, .export, .backup])
        case .auditor: (.province, [.read, .readRecords, .readJournal])
        }
    }
}
