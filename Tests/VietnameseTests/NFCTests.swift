import Foundation
import Testing

@testable import Vietnamese

struct NFCTests {
    @Test(arguments: ["Ủy ban nhân dân tỉnh Điện Biên", "kế hoạch – “đợt” 2 ₫", "", "abc"])
    func `decomposed text is composed, composed text stays`(text: String) {
        #expect(text.decomposedStringWithCanonicalMapping.nfc.unicodeScalars.elementsEqual(text.unicodeScalars))
        #expect(text.nfc.unicodeScalars.elementsEqual(text.unicodeScalars))
    }

    @Test func `as Foundation composes any text`() {
        for text in RandomTexts.all {
            let expected = text.precomposedStringWithCanonicalMapping.unicodeScalars
            #expect(text.nfc.unicodeScalars.elementsEqual(expected))
            #expect(text.decomposedStringWithCanonicalMapping.nfc.unicodeScalars.elementsEqual(expected))
        }
    }

    @Test func `a long decomposed text takes no time`() {
        let text = String(repeating: "Thực hiện Kế hoạch của Ủy ban nhân dân tỉnh. ", count: 5000)
        let decomposed = text.decomposedStringWithCanonicalMapping
        let clock = ContinuousClock()
        var composed = ""
        let time = clock.measure { composed = decomposed.nfc }
        #expect(composed.utf8.elementsEqual(text.utf8))
        #expect(time < .seconds(2))
    }
}
