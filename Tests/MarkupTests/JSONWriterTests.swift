import Testing

@testable import Markup

@Suite struct JSONWriterTests {
    private func written(indentation: Int = 0, _ body: (inout JSONWriter) -> Void) -> String {
        var json = JSONWriter(indentation: indentation)
        json.object(body)
        return String(decoding: json.bytes, as: UTF8.self)
    }

    @Test func membersKeepTheOrderInWhichTheyAreWritten() {
        let text = written { json in
            json.member("symbol", "KH-UBND")
            json.member("pages", 7)
            json.member("approximate", false)
        }
        #expect(text == #"{"symbol":"KH-UBND","pages":7,"approximate":false}"#)
    }

    @Test func absentIsNull() {
        #expect(written { $0.member("number", String?.none) } == #"{"number":null}"#)
    }

    @Test func objectsAndArraysNest() {
        let text = written { json in
            json.array("at") { json in
                json.element { $0.member("line", 3) }
                json.element { $0.member("line", 9) }
            }
            json.array("rows") { json in json.elements { $0.element("1") } }
            json.object("signer") { _ in }
            json.member("lead", [String]())
        }
        #expect(text == #"{"at":[{"line":3},{"line":9}],"rows":[["1"]],"signer":{},"lead":[]}"#)
    }

    @Test func indentedTextPutsEachMemberOnItsLine() {
        let text = written(indentation: 2) { json in
            json.member("number", "11/CT-TTg")
            json.member("lead", ["Sở Ngoại vụ"])
            json.member("coordinate", [String]())
        }
        #expect(
            text == """
                {
                  "number": "11/CT-TTg",
                  "lead": [
                    "Sở Ngoại vụ"
                  ],
                  "coordinate": []
                }
                """)
    }

    @Test(arguments: [
        ("Sở Công Thương", #""Sở Công Thương""#),
        (#"chương trình "Xuân quê hương""#, #""chương trình \"Xuân quê hương\"""#),
        ("C:\\tệp", #""C:\\tệp""#),
        ("hai\ndòng\tcột\r", #""hai\ndòng\tcột\r""#),
        ("\u{1}\u{1b}\u{7f}", #""\u0001\u001b\u007f""#),
    ])
    func stringsAreEscaped(text: String, expected: String) {
        #expect(written { $0.member("t", text) } == "{\"t\":\(expected)}")
    }

    @Test(arguments: [
        (365.0, "365"), (-4, "-4"), (0, "0"), (12.5, "12.5"), (0.1, "0.1"), (1e15, "1000000000000000"),
        (.infinity, "null"), (.nan, "null"),
    ])
    func wholeNumbersHaveNoFraction(value: Double, expected: String) {
        #expect(written { $0.member("value", value) } == "{\"value\":\(expected)}")
    }
}
