/// A picture in shades of grey, row by row from the top, 0 black to 255 white.
struct GrayImage: Sendable {
    var width: Int
    var height: Int
    var pixels: [UInt8]

    /// The picture as a binary PGM.
    var pgm: [UInt8] { Array("P5\n\(width) \(height)\n255\n".utf8) + pixels }

    /// Turned clockwise by quarters.
    func turned(_ quarters: Int) -> GrayImage {
        guard quarters & 3 != 0 else { return self }
        var turned = GrayImage(width: height, height: width, pixels: Array(repeating: 255, count: pixels.count))
        for y in 0..<height {
            for x in 0..<width { turned.pixels[x * height + height - 1 - y] = pixels[y * width + x] }
        }
        return turned.turned((quarters & 3) - 1)
    }

    /// Made smaller: each pixel the mean of `factor` times `factor`.
    func reduced(by factor: Int) -> GrayImage {
        guard factor > 1, width >= factor, height >= factor else { return self }
        var result = GrayImage(width: width / factor, height: height / factor, pixels: [])
        result.pixels = [UInt8](unsafeUninitializedCapacity: result.width * result.height) { target, count in
            pixels.withUnsafeBufferPointer { source in
                for y in 0..<result.height {
                    for x in 0..<result.width {
                        var sum = 0
                        for row in 0..<factor {
                            let from = (y * factor + row) * width + x * factor
                            for index in from..<from + factor { sum += Int(source[index]) }
                        }
                        target[y * result.width + x] = UInt8(sum / (factor * factor))
                    }
                }
            }
            count = result.width * result.height
        }
        return result
    }

    /// Twice as wide and high, the pixels between being means.
    func doubled() -> GrayImage {
        var result = GrayImage(width: width * 2, height: height * 2, pixels: [])
        result.pixels = [UInt8](unsafeUninitializedCapacity: pixels.count * 4) { target, count in
            pixels.withUnsafeBufferPointer { source in
                for y in 0..<result.height {
                    let (upper, lower) = (y / 2 * width, min((y + 1) / 2, height - 1) * width)
                    for x in 0..<result.width {
                        let (left, right) = (x / 2, min((x + 1) / 2, width - 1))
                        let sum =
                            Int(source[upper + left]) + Int(source[upper + right]) + Int(source[lower + left])
                            + Int(source[lower + right])
                        target[y * result.width + x] = UInt8(sum / 4)
                    }
                }
            }
            count = pixels.count * 4
        }
        return result
    }
}
