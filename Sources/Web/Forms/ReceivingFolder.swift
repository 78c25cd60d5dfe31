import Foundation

/// A folder for the files of one request, readable by nobody else, and gone when the request is answered.
final class ReceivingFolder: Sendable {
    let path: String

    /// - Throws: where the system has no room for one.
    init() throws {
        path = URL.temporaryDirectory.appending(path: "nhipcau-\(UUID().uuidString)").path(percentEncoded: false)
        try FileManager.default.createDirectory(
            atPath: path, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
    }

    /// The path of a new file; its name is ours.
    func place(_ number: Int) -> String { "\(path)/\(number)" }

    func remove() { try? FileManager.default.removeItem(atPath: path) }
}
