# An independent computation of what quiz/statistics computes, with R's psych and psychometric.
#
# Written from the definitions, not from the code: matrices, R's own cor, var, rank and qf, and the two
# packages wherever they have the figure. Prints the generated answers with what they come to.

for (package in c("psych", "psychometric")) {
  if (!suppressWarnings(suppressMessages(requireNamespace(package, quietly = TRUE)))) {
    stop(sprintf("R lacks the package %s. On Debian: apt-get install r-cran-%s", package, package))
  }
}
set.seed(20260321)

# JSON: named lists are objects, other lists and vectors arrays; one() keeps a number bare.
one <- function(x) structure(list(x), class = "one")
json <- function(x) {
  if (inherits(x, "one")) return(scalar(x[[1]]))
  if (is.matrix(x)) x <- lapply(seq_len(nrow(x)), function(i) x[i, ])
  if (is.list(x) && !is.null(names(x))) {
    members <- sprintf('"%s":%s', names(x), vapply(x, json, ""))
    return(paste0("{", paste(members, collapse = ","), "}"))
  }
  each <- if (is.list(x)) vapply(x, json, "") else vapply(unname(x), scalar, "")
  paste0("[", paste(each, collapse = ","), "]")
}
scalar <- function(x) {
  if (is.null(x) || is.na(x)) return("null")
  if (is.character(x)) return(sprintf('"%s"', x))
  if (is.logical(x)) return(tolower(as.character(x)))
  if (x == round(x) && abs(x) < 1e9) sprintf("%d", as.integer(x)) else sprintf("%.17g", x)
}

# --- generated answers -----------------------------------------------------------------------------

status_codes <- c(not_presented = 0, not_reached = 1, skipped = 2, answered = 3)

# Right answers by a logistic model: ability of learners against difficulty and slope of items.
chances <- function(n, k, slope = rep(1.2, k), spread = 1) {
  ability <- rnorm(n, 0, spread)
  difficulty <- seq(-1.5, 1.5, length.out = k)
  plogis(sweep(outer(ability, difficulty, "-"), 2, slope, "*"))
}

choice_set <- function(name, n, k, slope = rep(1.2, k), easy = integer(0), shown = k, skip = 0.04) {
  right <- matrix(runif(n * k), n) < chances(n, k, slope)
  right[, easy] <- TRUE
  status <- matrix(ifelse(runif(n * k) < skip, 2, 3), n)
  # Some don't reach the last items.
  late <- sample(n, max(1, n %/% 12))
  if (skip > 0) status[late, k] <- 1
  status[, easy] <- 3
  if (shown < k) for (row in seq_len(n)) status[row, sample(k, k - shown)] <- 0
  keys <- sample(0:3, k, replace = TRUE)
  # The last option of each item is hardly ever taken.
  wrong <- matrix(sample(1:3, n * k, replace = TRUE, prob = c(0.6, 0.37, 0.03)), n)
  choice <- matrix(0, n, k)
  for (j in seq_len(k)) choice[, j] <- ifelse(right[, j], keys[j], (keys[j] + wrong[, j]) %% 4)
  choice[status != 3] <- -1
  points <- ifelse(status == 3 & right, 1, 0)
  c(list(name = name, points = points, status = status, choice = choice, keys = keys,
         max = rep(1, k), chance = rep(0.25, k)), certainty(status, right))
}

part_set <- function(name, n, k, grid, max) {
  ability <- rnorm(n)
  share <- plogis(outer(ability, seq(-1, 1, length.out = k), "-") + matrix(rnorm(n * k, 0, 0.8), n))
  status <- matrix(ifelse(runif(n * k) < 0.03, 2, 3), n)
  points <- sweep(round(share * grid) / grid, 2, max, "*")
  points[status != 3] <- 0
  full <- points == matrix(max, n, k, byrow = TRUE)
  c(list(name = name, points = points, status = status, max = max, chance = rep(0.1, k)),
    certainty(status, full))
}

