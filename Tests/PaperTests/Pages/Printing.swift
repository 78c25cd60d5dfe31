import Foundation
import Synchronization

@testable import Paper

/// Prints documents to PDF once for all tests that read them.
actor Printing {
    static let shared = Printing()

    private let folder = FileManager.default.temporaryDirectory.appending(path: "paper-pages-\(UUID().uuidString)")
    private var printed: [String: Task<URL, any Error>] = [:]
    private var last: Task<URL, any Error>?

    /// The folder for files of the tests; the system clears it.
    func scratch() throws -> URL {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        return folder
    }

    /// The PDF of a document, by name; `settings` are those of the export filter.
    func pdf(_ name: String, settings: String = "", _ document: @Sendable () -> FlatDocument) async throws -> URL {
        try await saved(name, as: "pdf", filter: "pdf:writer_pdf_Export:{\(settings)}", document)
    }

    /// A document as the office saves it in a format.
    private func saved(
        _ name: String, as format: String, filter: String, _ document: @Sendable () -> FlatDocument
    ) async throws -> URL {
        if let task = printed["\(name).\(format)"] { return try await task.value }
        let source = try scratch().appending(path: "\(name).fodt")
        try Data(document().xml.utf8).write(to: source)
        let previous = last
        let folder = folder
        let task = Task {
            // One office at a time: they share the profile.
            _ = try? await previous?.value
            var office = OutsideProgram("soffice", package: "libreoffice-writer-nogui")
            office.timeLimit = .seconds(120)
            office.memoryBytes = 16 << 30
            _ = try await office.run([
                "-env:UserInstallation=file://\(folder.path)/profile", "--headless", "--convert-to",
                filter, "--outdir", folder.path, source.path,
            ])
            return folder.appending(path: "\(name).\(format)")
        }
        printed["\(name).\(format)"] = task
        last = task
        return try await task.value
    }

    /// A PDF that asks for a password.
    func lockedPDF() async throws -> URL {
        let settings = """
            "EncryptFile":{"type":"boolean","value":"true"},"DocumentOpenPassword":{"type":"string","value":"mật khẩu"}
            """
        return try await pdf("locked", settings: settings) {
            var document = FlatDocument()
            document.paragraph("Tài liệu mật.")
            return document
        }
    }

    /// The sample plan.
    func plan() async throws -> URL { try await pdf("plan") { SamplePlan.document } }

    /// The sample plan in a format: docx, odt, html, pdf.
    func plan(savedAs format: String) async throws -> URL {
        if format == "pdf" { return try await plan() }
        return try await saved("plan", as: format, filter: format) { SamplePlan.document }
    }

    private var readScan: Task<Transcript, any Error>?

    /// The sample plan scanned at 200 dots to the inch, a little askew and grainy, and read again.
    func transcriptOfScan() async throws -> Transcript {
        if let readScan { return try await readScan.value }
        let task = Task {
            let plan = try await plan()
            let pictures = try await PDFFile(path: plan.path, limits: Limits()).pictures(of: 1...4, resolution: 200)
            let slopes = [0.01, -0.006, 0.008, -0.012]
            let sheets = zip(pictures, slopes).map {
                PictureDocument.Sheet(picture: $0.scanned(slope: $1, grain: 24), resolution: 200)
            }
            let path = try scratch().appending(path: "scan.pdf")
            try Data(PictureDocument(sheets: sheets).pdf).write(to: path)
            return try await PDFReader.read(path: path.path)
        }
        readScan = task
        return try await task.value
    }
}

/// Whether a program can be found, so that tests that need it may be skipped.
func isInstalled(_ programs: String...) -> Bool {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    return programs.allSatisfy { name in
        folders.contains { FileManager.default.isExecutableFile(atPath: "\($0)/\(name)") }
    }
}

extension Transcript {
    var paragraphs: [Paragraph] {
        blocks.compactMap { if case .paragraph(let paragraph) = $0 { paragraph } else { nil } }
    }
    var tables: [Table] { blocks.compactMap { if case .table(let table) = $0 { table } else { nil } } }
    var footnotes: [Footnote] { blocks.compactMap { if case .footnote(let note) = $0 { note } else { nil } } }
}

/// How alike two texts are: 1 less the edits that turn one into the other, by length.
func similarity(_ one: String, _ other: String) -> Double {
    let (one, other) = (Array(one.unicodeScalars), Array(other.unicodeScalars))
    guard !one.isEmpty, !other.isEmpty else { return one.count == other.count ? 1 : 0 }
    var row = Array(0...other.count)
    for (index, scalar) in one.enumerated() {
        var diagonal = row[0]
        row[0] = index + 1
        for column in other.indices {
            let edits = min(row[column] + 1, row[column + 1] + 1, diagonal + (other[column] == scalar ? 0 : 1))
            diagonal = row[column + 1]
            row[column + 1] = edits
        }
    }
    return 1 - Double(row[other.count]) / Double(max(one.count, other.count))
}
