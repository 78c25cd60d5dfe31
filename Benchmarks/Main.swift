import Foundation

/// Speed and memory against named references, measured in the same run on the same machine: ratios, not absolute times.
@main
struct Benchmarks {
    static func main() throws {
        let arguments = CommandLine.arguments
        guard arguments.count >= 3 else {
            print("usage: Benchmarks NHIPCAU FOLDER [MARKITDOWN]")
            exit(64)
        }
        let folder = URL(filePath: arguments[2])
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let material = Material(folder: folder)
        let command = arguments[1]
        let markitdown = arguments.count > 3 ? arguments[3] : nil

        var table = RatioTable()
        do {
            table.add(FoldingBenchmark.rows())
            table.add(try StartUpBenchmark.rows(command))
            table.add(try WordBenchmark.rows(command, material, markitdown: markitdown))
            table.add(try ScanBenchmark.rows(command, material))
        } catch let failed as Run.Failed {
            // What was measured until then is worth showing.
            print(table.text)
            print("failed: \(failed.line)")
            exit(1)
        }
        print(table.text)
    }
}