certainty <- function(status, right) {
  n <- nrow(status)
  sure <- matrix(sample(c(-1, 0, 60, 75, 90, 99), length(status), replace = TRUE), n)
  sure[status != 3] <- -1
  seconds <- matrix(round(rexp(length(status), 1 / 20)), n)
  seconds[status != 3 | runif(length(status)) < 0.05] <- NA
  list(certainty = sure, right = right & status == 3, seconds = seconds)
}

# --- figures ---------------------------------------------------------------------------------------

quiet <- function(x) {
  sink(nullfile())
  on.exit(sink())
  suppressWarnings(suppressMessages(x))
}
r_of <- function(x, y) {
  if (length(x) < 2 || sd(x) < 1e-9 || sd(y) < 1e-9) NA else cor(x, y)
}
alpha_by_hand <- function(x) {
  k <- ncol(x)
  k / (k - 1) * (1 - sum(apply(x, 2, var)) / var(rowSums(x)))
}
# Weight of each learner in the group of g with the highest scores: whole, or a share of a tie.
weights <- function(scores, g) {
  above <- sapply(scores, function(score) sum(scores > score))
  tied <- sapply(scores, function(score) sum(scores == score))
  pmin(1, pmax(0, (g - above) / tied))
}
upper_lower <- function(share, scores, g) {
  sum(share * weights(scores, g)) / g - sum(share * weights(-scores, g)) / g
}
wilson_of <- function(hits, n) {
  as.numeric(quiet(prop.test(hits, n, correct = FALSE)$conf.int))
}
claims <- function(set, j) {
  said <- set$certainty[, j]
  ifelse(said < 0, NA, ifelse(said == 0, set$chance[j], said / 100))
}

item_figures <- function(set, j) {
  shown <- set$status[, j] > 0
  seen <- set$status > 0
  complete <- all(seen)
  maxima <- matrix(set$max, nrow(seen), ncol(seen), byrow = TRUE) * seen
  x <- set$points[shown, j]
  n <- length(x)
  total <- round((rowSums(set$points) / rowSums(maxima))[shown], 12)
  rest <- if (complete) rowSums(set$points[, -j]) else
    (rowSums(set$points[, -j]) / rowSums(maxima[, -j]))[shown]
  r <- r_of(x, rest)
  ci <- if (is.na(r)) c(NA, NA) else psychometric::CIr(r, n)
  facility <- wilson_of(sum(x) / set$max[j], n)
  p <- claims(set, j)
  confident <- set$certainty[, j] >= 75 & set$status[, j] == 3 & !set$right[, j]
  list(
    n = one(n), nAnswered = one(sum(set$status[, j] == 3)), nSkipped = one(sum(set$status[, j] == 2)),
    nNotReached = one(sum(set$status[, j] == 1)), meanPoints = one(mean(x)), sd = one(sd(x)),
    facility = one(mean(x) / set$max[j]), facilityLo = one(facility[1]), facilityHi = one(facility[2]),
    discriminationRestR = one(r), restRLo = one(ci[1]), restRHi = one(ci[2]),
    discriminationTotalR = one(r_of(x, total)),
    discriminationUl27 = one(upper_lower(x / set$max[j], total, ceiling(round(0.27 * n, 9)))),
    discriminativeEfficiency = one(if (is.na(r)) NA else cov(x, rest) / cov(sort(x), sort(rest))),
    alphaIfDeleted = one(if (complete) alpha_by_hand(set$points[, -j]) else NA),
    meanCertainty = one(mean(p, na.rm = TRUE)),
    certaintyBias = one(mean((p - set$right[, j])[!is.na(p)])),
    nConfidentWrong = one(sum(confident)), medianTimeS = one(median(set$seconds[, j], na.rm = TRUE)))
}

