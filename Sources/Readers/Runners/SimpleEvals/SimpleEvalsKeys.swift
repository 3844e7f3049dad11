/// Names the items of evals that give them none: by what is asked, so that runs over other subsets pair too.
///
/// GPQA and MATH ask the whole data set n times, one time after the other, unmarked. If the questions come back in the
/// same order to the end of the list, the rounds are epochs; a question that comes twice otherwise is two items.
struct SimpleEvalsKeys {
    struct Key {
        let item: String
        let epoch: Int
    }

    private var prints: [TextFingerprint?] = []
    private var period = 0
    private var occurrences: [Int] = []

    mutating func add(_ conversation: SimpleEvalsConversation) { prints.append(conversation.identity) }

    /// To be called when all conversations were added.
    mutating func finish() {
        period = Self.period(of: prints)
        var seen: [TextFingerprint: Int] = [:]
        occurrences = prints.prefix(period).map { print in
            guard let print else { return 1 }
            seen[print, default: 0] += 1
            return seen[print, default: 1]
        }
    }

    func key(_ position: Int) -> Key? {
        guard period > 0, position < prints.count, let print = prints[position] else { return nil }
        let first = position % period
        let suffix = occurrences[first] > 1 ? "-\(occurrences[first])" : ""
        return Key(item: print.name + suffix, epoch: position / period + 1)
    }

    /// The smallest length after which the list begins anew and again until its end.
    private static func period(of prints: [TextFingerprint?]) -> Int {
        let count = prints.count
        guard count > 1, !prints.contains(nil) else { return count }
        for period in 1...(count / 2) where count % period == 0 {
            if (period..<count).allSatisfy({ prints[$0] == prints[$0 - period] }) { return period }
        }
        return count
    }
}
