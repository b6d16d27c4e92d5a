/** The words of a text in lower case, punctuation left out: to compare wording, never to prove. */
export function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}
