import Foundation
package import Linkage
import Vietnamese

/// How carelessly a register is kept, in thousandths of the entries.
package struct Carelessness: Sendable {
    package var withoutBirth: Int
    package var yearOnly: Int
    package var withoutPlace: Int
    package var withoutContact: Int
    package var unaccented: Int
    package var westernOrder: Int
    package var marriedName: Int
    package var foreignGiven: Int
    package var slips: Int

    /// An office that looks after its register.
    package static let ordinary = Carelessness(
        withoutBirth: 60, yearOnly: 300, withoutPlace: 80, withoutContact: 250, unaccented: 300, westernOrder: 120,
        marriedName: 300, foreignGiven: 15, slips: 25)
    /// Lists from associations, embassies and events thrown together.
    package static let nasty = Carelessness(
        withoutBirth: 200, yearOnly: 400, withoutPlace: 150, withoutContact: 500, unaccented: 450, westernOrder: 250,
        marriedName: 500, foreignGiven: 30, slips: 40)
}

/// What an entry says truly of its person: of two entries only what both say truly can tell that they are one.
struct Facts: OptionSet {
    let rawValue: Int
    static let given = Facts(rawValue: 1)
    static let family = Facts(rawValue: 2)
    static let middles = Facts(rawValue: 4)
    static let accents = Facts(rawValue: 8)
    static let year = Facts(rawValue: 16)
    static let day = Facts(rawValue: 32)
    static let commune = Facts(rawValue: 64)
    static let province = Facts(rawValue: 128)
    static let country = Facts(rawValue: 256)
    static let email = Facts(rawValue: 512)
    static let telephone = Facts(rawValue: 1024)
    static let document = Facts(rawValue: 2048)
}

