import InventedPeople
import Testing

@testable import Linkage

struct TruthTests {
    private func duplicates(_ register: InventedRegister) -> Duplicates {
        var index = PersonIndex()
        for entry in register.entries { index.add(PersonTokens(entry.traits), record: entry.record) }
        return Linker(index).duplicates()
    }

    @Test(arguments: [11, 12])
    func `a register that is looked after`(seed: UInt64) {
        let register = InventedRegister(2500, .ordinary, seed: seed)
        let score = register.score(groups: duplicates(register).groups)
        #expect(score.truth > 500)
        #expect(score.precision >= 0.95)
        #expect(score.recall >= 0.95)
    }

    @Test func `lists thrown together: of the pairs that can be told at all`() {
        let register = InventedRegister(2500, .nasty, seed: 13)
        let found = duplicates(register)
        let score = register.score(groups: found.groups)
        #expect(score.precision >= 0.95)
        #expect(score.recallOfDecidable >= 0.95)
        // The number of duplicates is known better than each of them.
        #expect(abs(found.expected / Double(score.truth) - 1) < 0.15)
    }

    @Test func `what is found does not depend on the order of the entries`() {
        let register = InventedRegister(400, .nasty, seed: 14)
        var index = PersonIndex()
        for entry in register.entries.reversed() { index.add(PersonTokens(entry.traits), record: entry.record) }
        let found = Linker(index).duplicates()
        #expect(register.score(groups: found.groups).precision >= 0.95)
        #expect(duplicates(register).pairs == duplicates(register).pairs)
    }
}
