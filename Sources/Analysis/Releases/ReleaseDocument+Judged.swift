import Findings
import Study

extension ReleaseDocument {
    /// The document with the gate's outcome, and with what a person must know of its waivers.
    func judged(_ study: Study) -> ReleaseDocument {
        var document = self
        let judgement = Gate.judge(
            comparisons: comparisons, measures: measures, verdicts: verdicts, policy: policy, releases: releases)
        document.outcome = judgement.outcome
        document.policy = judgement.policy
        document.problems += judgement.problems(file: study.file ?? "the study")
        document.methods = MethodCatalogue.methods(of: document)
        return document
    }
}
