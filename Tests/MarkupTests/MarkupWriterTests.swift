import Testing

@testable import Markup

@Suite struct MarkupWriterTests {
    private func html(_ body: (inout MarkupWriter) -> Void) -> String {
        var page = MarkupWriter(.html)
        body(&page)
        return String(decoding: page.bytes, as: UTF8.self)
    }

    private func xml(_ body: (inout MarkupWriter) -> Void) -> String {
        var page = MarkupWriter(.xml)
        body(&page)
        return String(decoding: page.bytes, as: UTF8.self)
    }

    @Test func elementsNestAndCloseThemselves() {
        let text = html { page in
            page.element("tr", .class("late")) { row in
                row.element("td", text: "Sở Y tế")
                row.element("td") { $0.text(12) }
            }
        }
        #expect(text == #"<tr class="late"><td>Sở Y tế</td><td>12</td></tr>"#)
    }

    @Test func textOfUsersCannotBecomeMarkup() {
        #expect(
            html { $0.element("p", text: "<script>a && b</script>") }
                == "<p>&lt;script&gt;a &amp;&amp; b&lt;/script&gt;</p>")
    }

    @Test func attributeValuesCannotEndTheAttribute() {
        #expect(
            html { $0.element("p", Attribute("title", #""><b a='&"#)) }
                == #"<p title="&quot;>&lt;b a='&amp;"></p>"#)
    }

    @Test(arguments: [
        "javascript:alert(1)", "JavaScript:alert(1)", " java\nscript:alert(1)", "data:text/html,x", "vbscript:x",
        "\u{1}javascript:x",
    ])
    func addressesThatRunScriptsAreLeftOut(address: String) {
        #expect(html { $0.element("a", .href(address), text: "xem") } == "<a>xem</a>")
    }

    @Test(arguments: [
        "/plans/7", "https://example.vn/a?b=c:d", "mailto:snv@example.vn", "#muc-2", "plans/2026:1?x", "?a=b:c",
    ])
    func ordinaryAddressesAreKept(address: String) {
        #expect(html { $0.element("a", .href(address)) } == "<a href=\"\(address)\"></a>")
    }

    @Test func voidElementsOfHTMLHaveNoEnd() {
        #expect(html { $0.element("br") } == "<br>")
        #expect(
            html { $0.element("input", Attribute("name", "q"), .flag("disabled")) } == #"<input name="q" disabled>"#)
        #expect(html { $0.element("td") } == "<td></td>")
    }

    @Test func emptyElementsOfXMLCloseAtOnce() {
        #expect(xml { $0.element("w:br", Attribute("w:type", "page")) } == #"<w:br w:type="page"/>"#)
        #expect(xml { $0.element("w:p") { $0.element("w:r") } } == "<w:p><w:r/></w:p>")
    }

    @Test func charactersThatXMLForbidsAreLeftOut() {
        #expect(xml { $0.element("t", text: "a\u{0}\u{b}b\tc\n") } == "<t>ab\tc\n</t>")
        #expect(xml { $0.element("t", Attribute("v", "a\u{1}\nb")) } == #"<t v="a&#10;b"/>"#)
    }

    @Test func declarationStandsFirst() {
        #expect(
            String(decoding: MarkupWriter(.xml, declaration: true).bytes, as: UTF8.self).hasPrefix(
                "<?xml version=\"1.0\""))
        #expect(String(decoding: MarkupWriter(.html, declaration: true).bytes, as: UTF8.self) == "<!DOCTYPE html>\n")
    }
}
