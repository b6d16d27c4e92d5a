import { parseArgs } from 'node:util';
import { makeCode, shownCode } from '../../lib/quiz/join-code.ts';
import { hashOf, keysOf, makeClassSecrets } from '../../lib/server/classes/class-secrets.ts';
import { randomText } from '../../lib/server/random-text.ts';
import type { Store } from '../../lib/server/storage/store.ts';
import type { Command } from '../command.ts';
import { dayOf, everyClass, getClass, printable } from './find-classes.ts';
import { withStore } from './with-store.ts';

const usage =
  'Usage: npm run data -- instructor [--new-link CLASS | invite LABEL | invitations | uninvite ID]';
const invitationLength = 15;
/** Signs of an invitation's hash by which it is named. */
const idLength = 10;

/** `data instructor`: lists classes, gives a class a new link, and keeps who may open classes. */
export const instructor: Command = {
  summary:
    '[--new-link CLASS | invite LABEL | invitations | uninvite ID]  lists classes; helps a teacher in',
  run: (args) => withStore((store) => work(store, args)),
};

async function work(store: Store, args: readonly string[]): Promise<number> {
  const [action, named, ...more] = readWords(args);
  if (action === undefined) return listClasses(store);
  if (action === 'invitations' && named === undefined) return listInvitations(store);
  if (named === undefined || named.trim() === '' || more.length > 0) throw new Error(usage);
  if (action === 'new-link') return renewLink(store, named);
  if (action === 'invite') return invite(store, named.trim());
  if (action === 'uninvite') return uninvite(store, named);
  throw new Error(usage);
}

function readWords(args: readonly string[]): readonly string[] {
  try {
    const options = { 'new-link': { type: 'string' } } as const;
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const named = values['new-link'];
    return named === undefined ? positionals : ['new-link', named, ...positionals];
  } catch {
    throw new Error(usage);
  }
}

async function listClasses(store: Store): Promise<number> {
  let count = 0;
  for await (const { id, name, createdAt, endsAt } of everyClass(store)) {
    const learners = await store.classes.listLearners(id);
    const joined = learners.filter(({ joinedAt }) => joinedAt !== null).length;
    const days = `opened ${dayOf(createdAt)}, ends ${dayOf(endsAt)}`;
    console.log(
      `${id}  ${days}, learners ${learners.length} (${joined} joined)  ${printable(name)}`,
    );
    count += 1;
  }
  console.log(`${count} ${count === 1 ? 'class' : 'classes'}`);
  return 0;
}

async function renewLink(store: Store, named: string): Promise<number> {
  const classroom = await getClass(store, named);
  const secrets = makeClassSecrets();
  await store.classes.replaceKeys(classroom.id, keysOf(secrets), null);
  const origin = process.env['ORIGIN']?.replace(/\/$/, '') ?? '';
  console.log(
    `Private link of “${printable(classroom.name)}”: ${origin}/teach/open/${secrets.link}`,
  );
  console.log(`Recovery code: ${shownCode(secrets.recovery)}`);
  console.log('The old ones open nothing any more, and no browser leads the class until it does.');
  if (origin === '') console.log('Put the address of your site before the link (or set ORIGIN).');
  return 0;
}

async function invite(store: Store, label: string): Promise<number> {
  const code = makeCode(invitationLength, randomText);
  await store.classes.addInvitation({ hash: hashOf(code), label, createdAt: Date.now() });
  console.log(`Invitation for “${printable(label)}”: ${code}`);
  console.log(
    'It is shown this once. With CLASS_CREATION=invited it lets its holder open classes.',
  );
  return 0;
}

async function listInvitations(store: Store): Promise<number> {
  const all = await store.classes.listInvitations();
  for (const { hash, label, createdAt } of all) {
    console.log(`${hash.slice(0, idLength)}  made ${dayOf(createdAt)}  ${printable(label)}`);
  }
  console.log(`${all.length} ${all.length === 1 ? 'invitation' : 'invitations'}`);
  return 0;
}

async function uninvite(store: Store, id: string): Promise<number> {
  const all = await store.classes.listInvitations();
  const found = all.find(({ hash }) => id.length >= idLength && hash.startsWith(id));
  if (!found || !(await store.classes.removeInvitation(found.hash))) {
    throw new Error(`No invitation has the id “${id}”. npm run data -- instructor invitations`);
  }
  console.log(`The invitation for “${printable(found.label)}” opens nothing any more.`);
  return 0;
}
