import { unzipSync } from 'fflate';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A web server that holds unpacked packages and pages of a course system. */
export interface PackageSite {
  /** Scheme, host and port. */
  readonly origin: string;
  /** Unpacks a package into a folder of the site. */
  readonly unpack: (folder: string, zip: Uint8Array) => void;
  /** Puts a file or a page at a path, with headers of its own; what is posted there later takes its place. */
  readonly put: (
    path: string,
    content: string | Uint8Array,
    headers?: Readonly<Record<string, string>>,
  ) => void;
  /** What stands at a path; the empty text where nothing does. */
  readonly at: (path: string) => string;
  readonly close: () => void;
}

const mediaTypes: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript',
  css: 'text/css',
};

/** Opens an empty site on a free port; on `127.0.0.1` it is another site than a server on `localhost`. */
export async function openPackageSite(
  host: 'localhost' | '127.0.0.1' = 'localhost',
): Promise<PackageSite> {
  const files = new Map<string, string | Uint8Array>();
  const headersOf = new Map<string, Readonly<Record<string, string>>>();
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '', 'http://any').pathname;
    if (request.method === 'POST') {
      const pieces: Buffer[] = [];
      request.on('data', (piece: Buffer) => pieces.push(piece));
      request.on('end', () => {
        files.set(path, Buffer.concat(pieces));
        response.end();
      });
      return;
    }
    const content = files.get(path);
    const type = mediaTypes[path.replace(/^.*\./, '')] ?? 'application/octet-stream';
    const headers = { 'content-type': type, ...headersOf.get(path) };
    response.writeHead(content === undefined ? 404 : 200, headers);
    response.end(content);
  });
  await new Promise<void>((done) => server.listen(0, host, done));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://${host}:${port}`,
    unpack(folder, zip) {
      for (const [path, bytes] of Object.entries(unzipSync(zip))) {
        files.set(`/${folder}/${path}`, bytes);
      }
    },
    put(path, content, headers = {}) {
      files.set(path, content);
      headersOf.set(path, headers);
    },
    at: (path) => Buffer.from(files.get(path) ?? '').toString(),
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
