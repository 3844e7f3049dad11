/// The flat rows as CSV; options are the columns A to D.
struct CSVRows: RowForm {
    let answers: AnswerPlan
    private let plan: LogPlan
    private let start: [UInt8]

    init(_ plan: LogPlan, _ answers: AnswerPlan) {
        self.plan = plan
        self.answers = answers
        start = Array("\(answers.model),\(answers.items.benchmark),".utf8)
    }

    func appendHeader(to buffer: ByteBuffer) {
        buffer.append("model,benchmark,item,")
        if plan.epochs > 1 { buffer.append("epoch,") }
        buffer.append("modality,")
        if plan.itemsPerImage > 1 { buffer.append("image,") }
        buffer.append("capability,")
        if plan.hasTexts { buffer.append("A,B,C,D,target,prediction,") }
        buffer.append("score\n")
    }

    func append(_ item: Int, epoch: Int, _ answer: AnswerPlan.Answer, to buffer: ByteBuffer) {
        let items = answers.items
        buffer.append(start)
        buffer.append(item + 1, width: items.keyWidth)
        buffer.append(",")
        if plan.epochs > 1 {
            buffer.append(epoch + 1)
            buffer.append(",")
        }
        buffer.append(items.modality(item))
        buffer.append(",")
        if plan.itemsPerImage > 1 {
            buffer.append(items.image(item) + 1, width: items.keyWidth)
            buffer.append(",")
        }
        buffer.append(items.isReasoning(item) ? "reasoning," : "understanding,")
        if plan.hasTexts {
            appendOptions(item, to: buffer, between: ",")
            buffer.append(",")
            buffer.append(ItemPlan.letters[items.target(item)])
            // Quoted for its commas and line feeds; it has no quotes.
            buffer.append(",\"")
            answers.appendText(of: answer, item, epoch: epoch, to: buffer, backslash: "\\", feed: "\n")
            buffer.append("\",")
        }
        buffer.append(answer.isRight ? "1\n" : "0\n")
    }
}
