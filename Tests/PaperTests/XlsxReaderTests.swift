import Testing

@testable import Paper

struct XlsxReaderTests {
    @Test func aSheetIsATableWithTheLinesAroundItAsParagraphs() throws {
        let transcript = try XlsxFile(
            sheets: [
                (
                    "Sheet1",
                    #"<row r="1"><c r="B1" t="s"><v>0</v></c></row><row r="3"><c r="B3" t="s"><v>1</v></c><c r="C3" t="s"><v>2</v></c></row>"#
                        + #"<row r="4"><c r="B4"><v>1</v></c><c r="C4" t="inlineStr"><is><r><t>Rà </t></r><r><t>soát</t></r></is></c></row>"#
                        + #"<row r="5"><c r="B5" t="str"><v>Ghi chú</v></c></row>"#,
                    #"<mergeCells><mergeCell ref="C3:D3"/><mergeCell ref="B1:D1"/></mergeCells>"#
                )
            ], strings: ["DANH MỤC NHIỆM VỤ", "TT", "Nhiệm vụ"]
        ).transcript()
        #expect(transcript.texts == ["DANH MỤC NHIỆM VỤ", "Ghi chú"])
        #expect(transcript.tables.map(\.texts) == [[["TT", "Nhiệm vụ"], ["1", "Rà soát"]]])
        #expect(transcript.tables[0].rows[0].cells.map(\.column) == [0, 1])
        #expect(transcript.tables[0].rows[0].cells.map(\.columnSpan) == [1, 2])
        #expect(transcript.lines == ["DANH MỤC NHIỆM VỤ", "TT\tNhiệm vụ", "1\tRà soát", "Ghi chú"])
    }

    @Test func severalSheetsAreNamed() throws {
        let row = #"<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row>"#
        let transcript = try XlsxFile(sheets: [("Biểu 01", row, ""), ("Trống", "", ""), ("Biểu 02", row, "")])
            .transcript()
        #expect(transcript.texts == ["Biểu 01", "Biểu 02"])
        #expect(transcript.tables.count == 2)
    }

    @Test(arguments: [
        ("General", 1234.5, "1234,5"), ("General", 0.1 + 0.2, "0,3"), ("General", 2026, "2026"),
        ("General", -0.5, "-0,5"),
        ("#,##0", 1_234_567, "1.234.567"), ("#,##0.00", 1234.5, "1.234,50"), ("0%", 0.125, "13%"),
        ("0.0%", 0.125, "12,5%"),
        ("0.00", -3.14159, "-3,14"), ("dd/mm/yyyy", 46_204, "01/07/2026"), ("[$-42A]d mmmm yyyy", 46_204, "01/07/2026"),
        ("mm/yyyy", 46_204, "07/2026"), ("dd/mm/yyyy hh:mm", 46_204.6875, "01/07/2026 16:30"), ("h:mm", 0.5, "12:00"),
        ("\"ngày\" d", 46_204, "01"), ("yyyy-mm-dd", 59, "28/02/1900"), ("yyyy-mm-dd", 61, "01/03/1900"), ("@", 7, "7"),
        ("_(* #,##0_);_(* (#,##0)", 5000, "5.000"),
    ]) func valuesAreShownTheVietnameseWay(code: String, value: Double, shown: String) {
        #expect(NumberFormat(code: code == "General" ? "" : code).write(value, from1904: false) == shown)
    }

    @Test func formatsAreFoundByTheCellsStyle() throws {
        let styles = """
            <numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs>
            <cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="3"/><xf numFmtId="14"/></cellXfs>
            """
        let cells = (0..<4).map { #"<c r="\#(["A", "B", "C", "D"][$0])1" s="\#($0)"><v>46204</v></c>"# }.joined()
        let transcript = try XlsxFile(sheets: [("S", "<row>\(cells)</row>", "")], styles: styles).transcript()
        #expect(transcript.tables[0].texts == [["46204", "01/07/2026", "46.204", "01/07/2026"]])
    }

    @Test func daysCountFrom1904WhereTheWorkbookSays() {
        #expect(NumberFormat(builtIn: 14).write(0, from1904: true) == "01/01/1904")
        #expect(NumberFormat(builtIn: 14).write(44_742, from1904: true) == "01/07/2026")
    }
}
