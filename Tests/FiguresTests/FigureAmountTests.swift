import Figures
import Testing

@Suite struct FigureAmountTests {
    @Test func `A share is exact, and is written with two places at most`() {
        #expect(FigureAmount(1, over: 3)?.decimal == "0.33")
        #expect(FigureAmount(2, over: 3)?.decimal == "0.67")
        #expect(FigureAmount(-1, over: 200)?.decimal == "-0.01")
        #expect(FigureAmount(125, over: 50)?.decimal == "2.5")
        #expect(FigureAmount(4_000, over: 4) == FigureAmount(1_000))
        #expect(FigureAmount(7, over: 0) == nil)
    }

    @Test func `A share of shares stays exact; one of nought cannot be found`() throws {
        let half = try #require(FigureAmount(1, over: 2)), third = try #require(FigureAmount(1, over: 3))
        #expect(half.divided(by: third) == FigureAmount(3, over: 2))
        #expect(half.divided(by: FigureAmount(0)) == nil)
        #expect(third < half)
    }

    @Test func `Cents of large sums are not lost`() {
        #expect(FigureAmount(1_562_000_000_000_07, over: 100)?.decimal == "1562000000000.07")
    }
}