option_figures <- function(set, j) {
  shown <- set$status[, j] > 0
  seen <- set$status > 0
  total <- round((rowSums(set$points) / rowSums(seen))[shown], 12)
  rest <- (rowSums(set$points[, -j]) / rowSums(seen[, -j]))[shown]
  place <- (rank(total) - 0.5) / length(total)
  lapply(0:3, function(option) {
    chose <- set$choice[shown, j] == option
    r <- r_of(as.numeric(chose), rest)
    sure <- claims(set, j)[shown][chose]
    list(n = one(sum(chose)), proportion = one(mean(chose)), optionRestR = one(r),
         meanCertainty = one(if (all(is.na(sure))) NA else mean(sure, na.rm = TRUE)),
         nUpper = one(sum(chose & place > 2 / 3 + 1e-9)), nLower = one(sum(chose & place < 1 / 3 - 1e-9)),
         functioning = one(if (option == set$keys[j]) NA else mean(chose) >= 0.05 && r < 0))
  })
}

test_figures <- function(set) {
  seen <- set$status > 0
  percent <- 100 * rowSums(set$points) / rowSums(matrix(set$max, nrow(seen), ncol(seen), byrow = TRUE) * seen)
  x <- set$points
  n <- nrow(x)
  k <- ncol(x)
  complete <- all(seen)
  a <- if (complete) psychometric::alpha(x) else NA
  ci <- if (complete) unlist(psychometric::alpha.CI(a, k, n, level = 0.95)) else c(NA, NA, NA)
  p <- colMeans(x)
  kr20 <- function(total) k / (k - 1) * (1 - sum(p * (1 - p)) / total)
  v <- var(rowSums(x))
  zero_one <- complete && all(x %in% c(0, 1)) && all(set$max == 1)
  sem <- if (complete) psychometric::SE.Meas(sqrt(v), a) else NA
  list(
    expected = list(
      n = one(n), k = one(k), mean = one(mean(percent)), median = one(median(percent)),
      sd = one(sd(percent)), min = one(min(percent)), max = one(max(percent)),
      skewness = one(psych::skew(percent, type = 2)), kurtosis = one(psych::kurtosi(percent, type = 2)),
      alpha = one(a), alphaLo = one(ci[[1]]), alphaHi = one(ci[[3]]),
      kr20 = one(if (zero_one) kr20(v * (n - 1) / n) else NA),
      semPoints = one(sem), semPercent = one(100 * sem / sum(set$max))),
    traps = list(
      psychSkewness = one(psych::skew(percent)), psychKurtosis = one(psych::kurtosi(percent)),
      mixedKr20 = one(if (zero_one) kr20(v) else NA)))
}

# What the packages themselves say of a complete set, traps included.
package_figures <- function(set) {
  x <- set$points
  colnames(x) <- paste0("i", seq_len(ncol(x)))
  plain <- quiet(psych::alpha(as.data.frame(x)))
  flipped <- quiet(psych::alpha(as.data.frame(x), check.keys = TRUE))
  exam <- quiet(psychometric::item.exam(x, discrim = TRUE))
  other <- rev(seq_len(nrow(x)))
  list(
    rawAlpha = one(plain$total$raw_alpha), items = one(plain$nvar),
    flippedAlpha = one(flipped$total$raw_alpha), rDrop = plain$item.stats$r.drop,
    alphaDrop = plain$alpha.drop$raw_alpha, itemTotWoi = exam$Item.Tot.woi,
    itemTotal = exam$Item.total, difficulty = exam$Difficulty,
    thirds = exam$Discrimination,
    thirdsOfReversed = quiet(psychometric::item.exam(x[other, ], discrim = TRUE))$Discrimination)
}

