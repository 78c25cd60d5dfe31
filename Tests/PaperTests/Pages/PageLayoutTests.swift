import Testing

@testable import Paper

struct PageLayoutTests {
    /// Words of 6 points a letter and 16 points height, set from a point.
    private func words(_ text: String, left: Double, top: Double, space: Double = 4) -> [PageWord] {
        var x = left
        return text.split(separator: " ").map { part in
            let width = Double(part.count) * 6
            defer { x += width + space }
            return PageWord(text: String(part), box: PageBox(left: x, top: top, right: x + width, bottom: top + 16))
        }
    }

    private func texts(_ words: [PageWord], recognised: Bool = false) -> [String] {
        let page = PageContent(number: 1, width: 595, height: 842, words: words, isRecognised: recognised)
        return PageAssembler.transcript(of: [page], format: .pdf).paragraphs.map(\.text)
    }

    @Test func partsALongNameFromTheMottoBesideIt() {
        var page = words("ỦY BAN MẶT TRẬN TỔ QUỐC", left: 86, top: 60)
        page += words("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", left: 234, top: 60)
        page += words("TỈNH BÌNH SƠN", left: 110, top: 76) + words("Độc lập - Tự do - Hạnh phúc", left: 258, top: 76)
        page += words("Số: /CV-MTTQ", left: 110, top: 100) + words("Bình Sơn, ngày tháng năm 2026", left: 250, top: 100)
        page += words("V/v rà soát danh sách", left: 100, top: 116) + words("người có công", left: 118, top: 132)
        page += words(
            "Thực hiện Kế hoạch số 12 của Ban Thường trực về việc chăm lo cho người có công với nước", left: 86,
            top: 180)
        #expect(
            texts(page) == [
                "ỦY BAN MẶT TRẬN TỔ QUỐC", "TỈNH BÌNH SƠN", "Số: /CV-MTTQ", "V/v rà soát danh sách người có công",
                "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "Bình Sơn, ngày tháng năm 2026",
                "Thực hiện Kế hoạch số 12 của Ban Thường trực về việc chăm lo cho người có công với nước",
            ])
    }

    @Test func wideGapsOfJustifiedLinesAreNoColumns() {
        func stretched(_ text: String, top: Double) -> [PageWord] {
            let gaps = Double(text.split(separator: " ").count - 1)
            let letters = Double(text.count) - gaps
            return words(text, left: 86, top: top, space: (459 - 6 * letters) / gaps)
        }
        let page =
            stretched("Tổ chức nghiên cứu, quán triệt", top: 60)
            + stretched("và triển khai thực hiện nghị quyết", top: 80) + words("trong toàn ngành.", left: 86, top: 100)
        #expect(
            texts(page) == ["Tổ chức nghiên cứu, quán triệt và triển khai thực hiện nghị quyết trong toàn ngành."])
    }

    @Test func joinsANumberTornAtItsHyphen() {
        let page =
            words("Căn cứ Quyết định của Ủy ban nhân dân tỉnh về việc phân công nhiệm vụ tại số 02-", left: 86, top: 60)
            + words(
                "QĐ/TU của Ban Thường vụ và các văn bản hướng dẫn thi hành của Trung ương và tỉnh", left: 86, top: 80)
        #expect(texts(page).first?.contains("số 02-QĐ/TU của") ?? false)
    }

    @Test func findsTheMarkOfANoteThatWasReadAsASign() throws {
        var content = PageContent(number: 1, width: 595, height: 842, isRecognised: true)
        content.words = words(
            "Quan tâm khoáng sản! theo quy định của pháp luật về tài nguyên và môi trường hiện nay.", left: 86, top: 60)
        content.words += words("1 Theo Báo cáo số 87/BC-SDL.", left: 86, top: 780)
        content.rules = [Rule(direction: .horizontal, position: 770, from: 86, to: 200)]
        let transcript = PageAssembler.transcript(of: [content], format: .pdf)
        let paragraph = try #require(transcript.paragraphs.first)
        #expect(paragraph.text.hasPrefix("Quan tâm khoáng sản theo quy định"))
        #expect(paragraph.notes == [NoteMark(offset: "Quan tâm khoáng sản".utf8.count, label: "1")])
        #expect(transcript.footnotes.map(\.label) == ["1"])
    }
}
