import RegisterData
package import Wording
import Yams

/// A country or territory of ISO 3166-1.
package struct Country: Hashable, Sendable {
    /// Two letters: "LA".
    package let code: String
    /// As the Ministry of Foreign Affairs writes it: "Lào".
    package let vietnamese: String
    /// In other languages of the portal, by their code: "en", "zh", "ja", "ko".
    package let foreign: [String: String]
    /// Other ways of writing the Vietnamese name.
    package let also: [String]
    /// "asia"
    package let continent: String
    /// Whether it is no state: "quốc gia và vùng lãnh thổ".
    package let isTerritory: Bool
    /// Where its mark stands on a map: longitude and latitude in degrees.
    package let centre: [Double]

    /// In a language of the office.
    package func name(_ language: Catalogue.Language) -> String {
        language == .vi ? vietnamese : foreign["en"] ?? vietnamese
    }
}

/// All countries, and how they are found.
package struct Countries: Sendable {
    /// In the order of their codes.
    package let all: [Country]
    private let byCode: [String: Int]

    /// Those that the product comes with.
    /// - Throws: where the file is malformed, which a test forbids.
    package static func shipped() throws -> Countries { try Countries(yaml: RegisterFiles.countries) }

    init(yaml: [UInt8]) throws {
        let file = try YAMLDecoder().decode(CountryFile.self, from: String(decoding: yaml, as: UTF8.self))
        all = file.countries.map { row in
            Country(
                code: row.code, vietnamese: row.names["vi"] ?? row.code, foreign: row.names.filter { $0.key != "vi" },
                also: row.also ?? [], continent: row.continent, isTerritory: row.territory ?? false, centre: row.centre)
        }
        byCode = Dictionary(all.enumerated().map { ($1.code, $0) }) { first, _ in first }
    }

    /// By the code.
    package subscript(code: String) -> Country? { byCode[code].map { all[$0] } }
}

private struct CountryFile: Decodable {
    struct Row: Decodable {
        let code: String
        let names: [String: String]
        let also: [String]?
        let continent: String
        let territory: Bool?
        let centre: [Double]
    }

    let countries: [Row]
}
