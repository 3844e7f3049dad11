/// Recognises texts in which the model declines to answer.
enum Refusal {
    /// Phrases that decline wherever they stand.
    private static let phrases = [
        "i'm sorry", "i’m sorry", "i am sorry", "i apologize", "i apologise", "my apologies", "i cannot", "i can't",
        "i can’t",
        "i can not", "as an ai", "as a language model", "cannot provide", "can't provide", "can’t provide",
        "cannot determine",
        "can't determine", "can’t determine", "cannot be determined", "cannot answer", "can't answer", "can’t answer",
        "can't assist",
        "cannot assist", "cannot tell", "cannot say", "cannot identify", "i must decline", "i have to decline",
        "i decline to",
        "i won't be able", "i won’t be able", "i do not have the ability", "i don't have the ability",
        "i would rather not",
        "i'd rather not", "i’d rather not", "i prefer not to", "i'm unable", "i’m unable", "i am unable",
        "i'm not able", "i’m not able",
        "i am not able", "i don't know", "i don’t know", "i do not know", "not possible to determine",
        "impossible to determine",
        "not enough information", "insufficient information", "without more information",
        "lo siento", "no puedo", "no es posible determinar", "no soy capaz", "no tengo la capacidad", "no lo sé",
        "desculpe", "sinto muito", "lamento", "não posso", "não consigo", "não é possível determinar", "não sou capaz",
        "não sei",
        "je suis désolé", "désolé", "je ne peux pas", "je ne suis pas en mesure", "impossible de déterminer",
        "je ne sais pas",
        "es tut mir leid", "tut mir leid", "ich kann nicht", "ich kann diese", "kann ich nicht", "nicht in der lage",
        "ich weiß nicht", "nicht möglich zu bestimmen",
        "mi dispiace", "non posso", "non sono in grado", "non è possibile determinare", "non lo so",
        "извините", "простите", "не могу", "не в состоянии", "невозможно определить", "как языковая модель",
        "я не знаю",
        "вибачте", "не можу",
        "抱歉", "对不起", "對不起", "无法", "無法", "不能确定", "我不能", "不知道", "作为一个人工智能", "作为ai", "作为人工智能",
        "申し訳", "できません", "わかりません", "分かりません",
        "죄송", "수 없습니다", "모르겠습니다", "알 수 없",
        "عذرا", "عذرًا", "آسف", "أعتذر", "لا أستطيع", "لا يمكنني", "لا يمكن تحديد",
    ].map { Array($0.utf8) }
    /// Phrases that decline only before what a model is asked to do: a patient may be "unable to walk".
    private static let inabilities = ["unable to", "not able to"].map { Array($0.utf8) }
    private static let tasks = WordSet([
        "determine", "answer", "provide", "tell", "see", "view", "identify", "assess", "say", "help", "assist", "give",
        "access",
        "analyze", "analyse", "process", "interpret", "diagnose", "make", "confirm", "fulfill", "fulfil", "complete",
        "comply",
        "open", "read", "evaluate", "discern", "offer", "generate", "display", "make", "definitively", "accurately",
        "directly",
    ])
    private static let firstBytes: [Bool] = {
        var table = [Bool](repeating: false, count: 256)
        for phrase in phrases + inabilities { table[Int(phrase[0])] = true }
        // Capitals of Russian and French take another second byte, not another first one; Р to Я also another first.
        table[0xD0] = true
        return table
    }()

    /// Whether a text declines to answer; asked only when no answer was found by a stronger rule.
    static func isRefusal(_ text: ByteText) -> Bool { first(text, from: 0) != nil }

    /// The text without the clauses that decline, so that an option named in another clause can be found.
    static func remainder(_ text: ByteText) -> [UInt8] {
        var kept: [UInt8] = []
        var start = 0
        while start < text.count {
            let end = clauseEnd(text, from: start)
            let clause = text.part(start..<end)
            if first(clause, from: 0) == nil { kept += clause.bytes }
            // A removed clause leaves a gap that no phrase can span.
            kept += [0x20, .of("|"), 0x20]
            start = max(end, start + 1)
        }
        return kept
    }

    private static let contrasts = [
        " but ", " however", " nevertheless", " pero ", " mas ", " mais ", " aber ", " ma ", " но ", "但", "が、",
    ]
    .map { Array($0.utf8) }

    /// The end of a clause: behind a full stop or a line break, or before a word of contrast.
    private static func clauseEnd(_ text: ByteText, from start: Int) -> Int {
        var position = start + 1
        while position < text.count {
            let byte = text[position]
            if byte.isLineBreak { return position + 1 }
            if [.of("."), .of("!"), .of("?"), .of(";")].contains(byte), text[position + 1].isSpace {
                return position + 1
            }
            if byte == 0xE3, text[position + 1] == 0x80, text[position + 2] == 0x82 { return position + 3 }
            if byte == 0x20 || byte >= 0xE2, contrasts.contains(where: { text.matches($0, at: position) }) {
                return position
            }
            position += 1
        }
        return text.count
    }

    private static func first(_ text: ByteText, from start: Int) -> Int? {
        for position in start..<max(start, text.count) where firstBytes[Int(text.lower(position))] {
            if text[position] < 0xE2, text.isWordByte(position - 1) { continue }
            if phrases.contains(where: { text.matches($0, at: position) }) { return position }
            if text[position] == 0xD0, let other = capital(text, position),
                phrases.contains(where: {
                    $0.starts(with: other) && text.matches(Array($0.dropFirst(2)), at: position + 2)
                })
            {
                return position
            }
            if let phrase = inabilities.first(where: { text.matches($0, at: position) }) {
                let next = position + phrase.count + 1
                if tasks.contains(text, next..<text.wordEnd(next)) { return position }
            }
        }
        return nil
    }

    /// The small form of a Russian capital at a position.
    private static func capital(_ text: ByteText, _ position: Int) -> [UInt8]? {
        switch text[position + 1] {
        case 0x90...0x9F: [0xD0, text[position + 1] + 0x20]
        case 0xA0...0xAF: [0xD1, text[position + 1] - 0x20]
        default: nil
        }
    }
}
