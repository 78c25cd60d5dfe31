import Crypto
import Foundation
import InventedPeople
import Testing

@testable import Linkage

struct BlindedPersonTests {
    private static func blinding(_ key: String) -> Blinding {
        let key = SymmetricKey(data: SHA256.hash(data: Data(key.utf8)))
        return Blinding { text in
            HMAC<SHA256>.authenticationCode(for: text, using: key).prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
        }
    }

    private static let register = InventedRegister(1000, .ordinary, seed: 21)

    @Test func `blinded people are linked as well as open ones`() {
        let blinding = Self.blinding("one")
        var open = PersonIndex()
        var blind = PersonIndex()
        for entry in Self.register.entries {
            open.add(PersonTokens(entry.traits), record: entry.record)
            blind.add(BlindedPerson(entry.traits, blinding).tokens, record: entry.record)
        }
        #expect(Linker(open).duplicates().groups == Linker(blind, blinding).duplicates().groups)
    }

    @Test func `with another key nobody is found`() {
        var index = PersonIndex()
        for entry in Self.register.entries.prefix(100) {
            index.add(BlindedPerson(entry.traits, Self.blinding("one")).tokens, record: entry.record)
        }
        let linker = Linker(index, Self.blinding("one"))
        let traits = Self.register.entries[0].traits
        #expect(linker.likely(BlindedPerson(traits, Self.blinding("one")).tokens).first?.right == 1)
        #expect(linker.likely(BlindedPerson(traits, Self.blinding("two")).tokens).isEmpty)
    }

    @Test func `its bytes bring it back, and other bytes bring nothing`() {
        for entry in Self.register.entries.prefix(50) {
            let person = BlindedPerson(entry.traits, Self.blinding("one"))
            let bytes = person.bytes
            #expect(BlindedPerson(bytes) == person)
            #expect(bytes.count < 1500)
            #expect(BlindedPerson(Array(bytes.dropLast())) == nil)
            #expect(BlindedPerson(bytes + [0]) == nil)
            var dice = Dice(seed: UInt64(entry.record))
            for _ in 0..<200 {
                // Must not crash, whatever it makes of them.
                var broken = bytes
                broken[dice.below(broken.count)] = UInt8(dice.below(256))
                if let read = BlindedPerson(broken) { _ = read.bytes }
            }
        }
        #expect(BlindedPerson([]) == nil)
    }

    @Test func `no word, year or number of the person stands in its bytes`() {
        let traits = PersonTraits(
            name: "Nguyễn Thị Lan", born: PersonTraits.Birth(year: 1984), emails: ["lan@example.org"],
            telephones: ["+81 90 1234 5678"])
        let text = String(decoding: BlindedPerson(traits, Self.blinding("one")).bytes, as: UTF8.self)
        for word in ["lan", "Nguy", "1984", "example", "1234"] { #expect(!text.contains(word)) }
    }
}
