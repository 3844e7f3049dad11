# Draws the charts of a findings document with ggplot2, as its user would for a paper.
#
# charts_ggplot2.R FINDINGS ORDERS FOLDER FORMATS DPI REPEATS
#
# ORDERS holds the words and the size in inches of each chart. Looks are theme_minimal with ordinary care: a colour and a
# shape a kind of model, numbers beside the marks. What Acuity's charts have beyond that is left out: the bars of models
# that cannot be told apart, the marks of verdicts, and the kinds of models beside their names. SVG and PDF come from Cairo, so that text is drawn with outlines
# and fonts are embedded, as in the other programs.
#
# Prints one JSON object a line: the processor time of loading and reading, then for each chart and format the bytes and
# the median processor time of REPEATS drawings from data to file after one unmeasured; with REPEATS 0, of the first.

now <- function() sum(proc.time()[c("user.self", "sys.self")])
begun <- now()
suppressPackageStartupMessages({
  library(ggplot2)
  library(jsonlite)
})
loaded <- now()

arguments <- commandArgs(trailingOnly = TRUE)
orders <- fromJSON(arguments[2], simplifyVector = FALSE)
folder <- arguments[3]
formats <- strsplit(arguments[4], ",")[[1]]
dpi <- as.numeric(arguments[5])
repeats <- as.integer(arguments[6])

percent <- function(value, sign = FALSE) {
  gsub("-", "\u2212", sprintf(if (sign) "%+.1f" else "%.1f", 100 * value))
}
bracket <- function(lower, upper) sprintf("[%s, %s]", percent(lower), percent(upper))
within <- function(ends) Filter(function(tick) tick >= ends[1] && tick <= ends[2], pretty(ends))
wrapped <- function(text, width) paste(strwrap(text, width), collapse = "\n")

paper <- function(order) {
  list(
    labs(
      title = wrapped(order$title, 88), subtitle = wrapped(order$subtitle, 110),
      caption = wrapped(order$footnote, 135), colour = NULL, shape = NULL),
    theme_minimal(base_size = 8),
    theme(
      plot.title = element_text(face = "bold", size = 8.5), plot.title.position = "plot", plot.caption.position = "plot",
      plot.caption = element_text(hjust = 0, size = 6, colour = "grey40"),
      plot.subtitle = element_text(size = 7, colour = "grey40"), axis.title = element_text(size = 7),
      panel.grid.minor = element_blank(), panel.grid.major.y = element_blank(), axis.text.y = element_text(colour = "black"), legend.position = "top",
      legend.justification = "left", legend.margin = margin(0, 0, 0, 0)))
}

kinds <- list(
  scale_colour_manual(values = c(medical = "#D55E00", general = "#0072B2")),
  scale_shape_manual(values = c(medical = 18, general = 16)))

# A text right of the panel, at a height of the data.
beside <- function(data, place, text, header, ...) {
  list(
    annotate("text", x = place, y = nrow(data) + 1, label = header, hjust = 1, size = 2.3, colour = "grey40"),
    geom_text(
      aes(x = place, y = name, label = {{ text }}), hjust = 1, size = 2.3, colour = "black", show.legend = FALSE, ...))
}

leaderboard <- function(study, order) {
  rows <- study$ranked
  span <- diff(range(rows$lower, rows$upper))
  right <- max(rows$upper)
  ggplot(rows, aes(100 * estimate, name, colour = kind, shape = kind)) +
    geom_linerange(aes(xmin = 100 * lower, xmax = 100 * upper)) +
    geom_point(size = 2) +
    beside(rows, 100 * (right + 0.10 * span), percent(estimate), "%", fontface = "bold") +
    beside(rows, 100 * (right + 0.30 * span), bracket(lower, upper), "interval") +
    beside(rows, 100 * (right + 0.43 * span), format(items, big.mark = ","), "n") +
    kinds +
    scale_x_continuous(breaks = within(100 * range(rows$lower, rows$upper))) +
    coord_cartesian(clip = "off", ylim = c(1, nrow(rows) + 0.6)) +
    labs(x = "accuracy, %", y = NULL) +
    paper(order)
}

