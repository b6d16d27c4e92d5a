import type { AttemptContext } from '../attempts/context.ts';
import type { Happening } from '../attempts/happening.ts';
import type { Deliveries } from '../deliveries/deliveries.ts';
import type { Listener } from '../deliveries/hearing.ts';
import type { Outlet } from '../deliveries/open-deliveries.ts';
import { putStatement, type RecordStoreContext } from './record-store.ts';
import type { XapiSettings } from './settings.ts';
import {
  findPassPercent,
  statementFor,
  statementKey,
  type StatementEvent,
} from './statement-for.ts';

/** Under which what goes to the record store waits together. */
const recordStoreGroup = 'record-store';

/** Sends a statement to the record store for everything that is answered here. */
export function xapiOutlet(
  context: Omit<AttemptContext, 'tell'> & Pick<RecordStoreContext, 'fetch'>,
  settings: XapiSettings,
): Outlet {
  return {
    kind: 'xapi-statement',
    group: recordStoreGroup,
    async send(key, signal) {
      const statement = await statementFor(context, settings.origin, key);
      if (statement === null) return { kind: 'pointless', reason: 'Its attempt is gone.' };
      return putStatement({ ...context, settings }, statement, signal);
    },
    listener: (deliveries) => listenFor(context, deliveries),
  };
}

function listenFor(
  context: Pick<AttemptContext, 'store'>,
  deliveries: Pick<Deliveries, 'requestOnce'>,
): Listener {
  const request = ({ attempt, classId }: Happening, event: StatementEvent) =>
    deliveries.requestOnce({
      kind: 'xapi-statement',
      key: statementKey(attempt, event),
      group: recordStoreGroup,
      classId,
      owner: attempt.owner,
      attemptId: attempt.id,
    });
  return {
    name: 'xapi',
    async hear(happening) {
      const { attempt, itemId, kind } = happening;
      if (kind === 'answered') return request(happening, { kind, itemId });
      await request(happening, { kind });
      const passPercent = await findPassPercent(context, attempt);
      if (passPercent !== null) await request(happening, { kind: 'judged' });
    },
  };
}
