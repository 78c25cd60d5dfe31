/// Finds columns that stand side by side for a few lines, such as the agency and the national motto of a header, or the
/// recipients and the signature at the end.
struct SideBySide {
    /// Extent of the running text, in points.
    var left: Double
    var right: Double

    struct Zone {
        var rows: Range<Int>
        /// The free strip between the columns.
        var strip: ClosedRange<Double>
    }

    /// The zones among rows that follow each other down the page.
    func zones(in rows: [TextRow]) -> [Zone] {
        var zones: [Zone] = []
        var next = 0
        while next < rows.count {
            // In a line stretched to the margins all gaps are wide alike.
            let least = max(1.4 * rows[next].size, 1.6 * usualGap(rows[next]))
            let found = gaps(rows[next]).filter { $0.upperBound - $0.lowerBound >= least }
                .compactMap { grown(from: next, strip: $0, in: rows, notBefore: zones.last?.rows.upperBound ?? 0) }
                .max { ($0.both, $0.width) < ($1.both, $1.width) }
            if let found {
                zones.append(found.zone)
                next = found.zone.rows.upperBound
            } else {
                next += 1
            }
        }
        return zones
    }

    private struct Growth {
        var zone: Zone
        var both: Int
        var width: Double
    }

    /// Free strips inside a row, wider than the space between words.
    private func gaps(_ row: TextRow) -> [ClosedRange<Double>] {
        var gaps: [ClosedRange<Double>] = []
        var reach = row.words.first?.box.right ?? 0
        for word in row.words.dropFirst() {
            if word.box.left - reach > 0.35 * row.size { gaps.append(reach...word.box.left) }
            reach = max(reach, word.box.right)
        }
        return gaps
    }

    /// The gap in the middle of the row's gaps by width; 0 where there are too few to tell.
    private func usualGap(_ row: TextRow) -> Double {
        let gaps = zip(row.words, row.words.dropFirst()).map { $1.box.left - $0.box.right }.sorted()
        return gaps.count >= 3 ? gaps[gaps.count / 2] : 0
    }

    private enum Side { case both, left, right }

    /// How a row leaves the strip free, and what remains of the strip.
    private func fit(_ row: TextRow, _ strip: ClosedRange<Double>) -> (side: Side, strip: ClosedRange<Double>)? {
        let least = 0.35 * row.size
        if row.box.right <= strip.upperBound - least {
            return (.left, max(strip.lowerBound, row.box.right)...strip.upperBound)
        }
        if row.box.left >= strip.lowerBound + least {
            return (.right, strip.lowerBound...min(strip.upperBound, row.box.left))
        }
        for gap in gaps(row) {
            let low = max(gap.lowerBound, strip.lowerBound)
            let high = min(gap.upperBound, strip.upperBound)
            if high - low >= least { return (.both, low...high) }
        }
        return nil
    }

    /// As ``fit(_:_:)`` for a line of capitals above a zone, such as a long name beside the motto: they may come as
    /// near as words do, but the right half keeps to the middle of its column.
    private func tightFit(
        _ row: TextRow, _ strip: ClosedRange<Double>, axis: Double
    ) -> (side: Side, strip: ClosedRange<Double>)? {
        guard LineMarks.isCapitals(row.text) else { return nil }
        let borders = zip(row.words, row.words.dropFirst()).filter {
            $1.box.left > $0.box.right && $0.box.right < strip.upperBound && $1.box.left > strip.lowerBound
        }
        let found = borders.map { $0.box.right...$1.box.left }.min {
            abs(centre(row, rightOf: $0) - axis) < abs(centre(row, rightOf: $1) - axis)
        }
        guard let found, abs(centre(row, rightOf: found) - axis) < 0.03 * (right - left) else { return nil }
        return (.both, found)
    }

    /// The zone around a row, if it is one: at least two rows, both sides filled more than once.
    private func grown(from start: Int, strip: ClosedRange<Double>, in rows: [TextRow], notBefore floor: Int) -> Growth?
    {
        var strip = strip
        var both = 1
        var counts = (left: 1, right: 1)
        var centres = [centre(rows[start], rightOf: strip)]
        var axis: Double { centres.reduce(0, +) / Double(centres.count) }
        var end = start + 1
        while end < rows.count {
            let row = rows[end]
            let distance = row.box.bottom - rows[end - 1].box.bottom
            guard distance < 8 * row.size, let fit = fit(row, strip) else { break }
            // A title in the middle of the page is not in the column; nor is text that begins well below.
            if fit.side == .right, abs(row.box.middle - axis) > 0.05 * (right - left) { break }
            if fit.side == .left, distance > 2.2 * row.size { break }
            if fit.side == .both {
                both += 1
                centres.append(centre(row, rightOf: fit.strip))
            }
            if fit.side != .right { counts.left += 1 }
            if fit.side != .left { counts.right += 1 }
            strip = fit.strip
            end += 1
        }
        var begin = start
        while begin > floor,
            let fit = fit(rows[begin - 1], strip) ?? tightFit(rows[begin - 1], strip, axis: axis), fit.side != .left,
            rows[begin].box.bottom - rows[begin - 1].box.bottom < 2.2 * rows[begin].size,
            fit.side == .both || abs(rows[begin - 1].box.middle - axis) < 0.05 * (right - left)
        {
            if fit.side == .both {
                both += 1
                counts.left += 1
            }
            counts.right += 1
            strip = fit.strip
            begin -= 1
        }
        guard counts.left >= 2, counts.right >= 2, both >= 2 || counts.left + counts.right >= 5 else { return nil }
        let middle = (strip.lowerBound + strip.upperBound) / 2
        guard middle > left + 0.15 * (right - left), middle < right - 0.15 * (right - left) else { return nil }
        return Growth(
            zone: Zone(rows: begin..<end, strip: strip), both: both, width: strip.upperBound - strip.lowerBound)
    }

    private func centre(_ row: TextRow, rightOf strip: ClosedRange<Double>) -> Double {
        (strip.upperBound + row.box.right) / 2
    }
}
