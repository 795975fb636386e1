import { describe, expect, test } from 'vitest';
import { readForm } from '../testing/read-form.js';
import { escapeHtml, html, raw, unescapeHtml } from './html.js';
import { postFormPage } from './post-form-page.js';

describe('a template', () => {
  test('escapes what is put into it, but not other templates', () => {
    const inner = html`<b>${'<i>'}</b>`;
    expect(html`<p title="${'"\'&'}">${inner}${[inner]}${raw('<hr>')}${null}${false}${7}</p>`.markup).toBe(
      '<p title="&quot;&#39;&amp;"><b>&lt;i&gt;</b><b>&lt;i&gt;</b><hr>7</p>',
    );
  });

  test('is undone by unescaping', () => {
    const text = `<a href="x">'&amp;'</a>`;
    expect(unescapeHtml(escapeHtml(text))).toBe(text);
  });
});

describe('a form that sends itself on', () => {
  test('keeps values whatever they contain', () => {
    const fields = { state: '"><script>alert(1)</script>', lti_message_hint: '{"cmid":4}' };
    const page = postFormPage({ id: 'f', action: 'https://tool.example/?a=1&b=2', fields }).markup;
    expect(readForm(page)).toEqual({ action: 'https://tool.example/?a=1&b=2', fields });
    expect(page).not.toContain('<script>alert');
  });
});
