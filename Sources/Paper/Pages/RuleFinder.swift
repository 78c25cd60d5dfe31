/// Finds straight rules on a picture: long runs of dark pixels along a row or a column.
struct RuleFinder {
    /// Pixels to an inch.
    let resolution: Double
    /// How far a row sinks for each pixel to the right: the sheet may lie askew.
    var slope = 0.0
    /// Grey below which a pixel is ink.
    var threshold: UInt8 = 144

    /// Shortest run that is looked at and shortest rule, in points: longer than the strokes of letters.
    private static let shortestRun = 14.0
    private static let shortestRule = 18.0
    /// Thickest rule, in points: more is a filled area.
    private static let thickest = 5.0

    /// The rules of a picture in points of the page, set upright.
    func rules(of image: GrayImage) -> [Rule] {
        image.pixels.withUnsafeBufferPointer { pixels in
            let across = runs(
                pixels, length: image.width, lines: image.height, step: 1, stride: image.width, drift: slope)
            let down = runs(
                pixels, length: image.height, lines: image.width, step: image.width, stride: 1, drift: -slope)
            return joined(across, .horizontal) + joined(down, .vertical)
        }
    }

    /// A run of ink: on which line of pixels (set upright) and from where to where.
    private struct Run {
        var line: Int
        var from: Int
        var to: Int
    }

    /// Runs along lines that drift by `drift` pixels for each pixel onwards.
    private func runs(
        _ pixels: UnsafeBufferPointer<UInt8>, length: Int, lines: Int, step: Int, stride: Int, drift: Double
    ) -> [Run] {
        let shortest = max(8, Int(Self.shortestRun * resolution / 72))
        // Only every `pace`th pixel of a line is looked at until one is ink: no run that counts falls between.
        let pace = max(1, shortest / 3)
        // A gap of a few pixels is a flaw of the scan.
        let gap = max(0, Int(resolution / 100) - 1)
        var shifts = [Int](repeating: 0, count: length)
        for index in 0..<length { shifts[index] = Int((Double(index) - Double(length) / 2) * drift) }
        var runs: [Run] = []
        shifts.withUnsafeBufferPointer { shifts in
            for line in 0..<lines {
                func isInk(_ index: Int) -> Bool {
                    let shifted = line + shifts[index]
                    return shifted >= 0 && shifted < lines && pixels[index * step + shifted * stride] < threshold
                }
                var index = 0
                while index < length {
                    guard isInk(index) else {
                        index += pace
                        continue
                    }
                    var from = index
                    while from > 0, isInk(from - 1) { from -= 1 }
                    var to = index + 1
                    var missing = 0
                    var next = to
                    while next < length, missing <= gap {
                        if isInk(next) {
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
        }
        return runs
    }

    /// Runs on neighbouring lines of pixels made into rules.
    private func joined(_ runs: [Run], _ direction: Rule.Direction) -> [Rule] {
        let scale = 72 / resolution
        let reach = max(2, Int(resolution / 75))
        let breach = Int(6 / scale)
        struct Stroke {
            var first: Int
            var last: Int
            var weighted: Double
            var weight: Double
            var from: Int
            var to: Int
        }
        var done: [Stroke] = []
        var open: [Stroke] = []
        for run in runs {
            done += open.filter { $0.last < run.line - reach }
            open.removeAll { $0.last < run.line - reach }
            let weight = Double(run.to - run.from)
            var stroke = Stroke(
                first: run.line, last: run.line, weighted: Double(run.line) * weight, weight: weight, from: run.from,
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
        return done.compactMap { stroke in
            let length = Double(stroke.to - stroke.from) * scale
            let thickness = Double(stroke.last - stroke.first + 1) * scale
            guard length >= Self.shortestRule, thickness <= Self.thickest, thickness < length / 4 else { return nil }
            return Rule(
                direction: direction, position: (stroke.weighted / stroke.weight + 0.5) * scale,
                from: Double(stroke.from) * scale, to: Double(stroke.to) * scale)
        }
    }
}
