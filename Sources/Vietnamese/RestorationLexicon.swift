extension Restoration {
    /// The phrases that are restored, and the search for those that a line consists of.
    struct Lexicon: Sendable {
        /// A phrase as it is written; `#` stands for a number.
        struct Phrase: Sendable {
            let words: [String]
            let ids: [Int]
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

        static let shared = Lexicon()

        /// Each distinct word of the phrases once, by its length.
        private var wordsByLength: [[(id: Int, glyphs: [Confusion.Glyph])]] = []
        private var phrasesByFirst: [[Phrase]] = []
        private static let number = 0

        private init() {
            var ids: [String: Int] = ["#": Self.number]
            phrasesByFirst = [[]]
            wordsByLength = Array(repeating: [], count: 12)
            func rows(_ bytes: [UInt8]) -> [String] { DataFile(bytes).rows.map { $0[0] } }
            let names = Province.all.map(\.name)
            let sources = [
                (names, true), (rows(PackageResources.bodies_txt), false),
                (rows(PackageResources.administrative_words_txt), false),
            ]
            for (texts, isName) in sources {
                for text in texts {
                    let words = text.split { " ,-".contains($0) }.map(String.init)
                    let phraseIDs = words.map { word in
                        let key = word.lowercased()
                        if let id = ids[key] { return id }
                        let id = ids.count
                        ids[key] = id
                        phrasesByFirst.append([])
                        let glyphs = Confusion.glyphs(word)
                        wordsByLength[min(glyphs.count, wordsByLength.count - 1)].append((id, glyphs))
                        return id
                    }
                    phrasesByFirst[phraseIDs[0]].append(Phrase(words: words, ids: phraseIDs, isName: isName))
                }
            }
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
                for (id, _) in candidates[start] {
                    for phrase in phrasesByFirst[id] where start + phrase.ids.count <= words.count {
                        guard let cost = cost(of: phrase, at: start, candidates) else { continue }
                        let piece = Piece(phrase: phrase, count: phrase.ids.count, cost: cost, isAmbiguous: false)
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

        private func cost(of phrase: Phrase, at start: Int, _ candidates: [[Int: Float]]) -> Float? {
            var sum: Float = 0
            for (offset, id) in phrase.ids.enumerated() {
                guard let cost = candidates[start + offset][id] else { return nil }
                sum += cost
            }
            return sum
        }

        /// The words of the lexicon that may have been read as `word`, with the cost of each.
        private func candidates(_ word: Word) -> [Int: Float] {
            if word.isNumber { return [Self.number: 0] }
            guard word.isText else { return [:] }
            let length = word.readings.count
            var found: [Int: Float] = [:]
            for size in max(1, length - 2)...length + 2 where size < wordsByLength.count {
                let limit = min(1.1, 0.3 * Float(size))
                for (id, glyphs) in wordsByLength[size] {
                    if let cost = Confusion.distance(word.readings, glyphs, limit: limit) { found[id] = cost }
                }
            }
            return found
        }
    }
}
