package import Paper
package import Wording

extension PaperError {
    /// Why the file could not be read, as one line for the user.
    package var message: Message {
        switch self {
        case .missing: Message("unreadable.missing")
        case .notAFile: Message("unreadable.not-a-file")
        case .forbidden: Message("unreadable.forbidden")
        case .empty: Message("unreadable.empty")
        case .tooLarge(let bytes, let limit):
            Message("unreadable.too-large", ["size": Self.megabytes(bytes), "limit": Self.megabytes(limit)])
        case .unknownFormat: Message("unreadable.unknown-format")
        case .passwordProtected: Message("unreadable.password")
        case .damaged(let format, let detail):
            Message("unreadable.damaged", ["format": format.rawValue, "detail": detail])
        case .hostile(let format, let detail):
            Message("unreadable.hostile", ["format": format.rawValue, "detail": detail])
        case .missingProgram(let program, let package):
            Message("unreadable.missing-program", ["program": program, "package": package])
        case .programFailed(let program, let detail):
            Message("unreadable.program-failed", ["program": program, "detail": detail])
        }
    }

    private static func megabytes(_ bytes: Int) -> String { String((bytes + (1 << 20) - 1) >> 20) }
}

extension Repair {
    /// What had to be mended, for the clerk who reads on.
    package var message: Message {
        switch self {
        case .recognised(let page, let confidence):
            Message("repair.recognised", ["page": String(page), "percent": Self.percent(confidence)])
        case .accentsLost(let page): Message("repair.accents-lost", ["page": String(page)])
        case .accentsMissing: Message("repair.accents-missing")
        case .legacyFont(let encoding): Message("repair.legacy-font", ["encoding": encoding.rawValue])
        case .undecodable(let count): Message("repair.undecodable", ["count": String(count)])
        case .scrambledTable(let place): Message("repair.scrambled-table", ["line": String(place.line)])
        }
    }

    private static func percent(_ share: Double) -> String { String(Int((share * 100).rounded())) }
}
