import WorkCalendar

/// Partners, agreements, foreign non-governmental organisations and their aid.
extension InventedBook {
    mutating func tie() {
        makeFriends()
        makeAgreements()
        registerCharities()
        giveAid()
    }

    private mutating func makeFriends() {
        let long = (first: Demonstration.day(1996, 1, 1), last: Demonstration.day(2025, 11, 1))
        let localities = names.places.filter { $0.key != "SG" }.sorted { $0.key < $1.key }
            .flatMap { country in country.value.map { (country: country.key, place: $0) } }
        // 31 at the end of 2025 and one that ended before; two more came this year.
        for (number, day) in chance.days(32, from: long.first, to: long.last).enumerated() {
            let locality = localities[number * localities.count / 34]
            befriend(
                "Địa phương \(locality.place)", "locality", locality.country, since: day,
                ended: number == 3 ? Demonstration.day(2024, 6, 30) : nil)
        }
        for (number, day) in [Demonstration.day(2026, 3, 12), Demonstration.day(2026, 9, 4)].enumerated() {
            let locality = localities[(32 + number) * localities.count / 34]
            befriend("Địa phương \(locality.place)", "locality", locality.country, since: day)
        }
        for (number, field) in ["đô thị cảng", "du lịch biển", "khí hậu đô thị", "thành phố học tập"].enumerated() {
            befriend("Mạng lưới \(field) châu Á", "network", nil, since: Demonstration.day(2009 + 4 * number, 5, 15))
        }
        for number in 0..<18 {
            befriend(
                "Hiệp hội \(names.name(number, of: names.companies))", "business", chance.early(of: Self.countries),
                since: Demonstration.day(2012 + number % 13, 1 + number % 12, 9))
        }
    }

    private mutating func befriend(_ name: String, _ kind: String, _ country: String?, since: Day, ended: Day? = nil) {
        add(
            "partners", on: since,
            [
                "name": name, "kind": kind, "relation": kind == "network" ? "member" : "friendship", "country": country,
                "since": since.description, "ended": ended?.description, "fields": "politics economy culture",
                "lead": "Sở Ngoại vụ",
            ])
    }

    private mutating func makeAgreements() {
        // 47 of before stand beside the nine of 2025; five had ended by then, one since.
        for (number, day) in chance.days(52, from: Demonstration.day(2008, 1, 1), to: Demonstration.day(2024, 12, 20))
            .enumerated()
        {
            let ended = number % 9 == 4 ? Demonstration.day(number > 45 ? 2026 : 2019 + number / 9, 4, 20) : nil
            agree(on: day, ended: ended)
        }
        for day in chance.days(9, from: Demonstration.day(2025, 1, 15), to: Demonstration.day(2025, 12, 10)) {
            agree(on: day)
        }
        for day in chance.days(6, from: Demonstration.day(2026, 1, 15), to: Demonstration.today) { agree(on: day) }
        for day in chance.days(3, from: Demonstration.day(2026, 10, 20), to: Demonstration.today) {
            add("agreements", on: day, agreement(with: chance.early(of: Array(Self.countries.prefix(16)))))
        }
    }

    private mutating func agreement(with country: String) -> [String: String?] {
        let place = names.place(country, &chance) ?? self.country(country), isOurs = chance.happens(60)
        return [
            "name": "Thỏa thuận hợp tác với \(place) về \(subject())", "level": isOurs ? "province" : "department",
            "our-side": isOurs ? "Sở Ngoại vụ" : unit(), "partner-name": "Chính quyền \(place)", "country": country,
            "kind": chance.one(of: ["memorandum", "agreement", "plan"]), "fields": "economy culture education",
            "languages": "vi en",
        ]
    }

    private mutating func agree(on day: Day, ended: Day? = nil) {
        let isOpen = chance.happens(40)
        let years = day.year < 2022 ? 10 + chance.below(10) : 3 + chance.below(3)
        let expires = Demonstration.day(day.year + years, day.month, 1).adding(days: -1)
        let fields = agreement(with: chance.early(of: Array(Self.countries.prefix(16)))).merging([
            "signed": day.description, "effective": day.description, "ended": ended?.description,
            "term": isOpen ? "open" : "fixed", "expires": isOpen || ended != nil ? nil : expires.description,
            "reported": day.adding(days: 6 + chance.below(8)).description,
            "review": day < Demonstration.day(2025, 7, 1)
                ? chance.early(of: ["keep", "keep", "amend", "extend"]) : nil,
        ]) { $1 }
        add("agreements", on: day, fields, moves: ended == nil ? ["sign"] : ["sign", "end"])
    }

