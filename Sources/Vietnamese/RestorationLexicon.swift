extension Restoration {
    /// The phrases that are restored, and the search for those that a line consists of.
    struct Lexicon: Sendable {
        /// A phrase as it is written; `#` stands for a number.
        struct Phrase: Sendable {
            let words: [String]
            let ids: [Int]
            /// Whether a comma or a dash stands after each word.
            let breaks: [Bool]
            /// Whether its capitals stay when it was read in lower case: names of places.
            let isName: Bool
        }

        /// A stretch of the line: a phrase with its cost, or one word left as it is.
        struct Piece {
            let phrase: Phrase?
            let count: Int
            let cost: Float
            /// Whether another phrase explains the same words as well.
            let isAmbiguous: Bool
        }

        /// Provinces, abbreviations, bodies, administrative words, countries.
        static let shared: Lexicon = {
            func rows(_ bytes: [UInt8]) -> [String] { DataFile(bytes).rows.map { $0[0] } }
            let barred = Abbreviation.shortForms.filter { $0.contains("Đ") && $0.allSatisfy(\.isLetter) }.sorted()
            return Lexicon([
                (Province.all.map(\.name), true), (barred, true), (rows(PackageResources.bodies_txt), false),
                (rows(PackageResources.administrative_words_txt), false),
            ])
        }()

        /// Communes, wards and special zones: looked for only after their generic word.
        private static let communes = Lexicon([(DataFile(PackageResources.communes_txt).rows.map { $0[0] }, true)])

        /// Each distinct word of the phrases once, filed under every letter its first letter may be read as.
        private var wordsByInitial: [[(id: Int, glyphs: [Confusion.Glyph])]]
        private var phrasesByFirst: [[Phrase]]
        private static let number = 0

        private init(_ sources: [(texts: [String], isName: Bool)]) {
            var ids: [String: Int] = ["#": Self.number]
            phrasesByFirst = [[]]
            wordsByInitial = Array(repeating: [], count: 128)
            for (texts, isName) in sources {
                for text in texts {
                    var words: [String] = []
                    var breaks: [Bool] = []
                    for word in text.split(separator: " ") {
                        if word == "-" {
                            breaks[breaks.count - 1] = true
                        } else {
                            for part in word.split(separator: "-") {
                                words.append(String(part.last == "," ? part.dropLast() : part))
                                breaks.append(part.last == "," || part.endIndex < word.endIndex)
                            }
                        }
                    }
                    let phraseIDs = words.map { id(of: $0, among: &ids) }
                    phrasesByFirst[phraseIDs[0]].append(
                        Phrase(words: words, ids: phraseIDs, breaks: breaks, isName: isName))
                }
            }
        }

        private mutating func id(of word: String, among ids: inout [String: Int]) -> Int {
            let key = word.lowercased()
            if let id = ids[key] { return id }
            let id = ids.count
            ids[key] = id
            phrasesByFirst.append([])
            let glyphs = Confusion.glyphs(word)
            for initial in wordsByInitial.indices where !(0x41...0x5A).contains(initial) {
                let reading = Confusion.Reading(scalar: Unicode.Scalar(UInt8(initial)), base: UInt8(initial))
                if let first = glyphs.first, Confusion.substitution(reading, first) < 1 {
                    wordsByInitial[initial].append((id, glyphs))
                }
            }
            return id
        }

        /// Cuts a line at least cost.
        func cut(_ words: [Word]) -> [Piece] {
            let candidates = words.map(candidates)
            var best: [(cost: Float, piece: Piece)?] = Array(repeating: nil, count: words.count + 1)
            var reached: [Float] = Array(repeating: .infinity, count: words.count + 1)
            reached[0] = 0
            func offer(_ piece: Piece, from start: Int, cost: Float) {
                let end = start + piece.count
                // Each piece costs something, so that one long phrase is preferred to many short ones.
                let sum = reached[start] + cost + 0.3
                if sum < reached[end] - 0.001 {
                    let isTied = sum > reached[end] - 0.05 && best[end]?.piece.count == piece.count
                    reached[end] = sum
                    best[end] = (
                        sum, Piece(phrase: piece.phrase, count: piece.count, cost: piece.cost, isAmbiguous: isTied)
                    )
                } else if sum < reached[end] + 0.05, let other = best[end]?.piece, other.count == piece.count,
                    other.phrase?.ids != piece.phrase?.ids
                {
                    best[end]?.piece = Piece(
                        phrase: other.phrase, count: other.count, cost: other.cost, isAmbiguous: true)
                }
            }
            for start in words.indices {
                for (piece, cost) in pieces(words, at: start, candidates) { offer(piece, from: start, cost: cost) }
                if start > 0, Self.communeWords.contains(words[start - 1].core.folded) {
                    for (piece, cost) in Self.communes.pieces(words, at: start) {
                        offer(piece, from: start, cost: cost)
                    }
                }
                let cost = words[start].isText ? 0.6 * Float(max(words[start].readings.count, 1)) : 0
                offer(Piece(phrase: nil, count: 1, cost: cost, isAmbiguous: false), from: start, cost: cost)
            }
            var pieces: [Piece] = []
            var end = words.count
            while end > 0, let piece = best[end]?.piece {
                pieces.append(piece)
                end -= piece.count
            }
            return pieces.reversed()
        }

        /// The phrases that the words from `start` on may be.
        private func pieces(_ words: [Word], at start: Int, _ candidates: [[Int: Float]]) -> [(Piece, Float)] {
            var found: [(Piece, Float)] = []
            for id in candidates[start].keys.sorted() {
                for phrase in phrasesByFirst[id] where start + phrase.ids.count <= words.count {
                    guard let cost = cost(of: phrase, at: start, words, candidates) else { continue }
                    found.append((Piece(phrase: phrase, count: phrase.ids.count, cost: cost, isAmbiguous: false), cost))
                }
            }
            return found
        }

        /// The names of up to four words from `start` on.
        private func pieces(_ words: [Word], at start: Int) -> [(Piece, Float)] {
            let near = Array(words[start..<min(start + 4, words.count)])
            return pieces(near, at: 0, near.map(self.candidates))
        }

        /// `xã`, `phường`, `đặc khu` and what is left of them without accents.
        private static let communeWords: Set = ["xa", "phuong", "phudng", "phwong", "khu"]

        private func cost(of phrase: Phrase, at start: Int, _ words: [Word], _ candidates: [[Int: Float]]) -> Float? {
            var sum: Float = 0
            for (offset, id) in phrase.ids.enumerated() {
                let word = words[start + offset]
                guard let cost = candidates[start + offset][id] else { return nil }
                if offset + 1 < phrase.ids.count, !phrase.breaks[offset], !word.suffix.isEmpty, word.suffix != ":" {
                    return nil
                }
                if phrase.ids.count == 1, cost > word.limitAlone { return nil }
                sum += cost
            }
            // Recognisers keep capitals: a name read in lower case is less likely to be one.
            if phrase.words[0].first?.isUppercase == true, words[start].core.first?.isLowercase == true {
                sum += phrase.isName ? 0.3 : 0.1
            }
            return sum
        }

        /// The words of the lexicon that may have been read as `word`, with the cost of each.
        private func candidates(_ word: Word) -> [Int: Float] {
            if word.isNumber { return [Self.number: 0] }
            guard word.isText, let initial = word.readings.first?.base, initial < 128 else { return [:] }
            var found: [Int: Float] = [:]
            for (id, glyphs) in wordsByInitial[Int(initial)] {
                let limit = max(0.5, min(1.1, 0.24 * Float(glyphs.count)))
                if let cost = Confusion.distance(word.readings, glyphs, limit: limit) { found[id] = cost }
            }
            return found
        }
    }
}
