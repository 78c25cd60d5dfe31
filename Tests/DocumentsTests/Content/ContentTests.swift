import Markup
import Paper
import Testing
import Wording
import WorkCalendar

@testable import Documents

@Suite struct ContentTests {
    private static let content = DocumentContent(
        blocks: [
            .paragraph(
                Paragraph(
                    "Tổ chức hội nghị\ngặp mặt kiều bào",
                    style: Style(alignment: .centre, bold: true, heading: 2),
                    starts: [
                        Paragraph.Start(offset: 0, place: Place(page: 1, line: 1)),
                        Paragraph.Start(offset: 25, place: Place(page: 2, line: 2)),
                    ], notes: [NoteMark(offset: 24, label: "1")], confidence: 0.91)),
            .table(
                Table(
                    rows: [
                        Row(
                            cells: [
                                Cell(
                                    column: 0, columnSpan: 2, rowSpan: 1,
                                    paragraphs: [Paragraph("Nhiệm vụ", at: Place(page: 2, line: 3))])
                            ], place: Place(page: 2, line: 3))
                    ], headerRows: 1)),
            .footnote(Footnote(label: "1", paragraphs: [Paragraph("Ở nước ngoài", at: Place(page: 2, line: 4))])),
        ], sheets: [Sheet(width: 595, height: 842), Sheet(width: 595, height: 842, slope: 0.0125)],
        boxes: (1...4).map { PageBox(left: 50, top: Double($0) * 20, right: 300.5, bottom: Double($0) * 20 + 12) },
        repairs: [Message("repair.recognised", ["page": "2", "percent": "91"])])

    private static var json: String {
        var json = JSONWriter(indentation: 0)
        json.object { content.write(to: &$0) }
        return String(decoding: json.bytes, as: UTF8.self)
    }

    private static func taken(_ json: String, lines: Int = 4) throws -> DocumentContent {
        try MalformedReading.decoding(ContentParts.self, Array(json.utf8)).content(lines: lines)
    }

    @Test func whatIsTakenIsWhatStandsOnThePaper() throws {
        #expect(try Self.taken(Self.json) == Self.content)
    }

    @Test(arguments: [
        ("[25,2,2]", "[23,2,2]"), ("[25,2,2]", "[0,2,2]"), ("[25,2,2]", "[25,5,2]"), ("[25,2,2]", "[25,2,0]"),
        ("[25,2,2]", "[25,2,2,2]"), (#""o":24"#, #""o":-1"#), ("[0,2,1]", "[0,0,1]"), ("[0,2,1]", "[0,20000,1]"),
        ("[595,842,0]", "[595,0,0]"), ("300.5", "1e9"), ("[50,20,300.5,32]", "[400,20,300.5,32]"),
        ("repair.recognised", "frame.skip"), ("Nhiệm vụ", "Nhiệm\\u0000vụ"), (#""note":"1""#, #""not":"1""#),
    ])
    func nothingIsTakenThatCannotBeSo(_ right: String, _ wrong: String) throws {
        try #require(Self.json.contains(right))
        #expect(throws: MalformedReading.self) { try Self.taken(Self.json.replacing(right, with: wrong)) }
    }

    @Test func boxesAreOfTheLinesThatThereAre() {
        #expect(throws: MalformedReading.self) { try Self.taken(Self.json, lines: 5) }
    }

    @Test func picturesAreTakenWholeOrNotAtAll() {
        let pictures: [[UInt8]] = [[0xFF, 0xD8, 0xFF, 0xE0, 1], [0xFF, 0xD8, 0xFF, 0xE1, 2, 0x0A, 3]]
        let bytes = HandedPictures.bytes(pictures)
        #expect(HandedPictures.taken(from: bytes) == pictures)
        #expect(HandedPictures.taken(from: []) == [])
        for count in 1..<bytes.count where count != 7 {
            #expect(HandedPictures.taken(from: Array(bytes[..<count])) == nil)
        }
        #expect(HandedPictures.taken(from: Array("3\n<sc".utf8)) == nil)
        #expect(HandedPictures.taken(from: Array("99999999999999999999\nx".utf8)) == nil)
    }

    @Test func aReasonIsOneThatAFileCanHave() {
        let reason = PaperError.damaged(.pdf, detail: "xref").message
        #expect(Message(handedOver: reason.handedOver) == reason)
        #expect(Message(handedOver: Message("frame.skip").handedOver) == nil)
        #expect(Message(handedOver: Array("Segmentation fault".utf8)) == nil)
    }
}
