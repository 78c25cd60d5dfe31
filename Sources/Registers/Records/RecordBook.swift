import Office
import Storage
import Vietnamese

/// A register at work: its definition, and the keys of what is private in it.
package struct RecordBook: Sendable {
    /// What its records say.
    package let definition: Definition
    /// The keys of private fields; without them private fields are neither written nor read, and all else works.
    package let keys: KeyRing?

    /// Both parts.
    package init(_ definition: Definition, keys: KeyRing?) {
        self.definition = definition
        self.keys = keys
    }

    // MARK: Sealing

    /// The value of a field as its columns hold it, sealed where it is private.
    /// - Throws: ``Refusal`` where there are no keys for it.
    func cells(_ value: FieldValue?, of field: FieldDefinition, in table: String, _ record: RecordID) throws -> Cells {
        guard field.isPrivate else { return field.cells(value) }
        guard let value else { return field.columns.map { _ in .null } }
        let keys = try requiredKeys()
        let sealed = try keys.seal(value.sealedText(of: field), at: place(of: field, in: table, record))
        guard field.hasBlindIndex, case .text(let text) = value else { return [.bytes(sealed)] }
        return [.bytes(sealed), .bytes(try keys.blind(field.soughtText(text), of: "\(table).\(field.key)"))]
    }

    /// What was sealed in the columns of a private field.
    func opened(_ cells: Cells, of field: FieldDefinition, in table: String, _ record: RecordID) throws -> FieldValue? {
        guard case .bytes(let bytes)? = cells.first else { return nil }
        return FieldValue(sealed: try requiredKeys().open(bytes, at: place(of: field, in: table, record)), of: field)
    }

    func requiredKeys() throws -> KeyRing {
        guard let keys else { throw Refusal("keys.none") }
        return keys
    }

    private func place(of field: FieldDefinition, in table: String, _ record: RecordID) -> String {
        "\(table).\(field.key)/\(record.rawValue)"
    }
}

extension FieldValue {
    /// What is sealed of a private field: as ``plain(places:)``, and the commune of a place too.
    fileprivate func sealedText(of field: FieldDefinition) -> String {
        if case .place(let place) = self { return "\(place.unit.map { "\($0.rawValue)" } ?? "") \(place.text)" }
        return plain(places: field.places)
    }

    fileprivate init?(sealed text: String, of field: FieldDefinition) {
        guard field.kind == .place else {
            self.init(plain: text, of: field)
            return
        }
        let parts = text.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2 else { return nil }
        self = .place(NamedPlace(String(parts[1]), unit: Int(parts[0]).map { OrganisationID(rawValue: $0) }))
    }
}

extension FieldDefinition {
    /// What equal values have in common, however they are written: digits of a telephone number, folded words of a name.
    func soughtText(_ text: String) -> String {
        switch kind {
        case .telephone:
            let digits = text.filter(\.isNumber)
            return digits.hasPrefix("84") ? "0\(digits.dropFirst(2))" : digits
        case .person, .text: return text.soughtWords
        default: return text.lowercased()
        }
    }
}
