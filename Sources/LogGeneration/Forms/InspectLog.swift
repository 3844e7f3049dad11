/// An archive of Inspect: a member a sample, then summaries and header. It has no transcripts.
struct InspectLog {
    private let plan: LogPlan
    private let answers: AnswerPlan

    init(_ plan: LogPlan, _ answers: AnswerPlan) {
        self.plan = plan
        self.answers = answers
    }

    /// - Returns: how many answers are right, and how many bytes the members have before they are packed.
    func write(to zip: ZipOutput) throws -> (right: Int, bytes: Int) {
        let buffer = ByteBuffer()
        var (right, bytes) = (0, 0)
        for item in 0..<plan.items {
            for epoch in 0..<plan.epochs {
                let answer = answers.answer(item, epoch: epoch)
                if answer.isRight { right += 1 }
                buffer.removeAll()
                append(item, epoch, answer, to: buffer)
                bytes += buffer.count
                try zip.add("samples/\(key(item))_epoch_\(epoch + 1).json", buffer.bytes)
            }
        }
        buffer.removeAll()
        buffer.append("[")
        for item in 0..<plan.items {
            for epoch in 0..<plan.epochs { appendSummary(item, epoch, to: buffer) }
        }
        buffer.append("]")
        try zip.add("summaries.json", buffer.bytes)
        bytes += buffer.count
        let header = Array(header(right: right).utf8)
        try header.withUnsafeBytes { try zip.add("header.json", $0) }
        return (right, bytes + header.count)
    }

    private func key(_ item: Int) -> String {
        let digits = String(item + 1)
        return String(repeating: "0", count: answers.items.keyWidth - digits.count) + digits
    }

    private func append(_ item: Int, _ epoch: Int, _ answer: AnswerPlan.Answer, to buffer: ByteBuffer) {
        let items = answers.items
        appendStart(item, epoch, to: buffer)
        buffer.append(",\"choices\":[\"")
        for (index, option) in items.options(item).enumerated() {
            if index > 0 { buffer.append("\",\"") }
            buffer.append(option)
        }
        buffer.append("\"],\"messages\":[{\"role\":\"user\",\"content\":\"")
        appendQuestion(item, to: buffer)
        buffer.append("\"},{\"role\":\"assistant\",\"source\":\"generate\",\"content\":\"")
        appendText(answer, item, epoch, to: buffer)
        buffer.append("\"}],\"output\":{\"model\":\"")
        buffer.append(Array(answers.model.utf8))
        buffer.append("\",\"choices\":[{\"message\":{\"role\":\"assistant\",\"content\":\"")
        appendText(answer, item, epoch, to: buffer)
        buffer.append("\"},\"stop_reason\":\"stop\"}],\"completion\":\"")
        appendText(answer, item, epoch, to: buffer)
        buffer.append("\"},\"scores\":{\"choice\":{\"value\":")
        buffer.append(answer.isRight ? "\"C\"" : "\"I\"")
        buffer.append(",\"answer\":\"")
        buffer.append(ItemPlan.letters[answer.option])
        buffer.append("\"}},\"metadata\":{\"modality\":\"")
        buffer.append(items.modality(item))
        if plan.itemsPerImage > 1 {
            buffer.append("\",\"image\":\"")
            buffer.append(items.image(item) + 1, width: items.keyWidth)
        }
        buffer.append(items.isReasoning(item) ? "\",\"capability\":\"reasoning" : "\",\"capability\":\"understanding")
        buffer.append("\"}}")
    }

    private func appendSummary(_ item: Int, _ epoch: Int, to buffer: ByteBuffer) {
        if item > 0 || epoch > 0 { buffer.append(",") }
        appendStart(item, epoch, to: buffer)
        buffer.append(",\"scores\":{\"choice\":{\"value\":")
        buffer.append(answers.answer(item, epoch: epoch).isRight ? "\"C\"}}}" : "\"I\"}}}")
    }

    private func appendStart(_ item: Int, _ epoch: Int, to buffer: ByteBuffer) {
        buffer.append("{\"id\":\"")
        buffer.append(item + 1, width: answers.items.keyWidth)
        buffer.append("\",\"epoch\":")
        buffer.append(epoch + 1)
        buffer.append(",\"input\":\"")
        appendQuestion(item, to: buffer)
        buffer.append("\",\"target\":\"")
        buffer.append(ItemPlan.letters[answers.items.target(item)])
        buffer.append("\"")
    }

    private func appendQuestion(_ item: Int, to buffer: ByteBuffer) {
        buffer.append("Which diagnosis fits image ")
        buffer.append(answers.items.image(item) + 1)
        buffer.append("?")
    }

    private func appendText(_ answer: AnswerPlan.Answer, _ item: Int, _ epoch: Int, to buffer: ByteBuffer) {
        answers.appendText(of: answer, item, epoch: epoch, to: buffer, backslash: "\\\\", feed: "\\n")
    }

    private func header(right: Int) -> String {
        let (benchmark, rows) = (answers.items.benchmark, plan.rows)
        return
            "{\"version\":2,\"status\":\"success\",\"eval\":{\"created\":\"2026-01-01T00:00:00+00:00\",\"task\":\"\(benchmark)\","
            + "\"task_id\":\"\(answers.model)-\(benchmark)\",\"run_id\":\"\(plan.seed)\",\"model\":\"\(answers.model)\","
            + "\"dataset\":{\"name\":\"\(benchmark)\",\"samples\":\(plan.items)},\"config\":{\"epochs\":\(plan.epochs)}},"
            + "\"results\":{\"total_samples\":\(rows),\"completed_samples\":\(rows),\"scores\":[{\"name\":\"choice\","
            + "\"scorer\":\"choice\",\"metrics\":{\"accuracy\":{\"name\":\"accuracy\",\"value\":"
            + "\(Double(right) / Double(rows))}}}]},\"stats\":{\"started_at\":\"2026-01-01T00:00:00+00:00\"}}"
    }
}
