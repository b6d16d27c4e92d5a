import type { PackageContent } from './package-content.ts';
import { xmlText } from './xml.ts';

/**
 * The page of a self-contained package, whose content stands in it: it needs no second request, and
 * can be opened from a disk. `noScript` is said where scripts are switched off.
 */
export function playerPage(content: PackageContent, summary: string, noScript: string): string {
  const { bank, options, speech } = content;
  // Nothing in it may end the script element or open a comment.
  const written = JSON.stringify(content).replaceAll('<', '\\u003c');
  return `<!doctype html>
<html lang="${xmlText(speech.language)}" dir="${speech.direction}" data-theme="${options.theme}">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <meta name="description" content="${xmlText(summary)}" />
    <title>${xmlText(bank.title)}</title>
    <link rel="stylesheet" href="player.css" />
    <script id="content" type="application/json">${written}</script>
    <script defer src="player.js"></script>
  </head>
  <body>
    <main id="main" tabindex="-1"><noscript><p>${xmlText(noScript)}</p></noscript></main>
  </body>
</html>
`;
}
