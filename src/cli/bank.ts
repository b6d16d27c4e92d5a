import { check } from './bank/check.ts';
import type { Command } from './bank/command.ts';
import { drift } from './bank/drift.ts';
import { lock } from './bank/lock.ts';
import { newBank } from './bank/new.ts';
import { preview } from './bank/preview.ts';
import { reports } from './bank/reports.ts';

const commands: Readonly<Record<string, Command>> = {
  check,
  drift,
  lock,
  new: newBank,
  preview,
  reports,
};

/** Runs `npm run bank -- <command>`: exit status 0, 1 for faults found, 2 where it could not run. */
async function main([name = '', ...args]: readonly string[]): Promise<number> {
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) {
    const lines = Object.entries(commands).map(([each, { summary }]) => `  ${each}  ${summary}`);
    if (name !== '') console.error(`There is no command “${name}”.`);
    console.error(`Usage: npm run bank -- <command>\n${lines.join('\n')}`);
    return 2;
  }
  try {
    return await command.run(args);
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    return 2;
  }
}

process.exitCode = await main(process.argv.slice(2));
