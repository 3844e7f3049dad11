import Testing

@testable import Study

@Suite("Benchmark name") struct BenchmarkNameTests {
    /// Shared: a resolver reads a thousand names when it is made.
    private static let catalogue = NameResolver(study: Study())
    private var resolver: NameResolver { Self.catalogue }

    @Test(
        "each runner's way of naming leads to the catalogue",
        arguments: [
            // lm-evaluation-harness and lmms-eval
            ("medqa_4options", "medqa"), ("medmcqa", "medmcqa"), ("pubmedqa", "pubmedqa"),
            ("mmlu_anatomy", "mmlu-anatomy"),
            ("mmlu_college_medicine_generative", "mmlu-college-medicine"),
            ("mmlu_flan_cot_zeroshot_virology", "mmlu-virology"),
            ("mmlu_continuation_nutrition", "mmlu-nutrition"), ("mmlu_redux_anatomy_generative", "mmlu-redux-anatomy"),
            ("mmlu_redux_virology", "mmlu-redux-virology"), ("mmlu_pro_health", "mmlu-pro-health"),
            ("headqa_en", "head-qa-en"),
            ("kormedmcqa_doctor", "kormedmcqa-doctor"), ("careqa_open", "careqa-open"), ("careqa_es", "careqa-es"),
            ("cmmlu_anatomy", "cmmlu-anatomy"), ("ceval-valid_clinical_medicine", "ceval-clinical-medicine"),
            ("mmmu_val", "mmmu"), ("mmmu_val_health_and_medicine", "mmmu-med"), ("mmmu_val_pharmacy", "mmmu-pharmacy"),
            ("slake_en", "slake-en"), ("mmmu_pro_vision_cot", "mmmu-pro-vision"), ("hails/mmlu_no_train", "mmlu"),
            ("medqa", "medqa"), ("mediqa_qa2019", "mediqa-qa-2019"),
            // VLMEvalKit
            ("MedXpertQA_MM_test", "medxpertqa-mm"), ("PathVQA_VAL", "pathvqa"), ("PathVQA_TEST", "pathvqa"),
            ("pathvqa_test", "pathvqa"),
            ("GMAI_mm_bench_TEST_part_3", "gmai-mmbench"), ("GMAI-MMBench_VAL", "gmai-mmbench"),
            ("MMMU_DEV_VAL", "mmmu"),
            ("MMMU_Pro_V_COT", "mmmu-pro-vision"), ("OmniMedVQA", "omnimedvqa"), ("WorldMedQA-V", "worldmedqa-v"),
            // MedEvalKit
            ("MMMU-Medical-val", "mmmu-med"), ("PATH_VQA", "pathvqa"), ("VQA_RAD", "vqa-rad"), ("PMC_VQA", "pmc-vqa"),
            ("MedQA_USMLE", "medqa"), ("MedQA_MCMLE", "medqa-mainland"), ("Medbullets_op4", "medbullets-op4"),
            ("MedXpertQA-Text", "medxpertqa-text"), ("MMLU-medical", "mmlu-medical"), ("CMB", "cmb"),
            ("IU_XRAY", "iu-xray"),
            // EvalScope and OpenCompass
            ("med_mcqa", "medmcqa"), ("health_bench", "healthbench"), ("micro_vqa", "microvqa"),
            ("pmc_vqa_default", "pmc-vqa"),
            ("slake_en_open", "slake-en-open"), ("mmmu_Clinical_Medicine", "mmmu-clinical-medicine"),
            ("MedQA_US", "medqa"),
            ("medcal_bench_official_zero_shot_eval", "medcalc-bench"), ("lukaemon_mmlu_anatomy", "mmlu-anatomy"),
            ("healthbench_hard", "healthbench-hard"), ("nejmaibench", "nejm-ai"), ("cmb_test", "cmb"),
            // HELM
            ("med_qa:model=openai_gpt-4o", "medqa"), ("med_qa", "medqa"),
            ("medcalc_bench:model=openai/gpt-4o", "medcalc-bench"),
            ("mmlu:subject=anatomy,method=multiple_choice_joint,model=openai_gpt2", "mmlu-anatomy"),
            ("mmlu-subject=anatomy,method=multiple_choice_joint,model=openai_gpt2", "mmlu-anatomy"),
            ("head_qa:language=en,category=None,model=openai_gpt-4o", "head-qa-en"), ("medhelm_med_qa", "medqa"),
            ("medication_qa:model=x", "medicationqa"), ("live_qa", "liveqa"), ("vqa_rad:model=x", "vqa-rad"),
            ("ehr_sql", "ehrsql"),
            // inspect_evals and lighteval
            ("inspect_evals/medqa", "medqa"), ("inspect_evals/mmlu_0_shot", "mmlu"),
            ("inspect_evals/pubmedqa", "pubmedqa"),
            ("helm|med_qa|0", "medqa"), ("helm|med_mcqa|5", "medmcqa"), ("medqa_4options|0", "medqa"),
            ("leaderboard|mmlu:anatomy|5|0", "mmlu-anatomy"),
            ("mmlu_redux_2:anatomy|0", "mmlu-redux-anatomy"), ("headqa:es", "head-qa-es"), ("medmcqa:val", "medmcqa"),
            ("medqa_5shot", "medqa"),
            // People
            ("MMMU (Health & Medicine)", "mmmu-med"), ("VQA-RAD", "vqa-rad"), ("vqa_med_2019", "vqa-med-2019"),
            ("MedXpertQA-MM", "medxpertqa-mm"),
            ("PubMedQA", "pubmedqa"), ("MedQA", "medqa"), ("SLAKE", "slake"), ("vqa_rad", "vqa-rad"),
            ("MedCalc-Bench", "medcalc-bench"), ("OpenGVLab/GMAI-MMBench", "gmai-mmbench"),
        ])
    func runners(name: String, id: String) { #expect(resolver.benchmarkID(name) == id) }

    @Test(
        "parts and relatives that the catalogue does not know do not become the whole",
        arguments: [
            "mmlu:subject=philosophy,method=multiple_choice_joint", "mmlu_philosophy", "mmmu_val_accounting",
            "medqa_test_hard",
            "mmlu:subject=anatomy,split=hard", "medqa_es", "global_mmlu_de_medical", "jmmmu_pharmacy", "pathvqa_hard",
            "voicebench_mmsu_health", "polymath_en_low", "narrative_qa-model=openai_gpt2",
            "mmlu-subject=philosophy,method=multiple_choice_joint,model=openai_gpt2", "iquiz_IQ",
            "gpqa_diamond_default", "MMStar", "arabic_mmlu_anatomy",
            "careqa_open_perplexity", "medcalc_bench:version=1.2", "mmmu_pro_accounting", "baseline", "test", "val", "",
        ])
    func strangers(name: String) {
        let id = resolver.benchmarkID(name)
        #expect(!Catalogue.benchmarks.contains { $0.id == id }, "\(name) became \(id)")
    }

    @Test("a study's own benchmark comes before the catalogue, and keeps what only the study may say")
    func study() {
        var study = Study()
        var entry = BenchmarkEntry(id: "mine")
        entry.aliases = ["pathvqa"]
        var slake = BenchmarkEntry(id: "slake")
        slake.cluster = "patient"
        study.benchmarks = [entry, slake]
        let resolver = NameResolver(study: study)
        #expect(resolver.benchmarkID("PathVQA_TEST") == "pathvqa" && resolver.benchmarkID("pathvqa") == "mine")
        #expect(
            resolver.benchmark(id: "slake").cluster == "patient"
                && resolver.benchmark(id: "slake").clusterAlternatives.isEmpty)
        #expect(
            resolver.benchmark(id: "slake").itemCount == 2094
                && resolver.benchmark(id: "slake").capability?.facet == "content_type")
        #expect(resolver.fingerprint != NameResolver(study: Study()).fingerprint)
    }
}
