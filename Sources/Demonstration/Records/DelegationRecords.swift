import WorkCalendar

/// Delegations that came and went.
extension InventedBook {
    /// How many delegations of each level came in a season, with how many people from how many countries.
    private struct Visits {
        let season: Season
        let levels: KeyValuePairs<String, Int>
        let people: Int
        let countries: Int
        /// How many of the high and local leaders came for their party.
        let parties: Int
    }

    mutating func inviteDelegations() {
        receive(
            Visits(
                season: .before,
                levels: ["high": 2, "local-leaders": 9, "ambassadors": 21, "business": 30, "experts": 118],
                people: 1_730, countries: 41, parties: 4))
        receive(
            Visits(
                season: .reported,
                levels: ["high": 4, "local-leaders": 16, "ambassadors": 37, "business": 46, "experts": 262],
                people: 3_904, countries: 52, parties: 7))
        receive(
            Visits(
                season: .current,
                levels: ["high": 3, "local-leaders": 14, "ambassadors": 29, "business": 44, "experts": 201],
                people: 3_015, countries: 49, parties: 5))
        expectDelegations()
    }

    private mutating func receive(_ visits: Visits) {
        let levels = chance.shuffled(visits.levels.flatMap { Array(repeating: $0.key, count: $0.value) })
        let people = chance.parts(of: visits.people, among: levels.count)
        let countries = chance.countries(levels.count, different: visits.countries)
        let days = chance.days(levels.count, from: visits.season.first, to: visits.season.last)
        var parties = visits.parties
        for (number, level) in levels.enumerated() {
            let isParty = parties > 0 && (level == "high" || level == "local-leaders")
            if isParty { parties -= 1 }
            let leaves = days[number].adding(days: chance.below(4))
            addVisit(
                level, of: countries[number], on: days[number],
                [
                    "relation": isParty ? "party" : chance.happens(8) ? "people" : "state",
                    "people": "\(people[number])",
                    "departure": leaves.description, "result": "Hai bên trao đổi, thống nhất tiếp tục \(subject()).",
                ],
                lines: chance.happens(6) ? ["follow-ups": [followUp(after: leaves)]] : [:], moves: ["finish"])
        }
        for day in chance.days(5, from: visits.season.first, to: visits.season.last) {
            addVisit("experts", of: chance.early(of: Self.countries), on: day, ["people": "6"], moves: ["cancel"])
        }
    }

    /// Those that are still to come.
    private mutating func expectDelegations() {
        let first = Demonstration.today.adding(days: 3)
        for day in chance.days(11, from: first, to: first.adding(days: 55)) {
            let level = chance.one(of: ["local-leaders", "ambassadors", "business", "experts"])
            addVisit(
                level, of: chance.early(of: Self.countries), on: day, ["people": "\(4 + chance.below(14))"])
        }
    }

    private mutating func addVisit(
        _ level: String, of country: String, on day: Day, _ more: [String: String?],
        lines: [String: [[String: String]]] = [:], moves: [String] = []
    ) {
        let kinds = [
            "high": "Đoàn lãnh đạo cấp cao", "local-leaders": "Đoàn lãnh đạo địa phương",
            "ambassadors": "Đoàn Đại sứ quán",
            "business": "Đoàn doanh nghiệp", "experts": "Đoàn chuyên gia",
        ]
        let place =
            level == "local-leaders" || level == "business" ? names.place(country, &chance).map { "\($0), " } : nil
        let fields: [String: String?] = [
            "name": "\(kinds[level] ?? "Đoàn") \(place ?? "")\(self.country(country))", "level": level,
            "countries": country,
            "head": names.foreigner(country, &chance), "arrival": day.description,
            "host": level == "high" || level == "ambassadors" ? "Sở Ngoại vụ" : unit(),
            "programme": "Thăm, làm việc về \(subject()).",
        ]
        add("delegations-in", on: day, fields.merging(more) { $1 }, lines: lines, moves: moves)
    }

    private mutating func followUp(after day: Day) -> [String: String] {
        [
            "text": "Cụ thể hóa nội dung \(subject()) đã trao đổi với đoàn", "lead": unit(),
            "due": day.adding(days: 45 + chance.below(60)).description, "product": "Báo cáo",
        ]
    }

    /// What is spoken about.
    mutating func subject() -> String { chance.one(of: names.subjects) }

    // MARK: Out

    mutating func sendDelegations() {
        travel(.before, delegations: 84, people: 251, leaders: 7, private: 92)
        travel(.reported, delegations: 171, people: 504, leaders: 12, private: 183)
        travel(.current, delegations: 139, people: 418, leaders: 9, private: 140)
        planJourneys()
    }

