import { html, raw } from '../html/html.js';

/**
 * The hidden frame of Canvas that keeps a tool's state for it (LTI platform storage, `lti.put_data`
 * and `lti.get_data`). Values are kept apart by the origin of the tool; at most 500 of them.
 */
const script = `
(() => {
  const store = new Map();
  const supported = ['lti.capabilities', 'lti.put_data', 'lti.get_data'];
  const key = (origin, name) => JSON.stringify([origin, name]);
  const answers = {
    'lti.capabilities': () => ({ supported_messages: supported.map((subject) => ({ subject })) }),
    'lti.put_data': (data, origin) => {
      if (typeof data.key !== 'string') return { error: { code: 'bad_request', message: 'key is missing' } };
      if (data.value === null || data.value === undefined) store.delete(key(origin, data.key));
      else if (store.size >= 500) return { error: { code: 'storage_exhaustion', message: 'too many values' } };
      else store.set(key(origin, data.key), data.value);
      return { key: data.key, value: data.value };
    },
    'lti.get_data': (data, origin) => {
      if (typeof data.key !== 'string') return { error: { code: 'bad_request', message: 'key is missing' } };
      return { key: data.key, value: store.get(key(origin, data.key)) ?? null };
    },
  };
  addEventListener('message', (event) => {
    const data = event.data;
    if (typeof data !== 'object' || data === null || !supported.includes(data.subject) || !event.source) return;
    const answer = answers[data.subject](data, event.origin);
    const reply = { subject: data.subject + '.response', message_id: data.message_id, ...answer };
    event.source.postMessage(reply, event.origin);
  });
})();`;

export const messageForwardingPage: string = html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Message forwarding</title></head><body><script>${raw(script)}</script></body></html>
`.markup;
