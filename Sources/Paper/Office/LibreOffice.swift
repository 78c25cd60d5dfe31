import Foundation

/// Turns the formats that only LibreOffice reads well (.doc, .rtf) into .docx.
enum LibreOffice {
    /// The document as Word's own format.
    /// - Throws: ``PaperError/missingProgram(_:package:)``, ``PaperError/programFailed(_:detail:)``,
    ///   ``PaperError/damaged(_:detail:)`` where it makes nothing of it.
    static func convert(_ bytes: [UInt8], from format: FileFormat, limits: Limits) async throws -> [UInt8] {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("nhipcau-\(UUID().uuidString)")
        try FileManager.default.createDirectory(
            at: folder, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
        defer { try? FileManager.default.removeItem(at: folder) }
        let input = folder.appendingPathComponent("in.\(format.rawValue)")
        try Data(bytes).write(to: input)
        var program = OutsideProgram("soffice", package: "libreoffice-writer-nogui")
        program.timeLimit = .seconds(90)
        program.memoryBytes = 8 << 30
        // A profile of its own: two copies at work would wait for one another.
        program.environment = ["HOME": folder.path, "TMPDIR": folder.path]
        let filter = format == .rtf ? "Rich Text Format" : "MS Word 97"
        let complaint = try await program.attempt(
            [
                "-env:UserInstallation=file://\(folder.path)/profile", "--headless", "--norestore", "--nolockcheck",
                "--infilter=\(filter)", "--convert-to", "docx", "--outdir", folder.path, input.path,
            ], directory: folder.path
        ).complaint
        let output = folder.appendingPathComponent("in.docx")
        let size = (try? FileManager.default.attributesOfItem(atPath: output.path))?[.size] as? Int ?? 0
        guard size > 0, size <= limits.fileBytes, let made = try? Data(contentsOf: output) else {
            let line = complaint.split(whereSeparator: \.isNewline).last.map { String($0) } ?? "nothing converted"
            throw PaperError.damaged(format, detail: line)
        }
        return [UInt8](made)
    }
}
