/// Finds straight rules on a picture: long runs of dark pixels along a row or a column.
struct RuleFinder {
    /// Pixels to an inch.
    let resolution: Double
    /// Grey below which a pixel is ink.
    var threshold: UInt8 = 144

    /// Shortest run that is looked at and shortest rule, in points: longer than the strokes of letters.
    private static func shortestRun(_ direction: Rule.Direction) -> Double { direction == .horizontal ? 9 : 14 }
    /// Widest breach in a rule, in points: down the page letters of the next line stand as near.
    private static func widestBreach(_ direction: Rule.Direction) -> Double { direction == .horizontal ? 10 : 4 }
    private static let shortestRule = 18.0
    /// Thickest rule, in points: more is a filled area.
    private static let thickest = 5.0

    /// The rules of a picture, which must stand upright, in points of the page.
    func rules(of image: GrayImage) -> [Rule] { rules(strokes(of: image)) }

    /// Strokes in points.
    func rules(_ strokes: [Stroke]) -> [Rule] {
        let scale = 72 / resolution
        return strokes.map { stroke in
            Rule(
                direction: stroke.direction, position: (stroke.weighted / stroke.weight + 0.5) * scale,
                from: Double(stroke.from) * scale, to: Double(stroke.to) * scale)
        }
    }

    /// The strokes of a picture, in pixels.
    func strokes(of image: GrayImage) -> [Stroke] {
        image.pixels.withUnsafeBufferPointer { pixels in
            let across = runs(
                pixels, length: image.width, lines: image.height, step: 1, stride: image.width, .horizontal)
            let down = runs(pixels, length: image.height, lines: image.width, step: image.width, stride: 1, .vertical)
            return joined(across, .horizontal).filter {
                standsFree($0, pixels, length: image.width, lines: image.height, step: 1, stride: image.width)
            }
                + joined(down, .vertical).filter {
                    standsFree($0, pixels, length: image.height, lines: image.width, step: image.width, stride: 1)
                }
        }
    }

    /// Whether there is paper on both sides: the strokes of blurred letters run together too.
    private func standsFree(
        _ stroke: Stroke, _ pixels: UnsafeBufferPointer<UInt8>, length: Int, lines: Int, step: Int, stride: Int
    ) -> Bool {
        let distance = max(2, Int(resolution / 75))
        return [stroke.first - distance, stroke.last + distance].allSatisfy { line in
            guard line >= 0, line < lines else { return true }
            var ink = 0
            for index in stroke.from..<stroke.to where pixels[line * stride + index * step] < threshold { ink += 1 }
            return Double(ink) < 0.2 * Double(stroke.to - stroke.from)
        }
    }

    /// A straight stroke of ink, in pixels.
    struct Stroke: Sendable {
        var direction: Rule.Direction
        /// The lines of pixels it covers.
        var first: Int
        var last: Int
        /// Sum over its runs of line times length, and of the lengths.
        var weighted: Double
        var weight: Double
        var from: Int
        var to: Int
    }

    /// A run of ink: on which line of pixels and from where to where.
    private struct Run {
        var line: Int
        var from: Int
        var to: Int
    }

    /// Runs of ink along rows (`step` 1) or columns (`stride` 1).
    private func runs(
        _ pixels: UnsafeBufferPointer<UInt8>, length: Int, lines: Int, step: Int, stride: Int,
        _ direction: Rule.Direction
    ) -> [Run] {
        let shortest = max(8, Int(Self.shortestRun(direction) * resolution / 72))
        // Only every `pace`th pixel of a line is looked at until one is ink: no run that counts falls between.
        let pace = max(1, shortest / 3)
        // A gap of a few pixels is a flaw of the scan.
        let gap = max(0, Int(resolution / 100))
        var runs: [Run] = []
        for line in 0..<lines {
            let base = line * stride
            var index = 0
            while index < length {
                guard pixels[base + index * step] < threshold else {
                    index += pace
                    continue
                }
                var from = index
                while from > 0, pixels[base + (from - 1) * step] < threshold { from -= 1 }
                var to = index + 1
                var missing = 0
                var next = to
                while next < length, missing <= gap {
                    if pixels[base + next * step] < threshold {
                        to = next + 1
                        missing = 0
                    } else {
                        missing += 1
                    }
                    next += 1
                }
                if to - from >= shortest { runs.append(Run(line: line, from: from, to: to)) }
                index = to + pace
            }
        }
        return runs
    }

    /// Runs on neighbouring lines of pixels made into rules.
    private func joined(_ runs: [Run], _ direction: Rule.Direction) -> [Stroke] {
        let scale = 72 / resolution
        let reach = max(2, Int(resolution / 66))
        let breach = Int(Self.widestBreach(direction) / scale)
        var done: [Stroke] = []
        var open: [Stroke] = []
        for run in runs {
            done += open.filter { $0.last < run.line - reach }
            open.removeAll { $0.last < run.line - reach }
            let weight = Double(run.to - run.from)
            var stroke = Stroke(
                direction: direction, first: run.line, last: run.line, weighted: Double(run.line) * weight,
                weight: weight, from: run.from,
                to: run.to)
            // A run may bridge several strokes begun on lines before it.
            var others: [Stroke] = []
            for other in open {
                if other.from <= stroke.to + breach, other.to >= stroke.from - breach {
                    stroke.first = min(stroke.first, other.first)
                    stroke.last = max(stroke.last, other.last)
                    stroke.weighted += other.weighted
                    stroke.weight += other.weight
                    stroke.from = min(stroke.from, other.from)
                    stroke.to = max(stroke.to, other.to)
                } else {
                    others.append(other)
                }
            }
            open = others + [stroke]
        }
        done += open
        return done.filter { stroke in
            let length = Double(stroke.to - stroke.from) * scale
            let thickness = Double(stroke.last - stroke.first + 1) * scale
            return length >= Self.shortestRule && thickness <= Self.thickest && thickness < length / 4
        }
    }
}
