/// The formats that can be read, told by content and not by name.
package enum FileFormat: String, Sendable, CaseIterable {
    case docx, odt, rtf, doc, xlsx, html, text, markdown, pdf, png, jpeg, tiff

    /// As the web names it (IANA media types).
    package var mediaType: String {
        switch self {
        case .docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
        case .odt: "application/vnd.oasis.opendocument.text"
        case .rtf: "application/rtf"
        case .doc: "application/msword"
        case .xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        case .html: "text/html"
        case .text: "text/plain"
        case .markdown: "text/markdown"
        case .pdf: "application/pdf"
        case .png: "image/png"
        case .jpeg: "image/jpeg"
        case .tiff: "image/tiff"
        }
    }

    /// Whether its pages can be looked at as pictures: what came as pages, not as running text.
    package var hasPictures: Bool {
        switch self {
        case .pdf, .png, .jpeg, .tiff: true
        case .docx, .odt, .rtf, .doc, .xlsx, .html, .text, .markdown: false
        }
    }
}

/// Why a file could not be read. Each case has one line of text in the catalogue.
package enum PaperError: Error, Equatable, Sendable {
    case missing(path: String)
    /// A folder, a pipe or a device.
    case notAFile
    /// We may not read it.
    case forbidden
    case empty
    case tooLarge(bytes: Int, limit: Int)
    /// Not one of the formats read.
    case unknownFormat
    case passwordProtected
    /// The file is not whole or not what it says; `detail` names the part.
    case damaged(FileFormat, detail: String)
    /// Unpacks to more than a document can be, nests deeper, or names entities.
    case hostile(FileFormat, detail: String)
    /// An outside program that this format needs is not installed.
    case missingProgram(String, package: String)
    /// An outside program failed or took too long.
    case programFailed(String, detail: String)
}
