/// What the head of a picture file says of it, read before any program unpacks it.
struct ImageHeader: Sendable, Equatable {
    var width: Int
    var height: Int
    /// Pixels to an inch, where the file says.
    var resolution: Double?
    /// Quarter turns clockwise that set the picture upright.
    var turns = 0
    /// Number of pictures in the file.
    var count = 1

    /// The head of a PNG, JPEG or TIFF file; `nil` where it is not whole.
    static func read(_ bytes: [UInt8], format: FileFormat) -> ImageHeader? {
        let reader = Reader(bytes: bytes)
        let header: ImageHeader? =
            switch format {
            case .png: png(reader)
            case .jpeg: jpeg(reader)
            case .tiff: tiff(reader)
            default: nil
            }
        guard let header, header.width > 0, header.height > 0 else { return nil }
        return header
    }

    /// Numbers at places that may lie outside of the file.
    struct Reader {
        let bytes: [UInt8]
        var start = 0
        var isLittle = false

        func byte(_ offset: Int) -> Int {
            let index = start + offset
            return index >= 0 && index < bytes.count ? Int(bytes[index]) : 0
        }
        func short(_ offset: Int) -> Int {
            isLittle ? byte(offset) | byte(offset + 1) << 8 : byte(offset) << 8 | byte(offset + 1)
        }
        func long(_ offset: Int) -> Int {
            isLittle
                ? short(offset) | short(offset + 2) << 16 : short(offset) << 16 | short(offset + 2)
        }
        func text(_ offset: Int, _ length: Int) -> [UInt8] { (0..<length).map { UInt8(byte(offset + $0)) } }
    }

    private static func png(_ reader: Reader) -> ImageHeader? {
        var header = ImageHeader(width: reader.long(16), height: reader.long(20))
        var offset = 8
        while offset + 8 < reader.bytes.count {
            let kind = reader.text(offset + 4, 4)
            if kind == Array("IDAT".utf8) { break }
            // Pixels to a metre.
            if kind == Array("pHYs".utf8), reader.byte(offset + 16) == 1 {
                header.resolution = Double(reader.long(offset + 8)) * 0.0254
            }
            offset += 12 + reader.long(offset)
        }
        return header
    }

    private static func jpeg(_ reader: Reader) -> ImageHeader? {
        var header = ImageHeader(width: 0, height: 0)
        var offset = 2
        while offset + 4 < reader.bytes.count, reader.byte(offset) == 0xFF {
            let marker = reader.byte(offset + 1)
            let length = reader.short(offset + 2)
            switch marker {
            case 0xC0...0xC3, 0xC5...0xC7, 0xC9...0xCB, 0xCD...0xCF:
                header.height = reader.short(offset + 5)
                header.width = reader.short(offset + 7)
                return header
            case 0xE0 where reader.text(offset + 4, 4) == Array("JFIF".utf8):
                let density = Double(reader.short(offset + 12))
                if reader.byte(offset + 11) == 1 { header.resolution = density }
                if reader.byte(offset + 11) == 2 { header.resolution = density * 2.54 }
            case 0xE1 where reader.text(offset + 4, 4) == Array("Exif".utf8):
                var exif = reader
                exif.start = offset + 10
                if let (found, _) = directory(&exif, at: nil) {
                    header.turns = found.turns
                    header.resolution = found.resolution ?? header.resolution
                }
            default: break
            }
            offset += 2 + max(2, length)
        }
        return nil
    }

    private static func tiff(_ reader: Reader) -> ImageHeader? {
        var reader = reader
        guard var (header, next) = directory(&reader, at: nil) else { return nil }
        // tifftopnm turns the picture itself.
        header.turns = 0
        while next > 0, header.count < 10_000, let (other, following) = directory(&reader, at: next) {
            header.count += 1
            header.width = max(header.width, other.width)
            header.height = max(header.height, other.height)
            // Directories are written one behind the other; a chain that turns back might never end.
            guard following > next else { break }
            next = following
        }
        return header
    }

    /// One directory of TIFF entries, and the place of the next.
    private static func directory(_ reader: inout Reader, at place: Int?) -> (ImageHeader, next: Int)? {
        reader.isLittle = reader.byte(0) == 0x49
        guard reader.byte(0) == reader.byte(1), reader.isLittle || reader.byte(0) == 0x4D else { return nil }
        let start = place ?? reader.long(4)
        let count = reader.short(start)
        guard start > 0, count > 0, reader.start + start + 2 + 12 * count <= reader.bytes.count else { return nil }
        var header = ImageHeader(width: 0, height: 0)
        var unit = 2
        for entry in 0..<count {
            let offset = start + 2 + 12 * entry
            let value = reader.short(offset + 2) == 3 ? reader.short(offset + 8) : reader.long(offset + 8)
            switch reader.short(offset) {
            case 256: header.width = value
            case 257: header.height = value
            case 274: header.turns = [3: 2, 6: 1, 8: 3][value] ?? 0
            case 282: header.resolution = Double(reader.long(value)) / Double(max(1, reader.long(value + 4)))
            case 296: unit = value
            default: break
            }
        }
        if unit == 3 { header.resolution = header.resolution.map { $0 * 2.54 } }
        if unit == 1 { header.resolution = nil }
        return (header, reader.long(start + 2 + 12 * count))
    }
}
