package import Wording

/// Reads files that nobody vouches for, where they can do no harm: in a restrained process of its own (docs/reading.md). The door,
/// which is that process too, gives the real one; a room is handed it.
package struct FileReader: Sendable {
    /// What came of reading a file.
    package enum Reading: Sendable {
        case read(Handover)
        /// It bears a secrecy mark: nothing of it may be kept.
        case secret
        /// The file cannot be read, now or later; why (keys `unreadable.…`, `child.…`).
        case unreadable(Message)
        /// It could not even be tried; later it may.
        case notTried(Message)
    }

    /// Told how much is done, of how much; on any thread.
    package typealias Progress = @Sendable (_ done: Int, _ total: Int) -> Void

    /// Reads the file at a path.
    package let read: @Sendable (_ path: String, _ progress: @escaping Progress) async -> Reading
    /// Pictures (JPEG) of some pages of a file, fewer where it has fewer; `nil` where none can be made.
    package let draw: @Sendable (_ path: String, _ pages: ClosedRange<Int>) async -> [[UInt8]]?

    /// Both ways.
    package init(
        read: @escaping @Sendable (_ path: String, _ progress: @escaping Progress) async -> Reading,
        draw: @escaping @Sendable (_ path: String, _ pages: ClosedRange<Int>) async -> [[UInt8]]?
    ) {
        self.read = read
        self.draw = draw
    }
}
