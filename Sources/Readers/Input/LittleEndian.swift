/// Little-endian whole numbers in a byte list, as ZIP has them.
extension [UInt8] {
    func number<Number: FixedWidthInteger & UnsignedInteger>(at offset: Int, as type: Number.Type) -> Number? {
        let size = MemoryLayout<Number>.size
        guard offset >= 0, offset <= count - size else { return nil }
        var result: Number = 0
        for index in (0..<size).reversed() { result = (result << 8) | Number(self[offset + index]) }
        return result
    }
}
