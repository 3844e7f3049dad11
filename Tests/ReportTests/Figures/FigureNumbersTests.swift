import Charts
import Testing

@testable import Report

@Suite("The data of a figure as a table")
struct FigureNumbersTests {
    @Test("name each row by its first cell and keep which columns are numbers")
    func rowsAreNamed() {
        let table = ChartTable(columns: [.init("model", isNumeric: false), .init("%")], rows: [["one", "63.0"]])
        #expect(
            FigureNumbers.value(table)
                == [
                    "columns": .list([
                        ["heading": "model", "isNumeric": false], ["heading": "%", "isNumeric": true],
                    ]),
                    "rows": .list([["name": "one", "cells": .list([["text": "63.0", "isNumeric": true]])]]),
                ])
    }

    @Test("leave out columns without a cell, and are none without rows")
    func emptyColumnsAreLeftOut() {
        let table = ChartTable(
            columns: [.init("row", isNumeric: false), .init("source", isNumeric: false), .init("interval")],
            rows: [["", "items", ""], ["", "models", ""]])
        #expect(
            FigureNumbers.value(table)
                == [
                    "columns": .list([["heading": "source", "isNumeric": false]]),
                    "rows": .list([["name": "items", "cells": .list([])], ["name": "models", "cells": .list([])]]),
                ])
        #expect(FigureNumbers.value(ChartTable(columns: table.columns, rows: [])) == .none)
    }
}
