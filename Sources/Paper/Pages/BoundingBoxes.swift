import Vietnamese

/// Reads what `pdftotext -bbox` writes: the words of every page with their boxes, in points.
enum BoundingBoxes {
    /// The pages in order. Lines that are not as expected are passed over: the program wrote them from an untrusted
    /// file.
    static func pages(_ output: [UInt8]) -> [PageContent] {
        var pages: [PageContent] = []
        output.withUnsafeBufferPointer { bytes in
            var scanner = Scanner(bytes: bytes)
            while let line = scanner.nextLine() {
                if scanner.starts(line, with: "<page ") {
                    let numbers = scanner.numbers(in: line, count: 2)
                    guard numbers.count == 2 else { continue }
                    pages.append(PageContent(number: pages.count + 1, width: numbers[0], height: numbers[1]))
                } else if scanner.starts(line, with: "<word "), !pages.isEmpty {
                    let numbers = scanner.numbers(in: line, count: 4)
                    guard numbers.count == 4, let text = scanner.content(of: line) else { continue }
                    let box = PageBox(left: numbers[0], top: numbers[1], right: numbers[2], bottom: numbers[3])
                    guard box.width >= 0, box.height > 0 else { continue }
                    pages[pages.count - 1].words.append(PageWord(text: text, box: box))
                }
            }
        }
        return pages
    }

    private struct Scanner {
        let bytes: UnsafeBufferPointer<UInt8>
        var offset = 0

        /// The next line without its indentation.
        mutating func nextLine() -> Range<Int>? {
            guard offset < bytes.count else { return nil }
            var start = offset
            while start < bytes.count, bytes[start] == 0x20 { start += 1 }
            var end = start
            while end < bytes.count, bytes[end] != 0x0A { end += 1 }
            offset = end + 1
            return start..<end
        }

        func starts(_ line: Range<Int>, with prefix: StaticString) -> Bool {
            guard line.count >= prefix.utf8CodeUnitCount else { return false }
            for index in 0..<prefix.utf8CodeUnitCount
            where bytes[line.lowerBound + index] != prefix.utf8Start[index] { return false }
            return true
        }

        /// The values of the first `count` attributes, all plain decimals.
        func numbers(in line: Range<Int>, count: Int) -> [Double] {
            var numbers: [Double] = []
            var index = line.lowerBound
            while numbers.count < count, index < line.upperBound, bytes[index] != 0x3E {
                defer { index += 1 }
                guard bytes[index] == 0x22 else { continue }
                index += 1
                var value = 0.0
                var scale = 0.0
                var sign = 1.0
                while index < line.upperBound, bytes[index] != 0x22 {
                    switch bytes[index] {
                    case 0x2D: sign = -1
                    case 0x2E: scale = 1
                    case 0x30...0x39:
                        value = value * 10 + Double(bytes[index] - 0x30)
                        scale *= 10
                    default: return []
                    }
                    index += 1
                }
                numbers.append(sign * value / max(scale, 1))
            }
            return numbers.allSatisfy { abs($0) < 1e6 } ? numbers : []
        }

        /// The text between the tags, with character references resolved.
        func content(of line: Range<Int>) -> String? {
            guard let open = line.first(where: { bytes[$0] == 0x3E }),
                let close = line.last(where: { bytes[$0] == 0x3C }), open + 1 < close
            else { return nil }
            let raw = String(decoding: UnsafeBufferPointer(rebasing: bytes[open + 1..<close]), as: UTF8.self)
            return raw.utf8.contains(0x26) ? unescaped(raw) : raw
        }

        private func unescaped(_ text: String) -> String {
            var result = text
            for (name, character) in [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&amp;", "&")] {
                result.replace(name, with: character)
            }
            return result
        }
    }
}
