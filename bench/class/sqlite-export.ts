import { execFile, spawn } from 'node:child_process';
import { promisify } from 'node:util';

/**
 * The columns of `responses.csv` in the order of the file, as far as they are stored; what Verbatim
 * works out beyond (types, sources, the order of options) stands as a constant.
 */
const select = `
select 'rsp_' || substr(attempt.id, 5) || '_' || shown.value as response_id,
  attempt.id as attempt_id, learner.id as learner_id, attempt.attempt_no,
  attempt.bank_id || '/' || shown.value as item_id, answer.item_version,
  'single-choice' as item_type, shown.key + 1 as position, 'source' as source_id,
  case when answer.item_id is null then 'not_reached' else 'answered' end as response_status,
  answer.response, answer.given as response_label, answer.right_answer as correct_response,
  answer.points, answer.max_points, answer.points / answer.max_points as score,
  case answer.correct when 1 then 'TRUE' else 'FALSE' end as correct,
  case answer.certainty when 0 then answer.chance else answer.certainty / 100.0 end as certainty,
  'a|b|c' as option_order, 'FALSE' as hint_used, null as passage_opened,
  (answer.answered_at - attempt.started_at) / 1000 as time_s,
  strftime('%Y-%m-%dT%H:%M:%SZ', answer.answered_at / 1000, 'unixepoch') as answered_at
from learner
join attempt on attempt.assignment_id = ? and attempt.owner = learner.id
join json_each(attempt.item_ids) as shown
left join answer on answer.attempt_id = attempt.id and answer.item_id = shown.value
order by learner.class_id, coalesce(learner.last_name, learner.display_name),
  learner.display_name, learner.id, attempt.attempt_no, position;`;

/** Rejects, in words, where `sqlite3` can't be run. */
export async function findSqlite(): Promise<void> {
  try {
    await promisify(execFile)('sqlite3', ['--version']);
  } catch {
    throw new Error(
      'This bench compares with the program sqlite3. Install it: `apt-get install sqlite3`, `brew install sqlite`, or from sqlite.org.',
    );
  }
}

/** Exports the responses of an assignment with `sqlite3 -csv`, and throws them away. */
export async function exportBySqlite(
  file: string,
  assignmentId: string,
): Promise<{ rows: number; elapsedMs: number }> {
  const began = performance.now();
  const query = select.replace('?', `'${assignmentId}'`);
  const child = spawn('sqlite3', ['-readonly', '-csv', '-header', file, query], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let lines = 0;
  for await (const chunk of child.stdout as AsyncIterable<Buffer>) {
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) lines += 1;
  }
  return { rows: lines - 1, elapsedMs: performance.now() - began };
}
