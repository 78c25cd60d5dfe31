package import Paper
package import Wording

/// Reads the tables of files that nobody vouches for, where they can do no harm: in a restrained process of its own (docs/reading.md). The
/// door, which is that process too, gives the real one.
package struct TableFileReader: Sendable {
    /// What came of reading a file.
    package enum Reading: Sendable {
        case read([Grid])
        /// Why not.
        case unreadable(Message)
    }

    /// Reads the file at a path.
    package let read: @Sendable (_ path: String) async -> Reading

    /// The way that files are read.
    package init(read: @escaping @Sendable (_ path: String) async -> Reading) { self.read = read }
}
