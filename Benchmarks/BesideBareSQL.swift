import Storage

extension Measurement {
    /// A question to a store, beside the same SQL on the bare engine.
    static func besideBareSQL(
        _ what: String, _ store: Store, _ bare: any BareEngine, note: String,
        ask: @escaping @Sendable (Transaction) throws -> Void
    ) async throws -> Measurement {
        let recorded = try await store.read { db in
            let recorder = RecordingSession(db.session)
            try ask(Transaction(recorder))
            return recorder.statements
        }
        var ours: [Double] = []
        var reference: [Double] = []
        // In turns, so that both meet the same machine.
        for _ in 0..<31 {
            ours.append(try await store.read { db in try Stopwatch.median(1) { try ask(db) } })
            reference.append(try Stopwatch.median(1) { _ = try bare.run(recorded) })
        }
        let (mine, theirs) = (ours.sorted()[15], reference.sorted()[15])
        return Measurement(
            what: what, ours: RatioTable.milliseconds(mine), reference: "bare SQL " + RatioTable.milliseconds(theirs),
            ratio: mine / theirs, note: note)
    }
}
