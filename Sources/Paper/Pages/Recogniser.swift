/// Reads the picture of a page: sets it upright, finds its rules and has tesseract read the words.
struct Recogniser: Sendable {
    /// Pixels to an inch at which a page is drawn: its own where a scan is fine enough, since enlarging it adds nothing
    /// but work; else 300, below which the hooks and tildes of Vietnamese begin to fade.
    static func resolution(ofScan scanned: Int?) -> Int {
        guard let scanned, (180...300).contains(scanned) else { return 300 }
        return scanned
    }

    var limits = Limits()

    /// The words and rules of a picture.
    /// - Parameters:
    ///   - picture: The page in shades of grey.
    ///   - resolution: Pixels to an inch.
    ///   - number: Of the page, from 1.
    func page(_ picture: GrayImage, resolution: Double, number: Int) async throws -> PageContent {
        let (ink, paper) = picture.tones
        let scale = 72 / resolution
        let size = (width: Double(picture.width) * scale, height: Double(picture.height) * scale)
        guard paper - ink > 24 else {
            return PageContent(number: number, width: size.width, height: size.height, isRecognised: true)
        }
        let threshold = UInt8(ink + (paper - ink) * 11 / 20)
        let slope = Straightening.slope(of: picture, threshold: threshold, resolution: resolution)
        var image = Straightening.upright(picture, slope: slope)
        // A rule thinner than a pixel is but a grey shade on the scan.
        let finder = RuleFinder(resolution: resolution, threshold: UInt8(ink + (paper - ink) * 4 / 5))
        let strokes = finder.strokes(of: image)
        let rules = finder.rules(strokes)
        image.whiten(strokes)
        var words = try await words(of: image, resolution: resolution, segmentation: .sparse)
        let cells = CellRereading(
            image: image, grids: RuledGrid.grids(from: rules), words: words, resolution: resolution,
            threshold: threshold)
        if let line = cells.line(from: image) {
            cells.replace(
                in: &words, with: try await self.words(of: line, resolution: resolution, segmentation: .line))
        }
        words = RecognitionSlips(image: image, resolution: resolution, threshold: threshold).mended(words)
        return PageContent(
            number: number, width: size.width, height: size.height, words: words, rules: rules, isRecognised: true,
            slope: slope)
    }

    /// How tesseract looks for text. The geometry of the page is told here, not there, so that whole pages are read as
    /// words in no order: every other way joins the words of neighbouring columns.
    private enum Segmentation: String { case sparse = "11", line = "7" }

    private func words(of image: GrayImage, resolution: Double, segmentation: Segmentation) async throws -> [PageWord] {
        var program = OutsideProgram("tesseract", package: "tesseract-ocr tesseract-ocr-vie")
        // With more threads than cores a page takes five times as long.
        program.environment = ["OMP_THREAD_LIMIT": "1"]
        program.timeLimit = .seconds(120)
        program.processorSeconds = 90
        program.memoryBytes = 2 << 30
        program.outputBytes = 4 << 20
        let output = try await program.run(
            [
                "-", "-", "-l", "vie", "--dpi", String(Int(resolution)), "--psm", segmentation.rawValue, "-c",
                "tessedit_do_invert=0", "tsv",
            ], input: image.pgm)
        return RecognisedText.words(output, resolution: resolution)
    }
}

extension GrayImage {
    /// The grey of ink and of paper, judged by a sample of the pixels.
    var tones: (ink: Int, paper: Int) {
        var counts = Array(repeating: 0, count: 256)
        var total = 0
        for index in stride(from: 0, to: pixels.count, by: max(1, pixels.count / 100_000)) {
            counts[Int(pixels[index])] += 1
            total += 1
        }
        func level(_ share: Double) -> Int {
            var sum = 0
            return counts.firstIndex {
                sum += $0
                return Double(sum) >= share * Double(total)
            } ?? 255
        }
        let paper = max(2, level(0.6))
        // A page of one line has less ink than that share.
        let darkest = counts.firstIndex { $0 > 2 } ?? 0
        return (min(level(0.01), darkest + 40, paper - 2), paper)
    }

    /// Paints strokes in the colour of paper, so that they are not read as letters.
    mutating func whiten(_ strokes: [RuleFinder.Stroke]) {
        let (width, height) = (width, height)
        pixels.withUnsafeMutableBufferPointer { pixels in
            for stroke in strokes {
                let lines = max(0, stroke.first - 2)...stroke.last + 2
                switch stroke.direction {
                case .horizontal:
                    for y in lines where y < height {
                        for x in stroke.from..<min(stroke.to, width) { pixels[y * width + x] = 255 }
                    }
                case .vertical:
                    for y in stroke.from..<min(stroke.to, height) {
                        for x in lines where x < width { pixels[y * width + x] = 255 }
                    }
                }
            }
        }
    }
}
