import TestSupport
import Testing

@testable import Paper

struct ImageHeaderTests {
    @Test func readsThePixelsToAMetreOfAPNG() throws {
        var png: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13] + Array("IHDR".utf8)
        png += [0, 0, 6, 0x76, 0, 0, 9, 0x23, 8, 0, 0, 0, 0, 1, 2, 3, 4]
        png += [0, 0, 0, 9] + Array("pHYs".utf8) + [0, 0, 0x1E, 0xC2, 0, 0, 0x1E, 0xC2, 1, 0, 0, 0, 0]
        let header = try #require(ImageHeader.read(png, format: .png))
        #expect(header.width == 1654 && header.height == 2339)
        #expect(abs((header.resolution ?? 0) - 200) < 0.1)
    }

    @Test func aDirectoryThatPointsToItselfEnds() throws {
        var tiff: [UInt8] = Array("II*\0".utf8) + [8, 0, 0, 0, 2, 0]
        tiff += [0, 1, 4, 0, 1, 0, 0, 0, 10, 0, 0, 0] + [1, 1, 4, 0, 1, 0, 0, 0, 20, 0, 0, 0] + [8, 0, 0, 0]
        let header = try #require(ImageHeader.read(tiff, format: .tiff))
        #expect(header.width == 10 && header.height == 20)
    }

    @Test(arguments: [FileFormat.png, .jpeg, .tiff])
    func survivesAnyBytes(format: FileFormat) {
        var noise = SeededNumbers(3)
        for _ in 0..<2000 {
            var bytes: [UInt8] = [0xFF, 0xD8, 0xFF, 0xE1, 0, 40] + Array("Exif\0\0II*\0".utf8)
            if format == .tiff { bytes = Array("MM\0*\0\0\0".utf8) }
            bytes += (0..<noise.next(below: 200)).map { _ in UInt8(noise.next(below: 256)) }
            if let header = ImageHeader.read(bytes, format: format) { #expect(header.width > 0 && header.height > 0) }
        }
    }

    @Test func readsBlackAndWhiteAndColouredPictures() throws {
        let bitmap = Array("P4\n# a fax\n10 2\n".utf8) + [0b1000_0000, 0b0100_0000, 0, 0]
        let fax = try #require(Anymap.image(bitmap))
        #expect(fax.image.pixels == [0] + Array(repeating: 255, count: 8) + [0] + Array(repeating: 255, count: 10))
        #expect(fax.end == bitmap.count)
        let coloured = Array("P6 2 1 255\n".utf8) + [255, 255, 255, 255, 0, 0]
        #expect(try #require(Anymap.image(coloured)).image.pixels == [255, 76])
        #expect(Anymap.image(Array("P5 100 100 255\nshort".utf8)) == nil)
        #expect(Anymap.images(coloured + coloured).count == 2)
    }
}
