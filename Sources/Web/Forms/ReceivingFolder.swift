import Foundation

/// A folder for the files of one request, readable by nobody else, and gone when the request is answered.
package final class ReceivingFolder: Sendable {
    /// Its path, without a slash at the end.
    package let path: String

    /// - Throws: where the system has no room for one.
    package init() throws {
        path = URL.temporaryDirectory.appending(path: "nhipcau-\(UUID().uuidString)").path(percentEncoded: false)
        try FileManager.default.createDirectory(
            atPath: path, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
    }

    /// The path of a new file; its name is ours.
    package func place(_ number: Int) -> String { "\(path)/\(number)" }

    /// Takes it away with what it has.
    package func remove() { try? FileManager.default.removeItem(atPath: path) }
}
