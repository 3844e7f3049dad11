import Charts

/// The data of a figure as a table that a page folds away below it.
enum FigureNumbers {
    static func value(_ table: ChartTable) -> TemplateValue {
        guard !table.rows.isEmpty else { return .none }
        return [
            "columns": .list(
                table.columns.map { ["heading": .text($0.heading), "isNumeric": .flag($0.isNumeric)] }),
            "rows": .list(
                table.rows.map { row in
                    [
                        "name": .text(row.first ?? ""),
                        "cells": .list(
                            zip(row, table.columns).dropFirst().map { text, column in
                                ["text": .text(text), "isNumeric": .flag(column.isNumeric)]
                            }),
                    ]
                }),
        ]
    }
}
