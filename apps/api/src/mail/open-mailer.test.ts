import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo, Server, Socket } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { readConfig } from '../config.js';
import { testEnvironment } from '../testing/environment.js';
import { SettableClock } from '../testing/settable-clock.js';
import { openMailer } from './open-mailer.js';

const letter = { to: 'nina@people.example', subject: 'A word', text: 'Open http://journeybook.example/welcome#secret' };
const open = (variables: Record<string, string>) =>
  openMailer(readConfig(testEnvironment('postgres://a@b/c', variables)), SettableClock.at());

const ends: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

test('without a mail server a letter is a file in the folder, which only its owner reads', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'journeybook-mail-'));
  ends.push(() => rm(folder, { recursive: true }));
  await open({ DATA_DIR: folder }).send(letter);
  const [name = ''] = await readdir(path.join(folder, 'mail'));
  const file = path.join(folder, 'mail', name);
  expect(name).toMatch(/^2026-03-04T15-00-00.000Z-.+\.txt$/);
  expect(await readFile(file, 'utf8')).toBe(`To: ${letter.to}\nSubject: A word\n\n${letter.text}\n`);
  expect((await stat(file)).mode & 0o077).toBe(0);
});

test('with one it is handed over to the address alone', async () => {
  const { url, said } = await mailServer();
  await open({ SMTP_URL: url, MAIL_FROM: 'Council <office@council.example>' }).send(letter);
  expect(said()).toMatch(/MAIL FROM:<office@council\.example>/);
  expect(said().match(/RCPT TO:.*/g)).toEqual([`RCPT TO:<${letter.to}>`]);
  expect(said()).toMatch(/^Subject: A word\r$/m);
});

test('a mail server elsewhere that offers no TLS is handed nothing', async () => {
  const { url, said } = await mailServer();
  const elsewhere = url.replace('127.0.0.1', '0.0.0.0');
  await expect(open({ SMTP_URL: elsewhere }).send(letter)).rejects.toMatchObject({ code: 'ETLS' });
  expect(said()).not.toMatch(/MAIL FROM|secret/);
  await open({ SMTP_URL: `${elsewhere}/?requireTLS=false` }).send(letter);
  expect(said()).toMatch(/MAIL FROM/);
});

test('a mail server that cannot be reached is told', async () => {
  const { url, server } = await mailServer();
  await new Promise((done) => server.close(done));
  await expect(open({ SMTP_URL: url }).send(letter)).rejects.toThrow(/ECONNREFUSED/);
});

/** A mail server that takes everything. */
async function mailServer(): Promise<{ url: string; said: () => string; server: Server }> {
  let heard = '';
  const server = createServer((socket) => converse(socket, (text) => (heard += text)));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  ends.push(() => new Promise((done) => server.close(done)));
  return { url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`, said: () => heard, server };
}

function converse(socket: Socket, hear: (text: string) => void): void {
  let isLetter = false;
  socket.write('220 mail.example\r\n');
  socket.on('error', () => undefined);
  socket.on('data', (data) => {
    const text = data.toString();
    hear(text);
    if (isLetter && !text.endsWith('\r\n.\r\n')) return;
    if (text.startsWith('STARTTLS')) return void socket.write('502 unknown\r\n');
    socket.write(isLetter ? '250 taken\r\n' : text.startsWith('DATA') ? '354 go on\r\n' : '250 yes\r\n');
    isLetter = text.startsWith('DATA');
    if (text.startsWith('QUIT')) socket.end();
  });
}
