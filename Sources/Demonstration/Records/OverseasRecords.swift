import WorkCalendar

/// People of the province abroad: their communities, associations, money, ideas.
extension InventedBook {
    mutating func goOverseas() {
        countCommunities()
        associate()
        for person in 0..<240 { meet(person) }
        sendMoney()
        hearIdeas()
        for season in [Season.before, .reported, .current] { commend(season) }
    }

    private mutating func countCommunities() {
        let counted = Demonstration.day(2025, 11, 30)
        estimate(people: 127_400, countries: 55, on: Demonstration.day(2024, 11, 30), replaced: counted)
        estimate(people: 134_870, countries: 58, on: counted)
        for commune in names.communes {
            for country in ["KR", "JP", "TW", "DE"].prefix(2 + chance.below(3)) {
                let day = Demonstration.day(2025, 9, 1).adding(days: chance.below(60))
                community(
                    country, 20 + chance.below(400), on: day,
                    more: ["basis": "survey", "commune": commune, "source": "survey"])
            }
        }
    }

    private mutating func estimate(people: Int, countries: Int, on day: Day, replaced: Day? = nil) {
        // The nearest countries have most of them.
        let parts = chance.parts(of: people, among: countries, least: 12).sorted(by: >)
        for (country, people) in zip(Self.countries, parts) {
            community(
                country, people, on: day,
                more: ["basis": "estimate", "source": "missions", "replaced": replaced?.description])
        }
    }

    private mutating func community(_ country: String, _ people: Int, on day: Day, more: [String: String?]) {
        let fields: [String: String?] = [
            "subject": "Người Hải Phòng tại \(self.country(country)), \(day.year)", "country": country,
            "as-of": day.description, "people": "\(people)", "students": "\(people / 9)", "workers": "\(people / 3)",
        ]
        add("communities", on: day, fields.merging(more) { $1 })
    }

    private mutating func associate() {
        // 15 with 812 members at the end of 2025; one had been dissolved, one is new this year.
        let members = chance.parts(of: 812, among: 15, least: 18)
        let days = chance.days(15, from: Demonstration.day(1998, 1, 1), to: Demonstration.day(2025, 6, 1))
        for number in 0..<17 {
            let country = Self.countries[number], isNew = number == 16, isGone = number == 15
            let founded = isNew ? Demonstration.day(2026, 4, 18) : isGone ? Demonstration.day(2003, 9, 2) : days[number]
            add(
                "associations", on: founded,
                [
                    "name": "Hội đồng hương Hải Phòng tại \(self.country(country))",
                    "kind": number % 5 == 4 ? "business" : "countrymen", "country": country,
                    "city": names.place(country, &chance), "founded": founded.description,
                    "dissolved": isGone ? "2024-05-31" : nil, "president": names.person(&chance).name,
                    "members": isNew || isGone ? "26" : "\(members[number])", "activity": "regular",
                ])
        }
    }

    private mutating func meet(_ number: Int) {
        let (name, isWoman) = names.person(&chance), country = chance.early(of: Self.countries)
        let kind = chance.early(of: ["worker", "student", "entrepreneur", "scholar", "family", "artist"])
        let fields = [
            "worker": "manufacturing", "student": "studies", "entrepreneur": "trade", "scholar": "engineering",
            "family": "services", "artist": "arts",
        ]
        let born = (kind == "student" ? 1998 : 1960) + chance.below(kind == "student" ? 8 : 38)
        let day = Demonstration.day(2024, 3, 1).adding(days: number * 4)
        add(
            "people-abroad", on: day,
            [
                "name": name, "birth-year": "\(born)", "sex": isWoman ? "female" : "male", "kind": kind,
                "country": country,
                "city": names.place(country, &chance), "status": chance.one(of: ["citizen", "permanent", "temporary"]),
                "since": "\(min(2024, born + 18 + chance.below(14)))", "home": commune(), "field": fields[kind],
                "association": chance.happens(20) ? reference("associations") : nil,
                "email": chance.happens(70) ? "kieubao\(number + 1)@example.org" : nil,
                "telephone": chance.happens(60) ? "+84225\(1_000_000 + number * 7_919)" : nil,
                "wishes": chance.one(of: ["invest", "sell", "teach", "charity", "language"]),
                "recorded": day.description, "last-contact": day.adding(days: chance.below(90)).description,
            ],
            lines: chance.happens(30)
                ? ["contacts": [["held": day.description, "subject": "Gặp tại chương trình Xuân Quê hương"]]] : [:])
    }

