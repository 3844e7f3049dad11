/// Samples of lm-evaluation-harness; an epoch is a file of its own there, so that there is one.
struct HarnessRows: RowForm {
    let answers: AnswerPlan
    private let plan: LogPlan

    init(_ plan: LogPlan, _ answers: AnswerPlan) {
        self.plan = plan
        self.answers = answers
    }

    /// The time in the names of files: the same on every day.
    static let time = "2026-01-01T00-00-00.000000"

    func appendHeader(to buffer: ByteBuffer) {}

    func append(_ item: Int, epoch: Int, _ answer: AnswerPlan.Answer, to buffer: ByteBuffer) {
        let items = answers.items
        let target = ItemPlan.letters[items.target(item)]
        buffer.append("{\"doc_id\": ")
        buffer.append(item)
        buffer.append(", \"doc\": {\"question\": \"Which diagnosis fits image ")
        buffer.append(items.image(item) + 1)
        buffer.append("?\", \"options\": [\"")
        appendOptions(item, to: buffer, between: "\", \"")
        buffer.append("\"], \"answer\": \"")
        buffer.append(target)
        buffer.append("\", \"modality\": \"")
        buffer.append(items.modality(item))
        if plan.itemsPerImage > 1 {
            buffer.append("\", \"image\": \"")
            buffer.append(items.image(item) + 1, width: items.keyWidth)
        }
        buffer.append(
            items.isReasoning(item) ? "\", \"capability\": \"reasoning" : "\", \"capability\": \"understanding")
        buffer.append("\"}, \"target\": \"")
        buffer.append(target)
        buffer.append("\", \"arguments\": {\"gen_args_0\": {\"arg_0\": \"Which diagnosis fits image ")
        buffer.append(items.image(item) + 1)
        buffer.append(
            "? Answer with a letter.\", \"arg_1\": {\"until\": [\"\\n\\n\"], \"do_sample\": false}}}, \"resps\": [[\"")
        appendText(answer, item, epoch, to: buffer)
        buffer.append("\"]], \"filtered_resps\": [\"")
        buffer.append(ItemPlan.letters[answer.option])
        buffer.append("\"], \"filter\": \"get_response\", \"metrics\": [\"exact_match\"], \"doc_hash\": \"")
        buffer.append("00000000000000000000000000000000000000000000")
        buffer.append(item, width: 20)
        buffer.append(answer.isRight ? "\", \"exact_match\": 1.0}\n" : "\", \"exact_match\": 0.0}\n")
    }

    private func appendText(_ answer: AnswerPlan.Answer, _ item: Int, _ epoch: Int, to buffer: ByteBuffer) {
        answers.appendText(of: answer, item, epoch: epoch, to: buffer, backslash: "\\\\", feed: "\\n")
    }

    /// The aggregate that lies beside the samples.
    static func aggregate(model: String, benchmark: String, right: Int, rows: Int) -> String {
        let mean = Double(right) / Double(rows)
        return
            "{\"results\": {\"\(benchmark)\": {\"alias\": \"\(benchmark)\", \"exact_match,get_response\": \(mean)}}, "
            + "\"n-samples\": {\"\(benchmark)\": {\"original\": \(rows), \"effective\": \(rows)}}, "
            + "\"config\": {\"model\": \"hf\", \"model_args\": \"pretrained=\(model)\"}, \"model_name\": \"\(model)\"}\n"
    }
}
