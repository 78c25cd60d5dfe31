import Testing

@testable import Vietnamese

struct SyllableTests {
    @Test(arguments: [
        ("nghiệp", "ngh", "iêp", Tone.nặng), ("QUỐC", "qu", "ôc", .sắc), ("ủy", "", "uy", .hỏi),
        ("Giá", "gi", "a", .sắc),
        ("gì", "gi", "i", .huyền), ("đường", "đ", "ương", .huyền), ("yên", "", "yên", .ngang), ("quý", "qu", "y", .sắc),
    ])
    func `a syllable is onset, rhyme and tone`(text: String, onset: String, rhyme: String, tone: Tone) throws {
        let syllable = try #require(Syllable(text))
        #expect(syllable.onset == onset)
        #expect(syllable.rhyme == rhyme)
        #expect(syllable.tone == tone)
    }

    @Test(arguments: [
        "một", "khuỷu", "giếng", "giữa", "Việt", "huyện", "quyền", "thuế", "ghế", "kế", "oai", "ban", "hop",
        "khoảng", "quốc", "thuở", "nước", "rượu", "phương",
    ])
    func `possible syllables`(text: String) {
        #expect(Syllable.isPossible(text))
    }

    @Test(arguments: [
        "UBND", "hoat1", "qudc", "nghiêp", "kạn", "ngề", "ghà", "bcd", "", "tw", "dâò", "mờp", "xyz", "ctia",
    ])
    func `impossible syllables`(text: String) {
        #expect(!Syllable.isPossible(text))
    }

    @Test func `lost accents and foreign text show in the shares`() {
        let good = "Căn cứ kết quả thực hiện nhiệm vụ đối ngoại của địa phương, UBND tỉnh báo cáo như sau"
        #expect(VietnameseText.accentShare(good) > 0.25)
        #expect(VietnameseText.syllableShare(good) == 1)
        let scanned = "Can clr két qua thyc hién nhiém vu ddi ngoai ctia dia phwong"
        #expect(VietnameseText.accentShare(scanned) < 0.1)
        #expect(VietnameseText.syllableShare(scanned) < 0.8)
        #expect(VietnameseText.accentShare("123") == 0)
        #expect(VietnameseText.syllableShare("") == 0)
    }

    @Test(arguments: ["uyen", "nguyet", "thuong", "hue", "quynh", "quoc", "gia", "giang", "duong", "hoa", "y"])
    func `a syllable that lost its accents is known`(text: String) {
        #expect(Syllable.isPossibleFolded(text))
    }

    @Test(arguments: ["tanaka", "helen", "schmidt", "smith", "nguyne", "trinnh", "q", ""])
    func `a word of another language or with a slip is no such syllable`(text: String) {
        #expect(!Syllable.isPossibleFolded(text))
    }
}
