import Testing

@testable import Confinement

@Suite struct LifeSignsTests {
    @Test(arguments: [("3/12", 3, 12), ("12/12", 12, 12)])
    func aLineTellsHowFarTheWorkIs(line: String, done: Int, total: Int) throws {
        let progress = try #require(LifeSigns.progress(line))
        #expect(progress == (done, total))
    }

    @Test(arguments: ["", "3", "3/", "a/b", "1/2/3"])
    func otherLinesAreSignsOnly(line: String) {
        #expect(LifeSigns.progress(line) == nil)
    }
}
