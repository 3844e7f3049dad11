/// How the rows of a log are written.
protocol RowForm {
    var answers: AnswerPlan { get }
    /// What stands before the first row.
    func appendHeader(to buffer: ByteBuffer)
    func append(_ item: Int, epoch: Int, _ answer: AnswerPlan.Answer, to buffer: ByteBuffer)
}

extension RowForm {
    func appendOptions(_ item: Int, to buffer: ByteBuffer, between separator: StaticString) {
        for (index, option) in answers.items.options(item).enumerated() {
            if index > 0 { buffer.append(separator) }
            buffer.append(option)
        }
    }

    /// Writes all rows.
    ///
    /// - Returns: how many answers are right, and how many bytes the rows have before they are packed.
    func write(_ plan: LogPlan, to output: (UnsafeRawBufferPointer) throws -> Void) rethrows -> (right: Int, bytes: Int)
    {
        let buffer = ByteBuffer(capacity: (1 << 20) + (1 << 14))
        var (right, bytes) = (0, 0)
        appendHeader(to: buffer)
        for item in 0..<plan.items {
            for epoch in 0..<plan.epochs {
                let answer = answers.answer(item, epoch: epoch)
                if answer.isRight { right += 1 }
                append(item, epoch: epoch, answer, to: buffer)
                if buffer.count >= 1 << 20 {
                    bytes += buffer.count
                    try output(buffer.bytes)
                    buffer.removeAll()
                }
            }
        }
        try output(buffer.bytes)
        return (right, bytes + buffer.count)
    }
}
