declare module '*?script-text' {
  /** A script with all that it imports, as browsers run it. */
  export const script: string;
}
