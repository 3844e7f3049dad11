# A study file, logs, the example programs, and a folder for summaries.
. "$ROOT/Tests/DocumentationTests/Given/study.sh"
ln -s "$ROOT/examples" examples
mkdir parts
