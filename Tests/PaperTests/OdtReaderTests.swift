import Testing

@testable import Paper

struct OdtReaderTests {
    @Test func readsParagraphsWithTheirLook() throws {
        let styles = """
            <style:style style:name="Base" style:family="paragraph"><style:paragraph-properties fo:text-align="center"/>
            <style:text-properties fo:font-size="14pt" fo:font-weight="bold"/></style:style>
            <style:style style:name="P1" style:family="paragraph" style:parent-style-name="Base"/>
            <style:style style:name="T1" style:family="text"><style:text-properties fo:font-weight="normal"/></style:style>
            """
        let transcript = try OdtFile(
            body:
                #"<text:p text:style-name="P1">KẾ  HOẠCH</text:p><text:h text:outline-level="2">Mục<text:s text:c="3"/>tiêu"#
                + #"</text:h><text:p text:style-name="P1">Đậm <text:span text:style-name="T1">nhạt</text:span><text:line-break/>"#
                + "dòng<text:tab/>hai</text:p>",
            styles: styles
        ).transcript()
        #expect(transcript.texts == ["KẾ HOẠCH", "Mục tiêu", "Đậm nhạt\ndòng\thai"])
        #expect(transcript.lines == ["KẾ HOẠCH", "Mục tiêu", "Đậm nhạt", "dòng\thai"])
        #expect(transcript.paragraphs[0].style == Style(alignment: .centre, bold: true, italic: false, size: 14))
        #expect(transcript.paragraphs[1].style.heading == 2)
        #expect(transcript.paragraphs[2].style.bold == false)
    }

    @Test func listsAreNumberedAsTyped() throws {
        let styles = """
            <text:list-style style:name="L1">
            <text:list-level-style-number text:level="1" style:num-format="I" style:num-suffix="."/>
            <text:list-level-style-number text:level="2" style:num-format="1" style:num-suffix=")" text:display-levels="2"/>
            <text:list-level-style-bullet text:level="3" text:bullet-char="•"/></text:list-style>
            """
        func item(_ content: String) -> String { "<text:list-item>\(content)</text:list-item>" }
        let inner =
            "<text:list>" + item("<text:p>hai</text:p><text:p>tiếp</text:p>")
            + item("<text:list>" + item("<text:p>ba</text:p>") + "</text:list>") + "</text:list>"
        let transcript = try OdtFile(
            body: #"<text:list text:style-name="L1">"# + item("<text:p>một</text:p>" + inner)
                + item("<text:p>bốn</text:p>")
                + #"</text:list><text:p>giữa</text:p><text:list text:style-name="L1" text:continue-numbering="true">"#
                + item("<text:p>năm</text:p>") + #"</text:list><text:list text:style-name="L1">"#
                + item("<text:p>lại</text:p>")
                + "</text:list>",
            styles: styles
        ).transcript()
        #expect(
            transcript.texts == ["I. một", "I.1) hai", "tiếp", "- ba", "II. bốn", "giữa", "III. năm", "I. lại"])
    }

    @Test func tablesKeepTheirGrid() throws {
        let transcript = try OdtFile(
            body: "<table:table><table:table-column/><table:table-header-rows><table:table-row><table:table-cell>"
                + "<text:p>TT</text:p></table:table-cell><table:table-cell table:number-columns-spanned=\"2\">"
                + "<text:p>Việc</text:p></table:table-cell><table:covered-table-cell/></table:table-row>"
                + "</table:table-header-rows><table:table-row><table:table-cell table:number-rows-spanned=\"2\"><text:p>1</text:p>"
                + "</table:table-cell><table:table-cell><text:p>a</text:p></table:table-cell><table:table-cell><text:p>b</text:p>"
                + "</table:table-cell></table:table-row><table:table-row><table:covered-table-cell/><table:table-cell>"
                + "<text:p>c</text:p></table:table-cell><table:table-cell><text:p>d</text:p></table:table-cell>"
                + "</table:table-row></table:table>"
        ).transcript()
        let table = try #require(transcript.tables.first)
        #expect(table.headerRows == 1)
        #expect(table.rows[0].cells.map(\.columnSpan) == [1, 2])
        #expect(table.rows[1].cells.map(\.rowSpan) == [2, 1, 1])
        #expect(table.rows[2].cells.map(\.column) == [1, 2])
        #expect(transcript.lines == ["TT\tViệc", "1\ta\tb", "c\td"])
    }

    @Test func notesBoxesAndDeletionsFindTheirPlace() throws {
        let transcript = try OdtFile(
            body: "<text:tracked-changes><text:changed-region><text:deletion><text:p>đã xóa</text:p></text:deletion>"
                + "</text:changed-region></text:tracked-changes><text:p>Trước<text:note text:note-class=\"footnote\">"
                + "<text:note-citation>1</text:note-citation><text:note-body><text:p>Ghi chú</text:p></text:note-body></text:note>"
                + " sau<office:annotation><text:p>ý kiến</text:p></office:annotation><draw:frame><draw:text-box><text:p>MẬT</text:p>"
                + "</draw:text-box><svg:desc>ảnh</svg:desc></draw:frame></text:p>"
        ).transcript()
        #expect(transcript.texts == ["Trước sau", "MẬT"])
        #expect(transcript.paragraphs[0].notes == [NoteMark(offset: "Trước".utf8.count, label: "1")])
        #expect(transcript.footnotes.map { $0.paragraphs.map(\.text) } == [["Ghi chú"]])
    }

    @Test func theLetterheadInAHeaderComesFirst() throws {
        let header = "<text:p>ĐẢNG CỘNG SẢN VIỆT NAM</text:p>"
        let transcript = try OdtFile(
            body: "<text:p>Nội dung</text:p>",
            common:
                "<office:master-styles><style:master-page style:name=\"Standard\"><style:header>\(header)</style:header>"
                + "</style:master-page><style:master-page style:name=\"B\"><style:header>\(header)</style:header>"
                + "</style:master-page></office:master-styles>"
        ).transcript()
        #expect(transcript.texts == ["ĐẢNG CỘNG SẢN VIỆT NAM", "Nội dung"])
    }

    @Test func oldFontsAreTurnedIntoUnicode() throws {
        let styles = """
            <style:font-face style:name="F" svg:font-family="'VNI-Times'"/>
            <style:style style:name="P1" style:family="paragraph"><style:text-properties style:font-name="F"/></style:style>
            """
        let transcript = try OdtFile(body: #"<text:p text:style-name="P1">Coäng hoøa</text:p>"#, styles: styles)
            .transcript()
        #expect(transcript.texts == ["Cộng hòa"])
        #expect(transcript.repairs == [.legacyFont(.vni)])
    }
}
