import type { Command } from './command.ts';
import { explainFailure, usageOf } from './explain-failure.ts';

const helpWords = new Set(['--help', '-h']);

/**
 * Runs `npm run <script> -- <command>` and resolves to the exit status: 0, 1 for faults found, 2 where
 * it could not run.
 */
export async function runCommands(
  script: string,
  commands: Readonly<Record<string, Command>>,
  [name = '', ...args]: readonly string[],
): Promise<number> {
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) {
    const lines = Object.entries(commands).map(([each, { summary }]) => `  ${each}  ${summary}`);
    const usage = `Usage: npm run ${script} -- <command>\n${lines.join('\n')}`;
    if (helpWords.has(name)) {
      console.log(usage);
      return 0;
    }
    if (name !== '') console.error(`There is no command “${name}”.`);
    console.error(usage);
    return 2;
  }
  const usage = usageOf(script, name, command);
  if (args.some((word) => helpWords.has(word))) {
    console.log(usage);
    return 0;
  }
  try {
    return await command.run(args);
  } catch (error) {
    console.error(explainFailure(error, usage));
    return 2;
  }
}
