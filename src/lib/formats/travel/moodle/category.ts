/** A bank’s title in one line as the path of a category of questions; a slash is written twice. */
export function categoryPath(title: string): string {
  return `$course$/top/${title.replace(/\s+/g, ' ').replaceAll('/', '//')}`;
}

/** The last name in a category’s path; null where it has none. */
export function categoryTitle(path: string): string | null {
  const names = path.trim().split(/(?<!\/)\/(?!\/)/);
  return names.at(-1)?.replaceAll('//', '/').trim() || null;
}
