import Glibc

/// The environment variables that the commands read, as `nhipcau --help` and docs/operations.md list them.
enum Setting: String, CaseIterable {
    case database = "NHIPCAU_DATABASE"
    case files = "NHIPCAU_FILES"
    case keyFile = "NHIPCAU_KEY_FILE"
    case language = "NHIPCAU_LANG"
    case address = "NHIPCAU_ADDRESS"
    case proxy = "NHIPCAU_PROXY"
    case certificate = "NHIPCAU_CERTIFICATE"
    case certificateKey = "NHIPCAU_CERTIFICATE_KEY"
    case mail = "NHIPCAU_MAIL"
    case mailPassword = "NHIPCAU_MAIL_PASSWORD"
    case mailSender = "NHIPCAU_MAIL_FROM"
    case mailAuthorities = "NHIPCAU_MAIL_CA"
    case provider = "NHIPCAU_OIDC_ISSUER"
    case providerClient = "NHIPCAU_OIDC_CLIENT"
    case providerSecret = "NHIPCAU_OIDC_SECRET"
    case providerClaim = "NHIPCAU_OIDC_CLAIM"
    case programRequests = "NHIPCAU_API_REQUESTS"
    case patience = "NHIPCAU_PATIENCE"
    case dataFolder = "XDG_DATA_HOME"
    case noColour = "NO_COLOR"

    /// What it is set to; an empty one counts as none.
    var value: String? {
        guard let text = getenv(rawValue), text.pointee != 0 else { return nil }
        return String(cString: text)
    }

    /// A line for each, with what holds where it is not set.
    static var help: String {
        let width = allCases.map(\.rawValue.count).max() ?? 0
        return allCases.map { setting in
            let padding = String(repeating: " ", count: width - setting.rawValue.count + 2)
            return "  \(setting.rawValue)\(padding)\(Words.text("setting.\(setting.rawValue)"))"
        }.joined(separator: "\n")
    }
}
