import { parseArgs } from 'node:util';
import { originsOf } from '../../lib/server/lti/frame-origins.ts';
import { toolConfiguration } from '../../lib/server/lti/tool-configuration.ts';
import { rotateKeys } from '../../lib/server/lti/tool-keys.ts';
import { isLoopbackAddress, readSiteOrigin } from '../../lib/server/site-origin.ts';
import { randomText } from '../../lib/server/random-text.ts';
import type { Platform } from '../../lib/server/storage/lti-store.ts';
import type { Store } from '../../lib/server/storage/store.ts';
import type { Command } from '../command.ts';
import { confirm } from './confirm.ts';
import { dayOf, printable } from './find-classes.ts';
import { withStore } from './with-store.ts';

const usage = `Usage: npm run data -- lti list
       npm run data -- lti addresses
       npm run data -- lti add --issuer URL --client-id ID --auth URL --token URL --jwks URL
                               [--audience TEXT] [--deployment ID]… [--name TEXT]
       npm run data -- lti approve PLATFORM
       npm run data -- lti remove PLATFORM [--yes]
       npm run data -- lti rotate-keys [--now]`;

const options = {
  issuer: { type: 'string' },
  'client-id': { type: 'string' },
  auth: { type: 'string' },
  token: { type: 'string' },
  jwks: { type: 'string' },
  audience: { type: 'string' },
  deployment: { type: 'string', multiple: true },
  name: { type: 'string' },
  yes: { type: 'boolean' },
  now: { type: 'boolean' },
} as const;

/** `data lti`: which learning platforms may launch quizzes, and the keys of this tool. */
export const lti: Command = {
  summary:
    'list | addresses | add … | approve PLATFORM | remove PLATFORM | rotate-keys  learning platforms (LTI 1.3)',
  run: async (args) => {
    const { positionals, values } = readWords(args);
    const [action, named, ...more] = positionals;
    const isNamed = action === 'approve' || action === 'remove';
    if (isNamed !== (named !== undefined) || more.length > 0) throw new Error(usage);
    if (action === 'addresses') return printAddresses();
    return withStore((store) => work(store, action ?? '', named ?? '', values));
  },
};

function readWords(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch {
    throw new Error(usage);
  }
}

type Values = ReturnType<typeof readWords>['values'];

function work(store: Store, action: string, named: string, values: Values): Promise<number> {
  if (action === 'list') return list(store);
  if (action === 'add') return add(store, values);
  if (action === 'approve') return approve(store, named);
  if (action === 'remove') return remove(store, named, values.yes ?? false);
  if (action === 'rotate-keys') return rotate(store, values.now ?? false);
  throw new Error(usage);
}

async function list(store: Store): Promise<number> {
  const all = await store.lti.listPlatforms();
  for (const each of all) {
    const deployments = each.hasAnyDeployment ? 'any deployment' : each.deployments.join(', ');
    console.log(
      `${each.id}  ${each.status}, since ${dayOf(each.createdAt)}  ${printable(each.name)}`,
    );
    console.log(
      `  issuer ${printable(each.issuer)}  client id ${printable(each.clientId)}  deployments ${printable(deployments)}`,
    );
  }
  console.log(`${all.length} ${all.length === 1 ? 'platform' : 'platforms'}`);
  return 0;
}

async function add(store: Store, values: Values): Promise<number> {
  const issuer = values.issuer?.trim() ?? '';
  const clientId = values['client-id']?.trim() ?? '';
  if (issuer === '' || clientId === '') throw new Error(usage);
  requireOrigin();
  addressIn(issuer, 'issuer');
  const platform: Platform = {
    id: `plf_${randomText(26)}`,
    issuer,
    clientId,
    authEndpoint: addressIn(values.auth, 'auth'),
    tokenEndpoint: addressIn(values.token, 'token'),
    tokenAudience: values.audience ?? null,
    jwksUri: addressIn(values.jwks, 'jwks'),
    name: values.name ?? new URL(addressIn(values.auth, 'auth')).host,
    status: 'active',
    isTrusted: true,
    hasAnyDeployment: values.deployment === undefined,
    createdAt: Date.now(),
  };
  const isAdded = await store.lti.addPlatform(
    platform,
    values.deployment ?? [],
    originsOf(platform),
  );
  if (!isAdded) throw new Error(`${issuer} has a client “${clientId}” here already.`);
  console.log(`Added: ${platform.id}. What the platform has to know of this tool:`);
  return printAddresses();
}

/** An address of the platform: LTI needs https (Security Framework 1.0, 2), but on this machine. */
function addressIn(written: string | undefined, name: string): string {
  const url = URL.canParse(written ?? '') ? new URL(written ?? '') : null;
  if (url?.protocol === 'https:') return url.href;
  if (url?.protocol === 'http:' && isLoopbackAddress(url.href)) return url.href;
  throw new Error(
    `--${name} is “${written ?? ''}”, which is no https address. Write for instance --${name} https://lms.example/…\n\n${usage}`,
  );
}

/** This site's own address, without which no platform can be connected. */
function requireOrigin(): string {
  const origin = readSiteOrigin(process.env['ORIGIN']);
  if (origin === null) {
    throw new Error('Set ORIGIN to the address of this site: ORIGIN=https://quiz.example.org.');
  }
  if (origin.startsWith('http:') && !isLoopbackAddress(origin)) {
    throw new Error(
      `ORIGIN is ${origin}, and platforms launch tools over https only. Write ORIGIN=https://… once this site is reached so.`,
    );
  }
  return origin;
}

/** What an administrator pastes into a platform: addresses, and the same as a JSON configuration. */
function printAddresses(): number {
  const origin = requireOrigin();
  console.log(`  Tool address (target link):  ${origin}/lti/launch
  Login initiation:            ${origin}/lti/login
  Redirect address:            ${origin}/lti/launch
  Public keys (JWKS):          ${origin}/lti/jwks
  Deep linking:                ${origin}/lti/launch
  Dynamic registration:        ${origin}/lti/register
As JSON:
${JSON.stringify(toolConfiguration(origin, null, process.env['LTI_NAMES'] !== 'alias'), null, 2)}`);
  return 0;
}

async function approve(store: Store, named: string): Promise<number> {
  if (!(await store.lti.approvePlatform(named))) throw unknownPlatform(named);
  console.log('It may launch quizzes from now on.');
  return 0;
}

async function remove(store: Store, named: string, isSure: boolean): Promise<number> {
  const platform = await store.lti.findPlatform(named);
  if (!platform) throw unknownPlatform(named);
  console.log(
    `${printable(platform.name)}, client id ${printable(platform.clientId)}: it launches nothing any more and is told no scores. Its classes and answers stay.`,
  );
  if (!isSure && !(await confirm('Remove it?'))) {
    console.log('Nothing was changed.');
    return 1;
  }
  await store.lti.removePlatform(platform.id);
  console.log('Removed.');
  return 0;
}

function unknownPlatform(named: string): Error {
  return new Error(`No platform has the id “${named}”. npm run data -- lti list`);
}

async function rotate(store: Store, isAtOnce: boolean): Promise<number> {
  const { kid, signsAt } = await rotateKeys({ store, now: () => Date.now() }, isAtOnce);
  console.log(
    isAtOnce
      ? `New key ${kid}: it signs from now on, and the old one is published no more.`
      : `New key ${kid}: published from now on beside the old one, signs from ${dayOf(signsAt)} on. The old one is published a week longer.`,
  );
  return 0;
}
