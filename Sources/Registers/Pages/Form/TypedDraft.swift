import Storage
import Wording

/// What a form would make of a record: the draft, or what is wrong, field by field.
struct TypedDraft {
    private(set) var draft = RecordDraft()
    /// What is wrong, by the names of the fields in the form.
    private(set) var problems: [String: Message] = [:]
    /// The numbers in the form of the lines of the draft.
    private var numbers: [Key: [Int]] = [:]

    /// - Parameters:
    ///   - record: The one that is changed; `nil` for a new one.
    ///   - fields: Those that the form has; all where none are named.
    init(_ reading: ValueReading, changing record: Record?, only fields: Set<Key>? = nil) throws {
        let definition = reading.request.definition
        for field in definition.fields where fields?.contains(field.key) ?? true {
            let name = TypedRecord.name(field.key)
            if isLeft(field, name, reading, isSealed: record?.content.sealed.contains(field.key) ?? false) { continue }
            let value = try read(field, name, reading, record?.content.values[field.key])
            draft.values.updateValue(value, forKey: field.key)
        }
        guard fields == nil else { return }
        for lines in definition.lines { try read(lines, reading, record) }
    }

    /// A line that is added to those of a record: the only one that the form has.
    init(_ reading: ValueReading, adding lines: Lines, to record: Record) throws {
        let known = record.lines[lines.key] ?? []
        try read(lines, reading, nil)
        numbers[lines.key] = known.indices.map { $0 } + (numbers[lines.key] ?? [])
        draft.lines[lines.key] =
            known.map { RecordDraft.Line(id: $0.id, $0.content.values) } + (draft.lines[lines.key] ?? [])
    }

    /// Says what a field becomes, besides what was typed.
    mutating func set(_ field: Key, _ value: FieldValue) { draft.values.updateValue(value, forKey: field) }

    private mutating func read(_ lines: Lines, _ reading: ValueReading, _ record: Record?) throws {
        let typed = reading.typed
        let known = record?.lines[lines.key] ?? []
        var drafts: [RecordDraft.Line] = []
        for number in typed.lines[lines.key] ?? [] {
            let id = Int(typed["\(TypedRecord.name(of: lines.key)).\(number).id"])
            let before = known.first { $0.id == id }
            // A line that was added and left empty is none.
            if before == nil, typed.isBlank(number, of: lines) { continue }
            var line = RecordDraft.Line(id: before?.id, [:])
            for field in lines.fields {
                let name = TypedRecord.name(field.key, of: lines.key, number)
                line.values[field.key] = try read(field, name, reading, before?.content.values[field.key])
            }
            drafts.append(line)
            numbers[lines.key, default: []].append(number)
        }
        draft.lines[lines.key] = drafts
    }

    private mutating func read(
        _ field: FieldDefinition, _ name: String, _ reading: ValueReading, _ current: FieldValue?
    ) throws -> FieldValue? {
        do {
            return try reading.value(field, name, current: current)
        } catch let misread as Misread {
            problems[name] = misread.message
            return nil
        }
    }

    /// A private field that has something and was left empty stays as it is.
    private func isLeft(_ field: FieldDefinition, _ name: String, _ reading: ValueReading, isSealed: Bool) -> Bool {
        field.isPrivate && isSealed && reading.typed[name].isEmpty && reading.typed.all(name).isEmpty
            && reading.typed["\(name).clear"].isEmpty
    }

    /// The names in the form of what is wrong with the draft; what could not be read is not told a second time.
    func problems(_ wrong: RecordProblems) -> [String: Message] {
        wrong.problems.reduce(into: problems) { all, problem in
            let name: String
            if let line = problem.line {
                let number = numbers[line.lines].flatMap { $0.indices.contains(line.index) ? $0[line.index] : nil }
                name = TypedRecord.name(problem.field, of: line.lines, number ?? line.index)
            } else {
                name = TypedRecord.name(problem.field)
            }
            if all[name] == nil { all[name] = problem.message }
        }
    }
}
