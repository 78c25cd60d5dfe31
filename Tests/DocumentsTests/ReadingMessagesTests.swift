import Paper
import Testing
import Wording

@testable import Documents

@Suite struct ReadingMessagesTests {
    private static let errors: [PaperError] = [
        .missing(path: "a"), .notAFile, .forbidden, .empty, .tooLarge(bytes: 210 << 20, limit: 200 << 20),
        .unknownFormat, .passwordProtected, .damaged(.docx, detail: "word/document.xml"),
        .hostile(.xlsx, detail: "1 GB"), .missingProgram("tesseract", package: "tesseract-ocr"),
        .programFailed("soffice", detail: "exit 1"),
    ]
    private static let repairs: [Repair] = [
        .recognised(page: 2, confidence: 0.914), .accentsLost(page: 2), .accentsMissing, .legacyFont(.tcvn3),
        .undecodable(count: 3), .scrambledTable(Place(line: 12)),
    ]

    @Test(arguments: Catalogue.Language.allCases, errors)
    func everyReasonHasItsLine(language: Catalogue.Language, error: PaperError) throws {
        let text = try DocumentTexts.catalogue(language).text(error.message)
        #expect(text != error.message.key && !text.contains("{") && !text.contains("\n"))
    }

    @Test(arguments: Catalogue.Language.allCases, repairs)
    func everyRepairHasItsLine(language: Catalogue.Language, repair: Repair) throws {
        let text = try DocumentTexts.catalogue(language).text(repair.message)
        #expect(text != repair.message.key && !text.contains("{"))
    }

    @Test func theLineNamesWhatIsWrong() throws {
        let texts = try DocumentTexts.catalogue(.vi)
        #expect(
            texts.text(PaperError.tooLarge(bytes: 210 << 20, limit: 200 << 20).message)
                == "tệp quá lớn (210 MB; đọc được đến 200 MB)")
        #expect(
            texts.text(Repair.recognised(page: 2, confidence: 0.914).message)
                == "Trang 2 được nhận dạng từ ảnh (độ tin cậy 91%).")
    }

    @Test(arguments: Catalogue.Language.allCases, DocumentType.allCases)
    func everyKindOfDocumentHasItsName(language: Catalogue.Language, type: DocumentType) throws {
        #expect(try DocumentTexts.catalogue(language).texts["type.\(type.rawValue)"] != nil)
    }
}
