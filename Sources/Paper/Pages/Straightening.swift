import Foundation

/// Finds how far a page lies askew and sets it upright.
struct Straightening {
    /// Steepest skew that is looked for: rise over run.
    private static let steepest = 0.06

    /// How much a line of text sinks for each pixel to the right, by the angle under which the rows of a reduced
    /// picture differ most from each other.
    static func slope(of image: GrayImage, threshold: UInt8, resolution: Double) -> Double {
        // Rows are told apart finely, columns need not be.
        let (across, down) = (max(1, Int(resolution / 40)), max(1, Int(resolution / 150)))
        var points: [(x: Double, y: Double)] = []
        image.pixels.withUnsafeBufferPointer { pixels in
            for y in stride(from: 0, to: image.height, by: down) {
                for x in stride(from: 0, to: image.width, by: across) where pixels[y * image.width + x] < threshold {
                    points.append((Double(x), Double(y) / Double(down)))
                }
            }
        }
        guard points.count > 200, points.count < image.width * image.height / (across * down * 2) else { return 0 }
        let rows = image.height / down + 2
        let margin = Int(Double(image.width) * steepest / Double(down)) + 2
        var counts = Array(repeating: 0.0, count: rows + 2 * margin)
        func contrast(_ slope: Double) -> Double {
            for index in counts.indices { counts[index] = 0 }
            let drift = slope / Double(down)
            for point in points { counts[Int(point.y - point.x * drift + Double(margin))] += 1 }
            var sum = 0.0
            for index in 1..<counts.count {
                let step = counts[index] - counts[index - 1]
                sum += step * step
            }
            return sum
        }
        var best = (slope: 0.0, contrast: contrast(0))
        // Halving steps around the best so far: 0.5°, then down to 0.02°.
        for (reach, pace) in [(0.052, 0.0087), (0.0087, 0.00175), (0.00175, 0.00035)] {
            let centre = best.slope
            for slope in stride(from: centre - reach, through: centre + reach, by: pace) where abs(slope) < steepest {
                let found = contrast(slope)
                if found > best.contrast { best = (slope, found) }
            }
        }
        return best.slope
    }

    /// The picture turned by two shears, which only move runs of pixels.
    static func upright(_ image: GrayImage, slope: Double) -> GrayImage {
        guard abs(slope) >= 0.0008 else { return image }
        return rowsShifted(columnsShifted(image, slope), slope)
    }

    /// Lifts each column by what lines have sunk there; the middle stays.
    private static func columnsShifted(_ image: GrayImage, _ slope: Double) -> GrayImage {
        var result = [UInt8](repeating: 255, count: image.pixels.count)
        let centre = Double(image.width) / 2
        var runs: [(columns: Range<Int>, shift: Int)] = []
        var start = 0
        while start < image.width {
            let shift = Int(((Double(start) - centre) * slope).rounded())
            var end = start + 1
            while end < image.width, Int(((Double(end) - centre) * slope).rounded()) == shift { end += 1 }
            runs.append((start..<end, shift))
            start = end
        }
        result.withUnsafeMutableBufferPointer { target in
            image.pixels.withUnsafeBufferPointer { source in
                for y in 0..<image.height {
                    for run in runs where y + run.shift >= 0 && y + run.shift < image.height {
                        let from = (y + run.shift) * image.width
                        let part = source[from + run.columns.lowerBound..<from + run.columns.upperBound]
                        let place = y * image.width + run.columns.lowerBound
                        _ = UnsafeMutableBufferPointer(rebasing: target[place..<place + run.columns.count])
                            .update(fromContentsOf: part)
                    }
                }
            }
        }
        return GrayImage(width: image.width, height: image.height, pixels: result)
    }

    /// Moves each row sideways as the turn demands.
    private static func rowsShifted(_ image: GrayImage, _ slope: Double) -> GrayImage {
        var result = [UInt8](repeating: 255, count: image.pixels.count)
        let centre = Double(image.height) / 2
        result.withUnsafeMutableBufferPointer { target in
            image.pixels.withUnsafeBufferPointer { source in
                for y in 0..<image.height {
                    let shift = Int(((Double(y) - centre) * slope).rounded())
                    let count = image.width - abs(shift)
                    guard count > 0 else { continue }
                    let from = y * image.width + max(0, -shift)
                    let to = y * image.width + max(0, shift)
                    _ = UnsafeMutableBufferPointer(rebasing: target[to..<to + count])
                        .update(fromContentsOf: source[from..<from + count])
                }
            }
        }
        return GrayImage(width: image.width, height: image.height, pixels: result)
    }
}
