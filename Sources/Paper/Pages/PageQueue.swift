import Foundation

/// Works through pages with a task a core, and one more for when a task waits for a program to start or to end.
enum PageQueue {
    /// The results in the order of the pages.
    static func run<Page: Sendable, Result: Sendable>(
        _ pages: [Page], progress: @escaping @Sendable (ReadingProgress) -> Void,
        _ work: @escaping @Sendable (Page) async throws -> Result
    ) async throws -> [Result] {
        guard !pages.isEmpty else { return [] }
        progress(ReadingProgress(stage: .recognising, done: 0, total: pages.count))
        return try await withThrowingTaskGroup(of: (Int, Result).self) { group in
            var results: [(Int, Result)] = []
            var next = 0
            func start() {
                guard next < pages.count else { return }
                let index = next
                next += 1
                group.addTask { (index, try await work(pages[index])) }
            }
            for _ in 0...ProcessInfo.processInfo.activeProcessorCount { start() }
            while let result = try await group.next() {
                results.append(result)
                progress(ReadingProgress(stage: .recognising, done: results.count, total: pages.count))
                start()
            }
            return results.sorted { $0.0 < $1.0 }.map(\.1)
        }
    }
}
