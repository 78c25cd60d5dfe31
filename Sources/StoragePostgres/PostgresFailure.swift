import CPostgres
import Storage

/// The errors of PostgreSQL in the words of ``StorageError``, by SQLSTATE.
enum PostgresFailure {
    /// Why a statement failed.
    static func statement(_ result: OpaquePointer?, _ handle: OpaquePointer) -> StorageError {
        guard let code = field("C", result) else {
            // Said by libpq itself: the connection is gone, or there is no memory.
            return StorageError(.unreachable, firstLine(PQerrorMessage(handle)))
        }
        return StorageError(kind(code), field("M", result) ?? "", code: code)
    }

    /// Why a connection could not be made: the last host's answer counts.
    static func connecting(_ handle: OpaquePointer) -> StorageError {
        let message = PQerrorMessage(handle).map { String(cString: $0) } ?? ""
        // A code has a digit; the words before it, as FATAL, have none.
        let answers = message.matches(of: /: +((?=[A-Z]*[0-9])[0-9A-Z]{5}): ([^\n]*)/)
        guard let answer = answers.last else {
            return StorageError(.unreachable, firstLine(PQerrorMessage(handle)))
        }
        let code = String(answer.1)
        return StorageError(kind(code), String(answer.2), code: code)
    }

    /// Whether the server ends the connection with this error.
    static func isLoss(_ code: String?) -> Bool {
        guard let code else { return true }
        return code.hasPrefix("08") || code.hasPrefix("57P0") || code == "25P03"
    }

    /// Whether the transaction may succeed when it is run again: another was faster, or a prepared statement is out of date
    /// since the schema was changed.
    static func isPassing(_ code: String?) -> Bool {
        ["40001", "40P01", "0A000", "26000"].contains(code)
    }

    private static func kind(_ code: String) -> StorageError.Kind {
        switch code {
        case "53100": .diskFull
        case "25006": .readOnly
        case "42501": .denied
        case "40001", "40P01", "55P03", "57014", "53300": .busy
        case "3D000", "3F000", "25P03": .unreachable
        case "XX001", "XX002": .damaged
        default:
            switch code.prefix(2) {
            case "08", "57": .unreachable
            case "28": .denied
            case "23": .constraint
            default: .fault
            }
        }
    }

    private static func field(_ name: Unicode.Scalar, _ result: OpaquePointer?) -> String? {
        PQresultErrorField(result, Int32(name.value)).map { String(cString: $0) }
    }

    private static func firstLine(_ message: UnsafeMutablePointer<CChar>?) -> String {
        guard let message else { return "" }
        return String(cString: message).split(separator: "\n").first.map(String.init) ?? ""
    }
}
