import Testing

@testable import Paper

struct DocxReaderTests {
    @Test func readsParagraphsWithTheirLook() throws {
        let bold = #"<w:b/><w:sz w:val="28"/>"#
        let transcript = try WordFile(
            p("KẾ HOẠCH", #"<w:jc w:val="center"/>"#, run: bold)
                + "<w:p>" + r("Triển khai ", "<w:i/>") + r("năm 2026", "<w:i/><w:b/>") + "</w:p>"
        ).transcript()
        #expect(transcript.texts == ["KẾ HOẠCH", "Triển khai năm 2026"])
        #expect(transcript.lines == ["KẾ HOẠCH", "Triển khai năm 2026"])
        let title = try #require(transcript.paragraphs.first)
        #expect(title.style == Style(alignment: .centre, bold: true, italic: false, size: 14))
        #expect(transcript.paragraphs.last?.style.bold == false)
        #expect(transcript.paragraphs.last?.style.italic == true)
        #expect(transcript.paragraphs.last?.place == Place(line: 2))
    }

    @Test func stylesInheritFromTheirBase() throws {
        let styles = """
            <w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="26"/></w:rPr></w:rPrDefault></w:docDefaults>
            <w:style w:type="paragraph" w:styleId="Normal" w:default="1"><w:name w:val="Normal"/></w:style>
            <w:style w:type="paragraph" w:styleId="H"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/>
            <w:pPr><w:jc w:val="both"/><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>
            <w:style w:type="paragraph" w:styleId="Small"><w:name w:val="Small"/><w:basedOn w:val="H"/>
            <w:rPr><w:sz w:val="20"/></w:rPr></w:style>
            <w:style w:type="character" w:styleId="Light"><w:name w:val="Light"/><w:rPr><w:b w:val="0"/></w:rPr></w:style>
            """
        let transcript = try WordFile(
            p("Mục tiêu", #"<w:pStyle w:val="H"/>"#) + p("Yêu cầu", #"<w:pStyle w:val="Small"/>"#)
                + p("Nhẹ", #"<w:pStyle w:val="H"/>"#, run: #"<w:rStyle w:val="Light"/>"#) + p("Thường"),
            styles: styles
        ).transcript()
        #expect(
            transcript.paragraphs.map(\.style) == [
                Style(alignment: .justified, bold: true, italic: false, size: 13, heading: 1),
                Style(alignment: .justified, bold: true, italic: false, size: 10, heading: 1),
                Style(alignment: .justified, bold: false, italic: false, size: 13, heading: 1),
                Style(alignment: .left, bold: false, italic: false, size: 13),
            ])
    }

    @Test func foldsWhiteSpaceAndComposesLetters() throws {
        let transcript = try WordFile(
            p("  Tổ  chức \u{A0}nghiên   cứu ") + p("Hoa\u{300} Bi\u{300}nh so\u{302}\u{301} 12/KH\u{2011}UBND")
        ).transcript()
        #expect(transcript.texts == ["Tổ chức nghiên cứu", "Hoà Bình số 12/KH-UBND"])
        #expect(transcript.texts[1].unicodeScalars.count == 22)
    }

    @Test func lineBreaksTabsAndHyphensAreKept() throws {
        let transcript = try WordFile(
            "<w:p>" + r("ỦY BAN NHÂN DÂN ") + "<w:r><w:br/></w:r>" + r(" TỈNH") + "<w:r><w:tab/></w:r>" + r("Số")
                + "<w:r><w:noBreakHyphen/><w:softHyphen/></w:r>" + r("hai") + "</w:p>" + p("Hết")
        ).transcript()
        #expect(transcript.texts == ["ỦY BAN NHÂN DÂN\nTỈNH\tSố-hai", "Hết"])
        #expect(transcript.lines == ["ỦY BAN NHÂN DÂN", "TỈNH\tSố-hai", "Hết"])
        #expect(transcript.paragraphs[0].place(at: 30) == Place(line: 2))
        #expect(transcript.paragraphs[1].place == Place(line: 3))
    }

    @Test func capitalsAreShownAndHiddenTextIsNot() throws {
        let transcript = try WordFile(
            "<w:p>" + r("Quyết định", "<w:caps/>") + r(" bí mật", "<w:vanish/>") + r(" chung", #"<w:caps w:val="0"/>"#)
                + "</w:p>"
        ).transcript()
        #expect(transcript.texts == ["QUYẾT ĐỊNH chung"])
    }

    @Test func automaticNumbersStandInFrontAsTyped() throws {
        let numbering = """
            <w:abstractNum w:abstractNumId="0">
            <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl>
            <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%2."/></w:lvl>
            <w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%3)"/></w:lvl>
            <w:lvl w:ilvl="3"><w:numFmt w:val="bullet"/><w:lvlText w:val="\u{F0B7}"/></w:lvl>
            <w:lvl w:ilvl="4"><w:start w:val="1"/><w:isLgl/><w:lvlText w:val="%1.%2.%5"/></w:lvl></w:abstractNum>
            <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
            <w:num w:numId="2"><w:abstractNumId w:val="0"/>
            <w:lvlOverride w:ilvl="1"><w:startOverride w:val="7"/></w:lvlOverride></w:num>
            """
        func item(_ level: Int, _ text: String, list: Int = 1) -> String {
            p(text, #"<w:numPr><w:ilvl w:val="\#(level)"/><w:numId w:val="\#(list)"/></w:numPr>"#)
        }
        let transcript = try WordFile(
            item(0, "Mục đích") + item(1, "Yêu cầu") + item(2, "Đúng hạn") + item(2, "Đủ số") + item(3, "Hồ sơ")
                + item(1, "Nội dung") + item(2, "Chung") + item(0, "Tổ chức") + item(1, "Sở Y tế") + item(4, "Trạm")
                + item(1, "Sở Tư pháp", list: 2) + item(3, ""),
            numbering: numbering
        ).transcript()
        #expect(
            transcript.texts == [
                "I. Mục đích", "1. Yêu cầu", "a) Đúng hạn", "b) Đủ số", "- Hồ sơ", "2. Nội dung", "a) Chung",
                "II. Tổ chức",
                "1. Sở Y tế", "2.1.1 Trạm", "7. Sở Tư pháp",
            ])
    }

    @Test func anEmptyCellOfANumberedColumnShowsItsNumber() throws {
        let numbering = """
            <w:abstractNum w:abstractNumId="4"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>
            <w:lvlText w:val="%1"/></w:lvl></w:abstractNum><w:num w:numId="3"><w:abstractNumId w:val="4"/></w:num>
            """
        let number = #"<w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr>"#
        func row(_ text: String) -> String { "<w:tr>" + tc(p("", number)) + tc(p(text)) + "</w:tr>" }
        let transcript = try WordFile("<w:tbl>" + row("Rà soát") + row("Báo cáo") + "</w:tbl>", numbering: numbering)
            .transcript()
        #expect(transcript.tables[0].texts == [["1", "Rà soát"], ["2", "Báo cáo"]])
    }

    @Test func tablesKeepTheirGrid() throws {
        let transcript = try WordFile(
            "<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr>" + tc(p("TT"))
                + tc(p("Nhiệm vụ"), #"<w:gridSpan w:val="2"/>"#)
                + "</w:tr><w:tr>" + tc(p("1"), #"<w:vMerge w:val="restart"/>"#) + tc(p("Rà soát")) + tc(p("Quý I"))
                + "</w:tr><w:tr>" + tc(p(""), "<w:vMerge/>") + tc(p("Báo cáo") + p("kết quả"))
                + tc("<w:p>" + r("Quý") + "<w:r><w:tab/></w:r>" + r("II") + "</w:p>") + "</w:tr></w:tbl>"
        ).transcript()
        let table = try #require(transcript.tables.first)
        #expect(table.headerRows == 1)
        #expect(table.columns == 3)
        #expect(table.rows[0].cells.map(\.columnSpan) == [1, 2])
        #expect(table.rows[1].cells[0].rowSpan == 2)
        #expect(table.rows[2].cells.map(\.column) == [1, 2])
        #expect(table.rows[2].text(1) == "Báo cáo\nkết quả")
        #expect(transcript.lines == ["TT\tNhiệm vụ", "1\tRà soát\tQuý I", "Báo cáo kết quả\tQuý II"])
        #expect(table.rows[2].cells[0].paragraphs[1].place == Place(line: 3))
    }

    @Test func aTableInACellIsNested() throws {
        let inner = "<w:tbl><w:tr>" + tc(p("Trong")) + "</w:tr></w:tbl>"
        let transcript = try WordFile("<w:tbl><w:tr>" + tc(p("Ngoài") + inner + p("")) + "</w:tr></w:tbl>").transcript()
        let cell = try #require(transcript.tables.first?.rows.first?.cells.first)
        #expect(cell.text == "Ngoài")
        #expect(cell.nested.map(\.texts) == [[["Trong"]]])
        #expect(transcript.lines == ["Ngoài Trong"])
    }

    @Test func footnotesStandAtTheEndAndTheirMarkOutsideTheText() throws {
        let transcript = try WordFile(
            "<w:p>" + r("khoáng sản") + #"<w:r><w:footnoteReference w:id="2"/></w:r>"# + r(" và đất đai") + "</w:p>"
                + p("Cuối"),
            footnotes: #"<w:footnote w:type="separator" w:id="-1"><w:p/></w:footnote>"#
                + #"<w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r>"# + r(" Theo báo cáo.")
                + "</w:p></w:footnote>"
        ).transcript()
        #expect(transcript.texts == ["khoáng sản và đất đai", "Cuối"])
        #expect(transcript.paragraphs[0].notes == [NoteMark(offset: "khoáng sản".utf8.count, label: "1")])
        #expect(transcript.footnotes.map(\.label) == ["1"])
        #expect(transcript.footnotes[0].paragraphs.map(\.text) == ["Theo báo cáo."])
        #expect(transcript.lines == ["khoáng sản và đất đai", "Cuối", "1 Theo báo cáo."])
    }

    @Test func trackedChangesAreAccepted() throws {
        let transcript = try WordFile(
            "<w:p>" + r("Trước ") + "<w:del><w:r><w:delText>30/6</w:delText></w:r></w:del><w:ins>" + r("31/7")
                + "</w:ins>"
                + "<w:moveFrom>" + r(" bỏ") + "</w:moveFrom><w:moveTo>" + r(" giữ") + "</w:moveTo></w:p>"
                + "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>" + r("Nối") + "</w:p>" + p(" liền")
                + "<w:tbl><w:tr><w:trPr><w:del/></w:trPr>" + tc(p("xóa")) + "</w:tr><w:tr>" + tc(p("còn"))
                + "</w:tr></w:tbl>"
        ).transcript()
        #expect(transcript.texts == ["Trước 31/7 giữ", "Nối liền"])
        #expect(transcript.tables[0].texts == [["còn"]])
    }

    @Test func aTextBoxIsReadOnce() throws {
        let box = "<w:txbxContent>" + p("MẬT") + "</w:txbxContent>"
        let transcript = try WordFile(
            "<w:p><w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wps:txbx>" + box
                + "</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>" + box
                + "</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>" + r("Nội dung") + "</w:p>"
                + "<w:p><w:r><mc:AlternateContent><mc:Choice Requires=\"x\"/><mc:Fallback><w:pict><v:textbox>"
                + "<w:txbxContent>" + p("KHẨN") + "</w:txbxContent></v:textbox></w:pict></mc:Fallback>"
                + "</mc:AlternateContent></w:r></w:p>"
        ).transcript()
        #expect(transcript.texts == ["Nội dung", "MẬT", "KHẨN"])
    }

    @Test func onlyTheResultOfAFieldIsText() throws {
        func mark(_ kind: String) -> String { #"<w:r><w:fldChar w:fldCharType="\#(kind)"/></w:r>"# }
        let transcript = try WordFile(
            "<w:p>" + r("Trang ") + mark("begin") + "<w:r><w:instrText>PAGE</w:instrText></w:r>" + r("bỏ")
                + mark("separate") + r("5") + mark("end") + #"<w:fldSimple w:instr="DATE">"# + r(" ngày 3")
                + #"</w:fldSimple><w:hyperlink r:id="rId4">"# + r(" liên kết") + "</w:hyperlink></w:p>"
                + "<w:p>" + mark("begin") + "</w:p>" + p("Vẫn còn")
        ).transcript()
        #expect(transcript.texts == ["Trang 5 ngày 3 liên kết", "Vẫn còn"])
    }

    @Test func controlsSymbolsAndFormulasAreRead() throws {
        let transcript = try WordFile(
            "<w:sdt><w:sdtPr/><w:sdtContent>" + p("Trong khung") + "</w:sdtContent></w:sdt><w:p>"
                + #"<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>"# + r(" Đạt ")
                + r("\u{F062}", #"<w:rFonts w:ascii="Symbol" w:hAnsi="Symbol"/>"#)
                + "<m:oMath><m:r><m:t> x+1</m:t></m:r></m:oMath></w:p>"
        ).transcript()
        #expect(transcript.texts == ["Trong khung", "✓ Đạt β x+1"])
    }

    @Test func theFirstPagesOwnHeaderComesFirst() throws {
        let section = #"<w:sectPr><w:headerReference w:type="first" r:id="rId9"/><w:titlePg/></w:sectPr>"#
        let transcript = try WordFile(p("Nội dung") + section, header: p("TỐI MẬT") + p("- 1 -")).transcript()
        #expect(transcript.texts == ["TỐI MẬT", "Nội dung"])
    }

    @Test func aRunningHeaderIsDroppedUnlessItIsTheLetterhead() throws {
        let section = #"<w:sectPr><w:headerReference w:type="default" r:id="rId9"/></w:sectPr>"#
        let running = try WordFile(p("Nội dung") + section, header: p("Dự thảo lần 2")).transcript()
        #expect(running.texts == ["Nội dung"])
        let letterhead = try WordFile(p("Nội dung") + section, header: p("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"))
            .transcript()
        #expect(letterhead.texts == ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Nội dung"])
    }

    @Test(arguments: ["MẬT", "TỐI MẬT", "TUYỆT MẬT"]) func aMarkOfSecrecyIsKeptWhereverItStands(mark: String) throws {
        let common = #"<w:headerReference w:type="default" r:id="rId9"/>"#
        for section in [common, common + "<w:titlePg/>"] {
            let transcript = try WordFile(
                p("Nội dung") + "<w:sectPr>\(section)</w:sectPr>", header: p("Dự thảo") + p(mark) + p("2")
            ).transcript()
            #expect(transcript.texts == [mark, "Nội dung"])
        }
    }

    @Test func oldFontsAreTurnedIntoUnicode() throws {
        let time = #"<w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/>"#
        let capital = #"<w:rFonts w:ascii=".VnTimeH" w:hAnsi=".VnTimeH"/>"#
        let vni = #"<w:rFonts w:ascii="VNI-Times" w:hAnsi="VNI-Times"/>"#
        let transcript = try WordFile(
            p("Céng hßa x\u{E3} héi chñ nghÜa ViÖt Nam", run: time) + p("quyÕt ®Þnh", run: capital)
                + "<w:p>" + r("Ñoäc laäp - Töï do - Haïnh phu", vni) + r("ùc", vni) + "</w:p>"
                + p("Đã là Unicode", run: time)
        ).transcript()
        #expect(
            transcript.texts == [
                "Cộng hòa xó hội chủ nghĩa Việt Nam", "QUYẾT ĐỊNH", "Độc lập - Tự do - Hạnh phúc", "Đã là Unicode",
            ])
        #expect(transcript.repairs == [.legacyFont(.tcvn3), .legacyFont(.vni)])
    }
}
