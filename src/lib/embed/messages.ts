/** The version that every message carries; it rises when a field changes its meaning or goes. */
export const embedVersion = 1;

interface Stamped {
  /** Marks a message as one of ours, and tells its version. */
  readonly verbatim: typeof embedVersion;
}

/** The first question can be answered, or an attempt goes on where it was left. */
export interface ReadyMessage extends Stamped {
  readonly type: 'ready';
  /** The bank's id. */
  readonly bank: string;
  readonly title: string;
  /** How many items the attempt has. */
  readonly total: number;
}

/** How high the quiz is now. */
export interface ResizeMessage extends Stamped {
  readonly type: 'resize';
  /** CSS pixels, whole. */
  readonly height: number;
}

/** Another page of the quiz is shown, since the learner went on. */
export interface TurnedMessage extends Stamped {
  readonly type: 'turned';
  /** Where in the frame begins what is to be read first; whole CSS pixels. */
  readonly top: number;
}

/** An answer was stored. */
export interface AnsweredMessage extends Stamped {
  readonly type: 'answered';
  /** The item's id. */
  readonly item: string;
  /** True where it earned every point. */
  readonly correct: boolean;
  readonly points: number;
  readonly maxPoints: number;
  /** Of the item in the attempt, from 1. */
  readonly position: number;
  readonly total: number;
}

/** Every item is answered. Comes with the last answer, and again where the results are opened anew. */
export interface CompletedMessage extends Stamped {
  readonly type: 'completed';
  /** Percent of the points, 0 to 100, with two decimals at most. */
  readonly score: number;
  /** Null where no pass mark is set. */
  readonly passed: boolean | null;
  readonly points: number;
  readonly maxPoints: number;
}

/** What a quiz in a frame tells the page around it, by `postMessage`. */
export type EmbedMessage =
  ReadyMessage | ResizeMessage | TurnedMessage | AnsweredMessage | CompletedMessage;

/** Heights that a frame is given: what is outside is taken to its nearest end. */
export const heightLimits = { least: 80, most: 20_000 } as const;

/** A message of ours of this version, with fields of the right form; null for anything else. */
export function readEmbedMessage(data: unknown): EmbedMessage | null {
  if (!isStamped(data)) return null;
  switch (data['type']) {
    case 'ready':
      return hasForm(data, { bank: 'string', title: 'string', total: 'number' })
        ? (data as unknown as ReadyMessage)
        : null;
    case 'resize':
      return hasForm(data, { height: 'number' }) ? (data as unknown as ResizeMessage) : null;
    case 'turned':
      return hasForm(data, { top: 'number' }) ? (data as unknown as TurnedMessage) : null;
    case 'answered':
      return hasForm(data, { item: 'string', correct: 'boolean', ...scored, ...placed })
        ? (data as unknown as AnsweredMessage)
        : null;
    case 'completed':
      return hasForm(data, { score: 'number', ...scored }) && isPassed(data['passed'])
        ? (data as unknown as CompletedMessage)
        : null;
    default:
      return null;
  }
}

/** True for what the page around asks of a frame that it met late: `ready` and `resize` once more. */
export function isHello(data: unknown): boolean {
  return isStamped(data) && data['type'] === 'hello';
}

const scored = { points: 'number', maxPoints: 'number' } as const;
const placed = { position: 'number', total: 'number' } as const;

type Untrusted = Readonly<Record<string, unknown>>;

function isStamped(data: unknown): data is Untrusted {
  return typeof data === 'object' && data !== null && 'verbatim' in data
    ? data.verbatim === embedVersion
    : false;
}

function hasForm(data: Untrusted, form: Readonly<Record<string, string>>): boolean {
  return Object.entries(form).every(
    ([name, type]) =>
      typeof data[name] === type && (type !== 'number' || Number.isFinite(data[name])),
  );
}

function isPassed(value: unknown): boolean {
  return value === null || typeof value === 'boolean';
}
