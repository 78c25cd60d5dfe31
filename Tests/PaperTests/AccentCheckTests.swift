import Testing

@testable import Paper

/// A text that lost its accents is told from one that has them and from one in another language.
@Suite struct AccentCheckTests {
    @Test(arguments: [
        ("Ủy ban nhân dân tỉnh yêu cầu các cơ quan, đơn vị nghiêm túc thực hiện.", false),
        ("Uy ban nhan dan tinh yéu cau cac co quan, don vi nghiém tuc thuc hién.", true),
        ("The embassy provides consular protection and legal advice to citizens living abroad.", false),
    ])
    func tellsATextWithoutAccents(sentence: String, accentsMissing: Bool) {
        let lines = Array(repeating: sentence, count: 20)
        #expect(AccentCheck.accentsMissing(in: lines) == accentsMissing)
        let transcript = TextReader.read(lines.joined(separator: "\n\n"))
        #expect(transcript.repairs.contains(.accentsMissing) == accentsMissing)
    }

    @Test func aShortTextIsNotJudged() {
        #expect(!AccentCheck.accentsMissing(in: ["Uy ban nhan dan tinh"]))
    }
}
