/// One thing that a record, or a line of it, says.
package struct FieldDefinition: Hashable, Sendable {
    /// Its key.
    package let key: Key
    /// What it holds.
    package let kind: Kind
    /// What it is called.
    package let names: Names
    /// A sentence for who fills it in.
    package let help: Names?
    /// Whether no record can be without it.
    package let isRequired: Bool
    /// Whether no two records can have the same.
    package let isUnique: Bool
    /// Whether it is encrypted at rest and shown by role and purpose only.
    package let isPrivate: Bool
    /// What a number counts: "người".
    package let unit: Names?
    /// What a new record has where nothing is said.
    package internal(set) var standard: Standard?
    /// The least and the most of a number, in units of its last place; of money in hundredths.
    package let bounds: Bounds
    /// The most characters of a text.
    package let longest: Int
    /// How many decimal places a decimal has.
    package let places: Int
    /// The currency (ISO 4217) that an amount is in where nothing else is chosen.
    package let currency: String
    /// What can be chosen, in its order.
    package let choices: [Choice]
    /// Where the choices stand, when they are shared: "levels".
    package let list: Key?
    /// The register that a record is of.
    package let register: Key?
    /// A regular expression that all of a text matches.
    package let pattern: String?
    /// The key that it had before it was renamed.
    package let was: Key?

    /// What a new record has where nothing is said.
    package enum Standard: Hashable, Sendable {
        /// The day of recording.
        case today
        /// Always this.
        case value(FieldValue)
    }

    /// Between which numbers.
    package struct Bounds: Hashable, Sendable {
        /// The least.
        package var least: Int?
        /// The most.
        package var most: Int?

        /// Whether a number lies between them.
        package func contain(_ number: Int) -> Bool {
            least.map { number >= $0 } ?? true && most.map { number <= $0 } ?? true
        }
    }

    /// One of those that can be chosen.
    package func choice(_ key: String) -> Choice? { choices.first { $0.key.text == key } }
}

/// Something that can be chosen.
package struct Choice: Hashable, Sendable {
    /// Its key.
    package let key: Key
    /// What it is called.
    package let names: Names
}

/// The children of a record: members of a delegation, payments of a project.
package struct Lines: Hashable, Sendable {
    /// Their key.
    package let key: Key
    /// What they are called.
    package let names: Names
    /// One of them, in lower case.
    package let record: Names
    /// The field that names a line.
    package let title: Key?
    /// The field with the line's own date.
    package let day: Key?
    /// What a line says.
    package let fields: [FieldDefinition]

    /// The field of a key.
    package subscript(key: Key) -> FieldDefinition? { fields.first { $0.key == key } }
}
