import Foundation

/// A register of 100,000 records as an Excel file of twelve columns, as its page gives it, beside bare libxlsxwriter writing the same cells
/// in constant memory, in the same run.
@main
struct ExportBenchmark {
    private static let rows = 100_000
    private static let runs = 5

    static func main() async throws {
        let arguments = CommandLine.arguments
        switch (arguments.count, arguments.dropFirst().first) {
        case (4, "ours"): try await OurExport.run(database: arguments[2], to: arguments[3], rows: rows)
        case (4, "bare"): try await BareExport.run(database: arguments[2], to: arguments[3], rows: rows)
        case (2, _): try await compare(arguments[0], folder: URL(filePath: arguments[1]))
        default:
            print("usage: ExportBenchmark FOLDER")
            exit(64)
        }
    }

    private static func compare(_ program: String, folder: URL) async throws {
        let database = folder.appending(path: "export.sqlite").path()
        let file = folder.appending(path: "export.xlsx").path()
        if !FileManager.default.fileExists(atPath: database) {
            let time = try await ContinuousClock().measure {
                try await ExportMaterial.make(database: database, records: rows)
            }
            print("\(rows) records were made in \(Int(time / .seconds(1))) s")
        }
        var (ours, bare): ([Run], [Run]) = ([], [])
        // In turns, so that both meet the same machine; a process each, so that the memory of one is not that of the other.
        for _ in 0..<runs {
            ours.append(try Run(output(program, "ours", database, file)))
            bare.append(try Run(output(program, "bare", database, file)))
        }
        let (mine, theirs) = (Run.median(ours), Run.median(bare))
        print(
            String(
                format: "nhipcau           %.2f s, %.1f MB file, %.0f MB at most", mine.seconds, mine.size, mine.peak))
        print(String(format: "bare libxlsxwriter %.2f s, %.1f MB file", theirs.seconds, theirs.size))
        print(
            String(
                format: "speed %.2f of bare (at least 0.8), memory %.0f MB (at most 120)",
                theirs.seconds / mine.seconds,
                ours.map(\.peak).max() ?? 0))
    }

    private static func output(_ program: String, _ arguments: String...) throws -> String {
        let process = Process()
        process.executableURL = URL(filePath: program)
        process.arguments = arguments
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let data = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw Failed(line: ([program] + arguments).joined(separator: " ")) }
        return String(decoding: data, as: UTF8.self)
    }

    struct Failed: Error { var line: String }
}

/// What is measured of one writing.
struct Run {
    var seconds: Double
    /// Of the file, in MB.
    var size: Double
    /// The most memory of the process, in MB.
    var peak: Double

    /// Measures a body that writes a file.
    init(writing path: String, _ body: () async throws -> Void) async throws {
        let time = try await ContinuousClock().measure(body)
        let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
        let peak = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }?.filter(\.isNumber) ?? ""
        let size = try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int ?? 0
        (seconds, self.size, self.peak) = (time / .seconds(1), Double(size) / 1e6, (Double(peak) ?? 0) / 1024)
    }

    /// Reads ``text``.
    init(_ text: String) throws {
        let numbers = text.split { $0 == "\t" || $0 == "\n" }.compactMap { Double($0) }
        guard numbers.count == 3 else { throw ExportBenchmark.Failed(line: text) }
        (seconds, size, peak) = (numbers[0], numbers[1], numbers[2])
    }

    var text: String { "\(seconds)\t\(size)\t\(peak)" }

    static func median(_ runs: [Run]) -> Run { runs.sorted { $0.seconds < $1.seconds }[runs.count / 2] }
}
