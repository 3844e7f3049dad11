/// pass@k (Chen and others 2021): the chance that at least one of k answers is right.
public enum PassAtK {
    /// The mean over items of 1 − C(n − c, k)/C(n, k).
    ///
    /// - Parameters:
    ///   - samples: answers of each item, each at least k.
    ///   - correct: right answers of each item.
    public static func estimate(samples: [Int], correct: [Int], k: Int) -> Double {
        zip(samples, correct).reduce(0) { sum, item in
            let (n, c) = item
            guard n - c >= k else { return sum + 1 }
            var miss = 1.0
            for index in 0..<k { miss *= Double(n - c - index) / Double(n - index) }
            return sum + 1 - miss
        } / Double(samples.count)
    }
}
