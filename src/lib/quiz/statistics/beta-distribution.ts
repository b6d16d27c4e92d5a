/** Coefficients of Stirling's series for ln Γ, in powers of 1/x², from 1/x on. */
const stirling = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188];
/** From here on the series is exact to a double. */
const stirlingFrom = 15;
const precision = 1e-16;
const mostSteps = 100_000;

/** ln Γ(x) for x > 0 (DLMF 5.11.1, after raising x by 5.5.1). */
export function logGamma(x: number): number {
  let [raised, product] = [x, 1];
  for (; raised < stirlingFrom; raised += 1) product *= raised;
  const series = stirling.reduceRight((sum, each) => sum / raised ** 2 + each, 0) / raised;
  const main = (raised - 0.5) * Math.log(raised) - raised + Math.log(2 * Math.PI) / 2;
  return main + series - Math.log(product);
}

/** ln of x^a (1−x)^b / B(a, b). */
function logKernel(x: number, a: number, b: number): number {
  const logBeta = logGamma(a) + logGamma(b) - logGamma(a + b);
  return a * Math.log(x) + b * Math.log1p(-x) - logBeta;
}

/** The continued fraction of the incomplete beta function (DLMF 8.17.22), by Lentz's method. */
function fraction(x: number, a: number, b: number): number {
  const atLeast = (value: number) => (Math.abs(value) < 1e-300 ? 1e-300 : value);
  let [upper, lower] = [1, 1 / atLeast(1 - ((a + b) * x) / (a + 1))];
  let value = lower;
  for (let m = 1; m < mostSteps; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    const before = value;
    for (const term of [even, odd]) {
      lower = 1 / atLeast(1 + term * lower);
      upper = atLeast(1 + term / upper);
      value *= lower * upper;
    }
    if (Math.abs(value - before) <= precision * Math.abs(value)) break;
  }
  return value;
}

/** The distribution function of Beta(a, b) at x: the regularised incomplete beta function, 0 to 1. */
export function betaProbability(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  // The fraction converges fast on the near side of the mean only.
  return x < (a + 1) / (a + b + 2)
    ? (Math.exp(logKernel(x, a, b)) * fraction(x, a, b)) / a
    : 1 - (Math.exp(logKernel(1 - x, b, a)) * fraction(1 - x, b, a)) / b;
}

/**
 * The quantile of Beta(a, b) at p, 0 < p < 1, by Newton’s steps, halving where one leaves the bracket.
 * For a ≤ b: others may lie nearer to 1 than a double can tell.
 */
export function betaQuantile(p: number, a: number, b: number): number {
  let [low, high, x] = [0, 1, a / (a + b)];
  for (let step = 0; step < 200; step += 1) {
    const error = betaProbability(x, a, b) - p;
    if (error > 0) high = x;
    else low = x;
    const density = Math.exp(logKernel(x, a, b)) / (x * (1 - x));
    const next = x - error / density;
    const held = next > low && next < high ? next : (low + high) / 2;
    if (Math.abs(held - x) <= 1e-15 * x) return held;
    x = held;
  }
  return x;
}
