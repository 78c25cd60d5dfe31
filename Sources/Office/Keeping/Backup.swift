package import Storage

/// An office's database copied whole: into a file that is kept as a backup, and out of it again, into a file or a server.
package enum Backup {
    /// What was copied.
    package struct Summary: Sendable {
        /// How many tables and rows.
        package let tables: TableCopy.Summary
        /// The state of the journal, the same in the copy as in the source; `nil` where there is none yet. It may be broken: what a
        /// broken journal tells has to be kept all the more.
        package let journal: Journal.Verification?
        /// Files that stood in a folder and cannot be found whole there any more.
        package let lostFiles: [KeptFiles.Broken]
    }

    /// Copies a database into an empty one, with the bytes of all kept files. Nothing is added, not even a line of the journal: the
    /// copy is like the source, and of the same steps of the schema.
    /// - Parameters:
    ///   - migrations: The program's.
    ///   - keeper: Where the files of the source are.
    /// - Throws: ``StorageError`` where the target is not empty, or the copy is not like the source; then the target is left empty.
    ///   ``TableCopy/SourceFailure``.
    package static func make(
        from source: any Engine, into target: any Engine, _ migrations: [Migration], files keeper: FileKeeper
    ) async throws -> Summary {
        let copied = try await TableCopy.copy(from: source, into: target, migrations, check: journal) { db in
            try Table.names(db).contains("kept_files") ? keeper.bringIntoDatabase(db) : []
        }
        return Summary(tables: copied.summary, journal: copied.check, lostFiles: copied.finish)
    }

    /// Copies a backup into an empty database, and brings that up to the program.
    /// - Throws: as ``make(from:into:_:files:)``.
    package static func restore(
        from source: any Engine, into target: any Engine, _ migrations: [Migration]
    ) async throws -> Summary {
        let copied = try await TableCopy.copy(from: source, into: target, migrations, check: journal) { db in
            try Migration.apply(migrations, db)
        }
        return Summary(tables: copied.summary, journal: copied.check, lostFiles: [])
    }

    private static func journal(_ db: Transaction) throws -> Journal.Verification? {
        try Table.names(db).contains("journal") ? Journal.verify(db) : nil
    }
}
