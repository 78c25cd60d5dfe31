import Testing
import Vietnamese
import Wording

@testable import Registers

@Suite("Countries")
struct CountriesTests {
    private let countries: Countries

    init() throws { countries = try Countries.shipped() }

    @Test func `Each has a name in the five languages, a continent and a place on the map`() {
        #expect(countries.all.count == 249)
        #expect(countries.all.map(\.code) == countries.all.map(\.code).sorted())
        for country in countries.all {
            #expect(country.code.wholeMatch(of: /[A-Z]{2}/) != nil)
            #expect(country.vietnamese == country.vietnamese.nfc && !country.vietnamese.contains("đại lục"))
            #expect(country.foreign.keys.sorted() == ["en", "ja", "ko", "zh"])
            #expect(country.centre.count == 2 && abs(country.centre[0]) <= 180 && abs(country.centre[1]) <= 90)
            #expect(["asia", "europe", "americas", "africa", "oceania", "antarctica"].contains(country.continent))
        }
    }

    @Test func `No two are written alike`() {
        let names = countries.all.flatMap { [$0.vietnamese] + $0.also }
        #expect(Set(names.map { $0.lowercased() }).count == names.count)
    }

    @Test(arguments: [
        ("CN", "Trung Quốc"), ("KR", "Hàn Quốc"), ("US", "Hoa Kỳ"), ("RU", "Liên bang Nga"), ("LA", "Lào"),
        ("TW", "Đài Loan (Trung Quốc)"), ("PS", "Palestine"), ("NO", "Na Uy"),
    ])
    func `They are named as the Ministry does`(code: String, name: String) {
        #expect(countries[code]?.name(.vi) == name)
        #expect(countries[code]?.isTerritory == (code == "TW"))
    }
}
