import CZip

/// Puts the parts of an office file together, the same bytes for the same parts.
enum ZipPacking {
    /// Why it could not be done, in words of the library.
    struct Failure: Error { let reason: String }

    /// 1 January 1980, before which no archive can tell time: when it was written stands in the paper itself.
    private static let day: (time: zip_uint16_t, date: zip_uint16_t) = (0, 0x21)

    static func bytes(_ parts: [(name: String, bytes: [UInt8])]) throws -> [UInt8] {
        var error = zip_error_t()
        zip_error_init(&error)
        defer { zip_error_fini(&error) }
        guard let target = zip_source_buffer_create(nil, 0, 0, &error) else { throw failure(&error) }
        // The archive lets go of its source when it is closed, and what was written stands there.
        zip_source_keep(target)
        defer { zip_source_free(target) }
        guard let archive = zip_open_from_source(target, ZIP_CREATE | ZIP_TRUNCATE, &error) else {
            zip_source_free(target)
            throw failure(&error)
        }
        var isClosed = false
        defer { if !isClosed { zip_discard(archive) } }
        // The library reads the bytes when it closes the archive: until then they stay where they are.
        var kept: [UnsafeMutableBufferPointer<UInt8>] = []
        defer { for buffer in kept { buffer.deallocate() } }
        for part in parts {
            let buffer = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: part.bytes.count)
            _ = buffer.initialize(from: part.bytes)
            kept.append(buffer)
            guard let source = zip_source_buffer(archive, buffer.baseAddress, zip_uint64_t(buffer.count), 0) else {
                throw failure(zip_get_error(archive))
            }
            let index = zip_file_add(archive, part.name, source, zip_flags_t(ZIP_FL_ENC_UTF_8))
            guard index >= 0 else {
                zip_source_free(source)
                throw failure(zip_get_error(archive))
            }
            zip_file_set_dostime(archive, zip_uint64_t(index), day.time, day.date, 0)
        }
        guard zip_close(archive) == 0 else { throw failure(zip_get_error(archive)) }
        isClosed = true
        return try read(target)
    }

    private static func read(_ source: OpaquePointer) throws -> [UInt8] {
        var stat = zip_stat_t()
        guard zip_source_stat(source, &stat) == 0, zip_source_open(source) == 0 else {
            throw failure(zip_source_error(source))
        }
        defer { zip_source_close(source) }
        var got: Int64 = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: Int(stat.size)) { buffer, count in
            got = zip_source_read(source, buffer.baseAddress, stat.size)
            count = max(0, Int(got))
        }
        guard got == stat.size else { throw failure(zip_source_error(source)) }
        return bytes
    }

    private static func failure(_ error: UnsafeMutablePointer<zip_error_t>?) -> Failure {
        Failure(reason: zip_error_strerror(error).map { String(cString: $0) } ?? "zip")
    }
}
