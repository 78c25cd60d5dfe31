package import Storage
package import Testing

/// Runs a test on each engine, every time with an empty store of its own: `@Suite(.onEachEngine(migrations))`, and inside
/// `let store = try TestStore.current`. What fails says on which engine.
package struct TestStore: TestTrait, SuiteTrait, TestScoping {
    let migrations: [Migration]

    package let isRecursive = true

    @TaskLocal private static var store: Store?

    /// The store of the running test.
    package static var current: Store {
        get throws { try #require(store, "the suite lacks .onEachEngine") }
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
                    try await engine.withEmptyDatabase { database in
                        let store = try await Store.migrating(database, migrations)
                        try await Self.$store.withValue(store) { try await function() }
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
    package static func onEachEngine(_ migrations: [Migration]) -> Self { Self(migrations: migrations) }
}
