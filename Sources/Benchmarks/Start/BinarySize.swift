import Foundation

/// What the stripped program is made of: sections as `size` reads them, and symbols by module as `nm` does.
enum BinarySize {
    static func tables(_ settings: BenchmarkSettings) throws -> [ResultTable] {
        let acuity = try AcuityProgram()
        let folder = try settings.emptyFolder("size")
        let stripped = folder.appending(path: "acuity").path
        try Comparator.run(["strip", "-o", stripped, acuity.path])
        let whole = fileBytes(URL(filePath: stripped))

        var sections = ResultTable(
            title:
                "The binary: \(Figure.bytes(fileBytes(URL(filePath: acuity.path)))), stripped \(Figure.bytes(whole))",
            columns: ["Section", "Bytes", "Share of the stripped file"])
        for section in try Self.sections(of: stripped).prefix(10) {
            sections.add(
                "`\(section.name)`", Figure.bytes(section.bytes),
                Figure.significant(100 * Double(section.bytes) / Double(whole)) + " %")
        }

        var modules = ResultTable(
            title: "Its symbols by module", columns: ["Module or library", "Bytes", "of it data", "Symbols"])
        for module in try Self.modules(of: acuity.path).prefix(24) {
            modules.add(
                module.name, Figure.bytes(module.bytes), Figure.bytes(module.data), Figure.count(module.symbols))
        }
        modules.notes.append(
            "Sizes of defined symbols; relocations, unwind tables and string literals have none and stand only in the "
                + "sections.")
        return [sections, modules]
    }

    private static func sections(of program: String) throws -> [(name: String, bytes: Int)] {
        String(decoding: try Comparator.run(["size", "-A", program]), as: UTF8.self).split(separator: "\n")
            .compactMap { line -> (name: String, bytes: Int)? in
                let parts = line.split(separator: " ")
                // `.bss` takes no room in the file.
                guard parts.count == 3, parts[0].hasPrefix("."), parts[0] != ".bss", let bytes = Int(parts[1]) else {
                    return nil
                }
                return (String(parts[0]), bytes)
            }
            .sorted { ($1.bytes, $0.name) < ($0.bytes, $1.name) }
    }

    private struct Module {
        var name: String
        var bytes = 0
        var data = 0
        var symbols = 0
    }

    private static func modules(of program: String) throws -> [Module] {
        var modules: [String: Module] = [:]
        let listing = try Comparator.run(["nm", "-S", "--defined-only", program])
        // Several names may stand for one place.
        var seen: Set<Substring> = []
        for line in String(decoding: listing, as: UTF8.self).split(separator: "\n") {
            let parts = line.split(separator: " ")
            guard parts.count == 4, let bytes = Int(parts[1], radix: 16), seen.insert(parts[0]).inserted else {
                continue
            }
            let kind = parts[2].lowercased()
            guard kind != "b" else { continue }
            let name = SymbolModule.name(of: parts[3])
            modules[name, default: Module(name: name)].bytes += bytes
            modules[name, default: Module(name: name)].symbols += 1
            if kind == "d" || kind == "r" { modules[name, default: Module(name: name)].data += bytes }
        }
        return modules.values.sorted { ($1.bytes, $0.name) < ($0.bytes, $1.name) }
    }
}
