/** The hosts under which nobody but this machine reaches a server. */
const ownHosts = new Set(['localhost', '127.0.0.1', '::1']);

/**
 * True where the environment asks for the preview (`VERBATIM_PREVIEW=1`). Throws where other machines
 * could reach it too: the preview shows every key.
 */
export function isPreview(env: Readonly<Record<string, string | undefined>>): boolean {
  if (env['VERBATIM_PREVIEW'] !== '1') return false;
  const host = env['HOST'] || 'localhost';
  if (ownHosts.has(host)) return true;
  throw new Error(
    `The preview shows every key, and HOST is “${host}”, so others could read them. Take HOST out, or start without VERBATIM_PREVIEW.`,
  );
}
