@testable import Paper

/// One small document of each format that uses everything its reader knows.
enum RichSamples {
    static let word = WordFile(
        p("KẾ HOẠCH", #"<w:pStyle w:val="H"/><w:jc w:val="center"/>"#, run: "<w:b/><w:caps/>")
            + p("Mục", #"<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>"#)
            + "<w:p><w:ins>" + r("thêm")
            + "</w:ins><w:del><w:r><w:delText>bớt</w:delText></w:r></w:del><w:r><w:tab/><w:br/>"
            + #"<w:sym w:font="Wingdings" w:char="F0FC"/><w:footnoteReference w:id="2"/><w:fldChar w:fldCharType="begin"/>"#
            + #"<w:fldChar w:fldCharType="end"/></w:r></w:p><w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps">"#
            + "<w:txbxContent>" + p("hộp") + "</w:txbxContent></mc:Choice></mc:AlternateContent></w:r></w:p>"
            + "<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr>" + tc(p("TT"), #"<w:vMerge w:val="restart"/>"#)
            + tc(p("céng hßa", run: #"<w:rFonts w:hAnsi=".VnTimeH"/>"#), #"<w:gridSpan w:val="2"/>"#) + "</w:tr><w:tr>"
            + tc(p(""), "<w:vMerge/>")
            + tc(p("ab\u{301}") + "<w:tbl><w:tr>" + tc(p("trong")) + "</w:tr></w:tbl>" + p(""))
            + "</w:tr></w:tbl>" + #"<w:sectPr><w:headerReference w:type="first" r:id="rId9"/><w:titlePg/></w:sectPr>"#,
        styles: #"<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="28"/></w:rPr></w:rPrDefault></w:docDefaults>"#
            + #"<w:style w:type="paragraph" w:styleId="H"><w:name w:val="heading 1"/><w:basedOn w:val="N"/></w:style>"#
            + #"<w:style w:type="paragraph" w:styleId="N" w:default="1"><w:name w:val="Normal"/><w:basedOn w:val="H"/></w:style>"#,
        numbering:
            #"<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/>"#
            + #"<w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>"#,
        footnotes: #"<w:footnote w:id="2">"# + p("ghi chú") + "</w:footnote>", header: p("MẬT"))

    static let odt = OdtFile(
        body: #"<text:h text:outline-level="1">Mục</text:h><text:list text:style-name="L"><text:list-item><text:p>một"#
            + #"<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>ghi</text:p></text:note-body>"#
            + #"</text:note><text:s text:c="2"/><text:tab/><text:line-break/></text:p></text:list-item></text:list><table:table>"#
            + #"<table:table-row><table:table-cell table:number-columns-spanned="2" table:number-rows-spanned="2"><text:p>a"#
            + #"</text:p></table:table-cell><table:covered-table-cell/><table:table-cell><text:p>b</text:p></table:table-cell>"#
            + #"</table:table-row><table:table-row><table:table-cell table:number-columns-repeated="3"/></table:table-row>"#
            + "</table:table><text:p><draw:frame><draw:text-box><text:p>hộp</text:p></draw:text-box></draw:frame></text:p>",
        styles: #"<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="1""#
            + #" style:num-suffix="." text:start-value="3" text:display-levels="1"/></text:list-style>"#,
        common: #"<style:style style:name="P" style:family="paragraph" style:parent-style-name="P"/>"#)

    static let xlsx = XlsxFile(
        sheets: [
            (
                "Biểu",
                #"<row r="1"><c r="A1" t="s"><v>0</v></c></row><row r="2"><c r="A2" s="1"><v>46204</v></c><c r="B2" t="s">"#
                    + #"<v>1</v></c><c r="C2" s="2"><v>0.5</v></c></row>"#,
                #"<mergeCells><mergeCell ref="A1:C1"/></mergeCells>"#
            )
        ], strings: ["Danh mục", "Việc"],
        styles: #"<numFmts><numFmt numFmtId="170" formatCode="dd/mm/yyyy"/></numFmts><cellXfs><xf numFmtId="0"/>"#
            + #"<xf numFmtId="170"/><xf numFmtId="10"/></cellXfs>"#)

    static let html = Array(
        """
        <html><head><meta charset="utf-8"><style>p{}</style></head><body><h1 align=center>KẾ HOẠCH</h1><p style="text-align:
        right;font-size:13pt"><b>đậm</b> <i>nghiêng</i><br>dòng&nbsp;hai &#7841; &amp;<a href="#_ftn1">[1]</a></p><ol start=2
        type=a><li>một<li value=7>hai</ol><![if !x]><table><thead><tr><th colspan=2 rowspan=2>TT</th><th>b</th></tr></thead>
        <tr><td>c<table><tr><td>d</table></td></tr></table><![endif]><pre>x\n y</pre><span style="display:none">ẩn</span>
        <div style='mso-element:footnote' id=ftn1><p>ghi chú</p></div><script>1<2</script></body></html>
        """.utf8)
}
