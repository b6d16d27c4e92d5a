import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The yardstick: the least page that asks one item and shows its verdict without leaving the page. */
const page = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Question 1 of 6</title></head><body><main><form>
<fieldset><legend><h1>How long could repairs in the hills take, according to Example Wire?</h1></legend>
<p><label><input type="radio" name="choice" value="1"> Until Tuesday</label></p>
<p><label><input type="radio" name="choice" value="2"> Until Friday</label></p>
<p><label><input type="radio" name="choice" value="3"> Until Sunday</label></p>
</fieldset><button>Check answer</button></form></main>
<script>
document.forms[0].onsubmit = async (event) => {
  event.preventDefault();
  const reply = await fetch('/', { method: 'POST', body: new URLSearchParams(new FormData(event.target)) });
  document.querySelector('main').innerHTML = await reply.text();
  document.querySelector('#verdict').focus();
};
</script></body></html>`;

const reveal = `<h1>How long could repairs in the hills take, according to Example Wire?</h1>
<h2 id="verdict" tabindex="-1">Right: “Until Tuesday”, according to Example Wire.</h2>
<blockquote>Officials warned that repairs in the hills could take <mark>until Tuesday</mark>.</blockquote>
<p>Example Wire</p><p>The notice gives a day, not a length of time.</p><a href="/">Next question</a>`;

/** Serves the yardstick on a free port. */
export async function servePlainPage(): Promise<{ origin: string; server: Server }> {
  const server = createServer((request, response) => {
    request.resume();
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(request.method === 'POST' ? reveal : page);
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  return { origin: `http://localhost:${(server.address() as AddressInfo).port}`, server };
}
