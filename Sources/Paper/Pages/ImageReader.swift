import Foundation

/// Reads pictures of pages: PNG, JPEG and TIFF, a TIFF file with many pages too.
package enum ImageReader {
    /// The transcript of a picture file.
    /// - Parameters:
    ///   - path: The file.
    ///   - format: What its first bytes say it is.
    ///   - limits: Bounds on what it may cost.
    ///   - progress: Told of each page that is read.
    /// - Returns: Its paragraphs, tables and notes in reading order.
    /// - Throws: ``PaperError``, whatever is wrong with the file.
    package static func read(
        path: String, format: FileFormat, limits: Limits = Limits(),
        progress: @escaping @Sendable (ReadingProgress) -> Void = { _ in }
    ) async throws -> Transcript {
        let (bytes, header) = try opened(path, format, limits)
        let pictures = try await pictures(bytes, header, format, limits)
        let recogniser = Recogniser(limits: limits)
        let sheets = pictures.enumerated().map { Numbered(number: $0.offset + 1, picture: $0.element) }
        let pages = try await PageQueue.run(sheets, progress: progress) { sheet in
            let (picture, resolution) = scaled(sheet.picture.turned(header.turns), stated: header.resolution)
            return try await recogniser.page(picture, resolution: resolution, number: sheet.number)
        }
        var transcript = PageAssembler.transcript(of: pages, format: format)
        transcript.repairs += pages.map { .recognised(page: $0.number, confidence: $0.confidence) }
        return transcript
    }

    /// The pictures of some pages, right way up.
    static func upright(
        path: String, format: FileFormat, pages: ClosedRange<Int>, limits: Limits
    ) async throws -> [GrayImage] {
        let (bytes, header) = try opened(path, format, limits)
        let all = try await pictures(bytes, header, format, limits)
        return all.enumerated().filter { pages.contains($0.offset + 1) }.map { $0.element.turned(header.turns) }
    }

    /// The bytes of a file whose head says that its pictures stay within the limits.
    private static func opened(
        _ path: String, _ format: FileFormat, _ limits: Limits
    ) throws -> ([UInt8], ImageHeader) {
        guard let data = FileManager.default.contents(atPath: path) else { throw PaperError.missing(path: path) }
        guard data.count <= limits.fileBytes else {
            throw PaperError.tooLarge(bytes: data.count, limit: limits.fileBytes)
        }
        let bytes = [UInt8](data)
        guard let header = ImageHeader.read(bytes, format: format) else {
            throw PaperError.damaged(format, detail: "head")
        }
        guard header.width < 1 << 20, header.height < 1 << 20, header.width * header.height <= limits.pixels,
            header.count <= limits.pages
        else {
            throw PaperError.hostile(format, detail: "\(header.count) x \(header.width) x \(header.height)")
        }
        return (bytes, header)
    }

    private struct Numbered: Sendable {
        var number: Int
        var picture: GrayImage
    }

    /// The pictures unpacked, by the programs of netpbm.
    static func pictures(
        _ bytes: [UInt8], _ header: ImageHeader, _ format: FileFormat, _ limits: Limits
    ) async throws -> [GrayImage] {
        let (name, arguments) =
            switch format {
            case .png: ("pngtopnm", ["-mix", "-background=white"])
            case .jpeg: ("jpegtopnm", [])
            default: ("tifftopnm", ["-byrow"])
            }
        var program = OutsideProgram(name, package: "netpbm")
        program.memoryBytes = 2 << 30
        program.outputBytes = min(3 * header.width * header.height * header.count + (1 << 20), 1 << 30)
        let outcome = try await program.attempt(arguments + ["-"].filter { _ in format == .tiff }, input: bytes)
        let images = Anymap.images(outcome.output)
        guard !images.isEmpty, images.allSatisfy({ $0.width * $0.height <= limits.pixels }) else {
            let reason = outcome.complaint.split(whereSeparator: \.isNewline).last.map(String.init)
            throw PaperError.damaged(format, detail: reason ?? "exit \(outcome.code)")
        }
        return images
    }

    /// The picture between 180 and 400 pixels to an inch, as the recogniser likes it. A file that does not say, or says
    /// what no sheet of paper can be, is taken for A4.
    static func scaled(_ picture: GrayImage, stated: Double?) -> (GrayImage, resolution: Double) {
        let long = Double(max(picture.width, picture.height))
        var resolution = long / 11.69
        if let stated, stated >= 60, stated <= 1200, (4...24).contains(long / stated) { resolution = stated }
        let factor = max(1, Int((resolution / 300).rounded()))
        var picture = picture.reduced(by: factor)
        resolution /= Double(factor)
        while resolution < 150, picture.pixels.count < 10 << 20 {
            picture = picture.doubled()
            resolution *= 2
        }
        return (picture, max(resolution, 30))
    }
}
