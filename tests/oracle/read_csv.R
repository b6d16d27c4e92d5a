# What R's read.csv and read.csv2 find in the golden files: columns, rows, sums of number columns.
# Prints JSON, keys in the order of file names.

text <- function(value) {
  paste0('"', gsub('"', '\\\\"', gsub("\\\\", "\\\\\\\\", enc2utf8(value))), '"')
}

read_one <- function(path) {
  read <- if (basename(dirname(path)) == "excel-de") read.csv2 else read.csv
  table <- read(path, check.names = FALSE, fileEncoding = "UTF-8-BOM", encoding = "UTF-8")
  numbers <- names(table)[vapply(table, is.numeric, logical(1))]
  sums <- vapply(numbers, function(name) {
    paste0(text(name), ": ", format(round(sum(table[[name]], na.rm = TRUE), 6), digits = 15, scientific = FALSE))
  }, character(1))
  paste0(
    '{"columns": [', paste(vapply(names(table), text, character(1)), collapse = ", "),
    '], "rows": ', nrow(table), ', "sums": {', paste(sums, collapse = ", "), "}}"
  )
}

golden <- file.path("tests", "formats", "golden")
paths <- sort(list.files(golden, pattern = "[.]csv$", recursive = TRUE), method = "radix")
entries <- vapply(paths, function(path) {
  paste0(text(path), ": ", read_one(file.path(golden, path)))
}, character(1))
cat("{\n", paste(entries, collapse = ",\n"), "\n}\n", sep = "")
