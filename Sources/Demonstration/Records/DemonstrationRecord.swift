import Registers
import WorkCalendar

/// An invented record of a register: what somebody typed, when, and the steps it went since.
struct DemonstrationRecord: Sendable, Equatable {
    /// The register's key.
    let register: String
    /// The day on which it was recorded.
    let recorded: Day
    /// What it says, as programs write it (``FieldValue``); but a unit by its name, a record of another register as "#3", the third
    /// of that register, and no file.
    let fields: [String: String]
    /// Its lines, by the key of their kind.
    let lines: [String: [[String: String]]]
    /// The moves that were made, in their order.
    let moves: [String]
}

/// Where the invented records are written, year by year, with what all of them are made of.
struct InventedBook {
    private(set) var records: [DemonstrationRecord] = []
    var chance = Chance(2025)
    let names: InventedNames
    private let known: Countries
    private var counts: [String: Int] = [:]

    /// The office has these books since it was founded; what is older was taken over from those of before.
    private static let opened = Demonstration.day(2025, 7, 3)

    /// Codes of countries, the nearest partners first.
    static let countries: [String] = """
        CN KR JP LA US RU DE TW FR SG AU GB CZ TH KH CA IN MY NL PL IT BE SE FI DK NO CH AT HU BG ID PH UA SK ES PT GR TR IL AE SA
        QA KW NZ CU BY KZ UZ AM MX BR AR BN MM RO IE AO MZ EG MA DZ TN ZA NG GH KE CL CO PE PA TL MN BD LK PK NP MV OM IR AZ GE
        LT LV EE HR RS SI LU CY JO LB ET TZ UG CM CI SN TG MG VE UY EC FJ PG IQ HK MO
        """.split(whereSeparator: \.isWhitespace).map(String.init)

    init() throws {
        names = try InventedNames()
        known = try Countries.shipped()
    }

    /// The Vietnamese name of a country.
    func country(_ code: String) -> String { known[code]?.vietnamese ?? code }

    /// Writes a record; what is `nil` is not said.
    mutating func add(
        _ register: String, on day: Day, _ fields: [String: String?], lines: [String: [[String: String]]] = [:],
        moves: [String] = []
    ) {
        counts[register, default: 0] += 1
        records.append(
            DemonstrationRecord(
                register: register, recorded: max(Self.opened, min(day.adding(days: 2), Demonstration.today)),
                fields: fields.compactMapValues { $0 }, lines: lines, moves: moves))
    }

    /// One of the records of a register: "#3".
    mutating func reference(_ register: String) -> String { "#\(1 + chance.below(counts[register] ?? 1))" }

    /// How many records a register has by now.
    func count(_ register: String) -> Int { counts[register] ?? 0 }

    /// A unit of the province: mostly those that have to do with foreigners.
    mutating func unit() -> String { chance.early(of: names.units) }

    /// A commune of the province.
    mutating func commune() -> String { chance.one(of: names.communes) }
}

/// A stretch of time about which records are invented, and how many of each kind.
struct Season {
    let first: Day
    let last: Day

    /// Whether a day has come.
    static func isPast(_ day: Day) -> Bool { day <= Demonstration.today }

    /// The year before the office was founded, as it was taken over.
    static let before = Season(first: Demonstration.day(2024, 1, 1), last: Demonstration.day(2024, 12, 31))
    /// The year of the annual report.
    static let reported = Season(first: Demonstration.day(2025, 1, 1), last: Demonstration.day(2025, 12, 31))
    /// This year, as far as it has gone.
    static let current = Season(first: Demonstration.day(2026, 1, 1), last: Demonstration.today)
}
