import WorkCalendar

/// Cases of citizens abroad and of foreigners here, and who of them lives here.
extension InventedBook {
    mutating func protectAndAssist() {
        for (season, cases, citizens) in [(Season.before, 31, 74), (.reported, 39, 103), (.current, 33, 81)] {
            protect(season, cases, citizens)
        }
        for (season, cases, persons) in [(Season.before, 52, 66), (.reported, 65, 87), (.current, 58, 75)] {
            assist(season, cases, persons)
        }
        let counted = Demonstration.day(2025, 11, 30)
        settle(people: 18_450, countries: 98, on: Demonstration.day(2024, 11, 30), replaced: counted)
        settle(people: 20_000, countries: 104, on: counted)
        guardSea()
    }

    private mutating func protect(_ season: Season, _ cases: Int, _ citizens: Int) {
        let parts = chance.parts(of: citizens, among: cases)
        for (number, day) in chance.days(cases, from: season.first, to: season.last).enumerated() {
            let kind = chance.one(of: ["death", "accident", "law", "law", "arrest", "labour", "trafficking", "papers"])
            let isClosed = Season.isPast(day.adding(days: 35))
            let place = parts[number] > 6 ? "fishermen" : kind
            add(
                "citizen-protection", on: day,
                [
                    "reference": Self.reference("BHCD", day.year, number), "kind": place,
                    "country": chance.early(of: Array(Self.countries.prefix(18))), "received": day.description,
                    "informant": chance.one(of: ["mission", "consular-department", "family"]), "urgency": "normal",
                    "handler": "Sở Ngoại vụ", "officer": names.person(&chance).name,
                    "account": "Gia đình đề nghị hỗ trợ; đã liên hệ cơ quan đại diện.",
                    "first-answer": day.adding(days: 1).description,
                    "closed-on": isClosed ? day.adding(days: 9 + chance.below(24)).description : nil,
                    "outcome": isClosed ? chance.one(of: ["returned", "released", "informed"]) : nil,
                ],
                lines: [
                    "citizens": (0..<parts[number]).map { _ in citizen(kind) },
                    "contacts": [
                        [
                            "held": day.description, "time": "0\(8 + chance.below(2)):30", "means": "telephone",
                            "with-whom": "Thân nhân", "subject": "Tiếp nhận đề nghị của gia đình",
                        ]
                    ],
                ], moves: isClosed ? ["close"] : [])
        }
    }

    private static func reference(_ prefix: String, _ year: Int, _ number: Int) -> String {
        "\(prefix)-\(year)-\(String(String(1001 + number).suffix(3)))"
    }

    private mutating func citizen(_ kind: String) -> [String: String] {
        let (name, isWoman) = names.person(&chance)
        return [
            "name": name, "born": "\(1970 + chance.below(36))", "sex": isWoman ? "female" : "male", "home": commune(),
            "passport": "C\(1_000_000 + chance.below(8_999_999))",
            "condition": kind == "death" ? "dead" : kind == "arrest" ? "held" : "well",
        ]
    }

    private mutating func assist(_ season: Season, _ cases: Int, _ persons: Int) {
        let parts = chance.parts(of: persons, among: cases)
        for (number, day) in chance.days(cases, from: season.first, to: season.last).enumerated() {
            let country = chance.early(of: Array(Self.countries.prefix(26))),
                isClosed = Season.isPast(day.adding(days: 25))
            let kind = chance.one(of: ["death", "law", "law", "accident", "help", "dispute"])
            add(
                "foreigner-cases", on: day,
                [
                    "reference": Self.reference("LSNN", day.year, number), "kind": kind, "nationalities": country,
                    "received": day.description, "place": commune(), "handler": "Sở Ngoại vụ",
                    "mission-notified": day.adding(days: 1).description,
                    "account": "Công an địa phương thông báo; đã phối hợp xử lý.",
                    "closed-on": isClosed ? day.adding(days: 5 + chance.below(18)).description : nil,
                ],
                lines: [
                    "persons": (0..<parts[number]).map { _ in
                        [
                            "name": names.foreigner(country, &chance), "nationality": country,
                            "born": "\(1960 + chance.below(44))", "passport": "E\(1_000_000 + chance.below(8_999_999))",
                        ]
                    }
                ], moves: isClosed ? ["close"] : [])
        }
    }

    private mutating func settle(people: Int, countries: Int, on day: Day, replaced: Day? = nil) {
        let parts = chance.parts(of: people, among: countries, least: 2).sorted(by: >)
        for (country, people) in zip(Self.countries, parts) {
            add(
                "foreign-residents", on: day,
                [
                    "subject": "Người \(self.country(country)) tại địa bàn, \(day.year)", "nationality": country,
                    "as-of": day.description, "replaced": replaced?.description, "people": "\(people)",
                    "workers": "\(people / 2)", "students": "\(people / 12)", "source": "police",
                ])
        }
    }

    private mutating func guardSea() {
        for season in [Season.before, .reported, .current] {
            for (number, day) in chance.days(7, from: season.first, to: season.last).enumerated() {
                let isClosed = Season.isPast(day.adding(days: 40))
                add(
                    "sea-border", on: day,
                    [
                        "reference": Self.reference("BB", day.year, number),
                        "kind": chance.one(of: ["iuu", "iuu", "rescue", "information", "border-talks"]),
                        "happened": day.description, "countries": "VN", "vessels": "\(1 + chance.below(2))",
                        "people": "\(4 + chance.below(9))", "handler": "Sở Nông nghiệp và Môi trường",
                        "account": "Phối hợp kiểm tra, nhắc nhở, xử lý theo quy định.",
                        "closed-on": isClosed ? day.adding(days: 20).description : nil,
                    ], moves: isClosed ? ["close"] : [])
            }
        }
    }
}
