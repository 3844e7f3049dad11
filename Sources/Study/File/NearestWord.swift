/// The nearest of several words by edit distance (Levenshtein 1966).
public enum NearestWord {
    /// The word that needs the fewest edits, if these are few for its length; the first of equals.
    public static func find(_ word: String, among words: [String]) -> String? {
        let ranked = words.map { (distance: distance(word.lowercased(), $0.lowercased()), word: $0) }
        guard let best = ranked.min(by: { $0.distance < $1.distance }) else { return nil }
        return best.distance <= max(1, min(word.count, best.word.count) / 2) ? best.word : nil
    }

    static func distance(_ a: String, _ b: String) -> Int {
        let right = Array(b.unicodeScalars)
        var row = Array(0...right.count)
        for (i, x) in a.unicodeScalars.enumerated() {
            var diagonal = row[0]
            row[0] = i + 1
            for (j, y) in right.enumerated() {
                let substituted = diagonal + (x == y ? 0 : 1)
                diagonal = row[j + 1]
                row[j + 1] = min(substituted, row[j] + 1, diagonal + 1)
            }
        }
        return row[right.count]
    }
}
