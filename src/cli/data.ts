import type { Command } from './command.ts';
import { backup } from './data/backup.ts';
import { deliveries } from './data/deliveries.ts';
import { exportResults } from './data/export.ts';
import { erase } from './data/erase.ts';
import { instructor } from './data/instructor.ts';
import { lti } from './data/lti.ts';
import { restore } from './data/restore.ts';
import { runCommands } from './run-commands.ts';

const commands: Readonly<Record<string, Command>> = {
  backup,
  restore,
  erase,
  instructor,
  export: exportResults,
  deliveries,
  lti,
};

process.exitCode = await runCommands('data', commands, process.argv.slice(2));
