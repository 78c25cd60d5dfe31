import Foundation

/// A whole run on a Word document of twenty pages with a table of sixty rows.
enum WordBenchmark {
    static func rows(_ command: String, _ material: Material, markitdown: String?) throws -> [Measurement] {
        let document = try material.word()
        var memory = 0
        let ours = try Stopwatch.median(11) { memory = max(memory, try Run(command, "read", document, "--json")()) }
        let time = RatioTable.milliseconds(ours)
        let nothing = try Stopwatch.median(11) { try Run("true")() }
        let what = "read .docx, \(material.pages) pages"
        var rows = [
            Measurement(
                what: what, ours: time, reference: "true " + RatioTable.milliseconds(nothing), ratio: ours / nothing)
        ]
        if let markitdown {
            let theirs = try Stopwatch.median(3) { try Run(markitdown, document)() }
            rows.append(
                Measurement(
                    what: what, ours: time, reference: "markitdown " + RatioTable.milliseconds(theirs),
                    ratio: ours / theirs))
        } else {
            rows.append(Measurement(what: what, ours: time, reference: "markitdown: not available", ratio: nil))
        }
        let office = try Stopwatch.median(3) { try material.office("txt:Text (encoded):UTF8", document) }
        rows.append(
            Measurement(
                what: what, ours: time, reference: "LibreOffice to text " + RatioTable.milliseconds(office),
                ratio: ours / office))
        rows.append(
            Measurement(
                what: "peak memory, .docx", ours: "\(memory >> 20) MB", reference: "limit 80 MB",
                ratio: Double(memory) / Double(80 << 20)))
        return rows
    }
}
