import Records

/// The readers that Acuity has. A new reader is one line here.
public enum ReaderCatalogue {
    /// The readers, in the order in which equal confidence is resolved.
    public static let all: [any LogReader] = [
        InspectReader(),
        LMEvaluationHarnessReader(),
        LMMSEvalReader(),
        MedEvalKitReader(),
        MMMUReader(),
        VLMEvalKitReader(),
        HELMReader(),
        OpenCompassReader(),
        EvalScopeReader(),
        OpenAIEvalsReader(),
        SimpleEvalsReader(),
        PromptfooReader(),
        DeepEvalReader(),
        EveryEvalEverReader(),
        LightevalReader(),
        MLflowReader(),
        WandbReader(),
        HuggingFaceEvaluateReader(),
        GenericReader(),
    ]

    /// The runners whose logs are read, for `acuity formats`.
    public static var runners: [Runner] { all.map(\.runner) }

    /// The reader of a runner, or nil if the identifier is unknown.
    public static func reader(for runner: String) -> (any LogReader)? { all.first { $0.runner.id == runner } }
}
