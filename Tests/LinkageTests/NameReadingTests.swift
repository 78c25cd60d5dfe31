import Testing

@testable import Linkage

struct NameReadingTests {
    /// The likeliest reading: family names, middle names, given name.
    private func reading(_ name: String) -> String {
        guard let best = NameReading.all(of: name).max(by: { $0.share < $1.share }) else { return "" }
        return [
            best.families.map(\.text).joined(separator: "+"), best.middles.map(\.text).joined(separator: " "),
            best.given?.text ?? "",
        ].joined(separator: "|")
    }

    @Test(arguments: [
        ("Nguyễn Thị Lan", "nguyễn|thị|lan"),
        ("LAN THI NGUYEN", "nguyen|thi|lan"),
        ("Lan Nguyen", "nguyen||lan"),
        ("Nguyen, Lan", "nguyen||lan"),
        ("Bà Trần Thị Hoà", "trần|thị|hòa"),
        ("Hoang Thi Bao Uyen", "hoang|thi bao|uyen"),
        ("Lan Tanaka", "tanaka||lan"),
        ("Lan Nguyen-Schmidt", "nguyen+schmidt||lan"),
        ("Nguyen Thi Lan Tanaka", "nguyen+tanaka|thi|lan"),
        ("Lan Tanaka (née Nguyễn)", "tanaka+nguyễn||lan"),
        ("Lan Tanaka née Nguyen", "tanaka+nguyen||lan"),
        ("Ng. T. Lan", "nguyễn|t|lan"),
    ])
    func `the family name is found before or behind`(name: String, expected: String) {
        #expect(reading(name) == expected)
    }

    @Test func `a name that may be read in two ways is read in both, the likelier first`() {
        let readings = NameReading.all(of: "Hoang Le")
        #expect(Set(readings.compactMap(\.given?.text)) == ["hoang", "le"])
        #expect(abs(readings.reduce(0) { $0 + $1.share } - 1) < 1e-9)
        #expect(NameReading.all(of: "Nguyễn Văn An").count == 1)
    }

    @Test(arguments: ["", " ", ",", "( )", "123", "-"])
    func `what is no name has no reading`(name: String) {
        #expect(NameReading.all(of: name).isEmpty)
    }
}