    private mutating func travel(_ season: Season, delegations: Int, people: Int, leaders: Int, private trips: Int) {
        let parts = chance.parts(of: people, among: delegations)
        let countries = chance.countries(delegations, different: 34)
        let days = chance.days(delegations, from: season.first, to: season.last.adding(days: -12))
        let leading = Set(chance.shuffled(Array(0..<delegations)).prefix(leaders))
        for number in 0..<delegations {
            let isLed = leading.contains(number), length = 3 + chance.below(6)
            let back = days[number].adding(days: length - 1)
            let isReported = chance.happens(88) && Season.isPast(back.adding(days: 8))
            let isPlanned = isLed || chance.happens(70)
            let cost = (18 + chance.below(30)) * parts[number]
            addJourney(
                to: countries[number], isLed: isLed, people: parts[number], days: length,
                planned: isPlanned ? PartialDate.quarter((days[number].month + 2) / 3, year: days[number].year) : nil,
                [
                    "people": "\(parts[number])", "days": "\(length)", "departure": days[number].description,
                    "return": back.description, "cost": "\(cost)000000 VND",
                    "reported": isReported ? back.adding(days: 2 + chance.below(6)).description : nil,
                    "result": "Đoàn hoàn thành chương trình; trao đổi về \(subject()).",
                ], recorded: days[number], moves: isReported ? ["finish", "report"] : ["finish"])
        }
        goPrivately(trips, season)
    }

    private mutating func addJourney(
        to country: String, isLed: Bool, people: Int, days: Int, planned: PartialDate?, _ more: [String: String?],
        recorded: Day, moves: [String] = []
    ) {
        let isPaid = isLed || chance.happens(62)
        let level =
            isLed ? "provincial" : chance.one(of: ["department", "department", "staff", "commune", "enterprise"])
        let heads = [
            "provincial": "Lãnh đạo thành phố", "department": "Lãnh đạo sở", "staff": "Trưởng phòng",
            "commune": "Lãnh đạo phường", "enterprise": "Giám đốc doanh nghiệp",
        ]
        let fields: [String: String?] = [
            "plan-group": isPaid ? "state-budget" : "other-funds",
            "name": "Đoàn \(isLed ? "lãnh đạo thành phố" : "công tác") đi \(self.country(country))",
            "head": heads[level],
            "head-level": level, "countries": country,
            "partner": names.place(country, &chance).map { "Chính quyền \($0)" } ?? "Đối tác \(self.country(country))",
            "content": "Làm việc về \(subject()).", "planned-people": planned == nil ? nil : "\(people)",
            "planned-days": planned == nil ? nil : "\(days)", "planned-time": planned.map { Self.text($0) },
            "planned-cost": planned == nil ? nil : "\(25 * people)000000 VND",
            "funding": isPaid ? "provincial-budget" : chance.one(of: ["partner", "enterprise"]),
            "sender": isLed ? "Sở Ngoại vụ" : level == "commune" ? commune() : unit(),
        ]
        add("delegations-out", on: recorded, fields.merging(more) { $1 }, moves: moves)
    }

    /// "2025-Q3" or "2025-11"
    private static func text(_ date: PartialDate) -> String {
        switch date {
        case .quarter(let quarter, let year): "\(year)-Q\(quarter)"
        default: String(date.firstDay.description.prefix(7))
        }
    }

    /// Those of the plan that have not set out, of this year and the next.
    private mutating func planJourneys() {
        let plans: [(PartialDate, Int)] = [
            (.month(11, year: 2026), 4), (.month(12, year: 2026), 9), (.quarter(1, year: 2027), 7),
            (.quarter(2, year: 2027), 6),
        ]
        for (when, count) in plans {
            for _ in 0..<count {
                addJourney(
                    to: chance.early(of: Self.countries), isLed: chance.happens(10), people: 2 + chance.below(6),
                    days: 4 + chance.below(4), planned: when, [:], recorded: Demonstration.day(2026, 10, 12))
            }
        }
    }

    private mutating func goPrivately(_ count: Int, _ season: Season) {
        for day in chance.days(count, from: season.first, to: season.last.adding(days: -12)) {
            let country = chance.early(of: Self.countries)
            add(
                "delegations-out", on: day,
                [
                    "plan-group": "private", "name": "Chuyến đi việc riêng đến \(self.country(country))",
                    "head-level": "staff", "countries": country, "people": "1", "days": "\(4 + chance.below(9))",
                    "departure": day.description, "funding": "own", "sender": unit(),
                ], moves: ["finish"])
        }
    }
}
