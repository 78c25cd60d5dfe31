import CZip

/// Random access to the parts of a zip archive in memory, which may lie about its sizes.
package struct ZipArchive: ~Copyable {
    /// Names of the parts, with `/` between folders, to their index.
    package private(set) var index: [String: UInt64] = [:]
    private let archive: OpaquePointer
    private let format: FileFormat
    private var budget: Int

    /// Most parts an archive may list; a document has hundreds.
    private static let mostParts = 20_000
    /// Deflate reaches 1032 to 1; text of documents stays far below this once it is large.
    private static let mostRatio: UInt64 = 400
    private static let ratioMattersFrom: UInt64 = 8 << 20

    /// Opens `bytes` for the length of `body`.
    /// - Throws: ``PaperError/damaged(_:detail:)`` where it is no whole archive; what `body` throws.
    package static func open<Result>(
        _ bytes: [UInt8], as format: FileFormat, limits: Limits, _ body: (inout ZipArchive) throws -> Result
    ) throws -> Result {
        try bytes.withUnsafeBytes { buffer in
            var archive = ZipArchive(archive: try archive(buffer, format), format: format, limits: limits)
            try archive.list()
            return try body(&archive)
        }
    }

    private init(archive: OpaquePointer, format: FileFormat, limits: Limits) {
        self.archive = archive
        self.format = format
        budget = limits.unpackedBytes
    }

    private static func archive(_ buffer: UnsafeRawBufferPointer, _ format: FileFormat) throws -> OpaquePointer {
        var error = zip_error_t()
        zip_error_init(&error)
        defer { zip_error_fini(&error) }
        let data = UnsafeMutableRawPointer(mutating: buffer.baseAddress)
        guard let source = zip_source_buffer_create(data, zip_uint64_t(buffer.count), 0, &error) else {
            throw PaperError.damaged(format, detail: "zip")
        }
        guard let archive = zip_open_from_source(source, ZIP_RDONLY, &error) else {
            zip_source_free(source)
            throw PaperError.damaged(format, detail: "zip: \(String(cString: zip_error_strerror(&error)))")
        }
        return archive
    }

    private mutating func list() throws {
        let count = zip_get_num_entries(archive, 0)
        guard count <= Self.mostParts else {
            throw PaperError.hostile(format, detail: "\(count) parts")
        }
        index.reserveCapacity(Int(count))
        for position in 0..<UInt64(max(count, 0)) {
            guard let name = zip_get_name(archive, position, zip_flags_t(ZIP_FL_ENC_GUESS)) else { continue }
            var path = String(cString: name)
            if path.utf8.contains(0x5C) { path = String(path.map { $0 == "\\" ? "/" : $0 }) }
            if path.hasPrefix("/") { path.removeFirst() }
            if index[path] == nil { index[path] = position }
        }
    }

    deinit { zip_discard(archive) }

    /// Whether the archive has a part of that name.
    package func contains(_ name: String) -> Bool { index[name] != nil }

    /// Unpacks a part; `nil` where there is none of that name.
    /// - Throws: ``PaperError/passwordProtected``, ``PaperError/hostile(_:detail:)`` for more than the limits allow,
    ///   ``PaperError/damaged(_:detail:)``.
    package mutating func part(_ name: String) throws -> [UInt8]? {
        guard let position = index[name] else { return nil }
        var stat = zip_stat_t()
        guard zip_stat_index(archive, position, 0, &stat) == 0, stat.valid & UInt64(ZIP_STAT_SIZE) != 0 else {
            throw PaperError.damaged(format, detail: name)
        }
        if stat.valid & UInt64(ZIP_STAT_ENCRYPTION_METHOD) != 0, stat.encryption_method != ZIP_EM_NONE {
            throw PaperError.passwordProtected
        }
        let bomb = stat.size > Self.ratioMattersFrom && stat.size / max(stat.comp_size, 1) > Self.mostRatio
        guard stat.size <= UInt64(budget), !bomb else {
            throw PaperError.hostile(format, detail: "\(name) unpacks to \(stat.size) bytes")
        }
        guard let file = zip_fopen_index(archive, position, 0) else {
            throw PaperError.damaged(format, detail: name)
        }
        defer { zip_fclose(file) }
        let size = Int(stat.size)
        budget -= size
        // One byte more than promised, to see whether the promise is kept and to have the checksum tested.
        let bytes = try [UInt8](unsafeUninitializedCapacity: size + 1) { buffer, count in
            while count <= size {
                let read = zip_fread(file, buffer.baseAddress.map { $0 + count }, zip_uint64_t(size + 1 - count))
                guard read >= 0 else { throw PaperError.damaged(format, detail: name) }
                if read == 0 { break }
                count += Int(read)
            }
        }
        guard bytes.count == size else { throw PaperError.damaged(format, detail: name) }
        return bytes
    }

    /// Unpacks a part that the format cannot do without.
    package mutating func required(_ name: String) throws -> [UInt8] {
        guard let bytes = try part(name) else { throw PaperError.damaged(format, detail: "no \(name)") }
        return bytes
    }
}
