package import Office
import Storage
package import WorkCalendar

/// Names a record for ever, among those of all registers.
package struct RecordID: RawRepresentable, Hashable, Sendable, Comparable {
    /// The key of its row.
    package let rawValue: Int

    package init(rawValue: Int) { self.rawValue = rawValue }

    /// The one recorded first is less.
    package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

extension RecordID: Storable {}

extension Journal.Subject {
    /// A record of a register.
    package static func record(_ id: RecordID) -> Self { Self("record", id.rawValue) }
}

/// One line of a register, without what is private of it.
package struct Record: Hashable, Sendable {
    /// How it came to be recorded.
    package enum Origin: String, Sendable, CaseIterable {
        /// By hand.
        case typed
        /// From a file.
        case `import`
        /// From the portal.
        case portal
        /// Invented, to show the product.
        case demonstration
    }

    /// Its key.
    package let id: RecordID
    /// The unit whose work it is.
    package let unit: OrganisationID
    /// The position that recorded it; `nil` where the system did.
    package let recordedBy: PositionID?
    /// When.
    package let recordedAt: Instant
    /// Where it stands.
    package let state: Key
    /// 1 when it is new, one more with every change.
    package let version: Int
    /// How it came.
    package let origin: Origin
    /// Whether it was taken away.
    package let isRemoved: Bool
    /// What it says.
    package internal(set) var content: Content
    /// Its lines, by their keys.
    package internal(set) var lines: [Key: [Line]]

    /// What a record or a line says.
    package struct Content: Hashable, Sendable {
        /// Fields that are filled and not private.
        package internal(set) var values: [Key: FieldValue] = [:]
        /// Private fields that are filled.
        package internal(set) var sealed: Set<Key> = []
    }

    /// One of its children.
    package struct Line: Hashable, Sendable {
        /// Its key among lines of its kind.
        package let id: Int
        /// What it says.
        package internal(set) var content: Content
    }
}

extension Record.Origin: Storable {}

/// What somebody wants a record to say.
package struct RecordDraft: Hashable, Sendable {
    /// Fields that are filled (a value) or emptied (`nil`); the others stay as they are.
    package var values: [Key: FieldValue?]
    /// Lines that stand in the place of all of that key; the others stay as they are.
    package var lines: [Key: [Line]]

    /// All of its parts.
    package init(_ values: [Key: FieldValue?] = [:], lines: [Key: [Line]] = [:]) {
        self.values = values
        self.lines = lines
    }

    /// One line.
    package struct Line: Hashable, Sendable {
        /// The line that it was, where it is not new.
        package var id: Int?
        /// Fields that are filled; of a line that was there, private fields that are not named stay as they are.
        package var values: [Key: FieldValue]

        /// Both parts.
        package init(id: Int? = nil, _ values: [Key: FieldValue]) {
            self.id = id
            self.values = values
        }
    }
}
