import WorkCalendar

/// Trade: enterprises, their products, channels abroad, what connects them, and what came of events.
extension InventedBook {
    mutating func trade() {
        for number in 0..<28 { enlist(number) }
        for number in 0..<48 { offer(number) }
        for number in 0..<26 { open(number) }
        for (season, count) in [(Season.before, 11), (.reported, 16), (.current, 15)] { promote(season, count) }
        for (number, day) in chance.days(44, from: Demonstration.day(2024, 9, 1), to: Demonstration.today).enumerated()
        {
            connect(number, on: day)
        }
        for day in chance.days(30, from: Demonstration.day(2024, 9, 1), to: Demonstration.today) { warn(on: day) }
        invest(.before, projects: 22, millions: 6_240)
        invest(.reported, projects: 39, millions: 15_620)
        invest(.current, projects: 26, millions: 8_150)
        for agreement in Self.agreements { note(agreement) }
    }

    private static let opening = Demonstration.day(2024, 8, 15)
    private static let goods = ["seafood", "food", "farm", "industry", "textiles", "crafts"]

    private mutating func enlist(_ number: Int) {
        let company = names.name(number, of: names.companies)
        add(
            "enterprises", on: Self.opening,
            [
                "name": "Công ty \(company)", "tax-code": "02\(String(10_000_000 + number * 37_117).suffix(8))",
                "kind": chance.happens(80) ? "company" : "cooperative", "goods": chance.early(of: Self.goods),
                "markets": chance.early(of: Self.countries), "home": commune(), "contact": names.person(&chance).name,
                "email": "lienhe\(number + 1)@example.com", "warnings": chance.happens(70) ? "yes" : "no",
                "entered": Self.opening.adding(days: number * 9).description, "lead": "Sở Công Thương",
                "shown": chance.happens(75) ? "yes" : "no", "about": "Doanh nghiệp của địa phương.",
            ])
    }

    private mutating func offer(_ number: Int) {
        let kinds: [(name: String, goods: String, hs: String)] = [
            ("Nước mắm", "food", "2103.90"), ("Bánh đa cua", "food", "1902.30"), ("Cá kho", "food", "1604.20"),
            ("Tôm đông lạnh", "seafood", "0306.17"), ("Chả mực", "seafood", "1605.54"),
            ("Vải thiều", "farm", "0810.90"),
            ("Rươi cấp đông", "seafood", "0307.99"), ("Bánh đậu xanh", "food", "1905.90"),
            ("Gốm trang trí", "crafts", "6913.90"),
            ("Áo dệt kim", "textiles", "6110.20"), ("Chiếu cói", "crafts", "4601.29"),
            ("Thuốc lào gia vị trà", "farm", "0902.10"),
        ]
        let kind = kinds[number % kinds.count], company = 1 + number * 7 % 28
        let day = Self.opening.adding(days: number * 11)
        add(
            "products", on: day,
            [
                "name": "\(kind.name) \(names.companies.first[number * 5 % names.companies.first.count])",
                "enterprise": "#\(company)", "goods": kind.goods, "hs": kind.hs,
                "ocop": chance.happens(55) ? chance.one(of: ["three", "four", "four", "five"]) : nil,
                "ocop-expires": Demonstration.day(2027, 1 + chance.below(9), 28).description,
                "vietnam-value": chance.happens(15) ? "yes" : "no",
                "certificates": chance.one(of: ["haccp", "haccp iso22000", "vietgap", "organic"]),
                "markets": chance.happens(70) ? chance.early(of: Self.countries) : nil, "entered": day.description,
                "lead": "Sở Công Thương", "shown": chance.happens(80) ? "yes" : "no",
            ])
    }

    private mutating func open(_ number: Int) {
        let country = Self.countries[number % 15], isDiaspora = chance.happens(75)
        let kind = chance.early(of: ["shop", "chain", "importer", "platform", "restaurant"])
        let words = [
            "shop": "Cửa hàng", "chain": "Siêu thị", "importer": "Nhà nhập khẩu", "platform": "Sàn",
            "restaurant": "Nhà hàng",
        ]
        let day = Self.opening.adding(days: number * 21)
        add(
            "channels", on: day,
            [
                "name": "\(words[kind] ?? kind) \(names.name(number, of: names.companies))", "kind": kind,
                "country": country,
                "city": names.place(country, &chance), "diaspora": isDiaspora ? "yes" : "no",
                "owner": isDiaspora && chance.happens(40) ? reference("people-abroad") : nil,
                "goods": "food farm", "outlets": "\(1 + chance.below(kind == "chain" ? 20 : 2))",
                "contact": names.person(&chance).name, "entered": day.description, "lead": "Sở Công Thương",
                "shown": chance.happens(60) ? "yes" : "no",
            ])
    }

    private mutating func promote(_ season: Season, _ count: Int) {
        let words = [
            "fair": "Hội chợ", "mission": "Đoàn giao thương", "matching": "Kết nối giao thương",
            "e-commerce": "Ngày thương mại điện tử", "goods-week": "Tuần hàng Việt",
        ]
        for day in chance.days(count, from: season.first, to: season.last) {
            let kind = chance.one(of: words.keys.sorted()), country = chance.early(of: Array(Self.countries.prefix(20)))
            let contracts = chance.below(5)
            add(
                "trade-events", on: day,
                [
                    "name": "\(words[kind] ?? kind) \(self.country(country))", "kind": kind,
                    "place-kind": kind == "mission" || kind == "goods-week"
                        ? "abroad" : kind == "e-commerce" ? "online" : "home",
                    "countries": country, "began": day.description,
                    "ended": day.adding(days: chance.below(4)).description,
                    "lead": "Sở Công Thương", "goods": chance.one(of: Self.goods),
                    "enterprises": "\(6 + chance.below(30))",
                    "contracts": "\(contracts)",
                    "contract-value": contracts > 0 ? "\(contracts * (40 + chance.below(60)))000 USD" : nil,
                ], moves: ["finish"])
        }
    }

