/** The one argument of a command that takes a file; throws in words how it is called. */
export function oneFile(command: string, args: readonly string[]): string {
  const [file, ...others] = args;
  if (file !== undefined && file !== '' && others.length === 0 && !file.startsWith('-'))
    return file;
  throw new Error(`Usage: npm run data -- ${command} FILE`);
}
