import Testing

@testable import Terminal

@Suite struct DisplayWidthTests {
    @Test(arguments: [
        ("Sở Ngoại vụ", 11),
        // The same with its marks apart, as some programs write them.
        ("So\u{31B}\u{309} Ngoa\u{323}i vu\u{323}", 11),
        ("河内", 4), ("ｔ", 2), ("🇻", 1), ("🙂", 2), ("", 0), ("đồng ₫", 6), ("a\u{200B}b", 2),
    ])
    func aMarkTakesNoColumnAndAWideLetterTwo(text: String, columns: Int) {
        #expect(text.displayWidth == columns)
    }

    @Test func whatWouldActOnTheTerminalIsTakenOut() {
        #expect("a\u{1B}[2Jb\u{7}\u{9B}c\r\nd\te\u{202E}f".printable == "a[2Jbc\nd ef")
    }
}
