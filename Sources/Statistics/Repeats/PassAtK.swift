/// Several answers of a model to the same item.
public enum PassAtK {
    /// The mean over items of 1 − C(n − c, k)/C(n, k), the probability that one of k answers drawn from n without
    /// replacement is right. Source: Chen and others 2021, Evaluating large language models trained on code.
    ///
    /// - Parameters:
    ///   - samples: n of each item.
    ///   - correct: c of each item.
    ///   - k: How many answers are drawn; at most the least n.
    /// - Returns: NaN if an item has fewer than k answers, or there is no item.
    public static func estimate(samples: [Int], correct: [Int], k: Int) -> Double {
        guard k > 0, samples.allSatisfy({ $0 >= k }) else { return .nan }
        var sum = 0.0
        for (n, c) in zip(samples, correct) {
            guard n - c >= k else {
                sum += 1
                continue
            }
            var miss = 1.0
            for i in 0..<k { miss *= Double(n - c - i) / Double(n - i) }
            sum += 1 - miss
        }
        return sum / Double(samples.count)
    }
}
