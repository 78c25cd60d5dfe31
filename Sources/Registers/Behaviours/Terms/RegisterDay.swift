package import Office
package import Storage

/// What registers do once a day.
package enum RegisterDay {
    /// Tells what is due, and finds days anew that were found by other rules than hold now.
    package static func work(_ keeper: DefinitionKeeper) -> @Sendable (Act, Transaction) throws -> Void {
        { act, db in
            let definitions = try keeper.definitions(db)
            try TermNotices.tell(definitions, by: act, db)
            try TermRenewal.request(definitions, at: act.at, db)
        }
    }
}
