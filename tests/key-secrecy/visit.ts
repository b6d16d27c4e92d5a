import { anyAnswer, openQuestion, startAttempt, type Client, type Reply } from '../http/client.ts';
import { findLeaks, type ItemSecrets, type Leak } from './secrets.ts';

/** Where the data of a page are had alone. */
function dataPath(path: string): string {
  const [page = '', query] = path.split('?');
  const search = ['x-sveltekit-invalidated=111', ...(query ? [query] : [])].join('&');
  return `${page === '/' ? '' : page}/__data.json?${search}`;
}

/** Everything that a curious learner can ask for while an item is open. */
async function askEverything(
  client: Client,
  attempt: string,
  question: string,
  items: readonly ItemSecrets[],
): Promise<[string, Reply][]> {
  const version = '1';
  const paths = [
    '/',
    '/banks/storm',
    '/banks/storm/worksheet',
    '/banks/storm/worksheet/key',
    '/my-record',
    '/my-record/export',
    '/how-it-works',
    '/sources',
    '/sources/wire',
    '/sources/daily',
    '/explainers',
    '/join',
    '/privacy',
    '/teach',
    '/teach/new',
    '/teach/recover',
    '/teach/deleted',
    '/teach',
    '/teach/new',
    '/teach/new?bank=storm',
    '/teach/recover',
    '/embed/storm',
    '/embed/storm?order=shuffled&items=hurt,schools',
    '/embed.js',
    '/build',
    '/build/storm?items=hurt,schools&kind=lti',
    ...['gift', 'moodle-xml', 'qti3'].map((kind) => `/build/storm?kind=${kind}`),
    '/oembed?url=http%3A%2F%2Flocalhost%2Fbanks%2Fstorm',
    '/lti/jwks',
    '/lti/login',
    '/lti/launch',
    '/lti/register?openid_configuration=https://lms.example/',
    `/embed${attempt}`,
    attempt,
    ...items.flatMap(({ id }) => [`${attempt}/items/${id}`, `/embed${attempt}/items/${id}`]),
  ];
  const data = paths.map(dataPath);
  const json = { accept: 'application/json', 'x-sveltekit-action': 'true' };
  const asked = [...paths, ...data].map(async (path): Promise<[string, Reply]> => [
    path,
    await client.get(path),
  ]);
  const posts = [
    client.post(`${question}?/answer`, { version }),
    client.post(`${question}?/answer`, { version: '7' }),
    client.post(`${question}?/answer`, { version }, json),
    client.post(`${question}?/report`, { comment: 'early' }),
    client.post(`${attempt}?/retry`, {}),
    client.post('/my-record?/again', {}),
    client.get('/teach/new?bank=storm'),
    client.get('/teach/new/__data.json?bank=storm'),
    client.post('/teach/new?/open&bank=storm', { name: '' }),
  ].map(async (reply, index): Promise<[string, Reply]> => [`post ${index}`, await reply]);
  return Promise.all([...asked, ...posts]);
}

/** Answers a whole attempt and, before each answer, looks for secrets in all that is sent. */
export async function visitAll(
  client: Client,
  items: readonly ItemSecrets[],
): Promise<{ leaks: Leak[]; texts: number }> {
  const leaks: Leak[] = [];
  let texts = 0;
  const attempt = await startAttempt(client);
  for (let answered = 0; answered < items.length; answered += 1) {
    const question = await openQuestion(client, attempt);
    const replies = await askEverything(client, attempt, question, items);
    for (const [where, { headers, body }] of replies) {
      texts += 1;
      leaks.push(...findLeaks(`${headers}\n${body}`, where, items, answered));
    }
    const page = await client.get(question);
    const given = await client.post(`${question}?/answer`, anyAnswer(page.body));
    leaks.push(...findLeaks(`${given.headers}\n${given.body}`, 'answer', items, answered + 1));
    const reveal = await client.get(question);
    leaks.push(...findLeaks(`${reveal.headers}\n${reveal.body}`, 'reveal', items, answered + 1));
  }
  return { leaks, texts };
}
