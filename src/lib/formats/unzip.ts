import { Unzip, UnzipInflate, UnzipPassThrough, type UnzipFile } from 'fflate';
import { isLockedZip } from './zip-lock.ts';

/** The files of a zip by their paths, or why it is not opened, with the mend. */
export type ZipReading =
  | { readonly ok: true; readonly files: ReadonlyMap<string, Uint8Array> }
  | { readonly ok: false; readonly about: string | null; readonly message: string };

/** What a package of questions stays far below, so that what exceeds it was made to do harm. */
const most = {
  files: 5_000,
  /** Bytes of all files together. */
  bytes: 50 * 2 ** 20,
  /** How many times its packed size a file has, beyond a size that any text can have. */
  ratio: 200,
  anyRatioBytes: 2 ** 20,
};
/** Packed bytes that are unpacked before the limits are looked at again. */
const sliceBytes = 16_384;

/** A zip that is not opened; thrown out of the unpacker’s callbacks. */
class ZipFault extends Error {
  readonly about: string | null;

  constructor(about: string | null, message: string) {
    super(message);
    this.about = about;
  }
}

/** What has been unpacked so far. */
interface Unpacking {
  readonly files: Map<string, Uint8Array>;
  /** Files and folders that were met. */
  entries: number;
  /** The file that is being unpacked. */
  open: string | null;
  /** Bytes read, and bytes unpacked. */
  read: number;
  total: number;
}

/**
 * Unpacks a zip in memory, and stops as soon as a path leads out of it or a limit is passed: nothing
 * is unpacked further than that.
 */
export function readZip(bytes: Uint8Array): ZipReading {
  const state: Unpacking = { files: new Map(), entries: 0, open: null, read: 0, total: 0 };
  try {
    unpack(bytes, state);
  } catch (error) {
    if (error instanceof ZipFault) return { ok: false, about: error.about, message: error.message };
    const reason = error instanceof Error ? error.message : String(error);
    const message = `The zip can’t be unpacked: ${reason}. Download or export it anew.`;
    return { ok: false, about: state.open, message };
  }
  if (state.files.size > 0) return { ok: true, files: state.files };
  return { ok: false, about: null, message: 'This is no zip, or an empty one. Export it anew.' };
}

function unpack(bytes: Uint8Array, state: Unpacking): void {
  if (isLockedZip(bytes)) {
    throw new ZipFault(null, 'The zip is locked by a password. Pack it anew without one.');
  }
  const unzip = new Unzip((file) => {
    refuseName(file.name, state);
    if (!file.name.endsWith('/')) collect(file, state);
  });
  unzip.register(UnzipInflate);
  unzip.register(UnzipPassThrough);
  for (; state.read < bytes.length; state.read += sliceBytes) {
    const end = state.read + sliceBytes;
    unzip.push(bytes.subarray(state.read, end), end >= bytes.length);
  }
  if (state.open === null) return;
  throw new ZipFault(state.open, 'The zip ends in the middle of it. Export it anew.');
}

function collect(file: UnzipFile, state: Unpacking): void {
  const { name } = file;
  const before = state.read;
  const chunks: Uint8Array[] = [];
  let size = 0;
  state.open = name;
  file.ondata = (error, chunk, isLast) => {
    if (error) throw error;
    chunks.push(chunk);
    size += chunk.length;
    state.total += chunk.length;
    refuseSize(name, { total: state.total, size, packed: state.read - before + sliceBytes });
    if (!isLast) return;
    state.files.set(name, joined(chunks, size));
    state.open = null;
  };
  file.start();
}

function refuseName(name: string, state: Unpacking): void {
  state.entries += 1;
  if (state.entries > most.files) {
    throw new ZipFault(null, `The zip holds more than ${most.files} files. Take it apart.`);
  }
  const parts = name.split(/[/\\]/);
  if (/^[/\\]|^[a-z]:|\0/i.test(name) || parts.includes('..')) {
    const message = 'Its path leads out of the zip, over other files. Nothing of it was unpacked.';
    throw new ZipFault(name.slice(0, 200), message);
  }
  if (name.includes('\\')) {
    const message =
      'Its path is written with \\ in place of /. Pack the zip anew with another tool.';
    throw new ZipFault(name.slice(0, 200), message);
  }
  if (state.files.has(name)) {
    throw new ZipFault(name, 'It stands in the zip twice. Export the zip anew.');
  }
}

function refuseSize(
  name: string,
  { packed, size, total }: { packed: number; size: number; total: number },
): void {
  const megabytes = most.bytes / 2 ** 20;
  if (total > most.bytes) {
    const message = `Unpacked, the zip is larger than ${megabytes} MB. Take media out, or take it apart.`;
    throw new ZipFault(name, message);
  }
  if (size > most.anyRatioBytes && size > most.ratio * packed) {
    const message = `It unpacks to more than ${most.ratio} times its size, as zips do that are made to fill the memory. Pack it anew.`;
    throw new ZipFault(name, message);
  }
}

function joined(chunks: readonly Uint8Array[], size: number): Uint8Array {
  const whole = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}
