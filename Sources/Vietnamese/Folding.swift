extension String {
    /// The text as search sees it: lower case, without diacritics, đ as d. `Đường Điện Biên` folds to `duong dien bien`.
    /// Composed and decomposed text fold alike. Its UTF-8 length may be smaller than the original's, never greater.
    package var folded: String {
        var copy = self
        return copy.withUTF8 { source in
            String(unsafeUninitializedCapacity: source.count) { target in
                var read = 0
                var written = 0
                while read < source.count {
                    let byte = source[read]
                    if byte < 0x80 {
                        target[written] = byte.lowercasedASCII
                        read += 1
                        written += 1
                    } else {
                        let scalar = source.scalar(at: read)
                        read += scalar.width
                        written += target.write(folding: scalar.value, at: written)
                    }
                }
                return written
            }
        }
    }
}

extension Unicode.Scalar {
    /// The base letter in lower case; `nil` for a combining mark.
    package var folded: Unicode.Scalar? {
        if value < 0x80 { return Unicode.Scalar(UInt8(value).lowercasedASCII) }
        if let base = LatinBase.letter(value) { return Unicode.Scalar(base | 0x20) }
        if 0x300...0x36F ~= value { return nil }
        return foldedCase
    }

    /// Lower case of a letter that has no base letter; itself where lower case would be longer in UTF-8.
    fileprivate var foldedCase: Unicode.Scalar {
        guard let lower = properties.lowercaseMapping.unicodeScalars.first, UTF8.width(lower) <= UTF8.width(self)
        else { return self }
        return lower
    }
}

extension UInt8 {
    @inline(__always)
    var lowercasedASCII: UInt8 { self &- 0x41 < 26 ? self | 0x20 : self }
}

extension UnsafeBufferPointer<UInt8> {
    /// The scalar whose first byte, not ASCII, stands at `offset` of well-formed UTF-8.
    @inline(__always)
    func scalar(at offset: Int) -> (value: UInt32, width: Int) {
        let first = UInt32(self[offset])
        if first < 0xE0 { return ((first & 0x1F) << 6 | tail(offset + 1), 2) }
        if first < 0xF0 { return ((first & 0x0F) << 12 | tail(offset + 1) << 6 | tail(offset + 2), 3) }
        return ((first & 0x07) << 18 | tail(offset + 1) << 12 | tail(offset + 2) << 6 | tail(offset + 3), 4)
    }

    @inline(__always)
    private func tail(_ offset: Int) -> UInt32 { UInt32(self[offset] & 0x3F) }
}

extension UnsafeMutableBufferPointer<UInt8> {
    /// Writes the folded form of a scalar above ASCII; returns how many bytes that took.
    @inline(__always)
    func write(folding scalar: UInt32, at offset: Int) -> Int {
        if let base = LatinBase.letter(scalar) {
            self[offset] = base | 0x20
            return 1
        }
        if scalar &- 0x300 < 0x70 { return 0 }
        return writeOther(scalar, at: offset)
    }

    @inline(never)
    private func writeOther(_ value: UInt32, at offset: Int) -> Int {
        guard let scalar = Unicode.Scalar(value) else { return 0 }
        var count = 0
        for byte in UTF8.encode(scalar.foldedCase) ?? UTF8.encodedReplacementCharacter {
            self[offset + count] = byte
            count += 1
        }
        return count
    }
}
