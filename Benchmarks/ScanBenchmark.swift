import Foundation

/// Recognising a scan, against tesseract alone on the same pages, one process a processor: once with pictures drawn
/// beforehand, once drawing each page of the PDF as whoever runs it by hand must.
enum ScanBenchmark {
    static func rows(_ command: String, _ material: Material) throws -> [Measurement] {
        let (scan, pictures) = try material.scan()
        let processors = ProcessInfo.processInfo.activeProcessorCount
        let names = material.folder.appending(path: "pictures.txt")
        try Data((pictures.joined(separator: "\n") + "\n").utf8).write(to: names)
        func tesseract(_ script: String) -> Run {
            var run = Run("sh", "-c", script)
            run.environment["OMP_THREAD_LIMIT"] = "1"
            return run
        }
        let drawn = tesseract("xargs -P \(processors) -I{} tesseract {} {} -l vie --psm 3 < '\(names.path())'")
        let drawing = tesseract(
            """
            seq \(pictures.count) | xargs -P \(processors) -I{} sh -c \
            "pdftoppm -q -r 300 -gray -f {} -l {} '\(scan)' | tesseract - - -l vie --dpi 300 --psm 3 >/dev/null"
            """)
        // In turns, since a shared machine changes its pace from minute to minute.
        let rounds = try (0..<3).map { _ in
            (
                ours: try Stopwatch.median(1) { try Run(command, "read", scan, "--json")() },
                drawn: try Stopwatch.median(1) { try drawn() }, drawing: try Stopwatch.median(1) { try drawing() }
            )
        }
        func row(_ reference: String, _ theirs: [Double]) -> Measurement {
            let ratios = zip(rounds.map(\.ours), theirs).sorted { $0.0 / $0.1 < $1.0 / $1.1 }
            let (ours, theirs) = ratios[ratios.count / 2]
            let pages = Double(pictures.count)
            return Measurement(
                what: "read scan, \(pictures.count) pages", ours: RatioTable.rounded(pages / ours) + " pages/s",
                reference: "\(reference), \(processors) at once, " + RatioTable.rounded(pages / theirs) + " pages/s",
                ratio: ours / theirs, note: "time, middle of three")
        }
        return [
            row("pdftoppm | tesseract", rounds.map(\.drawing)), row("tesseract on drawn pages", rounds.map(\.drawn)),
        ]
    }
}
