/// What is printed of a document.
enum ReadingForm: String, Sendable {
    /// For a person at a terminal.
    case page
    /// For a program.
    case json
    /// The extracted text alone.
    case text
    /// The findings for a person, and for a program.
    case findings, findingsJSON
    /// For the process that stores it.
    case handover
    /// Pictures of its pages, for that process too.
    case pictures
    /// The tables in it, for that process too: what registers take in.
    case tables

    var isForPrograms: Bool { self == .json || self == .findingsJSON }
    /// Whether what it prints, reasons too, is for the process that supervises it alone.
    var isHandedOver: Bool { self == .handover || self == .pictures || self == .tables }
    /// Whether a document with errors is a "no".
    var isCheck: Bool { self == .findings || self == .findingsJSON }
}

/// Exit statuses that scripts rely on.
enum Status {
    static let done: Int32 = 0
    /// The answer is "no": findings that are errors.
    static let no: Int32 = 1
    /// It could not be done: one line said why.
    static let failed: Int32 = 2
    static let secret: Int32 = 3
}
