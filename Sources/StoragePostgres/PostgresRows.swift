import CPostgres
import Storage

/// One row of a result, as text from the server.
struct PostgresRow: FieldSource {
    let result: OpaquePointer
    let row: Int32

    var count: Int { Int(PQnfields(result)) }
    var names: [String] { (0..<PQnfields(result)).map { String(cString: PQfname(result, $0)) } }

    func value(at index: Int) -> Value {
        let column = Int32(index)
        guard PQgetisnull(result, row, column) == 0, let start = PQgetvalue(result, row, column) else { return .null }
        let field = UnsafeBufferPointer(start: start, count: Int(PQgetlength(result, row, column)))
        return field.withMemoryRebound(to: UInt8.self) { decoded($0, PQftype(result, column)) }
    }

    private func decoded(_ field: UnsafeBufferPointer<UInt8>, _ type: Oid) -> Value {
        switch type {
        case _ where PostgresType.integers.contains(type): integer(field).map(Value.integer) ?? .text(text(field))
        case PostgresType.bytes: .bytes(bytes(field))
        case PostgresType.boolean: .integer(field.first == UInt8(ascii: "t") ? 1 : 0)
        case _ where PostgresType.reals.contains(type): Double(text(field)).map(Value.real) ?? .text(text(field))
        case PostgresType.numeric:
            // Sums of whole numbers are numeric here; SQLite keeps them whole, and averages broken.
            integer(field).map(Value.integer) ?? Double(text(field)).map(Value.real) ?? .text(text(field))
        default: .text(text(field))
        }
    }

    private func text(_ field: UnsafeBufferPointer<UInt8>) -> String { String(decoding: field, as: UTF8.self) }

    private func integer(_ field: UnsafeBufferPointer<UInt8>) -> Int? {
        var number = 0
        let isNegative = field.first == UInt8(ascii: "-")
        guard field.count > (isNegative ? 1 : 0) else { return nil }
        for digit in field[(isNegative ? 1 : 0)...] {
            guard digit &- 48 < 10 else { return nil }
            // Downwards: the least number has no positive twin.
            let (tens, isTooMany) = number.multipliedReportingOverflow(by: 10)
            let (sum, isTooLow) = tens.subtractingReportingOverflow(Int(digit &- 48))
            guard !isTooMany, !isTooLow else { return nil }
            number = sum
        }
        if isNegative { return number }
        return number == .min ? nil : -number
    }

    /// `\x` and two digits a byte.
    private func bytes(_ field: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        func digit(_ character: UInt8) -> UInt8 { character < 58 ? character &- 48 : character &- 87 }
        let count = max(field.count - 2, 0) / 2
        return [UInt8](unsafeUninitializedCapacity: count) { bytes, filled in
            for index in 0..<count { bytes[index] = digit(field[2 * index + 2]) << 4 | digit(field[2 * index + 3]) }
            filled = count
        }
    }
}
