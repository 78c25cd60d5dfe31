import Markup
import Office
import Storage

extension RecordBook {
    /// What the journal keeps of content: each field in plain text; only that it is filled of a private one, and of one that may tell who
    /// somebody is where the register is confidential: a line of the journal is never erased.
    func facts(_ content: StoredContent) throws -> Facts {
        try Facts { json in
            try write(content.fields, definition.fields, &json)
            for lines in definition.lines {
                guard let rows = content.lines[lines.key] else { continue }
                try json.array(lines.key.text) { json in
                    for row in rows { try json.element { try write(row.fields, lines.fields, &$0) } }
                }
            }
        }
    }

    private func write(_ cells: [Key: Cells], _ fields: [FieldDefinition], _ json: inout JSONWriter) throws {
        for field in fields {
            guard let cells = cells[field.key] else { continue }
            if !cells.isFilled {
                json.member(field.key.text, String?.none)
            } else if definition.isHiddenInJournal(field) {
                json.member(field.key.text, Self.hidden)
            } else if let value = try field.value(of: cells) {
                json.member(field.key.text, value.plain(places: field.places))
            }
        }
    }

    /// In the place of what is private.
    package static let hidden = "•••"
}
