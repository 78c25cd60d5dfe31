import Foundation
import Subprocess
import TestSupport
import Testing
import WorkCalendar

@testable import Paper

struct ListFilesTests {
    private let columns = [
        SheetColumn("Nhiệm vụ"), SheetColumn("Hạn", .day), SheetColumn("Số đoàn", .whole),
        SheetColumn("Kinh phí", .decimal),
    ]
    private let day = Day(iso: "2026-07-02")

    private func withWorkbook(
        titles: [String] = [], _ rows: [[SheetCell]], _ look: (String) async throws -> Void
    ) async throws {
        let path = "/tmp/nhipcau-\(UUID().uuidString).xlsx"
        defer { try? FileManager.default.removeItem(atPath: path) }
        var sheet = try SheetWriter(path, name: "Nhiệm vụ: 'tất cả'", titles: titles, columns: columns)
        for row in rows { try sheet.write(row) }
        try sheet.finish()
        try await look(path)
    }

    @Test func aWorkbookReadsBackAsItWasWritten() async throws {
        let day = try #require(day)
        let rows: [[SheetCell]] = [
            [.text("Đón đoàn Lào & Campuchia <2>"), .day(day), .whole(12_345), .decimal(0.5)],
            [.text("=1+1"), .empty, .whole(-3), .empty],
        ]
        try await withWorkbook(titles: ["Nhiệm vụ quá hạn", "Lúc 21/11/2026"], rows) { path in
            let read = try await Transcriber.transcribe(path: path)
            #expect(read.texts == ["Nhiệm vụ quá hạn", "Lúc 21/11/2026"])
            #expect(
                read.tables.map(\.texts) == [
                    [
                        ["Nhiệm vụ", "Hạn", "Số đoàn", "Kinh phí"],
                        ["Đón đoàn Lào & Campuchia <2>", "02/07/2026", "12.345", "0,50"], ["=1+1", "-3"],
                    ]
                ])
        }
    }

    @Test func theHeadStaysInSightIsFilteredAndPrintedOnEveryPage() async throws {
        try await withWorkbook(titles: ["Tất cả"], [[.text("a"), .empty, .empty, .empty]]) { path in
            let sheet = try Self.part("xl/worksheets/sheet1.xml", of: path)
            #expect(sheet.contains(#"<pane ySplit="3" topLeftCell="A4" activePane="bottomLeft" state="frozen"/>"#))
            #expect(sheet.contains(#"<autoFilter ref="A3:D4"/>"#))
            let book = try Self.part("xl/workbook.xml", of: path)
            #expect(book.contains(#"_xlnm.Print_Titles"#))
            #expect(book.contains(#"<sheet name="Nhiệm vụ 'tất cả""#), "what Excel refuses in a name is left out")
        }
    }

    /// LibreOffice is another reading than ours: it takes days for days, and a text that begins with "=" for a text.
    @Test func anotherProgramReadsTheWorkbookToo() async throws {
        let rows: [[SheetCell]] = [[.text("=1+1"), .day(try #require(day)), .whole(7), .decimal(2.25)]]
        try await withWorkbook(rows) { path in
            let folder = "/tmp/nhipcau-\(UUID().uuidString)"
            defer { try? FileManager.default.removeItem(atPath: folder) }
            let result = try await run(
                .name("soffice"),
                arguments: [
                    "-env:UserInstallation=file://\(folder)/profile", "--headless", "--convert-to", "fods", "--outdir",
                    folder, path,
                ], output: .discarded, error: .discarded)
            #expect(result.terminationStatus.isSuccess)
            let name = URL(filePath: path).deletingPathExtension().lastPathComponent
            let text = try String(contentsOf: URL(filePath: "\(folder)/\(name).fods"), encoding: .utf8)
            #expect(text.contains(#"office:value-type="date" office:date-value="2026-07-02""#))
            #expect(text.contains(#"office:value-type="float" office:value="7""#))
            #expect(text.contains("<text:p>=1+1</text:p>") && !text.contains("table:formula"))
        }
    }

    @Test func aListThatIsGivenUpLeavesNoFile() throws {
        let path = "/tmp/nhipcau-\(UUID().uuidString).xlsx"
        do {
            var sheet = try SheetWriter(path, name: "A", columns: columns)
            try sheet.write([.text("a"), .empty, .empty, .empty])
        }
        #expect(!FileManager.default.fileExists(atPath: path))
    }

    @Test func aTextLongerThanACellIsCut() async throws {
        try await withWorkbook([[.text(String(repeating: "ộ", count: 40_000)), .empty, .whole(1), .empty]]) { path in
            let read = try await Transcriber.transcribe(path: path)
            let text = try #require(read.tables.first?.texts.last?.first)
            #expect(text.utf16.count == 32_767)
            #expect(text.hasSuffix("ộ…"))
        }
    }

    @Test func csvFollowsTheStandard() throws {
        var csv = CSVWriter([SheetColumn("Tên, họ"), SheetColumn("Hạn", .day), SheetColumn("Số", .whole)])
        csv.write([.text(#"Nói "được""#), .day(try #require(day)), .whole(-12)])
        let first = csv.take()
        csv.write([.text("hai\ndòng"), .empty, .decimal(1.5)])
        #expect(first.starts(with: [0xEF, 0xBB, 0xBF]))
        #expect(
            String(decoding: first.dropFirst(3) + csv.take(), as: UTF8.self)
                == "\"Tên, họ\",Hạn,Số\r\n\"Nói \"\"được\"\"\",2026-07-02,-12\r\n\"hai\ndòng\",,1.5\r\n")
    }

    @Test(arguments: ["=1+1", "+84", "-x", "@A1", "\tx", "\rx"]) func csvNeverBeginsAFormula(text: String) {
        var csv = CSVWriter([])
        _ = csv.take()
        csv.write([.text(text)])
        #expect(String(decoding: csv.take(), as: UTF8.self) == "\"'\(text)\"\r\n")
    }

    private static func part(_ name: String, of path: String) throws -> String {
        let bytes = [UInt8](try Data(contentsOf: URL(filePath: path)))
        return try ZipArchive.open(bytes, as: .xlsx, limits: Limits()) { archive in
            String(decoding: try archive.required(name), as: UTF8.self)
        }
    }
}

struct CalendarWriterTests {
    private func calendar(_ entries: [CalendarEntry]) throws -> String {
        let at = try #require(Instant(iso: "2026-11-21T16:40:00.250Z"))
        var writer = CalendarWriter(name: "Nhịp Cầu, Sở Ngoại vụ", at: at)
        for entry in entries { writer.write(entry) }
        return String(decoding: writer.finish(), as: UTF8.self)
    }

    @Test func aDueDayIsAnEntryOfTheWholeDay() throws {
        let day = try #require(Day(iso: "2026-12-31"))
        let text = try calendar([
            CalendarEntry(
                uid: "occurrence-17@a.vn", day: day, summary: #"Đón đoàn; ăn, ở \ đi lại"#, details: "một\nhai",
                address: "https://a.vn/viec/17", alarmDaysBefore: 1)
        ])
        let lines = text.components(separatedBy: "\r\n")
        #expect(lines.first == "BEGIN:VCALENDAR" && lines.suffix(2) == ["END:VCALENDAR", ""])
        #expect(lines.contains(#"X-WR-CALNAME:Nhịp Cầu\, Sở Ngoại vụ"#))
        let start = try #require(lines.firstIndex(of: "BEGIN:VEVENT"))
        #expect(
            lines[start...].prefix(14) == [
                "BEGIN:VEVENT", "UID:occurrence-17@a.vn", "DTSTAMP:20261121T164000Z", "DTSTART;VALUE=DATE:20261231",
                "DTEND;VALUE=DATE:20270101", #"SUMMARY:Đón đoàn\; ăn\, ở \\ đi lại"#, #"DESCRIPTION:một\nhai"#,
                "URL:https://a.vn/viec/17", "TRANSP:TRANSPARENT", "BEGIN:VALARM", "ACTION:DISPLAY",
                #"DESCRIPTION:Đón đoàn\; ăn\, ở \\ đi lại"#, "TRIGGER:-PT16H", "END:VALARM",
            ])
    }

    @Test func longLinesAreFoldedBetweenCharacters() throws {
        var random = SeededNumbers(5545)
        for _ in 0..<200 {
            let summary = String(
                (0..<Int.random(in: 0...200, using: &random)).map { _ in
                    "aộđ😀 ".randomElement(using: &random) ?? "a"
                })
            let day = try #require(Day(iso: "2026-12-31"))
            let text = try calendar([CalendarEntry(uid: "a", day: day, summary: summary)])
            for line in text.components(separatedBy: "\r\n") { #expect(line.utf8.count <= 75) }
            #expect(text.replacing("\r\n ", with: "").contains("SUMMARY:\(summary)\r\n"))
        }
    }

    @Test func whatIsWrittenCannotBeginALineOfItsOwn() throws {
        let day = try #require(Day(iso: "2026-12-31"))
        let text = try calendar([
            CalendarEntry(
                uid: "a", day: day, summary: "x\r\nATTENDEE:y\u{0}", address: "https://a.vn/\r\nATTENDEE:z")
        ])
        #expect(!text.components(separatedBy: "\r\n").contains { $0.hasPrefix("ATTENDEE") })
    }
}
