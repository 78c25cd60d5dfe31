/// A register as data: what its records say, which states they go through, how it is shown and what is counted (docs/registers.md).
package struct Definition: Sendable {
    /// Its key: "delegations-in".
    package let key: Key
    /// What the register is called: "Đoàn vào".
    package let names: Names
    /// One record, in lower case: "đoàn".
    package let record: Names
    /// What it is for, in a sentence.
    package let about: Names
    /// Among which registers it stands.
    package let group: Group
    /// What a record says.
    package let fields: [FieldDefinition]
    /// Fields that together are not the same in two records.
    package let unique: [[Key]]
    /// Children.
    package let lines: [Lines]
    /// Where a record can stand; a new one stands in the first.
    package let states: [State]
    /// The steps between states.
    package let moves: [Move]
    /// How it is shown.
    package let display: Display
    /// How long records are kept.
    package let retention: Retention?
    /// What it does beyond keeping records.
    package let behaviours: [any Behaviour]
    /// What is counted of it.
    package let figures: [FigureDefinition]
    /// What everybody sees of it.
    package let publicFace: PublicFace?
    /// The text that declares it.
    package let yaml: String

    /// The field of a key.
    package subscript(key: Key) -> FieldDefinition? { fields.first { $0.key == key } }

    /// Lines by their key.
    package func lines(_ key: Key) -> Lines? { lines.first { $0.key == key } }

    /// A state by its key.
    package func state(_ key: Key) -> State? { states.first { $0.key == key } }

    /// Where a new record stands.
    package var firstState: Key { states.first?.key ?? State.recorded.key }

    /// The settings of a behaviour, where the register has it.
    package func behaviour<B: Behaviour>(_ type: B.Type = B.self) -> B? {
        behaviours.lazy.compactMap { $0 as? B }.first
    }

    /// The registers that stand together in menus.
    package enum Group: String, CaseIterable, Sendable {
        case visits, agreements, aid, information, overseas, consular, economy, learning, office
    }

    /// How a register is shown.
    package struct Display: Hashable, Sendable {
        /// The field that names a record.
        package let title: Key
        /// The field with the record's own date, by which windows find it.
        package let day: Key?
        /// The field with the unit whose work the record is; that of who recorded it where there is none.
        package let unit: Key?
        /// Columns of the list at first.
        package let columns: [Key]
        /// Choices beside the list.
        package let facets: [Key]
        /// Fields by which the first chart groups, one or two.
        package let chart: [Key]
        /// Fields whose days go to the calendar.
        package let calendar: [Key]
    }

    /// How long records are kept.
    package struct Retention: Hashable, Sendable {
        /// Whole years; `nil` for ever.
        package let years: Int?
        /// The field from whose date they are counted; the day of recording where there is none.
        package let from: Key?
        /// The rule that says so.
        package let source: String?
        /// Whether nobody has checked that rule.
        package let isUnverified: Bool
    }

    /// What everybody sees.
    package struct PublicFace: Hashable, Sendable {
        /// Of which records.
        package let filter: Filter
        /// Which fields.
        package let fields: [Key]
    }
}
