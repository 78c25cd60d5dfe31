import Glibc

/// Reads any file that an office may hand in, told by its content whatever its name.
package enum Transcriber {
    /// Bytes from which a format that an outside program reads by itself is told.
    private static let head = 4096

    /// Reads the file at `path`.
    /// - Throws: ``PaperError``; `CancellationError`.
    package static func transcribe(
        path: String, limits: Limits = Limits(), progress: @escaping @Sendable (ReadingProgress) -> Void = { _ in }
    ) async throws -> Transcript {
        let file = try InputFile(path: path, limits: limits)
        if let format = FileFormat.byMagic(try file.bytes(first: head)) {
            switch format {
            case .pdf: return try await PDFReader.read(path: path, limits: limits, progress: progress)
            case .png, .jpeg, .tiff:
                return try await ImageReader.read(path: path, format: format, limits: limits, progress: progress)
            default: break
            }
        }
        return try await transcribe(try file.bytes(), limits: limits)
    }

    /// All bytes of a file.
    /// - Throws: ``PaperError``.
    static func bytes(ofFile path: String, limits: Limits) throws -> [UInt8] {
        try InputFile(path: path, limits: limits).bytes()
    }

    /// Pictures (JPEG) of some pages of a file, to be looked at beside what was read of them; fewer where it has fewer, none where it
    /// does not come in pages.
    /// - Parameters:
    ///   - pages: Counted from 1.
    ///   - progress: Told how many are done.
    /// - Throws: ``PaperError``.
    package static func pictures(
        path: String, pages: ClosedRange<Int>, limits: Limits = Limits(), progress: (Int) -> Void = { _ in }
    ) async throws -> [[UInt8]] {
        let file = try InputFile(path: path, limits: limits)
        guard let format = FileFormat.byMagic(try file.bytes(first: head)), format.hasPictures else { return [] }
        return try await PagePictures.jpegs(
            ofFile: path, format: format, pages: pages, limits: limits, progress: progress)
    }

    /// Reads a document from memory; PDF and pictures are read from files only.
    package static func transcribe(_ bytes: [UInt8], limits: Limits = Limits()) async throws -> Transcript {
        let format = try FileFormat.detect(bytes, limits: limits)
        switch format {
        case .docx: return try DocxReader.read(bytes, limits: limits)
        case .text, .markdown:
            let decoded = try TextDecoding.decode(bytes, limits: limits)
            var transcript = TextReader.read(decoded.text, format: format)
            transcript.repairs += decoded.repairs
            return transcript
        case .odt: return try OdtReader.read(bytes, limits: limits)
        case .xlsx: return try XlsxReader.read(bytes, limits: limits)
        case .html: return try HtmlReader.read(bytes, limits: limits)
        case .rtf, .doc:
            let converted = try await LibreOffice.convert(bytes, from: format, limits: limits)
            var transcript = try DocxReader.read(converted, limits: limits)
            transcript.format = format
            return transcript
        case .pdf, .png, .jpeg, .tiff: throw PaperError.unknownFormat
        }
    }
}

/// A file on disk, whose size is known before anything of it is read.
private struct InputFile {
    let path: String
    let size: Int

    init(path: String, limits: Limits) throws {
        self.path = path
        var status = stat()
        guard stat(path, &status) == 0 else {
            throw errno == EACCES ? PaperError.forbidden : PaperError.missing(path: path)
        }
        guard status.st_mode & S_IFMT == S_IFREG else { throw PaperError.notAFile }
        size = Int(status.st_size)
        guard size > 0 else { throw PaperError.empty }
        guard size <= limits.fileBytes else { throw PaperError.tooLarge(bytes: size, limit: limits.fileBytes) }
    }

    func bytes(first count: Int = .max) throws -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw PaperError.forbidden }
        defer { close(descriptor) }
        let wanted = min(count, size)
        return [UInt8](unsafeUninitializedCapacity: wanted) { buffer, filled in
            while filled < wanted {
                let got = Glibc.read(descriptor, buffer.baseAddress.map { $0 + filled }, wanted - filled)
                guard got > 0 else { break }
                filled += got
            }
        }
    }
}
