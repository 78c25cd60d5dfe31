/// A sentence for the user, by its key in a language catalogue, with the values it names.
package struct Message: Sendable, Equatable {
    package var key: String
    package var values: [String: String]

    package init(_ key: String, _ values: [String: String] = [:]) {
        self.key = key
        self.values = values
    }
}
