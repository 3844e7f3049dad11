/// The parts of a VLMEvalKit file name, `<model>_<dataset>[_<judge>][_result]` and its kin.
struct VLMEvalKitFileName: Hashable {
    /// `<model>_<dataset>`: what the files of one run share.
    let base: String
    /// The judge or the way of matching, such as `exact_matching` or `gpt-4o-mini`; nil if the name has none.
    let judge: String?
    /// What the file holds: `result`, `results`, `auxmatch`, `acc`...; nil for plain predictions. A table that is named
    /// after its judge alone holds what the judge said and is `judged`.
    let kind: String?
    /// The ending in lower case, without that of a compression.
    let ending: String

    /// The longer of two that end alike goes first.
    private static let kinds = [
        "vanilla_circ0_result", "vanilla_all_result", "detailed_results", "detailed", "detail", "results", "result",
        "auxmatch", "judge", "extracted", "extract", "cotpost", "score", "acc_all", "acc",
    ]
    /// Tables from which the scored one is made.
    private static let steps: Set<String> = ["vanilla_circ0_result", "vanilla_all_result", "extract", "cotpost"]
    private static let aggregates: Set<String> = ["acc", "acc_all", "score"]
    /// Judges by name, and the beginnings of names of language models that judge.
    private static let judges = ["exact_matching", "openai"]
    private static let judgeBeginnings = [
        "gpt", "chatgpt", "o1", "o3", "o4", "qwen", "deepseek", "llama", "claude", "gemini",
    ]
    /// Data sets by the beginning of their names; the rest of such a name begins with `_`, `-` or a digit.
    private static let families = [
        "A-Bench", "A-OKVQA", "AI2D", "AMBER", "BLINK", "CCBench", "CCOCR", "CMMMU", "COCO", "ChartQA", "DocVQA",
        "DynaMath",
        "EMMA", "GMAI", "GMAI_mm_bench", "GQA", "HallusionBench", "HLE", "InfoVQA", "LLaVABench", "LogicVista", "M3GIA",
        "MMT-Bench", "MMVP", "MMMB", "MTL_MMBench", "MTVQA", "MUIRBench", "MathVision", "MathVista", "MathVerse",
        "MedQ",
        "MedQDEGBench", "MedQDemo", "MedXpertQA", "MicroBench", "MicroVQA", "MMBench", "MMCR", "MME", "MMMU",
        "MMMU_Pro",
        "MMSci", "MMStar", "MMVet", "NaturalBench", "OCRBench", "OCRVQA", "OmniMedVQA", "PathVQA", "PATH_VQA",
        "PMC-VQA",
        "PMC_VQA", "POPE", "Q-Bench1", "RealWorldQA", "ScienceQA", "SEEDBench", "SEEDBench2", "SFE", "SLAKE", "TextVQA",
        "TaskMeAnything", "VisOnlyQA", "VQA-RAD", "VQA_RAD", "VQARAD", "VSR", "VStarBench", "WorldMedQA-V",
    ]

    init(_ name: String) {
        let inner = LogProbe.innerName(name)
        let dot = inner.lastIndex(of: ".")
        var stem = dot.map { String(inner[..<$0]) } ?? inner
        ending = dot.map { inner[inner.index(after: $0)...].lowercased() } ?? ""
        var kind = Self.kinds.first { stem.hasSuffix("_" + $0) }
        if let kind { stem.removeLast(kind.count + 1) }
        var judge = Self.judges.first { stem.hasSuffix("_" + $0) }
        if judge == nil, let cut = stem.lastIndex(of: "_") {
            let last = stem[stem.index(after: cut)...]
            // Without a kind the last part is the data set's, unless two parts stand before it.
            if kind != nil || stem[..<cut].dropFirst().contains("_"),
                Self.judgeBeginnings.contains(where: last.lowercased().hasPrefix)
            {
                judge = String(last)
            }
        }
        if let judge, stem.utf8.count > judge.utf8.count + 1 {
            stem.removeLast(judge.count + 1)
            if kind == nil { kind = "judged" }
        }
        self.kind = kind
        self.judge = judge
        base = stem
    }

    /// Whether the ending is that of a table of predictions.
    var isTable: Bool { ["xlsx", "tsv", "json"].contains(ending) }

    /// Whether the file holds the scored rows of a run whose plain predictions stand in another file.
    var holdsResults: Bool {
        guard let kind, isTable else { return false }
        return !Self.steps.contains(kind) && (!Self.aggregates.contains(kind) || (kind == "score" && ending != "json"))
    }

    /// Whether the file holds rows on the way to the scored ones.
    var isStep: Bool { kind.map(Self.steps.contains) ?? false }

    /// Whether the file holds the figures of a run.
    var holdsFigures: Bool { ["csv", "json"].contains(ending) && isAggregate }

    /// Whether the name is that of figures; a judge's scores of each item can have it too.
    var isAggregate: Bool { kind.map(Self.aggregates.contains) ?? false }

    /// Whether the rows were judged by a language model rather than by rules.
    var isJudgedByModel: Bool { judge != nil && judge != "exact_matching" }

    /// The model and the data set; both may contain `_`, so the names of the folders decide, then known data sets, then
    /// the last `_`.
    ///
    /// - Parameter folders: the names of the folders above the file, the nearest first.
    func modelAndBenchmark(folders: [String]) -> (model: String, benchmark: String)? {
        let byFolder = folders.filter { !$0.isEmpty && base.hasPrefix($0 + "_") && base.utf8.count > $0.utf8.count + 1 }
            .max { $0.utf8.count < $1.utf8.count }
        if let byFolder { return (byFolder, String(base.dropFirst(byFolder.count + 1))) }
        let cuts = base.indices.filter { base[$0] == "_" && $0 > base.startIndex }
        let known = cuts.first { cut in
            let rest = base[base.index(after: cut)...]
            return Self.families.contains { family in
                guard rest.hasPrefix(family) else { return false }
                return rest.dropFirst(family.count).first.map { "_-0123456789".contains($0) } ?? true
            }
        }
        guard let cut = known ?? cuts.last, base.index(after: cut) < base.endIndex else { return nil }
        return (String(base[..<cut]), String(base[base.index(after: cut)...]))
    }

    /// When the run began, from a folder `T<YYYYMMDD>-<HHMMSS>` or `T<YYYYMMDD>_G<hash>`, in ISO 8601.
    static func startedAt(folders: [String]) -> String? {
        for folder in folders where folder.hasPrefix("T") {
            let digits = { (offset: Int, count: Int) -> [String]? in
                let part = folder.dropFirst(offset).prefix(count)
                guard part.utf8.count == count, part.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
                return part.map(String.init)
            }
            guard let day = digits(1, 8) else { continue }
            let date = "\(day[0..<4].joined())-\(day[4..<6].joined())-\(day[6..<8].joined())"
            guard folder.dropFirst(9).first == "-", let clock = digits(10, 6) else { return date }
            return "\(date)T\(clock[0..<2].joined()):\(clock[2..<4].joined()):\(clock[4..<6].joined())"
        }
        return nil
    }
}
