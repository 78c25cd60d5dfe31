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
    /// Only those after the last of a page before; quicker than leaving out many.
    package var after: Cursor?

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
        var condition = try definition.condition(list.query, within: scope, db)
        if let after = list.after {
            let isAlwaysFilled = definition.isAlwaysFilled(list.order)
            condition = "\(condition) AND \(list.rest(after, column, isAlwaysFilled: isAlwaysFilled))"
        }
        let (_, direction, nulls) = list.direction
        let head = EngineColumn.allCases.map { "r.\(name: $0.rawValue)" as Query }
        let own = definition.fields.filter { !$0.hasTable }.flatMap(\.columns).map { "r.\(name: $0.name)" as Query }
        // One more than asked for tells whether anything follows.
        var rows = try db.all(
            """
            SELECT \(Query(joining: head + own + [column], ", ")) FROM \(definition.source()) WHERE \(condition)
            ORDER BY \(column) \(direction) \(nulls), r.id \(direction) LIMIT \(list.limit + 1) OFFSET \(list.offset)
            """
        ) { fields in
            let record = try Record(head: &fields)
            let cells = try Self.cells(of: definition.fields, &fields)
            return (record: record, cells: cells, value: try fields.next(Value.self))
        }
        var next: RecordList.Cursor?
        if rows.count > list.limit {
            rows.removeLast()
            next = rows.last.map { RecordList.Cursor(value: $0.value, id: $0.record.id) }
        }
        try addSeveral(&rows, db)
        let records = try rows.map { row in
            var record = row.record
            record.content = try content(row.cells, definition.fields)
            return record
        }
        return RecordList.Page(records: records, next: next)
    }

    private func addSeveral(
        _ rows: inout [(record: Record, cells: [Key: Cells], value: Value)], _ db: Transaction
    ) throws {
        guard !rows.isEmpty else { return }
        for field in definition.fields where field.hasTable {
            var values: [Int: Cells] = [:]
            try db.each(
                """
                SELECT record, value FROM \(name: Definition.table(of: field, in: definition.table))
                WHERE record IN (\(list: rows.map(\.record.id))) ORDER BY record, place
                """
            ) { values[try $0.next(Int.self), default: []].append(try $0.next()) }
            for index in rows.indices { rows[index].cells[field.key] = values[rows[index].record.id.rawValue] }
        }
    }
}

extension RecordList {
    /// Absent values are the least, as the indices have them.
    fileprivate var direction: (sign: Query, words: Query, nulls: Query) {
        isDescending ? ("<", "DESC", "NULLS LAST") : (">", "ASC", "NULLS FIRST")
    }

    /// The rows after a cursor.
    fileprivate func rest(_ after: Cursor, _ column: Query, isAlwaysFilled: Bool) -> Query {
        let sign = direction.sign
        let rest: Query = "(\(column), r.id) \(sign) (\(after.value), \(after.id))"
        return switch (isDescending, after.value == .null) {
        case (_, false) where isAlwaysFilled: rest
        case (true, false): "(\(rest) OR \(column) IS NULL)"
        case (false, false): rest
        case (true, true): "\(column) IS NULL AND r.id < \(after.id)"
        case (false, true): "(\(column) IS NULL AND r.id > \(after.id) OR \(column) IS NOT NULL)"
        }
    }
}

extension Definition {
    /// The column by which an order sorts.
    func column(of order: RecordList.Order) -> Query {
        switch order {
        case .day: return column(of: display.day.map { .field($0) } ?? .recorded)
        case .recorded: return "r.recorded_at"
        case .state: return "r.state"
        case .field(let key): return self[key]?.sortColumn.map { "r.\(name: $0)" } ?? "r.recorded_at"
        }
    }

    /// Whether every record has something to be sorted by.
    func isAlwaysFilled(_ order: RecordList.Order) -> Bool {
        switch order {
        case .day: display.day.map { isAlwaysFilled(.field($0)) } ?? true
        case .recorded, .state: true
        // A field that became required later may be empty in what was recorded before.
        case .field: false
        }
    }
}
