/// Emphasis on a terminal, or none where the page goes elsewhere.
package struct Ink: Sendable {
    /// Whether emphasis is shown.
    package let isColourful: Bool

    /// Colourful or plain.
    package init(isColourful: Bool) { self.isColourful = isColourful }

    /// SGR parameters of ECMA-48.
    package enum Emphasis: String, Sendable {
        case strong = "1"
        case faint = "2"
        case red = "31"
        case green = "32"
        case yellow = "33"
        case cyan = "36"
        case strongRed = "1;31"
    }

    /// The text with its emphasis. To be called on text already wrapped: emphasis has no width.
    package func callAsFunction(_ emphasis: Emphasis, _ text: String) -> String {
        isColourful && !text.isEmpty ? "\u{1B}[\(emphasis.rawValue)m\(text)\u{1B}[0m" : text
    }
}
