import Testing

@testable import Paper

struct HtmlReaderTests {
    func read(_ html: String) throws -> Transcript { try HtmlReader.read(Array(html.utf8)) }

    @Test func readsParagraphsWithTheirLook() throws {
        let transcript = try read(
            """
            <!DOCTYPE html><html><head><title>Tên trang</title><style>p {}</style></head><body><h2>Mục  tiêu</h2>
            <p align="center"><b>KẾ <i>HOẠCH</i></b></p><div style="text-align:right; font-size:13pt">Hà Nội<br>
            ngày 1</div>chữ rời<script>var a = "x"</script><p style="display:none">ẩn</p><p hidden>kín</p>
            <p>&nbsp;</p><p>A &lt;B&gt; &#7841;&#146;</p></body></html>
            """)
        #expect(
            transcript.texts == ["Mục tiêu", "KẾ HOẠCH", "Hà Nội\nngày 1", "chữ rời", "A <B> ạ’"])
        #expect(transcript.lines.count == 6)
        #expect(transcript.paragraphs[0].style.heading == 2)
        #expect(transcript.paragraphs[1].style.alignment == .centre)
        #expect(transcript.paragraphs[1].style.bold == true)
        #expect(transcript.paragraphs[2].style == Style(alignment: .right, bold: false, italic: false, size: 13))
    }

    @Test func tablesKeepTheirGrid() throws {
        let transcript = try read(
            """
            <table border=1><caption>Bảng 1</caption><thead><tr><th rowspan=2>TT<th colspan=2>Việc</tr>
            <tr><th>Tên<th>Hạn</tr></thead><tbody><tr><td>1<td><p>Rà soát</p><p>lại</p><td>Quý I
            <table><tr><td>trong</td></tr></table></tr></tbody></table><p>Sau</p>
            """)
        let table = try #require(transcript.tables.first)
        #expect(table.headerRows == 2)
        #expect(table.rows[0].cells.map(\.rowSpan) == [2, 1])
        #expect(table.rows[1].cells.map(\.column) == [1, 2])
        #expect(table.rows[2].text(1) == "Rà soát\nlại")
        #expect(table.rows[2].cells[2].nested.map(\.texts) == [[["trong"]]])
        #expect(transcript.texts == ["Bảng 1", "Sau"])
    }

    @Test func listsAreNumberedAsTyped() throws {
        let transcript = try read(
            "<ol start=3><li>ba<li>bốn<ul><li>gạch</ul></ol><ol type=a><li>chữ</ol><ul><li></ul><p>hết")
        #expect(transcript.texts == ["3. ba", "4. bốn", "- gạch", "a. chữ", "hết"])
    }

    @Test func wordsOwnPagesAreRead() throws {
        let html = """
            <html xmlns:o="urn:schemas-microsoft-com:office:office"><head>
            <meta http-equiv=Content-Type content="text/html; charset=windows-1252"></head><body lang=EN-US>
            <!--[if gte mso 9]><xml><o:x>bỏ</o:x></xml><![endif]-->
            <p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span
            style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times"'>&nbsp;&nbsp;
            </span></span></span><![endif]>Giao S&#7903; N&#7897;i v&#7909;<a style='mso-footnote-id:ftn1' href="#_ftn1"
            name="_ftnref1"><span>[1]</span></a> ch&#7911; tr&#236;<o:p></o:p></p>
            <p style='mso-list:l1'><span style='mso-list:Ignore'>2.1.<span>&nbsp;</span></span>B\u{E0}n giao</p>
            <div style='mso-element:footnote-list'><hr><div style='mso-element:footnote' id=ftn1>
            <p class=MsoFootnoteText><a href="#_ftnref1" name="_ftn1"><span>[1]</span></a> Theo quy ch&#7871;.</p></div></div>
            </body></html>
            """
        let bytes = html.unicodeScalars.flatMap { $0.value < 0x100 ? [UInt8($0.value)] : Array(String($0).utf8) }
        let transcript = try HtmlReader.read(bytes)
        #expect(transcript.texts == ["- Giao Sở Nội vụ chủ trì", "2.1. Bàn giao"])
        #expect(transcript.paragraphs[0].notes == [NoteMark(offset: "- Giao Sở Nội vụ".utf8.count, label: "1")])
        #expect(transcript.footnotes.map(\.label) == ["1"])
        #expect(transcript.footnotes[0].paragraphs.map(\.text) == ["Theo quy chế."])
    }

    @Test func theEncodingIsFoundWhateverThePageClaims() throws {
        let utf8 = try HtmlReader.read(Array("<meta charset=windows-1252><p>Điện Biên".utf8))
        #expect(utf8.texts == ["Điện Biên"])
        let utf16 = try HtmlReader.read(
            [0xFF, 0xFE] + "<p>Điện Biên".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
        #expect(utf16.texts == ["Điện Biên"])
        // windows-1258 writes the tone after its vowel.
        let page =
            Array("<meta charset=\"windows-1258\"><p>".utf8) + [
                0xD0, 0x69, 0xEA, 0xF2, 0x6E, 0x20, 0x42, 0x69, 0xEA, 0x6E,
            ]
        #expect(try HtmlReader.read(page).texts == ["Điện Biên"])
    }

    @Test func oldFontsAreTurnedIntoUnicode() throws {
        let transcript = try read(
            #"<p><font face=".VnTimeH">céng hßa</font> <span style="font-family:'VNI-Times',serif">ñoäc laäp</span></p>"#
        )
        #expect(transcript.texts == ["CỘNG HÒA độc lập"])
        #expect(transcript.repairs == [.legacyFont(.tcvn3), .legacyFont(.vni)])
    }
}
