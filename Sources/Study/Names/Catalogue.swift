/// Benchmarks and models that Acuity knows without a study file. A study's own entries come first.
public enum Catalogue {
    /// The benchmarks, with the names under which runners know them.
    public static let benchmarks: [BenchmarkEntry] = [
        benchmark(
            "medxpertqa-mm", "MedXpertQA-MM", ["MedXpertQA_MM_test", "MedXpertQA-MM", "medxpertqa_mm"], chance: .fixed(0.2),
            capability: labelled, summary: "Expert-level questions with images, one of five options.",
            source: "Zuo and others 2025, arXiv 2501.18362"),
        benchmark(
            "medxpertqa-text", "MedXpertQA-Text", ["MedXpertQA-Text", "MedXpertQA_Text", "medxpertqa"], chance: .fixed(0.1),
            capability: labelled, summary: "Expert-level questions, one of ten options.",
            source: "Zuo and others 2025, arXiv 2501.18362"),
        benchmark(
            "omnimedvqa", "OmniMedVQA", ["OmniMedVQA"], cluster: "image", chance: .options,
            summary: "Questions on images of twelve modalities, one of two to four options.",
            source: "Hu and others 2024, arXiv 2402.09181"),
        benchmark(
            "pmc-vqa", "PMC-VQA", ["PMC_VQA", "pmcvqa"], chance: .fixed(0.25),
            summary: "Questions on figures of articles, one of four options.",
            source: "Zhang and others 2023, arXiv 2305.10415"),
        benchmark(
            "pathvqa", "PathVQA", ["PathVQA_TEST", "PathVQA_VAL", "Path-VQA"], cluster: "image",
            summary: "Questions on pathology images, closed and open.", source: "He and others 2020, arXiv 2003.10286"),
        benchmark(
            "mmmu-med", "MMMU-Med", ["MMMU-Medical-val", "MMMU_Medical", "MMMU Health & Medicine"],
            summary: "College-level questions of five medical subjects.", source: "Yue and others 2024, arXiv 2311.16502"),
        benchmark(
            "slake", "SLAKE", ["slake_en", "SLAKE-En"], cluster: "image",
            summary: "Questions on radiology images, closed and open.", source: "Liu and others 2021, arXiv 2102.09542"),
        benchmark(
            "vqa-rad", "VQA-RAD", ["vqarad", "VQA_RAD"], cluster: "image",
            summary: "Clinicians' questions on radiology images, closed and open.",
            source: "Lau and others 2018, Scientific Data"),
        benchmark("medqa", "MedQA", ["MedQA-USMLE", "medqa_4options"], summary: "Licensing examination questions."),
        benchmark("pubmedqa", "PubMedQA", ["pubmed_qa"], summary: "Yes, no or maybe from abstracts."),
    ]

    /// MedXpertQA labels each item itself.
    private static let labelled = CapabilityRule(
        facet: "question_type", values: ["understanding": ["Understanding"], "reasoning": ["Reasoning"]])

    private static func benchmark(
        _ id: String, _ name: String, _ aliases: [String], cluster: String? = nil, chance: ChanceLevel? = nil,
        capability: CapabilityRule? = nil, summary: String, source: String? = nil
    ) -> BenchmarkEntry {
        var entry = BenchmarkEntry(id: id)
        entry.name = name
        entry.aliases = aliases
        entry.cluster = cluster
        entry.chance = chance
        entry.capability = capability
        entry.summary = summary
        entry.source = source
        return entry
    }
}
