/** Which pages may frame a quiz. */
export interface FramePermission {
  /** What `frame-ancestors` says for a bank; for none in particular where it is null. */
  readonly ancestorsOf: (bankId: string | null) => string;
  /** The banks that have origins of their own. */
  readonly named: readonly string[];
}

/** The origins of other sites that may frame a bank's quiz; null where every site may. */
export function framingOrigins({ ancestorsOf }: FramePermission, bankId: string): string[] | null {
  const ancestors = ancestorsOf(bankId);
  return ancestors === '*' ? null : ancestors.split(' ').filter((origin) => origin !== "'self'");
}

const setting = 'EMBED_ORIGINS';
const advice = `Write ${setting}=* for everybody, ${setting}=none for nobody, or origins with commas between them: ${setting}=https://school.example,https://*.press.example. After a space, the origins of one bank: my-bank=https://school.example.`;

/** `https://host`, `https://host:port`, `https://*.host`: what `frame-ancestors` knows as a host (CSP 3). */
const originForm =
  /^https?:\/\/(?:\*\.)?(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*|\[[0-9a-f:]+\])(?::\d{1,5})?$/;

/**
 * Reads who may frame quizzes (`EMBED_ORIGINS`, by default everybody); throws in words what can't be
 * used. Pages of this server may always.
 */
export function readFramePermission(
  env: Readonly<Record<string, string | undefined>>,
): FramePermission {
  const written = env[setting]?.trim() || '*';
  const ofBank = new Map<string, string>();
  let ofAll = "'self'";
  let isNamed = false;
  for (const part of written.split(/\s+/)) {
    const [, bank, origins = part] = /^([a-z0-9-]+)=(.*)$/.exec(part) ?? [];
    if (bank === undefined ? isNamed : ofBank.has(bank)) {
      throw new Error(`${setting} names origins ${bank ? `of ${bank} ` : ''}twice. ${advice}`);
    }
    const ancestors = ancestorsFrom(origins);
    if (bank !== undefined) ofBank.set(bank, ancestors);
    else [ofAll, isNamed] = [ancestors, true];
  }
  if (!isNamed) ofAll = '*';
  return { ancestorsOf: (bankId) => ofBank.get(bankId ?? '') ?? ofAll, named: [...ofBank.keys()] };
}

/** What the start says of banks that have origins of their own and are not served. */
export function strangersInPermission(
  { named }: FramePermission,
  served: ReadonlyMap<string, unknown>,
): string[] {
  return named
    .filter((bank) => !served.has(bank))
    .map((bank) => `${setting} names the bank “${bank}”, which is not served. Is that its id?`);
}

/** The same permission, and these origins besides where not everybody has it. */
export function withOrigins(
  { ancestorsOf, named }: FramePermission,
  origins: () => readonly string[],
): FramePermission {
  return {
    named,
    ancestorsOf(bankId) {
      const ancestors = ancestorsOf(bankId);
      return ancestors === '*' ? ancestors : [ancestors, ...origins()].join(' ');
    },
  };
}

function ancestorsFrom(written: string): string {
  if (written === '*') return '*';
  if (written === 'none') return "'self'";
  const origins = written.split(',').map((origin) => origin.toLowerCase().replace(/\/$/, ''));
  const unusable = origins.find((origin) => !originForm.test(origin));
  if (unusable !== undefined) {
    throw new Error(`${setting} holds “${unusable}”, which is no origin. ${advice}`);
  }
  return ["'self'", ...origins].join(' ');
}
