/// What becomes of a sign that is no plain letter when white space is folded.
struct FoldedSign {
    enum Fold { case letter, space, tab, hyphen, softHyphen, nothing }
    let fold: Fold
    /// Bytes of the sign.
    let length: Int

    /// Reads the sign at `at` of UTF-8 text.
    init(_ text: UnsafeBufferPointer<UInt8>, _ at: Int) {
        let lead = text[at]
        let second = at + 1 < text.count ? text[at + 1] : 0
        let third = at + 2 < text.count ? text[at + 2] : 0
        switch (lead, second, third) {
        case (0x09, _, _): (fold, length) = (.tab, 1)
        case (0x0A, _, _), (0x0B, _, _), (0x0C, _, _), (0x0D, _, _), (0x20, _, _): (fold, length) = (.space, 1)
        case (0..<0x20, _, _), (0x7F, _, _): (fold, length) = (.nothing, 1)
        case (0..<0x80, _, _): (fold, length) = (.letter, 1)
        case (0xC2, 0xA0, _), (0xC2, 0x85, _): (fold, length) = (.space, 2)
        case (0xC2, 0xAD, _): (fold, length) = (.softHyphen, 2)
        // General punctuation: spaces, marks without width, the hyphen that does not break.
        case (0xE2, 0x80, 0x80...0x8A), (0xE2, 0x80, 0xA8), (0xE2, 0x80, 0xA9), (0xE2, 0x80, 0xAF), (0xE2, 0x81, 0x9F),
            (0xE3, 0x80, 0x80):
            (fold, length) = (.space, 3)
        case (0xE2, 0x80, 0x8B...0x8F), (0xE2, 0x80, 0xAA...0xAE), (0xE2, 0x81, 0xA0), (0xEF, 0xBB, 0xBF):
            (fold, length) = (.nothing, 3)
        case (0xE2, 0x80, 0x90), (0xE2, 0x80, 0x91): (fold, length) = (.hyphen, 3)
        case (0x80..<0xE0, _, _): (fold, length) = (.letter, 2)
        case (0xE0..<0xF0, _, _): (fold, length) = (.letter, 3)
        default: (fold, length) = (.letter, 4)
        }
    }
}
