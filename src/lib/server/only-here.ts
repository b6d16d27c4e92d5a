/** True where an address names the computer on which it is opened, so that no other can open it. */
export function isOnlyHere({ hostname }: URL): boolean {
  return /^(?:(?:.+\.)?localhost|127(?:\.\d+){3}|\[::1\])$/.test(hostname);
}
