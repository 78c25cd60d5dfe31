import WorkCalendar

/// Trainings, scholarships, experts, money and the books of documents.
extension InventedBook {
    mutating func learnAndKeepBooks() {
        for (season, count) in [(Season.before, 4), (.reported, 6), (.current, 7)] { train(season, count) }
        nominate(7, on: Demonstration.day(2024, 4, 20))
        nominate(5, on: Demonstration.day(2025, 4, 18))
        nominate(4, on: Demonstration.day(2025, 9, 9))
        nominate(11, on: Demonstration.day(2026, 4, 22))
        for (number, day) in chance.days(26, from: Demonstration.day(2024, 5, 1), to: Demonstration.today).enumerated()
        {
            join(number, on: day)
        }
        for season in [Season.before, .reported, .current] { spend(season) }
        for year in 2025...2026 { keepBooks(year) }
    }

    private mutating func train(_ season: Season, _ count: Int) {
        for day in chance.days(count, from: season.first, to: season.last) {
            let isAbroad = chance.happens(35)
            add(
                "trainings", on: day,
                [
                    "name": "Lớp bồi dưỡng về \(subject())",
                    "topic": chance.one(of: ["skills", "protocol", "integration", "technology"]),
                    "place-kind": isAbroad ? "abroad" : "home",
                    "country": isAbroad ? chance.one(of: ["CN", "SG", "KR"]) : "VN",
                    "began": day.description, "ended": day.adding(days: 2).description, "lead": "Sở Ngoại vụ",
                    "trainees": "\(isAbroad ? 8 + chance.below(12) : 60 + chance.below(140))",
                    "funding": "provincial-budget",
                ])
        }
    }

    private mutating func nominate(_ students: Int, on day: Day) {
        add(
            "scholarships", on: day,
            [
                "name": "Học bổng đại học", "giver": "Chính quyền \(names.place("CN", &chance) ?? "")", "country": "CN",
                "direction": "out", "level": "bachelor", "year": "\(day.year) - \(day.year + 1)",
                "places": "\(students + 2)",
                "nominated": "\(students)", "awarded": "\(students - 1)", "nominated-on": day.description,
                "lead": "Sở Giáo dục và Đào tạo",
            ])
    }

    private mutating func join(_ number: Int, on day: Day) {
        let kind = chance.early(of: ["overseas", "home", "foreign"])
        let country = kind == "home" ? "VN" : chance.early(of: Array(Self.countries.prefix(20)))
        add(
            "experts", on: day,
            [
                "name": kind == "foreign" ? names.foreigner(country, &chance) : names.person(&chance).name,
                "kind": kind,
                "country": country,
                "field": chance.one(of: ["engineering", "digital", "medicine", "finance", "logistics"]),
                "degree": chance.one(of: ["Tiến sĩ", "Thạc sĩ", "Giáo sư"]), "languages": "vi en",
                "can": "advise teach",
                "email": "chuyengia\(number + 1)@example.org", "joined": day.description,
            ],
            lines: chance.happens(40)
                ? [
                    "engagements": [
                        [
                            "held": min(day.adding(days: 60), Demonstration.today).description,
                            "subject": "Tọa đàm về \(subject())",
                        ]
                    ]
                ] : [:])
    }

    private mutating func spend(_ season: Season) {
        let words = [
            "delegation-out": "Đoàn ra", "event": "Hội nghị, sự kiện", "training": "Bồi dưỡng",
            "information": "Thông tin đối ngoại", "assignment": "Nhiệm vụ theo kế hoạch",
        ]
        for unit in names.units.prefix(6) {
            for (kind, name) in words.sorted(by: { $0.key < $1.key }) where chance.happens(60) {
                let planned = 80 + 10 * chance.below(60), isSpent = season.last.year < 2026
                add(
                    "budgets", on: season.first.adding(days: 12),
                    [
                        "subject": "\(name) năm \(season.first.year)", "for-what": kind, "funding": "provincial-budget",
                        "year": "\(season.first.year)", "planned": "\(planned)000000 VND",
                        "decided": season.first.adding(days: 12).description,
                        "spent": isSpent ? "\(planned * (80 + chance.below(20)) / 100)000000 VND" : nil,
                        "settled": isSpent ? season.last.adding(days: -8).description : nil, "spender": unit,
                    ])
            }
        }
    }

    private mutating func keepBooks(_ year: Int) {
        let last = min(Demonstration.day(year, 12, 31), Demonstration.today)
        for (number, day) in chance.days(40, from: Demonstration.day(year, 1, 3), to: last).enumerated() {
            let kind = chance.one(of: ["letter", "letter", "plan", "report", "notice"])
            let symbols = ["letter": "SNgV-HTQT", "plan": "KH-SNgV", "report": "BC-SNgV", "notice": "TB-SNgV"]
            add(
                "documents-out", on: day,
                [
                    "number": "\(number + 1)", "year": "\(year)",
                    "symbol": "\(number < 9 ? "0" : "")\(number + 1)/\(symbols[kind] ?? "")",
                    "dated": day.description, "kind": kind, "subject": "Về \(subject())", "urgency": "normal",
                    "signer": "Trần Quốc Bảo Khánh", "drafter": "Sở Ngoại vụ",
                    "receivers": "Các sở, ban, ngành; xã, phường, đặc khu",
                    "filed-by": "Văn thư", "copies": "\(1 + chance.below(20))", "sent": day.description,
                ])
        }
        for (number, day) in chance.days(40, from: Demonstration.day(year, 1, 3), to: last).enumerated() {
            let isSettled = Season.isPast(day.adding(days: 20))
            add(
                "documents-in", on: day,
                [
                    "arrived": day.description, "number": "\(number + 1)", "year": "\(year)",
                    "author": chance.one(of: [
                        "Bộ Ngoại giao", "UBND thành phố", "Sở Công Thương", "UBND phường Hồng Bàng",
                    ]),
                    "symbol": "\(50 + chance.below(3_000))/CV", "dated": day.adding(days: -2).description,
                    "kind": "letter",
                    "subject": "Về \(subject())", "urgency": chance.happens(8) ? "urgent" : "normal",
                    "handler": "Sở Ngoại vụ",
                    "passed-on": day.adding(days: 1).description, "due": day.adding(days: 15).description,
                    "answered": isSettled ? day.adding(days: 9).description : nil,
                ], moves: isSettled ? ["pass-on", "settle"] : ["pass-on"])
        }
    }
}
