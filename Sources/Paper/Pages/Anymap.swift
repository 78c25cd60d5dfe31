/// Reads the simple picture formats that other programs hand over: binary PBM, PGM and PPM, one behind the other.
enum Anymap {
    /// The picture that begins at an offset, in grey, and the offset behind it; `nil` where there is none.
    static func image(_ bytes: [UInt8], at start: Int = 0) -> (image: GrayImage, end: Int)? {
        guard start >= 0, bytes.count > start + 7, bytes[start] == 0x50 else { return nil }
        let kind = bytes[start + 1]
        guard (0x34...0x36).contains(kind) else { return nil }
        var offset = start + 2
        var numbers: [Int] = []
        while numbers.count < (kind == 0x34 ? 2 : 3) {
            guard let number = number(bytes, &offset) else { return nil }
            numbers.append(number)
        }
        offset += 1
        let (width, height, most) = (numbers[0], numbers[1], numbers.count > 2 ? numbers[2] : 1)
        let samples = kind == 0x36 ? 3 : 1
        let row = kind == 0x34 ? (width + 7) / 8 : width * samples * (most > 255 ? 2 : 1)
        guard width > 0, height > 0, most > 0, most < 65536, row <= bytes.count, height <= bytes.count,
            offset + row * height <= bytes.count
        else { return nil }
        let body = bytes[offset..<offset + row * height]
        let pixels: [UInt8] =
            switch kind {
            case 0x34: bits(body, width: width, height: height, row: row)
            case 0x35 where most == 255: Array(body)
            default: grey(body, samples: samples, most: most)
            }
        return (GrayImage(width: width, height: height, pixels: pixels), offset + row * height)
    }

    /// All pictures in a row.
    static func images(_ bytes: [UInt8]) -> [GrayImage] {
        var images: [GrayImage] = []
        var offset = 0
        while let next = image(bytes, at: offset) {
            images.append(next.image)
            offset = next.end
        }
        return images
    }

    private static func number(_ bytes: [UInt8], _ offset: inout Int) -> Int? {
        while offset < bytes.count, bytes[offset] <= 0x20 || bytes[offset] == 0x23 {
            if bytes[offset] == 0x23 {
                while offset < bytes.count, bytes[offset] != 0x0A { offset += 1 }
            } else {
                offset += 1
            }
        }
        var number = 0
        let first = offset
        while offset < bytes.count, (0x30...0x39).contains(bytes[offset]), number < 1_000_000 {
            number = number * 10 + Int(bytes[offset] - 0x30)
            offset += 1
        }
        return offset > first ? number : nil
    }

    private static func bits(_ body: ArraySlice<UInt8>, width: Int, height: Int, row: Int) -> [UInt8] {
        var pixels: [UInt8] = []
        pixels.reserveCapacity(width * height)
        for y in 0..<height {
            let start = body.startIndex + y * row
            for x in 0..<width { pixels.append(body[start + x >> 3] & (0x80 >> UInt8(x & 7)) == 0 ? 255 : 0) }
        }
        return pixels
    }

    private static func grey(_ body: ArraySlice<UInt8>, samples: Int, most: Int) -> [UInt8] {
        let wide = most > 255
        let size = samples * (wide ? 2 : 1)
        let (red, green, blue) = samples == 3 ? (77, 150, 29) : (256, 0, 0)
        return [UInt8](unsafeUninitializedCapacity: body.count / size) { target, count in
            body.withUnsafeBufferPointer { source in
                count = source.count / size
                func value(_ index: Int) -> Int {
                    wide ? Int(source[2 * index]) << 8 | Int(source[2 * index + 1]) : Int(source[index])
                }
                for pixel in 0..<count {
                    let first = pixel * samples
                    let sum =
                        samples == 3
                        ? value(first) * red + value(first + 1) * green + value(first + 2) * blue : value(first) * 256
                    target[pixel] = UInt8(min(255, sum / 256 * 255 / most))
                }
            }
        }
    }
}
