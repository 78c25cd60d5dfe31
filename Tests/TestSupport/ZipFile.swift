import CZip
import Glibc

/// Writes a zip archive in memory.
package enum ZipFile {
    /// The library would not.
    package enum Failure: Error { case zip }

    /// The archive of `parts`, deflated, in order; a password encrypts every part with AES-256.
    package static func bytes(_ parts: [(name: String, text: [UInt8])], password: String? = nil) throws -> [UInt8] {
        var error = zip_error_t()
        zip_error_init(&error)
        defer { zip_error_fini(&error) }
        guard let source = zip_source_buffer_create(nil, 0, 0, &error) else { throw Failure.zip }
        zip_source_keep(source)
        defer { zip_source_free(source) }
        guard let archive = zip_open_from_source(source, ZIP_TRUNCATE, &error) else { throw Failure.zip }
        for (name, text) in parts {
            // The library reads the buffer when it closes and frees it then.
            let copy = malloc(max(text.count, 1))
            text.withUnsafeBytes { if let base = $0.baseAddress { copy?.copyMemory(from: base, byteCount: $0.count) } }
            guard let part = zip_source_buffer(archive, copy, zip_uint64_t(text.count), 1) else { throw Failure.zip }
            let index = zip_file_add(archive, name, part, zip_flags_t(ZIP_FL_OVERWRITE | ZIP_FL_ENC_UTF_8))
            guard index >= 0 else { throw Failure.zip }
            zip_file_set_mtime(archive, zip_uint64_t(index), 1_750_000_000, 0)
            if let password {
                zip_file_set_encryption(archive, zip_uint64_t(index), zip_uint16_t(ZIP_EM_AES_256), password)
            }
        }
        guard zip_close(archive) == 0 else { throw Failure.zip }
        guard zip_source_open(source) == 0 else { throw Failure.zip }
        defer { zip_source_close(source) }
        zip_source_seek(source, 0, SEEK_END)
        let size = Int(zip_source_tell(source))
        zip_source_seek(source, 0, SEEK_SET)
        return [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            count = Int(zip_source_read(source, buffer.baseAddress, zip_uint64_t(size)))
        }
    }
}