calibration_figures <- function(set) {
  p <- sapply(seq_along(set$max), function(j) claims(set, j))
  figures <- function(rows) Filter(length, lapply(c(0, 60, 75, 90, 99), function(level) {
    at <- set$certainty[rows, , drop = FALSE] == level
    if (!any(at)) return(NULL)
    right <- set$right[rows, , drop = FALSE][at]
    claimed <- p[rows, , drop = FALSE][at]
    ci <- wilson_of(sum(right), length(right))
    list(level = one(level), certainty = one(mean(claimed)), n = one(length(right)),
         nCorrect = one(sum(right)), accuracy = one(mean(right)), accuracyLo = one(ci[1]),
         accuracyHi = one(ci[2]), brier = one(mean((claimed - right)^2)),
         certaintyBias = one(mean(claimed) - mean(right)))
  }))
  list(class = figures(seq_len(nrow(p))), firstLearner = figures(1))
}

computed <- function(set) {
  items <- seq_along(set$max)
  has_options <- !is.null(set$keys)
  list(
    name = one(set$name), max = set$max, chance = set$chance,
    keys = if (has_options) set$keys else list(), points = set$points, status = set$status,
    right = set$right * 1, certainty = set$certainty, seconds = set$seconds,
    choice = if (has_options) set$choice else list(),
    items = lapply(items, function(j) item_figures(set, j)),
    options = if (has_options) lapply(items, function(j) option_figures(set, j)) else list(),
    test = test_figures(set),
    packages = if (all(set$status > 0)) package_figures(set) else list(),
    calibration = calibration_figures(set))
}

untied <- part_set("untied points", 45, 6, 1e6, c(1, 1, 2, 2, 3, 3))
untied$points <- round(untied$points, 9)
pairwise <- choice_set("random draws", 90, 9, shown = 6)
missing <- pairwise$points
missing[pairwise$status == 0] <- NA

sets <- list(
  choice_set("eight learners", 8, 6),
  choice_set("a class of 28", 28, 10),
  choice_set("ties at 27 %", 40, 6, slope = rep(0.9, 6)),
  choice_set("a hundred", 100, 8),
  choice_set("two hundred", 200, 10),
  part_set("points in part", 60, 8, 4, c(1, 1, 2, 3, 1, 4, 2, 1)),
  choice_set("items that everybody got right", 50, 8, easy = c(2, 7), skip = 0),
  choice_set("a wrong key", 120, 7, slope = c(1.5, 1.5, -1.5, 1.5, 1.5, 1.5, 1.5)),
  pairwise,
  untied)

# --- distributions ---------------------------------------------------------------------------------

f_cases <- expand.grid(p = c(0.025, 0.5, 0.975), df1 = c(1, 7, 29, 199, 99999), k1 = c(0.5, 1, 2, 9, 29))
# By qbeta, since qf takes the limit of a chi-square from 400,000 degrees on: 5e-4 off.
f_quantile <- function(p, df1, df2) df2 / df1 * (1 / qbeta(p, df2 / 2, df1 / 2, lower.tail = FALSE) - 1)
f_cases$df2 <- f_cases$df1 * f_cases$k1
f_quantiles <- cbind(as.matrix(f_cases[c("p", "df1", "df2")]),
                     f_quantile(f_cases$p, f_cases$df1, f_cases$df2))
stopifnot(all(abs(f_quantiles[, 4] / qf(f_cases$p, f_cases$df1, f_cases$df2) - 1)[f_cases$df2 < 4e5] < 1e-12))
beta_cases <- expand.grid(x = c(0.001, 0.2, 0.5, 0.9), a = c(0.5, 2, 14.5, 400), b = c(0.5, 3, 60))
betas <- cbind(as.matrix(beta_cases), pbeta(beta_cases$x, beta_cases$a, beta_cases$b))
r_cases <- expand.grid(r = c(-0.95, -0.3, 0, 0.3, 0.8), n = c(4, 10, 28, 200, 1e5))
intervals <- cbind(as.matrix(r_cases), t(mapply(psych::r.con, r_cases$r, r_cases$n)))

cat(json(list(
  sets = lapply(sets, computed),
  pairwiseAlpha = one(quiet(psych::alpha(as.data.frame(missing)))$total$raw_alpha),
  fQuantiles = unname(f_quantiles), betas = unname(betas), correlationIntervals = unname(intervals))))
