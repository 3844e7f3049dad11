/// The aggregate of Every Eval Ever for one run: who, what, and each figure with its uncertainty. Names are the schema's.
struct EvaluationAggregate: Encodable {
    /// The version of the schema that is written.
    static let schemaVersion = "0.3.0"

    struct SourceMetadata: Encodable {
        let source_name = "Acuity"
        let source_type = "evaluation_run"
        let source_organization_name: String
        let evaluator_relationship = "other"
        let additional_details: [String: String]
    }

    struct Library: Encodable {
        let name: String
        let version: String
    }

    struct Model: Encodable {
        let name: String
        let id: String
        let developer: String
        // Logs tell neither where a model ran nor whether its weights can be had.
        let additional_details = ["deployment_type": "unknown", "model_availability": "unknown"]
    }

    struct SourceData: Encodable {
        let dataset_name: String
        let source_type = "other"
    }

    /// A bound of a metric: a number, or a word where there is none.
    enum Bound: Encodable {
        case number(Double)
        case word(String)

        func encode(to encoder: any Encoder) throws {
            var container = encoder.singleValueContainer()
            switch self {
            case .number(let number): try container.encode(number)
            case .word(let word): try container.encode(word)
            }
        }
    }

    struct Metric: Encodable {
        let metric_name: String
        let metric_unit: String
        let lower_is_better: Bool
        let score_type: String
        let min_score: Bound
        let max_score: Bound
        let additional_details: [String: String]?
    }

    struct StandardError: Encodable {
        let value: Double
        let method: String
    }

    struct ConfidenceInterval: Encodable {
        let lower: Double
        let upper: Double
        let confidence_level: Double
        let method: String
    }

    struct Uncertainty: Encodable {
        var standard_error: StandardError?
        var confidence_interval: ConfidenceInterval?
        var standard_deviation: Double?
        var num_samples: Int
        var num_bootstrap_samples: Int?
    }

    struct Score: Encodable {
        let score: Double
        let details: [String: String]?
        let uncertainty: Uncertainty
    }

    struct Result: Encodable {
        let evaluation_result_id: String
        let evaluation_name: String
        let source_data: SourceData
        let metric_config: Metric
        let score_details: Score
    }

    struct Details: Encodable {
        let format = "jsonl"
        let file_path: String
        let hash_algorithm = "sha256"
        let checksum: String
        let total_rows: Int
        let additional_details: [String: String]?
    }

    let schema_version = EvaluationAggregate.schemaVersion
    let evaluation_id: String
    let evaluation_timestamp: String?
    let retrieved_timestamp: String
    let source_metadata: SourceMetadata
    let eval_library: Library
    let model_info: Model
    let evaluation_results: [Result]
    let detailed_evaluation_results: Details
}
