import Foundation
import Testing

@testable import Vietnamese

struct ToneMarksTests {
    @Test(arguments: [
        ("hoà bình", "hòa bình"), ("Uỷ ban", "Ủy ban"), ("UỶ BAN", "ỦY BAN"), ("thuý", "thúy"), ("khoẻ", "khỏe"),
        ("hoạ sĩ", "họa sĩ"), ("xoá bỏ", "xóa bỏ"), ("Tỉnh uỷ", "Tỉnh ủy"), ("kế họach", "kế hoạch"),
        ("họăc", "hoặc"), ("khủyu", "khuỷu"), ("HOÀ", "HÒA"),
    ])
    func `the tone mark moves to its one place`(text: String, expected: String) {
        #expect(text.toneNormalised.unicodeScalars.elementsEqual(expected.unicodeScalars))
        #expect(text.isSameVietnamese(as: expected))
    }

    @Test(arguments: [
        "quý", "quả", "giá", "hoàn", "Quỳnh", "thuyền", "quyết", "nguyễn", "khuya", "ngoài", "hòa", "ủy", "của", "toàn",
        "quỹ", "Huế", "tuổi", "khoảng", "thuở", "già",
    ])
    func `what is right stays`(text: String) {
        #expect(text.toneNormalised.unicodeScalars.elementsEqual(text.unicodeScalars))
    }

    @Test func `the same words compare equal however they are typed`() {
        let typed = "Uỷ  ban nhân dân"
        #expect(typed.decomposedStringWithCanonicalMapping.isSameVietnamese(as: "Ủy ban nhân dân "))
        #expect(!typed.isSameVietnamese(as: "ỦY BAN NHÂN DÂN"))
        #expect(typed.isSameVietnameseIgnoringCase(as: "ỦY BAN NHÂN DÂN"))
        #expect(!"hoa".isSameVietnamese(as: "hòa"))
    }

    @Test func `normalising twice is normalising once`() {
        for text in RandomTexts.all { #expect(text.toneNormalised.toneNormalised == text.toneNormalised) }
    }
}
