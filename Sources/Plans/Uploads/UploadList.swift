import Office
import Storage
import Web

extension UploadPages {
    /// What was brought, as it is taken away.
    static let list = OfficeList(
        Listing<Upload>(
            "uploads", title: "upload.title",
            columns: [
                .whole("id", "upload.title", inFiles: false) { $0.id },
                .text("name", "upload.name", width: 40) { $0.name },
                .whole("bytes", "upload.bytes") { $0.size },
                .moment("came", "upload.came") { $0.came },
                .text("account", "upload.account", width: 24) { $0.bringer?.account.name },
                .text("unit", "work.unit", width: 30) { $0.bringer?.unit.name },
                .choice("state", "work.state", Upload.words, width: 16) { $0.word },
                .whole("planId", "work.plan", inFiles: false) { $0.plan },
            ]), path: path, access: .may(.import)
    ) { call, portion, db in
        try Uploads.latest(
            call.scope(.import), offset: portion.offset, limit: portion.limit, now: call.visit.at, db)
    }
}

extension Upload {
    fileprivate static let words = ListingChoices(
        ["waiting", "reading", "stuck"] + Outcome.allCases.map(\.rawValue), words: "upload.state.")

    fileprivate var bringer: (account: Named, unit: Named)? {
        if case .holder(let account, _, let unit) = who { (account, unit) } else { nil }
    }
}
