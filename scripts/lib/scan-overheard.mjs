import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

/** Shorter or duller than this, a value is no secret but a word that may stand anywhere. */
const isTelling = (value) => value.length >= 8 && new Set(value).size >= 5 && !/^[^\s@]+@[^\s@]+$/.test(value);

/** A piece of text that a token could be. */
const tokens = /[\w.~-]{16,}/g;
const isToken = (value) => /^[\w.~-]{16,}$/.test(value);

/** How a value may stand in an answer: as it is, in JSON, in an address, in HTML. */
const writings = (value) => [
  ...new Set([
    value,
    JSON.stringify(value).slice(1, -1),
    encodeURIComponent(value),
    value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;'),
  ]),
];

/** Whether one of the values stands in a text; many times faster than to look for one after the other. */
function anyOf(values) {
  const parts = values.map((value) => value.replaceAll(/[$()*+./?[\\\]^{|}-]/g, '\\$&'));
  const patterns = [];
  for (let from = 0; from < parts.length; from += 500)
    patterns.push(new RegExp(parts.slice(from, from + 500).join('|')));
  return (text) => patterns.some((pattern) => pattern.test(text));
}

/**
 * What was told in a test run that should not have been: each secret in an answer or a log line, by its kind and where it stood, without
 * the secret itself.
 * @param {{ secrets: readonly { value: string, kind: string, handedOutBy: readonly string[] }[],
 *   texts: readonly { where: string, text: string }[] }} overheard
 * @returns {string[]}
 */
export function findTold({ secrets, texts }) {
  const known = new Map();
  for (const { value, kind, handedOutBy } of secrets.filter((secret) => isTelling(secret.value)))
    for (const written of writings(value)) {
      // A bearer that a test also sends as a cookie is still the one that its route handed out.
      const secret = known.get(written) ?? { kind, handedOutBy: new Set() };
      for (const route of handedOutBy) secret.handedOutBy.add(route);
      known.set(written, secret);
    }
  // Of the thousands of tokens each is looked up. Of the rest, as those with spaces in them, each is looked for where one of them stands.
  const phrases = [...known].filter(([value]) => !isToken(value));
  const hasPhrase = anyOf(phrases.map(([value]) => value));
  const told = new Set();
  for (const { where, text } of texts) {
    const found = [
      ...(text.match(tokens) ?? []).flatMap((token) => known.get(token) ?? []),
      ...(hasPhrase(text) ? phrases.flatMap(([value, secret]) => (text.includes(value) ? [secret] : [])) : []),
    ];
    for (const { kind, handedOutBy } of found) if (!handedOutBy.has(where)) told.add(`${where} tells a ${kind}`);
  }
  return [...told].toSorted((left, right) => left.localeCompare(right));
}

/** Looks through what a test run left in the folder. @param {string} folder */
export async function scanOverheard(folder) {
  const names = await readdir(folder).catch(() => []);
  const linesOf = async (name) =>
    (await readFile(path.join(folder, name), 'utf8')).split('\n').filter((line) => line !== '');
  const all = async (prefix) =>
    (await Promise.all(names.filter((name) => name.startsWith(prefix)).map(linesOf))).flat();
  const secrets = (await all('secrets-')).map((line) => JSON.parse(line));
  const answers = (await all('answers-')).map((line) => JSON.parse(line));
  const logged = (await all('log-')).map((text) => ({ where: `the log (${messageOf(text)})`, text }));
  const texts = [...answers.map(({ route, text }) => ({ where: route, text })), ...logged];
  return { told: findTold({ secrets, texts }), secrets: secrets.length, answers: answers.length, lines: logged.length };
}

/** What a log line is about, without what is in it. */
function messageOf(line) {
  try {
    return String(JSON.parse(line).msg).slice(0, 60);
  } catch {
    return 'a line that is no JSON';
  }
}
