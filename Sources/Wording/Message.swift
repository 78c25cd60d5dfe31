/// A sentence for the user, by its key in a language catalogue, with the values it names.
package struct Message: Sendable, Equatable {
    /// The key of the sentence.
    package var key: String
    /// What goes where, by the names in braces.
    package var values: [String: String]

    /// All of its parts.
    package init(_ key: String, _ values: [String: String] = [:]) {
        self.key = key
        self.values = values
    }
}
