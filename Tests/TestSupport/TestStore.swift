package import Storage
package import Testing

/// Runs a test on each engine, every time with an empty store of its own: `@Suite(.onEachEngine(migrations))`, and inside
/// `let store = try TestStore.current`. What fails says on which engine.
package struct TestStore: TestTrait, SuiteTrait, TestScoping {
    let migrations: [Migration]
    let isShared: Bool

    package let isRecursive = true

    private struct Place: Sendable {
        let store: Store
        let open: @Sendable () throws -> any Engine
    }

    @TaskLocal private static var place: Place?

    /// The store of the running test.
    package static var current: Store {
        get throws { try #require(place, "the suite lacks .onEachEngine").store }
    }

    /// The database of the running test as another program opens it; only of one that is shared.
    package static func another() throws -> any Engine {
        try #require(place, "the suite lacks .onEachEngine").open()
    }

    /// Makes a store, runs the test in it, and throws it away; once for each engine.
    package func provideScope(
        for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
    ) async throws {
        for engine in TestEngine.allCases {
            let naming = IssueHandlingTrait.compactMapIssues { issue in
                var issue = issue
                issue.comments.insert("on \(engine.rawValue)", at: 0)
                return issue
            }
            try await naming.provideScope(for: test, testCase: testCase) {
                // What is thrown is told here, where the engine is known; the other engine still has its turn.
                do {
                    try await engine.withEmptyDatabase(isShared: isShared) { open in
                        let store = try await Store.migrating(open(), migrations)
                        let result: Result<Void, any Error>
                        do {
                            try await Self.$place.withValue(Place(store: store, open: open)) { try await function() }
                            result = .success(())
                        } catch { result = .failure(error) }
                        try await store.close()
                        try result.get()
                    }
                } catch is ExpectationFailedError {
                    // Told when it failed.
                } catch {
                    Issue.record(error, sourceLocation: test.sourceLocation)
                }
            }
        }
    }
}

extension Trait where Self == TestStore {
    /// The test runs on each engine, in an empty store with this schema.
    /// - Parameter isShared: Whether several programs must be able to open it, or readers to read while another writes: SQLite's
    ///   is a file then, which is slower than memory.
    package static func onEachEngine(_ migrations: [Migration], isShared: Bool = false) -> Self {
        Self(migrations: migrations, isShared: isShared)
    }
}
