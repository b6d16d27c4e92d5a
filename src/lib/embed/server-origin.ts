/** Where this script was loaded from: the server of the quizzes. A module has no `currentScript`. */
const running = document.currentScript;
/** A page may hold the script's text itself, which then comes from nowhere. */
const script =
  running instanceof HTMLScriptElement && running.src !== ''
    ? running
    : document.querySelector<HTMLScriptElement>('script[src$="/embed.js"]');

/** Scheme, host and port of the server of the quizzes. */
export const serverOrigin = new URL(script?.src ?? location.href).origin;
