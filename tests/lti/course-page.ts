/** A course’s page that shows a tool in a frame, and keeps things for it where it asks (`storage`). */
export function coursePage(query: URLSearchParams): string {
  const tool = (query.get('tool') ?? '').replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  const storage = query.has('storage') ? storageFrame : '';
  return `<h1>Course</h1>${storage}<iframe name="tool" title="Quiz" src="${tool}" width="800" height="700"></iframe>`;
}

/** The frame that a platform keeps beside tools (LTI Client Side postMessages, Storage). */
const storageFrame = `<iframe name="storage" title="Storage" hidden srcdoc="${`
<script>
const kept = new Map();
addEventListener('message', ({ data, origin, source }) => {
  if (data.subject === 'lti.put_data') kept.set(origin + data.key, data.value);
  if (data.subject !== 'lti.put_data' && data.subject !== 'lti.get_data') return;
  source.postMessage({
    subject: data.subject + '.response',
    message_id: data.message_id,
    key: data.key,
    value: kept.get(origin + data.key),
  }, origin);
});
</script>`
  .replaceAll('&', '&amp;')
  .replaceAll('"', '&quot;')}"></iframe>`;
