import { Zip, ZipDeflate, zipSync } from 'fflate';

/** One file inside a zip that is being written. */
export interface ZipEntry {
  /** Text is written as UTF-8, and gathered: end no push inside a surrogate pair. */
  readonly push: (piece: string | Uint8Array) => void;
  /** Nothing may be pushed after. */
  readonly end: () => void;
}

/** A zip that is being written, its files one after the other. */
export interface ZipStream {
  /** Opens the next file; the one before has to be ended. */
  readonly open: (name: string) => ZipEntry;
  /** Writes the directory of the zip. */
  readonly end: () => void;
}

/** The same on every day and in every time zone, since a zip notes local time. */
const fixedTime = '2000-01-01T12:00:00';
/** Signs gathered before they are compressed. */
const gathered = 65_536;

/** Writes a zip in constant memory: its bytes leave by `onChunk`, the same for the same files. */
export function startZip(onChunk: (bytes: Uint8Array) => void): ZipStream {
  const encoder = new TextEncoder();
  const zip = new Zip((error, bytes) => {
    if (error) throw error;
    if (bytes.length > 0) onChunk(bytes);
  });
  let isOpen = false;
  return {
    open(name) {
      if (isOpen) throw new Error(`The file before ${name} was not ended`);
      isOpen = true;
      const deflate = new ZipDeflate(name, { level: 6 });
      deflate.mtime = fixedTime;
      zip.add(deflate);
      let waiting = '';
      return {
        push(piece) {
          if (typeof piece === 'string') waiting += piece;
          if (waiting.length >= gathered || typeof piece !== 'string') {
            deflate.push(encoder.encode(waiting), false);
            waiting = '';
          }
          if (typeof piece !== 'string') deflate.push(piece, false);
        },
        end() {
          deflate.push(encoder.encode(waiting), true);
          isOpen = false;
        },
      };
    },
    end: () => zip.end(),
  };
}

/** Files as a zip, in their order: the same bytes for the same files, sizes told before each. */
export function zipFiles(
  files: readonly (readonly [path: string, content: string | Uint8Array])[],
): Uint8Array<ArrayBuffer> {
  const encoder = new TextEncoder();
  const entries = files.map(
    ([path, content]) =>
      [path, typeof content === 'string' ? encoder.encode(content) : content] as const,
  );
  return zipSync(Object.fromEntries(entries), { level: 9, mtime: fixedTime });
}
