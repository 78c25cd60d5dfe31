import Testing

@testable import Terminal

@Suite struct WrappingTests {
    @Test func linesBreakAtSpaces() {
        #expect(
            Wrapping.lines(of: "Sở Ngoại vụ chủ trì, phối hợp", width: 12) == ["Sở Ngoại vụ", "chủ trì,", "phối hợp"])
    }

    @Test func aWordLongerThanALineBreaksInside() {
        #expect(Wrapping.lines(of: "xem 1234567890/KH-UBND", width: 8) == ["xem", "12345678", "90/KH-UB", "ND"])
    }

    @Test func lettersStayWithTheirMarks() {
        let apart = String(repeating: "e\u{302}\u{301}", count: 5)
        #expect(Wrapping.lines(of: apart, width: 2).map(\.count) == [2, 2, 1])
    }

    @Test func breaksOfTheTextStay() {
        #expect(Wrapping.lines(of: "Sở Y tế\n\nSở Nội vụ", width: 40) == ["Sở Y tế", "", "Sở Nội vụ"])
        #expect(Wrapping.lines(of: "", width: 40) == [""])
    }

    @Test func noLineIsWiderThanAllowed() {
        var state: UInt64 = 7
        for _ in 0..<300 {
            let text = String(
                (0..<60).map { _ -> Character in
                    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                    return Array("ab đế河 \n")[Int(state >> 33) % 8]
                })
            let width = 2 + Int(state >> 40) % 20
            let lines = Wrapping.lines(of: text, width: width)
            #expect(lines.allSatisfy { $0.displayWidth <= width })
            #expect(lines.joined().filter { !$0.isWhitespace } == text.filter { !$0.isWhitespace })
        }
    }

    @Test func whatIsTooLongForOneLineIsCut() {
        #expect(Wrapping.cut("Kế hoạch", width: 8) == "Kế hoạch")
        #expect(Wrapping.cut("Kế hoạch năm", width: 8) == "Kế hoạc…")
    }
}
