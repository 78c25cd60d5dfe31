/// A PDF that holds pictures and nothing else, as a scanner writes it.
enum PicturePDF {
    /// - Parameter pictures: JPEG files at 300 dpi, in grey or colour.
    static func bytes(_ pictures: [[UInt8]]) -> [UInt8] {
        var pdf = Array("%PDF-1.4\n".utf8)
        var offsets: [Int] = []
        func object(_ parts: [UInt8]...) {
            offsets.append(pdf.count)
            pdf += Array("\(offsets.count) 0 obj\n".utf8) + parts.joined() + Array("\nendobj\n".utf8)
        }
        let kids = pictures.indices.map { "\(3 + $0 * 3) 0 R" }.joined(separator: " ")
        object(Array("<</Type/Catalog/Pages 2 0 R>>".utf8))
        object(Array("<</Type/Pages/Count \(pictures.count)/Kids[\(kids)]>>".utf8))
        for (index, picture) in pictures.enumerated() {
            let (width, height, components) = frame(of: picture)
            let colours = components == 1 ? "DeviceGray" : "DeviceRGB"
            let box = "\(width * 72 / 300) \(height * 72 / 300)"
            let draw = "q \(width * 72 / 300) 0 0 \(height * 72 / 300) 0 0 cm /I Do Q"
            let first = 3 + index * 3
            object(
                Array(
                    """
                    <</Type/Page/Parent 2 0 R/MediaBox[0 0 \(box)]/Contents \(first + 1) 0 R\
                    /Resources<</XObject<</I \(first + 2) 0 R>>>>>>
                    """.utf8))
            object(Array("<</Length \(draw.utf8.count)>>stream\n\(draw)\nendstream".utf8))
            let head = """
                <</Type/XObject/Subtype/Image/Width \(width)/Height \(height)/ColorSpace/\(colours)\
                /BitsPerComponent 8\
                /Filter/DCTDecode/Length \(picture.count)>>stream

                """
            object(Array(head.utf8), picture, Array("\nendstream".utf8))
        }
        let start = pdf.count
        pdf += Array("xref\n0 \(offsets.count + 1)\n0000000000 65535 f \n".utf8)
        for offset in offsets {
            let digits = String(offset)
            pdf += Array((String(repeating: "0", count: 10 - digits.count) + digits + " 00000 n \n").utf8)
        }
        return pdf
            + Array("trailer<</Size \(offsets.count + 1)/Root 1 0 R>>\nstartxref\n\(start)\n%%EOF\n".utf8)
    }

    /// Width, height and number of components from the first frame header of a JPEG (ITU-T T.81, B.2.2).
    private static func frame(of jpeg: [UInt8]) -> (width: Int, height: Int, components: Int) {
        var index = 2
        while index + 9 < jpeg.count {
            let marker = jpeg[index + 1]
            if (0xC0...0xC2).contains(marker) {
                return (
                    Int(jpeg[index + 7]) << 8 | Int(jpeg[index + 8]), Int(jpeg[index + 5]) << 8 | Int(jpeg[index + 6]),
                    Int(jpeg[index + 9])
                )
            }
            index += 2 + (Int(jpeg[index + 2]) << 8 | Int(jpeg[index + 3]))
        }
        return (0, 0, 1)
    }
}
