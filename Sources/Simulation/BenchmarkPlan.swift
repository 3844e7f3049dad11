/// How many items of which kind a simulated benchmark has, and what that rests on.
public struct BenchmarkPlan: Sendable {
    /// How items are answered.
    public enum Answers: Sendable, Equatable {
        /// One of so many options.
        case options(Int)
        case yesNo
    }

    /// The identifier under which the study and the simulated logs know the benchmark.
    public let id: String
    /// The name in the table of published accuracies.
    public let publishedName: String
    /// How many items the benchmark has.
    public let items: Int
    /// How many of the items ask for reasoning; the others ask for understanding.
    public let reasoningItems: Int
    /// Images that items share; equal to `items` where each item has its own.
    public let images: Int
    /// How the items are answered, which is the same for all.
    public let answers: Answers
    /// Modalities with their shares of the items.
    public let modalities: [(name: String, share: Double)]
    /// Where the sizes come from.
    public let evidence: String

    /// The items that do not ask for reasoning.
    public var understandingItems: Int { items - reasoningItems }

    /// The seven benchmarks of the study.
    public static let all: [BenchmarkPlan] = [
        BenchmarkPlan(
            id: "medxpertqa-mm", publishedName: "MedXpertQA-MM", items: 2000, reasoningItems: 1446, images: 2000,
            answers: .options(5), modalities: radiologyAndMore,
            evidence: "2,000 items, 1,446 labelled reasoning (Zuo and others 2025)"),
        BenchmarkPlan(
            id: "omnimedvqa", publishedName: "OmniMedVQA", items: 88_996, reasoningItems: 57_485, images: 82_059,
            answers: .options(4), modalities: eightModalities,
            evidence:
                "the openly released part, 88,996 items on 82,059 images; reasoning taken as disease diagnosis and "
                + "lesion grading, 57,485 items (unverified)"),
        BenchmarkPlan(
            id: "pmc-vqa", publishedName: "PMC-VQA", items: 2000, reasoningItems: 1355, images: 2000,
            answers: .options(4),
            modalities: radiologyAndMore,
            evidence:
                "2,000 items checked by hand; 1,355 is the number of reasoning items below 2,000 that fits the printed "
                + "percentages best"),
        BenchmarkPlan(
            id: "pathvqa", publishedName: "PathVQA", items: 3362, reasoningItems: 587, images: 858, answers: .yesNo,
            modalities: [("Microscopy", 1)],
            evidence:
                "3,362 closed items fit all ten printed percentages exactly; 587 (or a multiple) fits nine of ten for "
                + "reasoning; 858 images are an assumption"),
        BenchmarkPlan(
            id: "mmmu-med", publishedName: "MMMU-Med", items: 145, reasoningItems: 111, images: 145,
            answers: .options(4),
            modalities: radiologyAndMore,
            evidence: "145 and 111 items fit seven of ten printed percentages each exactly"),
        BenchmarkPlan(
            id: "slake", publishedName: "SLAKE", items: 412, reasoningItems: 357, images: 96, answers: .yesNo,
            modalities: [("CT", 0.4), ("MRI", 0.3), ("X-ray", 0.3)],
            evidence: "412 and 357 items fit six of ten printed percentages each exactly; 96 images"),
        BenchmarkPlan(
            id: "vqa-rad", publishedName: "VQA-RAD", items: 251, reasoningItems: 206, images: 203, answers: .yesNo,
            modalities: [("X-ray", 0.35), ("CT", 0.35), ("MRI", 0.3)],
            evidence:
                "the 251 closed items; 206 fits seven of ten printed percentages for reasoning exactly; 203 images are "
                + "an assumption"),
    ]

    private static let eightModalities: [(name: String, share: Double)] = [
        ("MRI", 0.358), ("CT", 0.178), ("Ultrasound", 0.123), ("X-ray", 0.089), ("Dermoscopy", 0.075),
        ("Microscopy", 0.064), ("Fundus", 0.061), ("OCT", 0.052),
    ]
    private static let radiologyAndMore: [(name: String, share: Double)] = [
        ("CT", 0.25), ("MRI", 0.2), ("X-ray", 0.25), ("Microscopy", 0.2), ("Photograph", 0.1),
    ]
}
