import Statistics

/// Made-up scores, the same in every run.
enum Samples {
    /// 0/1 scores of models on items.
    static func binary(models: Int, items: Int) -> [ClusterColumn] {
        (0..<models).map { model in
            ClusterColumn(
                scores: (0..<items).map { item in
                    Philox.block(key: 1, replicate: UInt64(model), index: UInt32(item))[0] < 2_600_000_000 ? 1 : 0
                })
        }
    }

    /// Scores that are multiples of no common fraction.
    static func fractional(models: Int, items: Int) -> [ClusterColumn] {
        (0..<models).map { model in
            ClusterColumn(
                scores: (0..<items).map { item in
                    Double(Philox.block(key: 2, replicate: UInt64(model), index: UInt32(item))[0]) / 4_294_967_296
                })
        }
    }
}
