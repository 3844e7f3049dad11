/// Flat rows as JSONL: `model`, `benchmark`, `item`, facets, and, with texts, `choices`, `target` and `prediction`.
struct JSONRows: RowForm {
    let answers: AnswerPlan
    private let plan: LogPlan
    private let start: [UInt8]

    init(_ plan: LogPlan, _ answers: AnswerPlan) {
        self.plan = plan
        self.answers = answers
        start = Array("{\"model\":\"\(answers.model)\",\"benchmark\":\"\(answers.items.benchmark)\",\"item\":\"".utf8)
    }

    func appendHeader(to buffer: ByteBuffer) {}

    func append(_ item: Int, epoch: Int, _ answer: AnswerPlan.Answer, to buffer: ByteBuffer) {
        let items = answers.items
        buffer.append(start)
        buffer.append(item + 1, width: items.keyWidth)
        if plan.epochs > 1 {
            buffer.append("\",\"epoch\":")
            buffer.append(epoch + 1)
            buffer.append(",\"modality\":\"")
        } else {
            buffer.append("\",\"modality\":\"")
        }
        buffer.append(items.modality(item))
        if plan.itemsPerImage > 1 {
            buffer.append("\",\"image\":\"")
            buffer.append(items.image(item) + 1, width: items.keyWidth)
        }
        buffer.append(items.isReasoning(item) ? "\",\"capability\":\"reasoning" : "\",\"capability\":\"understanding")
        if plan.hasTexts {
            buffer.append("\",\"choices\":[\"")
            appendOptions(item, to: buffer, between: "\",\"")
            buffer.append("\"],\"target\":\"")
            buffer.append(ItemPlan.letters[items.target(item)])
            buffer.append("\",\"prediction\":\"")
            answers.appendText(of: answer, item, epoch: epoch, to: buffer, backslash: "\\\\", feed: "\\n")
        }
        buffer.append(answer.isRight ? "\",\"score\":1}\n" : "\",\"score\":0}\n")
    }
}
