import Foundation
import Testing

@testable import Vietnamese

struct FoldingTests {
    @Test(arguments: [
        ("Đường Điện Biên", "duong dien bien"),
        ("ỦY BAN NHÂN DÂN", "uy ban nhan dan"),
        ("uỷ quyền", "uy quyen"),
        ("Đặng Thị Ngọc Ỵ", "dang thi ngoc y"),
        ("e\u{302}\u{301}p", "ep"),
        ("Số 12/2026 – 3 × 4", "so 12/2026 – 3 × 4"),
        ("ÆØŒ Ω ß", "æoœ ω ß"),
        ("", ""),
    ])
    func `folds to lower case without diacritics`(text: String, folded: String) {
        #expect(text.folded == folded)
        #expect(Array(text.decomposedStringWithCanonicalMapping.folded.utf8) == Array(folded.utf8))
    }

    @Test func `folds every accented Latin letter as its Unicode name says`() {
        for value in Array(0xC0...0x24F) + Array(0x1E00...0x1EFF) {
            guard let scalar = Unicode.Scalar(UInt32(value)), let name = scalar.properties.name else { continue }
            let words = name.split(separator: " ")
            guard words.count >= 4, words[0] == "LATIN", words[2] == "LETTER", words[3].utf8.count == 1 else {
                continue
            }
            #expect(scalar.folded.map(String.init) == words[3].lowercased(), "\(name)")
        }
    }

    @Test func `folding a scalar and folding a text agree, twice is once, and nothing grows`() {
        for text in RandomTexts.all {
            let scalars = text.unicodeScalars.compactMap(\.folded)
            #expect(Array(text.folded.unicodeScalars) == scalars)
            #expect(text.folded.utf8.count <= text.utf8.count)
            #expect(text.folded.folded == text.folded)
        }
    }
}
