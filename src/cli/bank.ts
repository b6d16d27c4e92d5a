import { check } from './bank/check.ts';
import { drift } from './bank/drift.ts';
import { exportBank } from './bank/export.ts';
import { importBank } from './bank/import.ts';
import { lock } from './bank/lock.ts';
import { newBank } from './bank/new.ts';
import { packageBank } from './bank/package.ts';
import { preview } from './bank/preview.ts';
import { reports } from './bank/reports.ts';
import type { Command } from './command.ts';
import { runCommands } from './run-commands.ts';

const commands: Readonly<Record<string, Command>> = {
  check,
  drift,
  export: exportBank,
  import: importBank,
  lock,
  new: newBank,
  package: packageBank,
  preview,
  reports,
};

process.exitCode = await runCommands('bank', commands, process.argv.slice(2));
