/// What helps to tell data set and subset apart.
struct EvalScopeHints {
    /// The data sets that are named near by.
    var known: [String] = []
    /// The names of the files of rows, without their endings.
    var siblings: [String] = []
}

/// The data set and the subset in a file's name, which are joined by `_` and may both hold it.
struct EvalScopeNames: Hashable {
    let dataset: String
    let subset: String?
    /// Whether it is known, and not only likely, where the data set's name ends.
    var isSure = true

    init(dataset: String, subset: String?) {
        self.dataset = dataset
        self.subset = subset
    }

    /// - Parameter stem: a file's name without its ending.
    init(_ stem: String, _ hints: EvalScopeHints) {
        // A report of `mmlu` beside it must not claim the rows of `mmlu_pro`.
        if let dataset = Self.longest(hints.known + Self.catalogue, in: stem) {
            self.init(dataset: dataset, stem: stem)
            return
        }
        if let dataset = Self.shared(stem, hints.siblings) {
            self.init(dataset: dataset, stem: stem)
            isSure = false
            return
        }
        let usual = ["default", "main", "test", "val", "validation", "train", "all"]
        let subset = usual.first { stem.hasSuffix("_\($0)") && stem.count > $0.count + 1 }
        self.init(dataset: subset.map { String(stem.dropLast($0.count + 1)) } ?? stem, stem: stem)
        isSure = subset != nil
    }

    private init(dataset: String, stem: String) {
        let rest = stem.dropFirst(dataset.count + 1)
        self.init(dataset: dataset, subset: rest.isEmpty ? nil : String(rest))
    }

    private static func longest(_ names: [String], in stem: String) -> String? {
        names.filter { !$0.isEmpty && (stem == $0 || stem.hasPrefix("\($0)_")) }.max { ($0.count, $1) < ($1.count, $0) }
    }

    /// What a name has in common with others up to a `_`, the longest such part.
    private static func shared(_ stem: String, _ siblings: [String]) -> String? {
        let common = siblings.filter { $0 != stem }.map { $0.commonPrefix(with: stem) }
        let heads = common.compactMap { head in head.lastIndex(of: "_").map { String(head[..<$0]) } }
        return heads.filter { !$0.isEmpty }.max { ($0.count, $1) < ($1.count, $0) }
    }

    /// The data sets of EvalScope whose names hold `_`, or could be taken for a part of another's.
    private static let catalogue = """
        a_okvqa aa_lcr acebench agieval ai2d aime24 aime25 aime26 air_bench_chat air_bench_foundation alpaca_eval amc \
        anat_em arc arc_agi_2 arc_indic arena_hard baby_vision bbh bc2gm bc4chemd bc5cdr bfcl_v3 bfcl_v4 bigcodebench \
        bigcodebench_hard biomix_qa blink browsecomp cc_bench cc_ocr_v2 ceval chartqa charxiv chinese_simpleqa cl_bench \
        cmath cmmlu cmmmu cmmu coin_flip common_voice_15 commonsense_qa competition_math conll2003 copious count_qa \
        cross_ner data_collection deepsearchqa docmath docvqa drivel_binary drivel_multilabel drivel_selection \
        drivel_writing drop emb_spatial_bench eq_bench erqa evalmuse fin_ner fleurs frames gaia genai_bench \
        general_arena general_fc general_mcq general_qa general_t2i general_vmcq general_vqa genia_ner gpqa gpqa_diamond \
        gsm8k gsm8k_v hallusion_bench halueval harvey_ner health_bench hellaswag hle hmmt25 hmmt26 hpdv2 humaneval \
        humaneval_plus ifbench ifeval imo_answerbench infovqa iquiz jnlpba librispeech live_code_bench logi_qa \
        logic_vista longbench_v2 maritime_bench math_500 math_qa math_verse math_vision math_vista mbpp mbpp_plus \
        med_mcqa medxpertqa medqa mgsm mia_bench micro_vqa minerva_math mit_movie_trivia mit_restaurant mm_bench mm_star \
        mmau mmlu mmlu_pro mmlu_redux mmmlu mmmu mmmu_pro mri_mcqa msr_vtt msvd multi_if multi_nerd multiple_humaneval \
        multiple_mbpp music_trivia musr mvbench ncbi needle_haystack ocr_bench ocr_bench_v2 olympiad_bench omni_bench \
        omni_doc_bench openai_mrcr phyx_mc phyx_oe piqa pmc_vqa poly_math pope process_bench pubmedqa qasc race \
        real_world_qa refcoco science_qa scicode sciq screenspot_pro seed_bench_2_plus simple_qa simple_vqa siqa slake \
        super_gpqa swe_bench_lite swe_bench_verified swe_bench_verified_mini tau2_bench tau_bench terminal_bench_v2 \
        tifa160 tool_bench torgo trivia_qa truthful_qa tweet_ner_7 visulogic vqav2 vstar_bench winogrande wmt24pp \
        wnut2017 zebralogicbench zerobench
        """.split(separator: " ").map(String.init)
}
