# What R's read.csv and read.csv2 find in the golden files, and in files full of hostile names that lie in
# the folder named as an argument: columns, rows, sums of number columns, characters of those of text.
# Prints JSON, keys in the order of file names.

text <- function(value) {
  paste0('"', gsub('"', '\\\\"', gsub("\\\\", "\\\\\\\\", enc2utf8(value))), '"')
}

read_one <- function(path) {
  read <- if (basename(dirname(path)) == "excel-de") read.csv2 else read.csv
  table <- read(path, check.names = FALSE, fileEncoding = "UTF-8-BOM", encoding = "UTF-8", na.strings = "")
  numbers <- names(table)[vapply(table, is.numeric, logical(1))]
  sums <- vapply(numbers, function(name) {
    paste0(text(name), ": ", format(round(sum(table[[name]], na.rm = TRUE), 6), digits = 15, scientific = FALSE))
  }, character(1))
  words <- names(table)[vapply(table, is.character, logical(1))]
  # Readers differ in what they make of a line's end within a cell.
  characters <- vapply(words, function(name) {
    cells <- gsub("[\r\n]", "", table[[name]])
    paste0(text(name), ": ", sum(nchar(cells), na.rm = TRUE))
  }, character(1))
  paste0(
    '{"columns": [', paste(vapply(names(table), text, character(1)), collapse = ", "),
    '], "rows": ', nrow(table), ', "sums": {', paste(sums, collapse = ", "),
    '}, "characters": {', paste(characters, collapse = ", "), "}}"
  )
}

read_all <- function(folder, prefix) {
  paths <- sort(list.files(folder, pattern = "[.]csv$", recursive = TRUE), method = "radix")
  paths <- paths[dirname(paths) != "bare"]
  vapply(paths, function(path) {
    paste0(text(paste0(prefix, path)), ": ", read_one(file.path(folder, path)))
  }, character(1))
}

entries <- c(
  read_all(file.path("tests", "formats", "golden"), ""),
  read_all(commandArgs(trailingOnly = TRUE)[1], "hostile/")
)
cat("{\n", paste(entries, collapse = ",\n"), "\n}\n", sep = "")
