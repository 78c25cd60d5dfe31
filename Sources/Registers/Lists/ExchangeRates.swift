package import Office
package import Storage
package import WorkCalendar

/// What one unit of a currency was in đồng, day by day: a rate holds from its day until the next of that currency.
package struct ExchangeRates: Hashable, Sendable {
    /// One row of the table.
    package struct Rate: Hashable, Sendable {
        /// ISO 4217.
        package let currency: String
        /// The first day.
        package let from: Day
        /// Đồng for one unit, in millionths.
        package let millionths: Int
        /// Where it was published.
        package let source: String?
        /// Whether nobody has checked it.
        package let isUnverified: Bool

        /// All of its parts.
        package init(currency: String, from: Day, millionths: Int, source: String? = nil, isUnverified: Bool = false) {
            self.currency = currency
            self.from = from
            self.millionths = millionths
            self.source = source
            self.isUnverified = isUnverified
        }
    }

    /// By currency, the earliest first.
    private let rates: [String: [Rate]]

    /// - Parameter rates: In any order.
    package init(_ rates: [Rate]) {
        self.rates = Dictionary(grouping: rates, by: \.currency).mapValues { $0.sorted { $0.from < $1.from } }
    }

    /// The rate of a currency that holds on a day; a đồng is a đồng. `nil` where there is none yet.
    package func rate(of currency: String, on day: Day) -> Rate? {
        if currency == "VND" { return Rate(currency: "VND", from: day, millionths: 1_000_000) }
        return rates[currency]?.last { $0.from <= day }
    }

    /// All rates of a database.
    package init(_ db: Transaction) throws {
        self.init(
            try db.all("SELECT currency, from_day, dong_millionths, source, unverified FROM exchange_rates") { fields in
                Rate(
                    currency: try fields.next(), from: try fields.next(), millionths: try fields.next(),
                    source: try fields.next(), isUnverified: try fields.next())
            })
    }

    /// Puts a rate in the place of the one of that currency and day.
    package static func put(_ rate: Rate, by act: Act, _ db: Transaction) throws {
        let before: Int? = try db.value(
            "SELECT dong_millionths FROM exchange_rates WHERE currency = \(rate.currency) AND from_day = \(rate.from)")
        if before == rate.millionths { return }
        try db.run(
            """
            INSERT INTO exchange_rates (currency, from_day, dong_millionths, source, unverified)
            VALUES (\(rate.currency), \(rate.from), \(rate.millionths), \(rate.source), \(rate.isUnverified))
            ON CONFLICT (currency, from_day) DO UPDATE SET dong_millionths = excluded.dong_millionths,
            source = excluded.source, unverified = excluded.unverified
            """)
        try Journal.record(
            "definition.rate", of: .rate(from: rate.from),
            before: before.map { ["dong": Decimals.text(of: $0, places: 6)] },
            after: [
                "currency": rate.currency, "from": rate.from.description,
                "dong": Decimals.text(of: rate.millionths, places: 6),
            ], by: act, db)
    }
}

/// Amounts of several currencies added up in one, without losing anything on the way: rounded once, at the end.
package struct ConvertedSum: Sendable {
    private let currency: String
    private let rates: ExchangeRates
    /// Millionths of a hundredth.
    private var millionths: Int128 = 0

    /// Nothing yet.
    package init(into currency: String, at rates: ExchangeRates) {
        self.currency = currency
        self.rates = rates
    }

    /// Adds an amount at the rates of a day.
    /// - Throws: ``Refusal`` where a rate is missing.
    package mutating func add(_ money: Money, on day: Day) throws {
        guard money.currency != currency else {
            millionths += Int128(money.hundredths) * 1_000_000
            return
        }
        let from = try rate(of: money.currency, day), into = try rate(of: currency, day)
        millionths += (Int128(money.hundredths) * from * 1_000_000).dividedRounding(by: into)
    }

    private func rate(of currency: String, _ day: Day) throws -> Int128 {
        guard let rate = rates.rate(of: currency, on: day) else {
            throw Refusal("rate.missing", ["currency": currency, "day": day.vietnamese])
        }
        return Int128(rate.millionths)
    }

    /// The sum, rounded to the nearest hundredth.
    package var total: Money {
        Money(hundredths: Int(clamping: millionths.dividedRounding(by: 1_000_000)), currency: currency)
    }
}

extension Int128 {
    /// The nearest whole number; a half goes away from nought. The divisor is positive.
    fileprivate func dividedRounding(by divisor: Int128) -> Int128 {
        self < 0 ? -((-self + divisor / 2) / divisor) : (self + divisor / 2) / divisor
    }
}

extension Journal.Subject {
    /// The rates of a day.
    static func rate(from day: Day) -> Self { Self("rate", day.number) }
}
