import Foundation

/// Pictures of pages, to be looked at beside what was read of them: JPEG, the longer side about ``side`` pixels.
enum PagePictures {
    /// Pixels: about 120 to an inch of an A4 sheet, enough to read small type by.
    private static let side = 1400

    /// The pictures of some pages of a file, in order; fewer where the file has fewer.
    /// - Parameters:
    ///   - format: One that ``FileFormat/hasPictures``.
    ///   - pages: Counted from 1.
    ///   - progress: Told of each picture that is done.
    /// - Throws: ``PaperError``.
    static func jpegs(
        ofFile path: String, format: FileFormat, pages: ClosedRange<Int>, limits: Limits = Limits(),
        progress: (Int) -> Void = { _ in }
    ) async throws -> [[UInt8]] {
        var pictures: [[UInt8]] = []
        if format == .pdf {
            for page in pages {
                pictures.append(try await ofPDF(path, page: page))
                progress(pictures.count)
            }
        } else {
            for image in try await ImageReader.upright(path: path, format: format, pages: pages, limits: limits) {
                pictures.append(try await jpeg(image))
                progress(pictures.count)
            }
        }
        return pictures
    }

    private static func ofPDF(_ path: String, page: Int) async throws -> [UInt8] {
        var program = OutsideProgram("pdftoppm", package: "poppler-utils")
        program.processorSeconds = 60
        program.outputBytes = 16 << 20
        return try await program.run([
            "-q", "-jpeg", "-jpegopt", "quality=72,optimize=y", "-scale-to", String(side), "-f", String(page), "-l",
            String(page), path,
        ])
    }

    private static func jpeg(_ image: GrayImage) async throws -> [UInt8] {
        let small = image.reduced(by: (max(image.width, image.height) + side - 1) / side)
        var program = OutsideProgram("pnmtojpeg", package: "netpbm")
        program.memoryBytes = 1 << 30
        program.outputBytes = 16 << 20
        return try await program.run(["-quality", "72"], input: small.pgm)
    }
}
