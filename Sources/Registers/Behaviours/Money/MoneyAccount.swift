import Office
package import Storage
package import WorkCalendar

/// What was committed and paid of one record: each amount in its own currency, and in đồng at the rate of its day.
package struct MoneyAccount: Hashable, Sendable {
    /// One side of the account in one currency or in all, over some time.
    package struct Side: Hashable, Sendable {
        /// In hundredths of the currency.
        package internal(set) var hundredths = 0
        /// In hundredths of a đồng; `nil` where a rate is missing.
        package internal(set) var dong: Int? = 0

        fileprivate mutating func add(_ money: Money, _ dong: Int?) {
            hundredths += money.hundredths
            self.dong = self.dong.flatMap { sum in dong.map { sum + $0 } }
        }
    }

    /// What was committed and what was paid.
    package struct Row: Hashable, Sendable {
        /// ISO 4217.
        package let currency: String
        /// `nil` for all years.
        package let year: Int?
        /// Promised.
        package internal(set) var committed = Side()
        /// Paid.
        package internal(set) var disbursed = Side()

        /// What is still to be paid; negative where more was paid than promised.
        package var remaining: Int { committed.hundredths - disbursed.hundredths }
    }

    /// Year by year, and currency by currency.
    package let years: [Row]
    /// All years, currency by currency.
    package let totals: [Row]

    /// - Parameters:
    ///   - committed: With their days.
    ///   - disbursed: With their days.
    package init(
        committed: [(day: Day, money: Money)], disbursed: [(day: Day, money: Money)], at rates: ExchangeRates
    ) {
        struct Place: Hashable { let year: Int?, currency: String }
        var rows: [Place: Row] = [:]
        func add(_ money: Money, on day: Day, to side: WritableKeyPath<Row, Side>) {
            var sum = ConvertedSum(into: "VND", at: rates)
            let dong = (try? sum.add(money, on: day)).map { sum.total.hundredths }
            for year in [day.year, nil] {
                let place = Place(year: year, currency: money.currency)
                rows[place, default: Row(currency: money.currency, year: year)][keyPath: side].add(money, dong)
            }
        }
        for (day, money) in committed { add(money, on: day, to: \.committed) }
        for (day, money) in disbursed { add(money, on: day, to: \.disbursed) }
        let sorted = rows.values.sorted { ($0.year ?? 0, $0.currency) < ($1.year ?? 0, $1.currency) }
        years = sorted.filter { $0.year != nil }
        totals = sorted.filter { $0.year == nil }
    }

    /// All currencies together, in hundredths of a đồng; `nil` where a rate is missing.
    package var dong: (committed: Int, disbursed: Int)? {
        var sums = (committed: 0, disbursed: 0)
        for row in totals {
            guard let committed = row.committed.dong, let disbursed = row.disbursed.dong else { return nil }
            sums = (sums.committed + committed, sums.disbursed + disbursed)
        }
        return sums
    }

    /// How much of what was promised was paid, in thousandths: in the currency itself where there is one, else in đồng.
    package var share: Int? {
        let pair =
            totals.count == 1
            ? totals.first.map { ($0.committed.hundredths, $0.disbursed.hundredths) }
            : dong.map { ($0.committed, $0.disbursed) }
        guard let (committed, disbursed) = pair, committed > 0 else { return nil }
        return Int((Int128(disbursed) * 1_000 + Int128(committed) / 2) / Int128(committed))
    }

    /// Whether more was paid than promised.
    package var isOver: Bool {
        totals.count == 1 ? (totals.first?.remaining ?? 0) < 0 : dong.map { $0.disbursed > $0.committed } ?? false
    }
}

extension MoneyFlow {
    /// The account of a record.
    func account(of record: Record, in definition: Definition, at rates: ExchangeRates) -> MoneyAccount {
        let committed: [(day: Day, money: Money)] =
            switch commitments {
            case .lines(let key): amounts(key, record, definition)
            case .field(let key):
                if case .money(let money)? = record.content.values[key] {
                    [(day: ownDay(of: record, definition), money: money)]
                } else {
                    []
                }
            case nil: []
            }
        return MoneyAccount(
            committed: committed, disbursed: disbursements.map { amounts($0, record, definition) } ?? [], at: rates)
    }

    private func ownDay(of record: Record, _ definition: Definition) -> Day {
        definition.display.day.flatMap { record.day(of: $0, last: false) } ?? record.recordedAt.day
    }

    private func amounts(_ key: Key, _ record: Record, _ definition: Definition) -> [(day: Day, money: Money)] {
        guard let lines = definition.lines(key), let (day, money) = lines.dayAndMoney else { return [] }
        return (record.lines[key] ?? []).compactMap { line in
            guard let on = line.content.day(of: day, last: false),
                case .money(let amount)? = line.content.values[money]
            else { return nil }
            return (on, amount)
        }
    }
}

extension Lines {
    /// The fields by which they are amounts on days.
    var dayAndMoney: (day: Key, money: Key)? {
        guard let day, let money = fields.first(where: { $0.kind == .money })?.key else { return nil }
        return (day, money)
    }
}

/// Where the payments of a record stand, currency by currency: amounts of different currencies are compared on its page, at the
/// rates of their days.
extension MoneyFlow: SortingBehaviour {
    package static var standings: [String] { ["over", "nothing", "partly", "paid"] }

    package func records(at standing: String, in definition: Definition, on day: Day) -> Query {
        guard let committed = committed(definition), let paid = disbursements.flatMap({ sums($0, definition) }) else {
            return "SELECT 0 AS record WHERE 1 = 0"
        }
        let test: Query =
            switch standing {
            case "over": "p.amount > c.amount"
            case "nothing": "c.amount > 0 AND COALESCE(p.amount, 0) = 0"
            case "partly": "p.amount > 0 AND p.amount < c.amount"
            default: "p.amount = c.amount"
            }
        return """
            SELECT c.record FROM (\(committed)) AS c
            LEFT JOIN (\(paid)) AS p ON p.record = c.record AND p.currency = c.currency WHERE \(test)
            """
    }

    private func committed(_ definition: Definition) -> Query? {
        switch commitments {
        case .lines(let key): return sums(key, definition)
        case .field(let key):
            guard let field = definition[key] else { return nil }
            return """
                SELECT r.id AS record, r.\(name: "\(field.key.column)_currency") AS currency,
                    r.\(name: field.key.column) AS amount FROM \(definition.source())
                WHERE r.\(name: field.key.column) IS NOT NULL
                """
        case nil: return nil
        }
    }

    private func sums(_ key: Key, _ definition: Definition) -> Query? {
        guard let lines = definition.lines(key), let money = lines.dayAndMoney?.money else { return nil }
        return """
            SELECT l.record, l.\(name: "\(money.column)_currency") AS currency, SUM(l.\(name: money.column)) AS amount
            FROM \(name: definition.table(of: lines)) AS l WHERE l.\(name: money.column) IS NOT NULL
            GROUP BY l.record, l.\(name: "\(money.column)_currency")
            """
    }
}
