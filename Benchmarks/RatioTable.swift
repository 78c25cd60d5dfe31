/// One measurement: ours, and what it is measured against.
struct Measurement {
    var what: String
    var ours: String
    var reference: String
    /// Ours divided by the reference; `nil` where a limit is checked instead.
    var ratio: Double?
    var note = ""
}

/// What is printed at the end.
struct RatioTable {
    private var rows: [Measurement] = []

    mutating func add(_ rows: [Measurement]) { self.rows += rows }

    var text: String {
        let head = ["what", "nhipcau", "reference", "ratio", ""]
        let cells =
            [head]
            + rows.map { row in
                [row.what, row.ours, row.reference, row.ratio.map { Self.rounded($0) + "×" } ?? "", row.note]
            }
        let widths = head.indices.map { column in cells.map { $0[column].count }.max() ?? 0 }
        return cells.map { row in
            zip(row, widths).map { $0 + String(repeating: " ", count: $1 - $0.count) }.joined(separator: "  ")
        }.joined(separator: "\n")
    }

    /// Two figures that mean something.
    static func rounded(_ value: Double) -> String {
        if value >= 10 { return String(Int(value.rounded())) }
        let hundredths = Int((value * 100).rounded())
        let rest = hundredths % 100
        return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
    }

    static func milliseconds(_ seconds: Double) -> String { rounded(seconds * 1000) + " ms" }
}
