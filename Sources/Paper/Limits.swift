/// Bounds on what an untrusted file may cost.
package struct Limits: Sendable {
    /// Largest file read, in bytes.
    package var fileBytes = 200 << 20
    /// Largest sum of unpacked parts of an archive, in bytes.
    package var unpackedBytes = 128 << 20
    /// Deepest nesting of elements.
    package var depth = 256
    /// Most characters of text taken from one file.
    package var textBytes = 32 << 20
    /// Most pages read by OCR.
    package var pages = 500
    /// Most pixels of one picture; an A4 page at 300 dots to the inch has 9 million.
    package var pixels = 40 << 20

    /// The usual limits.
    package init() {}
}
