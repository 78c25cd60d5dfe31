import Office
package import Registers
import Storage
package import WorkCalendar

/// The rows of a figure in a register, in the words of SQL: the record is `r`, the line `l`.
struct FigureRows {
    private let figure: FigureDefinition
    private let register: Definition
    private let lines: Lines?
    private let condition: Query

    /// For a figure that counts or adds up; a share has the rows of its two figures.
    init(_ declared: Figures.Declared, _ question: FigureQuestion, _ db: Transaction) throws {
        figure = declared.figure
        register = declared.register
        lines = figure.lines.flatMap { declared.register.lines($0) }
        condition = try register.condition(
            Self.query(figure, question), within: question.scope, lines: lines, db)
    }

    /// Which records a figure means.
    static func query(_ figure: FigureDefinition, _ question: FigureQuestion) -> RecordQuery {
        var query = RecordQuery()
        query.filter = figure.filter
        query.window = question.window
        query.timing = figure.window
        query.facets = question.facets
        return query
    }

    /// The field that is added up or told apart.
    private var field: FieldDefinition? {
        switch figure.measure {
        case .sum(let key), .distinct(let key): lines?[key] ?? register[key]
        case .count, .share: nil
        }
    }

    private var isOfLine: Bool { field.map { field in lines?[field.key] != nil } ?? (lines != nil) }
    /// The alias of the row that has the field.
    private var row: Query { isOfLine ? "l" : "r" }
    private var source: Query { register.source(lines: lines) }

    func answer(at rates: ExchangeRates, _ db: Transaction) throws -> FigureAnswer {
        guard let field else {
            let count = try db.value("SELECT COUNT(*) FROM \(source) WHERE \(condition)", Int.self) ?? 0
            return FigureAnswer(amount: FigureAmount(count), rows: count)
        }
        if case .distinct = figure.measure { return try distinct(field, db) }
        if field.kind == .money { return try money(field, at: rates, db) }
        let column: Query = "\(row).\(name: field.key.column)"
        let found = try db.first(
            "SELECT COALESCE(SUM(\(column)), 0), COUNT(\(column)) FROM \(source) WHERE \(condition)"
        ) { (sum: try $0.next(Int.self), rows: try $0.next(Int.self)) }
        return FigureAnswer(amount: FigureAmount(found?.sum ?? 0, over: scale(of: field)), rows: found?.rows ?? 0)
    }

    private func distinct(_ field: FieldDefinition, _ db: Transaction) throws -> FigureAnswer {
        var (source, column): (Query, Query) = (source, "\(row).\(name: field.columns.first?.name ?? "id")")
        if field.hasTable {
            let table = Definition.table(
                of: field, in: isOfLine ? lines.map(register.table(of:)) ?? "" : register.table)
            source = "\(source) JOIN \(name: table) AS v ON v.record = \(row).id"
            column = "v.value"
        }
        return try db.first(
            """
            SELECT COUNT(DISTINCT \(column)), COUNT(DISTINCT \(row).id) FROM \(source)
            WHERE \(condition) AND \(column) IS NOT NULL
            """
        ) { FigureAnswer(amount: FigureAmount(try $0.next()), rows: try $0.next()) }
            ?? FigureAnswer(amount: FigureAmount(0), rows: 0)
    }

    /// Each amount at the rate of its day; without a rate the figure has no value rather than a wrong one.
    private func money(_ field: FieldDefinition, at rates: ExchangeRates, _ db: Transaction) throws -> FigureAnswer {
        guard let currency = figure.currency else { return FigureAnswer(amount: nil, rows: 0) }
        let amount: Query = "\(row).\(name: field.key.column)"
        let own: Query = "\(row).\(name: "\(field.key.column)_currency")"
        let day = register.day(of: figure.window, lines) ?? "SUBSTR(r.recorded_at, 1, 10)"
        var sum = ConvertedSum(into: currency, at: rates)
        var rows = 0
        do {
            try db.each(
                """
                SELECT SUM(\(amount)), \(own), \(day), COUNT(*) FROM \(source)
                WHERE \(condition) AND \(amount) IS NOT NULL GROUP BY \(own), \(day)
                """
            ) {
                try sum.add(Money(hundredths: $0.next(), currency: $0.next()), on: $0.next())
                rows += try $0.next(Int.self)
            }
        } catch is Refusal {
            return FigureAnswer(amount: nil, rows: rows)
        }
        return FigureAnswer(amount: FigureAmount(sum.total.hundredths, over: 100), rows: rows)
    }

    /// What each record gives to the figure, by its day, the first first. They add up to it, but for different values, of which
    /// several records may have the same.
    func contributions(at rates: ExchangeRates, limit: Int, _ db: Transaction) throws -> [FigureContribution] {
        let day = register.day(of: figure.window, nil) ?? "SUBSTR(r.recorded_at, 1, 10)"
        guard let field, case .sum = figure.measure else {
            let count: Query = figure.measure == .count && lines != nil ? "COUNT(*)" : "1"
            return try db.all(
                """
                SELECT r.id, \(day), \(count) FROM \(source) WHERE \(condition)
                GROUP BY r.id, \(day) ORDER BY \(day), r.id LIMIT \(limit)
                """
            ) { FigureContribution(record: try $0.next(), day: try $0.next(), amount: FigureAmount(try $0.next())) }
        }
        let column: Query = "\(row).\(name: field.key.column)"
        guard field.kind == .money, let currency = figure.currency else {
            let scale = scale(of: field)
            return try db.all(
                """
                SELECT r.id, \(day), SUM(\(column)) FROM \(source) WHERE \(condition) AND \(column) IS NOT NULL
                GROUP BY r.id, \(day) ORDER BY \(day), r.id LIMIT \(limit)
                """
            ) {
                FigureContribution(
                    record: try $0.next(), day: try $0.next(), amount: FigureAmount(try $0.next(), over: scale))
            }
        }
        let own: Query = "\(row).\(name: "\(field.key.column)_currency")"
        let rowDay = register.day(of: figure.window, lines) ?? day
        return try db.all(
            """
            SELECT r.id, \(rowDay), SUM(\(column)), \(own) FROM \(source)
            WHERE \(condition) AND \(column) IS NOT NULL GROUP BY r.id, \(rowDay), \(own)
            ORDER BY \(rowDay), r.id LIMIT \(limit)
            """
        ) { fields in
            let (record, day): (RecordID, Day?) = (try fields.next(), try fields.next())
            var sum = ConvertedSum(into: currency, at: rates)
            let money = Money(hundredths: try fields.next(), currency: try fields.next())
            let isKnown: Void? = day.flatMap { day in try? sum.add(money, on: day) }
            return FigureContribution(
                record: record, day: day,
                amount: isKnown == nil ? nil : FigureAmount(sum.total.hundredths, over: 100))
        }
    }

    private func scale(of field: FieldDefinition) -> Int {
        (0..<(field.kind == .decimal ? field.places : 0)).reduce(1) { scale, _ in scale * 10 }
    }
}

/// What one record gives to a figure.
package struct FigureContribution: Hashable, Sendable {
    /// The record.
    package let record: RecordID
    /// The day by which it belongs to the window.
    package let day: Day?
    /// How much; `nil` where a rate of exchange is missing.
    package let amount: FigureAmount?
}
