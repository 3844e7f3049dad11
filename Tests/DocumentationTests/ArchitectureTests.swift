import Foundation
import Testing

@Suite("docs/architecture.md and its picture") struct ArchitectureTests {
    private static func text(_ path: String) throws -> String {
        try String(contentsOf: Script.root.appending(path: path), encoding: .utf8)
    }

    /// What each target but the tests' may import, as `Package.swift` says.
    private static func targets() throws -> [String: Set<String>] {
        let target =
            #/\.(?:target|executableTarget|systemLibrary)\(\s*name: "(?<name>\w+)"(?:,\s*dependencies: \[(?<imports>[^\]]*)\])?/#
        let found = try text("Package.swift").matches(of: target).map { match in
            (
                String(match.output.name),
                Set((match.output.imports ?? "").matches(of: #/\w+/#).map { String($0.output) })
            )
        }
        return Dictionary(uniqueKeysWithValues: found)
    }

    @Test("the tables have every target with what it imports") func tables() throws {
        let targets = try Self.targets()
        try #require(targets.count > 30 && targets["Ingest"]?.contains("Readers") == true)
        let rows = try Self.text("docs/architecture.md").matches(
            of: #/(?m)^\| `(?<name>\w+)` \| [^|]+ \|(?<imports>[^|\n]*)\|$/#)
        var shown: [String: Set<String>] = [:]
        for row in rows {
            let name = String(row.output.name)
            #expect(shown[name] == nil, "\(name) stands in two rows")
            shown[name] = Set(row.output.imports.matches(of: #/\w+/#).map { String($0.output) })
        }
        #expect(Set(shown.keys) == Set(targets.keys))
        for (name, imports) in shown { #expect(imports == targets[name], "\(name)") }
    }

    @Test("no source imports a room that Package.swift does not list for it") func imports() throws {
        let targets = try Self.targets()
        for (name, allowed) in targets {
            let folder = Script.root.appending(path: "Sources/\(name)")
            let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
            while let file = files?.nextObject() as? URL {
                guard file.pathExtension == "swift" else { continue }
                let source = try String(contentsOf: file, encoding: .utf8)
                let imports = source.matches(of: #/(?m)^(?:@\w+ )?(?:\w+ )?import (?<room>\w+)$/#).map {
                    String($0.output.room)
                }
                let others = Set(imports).intersection(targets.keys).subtracting(allowed)
                #expect(others.isEmpty, "\(name)/\(file.lastPathComponent) imports \(others.sorted())")
            }
        }
    }

    /// A box of the picture, in its pixels from the top.
    private struct Room {
        var top: Double
        var bottom: Double
    }

    private struct Arrow {
        var from: String
        var to: String
        var start: Double
        var end: Double
    }

    private static func picture() throws -> (rooms: [String: Room], arrows: [Arrow]) {
        let picture = try text("docs/pictures/architecture.svg")
        let room = #/<rect [^>]*data-room="(?<name>\w+)" x="\d+" y="(?<top>\d+)" width="\d+" height="(?<height>\d+)"/#
        let rooms = picture.matches(of: room).map { match in
            let top = Double(match.output.top) ?? .nan
            return (String(match.output.name), Room(top: top, bottom: top + (Double(match.output.height) ?? .nan)))
        }
        let arrow = #/data-from="(?<from>\w+)" data-to="(?<to>\w+)"[^>]* d="M\d+ (?<start>\d+) (?<way>[VH0-9 ]+)"/#
        let arrows = picture.matches(of: arrow).map { match in
            // The last height that the path comes to; after it there may be a way to the side.
            let heights = match.output.way.matches(of: #/V(?<height>\d+)/#).compactMap { Double($0.output.height) }
            return Arrow(
                from: String(match.output.from), to: String(match.output.to),
                start: Double(match.output.start) ?? .nan, end: heights.last ?? .nan)
        }
        return (Dictionary(uniqueKeysWithValues: rooms), arrows)
    }

    /// What rooms write to without being its readers: they import it, and data go to it.
    private static let joints = ["Ingest": "Store", "Analysis": "Findings"]

    @Test("the picture's arrows are the imports of the rooms that it shows, and all lead downwards") func picture()
        throws
    {
        let targets = try Self.targets()
        let (rooms, arrows) = try Self.picture()
        let firstTable = try #require(
            try Self.text("docs/architecture.md").split(separator: "## ").first { $0.hasPrefix("The rooms\n") })
        let listed = Set(firstTable.matches(of: #/(?m)^\| `(?<name>\w+)` \|/#).map { String($0.output.name) })
        #expect(Set(rooms.keys) == listed)

        var expected: Set<String> = []
        for (name, imports) in targets where rooms[name] != nil && name != "acuity" {
            for other in imports where rooms[other] != nil && other != "Records" {
                expected.insert(Self.joints[name] == other ? "\(name) > \(other)" : "\(other) > \(name)")
            }
        }
        // The commands import all rooms; shown are those whose results they hand out.
        expected.formUnion(["Report > acuity", "Export > acuity"])
        #expect(Set(arrows.map { "\($0.from) > \($0.to)" }) == expected)
        #expect(arrows.count == expected.count)

        for arrow in arrows {
            let from = try #require(rooms[arrow.from])
            let to = try #require(rooms[arrow.to])
            #expect(arrow.start < arrow.end && from.bottom <= to.top, "\(arrow.from) > \(arrow.to) leads upwards")
            #expect((from.top...from.bottom).contains(arrow.start), "\(arrow.from) > \(arrow.to) begins elsewhere")
            #expect((to.top...to.bottom).contains(arrow.end), "\(arrow.from) > \(arrow.to) ends elsewhere")
        }
    }

    @Test("the picture names what the rooms stand on") func ground() throws {
        let picture = try Self.text("docs/pictures/architecture.svg")
        let table = try #require(
            try Self.text("docs/architecture.md").split(separator: "## ").first { $0.hasPrefix("What they stand on\n") }
        )
        let names = table.matches(of: #/(?m)^\| `(?<name>\w+)` \|/#).map { String($0.output.name) }
        #expect(names.count > 15)
        for name in names { #expect(picture.contains(try Regex("\\b\(name)\\b")), "\(name)") }
    }
}
