import WorkCalendar

/// Conferences, foreign press, cultural events, briefings and publications.
extension InventedBook {
    mutating func holdOccasions() {
        for (season, permits, opinions) in [(Season.before, 12, 15), (.reported, 20, 28), (.current, 17, 24)] {
            let handlings = chance.shuffled(
                Array(repeating: "permit", count: permits) + Array(repeating: "opinion", count: opinions))
            for (handling, day) in zip(handlings, chance.days(permits + opinions, from: season.first, to: season.last))
            {
                answer(handling, decided: day)
            }
        }
        for day in chance.days(4, from: Demonstration.today.adding(days: -9), to: Demonstration.today) {
            ask(received: day)
        }
        admitPress(.before, groups: 14, people: 103, nationalities: 10)
        admitPress(.reported, groups: 19, people: 156, nationalities: 13)
        admitPress(.current, groups: 16, people: 121, nationalities: 12)
        celebrate(.before, 21)
        celebrate(.reported, 29)
        celebrate(.current, 24)
        inform()
        keepFriendship()
    }

    private mutating func conference(_ handling: String, opening: Day) -> [String: String?] {
        let isOurs = handling == "permit"
        let country = chance.early(of: Self.countries), participants = 60 + chance.below(200)
        let kind = isOurs ? "local" : chance.one(of: ["central", "central", "other-province"])
        let organiser = isOurs ? unit() : "Viện \(names.name(chance.below(40), of: names.companies))"
        return [
            "name": "Hội thảo quốc tế về \(subject())", "organiser-kind": kind, "organiser": organiser,
            "host": isOurs ? organiser : "Sở Ngoại vụ",
            "format": chance.happens(75) ? "in-person" : "mixed",
            "foreign-element": chance.happens(30) ? "participants funding" : "participants", "guests": "below",
            "authority": isOurs ? "chairman" : kind == "central" ? "ministry" : "other-province", "handling": handling,
            "opening": opening.description, "closing": opening.adding(days: chance.below(2)).description,
            "participants": "\(participants)", "foreign-participants": "\(8 + chance.below(participants / 3))",
            "countries": "VN \(country)", "subject": "Trao đổi về \(subject()).",
        ]
    }

    private mutating func answer(_ handling: String, decided: Day) {
        let opening = decided.adding(days: 14 + chance.below(10))
        let isOver = Season.isPast(opening.adding(days: 12))
        let fields = conference(handling, opening: opening).merging([
            "received": decided.adding(days: -10 - chance.below(8)).description,
            "asked-opinion": handling == "opinion" ? decided.adding(days: -10).description : nil,
            "decided": decided.description,
            "decision": "\(100 + chance.below(800))/\(handling == "permit" ? "UBND" : "SNgV")-HTQT",
            "reported": isOver ? opening.adding(days: 10).description : nil,
        ]) { $1 }
        let step = handling == "permit" ? "permit" : "opine"
        add("conferences", on: decided, fields, moves: isOver ? [step, "report"] : [step])
    }

    /// One that nobody has decided about yet.
    private mutating func ask(received: Day) {
        let handling = chance.happens(50) ? "permit" : "opinion"
        let fields = conference(handling, opening: received.adding(days: 34)).merging([
            "received": received.description, "asked-opinion": handling == "opinion" ? received.description : nil,
        ]) { $1 }
        add("conferences", on: received, fields)
    }

    private mutating func admitPress(_ season: Season, groups: Int, people: Int, nationalities: Int) {
        let parts = chance.parts(of: people, among: groups, least: 2)
        let countries = chance.countries(groups, different: nationalities)
        for (number, day) in chance.days(groups, from: season.first, to: season.last.adding(days: -5)).enumerated() {
            let country = countries[number]
            add(
                "press-visits", on: day,
                [
                    "name": "Đoàn phóng viên \(self.country(country))",
                    "organisation": "\(names.name(number, of: names.companies)) Media",
                    "kind": chance.one(of: ["visiting", "film", "with-delegation"]), "nationalities": country,
                    "people": "\(parts[number])", "arrival": day.description,
                    "departure": day.adding(days: 1 + chance.below(4)).description,
                    "subject": "Giới thiệu đất nước, con người; \(subject()).", "places": commune(),
                    "received": day.adding(days: -12).description, "accepted": day.adding(days: -7).description,
                    "host": "Sở Ngoại vụ", "officer": names.person(&chance).name,
                ], moves: ["accept", "finish"])
        }
    }

