import Foundation

/// What a whole run costs beyond the work: `nhipcau read` of a file of one line against `true`.
enum StartUpBenchmark {
    static func rows(_ command: String) throws -> [Measurement] {
        let file = FileManager.default.temporaryDirectory.appending(path: "nhipcau-bench-\(getpid()).txt")
        try Data("KẾ HOẠCH\n".utf8).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let nothing = try Stopwatch.median(21) { try Run("true")() }
        let ours = try Stopwatch.median(21) { try Run(command, "read", file.path(), "--json")() }
        return [
            Measurement(
                what: "start and end, with child", ours: RatioTable.milliseconds(ours),
                reference: "true " + RatioTable.milliseconds(nothing), ratio: ours / nothing,
                note: "difference \(RatioTable.milliseconds(ours - nothing)), at most 60")
        ]
    }
}
