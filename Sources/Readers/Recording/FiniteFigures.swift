import Records

extension RunRecord {
    /// The run without figures such as the infinite perplexity of a text that the model held for impossible: no JSON can
    /// hold them, and no mean can be compared with them.
    var withFiniteFigures: RunRecord {
        var run = self
        for index in run.metrics.indices {
            guard let reported = run.metrics[index].reported, !reported.isFinite else { continue }
            run.metrics[index].reported = nil
            let remark = "the runner reported \(reported), which is no number to compare with"
            run.metrics[index].reportedNote = run.metrics[index].reportedNote.map { "\($0); \(remark)" } ?? remark
        }
        return run
    }
}
