import Paper
import TestSupport
import Testing
import Wording
import WorkCalendar

@testable import Documents

@Suite struct HandoverTests {
    private let texts: Catalogue

    init() throws { texts = try DocumentTexts.catalogue(.vi) }

    private static let plan = """
        ỦY BAN NHÂN DÂN                       CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
        TỈNH LAM GIANG                            Độc lập-Tự do-Hạnh phúc

        Số: 47/KH-UBND                        Lam Giang, ngày 16 tháng 3 năm 2026

                                       KẾ HOẠCH
                 Công tác thông tin đối ngoại giai đoạn 2026 - 2030

        I. NHIỆM VỤ
        1. Sở Ngoại vụ
        - Chủ trì, phối hợp với Sở Công Thương tổ chức hội nghị gặp mặt kiều bào trong Quý IV/2026.
        - Định kỳ hằng năm báo cáo kết quả thực hiện với Ủy ban nhân dân tỉnh trước ngày 30/11.

        Nơi nhận:                                   TM. ỦY BAN NHÂN DÂN
        - Lưu: VT.                                       CHỦ TỊCH
        """

    private func handover() async throws -> Handover {
        let transcript = try await Transcriber.transcribe(Array(Self.plan.utf8))
        return Handover(
            try DocumentReader.read(transcript, today: try #require(Day(iso: "2026-11-21"))), transcript)
    }

    @Test func whatIsTakenIsWhatWasRead() async throws {
        let original = try await handover()
        let taken = try Handover(json: original.json(texts))
        #expect(!original.document.assignments.isEmpty && !original.document.reporting.isEmpty)
        #expect(!original.document.findings.isEmpty)
        #expect(taken.lines == original.lines)
        #expect(taken.document.assignments == original.document.assignments)
        #expect(taken.document.reporting == original.document.reporting)
        #expect(taken.document.json(texts) == original.document.json(texts))
    }

    @Test(
        arguments: [
            (#""kind":"yearly""#, #""kind":"sometimes""#), (#""date":"2026-03-16""#, #""date":"2026-02-30""#),
            (#""line":1"#, #""line":-1"#), (#""from":2026"#, #""from":20260"#), (#""to":2030"#, #""to":2020"#),
            ("\"sentences\":[", "\"sentences\":[\"x\","), ("Lam Giang", "Lam\\u0000Giang"),
            ("\"lines\":[", "\"lines\":{"),
        ])
    func nothingIsTakenThatTheContractDoesNotSay(_ right: String, _ wrong: String) async throws {
        let json = String(decoding: try await handover().json(texts), as: UTF8.self)
        try #require(json.contains(right))
        let changed = json.replacing(right, with: wrong)
        #expect(throws: MalformedReading.self) { try Handover(json: Array(changed.utf8)) }
    }

    @Test func mutatedTextsAreTakenWholeOrRefused() async throws {
        let json = try await handover().json(texts)
        var numbers = SeededNumbers(26)
        for _ in 0..<mutationCount(usual: 300) {
            let mutated = numbers.mutated(json)
            do { _ = try Handover(json: mutated) } catch is MalformedReading {}
        }
    }
}
