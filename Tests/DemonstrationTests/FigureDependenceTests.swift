import Figures
import Office
import Registers
import Storage
import TestSupport
import Testing
import WorkCalendar

@testable import Demonstration

private let migrations =
    Series.migrations + Search.migrations + Shape.migrations + Journal.migrations + OrganisationSchema.migrations
    + PeopleSchema.migrations + KeptFiles.migrations + RegisterSchema.migrations

/// Which figures can change when a field of a record does, read from the definitions alone.
private struct Dependence {
    private let figures: Figures

    init(_ figures: Figures) { self.figures = figures }

    /// The figures that ask for a field of the records of a register, and the shares of them, in whichever register those stand.
    func figures(on key: Key, of register: Definition) -> Set<String> {
        withShares(Set(register.figures.filter { Self.fields(of: $0, register).contains(key) }.map(\.name)))
    }

    /// All figures of a register, and the shares of them.
    func figures(of register: Definition) -> Set<String> { withShares(Set(register.figures.map(\.name))) }

    private func withShares(_ names: Set<String>) -> Set<String> {
        let shares = figures.all.filter { declared in
            guard case .share(let above, let below) = declared.figure.measure else { return false }
            return names.contains(above) || names.contains(below)
        }
        let all = names.union(shares.map(\.figure.name))
        return all == names ? all : withShares(all)
    }

    private static func fields(of figure: FigureDefinition, _ register: Definition) -> Set<Key> {
        var keys: [Key] = []
        switch figure.measure {
        case .sum(let key), .distinct(let key): keys.append(key)
        case .count, .share: break
        }
        for criterion in figure.filter.criteria { if case .field(let key) = criterion.subject { keys.append(key) } }
        switch figure.window {
        case .dated(let key): keys.append(key)
        case .standing(let from, let until): keys += [from] + [until].compactMap(\.self)
        case .always: break
        }
        let lines = figure.lines.flatMap { register.lines($0) }
        return Set(keys.filter { lines?[$0] == nil })
    }
}

@Suite("What figures depend on", .onEachEngine(migrations))
struct FigureDependenceTests {
    private let act = Demonstration.act(on: Demonstration.day(2026, 11, 21))
    private let window = PartialDate.year(2025).window

    private func values(_ finder: FigureFinder, _ db: Transaction) throws -> [String: FigureAnswer] {
        let question = FigureQuestion(window, within: .everything)
        return Dictionary(
            uniqueKeysWithValues: try finder.figures.all.map {
                ($0.figure.name, try finder.answer($0, to: question, db))
            })
    }

    private func changed(_ before: [String: FigureAnswer], _ after: [String: FigureAnswer]) -> Set<String> {
        Set(before.keys.filter { before[$0]?.amount != after[$0]?.amount })
    }

    /// Another value of a field; `nil` where it is of a kind that this test does not change.
    private func another(_ value: FieldValue, _ field: FieldDefinition) -> FieldValue? {
        switch value {
        case .number(let number): .number(number + 1)
        case .key(let key) where field.kind == .choice:
            field.choices.first { $0.key.text != key }.map { .key($0.key.text) }
        case .date(.day(let day)): .date(.day(day.adding(days: -800)))
        default: nil
        }
    }

    @Test func `One changed record changes figures that depend on what was changed, and no other`() async throws {
        let invented = try DemonstrationRecords()
        let (act, window) = (act, window)
        try await TestStore.current.write { db throws in
            let founding = try Organisations.establish(province: "31", migrations, by: act, db)
            try Definitions.installShipped(by: act, db)
            let definitions = try Definitions.current(db)
            let keys = try KeyRing(KeyRing.newFile())
            try invented.store(in: founding.organisation, definitions, keys: keys, db)
            let finder = try FigureFinder(Figures(of: definitions), db)
            #expect(finder.figures.all.count == 148)
            let dependence = Dependence(finder.figures)
            let before = try values(finder, db)
            let question = FigureQuestion(window, within: .everything)
            var tried = 0
            for register in definitions.all {
                let own = finder.figures.all.filter { $0.register.key == register.key }
                let given = try own.map { ($0, try finder.contributions(to: $0, question, limit: 1, db).first) }
                guard let id = given.compactMap({ $0.1?.record }).first else { continue }
                let book = RecordBook(register, keys: keys)
                let record = try #require(try book.record(id, within: .everything, db))
                var version = record.version

                // Three fields of each register, of different kinds where it has them.
                var kinds: Set<Kind> = []
                let fields = register.fields.filter { field in
                    record.content.values[field.key].flatMap { another($0, field) } != nil
                        && kinds.insert(field.kind).inserted
                }
                for field in fields.prefix(3) {
                    guard let value = record.content.values[field.key], let other = another(value, field) else {
                        continue
                    }
                    var draft = RecordDraft()
                    draft.values[field.key] = other
                    do {
                        version = try book.change(id, draft, version: version, within: .everything, by: act, db)
                    } catch is RecordProblems {
                        continue
                    }
                    tried += 1
                    let touched = changed(before, try values(finder, db))
                    let named = dependence.figures(on: field.key, of: register)
                    #expect(touched.isSubset(of: named), "\(register.key).\(field.key): \(touched.subtracting(named))")
                    // What is added up is one more wherever this record counts.
                    for (declared, _) in given {
                        guard case .sum(let key) = declared.figure.measure, key == field.key,
                            declared.figure.lines == nil,
                            try finder.contributions(to: declared, question, limit: 10_000, db).contains(where: {
                                $0.record == id
                            })
                        else { continue }
                        #expect(touched.contains(declared.figure.name))
                    }
                    draft.values[field.key] = value
                    version = try book.change(id, draft, version: version, within: .everything, by: act, db)
                }

                // Without the record each figure to which it gave something is another, and those alone.
                let gave = try own.filter { declared in
                    guard declared.figure.measure == .count || declared.figure.isSum else { return false }
                    return try finder.contributions(to: declared, question, limit: 10_000, db)
                        .contains { $0.record == id && $0.amount != FigureAmount(0) }
                }
                try book.remove(id, reason: nil, version: version, within: .everything, by: act, db)
                let touched = changed(before, try values(finder, db))
                #expect(touched.isSubset(of: dependence.figures(of: register)), "\(register.key)")
                let counted = Set(own.filter { $0.figure.measure == .count || $0.figure.isSum }.map(\.figure.name))
                #expect(touched.intersection(counted) == Set(gave.map(\.figure.name)), "\(register.key)")
                try book.restore(id, version: version + 1, within: .everything, by: act, db)
            }
            #expect(try changed(before, values(finder, db)).isEmpty)
            #expect(tried >= 60, "\(tried)")
        }
    }
}

extension FigureDefinition {
    fileprivate var isSum: Bool { if case .sum = measure { true } else { false } }
}
