/// The items of a simulated benchmark, shared by all models.
public struct ItemBank: Sendable {
    /// The plan that the items follow; every list below has `plan.items` entries.
    public let plan: BenchmarkPlan
    /// By item: whether it asks for reasoning; true for exactly `plan.reasoningItems` of them.
    public let isReasoning: [Bool]
    /// The image of each item, from 0.
    public let images: [Int]
    /// The modality of each item, which is that of its image.
    public let modalities: [String]
    /// The index of the right option; for yes/no 0 is yes.
    public let targets: [Int]
    /// The easiness that all models share: u_i + v_image.
    let easiness: [Double]

    /// The standard deviation of the easiness of items and of images, on the logit scale.
    static let itemDeviation = 1.2
    static let imageDeviation = 0.6

    /// Draws the items; the same plan and seed give the same items on every machine.
    public init(_ plan: BenchmarkPlan, seed: UInt64) {
        self.plan = plan
        let stream = RandomStream(seed: seed, name: "items/\(plan.id)")
        let order = (0..<plan.items).map { (key: stream.uniform($0, 0), item: $0) }.sorted { $0.key < $1.key }
        var isReasoning = [Bool](repeating: false, count: plan.items)
        for entry in order.prefix(plan.reasoningItems) { isReasoning[entry.item] = true }
        self.isReasoning = isReasoning
        let images = (0..<plan.items).map { $0 * plan.images / plan.items }
        self.images = images
        let imageStream = RandomStream(seed: seed, name: "images/\(plan.id)")
        let imageEffects = (0..<plan.images).map { imageStream.normal($0, 0) * Self.imageDeviation }
        // An image has one modality, so items of one image share it.
        modalities = images.map { image in
            var rest = imageStream.uniform(image, 1)
            for modality in plan.modalities {
                rest -= modality.share
                if rest < 0 { return modality.name }
            }
            return plan.modalities[0].name
        }
        let options =
            switch plan.answers {
            case .options(let count): count
            case .yesNo: 2
            }
        targets = (0..<plan.items).map { stream.index(below: options, $0, 1) }
        easiness = (0..<plan.items).map { stream.normal($0, 2) * Self.itemDeviation + imageEffects[images[$0]] }
    }

    /// Which items a model gets right: exactly `correct` of all, `correctReasoning` of them among reasoning items.
    ///
    /// The score of item i is 1 where easiness_i + logistic noise exceeds a threshold, set for each capability so that the
    /// counts are exact; this is Bernoulli(logit⁻¹(a + u_i + v_image)) given its sums.
    public func outcomes(model: String, correct: Int, correctReasoning: Int, seed: UInt64) -> [Bool] {
        let stream = RandomStream(seed: seed, name: "model/\(plan.id)/\(model)")
        let latent = (0..<plan.items).map { easiness[$0] + stream.logistic($0) }
        var outcomes = [Bool](repeating: false, count: plan.items)
        for (isReasoning, count) in [(true, correctReasoning), (false, correct - correctReasoning)] {
            let part = (0..<plan.items).filter { self.isReasoning[$0] == isReasoning }
            precondition((0...part.count).contains(count), "the counts fit the plan")
            for item in part.sorted(by: { (latent[$0], $0) > (latent[$1], $1) }).prefix(count) { outcomes[item] = true }
        }
        return outcomes
    }
}
