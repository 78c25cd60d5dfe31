package import Wording

/// Something that is wrong with one field of a draft.
package struct RecordProblem: Equatable, Sendable {
    /// The field, or the lines.
    package let field: Key
    /// Of which lines, and of which of them, from 0; `nil` for the record's own field.
    package let line: (lines: Key, index: Int)?
    /// What is wrong and what helps, without the field's name.
    package let message: Message

    /// "Ngày đến: cần điền." – "Các lần chi, dòng 2, Số tiền: …"
    package func text(_ definition: Definition, _ catalogue: Catalogue, _ language: Catalogue.Language) -> String {
        var names: [String] = []
        var fields = definition.fields
        if let line, let lines = definition.lines(line.lines) {
            names = [lines.names[language], catalogue.text(Message("record.line", ["number": "\(line.index + 1)"]))]
            fields = lines.fields
        }
        let own = fields.first { $0.key == field }?.names ?? definition.lines(field)?.names
        names.append(own?[language] ?? field.text)
        return "\(names.joined(separator: ", ")): \(catalogue.text(message))"
    }

    package static func == (left: Self, right: Self) -> Bool {
        left.field == right.field && left.line?.lines == right.line?.lines && left.line?.index == right.line?.index
            && left.message == right.message
    }
}

/// A draft that cannot be recorded: all that is wrong with it.
package struct RecordProblems: Error, Equatable {
    /// At least one.
    package let problems: [RecordProblem]
}
