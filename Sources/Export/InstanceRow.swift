/// One instance row of Every Eval Ever: the score of one answer under one metric.
struct InstanceRow: Encodable {
    struct Input: Encodable {
        let raw: String
        let reference: [String]
    }

    struct Output: Encodable {
        let raw: [String]
    }

    struct Attribution: Encodable {
        let turn_idx = 0
        let source = "output.raw"
        let extracted_value: String
        let extraction_method: String
        let is_terminal = true
    }

    struct Evaluation: Encodable {
        let score: Double
        let is_correct: Bool
    }

    let schema_version = EvaluationAggregate.schemaVersion
    let evaluation_id: String
    let model_id: String
    let evaluation_name: String
    let evaluation_result_id: String
    let sample_id: String
    let sample_hash: String?
    let interaction_type = "single_turn"
    let input: Input
    let output: Output
    let answer_attribution: [Attribution]
    let evaluation: Evaluation
    let error: String?
    let metadata: [String: String]?
}