/// An entry of a person in a register, with what goes wrong in registers.
package struct InventedEntry: Sendable {
    /// From 1.
    package let record: Int64
    /// Whose entry it is.
    package let person: Int
    package private(set) var traits: PersonTraits
    private(set) var facts: Facts = []

    init(record: Int64, person number: Int, _ person: InventedPerson, _ care: Carelessness, _ dice: inout Dice) {
        self.record = record
        self.person = number
        traits = PersonTraits(name: "")
        traits.name = name(person, care, &dice)
        enterBirth(person, care, &dice)
        enterPlace(person, care, &dice)
        if !dice.happens(50) {
            let moved = dice.happens(50)
            traits.country = moved ? NameTables.countries.draw(&dice) : person.country
            if traits.country == person.country { facts.insert(.country) }
        }
        enterContact(person, care, &dice)
        if dice.happens(80) {
            traits.documents = [person.document]
            facts.insert(.document)
        }
    }

    private mutating func name(_ person: InventedPerson, _ care: Carelessness, _ dice: inout Dice) -> String {
        var family = person.family
        var given = person.given
        var middles = person.middles
        facts.formUnion([.given, .family, .middles, .accents])
        var isWestern = dice.happens(care.westernOrder)
        var behind: String?
        if let married = person.married, dice.happens(care.marriedName) {
            switch dice.below(10) {
            case 0..<6:
                family = married
                facts.remove(.family)
                isWestern = isWestern || dice.happens(800)
            case 6..<8: family = person.family + "-" + married
            default: behind = married
            }
        }
        if dice.happens(care.foreignGiven) {
            given = person.foreignGiven
            isWestern = true
            middles = []
            facts.subtract([.given, .middles])
        }
        if middles.isEmpty { facts.remove(.middles) }
        if !middles.isEmpty, dice.happens(isWestern ? 500 : 60) {
            middles = []
            facts.remove(.middles)
        } else if middles.count > 1, dice.happens(80) {
            middles.remove(at: dice.below(2))
            facts.remove(.middles)
        } else if dice.happens(50) {
            middles = middles.map { String($0.prefix(1)) + "." }
            facts.remove(.middles)
        }
        var words = isWestern ? [given] + middles + [family] : [family] + middles + [given]
        if let behind { words.append(behind) }
        if dice.happens(care.slips) {
            let at = dice.below(words.count)
            words[at] = Self.slip(words[at], &dice)
            if words[at].folded != person.given.folded, at == (isWestern ? 0 : words.count - 1) { facts.remove(.given) }
            if at == (isWestern ? words.count - 1 : 0) { facts.remove(.family) }
        }
        var name = words.joined(separator: " ")
        if dice.happens(isWestern ? 850 : care.unaccented) {
            name = Self.unaccented(name)
            facts.remove(.accents)
        } else if dice.happens(15) {
            name = name.replacingOccurrences(of: "ấ", with: "â").replacingOccurrences(of: "ị", with: "i")
        }
        if dice.happens(400) { name = Self.withOldToneMarks(name) }
        switch dice.below(20) {
        case 0: return name.uppercased()
        case 1: return name.decomposedStringWithCanonicalMapping
        case 2: return name.lowercased()
        default: return name
        }
    }

    private mutating func enterBirth(_ person: InventedPerson, _ care: Carelessness, _ dice: inout Dice) {
        guard !dice.happens(care.withoutBirth) else { return }
        var born = PersonTraits.Birth(year: person.year, month: person.month, day: person.day)
        facts.formUnion([.year, .day])
        switch dice.below(1000) {
        case 0..<20:
            born.year += dice.happens(500) ? 1 : -1
            facts.remove(.year)
        case 20..<26:
            born.year += dice.one(of: [-10, 10, 9, -9])
            facts.remove(.year)
        case 26..<41:
            (born.month, born.day) = (person.day <= 12 ? person.day : person.month, person.month)
            facts.remove(.day)
        case 41..<50:
            born.day = 1 + dice.below(28)
            facts.remove(.day)
        case 50..<70:
            (born.month, born.day) = (1, 1)
            facts.remove(.day)
        default: break
        }
        if dice.happens(care.yearOnly) {
            (born.month, born.day) = (nil, nil)
            facts.remove(.day)
        }
        traits.born = born
    }

    private mutating func enterPlace(_ person: InventedPerson, _ care: Carelessness, _ dice: inout Dice) {
        guard !dice.happens(care.withoutPlace) else { return }
        var origin = PersonTraits.Origin(province: "Province \(person.province)")
        facts.insert(.province)
        if !dice.happens(100) {
            // Half of the communes were called otherwise before; the office mostly knows what became of a name.
            let isOld = person.commune % 2 == 0 && dice.happens(300)
            let today = "Commune \(person.commune)"
            origin.commune = isOld ? "Former \(person.commune) \(dice.below(2))" : today
            if isOld, dice.happens(700) { origin.communeAlso = today }
            if dice.happens(25) { origin.commune = "Commune \(dice.below(114))" }
            if origin.commune == today || origin.communeAlso == today { facts.insert(.commune) }
            if dice.happens(300) { origin.commune = origin.commune.map { "xã " + $0.uppercased() } }
            if dice.happens(200) { origin.province = nil }
        }
        traits.origin = origin
    }

    private mutating func enterContact(_ person: InventedPerson, _ care: Carelessness, _ dice: inout Dice) {
        guard !dice.happens(care.withoutContact) else { return }
        let kinds = dice.below(10)
        if kinds < 7 {
            let isNew = dice.happens(150)
            let email = isNew ? person.newEmail(&dice, 1_000_000 + Int(record)) : person.email
            traits.emails = [dice.happens(200) ? email.uppercased() : email]
            if !isNew { facts.insert(.email) }
        }
        if kinds >= 4 {
            let isNew = dice.happens(200)
            var number = isNew ? InventedPerson.telephone(person.country, &dice) : person.telephone
            if dice.happens(300) { number = "00" + number.dropFirst() }
            if dice.happens(200) { number = "0" + number.suffix(9) }
            if dice.happens(300) {
                number = number.prefix(6) + " " + number.dropFirst(6).prefix(3) + "-" + number.dropFirst(9)
            }
            traits.telephones = [number]
            if !isNew { facts.insert(.telephone) }
        }
    }

    /// The entry as a line of a table for a general tool: names cut at spaces, folded, as its documentation advises.
    package var columns: [String] {
        let words = traits.name.folded.split { !$0.isLetter && $0 != "." }.map(String.init)
        let first = words.first ?? ""
        let last = words.count > 1 ? words[words.count - 1] : ""
        let born = traits.born
        let day = born.flatMap { born in
            born.month.flatMap { month in
                born.day.map { [born.year, month, $0].map(String.init).joined(separator: "-") }
            }
        }
        let commune = (traits.origin?.communeAlso ?? traits.origin?.commune)?.folded.replacingOccurrences(
            of: "xa ", with: "")
        return [
            String(record), last, first, words.dropFirst().dropLast().joined(separator: " "),
            words.sorted().joined(separator: " "), born.map { String($0.year) } ?? "", day ?? "", commune ?? "",
            traits.origin?.province ?? "", traits.country ?? "", traits.emails.first?.lowercased() ?? "",
            traits.telephones.first.map { String($0.filter(\.isNumber).suffix(8)) } ?? "", traits.documents.first ?? "",
        ]
    }

    /// The names of ``columns``.
    package static let columnNames = [
        "unique_id", "given", "family", "middle", "name_key", "birth_year", "birth_day", "commune", "province",
        "country",
        "email", "telephone", "document",
    ]

    /// Without accents and with capitals as they were.
    private static func unaccented(_ name: String) -> String {
        name.split(separator: " ").map { word in
            let folded = String(word).folded
            return word.first?.isUppercase == true ? folded.prefix(1).uppercased() + folded.dropFirst() : folded
        }.joined(separator: " ")
    }

    private static func withOldToneMarks(_ name: String) -> String {
        let pairs = [
            ("òa", "oà"), ("óa", "oá"), ("ỏa", "oả"), ("ọa", "oạ"), ("ùy", "uỳ"), ("úy", "uý"), ("ủy", "uỷ"),
            ("ụy", "uỵ"),
        ]
        return name.split(separator: " ").map { word in
            for (new, old) in pairs where word.hasSuffix(new) && !word.lowercased().hasPrefix("q") {
                return word.dropLast(2) + old
            }
            return String(word)
        }.joined(separator: " ")
    }

    /// One letter wrong, left out, doubled or exchanged with the next.
    private static func slip(_ word: String, _ dice: inout Dice) -> String {
        var letters = Array(word)
        guard letters.count > 2 else { return word }
        let at = 1 + dice.below(letters.count - 1)
        switch dice.below(4) {
        case 0: letters[at] = dice.one(of: Array("aeiouhgnmtlcr"))
        case 1: letters.remove(at: at)
        case 2: letters.insert(letters[at], at: at)
        default: letters.swapAt(at, max(1, at - 1))
        }
        return String(letters)
    }
}
