/// Cells that stayed empty though there is ink in them: a lone figure is easily taken for a speck. Their pictures are
/// set in one line and read once more.
struct CellRereading {
    /// A piece of the picture, in pixels.
    struct Crop {
        var left: Int
        var top: Int
        var right: Int
        var bottom: Int
        /// Where it stands in the line of crops.
        var offset = 0

        var width: Int { right - left }
        var height: Int { bottom - top }
    }

    let resolution: Double
    let threshold: UInt8
    private(set) var crops: [Crop] = []
    /// Indices of the words that a new reading would replace.
    private(set) var replaceable: [Int?] = []

    private var gap: Int { Int(resolution / 4) }

    /// The cells of the grids that are worth it.
    init(image: GrayImage, grids: [RuledGrid], words: [PageWord], resolution: Double, threshold: UInt8) {
        self.resolution = resolution
        self.threshold = threshold
        let scale = resolution / 72
        for grid in grids {
            for cell in grid.cells {
                let box = grid.box(of: cell)
                let inside = words.indices.filter { box.contains(x: words[$0].box.middle, y: words[$0].box.centre) }
                guard inside.count <= 1, inside.allSatisfy({ words[$0].text.count <= 2 }), crops.count < 200,
                    var crop = Self.ink(of: image, in: box, scale: scale, threshold: threshold),
                    Double(crop.height) < 20 * scale, Double(crop.height) > 4 * scale, Double(crop.width) < 120 * scale
                else { continue }
                crop.offset = (crops.last.map { $0.offset + $0.width } ?? 0) + gap
                crops.append(crop)
                replaceable.append(inside.first)
            }
        }
    }

    /// The smallest rectangle around the ink in a cell; the borders keep a distance.
    private static func ink(of image: GrayImage, in box: PageBox, scale: Double, threshold: UInt8) -> Crop? {
        let inset = 2 * scale
        let rows = max(0, Int(box.top * scale + inset))..<min(image.height, max(0, Int(box.bottom * scale - inset)))
        let columns = max(0, Int(box.left * scale + inset))..<min(image.width, max(0, Int(box.right * scale - inset)))
        guard !rows.isEmpty, !columns.isEmpty else { return nil }
        var crop = Crop(left: .max, top: .max, right: -1, bottom: -1)
        var count = 0
        for y in rows {
            for x in columns where image.pixels[y * image.width + x] < threshold {
                crop.left = min(crop.left, x)
                crop.right = max(crop.right, x + 1)
                crop.top = min(crop.top, y)
                crop.bottom = max(crop.bottom, y + 1)
                count += 1
            }
        }
        return Double(count) > 2 * scale ? crop : nil
    }

    /// The crops side by side on one base line; `nil` where there are none.
    func line(from image: GrayImage) -> GrayImage? {
        guard let last = crops.last, let tallest = crops.map(\.height).max() else { return nil }
        let width = last.offset + last.width + gap
        let height = tallest + 2 * gap
        var line = GrayImage(width: width, height: height, pixels: Array(repeating: 255, count: width * height))
        for crop in crops {
            for y in 0..<crop.height {
                let from = (crop.top + y) * image.width + crop.left
                let to = (gap + tallest - crop.height + y) * width + crop.offset
                line.pixels.replaceSubrange(to..<to + crop.width, with: image.pixels[from..<from + crop.width])
            }
        }
        return line
    }

    /// Puts words read from the line back to where they stand on the page.
    func replace(in words: inout [PageWord], with found: [PageWord]) {
        let scale = 72 / resolution
        for word in found {
            let touched = crops.indices.filter {
                word.box.left < Double(crops[$0].offset + crops[$0].width) * scale
                    && word.box.right > Double(crops[$0].offset) * scale
            }
            // Figures set side by side may be taken for one number: then each has one of them.
            let parts = touched.count > 1 ? word.text.map(String.init) : [word.text]
            guard parts.count == touched.count else { continue }
            for (text, index) in zip(parts, touched) {
                let crop = crops[index]
                let box = PageBox(
                    left: Double(crop.left) * scale, top: Double(crop.top) * scale, right: Double(crop.right) * scale,
                    bottom: Double(crop.bottom) * scale)
                let reread = PageWord(text: text, box: box, confidence: word.confidence)
                if let old = replaceable[index] {
                    if words[old].confidence < word.confidence { words[old] = reread }
                } else {
                    words.append(reread)
                }
            }
        }
    }
}
