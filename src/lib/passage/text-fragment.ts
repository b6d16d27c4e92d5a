/** Words from which on a fragment names a range, and how many it names at each end. */
const range = { from: 9, end: 4 };

/**
 * The address of a passage on its publisher's page, by a text fragment (WICG: URL Fragment Text
 * Directives): the browser scrolls to the words and marks them where it finds them.
 */
export function textFragmentUrl(url: string, exact: string): string {
  const words = exact.split(' ');
  const directive =
    words.length < range.from
      ? encodePart(exact)
      : [words.slice(0, range.end), words.slice(-range.end)]
          .map((part) => encodePart(part.join(' ')))
          .join(',');
  const hash = url.includes('#') ? '' : '#';
  return `${url}${hash}:~:text=${directive}`;
}

/** The signs of the directive itself are encoded too: `-` and `,` and `&`. */
function encodePart(text: string): string {
  return encodeURIComponent(text).replaceAll('-', '%2D');
}
