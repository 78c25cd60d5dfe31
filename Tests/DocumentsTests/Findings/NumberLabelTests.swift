import Testing

@testable import Documents

@Suite struct NumberLabelTests {
    @Test(
        arguments: [
            ("III. TỔ CHỨC", .roman, 3), ("XIV. CÁC VIỆC KHÁC", .roman, 14), ("2. Sở Y tế", .arabic, 2),
            ("12) Các xã", .arabic, 12), ("3.2. Xây dựng", .dotted(prefix: [3]), 2),
            ("3.2 Xây dựng", .dotted(prefix: [3]), 2),
            ("2.1.4. Rà soát", .dotted(prefix: [2, 1]), 4), ("đ) Kiểm tra", .letter, 5), ("e. Kiểm tra", .letter, 6),
            ("f) Kiểm tra", .letter, 0), ("Điều 4. Hiệu lực", .article, 4),
        ] as [(String, NumberLabel.Kind, Int)])
    func readsNumbers(_ text: String, _ kind: NumberLabel.Kind, _ value: Int) {
        let label = NumberLabel(text)
        #expect(label?.kind == kind)
        #expect(label?.value == value)
    }

    @Test(
        arguments: [
            "2026. Năm bản lề", "1.000 bản tin", "2 sở phối hợp", "3,5 triệu USD", "30/4 là ngày lễ", "V/v kiểm tra",
            "Xây dựng",
            "Iran", "ý kiến", "Điều 4 của Luật", "- Sở Y tế", "", "1", "a", "5. và các xã",
        ])
    func leavesOtherTextAlone(_ text: String) {
        #expect(NumberLabel(text) == nil)
    }
}

@Suite struct WrittenNumberTests {
    @Test(
        arguments: [
            ("Số: 243 /KH-UBND", "243 /KH-UBND", true), ("Số: 05/KH-UBND An Hòa, ngày 06", "05/KH-UBND", false),
            ("Số: 7/ KH-UBND", "7/ KH-UBND", true), ("Số: /KH-UBND", "/KH-UBND", false),
            ("Số: 15/2026/QĐ-UBND", "15/2026/QĐ-UBND", false),
        ])
    func endsWithTheSymbol(_ line: String, _ text: String, _ hasSpace: Bool) {
        #expect(WrittenNumber(line)?.text == text)
        #expect(WrittenNumber(line)?.hasSpace == hasSpace)
    }

    @Test(arguments: ["Số: ", "Số", "Số:"])
    func needsANumberOrASymbol(_ line: String) { #expect(WrittenNumber(line) == nil) }
}
