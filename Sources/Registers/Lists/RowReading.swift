import Storage

/// Reads what the columns of fields hold, row after row: what a list asks of the definition is asked once, not for each row.
struct RowReading {
    private let fields: [(field: FieldDefinition, width: Int)]

    /// - Parameter fields: Those with a table of their own are left out.
    init(_ fields: [FieldDefinition]) {
        self.fields = fields.filter { !$0.hasTable }.map { ($0, $0.columns.count) }
    }

    /// The columns to be asked for, of the record `r`.
    var columns: [Query] { fields.flatMap { $0.field.columns.map { "r.\(name: $0.name)" as Query } } }

    /// What a row says, from where its reading stands.
    func content(_ row: inout Fields) throws -> Record.Content {
        var content = Record.Content()
        content.values.reserveCapacity(fields.count)
        var cells: Cells = []
        for (field, width) in fields {
            cells.removeAll(keepingCapacity: true)
            for _ in 0..<width { cells.append(try row.next()) }
            guard cells.isFilled else { continue }
            if field.isPrivate {
                content.sealed.insert(field.key)
            } else {
                content.values[field.key] = try field.value(of: cells)
            }
        }
        return content
    }
}
