/// What HELM's statistics mean, by name: which are scores of an item, which one judges, and on which scale they are.
///
/// Read from the metrics and the `schema_*.yaml` of stanford-crfm/helm at 0.5.16.
enum HELMStatistic {
    /// Whether a statistic counts what happened (tokens, seconds, reasons to stop) rather than how good an answer is.
    static func isBookkeeping(_ name: String) -> Bool {
        counts.contains(name) || prefixes.contains { name.hasPrefix($0) } || suffixes.contains { name.hasSuffix($0) }
    }

    private static let counts: Set<String> = [
        "batch_size", "prompt_truncated", "prompt_length", "logprob", "logprob_per_byte", "perplexity",
        "bits_per_byte", "max_prob", "predicted_index", "denoised_runtime", "ehr_sql_total_predicted_answerable",
        "ehr_sql_total_ground_truth_answerable", "bbq_metric_ambiguous_bias", "bbq_metric_unambiguous_bias",
    ]
    private static let prefixes = [
        "num_", "max_num_", "finish_reason_", "inference_", "training_", "estimated_", "ece_", "platt_", "selective_",
    ]
    private static let suffixes = ["_annotator_success", "_rank", "_runtime", "_cost"]

    /// Whether a smaller value is better.
    static func isLowerBetter(_ name: String) -> Bool {
        let words = name.split(separator: "_")
        return words.contains {
            ["wer", "mer", "cer", "toxicity", "toxic", "nsfw", "leakage", "distance"].contains($0)
        }
            || name.hasPrefix("error_rate")
    }

    /// The scale of a jury: the mean of judges' marks from 1 to 5.
    static let juryScale = 5.0

    /// Whether a statistic is a mark of a jury by its name; older versions have a class of their own for each.
    static func isJuryName(_ name: String) -> Bool {
        ["_accuracy", "_completeness", "_clarity", "_structure", "_conciseness", "_score"].contains {
            name.hasSuffix($0)
        }
    }

    /// The metric that judges, of those that a run has scores of.
    ///
    /// - Parameters:
    ///   - groups: the groups of the run, or its scenario.
    ///   - jury: the metrics of an LLM jury.
    static func main(of names: [String], groups: [String], jury: [String]) -> String? {
        let there = Set(names)
        if let judged = jury.first(where: there.contains) { return judged }
        for group in groups {
            if let main = byGroup[group], there.contains(main) { return main }
        }
        let own = groups.flatMap { ["\($0)_accuracy", "\($0)_score"] }
        if let first = own.first(where: there.contains) { return first }
        return special.first(where: there.contains) ?? general.first(where: there.contains) ?? names.first
    }

    /// Metrics that only scenarios have that are judged by them.
    private static let special = [
        "medcalc_bench_accuracy", "medec_error_flag_accuracy", "ehr_sql_execution_accuracy", "mimiciv_billing_code_f1",
        "omni_math_accuracy", "ifeval_strict_accuracy", "wildbench_score_rescaled", "openai_mrcr_accuracy", "air_score",
        "safety_score", "bbq_accuracy", "chain_of_thought_correctness", "math_equiv_chain_of_thought", "math_equiv",
        "final_number_exact_match", "exact_match_indicator", "program_accuracy", "execution_accuracy",
        "model_judged_score",
    ]

    /// Metrics that many scenarios have, in the order in which they judge where nothing else is said.
    private static let general = [
        "exact_match", "quasi_exact_match", "quasi_prefix_exact_match", "prefix_exact_match", "f1_score",
        "classification_macro_f1", "rouge_l", "rouge_2", "bleu_4",
    ]

    /// The groups whose main metric is a general one but not `exact_match`.
    private static let byGroup: [String: String] = {
        let groups = [
            "quasi_exact_match": """
            adv_demonstration adv_robustness air_bench_foundation arabic_finance_bool babi_qa banking77 boolq casehold \
            civil_comments cti_to_mitre entity_data_imputation entity_matching fairness imdb \
            legal_opinion_sentiment_classification legal_support legalbench lsat_qa machine_ethics \
            melt_knowledge_vimmrc melt_knowledge_zalo melt_question_answering_mlqa melt_question_answering_xquad \
            mustard mutox ood_robustness parade privacy raft synthetic_reasoning voxceleb2 vqa wikifact
            """,
            "quasi_prefix_exact_match": """
            a_okvqa_base a_okvqa_chinese a_okvqa_dialect a_okvqa_hindi a_okvqa_spanish a_okvqa_swahili \
            blink_knowledge blink_perception blink_reasoning corebench exams_v fair_face gqa hateful_memes meld_audio \
            mm_star_knowledge mm_star_perception mm_star_reasoning mme mmmu pairs pope seed_bench unicorn viz_wiz \
            vocal_sound vqa_base vqa_dialect
            """,
            "f1_score": "msr_vtt narrative_qa natural_qa_closedbook natural_qa_openbook_longans quac",
            "rouge_2": """
            billsum_legal_summarization eurlexsum_legal_summarization multilexsum_legal_summarization \
            summarization_cnndm summarization_xsum melt_summarization_vietnews melt_summarization_wikilingua
            """,
            "rouge_l": "infinite_bench_en_sum legal_contract_summarization sumosum",
            "bleu_4": "wmt_14",
        ]
        var table: [String: String] = [:]
        for (metric, names) in groups { for name in names.split(separator: " ") { table[String(name)] = metric } }
        return table
    }()
}
