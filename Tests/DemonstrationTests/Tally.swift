import Registers
import WorkCalendar

@testable import Demonstration

/// Figures counted off the invented records themselves, without the engine: slowly, and in another way than it does.
struct Tally {
    let definitions: Definitions
    let records: [DemonstrationRecord]

    /// A record, or one of its lines with its record.
    private struct Row {
        let record: [Key: FieldValue]
        let line: [Key: FieldValue]
        let state: Key?
    }

    func value(_ name: String, _ window: Window) -> Int? {
        for definition in definitions.all {
            guard let figure = definition.figures.first(where: { $0.name == name }) else { continue }
            if case .share(let part, let whole) = figure.measure {
                guard let part = value(part, window), let whole = value(whole, window), whole > 0 else { return nil }
                return part / whole
            }
            let rows = rows(figure, definition).filter { row in
                figure.filter.criteria.allSatisfy { holds($0, row) } && belongs(row, figure.window, window)
            }
            return measured(figure, rows)
        }
        return nil
    }

    private func rows(_ figure: FigureDefinition, _ definition: Definition) -> [Row] {
        let lines = figure.lines.flatMap { definition.lines($0) }
        return records.filter { $0.register == definition.key.text }.flatMap { record -> [Row] in
            let state = definition.state(after: record.moves)
            let own = definition.fields.values(of: record.fields)
            guard let lines else { return [Row(record: own, line: [:], state: state)] }
            return (record.lines[lines.key.text] ?? []).map { row in
                Row(record: own, line: lines.fields.values(of: row), state: state)
            }
        }
    }

    private func measured(_ figure: FigureDefinition, _ rows: [Row]) -> Int {
        func values(_ key: Key) -> [FieldValue] {
            rows.compactMap { figure.lines == nil ? $0.record[key] : $0.line[key] }
        }
        switch figure.measure {
        case .count, .share: return rows.count
        case .distinct(let key): return Set(values(key).flatMap(\.parts)).count
        case .sum(let key):
            return values(key).reduce(0) { sum, value in
                switch value {
                case .number(let number): sum + number
                case .money(let money) where money.currency == figure.currency: sum + money.hundredths / 100
                default: sum
                }
            }
        }
    }

    private func holds(_ criterion: Filter.Criterion, _ row: Row) -> Bool {
        let value: FieldValue? =
            switch criterion.subject {
            case .state: row.state.map { .key($0.text) }
            case .field(let key): row.record[key]
            case .line(let key): row.line[key]
            }
        let parts = Set(value?.parts ?? [])
        switch criterion.test {
        case .any(let values): return !parts.isDisjoint(with: values)
        case .none(let values): return parts.isDisjoint(with: values)
        case .filled(let isFilled): return (value != nil) == isFilled
        case .within(let bounds):
            guard case .number(let number)? = value else { return false }
            return bounds.contain(number)
        }
    }

    private func belongs(_ row: Row, _ timing: FigureDefinition.Timing, _ window: Window) -> Bool {
        func last(_ key: Key?) -> Day? {
            guard let key, case .date(let date)? = row.line[key] ?? row.record[key] else { return nil }
            return date.lastDay
        }
        switch timing {
        case .always: return true
        case .dated(let key): return last(key).map { window.first <= $0 && $0 <= window.last } ?? false
        case .standing(let from, let until):
            guard let from = last(from), from <= window.last else { return false }
            return last(until).map { $0 > window.last } ?? true
        }
    }
}

extension FieldValue {
    /// Each of several values.
    fileprivate var parts: [FieldValue] {
        if case .keys(let keys) = self { return keys.map { .key($0) } }
        return [self]
    }
}

extension [FieldDefinition] {
    /// What a record says; units and other records by the names that they have here.
    func values(of texts: [String: String]) -> [Key: FieldValue] {
        var values: [Key: FieldValue] = [:]
        for field in self {
            guard let text = texts[field.key.text] else { continue }
            values[field.key] =
                field.kind == .unit || field.kind == .record ? .key(text) : FieldValue(plain: text, of: field)
        }
        return values
    }
}

extension Definition {
    /// Where a new record stands after some moves; nowhere if one of them does not lead on.
    func state(after moves: [String]) -> Key? {
        var state = states[0].key
        for name in moves {
            guard let move = self.moves.first(where: { $0.key.text == name && $0.from.contains(state) }) else {
                return nil
            }
            state = move.to
        }
        return state
    }
}
