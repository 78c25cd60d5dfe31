/// Which records belong to a figure, to the public face: all of these hold.
package struct Filter: Hashable, Sendable {
    /// What must hold, all of it.
    package var criteria: [Criterion] = []

    /// What must hold of one field.
    package struct Criterion: Hashable, Sendable {
        /// Of what.
        package let subject: Subject
        /// What.
        package let test: Test
    }

    /// Of what something must hold.
    package enum Subject: Hashable, Sendable {
        /// The state of the record.
        case state
        /// A field of the record.
        case field(Key)
        /// A field of the lines that are counted.
        case line(Key)
    }

    /// What must hold.
    package enum Test: Hashable, Sendable {
        /// It is one of these; a field of several values has one of these.
        case any([FieldValue])
        /// It is none of these; an absent one is none.
        case none([FieldValue])
        /// A number, in units of its last place, within bounds.
        case within(FieldDefinition.Bounds)
        /// Whether it is filled in.
        case filled(Bool)
    }
}
