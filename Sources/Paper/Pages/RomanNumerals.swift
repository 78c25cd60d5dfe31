/// Mends Roman numerals that were read as `IH` or `H`, whose serifs run together, by counting their stems.
enum RomanNumerals {
    /// The word with its numeral set right.
    static func mended(_ word: PageWord, in image: GrayImage, resolution: Double, threshold: UInt8) -> PageWord {
        let numeral = word.text.prefix { $0 == "I" || $0 == "H" || $0 == "l" }
        let rest = word.text.dropFirst(numeral.count)
        guard !numeral.isEmpty, numeral.count <= 3, rest.isEmpty || "/.-⁄,;".contains(rest[rest.startIndex]) else {
            return word
        }
        let stems = stems(of: word.box, in: image, scale: resolution / 72, threshold: threshold)
        guard (1...3).contains(stems) else { return word }
        var word = word
        word.text = String(repeating: "I", count: stems) + rest
        return word
    }

    /// How many upright strokes of full height the word begins with.
    static func stems(of box: PageBox, in image: GrayImage, scale: Double, threshold: UInt8) -> Int {
        let left = max(0, Int(box.left * scale) - 1)
        let right = min(image.width, Int(box.right * scale) + 1)
        let top = max(0, Int(box.top * scale))
        let bottom = min(image.height, Int(box.bottom * scale))
        guard left < right, top < bottom else { return 0 }
        // The box is that of the line: the ink of the numeral itself gives the height.
        let probe = min(right, left + Int(4 * scale))
        let inked = (top..<bottom).filter { y in
            (left..<probe).contains { image.pixels[y * image.width + $0] < threshold }
        }
        guard let first = inked.first, let last = inked.last, Double(last - first) > 4 * scale else { return 0 }
        let height = last - first + 1
        var stems = 0
        var lastStem = left
        var isInStem = false
        for x in left..<right {
            let ink = (first...last).reduce(0) { $0 + (image.pixels[$1 * image.width + x] < threshold ? 1 : 0) }
            let isStem = ink * 100 >= height * 85
            if isStem, !isInStem {
                if stems > 0, x - lastStem > height * 6 / 10 { break }
                stems += 1
            }
            if isStem { lastStem = x }
            isInStem = isStem
            if stems > 0, !isStem, x - lastStem > height * 6 / 10 { break }
        }
        return stems
    }
}
