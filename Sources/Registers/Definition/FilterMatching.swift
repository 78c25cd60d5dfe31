import Office
import Storage

extension Filter {
    /// Whether all of it holds for a record that was read; as ``Definition/condition(_:within:lines:without:_:)`` says it in SQL.
    func holds(for record: Record) -> Bool {
        criteria.allSatisfy { criterion in
            switch criterion.subject {
            case .state: criterion.test.holds(for: .key(record.state.text))
            case .field(let key): criterion.test.holds(for: record.content.values[key])
            case .line: false
            }
        }
    }

    /// The fields that it asks about.
    var fields: [Key] {
        criteria.compactMap { if case .field(let key) = $0.subject { key } else { nil } }
    }
}

extension Filter.Test {
    func holds(for value: FieldValue?) -> Bool {
        switch self {
        case .any(let sought): value.map { $0.isAny(of: sought) } ?? false
        case .none(let sought): value.map { !$0.isAny(of: sought) } ?? true
        case .filled(let isFilled): (value != nil) == isFilled
        case .within(let bounds):
            switch value {
            case .number(let number): bounds.contain(number)
            case .money(let money): bounds.contain(money.hundredths)
            default: false
            }
        }
    }
}

extension FieldValue {
    /// Whether it is one of these; of several values, whether one is.
    fileprivate func isAny(of values: [FieldValue]) -> Bool {
        let own: [Value] =
            switch self {
            case .keys(let keys): keys.map { .text($0) }
            case .files(let files): files.map { .integer($0) }
            default: [sought]
            }
        return values.contains { own.contains($0.sought) }
    }
}
