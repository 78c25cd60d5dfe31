import Foundation
import Vietnamese

/// Folding for search (no accents, no case, đ as d) of five megabytes of Vietnamese.
enum FoldingBenchmark {
    static func rows() -> [Measurement] {
        let sentence =
            "Ủy ban nhân dân tỉnh giao Sở Ngoại vụ chủ trì, phối hợp với các sở, ban, ngành đôn đốc thực hiện. "
        let text = String(repeating: sentence, count: 5 << 20 / sentence.utf8.count)
        let bytes = Array(text.utf8)
        var target = [UInt8](repeating: 0, count: bytes.count)
        var sink = 0
        let ours = Stopwatch.median(7) { sink &+= text.folded.utf8.count }
        let foundation = Stopwatch.median(3) {
            sink &+= text.folding(options: [.diacriticInsensitive, .caseInsensitive], locale: nil).utf8.count
        }
        let copy = Stopwatch.median(21) {
            target.withUnsafeMutableBytes { to in bytes.withUnsafeBytes { to.copyMemory(from: $0) } }
            sink &+= Int(target[sink & 1])
        }
        // Printed nowhere, but what is not used may not be computed.
        precondition(sink != 0)
        let size = Double(bytes.count) / 1e6
        let speed = RatioTable.rounded(size / ours) + " MB/s"
        return [
            Measurement(
                what: "folding, 5 MB", ours: speed,
                reference: "Foundation folding " + RatioTable.rounded(size / foundation) + " MB/s",
                ratio: ours / foundation, note: "time; lower is better"),
            Measurement(
                what: "folding, 5 MB", ours: speed, reference: "memcpy " + RatioTable.rounded(size / copy) + " MB/s",
                ratio: ours / copy),
        ]
    }
}
