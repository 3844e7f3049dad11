/// The F-measure of the longest common subsequence of words.
///
/// With l = |LCS(a, t)|, P = l / |a|, R = l / |t| and F = 2 P R / (P + R); 0 if l = 0. Words are runs of letters and digits
/// in small letters, without stemming; Chinese and Japanese signs are a word each. For text in ASCII these are the words
/// of Google's `rouge_score`. Source: Lin 2004, "ROUGE: A Package for Automatic Evaluation of Summaries", with beta = 1.
public enum ROUGEL {
    /// The F-measure, from 0 to 1.
    public static func score(_ answer: String, _ target: String) -> Double {
        let answer = Tokens.words(answer)
        let target = Tokens.words(target)
        guard !answer.isEmpty, !target.isEmpty else { return 0 }
        return 2 * Double(longestCommonSubsequence(answer, target)) / Double(answer.count + target.count)
    }

    /// The length of the longest common subsequence.
    ///
    /// Bit-parallel, 64 words of the target at a step (Hyyrö 2004, "Bit-parallel LCS-length computation revisited"): a row
    /// of the usual table is kept as the places where it does not rise, V = (V + (V & M)) | (V & ~M), with M the places of
    /// the answer's word in the target; the length is the number of zeros left in V. A long answer to a short target
    /// costs one step a word.
    static func longestCommonSubsequence(_ answer: [String], _ target: [String]) -> Int {
        let blocks = (target.count + 63) / 64
        var places: [String: [UInt64]] = [:]
        for (position, word) in target.enumerated() {
            places[word, default: [UInt64](repeating: 0, count: blocks)][position / 64] |= 1 << UInt64(position % 64)
        }
        var row = [UInt64](repeating: .max, count: blocks)
        for word in answer {
            guard let mask = places[word] else { continue }
            var carry: UInt64 = 0
            for block in 0..<blocks {
                let matched = row[block] & mask[block]
                let (sum, overflow) = row[block].addingReportingOverflow(matched)
                let (total, further) = sum.addingReportingOverflow(carry)
                carry = overflow || further ? 1 : 0
                row[block] = total | (row[block] & ~mask[block])
            }
        }
        return row.reduce(0) { $0 + (~$1).nonzeroBitCount }
    }
}
