import Foundation

/// Turns the formats that only LibreOffice reads well into Word's and Excel's of today.
enum LibreOffice {
    /// A document (.doc, .rtf) as Word's own format.
    /// - Throws: ``PaperError/missingProgram(_:package:)``, ``PaperError/programFailed(_:detail:)``,
    ///   ``PaperError/damaged(_:detail:)`` where it makes nothing of it.
    static func convert(_ bytes: [UInt8], from format: FileFormat, limits: Limits) async throws -> [UInt8] {
        let filter = format == .rtf ? "Rich Text Format" : "MS Word 97"
        return try await convert(
            bytes, ending: format.rawValue, to: "docx", filter: filter, package: "libreoffice-writer-nogui",
            damaged: format, limits: limits)
    }

    /// A workbook (.xls, .ods) as Excel's own format.
    /// - Throws: as ``convert(_:from:limits:)``.
    static func convert(sheet bytes: [UInt8], ending: String, limits: Limits) async throws -> [UInt8] {
        try await convert(
            bytes, ending: ending, to: "xlsx", filter: ending == "xls" ? "MS Excel 97" : "calc8",
            package: "libreoffice-calc-nogui", damaged: .xlsx, limits: limits)
    }

    private static func convert(
        _ bytes: [UInt8], ending: String, to made: String, filter: String, package: String, damaged format: FileFormat,
        limits: Limits
    ) async throws -> [UInt8] {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("nhipcau-\(UUID().uuidString)")
        try FileManager.default.createDirectory(
            at: folder, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
        defer { try? FileManager.default.removeItem(at: folder) }
        let input = folder.appendingPathComponent("in.\(ending)")
        try Data(bytes).write(to: input)
        var program = OutsideProgram("soffice", package: package)
        program.timeLimit = .seconds(90)
        program.memoryBytes = 8 << 30
        // A profile of its own: two copies at work would wait for one another.
        program.environment = ["HOME": folder.path, "TMPDIR": folder.path]
        let complaint = try await program.attempt(
            [
                "-env:UserInstallation=file://\(folder.path)/profile", "--headless", "--norestore", "--nolockcheck",
                "--infilter=\(filter)", "--convert-to", made, "--outdir", folder.path, input.path,
            ], directory: folder.path
        ).complaint
        let output = folder.appendingPathComponent("in.\(made)")
        let size = (try? FileManager.default.attributesOfItem(atPath: output.path))?[.size] as? Int ?? 0
        guard size > 0, size <= limits.fileBytes, let bytes = try? Data(contentsOf: output) else {
            let line = complaint.split(whereSeparator: \.isNewline).last.map { String($0) } ?? "nothing converted"
            throw PaperError.damaged(format, detail: line)
        }
        return [UInt8](bytes)
    }
}
