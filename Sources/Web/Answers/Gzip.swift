import CZlib
import HTTPTypes
import Hummingbird

/// The gzip format (RFC 1952), by zlib.
enum Gzip {
    /// - Parameter level: 1 is the fastest, 9 the smallest.
    static func compressed(_ bytes: some Collection<UInt8>, level: Int32) -> [UInt8] {
        var stream = z_stream()
        // 15 bits of window, and 16 for a gzip header.
        guard
            deflateInit2_(
                &stream, level, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
                Int32(MemoryLayout<z_stream>.size)) == Z_OK
        else { return [] }
        defer { deflateEnd(&stream) }
        var input = Array(bytes)
        var output = [UInt8](repeating: 0, count: Int(deflateBound(&stream, UInt(input.count))))
        let written = input.withUnsafeMutableBufferPointer { input in
            output.withUnsafeMutableBufferPointer { output in
                stream.next_in = input.baseAddress
                stream.avail_in = UInt32(input.count)
                stream.next_out = output.baseAddress
                stream.avail_out = UInt32(output.count)
                return deflate(&stream, Z_FINISH) == Z_STREAM_END ? output.count - Int(stream.avail_out) : 0
            }
        }
        output.removeLast(output.count - written)
        return output
    }

    static func isAccepted(by request: Request) -> Bool {
        request.headers[values: .acceptEncoding].contains { value in
            value.split(separator: ",").contains { coding in
                let parts = coding.split(separator: ";").map { $0.trimmingPrefix(while: \.isWhitespace) }
                return parts.first == "gzip" && !parts.dropFirst().contains { $0.wholeMatch(of: /q=0(\.0*)?/) != nil }
            }
        }
    }
}
