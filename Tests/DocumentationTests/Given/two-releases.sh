# Logs of two releases of a model on the same items, and a study file.
"$PROGRAMS/GenerateLogs" . --models 1 --benchmarks 1 --items 400 > /dev/null
mv logs v1
"$PROGRAMS/GenerateLogs" . --models 1 --benchmarks 1 --items 400 --answer-seed 1 > /dev/null
mv logs v2
mkdir logs
mv v1 v2 logs
printf '[compare]\nmargin = 0.01\nblocks = ["overall", "benchmark", "capability"]\n' > study.toml
