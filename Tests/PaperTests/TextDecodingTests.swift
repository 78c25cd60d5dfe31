import Foundation
import Testing

@testable import Paper

struct TextDecodingTests {
    let sentence = "Ủy ban nhân dân tỉnh Điện Biên yêu cầu các sở, ngành khẩn trương thực hiện trước ngày 15/7."

    private func decode(_ bytes: [UInt8]) throws -> TextDecoding.Decoded {
        try TextDecoding.decode(bytes, limits: Limits())
    }

    @Test func unicodeIsReadWithAndWithoutMark() throws {
        let little = sentence.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        let big = sentence.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
        for bytes in [
            Array(sentence.utf8), [0xEF, 0xBB, 0xBF] + sentence.utf8, [0xFF, 0xFE] + little, [0xFE, 0xFF] + big, little,
            big,
        ] {
            let decoded = try decode(bytes)
            #expect(decoded.text == sentence)
            #expect(decoded.repairs.isEmpty)
        }
    }

    @Test func oldEncodingsAreRecognisedByTheirLetters() throws {
        // "Cộng hòa xã hội chủ nghĩa Việt Nam. Quyết định ban hành." as TCVN3 and as VNI bytes.
        let tcvn3 =
            "C\u{E9}ng h\u{DF}a x\u{B7} h\u{E9}i ch\u{F1} ngh\u{DC}a Vi\u{D6}t Nam. Quy\u{D5}t \u{AE}\u{DE}nh ban h\u{B5}nh."
        let vni = "Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam. Quyeát ñònh ban haønh."
        for (text, encoding) in [(tcvn3, LegacyEncoding.tcvn3), (vni, .vni)] {
            let decoded = try decode(text.unicodeScalars.map { UInt8($0.value) })
            #expect(decoded.text == "Cộng hòa xã hội chủ nghĩa Việt Nam. Quyết định ban hành.")
            #expect(decoded.repairs == [.legacyFont(encoding)])
        }
    }

    @Test func theWindowsCodePageOfVietnamIsRead() throws {
        let bytes: [UInt8] =
            Array("Quy".utf8) + [0xEA, 0xEC] + Array("t ".utf8) + [0xF0, 0x69, 0xF2] + Array("nh ph".utf8) + [0xEA]
            + Array(" duy".utf8) + [0xEA, 0xF2] + Array("t".utf8)
        #expect(try decode(bytes).text.precomposed == "Quyết định phê duyệt")
    }

    @Test func brokenBytesAreCountedNotHidden() throws {
        var bytes = Array(String(repeating: sentence, count: 5).utf8)
        bytes[10] = 0xFF
        let decoded = try decode(bytes)
        #expect(decoded.text.contains("\u{FFFD}"))
        #expect(decoded.repairs == [.undecodable(count: 1)])
    }

    @Test func frenchIsNotTakenForOldVietnamese() throws {
        let french =
            "Le préfet a décidé d'élever la décoration à l'été, où les élèves reçoivent leur diplôme à côté du château."
        let decoded = try decode(french.unicodeScalars.map { UInt8($0.value) })
        #expect(decoded.text == french)
        #expect(decoded.repairs.isEmpty)
    }
}

extension String {
    fileprivate var precomposed: String { precomposedStringWithCanonicalMapping }
}
