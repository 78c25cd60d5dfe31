/// What a column can hold: the types that both engines store alike.
package enum Value: Hashable, Sendable {
    case null
    case integer(Int)
    case real(Double)
    case text(String)
    case bytes([UInt8])
}

/// A type of ours that a column can hold.
package protocol Storable {
    /// As the column holds it.
    var stored: Value { get }
    /// - Throws: ``StorageError`` where the column holds something else.
    init(stored: Value) throws
}

extension Int: Storable {
    package var stored: Value { .integer(self) }
    package init(stored: Value) throws {
        guard case .integer(let number) = stored else { throw StorageError.unexpected(stored, Self.self) }
        self = number
    }
}

extension Double: Storable {
    /// What is no number is no value: SQLite keeps it so.
    package var stored: Value { isNaN ? .null : .real(self) }
    package init(stored: Value) throws {
        switch stored {
        case .real(let number): self = number
        case .integer(let number): self = Double(number)
        default: throw StorageError.unexpected(stored, Self.self)
        }
    }
}

extension String: Storable {
    package var stored: Value { .text(self) }
    package init(stored: Value) throws {
        guard case .text(let text) = stored else { throw StorageError.unexpected(stored, Self.self) }
        self = text
    }
}

/// 0 or 1: the engines have no boolean in common.
extension Bool: Storable {
    package var stored: Value { .integer(self ? 1 : 0) }
    package init(stored: Value) throws {
        switch stored {
        case .integer(0): self = false
        case .integer(1): self = true
        default: throw StorageError.unexpected(stored, Self.self)
        }
    }
}

extension [UInt8]: Storable {
    package var stored: Value { .bytes(self) }
    package init(stored: Value) throws {
        guard case .bytes(let bytes) = stored else { throw StorageError.unexpected(stored, Self.self) }
        self = bytes
    }
}

extension Optional: Storable where Wrapped: Storable {
    package var stored: Value { self?.stored ?? .null }
    package init(stored: Value) throws { self = stored == .null ? nil : try Wrapped(stored: stored) }
}

extension Value: Storable {
    package var stored: Value { self }
    package init(stored: Value) { self = stored }
}

/// An enumeration is kept as its raw value, which therefore never changes once released.
extension Storable where Self: RawRepresentable, RawValue: Storable {
    package var stored: Value { rawValue.stored }
    package init(stored: Value) throws {
        guard let value = Self(rawValue: try RawValue(stored: stored)) else {
            throw StorageError.unexpected(stored, Self.self)
        }
        self = value
    }
}
