import Foundation
import TestSupport
import Testing

@testable import Paper

@Suite(
    .enabled(if: isInstalled("tesseract", "pngtopnm", "pnmtopng", "pnmtojpeg"), "needs netpbm and tesseract-ocr-vie"))
struct HostilePictureTests {
    private func sample(_ format: FileFormat) async throws -> [UInt8] {
        let picture = GrayImage(width: 60, height: 24, pixels: (0..<1440).map { UInt8($0 % 251) })
        switch format {
        case .png: return try await OutsideProgram("pnmtopng", package: "netpbm").run([], input: picture.pgm)
        case .jpeg: return try await OutsideProgram("pnmtojpeg", package: "netpbm").run([], input: picture.pgm)
        default: return TIFF(pages: [picture, picture], resolution: 72).bytes
        }
    }

    /// Unpacked, or read whole; anything but a clear refusal fails the test.
    private func outcome(of bytes: [UInt8], _ format: FileFormat, _ name: String, isWhole: Bool) async throws -> String
    {
        do {
            if isWhole {
                let path = try await Printing.shared.scratch().appending(path: name)
                try Data(bytes).write(to: path)
                defer { try? FileManager.default.removeItem(at: path) }
                _ = try await ImageReader.read(path: path.path, format: format)
            } else {
                var limits = Limits()
                limits.pixels = 1 << 20
                guard let header = ImageHeader.read(bytes, format: format),
                    header.width < 1 << 20, header.height < 1 << 20, header.width * header.height <= limits.pixels
                else { return "refused" }
                _ = try await ImageReader.pictures(bytes, header, format, limits)
            }
            return "read"
        } catch is PaperError {
            return "refused"
        }
    }

    @Test(arguments: [FileFormat.png, .jpeg, .tiff])
    func everyMutatedPictureIsReadOrRefused(_ format: FileFormat) async throws {
        var noise = SeededNumbers(3)
        let original = try await sample(format)
        // The sound file first; few changes to a PNG escape its check sums.
        let files = [original] + (0..<mutationCount(usual: 60)).map { _ in noise.mutated(original) }
        let outcomes = try await PageQueue.run(Array(files.enumerated()), progress: { _ in }) { file in
            try await outcome(
                of: file.element, format, "mutated-\(file.offset).\(format)", isWhole: file.offset % 50 == 0)
        }
        #expect(outcomes.first == "read")
        #expect(outcomes.contains("refused"))
    }
}
