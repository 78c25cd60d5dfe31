import Plans
import Testing

struct WebAddressTests {
    @Test(arguments: [
        "https://haiphong.gov.vn/tin-tuc/chuyen-muc?trang=2#dau", "http://10.0.0.7:8080/bao-cao",
        "https://vi.wikipedia.org/wiki/Hải_Phòng",
        "https://haiphong.gov.vn",
    ])
    func acceptsPages(_ text: String) { #expect(WebAddress(text)?.text == text) }

    @Test func writesSchemeAndHostSmall() {
        #expect(WebAddress("HTTPS://HaiPhong.gov.vn/Tin")?.text == "https://haiphong.gov.vn/Tin")
    }

    @Test(arguments: [
        "", "haiphong.gov.vn", "ftp://haiphong.gov.vn", "javascript:alert(1)", "file:///etc/passwd", "https://",
        "https:///tin",
        "https://haiphong.gov.vn@evil.example/", "https://hai phong.vn", "https://haiphong.gov.vn/a b", "https://a..vn",
        "https://a.vn:0",
        "https://a.vn:99999", "https://a.vn/\u{202E}gpj.exe", "https://a.vn/<script>", "data:text/html,x",
    ])
    func refusesAnythingElse(_ text: String) { #expect(WebAddress(text) == nil) }
}
