import ArgumentParser
import Mail
import Office
import Web
import Wording

/// The settings of e-mail, which only a server reads.
enum MailSettings {
    /// What sends the letters of notices; `nil` where no mail server is set.
    /// - Parameter site: Whose pages the letters lead to, and whose words they speak.
    /// - Throws: The exit status, after one line about the setting that cannot be understood.
    static func mailing(_ site: Site) throws -> NoticeMailing? {
        guard let server = Setting.mail.value else { return nil }
        let made = MailServer(
            server, password: Setting.mailPassword.value, authorities: Setting.mailAuthorities.value)
        guard let made else { throw refuse(.mail) }
        guard let sender = Setting.mailSender.value.flatMap(MailAddress.init(written:)) else {
            throw refuse(.mailSender)
        }
        return NoticeMailing(
            made, from: sender, page: site.address + NoticesAddress.path, words: { site.words($0) })
    }

    private static func refuse(_ setting: Setting) -> ExitCode {
        Output.complain(setting.rawValue, Words.text(Message("setting.malformed-\(setting.rawValue)")))
        return ExitCode(Status.failed)
    }
}
