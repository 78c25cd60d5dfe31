import Documents
import Figures
import Office
import Plans
import Registers
import Wording

/// The words of the commands in the language of this run: `--lang`, else `NHIPCAU_LANG`, else Vietnamese.
enum Words {
    static let language: Catalogue.Language = {
        let arguments = CommandLine.arguments
        for (index, argument) in arguments.enumerated() {
            if argument == "--lang", index + 1 < arguments.count,
                let asked = Catalogue.Language(rawValue: arguments[index + 1])
            {
                return asked
            }
            if argument.hasPrefix("--lang="), let asked = Catalogue.Language(rawValue: String(argument.dropFirst(7))) {
                return asked
            }
        }
        return Setting.language.value.flatMap(Catalogue.Language.init(rawValue:)) ?? .vi
    }()

    /// The catalogue of the commands.
    static let commands = try? Catalogue(yaml: language == .vi ? PackageResources.vi_yaml : PackageResources.en_yaml)

    /// A text of the commands; its key where the catalogue cannot be read, which a test forbids.
    static func text(_ key: String, _ values: [String: String] = [:]) -> String { text(Message(key, values)) }

    /// A message of the commands, or of the room whose catalogue has it.
    static func text(_ message: Message) -> String {
        if let commands, commands.texts[message.key] != nil { return commands.text(message) }
        let rooms = [
            OfficeTexts.catalogue, DocumentTexts.catalogue, PlanTexts.catalogue, RegisterTexts.catalogue,
            FigureTexts.catalogue,
        ]
        let catalogue = rooms.lazy.compactMap { try? $0(language) }.first { $0.texts[message.key] != nil }
        return catalogue?.text(message) ?? message.key
    }
}
