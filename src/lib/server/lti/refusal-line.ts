import { english } from '../../messages/english.ts';
import type { Refusal } from './refusal.ts';

/** A refusal as the log has it, for whoever runs this server. */
export function refusalLine({ came, code, expected }: Refusal): string {
  const details = [
    code,
    ...(expected === null ? [] : [`expected ${expected}`]),
    ...(came === null ? [] : [`came ${came}`]),
  ];
  return `LTI, refused (${details.join('; ')}): ${english.say(`lti.refusal.${code}`)}`;
}

/** A platform that was registered, as the log has it. */
export function registrationLine(id: string, status: string): string {
  return `LTI, registered: the platform ${id}, which is ${status}.`;
}
