import Foundation
import HTTPTypes
package import HummingbirdCore
import NIOCore

/// What a form sent: fields in their order, texts in NFC, and files that were received into a folder of their own.
package struct Form: Sendable {
    /// A file that came with a form. It is removed when the request has been answered: who wants it takes it before.
    package struct File: Sendable {
        /// The name of the form's field.
        package let field: String
        /// As its sender called it, without folders, at most 200 characters; never used as a path.
        package let name: String
        /// Where it lies.
        package let path: String
        /// In bytes.
        package let size: Int
    }

    /// How much is taken of a form.
    package struct Limits: Sendable {
        /// All fields together, in bytes.
        package var fieldBytes = 1 << 20
        /// How many fields and files.
        package var parts = 2_000
        /// How many files; 0 for a form without.
        package var files = 0
        /// One file, in bytes.
        package var fileBytes = 0

        /// Fields alone.
        package static let fields = Limits()
        /// Fields and files.
        package static func files(_ count: Int, of megabytes: Int) -> Limits {
            Limits(files: count, fileBytes: megabytes << 20)
        }
    }

    /// Names and values, in the order of the form.
    package private(set) var fields: [(name: String, value: String)] = []
    /// The files.
    package private(set) var files: [File] = []

    /// One of these fields.
    package init(fields: [(name: String, value: String)] = [], files: [File] = []) {
        self.fields = fields
        self.files = files
    }

    /// The value of a field without blanks at its ends; `nil` where it is empty or missing.
    package subscript(_ name: String) -> String? {
        guard let value = fields.first(where: { $0.name == name })?.value else { return nil }
        let trimmed = value.trimmingCharacters(in: .whitespacesAndNewlines)
        return trimmed.isEmpty ? nil : trimmed
    }

    /// A value as it was typed, blanks and all: a password.
    package func verbatim(_ name: String) -> String { fields.first { $0.name == name }?.value ?? "" }

    /// All values of a field that can be chosen several times.
    package func all(_ name: String) -> [String] { fields.filter { $0.name == name && !$0.value.isEmpty }.map(\.value) }

    /// Whether a box was ticked, or a button was the one pressed.
    package func has(_ name: String) -> Bool { fields.contains { $0.name == name } }
}

extension Form {
    /// Takes the form of a request that is ours: it has the token of its browser, and no other site sent it.
    /// - Throws: ``WebFailure``.
    package static func checked<T>(
        of request: Request, _ visit: Visit, _ limits: Limits, _ body: (Form) async throws -> T
    ) async throws -> T {
        if let site = request.headers[.fetchSite], site == "cross-site" || site == "same-site" {
            throw WebFailure.staleForm
        }
        return try await withForm(of: request, limits) { form in
            let sent = request.headers[.formToken] ?? form.verbatim(FormToken.field)
            guard let token = visit.formToken, token.matches(sent) else { throw WebFailure.staleForm }
            return try await body(form)
        }
    }

    /// Takes the form of a request, runs the body, and removes the files.
    /// - Throws: ``WebFailure`` where it is more than the limits, or no form.
    private static func withForm<T>(
        of request: Request, _ limits: Limits, _ body: (Form) async throws -> T
    ) async throws -> T {
        let type = request.headers[.contentType] ?? ""
        if type.hasPrefix("application/x-www-form-urlencoded") {
            let bytes = try await request.body.collected(upTo: limits.fieldBytes)
            return try await body(Form(fields: try URLEncoding.fields(of: bytes, limit: limits.parts)))
        }
        guard let boundary = MultipartReader.boundary(contentType: type) else {
            throw WebFailure(.unsupportedMediaType, "web.malformed")
        }
        let folder = try ReceivingFolder()
        defer { folder.remove() }
        var reader = MultipartReader(boundary: boundary, limits: limits, folder: folder)
        for try await buffer in request.body { try reader.take(buffer.readableBytesView) }
        return try await body(try reader.finish())
    }
}

extension RequestBody {
    /// The whole body.
    /// - Throws: ``WebFailure`` where it is longer.
    fileprivate func collected(upTo limit: Int) async throws -> [UInt8] {
        var bytes: [UInt8] = []
        for try await buffer in self {
            bytes.append(contentsOf: buffer.readableBytesView)
            guard bytes.count <= limit else { throw WebFailure.tooLarge(megabytes: limit >> 20) }
        }
        return bytes
    }
}

extension HTTPField.Name {
    fileprivate static var fetchSite: HTTPField.Name { HTTPField.Name("Sec-Fetch-Site") ?? .from }
    fileprivate static var formToken: HTTPField.Name { HTTPField.Name("X-Form-Token") ?? .from }
}
