import Foundation
import GRDB
import Storage

/// A connection of GRDB with a transaction under way.
final class SQLiteSession: Session {
    private let database: Database

    var dialect: any Dialect { SQLiteDialect() }

    init(_ database: Database) { self.database = database }

    func run(_ sql: String, _ values: [Value], row: (any FieldSource) throws -> Bool) throws -> Int {
        try SQLiteFailure.translating {
            let statement = try database.cachedStatement(sql: sql)
            let cursor = try Row.fetchCursor(statement, arguments: StatementArguments(values.map(\.databaseValue)))
            let before = database.totalChangesCount
            while let next = try cursor.next() {
                guard try row(RowSource(row: next)) else { break }
            }
            return database.totalChangesCount - before
        }
    }
}

private struct RowSource: FieldSource {
    let row: Row

    var count: Int { row.count }
    var names: [String] { Array(row.columnNames) }

    func value(at index: Int) -> Value {
        let value: DatabaseValue = row[index]
        return switch value.storage {
        case .null: .null
        case .int64(let number): .integer(Int(number))
        case .double(let number): .real(number)
        case .string(let text): .text(text)
        case .blob(let data): .bytes([UInt8](data))
        }
    }
}

extension Value {
    fileprivate var databaseValue: DatabaseValue {
        switch self {
        case .null: .null
        case .integer(let number): number.databaseValue
        case .real(let number): number.databaseValue
        case .text(let text): text.databaseValue
        case .bytes(let bytes): Data(bytes).databaseValue
        }
    }
}
