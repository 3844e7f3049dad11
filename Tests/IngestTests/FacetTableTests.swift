import Records
import Testing

@testable import Ingest

@Suite("Facets by position") struct FacetTableTests {
    private func facet(_ name: String, _ value: String) -> Facet { Facet(name: name, value: value) }

    @Test("the first value stays, and others are counted until they are taken") func firstStays() {
        var table = FacetTable()
        table.add([facet("organ", "lung"), facet("modality", "CT")], position: 0)
        table.add([facet("modality", "MRI"), facet("organ", "lung")], position: 2)
        table.add([facet("organ", "liver")], position: 0)
        table.add([facet("organ", "lung")], position: 0)
        let organ = table.columns.first { $0.name == "organ" }
        #expect(organ?[0] == "lung" && organ?[1] == nil && organ?[2] == "lung" && organ?[3] == nil)
        #expect(table.columns.first { $0.name == "modality" }?[2] == "MRI")
        #expect(table.takeConflicts().map(\.facet) == ["organ"])
        #expect(table.takeConflicts().isEmpty)
    }

    @Test("a table enters another as its facets would one by one") func entered() {
        let values = ["a", "b", "c", "a", "d", "b"]
        let positions = [5, 3, 0, 1, 4, 2]
        var first = FacetTable()
        first.add([facet("x", "c")], position: 5)
        first.add([facet("y", "z")], position: 1)
        var direct = first
        var other = FacetTable()
        for (item, value) in values.enumerated() {
            other.add([facet("x", value)], position: item)
            direct.add([facet("x", value)], position: positions[item])
        }
        other.add([facet("x", "e")], position: 2)
        direct.add([facet("x", "e")], position: positions[2])
        #expect(first.add(other, positions: positions) == [0])
        #expect(first.columns == direct.columns)
        #expect(first.takeConflicts().map(\.count) == [2] && direct.takeConflicts().map(\.count) == [2])
        #expect(first.add(other, positions: positions).isEmpty)
    }
}
