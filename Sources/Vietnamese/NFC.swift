import Foundation

extension String {
    /// The text in Unicode normalisation form C, which is what every input of the product is brought to.
    /// A text that is composed already comes back as it is, at the price of a look at its bytes.
    package var nfc: String {
        var text = self
        guard text.withUTF8({ $0.mayCompose }) else { return text }
        // Foundation's time grows with the square of a decomposed text's length; nothing composes with white space, so
        // that a text may be composed in pieces that begin with it.
        var result = ""
        result.reserveCapacity(text.utf8.count)
        var start = text.utf8.startIndex
        while start < text.utf8.endIndex {
            let ahead = text.utf8.index(start, offsetBy: 200, limitedBy: text.utf8.endIndex) ?? text.utf8.endIndex
            let end = text.utf8[ahead...].firstIndex { $0 == 0x20 || $0 == 0x0A } ?? text.utf8.endIndex
            result += text[start..<end].precomposedStringWithCanonicalMapping
            start = end
        }
        return result
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// Whether a scalar occurs that is not known to be unchanged by composition, whatever stands before it.
    fileprivate var mayCompose: Bool {
        var offset = 0
        while offset < count {
            let byte = self[offset]
            if byte < 0xCC {
                // ASCII, and the bytes of U+0080 to U+02FF.
                offset += 1
                continue
            }
            let (value, width) = scalar(at: offset)
            switch value {
            case 0x1E00...0x1EFF, 0x2002...0x205E, 0x20A0...0x20CF, 0x2190...0x21FF, 0x2500...0x27BF, 0x4E00...0x9FFF,
                0x1F000...0x1FFFF, 0xFEFF, 0xFFFD:
                offset += width
            default:
                return true
            }
        }
        return false
    }
}
