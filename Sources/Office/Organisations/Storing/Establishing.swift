package import Storage

extension Organisations {
    /// Makes the tables of an empty database and founds its office, all in one transaction.
    /// - Parameters:
    ///   - province: Its code: "31".
    ///   - migrations: The program's. A database that has gone them all may lack its office.
    /// - Throws: ``Refusal`` where there is no such province, or where the database has an office already; ``StorageError`` of kind
    ///   `older`, `newer` or `foreign`.
    package static func establish(
        province: String, _ migrations: [Migration], by act: Act, _ db: Transaction
    ) throws -> Founding {
        let pending = try Migration.pending(migrations, db)
        guard pending.isEmpty || pending.count == migrations.count else {
            throw StorageError(.older, pending.first ?? "")
        }
        _ = try Migration.apply(migrations, db)
        let founded: String? = try db.value(
            """
            SELECT name FROM organisation_versions
            WHERE level = \(OrganisationLevel.province) AND until_day IS NULL ORDER BY id LIMIT 1
            """)
        if let founded { throw Refusal("organisation.already-founded", ["name": founded]) }
        return try found(province: province, by: act, db)
    }
}
