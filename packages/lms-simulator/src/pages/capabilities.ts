import { html, type Html, raw } from '../html/html.js';

/**
 * What the page of Canvas that holds a tool answers to `lti.capabilities`: which messages it takes, and that values are kept by another
 * frame (`supported_messages[].frame`).
 */
const script = `
addEventListener('message', ({ source, origin, data }) => {
  if (typeof data !== 'object' || data === null || data.subject !== 'lti.capabilities' || !source) return;
  const stored = ['lti.put_data', 'lti.get_data'].map((subject) => ({ subject, frame: 'post_message_forwarding' }));
  const supported_messages = [{ subject: 'lti.capabilities' }, ...stored];
  source.postMessage({ subject: 'lti.capabilities.response', message_id: data.message_id, supported_messages }, origin);
});`;

export const capabilitiesScript: Html = html`<script>${raw(script)}</script>`;
