/// A picture in shades of grey, row by row from the top, 0 black to 255 white.
struct GrayImage: Sendable {
    var width: Int
    var height: Int
    var pixels: [UInt8]

    /// Reads a binary PGM of one byte a pixel, as the poppler programs write it.
    /// - Returns: The picture and the offset behind it, `nil` where there is none.
    static func pgm(_ bytes: [UInt8], at start: Int = 0) -> (image: GrayImage, end: Int)? {
        var offset = start
        guard bytes.count > start + 8, bytes[start] == 0x50, bytes[start + 1] == 0x35 else { return nil }
        offset += 2
        var numbers: [Int] = []
        while numbers.count < 3 {
            while offset < bytes.count, bytes[offset] <= 0x20 { offset += 1 }
            if offset < bytes.count, bytes[offset] == 0x23 {
                while offset < bytes.count, bytes[offset] != 0x0A { offset += 1 }
                continue
            }
            var number = 0
            let first = offset
            while offset < bytes.count, (0x30...0x39).contains(bytes[offset]), number < 1_000_000 {
                number = number * 10 + Int(bytes[offset] - 0x30)
                offset += 1
            }
            guard offset > first else { return nil }
            numbers.append(number)
        }
        offset += 1
        let (width, height) = (numbers[0], numbers[1])
        guard width > 0, height > 0, numbers[2] == 255, width <= bytes.count, height <= bytes.count,
            offset + width * height <= bytes.count
        else { return nil }
        let pixels = Array(bytes[offset..<offset + width * height])
        return (GrayImage(width: width, height: height, pixels: pixels), offset + width * height)
    }

    /// The picture as a binary PGM.
    var pgm: [UInt8] { Array("P5\n\(width) \(height)\n255\n".utf8) + pixels }
}
