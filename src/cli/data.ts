import type { Command } from './command.ts';
import { backup } from './data/backup.ts';
import { restore } from './data/restore.ts';
import { runCommands } from './run-commands.ts';

const commands: Readonly<Record<string, Command>> = {
  backup,
  restore,
};

process.exitCode = await runCommands('data', commands, process.argv.slice(2));