    private mutating func celebrate(_ season: Season, _ count: Int) {
        let kinds = [
            "performance": "Chương trình giao lưu nghệ thuật", "exhibition": "Triển lãm ảnh hữu nghị",
            "film": "Tuần phim", "cultural-week": "Ngày văn hóa", "food": "Lễ hội ẩm thực",
            "contest": "Cuộc thi vẽ tranh thiếu nhi", "language": "Giao lưu tiếng",
        ]
        for day in chance.days(count, from: season.first, to: season.last) {
            let kind = chance.one(of: kinds.keys.sorted()), country = chance.early(of: Self.countries)
            add(
                "cultural-events", on: day,
                [
                    "name": "\(kinds[kind] ?? kind) Việt Nam - \(self.country(country))", "kind": kind,
                    "place-kind": chance.happens(85) ? "home" : "abroad", "place": commune(), "countries": country,
                    "began": day.description, "ended": day.adding(days: chance.below(3)).description,
                    "host": chance.happens(55) ? "Sở Văn hóa, Thể thao và Du lịch" : "Sở Ngoại vụ",
                    "attendance": "\(80 + 10 * chance.below(90))", "foreign-guests": "\(3 + chance.below(40))",
                ], moves: ["finish"])
        }
    }

    private mutating func inform() {
        for (season, count, people) in [(Season.before, 6, 3_400), (.reported, 8, 5_000), (.current, 7, 4_250)] {
            let attendance = chance.parts(of: people, among: count, least: 150)
            for (number, day) in chance.days(count, from: season.first, to: season.last).enumerated() {
                add(
                    "briefings", on: day,
                    [
                        "name": "Hội nghị thông tin đối ngoại tại \(commune())",
                        "topic": chance.one(of: ["world", "world", "sea", "integration", "consular"]),
                        "held": day.description, "host": "Sở Ngoại vụ", "audience": "officials",
                        "attendance": "\(attendance[number])",
                    ])
            }
        }
        for year in 2024...2026 {
            for quarter in 1...4 where Season.isPast(.last(ofMonth: quarter * 3, year)) {
                let day = Day.last(ofMonth: quarter * 3, year).adding(days: -12)
                publish("Bản tin đối ngoại", "bulletin", "vi en", 1_000, day, period: "\(year)-Q\(quarter)")
            }
            let day = Demonstration.day(year, 5, 8)
            publish(
                "Sổ tay giới thiệu địa phương", "book", "vi en zh", 500 + 100 * chance.below(5), day, period: "\(year)")
        }
    }

    private mutating func publish(
        _ name: String, _ kind: String, _ languages: String, _ copies: Int, _ day: Day, period: String
    ) {
        add(
            "publications", on: day,
            [
                "name": name, "kind": kind, "period": period, "languages": languages, "copies": "\(copies)",
                "issued": day.description, "publisher": "Sở Ngoại vụ",
            ])
    }

    private mutating func keepFriendship() {
        let kinds = [
            "exchange": "Giao lưu hữu nghị", "anniversary": "Gặp mặt kỷ niệm", "talks": "Trao đổi kinh nghiệm",
        ]
        for season in [Season.before, .reported, .current] {
            for day in chance.days(14, from: season.first, to: season.last) {
                let kind = chance.one(of: kinds.keys.sorted()),
                    country = chance.early(of: Array(Self.countries.prefix(14)))
                add(
                    "party-people-relations", on: day,
                    [
                        "name": "\(kinds[kind] ?? kind) Việt Nam - \(self.country(country))",
                        "relation": chance.happens(30) ? "party" : "people", "kind": kind, "level": "provincial",
                        "countries": country, "began": day.description, "host": "Sở Ngoại vụ",
                        "attendance": "\(40 + 10 * chance.below(20))",
                    ])
            }
        }
    }
}
