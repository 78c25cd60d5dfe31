/// Where something stands, so that a reader can go there.
package struct Place: Hashable, Sendable, Codable {
    /// Page counted from 1; `nil` in formats without pages.
    package var page: Int?
    /// Line of the extracted text (``Transcript/lines``), counted from 1.
    package var line: Int

    /// All of its parts.
    package init(page: Int? = nil, line: Int) {
        self.page = page
        self.line = line
    }
}
