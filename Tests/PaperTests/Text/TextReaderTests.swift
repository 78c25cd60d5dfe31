import Testing

@testable import Paper

/// Plain text as extractions leave it: wrapped, doubly spaced, cut by pages, tables flattened.
@Suite struct TextReaderTests {
    private func paragraphs(_ text: String) -> [String] {
        TextReader.read(text).blocks.compactMap { block in
            if case .paragraph(let paragraph) = block { paragraph.text } else { nil }
        }
    }

    private func tables(_ text: String) -> [[[String]]] {
        TextReader.read(text).blocks.compactMap { block in
            if case .table(let table) = block { table.rows.map { $0.cells.map(\.text) } } else { nil }
        }
    }

    @Test func joinsWrappedLinesAndKeepsListItemsApart() {
        let text = """
            1. Tăng cường công tác thông tin, tuyên truyền về hoạt động đối ngoại của
            tỉnh đến cán bộ, công chức, viên chức và nhân dân trên địa bàn, nhất là ở
            các xã biên giới.
            2. Củng cố quan hệ hợp tác với các địa phương nước ngoài đã ký kết thỏa
            thuận; mở rộng quan hệ với các đối tác mới.
            - Rà soát các thỏa thuận quốc tế còn hiệu lực.
            """
        #expect(paragraphs(text).count == 3)
        #expect(paragraphs(text)[0].hasSuffix("nhất là ở các xã biên giới."))
    }

    @Test func seesThroughDoubleSpacingAndPageBreaks() {
        let text = """
            Các cơ quan, đơn vị căn cứ chức năng, nhiệm vụ được giao xây dựng kế

            hoạch cụ thể, phân công rõ người, rõ việc, rõ thời gian hoàn thành và gửi

            báo cáo kết quả thực hiện về Văn phòng để tổng hợp chung, trình lãnh đạo



            cấp có thẩm quyền xem xét theo quy định của pháp luật hiện hành và các

            văn bản hướng dẫn có liên quan.
            """
        #expect(paragraphs(text).count == 1)
    }

