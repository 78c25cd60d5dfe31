package import Office
package import Storage
package import Web

/// The records that a list asks for, from the first to the last, with the names of what they refer to: what files are written of.
package struct RegisterRows: Sendable {
    private let book: RecordBook
    private let definitions: Definitions
    private let list: RecordList
    private let columns: [FieldDefinition]
    private let scope: Scope
    private let writing: ValueWriting

    /// - Parameters:
    ///   - definitions: Of the registers that it refers to.
    ///   - list: Which records in which order; how many does not matter here.
    ///   - columns: The fields that are written; no others are read.
    ///   - scope: The units whose records may be read.
    package init(
        of book: RecordBook, _ definitions: Definitions, _ list: RecordList, columns: [FieldDefinition],
        within scope: Scope, _ writing: ValueWriting
    ) {
        self.book = book
        self.definitions = definitions
        self.list = list
        self.columns = columns
        self.scope = scope
        self.writing = writing
    }

    /// The rows, portion after portion by cursor.
    package func all(_ db: Transaction) -> ListingRows<RegisterRow> {
        var list = list
        (list.offset, list.after) = (0, nil)
        list.fields = Set(columns.map(\.key))
        var isEnded = false
        return ListingRows { count in
            try book.count(list.query, within: scope, db) > count
        } next: { limit in
            if isEnded { return [] }
            list.limit = limit
            let page = try book.list(list, within: scope, db)
            (list.after, isEnded) = (page.next, page.next == nil)
            return try rows(page.records, db)
        }
    }

    /// The rows of a portion.
    package func portion(_ portion: Portion, _ db: Transaction) throws -> [RegisterRow] {
        var list = list
        (list.limit, list.offset) = (portion.limit, portion.offset)
        list.fields = Set(columns.map(\.key))
        return try rows(book.list(list, within: scope, db).records, db)
    }

    private func rows(_ records: [Record], _ db: Transaction) throws -> [RegisterRow] {
        var writing = writing
        try writing.learn(records.map(\.content), columns, definitions, db)
        return records.map { RegisterRow(record: $0, writing: writing) }
    }
}
