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
            let recorded = try await store.read { db in
                let recorder = RecordingSession(db.session)
                try asker.ask(question, Transaction(recorder))
                return recorder.statements
            }
            var ours: [Double] = []
            var reference: [Double] = []
            // In turns, so that both meet the same machine.
            for _ in 0..<31 {
                ours.append(try await store.read { db in try Stopwatch.median(1) { try asker.ask(question, db) } })
                reference.append(try Stopwatch.median(1) { _ = try bare.run(recorded) })
            }
            let (mine, theirs) = (ours.sorted()[15], reference.sorted()[15])
            rows.append(
                Measurement(
                    what: "\(name): \(question.rawValue)", ours: RatioTable.milliseconds(mine),
                    reference: "bare SQL " + RatioTable.milliseconds(theirs), ratio: mine / theirs,
                    note: "at most \(question.limit) ms, 2×"))
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
