import ArgumentParser
import Identity

extension Provider.Settings {
    /// What the environment says of a provider; `nil` where it names none.
    /// - Throws: The exit status, after one line, where something is missing or cannot be understood.
    static func ofEnvironment() throws -> Provider.Settings? {
        guard let issuer = Setting.provider.value else { return nil }
        func needed(_ setting: Setting) throws -> String {
            guard let value = setting.value else { throw refuse(setting, "setting.missing") }
            return value
        }
        var claim: Provider.Claim?
        if let named = Setting.providerClaim.value {
            guard let known = Provider.Claim(rawValue: named) else {
                throw refuse(.providerClaim, "setting.oidc-claim")
            }
            claim = known
        }
        return Provider.Settings(
            issuer: issuer, client: try needed(.providerClient), secret: try needed(.providerSecret), claim: claim)
    }

    private static func refuse(_ setting: Setting, _ key: String) -> ExitCode {
        Output.complain(setting.rawValue, Words.text(key))
        return ExitCode(Status.failed)
    }
}