    private mutating func registerCharities() {
        var renewed: [Int: [Day]] = [:]
        // Each of 59 had its registration extended or changed in 2025.
        for (season, count) in [(Season.before, 24), (.reported, 59), (.current, 31)] {
            let days = chance.days(count, from: season.first, to: season.last)
            for (number, day) in zip(chance.shuffled(Array(0..<68)), days) { renewed[number, default: []].append(day) }
        }
        let old = chance.days(68, from: Demonstration.day(2006, 1, 1), to: Demonstration.day(2023, 12, 31))
        for (number, day) in old.enumerated() { register(number, on: day, renewed: renewed[number] ?? []) }
        for number in 68..<72 {
            register(
                number, on: Demonstration.day(2010 + number % 7, 2, 1),
                ended: Demonstration.day(2021 + number % 4, 8, 31))
        }
        for (number, day) in chance.days(3, from: Demonstration.day(2026, 2, 1), to: Demonstration.day(2026, 10, 1))
            .enumerated()
        {
            register(72 + number, on: day)
        }
    }

    private mutating func register(_ number: Int, on day: Day, renewed: [Day] = [], ended: Day? = nil) {
        let isOffice = chance.happens(25), term = isOffice ? 5 : 3
        let until = { (from: Day) in Demonstration.day(from.year + term, from.month, 1).adding(days: -1) }
        let renewals = renewed.map { day -> [String: String] in
            let isLonger = chance.happens(80)
            return [
                "kind": isLonger ? "extension" : "change", "done": day.description,
                "expires": isLonger ? until(day).description : "",
            ].filter { !$0.value.isEmpty }
        }
        add(
            "ngos", on: day,
            [
                "name": names.name(number, of: names.charities),
                "country": chance.early(of: ["US", "KR", "JP", "FR", "DE", "AU", "GB", "NL", "CH", "SE", "DK", "CA"]),
                "registration-kind": isOffice ? "office" : "operation", "registration": "\(100 + number)/CNV-HĐ",
                "registered": day.description,
                "expires": renewals.compactMap { $0["expires"] }.last
                    ?? (ended == nil ? until(Demonstration.day(2024, 1 + number % 12, 1)).description : nil),
                "ended": ended?.description, "places": commune(), "lead": "Sở Ngoại vụ",
                "fields": chance.one(of: ["social", "health", "education", "environment social"]),
            ], lines: renewals.isEmpty ? [:] : ["renewals": renewals])
    }

    private mutating func giveAid() {
        help(.before, projects: 24, committed: 3_420_000, disbursed: 2_050_000)
        help(.reported, projects: 36, committed: 3_950_000, disbursed: 2_300_000)
        help(.current, projects: 28, committed: 3_610_000, disbursed: 2_240_000)
    }

    /// Amounts in dollars, whole hundreds of them.
    private mutating func help(_ season: Season, projects: Int, committed: Int, disbursed: Int) {
        let promised = chance.parts(of: committed / 100, among: projects, least: 20)
        let days = chance.days(projects, from: season.first, to: season.last.adding(days: -30))
        // What is paid in a year is paid for what was promised in it: no project gets more than was promised.
        var rest = disbursed / 100
        for (number, day) in days.enumerated() {
            let paid = number == projects - 1 ? rest : min(rest, promised[number] * disbursed / committed + 1)
            rest -= paid
            let field = chance.one(of: ["health", "education", "social", "environment"])
            let kinds = [
                "health": "chăm sóc sức khỏe", "education": "học bổng và trường lớp", "social": "sinh kế",
                "environment": "nước sạch",
            ]
            add(
                "aid-projects", on: day,
                [
                    "name": "Hỗ trợ \(kinds[field] ?? field) tại \(commune())", "ngo": "#\(1 + chance.below(68))",
                    "kind": chance.one(of: ["project", "project", "other"]), "field": field, "owner": commune(),
                    "approved": day.description, "notified": day.adding(days: 4).description,
                    "submitted": day.adding(days: -18).description, "appraised": day.adding(days: -4).description,
                ],
                lines: [
                    "commitments": [["committed": day.description, "amount": "\(promised[number] * 100) USD"]],
                    "disbursements": paid > 0
                        ? [["paid": day.adding(days: 20).description, "amount": "\(paid * 100) USD"]] : [],
                ].filter { !$0.value.isEmpty }, moves: ["approve"])
        }
    }
}
