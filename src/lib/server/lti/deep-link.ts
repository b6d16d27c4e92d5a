import type { Fields } from '../../item-types/contract.ts';
import {
  readDeliveryOptions,
  type OptionFault,
  type OptionName,
} from '../../quiz/delivery-options.ts';
import { offerBank, offerBanks, type OfferedBank } from '../classes/offered-bank.ts';
import type { BankId } from '../../quiz/ids.ts';
import type { LaunchFacts } from './launch-claims.ts';
import { lineItemTag, scoreMaximum } from './line-item.ts';
import type { LtiContext } from './lti-context.ts';
import { openCourse } from './open-course.ts';
import { openDesk, type DeskLanding } from './open-desk.ts';
import { makePass, makeSecret, readPass, takePass } from './passes.ts';
import { placeChoice, type LinkFacts } from './place-link.ts';
import { writeChoice, type QuizChoice } from './quiz-choice.ts';
import { isRefused, refused, type Refused } from './refusal.ts';
import { historyParameters } from './tool-configuration.ts';
import { signAsTool } from './tool-keys.ts';

interface PickPass {
  readonly facts: LaunchFacts;
}

/** What an instructor chooses from. */
export interface PickPage {
  readonly session: string;
  /** In whose frames it is shown. */
  readonly platformId: string;
  /** True where several quizzes may be chosen. */
  readonly isMultiple: boolean;
  /** Without their questions, unless it is the one whose questions are chosen. */
  readonly banks: readonly OfferedBank[];
  /** The quiz whose questions are chosen; null for the choice of quizzes. */
  readonly only: OfferedBank | null;
}

/** The page on which a quiz is chosen. */
export interface PickLanding {
  readonly kind: 'pick';
  readonly page: PickPage;
}

/** Opens the choice for deep linking, or for a link that leads to no quiz yet. */
export async function openPick(context: LtiContext, facts: LaunchFacts): Promise<PickLanding> {
  const pass: PickPass = { facts };
  const session = await makePass(context, 'pick', pass);
  return { kind: 'pick', page: pickPage(context, session, pass, null) };
}

/** The page of a choice under way; null where it is over. */
export async function showPick(
  context: LtiContext,
  session: string,
  bankId: string | null,
): Promise<PickPage | null> {
  const pass = await readPass<PickPass>(context, 'pick', session);
  return pass && pickPage(context, session, pass, bankId);
}

function pickPage(
  context: LtiContext,
  session: string,
  { facts }: PickPass,
  bankId: string | null,
): PickPage {
  return {
    session,
    platformId: facts.platformId,
    isMultiple: facts.deepLink?.acceptsMultiple ?? false,
    banks: offerBanks(context).map((bank) => ({ ...bank, items: [] })),
    only: bankId === null ? null : offerBank(context, bankId),
  };
}

/** A choice that is signed, to be posted to the platform by the browser (Deep Linking 2.0, 2.2). */
export interface PickAnswer {
  readonly kind: 'answer';
  readonly platformId: string;
  readonly address: string;
  /** A signed JSON Web Token. */
  readonly token: string;
}

/** What is wrong with a choice. */
export interface PickFault {
  readonly kind: 'fault';
  /** True where no quiz is chosen, and where no question of one is. */
  readonly isNone: boolean;
  readonly isEmpty: boolean;
  readonly options: readonly OptionFault[];
}

/** Takes a choice: hands it to the platform, or lets the link that was launched lead to it. */
export async function choosePick(
  context: LtiContext,
  session: string,
  fields: Fields,
  origin: string,
): Promise<PickAnswer | PickFault | DeskLanding | Refused> {
  const pass = await readPass<PickPass>(context, 'pick', session);
  if (!pass) return refused('session');
  const { deepLink } = pass.facts;
  const read = readChoices(context, fields, deepLink?.acceptsMultiple ?? false);
  if (read.kind === 'fault') return read;
  if (!(await takePass<PickPass>(context, 'pick', session))) return refused('session');
  return deepLink
    ? answerPlatform(context, pass.facts, read.choices, origin)
    : placeChosen(context, pass.facts as LinkFacts, read.choices);
}

function readChoices(
  { library }: LtiContext,
  fields: Fields,
  isMultiple: boolean,
): { readonly kind: 'read'; readonly choices: readonly QuizChoice[] } | PickFault {
  const ids = fields.get('bank') ?? [];
  const banks = ids.flatMap((id) => library.banks.get(id as BankId) ?? []);
  const chosen = isMultiple ? banks : banks.slice(0, 1);
  const items = chosen.length === 1 ? (fields.get('items')?.join(',') ?? '') : '';
  const textOf = (name: OptionName) => (name === 'items' ? items : fields.get(name)?.[0]);
  const { faults, options } = readDeliveryOptions(textOf);
  const isNone = chosen.length === 0;
  const isEmpty = fields.has('only') && items === '';
  if (isNone || isEmpty || faults.length > 0) {
    return { kind: 'fault', isNone, isEmpty, options: faults };
  }
  return {
    kind: 'read',
    choices: chosen.map((bank) => {
      const isWhole = options.items?.length === bank.items.length;
      return { bank, options: isWhole ? { ...options, items: null } : options };
    }),
  };
}

async function placeChosen(
  context: LtiContext,
  facts: LinkFacts,
  [choice]: readonly QuizChoice[],
): Promise<DeskLanding | Refused> {
  const course = await openCourse(context, facts);
  if (isRefused(course)) return course;
  const placed = choice && (await placeChoice(context, course, facts, choice, null));
  return placed ? openDesk(context, course, placed) : refused('bank', null, 'none');
}

async function answerPlatform(
  context: LtiContext,
  { deepLink, deploymentId, platformId }: LaunchFacts,
  choices: readonly QuizChoice[],
  origin: string,
): Promise<PickAnswer | Refused> {
  const platform = await context.store.lti.findPlatform(platformId);
  if (!platform || !deepLink) return refused('session');
  const claims = {
    iss: platform.clientId,
    aud: platform.issuer,
    nonce: makeSecret(),
    'https://purl.imsglobal.org/spec/lti/claim/deployment_id': deploymentId,
    'https://purl.imsglobal.org/spec/lti/claim/message_type': 'LtiDeepLinkingResponse',
    'https://purl.imsglobal.org/spec/lti/claim/version': '1.3.0',
    'https://purl.imsglobal.org/spec/lti-dl/claim/content_items': choices.map((choice) =>
      contentItem(choice, origin, deepLink.acceptsLineItem),
    ),
    ...(deepLink.data !== undefined && {
      'https://purl.imsglobal.org/spec/lti-dl/claim/data': deepLink.data,
    }),
  };
  const token = await signAsTool(context, claims, context.randomText(26));
  return { kind: 'answer', platformId, address: deepLink.returnUrl, token };
}

function contentItem(choice: QuizChoice, origin: string, hasLineItem: boolean) {
  const { bank } = choice;
  const written = writeChoice(choice);
  const address = new URL('/lti/launch', origin);
  for (const [name, value] of written) address.searchParams.set(name, value);
  return {
    type: 'ltiResourceLink',
    title: bank.title,
    text: bank.summary,
    url: address.href,
    custom: { ...Object.fromEntries(written), ...historyParameters },
    ...(hasLineItem && {
      lineItem: { scoreMaximum, label: bank.title, resourceId: bank.id, tag: lineItemTag },
    }),
  };
}
