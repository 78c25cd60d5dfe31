import Foundation

/// Speed and memory against named references, measured in the same run on the same machine: ratios, not absolute times.
@main
struct Benchmarks {
    /// The variable that names the part to be measured: "reading", "registers" or "size"; all without it.
    private static let only = "NHIPCAU_BENCH"

    static func main() async throws {
        let arguments = CommandLine.arguments
        if arguments.count == 4, arguments[1] == "web-material" {
            return try await WebMaterial.make(database: arguments[2], login: arguments[3])
        }
        if arguments.count == 3, arguments[1] == "bare-server", let port = Int(arguments[2]) {
            return try await BareServer.run(port: port)
        }
        guard arguments.count >= 3 else {
            print(
                "usage: Benchmarks NHIPCAU FOLDER [MARKITDOWN]; NHIPCAU_TEST_DATABASE names a PostgreSQL, \(only)=size one part"
            )
            exit(64)
        }
        let folder = URL(filePath: arguments[2])
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let material = Material(folder: folder)
        let command = arguments[1]
        let markitdown = arguments.count > 3 ? arguments[3] : nil

        var table = RatioTable()
        let environment = ProcessInfo.processInfo.environment
        do {
            let part = environment[only] ?? ""
            if ["", "reading"].contains(part) {
                table.add(FoldingBenchmark.rows())
                table.add(try StartUpBenchmark.rows(command))
                table.add(try WordBenchmark.rows(command, material, markitdown: markitdown))
                table.add(try ScanBenchmark.rows(command, material))
            }
            if ["", "registers"].contains(part) {
                table.add(
                    try await RegisterBenchmark.rows(folder: folder, server: environment["NHIPCAU_TEST_DATABASE"]))
            }
            if ["", "size"].contains(part) {
                table.add(try await SizeBenchmark.rows(folder: folder, server: environment["NHIPCAU_TEST_DATABASE"]))
            }
        } catch let failed as Run.Failed {
            // What was measured until then is worth showing.
            print(table.text)
            print("failed: \(failed.line)")
            exit(1)
        }
        print(table.text)
    }
}
