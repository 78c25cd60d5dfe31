package import Office

/// Where a record stands: planned, done, in force.
package struct State: Hashable, Sendable {
    /// Its key.
    package let key: Key
    /// What it is called.
    package let names: Names
    /// Whether nothing more is expected of the record.
    package let isClosed: Bool

    /// The one state of a register that declares none.
    static let recorded = State(
        key: Key(unchecked: "recorded"), names: Names(vi: "Đã ghi", en: "Recorded"), isClosed: false)
}

/// A step from one state to another.
package struct Move: Hashable, Sendable {
    /// Its key.
    package let key: Key
    /// What the button says.
    package let names: Names
    /// The states it leads out of.
    package let from: [Key]
    /// The state it leads to.
    package let to: Key
    /// Roles that may take it; those that may decide at all where none is named.
    package let roles: Set<Role>
    /// Fields, and lines, that must be filled before it.
    package let requires: [Key]

    /// Whether a role may take it, as far as this register says.
    package func isOpen(to role: Role) -> Bool { roles.isEmpty || roles.contains(role) }
}
