package import Foundation

/// The folder of real documents and their ground truth that may stand beside the project; tests that need it are skipped
/// where it is not there.
package enum SharedMaterial {
    /// Named by NHIPCAU_SHARED, else `shared` beside the project's folder.
    package static let folder: URL = {
        if let path = ProcessInfo.processInfo.environment["NHIPCAU_SHARED"] { return URL(filePath: path) }
        var folder = URL(filePath: #filePath)
        for _ in 0..<4 { folder.deleteLastPathComponent() }
        return folder.appending(path: "shared")
    }()

    package static var isThere: Bool { FileManager.default.fileExists(atPath: folder.appending(path: "gold").path) }

    /// Whether the scorer, a Python program, can run.
    package static var canScore: Bool {
        isThere && FileManager.default.isExecutableFile(atPath: "/usr/bin/python3")
    }

    /// The path of a real document by the number that begins its name: "000".
    package static func seed(_ number: String) -> String? {
        let seeds = folder.appending(path: "seeds")
        let names = (try? FileManager.default.contentsOfDirectory(atPath: seeds.path)) ?? []
        return names.first { $0.hasPrefix(number + "_") }.map { seeds.appending(path: $0).path }
    }

    /// The text of a real document by the number that begins its name.
    package static func text(_ number: String) -> String? {
        seed(number).flatMap { try? String(contentsOfFile: $0, encoding: .utf8) }
    }

    /// The path of the ground truth of a real document.
    package static func gold(_ number: String) -> String { folder.appending(path: "gold/\(number).json").path }

    /// What the scorer says of a reading against the ground truth, by field.
    /// - Throws: where the scorer cannot be run.
    package static func score(_ number: String, json: [UInt8]) throws -> [String: Double] {
        let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).json")
        try Data(json).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let process = Process()
        process.executableURL = folder.appending(path: "tools/score-read")
        process.arguments = ["--brief", gold(number), file.path]
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        var scores: [String: Double] = [:]
        for field in output.split(separator: "  ") {
            let words = field.split(whereSeparator: \.isWhitespace)
            guard let last = words.last, let value = Double(last) else { continue }
            scores[words.dropLast().joined(separator: " ")] = value
        }
        return scores
    }
}
