import Yams

/// Names from which those of invented people, bodies and places are put together.
struct InventedNames: Decodable {
    /// Two parts that are combined.
    struct Parts: Decodable {
        let first: [String]
        let last: [String]
    }

    /// Family names, the frequent ones first; and middle with given names of women and of men.
    let families: [String]
    let women: [String]
    let men: [String]
    /// Names of foreigners by country, "*" for all others.
    let foreigners: [String: Parts]
    /// Places abroad by country.
    let places: [String: [String]]
    /// Units of the province as documents name them, those that have most to do first.
    let units: [String]
    let communes: [String]
    /// Names of foreign non-governmental organisations.
    let charities: Parts
    /// Names of companies.
    let companies: Parts
    /// Subjects of visits and conferences.
    let subjects: [String]

    init() throws {
        self = try YAMLDecoder().decode(
            Self.self, from: String(decoding: PackageResources.invented_yaml, as: UTF8.self))
    }

    /// A Vietnamese name, "Nguyễn Thị Hương Lan", and whether it is a woman's.
    func person(_ chance: inout Chance) -> (name: String, isWoman: Bool) {
        let isWoman = chance.happens(50)
        return ("\(chance.early(of: families)) \(chance.one(of: isWoman ? women : men))", isWoman)
    }

    /// The name of a foreigner.
    func foreigner(_ country: String, _ chance: inout Chance) -> String {
        guard let parts = foreigners[country] ?? foreigners["*"] else { return country }
        return "\(chance.one(of: parts.first)) \(chance.one(of: parts.last))"
    }

    /// A place in a country, where one is known.
    func place(_ country: String, _ chance: inout Chance) -> String? { places[country].map { chance.one(of: $0) } }

    /// A name that no other number gives, as long as there are combinations.
    func name(_ number: Int, of parts: Parts) -> String {
        let (turn, place) = number.quotientAndRemainder(dividingBy: parts.first.count)
        return "\(parts.first[place]) \(parts.last[(place + turn) % parts.last.count])"
    }
}
