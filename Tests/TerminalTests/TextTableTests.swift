import Testing

@testable import Terminal

@Suite struct TextTableTests {
    private let plain = Ink(isColourful: false)

    private func table() -> TextTable {
        var table = TextTable([
            .init("TT", least: 2, isNumber: true), .init("Nhiệm vụ", least: 20), .init("Chủ trì", least: 12),
        ])
        table.lines = [
            .heading("I. Tuyên truyền"),
            .row(["1", "Xuất bản bản tin đối ngoại song ngữ", "Sở Ngoại vụ"]),
            .row(["12", "Họp báo", "Văn phòng UBND tỉnh"]),
        ]
        return table
    }

    @Test func aWideTerminalShowsEachRowOnOneLine() {
        #expect(
            table().rendered(width: 100, plain) == [
                "TT  Nhiệm vụ                             Chủ trì",
                "────────────────────────────────────────────────────────────",
                "I. Tuyên truyền",
                " 1  Xuất bản bản tin đối ngoại song ngữ  Sở Ngoại vụ",
                "12  Họp báo                              Văn phòng UBND tỉnh",
                "────────────────────────────────────────────────────────────",
            ])
    }

    @Test func cellsWrapWhereTheTerminalIsNarrower() {
        #expect(
            table().rendered(width: 44, plain) == [
                "TT  Nhiệm vụ                  Chủ trì",
                "────────────────────────────────────────────",
                "I. Tuyên truyền",
                " 1  Xuất bản bản tin đối      Sở Ngoại vụ",
                "    ngoại song ngữ",
                "",
                "12  Họp báo                   Văn phòng UBND",
                "                              tỉnh",
                "────────────────────────────────────────────",
            ])
    }

    @Test func aNarrowTerminalShowsCards() {
        #expect(
            table().rendered(width: 30, plain) == [
                "I. Tuyên truyền", "",
                "TT: 1", "Nhiệm vụ: Xuất bản bản tin đối", "ngoại song ngữ", "Chủ trì: Sở Ngoại vụ", "",
                "TT: 12", "Nhiệm vụ: Họp báo", "Chủ trì: Văn phòng UBND tỉnh",
            ])
    }

    @Test func aCellOfSeveralLinesIsOneLineOfACard() {
        var table = table()
        table.lines = [.row(["1", "Họp báo", "Sở Y tế\nSở Nội vụ"])]
        #expect(table.rendered(width: 20, plain).suffix(2) == ["Chủ trì: Sở Y tế; Sở", "Nội vụ"])
    }

    @Test func aColumnThatSaysNothingIsLeftOut() {
        var table = table()
        table.columns.append(.init("Sản phẩm"))
        table.lines = [.row(["1", "Họp báo", "Sở Ngoại vụ", ""])]
        #expect(table.rendered(width: 80, plain)[0] == "TT  Nhiệm vụ  Chủ trì")
    }

    @Test(arguments: 24...140)
    func noLineIsWiderThanTheTerminal(width: Int) {
        #expect(table().rendered(width: width, plain).allSatisfy { $0.displayWidth <= width })
    }

    @Test func colourDoesNotMoveTheColumns() {
        let colourful = table().rendered(width: 60, Ink(isColourful: true))
        let stripped = colourful.map { line in
            line.split(separator: "\u{1B}", omittingEmptySubsequences: false).enumerated().map { index, part in
                index == 0 ? String(part) : String(part.drop { $0 != "m" }.dropFirst())
            }.joined()
        }
        #expect(colourful.joined().contains("\u{1B}[1m"))
        #expect(stripped == table().rendered(width: 60, plain))
    }
}
