import Foundation
import Storage
import Testing
import Wording

@testable import Office

struct PasswordTests {
    private let cheap = PasswordHash.Cost(logarithm: 4)

    @Test func isKeptInTheFormOfPHCWithTheCostOfToday() async throws {
        let hash = try await PasswordWork.hash("mưa nguồn chớp bể", cost: .usual)
        guard case .text(let text) = hash.stored else { return #expect(Bool(false)) }
        #expect(text.hasPrefix("$scrypt$ln=16,r=8,p=1$"))
        #expect(try PasswordHash(stored: hash.stored) == hash)
        #expect(try await PasswordWork.matches("mưa nguồn chớp bể", hash, otherwise: cheap))
    }

    /// The vector of RFC 7914, 12, "pleaseletmein", of which a key of 32 bytes is the first half.
    @Test func isScryptAsOthersComputeIt() throws {
        let hash = try PasswordHash(
            stored: .text("$scrypt$ln=14,r=8,p=1$U29kaXVtQ2hsb3JpZGU$cCO9yzr9c0hGHAbNgf046/2o+7qQT44+qbVD9lRdofI"))
        #expect(try hash.matches("pleaseletmein"))
        #expect(try !hash.matches("pleaseletmeIn"))
    }

    @Test func theSamePasswordIsNeverKeptAlike() throws {
        let (first, second) = (
            try PasswordHash(of: "a b c d e f g", cost: cheap), try PasswordHash(of: "a b c d e f g", cost: cheap)
        )
        #expect(first != second)
    }

    @Test func vietnameseLettersMatchHoweverTheKeyboardComposesThem() throws {
        let hash = try PasswordHash(of: "Nhớ quê hương".precomposedStringWithCanonicalMapping, cost: cheap)
        #expect(try hash.matches("Nhớ quê hương".decomposedStringWithCanonicalMapping))
    }

    @Test(arguments: [
        "", "secret", "$scrypt$ln=40,r=8,p=1$c2FsdA$aGFzaA", "$scrypt$ln=16,r=8,p=1$c2FsdA$aGFzaA",
        "$argon2id$v=19$m=65536,t=3,p=4$c2FsdA$aGFzaA",
    ])
    func whatIsNoHashIsRefused(_ text: String) {
        #expect(throws: StorageError.self) { try PasswordHash(stored: .text(text)) }
    }

    @Test(arguments: [
        ("mười một kt", "password.short"), ("aaaaaaaaaaaaaaaa", "password.monotonous"),
        ("1212121212121", "password.monotonous"), ("nguyenthihoa1", "password.login"),
        ("NguyễnThịHoa!", "password.login"), (String(repeating: "abcde", count: 41), "password.long"),
    ])
    func aWeakPasswordIsRefusedWithTheReason(_ password: String, _ key: String) throws {
        let refusal = #expect(throws: Refusal.self) { try PasswordRules.check(password, login: "nguyenthihoa") }
        #expect(refusal?.message.key == key)
    }

    @Test func aSentenceIsAPassword() throws {
        try PasswordRules.check("con cò bay lả bay la", login: "nguyenthihoa")
    }
}
