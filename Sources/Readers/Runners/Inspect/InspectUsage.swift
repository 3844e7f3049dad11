/// What a sample's answer took: time, tokens and price.
///
/// An answer from one call is measured by that call. An answer in several turns is measured by the sample: the tokens
/// are those of the evaluated model, a scorer's calls to the same model included; the time is `working_time`, which
/// counts tools and scorers but not the waiting for limits and retries, as `total_time` does.
struct InspectUsage {
    /// In seconds.
    let latency: Double?
    let outputTokens: Int?
    /// In dollars, where the run was given prices.
    let cost: Double?

    /// - Parameters:
    ///   - sample: the sample.
    ///   - model: the evaluated model as the header names it.
    init(_ sample: JSONValue, model: String?) {
        let output = sample["output"]
        let isSingle = Self.callCount(sample) <= 1
        // A solver that calls no model leaves an output without choices.
        let isAnswered = output?["choices"]?.count ?? 0 > 0
        let whole = model.flatMap { sample["model_usage"]?[$0] }
        let usage = isSingle ? (isAnswered ? output?["usage"] : nil) : whole
        latency = isSingle ? (isAnswered ? output?["time"]?.double : nil) : sample["working_time"]?.double
        // Providers that count nothing leave zeros.
        let isCounted = usage?["total_tokens"]?.integer.map { $0 > 0 } ?? true
        outputTokens = isCounted ? usage?["output_tokens"]?.counter : nil
        cost = isCounted ? usage?["total_cost"]?.double : nil
    }

    /// How many of the sample's messages the model wrote: not those that the input began with.
    private static func callCount(_ sample: JSONValue) -> Int {
        func assistants(_ messages: JSONValue?) -> Int {
            messages?.elements.count { $0["role"]?.string == "assistant" } ?? 0
        }
        return assistants(sample["messages"]) - assistants(sample["input"])
    }
}
