import Testing

@testable import Paper

struct LegacyTextTests {
    @Test(arguments: [
        (".VnTime", LegacyEncoding.tcvn3, false), (".VnTimeH", .tcvn3, true), ("ABCDEF+.VnArialH-Bold", .tcvn3, true),
        (".VnBook-Antiqua", .tcvn3, false), (".VnTimeH,Italic", .tcvn3, true), ("VNI-Times", .vni, false),
        ("GHIJKL+VNI-Helve-Bold", .vni, false),
    ]) func fontsTellTheirEncoding(name: String, encoding: LegacyEncoding, isCapital: Bool) {
        #expect(LegacyFont.encoding(fontName: name) == LegacyFont(encoding: encoding, isCapital: isCapital))
    }

    @Test(arguments: ["Times New Roman", "Arial", "VnTimes", "Vni", ""]) func otherFontsAreUnicode(name: String) {
        #expect(LegacyFont.encoding(fontName: name) == nil)
    }

    /// Every vowel with every tone, and đ: none is missing from the tables, none stands twice.
    @Test func everyVietnameseLetterIsReached() {
        let letters = Set("àảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵăâđêôơư".unicodeScalars)
        let tcvn3 = (0xA8...0xFE).compactMap { Unicode.Scalar($0) }.map { LegacyText.convert(String($0), from: .tcvn3) }
        #expect(Set(tcvn3.joined().unicodeScalars.filter { letters.contains($0) }) == letters)
        var vni: Set<Unicode.Scalar> = []
        for base in "aeiouyôöñæóòîíì" {
            for sign in ["", "ù", "ø", "û", "õ", "ï", "á", "à", "å", "ã", "ä", "â", "é", "è", "ú", "ü", "ë", "ê"] {
                let text = LegacyText.convert("\(base)\(sign)", from: .vni)
                if text.unicodeScalars.count == 1 { vni.formUnion(text.unicodeScalars) }
            }
        }
        #expect(letters.subtracting(vni) == [])
    }

    @Test func capitalsOfVNIKeepTheirCase() {
        #expect(
            LegacyText.convert("COÄNG HOØA XAÕ HOÄI CHUÛ NGHÓA VIEÄT NAM, Ñieän Bieân", from: .vni)
                == "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM, Điện Biên")
        #expect(LegacyText.convert("THÖÏC HIEÄN NGÖÔØI Lyù", from: .vni) == "THỰC HIỆN NGƯỜI Lý")
    }

    @Test func lettersBetrayTheEncodingWhereNoFontTells() throws {
        let transcript = try WordFile(
            p("Céng hßa x\u{B7} héi chñ nghÜa ViÖt Nam") + "<w:tbl><w:tr>" + tc(p("Ch\u{AD}¬ng tr×nh quyÕt ®Þnh"))
                + "</w:tr></w:tbl>"
        ).transcript()
        #expect(transcript.texts == ["Cộng hòa xã hội chủ nghĩa Việt Nam"])
        #expect(transcript.tables[0].texts == [["Chương trình quyết định"]])
        #expect(transcript.repairs == [.legacyFont(.tcvn3)])
    }

    @Test func unicodeTextStaysAsItIs() throws {
        let transcript = try WordFile(p("Điều 1. Kế\u{AD} hoạch “số 5” – 30 °C, ½ ngày, ©")).transcript()
        #expect(transcript.texts == ["Điều 1. Kế hoạch “số 5” – 30 °C, ½ ngày, ©"])
        #expect(transcript.repairs.isEmpty)
    }
}
