# BCa intervals of the means of columns of scores, by R's package boot.
#
# bootstrap_boot.R SCORES.json
#
# SCORES is a list of lists of whole numbers, a line a column. 10,000 replicates each, with the weights of the resample given
# to the statistic, which is faster than indices; the acceleration comes from the regression on them, as boot.ci does by
# default. Prints a list of [lower, upper].

library(boot)
set.seed(1)
lines <- readLines(commandArgs(trailingOnly = TRUE)[1])
columns <- lapply(strsplit(gsub("[][ ]|,$", "", lines), ","), as.numeric)
bounds <- vapply(columns, function(scores) {
  replicates <- boot(scores, function(data, frequencies) sum(data * frequencies) / length(data), R = 10000, stype = "f")
  # Influence values by the jackknife: the regression needs a matrix of replicates by items.
  interval <- boot.ci(replicates, conf = 0.95, type = "bca", L = empinf(replicates, type = "jack"))
  sprintf("[%.10f,%.10f]", interval$bca[4], interval$bca[5])
}, "")
cat("[", paste(bounds, collapse = ","), "]\n", sep = "")
