package import Office
package import Storage

/// A page of a list of records.
package struct RecordList: Hashable, Sendable {
    /// By what a list is sorted.
    package enum Order: Hashable, Sendable {
        /// The register's own date, or else when they were recorded.
        case day
        /// When they were recorded.
        case recorded
        /// Their number.
        case number
        /// Where they stand.
        case state
        /// A field; texts in the order of Vietnamese dictionaries.
        case field(Key)
    }

    /// Which records.
    package var query = RecordQuery()
    /// By what they are sorted.
    package var order = Order.day
    /// The greatest or the last first.
    package var isDescending = true
    /// How many at most.
    package var limit = 50
    /// How many are left out before.
    package var offset = 0
    /// Only those after the last of a page before, which is quicker than leaving out many; then none are left out.
    package var after: Cursor?
    /// With which fields records are read; all where nothing is said.
    package var fields: Set<Key>?

    /// The first page of all records.
    package init() {}

    /// Where a page ended.
    package struct Cursor: Hashable, Sendable {
        /// The sorted value of its last record.
        package let value: Value
        /// That record.
        package let id: RecordID

        /// Both parts.
        package init(value: Value, id: RecordID) {
            self.value = value
            self.id = id
        }
    }

    /// What a page shows.
    package struct Page: Hashable, Sendable {
        /// In the order that was asked for; without lines.
        package let records: [Record]
        /// Where it ends; `nil` where nothing follows.
        package let next: Cursor?
    }
}

extension RecordBook {
    /// A page of a list: one statement for the records, and one more for each field of several values.
    /// - Parameter scope: The units whose records may be read.
    package func list(_ list: RecordList, within scope: Scope, _ db: Transaction) throws -> RecordList.Page {
        let column = definition.column(of: list.order)
        let condition = try definition.condition(list.query, within: scope, db)
        let fields = definition.fields.filter { list.fields?.contains($0.key) ?? true }
        let reading = RowReading(fields)
        let columns = EngineColumn.allCases.map { "r.\(name: $0.rawValue)" as Query } + reading.columns + [column]
        let (_, direction, nulls) = list.direction
        var rows: [(record: Record, value: Value)] = []
        for part in list.parts(column, isAlwaysFilled: definition.isAlwaysFilled(list.order)) {
            // One more than asked for tells whether anything follows.
            let wanted = list.limit + 1 - rows.count
            if wanted <= 0 { break }
            rows += try db.all(
                """
                SELECT \(Query(joining: columns, ", ")) FROM \(definition.source()) WHERE \(condition) \(part)
                ORDER BY \(column) \(direction) \(nulls), r.id \(direction)
                LIMIT \(wanted) OFFSET \(list.after == nil ? list.offset : 0)
                """
            ) { row in
                var record = try Record(head: &row)
                record.content = try reading.content(&row)
                return (record, try row.next(Value.self))
            }
        }
        var next: RecordList.Cursor?
        if rows.count > list.limit {
            rows.removeLast()
            next = rows.last.map { RecordList.Cursor(value: $0.value, id: $0.record.id) }
        }
        var records = rows.map(\.record)
        for field in fields where field.hasTable { try addSeveral(field, to: &records, db) }
        return RecordList.Page(records: records, next: next)
    }

    private func addSeveral(_ field: FieldDefinition, to records: inout [Record], _ db: Transaction) throws {
        var values: [Int: Cells] = [:]
        for ids in records.map(\.id).stretches {
            try db.each(
                """
                SELECT record, value FROM \(name: Definition.table(of: field, in: definition.table))
                WHERE record IN (\(list: ids)) ORDER BY record, place
                """
            ) { values[try $0.next(Int.self), default: []].append(try $0.next()) }
        }
        for index in records.indices {
            guard let cells = values[records[index].id.rawValue] else { continue }
            records[index].content.values[field.key] = try field.value(of: cells)
        }
    }
}

extension Array {
    /// Stretches of it that one statement can name: engines take long to read thousands of names of values, and keep statements that are
    /// asked again.
    var stretches: [ArraySlice<Element>] {
        stride(from: 0, to: count, by: 500).map { self[$0..<Swift.min($0 + 500, count)] }
    }
}

extension RecordList {
    /// Absent values are the least, as the indices have them.
    fileprivate var direction: (sign: Query, words: Query, nulls: Query) {
        isDescending ? ("<", "DESC", "NULLS LAST") : (">", "ASC", "NULLS FIRST")
    }

    /// What must hold besides of the rows after the cursor, part after part, so that each is one stretch of an index: those that are filled
    /// stand together, and so do those that are not.
    fileprivate func parts(_ column: Query, isAlwaysFilled: Bool) -> [Query] {
        guard let after else { return [""] }
        let rest: Query = "AND (\(column), r.id) \(direction.sign) (\(after.value), \(after.id))"
        return switch (isDescending, after.value == .null) {
        case (true, false): isAlwaysFilled ? [rest] : [rest, "AND \(column) IS NULL"]
        case (false, false): [rest]
        case (true, true): ["AND \(column) IS NULL AND r.id < \(after.id)"]
        case (false, true): ["AND \(column) IS NULL AND r.id > \(after.id)", "AND \(column) IS NOT NULL"]
        }
    }
}

extension Definition {
    /// The column by which an order sorts.
    func column(of order: RecordList.Order) -> Query {
        switch order {
        case .day: return column(of: display.day.map { .field($0) } ?? .recorded)
        case .recorded: return "r.recorded_at"
        case .number: return "r.id"
        case .state: return "r.state"
        case .field(let key): return self[key]?.sortColumn.map { "r.\(name: $0)" } ?? "r.recorded_at"
        }
    }

    /// Whether every record has something to be sorted by.
    func isAlwaysFilled(_ order: RecordList.Order) -> Bool {
        switch order {
        case .day: display.day.map { isAlwaysFilled(.field($0)) } ?? true
        case .recorded, .number, .state: true
        // A field that became required later may be empty in what was recorded before.
        case .field: false
        }
    }
}