    @Test func dropsAPageNumberInTheMiddleOfASentence() {
        let text = """
            Đẩy mạnh quảng bá hình ảnh của địa phương trên các nền tảng số, các kênh
            2
            thông tin đối ngoại và báo chí nước ngoài.
            """
        #expect(
            paragraphs(text) == [
                "Đẩy mạnh quảng bá hình ảnh của địa phương trên các nền tảng số, các kênh thông tin đối ngoại và báo chí nước ngoài."
            ])
    }

    @Test func mendsDocumentNumbersBrokenOverLines() {
        let text = """
            Tiếp tục thực hiện Nghị quyết số 15-NQ/TW và Thông tri số 07-
            TT/TU về công tác đối ngoại; Nghị định số 98/2031/NĐ-
            CP của Chính phủ.
            """
        #expect(paragraphs(text)[0].contains("số 07-TT/TU"))
        #expect(paragraphs(text)[0].contains("98/2031/NĐ-CP của Chính phủ"))
    }

    @Test func keepsADashInTheMiddleOfASentence() {
        let text = """
            Các hoạt động đối ngoại góp phần thiết thực vào sự phát triển kinh tế
            - xã hội của địa phương, giữ vững quốc phòng, an ninh.
            """
        #expect(paragraphs(text).count == 1)
    }

    @Test func keepsHeadingsAndLettersOfTheAlphabetApart() {
        let text = """
            II. NHIỆM VỤ
            1. Sở Nội vụ
            Chủ trì tham mưu công tác khen thưởng.
            d) Công tác lãnh sự
            đ) Công tác biên giới
            (1) Đoàn ra
            + Đoàn vào
            Điều 2. Tổ chức thực hiện
            """
        #expect(paragraphs(text).count == 8)
    }

    @Test func saysWhereEachLineOfAParagraphStands() {
        let transcript = TextReader.read(
            "Kính gửi: Sở Nội vụ\n\n- Báo cáo kết quả thực hiện kế hoạch năm về Sở Ngoại vụ để tổng hợp, trình\nỦy ban nhân dân tỉnh xem xét."
        )
        guard case .paragraph(let paragraph) = transcript.blocks[1] else { Issue.record("no paragraph"); return }
        let offset = paragraph.text.utf8.count - "Ủy ban nhân dân tỉnh xem xét.".utf8.count
        #expect(paragraph.place == Place(line: 3))
        #expect(paragraph.place(at: offset) == Place(line: 4))
        #expect(paragraph.place(at: offset - 1) == Place(line: 3))
    }

    @Test func readsTabSeparatedTablesAcrossPageBreaks() {
        let text =
            "TT\tNhiệm vụ\tCơ quan chủ trì\n1\tTổ chức hội nghị\tSở Nội vụ\n\n\n2\tMở lớp bồi dưỡng\tTrường Chính trị"
        #expect(
            tables(text) == [
                [
                    ["TT", "Nhiệm vụ", "Cơ quan chủ trì"], ["1", "Tổ chức hội nghị", "Sở Nội vụ"],
                    ["2", "Mở lớp bồi dưỡng", "Trường Chính trị"],
                ]
            ])
    }

    @Test func readsPipedTablesWithTheirHeadMarked() {
        let text = "| TT | Nhiệm vụ | Chủ trì |\n|---|:---:|---|\n| 1 | **Tổ chức** hội nghị | Sở A<br>Sở B |"
        let transcript = TextReader.read(text, format: .markdown)
        guard case .table(let table) = transcript.blocks.first else { Issue.record("no table"); return }
        #expect(table.headerRows == 1)
        #expect(
            table.rows.map { $0.cells.map(\.text) } == [
                ["TT", "Nhiệm vụ", "Chủ trì"], ["1", "Tổ chức hội nghị", "Sở A Sở B"],
            ])
    }

    @Test func rebuildsATableTornIntoOneCellALine() {
        let text = """
            TT
            Nội dung
            Chủ trì
            Thời gian
            thực hiện
            1
            Tổ chức hội nghị giao ban
            Sở Nội vụ
            Quý I/2031
            2
            Mở lớp bồi dưỡng
            Trường Chính trị
            Quý II/2031
            """
        #expect(
            tables(text) == [
                [
                    ["TT", "Nội dung", "Chủ trì", "Thời gian thực hiện"],
                    ["1", "Tổ chức hội nghị giao ban", "Sở Nội vụ", "Quý I/2031"],
                    ["2", "Mở lớp bồi dưỡng", "Trường Chính trị", "Quý II/2031"],
                ]
            ])
    }

    @Test func reportsATableWhoseCellsStandInSeparateRuns() {
        let text = "TT\nNội dung\nChủ trì\n1\n2\n3\nTổ chức hội nghị\nMở lớp\nIn tài liệu\nSở Nội vụ\nSở Y tế"
        let transcript = TextReader.read(text)
        #expect(transcript.repairs == [.scrambledTable(Place(line: 1))])
        #expect(tables(text).isEmpty)
    }

    @Test func setsTheTwoColumnsOfALetterheadOneAfterTheOther() {
        let text = """
            ỦY BAN NHÂN DÂN               CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
              TỈNH MINH HẢI                    Độc lập - Tự do - Hạnh phúc

            Số:      /KH-UBND             Minh Hải, ngày    tháng 3 năm 2031

                                     KẾ HOẠCH
            """
        #expect(
            paragraphs(text) == [
                "ỦY BAN NHÂN DÂN", "TỈNH MINH HẢI", "Số: /KH-UBND", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
                "Độc lập - Tự do - Hạnh phúc", "Minh Hải, ngày tháng 3 năm 2031", "KẾ HOẠCH",
            ])
    }

    @Test func joinsALetterheadThatAWebPageTore() {
        let text = "ỦY\nBAN NHÂN DÂN\nTỈNH MINH HẢI\n-------\nCỘNG\nHÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nMẬT\nKẾ HOẠCH"
        #expect(
            paragraphs(text) == [
                "ỦY BAN NHÂN DÂN", "TỈNH MINH HẢI", "-------", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "MẬT", "KẾ HOẠCH",
            ])
    }

    @Test func readsMarkdownFramedByATag() {
        let text = "<div align=\"center\">\n\n**KẾ HOẠCH**  \n</div>\n\n# I. MỤC TIÊU\n## 1. Chung\n*Nội dung.*"
        let blocks = TextReader.read(text, format: .markdown).blocks
        #expect(blocks.count == 4)
        guard case .paragraph(let title) = blocks[0] else { return }
        #expect(title.text == "KẾ HOẠCH")
    }

    @Test func findsFootnotesAndTakesTheirMarksOut() {
        let text = """
            Trữ lượng khoáng sản1 trên địa bàn được rà soát, cập nhật hằng năm theo quy định.
            1 Theo số liệu của cơ quan chuyên môn tại thời điểm báo cáo.
            """
        let blocks = TextReader.read(text).blocks
        guard case .paragraph(let paragraph) = blocks[0], case .footnote(let note) = blocks[1] else {
            Issue.record("no footnote")
            return
        }
        #expect(paragraph.text.hasPrefix("Trữ lượng khoáng sản trên địa bàn"))
        #expect(paragraph.notes.map(\.label) == ["1"])
        #expect(note.label == "1" && note.paragraphs[0].text.hasPrefix("Theo số liệu"))
    }

    @Test(arguments: [
        "1. Sở Nội vụ\n- Chủ trì\tphối hợp\n\n\n| a | b |\n|--|--|\n| c | d |",
        "TT\nTên\nNước\n1\nX\n\n\n2\ty\tz\nGhi chú: không",
        "Quý 1\n2\n3\ncuối\n- - -\n\u{FEFF}a\u{200B}b\u{00A0}c\r\nd", "TT\tA\tB\nHết",
    ])
    func losesNoWord(_ text: String) {
        let transcript = TextReader.read(text)
        func words(_ text: String) -> [String] {
            text.split { !$0.isLetter && !$0.isNumber }.map(String.init).sorted()
        }
        let inBlocks = transcript.blocks.map { block -> String in
            switch block {
            case .paragraph(let paragraph): paragraph.text
            case .table(let table): table.rows.flatMap(\.cells).map(\.text).joined(separator: " ")
            case .footnote(let note): note.label + " " + note.paragraphs.map(\.text).joined(separator: " ")
            }
        }
        #expect(words(inBlocks.joined(separator: " ")) == words(transcript.lines.joined(separator: " ")))
    }
}
