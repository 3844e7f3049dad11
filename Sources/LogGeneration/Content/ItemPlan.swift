/// The items of one benchmark: the same for all models.
struct ItemPlan {
    static let letters: [StaticString] = ["A", "B", "C", "D"]
    static let modalities: [StaticString] = ["CT", "MRI", "X-ray", "Ultrasound", "Microscopy"]
    static let optionSets: [[StaticString]] = [
        ["pneumonia", "effusion", "fracture", "emphysema"], ["melanoma", "nevus", "keratosis", "angioma"],
        ["drusen", "edema", "hemorrhage", "glaucoma"], ["glioma", "meningioma", "infarct", "abscess"],
    ]

    let benchmark: String
    /// Digits of an item's number, so that keys sort as numbers do.
    let keyWidth: Int
    private let itemsPerImage: Int
    private let draws: Draws
    private let imageDraws: Draws

    init(_ plan: LogPlan, benchmark: Int) {
        self.benchmark = Self.name("bench", benchmark, of: plan.benchmarks)
        keyWidth = String(plan.items).count
        itemsPerImage = plan.itemsPerImage
        draws = Draws(seed: plan.seed, purpose: 1, benchmark)
        imageDraws = Draws(seed: plan.seed, purpose: 2, benchmark)
    }

    /// A numbered name whose numbers are as wide as the largest, from 1.
    static func name(_ stem: String, _ index: Int, of count: Int) -> String {
        let (number, width) = (String(index + 1), String(count).count)
        return "\(stem)-" + String(repeating: "0", count: width - number.count) + number
    }

    @inline(__always) func image(_ item: Int) -> Int { item / itemsPerImage }
    @inline(__always) func target(_ item: Int) -> Int { Int(draws.bits(item) & 3) }
    @inline(__always) func optionSet(_ item: Int) -> Int { Int(draws.bits(item) >> 2 & 3) }
    @inline(__always) func options(_ item: Int) -> [StaticString] { Self.optionSets[optionSet(item)] }
    @inline(__always) func isReasoning(_ item: Int) -> Bool { draws.bits(item) >> 4 & 7 < 5 }

    /// An image has one modality, so items of one image share it.
    @inline(__always) func modalityIndex(_ item: Int) -> Int {
        imageDraws.index(below: Self.modalities.count, 2 * image(item))
    }
    @inline(__always) func modality(_ item: Int) -> StaticString { Self.modalities[modalityIndex(item)] }

    /// How easy an item is for all models, from 0 to 1: half its own, half its image's.
    @inline(__always) func easiness(_ item: Int) -> Double {
        (draws.uniform(item) + imageDraws.uniform(2 * image(item) + 1)) / 2
    }
}
