/// The published accuracies in percent, over all items and on reasoning, and the sizes of the benchmarks.
extension Fixture {
    typealias ModelRow = (String, String, String, Double, [Double], [Double])

    static let models: [ModelRow] = [
        (
            "Qwen2.5-VL-3B", "Qwen2.5-VL", "general", 3, [22.17, 57.10, 40.14, 61.90, 46.90, 58.74, 54.58],
            [21.51, 58.09, 42.51, 59.45, 48.65, 58.82, 53.40]
        ),
        (
            "Qwen2.5-VL-7B", "Qwen2.5-VL", "general", 7, [23.05, 60.72, 44.20, 62.05, 53.79, 60.68, 62.55],
            [22.54, 62.85, 47.38, 66.44, 54.95, 61.06, 64.56]
        ),
        (
            "Qwen2.5-VL-32B", "Qwen2.5-VL", "general", 32, [28.90, 63.83, 53.31, 65.73, 70.75, 73.26, 70.41],
            [27.18, 65.79, 55.07, 67.63, 71.70, 72.93, 74.87]
        ),
        (
            "Qwen2.5-VL-72B", "Qwen2.5-VL", "general", 72, [29.95, 66.56, 55.77, 65.97, 70.78, 77.99, 68.35],
            [29.53, 68.05, 57.57, 68.98, 72.64, 78.63, 72.36]
        ),
        (
            "MiMo-VL-7B-RL", "MiMo-VL", "general", 7, [24.46, 62.06, 45.85, 62.55, 60.00, 72.33, 61.35],
            [23.50, 61.55, 48.86, 65.25, 59.46, 73.95, 62.62]
        ),
        (
            "MiMo-VL-7B-SFT", "MiMo-VL", "general", 7, [24.55, 63.23, 49.85, 63.98, 62.76, 72.57, 63.74],
            [24.14, 62.84, 51.73, 67.46, 63.06, 73.11, 66.50]
        ),
        (
            "Lingshu-7B", "Lingshu", "medical", 7, [25.05, 64.36, 52.13, 71.92, 63.89, 80.34, 65.74],
            [24.27, 62.13, 53.80, 74.45, 64.55, 80.39, 67.48]
        ),
        (
            "Lingshu-32B", "Lingshu", "medical", 32, [31.07, 76.62, 53.65, 76.09, 63.45, 77.18, 62.95],
            [29.97, 75.26, 56.09, 74.62, 65.77, 78.15, 65.05]
        ),
        (
            "HuatuoGPT-Vision-7B", "HuatuoGPT-Vision", "medical", 7, [22.15, 74.29, 54.90, 57.91, 54.48, 76.44, 60.56],
            [20.33, 71.74, 57.20, 50.60, 52.25, 77.01, 57.20]
        ),
        (
            "HuatuoGPT-Vision-32B", "HuatuoGPT-Vision", "medical", 32,
            [24.15, 76.19, 57.85, 62.91, 58.62, 77.64, 68.92], [21.44, 74.73, 61.33, 58.94, 58.56, 79.22, 71.84]
        ),
    ]

    /// Name, items, clusters, the facet of clusters, chance, items on reasoning.
    static let benchmarks: [(String, Int, Int, String?, Double?, Int)] = [
        ("MedXpertQA-MM", 2000, 2000, nil, 0.2, 1446), ("OmniMedVQA", 88_996, 82_059, "image", 0.31, 34_100),
        ("PMC-VQA", 2000, 2000, nil, 0.25, 1240), ("PathVQA", 6719, 858, "image", nil, 2310),
        ("MMMU-Med", 150, 150, nil, 0.26, 111), ("SLAKE", 1061, 96, "image", nil, 357),
        ("VQA-RAD", 451, 203, "image", 0.5, 206),
    ]
}
