import Foundation

@testable import Paper

/// Writes a PDF of page pictures, as scanners do, with a text layer of invisible words if wanted.
struct PictureDocument {
    struct Sheet {
        var picture: GrayImage
        var resolution: Double
        /// Words laid invisibly under the picture; ASCII only.
        var words: [PageWord] = []
    }

    var sheets: [Sheet]

    var pdf: [UInt8] {
        var file = Array("%PDF-1.4\n".utf8)
        var offsets: [Int] = []
        func object(_ content: String, stream: [UInt8]? = nil) {
            offsets.append(file.count)
            file += Array("\(offsets.count) 0 obj\n".utf8)
            if let stream {
                file += Array("<< \(content) /Length \(stream.count) >>\nstream\n".utf8) + stream
                file += Array("\nendstream\nendobj\n".utf8)
            } else {
                file += Array("<< \(content) >>\nendobj\n".utf8)
            }
        }
        // Three objects a sheet behind the catalogue, the pages and the font.
        let kids = sheets.indices.map { "\(4 + 3 * $0) 0 R" }.joined(separator: " ")
        object("/Type /Catalog /Pages 2 0 R")
        object("/Type /Pages /Kids [\(kids)] /Count \(sheets.count)")
        object("/Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding")
        for (index, sheet) in sheets.enumerated() {
            let width = Double(sheet.picture.width) * 72 / sheet.resolution
            let height = Double(sheet.picture.height) * 72 / sheet.resolution
            object(
                """
                /Type /Page /Parent 2 0 R /MediaBox [0 0 \(width) \(height)] /Contents \(5 + 3 * index) 0 R \
                /Resources << /Font << /F 3 0 R >> /XObject << /P \(6 + 3 * index) 0 R >> >>
                """)
            var content = "q \(width) 0 0 \(height) 0 0 cm /P Do Q\nBT 3 Tr\n"
            for word in sheet.words {
                let text = word.text.filter { $0.isASCII && !"()\\".contains($0) }
                let size = word.box.height * 0.8
                content +=
                    "/F \(size) Tf 1 0 0 1 \(word.box.left) \(height - word.box.bottom + 0.2 * size) Tm (\(text)) Tj\n"
            }
            object("", stream: Array((content + "ET").utf8))
            object(
                """
                /Type /XObject /Subtype /Image /Width \(sheet.picture.width) /Height \(sheet.picture.height) \
                /ColorSpace /DeviceGray /BitsPerComponent 8
                """, stream: sheet.picture.pixels)
        }
        let start = file.count
        file += Array("xref\n0 \(offsets.count + 1)\n0000000000 65535 f \n".utf8)
        for offset in offsets {
            let digits = String(offset)
            file += Array((String(repeating: "0", count: 10 - digits.count) + digits + " 00000 n \n").utf8)
        }
        file += Array("trailer\n<< /Size \(offsets.count + 1) /Root 1 0 R >>\nstartxref\n\(start)\n%%EOF\n".utf8)
        return file
    }
}

extension GrayImage {
    /// As a scanner with an old lamp and a crooked feed would see it: askew, soft, grainy. The same each time.
    func scanned(slope: Double, grain: Int, seed: UInt64 = 7) -> GrayImage {
        var image = Straightening.upright(self, slope: -slope)
        var state = seed
        let soft = image.pixels
        image.pixels.withUnsafeMutableBufferPointer { pixels in
            soft.withUnsafeBufferPointer { soft in
                for index in 1..<max(1, pixels.count - 1) {
                    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                    let noise = Int(state >> 33) % (2 * grain + 1) - grain
                    let value = (Int(soft[index - 1]) + 2 * Int(soft[index]) + Int(soft[index + 1])) / 4
                    pixels[index] = UInt8(max(0, min(255, value * 9 / 10 + 20 + noise)))
                }
            }
        }
        return image
    }
}
