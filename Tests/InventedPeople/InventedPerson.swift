import Vietnamese

/// A human being who does not exist, as the truth has it.
struct InventedPerson: Sendable {
    var isWoman: Bool
    var family: String
    var middles: [String]
    var given: String
    /// A husband's family name, that she bears abroad.
    var married: String?
    /// The name that colleagues abroad know.
    var foreignGiven: String
    var year: Int
    var month: Int
    var day: Int
    /// A number of a commune, and of its province.
    var commune: Int
    var province: Int
    var country: String
    var email: String
    var telephone: String
    var document: String

    init(_ dice: inout Dice, number: Int) {
        isWoman = dice.happens(540)
        family = NameTables.families.draw(&dice)
        given = (isWoman ? NameTables.women : NameTables.men).draw(&dice)
        middles = Self.middles(isWoman, &dice)
        married = nil
        foreignGiven = NameTables.foreignGivens.draw(&dice)
        // Those born between 1960 and 2000 are most of those abroad.
        year = 1940 + (dice.below(35) + dice.below(35))
        month = 1 + dice.below(12)
        day = 1 + dice.below(28)
        // Two thirds come from the province of the register, from some communes more than from others.
        if dice.happens(660) {
            province = 0
            commune = dice.below(114) * dice.below(114) / 114
        } else {
            province = 1 + dice.below(33)
            commune = 200 + province * 90 + dice.below(90)
        }
        country = NameTables.countries.draw(&dice)
        email = ""
        telephone = Self.telephone(country, &dice)
        document = "N" + String(1_000_000 + dice.below(8_999_999))
        if isWoman, dice.happens(250) {
            married = (dice.happens(650) ? NameTables.foreignFamilies : NameTables.families).draw(&dice)
        }
        email = newEmail(&dice, number)
    }

    /// A brother or sister: the hardest to tell from the same person.
    init(siblingOf other: InventedPerson, _ dice: inout Dice, number: Int) {
        self.init(&dice, number: number)
        family = other.family
        commune = other.commune
        province = other.province
        if dice.happens(500) { country = other.country }
        if isWoman == other.isWoman, dice.happens(500) { middles = other.middles }
        if dice.happens(300) { telephone = other.telephone }
        if dice.happens(60) { email = other.email }
        if dice.happens(20) {
            (year, month, day) = (other.year, other.month, other.day)
        } else {
            year = other.year + dice.below(15) - 7
        }
        while given.folded == other.given.folded { given = (isWoman ? NameTables.women : NameTables.men).draw(&dice) }
    }

    /// Nobody else's.
    func newEmail(_ dice: inout Dice, _ number: Int) -> String {
        let base = [given.folded + family.folded, family.folded + "." + given.folded, given.folded][dice.below(3)]
        return base + String(number) + "@" + NameTables.servers.draw(&dice)
    }

    static func telephone(_ country: String, _ dice: inout Dice) -> String {
        "+" + (NameTables.dialing[country] ?? "84") + String(100_000_000 + dice.below(899_999_999))
    }

    private static func middles(_ isWoman: Bool, _ dice: inout Dice) -> [String] {
        let table = isWoman ? NameTables.middlesOfWomen : NameTables.middlesOfMen
        if dice.happens(15) { return [] }
        let first = table.draw(&dice)
        guard dice.happens(isWoman ? 420 : 220) else { return [first] }
        var second = table.draw(&dice)
        while second == first || second == "Thị" || second == "Văn" { second = table.draw(&dice) }
        return [first, second]
    }
}
