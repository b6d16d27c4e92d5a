/** Where this script was loaded from: the server of the quizzes. A module has no `currentScript`. */
const script =
  document.currentScript instanceof HTMLScriptElement
    ? document.currentScript
    : document.querySelector<HTMLScriptElement>('script[src$="/embed.js"]');

/** Scheme, host and port of the server of the quizzes. */
export const serverOrigin = new URL(script?.src ?? location.href).origin;
