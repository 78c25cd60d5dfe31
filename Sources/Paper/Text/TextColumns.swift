import Vietnamese

/// Two columns that a layout-keeping extraction put on the same lines (the letterhead, and Nơi nhận beside the signature)
/// are set one after the other.
enum TextColumns {
    /// Lines with their numbers, columns unfolded.
    static func unfold(_ lines: [String]) -> [(text: String, number: Int)] {
        let numbered = lines.enumerated().map { (text: $1, number: $0 + 1) }
        var result: [(text: String, number: Int)] = []
        var index = 0
        while index < numbered.count {
            if let (column, end) = zone(lines, at: index) {
                let parts = numbered[index..<end].map { ($0.number, split($0.text, at: column)) }
                result += parts.map { (text: $1.left, number: $0) }
                result += parts.filter { !$1.right.isEmpty }.map { (text: $1.right, number: $0) }
                index = end
            } else {
                result.append(numbered[index])
                index += 1
            }
        }
        return result
    }

    /// Where a zone of two columns begins, the column at which its right side starts and where the zone ends.
    private static func zone(_ lines: [String], at index: Int) -> (column: Int, end: Int)? {
        let folded = lines[index].folded
        let isHead = index < 60 && (folded.contains("cong hoa xa hoi") || folded.contains("dang cong san viet nam"))
        let isFoot = folded.hasPrefix("noi nhan")
        guard isHead || isFoot, let gap = widestGap(lines[index]) else { return nil }
        // In a letterhead the right side may be narrower below; the border lies in the middle of the gap.
        let column = (gap.lowerBound + gap.upperBound) / 2
        var end = index + 1
        var isNamed = false
        let most = index + (isHead ? 9 : 40)
        while end < min(lines.count, most) {
            let line = lines[end]
            if !line.isEmpty, isHead, TextLine(line.trimmed, place: Place(line: 1)).isCapitals, widestGap(line) == nil,
                line.utf8.prefix(while: { $0 == 0x20 }).count < column
            {
                if Int(line.unicodeScalars.count) < column { end += 1 } else { break }
                continue
            }
            if !line.isEmpty, crosses(line, column) || (isFoot && beginsAnnex(line)) { break }
            end += 1
            // Place and date close a letterhead; the signer's name, written small, closes the foot beside the last recipient.
            let folded = isHead ? line.folded : ""
            if folded.contains("ngay"), folded.contains("nam ") || folded.hasSuffix("nam") { break }
            if isFoot, !line.isEmpty {
                let parts = split(line, at: column)
                let left = parts.left.trimmed
                if isNamed, left.isEmpty || ListMark(left) == nil { return (column, end - 1) }
                isNamed = isNamed || (left.isEmpty && TextLine(parts.right, place: Place(line: 1)).isName)
            }
        }
        return (column, end)
    }

    /// The line opens what follows a signing block: an annex, or an attached document with its own letterhead.
    private static func beginsAnnex(_ line: String) -> Bool {
        let folded = line.trimmed.folded
        return folded.contains("cong hoa xa hoi chu nghia") || folded.hasPrefix("phu luc")
            || folded.hasPrefix("(kem theo")
            || folded.hasPrefix("(ban hanh kem theo")
    }

    /// Text runs over the border without a gap of two spaces near it.
    private static func crosses(_ line: String, _ column: Int) -> Bool {
        let scalars = Array(line.unicodeScalars)
        guard scalars.count > column else { return false }
        return border(scalars, column) == nil
    }

    private static func split(_ line: String, at column: Int) -> (left: String, right: String) {
        let scalars = Array(line.unicodeScalars)
        guard scalars.count > column, let border = border(scalars, column) else { return (line, "") }
        func text(_ part: ArraySlice<Unicode.Scalar>) -> String {
            var view = String.UnicodeScalarView()
            view.append(contentsOf: part)
            return String(view)
        }
        return (text(scalars[..<border]), text(scalars[border...]).trimmed)
    }

    /// The end of the run of two or more spaces nearest to the column.
    private static func border(_ scalars: [Unicode.Scalar], _ column: Int) -> Int? {
        var best: Int?
        var run = 0
        for (index, scalar) in scalars.enumerated() {
            if scalar == " " {
                run += 1
                continue
            }
            if run >= 2 || (run == index && run > 0), best.map({ abs($0 - column) > abs(index - column) }) ?? true {
                best = index
            }
            run = 0
        }
        return best.flatMap { abs($0 - column) <= 24 ? $0 : nil }
    }

    /// The widest run of spaces between two pieces of text, if it is wide enough to part columns.
    private static func widestGap(_ line: String) -> Range<Int>? {
        var best: Range<Int>?
        var start: Int?
        var seen = false
        for (index, scalar) in line.unicodeScalars.enumerated() {
            if scalar == " " {
                if seen, start == nil { start = index }
            } else {
                if let from = start, index - from >= 2, best.map({ $0.count < index - from }) ?? true {
                    best = from..<index
                }
                start = nil
                seen = true
            }
        }
        return best
    }
}
