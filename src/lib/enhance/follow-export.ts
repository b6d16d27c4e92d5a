/** How often it is asked how far a download is, in milliseconds. */
const askedEveryMs = 1000;
/** Times in a row with nothing under way, after which it is asked no more. */
const quietTimes = 3;

interface Progress {
  readonly file: string;
  readonly isWaiting: boolean;
  readonly done: number;
  readonly total: number;
}

const place = document.querySelector<HTMLElement>('[data-progress]');
let timer: ReturnType<typeof setInterval> | undefined;

function textOf({ file, isWaiting, done, total }: Progress): string {
  const words = place?.dataset[isWaiting ? 'waiting' : 'working'] ?? '';
  const gaps: Readonly<Record<string, string>> = {
    file: file === 'bundle' ? 'all.zip' : file,
    done: done.toLocaleString(document.documentElement.lang),
    total: total.toLocaleString(document.documentElement.lang),
  };
  return words.replace(/\{(\w+)\}/g, (gap, of: string) => gaps[of] ?? gap);
}

async function show(): Promise<number> {
  const response = await fetch(place?.dataset['progress'] ?? '');
  const exports = response.ok ? ((await response.json()) as Progress[]) : [];
  const lines = exports.map((each) => {
    const line = document.createElement('p');
    line.textContent = textOf(each);
    return line;
  });
  place?.replaceChildren(...lines);
  return exports.length;
}

/** Tells how far downloads are from when one is asked for until none is under way. */
function follow(): void {
  clearInterval(timer);
  let quiet = 0;
  timer = setInterval(() => {
    show()
      .then((running) => {
        quiet = running > 0 ? 0 : quiet + 1;
        if (quiet >= quietTimes) clearInterval(timer);
      })
      .catch(() => clearInterval(timer));
  }, askedEveryMs);
}

if (place) {
  document.addEventListener('submit', follow);
  document.addEventListener('click', ({ target }) => {
    if (target instanceof Element && target.closest('a[href*="/downloads/"]')) follow();
  });
  if (place.childElementCount > 0) follow();
}
