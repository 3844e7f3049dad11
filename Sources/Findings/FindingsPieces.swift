import Foundation

/// A document in JSON cut into several smaller ones, each with a part of every list, so that they can be read side by side.
///
/// A scan for brackets and quotes costs a small part of what decoding costs. Where the text is not what it expects there
/// are no pieces; the whole is then decoded, which says what is wrong.
struct FindingsPieces {
    /// Each a document by itself; the first has all that is no list.
    let pieces: [Data]

    /// - Parameter count: into how many pieces to cut.
    init?(_ data: Data, count: Int) {
        guard let members = data.withUnsafeBytes({ MemberScan.members($0.bindMemory(to: UInt8.self)) }) else {
            return nil
        }
        pieces = (0..<count).map { number in
            var piece = Data("{".utf8)
            for (index, member) in members.enumerated() {
                if index > 0 { piece.append(UInt8(ascii: ",")) }
                piece.append(data[data.startIndex + member.key.lowerBound..<data.startIndex + member.key.upperBound])
                piece.append(UInt8(ascii: ":"))
                guard let elements = member.elements else {
                    piece.append(
                        data[data.startIndex + member.value.lowerBound..<data.startIndex + member.value.upperBound])
                    continue
                }
                piece.append(UInt8(ascii: "["))
                let (first, end) = (elements.count * number / count, elements.count * (number + 1) / count)
                if first < end {
                    let (start, stop) = (elements[first].lowerBound, elements[end - 1].upperBound)
                    piece.append(data[data.startIndex + start..<data.startIndex + stop])
                }
                piece.append(UInt8(ascii: "]"))
            }
            piece.append(UInt8(ascii: "}"))
            return piece
        }
    }
}

/// Where the members of a JSON object lie.
private struct MemberScan {
    struct Member {
        var key: Range<Int>
        var value: Range<Int>
        /// The elements, if the value is a list.
        var elements: [Range<Int>]?
    }

    private let bytes: UnsafeBufferPointer<UInt8>
    private var position = 0

    static func members(_ bytes: UnsafeBufferPointer<UInt8>) -> [Member]? {
        var scan = MemberScan(bytes: bytes)
        guard scan.take("{") else { return nil }
        var members: [Member] = []
        repeat {
            guard let key = scan.value(), bytes[key.lowerBound] == UInt8(ascii: "\""), scan.take(":") else {
                return nil
            }
            scan.takeSpaces()
            let start = scan.position
            guard start < bytes.count else { return nil }
            var member = Member(key: key, value: start..<start)
            if bytes[start] == UInt8(ascii: "[") {
                guard let elements = scan.elements() else { return nil }
                member.elements = elements
            } else if scan.value() == nil {
                return nil
            }
            member.value = start..<scan.position
            members.append(member)
        } while scan.take(",")
        guard scan.take("}") else { return nil }
        scan.takeSpaces()
        return scan.position == bytes.count ? members : nil
    }

    private init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    private mutating func takeSpaces() {
        while position < bytes.count, bytes[position] <= 0x20 { position += 1 }
    }

    private mutating func take(_ sign: Unicode.Scalar) -> Bool {
        takeSpaces()
        guard position < bytes.count, bytes[position] == UInt8(ascii: sign) else { return false }
        position += 1
        return true
    }

    private mutating func elements() -> [Range<Int>]? {
        guard take("[") else { return nil }
        if take("]") { return [] }
        var elements: [Range<Int>] = []
        repeat {
            guard let element = value() else { return nil }
            elements.append(element)
        } while take(",")
        return take("]") ? elements : nil
    }

    /// Passes over a value: a string, something in brackets, or a word or number.
    private mutating func value() -> Range<Int>? {
        takeSpaces()
        let start = position
        var depth = 0
        while position < bytes.count {
            switch bytes[position] {
            case UInt8(ascii: "\""):
                guard takeString() else { return nil }
                if depth == 0 { return start..<position }
                continue
            case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                if depth == 0 { return position > start ? start..<position : nil }
                depth -= 1
                if depth == 0 {
                    position += 1
                    return start..<position
                }
            case UInt8(ascii: ","), UInt8(ascii: ":"), 0...0x20:
                if depth == 0 { return position > start ? start..<position : nil }
            default: break
            }
            position += 1
        }
        return nil
    }

    private mutating func takeString() -> Bool {
        position += 1
        while position < bytes.count {
            switch bytes[position] {
            case UInt8(ascii: "\\"): position += 2
            case UInt8(ascii: "\""):
                position += 1
                return true
            default: position += 1
            }
        }
        return false
    }
}
