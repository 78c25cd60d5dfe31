package import Foundation

/// A folder for the files of one test.
package struct TestFolder: Sendable {
    package let folder: URL

    /// - Parameter parent: Where it stands; else with other temporary files.
    package init(_ parent: String? = nil) throws {
        let parent = parent.map { URL(filePath: $0) } ?? FileManager.default.temporaryDirectory
        folder = parent.appending(path: "nhipcau-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    /// Writes a file and gives its path.
    package func file(_ name: String, _ content: String) throws -> String {
        let url = folder.appending(path: name)
        try Data(content.utf8).write(to: url)
        return url.path()
    }

    /// Takes the folder away.
    package func clear() { try? FileManager.default.removeItem(at: folder) }

    package func path(_ name: String) -> String { folder.path() + "/" + name }
}
