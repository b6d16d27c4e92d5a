import type { Command } from './command.ts';

/** What a person is told of a failure of the file system, by its code. */
const fileFailures: Readonly<Record<string, string>> = {
  EACCES: 'may not be opened by this user. Change its rights, or name another place',
  EEXIST: 'is there already. Name another place, or move it away',
  EISDIR: 'is a folder. Name a file',
  ENOENT: 'is not there, or its folder is not. Is that its name?',
  ENOSPC: 'can’t be written: the disk is full. Make room, or name another place',
  ENOTDIR: 'goes through a file as if it were a folder. Is that its name?',
  EPERM: 'may not be changed by this user. Change its rights, or name another place',
  EROFS: 'can’t be written: nothing can be there. Name another place',
};

/** Why a path can’t be used and the mend, by the code of the file system's error; null for another error. */
export function explainPath(path: string, error: unknown): string | null {
  const words = fileFailures[(error as NodeJS.ErrnoException).code ?? ''];
  return words === undefined ? null : `${path} ${words}${/[.?]$/.test(words) ? '' : '.'}`;
}

/** How a command is called, in one line. */
export function usageOf(script: string, name: string, { summary }: Command): string {
  return `Usage: npm run ${script} -- ${name} ${summary}`;
}

/** Why a command could not run, for whoever typed it: what is wrong, and the mend. */
export function explainFailure(error: unknown, usage: string): string {
  if (!(error instanceof Error)) return String(error);
  const { code = '', message, path = 'What is named' } = error as NodeJS.ErrnoException;
  const ofPath = explainPath(path, error);
  if (ofPath !== null) return ofPath;
  if (!code.startsWith('ERR_PARSE_ARGS')) return message;
  return `${explainWords(code, message)}\n${usage}`;
}

/** What `parseArgs` of Node says of words that it can't take, in ours. */
function explainWords(code: string, message: string): string {
  const [, word = ''] = /'([^' ]+)/.exec(message) ?? [];
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return `There is no option ${word} here.`;
  if (code === 'ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL') return `“${word}” is one word too many.`;
  if (/not take an argument/.test(message))
    return `The option ${word} stands alone, without a value.`;
  return `The option ${word} needs a value behind it.`;
}
