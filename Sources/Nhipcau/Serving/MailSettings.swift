import ArgumentParser
import Mail
import Office
import Wording

/// The settings of e-mail, which only a server reads.
enum MailSettings {
    /// What sends the letters of notices; `nil` where no mail server is set.
    /// - Parameter address: Of the site.
    /// - Throws: The exit status, after one line about the setting that cannot be understood.
    static func mailing(address: String) throws -> NoticeMailing? {
        guard let server = Setting.mail.value else { return nil }
        let made = MailServer(
            server, password: Setting.mailPassword.value, authorities: Setting.mailAuthorities.value)
        guard let made else { throw refuse(.mail) }
        guard let sender = Setting.mailSender.value.flatMap(MailAddress.init(written:)) else {
            throw refuse(.mailSender)
        }
        return NoticeMailing(
            made, from: sender, page: address + NoticesAddress.path, words: try OfficeTexts.catalogue(Words.language))
    }

    private static func refuse(_ setting: Setting) -> ExitCode {
        Output.complain(setting.rawValue, Words.text(Message("setting.malformed-\(setting.rawValue)")))
        return ExitCode(Status.failed)
    }
}