    /// A product with a channel that it was not yet connected with.
    private mutating func connect(_ number: Int, on day: Day) {
        let isContract = number % 3 == 1 && number < 36, isRepeated = isContract && number % 2 == 0
        let signed = day.adding(days: 30 + chance.below(20)), value = 15 + chance.below(60)
        let orders =
            isRepeated ? [["ordered": signed.adding(days: 40).description, "amount": "\(value / 3)000 USD"]] : []
        add(
            "connections", on: day,
            [
                "subject": "Giới thiệu hàng Việt, đợt \(number + 1)", "product": "#\(1 + number)",
                "channel": "#\(1 + number % 26)",
                "event": chance.happens(40) ? reference("trade-events") : nil,
                "how": chance.one(of: ["office", "event", "association", "portal"]), "introduced": day.description,
                "contracted": isContract ? signed.description : nil,
                "contract-value": isContract ? "\(value)000 USD" : nil,
                "repeated": isRepeated ? signed.adding(days: 40).description : nil, "lead": "Sở Công Thương",
            ], lines: orders.isEmpty ? [:] : ["orders": orders],
            moves: (isContract ? ["contract"] : []) + (isRepeated ? ["repeat"] : []))
    }

    private mutating func warn(on day: Day) {
        let kind = chance.one(of: ["barrier", "tariff", "policy", "trend", "opportunity"])
        let words = [
            "barrier": "Quy định kiểm dịch mới", "tariff": "Thay đổi thuế nhập khẩu",
            "policy": "Chính sách thương mại mới", "trend": "Xu hướng tiêu dùng", "opportunity": "Cơ hội giao thương",
        ]
        let country = chance.early(of: Array(Self.countries.prefix(20)))
        add(
            "market-notes", on: day,
            [
                "subject": "\(words[kind] ?? kind) tại \(self.country(country))", "kind": kind,
                "urgency": kind == "barrier" || kind == "tariff" ? "warning" : "normal", "markets": country,
                "goods": chance.one(of: Self.goods),
                "text": "Doanh nghiệp xuất khẩu sang \(self.country(country)) cần lưu ý.",
                "advice": "Kiểm tra hồ sơ lô hàng, trao đổi với nhà nhập khẩu.", "issued": day.description,
                "effective": day.adding(days: 60).description, "lead": "Sở Công Thương",
            ], moves: ["publish"])
    }

    private mutating func invest(_ season: Season, projects: Int, millions: Int) {
        let parts = chance.parts(of: millions, among: projects, least: 5)
        for (number, day) in chance.days(projects, from: season.first, to: season.last).enumerated() {
            let country = chance.early(of: Array(Self.countries.prefix(18)))
            add(
                "investment-projects", on: day,
                [
                    "name": "Dự án \(names.name(number, of: names.companies))",
                    "kind": chance.one(of: ["licence", "memorandum", "memorandum"]),
                    "investor": "Tập đoàn \(names.name(number + 30, of: names.companies)) (\(self.country(country)))",
                    "countries": country, "field": chance.one(of: ["industry", "ports", "technology", "urban"]),
                    "event-name": "Hội nghị xúc tiến đầu tư", "capital": "\(parts[number])000000 USD",
                    "signed": day.description, "site": commune(), "lead": "Sở Tài chính",
                ], moves: chance.happens(40) ? ["start"] : [])
        }
    }

    /// Free trade agreements that are in force: these are not invented.
    private static let agreements: [(name: String, short: String, parties: String, from: Day, certificate: String)] = [
        (
            "Hiệp định Thương mại Hàng hóa ASEAN", "ATIGA", "BN KH ID LA MY MM PH SG TH VN",
            Demonstration.day(2010, 5, 17), "Mẫu D"
        ),
        ("Hiệp định Thương mại Tự do Việt Nam - Hàn Quốc", "VKFTA", "VN KR", Demonstration.day(2015, 12, 20), "Mẫu VK"),
        (
            "Hiệp định Đối tác Toàn diện và Tiến bộ xuyên Thái Bình Dương", "CPTPP",
            "AU BN CA CL JP MY MX NZ PE SG VN GB",
            Demonstration.day(2019, 1, 14), "Mẫu CPTPP"
        ),
        (
            "Hiệp định Thương mại Tự do Việt Nam - Liên minh châu Âu", "EVFTA",
            "VN AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE",
            Demonstration.day(2020, 8, 1), "EUR.1"
        ),
        (
            "Hiệp định Thương mại Tự do Việt Nam - Vương quốc Anh", "UKVFTA", "VN GB", Demonstration.day(2021, 5, 1),
            "EUR.1 UK"
        ),
        (
            "Hiệp định Đối tác Kinh tế Toàn diện Khu vực", "RCEP", "AU BN KH CN ID JP KR LA MY MM NZ PH SG TH VN",
            Demonstration.day(2022, 1, 1), "Mẫu RCEP"
        ),
    ]

    private mutating func note(
        _ agreement: (name: String, short: String, parties: String, from: Day, certificate: String)
    ) {
        add(
            "trade-agreements", on: agreement.from,
            [
                "name": agreement.name, "short-name": agreement.short,
                "kind": agreement.parties.count > 5 ? "regional" : "bilateral", "parties": agreement.parties,
                "effective": agreement.from.description, "certificate": agreement.certificate,
                "usage": "Tra mã HS, chọn thuế suất ưu đãi, đáp ứng quy tắc xuất xứ và xin giấy chứng nhận.",
            ])
    }
}
