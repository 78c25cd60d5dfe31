package import Wording

/// What was asked cannot be done, and why, in words for who asked. What was begun is undone.
package struct Refusal: Error, Equatable {
    /// A key of a catalogue of the room that refuses, with its values.
    package let message: Message

    /// The key and the values of the message.
    package init(_ key: String, _ values: [String: String] = [:]) { message = Message(key, values) }
}
