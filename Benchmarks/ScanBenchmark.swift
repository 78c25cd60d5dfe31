import Foundation

/// Recognising a scan, against tesseract alone on pictures of the same pages, one process a processor.
enum ScanBenchmark {
    static func rows(_ command: String, _ material: Material) throws -> [Measurement] {
        let (scan, pictures) = try material.scan()
        let ours = try Stopwatch.median(1) { try Run(command, "read", scan, "--json")() }
        let processors = ProcessInfo.processInfo.activeProcessorCount
        let list = pictures.joined(separator: "\n")
        let names = material.folder.appending(path: "pictures.txt")
        try Data((list + "\n").utf8).write(to: names)
        var bare = Run(
            "sh", "-c", "xargs -P \(processors) -I{} tesseract {} {} -l vie --psm 3 < '\(names.path())'")
        bare.environment["OMP_THREAD_LIMIT"] = "1"
        let theirs = try Stopwatch.median(1) { try bare() }
        let pages = Double(pictures.count)
        return [
            Measurement(
                what: "read scan, \(pictures.count) pages", ours: RatioTable.rounded(pages / ours) + " pages/s",
                reference: "tesseract, \(processors) at once, " + RatioTable.rounded(pages / theirs) + " pages/s",
                ratio: ours / theirs, note: "time; pictures given to tesseract are drawn already")
        ]
    }
}
