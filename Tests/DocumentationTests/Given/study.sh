# A study file and the logs of two models.
"$PROGRAMS/GenerateLogs" . --models 2 --benchmarks 1 --items 60 > /dev/null
