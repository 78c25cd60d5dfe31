import Foundation

extension String {
    /// The text in Unicode normalisation form C, which is what every input of the product is brought to.
    /// Call it a line or a paragraph at a time: composing a decomposed text of megabytes in one go is quadratic.
    package var nfc: String {
        unicodeScalars.contains(where: \.mayCompose) ? precomposedStringWithCanonicalMapping : self
    }
}

extension Unicode.Scalar {
    /// Combining marks, and the few singletons that normalise to another scalar.
    fileprivate var mayCompose: Bool {
        switch value {
        case 0..<0x300: false
        case 0x300...0x36F, 0x1F00...0x2000, 0x2126, 0x212A, 0x212B, 0xF900...0xFAFF: true
        default: value > 0x36F && properties.canonicalCombiningClass != .notReordered
        }
    }
}
