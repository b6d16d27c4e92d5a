/** The parts of a zip’s directory that tell what is encrypted (APPNOTE 4.3.12 and 4.3.16). */
const entry = { signature: 0x02014b50, flags: 8, nameLength: 28, size: 46 };
const end = { signature: 0x06054b50, entries: 10, directory: 16, size: 22, longestComment: 65_535 };

/** True where the directory of a zip calls one of its files encrypted. */
export function isLockedZip(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const last = bytes.length - end.size;
  for (let at = last; at >= 0 && at >= last - end.longestComment; at -= 1) {
    if (view.getUint32(at, true) !== end.signature) continue;
    const start = view.getUint32(at + end.directory, true);
    return holdsLocked(view, start, view.getUint16(at + end.entries, true));
  }
  return false;
}

function holdsLocked(view: DataView, start: number, entries: number): boolean {
  let at = start;
  for (let number = 0; number < entries && at + entry.size <= view.byteLength; number += 1) {
    if (view.getUint32(at, true) !== entry.signature) return false;
    if ((view.getUint16(at + entry.flags, true) & 1) === 1) return true;
    const lengths = [0, 2, 4].map((more) => view.getUint16(at + entry.nameLength + more, true));
    at += entry.size + lengths.reduce((sum, length) => sum + length, 0);
  }
  return false;
}
