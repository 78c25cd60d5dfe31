import Foundation
import Storage
import StoragePostgres
import StorageSQLite

/// The questions of every morning over a whole country: 34 provinces, 3,321 communes, 100,000 assignments, 1,000,000 occurrences.
/// The reference is the same SQL on the bare engine, in the same run.
enum SizeBenchmark {
    /// - Parameters:
    ///   - folder: Where the SQLite file goes.
    ///   - server: Address of a PostgreSQL; without one its rows are left out.
    static func rows(folder: URL, server: String?) async throws -> [Measurement] {
        let path = folder.appending(path: "size.sqlite").path(percentEncoded: false)
        var rows = try await measured("SQLite", SQLiteEngine(path: path, .creating)) { try BareSQLite(path: path) }
        guard let server else { return rows }
        let bare = try BarePostgres(address: server)
        try bare.makeSchemaAnew()
        rows += try await measured("PostgreSQL", PostgresEngine(address: server, schema: BarePostgres.schema)) { bare }
        return rows
    }

    private static func measured(
        _ name: String, _ engine: some Engine, bare: () throws -> any BareEngine
    ) async throws -> [Measurement] {
        let store = try await Store.migrating(engine, SizeMaterial.migrations)
        try await SizeMaterial.fill(store)
        let bare = try bare()
        let asker = try await store.read { try Asker(SizeMaterial.today, $0) }
        var rows: [Measurement] = []
        for question in Question.allCases {
            rows.append(
                try await .besideBareSQL(
                    "\(name): \(question.rawValue)", store, bare, note: "at most \(question.limit) ms, 2×"
                ) { try asker.ask(question, $0) })
        }
        let imports = try await ImportedPlans.times(9, into: store)
        rows.append(
            Measurement(
                what: "\(name): import of one more plan", ours: RatioTable.milliseconds(imports.sorted()[4]),
                reference: "", note: "at most 150 ms"))
        try await store.close()
        return rows
    }
}