    private mutating func sendMoney() {
        let quarters = [2024: [52, 54, 57, 62], 2025: [55, 58, 61, 66], 2026: [57, 60, 64]]
        for (year, millions) in quarters.sorted(by: { $0.key < $1.key }) {
            for (place, million) in millions.enumerated() {
                let quarter = place + 1
                add(
                    "remittances", on: .last(ofMonth: quarter * 3, year),
                    [
                        "subject": "Kiều hối quý \(PartialDate.roman(quarter))/\(year)",
                        "period": "\(year)-Q\(quarter)",
                        "amount": "\(million)000000 USD", "channel": "banks", "source": "state-bank",
                    ])
            }
        }
        for day in chance.days(34, from: Demonstration.day(2024, 1, 10), to: Demonstration.today) {
            let country = chance.early(of: Array(Self.countries.prefix(15)))
            let purpose = chance.one(of: ["poor", "disaster", "school", "sea"])
            add(
                "contributions", on: day,
                [
                    "subject": "Kiều bào tại \(self.country(country)) ủng hộ", "country": country, "kind": "money",
                    "amount": "\(10 + 5 * chance.below(20))000000 VND", "purpose": purpose, "given": day.description,
                    "receiver": chance.happens(50) ? "Sở Ngoại vụ" : commune(),
                ])
        }
        for (number, day) in chance.days(12, from: Demonstration.day(2019, 1, 10), to: Demonstration.today).enumerated()
        {
            add(
                "overseas-investments", on: day,
                [
                    "name": "Dự án \(names.name(number, of: names.companies))",
                    "investor": names.person(&chance).name, "country": chance.early(of: Self.countries),
                    "field": "economy",
                    "capital": "\(8 + chance.below(90))000000000 VND", "registered": day.description,
                    "workers": "\(10 + chance.below(200))", "status": "active", "place": commune(),
                    "lead": "Sở Tài chính",
                ])
        }
    }

    private mutating func hearIdeas() {
        for (number, day) in chance.days(46, from: Demonstration.day(2024, 6, 1), to: Demonstration.today).enumerated()
        {
            let isAnswered = number < 41, isApplied = isAnswered && number % 5 == 2, handler = unit()
            let answered = day.adding(days: 6 + chance.below(14))
            let fields: [String: String?] = [
                "subject": "Đề xuất về \(subject())", "kind": chance.one(of: ["idea", "opinion", "request"]),
                "text": "Đề nghị quan tâm \(subject()), nhất là với kiều bào trẻ.",
                "sender": names.person(&chance).name,
                "email": "ykien\(number + 1)@example.org", "country": chance.early(of: Self.countries),
                "field": chance.one(of: ["economy", "education", "technology", "culture"]), "received": day.description,
                "handler": number < 44 ? handler : nil,
                "assigned": number < 44 ? day.adding(days: 1 + chance.below(3)).description : nil,
                "answered": isAnswered ? answered.description : nil,
                "answer": isAnswered ? "Cảm ơn ý kiến; cơ quan đã nghiên cứu và tiếp thu." : nil,
                "applied": isApplied ? answered.adding(days: 40).description : nil,
            ]
            let moves = (number < 44 ? ["assign"] : []) + (isAnswered ? ["answer"] : []) + (isApplied ? ["apply"] : [])
            add("ideas", on: day, fields, moves: moves)
        }
    }

    private mutating func commend(_ season: Season) {
        for day in chance.days(7, from: season.first, to: season.last) {
            let country = chance.early(of: Array(Self.countries.prefix(12)))
            let proposed = day.adding(days: -30)
            add(
                "commendations", on: day,
                [
                    "name": "Hội đồng hương Hải Phòng tại \(self.country(country))", "kind": "association",
                    "country": country,
                    "for-what": chance.one(of: ["overseas", "goods", "relations"]), "form": "chairman",
                    "proposed": proposed.description, "proposer": "Sở Ngoại vụ", "decided": day.description,
                    "decision": "\(1000 + chance.below(3000))/QĐ-UBND",
                ], moves: ["decide"])
        }
    }
}
