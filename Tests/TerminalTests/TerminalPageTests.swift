import Testing

@testable import Terminal

@Suite struct TerminalPageTests {
    @Test func fieldsStandBesideTheirLabelsAndWrapUnderThemselves() {
        var page = TerminalPage(width: 32, isColourful: false)
        page.heading("Văn bản")
        page.fields([
            ("Số", "15/KH-UBND"), ("Trích yếu", "Thông tin đối ngoại năm 2026"), ("Ngày", nil), ("Nơi", ""),
        ])
        #expect(
            page.text == """
                Văn bản
                Số         15/KH-UBND
                Trích yếu  Thông tin đối ngoại
                           năm 2026

                """)
    }

    @Test func aMarkHangsBeforeItsParagraph() {
        var page = TerminalPage(width: 20, isColourful: false)
        page.paragraph("Rà soát các thỏa thuận", indent: 4, mark: "  -")
        #expect(page.text == "  - Rà soát các thỏa\n    thuận\n")
    }

    @Test func contentCannotDriveTheTerminal() {
        var page = TerminalPage(width: 40, isColourful: false)
        page.paragraph("\u{1B}]0;x\u{7}tiêu đề")
        page.fields([("Số", "\u{1B}[31m1")])
        var table = TextTable([.init("A")])
        table.lines = [.row(["\u{1B}c"])]
        page.table(table)
        #expect(!page.text.contains("\u{1B}"))
    }

    @Test(arguments: [
        (0, "Nhận dạng [          ] 0/20"), (10, "Nhận dạng [#####     ] 10/20"), (20, "Nhận dạng [##########] 20/20"),
        (30, "Nhận dạng [##########] 20/20"),
    ])
    func progressFillsItsBar(done: Int, expected: String) {
        let line = ProgressLine.text(done, of: 20, label: "Nhận dạng", width: done == 0 ? 28 : 29)
        #expect(line == expected)
    }

    @Test func progressWithoutRoomForABarIsANumber() {
        #expect(ProgressLine.text(3, of: 20, label: "", width: 8) == "3/20")
    }
}
