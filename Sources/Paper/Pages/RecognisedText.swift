import Vietnamese

/// Reads what `tesseract … tsv` writes: words with boxes in pixels and a confidence of 0 to 100.
enum RecognisedText {
    /// The words in points of the page.
    static func words(_ output: [UInt8], resolution: Double) -> [PageWord] {
        let scale = 72 / resolution
        var words: [PageWord] = []
        var lineBox: PageBox?
        for line in output.split(separator: 0x0A) {
            let fields = line.split(separator: 0x09, omittingEmptySubsequences: false)
            guard fields.count >= 11, let level = number(fields[0]), level == 4 || level == 5,
                let left = number(fields[6]), let top = number(fields[7]), let width = number(fields[8]),
                let height = number(fields[9])
            else { continue }
            let box = PageBox(
                left: left * scale, top: top * scale, right: (left + width) * scale, bottom: (top + height) * scale)
            if level == 4 {
                lineBox = box
                continue
            }
            guard fields.count > 11, let confidence = number(fields[10]) else { continue }
            let text = String(decoding: fields[11], as: UTF8.self).replacing("\u{2044}", with: "/").nfc
            guard text.contains(where: { !$0.isWhitespace }) else { continue }
            // Letters this low are the rest of a rule.
            if box.height < 2.2, text.contains(where: { $0.isLetter || $0.isNumber }) { continue }
            words.append(
                PageWord(text: text, box: placed(box, in: lineBox), confidence: min(max(confidence / 100, 0), 1)))
        }
        return words
    }

    /// Boxes hug the ink: `an` is half as high as `Đg`. The word takes the height of its line, where that is one.
    private static func placed(_ box: PageBox, in line: PageBox?) -> PageBox {
        guard let line, line.height < 2.2 * max(box.height, 8), line.height < 40,
            abs(box.centre - line.centre) < 0.3 * line.height
        else { return box }
        return PageBox(left: box.left, top: line.top, right: box.right, bottom: line.bottom)
    }

    private static func number(_ field: ArraySlice<UInt8>) -> Double? {
        Double(String(decoding: field, as: UTF8.self))
    }
}
