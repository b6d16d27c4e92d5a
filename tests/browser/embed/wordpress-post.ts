/** The elements and attributes that WordPress leaves of what a provider answers that it does not know. */
const kept: Readonly<Record<string, readonly string[]>> = {
  a: ['href'],
  blockquote: [],
  iframe: ['src', 'width', 'height', 'frameborder', 'marginwidth', 'marginheight', 'title'],
};

function withoutOthers(html: string): string {
  const noScripts = html.replace(/<script.*?<\/script>/gs, '');
  return noScripts.replace(
    /<(\/?)(\w+)([^>]*)>/g,
    (_tag, end: string, name: string, rest: string) => {
      const allowed = kept[name];
      if (!allowed) return '';
      const attributes = [...rest.matchAll(/\s([\w-]+)="([^"]*)"/g)]
        .filter(([, attribute = '']) => allowed.includes(attribute))
        .map(([written]) => written);
      return `<${end}${name}${attributes.join('')}>`;
    },
  );
}

/** A script that does with frames what WordPress's own does: hide the quotation, show, size, ask. */
const hostScript = `addEventListener('message', ({ data, source }) => {
  if (!data || !data.secret || /[^a-zA-Z0-9]/.test(data.secret)) return;
  const named = (tag) => document.querySelectorAll(tag + '[data-secret="' + data.secret + '"]');
  for (const quote of named('blockquote')) quote.style.display = 'none';
  for (const frame of named('iframe')) {
    if (frame.contentWindow !== source) continue;
    frame.removeAttribute('style');
    if (data.message === 'height') frame.height = Math.min(1000, Math.max(200, parseInt(data.value, 10)));
  }
});
addEventListener('load', () => {
  for (const frame of document.querySelectorAll('iframe.wp-embedded-content')) {
    frame.contentWindow.postMessage({ message: 'ready', secret: frame.dataset.secret }, '*');
  }
});`;

/**
 * A post in which WordPress has put the `html` of an oEmbed answer, as it does for providers that it does
 * not know: cleaned, in a sandbox, with a secret; the frame is hidden until it has spoken. Its script is
 * there only where a quotation is.
 */
export function wordPressPost(html: string, secret: string): string {
  const clean = withoutOthers(html);
  const [, quote = '', frame] =
    /(<blockquote>.*?<\/blockquote>)?.*(<iframe.*?><\/iframe>)/s.exec(clean) ?? [];
  if (frame === undefined) return clean;
  const named = frame
    .replace(/ src="([^"]*)"/, ` src="$1#?secret=${secret}" data-secret="${secret}"`)
    .replace(
      '<iframe',
      `<iframe class="wp-embedded-content" sandbox="allow-scripts" security="restricted"${quote && ' style="position: absolute; visibility: hidden;"'}`,
    );
  const quoted = quote.replace(
    '<blockquote',
    `<blockquote class="wp-embedded-content" data-secret="${secret}"`,
  );
  const script = quote && `<script>${hostScript}</script>`;
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A post</title>
<style>iframe { max-width: 100% }</style>${script}</head>
<body><h1>A post</h1><p style="height: 300px">Read this first.</p>${quoted}${named}</body></html>`;
}