heat_map <- function(study, order) {
  cells <- study$cells
  ggplot(cells, aes(benchmark, name)) +
    geom_tile(aes(fill = 100 * estimate), colour = "white", linewidth = 0.4) +
    geom_text(
      aes(label = percent(estimate), colour = estimate > 0.65), nudge_y = 0.18, size = 2.5, show.legend = FALSE) +
    geom_text(
      aes(label = paste0(percent(lower), "\u2013", percent(upper)), colour = estimate > 0.65), nudge_y = -0.22,
      size = 1.9, show.legend = FALSE) +
    geom_text(
      aes(x = nlevels(cells$benchmark) + 0.8, y = name, label = percent(estimate)), data = study$ranked, size = 2.4,
      fontface = "bold") +
    geom_text(aes(benchmark, 0.2, label = percent(mean)), data = study$means, size = 2.4, fontface = "bold") +
    scale_fill_distiller(palette = "Blues", direction = 1, limits = c(20, 90), name = "accuracy, %") +
    scale_colour_manual(values = c("black", "white")) +
    scale_x_discrete(position = "top") +
    coord_cartesian(
      clip = "off", xlim = c(0.5, nlevels(cells$benchmark) + 1), ylim = c(0, nlevels(cells$name) + 0.5),
      expand = FALSE) +
    labs(x = NULL, y = NULL) +
    paper(order) +
    theme(panel.grid = element_blank(), legend.key.height = unit(0.25, "cm"))
}

gap <- function(study, order) {
  rows <- study$gaps
  ends <- range(rows$reasoning, rows$understanding)
  span <- diff(ends)
  ggplot(rows, aes(y = name)) +
    geom_segment(aes(x = 100 * reasoning, xend = 100 * understanding, yend = name), colour = "grey70", linewidth = 0.8) +
    geom_point(aes(100 * understanding, colour = "understanding", shape = "understanding"), size = 2, stroke = 0.8) +
    geom_point(aes(100 * reasoning, colour = "reasoning", shape = "reasoning"), size = 2) +
    beside(rows, 100 * (ends[2] + 0.13 * span), percent(estimate, sign = TRUE), "gap", fontface = "bold") +
    beside(rows, 100 * (ends[2] + 0.33 * span), bracket(lower, upper), "interval") +
    scale_colour_manual(values = c(understanding = "#009E73", reasoning = "#7B3294")) +
    scale_shape_manual(values = c(understanding = 1, reasoning = 16)) +
    scale_x_continuous(breaks = within(100 * ends)) +
    coord_cartesian(clip = "off", ylim = c(1, nrow(rows) + 0.6)) +
    labs(x = "accuracy, %", y = NULL) +
    paper(order)
}

charts <- list(leaderboard = leaderboard, `heat-map` = heat_map, gap = gap)

# What the charts need of a findings document, as data frames whose factors hold the order.
read_study <- function(path) {
  document <- fromJSON(path)
  models <- document$models
  scores <- with(document$estimates, data.frame(
    model, benchmark, scope, estimate, lower = interval$lower, upper = interval$upper, items))
  scores$kind <- models$kind[match(scores$model, models$id)]
  scores$name <- models$name[match(scores$model, models$id)]
  ranked <- scores[scores$scope == "macro-average", ]
  ranked <- ranked[order(ranked$estimate), ]
  ranked$name <- factor(ranked$name, ranked$name)
  cells <- scores[scores$scope == "benchmark", ]
  cells$name <- factor(cells$name, levels(ranked$name))
  cells$benchmark <- document$benchmarks$name[match(cells$benchmark, document$benchmarks$id)]
  means <- aggregate(estimate ~ benchmark, cells, mean)
  means <- means[order(-means$estimate), ]
  names(means)[2] <- "mean"
  means$benchmark <- factor(means$benchmark, means$benchmark)
  cells$benchmark <- factor(cells$benchmark, levels(means$benchmark))
  gaps <- with(document$gaps, data.frame(
    model, benchmark, form, estimate, reasoning, understanding, lower = interval$lower, upper = interval$upper))
  gaps <- gaps[is.na(gaps$benchmark) & gaps$form == "standardised", ]
  gaps <- gaps[order(gaps$estimate), ]
  gaps$name <- models$name[match(gaps$model, models$id)]
  gaps$name <- factor(gaps$name, gaps$name)
  list(ranked = ranked, cells = cells, means = means, gaps = gaps)
}

line <- function(...) cat(toJSON(list(...), auto_unbox = TRUE, digits = 9), "\n", sep = "")

start <- now()
study <- read_study(arguments[1])
line(
  library = paste("ggplot2", packageVersion("ggplot2")), importSeconds = loaded - begun, readSeconds = now() - start)

for (name in names(charts)) {
  order <- orders[[name]]
  if (is.null(order)) next
  for (format in formats) {
    path <- file.path(folder, paste0(name, ".", format))
    device <- switch(format, svg = grDevices::svg, pdf = grDevices::cairo_pdf, png = "png")
    times <- vapply(seq_len(repeats + 1), function(turn) {
      start <- now()
      ggsave(
        path, charts[[name]](study, order), device = device, width = order$width, height = order$height, dpi = dpi,
        bg = "white")
      now() - start
    }, 0)
    if (length(times) > 1) times <- times[-1]
    line(
      chart = name, format = format, bytes = file.size(path), seconds = sort(times)[(length(times) + 1) %/% 2])
  }
}
