import Charts

/// The data of a figure as a table that a page folds away below it.
enum FigureNumbers {
    static func value(_ table: ChartTable) -> TemplateValue {
        // A column without a single cell says nothing, and would leave rows without a name.
        let shown = table.columns.indices.filter { column in table.rows.contains { !cell($0, column).isEmpty } }
        guard let first = shown.first else { return .none }
        return [
            "columns": .list(
                shown.map {
                    [
                        "heading": .text(table.columns[$0].heading), "isNumeric": .flag(table.columns[$0].isNumeric),
                    ]
                }),
            "rows": .list(
                table.rows.map { row in
                    [
                        "name": TemplateValue(cell(row, first)),
                        "cells": .list(
                            shown.dropFirst().map {
                                [
                                    "text": .text(cell(row, $0)), "isNumeric": .flag(table.columns[$0].isNumeric),
                                ]
                            }),
                    ]
                }),
        ]
    }

    private static func cell(_ row: [String], _ column: Int) -> String { column < row.count ? row[column] : "" }
}
